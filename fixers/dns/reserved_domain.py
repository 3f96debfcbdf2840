"""Domain that is reserved for examples, and that nobody can own.

``example.com``, ``.net`` and ``.org``, and all that ends in ``.example``, ``.invalid``, ``.localhost`` or ``.test``,
are kept for documents and tests. Route 53 makes no zone of ``example.com``, a certificate for it is never validated,
and no record in it is found.

Which domain is meant only a person knows. The safe fix makes it an input, ``domain_name``, whose default is the domain
of today, and has every record, certificate, health check and output that names it take it from there: nothing changes,
and one value is left to set. With ``--set domain_name=...`` and ``--unsafe`` the default is that domain.

Private zones may have any name. Addresses of documents (192.0.2.0/24 and its like) in records are reported. What
stands in examples and tests is left alone.

https://www.iana.org/domains/reserved https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DomainNameFormat.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from iacfix.transforms.edits import DeclareInput, Edit, Replace
from iacfix.transforms.environments import parameter
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.inputs import deployed
from iacfix.transforms.model import Component, Kind, Literal, Module, Reference, Resource, Template, Value
from iacfix.transforms.naming import joined, strings
from iacfix.transforms.registry import Fixer, Settings
from iacfix.transforms.resolve import resolve

fixer = Fixer(__name__, code="R53001", since="0.1.0", tiers=(Tier.SAFE, Tier.FRESH, Tier.UNSAFE))

NAME = "domain_name"
DESCRIPTION = "Domain that the names of this deployment are in"

# RFC 2606 and 6761.
RESERVED = re.compile(
    r"(?:.*\.)?(example\.(?:com|net|org)|[\w-]+\.(?:example|invalid|localhost|test))\.?", re.IGNORECASE
)
DOCUMENTS = re.compile(r"(?:192\.0\.2|198\.51\.100|203\.0\.113)\.\d{1,3}")  # RFC 5737
# What is named, in the order in which it is told.
NAMED = {
    "aws_route53_zone": "name",
    "aws_acm_certificate": "domain_name",
    "aws_route53_record": "name",
    "AWS::Route53::RecordSet": "Name",
}
RECORDS = {"aws_route53_record": ("type", "records"), "AWS::Route53::RecordSet": ("Type", "ResourceRecords")}
PRIVATE = {"vpc", "VPCs", "certificate_authority_arn", "certificate_body"}
NOT_DEPLOYED = {"example", "examples", "fixtures", "test", "testdata", "tests"}


@fixer.over
def check(component: Component, settings: Settings) -> Iterator[Finding]:
    """Yield the reserved domains that zones, certificates and records are in."""
    for module in component.modules:
        if not deployed(component, module) or not NOT_DEPLOYED.isdisjoint(module.documents[0].lower().split("/")):
            continue
        told: set[str] = set()
        for resource_type, argument in NAMED.items():
            for resource in module.of_type(resource_type):
                value = resource.get(argument)
                if value is None or PRIVATE & resource.body.names:
                    continue
                domain = _domain(component, module, value)
                if domain and domain not in told:
                    told.add(domain)
                    yield _finding(component, module, resource, value, domain, settings)
        yield from _addresses(module)


def _domain(component: Component, module: Module, value: Value) -> str:
    """Return the reserved domain that *value* is in whatever is set, or an empty string."""
    found = {_reserved(origin.value) for origin in resolve(component, module, value) or ()}
    return found.pop() if len(found) == 1 else ""


def _reserved(value: Value) -> str:
    last = value.parts[-1] if isinstance(value, Template) and value.parts else value
    if not isinstance(last, Literal) or not isinstance(last.value, str):
        return ""
    matched = RESERVED.fullmatch(last.value)
    whole = not isinstance(value, Template) or (matched is not None and matched.start(1) > 0)
    return matched[1] if matched and whole else ""


def _finding(
    component: Component, module: Module, resource: Resource, value: Value, domain: str, settings: Settings
) -> Finding:
    fixes: tuple[Fix, ...] = ()
    given = settings.get(NAME)
    written = isinstance(value, Literal | Template)
    if written:
        fix = _parameterised(component, module, domain)
        fixes = (fix,) if fix else ()
    elif given is not None:
        places = [origin.value for origin in resolve(component, module, value) or () if _reserved(origin.value)]
        edits = tuple(Replace(place, _with(place, domain, Literal(given))) for place in places)
        fixes = (Fix(f"take {given}", Tier.UNSAFE, Impact.REPLACE, edits),)
    advice = "" if fixes else f"give a domain that is yours: --set {NAME}=..., or where it is set"
    severity = Severity.RISK if resource.type in RECORDS else Severity.BLOCKER
    message = f"{domain} is reserved: nobody can own it"
    message = message if written else f"the domain is {domain} unless another is given: nobody can own that"
    return Finding(message, module, resource, value, NAMED[resource.type], severity, fixes, advice, normal=domain)


def _parameterised(component: Component, module: Module, domain: str) -> Fix | None:
    """Return what makes *domain* an input of *module*, and has all that names it take it from there."""
    pattern = re.compile(rf"(?:https?://)?(?:[\w*\ue000-]+\.)*{re.escape(domain)}(?:[/:].*)?\.?")
    places: list[tuple[Resource, Value]] = []
    for resource in module.of(Kind.RESOURCE, Kind.OUTPUT):
        for path, string in strings(resource.body):
            if "description" not in path and "comment" not in path and pattern.fullmatch(_spelled(string)):
                places.append((resource, string))
    wanted = DeclareInput(module, NAME, "string", Literal(domain), DESCRIPTION)
    parameter_ = parameter(component, wanted, *(resource for resource, _ in places))
    if parameter_ is None:
        return None
    edits: list[Edit] = [*parameter_.edits]
    edits += [Replace(string, _with(string, domain, parameter_.reference)) for _, string in places]
    impact = Impact.NONE if parameter_.tier is Tier.SAFE else Impact.REPLACE
    return Fix("make it an input whose default it is", parameter_.tier, impact, tuple(edits))


def _spelled(value: Value) -> str:
    """Return *value* as text, a letter for each hole."""
    parts = value.parts if isinstance(value, Template) else (value,)
    return "".join(str(part.value) if isinstance(part, Literal) else "\ue000" for part in parts)


def _with(value: Value, domain: str, new: Reference | Literal) -> Value:
    """Return *value* with *new* in place of *domain*."""
    parts: list[Value] = []
    for part in value.parts if isinstance(value, Template) else (value,):
        if isinstance(part, Literal) and isinstance(part.value, str) and domain in part.value:
            before, _, after = part.value.partition(domain)
            parts += [Literal(before), new, Literal(after)]
        else:
            parts.append(part)
    kept = joined([part for part in parts if part != Literal("")])
    return (kept[0] if len(kept) == 1 else Template(kept)).in_place_of(value)


def _addresses(module: Module) -> Iterator[Finding]:
    """Yield the addresses of documents that records lead to."""
    for resource_type, (kind, records) in RECORDS.items():
        for resource in module.of_type(resource_type):
            values = [v for v in resource.all(records) if isinstance(v, Literal) and DOCUMENTS.fullmatch(str(v.value))]
            if resource.get(kind) == Literal("A") and values:
                message = f"{values[0].value} is an address for documents: nothing answers there"
                advice = "lead to what serves it, by an alias or its address"
                yield Finding(message, module, resource, values[0], records, Severity.RISK, advice=advice)
