"""Which actions a statement allows on everything that could be allowed on single resources."""

from __future__ import annotations

import re

from iacfix.transforms.facts.scopes import SCOPES
from iacfix.transforms.model import Literal, Template, Value
from iacfix.transforms.naming import Alphabet
from iacfix.transforms.policy import Statement, resource_types

WRITING_LOGS = {"logs:CreateLogGroup", "logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"}
CREATES_GROUP = "logs:CreateLogGroup"
# AWS asks for the ARN of the streams although it calls the type the group's.
OF_STREAMS = {"logs:CreateLogStream", "logs:PutLogEvents"}
# What Step Functions and API Gateway need for their logs: AWS wants all of it on everything.
DELIVERS_LOGS = "logs:CreateLogDelivery"

EVERYTHING = re.compile(
    r"\*|arn:[^:]*:(?:(?P<logs>logs):[^:]*:[^:]*:(?:log-group:)?|(?P<service>[\w-]+):\*?:\*?:)\*(?::\*)*"
)


def scopable_actions(statement: Statement) -> dict[str, list[tuple[str, str]]]:
    """Return the actions that are allowed on everything and need not be, each with what it is about."""
    if not statement.allows or (actions := statement.actions) is None:
        return {}
    wide = [EVERYTHING.fullmatch(spelled(value)) for value in statement.resources]
    if not wide or not all(wide):
        return {}
    services = {match["logs"] or match["service"] for match in wide if match}
    found: dict[str, list[tuple[str, str]]] = {}
    for _, action in actions:
        service, _, name = action.partition(":")
        known = SCOPES.get(service, {})
        if service == "logs" and any(other == DELIVERS_LOGS for _, other in actions):
            continue
        types = resource_types(action) if "*" not in name else frozenset(known)
        about = [known[each] for each in sorted(types or ()) if each in known]
        administers = name.startswith("Create") or name.lower() in {f"delete{each}" for each in known}
        if about and (None in services or service in services) and (action in WRITING_LOGS or not administers):
            found[action] = about
    return found


def spelled(value: Value) -> str:
    """Return the string *value*, with a private character for each hole; empty where it is none."""
    match value:
        case Literal(value=str() as text):
            return text
        case Template(parts=parts):
            return Alphabet().spell(parts)
        case _:
            return ""
