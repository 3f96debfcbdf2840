"""Whom a role is for: what it is given to, what that works with, and where it writes its log."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from iacfix.transforms.model import Kind, Literal, Module, Reference, Resource, Template
from iacfix.transforms.naming import Alphabet
from iacfix.transforms.policy import Graph

LOGS = "aws_cloudwatch_log_group"
EVENT_SOURCES = {"aws_lambda_event_source_mapping"}


@dataclass(frozen=True, slots=True)
class Use:
    """Whom roles are for: their *users*, what these are *given*, and whether it is clear that there are no others."""

    users: tuple[Resource, ...]
    given: dict[str, list[Resource]]
    closed: bool

    @classmethod
    def of(cls, roles: list[Resource], graph: Graph) -> Use:
        """Look at who uses *roles*."""
        using = [user for role in roles for user in graph.users(role)]
        using += [user for each in using if each.type == "aws_iam_instance_profile" for user in graph.users(each)]
        others = [user for user in using if not user.type.startswith(("aws_iam_", "AWS::IAM::"))]
        users = tuple(user for user in others if user.kind is Kind.RESOURCE)
        given: dict[str, dict[str, Resource]] = {}
        for user in users:
            sources = [source for source in graph.users(user) if source.type in EVENT_SOURCES]
            found = [target for each in (user, *sources) for target in graph.targets(each)]
            for target in [*found, *own_logs(user, graph.module)]:
                if target.kind is Kind.RESOURCE:
                    given.setdefault(target.type, {})[target.name] = target
        closed = len(others) == len(users) and not any(many(each) for each in (*roles, *users))
        return cls(users, {kind: list(by_name.values()) for kind, by_name in given.items()}, closed)

    @property
    def is_single(self) -> bool:
        """Whether nothing but one function or one flow log uses the role, and it has a single log group."""
        if not self.closed or len(self.users) != 1 or len(self.given.get(LOGS, ())) != 1:
            return False
        user, group = self.users[0], self.given[LOGS][0]
        alike = user.meta.get("provider") == group.meta.get("provider") and not many(group)
        return alike and user.type in {"aws_lambda_function", "aws_flow_log"} and user.get("layers") is None


def many(resource: Resource) -> bool:
    """Say whether *resource* may be there several times, or not at all."""
    return bool(resource.meta.names & {"count", "for_each", "Condition"})


def own_logs(function: Resource, module: Module) -> Iterator[Resource]:
    """Yield the log group that Lambda writes the output of *function* to, where the module manages it."""
    name = function.get("function_name")
    if function.type != "aws_lambda_function":
        return
    for group in module.of_type(LOGS):
        match group.get("name"):
            case Template(parts=(Literal(value="/aws/lambda/"), Reference() as hole)) if (
                hole.target == function.key and hole.attribute in {"function_name", "id"}
            ):
                yield group
            case Literal() | Template() as written if name is not None:
                alphabet = Alphabet()
                parts = name.parts if isinstance(name, Template) else (name,)
                own = alphabet.spell((Literal("/aws/lambda/"), *parts))
                if alphabet.spell(written.parts if isinstance(written, Template) else (written,)) == own:
                    yield group
            case _:
                pass
