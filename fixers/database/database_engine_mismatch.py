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

from collections.abc import Iterator

from iacfix.transforms.databases import Database, databases
from iacfix.transforms.facts.engines import DRIVERS, PORTS, dialect
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.mismatches import Mismatch, groups, instances, logs, ports, secrets
from iacfix.transforms.model import Component, Module
from iacfix.transforms.policy import Graph
from iacfix.transforms.registry import Fixer, Settings
from iacfix.transforms.scripts import scripts
from iacfix.transforms.sources import FUNCTIONS

fixer = Fixer(
    __name__,
    code="RDS005",
    since="0.1.0",
    tiers=(Tier.SAFE, Tier.UNSAFE),
)


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield what does not go with the engines of the databases of *component*."""
    for module in component.modules:
        known = list(databases(component, module))
        for database in known:
            yield from (_refused(module, each) for each in logs(database))
            yield from (_refused(module, each) for each in groups(component, module, database))
            yield from (_refused(module, each) for each in instances(component, module, database))
        alone = known[0] if len(known) == 1 else None
        if alone is not None and PORTS.get(dialect(alone.engine)) and alone.resource.get("port") is None:
            yield from (_in_use(module, each, "let in the port of the engine") for each in ports(module, alone))
            yield from (_in_use(module, each, "say what the engine is") for each in secrets(module, alone))
        if alone is not None:
            yield from _drivers(component, module, alone)


def _refused(module: Module, found: Mismatch) -> Finding:
    """Return what RDS does not make, so that nothing can use it."""
    fixes = (Fix("follow the engine", Tier.SAFE, Impact.CREATE, found.edits),) if found.edits else ()
    at = (module, found.owner, found.at, found.argument, Severity.BLOCKER)
    return Finding(found.message, *at, fixes, found.advice, normal=found.message)


def _in_use(module: Module, found: Mismatch, title: str) -> Finding:
    """Return what something may use as it is."""
    fix = Fix(title, Tier.UNSAFE, Impact.UPDATE, found.edits)
    at = (module, found.owner, found.at, found.argument, Severity.RISK)
    return Finding(found.message, *at, (fix,), normal=found.message)


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
