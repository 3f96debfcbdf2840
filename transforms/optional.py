"""Making what needs an input optional: the input may be empty, and what needs it is made only where it is not."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias

from iacfix.transforms.edits import Edit, InsertArgument, InsertResource, Replace
from iacfix.transforms.model import (
    Call,
    Conditional,
    Kind,
    Literal,
    Module,
    Reference,
    Resource,
    Sequence,
    Template,
    Value,
    mapping,
)
from iacfix.transforms.templates import written

EMPTY = Literal("")

Droppable: TypeAlias = Callable[[Resource, tuple[str, ...]], bool]
Instead: TypeAlias = Callable[[Resource, tuple[str, ...]], "tuple[tuple[Value, Value | None], ...]"]
"""The values of a resource that go with what stands at a path, each with what to have without it, or nothing."""


@dataclass(slots=True)
class Option:
    """What makes *parameter* of *module* optional, as far as it was found.

    *condition* holds where a value is given; *guarded* are the declarations that get it. *can*: all uses are covered.
    """

    module: Module
    parameter: Resource
    droppable: Droppable
    condition: Reference
    edits: list[Edit] = field(default_factory=list["Edit"])
    guarded: list[Resource] = field(default_factory=list["Resource"])
    can: bool = True

    def unless_empty(self, value: Value, otherwise: Value | None = None) -> Value:
        """Return *value* where the input is given, else *otherwise*, or nothing."""
        said = otherwise if otherwise is not None else Literal(None)
        return Conditional(self.condition, value, said)

    def drop(self, value: Value) -> None:
        """Let *value* be nothing where no value is given."""
        self.edits.append(Replace(value, self.unless_empty(value)))

    def guard(self, resource: Resource) -> None:
        """Make *resource* only where a value is given, and see to what refers to it."""
        if resource in self.guarded:
            return
        given = resource.get("condition") if resource.kind is Kind.OUTPUT else resource.meta.get("Condition")
        self.guarded.append(resource)
        if given == self.condition:
            return
        if given is not None:
            self.can = False
            return
        if resource.kind is Kind.OUTPUT:
            self.edits.append(InsertArgument(resource, resource.body, "condition", self.condition))
            return
        self.edits.append(InsertArgument(resource, resource.meta, "Condition", self.condition))
        for other in self.module.of(Kind.RESOURCE, Kind.OUTPUT):
            self.see_to(other, resource)

    def see_to(self, user: Resource, target: Resource) -> None:
        """Take what *user* has from *target* away where that is not made."""
        if user is target or user in self.guarded:
            return
        for path, value in written(user):
            if not isinstance(value, Reference) or value.target != target.key or path[:1] == ("DependsOn",):
                continue
            if user.kind is Kind.OUTPUT:
                self.guard(user)
            elif self.is_item(user, value):
                self.drop(value)
            elif user.type in FOLLOWERS:
                self.guard(user)
            else:
                self.can = False
            if user in self.guarded:
                return

    def is_item(self, user: Resource, value: Value) -> bool:
        """Say whether *value* is the item of a list, which may be one shorter."""
        return any(
            isinstance(around, Sequence) and len(around.items) > 1 and any(item is value for item in around.items)
            for _, around in written(user)
        )


FOLLOWERS = frozenset(
    {
        "aws_lb_listener_rule",
        "AWS::ElasticLoadBalancingV2::ListenerRule",
        "AWS::ElasticLoadBalancingV2::ListenerCertificate",
        "AWS::SNS::Subscription",
        "aws_sns_topic_subscription",
    }
)
"""What is of no use without what it is for."""


def option(module: Module, parameter: Resource, droppable: Droppable, instead: Instead) -> Option | None:
    """Return what makes *parameter* optional, or None where one of its uses cannot do without it.

    *droppable* says of a resource and a path in it whether it is no worse for having nothing there, *instead* what it
    has without it; a resource that needs the value otherwise is made on condition.
    """
    name, standing = _condition(module, parameter)
    found = Option(module, parameter, droppable, Reference(Kind.CONDITION, "", name))
    for resource in module.of(Kind.RESOURCE, Kind.OUTPUT):
        for path, value in written(resource):
            if value == parameter.reference():
                if not _alone(resource, value):
                    return None
                if droppable(resource, path):
                    found.drop(value)
                elif others := instead(resource, path):
                    found.edits += [Replace(old, found.unless_empty(old, new)) for old, new in others]
                else:
                    found.guard(resource)
    if not found.edits or not found.can or not _may_be_empty(parameter, found.edits):
        return None
    if not standing:
        test = Call("Fn::Not", (Call("equal", (parameter.reference(), EMPTY)),))
        declared = Resource(Kind.CONDITION, "", name, mapping(value=test))
        found.edits.append(InsertResource(module, declared))
    return found


def _alone(resource: Resource, value: Value) -> bool:
    """Say whether *value* is a value as it stands, and no part of a text."""
    return (
        not any(
            isinstance(around, Template) and any(part is value for part in around.parts)
            for _, around in written(resource)
        )
        or resource.kind is Kind.OUTPUT
    )


def _condition(module: Module, parameter: Resource) -> tuple[str, bool]:
    """Return the name of the condition that holds where *parameter* is given, and whether it is declared."""
    test = Call("Fn::Not", (Call("equal", (parameter.reference(), EMPTY)),))
    taken = {resource.name for resource in module.of(Kind.CONDITION)}
    for resource in module.of(Kind.CONDITION):
        if resource.value == test:
            return resource.name, True
    name = f"Has{parameter.name[:1].upper()}{parameter.name[1:]}"
    return (f"{name}Given" if name in taken else name), False


def _may_be_empty(parameter: Resource, edits: list[Edit]) -> bool:
    """Let *parameter* be empty: add to *edits* what it takes, and say whether it can."""
    type_, pattern = parameter.get("type"), parameter.get("allowed_pattern")
    if not isinstance(type_, Literal) or parameter.get("allowed_values") or parameter.get("min_length"):
        return False
    if type_.value != "String":
        edits.append(Replace(type_, Literal("String").in_place_of(type_)))
    if isinstance(pattern, Literal) and isinstance(pattern.value, str):
        try:
            fits = re.fullmatch(pattern.value, "") is not None
        except re.error:
            return False
        if not fits:
            edits.append(Replace(pattern, Literal(f"^$|{pattern.value}").in_place_of(pattern)))
    elif pattern is not None:
        return False
    edits.append(InsertArgument(parameter, parameter.body, "default", EMPTY, after="type"))
    return True
