"""Derive what stands in the statements of WAF, which CDKTF hands over as they are.

The statements of ``aws_wafv2_web_acl`` and ``aws_wafv2_rule_group`` are too deep for CDKTF's languages, so that its
packages say no more of them than ``any``. A newer resource of the same provider, ``aws_wafv2_web_acl_rule``, takes the
same statements, only less deep, and under the same names but for the few below. Its blocks are lists without a limit
all, so that how often each may stand is told here. Beside the schema that the AWS provider 5.100.0 gives itself
(``terraform providers schema -json``), nothing differs but which of the optional arguments are computed as well.

https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/wafv2_web_acl#statement-block
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from iacfix.transforms.facts.terraform import Item

SOURCE = "aws_wafv2_web_acl_rule"

COMBINED = ("and_statement", "not_statement", "or_statement")
OF_GROUPS = ("managed_rule_group_statement", "rule_group_reference_statement")  # which no group of rules has
OUTERMOST = (*OF_GROUPS, "rate_based_statement")
DEEPEST = 3  # of statements in statements
PARTS = {"scope_down_statement": f"wafv2_statement_{DEEPEST}"}

CALLED = {"custom_keys": "custom_key"}
DROPPED = {"excluded_rule"}
OPTIONAL = {"aggregate_key_type"}
SINCE = {"asn": 6, "aws_managed_rules_anti_ddos_rule_set": 6}

# How often a block may stand where that is not at most once, by the end of its path.
OFTEN = {
    "action_to_use": "list 1 1",
    "client_side_action_config": "list 1 1",
    "client_side_action_config.challenge": "list 1 1",
    "aws_managed_rules_acfp_rule_set.request_inspection": "list 1 1",
    "aws_managed_rules_atp_rule_set.request_inspection.password_field": "list 1 1",
    "aws_managed_rules_atp_rule_set.request_inspection.username_field": "list 1 1",
    "cookies.match_pattern": "list 1 -",
    "custom_key": "list 0 -",
    "exempt_uri_regular_expression": "list 0 -",
    "header_order": "list 0 -",
    "headers": "list 0 -",
    "insert_header": "set 1 -",
    "managed_rule_group_configs": "list 0 -",
    "match_pattern": "list 1 1",
    "response_header": "set 0 -",
    "rule_action_override": "list 0 -",
    "text_transformation": "set 1 -",
}


def parts(rule: Sequence[Item], major: int) -> Iterator[tuple[str, list[Item]]]:
    """Yield the parts that other schemas name, out of the items of the *rule* that is the source, for one *major*."""
    (statement,) = (item for item in rule if name_of(item) == "statement")
    known = list(mended(statement[1:], (), major))
    single = [item for item in known if name_of(item) not in {*OUTERMOST, *COMBINED}]
    combined: list[Item] = []
    for depth in range(1, DEEPEST + 1):
        yield f"wafv2_statement_{depth}", [*single, *combined]
        combined = [
            [f"{{{name} {OFTEN.get(name, 'list 0 1')}", f"{{statement list 1 - in=aws.wafv2_statement_{depth}"]
            for name in COMBINED
        ]
    outermost = [item for item in known if name_of(item) in OUTERMOST]
    yield "wafv2_rule_group", [*single, *combined, *(item for item in outermost if name_of(item) not in OF_GROUPS)]
    yield "wafv2_web_acl", [*single, *combined, *outermost]


def mended(items: Iterable[Item], path: tuple[str, ...], major: int) -> Iterator[Item]:
    """Yield *items* as they are in the other resources."""
    for item in items:
        name = CALLED.get(name_of(item), name_of(item))
        if name in DROPPED or SINCE.get(name, major) > major:
            continue
        where = (*path, name)
        if (part := PARTS.get(name)) is not None:
            yield f"{{{name} list 0 1 in=aws.{part}"
        elif header_of(item).startswith("{"):
            header = f"{{{name} {often(where)}"
            inside = [] if isinstance(item, str) else list(mended(item[1:], where, major))
            yield [header, *inside] if inside else header
        else:
            text = header_of(item)
            yield f"?{text[1:]}" if name in OPTIONAL else text


def often(path: tuple[str, ...]) -> str:
    """Return how often the block at *path* may stand."""
    ends = (".".join(path[start:]) for start in range(len(path)))
    return next((OFTEN[end] for end in ends if end in OFTEN), "list 0 1")


def header_of(item: Item) -> str:
    """Return what comes before the items below *item*."""
    return item if isinstance(item, str) else header_of(item[0])


def name_of(item: Item) -> str:
    """Return the name of an argument or block."""
    return header_of(item).split(" ")[0][1:]
