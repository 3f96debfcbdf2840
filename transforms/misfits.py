"""What stands in a body and does not fit the provider's schema, and what it should be: one clear answer, or none.

Every argument and block that the schema rejects is one misfit, with one way to mend it, so that the fixers of the
different ways never speak about the same one. Generic ways come before what is known of a single type, but for the
names in `facts.moved_terraform`.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from iacfix.transforms.facts.accepted import accepted
from iacfix.transforms.facts.moved_terraform import DROPPED, ELSEWHERE, RENAMED, REWRITTEN, SUCCEEDED
from iacfix.transforms.facts.terraform import Argument, NestedBlock
from iacfix.transforms.likeness import (
    COMMON,
    around,
    exchanged,
    like,
    longer,
    misspelt,
    said_otherwise,
    same_word,
    stem,
    synonyms,
    wanted,
    words,
)
from iacfix.transforms.model import (
    Call,
    Component,
    Dynamic,
    Entry,
    Kind,
    Literal,
    Mapping,
    Reference,
    Resource,
    Sequence,
    Template,
    Value,
    references,
)
from iacfix.transforms.schema import Accepted, Body, bodies, map_around


class Way(enum.Enum):
    """How a misfit is mended."""

    RENAME = enum.auto()  # *name* is what it is called
    LIFT = enum.auto()  # it belongs into the body around, as *name*
    SINK = enum.auto()  # it belongs into the block *name*
    UNWRAP = enum.auto()  # what stands in it belongs into the body itself, under *names*
    DROP = enum.auto()  # nothing takes its place
    BLOCK = enum.auto()  # written as an argument, and is a block
    ARGUMENT = enum.auto()  # written as a block, and is an argument
    NEST = enum.auto()  # it belongs into a block that is made for it; *name* is the block's, *names* its own in there
    SWITCH = enum.auto()  # a block that says only whether, and an argument that does so; *name* is its switch
    HOME = enum.auto()  # it belongs into another resource, *home*
    NONE = enum.auto()  # there is no clear answer


@dataclass(frozen=True, slots=True)
class Misfit:
    """An *entry* of *body* that the schema rejects. *known*: there is such a name, and it is written otherwise."""

    body: Body
    entry: Entry
    way: Way
    name: str = ""
    names: tuple[tuple[str, str], ...] = ()
    candidates: tuple[str, ...] = ()
    reason: str = ""
    known: bool = False
    likely: bool = False  # nothing else comes near, and yet it is no more than likely
    home: Resource | None = None

    @property
    def argument(self) -> str:
        """Its path, as a finding has it."""
        return self.body.to(self.entry.name)

    @property
    def word(self) -> str:
        """What it is written as."""
        return "block" if is_block(self.entry.value) else "argument"


# What fixers of their own are about, besides what has successors.
OTHERWISE = {
    "aws_api_gateway_deployment": {"stage_name", "stage_description"},
    "terraform": {"use_lockfile"},  # of a backend in CDKTF
}


@lru_cache(maxsize=4)
def misfits(component: Component) -> tuple[Misfit, ...]:
    """Return everything that the schemas reject in *component*."""
    return tuple(misfit for body in bodies(component) if not body.accepts.open for misfit in _of(body))


@lru_cache(maxsize=4)
def crowded(component: Component) -> frozenset[int]:
    """Return the bodies, by the identity of their mappings, in which stands what may be meant for what is missing."""
    if component.language == "cloudformation":
        return frozenset()  # whose names are read as Terraform's
    return frozenset(id(misfit.body.mapping) for misfit in misfits(component) if misfit.way is not Way.DROP)


def _of(body: Body) -> Iterator[Misfit]:
    if body.outer is not None and body.entry is not None and _in_the_way(body.outer, body.entry) is not None:
        return
    if body.component.language == "cdktf" and body.path and map_around(body.mapping, body.accepts):
        return  # keys of a map, in the place of the map
    unknown: list[Entry] = []
    left_out = {"", "**"}
    if not body.path:
        left_out |= _META.union(*(table.get(body.resource.type, ()) for table in (OTHERWISE, SUCCEEDED, REWRITTEN)))
    for entry in body.mapping.entries:
        if entry.origin is None or entry.name in left_out:
            continue
        if not body.accepts.knows(entry.name):
            if not (body.accepts.reads(entry.name) and _may_be_null(entry.value)):
                unknown.append(entry)
        elif (misfit := _misshapen(body, entry)) is not None:
            yield misfit
    taken: set[str] = set(body.mapping.names)
    for entry in unknown:
        misfit = _unknown(body, entry, taken, unknown)
        if misfit.way is Way.RENAME:
            taken.add(misfit.name)
        yield misfit


def _may_be_null(value: Value) -> bool:
    """Say whether nothing may be given after all: what a provider computes may be set to null."""
    return not isinstance(value, Template | Sequence | Mapping | Dynamic) and not (
        isinstance(value, Literal) and value.value is not None
    )


_META = frozenset({"count", "for_each", "depends_on", "lifecycle", "provider", "provisioner", "connection"})


def is_block(value: Value) -> bool:
    """Say whether *value* is written as a block."""
    return isinstance(value, Dynamic) or (isinstance(value, Mapping) and value.block)


def _is_nested(value: Mapping, body: Body) -> bool:
    """Say whether *value* is a block of *body*: CDKTF writes them as structs and dictionaries."""
    return value.block or body.component.language == "cdktf"


# --------------------------------------------------------------------------------------------------------------------
# Names that are not there


def _unknown(body: Body, entry: Entry, taken: set[str], unknown: list[Entry]) -> Misfit:
    path = body.to(entry.name)
    type_ = body.resource.type if body.resource.kind is Kind.RESOURCE else f"data.{body.resource.type}"
    if body.accepts.reads(entry.name):
        return Misfit(body, entry, Way.NONE, reason="the provider computes it, and it cannot be given")
    if (into := _sunk(body, entry, unknown, there=True)) is not None:
        return Misfit(body, entry, Way.SINK, into)
    given = RENAMED.get(type_, {}).get(path)
    if given is not None and given not in taken and _is_called(entry.value, given, body.accepts):
        return Misfit(body, entry, Way.RENAME, given)
    if (dropped := DROPPED.get(type_, {}).get(path)) is not None and min(body.accepts.majors) >= dropped[0]:
        return Misfit(body, entry, Way.DROP, reason=dropped[1])
    if (elsewhere := ELSEWHERE.get(type_, {}).get(path)) is not None:
        if (home := _home(body, entry, elsewhere)) is not None:
            return Misfit(body, entry, Way.HOME, home=home)
        return Misfit(body, entry, Way.NONE, candidates=(f"a resource {elsewhere}",))
    if misfit := _lifted_whole(body, entry, taken) or _lifted(body, entry):
        return misfit
    meant = _meant(body, entry, taken)
    if len(meant) == 1:
        return Misfit(body, entry, Way.RENAME, meant[0])
    if (into := _sunk(body, entry, unknown)) is not None:
        return Misfit(body, entry, Way.SINK, into)
    if not meant and (fuller := _fuller(body, entry, taken)):
        return Misfit(body, entry, Way.RENAME, fuller)
    if (nested := _nested(body, entry, unknown)) is not None:
        return nested
    if likely := _likely(body, entry, taken, unknown):
        return Misfit(body, entry, Way.RENAME, likely, likely=True)
    if path == "tags" and not body.accepts.reads("tags") and not same_word("tags", _names(body.accepts)):
        return Misfit(body, entry, Way.DROP, reason=f"{body.resource.type} has no tags")
    return Misfit(body, entry, Way.NONE, candidates=tuple(meant or _candidates(body, entry)))


def _names(accepts: Accepted) -> list[str]:
    return [argument.name for argument in accepts.arguments()] + [block.name for block in accepts.blocks()]


def _meant(body: Body, entry: Entry, taken: Iterable[str]) -> list[str]:
    """Return the names that *entry* may be meant to have, those that are as likely as each other."""
    accepts, value = body.accepts, entry.value
    names = [name for name in _names(accepts) if name not in taken or _repeats(accepts.block(name))]
    free = [name for name in names if _fits(value, name, accepts)]
    blocks = [name for name in names if is_block(value) and accepts.block(name) is not None]
    in_number = [name for name in names if _fits(_in_number(value), name, accepts)]
    context = {*words(body.resource.type)[1:], *(word for step in body.path for word in words(step))}
    required = set(body.missing())
    for found in (
        same_word(entry.name, dict.fromkeys([*free, *blocks, *in_number])),
        synonyms(entry.name, free),
        misspelt(entry.name, free),
        [n for n in said_otherwise(entry.name, free, context) if _agrees(entry, n)],
        [n for n in wanted(entry.name, free) if n in required and _agrees(entry, n)],
        [n for n in free if _repeats_type(entry.name, n, body)],
        [n for n in blocks if is_block(value) and exchanged(entry.name, n)],
    ):
        needed = [name for name in found if name in required]
        if len(found) == 1 or len(needed) == 1:
            return needed if len(needed) == 1 else found
        if found:
            return found
    return []


# What a name says besides that makes another thing of it.
_ANOTHER = frozenset(map(stem, ["arn", "disabled", "enabled", "id", "name", "type", "version"]))


def _likely(body: Body, entry: Entry, taken: Iterable[str], unknown: list[Entry]) -> str:
    """Return the one name that *entry* may well be meant to have: what says it in more words, or what is missing.

    Where an argument is wanted, there is only one that is not known, and no other comes near, that is it.
    """
    if entry.name in COMMON and entry.name != "path":
        return ""
    values = (entry.value, _in_number(entry.value))
    free = [n for n in _names(body.accepts) if n not in taken and any(_fits(v, n, body.accepts) for v in values)]
    free = [name for name in free if _is_a_word(body, name, entry.value)]
    missing, own = [name for name in body.missing() if name not in taken], set(words(entry.name))
    said = [
        said_otherwise(entry.name, free),
        [name for name in free if _with_a_word(own, set(words(name)))],
        [name for name in free if entry.name.endswith(f"_{name}") and name not in COMMON],
    ]
    found = next(filter(None, said), [])
    if len(unknown) == 1 and len(missing) == 1 and missing[0] in (found or free):
        return missing[0]
    return found[0] if len(found) == 1 else ""


def _is_a_word(body: Body, name: str, value: Value) -> bool:
    """Say whether *value* is one of the words that the argument *name* takes, where it is a word and they are known."""
    known = accepted().get(f"{body.resource.type}.{body.to(name)}")
    if known is None or not isinstance(value, Literal) or not isinstance(value.value, str):
        return True
    return value.value.lower() in {word.lower() for word in known}


def _with_a_word(own: set[str], its: set[str]) -> bool:
    """Say whether a name is one word, *own*, and one more that does not make another thing of it."""
    return len(own) == 1 and own < its and len(its) == len(own) + 1 and not _ANOTHER & (its - own)


def _repeats_type(name: str, short: str, body: Body) -> bool:
    """Say whether *name* is *short* behind the last words of what it is said of: ``role_name`` of a role."""
    said, own = words(body.path[-1] if body.path else body.resource.type), words(name)
    before = own[: len(own) - len(words(short))]
    return bool(before) and own == (*before, *words(short)) and said[-len(before) :] == before


def _fuller(body: Body, entry: Entry, taken: Iterable[str]) -> str:
    """Return the one name that *entry* begins: a single word does not tell, unless the name is one that is wanted."""
    names = [name for name in _names(body.accepts) if name not in taken and _fits(entry.value, name, body.accepts)]
    found = [name for name in longer(entry.name, names) if _agrees(entry, name)]
    told = "_" in entry.name or set(found) <= set(body.missing())
    if not found and len(words(entry.name)) > 1 and entry.name not in COMMON:
        found = [name for name in around(entry.name, names) if _agrees(entry, name)]
    return found[0] if len(found) == 1 and told else ""


def _in_number(value: Value) -> Value:
    """Return what is left of a list of one, and a list of what is none: the other fixer's work, once the name fits."""
    match value:
        case Sequence(items=(only,)):
            return only
        case Literal(value=str()) | Template() | Reference():
            return Sequence((value,))
        case _:
            return value


def _repeats(block: NestedBlock | None) -> bool:
    return block is not None and block.max is None


def _agrees(entry: Entry, name: str) -> bool:
    """Say whether what is given goes with *name* where it has another last word: an ARN is no name."""
    changed = set(words(name)) ^ set(words(entry.name))
    told = changed & {"arn", "name", "id"}
    if not told:
        return True
    if len(told) > 1 and not told >= changed:
        return False
    items = entry.value.items if isinstance(entry.value, Sequence) else (entry.value,)
    if len(told) > 1:
        return all(isinstance(item, Reference) and item.attribute in set(words(name)) & told for item in items)
    other = next(iter(told))
    return all(
        not (isinstance(item, Reference) and item.kind in {Kind.RESOURCE, Kind.DATA})
        or (item.attribute == other or (item.attribute, other) == ("id", "name")) is (other in words(name))
        for item in items
    )


def _is_called(value: Value, name: str, accepts: Accepted) -> bool:
    """Say whether *value* can be *name*, which it is known to be called now: what stands in it may have changed too."""
    block = accepts.block(name)
    return _fits(value, name, accepts) or (block is not None and fits_block(value, block))


def _fits(value: Value, name: str, accepts: Accepted) -> bool:
    """Say whether *value* can be given to the argument or block *name*."""
    if (argument := accepts.argument(name)) is not None:
        return not argument.deprecated and fits_argument(value, argument) and _is_of_its_family(value, name)
    block = accepts.block(name)
    if block is None or block.deprecated or not fits_block(value, block):
        return False
    inside = accepts.inside(name)
    return inside.open or all(inside.knows(inner.name) for inner in _entries(value))


def _entries(value: Value) -> Iterator[Entry]:
    """Yield what is given in a block, an object, or the objects of a list."""
    match value:
        case Mapping(entries=entries) | Dynamic(content=Mapping(entries=entries)):
            yield from entries
        case Sequence(items=items):
            for item in items:
                yield from _entries(item)
        case _:
            pass


_IPV4, _IPV6 = re.compile(r"\d+(?:\.\d+){3}/\d+"), re.compile(r"[\da-fA-F:]*:[\da-fA-F:]*/\d+")


def _is_of_its_family(value: Value, name: str) -> bool:
    """Say whether addresses of version 4 are not given to a name of version 6, nor the other way round."""
    of_6 = "ipv6" in name.split("_")
    for item in value.items if isinstance(value, Sequence) else (value,):
        if "cidr" in name and isinstance(item, Literal) and isinstance(item.value, str):
            wrong = _IPV4 if of_6 else _IPV6
            if wrong.fullmatch(item.value):
                return False
    return True


# Arguments that take a document in JSON, as a string.
_DOCUMENT = re.compile(
    r"(?:\w+_)?(?:policy|policies|pattern|definitions?|mappings|document|body|json|properties)|secret_string|input|redrive_(?:allow_)?policy"
)


def is_document(argument: Argument) -> bool:
    """Say whether *argument* takes a JSON document as a string."""
    return argument.type == "string" and _DOCUMENT.fullmatch(argument.name) is not None


def fits_argument(value: Value, argument: Argument) -> bool:
    """Say whether *value* can be given to *argument*, as far as can be told."""
    outer = argument.type.partition("(")[0]
    match value:
        case Literal(value=None):
            return True
        case Literal(value=bool()):
            return outer in {"bool", "any"}
        case Literal(value=int() | float()):
            return outer in {"number", "string", "any"}
        case Literal(value=str() as text):
            return (
                outer in {"string", "any"}
                or (outer == "number" and text.isdecimal())
                or (outer == "bool" and text in {"true", "false"})
            )
        case Template() | Call(name="jsonencode" | "format" | "join" | "file" | "templatefile"):
            return outer in {"string", "any"}
        case Sequence():
            return outer in {"list", "set", "tuple", "any"}
        case Mapping(block=True) | Dynamic():
            return argument.type in {"list(object)", "set(object)"} or (outer == "map" and isinstance(value, Mapping))
        case Mapping():
            return outer in {"map", "object", "any"}
        case _:
            return True


def fits_block(value: Value, block: NestedBlock) -> bool:
    """Say whether *value* can be written as *block*."""
    match value:
        case Mapping(block=True) | Dynamic():
            return True
        case Mapping():
            return all(entry.name for entry in value.entries)
        case Sequence(items=items):
            objects = [item for item in items if isinstance(item, Mapping) and all(e.name for e in item.entries)]
            return 0 < len(items) == len(objects) and (len(items) == 1 or block.max is None)
        case _:
            return False


def _candidates(body: Body, entry: Entry) -> list[str]:
    found = like(entry.name, _names(body.accepts))
    found += [f"{block.name}.{entry.name}" for block in body.accepts.blocks() if entry.name in _names_in(body, block)]
    if body.outer is not None and body.outer.accepts.knows(entry.name):
        found.append(f"{entry.name} beside the block")
    return found[:4]


def _names_in(body: Body, block: NestedBlock) -> list[str]:
    inside = body.accepts.inside(block.name)
    return [] if inside.open else _names(inside)


# --------------------------------------------------------------------------------------------------------------------
# Names that are elsewhere


def _lifted_whole(body: Body, entry: Entry, taken: Iterable[str]) -> Misfit | None:
    """Return what takes a block away around arguments that belong beside it."""
    if (names := _lifts(body, entry)) and not {new for _, new in names} & set(taken):
        return Misfit(body, entry, Way.UNWRAP, names=names)
    return None


def _lifts(body: Body, entry: Entry) -> tuple[tuple[str, str], ...]:
    """Return the name that each entry of a block has in the body around it, or nothing when one has none."""
    block, accepts = entry.value, body.accepts
    if not isinstance(block, Mapping) or not _is_nested(block, body) or block.labels or not block.entries:
        return ()
    pairs = [(inner.name, _name_above(inner, entry.name, accepts)) for inner in block.entries]
    names = [new for _, new in pairs]
    required = {a.name for a in accepts.arguments() if a.required} | {b.name for b in accepts.blocks() if b.min}
    told = any(new not in COMMON or new in required for new in names)
    return tuple(pairs) if all(names) and told and len({*names}) == len(names) else ()


def _name_above(inner: Entry, block: str, accepts: Accepted) -> str:
    """Return the one name that *inner* of the block *block* has outside of it, or an empty string."""
    free = [name for name in _names(accepts) if _fits(inner.value, name, accepts)]
    if inner.name in free:
        return inner.name
    own, around = set(words(inner.name)), set(words(block))
    found = [name for name in free if own < set(words(name)) and set(words(name)) - own <= around]
    return found[0] if len(found) == 1 else ""


def _lifted(body: Body, entry: Entry) -> Misfit | None:
    outer = body.outer
    if outer is None or body.generated or body.entry is None:
        return None
    name = _name_above(entry, body.entry.name, outer.accepts)
    if name and name not in COMMON and name not in outer.mapping.names and len(outer.mapping.all(body.entry.name)) == 1:
        return Misfit(body, entry, Way.LIFT, name)
    return None


def _sunk(body: Body, entry: Entry, unknown: list[Entry], *, there: bool = False) -> str | None:
    """Return the one block that *entry* belongs into: it is there once, or can be made of what is to go into it.

    *there*: it is the only one that is there of those that have a block of this name.
    """
    if entry.name in COMMON:
        return None
    homes = [
        block for block in body.accepts.blocks() if entry.name in _names_in(body, block) and block.name != "timeouts"
    ]
    if there:
        homes = [home for home in homes if home.name in body.mapping.names] if is_block(entry.value) else []
    if len(homes) != 1:
        return None
    home, inside = homes[0], body.accepts.inside(homes[0].name)
    if not _fits(entry.value, entry.name, inside):
        return None
    written = [e for e in body.mapping.entries if e.name == home.name]
    if written:
        value = written[0].value
        fits = len(written) == 1 and isinstance(value, Mapping) and _is_nested(value, body)
        fits = fits and isinstance(value, Mapping) and entry.name not in value.names
        return home.name if fits else None
    given = {e.name for e in unknown}
    required = {a.name for a in inside.arguments() if a.required} | {b.name for b in inside.blocks() if b.min}
    return home.name if home.max == 1 and required <= given else None


def _home(body: Body, entry: Entry, type_: str) -> Resource | None:
    """Return the one resource of *type_* that is about the resource of *body*, if it takes *entry* and lacks it."""
    mine = body.resource.key
    found = [
        other
        for other in body.module.of_type(type_)
        if any(reference.target == mine for reference in references(other.body))
    ]
    if len(found) != 1 or body.path or entry.name in found[0].body.names:
        return None
    taken = {id(each.mapping): each.accepts for each in bodies(body.component)}.get(id(found[0].body))
    if taken is None:
        return None
    block, argument = taken.block(entry.name), taken.argument(entry.name)
    if block is not None and is_block(entry.value) and fits_block(entry.value, block):
        return found[0]
    return found[0] if argument is not None and fits_argument(entry.value, argument) else None


def _nested(body: Body, entry: Entry, unknown: list[Entry]) -> Misfit | None:
    """Return what makes the block that *entry* names, with an argument in it: ``index_document_suffix``."""
    own = set(words(entry.name))
    found: list[tuple[str, str]] = []
    for block in body.accepts.blocks():
        inside = body.accepts.inside(block.name)
        needed = {a.name for a in inside.arguments() if a.required} | {b.name for b in inside.blocks() if b.min}
        if block.max != 1 or block.name in body.mapping.names or inside.open:
            continue
        for argument in inside.arguments():
            its = set(words(argument.name))
            whole = its < own and own - its <= set(words(block.name)) and fits_argument(entry.value, argument)
            if whole and needed <= {argument.name}:
                found.append((block.name, argument.name))
    if len(found) != 1 or sum(words(found[0][0])[0] in words(each.name) for each in unknown) > 1:
        return None
    return Misfit(body, entry, Way.NEST, found[0][0], names=((entry.name, found[0][1]),))


# --------------------------------------------------------------------------------------------------------------------
# Names that are written otherwise


def _misshapen(body: Body, entry: Entry) -> Misfit | None:
    """Return the misfit of a block that is written as an argument, or the other way round."""
    argument, block = body.accepts.argument(entry.name), body.accepts.block(entry.name)
    value = entry.value
    if body.component.language == "cdktf":  # where blocks are arguments
        return _in_the_way(body, entry) if argument is None else None
    if block is not None and not is_block(value):
        if fits_block(value, block):
            return Misfit(body, entry, Way.BLOCK, known=True)
        if switch := _switch(value, body.accepts.inside(entry.name)):
            return Misfit(body, entry, Way.SWITCH, switch, known=True)
        return Misfit(body, entry, Way.NONE, known=True)
    if argument is not None and is_block(value) and argument.type not in {"list(object)", "set(object)", "any"}:
        outer = argument.type.partition("(")[0]
        once = sum(e.name == entry.name for e in body.mapping.entries) == 1
        if isinstance(value, Mapping) and once:
            takes = outer in {"map", "object"} or is_document(argument)
            if takes and all(not is_block(inner.value) for inner in value.entries):
                return Misfit(body, entry, Way.ARGUMENT, known=True)
            if outer == "bool" and [inner.name for inner in value.entries] == ["enabled"]:
                return Misfit(body, entry, Way.SWITCH, "enabled", known=True)
            names = _lifts(body, entry)
            if names and not {new for _, new in names} & body.mapping.names - {entry.name}:
                return Misfit(body, entry, Way.UNWRAP, names=names, known=True)
        return Misfit(body, entry, Way.NONE, known=True)
    if argument is None and (misfit := _in_the_way(body, entry)) is not None:
        return misfit
    return None


def _switch(value: Value, inside: Accepted) -> str:
    """Return the argument of a block that *value*, which says whether, can be given to."""
    required = {a.name for a in inside.arguments() if a.required} | {b.name for b in inside.blocks() if b.min}
    is_truth = isinstance(value, Literal) and isinstance(value.value, bool)
    enabled = inside.argument("enabled")
    if is_truth and enabled and enabled.type == "bool" and required <= {"enabled"}:
        return "enabled"
    if not isinstance(value, Reference):
        return ""
    end = words(value.attribute or value.name)[-1:]
    told = [a.name for a in inside.arguments() if a.type == "string" and words(a.name) == end]
    return told[0] if len(told) == 1 and required <= {*told} else ""


def _in_the_way(body: Body, entry: Entry) -> Misfit | None:
    """Return what takes away a block that is known, but not with what it holds, which belongs beside it."""
    value, inside = entry.value, body.accepts.inside(entry.name)
    if (
        not isinstance(value, Mapping)
        or not _is_nested(value, body)
        or inside.open
        or any(inside.knows(inner.name) for inner in value.entries)
    ):
        return None
    names = _lifts(body, entry)
    if names and not {new for _, new in names} & body.mapping.names:
        return Misfit(body, entry, Way.UNWRAP, names=names)
    return None
