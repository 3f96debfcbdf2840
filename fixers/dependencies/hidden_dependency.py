"""Resource that needs another one to be there, and does not wait for it.

Terraform and CloudFormation make things in the order of their references, and at once what has none. Some things must
wait for others that they do not refer to: a trail for the policy of its bucket, a cluster for the policies of its role,
a NAT gateway for the internet gateway of its network. Without a word of that, the first deployment fails now and then,
or a function runs for a minute without the right to write its log.

The order is written down, which is safe: it changes nothing of what is made. Where a reference, or a chain of them,
leads from the one to the other already, there is nothing to say; and what would close a cycle is not said. Nor is
anything of what a helper makes with an identifier that it is given: nobody sees what that waits for.

https://developer.hashicorp.com/terraform/language/meta-arguments/depends_on
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.facts.waits import EDGES, Edge
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component, Kind, Mapping, Module, Opaque, Resource, Value
from iacfix.transforms.ordering import Key, Order, named, stands_with, waiting_for
from iacfix.transforms.registry import Fixer, Settings

fixer = Fixer(__name__, code="DEP001", since="0.1.0", tiers=(Tier.SAFE,))

IDENTIFIERS = ("_id", "_ids", "_arn", "_arns")


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield what does not wait for something that it needs."""
    for module in component.modules:
        types = {resource.type for resource in module.of(Kind.RESOURCE)}
        edges = [edge for edge in EDGES if not types.isdisjoint(edge.of) and not types.isdisjoint(edge.on)]
        order = Order(module) if edges else None
        missing: dict[Resource, dict[Resource, Severity]] = {}
        for edge in edges:
            for resource in module.of_type(*edge.of):
                for other in _missing(edge, module, resource, order) if order else ():
                    missing.setdefault(resource, {})[other] = edge.severity
        for resource, others in missing.items():
            worst = Severity.RISK if Severity.RISK in others.values() else Severity.NOTE
            fix = Fix("write the order down", Tier.SAFE, Impact.NONE, tuple(waiting_for(component, resource, others)))
            message = f"does not wait for {', '.join(other.address for other in others)}"
            yield Finding(message, module, resource, resource, "depends_on", worst, (fix,))


def _missing(edge: Edge, module: Module, resource: Resource, order: Order) -> Iterator[Resource]:
    """Yield what *resource* needs by *edge* and does not wait for; it does from now on."""
    if not edge.when(resource) or _is_given(resource):
        return
    common = named(module, *(value for path in edge.by for value in _values(resource, path)))
    for names in edge.through:
        common = named(module, *(_declared(module, key).get(name) for key in common for name in names))
    others = [
        other
        for type_, argument in edge.on.items()
        for other in module.of_type(type_)
        if (common & named(module, *_values(other, argument)) if edge.by else True)
        and edge.fits(resource, other)
        and stands_with(resource, other)
    ]
    if edge.one and any(order.reaches(resource, other) for other in others):
        return
    yield from (other for other in others if order.add(resource, other))


def _is_given(resource: Resource) -> bool:
    """Say whether an identifier comes from whoever calls the helper that makes *resource*."""
    given = (entry.value for entry in resource.body.entries if entry.name.endswith(IDENTIFIERS))
    return any(isinstance(value, Opaque) and value.text.isidentifier() for value in given)


def _declared(module: Module, key: Key) -> Resource:
    found = module.find(*key)
    assert found is not None  # noqa: S101 - only what is declared is among the keys
    return found


def _values(resource: Resource, path: str) -> Iterator[Value]:
    """Yield the values at *path*, of every block on the way."""
    name, _, rest = path.partition(".")
    for value in resource.all(name):
        if not rest:
            yield value
        elif isinstance(value, Mapping):
            yield from value.all(rest)
