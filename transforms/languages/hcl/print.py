"""From values to text.

A value that was read and not changed is copied. One that was changed keeps the text of its old self around what
changed: layout, comments, the mark of a heredoc, the delimiters of a hole. Only what is new is written from nothing,
the way ``terraform fmt`` leaves it.
"""

from __future__ import annotations

import itertools
import math
import re
from dataclasses import dataclass, replace
from typing import NamedTuple

from tree_sitter import Node

from iacfix.transforms.edits import Unsayable
from iacfix.transforms.languages.hcl import strings, values
from iacfix.transforms.languages.hcl.body import Body, body_of
from iacfix.transforms.languages.hcl.layout import Box, Change, apply, box_of
from iacfix.transforms.languages.hcl.syntax import Fragment, body_items, child, fragment, significant, walk
from iacfix.transforms.languages.hcl.syntax import whole as whole_of
from iacfix.transforms.model import (
    Call,
    Component,
    Conditional,
    Dynamic,
    Entry,
    Kind,
    Literal,
    Mapping,
    Opaque,
    Origin,
    Reference,
    Sequence,
    Step,
    Template,
    Value,
)

_BROKEN = re.compile(r"\{[ \t]*\r?\n([ \t]*)")
_COLONS = re.compile(r'\{\s*"(?:[^"\\]|\\.)*"\s*:')
WIDTH = 100  # of a line, for lists that are written from nothing


@dataclass(frozen=True, slots=True)
class Style:
    """How the lines around a value are laid out.

    *inline*: it should stay on its line. *step* is what stands inside a bracket is indented by, and *colons* says that
    objects are written as JSON has them.
    """

    indent: str = ""
    newline: str = "\n"
    inline: bool = False
    step: str = "  "
    colons: bool = False

    @property
    def deeper(self) -> Style:
        """The style of what stands inside a bracket."""
        return replace(self, indent=self.indent + self.step)

    @property
    def flat(self) -> Style:
        """The style of what must not be broken into lines."""
        return replace(self, inline=True)


class Reread(NamedTuple):
    """A value read again by itself, with its tree."""

    fragment: Fragment
    node: Node
    value: Value


class Printer:
    """Prints values of one component."""

    def __init__(self, component: Component) -> None:
        """Take texts to copy from *component*."""
        self._documents = component.documents

    def style(self, at: Origin) -> Style:
        """Return the style of the line that *at* begins on."""
        document = self._documents[at.path]
        return Style(document.indent(at.span.start), document.newline)

    def beside(self, style: Style, sibling: Value | None) -> Style:
        """Return *style* for what stands in a list with *sibling*, an object whose layout is to be its own."""
        text = self.source(sibling.origin) if isinstance(sibling, Mapping) and not sibling.block else None
        if text is None:
            return style
        found = _BROKEN.match(text)
        deeper = found[1].removeprefix(style.indent) if found and found[1].startswith(style.indent) else ""
        return replace(style, step=deeper or style.step, colons=_COLONS.match(text) is not None)

    def print(self, value: Value, at: Origin) -> str:
        """Return the text of *value*, to stand at *at*."""
        text = self.source(value.origin) if value.origin == at else None
        return text if text is not None else self.value(value, self.style(at))

    def replacement(self, old: Value, new: Value) -> str:
        """Return the text of *new*, to stand where *old* does: between two holes, it has no quotes."""
        at = old.origin
        if at is None:
            raise Unsayable("the value was not read from a file")
        if isinstance(old, Literal) and isinstance(old.value, str) and not self._is_expression(old):
            return self._text_part(at, new)
        return self.print(new, at)

    def _text_part(self, at: Origin, new: Value) -> str:
        """Return *new* as a piece of the string that the text at *at* is a piece of."""
        document = self._documents[at.path]
        if new.origin == at:
            return document.text[slice(*at.span)]
        whole = whole_of(at.path, document.text)
        node = whole.around(at.span)
        while node is not None and node.type not in {"quoted_template", "string_lit", "heredoc_template"}:
            node = node.parent
        if node is None:
            raise Unsayable("the text is not where it was expected")
        heredoc = node.type == "heredoc_template"
        parts = new.parts if isinstance(new, Template) else (new,)
        texts: list[str] = []
        width, start, end = 0, -1, -1
        if heredoc:
            width = values.heredoc_width(whole, node, [c for c in node.children if _is_hole(c)])
            start, end = values.heredoc_content(whole, node)
            if at.span.end == end and not (isinstance(parts[-1], Literal) and str(parts[-1].value).endswith("\n")):
                raise Unsayable("the last line of a heredoc must end")
        for position, part in enumerate(parts):
            following = parts[position + 1] if position + 1 < len(parts) else None
            hole_follows = document.text.startswith("${", at.span.end) if following is None else not _is_text(following)
            if not isinstance(part, Literal) or not isinstance(part.value, str):
                texts.append(f"${{{self._in_hole(part, Style(newline=document.newline, inline=True))}}}")
            elif not heredoc:
                texts.append(strings.quoted(part.value, before_hole=hole_follows))
            else:
                fresh_line = (at.span.start == start and not texts) or "".join(texts).endswith("\n")
                texts.append(_padded(part.value, " " * width, fresh_line=fresh_line))
        return "".join(texts)

    def source(self, origin: Origin | None) -> str | None:
        """Return the text at *origin*, or None when it is not of this component."""
        if origin is None or (document := self._documents.get(origin.path)) is None:
            return None
        return document.text[slice(*origin.span)]

    def reread(self, origin: Origin | None, *, block: bool, dynamic: bool = False) -> Reread | None:
        """Read the text at *origin* as an expression, or as the braces of a block, which may be *dynamic*."""
        text = self.source(origin)
        if origin is None or text is None:
            return None
        prefix = 'dynamic "x" ' if dynamic else "x " if block else "x = "
        f = fragment(origin.path, f"{prefix}{text}\n", origin.span.start - len(prefix))
        items = body_items(f.root)
        if f.root.has_error or len(items) != 1 or (items[0].type == "block") != block:
            return None
        node = items[0] if block else items[0].children[-1]
        return Reread(f, node, values.entry(f, items[0]).value)

    # ------------------------------------------------------------------------------------------------ values

    def value(self, value: Value, style: Style) -> str:
        """Return the text of *value*."""
        if (text := self._copied(value)) is not None:
            return self._moved(value, text, style)
        if (old := self.reread(value.like, block=_is_block(value), dynamic=isinstance(value, Dynamic))) is not None:
            try:
                text = self._revised(old, value, style)
            except Unsayable:  # what is new cannot be written between what is old
                text = None
            if text is not None:
                return text
        return self._fresh(value, style)

    def _copied(self, value: Value) -> str | None:
        """Return the text that *value* was read from, when it can stand by itself."""
        text = self.source(value.origin)
        if text is None:
            return None
        if isinstance(value, Literal) and isinstance(value.value, str) and not self._is_expression(value):
            return None
        return text

    def _moved(self, value: Value, text: str, style: Style) -> str:
        """Return the *text* that was copied with a heredoc as deep as what stands around it, if that says the same."""
        origin = value.origin
        if not text.startswith("<<-") or origin is None:
            return text
        deeper = len(style.indent) - len(self._documents[origin.path].indent(origin.span.start))
        shifted = "\n".join(_shifted(line, deeper if i else 0) for i, line in enumerate(text.split("\n")))
        f = fragment(origin.path, f"x = {shifted}\n", 0)
        same = not f.root.has_error and values.entry(f, body_items(f.root)[0]).value == value
        return shifted if same else text

    def _is_expression(self, value: Literal) -> bool:
        """Say whether a string was read from a string, and not from the text between two holes."""
        again = self.reread(value.origin, block=False)
        return again is not None and again.value == value

    def _fresh(self, value: Value, style: Style) -> str:
        """Write *value* from nothing."""
        match value:
            case Literal():
                return _literal(value)
            case Reference():
                return self._reference(value, style)
            case Template():
                return self._quoted(value.parts, style)
            case Sequence():
                return self._sequence(value, style)
            case Mapping(block=True):
                return self.body(value.entries, style)
            case Mapping():
                return self._object(value, style)
            case Dynamic():
                return self.body(_dynamic_entries(value), style)
            case Call(name="equal", arguments=(left, right)):
                return f"{self._operand(left, style)} == {self._operand(right, style)}"
            case Call(name="is_in" | "not_in", arguments=(one, several)):
                return "!" * (value.name == "not_in") + self._call(Call("contains", (several, one)), style)
            case Call():
                return self._call(value, style)
            case Conditional():
                return self._conditional(value, style)
            case Opaque():
                return value.text
            case _:
                raise Unsayable(f"HCL has no way to write a {type(value).__name__}")

    def _reference(self, value: Reference, style: Style) -> str:
        match value.kind:
            case Kind.INPUT | Kind.LOCAL | Kind.MODULE:
                root = {Kind.INPUT: "var", Kind.LOCAL: "local", Kind.MODULE: "module"}[value.kind]
                names = [root, value.name]
            case Kind.RESOURCE:
                names = [value.type, value.name]
            case Kind.DATA:
                names = ["data", value.type, value.name]
            case Kind.BUILTIN | Kind.PROVIDER:
                names = value.name.split(".")
            case _:
                raise Unsayable(f"nothing in Terraform refers to {value.kind} {value.name!r}")
        for name in [*names, *(step for step in value.path if isinstance(step, str))]:
            if not strings.IDENTIFIER.fullmatch(name):
                raise Unsayable(f"{name!r} is not a name in Terraform")
        return ".".join(names) + "".join(self._step(step, style) for step in value.path)

    def _step(self, step: Step, style: Style) -> str:
        if isinstance(step, str):
            return f".{step}"
        return "[*]" if step.value is None else f"[{self.value(step.value, style.flat)}]"

    def _call(self, value: Call, style: Style) -> str:
        arguments = ", ".join(self.value(argument, style) for argument in value.arguments)
        return f"{value.name}({arguments}{'...' if value.expand else ''})"

    def _conditional(self, value: Conditional, style: Style) -> str:
        test = self.value(value.test, style)
        if isinstance(value.test, Conditional):
            test = f"({test})"
        return f"{test} ? {self.value(value.then, style)} : {self.value(value.otherwise, style)}"

    def _operand(self, value: Value, style: Style) -> str:
        """Return the text of a side of ``==``."""
        text = self.value(value, style)
        if isinstance(value, Literal | Reference):
            return text
        f = fragment("", f"x = {text}\n", 0)
        items = body_items(f.root)
        first = significant(items[0].children[-1])[:1] if items else []
        return f"({text})" if any(part.type in {"conditional", "operation"} for part in first) else text

    def _sequence(self, value: Sequence, style: Style) -> str:
        items = [self.value(item, style.flat if style.inline else style) for item in value.items]
        whole = f"[{', '.join(items)}]"
        broken = any("\n" in item for item in items)
        only = len(items) == 1 and isinstance(value.items[0], Mapping | Sequence)
        if only or style.inline or (not broken and len(style.indent) + len(whole) <= WIDTH):
            return whole
        inner = style.deeper
        lines = [f"{inner.indent}{self.value(item, inner)},{style.newline}" for item in value.items]
        return f"[{style.newline}{''.join(lines)}{style.indent}]"

    def _object(self, value: Mapping, style: Style) -> str:
        if not value.entries:
            return "{}"
        mark = ":" if style.colons else " ="
        if style.inline:
            said = (f"{self.key(e, style)}{mark} {self.value(e.value, style)}" for e in value.entries)
            return f"{{ {', '.join(said)} }}"
        inner = style.deeper
        pairs = [(self.key(entry, inner), self.value(entry.value, inner)) for entry in value.entries]
        if style.colons:
            line = f"{style.newline}{inner.indent}"
            return f"{{{line}{f',{line}'.join(f'{key}: {text}' for key, text in pairs)}{style.newline}{style.indent}}}"
        lines = [f"{inner.indent}{line}{style.newline}" for line in aligned(pairs)]
        return f"{{{style.newline}{''.join(lines)}{style.indent}}}"

    def key(self, entry: Entry, style: Style) -> str:
        """Return the key of an object's entry."""
        match entry.key:
            case str() as name:
                plain = strings.IDENTIFIER.fullmatch(name) and name != "for" and not style.colons
                return name if plain else _quote(name)
            case Literal(value=bool() | None) | Reference() | Call() | Conditional() | Sequence() | Mapping() as key:
                text = self.value(key, style.flat)
                return text if text.startswith("(") and text.endswith(")") else f"({text})"
            case key:
                return self.value(key, style.flat)

    def body(self, entries: tuple[Entry, ...], style: Style) -> str:
        """Return a block's braces and what stands between them."""
        if not entries:
            return "{}"
        inner = style.deeper
        lines = (style.newline * 2).join(self.groups(entries, inner))
        return f"{{{style.newline}{lines}{style.newline}{style.indent}}}"

    def groups(self, entries: tuple[Entry, ...], style: Style) -> list[str]:
        """Return the lines of a body: runs of arguments, and each block, which have blank lines between them."""
        groups: list[list[Entry]] = []
        for entry in entries:
            if groups and not _is_block(entry.value) and not _is_block(groups[-1][-1].value):
                groups[-1].append(entry)
            else:
                groups.append([entry])
        texts: list[str] = []
        for group in groups:
            if _is_block(group[0].value):
                texts.append(style.indent + self.block(group[0], style))
            else:
                pairs = [(entry.name, self.value(entry.value, style)) for entry in group]
                texts.append(style.newline.join(style.indent + line for line in aligned(pairs)))
        return texts

    def block(self, entry: Entry, style: Style) -> str:
        """Return a block with its name and labels."""
        if isinstance(entry.value, Dynamic):
            return f'dynamic "{entry.name}" {self.value(entry.value, style)}'
        labels = entry.value.labels if isinstance(entry.value, Mapping) else ()
        return " ".join((entry.name, *map(_quote, labels), self.value(entry.value, style)))

    # ------------------------------------------------------------------------------------------------ strings

    def _quoted(self, parts: tuple[Value, ...], style: Style) -> str:
        """Return a quoted string; one that is nothing but a hole is what the hole holds."""
        if len(parts) == 1 and not _is_text(parts[0]):
            return self.value(parts[0], style)
        texts: list[str] = []
        for part, following in zip(parts, (*parts[1:], None), strict=True):
            hole_follows = following is not None and not _is_text(following)
            if _is_text(part):
                texts.append(self._inner(part, before_hole=hole_follows))
            else:
                texts.append(f"${{{self._in_hole(part, style.flat)}}}")
        return f'"{"".join(texts)}"'

    def _in_hole(self, part: Value, style: Style) -> str:
        """Return *part* as it stands in a hole: one that was read from a string of its own loses that string."""
        text = self.value(part, style)
        while (inner := _lone_hole(text)) is not None:
            text = inner
        return text

    def _inner(self, part: Value, *, before_hole: bool) -> str:
        """Return a text part as it stands between two quotes."""
        assert isinstance(part, Literal)  # noqa: S101 - asked before
        text = self.source(part.origin)
        if text is not None and not text.endswith('$"') and text.startswith('"') and self._is_expression(part):
            return text[1:-1]
        return strings.quoted(str(part.value), before_hole=before_hole)

    # ------------------------------------------------------------------------------------------------ revisions

    def _revised(self, old: Reread, new: Value, style: Style) -> str | None:
        """Return the text of *old* with what is different in *new*, or None when it must be written from nothing."""
        if _same(old.value, new):
            return self.source(old.value.origin)
        if isinstance(new, Literal | Template):
            return self._restrung(old, new, style)
        if type(old.value) is not type(new):
            return None
        changes: list[Change] | None
        match old.value, new:
            case Reference() as before, Reference():
                changes = _last_attribute(old, before, new)
            case Sequence(items=before), Sequence(items=after):
                changes = self._items(old, before, after)
            case Mapping(), Mapping():
                changes = self._entries(old, old.value, new)
            case Conditional(), Conditional():
                changes = self._pairs(
                    [(old.value.test, new.test), (old.value.then, new.then), (old.value.otherwise, new.otherwise)],
                    loose=isinstance(new.test, Conditional) and new.test.origin is None,
                )
            case Dynamic(iterator=before), Dynamic(iterator=after) if before == after:
                changes = self._pairs([(old.value.for_each, new.for_each), (old.value.content, new.content)])
            case Call(), Call() if old.value.name == new.name and len(old.value.arguments) == len(new.arguments):
                loose = new.name == "equal" or old.value.expand != new.expand
                pairs = list(zip(old.value.arguments, new.arguments, strict=True))
                changes = self._pairs(pairs, loose=loose)
            case _:
                changes = None
        if changes is None or old.value.origin is None:
            return None
        return apply(self.source(old.value.origin) or "", changes, old.value.origin.span.start)

    def _pairs(self, pairs: list[tuple[Value, Value]], *, loose: bool = False) -> list[Change] | None:
        """Put each new value in the place of the old one. *loose*: brackets may be needed, so rather not."""
        if loose:
            return None
        return [change for old, new in pairs for change in self._change(old, new)]

    def _change(self, old: Value, new: Value) -> list[Change]:
        """Return what must change for *new* to stand where *old* does."""
        if old.origin is None or new.origin == old.origin or (new.origin is None and _same(new, old)):
            return []
        if _is_block(old) != _is_block(new):
            raise Unsayable("a block cannot become an argument, nor an argument a block")
        return [Change(*old.origin.span, self.value(new, self.style(old.origin)))]

    def _items(self, old: Reread, before: tuple[Value, ...], after: tuple[Value, ...]) -> list[Change] | None:
        """Change the items of a list."""
        matches = _matched([item.origin for item in before], [_home(item) for item in after])
        box = box_of(old.fragment, old.node)
        if matches is None or box is None:
            return None
        changes: list[Change] = []
        for i, j in matches:
            if i is not None and j is not None:
                changes += self._change(before[i], after[j])
            elif i is not None:
                changes.append(box.remove(i))
            elif j is not None:
                position = 1 + max((i for i, k in matches if i is not None and k is not None and k < j), default=-1)
                changes.append(box.insert(position, self.value(after[j], self.inside(box))))
        return changes

    def inside(self, box: Box) -> Style:
        """Return the style of an element of a list or an object."""
        return Style(box.indent, box.newline, inline=not box.multiline)

    def _entries(self, old: Reread, before: Mapping, after: Mapping) -> list[Change] | None:
        """Change the entries of an object or block."""
        if before.block != after.block:  # labels stand before the brace, and stay
            return None
        matches = _matched([_name(entry) for entry in before.entries], [_name(entry) for entry in after.entries])
        if matches is None:
            return None
        changes: list[Change] = []
        last = -1
        for i, j in matches:
            if i is not None and j is not None:
                changes += self._entry_change(old, before, i, after.entries[j])
            elif i is not None:
                changes.append(self._removal(old, before, i))
            elif j is not None:
                changes.append(self._insertion(old, before, last, after.entries[j]))
            last = last if i is None else i
        return changes

    def _entry_change(self, old: Reread, before: Mapping, index: int, new: Entry) -> list[Change]:
        """Write an entry in the place of another one."""
        entry = before.entries[index]
        if _name(entry) == _name(new):
            return self._change(entry.value, new.value)
        if entry.origin is None or _is_block(entry.value) or _is_block(new.value):
            raise Unsayable("one block cannot become another")
        style = self.style(entry.origin)
        key, sign = (new.name, "=") if before.block else (self.key(new, style), self._box(old).sign)
        return [Change(*entry.origin.span, f"{key} {sign} {self.value(new.value, style)}")]

    def _removal(self, old: Reread, before: Mapping, index: int) -> Change:
        """Take an entry out of an object or block."""
        if before.block:
            body = self.body_of(old, before)
            return body.remove(body.lines[index])
        return self._box(old).remove(index)

    def _insertion(self, old: Reread, before: Mapping, previous: int, entry: Entry) -> Change:
        """Write one more entry into an object or block, behind the entry at *previous*."""
        if before.block:
            body = self.body_of(old, before)
            style = Style(body.indent, body.newline)
            is_block = _is_block(entry.value)
            text = self.block(entry, style) if is_block else self.value(entry.value, style)
            return body.insert(entry.name, text, is_block=is_block, place=previous if previous >= 0 else None)
        return self.insertion(self._box(old), previous + 1, entry)

    def insertion(self, box: Box, index: int, entry: Entry) -> Change:
        """Write one more entry into an object."""
        style = self.inside(box)
        key = self.key(entry, style)
        value = self.value(entry.value, style)
        return box.insert(index, f"{key}{box.padding(index, key)} {box.sign} {value}")

    def body_of(self, again: Reread, block: Value) -> Body:
        """Return the braces of a block."""
        assert block.origin is not None  # noqa: S101 - it was read again from there
        style = self.style(block.origin)
        return body_of(again.fragment, again.node, style.indent, style.newline)

    def _box(self, again: Reread) -> Box:
        box = box_of(again.fragment, again.node)
        if box is None:
            raise Unsayable("the brackets are not where they were expected")
        return box

    def _restrung(self, old: Reread, new: Literal | Template, style: Style) -> str | None:
        """Return a string in the manner of the old one: its kind of quotes, its raw parts, its holes' delimiters."""
        strung = _string_node(old.node)
        if strung is None or (isinstance(new, Literal) and not isinstance(new.value, str)):
            return None
        f = old.fragment
        raw = {f.origin(hole_expression(hole)): f.raw(hole) for hole in strung.children if _is_hole(hole)}
        parts = new.parts if isinstance(new, Template) else (new,)
        own = old.value.parts if isinstance(old.value, Template) else (old.value,)
        known = {part.origin for part in own if _is_text(part)} if isinstance(old.value, Template) else set()
        if strung.type == "heredoc_template":
            text = self._heredoc(old, strung, parts, raw, known)
            again = fragment("", f"x = {text}\n", 0)
            items = body_items(again.root)
            if again.root.has_error or len(items) != 1 or values.expression(again, items[0].children[-1]) != new:
                return None
            return self._wrapped(old, strung, text)
        if len(parts) == 1 and not _is_text(parts[0]):
            return None
        texts: list[str] = []
        for part, following in zip(parts, (*parts[1:], None), strict=True):
            if not _is_text(part):
                texts.append(self._hole(part, raw, style))
            elif part.origin in known and not (self.source(part.origin) or "").endswith("$"):
                texts.append(self.source(part.origin) or "")
            else:
                texts.append(self._inner(part, before_hole=following is not None and not _is_text(following)))
        text = "".join(texts)
        return self._wrapped(old, strung, f'"{text}"')

    def _wrapped(self, old: Reread, strung: Node, text: str) -> str:
        """Return the old text with another string in its parentheses."""
        origin = old.value.origin
        assert origin is not None  # noqa: S101 - it was read
        return apply(self.source(origin) or "", [Change(*old.fragment.span(strung), text)], origin.span.start)

    def _hole(self, part: Value, raw: dict[Origin, str], style: Style) -> str:
        """Return a hole with its delimiters: those that it had."""
        home = _home(part)
        text = self._in_hole(part, style.flat)
        if home is None or home not in raw:
            return f"${{{text}}}"
        whole, inner = raw[home], self.source(home) or ""
        head = whole.index(inner, 2)
        return f"{whole[:head]}{text}{whole[head + len(inner) :]}"

    def _heredoc(
        self, old: Reread, node: Node, parts: tuple[Value, ...], raw: dict[Origin, str], known: set[Origin | None]
    ) -> str:
        """Return a heredoc with the marker lines of the old one."""
        f = old.fragment
        start, end = values.heredoc_content(f, node)
        holes = [c for c in node.children if _is_hole(c)]
        indented = f.raw(node.children[0]).endswith("-")
        pad = " " * values.heredoc_width(f, node, holes)
        if indented and not pad and start == end:
            pad = " " * (len(f.slice(end, f.end(node))) - len(f.slice(end, f.end(node)).lstrip()))
        texts: list[str] = []
        fresh_line = True
        for part in parts:
            if not _is_text(part):
                text = (pad if fresh_line else "") + self._hole(part, raw, Style())
                fresh_line = False
            else:
                assert isinstance(part, Literal)  # noqa: S101 - asked before
                plain = str(part.value)
                copied = part.origin in known
                text = (self.source(part.origin) or "") if copied else _padded(plain, pad, fresh_line=fresh_line)
                fresh_line = text.endswith("\n")
            texts.append(text)
        return f.slice(f.start(node), start) + "".join(texts) + f.slice(end, f.end(node))


def _shifted(line: str, deeper: int) -> str:
    """Return *line* so much deeper, or less deep as far as it goes."""
    if deeper < 0:
        return line[min(-deeper, len(line) - len(line.lstrip(" "))) :]
    return " " * deeper + line if line.strip() else line


def _padded(text: str, pad: str, *, fresh_line: bool) -> str:
    """Return the text of a heredoc with its lines indented; blank lines are not."""
    lines = strings.marked(text).split("\n")
    return "\n".join(
        pad + line if (i or fresh_line) and (line.strip() or (i == len(lines) - 1 and line)) else line
        for i, line in enumerate(lines)
    )


def hole_expression(hole: Node) -> Node:
    """Return the expression in a hole, or the hole when it is empty."""
    return child(hole, "expression") or hole


def _is_hole(node: Node) -> bool:
    return node.type == _HOLE


def _lone_hole(text: str) -> str | None:
    """Return what the hole holds of a string that is nothing but a hole, or None for any other expression."""
    if not text.startswith('"${'):
        return None
    f = fragment("", f"x = {text}\n", 0)
    strung = next((node for _, node in walk(f.root) if node.type == "quoted_template"), None)
    if strung is None or f.raw(strung) != text or [c.type for c in strung.named_children[1:-1]] != [_HOLE]:
        return None
    return f.raw(hole_expression(strung.named_children[1]))


_HOLE = "template_interpolation"


def _string_node(node: Node) -> Node | None:
    """Return the string that the expression *node* is, through parentheses."""
    while True:
        parts = significant(node)
        if node.type in {"string_lit", "quoted_template", "heredoc_template"}:
            return node
        if len(parts) == 3 and parts[0].type == "(":
            node = parts[1]
        elif len(parts) == 1 and node.type in {"expression", "literal_value", "template_expr"}:
            node = parts[0]
        else:
            return None


def _last_attribute(old: Reread, before: Reference, after: Reference) -> list[Change] | None:
    """Change the attribute at the end of a reference."""
    if (
        before.target != after.target
        or not before.attribute
        or not after.attribute
        or before.path[:-1] != after.path[:-1]
        or not strings.IDENTIFIER.fullmatch(after.attribute)
    ):
        return None
    last = [node for _, node in walk(old.node) if node.type == "identifier"][-1]
    return [Change(*old.fragment.span(last), after.attribute)]


def _matched(before: list[object], after: list[object]) -> list[tuple[int | None, int | None]] | None:
    """Pair new items with old ones: by what they are, then by what is left between two pairs; None when they moved."""
    pairs: list[tuple[int, int]] = []
    free = list(range(len(before)))
    for j, item in enumerate(after):
        i = next((i for i in free if item is not None and before[i] == item), None)
        if i is not None:
            free.remove(i)
            pairs.append((i, j))
    if [i for i, _ in pairs] != sorted(i for i, _ in pairs):
        return None
    matches: list[tuple[int | None, int | None]] = []
    last_i = last_j = -1
    for i, j in [*pairs, (len(before), len(after))]:
        olds, news = list(range(last_i + 1, i)), list(range(last_j + 1, j))
        matches.extend(itertools.zip_longest(olds, news))
        matches.append((i, j))
        last_i, last_j = i, j
    return matches[:-1]


def _name(entry: Entry) -> object:
    return entry.name or entry.key


def _home(value: Value) -> Origin | None:
    return value.origin or value.like


def _same(a: Value, b: Value) -> bool:
    """Say whether two values are one; to Python, ``True`` is 1."""
    return a == b and repr(a) == repr(b)


def _is_block(value: Value) -> bool:
    return isinstance(value, Dynamic) or (isinstance(value, Mapping) and value.block)


def _is_text(value: Value) -> bool:
    return isinstance(value, Literal) and isinstance(value.value, str)


def _quote(text: str) -> str:
    return f'"{strings.quoted(text)}"'


def _literal(literal: Literal) -> str:
    match literal.value:
        case None:
            return "null"
        case bool() as truth:
            return "true" if truth else "false"
        case str() as text:
            return _quote(text)
        case float() as number if not math.isfinite(number):
            raise Unsayable(f"{number} is not a number in Terraform")
        case number:
            return repr(number)


def _dynamic_entries(value: Dynamic) -> tuple[Entry, ...]:
    iterator = (Entry("iterator", Opaque(value.iterator)),) if value.iterator else ()
    return Entry("for_each", value.for_each), *iterator, Entry("content", value.content)


def aligned(pairs: list[tuple[str, str]]) -> list[str]:
    """Return ``name = value`` lines with their signs in a column, as ``terraform fmt`` has them.

    A value that opens a bracket on its first line stands by itself.
    """
    lines: list[str] = []
    run: list[tuple[str, str]] = []

    def flush() -> None:
        width = max((len(name) for name, _ in run), default=0)
        lines.extend(f"{name:<{width}} = {text}" for name, text in run)
        run.clear()

    for name, text in pairs:
        if "\n" in text and not text.startswith("<<"):
            flush()
            lines.append(f"{name} = {text}")
        else:
            run.append((name, text))
            if "\n" in text:
                flush()
    flush()
    return lines
