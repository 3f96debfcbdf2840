"""The tokens of HCL: a string of kinds beside a list of texts.

A kind is one character, so that the shape of a line, of an expression or of a whole file is a string, and a pattern
over tokens is a regular expression over that string. Some tokens are larger than HashiCorp's, which halves the work
and changes no layout: a string or heredoc without templates is one token, and so is ``a.b.c`` written without spaces.

    i  name     f I F e E d  the names for, in, if, else, endif, endfor     t  names joined by dots
    N  number   D  number with a dot or an exponent     ;  ``::``           _  ``...``    >  ``=>``
    q  string   h  heredoc, from ``<<`` to its closing word                 o  operator between two operands
    " '  quotes of a string that holds templates    H J  ends of such a heredoc    l  the text between them
    $ %  ``${`` and ``%{``    ~  the brace that closes either               n  newline
    C  comment that ends its line, newline included     c  any other comment

Every other kind is the character itself: ``{ } [ ] ( ) . , = : ? ! - *``.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

NAMES = "ifIFeEd"

KINDS = (
    dict(zip("{}[]().,=:?!-*", "{}[]().,=:?!-*", strict=True))
    | dict.fromkeys(("+", "/", "%", "==", "!=", "<", ">", "<=", ">=", "&&", "||"), "o")
    | {"::": ";", "...": "_", "=>": ">", "~}": "~", "\n": "n", "\r\n": "n"}
    | {"for": "f", "in": "I", "if": "F", "else": "e", "endif": "E", "endfor": "d"}
)

# Names outside ASCII are matched loosely here and checked afterwards: hardly a file has one.
NAME = r"[A-Za-z_\x80-\U0010ffff][-\w\x80-\U0010ffff]*+"
NUMBER = re.compile(r"[0-9]+(\.[0-9]*)?([eE][-+]?[0-9]+)?")
LITERAL_MARK = r"\$\$\{|%%\{|[$%](?!\{)"
NO_SURROGATE = "(?![dD][89a-fA-F])"
ESCAPE = rf'\\(?:[nrt"\\]|(?:u|U0000){NO_SURROGATE}[0-9a-fA-F]{{4}}|U00(?:0[1-9a-fA-F]|10)[0-9a-fA-F]{{4}})'
QUOTED = rf'(?:[^"\\$%\r\n]++|{ESCAPE}|{LITERAL_MARK})'
TEMPLATE_KINDS = {"l": "l", "S": "$", "P": "%"}
TEMPLATE = r"(?P<S>\$\{~?)|(?P<P>%\{~?)"
BLANK = r"[^\S\n\x1c-\x1f]"


def _closing(word: str) -> str:
    """Return a pattern for the line that ends a heredoc, without its newline."""
    return rf"{BLANK}*+{word}(?:(?!\r\n){BLANK})*+(?=\r?\n)"


EXPRESSION = re.compile(
    rf"""[ \t]*+(?:
    (?P<n>\r?\n)
  | (?P<t>(?!for\.){NAME}(?:\.{NAME})++)
  | (?P<i>{NAME})
  | (?P<q>"{QUOTED}*+")
  | (?P<C>(?:\#|//)[^\n]*+\n)
  | (?P<c>(?:\#|//)[^\n]*+|/\*(?s:.*?)\*/)
  | (?P<p>==|=>|=|[\[\](){{}},?*%+-]|/(?!\*)|\.\.\.|\.|::|:|!=|!|<=|<(?!<)|>=|>|&&|\|\||~\}})
  | (?P<N>[0-9](?:\.*+(?:[0-9]|[eE][-+]?[0-9]))*+)
  | (?P<Q>")
  | (?P<h><<-?(?P<word>{NAME})\r?\n
      (?:(?!{_closing("(?P=word)")})(?:[^$%\n]++|{LITERAL_MARK})*+\n)*+{_closing("(?P=word)")})
  | (?P<H><<-?{NAME}\r?\n)
  | (?P<X>(?s:.))
    )""",
    re.VERBOSE,
)
STRING = re.compile(rf'(?P<l>{QUOTED}++)|{TEMPLATE}|(?P<K>")')


@lru_cache(maxsize=64)
def _heredoc(word: str) -> re.Pattern[str]:
    end = _closing(re.escape(word))
    text = rf"(?:[^$%\n]++|{LITERAL_MARK}|\n(?!{end}))++\n?|\n"
    return re.compile(rf"(?P<K>(?m:^){end})|(?P<l>{text})|{TEMPLATE}")


class Tokens(NamedTuple):
    """A text taken apart. Only blanks stand between the tokens; *tail* is what follows the last one."""

    kinds: str
    texts: list[str]
    tail: str


def tokenize(text: str) -> Tokens:
    """Take *text* apart. Raises ValueError at the first character that can belong to no token."""
    kinds: list[str] = []
    texts: list[str] = []
    templates: list[tuple[re.Pattern[str], str, int]] = []  # how to read on, how it closes, the braces outside
    braces = position = 0
    in_text = False  # of the innermost template
    while position < len(text):
        if in_text:
            pattern, end, outside = templates[-1]
            match = pattern.match(text, position)
            if match is None:
                raise fault(text, position, "this cannot stand in a string")
            position = match.end()
            kind = TEMPLATE_KINDS.get(match.lastgroup or "", end)
            if kind == end:
                templates.pop()
            kinds.append(kind)
            texts.append(match[0])
            braces, in_text = (outside if kind == end else 0), kind == "l"
            continue
        for match in EXPRESSION.finditer(text, position):
            group = match.lastgroup or ""
            token = match[group]
            kind = KINDS.get(token, group)
            if kind in "{}~NQHX":
                match kind:
                    case "{":
                        braces += 1
                    case "}" if braces:
                        braces -= 1
                    case "}" | "~" if templates and not braces:
                        kind, in_text = "~", True
                    case "Q":
                        kind, in_text = '"', True
                        templates.append((STRING, "'", braces))
                    case "H":
                        in_text = True
                        templates.append((_heredoc(token.strip("<-\r\n")), "J", braces))
                    case "N" if NUMBER.fullmatch(token):
                        kind = "N" if token.isdigit() else "D"
                    case _:
                        raise fault(text, match.start(group), f"unexpected {token!r}")
            kinds.append(kind)
            texts.append(token)
            position = match.end()
            if in_text:
                break
        else:
            break
    tokens = Tokens("".join(kinds), texts, text[position:])
    if not text.isascii():
        _check_names(text, tokens)
    return tokens


def _check_names(text: str, tokens: Tokens) -> None:
    for index, (kind, token) in enumerate(zip(tokens.kinds, tokens.texts, strict=True)):
        names = token.replace("-", "_").split(".") if kind in "it" and not token.isascii() else ()
        if not all(map(str.isidentifier, names)):
            raise fault(text, offset(text, tokens, index), f"unexpected character in {token!r}")


def offset(text: str, tokens: Tokens, index: int) -> int:
    """Return where in *text* the token at *index* begins; slow, for error messages."""
    position = 0
    for token in tokens.texts[:index]:
        position = text.index(token, position) + len(token)
    return position + len(text[position:]) - len(text[position:].lstrip(" \t"))


def fault(text: str, position: int, message: str) -> ValueError:
    """Return the error that says *message* of a position in *text*."""
    start = text.rfind("\n", 0, position) + 1
    return ValueError(f"line {text.count(chr(10), 0, position) + 1}, column {position - start + 1}: {message}")
