"""Permission that code or a service needs and its role does not have.

A function that calls ``table.query()`` with a role that may not ``dynamodb:Query`` is refused when it runs. Others are
refused when they are made: a function in a VPC whose role may not make network interfaces, one with tracing or a queue
for failures, a mapping of a queue or stream, a state machine with logs.

What is needed for something to be made at all is added, which is a repair and so safe. What the code calls is added
too, for the tables, buckets and topics that the function is given; that grants permissions, and is unsafe. Permissions
are only ever added. Where nothing tells which resource is meant, the finding has no fix.

Python is read with its calls of boto3, and JavaScript with the commands of the SDK's third version. Left alone are
roles of other modules, roles with a policy that cannot be read or that AWS manages and that is not known here, and code
that takes on another role.

https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.api_calls import ApiCall, api_calls
from iacfix.transforms.facts.scopes import SCOPES
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component, Entry, Kind, Mapping, Module, Reference, Resource, Value, text
from iacfix.transforms.needs import MAKERS, Need, needs
from iacfix.transforms.permissions import Permissions, permissions, role_of
from iacfix.transforms.policy import Graph, arn, needs_no_resource, resource_types
from iacfix.transforms.registry import Fixer
from iacfix.transforms.scripts import scripts
from iacfix.transforms.sources import FUNCTIONS

fixer = Fixer(__name__, code="IAM003", since="0.1.0", tiers=(Tier.SAFE, Tier.UNSAFE))

MOST_NAMED = 4  # in one message


@fixer.on(*MAKERS)
def check(resource: Resource, module: Module, component: Component) -> Iterator[Finding]:
    """Yield what *resource* needs to be made, and what the code of a function calls, that its role may not do."""
    role = role_of(component, module, resource) if resource.kind is Kind.RESOURCE else None
    wanted = list(needs(module, resource)) if role is not None else []
    sources = list(scripts(component, module, resource)) if role is not None and resource.type in FUNCTIONS else []
    called = [call for source in sources for call in api_calls(source.text, source.ending)]
    allowed = permissions(component, module, role) if role is not None and (wanted or called) else None
    if role is None or allowed is None:
        return
    for need in wanted:
        missing = tuple(action for action in need.actions if not allowed.allows(action))
        if missing:
            yield _needed(module, resource, need, missing, allowed)
    yield from _called(module, resource, called, allowed)


def _needed(module: Module, resource: Resource, need: Need, missing: tuple[str, ...], allowed: Permissions) -> Finding:
    message = f"{need.what} needs {_listed(missing)}, which {allowed.role.name} does not allow"
    edits = allowed.given((missing, need.resources))
    fixes = (Fix("allow it", Tier.SAFE, Impact.CREATE, edits),) if edits else ()
    advice = "" if edits else f"allow {_listed(missing)}"
    at = need.at or resource
    return Finding(message, module, resource, at, need.argument, Severity.BLOCKER, fixes, advice, message)


def _called(module: Module, function: Resource, called: list[ApiCall], allowed: Permissions) -> Iterator[Finding]:
    graph = Graph(module)
    missing: dict[tuple[str, tuple[Value, ...], str], list[str]] = {}
    for call in called:
        for action in call.actions:
            if not allowed.allows(action):
                space = call.word("Namespace") if action == "cloudwatch:PutMetricData" else ""
                found = missing.setdefault((action.partition(":")[0], _about(action, call, function, graph), space), [])
                found += [action] if action not in found else []
    for (_, resources, space), actions in missing.items():
        named = tuple(sorted(actions))
        message = f"its code calls {_listed(named)}, which {allowed.role.name} does not allow"
        tests = Mapping((Entry("cloudwatch:namespace", text(space)),)) if space else None
        edits = allowed.given((named, resources), tests=tests) if resources else ()
        fixes = (Fix("allow it", Tier.UNSAFE, Impact.UPDATE, edits),) if edits else ()
        advice = "" if edits else "allow it on the resources that are meant"
        yield Finding(message, module, function, function, "role", Severity.RISK, fixes, advice, message)


def _about(action: str, call: ApiCall, function: Resource, graph: Graph) -> tuple[Value, ...]:
    """Return the ARNs that *action* is needed on; none where that cannot be told."""
    known = SCOPES.get(action.partition(":")[0], {})
    types = sorted(resource_types(action) or ())
    about = [known[name] for name in types if name in known and (name != "index" or call.word("IndexName"))]
    targets = list(_given(call, function, graph)) or graph.targets(function)
    found = [arn(target, tail) for target in targets for kind, tail in about if _fits(target, kind, function, graph)]
    if found:
        return tuple(dict.fromkeys(found))
    return (text("*"),) if needs_no_resource(action) else ()


def _fits(target: Resource, kind: str, function: Resource, graph: Graph) -> bool:
    plain = not target.meta.names & {"Condition", "count", "for_each"}
    return target.type == kind and target.kind is Kind.RESOURCE and plain and not graph.leads(target, function)


def _given(call: ApiCall, function: Resource, graph: Graph) -> Iterator[Resource]:
    """Yield the resources that the environment variables of *call* name."""
    variables = function.get("environment", "variables") or function.get("Environment", "Variables")
    for name in call.variables if isinstance(variables, Mapping) else ():
        value = variables.get(name) if isinstance(variables, Mapping) else None
        target = graph.module.target(value) if isinstance(value, Reference) else None
        if target is not None:
            yield target


def _listed(actions: tuple[str, ...]) -> str:
    if len(actions) > MOST_NAMED:
        return f"{actions[0]} and {len(actions) - 1} others"
    return " and ".join(filter(None, (", ".join(actions[:-1]), actions[-1])))
