"""What is told of a database and belongs to another engine than it has: logs, groups, instances, ports, secrets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from iacfix.transforms.databases import Database, rules_of, secrets_of
from iacfix.transforms.edits import Edit, Replace
from iacfix.transforms.facts.engines import LOGS, PORTS, USUAL_LOGS, dialect
from iacfix.transforms.model import Component, Literal, Module, Reference, Resource, Sequence, Value
from iacfix.transforms.resolve import constants

GROUPS = ("parameter_group_name", "db_parameter_group_name", "db_cluster_parameter_group_name")


@dataclass(frozen=True, slots=True)
class Mismatch:
    """What *owner* says with *at*, in *argument*; *edits* make it follow the engine, or *advice* tells what would."""

    owner: Resource
    at: Value
    argument: str
    message: str
    edits: tuple[Edit, ...] = ()
    advice: str = ""


def logs(database: Database) -> Iterator[Mismatch]:
    """Yield the logs that the engine does not have."""
    argument = "enabled_cloudwatch_logs_exports"
    exports = database.resource.get(argument)
    known = LOGS.get(database.engine)
    if not isinstance(exports, Sequence) or known is None or not exports.items:
        return
    told = [item for item in exports.items if isinstance(item, Literal)]
    if len(told) < len(exports.items):
        return
    meant = {name: log for log in told if (name := _log(str(log.value), known))}
    kept = tuple(log if log.value == name else Literal(name).in_place_of(log) for name, log in meant.items())
    wrong = [str(log.value) for log in told if log.value not in known]
    if wrong:
        usual = tuple(Literal(name) for name in USUAL_LOGS[dialect(database.engine)])
        message = f"{database.engine} has no log called {' or '.join(wrong)}"
        edit = Replace(exports, exports.but(items=kept or usual))
        yield Mismatch(database.resource, exports, argument, message, (edit,))


def _log(name: str, known: Iterable[str]) -> str:
    """Return the log that is meant by *name*, or an empty string where it is another engine's."""
    plain = re.sub(r"[^a-z]", "", name.lower())
    return next((log for log in known if plain in {log, f"{log}s", f"{log}log", f"{log}logs"}), "")


def groups(component: Component, module: Module, database: Database) -> Iterator[Mismatch]:
    """Yield the parameter groups of another family."""
    for name in GROUPS:
        given = database.resource.get(name)
        if given is None or not database.family:
            continue
        told: Value | None
        match given:
            case Literal(value=str() as default) if default.startswith("default."):
                owner, told, found = database.resource, given, default.removeprefix("default.")
                wanted = f"default.{database.family}"
            case Reference() as reference if (group := module.target(reference)) is not None:
                told = group.get("family")
                families = constants(component, module, told) if told is not None else None
                if not families or len(families) > 1:
                    continue
                owner, found, wanted = group, next(iter(families)), database.family
            case _:
                continue
        if found == database.family or told is None:
            continue
        message = f"the parameter group is of the family {found}, and the engine of {database.family}"
        foreign = dialect(found.rstrip("0123456789.")) != dialect(database.engine) and owner is not database.resource
        others = [user for user in module.users(owner) if user is not database.resource and _takes_group(user)]
        if (foreign and any(n in owner.body.names for n in ("parameter", "Parameters"))) or others:
            yield Mismatch(owner, told, "family", message, advice=f"use parameters of {database.family}")
        elif isinstance(told, Literal):
            argument = "family" if owner is not database.resource else name
            yield Mismatch(owner, told, argument, message, (Replace(told, told.but(value=wanted)),))


def _takes_group(user: Resource) -> bool:
    return bool(user.body.names & set(GROUPS))


def instances(component: Component, module: Module, database: Database) -> Iterator[Mismatch]:
    """Yield the instances of a cluster that have another engine than it."""
    for instance in module.of_type("aws_rds_cluster_instance"):
        cluster, engine = instance.get("cluster_identifier"), instance.get("engine")
        if not isinstance(cluster, Reference) or cluster.target != database.resource.key or engine is None:
            continue
        known = constants(component, module, engine)
        if known and len(known) == 1 and database.engine not in known and isinstance(engine, Literal):
            message = f"the engine is {next(iter(known))}, and that of its cluster {database.engine}"
            yield Mismatch(instance, engine, "engine", message, (Replace(engine, engine.but(value=database.engine)),))


def ports(module: Module, database: Database) -> Iterator[Mismatch]:
    """Yield the rules of the database's security groups that let in the port of another engine."""
    port = PORTS[dialect(database.engine)]
    for owner, rule in rules_of(module, database.resource):
        ends = [rule.get(name) or rule.get(other) for name, other in (("from_port", "FromPort"), ("to_port", "ToPort"))]
        values = [end for end in ends if isinstance(end, Literal) and str(end.value) in map(str, PORTS.values())]
        if len(values) == len(ends) and {str(end.value) for end in values} != {str(port)}:
            message = f"port {values[0].value} is let in, and {database.engine} listens on {port}"
            edits = tuple(Replace(end, _like(end, port)) for end in values)
            yield Mismatch(owner, values[0], "ingress", message, edits)


def _like(old: Literal, number: int) -> Literal:
    return old.but(value=str(number) if isinstance(old.value, str) else number)


def secrets(module: Module, database: Database) -> Iterator[Mismatch]:
    """Yield the secrets of the database that name another engine or port."""
    wanted = {"engine": dialect(database.engine), "port": str(PORTS[dialect(database.engine)])}
    for owner, found in secrets_of(module, database.resource):
        changes = {key: wanted[key] for key, value in found.facts.items() if key in wanted and not _goes(value, wanted)}
        if changes:
            said = " and ".join(f"{key} {found.facts[key]}" for key in changes)
            message = f"the secret says {said}, and the engine is {database.engine}"
            yield Mismatch(owner, found.value, "secret", message, found.changed(changes))


def _goes(value: str, wanted: dict[str, str]) -> bool:
    """Say whether *value* is the port, or another name of the engine."""
    return value == wanted["port"] or dialect(value) == wanted["engine"] or value not in {*PORTS, *LOGS, "3306", "5432"}
