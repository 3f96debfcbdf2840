"""What is peculiar to templates of CloudFormation: macros, pseudo parameters, which names are declared and used."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from iacfix.transforms.facts.twins import snake
from iacfix.transforms.likeness import misspelt, shortened
from iacfix.transforms.model import (
    Component,
    Conditional,
    Entry,
    Kind,
    Literal,
    Mapping,
    Module,
    Opaque,
    Origin,
    Reference,
    Resource,
    Template,
    Value,
    children,
    walk,
)

PSEUDO = (
    "AWS::AccountId",
    "AWS::NoValue",
    "AWS::NotificationARNs",
    "AWS::Partition",
    "AWS::Region",
    "AWS::StackId",
    "AWS::StackName",
    "AWS::URLSuffix",
)
"""The pseudo parameters (template reference, read in November 2026)."""

SNAPSHOTS = frozenset(
    [
        "AWS::DocDB::DBCluster",
        "AWS::EC2::Volume",
        "AWS::ElastiCache::CacheCluster",
        "AWS::ElastiCache::ReplicationGroup",
        "AWS::Neptune::DBCluster",
        "AWS::RDS::DBCluster",
        "AWS::RDS::DBInstance",
        "AWS::Redshift::Cluster",
    ]
)
"""The types that can have a snapshot (attribute ``DeletionPolicy``, read in November 2026)."""

SERVERLESS = "AWS::Serverless-2016-10-31"
_PLAIN = frozenset({"AWS::LanguageExtensions", SERVERLESS})
_RAIN = re.compile(r"(?:!|[\"'](?:Fn::)?)Rain::")
_UNSEEN = re.compile(r"Fn::(?:Transform|ForEach)|!Transform\b|<<\s*:")
_HOLE = re.compile(r"((?:[^$]|\$(?!\{)|\$\{!)*)(?:\$\{([^{}!][^{}]*)\}|$)")
_KEY = re.compile(r"[\"']?(\w+)")
_DIGITS = re.compile(r"\d+")


@lru_cache(maxsize=16)
def transforms(module: Module) -> frozenset[str]:
    """Return the macros that the template asks for; a name that is not a constant is ``"?"``."""
    declared = next((r for r in module.of(Kind.OTHER) if r.name == "Transform"), None)
    if declared is None:
        return frozenset()
    values = declared.all("value")
    return frozenset(str(v.value) if isinstance(v, Literal) else "?" for v in values) or frozenset({"?"})


def key_as_written(component: Component, entry: Entry) -> str:
    """Return the key of *entry* as the template spells it, whatever the model calls it."""
    if entry.origin is None:
        return entry.name
    text, span = component.documents[entry.origin.path].text, entry.origin.span
    found = _KEY.match(text, span.start, span.end)
    return found[1] if found else entry.name


@lru_cache(maxsize=16)  # several fixers ask, one after the other
def is_whole(component: Component, module: Module) -> bool:
    """Say whether all that the template declares and uses stands in it: no macro, include or loop makes more of it."""
    if not transforms(module) <= _PLAIN:
        return False
    return not any(_UNSEEN.search(component.documents[path].text) for path in module.documents)


def is_for_rain(component: Component, module: Module) -> bool:
    """Say whether Rain makes a template of this one, which nobody deploys as it is."""
    return any(_RAIN.search(component.documents[path].text) for path in module.documents)


@lru_cache(maxsize=16)
def names(module: Module) -> frozenset[str]:
    """Return the logical IDs that ``Ref`` can name: of resources, well declared or not, and of parameters."""
    return frozenset(
        r.name
        for r in module.resources
        if r.kind in {Kind.RESOURCE, Kind.INPUT} or (r.kind is Kind.OTHER and r.type == "Resources")
    )


def known(module: Module, value: Reference) -> frozenset[str]:
    """Return the names that could stand where *value* does."""
    match value.kind:
        case Kind.CONDITION | Kind.MAPPING:
            return frozenset(declared.name for declared in module.of(value.kind))
        case Kind.BUILTIN:
            return frozenset(PSEUDO)
        case _:
            return names(module)


def generated(component: Component, module: Module, name: str) -> bool:
    """Say whether a resource of that *name* may be made by another: by one of SAM, by a module, by what is no type."""
    makers = [r for r in module.resources if _makes_others(r)]
    if any(name.startswith(maker.name) for maker in makers):
        return True
    if not is_serverless(module):
        return False
    queue = re.compile(rf"QueueLogicalId[\"']?\s*:\s*[\"']?{re.escape(name)}\b")
    return name.startswith("Serverless") or any(queue.search(component.documents[p].text) for p in module.documents)


@lru_cache(maxsize=16)
def is_serverless(module: Module) -> bool:
    """Say whether the Serverless Application Model makes resources of those that are declared."""
    return SERVERLESS in transforms(module) or any(_is_serverless(r) for r in module.of(Kind.RESOURCE))


def _makes_others(resource: Resource) -> bool:
    is_type = resource.kind is Kind.OTHER and resource.type == "Resources"
    return is_type or _is_serverless(resource) or resource.source_type.endswith("::MODULE")


def _is_serverless(resource: Resource) -> bool:
    return resource.source_type.startswith("AWS::Serverless::")


def nearly(name: str, others: Iterator[str] | frozenset[str] | tuple[str, ...]) -> list[str]:
    """Return those of *others* that *name* is in other letters, or else those that it may be a misspelling of."""
    said = sorted(others)
    folded = _folded(name)
    if same := [other for other in said if _folded(other) == folded]:
        return same
    alike = {snake(other): other for other in said if _DIGITS.findall(other) == _DIGITS.findall(name)}
    return [alike[other] for other in misspelt(snake(name), alike) if _length(alike[other], name)]


def roughly(name: str, others: Iterator[str] | frozenset[str] | tuple[str, ...]) -> list[str]:
    """Return those of *others* that *name* is in the plural or the singular, or else with a word shortened."""
    said = [other for other in sorted(others) if _DIGITS.findall(other) == _DIGITS.findall(name)]
    if number := [other for other in said if not _length(_folded(other), _folded(name))]:
        return number
    alike = {snake(other): other for other in said}
    return [alike[other] for other in shortened(snake(name), alike)]


def fuller(name: str, others: Iterator[str] | frozenset[str] | tuple[str, ...]) -> list[str]:
    """Return those of *others* that begin with *name*, or that *name* begins with, with a word more."""
    own = snake(name)
    said = {snake(other): other for other in sorted(others)}
    return [said[o] for o in said if o.startswith(f"{own}_") or own.startswith(f"{o}_")] or [
        said[o] for o in said if o.startswith(own) and name.startswith("AWS::")
    ]


def _folded(name: str) -> str:
    return name.casefold().replace("_", "").replace("-", "")


def _length(one: str, other: str) -> bool:
    """Say whether neither name is another in the plural: a list is not what is in it."""
    return one.rstrip("s") != other.rstrip("s")


def keys(module: Module, table: Reference, first: Value) -> tuple[frozenset[str], frozenset[str]]:
    """Return the first and the second keys of a mapping: these in the row *first* where it is a constant of it."""
    declared = next((r for r in module.of(Kind.MAPPING) if r.name == table.name), None)
    rows = {e.name: e.value for e in declared.body.entries} if declared is not None else {}
    row = rows.get(str(first.value)) if isinstance(first, Literal) else None
    below = [row] if row is not None else list(rows.values())
    if "" in rows or not all(isinstance(each, Mapping) and "" not in each.names for each in below):
        return frozenset(), frozenset()
    return frozenset(rows), frozenset(name for each in below if isinstance(each, Mapping) for name in each.names)


def declarations(module: Module) -> Iterator[Resource]:
    """Yield what CloudFormation evaluates: resources, outputs and conditions."""
    yield from module.of(Kind.RESOURCE, Kind.OUTPUT, Kind.CONDITION)


def certain(value: Value) -> Iterator[Reference]:
    """Yield the references in *value* that count whatever the conditions are, and are not out of reach."""
    waiting = [value]
    while waiting:
        inner = waiting.pop()
        if isinstance(inner, (Conditional, Opaque)):
            continue
        if isinstance(inner, Reference):
            yield inner
        waiting += [child for _, child in children(inner)]


@lru_cache(maxsize=2048)  # of a template, which several fixers look at
def written(resource: Resource) -> tuple[tuple[tuple[str, ...], Value], ...]:
    """Return every value of *resource* that stands in the template, with its path."""
    containers = (resource.body, resource.meta)
    return tuple(place for container in containers for place in walk(container) if place[1].origin is not None)


def substituted(text: str) -> Template:
    """Return what ``Fn::Sub`` of *text* is, its holes by the names that stand in them."""
    parts: list[Value] = []
    for said, name in _HOLE.findall(text):
        parts += [Literal(said.replace("${!", "${"))] if said else []
        parts += [Reference(Kind.OTHER, "", name)] if name else []
    return Template(tuple(parts), function="Fn::Sub")


def hole(reference: Reference) -> str:
    """Return *reference* as it stands between the braces of ``Fn::Sub``."""
    steps = [step for step in reference.path if isinstance(step, str)]
    return reference.name if steps in ([], ["Ref"]) else ".".join([reference.name, *steps])


def foreign(component: Component, text: Template, reference: Reference) -> bool:
    """Say whether *reference*, a hole of *text* that the template does not declare, is a variable of what the text is.

    That is a name that a template cannot have, one that a policy is read with, or one that the text itself sets.
    """
    if reference.kind is Kind.OTHER or reference.name.startswith(("aws:", "saml:", "s3:")):
        return True
    if text.origin is None or reference.kind is not Kind.RESOURCE:
        return False
    said = component.source(text.origin).replace("\\n", "\n")
    name = re.escape(reference.name)
    sets = rf"\b{name}\+?=[^=]|\b{name} +=[^=]|\b(?:for|read|read -r|const|let|var|local|declare) +{name}\b"
    return bool(re.search(sets, said))


def is_mentioned(component: Component, module: Module, declared: Resource, but: Iterable[Origin | None]) -> bool:
    """Say whether the name of *declared* stands anywhere *but* in what spans those."""
    word = re.compile(rf"(?<![\w-]){re.escape(declared.name)}(?![\w-])")
    for path in module.documents:
        spans = [origin.span for origin in but if origin is not None and origin.path == path]
        for found in word.finditer(component.documents[path].text):
            if not any(span.start <= found.start() < span.end for span in spans):
                return True
    return False
