"""Value that differs between environments and is written out.

Code that is deployed to several environments, since it has an input that tells them apart, and that has a schedule, a
size, a threshold or an address in it, gives all of them the same. Whoever wants another one for tests changes the code.

The value becomes an input whose default is what is written today, so that nothing changes: that is safe. An address at
``example.com`` gets no default, since nobody reads it; whoever deploys must give one, which is unsafe. Addresses in the
source of a function are told of.

How long something is kept for ten years is not a matter of the environment; neither are ports, engines and other words
of a service. Modules with more than 60 inputs are left alone, and so are those that nothing tells apart.

https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from iacfix.transforms.edits import DeclareInput, Replace
from iacfix.transforms.environments import parameter
from iacfix.transforms.facts.accepted import NUMBERS
from iacfix.transforms.facts.twins import snake
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.inputs import deployed
from iacfix.transforms.model import Component, Kind, Literal, Module, Resource, dotted, walk
from iacfix.transforms.naming import suffix_like
from iacfix.transforms.registry import Fixer, Settings
from iacfix.transforms.scripts import script_of
from iacfix.transforms.sources import FUNCTIONS

fixer = Fixer(
    __name__,
    code="PAR001",
    since="0.1.0",
    tiers=(Tier.SAFE, Tier.UNSAFE),
    optional="environments",
)

# The arguments whose value differs between environments, by type.
VARYING = {
    "aws_appautoscaling_target": ("min_capacity", "max_capacity"),
    "aws_autoscaling_group": ("min_size", "max_size", "desired_capacity"),
    "aws_cloudwatch_event_rule": ("schedule_expression",),
    "aws_cloudwatch_log_group": ("retention_in_days",),
    "aws_cloudwatch_metric_alarm": ("threshold",),
    "aws_db_instance": ("instance_class", "backup_retention_period", "allocated_storage"),
    "aws_instance": ("instance_type",),
    "aws_lambda_function": ("memory_size", "timeout"),
    "aws_rds_cluster": ("backup_retention_period",),
    "aws_rds_cluster_instance": ("instance_class",),
    "aws_scheduler_schedule": ("schedule_expression",),
    "aws_vpc": ("cidr_block",),
    "AWS::Serverless::Function": ("MemorySize", "Timeout"),
}
SAYING_NOTHING = {"default", "example", "main", "this"}
SHORT = {"cidr", "db", "rds", "vpc"}
SUBSCRIPTIONS = ("aws_sns_topic_subscription",)
ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
NOBODY = re.compile(r".*@(?:[\w-]+\.)*example\.(?:com|net|org)")
RETENTION = NUMBERS["aws_cloudwatch_log_group.retention_in_days"]
FOR_GOOD = 1827  # days: what is kept for five years and longer, a law asks for
MOST = 60  # inputs


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the constants that differ between the environments that *component* is for."""
    for module in component.modules:
        inputs = list(module.of(Kind.INPUT))
        apart = any(suffix_like(i.name) for root in deployed(component, module) for i in root.of(Kind.INPUT))
        if not apart or len(inputs) > MOST:
            continue
        for resource in module.of(Kind.RESOURCE):
            for name, argument, value in _constants(resource):
                yield from _finding(component, module, resource, name, argument, value)
            if resource.type in FUNCTIONS:
                yield from _in_source(component, module, resource)


def _constants(resource: Resource) -> Iterator[tuple[str, str, Literal]]:
    """Yield the constants of *resource* that differ: what an input for each is called, where it is, and what it is."""
    for argument in VARYING.get(resource.type, ()):
        value = resource.get(argument)
        if not isinstance(value, Literal) or value.value in {None, ""}:
            continue
        if argument != "retention_in_days" or (value.value in RETENTION and int(value.value) < FOR_GOOD):
            yield _called(resource, argument), argument, value
    for path, value in walk(resource.body):
        if not path or not isinstance(value, Literal) or not isinstance(value.value, str):
            continue
        variable = path[-2:-1] in {("variables",), ("Variables",)}
        endpoint = path[-1] in {"endpoint", "Endpoint"} and (resource.type in SUBSCRIPTIONS or "Subscription" in path)
        if (variable or endpoint) and ADDRESS.fullmatch(value.value):
            yield path[-1].lower() if variable else _called(resource, "address"), dotted(path), value


def _called(resource: Resource, argument: str) -> str:
    """Return what the input for *argument* of *resource* is called, without saying a word twice."""
    own = resource.type.partition("_")[2] if resource.name in SAYING_NOTHING else resource.name
    words, more = snake(own).replace("-", "_").split("_"), snake(argument).split("_")
    common = next((n for n in range(min(len(words), len(more)), 0, -1) if words[-n:] == more[:n]), 0)
    return "_".join((*words, *more[common:]))


def _described(resource: Resource, name: str, argument: str) -> str:
    """Return what the input *name* for *argument* of *resource* is for."""
    if argument not in VARYING.get(resource.type, ()):
        return name.replace("_", " ").capitalize()
    words = " ".join(word.upper() if word in SHORT else word for word in snake(argument).split("_"))
    kind = " ".join(word.upper() if word in SHORT else word for word in resource.type.split("_")[1:])
    return f"{words[0].upper()}{words[1:]} of {f'the {kind}' if resource.name in SAYING_NOTHING else resource.name}"


def _finding(
    component: Component, module: Module, resource: Resource, name: str, argument: str, value: Literal
) -> Iterator[Finding]:
    nobody = isinstance(value.value, str) and NOBODY.fullmatch(value.value) is not None
    number = isinstance(value.value, int | float) or str(value.value).isdigit()
    pattern = r"[^@\s]+@[^@\s]+" if nobody else ""
    default = None if nobody else Literal(int(value.value) if isinstance(value.value, str) and number else value.value)
    described = _described(resource, name, argument)
    wanted = DeclareInput(module, name, "number" if number else "string", default, described, pattern)
    given = parameter(component, wanted, like=resource.name)
    fixes: tuple[Fix, ...] = ()
    if given is not None and nobody:
        edits = (*given.edits, Replace(value, given.reference.in_place_of(value)))
        note = f"give {given.reference.name} when you deploy"
        fixes = (Fix("make it an input that must be given", Tier.UNSAFE, Impact.UPDATE, edits, note=note),)
    elif given is not None:
        edits = (*given.edits, Replace(value, given.reference.in_place_of(value)))
        impact = Impact.NONE if given.tier is Tier.SAFE else Impact.UPDATE
        fixes = (Fix("make it an input whose default is what is written", given.tier, impact, edits),)
    last = argument.rpartition(".")[2]
    message = f"{snake(last).replace('_', ' ')} is the same in every environment"
    advice = "" if fixes else f"make it an input; one that is called {name} is there already"
    yield Finding(message, module, resource, value, argument, Severity.NOTE, fixes, advice)


def _in_source(component: Component, module: Module, function: Resource) -> Iterator[Finding]:
    """Yield the addresses in the source of *function*."""
    script = script_of(component, module, function)
    found = sorted(set(ADDRESS.findall(script.text))) if script is not None else []
    if found:
        message = f"its source has the address {found[0]} in it"
        advice = "take it from an environment variable that a parameter fills"
        yield Finding(message, module, function, function, "source", Severity.NOTE, advice=advice, normal=message)
