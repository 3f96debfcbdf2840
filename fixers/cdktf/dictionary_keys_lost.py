"""Keys in snake case of a dictionary that stands in a list.

``vpc_config={"subnet_ids": ...}`` works, since Python makes a struct of it. A dictionary in a list is handed over as it
is, to code that knows ``subnetIds`` only: ``route=[{"cidr_block": ..., "gateway_id": ...}]`` synthesizes without a word
to a route that has neither, and ``rule=[{"apply_server_side_encryption_by_default": ...}]`` to no encryption at all.
Where a lost key is required, jsii stops.

The dictionary becomes the struct's class, which is imported; keys become keywords, and what stands between them stays.
So do those that a comprehension makes, and those of a list that is bound to a name which nothing else names. Where
nothing can be synthesized or created as it is, because a required key, the destination of a route, the ports of a
rule, or every key that there is gets lost, this is a repair, and safe; elsewhere it changes what is deployed, and wants
``--fresh``. A dictionary with a key that nobody knows, or one that is spread into it, is only reported.

https://developer.hashicorp.com/terraform/cdktf/concepts/resources
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import Edit
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component, Entry, Mapping, Value, dotted
from iacfix.transforms.registry import Fixer, Settings
from iacfix.transforms.schema import Body, bodies, items_of, written
from iacfix.transforms.structs import Fate, as_struct, fates, plain, within

fixer = Fixer(__name__, code="CDK003", since="0.1.0", tiers=(Tier.SAFE, Tier.FRESH), languages=("cdktf",))

# What cannot be created without what is lost of it.
NEEDED = {
    "aws_default_route_table": {"route": {"cidr_block", "ipv6_cidr_block", "destination_prefix_list_id"}},
    "aws_default_security_group": {"egress": {"from_port", "to_port"}, "ingress": {"from_port", "to_port"}},
    "aws_s3_bucket_notification": {
        "lambda_function": {"lambda_function_arn"},
        "queue": {"queue_arn"},
        "topic": {"topic_arn"},
    },
    "aws_route_table": {"route": {"cidr_block", "ipv6_cidr_block", "destination_prefix_list_id"}},
    "aws_security_group": {"egress": {"from_port", "to_port"}, "ingress": {"from_port", "to_port"}},
}


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the lists with dictionaries of which something is lost."""
    for body in bodies(component):
        for entry in body.mapping.entries if not body.accepts.open else ():
            inside = within(body.accepts, entry.name)
            value = written(component, body.module, entry.value)
            found = list(plain(items_of(component, value)))
            if inside is None or not all(struct.many for struct in body.accepts.struct(entry.name)):
                continue
            lists = {id(item): list(fates(item, inside)) for item in found}
            lost = [lists[id(item)] for item in found if any(f.keyword and not f.kept for f in lists[id(item)])]
            if lost:
                yield _finding(body, entry, value, found, lost)


def _finding(body: Body, entry: Entry, value: Value, items: list[Mapping], lost: list[list[Fate]]) -> Finding:
    path = body.to(entry.name)
    all_fates = [fate for each in lost for fate in each]
    paths = {fate.path for fate in all_fates if fate.keyword and not fate.kept}
    gone = dict.fromkeys(dotted(f.path) for f in all_fates if f.path in paths and f.path[:-1] not in paths)
    message = f"{', '.join(gone)} of {path} of {body.resource.type} {'is' if len(gone) == 1 else 'are'} lost"
    edits: list[Edit] = []
    for item in items:
        struct = as_struct(body, item, body.accepts, entry.name)
        if struct is None:
            edits = []
            break
        edits += struct
    stops = any(_stops(body, entry, each) for each in lost)
    tier, impact = (Tier.SAFE, Impact.CREATE) if stops else (Tier.FRESH, Impact.UPDATE)
    fixes = (Fix("write it as a struct", tier, impact, tuple(edits)),) if edits else ()
    unknown = dict.fromkeys(dotted(fate.path) for fate in all_fates if not fate.keyword)
    why = f": nobody knows {', '.join(unknown)}" if unknown else ""
    advice = "" if fixes else f"write it as a struct, with a class{why}"
    severity = Severity.BLOCKER if stops else Severity.RISK
    return Finding(message, body.module, body.resource, value, path, severity, fixes, advice)


def _stops(body: Body, entry: Entry, found: list[Fate]) -> bool:
    """Say whether nothing can be synthesized, or created, without what is lost."""
    top = [fate for fate in found if len(fate.path) == 1]
    lost = {fate.path for fate in found if not fate.kept}
    needed = NEEDED.get(body.resource.type, {}).get(entry.name, set())
    return (
        any(fate.required and fate.path in lost and fate.path[:-1] not in lost for fate in found)
        or not any(fate.kept for fate in top)
        or any(fate.keyword in needed and not fate.kept for fate in top)
    )
