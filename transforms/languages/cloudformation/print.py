"""Printing: forms become text in a template's own style.

What stands in the document already is copied; new text follows the value that it replaces, then the habits of the
template. Every scalar is read again as it is written: a style that would say something else is not taken.
"""

from __future__ import annotations

import difflib
import json
import re
from itertools import pairwise

from iacfix.transforms.edits import Unsayable
from iacfix.transforms.languages.cloudformation.forms import (
    Array,
    Atom,
    Copy,
    Form,
    Former,
    Function,
    Object,
    Text,
    Written,
)
from iacfix.transforms.languages.cloudformation.nodes import (
    AnyNode,
    List,
    Map,
    Scalar,
    Unreadable,
    parse_yaml,
)
from iacfix.transforms.languages.cloudformation.read import Source, content
from iacfix.transforms.languages.cloudformation.slots import intrinsic, slot_of, tag
from iacfix.transforms.model import Value

WIDEST = 110
"""Characters; the arguments of a function stand on one line up to here."""

_NUMBERLIKE = re.compile(r"[-+.\d][-+.\deE_xXoO:a-fA-F]*")
_INVISIBLE = re.compile(r"[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]")
_SPACES = re.compile(r"[ \t]*")


def column(text: str, offset: int) -> int:
    """Return how far from the beginning of its line *offset* is."""
    return offset - text.rfind("\n", 0, offset) - 1


def quoted(text: str) -> str:
    """Return *text* in double quotes, as YAML and JSON both read it."""
    return _INVISIBLE.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))


def reads(candidate: str, *, flow: bool) -> str | None:
    """Return the string that YAML reads *candidate* as; None when it is no string, or not one."""
    try:
        root = parse_yaml(f"[{candidate}]" if flow else f"- {candidate}\n")
    except Unreadable:
        return None
    if isinstance(root, List) and len(root.items) == 1 and isinstance(item := root.items[0], Scalar):
        constant = item.constant
        return constant if isinstance(constant, str) and not item.tag else None
    return None


class YamlWriter:
    """Writes forms as YAML."""

    def __init__(self, source: Source, *, blocks: bool = True, last: bool = False) -> None:
        """Write for *source*; without *blocks*, texts of several lines stand in quotes; *last*: it ends with this."""
        self.source = source
        self.text = source.text
        self.style = source.style
        self.blocks = blocks
        self.last = last and not source.text.endswith("\n")

    def follow(self, form: Form, at: int, *, dash: bool = False, flow: bool = False, block: int = -1) -> str:
        """Return what stands behind the colon of a key, or behind a dash, at column *at*.

        It begins with a space, or with the line break of a block. *block* is the column of blocks, where it is known.
        """
        match form:
            case Copy():
                return self.copied(form, at, dash=dash, flow=flow, block=block)
            case Atom():
                return " " + self.atom(form, at, flow=flow)
            case Text():
                return " " + self.texted(form, at, flow=flow)
            case Written(text=text):
                return f" {text}"
            case Function():
                return self.function(form, at, dash=dash, flow=flow, block=block)
            case Object() | Array():
                if flow or self.flat(form):
                    return " " + self.flow(form, at)
                return self.block(form, at, dash=dash, block=block)

    # Collections ----------------------------------------------------------------------------------------------------

    def flat(self, form: Object | Array) -> bool:
        """Say whether *form* stands on one line."""
        if isinstance(form, Object):
            if not form.pairs:
                return True
            return isinstance(form.like, Map) and form.like.flow and not _many_lines(form)
        if not form.items:
            return True
        if isinstance(form.like, List):
            return form.like.flow and not _many_lines(form)
        if not form.argument or _many_lines(form):
            return False
        return len(self.flow(form, 0)) <= WIDEST

    def flow(self, form: Object | Array, at: int) -> str:
        """Return a collection on one line."""
        if isinstance(form, Array):
            return self.thinned(form) or f"[{', '.join(self.follow(item, at, flow=True)[1:] for item in form.items)}]"
        pairs = (f"{self.key(key, flow=True)}:{self.follow(value, at, flow=True)}" for key, value in form.pairs)
        pad = self.pad(form.like)
        return "{" + pad + ", ".join(pairs) + pad + "}"

    def thinned(self, form: Array) -> str:
        """Return a list that stood on several lines and is left with some of its items, with its lines."""
        like = form.like
        if not isinstance(like, List) or not like.flow or "\n" not in self.text[like.start : like.end]:
            return ""
        kept = [item.node for item in form.items if isinstance(item, Copy)]
        old = [item for item in like.items if any(item is node for node in kept)]
        if len(old) != len(form.items) or any(one is not other for one, other in zip(old, kept, strict=True)):
            return ""
        said = self.text[like.start : like.items[0].start]
        gap = ""
        for last, item in zip([None, *like.items], like.items, strict=False):
            before = self.text[last.end : item.start] if last is not None else ""
            gap = before if "\n" in before or "\n" not in gap else gap
            if any(item is node for node in kept):
                said += ("" if item is kept[0] else gap) + self.text[item.start : item.end]
                gap = ""
        return said + self.text[like.items[-1].end : like.end]

    def pad(self, like: AnyNode | None) -> str:
        """Return the space inside the braces of *like*."""
        if isinstance(like, Map) and like.flow and like.pairs:
            return self.text[like.inner + 1 : like.pairs[0][0].start].strip("\r\n")
        return ""

    def block(self, form: Object | Array, at: int, *, dash: bool, block: int) -> str:
        """Return a collection on lines of its own."""
        if block >= 0:
            inner = block
        elif dash:
            inner = at + 2
        else:
            inner = at + (self.style.step if isinstance(form, Object) else self.style.dash)
        lines = (self.style.newline + " " * inner).join(self.lines(form, inner))
        return f" {lines}" if dash else f"{self.style.newline}{' ' * inner}{lines}"

    def lines(self, form: Object | Array, at: int) -> list[str]:
        """Return the entries or items of a block, without what they are indented by."""
        if isinstance(form, Array):
            return [f"-{self.follow(item, at, dash=True)}" for item in form.items]
        return [f"{self.key(key)}:{self.follow(value, at)}" for key, value in form.pairs]

    def key(self, name: str, *, flow: bool = False) -> str:
        """Return a key."""
        for candidate in (name, "'" + name.replace("'", "''") + "'"):
            try:
                root = parse_yaml(f"{{{candidate}: x}}" if flow else f"{candidate}: x\n")
            except Unreadable:
                continue
            if isinstance(root, Map) and [key.constant for key, _ in root.pairs] == [name]:
                return candidate
        return quoted(name)

    def function(self, form: Function, at: int, *, dash: bool, flow: bool, block: int) -> str:
        """Return a call, short or long."""
        if not self.short(form):
            name = form.argument
            if form.name == "Fn::GetAtt" and isinstance(name, Array):
                name = Array(name.items, name.like, argument=True)
            return self.follow(Object([(form.name, name)], _flow_map(form.like)), at, dash=dash, flow=flow, block=block)
        argument = form.argument
        if form.name == "Fn::GetAtt" and isinstance(argument, Array):
            names = [item.value for item in argument.items if isinstance(item, Atom)]
            argument = Atom(".".join(map(str, names)), bare=not self.style.asked, quoted=self.style.asked)
        inside = self.follow(argument, at, flow=flow, block=at + 2 if dash else -1)
        return f" {tag(form.name)}{inside}"

    def short(self, form: Function) -> bool:
        """Say whether *form* can and should be a tag: a node has one tag only."""
        argument = form.argument
        if isinstance(argument, Function) or (
            isinstance(argument, Copy) and (argument.node.tag or intrinsic(argument.node))
        ):
            return False
        if form.like is not None and intrinsic(form.like):
            return bool(form.like.tag)
        return self.style.short

    def copied(self, form: Copy, at: int, *, dash: bool, flow: bool, block: int) -> str:
        """Return a node as it stands, moved to its new column."""
        node = form.node
        if flow and not in_flow(form.path) and not _same_in_flow(node, self.text):
            value = self.source.value_at(form.path).detached()
            return self.follow(Former(self.source).form(value, slot_of(form.path)), at, flow=True)
        raw = self.text[node.start : node.end]
        if not isinstance(node, Map | List) or node.flow or node.tag or node.anchored:
            return f" {_shifted(raw, at - parent_column(self.text, form.path))}"
        inner = at + (2 if dash else self.style.step if isinstance(node, Map) else self.style.dash)
        inner = block if block >= 0 else inner
        raw = _shifted(raw, inner - column(self.text, node.start))
        return f" {raw}" if dash else f"{self.style.newline}{' ' * inner}{raw}"

    # Scalars --------------------------------------------------------------------------------------------------------

    def atom(self, form: Atom, at: int, *, flow: bool) -> str:
        """Return a constant."""
        match form.value:
            case bool() as constant:
                return str(constant).lower()
            case int() | float() as number:
                return repr(number)
            case str() as text:
                like = form.like if isinstance(form.like, Scalar) else None
                hint = "" if form.bare else like.style if like else self.style.quote
                mark = self.mark(text)
                hint = hint or mark if form.quoted else hint
                raw = self.text[slice(*content(self.text, like))] if like and like.text == text else None
                return self.scalar(Text([(text, raw)], like), (hint, "", mark), at, flow=flow)

    def mark(self, text: str) -> str:
        """Return the quotes around *text* where it needs some: those in which it stands as it is, of both the usual."""
        return "'" if _escaped(text, '"') != text else self.style.mark

    def texted(self, form: Text, at: int, *, flow: bool) -> str:
        """Return the text of ``Fn::Sub``."""
        hint = (
            form.like.style
            if form.like and (form.like.style or form.like.tag == "!Sub" or any(raw for _, raw in form.pieces))
            else self.style.sub
        )
        return self.scalar(form, (hint, self.style.sub, self.mark(form.text)), at, flow=flow)

    def scalar(self, form: Text, styles: tuple[str, ...], at: int, *, flow: bool) -> str:
        """Return a text in the first of *styles* that says it."""
        text = form.text
        lines = "\n" in text and not flow
        if lines and styles[0] not in ("'", '"'):
            styles = (styles[0], "|", *styles[1:])
        for style in styles:
            if style in ("|", ">") and (flow or not self.blocks):
                continue
            candidate = self.candidate(form, style, at)
            said = reads(candidate, flow=flow) if candidate is not None else None
            if candidate is not None and said in (text, f"{text}\n" if self.last and style == "|" else text):
                return candidate
        return quoted(text)

    def candidate(self, form: Text, style: str, at: int) -> str | None:
        """Return a text in *style*, which may turn out to say something else."""
        kept = form.like is not None and form.like.style == style
        if style == "|":
            return self.literal(form, at)
        if style == ">":
            return self.folded(form) if kept else None
        pieces = [raw if kept and raw is not None else _escaped(text, style) for text, raw in form.pieces]
        if style:
            return style + "".join(pieces) + style
        return None if _NUMBERLIKE.fullmatch(form.text) or (not kept and "\n" in form.text) else "".join(pieces)

    def header(self, like: Scalar) -> str:
        """Return the first line of a block scalar: ``|-  # comment``."""
        end = self.text.find("\n", like.inner)
        return self.text[like.inner : end if end >= 0 else like.end].rstrip("\r")

    def literal(self, form: Text, at: int) -> str | None:
        """Return a text as a block; lines that *like* has are kept with their blanks."""
        text = form.text
        body = text.removesuffix("\n")
        header = "|" if text.endswith("\n") else "|-"
        old: list[str] = []
        raw: list[str] = []
        inner = at + self.style.step
        if form.like and form.like.style == "|":
            start, end = content(self.text, form.like)
            stood = column(self.text, start)
            inner = stood if stood > at else inner
            kept = self.header(form.like)
            same = len(form.like.text) - len(form.like.text.rstrip("\n")) == len(text) - len(text.rstrip("\n"))
            if same:
                header, body = kept, text.rstrip("\n")
            elif any(mark in kept for mark in "+0123456789"):
                return None
            old = form.like.text.rstrip("\n").split("\n")
            raw = [moved(line.removesuffix("\r"), inner - stood) for line in self.text[start - stood : end].split("\n")]
        new = body.split("\n")
        said = [" " * inner + line if line else "" for line in new]
        if len(old) == len(raw):
            for block in difflib.SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
                said[block.b : block.b + block.size] = raw[block.a : block.a + block.size]
        return self.style.newline.join([header, *said])

    def folded(self, form: Text) -> str | None:
        """Return a text as the folded block that *like* is."""
        if form.like is None or not any(raw is not None for _, raw in form.pieces):
            return None
        start, _ = content(self.text, form.like)
        lead = self.text[self.text.rfind("\n", 0, start) + 1 : start]
        pieces = "".join(raw if raw is not None else text.rstrip("\n") for text, raw in form.pieces)
        return f"{self.header(form.like)}{self.style.newline}{lead}{pieces}"


def _escaped(text: str, style: str) -> str:
    """Return *text* as it stands inside quotes."""
    if style == "'":
        return text.replace("'", "''")
    return quoted(text)[1:-1] if style == '"' else text


def _flow_map(like: AnyNode | None) -> Map | None:
    """Return *like* if it is a long call."""
    return like if isinstance(like, Map) and not like.tag else None


def _many_lines(form: Form) -> bool:
    """Say whether *form* holds a text of several lines, or a node that is one."""
    match form:
        case Atom(value=str() as text):
            return "\n" in text
        case Text():
            return "\n" in form.text
        case Object(pairs=pairs):
            return any(_many_lines(value) for _, value in pairs)
        case Array(items=items):
            return any(_many_lines(item) for item in items)
        case Function(argument=argument):
            return _many_lines(argument)
        case Copy(node=node):
            return isinstance(node, Scalar) and "\n" in node.text
        case _:
            return False


def _shifted(raw: str, columns: int) -> str:
    """Return *raw* with all lines but the first moved to the right, or to the left."""
    if not columns or "\n" not in raw:
        return raw
    first, *rest = raw.split("\n")
    return "\n".join([first, *(moved(line, columns) for line in rest)])


def moved(line: str, columns: int) -> str:
    """Return *line* moved to the right, or to the left; blank lines stay."""
    if not line.strip():
        return line
    if columns > 0:
        return " " * columns + line
    blank = len(line) - len(line.lstrip(" "))
    return line[min(blank, -columns) :]


def _same_in_flow(node: AnyNode, text: str) -> bool:
    """Say whether *node*, a scalar on one line, means the same between the brackets of a list."""
    raw = text[node.start : node.end]
    if not isinstance(node, Scalar) or "\n" in raw:
        return False
    try:
        root = parse_yaml(f"[{raw}]")
    except Unreadable:
        return False
    item = root.items[0] if isinstance(root, List) and len(root.items) == 1 else None
    return isinstance(item, Scalar) and (item.tag, item.text, item.style) == (node.tag, node.text, node.style)


def in_flow(path: list[AnyNode]) -> bool:
    """Say whether the node at the end of *path* stands inside a flow collection."""
    return any(isinstance(node, Map | List) and node.flow for node in path[:-1])


def parent_column(text: str, path: list[AnyNode]) -> int:
    """Return the column of the key or dash that the node at the end of *path* stands behind."""
    for parent, child in reversed(list(pairwise(path))):
        if isinstance(parent, Map) and not parent.flow:
            return next(column(text, k.start) for k, v in parent.pairs if v is child or k is child)
        if isinstance(parent, List) and not parent.flow:
            return column(text, parent.dashes[parent.items.index(child)])
    return 0


class JsonWriter:
    """Writes forms as JSON."""

    def __init__(self, source: Source, *, flat: bool = False) -> None:
        """Write for *source*; *flat*: all on one line."""
        self.source = source
        self.text = source.text
        self.style = source.style
        self.on_one_line = flat or source.style.minified

    def write(self, form: Form, indent: str) -> str:
        """Return *form*, to stand in a line that is indented by *indent*."""
        match form:
            case Atom(value=str() as text, like=Scalar(text=standing, style='"') as like) if standing == text:
                return self.text[like.start : like.end]
            case Atom(value=str() as text):
                return quoted(text)
            case Atom(value=constant):
                return json.dumps(constant)
            case Text(pieces=pieces):
                return '"' + "".join(quoted(text)[1:-1] if raw is None else raw for text, raw in pieces) + '"'
            case Written():
                raise Unsayable("this is only known as text, which cannot be written as JSON")
            case Copy(node=node):
                old = self.source.document.indent(node.start)
                return self.text[node.start : node.end].replace(f"\n{old}", f"\n{indent}")
            case Function(name=name, argument=argument):
                map_ = form.like if isinstance(form.like, Map) else None
                return self.collected(Object([(name, argument)], map_), indent, flat=self.flat(form))
            case Object() | Array():
                return self.collected(form, indent, flat=self.flat(form))

    def flat(self, form: Object | Array | Function) -> bool:
        """Say whether *form* stands on one line."""
        if _spread(form, self.text):
            return False
        if self.on_one_line:
            return True
        if isinstance(form.like, Map | List) and form.like.end - form.like.start > 2:
            return "\n" not in self.text[form.like.start : form.like.end]
        match form:
            case Function():
                return self.style.inline
            case Array(argument=True):
                return self.style.inline
            case Array(items=items):
                return self.style.flat and all(isinstance(item, Atom) for item in items)
            case _:
                return False

    def collected(self, form: Object | Array, indent: str, *, flat: bool) -> str:
        """Return an object or an array."""
        opening, closing = "{}" if isinstance(form, Object) else "[]"
        inner = indent if flat else indent + self.style.indent(self.style.step)
        writer = JsonWriter(self.source, flat=True) if flat else self
        if isinstance(form, Object):
            said = [f"{quoted(key)}{self.style.colon}{writer.write(value, inner)}" for key, value in form.pairs]
        else:
            said = [writer.write(item, inner) for item in form.items]
        if not said:
            return opening + closing
        if flat:
            pad = self.style.pad if isinstance(form, Object) else ""
            return opening + pad + self.style.comma.join(said) + pad + closing
        line = self.style.newline + inner
        return f"{opening}{line}{f',{line}'.join(said)}{self.style.newline}{indent}{closing}"


def constant(form: Form) -> bool:
    """Say whether *form* is data without functions, or anything that stands in the template."""
    match form:
        case Atom():
            return True
        case Object(pairs=pairs):
            return all(constant(value) for _, value in pairs)
        case Array(items=items):
            return all(map(constant, items))
        case _:
            return False


def _spread(form: Form, text: str) -> bool:
    """Say whether *form* holds a node of several lines."""
    match form:
        case Copy(node=node):
            return "\n" in text[node.start : node.end]
        case Object(pairs=pairs):
            return any(_spread(value, text) for _, value in pairs)
        case Array(items=items):
            return any(_spread(item, text) for item in items)
        case Function(argument=argument):
            return _spread(argument, text)
        case _:
            return False


def following(source: Source, value: Value, path: list[AnyNode]) -> str:
    """Return what stands behind the colon or dash of the node at the end of *path* when it becomes *value*."""
    form = Former(source).form(value, slot_of(path))
    node = path[-1]
    if source.json:
        around = path[-2] if len(path) > 1 else node
        flat = around is not node and "\n" not in source.text[around.start : around.end]
        return JsonWriter(source, flat=flat).write(form, source.document.indent(node.start))
    if isinstance(form, Atom) and isinstance(node, Scalar) and not node.text and _is_default(source, path):
        form = Atom(form.value, quoted=bool(source.style.default), bare=not source.style.default)
    parent = path[-2] if len(path) > 1 else None
    stands = isinstance(node, Map | List) and not node.flow and not node.tag
    at = parent_column(source.text, path)
    blocks = not swallows(source.text, node.end, at)
    return YamlWriter(source, blocks=blocks, last=node.end == len(source.text)).follow(
        form,
        at,
        dash=isinstance(parent, List) and not parent.flow,
        flow=in_flow(path),
        block=column(source.text, node.start) if stands and _same_kind(form, node) else -1,
    )


def _is_default(source: Source, path: list[AnyNode]) -> bool:
    """Say whether the node at the end of *path* is the default of a parameter."""
    declared = path[-2] if len(path) == 4 and path[1] is source.root.get("Parameters") else None
    return isinstance(declared, Map) and declared.get("Default") is path[-1]


def swallows(text: str, position: int, at: int) -> bool:
    """Say whether a block scalar that ends in the line of *position* would take in what stands below.

    That is blanks and comments that are indented deeper than the column *at*.
    """
    for line in text[position:].split("\n")[1:]:
        indent = len(line) - len(line.lstrip(" "))
        rest = line.strip()
        if rest and not rest.startswith("#"):
            return False
        if indent > at and line.rstrip("\r")[at:]:
            return True
    return False


def _same_kind(form: Form, node: AnyNode) -> bool:
    """Say whether *form* is laid out as *node* is."""
    mapping = isinstance(form, Object | Function) or (isinstance(form, Copy) and isinstance(form.node, Map))
    return mapping == isinstance(node, Map)
