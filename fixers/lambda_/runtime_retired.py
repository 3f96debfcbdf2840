"""Runtime of a function that Lambda no longer makes functions with.

A runtime is deprecated first; some time later no function can be made with it, and later still none can be changed.
The dates are those of Lambda's documentation, as cfn-lint has them; what counts is the day that our table was made, not
today. Where functions can no longer be made, the runtime's successor is written with ``--unsafe``: the code may need
changes that nobody sees here.

Where the code has to be another, it is only reported: Python 2, Go and .NET; JavaScript in sight that answers by a
callback, which Node.js 24 does not take, or uses version 2 of the SDK, which no version from 18 on has. A runtime that
is merely deprecated is left alone: it deploys. What the ``Globals`` of a SAM template say for all of its functions is
told at the first that says nothing else.

https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from iacfix.transforms.facts.cloudformation import made_from, runtimes
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.inputs import said_anew
from iacfix.transforms.model import Component, Kind, Literal, Module, Resource, Value, dotted
from iacfix.transforms.registry import Fixer
from iacfix.transforms.resolve import places
from iacfix.transforms.scripts import outgrown
from iacfix.transforms.sources import of_all

fixer = Fixer(
    __name__,
    code="LAM013",
    since="0.1.0",
    tiers=(Tier.UNSAFE,),
    neighbours={"cfn-lint": "E2531, E2533", "checkov": "CKV_AWS_363"},
)

# Those whose code, or what is built of it, is not what the successor runs.
REWRITTEN = ("dotnet", "go", "provided", "python2")
TYPES = {"aws_lambda_function": "runtime", "AWS::Serverless::Function": "Runtime"}


@fixer.on(*TYPES)
def check(resource: Resource, module: Module, component: Component) -> Iterator[Finding]:
    """Yield the runtimes that no function can be made with."""
    argument = TYPES[resource.type]
    heirs = _heirs(resource, module, argument)
    value = resource.get(argument) or (of_all(module, resource, argument) if heirs[:1] == [resource] else None)
    if value is None or resource.kind is not Kind.RESOURCE:
        return
    day = date.fromisoformat(made_from()["made"])
    for place in places(component, module, value, _is_runtime, argument, defaults=True):
        meaning = place.meaning
        runtime = runtimes().get(str(meaning.value)) if isinstance(meaning, Literal) else None
        if runtime is None or runtime.create_block is None or runtime.create_block > day:
            continue
        alike = heirs if resource.get(argument) is None else _alike(module, resource, value)
        lost = next(filter(None, (outgrown(component, module, each, runtime.successor) for each in alike)), "")
        edits = said_anew(place, runtime.successor) or ()
        fix = Fix(f"write {runtime.successor}", Tier.UNSAFE, Impact.UPDATE, edits)
        message = f"no function can be made with {runtime.name} since {runtime.create_block.isoformat()}"
        fixes = (fix,) if edits and runtime.successor and not runtime.name.startswith(REWRITTEN) and not lost else ()
        without = f", which has no {lost}" if lost else ""
        advice = "" if fixes else f"write the function for {runtime.successor}{without}"
        at = (module, resource, place.used, dotted(place.path), Severity.BLOCKER)
        yield Finding(message, *at, fixes, advice)


def _heirs(resource: Resource, module: Module, argument: str) -> list[Resource]:
    """Return the functions that have what is said of all, where *resource* is one of them."""
    if resource.get(argument) is not None:
        return []
    return [r for r in module.of(Kind.RESOURCE) if r.type == resource.type and r.get(argument) is None]


def _is_runtime(resource: Resource, path: tuple[str, ...]) -> bool:
    return path[:1] == (TYPES.get(resource.type, ""),)


def _alike(module: Module, resource: Resource, value: Value) -> list[Resource]:
    """Return *resource*, or all functions whose runtime is told by the same *value*."""
    if isinstance(value, Literal):
        return [resource]
    return [function for function in module.of_type(*TYPES) if function.get(TYPES[function.type]) == value]
