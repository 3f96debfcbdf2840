"""Fact of a database that belongs to another engine.

Logs that the engine does not have, a parameter group of another family, an instance with another engine than its
cluster: RDS refuses to make it. A security group that lets in the port of another engine, or a secret that says so,
only shows when something connects.

What depends on the engine is made to follow it. For what RDS would refuse this is a repair, and safe; ports and secrets
may be in use, so that it is unsafe for these. The engine itself is never changed, which would replace the database: a
driver of another engine in the code of a function is told of, and nothing more.

A database with a port of its own, groups that more than one database uses, parameter groups whose parameters belong to
another engine, and engines or versions that are not written in the source are left alone.

https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithParamGroups.html
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from iacfix.transforms.databases import Database, databases, rules_of, secrets_of
from iacfix.transforms.edits import Replace
from iacfix.transforms.facts.engines import DRIVERS, LOGS, PORTS, USUAL_LOGS, dialect
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component, Literal, Module, Reference, Resource, Sequence, Value
from iacfix.transforms.policy import Graph
from iacfix.transforms.registry import Fixer, Settings
from iacfix.transforms.resolve import constants
from iacfix.transforms.scripts import scripts
from iacfix.transforms.sources import FUNCTIONS

fixer = Fixer(
    __name__,
    code="RDS005",
    since="0.1.0",
    tiers=(Tier.SAFE, Tier.UNSAFE),
)

GROUPS = ("parameter_group_name", "db_parameter_group_name", "db_cluster_parameter_group_name")


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield what does not go with the engines of the databases of *component*."""
    for module in component.modules:
        known = list(databases(component, module))
        for database in known:
            yield from _logs(module, database)
            yield from _group(component, module, database)
            yield from _instances(component, module, database)
        alone = known[0] if len(known) == 1 else None
        if alone is not None and PORTS.get(dialect(alone.engine)) and alone.resource.get("port") is None:
            yield from _ports(module, alone)
            yield from _secrets(module, alone)
        if alone is not None:
            yield from _drivers(component, module, alone)


def _logs(module: Module, database: Database) -> Iterator[Finding]:
    """Yield the logs that the engine does not have."""
    argument = "enabled_cloudwatch_logs_exports"
    exports = database.resource.get(argument)
    known = LOGS.get(database.engine)
    if not isinstance(exports, Sequence) or known is None or not exports.items:
        return
    logs = [item for item in exports.items if isinstance(item, Literal)]
    if len(logs) < len(exports.items):
        return
    meant = {name: log for log in logs if (name := _log(str(log.value), known))}
    kept = tuple(log if log.value == name else Literal(name).in_place_of(log) for name, log in meant.items())
    wrong = [str(log.value) for log in logs if log.value not in known]
    if wrong:
        usual = tuple(Literal(name) for name in USUAL_LOGS[dialect(database.engine)])
        message = f"{database.engine} has no log called {' or '.join(wrong)}"
        new = exports.but(items=kept or usual)
        yield _repair(module, database.resource, exports, argument, message, Replace(exports, new))


def _log(name: str, known: Iterable[str]) -> str:
    """Return the log that is meant by *name*, or an empty string where it is another engine's."""
    plain = re.sub(r"[^a-z]", "", name.lower())
    return next((log for log in known if plain in {log, f"{log}s", f"{log}log", f"{log}logs"}), "")


def _group(component: Component, module: Module, database: Database) -> Iterator[Finding]:
    """Yield a parameter group of another family."""
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
            advice = f"use parameters of {database.family}"
            yield Finding(message, module, owner, told, "family", Severity.BLOCKER, advice=advice, normal=message)
        elif isinstance(told, Literal):
            argument = "family" if owner is not database.resource else name
            edit = Replace(told, told.but(value=wanted))
            yield _repair(module, owner, told, argument, message, edit)


def _takes_group(user: Resource) -> bool:
    return bool(user.body.names & set(GROUPS))


def _instances(component: Component, module: Module, database: Database) -> Iterator[Finding]:
    """Yield the instances of a cluster that have another engine than it."""
    for instance in module.of_type("aws_rds_cluster_instance"):
        cluster, engine = instance.get("cluster_identifier"), instance.get("engine")
        if not isinstance(cluster, Reference) or cluster.target != database.resource.key or engine is None:
            continue
        known = constants(component, module, engine)
        if known and len(known) == 1 and database.engine not in known:
            message = f"the engine is {next(iter(known))}, and that of its cluster {database.engine}"
            if isinstance(engine, Literal):
                edit = Replace(engine, engine.but(value=database.engine))
                yield _repair(module, instance, engine, "engine", message, edit)


def _repair(module: Module, resource: Resource, at: Value, argument: str, message: str, edit: Replace) -> Finding:
    fix = Fix("follow the engine", Tier.SAFE, Impact.CREATE, (edit,))
    return Finding(message, module, resource, at, argument, Severity.BLOCKER, (fix,), normal=message)


def _ports(module: Module, database: Database) -> Iterator[Finding]:
    """Yield the rules of the database's security groups that let in the port of another engine."""
    port = PORTS[dialect(database.engine)]
    for owner, rule in rules_of(module, database.resource):
        ends = [rule.get(name) or rule.get(other) for name, other in (("from_port", "FromPort"), ("to_port", "ToPort"))]
        values = [end for end in ends if isinstance(end, Literal) and str(end.value) in map(str, PORTS.values())]
        if len(values) == len(ends) and {str(end.value) for end in values} != {str(port)}:
            message = f"port {values[0].value} is let in, and {database.engine} listens on {port}"
            edits = tuple(Replace(end, _like(end, port)) for end in values)
            fix = Fix("let in the port of the engine", Tier.UNSAFE, Impact.UPDATE, edits)
            yield Finding(message, module, owner, values[0], "ingress", Severity.RISK, (fix,), normal=message)


def _like(old: Literal, number: int) -> Literal:
    return old.but(value=str(number) if isinstance(old.value, str) else number)


def _secrets(module: Module, database: Database) -> Iterator[Finding]:
    """Yield the secrets of the database that name another engine or port."""
    wanted = {"engine": dialect(database.engine), "port": str(PORTS[dialect(database.engine)])}
    for owner, found in secrets_of(module, database.resource):
        changes = {key: wanted[key] for key, value in found.facts.items() if key in wanted and not _goes(value, wanted)}
        if changes:
            said = " and ".join(f"{key} {found.facts[key]}" for key in changes)
            message = f"the secret says {said}, and the engine is {database.engine}"
            fix = Fix("say what the engine is", Tier.UNSAFE, Impact.UPDATE, found.changed(changes))
            yield Finding(message, module, owner, found.value, "secret", Severity.RISK, (fix,), normal=message)


def _goes(value: str, wanted: dict[str, str]) -> bool:
    """Say whether *value* is the port, or another name of the engine."""
    return value == wanted["port"] or dialect(value) == wanted["engine"] or value not in {*PORTS, *LOGS, "3306", "5432"}


def _drivers(component: Component, module: Module, database: Database) -> Iterator[Finding]:
    """Yield the functions that have the driver of another engine."""
    spoken = dialect(database.engine)
    others = {name for dialect_, names in DRIVERS.items() if dialect_ != spoken for name in names} if spoken else set()
    graph = Graph(module)
    for function in module.of_type(*FUNCTIONS):
        if not any(target is database.resource for target in graph.targets(function)):
            continue
        for script in scripts(component, module, function):
            used = sorted(others & (script.imports))
            if used:
                message = f"its code speaks to a database with {used[0]}, and the engine is {database.engine}"
                advice = "change the driver, or the engine, which makes a new database"
                yield Finding(message, module, function, function, "code", Severity.RISK, advice=advice, normal=message)
