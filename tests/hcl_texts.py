"""Terraform files for tests: small trees of them, and random ones of which it is known what they mean."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

import pygohcl
from hypothesis import strategies as st

from iacfix.transforms import model
from iacfix.transforms.edits import Edit, Splice
from iacfix.transforms.languages.hcl import Hcl, HclComponent
from iacfix.transforms.languages.hcl.strings import quoted
from iacfix.transforms.model import (
    Call,
    Conditional,
    Document,
    Dynamic,
    Entry,
    Index,
    Kind,
    Literal,
    Reference,
    Resource,
    Sequence,
    Step,
    Template,
    Value,
)

HCL = Hcl()
Draw: TypeAlias = st.DrawFn


@dataclass(frozen=True)
class Files:
    """A tree that is all there is."""

    files: Mapping[str, str]
    closed: bool = True

    def paths(self) -> frozenset[str]:
        return frozenset(self.files)

    def text(self, path: str) -> str | None:
        return self.files.get(path)


def component(files: Mapping[str, str]) -> HclComponent:
    """Read *files* as one component."""
    documents = {path: Document(path, text, "hcl") for path, text in files.items()}
    read = HCL.read(documents, Files(files))
    assert isinstance(read, HclComponent)
    return read


def first(text: str) -> tuple[HclComponent, Resource]:
    """Read *text* as ``main.tf``, and return what it declares first."""
    read = component({"main.tf": text})
    assert not read.problems, read.problems
    return read, read.modules[0].resources[0]


def value_of(text: str) -> Value:
    """Read the expression *text*."""
    value = first(f'resource "aws_x" "y" {{\n  x = {text}\n}}\n')[1].get("x")
    assert value is not None
    return value


def body_of(text: str) -> model.Mapping:
    """Read the entries in *text*, as they stand in a resource."""
    return first(f'resource "aws_x" "y" {{\n{text}\n}}\n')[1].body


def is_legal(text: str) -> bool:
    """Say what Terraform's own parser says."""
    try:
        pygohcl.loads(text)
    except pygohcl.HCLParseError:
        return False
    except pygohcl.HCLInternalError:  # it parsed, and could not evaluate
        return True
    return True


def edited(files: Mapping[str, str], *edits: Callable[[HclComponent], Edit]) -> dict[str, str]:
    """Return *files* after the edits, merged as the engine merges them."""
    read = component(files)
    splices = [splice for edit in edits for splice in HCL.splices(edit(read), read)]
    return spliced(files, splices)


def spliced(files: Mapping[str, str], splices: Iterable[Splice]) -> dict[str, str]:
    """Return *files* with the splices made."""
    after = dict(files)
    for splice in sorted(splices, key=lambda s: (s.path, s.start, s.rank), reverse=True):
        old = after.get(splice.path, "")
        after[splice.path] = old[: splice.start] + splice.text + old[splice.end :]
    return {path: text.lstrip("\n") if path not in files else text for path, text in after.items()}


# --------------------------------------------------------------------------------------------------------------------
# Values

names = st.sampled_from(["a", "name", "kms_key_id", "x-y", "tags", "long_name_here", "für"])
plain = st.text(st.sampled_from("ab $%{}\"\\#/\t\n~.é€'<E"), max_size=8)
literals = st.one_of(
    plain,
    st.integers(-(10**20), 10**20),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.none(),
).map(Literal)


def _normal(parts: list[Value]) -> Value:
    """Return the template of *parts* as reading it gives it: texts are joined, and none is empty."""
    joined: list[Value] = []
    for part in parts:
        if isinstance(part, Literal) and isinstance(part.value, str):
            if not part.value:
                continue
            if joined and isinstance(last := joined[-1], Literal) and isinstance(last.value, str):
                joined[-1] = Literal(last.value + part.value)
                continue
        joined.append(part)
    if not joined:
        return Literal("")
    return joined[0] if len(joined) == 1 else Template(tuple(joined))


@st.composite
def values(draw: Draw, depth: int = 2) -> Value:
    """Draw any value that is not opaque."""

    def some() -> tuple[Value, ...]:
        return tuple(draw(values(depth - 1)) for _ in range(draw(st.integers(0, 3))))

    match draw(st.integers(0, 9 if depth else 2)):
        case 0 | 1:
            return draw(literals)
        case 2 | 3:
            return draw(references(depth - 1))
        case 4 | 5:
            return _normal([part for value in some() for part in (value, Literal(draw(plain)))])
        case 6:
            return Sequence(some())
        case 7:
            keys = dict.fromkeys(draw(st.lists(names, max_size=3)))
            return model.Mapping(tuple(Entry(key, draw(values(depth - 1))) for key in keys))
        case 8:
            return Call(draw(st.sampled_from(["jsonencode", "format", "provider::aws::arn"])), some())
        case _:
            left, right = draw(values(depth - 1)), draw(values(depth - 1))
            if draw(st.booleans()):
                return Call("equal", (left, right))
            return Conditional(draw(values(depth - 1)), left, right)


@st.composite
def references(draw: Draw, depth: int = 0) -> Reference:
    """Draw a reference of any kind."""
    steps: list[Step] = []
    for _ in range(draw(st.integers(0, 3))):
        match draw(st.integers(0, 3)):
            case 0:
                steps.append(Index(None))
            case 1:
                steps.append(Index(draw(values(depth)) if depth > 0 else draw(literals)))
            case _:
                steps.append(draw(names))
    kind, type_ = draw(
        st.sampled_from(
            [
                (Kind.RESOURCE, "aws_iam_role"),
                (Kind.DATA, "aws_ami"),
                (Kind.INPUT, ""),
                (Kind.LOCAL, ""),
                (Kind.MODULE, ""),
                (Kind.BUILTIN, ""),
            ]
        )
    )
    name = draw(st.sampled_from(["each.key", "path.module"]) if kind is Kind.BUILTIN else names)
    return Reference(kind, type_, name, tuple(steps))


@st.composite
def bodies(draw: Draw, depth: int = 2) -> tuple[Entry, ...]:
    """Draw the entries of a block."""
    attributes = dict.fromkeys(draw(st.lists(names, max_size=4)))
    entries = [Entry(name, draw(values())) for name in attributes]
    for _ in range(draw(st.integers(0, 2)) if depth else 0):
        content = draw(bodies(depth - 1))
        if draw(st.booleans()):
            entries.append(Entry("setting", Dynamic(draw(values()), model.Mapping(content, block=True))))
        else:
            labels = tuple(draw(st.lists(st.sampled_from(["s3", "two words"]), max_size=1)))
            name = draw(st.sampled_from(["rule", "backend", "filter"]))
            entries.append(Entry(name, model.Mapping(content, block=True, labels=labels)))
    return tuple(entries)


# --------------------------------------------------------------------------------------------------------------------
# Texts


class Writer:
    """Writes values with a layout that is drawn at random."""

    def __init__(self, draw: Draw) -> None:
        """Draw from *draw*."""
        self._draw = draw

    def _one(self, *texts: str) -> str:
        return self._draw(st.sampled_from(texts))

    def _gap(self) -> str:
        """Return what may stand between two tokens on a line."""
        return self._one("", "", " ", " ", "  ", "\t", " /* gap */ ")

    def _break(self) -> str:
        """Return what may stand between two tokens inside brackets."""
        return self._one("", "", " ", "\n", "\n    ", " # note\n", "\n\n  // note\n", " /* a\nb */ ")

    def expression(self, value: Value, *, lines: bool = True) -> str:
        """Write *value*; *lines*: a heredoc can stand here."""
        text = self._bare(value, lines=lines)
        match self._draw(st.integers(0, 9)):
            case 0 if not text.startswith("<<"):
                return f"({self._break()}{text}{self._break()})"
            case 1 if isinstance(value, Reference):
                return f'"${{{self._gap()}{text}{self._gap()}}}"'
            case _:
                return text

    def _bare(self, value: Value, *, lines: bool) -> str:
        match value:
            case Literal(value=str() as text):
                return (
                    self._heredoc((value,))
                    if lines and _fits(text) and self._draw(st.booleans())
                    else self._quote(text)
                )
            case Literal():
                return HCL.print(value, component({"a.tf": ""}), _HERE)
            case Template(parts=parts):
                if lines and _all_fit(parts) and self._draw(st.booleans()):
                    return self._heredoc(parts)
                return f'"{"".join(self._parts(parts))}"'
            case Sequence(items=items):
                return self._tuple([self.expression(item, lines=False) for item in items])
            case model.Mapping(entries=entries):
                return self._object(entries)
            case Call(name="equal", arguments=(left, right)):
                return f"{self._operand(left)}{self._gap()}=={self._gap()}{self._operand(right)}"
            case Call(name=name, arguments=arguments):
                inner = f"{self._break()},{self._break()}".join(self.expression(a, lines=False) for a in arguments)
                return f"{name}({self._break()}{inner}{self._break()})"
            case Conditional(test=test, then=then, otherwise=otherwise):
                pieces = [self._operand(each) for each in (test, then, otherwise)]
                return f"{pieces[0]}{self._gap()}?{self._gap()}{pieces[1]} :{self._gap()}{pieces[2]}"
            case Reference():
                return self._reference(value)
            case _:
                raise AssertionError(value)

    def _operand(self, value: Value) -> str:
        text = self.expression(value, lines=False)
        return f"({text})" if isinstance(value, Conditional | Call) else text

    def _reference(self, value: Reference) -> str:
        root = {Kind.INPUT: "var.", Kind.LOCAL: "local.", Kind.MODULE: "module.", Kind.DATA: "data."}.get(
            value.kind, ""
        )
        text = f"{root}{value.type}{'.' if value.type else ''}{value.name}"
        for step in value.path:
            match step:
                case str():
                    text += f".{step}"
                case Index(value=None):
                    text += "[*]"
                case Index(value=inner):
                    text += f"[{self._gap()}{self.expression(inner, lines=False) if inner else ''}{self._gap()}]"
        return text

    def _quote(self, text: str) -> str:
        escaped = quoted(text)
        if not set(escaped).intersection("\\$%") and self._draw(st.integers(0, 9)) == 0:
            escaped = "".join(f"\\u{ord(c):04X}" for c in escaped)
        return f'"{escaped}"'

    def _parts(self, parts: tuple[Value, ...]) -> Iterable[str]:
        for part, following in zip(parts, (*parts[1:], None), strict=True):
            if isinstance(part, Literal) and isinstance(part.value, str):
                yield quoted(part.value, before_hole=following is not None)
            else:
                yield f"${{{self._gap()}{self.expression(part, lines=False)}{self._gap()}}}"

    def _heredoc(self, parts: tuple[Value, ...]) -> str:
        text = "".join(
            part.value
            if isinstance(part, Literal) and isinstance(part.value, str)
            else f"${{{self.expression(part, lines=False)}}}"
            for part in parts
        )
        word = self._one("EOT", "E-F")
        if self._draw(st.booleans()):
            return f"<<{word}\n{text}{self._one('', '  ')}{word}"
        lines = text.split("\n")
        indent = self._one("", "  ", "\t")
        if any(line[:1].isspace() for line in lines) and not any(line.strip() == line != "" for line in lines):
            return f"<<{word}\n{text}{word}"
        indented = "\n".join(f"{indent}{line}" if line.strip() else line for line in lines)
        return f"<<-{word}\n{indented}{self._one('', '    ')}{word}"

    def _tuple(self, items: list[str]) -> str:
        if not items:
            return f"[{self._break()}]"
        comma = self._one("", ",")
        return f"[{self._break()}{f'{self._break()},{self._break()}'.join(items)}{comma}{self._break()}]"

    def _object(self, entries: tuple[Entry, ...]) -> str:
        if not entries:
            return self._one("{}", "{ }", "{\n}")
        texts: list[str] = []
        lines = self._draw(st.booleans())
        for entry in entries:
            key = self._one(entry.name, f'"{entry.name}"', f'("{entry.name}")')
            value = self.expression(entry.value, lines=lines)
            sign = self._one("=", ":")
            gap = " " if sign == ":" else self._gap()
            texts.append(f"{key}{gap}{sign}{self._gap()}{value}")
        if lines:
            ends = [self._one("\n", "\n\n  # above\n", *([] if "<<" in t else [" # note\n"])) for t in texts]
            return "{" + self._one("\n", " # note\n") + "".join(map("".join, zip(texts, ends, strict=True))) + "}"
        return (
            "{" + self._gap() + f"{self._gap()},{self._one(' ', chr(10))}".join(texts) + self._one("", ",", " ") + "}"
        )

    def body(self, entries: tuple[Entry, ...], indent: str = "") -> str:
        """Write the lines of a body."""
        lines: list[str] = []
        for entry in entries:
            if self._draw(st.integers(0, 5)) == 0:
                lines.append(self._one("", f"{indent}# above", "// left", "/* one\ntwo */"))
            lines.append(f"{indent}{self._entry(entry, indent)}")
        return "".join(f"{line}\n" for line in lines)

    def _entry(self, entry: Entry, indent: str) -> str:
        match entry.value:
            case Dynamic(for_each=each, content=content):
                block = self._block(content.entries, f"{indent}  ")
                inner = f"{indent}  for_each = {self.expression(each)}\n{indent}  content {block}"
                return f'dynamic "{entry.name}" {{\n{inner}\n{indent}}}'
            case model.Mapping(block=True, labels=labels, entries=entries):
                header = " ".join((entry.name, *(f'"{label}"' for label in labels)))
                return f"{header}{self._gap()} {self._block(entries, indent)}"
            case value:
                text = self.expression(value)
                note = "" if text.startswith("<<") else self._one("", "", " # note", "  // note", " /* note */")
                return f"{entry.name}{self._gap()}={self._gap()}{text}{note}"

    def _block(self, entries: tuple[Entry, ...], indent: str) -> str:
        if not entries:
            return self._one("{}", "{ }", "{\n}", "{ # empty\n}")
        if len(entries) == 1 and not _is_block(entries[0].value) and self._draw(st.booleans()):
            return f"{{ {entries[0].name} = {self.expression(entries[0].value, lines=False)} }}"
        return f"{{{self._one('', ' # first')}\n{self.body(entries, indent + '  ')}{indent}}}"


_HERE = model.Origin("a.tf", model.Span(0, 0))


def _is_block(value: Value) -> bool:
    return isinstance(value, Dynamic) or (isinstance(value, model.Mapping) and value.block)


def _fits(text: str) -> bool:
    """Say whether a heredoc can hold *text* without an escape."""
    return text.endswith("\n") and not any(mark in text for mark in ("${", "%{", "EOT", "E-F", "\r"))


def _all_fit(parts: tuple[Value, ...]) -> bool:
    texts = [part.value if isinstance(part, Literal) and isinstance(part.value, str) else "\0" for part in parts]
    return _fits("".join(texts)) and "$\0" not in "".join(texts) and "%\0" not in "".join(texts)


@st.composite
def written(draw: Draw) -> tuple[str, tuple[Entry, ...]]:
    """Draw a resource's text and what stands in it."""
    entries = draw(bodies())
    head = draw(st.sampled_from(["", "# header\n\n", "\n\n"]))
    text = f'{head}resource "aws_x" y {{\n{Writer(draw).body(entries, "  ")}}}{draw(st.sampled_from(["", chr(10)]))}'
    return text, entries
