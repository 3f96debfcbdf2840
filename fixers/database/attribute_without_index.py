"""Attribute of a table that no key and no index is made of.

A DynamoDB table declares the attributes of its keys and of the keys of its indexes, and no others: an item may have any
besides. One attribute too many, and the table cannot be made ("Number of attributes in KeySchema does not exactly match
number of attributes defined in AttributeDefinitions", "all attributes must be indexed").

With ``--unsafe`` the declaration goes, which changes nothing of what the table can hold; perhaps an index was wanted,
which only a person can say. Where a key has no declaration, one of the names is misspelt, and it is only reported.

https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeDefinition.html
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import Edit, RemoveArgument, RemoveItem
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component, Kind, Literal, Mapping, Module, Resource, Sequence, Value, walk
from iacfix.transforms.registry import Fixer

fixer = Fixer(
    __name__,
    code="DDB001",
    since="0.1.0",
    tiers=(Tier.UNSAFE,),
    neighbours={"cfn-lint": "E3039", "terraform": "all attributes must be indexed"},
)

INDEXES = ("global_secondary_index", "local_secondary_index", "GlobalSecondaryIndexes", "LocalSecondaryIndexes")
SCHEMAS = {"KeySchema", "key_schema"}
KEYS = {"hash_key", "range_key"}
NAMES = {"AttributeName", "attribute_name"}
TELLING = {*INDEXES, *SCHEMAS, *KEYS, *NAMES}


@fixer.on("aws_dynamodb_table")
def check(resource: Resource, module: Module, _: Component) -> Iterator[Finding]:
    """Yield the attributes that nothing is made of."""
    used, declared = _used(resource), list(_declared(resource))
    if resource.kind is not Kind.RESOURCE or not used or not all(name for name, _, _ in declared):
        return
    known = used <= {name for name, _, _ in declared}
    for name, value, edit in declared:
        if name not in used:
            fix = Fix("take its declaration out", Tier.UNSAFE, Impact.CREATE, (edit,), removes=("attribute",))
            message = f"no key and no index is made of the attribute {name}"
            advice = "" if known else "give the key and its attribute one name"
            at = (module, resource, value, "attribute", Severity.BLOCKER)
            yield Finding(message, *at, (fix,) if known else (), advice, normal=name)


def _declared(resource: Resource) -> Iterator[tuple[str, Value, Edit]]:
    """Yield the attributes by name, empty where that is not a constant, with what takes them out."""
    for entry in resource.body.entries:
        match entry.value:
            case Sequence(items=items) as listed if entry.name == "attribute":
                yield from ((_name(item), item, RemoveItem(listed, index)) for index, item in enumerate(items))
            case value if entry.name == "attribute":
                yield _name(value), value, RemoveArgument(resource, resource.body, entry)
            case _:
                pass


def _name(value: Value) -> str:
    name = value.get("name") if isinstance(value, Mapping) else None
    return str(name.value) if isinstance(name, Literal) else ""


def _used(resource: Resource) -> frozenset[str]:
    """Return the names that keys are made of; none where one cannot be seen."""
    found: set[str] = set()
    for entry in resource.body.entries:
        if entry.name not in {*INDEXES, *SCHEMAS, *KEYS}:
            continue
        for path, value in walk(entry.value):
            whole = (entry.name, *path)
            if isinstance(value, Mapping | Sequence) or not (TELLING & {whole[-1]} or whole[-1].startswith("[")):
                continue
            if not isinstance(value, Literal):
                return frozenset()
            if whole[-1] in KEYS or (whole[-1] in NAMES and SCHEMAS & {*whole}):
                found.add(str(value.value))
    return frozenset(found)
