"""What a template imports from other stacks, and the parameters that can stand for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from iacfix.transforms.edits import Edit, InsertResources, Replace
from iacfix.transforms.exports import name_of, words_of
from iacfix.transforms.model import (
    Call,
    Component,
    Entry,
    Kind,
    Literal,
    Mapping,
    Module,
    Reference,
    Resource,
    Sequence,
    Value,
    text,
    walk,
)

VPC, SUBNET, GROUP = "AWS::EC2::VPC::Id", "AWS::EC2::Subnet::Id", "AWS::EC2::SecurityGroup::Id"
NETWORK = frozenset({VPC, SUBNET, GROUP})

# The type that a property wants, by its name without case and underscores; a list of it where several are wanted.
WANTED = {
    "vpcid": VPC,
    "vpc": VPC,
    "subnetid": SUBNET,
    "subnetids": SUBNET,
    "subnets": SUBNET,
    "vpcsubnetids": SUBNET,
    "vpczoneidentifier": SUBNET,
    "securitygroupid": GROUP,
    "securitygroupids": GROUP,
    "securitygroups": GROUP,
    "vpcsecuritygroupids": GROUP,
    "vpcsecuritygroups": GROUP,
    "sourcesecuritygroupid": GROUP,
    "destinationsecuritygroupid": GROUP,
    "groupid": GROUP,
    "keyname": "AWS::EC2::KeyPair::KeyName",
    "hostedzoneid": "AWS::Route53::HostedZone::Id",
}
DESCRIPTIONS = {
    VPC: "VPC that hosts the stack",
    SUBNET: "Subnet of the VPC",
    f"List<{SUBNET}>": "Subnets in two or more availability zones",
    GROUP: "Security group in the VPC",
    f"List<{GROUP}>": "Security groups in the VPC",
    "AWS::EC2::KeyPair::KeyName": "Key pair of the account",
    "AWS::Route53::HostedZone::Id": "Hosted zone of the domain",
}


@dataclass(frozen=True, slots=True)
class Use:
    """Where the export *name* is imported: *value*, for the property *wants*; *items* is the list that it stands in.

    *items* is None where the list has something else in it too.
    """

    name: str
    value: Value
    resource: Resource
    path: tuple[str, ...]
    wants: str
    items: Sequence | None = None


def uses(component: Component, module: Module) -> Iterator[Use]:
    """Yield what *module* imports, as far as the name can be told."""
    for resource in module.resources:
        lists: dict[tuple[str, ...], Sequence] = {}
        for path, value in walk(resource.body):
            match value:
                case Sequence(items=items) if items and all(_imports(item) for item in items):
                    lists[path] = value
                case Call(name="Fn::ImportValue", arguments=(argument,)) if value.origin is not None:
                    name = name_of(component, module, argument)
                    if name and words_of(name):
                        keys = [step for step in path if not step.startswith("[")]
                        wants = WANTED.get(re.sub(r"[^a-z]", "", keys[-1].lower()) if keys else "", "String")
                        yield Use(name, value, resource, path, wants, lists.get(path[:-1]))
                case _:
                    pass


def _imports(value: Value) -> bool:
    return isinstance(value, Call) and value.name == "Fn::ImportValue"


def parameterised(module: Module, found: list[Use]) -> tuple[InsertResources, tuple[Edit, ...]]:
    """Return what declares parameters for the imports *found*, and what puts them in place."""
    taken = {resource.name for resource in module.resources}
    declared: list[Resource] = []
    edits: list[Edit] = []
    lists = _lists(found)
    for names, listed in lists.items():
        type_ = f"List<{listed[0].wants}>"
        name = free(parameter_name(names, type_), taken)
        declared.append(_parameter(name, type_, ""))
        whole_lists = {id(use.items): use.items for use in listed if use.items is not None}
        edits += [Replace(items, Reference(Kind.INPUT, "", name)) for items in whole_lists.values()]
    whole = {id(use.items) for listed in lists.values() for use in listed}
    single: dict[str, list[Use]] = {}
    for use in found:
        if use.items is None or id(use.items) not in whole:
            single.setdefault(use.name, []).append(use)
    for imported, alike in single.items():
        wanted = {use.wants for use in alike}
        type_ = wanted.pop() if len(wanted) == 1 else "String"
        name = free(parameter_name((imported,), type_), taken)
        declared.append(_parameter(name, type_, words_of(imported)))
        edits += [Replace(use.value, Reference(Kind.INPUT, "", name).in_place_of(use.value)) for use in alike]
    declared.sort(key=lambda parameter: parameter.get("type") != text(VPC))
    return InsertResources(module, tuple(declared)), tuple(edits)


def _lists(found: list[Use]) -> dict[tuple[str, ...], list[Use]]:
    """Return the uses in lists that always are of the same imports, by their names; none that is used alone too."""
    lists: dict[int, list[Use]] = {}
    for use in found:
        if use.items is not None and use.wants != "String":
            lists.setdefault(id(use.items), []).append(use)
    alike: dict[tuple[str, ...], list[Use]] = {}
    for group in lists.values():
        if group[0].items is not None and len(group) == len(group[0].items.items) > 1:
            alike.setdefault(tuple(use.name for use in group), []).extend(group)
    return {
        names: group
        for names, group in alike.items()
        if not any(use.name in names and all(use is not one for one in group) for use in found)
    }


def parameter_name(names: tuple[str, ...], type_: str) -> str:
    """Return what a parameter of *type_* for the exports *names* is called."""
    words = [re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+", words_of(name)) for name in names]
    if len(names) > 1:
        shared = [
            w for position, w in enumerate(words[0]) if all(other[position : position + 1] == [w] for other in words)
        ]
    else:
        shared = words[0]
    shared = [word for word in shared if word.lower() not in {"id", "ids"}]
    kind = type_.removeprefix("List<").removesuffix(">")
    if len(shared) > 1 and shared[0].lower() == "vpc" and kind != VPC:
        del shared[0]
    name = "".join(word[:1].upper() + word[1:].lower() for word in shared)
    noun = {VPC: "Vpc", SUBNET: "Subnet", GROUP: "SecurityGroup"}.get(kind, "")
    if noun and not re.search(rf"(?i){noun}\d*[a-c]?$|sg$", name):
        name += noun
    ending = "Ids" if type_.startswith("List<") else "Id" if kind.endswith("::Id") else ""
    return (name or "Imported") + ending


def free(name: str, taken: set[str]) -> str:
    """Return *name*, with a number where it is taken, and take it."""
    found, number = name, 2
    while found in taken:
        found, number = f"{name}{number}", number + 1
    taken.add(found)
    return found


def _parameter(name: str, type_: str, imported: str) -> Resource:
    """Return the declaration of a parameter of *type_*, for what was *imported*."""
    description = DESCRIPTIONS.get(type_, f"What another stack exports as {imported}")
    entries = [Entry("type", text(type_)), Entry("description", text(description))]
    if type_ == "String":
        arn = imported.lower().endswith("arn")
        entries.append(Entry("allowed_pattern", text("^arn:.+$")) if arn else Entry("min_length", Literal(1)))
    return Resource(Kind.INPUT, "", name, Mapping(tuple(entries)))
