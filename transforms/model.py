"""The resource model that every language is read into and every fixer sees.

Source is read into *modules* (a Terraform module directory, a CDKTF stack or construct class, a CloudFormation
template) of *resources*, whose arguments are *values*. The vocabulary is Terraform's: a CDKTF ``IamRole(...)`` and a
CloudFormation ``AWS::IAM::Role`` both read as ``aws_iam_role``; CloudFormation types without a twin keep their name.

A value that was read knows its *origin*: the document and the span of characters that it was read from. A value that
a fixer makes with ``value.but(...)`` has no origin, only a hint of the style it should be printed in. What a language
cannot reduce is `Opaque`, and so out of every fixer's reach by construction.

Spans count characters of `Document.text` (a byte order mark is not part of it), half-open.
"""

from __future__ import annotations

import bisect
import enum
import functools
import posixpath
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple, Protocol, Self, TypeAlias, cast


class Span(NamedTuple):
    """A half-open range of characters in a document."""

    start: int
    end: int


class Position(NamedTuple):
    """A line and a column, both counted from 1; columns count characters."""

    line: int
    column: int


class Origin(NamedTuple):
    """Where something was read: the path of a document, and a span in its text."""

    path: str
    span: Span


@dataclass(frozen=True)
class Document:
    """A file's text. *path* is relative to the root of the run, with forward slashes.

    *text* is what stands behind the byte order mark, with the line endings as they are. *language* is the name of the
    language that it is read in; ``"text"`` is everything that no language reads: shell scripts, READMEs, sources of
    functions.
    """

    path: str
    text: str
    language: str = "text"
    bom: bool = False

    @classmethod
    def decode(cls, path: str, data: bytes, language: str = "text") -> Document:
        """Return the document of *data*; raises UnicodeDecodeError when it is not UTF-8."""
        text = data.decode("utf-8")
        bom = text.startswith("\ufeff")
        return cls(path, text.removeprefix("\ufeff"), language, bom)

    def encode(self) -> bytes:
        """Return the file's bytes."""
        return (("\ufeff" if self.bom else "") + self.text).encode("utf-8")

    @property
    def newline(self) -> str:
        r"""The line ending of the document's first line, ``"\n"`` when it has none."""
        first = self.text.find("\n")
        return "\r\n" if first > 0 and self.text[first - 1] == "\r" else "\n"

    def but(self, text: str) -> Document:
        """Return the document with another text."""
        return replace(self, text=text)

    def position(self, offset: int) -> Position:
        """Return the line and column of the character at *offset*."""
        line = self.text.count("\n", 0, offset) + 1
        return Position(line, offset - self.text.rfind("\n", 0, offset))

    def line_start(self, offset: int) -> int:
        """Return the offset of the first character of the line that *offset* lies in."""
        return self.text.rfind("\n", 0, offset) + 1

    def indent(self, offset: int) -> str:
        """Return the white space that the line of *offset* begins with."""
        start = self.line_start(offset)
        end = start
        while end < len(self.text) and self.text[end] in " \t":
            end += 1
        return self.text[start:end]


class Characters:
    """Turns offsets in a text's UTF-8 bytes into offsets in its characters."""

    def __init__(self, data: bytes) -> None:
        """Index *data*; nothing is kept for a text that is all ASCII."""
        self._continuations = [] if data.isascii() else [i for i, byte in enumerate(data) if byte & 0xC0 == 0x80]

    @property
    def differ(self) -> bool:
        """Whether there are offsets that differ."""
        return bool(self._continuations)

    def __call__(self, offset: int) -> int:
        """Return the character offset of the byte *offset*."""
        return offset - bisect.bisect_left(self._continuations, offset) if self._continuations else offset


class Kind(enum.StrEnum):
    """What is declared, or what a reference points at."""

    RESOURCE = "resource"
    DATA = "data"
    INPUT = "input"  # variable, Parameter, constructor argument
    LOCAL = "local"  # local value, Python binding, Mapping of a template
    OUTPUT = "output"
    MODULE = "module"  # module call, instance of a construct class
    PROVIDER = "provider"
    SETTINGS = "settings"  # the terraform block, the backend
    CONDITION = "condition"  # a template's Conditions
    MAPPING = "mapping"  # a template's Mappings
    BUILTIN = "builtin"  # terraform.workspace, each.key, path.module, AWS::StackName; never declared
    OTHER = "other"  # moved, import, check, removed; Rules, Metadata


# --------------------------------------------------------------------------------------------------------------------
# Values


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """What an argument is set to.

    Values compare by what they mean: neither *origin* nor *like* counts.
    """

    origin: Origin | None = field(default=None, compare=False, repr=False)
    like: Origin | None = field(default=None, compare=False, repr=False)

    def but(self, **changes: Any) -> Self:
        """Return the value with other fields: without an origin, and to be printed in the style of the old one."""
        return replace(self, origin=None, like=self.origin or self.like, **changes)

    def in_place_of(self, old: Value) -> Self:
        """Return this value, to be printed in the style of *old*."""
        return replace(self, origin=None, like=old.origin or old.like)

    def detached(self) -> Self:
        """Return the value without origin or style, all the way down: what printing it anew starts from."""
        return cast("Self", _detached(self))


@dataclass(frozen=True, slots=True)
class Literal(Value):
    """A constant: a string, a number, a boolean, or None for null (``AWS::NoValue``)."""

    value: str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Index:
    """A step of a reference: ``[0]``, ``["key"]``, ``[each.key]``; ``[*]`` and ``.*`` have None.

    *got*: a program asks an object that stands for a list, ``.get(0)``.
    """

    value: Value | None
    got: bool = field(default=False, compare=False)


Step: TypeAlias = str | Index


@dataclass(frozen=True, slots=True)
class Reference(Value):
    """A declared thing, or an attribute of it.

    ``aws_iam_role.app[0].arn`` is ``Reference(Kind.RESOURCE, "aws_iam_role", "app", (Index(Literal(0)), "arn"))``;
    ``var.x`` is ``Reference(Kind.INPUT, "", "x")``; ``module.m.out`` ends in ``("out",)``. In CloudFormation, ``Ref``
    of a resource has the neutral attribute that it returns where a twin is known (``name`` for a role), else ``"Ref"``.

    In a program, a construct may be held by something else: a list, an object, a parameter. Then the name is the
    expression that stands for it, which nothing is declared under, and *through* is what is declared and leads there:
    what it is reached through, and the resources of which it is one.
    """

    kind: Kind
    type: str
    name: str
    path: tuple[Step, ...] = ()
    through: tuple[Reference, ...] = field(default=(), compare=False, repr=False, kw_only=True)

    @property
    def attribute(self) -> str:
        """The name at the end of the path, or an empty string."""
        return self.path[-1] if self.path and isinstance(self.path[-1], str) else ""

    def attribute_is(self, name: str) -> Reference:
        """Return the reference with another attribute at its end."""
        return self.but(path=(*self.path[:-1], name))

    @property
    def target(self) -> tuple[Kind, str, str]:
        """What is referred to, as `Resource.key` has it."""
        return self.kind, self.type, self.name


@dataclass(frozen=True, slots=True)
class Template(Value):
    """A string with holes: ``"${}"``, an f-string, ``Fn::Sub``, ``Fn::Join``.

    Parts that are text are string `Literal`; all others are holes. The origin of a text part is its raw, escaped
    text; that of a hole is the expression inside the delimiters. *function* is what put it together, where a language
    has a function for it.
    """

    parts: tuple[Value, ...]
    function: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Sequence(Value):
    """A list."""

    items: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One argument, block, or key of a mapping. Its origin spans from the key to the end of the value."""

    key: str | Value
    value: Value
    origin: Origin | None = field(default=None, compare=False, repr=False)

    @property
    def name(self) -> str:
        """The key when it is a constant string, else an empty string."""
        key = self.key
        if isinstance(key, str):
            return key
        return key.value if isinstance(key, Literal) and isinstance(key.value, str) else ""


@dataclass(frozen=True, slots=True)
class Mapping(Value):
    """Names and values: an HCL body, block or object, a CDKTF struct or dict, a map of a template.

    *block* tells a block from an object; blocks of one name may repeat. *labels* are those behind a nested block's
    name (``backend "s3"``). *type* is the struct's class where one is written.
    """

    entries: tuple[Entry, ...]
    block: bool = False
    labels: tuple[str, ...] = ()
    type: str = field(default="", compare=False)

    def entry(self, name: str) -> Entry | None:
        """Return the first entry of *name*."""
        return next((entry for entry in self.entries if entry.name == name), None)

    def get(self, *names: str) -> Value | None:
        """Return the value at the path *names*, entering one-item lists, or None."""
        value: Value | None = self
        for name in names:
            if isinstance(value, Sequence) and len(value.items) == 1:
                value = value.items[0]
            if not isinstance(value, Mapping) or (entry := value.entry(name)) is None:
                return None
            value = entry.value
        return value

    def all(self, name: str) -> tuple[Value, ...]:
        """Return the values of *name*: of every block, and of every item where it is a list."""
        found: list[Value] = []
        for entry in self.entries:
            if entry.name == name:
                found.extend(entry.value.items if isinstance(entry.value, Sequence) else (entry.value,))
        return tuple(found)

    @property
    def names(self) -> frozenset[str]:
        """The constant keys."""
        return frozenset(entry.name for entry in self.entries) - {""}


@dataclass(frozen=True, slots=True)
class Dynamic(Value):
    """A ``dynamic`` block: the entry's key is the name of the blocks that it generates."""

    for_each: Value
    content: Mapping
    iterator: str = ""


@dataclass(frozen=True, slots=True)
class Call(Value):
    """A function call: ``jsonencode(...)``, ``Fn.jsonencode``, ``json.dumps`` (all ``jsonencode``), ``Fn::Select``."""

    name: str
    arguments: tuple[Value, ...]
    expand: bool = False  # the last argument is spread: f(list...)
    bare: bool = False  # the only argument stands where a list of arguments should


@dataclass(frozen=True, slots=True)
class Conditional(Value):
    """``test ? then : otherwise``, ``then if test else otherwise``, ``Fn::If``."""

    test: Value
    then: Value
    otherwise: Value


@dataclass(frozen=True, slots=True)
class Opaque(Value):
    """Any other expression, as text, with the references that it mentions. Fixers leave it alone."""

    text: str
    mentions: tuple[Reference, ...] = field(default=(), compare=False)


def text(value: str | float | bool | None) -> Literal:
    """Return a literal without origin."""
    return Literal(value)


def mapping(**entries: Value) -> Mapping:
    """Return a mapping without origin, in the order of the arguments."""
    return Mapping(tuple(Entry(name, value) for name, value in entries.items()))


def children(value: Value) -> Iterator[tuple[str, Value]]:
    """Yield the values directly inside *value*, each with the step that leads there: a key, or ``[i]``."""
    match value:
        case Template(parts=items) | Sequence(items=items) | Call(arguments=items):
            for position, item in enumerate(items):
                yield f"[{position}]", item
        case Mapping(entries=entries):
            for entry in entries:
                if isinstance(entry.key, Value):
                    yield "", entry.key
                yield entry.name, entry.value
        case Dynamic(for_each=for_each, content=content):
            yield "for_each", for_each
            yield "", content
        case Conditional(test=test, then=then, otherwise=otherwise):
            yield "test", test
            yield "then", then
            yield "otherwise", otherwise
        case Reference(path=path):
            for step in path:
                if isinstance(step, Index) and step.value is not None:
                    yield "", step.value
        case _:
            pass


_LEAVES = (Literal, Opaque)


def walk(value: Value, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Value]]:
    """Yield *value* and every value inside it, outermost first, each with the path that leads there."""
    waiting = [(path, value)]
    while waiting:
        place = waiting.pop()
        yield place
        at, value = place
        if isinstance(value, _LEAVES):
            continue
        inner = [((*at, step) if step else at, child) for step, child in children(value)]
        inner.reverse()
        waiting += inner


def dotted(path: tuple[str, ...]) -> str:
    """Return a path of `walk` as people write it: ``statement[0].resources``."""
    return ".".join(path).replace(".[", "[")


def references(value: Value) -> Iterator[Reference]:
    """Yield every reference in *value*, those that an opaque expression mentions too."""
    waiting = [value]
    while waiting:
        inner = waiting.pop()
        if isinstance(inner, Literal):
            continue
        if isinstance(inner, Opaque):
            yield from inner.mentions
            continue
        if isinstance(inner, Reference):
            yield inner
            waiting += inner.through[::-1]
        found = [child for _, child in children(inner)]
        found.reverse()
        waiting += found


def _detached(value: Any) -> Any:
    """Return *value* without origins and styles."""
    match value:
        case Template(parts=parts):
            value = replace(value, parts=tuple(map(_detached, parts)))
        case Sequence(items=items):
            value = replace(value, items=tuple(map(_detached, items)))
        case Call(arguments=arguments):
            value = replace(value, arguments=tuple(map(_detached, arguments)))
        case Mapping(entries=entries):
            bare = tuple(
                Entry(_detached(e.key) if isinstance(e.key, Value) else e.key, _detached(e.value)) for e in entries
            )
            value = replace(value, entries=bare)
        case Dynamic(for_each=for_each, content=content):
            value = replace(value, for_each=_detached(for_each), content=_detached(content))
        case Conditional(test=test, then=then, otherwise=otherwise):
            value = replace(value, test=_detached(test), then=_detached(then), otherwise=_detached(otherwise))
        case Reference(path=path):
            steps = tuple(Index(_detached(s.value)) if isinstance(s, Index) and s.value else s for s in path)
            value = replace(value, path=steps)
        case _:
            pass
    return replace(value, origin=None, like=None)


# --------------------------------------------------------------------------------------------------------------------
# Declarations


EMPTY = Mapping(())


class Resource:
    """Something declared: a resource, a data source, an input, a local, an output, a module call, a provider.

    - *type* is the neutral type (``aws_iam_role``), empty for inputs, locals and outputs; a module call has its
      source, as written;
    - *source_type* is the type as written: facts (limits, create-only properties) are looked up by it;
    - *address* is what a person would call it: ``aws_iam_role.app``, ``var.region``, a logical ID;
    - *body* holds the arguments under neutral names: an input's ``default``, ``type``, ``description``, a local's and
      an output's ``value``. *meta* holds what the language itself reads: ``depends_on``, ``count``, ``lifecycle``,
      ``provider``; ``DependsOn``, ``Condition``, ``DeletionPolicy``, ``Metadata``. Both are read when first asked for;
    - *written* holds the arguments as the source has them, under its own names and in its own shapes, references too:
      what the facts of a language are asked about. It is the body where the source's names are the neutral ones;
    - *binding* is the Python expression that names it where it was made (``self.role``), empty elsewhere;
    - *scope* names the function that a CDKTF construct is made in (``__init__``), empty elsewhere; *once* says whether
      it is sure to be made, and made once, where its module is.
    """

    __slots__ = (
        "_body",
        "_meta",
        "_once",
        "_read",
        "_references",
        "_walked",
        "_written",
        "address",
        "binding",
        "kind",
        "name",
        "origin",
        "scope",
        "source_type",
        "type",
    )

    def __init__(
        self,
        kind: Kind,
        type: str,  # noqa: A002 - the field's own word
        name: str,
        read: Callable[[], tuple[Mapping, Mapping]] | tuple[Mapping, Mapping] | Mapping,
        *,
        origin: Origin | None = None,
        address: str = "",
        source_type: str = "",
        binding: str = "",
        scope: str = "",
        written: Callable[[], Mapping] | None = None,
        once: Callable[[], bool] | bool = True,
    ) -> None:
        """Declare a resource; *read* gives body and meta, or is what they are; *written* gives what it is called so."""
        self.kind = kind
        self.type = type
        self.name = name
        self.origin = origin
        self.source_type = source_type or type
        self.address = address or ".".join(filter(None, (_ADDRESS_PREFIX.get(kind, ""), type, name)))
        self.binding = binding
        self.scope = scope
        self._once = once
        self._body: Mapping | None = None
        self._meta: Mapping = EMPTY
        self._read = read
        self._written: Callable[[], Mapping] | Mapping | None = written
        self._walked: tuple[tuple[tuple[str, ...], Value], ...] | None = None
        self._references: tuple[Reference, ...] | None = None

    def __repr__(self) -> str:
        """Say which one it is."""
        return f"<{self.kind} {self.address}>"

    @property
    def body(self) -> Mapping:
        """The arguments."""
        if self._body is None:
            read = self._read() if callable(self._read) else self._read
            self._body, self._meta = (read, EMPTY) if isinstance(read, Mapping) else read
        return self._body

    @property
    def meta(self) -> Mapping:
        """What the language itself reads."""
        if self._body is None:
            _ = self.body
        return self._meta

    @property
    def written(self) -> Mapping:
        """The arguments under the source's own names."""
        if self._written is None:
            return self.body
        if callable(self._written):
            self._written = self._written()
        return self._written

    @property
    def once(self) -> bool:
        """Whether it is sure to be made, and made once: ``count`` and ``for_each`` are told by *meta*."""
        return self._once() if callable(self._once) else self._once

    @property
    def key(self) -> tuple[Kind, str, str]:
        """What references to it have as `Reference.target`; unique in its module."""
        return self.kind, "" if self.kind is Kind.MODULE else self.type, self.name

    @property
    def value(self) -> Value | None:
        """A local's or an output's value, an input's default."""
        return self.body.get("default" if self.kind is Kind.INPUT else "value")

    @property
    def is_kept(self) -> bool:
        """Whether ``prevent_destroy`` forbids to replace it, well written or not: another rule may mend that yet."""
        lifecycle = self.meta.get("lifecycle")
        if isinstance(lifecycle, Sequence) and len(lifecycle.items) == 1:
            lifecycle = lifecycle.items[0]
        return isinstance(lifecycle, Mapping) and any(
            entry.name.replace("_", "").casefold() == "preventdestroy"
            and isinstance(entry.value, Literal)
            and str(entry.value.value).casefold() == "true"
            for entry in lifecycle.entries
        )

    def get(self, *names: str) -> Value | None:
        """Return the argument at the path *names*, or None."""
        return self.body.get(*names)

    def all(self, name: str) -> tuple[Value, ...]:
        """Return the values of the argument *name*: of every block, or the items of a list."""
        return self.body.all(name)

    def walk(self) -> tuple[tuple[tuple[str, ...], Value], ...]:
        """Return every value of body and meta with its path, outermost first."""
        if self._walked is None:
            self._walked = (*walk(self.body), *walk(self.meta))
        return self._walked

    @property
    def references(self) -> tuple[Reference, ...]:
        """Every reference in body and meta, those that an opaque expression mentions too."""
        if self._references is None:
            self._references = (*references(self.body), *references(self.meta))
        return self._references

    def reference(self, *path: Step) -> Reference:
        """Return a reference to this."""
        return Reference(*self.key, path)


_ADDRESS_PREFIX = {
    Kind.DATA: "data",
    Kind.INPUT: "var",
    Kind.LOCAL: "local",
    Kind.OUTPUT: "output",
    Kind.PROVIDER: "provider",
}


class Module:
    """Resources that are declared together and refer to each other by name.

    - *path* names it: a directory, a template's file, ``lib/tap_stack.py:TapStack``; the root directory is ``"."``;
    - *documents* are the paths of the files that it is written in;
    - *deployable* is true of a module that somebody deploys by itself: a Terraform root with a provider or backend
      block or tfvars and no caller in the tree, a stack class, a template; examples of a library are not;
    - *assignments* are the values that variable files give to inputs, each with whether it is loaded by itself;
    - *signature* is what the constructor of a class takes, None for what is no class or comes from elsewhere.
    """

    def __init__(
        self,
        path: str,
        language: str,
        resources: tuple[Resource, ...],
        documents: tuple[str, ...],
        *,
        deployable: bool = False,
        assignments: tuple[Assignment, ...] = (),
        signature: Signature | None = None,
    ) -> None:
        """Collect *resources*, in source order."""
        self.path = path
        self.language = language
        self.resources = resources
        self.documents = documents
        self.deployable = deployable
        self.assignments = assignments
        self.signature = signature
        self._by_key = {resource.key: resource for resource in reversed(resources)}

    def __repr__(self) -> str:
        """Say which one it is."""
        return f"<module {self.path}>"

    def of(self, *kinds: Kind) -> Iterator[Resource]:
        """Yield what is declared of *kinds*, in source order."""
        return (resource for resource in self.resources if resource.kind in kinds)

    def of_type(self, *types: str) -> Iterator[Resource]:
        """Yield the resources (not data sources) of *types*, in source order."""
        return (r for r in self.resources if r.kind is Kind.RESOURCE and r.type in types)

    def find(self, kind: Kind, type: str, name: str) -> Resource | None:  # noqa: A002 - the field's own word
        """Return what is declared under that name, or None."""
        return self._by_key.get((kind, type, name))

    def target(self, reference: Reference) -> Resource | None:
        """Return what *reference* refers to, or None when it is not declared here."""
        return self._by_key.get(reference.target)

    @functools.cached_property
    def references(self) -> dict[tuple[Kind, str, str], set[tuple[Kind, str, str]]]:
        """The reference graph: for each declaration, the keys of those that it refers to."""
        return {
            resource.key: {r.target for r in resource.references if r.target in self._by_key}
            for resource in self.resources
        }

    def users(self, resource: Resource) -> list[Resource]:
        """Return the declarations that refer to *resource*."""
        return [
            other
            for other in self.resources
            if other is not resource and any(r.target == resource.key for r in other.references)
        ]


@dataclass(frozen=True, slots=True)
class Assignment:
    """A value that a variable file gives to an input. *loaded*: Terraform reads the file by itself."""

    path: str
    name: str
    value: Value
    loaded: bool


@dataclass(frozen=True, slots=True)
class Signature:
    """What a constructor takes: names that must be given, names that may be, and whether any other may be too.

    *own*: the class itself has it, and does not inherit it. *places* is how many are taken by position, the scope and
    the id among them; those of *named* are not.
    """

    required: tuple[str, ...]
    optional: tuple[str, ...]
    others: bool
    own: bool
    places: int = 2
    named: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unbound:
    """A name that a program uses in *module* and that nothing binds.

    *scope* names the function that it is used in, *attributes* are those that the program takes of it. *at* is where it
    stands first.
    """

    name: str
    module: Module
    scope: str
    attributes: frozenset[str]
    at: Origin


@dataclass(frozen=True, slots=True)
class Clash:
    """A construct of *module* whose id *other* has already in the same scope; itself, when a loop makes it again."""

    module: Module
    resource: Resource
    other: Resource
    id: str


@dataclass(frozen=True, slots=True)
class Overwrite:
    """An attribute that every construct has and that cannot be set: *module* binds *resource* to it.

    *clear*: every use of it means what it is set to, and not what every construct has.
    """

    module: Module
    resource: Resource
    name: str
    clear: bool


@dataclass(frozen=True, slots=True)
class Overridden:
    """What a program sets at *path* of what is synthesized of *resource*, past its class, by a statement of its own."""

    module: Module
    resource: Resource
    path: str
    value: Value
    origin: Origin


@dataclass(frozen=True, slots=True)
class ModuleCall:
    """A module call: *resource* in *caller* instantiates *module*.

    *excess* is what a constructor is given by position for which it has no place.
    """

    caller: Module
    resource: Resource
    module: Module
    excess: tuple[Value, ...] = ()


class Tree(Protocol):
    """The files around what is being mended.

    In a closed world every file of the repository can be seen; in an open one (`iacfix.fix_text`) only what was
    handed over, and rules of the kind "nothing in the tree builds it" stay silent.
    """

    @property
    def closed(self) -> bool:
        """Whether every file of the repository can be seen."""
        ...

    def paths(self) -> frozenset[str]:
        """Return the paths of all files, relative to the root, with forward slashes."""
        ...

    def text(self, path: str) -> str | None:
        """Return the file's text, or None when it is absent, unreadable, not UTF-8 or too large."""
        ...


ABSENT = "absent"
"""The cause of a problem of something that a document names and nobody has: the document itself was read."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that keeps a document from being read, or that its language forbids.

    *unread*: the document could not be read because of it; what a whole module does wrong (a name declared twice) is
    the business of fixers, and no error of reading. Where the language knows how the text came to be so, *cause* says
    it, and *remedy* has what to put in place of which pieces for it to be read.
    """

    message: str
    origin: Origin
    unread: bool = True
    cause: str = ""
    remedy: tuple[tuple[Span, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Import:
    """A class that a Python program takes: *name* of the package module *module*, called *bound* in the file *path*.

    *used*: the file, or another one, does something with it. *makes* is what the file declares with it. Its origin is
    the name in the statement.
    """

    path: str
    module: str
    name: str
    bound: str
    origin: Origin
    used: bool
    makes: tuple[Resource, ...] = field(default=(), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Asked:
    """An attribute *name* that a program asks the library's own class *of* for, or an object of it.

    Its origin is the name; *whole* is where the class, or the object, is named with it. Objects of providers' classes
    are asked as what the library has them stand on, and only for methods.
    """

    name: str
    origin: Origin
    whole: Origin
    of: str


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an expression stands for: one of *values* at a time, each where it is written.

    *uses* is how many expressions take them, 0 where that is not known.
    """

    values: tuple[Value, ...]
    uses: int


class Component:
    """What is read, mended and proven together: modules connected by calls, an app tree, or one template.

    *problems* are what the reader found wrong with the documents: a document with a problem of its own syntax has no
    resources, and the others are read all the same.
    """

    def __init__(
        self,
        language: str,
        documents: dict[str, Document],
        modules: tuple[Module, ...],
        calls: tuple[ModuleCall, ...] = (),
        problems: tuple[Problem, ...] = (),
        tree: Tree | None = None,
    ) -> None:
        """Put together what a language has read."""
        self.language = language
        self.documents = documents
        self.modules = modules
        self.calls = calls
        self.problems = problems
        self.tree = tree

    def may_lack(self, module: Module) -> bool:
        """Say whether *module* may refer to what it does not declare, as far as a search of its text can tell."""
        del module
        return True

    @property
    def imports(self) -> tuple[Import, ...]:
        """The names that the program imports, in source order; empty in languages without imports."""
        return ()

    @property
    def modules_taken(self) -> frozenset[str]:
        """What a program imports, by dotted names: modules, names in them, and modules with everything in them."""
        return frozenset()

    @property
    def unbound(self) -> tuple[Unbound, ...]:
        """The names that a program uses and nothing binds, one for each function."""
        return ()

    @property
    def overridden(self) -> tuple[Overridden, ...]:
        """What a program sets in what is synthesized, past the classes that make it."""
        return ()

    @property
    def clashes(self) -> tuple[Clash, ...]:
        """The constructs of a program whose id is taken."""
        return ()

    @property
    def overwrites(self) -> tuple[Overwrite, ...]:
        """The attributes of constructs that a program sets and cannot set."""
        return ()

    def asked(self) -> Iterator[Asked]:
        """Yield the attributes that the program asks the library's classes for, and their objects."""
        yield from ()

    def repeated(self, value: Value) -> Value | None:
        """Return what each item of *value* is made by, where it is a list that one expression makes."""
        del value
        return None

    def gathered(self, module: Module, local: Resource) -> Value | None:
        """Return the value of *local*, with what is appended to it, where nothing else but one expression names it."""
        del module, local
        return None

    def paired(self, module: Module, value: Value) -> Value | None:
        """Return the map that *value* says, where it is a list of keys and values in a form of the language."""
        del module, value
        return None

    def meaning(self, module: Module, value: Value) -> Meaning | None:
        """Return what *value* stands for that is written elsewhere, as far as that is certain."""
        local = module.target(value) if isinstance(value, Reference) and not value.path else None
        written = local.value if local is not None and local.kind is Kind.LOCAL else None
        return Meaning((written,), 0) if written is not None else None

    def untidy(self) -> Iterator[str]:
        """Yield the paths of the documents that the language's own formatter would change."""
        yield from ()

    @property
    def closed(self) -> bool:
        """Whether the whole repository can be seen."""
        return self.tree is not None and self.tree.closed

    def callers(self, module: Module) -> tuple[ModuleCall, ...]:
        """Return the calls that instantiate *module*."""
        return tuple(call for call in self.calls if call.module is module)

    def callee(self, resource: Resource) -> Module | None:
        """Return the module that the module call *resource* instantiates, or None when it is not in the tree."""
        return next((call.module for call in self.calls if call.resource is resource), None)

    def roots(self, module: Module) -> tuple[Module, ...]:
        """Return the modules without callers from which *module* is reached; itself when nobody calls it."""
        seen: list[Module] = []
        waiting = [module]
        found: list[Module] = []
        while waiting:
            current = waiting.pop()
            if current in seen:
                continue
            seen.append(current)
            callers = self.callers(current)
            waiting.extend(call.caller for call in callers)
            if not callers:
                found.append(current)
        return tuple(found)

    def source(self, origin: Origin) -> str:
        """Return the text at *origin*."""
        return self.documents[origin.path].text[slice(*origin.span)]

    def position(self, origin: Origin) -> Position:
        """Return the line and column where *origin* begins."""
        return self.documents[origin.path].position(origin.span.start)


def folder(path: str) -> str:
    """Return the directory of a document's path; the root is ``"."``."""
    return posixpath.dirname(path) or "."
