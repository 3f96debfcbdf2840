"""What stands among the properties of a template and is not accepted there, and what it should be.

Like `misfits`, which does the same for Terraform: every entry that the schema rejects is one misfit with one way to
mend it, so that the fixers of the different ways never speak about the same one.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from iacfix.transforms.edits import Edit, InsertItem, RemoveArgument, RenameArgument, Replace
from iacfix.transforms.facts.cloudformation import Shape, resource_type
from iacfix.transforms.facts.moved_cloudformation import NEVER, NOTHING, RENAMED, SETTINGS
from iacfix.transforms.facts.twins import snake
from iacfix.transforms.likeness import (
    COMMON,
    around,
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
    Component,
    Conditional,
    Entry,
    Kind,
    Literal,
    Mapping,
    Reference,
    Sequence,
    Template,
    Value,
    mapping,
)
from iacfix.transforms.properties import Place, fits, places, returned

ATTRIBUTES = (
    *("Condition", "CreationPolicy", "DeletionPolicy", "DependsOn", "Metadata", "UpdatePolicy", "UpdateReplacePolicy"),
)
"""What a resource has besides its type and its properties."""


class Way(enum.Enum):
    """How a misfit is mended."""

    RENAME = enum.auto()  # *name* is what it is called
    LIFT = enum.auto()  # it belongs into *into*, further out
    SINK = enum.auto()  # it belongs into the object *name*
    UNWRAP = enum.auto()  # what stands in it belongs beside it
    DROP = enum.auto()  # nothing takes its place
    ATTRIBUTE = enum.auto()  # it is no property, but an attribute of the resource
    SETTING = enum.auto()  # it is no property, but the setting *name* of the list *candidates*
    NONE = enum.auto()  # there is no clear answer


@dataclass(frozen=True, slots=True)
class Misfit:
    """An *entry* of *place* that the schema rejects."""

    place: Place
    entry: Entry
    way: Way
    name: str = ""
    into: Place | None = None
    candidates: tuple[str, ...] = ()
    reason: str = ""

    @property
    def argument(self) -> str:
        """Its path, as a finding has it."""
        return self.place.to(self.entry.name)


@lru_cache(maxsize=4)
def misfits(component: Component) -> tuple[Misfit, ...]:
    """Return everything that the schemas reject in *component*."""
    return tuple(misfit for place in places(component) if not place.shape.open for misfit in _of(place))


def _of(place: Place) -> Iterator[Misfit]:
    if place.outer is not None and (_is_wrapper(place) or _is_sibling(place)):
        return
    known = frozenset(place.shape.names)
    unknown = [entry for entry in place.mapping.entries if entry.name and entry.name not in known]
    taken = set(place.mapping.names)
    for entry in unknown:
        misfit = _unknown(place, entry, unknown, taken)
        if misfit.way is Way.RENAME:
            taken.add(misfit.name)
        yield misfit
    for entry in place.mapping.entries:
        if entry.name in known and _wrapped(place, entry) is not None:
            yield Misfit(place, entry, Way.UNWRAP)
        elif entry.name in known and (sibling := _sibling(place, entry)):
            yield Misfit(place, entry, Way.RENAME, sibling)


def _unknown(place: Place, entry: Entry, unknown: list[Entry], taken: set[str]) -> Misfit:
    type_, path = place.type.name, place.plain(entry.name)
    if (name := RENAMED.get(type_, {}).get(path)) is not None and name not in taken and name in place.shape.names:
        return Misfit(place, entry, Way.RENAME, name)
    listed, keys = SETTINGS.get(type_, ("", {}))
    if path in keys and isinstance(entry.value, Literal | Reference | Template):
        return Misfit(place, entry, Way.SETTING, keys[path], candidates=(listed,))
    if (reason := NEVER.get(type_, {}).get(path)) is not None:
        return Misfit(place, entry, Way.NONE, reason=reason)
    if (reason := NOTHING.get(type_, {}).get(path) or _untaggable(place, entry)) is not None:
        return Misfit(place, entry, Way.DROP, reason=reason)
    if not place.path and _is_attribute(place, entry):
        return Misfit(place, entry, Way.ATTRIBUTE, entry.name)
    if (home := _home(place, unknown)) and entry.name in _names_in(place, home):
        return Misfit(place, entry, Way.SINK, home)
    if (outer := _above(place, entry)) is not None:
        return Misfit(place, entry, Way.LIFT, entry.name, outer)
    if _wrapped(place, entry) is not None:
        return Misfit(place, entry, Way.UNWRAP)
    meant = _meant(place, entry, taken)
    if not meant and (switched := _switched(place, entry, taken)):
        return Misfit(place, entry, Way.RENAME, switched)
    if len(meant) == 1:
        return Misfit(place, entry, Way.RENAME, meant[0])
    if not meant and (into := _sunk(place, entry, unknown)):
        return Misfit(place, entry, Way.SINK, into)
    if not meant and (fuller := _fuller(place, entry, taken)):
        return Misfit(place, entry, Way.RENAME, fuller)
    return Misfit(place, entry, Way.NONE, candidates=tuple(meant or _candidates(place, entry)))


def _untaggable(place: Place, entry: Entry) -> str | None:
    """Say that there are no tags, where tags are given to what has none under any name."""
    if place.path or entry.name != "Tags" or any("tag" in name.lower() for name in place.shape.names):
        return None
    return f"{place.type.name} has no tags in CloudFormation"


# --------------------------------------------------------------------------------------------------------------------
# Names


def among(test: Callable[[str, Iterable[str]], list[str]], name: str, names: Iterable[str]) -> list[str]:
    """Return those of *names* that *test*, which knows words divided by underscores, finds for *name*."""
    spelled = {snake(other): other for other in names}
    return [spelled[found] for found in test(snake(name), spelled)]


def _meant(place: Place, entry: Entry, taken: Iterable[str]) -> list[str]:
    """Return the names that *entry* may be meant to have, those that are as likely as each other."""
    free = [name for name in place.free() if name not in taken]
    cased = [name for name in free if name.lower() == entry.name.lower()]
    if cased:
        return cased
    fit = [name for name in free if _fits(place, entry.value, name)]
    in_number = [name for name in free if _fits(place, _in_number(entry.value), name)]
    own = [step for step in place.path if not step.startswith("[")]
    context = {*words(snake(place.type.name.rpartition("::")[2])), *(w for step in own for w in words(snake(step)))}
    required = set(place.shape.required)
    agreeing = [name for name in fit if _agrees(place, entry.value, entry.name, name)]
    for found in (
        among(same_word, entry.name, dict.fromkeys([*fit, *in_number])),
        among(synonyms, entry.name, agreeing),
        among(misspelt, entry.name, fit),
        among(lambda name, names: said_otherwise(name, names, context), entry.name, agreeing),
        [name for name in among(wanted, entry.name, agreeing) if name in required],
    ):
        needed = [name for name in found if name in required]
        if found:
            return needed if len(needed) == 1 else found
    return []


def _switched(place: Place, entry: Entry, taken: Iterable[str]) -> str:
    """Return the object whose ``Enabled`` a truth is: ``MonitoringEnabled`` for ``Monitoring``."""
    name = entry.name.removesuffix("Enabled")
    shape = place.shape.property(name) if name != entry.name else None
    inner = shape.property("Enabled") if shape is not None and shape.types == frozenset("o") else None
    fit = inner is not None and inner.types == frozenset("b") and isinstance(entry.value, Literal)
    return name if fit and name in place.free() and name not in taken else ""


def _fuller(place: Place, entry: Entry, taken: Iterable[str]) -> str:
    """Return the one name that *entry* begins: a single word does not tell, unless the name is one that is wanted."""
    free = [name for name in place.free() if name not in taken and _fits(place, entry.value, name)]
    several = len(words(snake(entry.name))) > 1
    more = among(longer, entry.name, free) or (among(around, entry.name, free) if several else [])
    found = [n for n in more if _agrees(place, entry.value, entry.name, n)]
    told = several or set(found) <= set(place.shape.required)
    return found[0] if len(found) == 1 and told else ""


def _fits(place: Place, value: Value, name: str) -> bool:
    """Say whether *value* can be given to the property *name*, with all that stands in it."""
    shape = place.shape.property(name)
    if shape is None or not fits(value, shape, place.module):
        return False
    return all(inner in each.names for each, value_ in _objects(shape, value) for inner in value_.names)


def _objects(shape: Shape, value: Value) -> Iterator[tuple[Shape, Mapping]]:
    """Yield the objects in *value* that *shape* has names for."""
    match value:
        case Mapping() if not shape.open:
            yield shape, value
        case Sequence(items=items) if (inner := shape.items) is not None:
            for item in items:
                yield from _objects(inner, item)
        case Conditional(then=then, otherwise=otherwise):
            yield from _objects(shape, then)
            yield from _objects(shape, otherwise)
        case _:
            pass


def _in_number(value: Value) -> Value:
    """Return what is left of a list of one, and a list of what is none: another fixer's work, once the name fits."""
    match value:
        case Sequence(items=(only,)):
            return only
        case Literal() | Template() | Reference() | Mapping():
            return Sequence((value,))
        case _:
            return value


def _agrees(place: Place, value: Value, written: str, name: str) -> bool:
    """Say whether *value* goes with *name* where that tells otherwise than what is *written*: an ARN is no name."""
    differ = set(words(snake(name))) ^ set(words(snake(written)))
    told = differ & {"arn", "id"}
    if isinstance(value, Mapping) or not (told or stem("name") in differ):
        return True
    items = value.items if isinstance(value, Sequence) else (value,)
    kinds = {_kind(place, item) for item in items}
    return kinds <= set(words(snake(name))) if told else not kinds & {"arn", "id"}


def _kind(place: Place, value: Value) -> str:
    """Return what *value* tells something by: ``arn``, ``name``, ``id``; empty where it cannot be told."""
    match value:
        case Literal(value=str() as text) | Template(parts=(Literal(value=str() as text), *_)) if text.startswith(
            "arn:"
        ):
            return "arn"
        case Reference(kind=Kind.RESOURCE):
            declared = place.module.target(value)
            if declared is None:
                return ""
            attribute = value.attribute
            if attribute == "Ref":
                facts = resource_type(declared.source_type)
                attribute = facts.identifier if facts else ""
            elif returned(declared, attribute) is None:
                return ""
            end = snake(attribute).rpartition("_")[2]
            return end if end in {"arn", "name", "id"} else ""
        case Literal(value=str() as text) if text.startswith("alias/"):
            return "id"
        case _:
            return ""


def _candidates(place: Place, entry: Entry) -> list[str]:
    free = place.free()
    spelled = {snake(name): name for name in free}
    found = [spelled[name] for name in like(snake(entry.name), spelled)]
    found += [f"{name}.{entry.name}" for name in place.shape.names if entry.name in _names_in(place, name)]
    return found[:4]


# --------------------------------------------------------------------------------------------------------------------
# Places


def _is_attribute(place: Place, entry: Entry) -> bool:
    """Say whether *entry*, among properties, is an attribute of the resource that it does not have yet."""
    if entry.name not in ATTRIBUTES or entry.name in place.resource.meta.names:
        return False
    match entry.name, entry.value:
        case "Condition", Literal(value=str() as name):
            return place.module.find(Kind.CONDITION, "", name) is not None
        case "DependsOn", Literal(value=str()) | Sequence():
            return True
        case "DeletionPolicy" | "UpdateReplacePolicy", Literal(value=str()):
            return True
        case "CreationPolicy" | "UpdatePolicy" | "Metadata", Mapping():
            return True
        case _:
            return False


def _names_in(place: Place, name: str) -> tuple[str, ...]:
    """Return the names of the object that the property *name* is, none where it is none or takes everything."""
    shape = place.shape.property(name)
    return () if shape is None or shape.open or shape.types - {"o"} else shape.names


def _home(place: Place, unknown: list[Entry]) -> str:
    """Return the one required object that is not there, and whose properties stand where it should."""
    missing = [name for name in place.shape.required if name not in place.mapping.names and _names_in(place, name)]
    if len(missing) != 1:
        return ""
    shape = place.shape.property(missing[0])
    given = {entry.name for entry in unknown if shape is not None and entry.name in shape.names}
    return missing[0] if shape is not None and given and set(shape.required) <= given else ""


def _sunk(place: Place, entry: Entry, unknown: list[Entry]) -> str:
    """Return the one object that *entry* belongs into: it is there, or can be made of what is to go into it."""
    if len(place.shape.names) == 1 and not place.mapping.names & set(place.shape.names):
        only = place.shape.property(place.shape.names[0])
        return (
            place.shape.names[0] if only is not None and only.types == frozenset("o") and "o" not in only.said else ""
        )
    if snake(entry.name) in COMMON:
        return ""
    homes = [name for name in place.shape.names if entry.name in _names_in(place, name) and not place.reads(name)]
    if len(homes) != 1:
        return ""
    inside = place.shape.property(homes[0])
    if inside is None or not fits(entry.value, inside.property(entry.name), place.module):
        return ""
    there = place.mapping.entry(homes[0])
    if there is not None:
        fit = isinstance(there.value, Mapping) and there.value.entries and entry.name not in there.value.names
        return homes[0] if fit else ""
    given = {each.name for each in unknown}
    return homes[0] if set(inside.required) <= given else ""


def _above(place: Place, entry: Entry) -> Place | None:
    """Return the object further out that *entry* belongs into, where that is clear."""
    outer = place.outer
    if outer is None or not place.alone:
        return None
    shape = outer.shape.property(entry.name)
    if shape is None or entry.name in outer.mapping.names or outer.reads(entry.name):
        return None
    common = snake(entry.name) in COMMON and not (entry.name == "Tags" and not outer.path)
    return outer if not common and fits(entry.value, shape, place.module) else None


def _wrapped(place: Place, entry: Entry) -> tuple[str, ...] | None:
    """Return the names of what stands in *entry* and belongs beside it, or None when it does not."""
    value, shape = entry.value, place.shape.property(entry.name)
    if not isinstance(value, Mapping) or not value.entries or "" in value.names or value.origin is None:
        return None
    if shape is not None and (shape.open or any(name in shape.names for name in value.names)):
        return None
    names = tuple(inner.name for inner in value.entries)
    free = set(place.free()) - ({entry.name} if shape is not None else set[str]())
    told = any(snake(name) not in COMMON for name in names)
    fit = all(
        name in free and fits(inner.value, place.shape.property(name), place.module)
        for name, inner in zip(names, value.entries, strict=True)
    )
    return names if told and fit and len(set(names)) == len(names) else None


def _sibling(place: Place, entry: Entry) -> str:
    """Return the one other object of *place*, of a longer name, that takes all that *entry* holds and does not take."""
    value, shape = entry.value, place.shape.property(entry.name)
    if not isinstance(value, Mapping) or not value.entries or "" in value.names or shape is None or shape.open:
        return ""
    if value.names & set(shape.names):
        return ""
    fit = [name for name in place.free() if value.names <= set(_names_in(place, name))]
    found = [name for name in among(around, entry.name, fit) if _fits(place, value, name)]
    return found[0] if len(found) == 1 else ""


def _is_sibling(place: Place) -> bool:
    """Say whether all of *place* belongs into another object beside the entry that it is."""
    alone = place.outer is not None and place.entry is not None and place.alone
    return alone and place.outer is not None and place.entry is not None and _sibling(place.outer, place.entry) != ""


def _is_wrapper(place: Place) -> bool:
    """Say whether all of *place* belongs beside the entry that it is: that is the misfit of the object around."""
    return (
        place.outer is not None
        and place.entry is not None
        and place.alone
        and _wrapped(place.outer, place.entry) is not None
    )


def into_list(misfit: Misfit) -> tuple[Edit, ...]:
    """Return what makes a misfit an item of a list of settings: of the one that is there, or of one in its place."""
    place, entry, listed = misfit.place, misfit.entry, misfit.candidates[0]
    standing = place.mapping.get(listed)
    value = entry.value
    if isinstance(value, Literal):
        value = Literal(str(value.value).lower() if isinstance(value.value, bool) else str(value.value))
    item = mapping(Key=Literal(misfit.name), Value=value)
    if isinstance(standing, Sequence):
        if any(isinstance(other, Mapping) and other.get("Key") == Literal(misfit.name) for other in standing.items):
            return ()
        edits: tuple[Edit, ...] = (
            InsertItem(standing, len(standing.items), item),
            RemoveArgument(place.resource, place.mapping, entry),
        )
    elif standing is None:
        new = Sequence((item,)).in_place_of(entry.value)
        edits = (RenameArgument(place.resource, place.mapping, entry, listed), Replace(entry.value, new))
    else:
        return ()
    return edits
