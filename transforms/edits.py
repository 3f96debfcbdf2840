"""What a fix asks for, said without a language; and the splices of text that a language makes of it.

A language that cannot say an edit raises `Unsayable`, and the finding is reported without that fix, with the reason.
Only the engine splices text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from iacfix.transforms.model import (
    Asked,
    Entry,
    Import,
    Mapping,
    Module,
    Overridden,
    Reference,
    Resource,
    Sequence,
    Span,
    Value,
)


class Unsayable(Exception):  # noqa: N818 - it is an answer, not an error
    """The language cannot print this here. The message says what and why: it is shown to people."""


@dataclass(frozen=True, slots=True)
class Replace:
    """Put *new* where *old* stands. *old* has an origin."""

    old: Value
    new: Value


@dataclass(frozen=True, slots=True)
class InsertArgument:
    """Give *resource* an argument or a block (a `Mapping` with ``block=True``).

    *into* is ``resource.body``, ``resource.meta``, or a mapping inside them. *after* names the argument that it should
    follow; without it, the language finds the place that a person would choose (the end of the arguments, before the
    blocks).
    """

    resource: Resource
    into: Mapping
    name: str
    value: Value
    after: str = ""


@dataclass(frozen=True, slots=True)
class RemoveArgument:
    """Take *entry* out of *owner*, with its comment on the same line and the line that it leaves empty."""

    resource: Resource
    owner: Mapping
    entry: Entry


@dataclass(frozen=True, slots=True)
class RenameArgument:
    """Call *entry* of *owner* by another name and leave its value alone."""

    resource: Resource
    owner: Mapping
    entry: Entry
    name: str


@dataclass(frozen=True, slots=True)
class NameArgument:
    """Give *value*, which a call is given by position, by the keyword *name*."""

    value: Value
    name: str


@dataclass(frozen=True, slots=True)
class MoveArgument:
    """Take *entries* out of *owner*, with their text and comments, and write them at the end of *into*.

    *into* is another mapping in the same file, of *resource*, or the name of a block that is made for them where the
    first stood.
    """

    resource: Resource
    owner: Mapping
    entries: tuple[Entry, ...]
    into: Mapping | str


@dataclass(frozen=True, slots=True)
class UnwrapBlock:
    """Take the braces of the block *entry* of *owner* away: what stands in it stands in *owner* then.

    *names* are what its entries are called there, in their order; they keep their names without it.
    """

    resource: Resource
    owner: Mapping
    entry: Entry
    names: tuple[str, ...] = ()

    @property
    def renamed(self) -> tuple[RenameArgument, ...]:
        """What gives the entries of the block their names."""
        block = self.entry.value
        pairs = zip(block.entries, self.names, strict=False) if isinstance(block, Mapping) else ()
        return tuple(
            RenameArgument(self.resource, block, entry, name)
            for entry, name in pairs
            if isinstance(block, Mapping) and name != entry.name
        )


@dataclass(frozen=True, slots=True)
class ToBlock:
    """Write *entry* of *owner*, an object or a list of objects, as a block, or as one block for each object."""

    resource: Resource
    owner: Mapping
    entry: Entry


@dataclass(frozen=True, slots=True)
class ToArgument:
    """Write the block *entry* of *owner* as an argument: set to an object, or to what the block's argument *of* is."""

    resource: Resource
    owner: Mapping
    entry: Entry
    of: str = ""


@dataclass(frozen=True, slots=True)
class InsertItem:
    """Put *value* into *sequence* at *index*; ``len(items)`` is the end."""

    sequence: Sequence
    index: int
    value: Value


@dataclass(frozen=True, slots=True)
class RemoveItem:
    """Take the item at *index* out of *sequence*, with its comma."""

    sequence: Sequence
    index: int


@dataclass(frozen=True, slots=True)
class InsertResource:
    """Declare *resource* in *module*: behind *after*, or where the language puts one of its kind.

    *path* names the file, where a fixer must choose one (it is made if absent). *before* is the first that uses it: it
    goes in front of that where the module has no better place.
    """

    module: Module
    resource: Resource
    after: Resource | None = None
    path: str = ""
    before: Resource | None = None


@dataclass(frozen=True, slots=True)
class InsertResources:
    """Declare *resources*, all of one kind, in *module*, together: a section may have to be made for them."""

    module: Module
    resources: tuple[Resource, ...]


@dataclass(frozen=True, slots=True)
class RemoveResource:
    """Take the declaration of *resource* out of *module*, with the comment block that stands directly above it.

    *freed* are those that refer to it and that other edits of the same fix keep from doing so.
    """

    module: Module
    resource: Resource
    freed: tuple[Resource, ...] = ()


@dataclass(frozen=True, slots=True)
class Rebind:
    """Bind *resource* to the attribute *name* in place of the one that it is bound to, wherever its class uses it."""

    module: Module
    resource: Resource
    name: str


@dataclass(frozen=True, slots=True)
class NameResource:
    """Bind *resource* to *name*, where the language can refer only to what is bound to one."""

    module: Module
    resource: Resource
    name: str


@dataclass(frozen=True, slots=True)
class RetypeResource:
    """Give *resource* another type. What refers to it is changed by edits of its own."""

    module: Module
    resource: Resource
    type: str


@dataclass(frozen=True, slots=True)
class DeclareInput:
    """Declare an input: a variable, a Parameter, a constructor argument.

    *type* is Terraform's (``string``, ``number``, ``bool``, ``list(string)``). *default* None: it must be given.
    *pattern* is a regular expression that the value must match as a whole; languages that have no room for it leave it
    out. Does nothing where an input of that name is declared already. *direct*: whoever makes the module gives it by
    its name already, so that it cannot be one of the fields of an object, or be taken out of others.
    """

    module: Module
    name: str
    type: str
    default: Value | None
    description: str = ""
    pattern: str = ""
    direct: bool = False


@dataclass(frozen=True, slots=True)
class DeclareRest:
    """Let *module* take inputs of any other name too, as *name*: ``**kwargs``."""

    module: Module
    name: str = "kwargs"


@dataclass(frozen=True, slots=True)
class DeclareLocal:
    """Declare a local value in *module*; *users* are the resources that will refer to it (it must precede them)."""

    module: Module
    name: str
    value: Value
    users: tuple[Resource, ...] = ()


@dataclass(frozen=True, slots=True)
class RequireProvider:
    """Declare a Terraform provider in ``required_providers``, where it is not declared yet."""

    module: Module
    name: str
    source: str
    version: str = ""


@dataclass(frozen=True, slots=True)
class AddImport:
    """Import *name* from *module* in the Python file *path*; ``name=""`` imports the module."""

    path: str
    module: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class RenameImport:
    """Import *name* of *module* in place of *old*, and call it so wherever the file does."""

    old: Import
    module: str
    name: str


@dataclass(frozen=True, slots=True)
class RemoveImport:
    """Take *old* out of its import statement, which goes too when it is left empty."""

    old: Import


@dataclass(frozen=True, slots=True)
class RenameAttribute:
    """Ask a class of the library for *name* in place of what *old* asks it for; *alone*: name it without the class."""

    old: Asked
    name: str
    alone: bool = False


@dataclass(frozen=True, slots=True)
class ToStruct:
    """Write *mapping*, a dictionary, as a call of the struct *name* of the Python module *module*.

    *keywords* are what the keys of its entries are called there, in their order. The struct is imported.
    """

    mapping: Mapping
    module: str
    name: str
    keywords: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IntoMap:
    """Write the entries of *mapping*, a struct or a dictionary, as a map that is its one argument *name*."""

    mapping: Mapping
    name: str


@dataclass(frozen=True, slots=True)
class WrapInList:
    """Write *value* as the one item of a list."""

    value: Value


@dataclass(frozen=True, slots=True)
class UnwrapList:
    """Write the one item of *sequence* in its place."""

    sequence: Sequence


@dataclass(frozen=True, slots=True)
class Override:
    """Set *value* at *path* of what is synthesized, beside *resource*, whose class has no argument for it."""

    module: Module
    resource: Resource
    path: str
    value: Value


@dataclass(frozen=True, slots=True)
class DropOverride:
    """Take the statement away that makes *override*."""

    module: Module
    override: Overridden


@dataclass(frozen=True, slots=True)
class GetItem:
    """Ask what *value* refers to for an item by its method, where the step *position* of its path is an index."""

    value: Reference
    position: int


@dataclass(frozen=True, slots=True)
class Assign:
    """Give the input *name* a value in the variable file *path*."""

    path: str
    name: str
    value: Value


@dataclass(frozen=True, slots=True)
class CreateFile:
    """Create a file that is not there; fails when it is."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Reformat:
    """Lay a whole document out as the language's own formatter does."""

    path: str


@dataclass(frozen=True, slots=True)
class ReplaceText:
    """Replace a span of a `Text` document: a shell script, a README, a function's source."""

    path: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class AppendLine:
    """Add a line at the end of a `Text` document, unless it is there; the file is made if absent."""

    path: str
    line: str


@dataclass(frozen=True, slots=True)
class SetRegion:
    """Set what stands between the two marker lines of *mark* in a `Text` document; appended when it has none."""

    path: str
    mark: str
    text: str


Edit: TypeAlias = (
    Replace
    | InsertArgument
    | RemoveArgument
    | NameArgument
    | RenameArgument
    | MoveArgument
    | UnwrapBlock
    | ToBlock
    | ToArgument
    | InsertItem
    | RemoveItem
    | InsertResource
    | InsertResources
    | RemoveResource
    | Rebind
    | NameResource
    | RetypeResource
    | DeclareInput
    | DeclareRest
    | DeclareLocal
    | RequireProvider
    | AddImport
    | RenameImport
    | RemoveImport
    | RenameAttribute
    | ToStruct
    | IntoMap
    | WrapInList
    | UnwrapList
    | GetItem
    | Override
    | DropOverride
    | Assign
    | CreateFile
    | Reformat
    | ReplaceText
    | AppendLine
    | SetRegion
)


@dataclass(frozen=True, slots=True, order=True)
class Splice:
    """Put *text* in place of the characters from *start* to *end* of the document at *path*.

    *start* equal to *end* is an insertion. Insertions at one position are merged in the order of *rank* (entries of a
    block before what follows the block), then of the fixes that ask for them. *creates*: the document is not there yet.
    """

    path: str
    start: int
    end: int
    text: str = field(compare=True)
    rank: int = 0
    creates: bool = False

    @property
    def inserts(self) -> bool:
        """Whether nothing is taken away."""
        return self.start == self.end


def trimmed(splice: Splice, old: str) -> Splice:
    """Return *splice* without what *old*, the text it replaces, and the new text have in common at both ends."""
    new = splice.text
    limit = min(len(old), len(new))
    head = 0
    while head < limit and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < limit - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return Splice(
        splice.path,
        splice.start + head,
        splice.end - tail,
        new[head : len(new) - tail],
        splice.rank,
        splice.creates,
    )
