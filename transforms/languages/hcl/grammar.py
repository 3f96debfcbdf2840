"""The syntax of HCL, checked from the inside out.

Once everything inside a pair of brackets is known to be right, one character can stand for the pair. What is left
between any two brackets is then flat, and a regular expression decides on it; nothing recurses, however deep a file
nests. To the kinds of tokens this adds:

    P  one expression in parentheses    A  other arguments of a call        X  one expression in square brackets
    S  ``[*]``    L  a list             O  an object    B  a block's body   Q  a string or heredoc with templates
    l  ``${}``    1 2 3 4 5  ``%{if}``, ``%{else}``, ``%{endif}``, ``%{for}``, ``%{endfor}``
    k  the word ``if`` that begins a condition          x  an expression
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from iacfix.transforms.languages.hcl.tokens import NAMES, Tokens, fault, offset

CLOSING = {"(": ")", "[": "]", "{": "}", '"': "'", "H": "J", "$": "~", "%": "~"}
STOP = re.compile("""[(\\[{"H$%)\\]}'J~=]""")

_NAME = f"[{NAMES}]"
_STEP = rf"\.(?:{_NAME}|[tN])"
_OPERAND = (
    rf"[-!]*+(?:{_NAME}(?:(?:;{_NAME})++[PA]|[PA]?+)|[tNDqQhPLXO])"
    rf"(?:{_STEP}|[XS]|\.\*(?!(?:{_STEP})*+\.\*))*+"
)
EXPRESSION = re.compile(rf"{_OPERAND}(?:[-o*]{_OPERAND})*+")
_ITEM = rf"{_NAME}(?:={EXPRESSION.pattern}|(?:{_NAME}|q)*+B)"
FILE = re.compile(rf"(?:n|{_ITEM}(?:n|\Z))*+")
BODY = re.compile(rf"n(?:n|{_ITEM}n)*+|{_NAME}={EXPRESSION.pattern}|")
BEGINNING = re.compile(rf"(?:{_NAME}(?:=(?:{EXPRESSION.pattern}[-o*]?+)?+|(?:{_NAME}|q)*+))?+")
FOR = re.compile(rf"f{_NAME}(?:,{_NAME})?+I")
CONDITION = re.compile(rf"(?:(?<=[{NAMES}tNDqQhPALXSO])|(?<=\.\*))F")
ARGUMENTS = re.compile(r"(?:x(?:,x)*+[,_]?+)?+")
LIST = re.compile(r"(?:x(?:,x)*+,?+)?+")
OBJECT = re.compile(r"n*+(?:x[=:]x(?:[,n]n*+|\Z))*+")
FOR_LIST = re.compile(r"x:x(?:kx)?+")
FOR_OBJECT = re.compile(r"x:x>x_?+(?:kx)?+")

_ONE_LINE = str.maketrans("", "", "nCc")
_LINES = str.maketrans("C", "n", "c")


@dataclass(slots=True)
class Body:
    """What stands between the braces of a block, or in a file. All numbers are indices of tokens.

    *header* is the block's type and *opening* its brace; *attributes* are the equals signs.
    """

    header: int
    opening: int
    depth: int
    attributes: dict[str, int] = field(default_factory=dict[str, int])


@dataclass(slots=True)
class Outline:
    """A file's bodies, in the order of their first tokens, and the ends of its templates by their beginnings."""

    bodies: list[Body]
    closings: dict[int, int]


def outline(text: str, tokens: Tokens) -> Outline:
    """Check the syntax of *tokens*, which come from *text*. Raises ValueError where ``terraform fmt`` refuses."""
    kinds, texts, _ = tokens
    root = Body(-1, -1, 0)
    found = Outline([root], {})
    nested = [root]  # the bodies that are open
    stack: list[tuple[str, int, list[str]]] = []  # what is open: its kind, where, and what precedes it in its own
    parts: list[str] = []
    opener, opening, done = "B", -1, 0
    for stop in STOP.finditer(kinds):
        index = stop.start()
        kind = kinds[index]
        if kind == "=":
            if opener == "B":
                name = texts[_before(kinds, index)]
                if nested[-1].attributes.setdefault(name, index) != index:
                    raise fault(text, offset(text, tokens, index), f"{name!r} is set twice")
        elif kind in CLOSING:
            parts.append(kinds[done:index])
            stack.append((opener, opening, parts))
            if kind == "{" and opener == "B" and kinds[_before(kinds, index)] in f"{NAMES}q":
                kind = "B"
                nested.append(Body(_header(kinds, index), index, len(nested)))
                found.bodies.append(nested[-1])
            opener, opening, parts, done = kind, index, [], index + 1
        else:
            if not stack or kind != CLOSING.get(opener, "}"):
                raise fault(text, offset(text, tokens, index), f"{texts[index]!r} closes nothing")
            parts.append(kinds[done:index])
            flat = "".join(parts)
            symbol = verdict(opener, flat)
            if not symbol:
                raise _invalid(text, tokens, opener, opening, flat)
            if opener == "B":
                nested.pop()
            elif opener in '"$':
                found.closings[opening] = index
            opener, opening, parts = stack.pop()
            parts.append(symbol)
            done = index + 1
    if stack:
        raise fault(text, offset(text, tokens, opening), f"{texts[opening].strip()!r} is never closed")
    flat = "".join([*parts, kinds[done:]])
    if not FILE.fullmatch(_folded(flat.translate(_LINES))):
        raise _invalid(text, tokens, "B", -1, flat)
    return found


def verdict(opener: str, flat: str) -> str:
    """Return the character that stands for a pair of brackets with *flat* between them; none if it is wrong."""
    return _verdict(opener, flat) if len(flat) < 64 else _verdict.__wrapped__(opener, flat)


@lru_cache(maxsize=4096)
def _verdict(opener: str, flat: str) -> str:
    line = flat.translate(_ONE_LINE)
    match opener:
        case "B":
            return "B" if BODY.fullmatch(_folded(flat.translate(_LINES))) else ""
        case '"' | "H":
            return "Q" if _balanced(flat) else ""
        case "%":
            return _directive(line)
        case "$":
            return "l" if _reduced(line) == "x" else ""
        case "(":
            line = _reduced(line)
            return "P" if line == "x" else "A" if ARGUMENTS.fullmatch(line) else ""
        case _ if intro := FOR.match(line):
            line = _reduced(CONDITION.sub("k", line[intro.end() :]))
            wanted, symbol = (FOR_LIST, "L") if opener == "[" else (FOR_OBJECT, "O")
            return symbol if wanted.fullmatch(line) else ""
        case _ if line.startswith("f"):
            return ""
        case "[":
            line = _reduced(line)
            return "X" if line == "x" else "S" if line == "*" else "L" if LIST.fullmatch(line) else ""
        case _:
            return "O" if OBJECT.fullmatch(_reduced(flat.translate(_LINES))) else ""


def _reduced(flat: str) -> str:
    return EXPRESSION.sub("x", _folded(flat))


def _folded(flat: str) -> str:
    """Turn every ``?`` and its ``:`` into operators; a lone one stays, and so spoils every pattern."""
    if "?" not in flat:
        return flat
    folded = list(flat)
    pending: list[int] = []
    for index, kind in enumerate(flat):
        if kind == "?":
            pending.append(index)
        elif kind == ":" and pending:
            folded[pending.pop()] = folded[index] = "o"
        elif kind in ",=>_nk":
            pending.clear()
    return "".join(folded)


def _directive(line: str) -> str:
    if intro := FOR.match(line):
        return "4" if _reduced(line[intro.end() :]) == "x" else ""
    if line.startswith("F"):
        return "1" if _reduced(line[1:]) == "x" else ""
    return {"e": "2", "E": "3", "d": "5"}.get(line, "")


def _balanced(parts: str) -> bool:
    """Say whether every directive in a template is closed."""
    pending: list[str] = []
    for part in parts:
        match part, pending[-1:]:
            case "l", _:
                pass
            case "1" | "4", _:
                pending.append(part)
            case "2", ["1"]:
                pending[-1] = "2"
            case ("3", ["1" | "2"]) | ("5", ["4"]):
                pending.pop()
            case _:
                return False
    return not pending


def _before(kinds: str, index: int) -> int:
    """Return the token before *index* that is not a comment within a line."""
    index -= 1
    while index >= 0 and kinds[index] == "c":
        index -= 1
    return index


def _header(kinds: str, brace: int) -> int:
    """Return the type of the block that *brace* opens."""
    start = brace
    while start and kinds[start - 1] in f"{NAMES}qc":
        start -= 1
    while kinds[start] == "c":
        start += 1
    return start


def _invalid(text: str, tokens: Tokens, opener: str, opening: int, flat: str) -> ValueError:
    """Say where what *opening* opens goes wrong: in a body to the token, else only that it does."""
    if opener != "B":
        return fault(text, offset(text, tokens, opening), "the expression that begins here is not valid")
    flat = _folded(flat.translate(_LINES))
    good = (BODY if opening >= 0 else FILE).match(flat)
    wrong = BEGINNING.match(flat, good.end() if good else 0)
    length = wrong.end() if wrong else 0
    index, depth = opening + 1, 0
    while index < len(tokens.kinds):
        kind = tokens.kinds[index]
        if not depth and kind != "c":
            if not length:
                break
            length -= 1
        depth += (kind in CLOSING) - (kind in CLOSING.values())
        index += 1
    what = tokens.texts[index] if index < len(tokens.texts) else ""
    what = repr(what) if what.strip() else "end of line" if what else "end of file"
    return fault(text, offset(text, tokens, index), f"unexpected {what}")
