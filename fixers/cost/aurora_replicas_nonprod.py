"""Readers of an Aurora cluster in every environment.

Each instance of a cluster is paid for. What production needs, development rarely does. The safe fix makes the number an
input, ``aurora_instance_count``, whose default is the number of today: nothing changes. The other finding sets it to
one in the variable files of environments that are not for production; that destroys their readers, and is unsafe.

In a template the readers that follow the first instance get a condition, on a parameter that is true by default.
In a program the number that a loop goes to becomes an input; readers that it makes one by one are only reported.

Only code that is deployed to such an environment is looked at. Clusters under ``prevent_destroy`` are left alone.

https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Overview.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from iacfix.transforms.edits import DeclareInput, Replace
from iacfix.transforms.environments import has_nonprod, only_where, parameter, tuned
from iacfix.transforms.findings import Finding, Fix, Impact, Reach, Severity, Tier
from iacfix.transforms.model import Component, Kind, Literal, Module, Opaque, Origin, Reference, Resource, references
from iacfix.transforms.registry import Fixer
from iacfix.transforms.resolve import resolve

fixer = Fixer(
    __name__,
    code="ENV004",
    since="0.1.0",
    tiers=(Tier.SAFE, Tier.FRESH, Tier.UNSAFE),
    optional="cost",
)

NAME = "aurora_instance_count"
CLUSTER = "cluster_identifier"
READERS, CONDITION = "aurora_readers", "HasAuroraReaders"
LOOP = re.compile(r"range\((\d+)\)")
DESCRIPTION = "Number of instances of the Aurora cluster"


@fixer.on("aws_rds_cluster_instance")
def check(resource: Resource, module: Module, component: Component) -> Iterator[Finding]:
    """Yield the readers that every environment has."""
    count = resource.meta.get("count")
    if count is None and resource.kind is Kind.RESOURCE:
        yield from _one_by_one(resource, module, component)
        yield from _in_a_loop(resource, module, component)
    if count is None or resource.is_kept:
        return
    if not has_nonprod(component, module):
        return
    place = (module, resource, count, "count", Severity.NOTE)
    match count:
        case Literal(value=int() as number) if number > 1:
            wanted = DeclareInput(module, NAME, "number", Literal(number), DESCRIPTION)
            if (given := parameter(component, wanted)) is not None:
                edits = (*given.edits, Replace(count, given.reference.in_place_of(count)))
                impact = Impact.NONE if given.tier is Tier.SAFE else Impact.DESTROY
                fix = Fix("make the number an input", given.tier, impact, edits)
                yield Finding(f"every environment has {number} instances of the cluster", *place, (fix,))
        case Reference(kind=Kind.INPUT) as reference:
            numbers = [o.value.value for o in resolve(component, module, count) or () if isinstance(o.value, Literal)]
            edits_ = tuned(component, module, reference, Literal(1))
            if edits_ and any(isinstance(number, int) and number > 1 for number in numbers):
                reach = (Reach(module.path, resource.address, "count"),)
                fix = Fix("keep one where it is not production", Tier.UNSAFE, Impact.DESTROY, edits_, reach)
                yield Finding("environments that are not for production have readers too", *place, (fix,))
        case _:
            pass


def _one_by_one(resource: Resource, module: Module, component: Component) -> Iterator[Finding]:
    """Yield the first instance of a cluster that has others beside it, each written by itself or made in a loop."""
    same = [r for r in module.of_type(resource.type) if r.get(CLUSTER) == resource.get(CLUSTER) is not None]
    often = not resource.once
    conditional = {"Condition", "for_each", "count"} & {name for other in same for name in other.meta.names}
    if (len(same) < 2 and not often) or resource is not same[0] or conditional or not has_nonprod(component, module):
        return
    readers, fixes = same[1:], tuple[Fix, ...]()
    if component.language == "cloudformation" and not any(_is_read(module, reader) for reader in readers):
        wanted = DeclareInput(module, READERS, "bool", Literal(value=True), "Keep readers of the Aurora cluster")
        if (made := only_where(component, wanted, CONDITION, *readers)) is not None:
            impact = Impact.NONE if made[1] is Tier.SAFE else Impact.DESTROY
            fixes = (Fix("make the readers depend on a parameter", made[1], impact, made[2]),)
    message = f"every environment has {len(same)} instances of the cluster"
    message = "every environment has several instances of the cluster" if often else message
    advice = "" if fixes else f"make the number depend on an input such as {NAME}"
    yield Finding(message, module, resource, resource, "", Severity.NOTE, fixes, advice, normal=message)


def _in_a_loop(resource: Resource, module: Module, component: Component) -> Iterator[Finding]:
    """Yield the instances that a program makes in a loop over a number, for which an input can stand."""
    match resource.meta.get("for_each"):
        case Opaque(text=text, origin=Origin()) as loop if (number := LOOP.fullmatch(text)) and int(number[1]) > 1:
            inside = [r for r in module.resources if (v := r.meta.get("for_each")) and v.origin == loop.origin]
            wanted = DeclareInput(module, NAME, "number", Literal(int(number[1])), DESCRIPTION)
            if inside != [resource] or not has_nonprod(component, module):
                return
            fixes: tuple[Fix, ...] = ()
            if (given := parameter(component, wanted, resource)) is not None:
                edits = (*given.edits, Replace(loop, Opaque(f"range({given.reference.name})")))
                impact = Impact.NONE if given.tier is Tier.SAFE else Impact.DESTROY
                fixes = (Fix("make the number an input", given.tier, impact, edits),)
            message = f"every environment has {number[1]} instances of the cluster"
            yield Finding(message, module, resource, loop, "count", Severity.NOTE, fixes)
        case _:
            pass


def _is_read(module: Module, reader: Resource) -> bool:
    """Say whether something takes a value from *reader*; what only waits for it does not."""
    return any(r.target == reader.key for user in module.users(reader) for r in references(user.body))
