"""Snapshot of one account that a database is made from.

The snapshot is in one account and one region: everywhere else, and once it is deleted, the database cannot be made. The
safe fix makes it an input, ``db_snapshot_identifier``, whose default is the snapshot of today: nothing changes. The
other finding takes the default away, so that a new database is empty unless a snapshot is given, and adds what an
empty one needs: storage, a user, a password that RDS makes. Later changes of the input do not replace a database that
is there. That is unsafe: the database of a new deployment is another one. A template has no null to leave out.

Snapshots that the code makes or looks up, those that others share (by ARN), and replicas are left alone.

https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_RestoreFromSnapshot.html
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import DeclareInput, Edit, InsertArgument, Replace
from iacfix.transforms.environments import parameter
from iacfix.transforms.findings import Finding, Fix, Impact, Reach, Severity, Tier
from iacfix.transforms.inputs import assignments, ignored, made_nullable, nullable
from iacfix.transforms.model import (
    Call,
    Component,
    Conditional,
    Entry,
    Kind,
    Literal,
    Mapping,
    Module,
    Reference,
    Resource,
    Sequence,
    Value,
)
from iacfix.transforms.registry import Fixer
from iacfix.transforms.resolve import resolve

fixer = Fixer(__name__, code="RDS001", since="0.1.0", tiers=(Tier.SAFE, Tier.FRESH, Tier.UNSAFE))

NAME = "db_snapshot_identifier"
DESCRIPTION = "Snapshot that the database is made from"
SNAPSHOTS = ("aws_db_snapshot", "aws_db_cluster_snapshot", "aws_db_snapshot_copy", "aws_rds_cluster_snapshot_copy")
OTHER_SOURCES = ("replicate_source_db", "restore_to_point_in_time", "replication_source_identifier", "s3_import")

# What an empty database needs and one that is restored has.
USER = {"aws_db_instance": "username", "aws_rds_cluster": "master_username"}
PASSWORD = {"aws_db_instance": "password", "aws_rds_cluster": "master_password"}
ADMIN = {"mysql": "admin", "mariadb": "admin", "aurora-mysql": "admin"}


@fixer.on(*USER)
def check(resource: Resource, module: Module, component: Component) -> Iterator[Finding]:
    """Yield the snapshot that is written in the source."""
    value = resource.get("snapshot_identifier")
    if value is None or resource.kind is not Kind.RESOURCE:
        return
    if any(resource.get(name) is not None for name in OTHER_SOURCES):
        return
    match value:
        case Literal(value=str() as name) if name and not name.startswith("arn:") and not _is_made(name, component):
            wanted = DeclareInput(module, NAME, "string", Literal(name), DESCRIPTION)
            given = parameter(component, wanted, resource)
            fixes: tuple[Fix, ...] = ()
            if given is not None:
                edits = (*given.edits, Replace(value, given.reference.in_place_of(value)))
                impact = Impact.NONE if given.tier is Tier.SAFE else Impact.REPLACE
                fixes = (Fix("make it an input whose default is that snapshot", given.tier, impact, edits),)
            message = f'made from the snapshot "{name}", which is in one account only'
            yield Finding(message, module, resource, value, "snapshot_identifier", Severity.RISK, fixes)
        case Reference(kind=Kind.INPUT) as reference:
            yield from _default(resource, module, component, reference)
        case _:
            pass


def _is_made(name: str, component: Component) -> bool:
    made = (r for m in component.modules for r in m.of(Kind.RESOURCE, Kind.DATA) if r.type in SNAPSHOTS)
    return any(entry.value == Literal(name) for snapshot in made for entry in snapshot.body.entries)


def _default(resource: Resource, module: Module, component: Component, reference: Reference) -> Iterator[Finding]:
    """Yield the default of an input that is a snapshot."""
    declared = module.target(reference)
    found = resolve(component, module, reference) or ()
    names = {o.value.value for o in found if isinstance(o.value, Literal) and o.value.value}
    if not nullable(component) or declared is None or len(names) != 1 or assignments(component, declared.name):
        return
    name = str(names.pop())
    inputs = (r for m in component.modules for r in m.of(Kind.INPUT) if r.name == declared.name)
    defaults = [r.value for r in inputs if r.value is not None and r.value == Literal(name)]
    written = {o.value.origin for o in found if o.value == Literal(name)}
    if name.startswith("arn:") or not written <= {value.origin for value in defaults} or _is_made(name, component):
        return
    edits: list[Edit] = [Replace(value, Literal(None).in_place_of(value)) for value in defaults]
    edits += made_nullable(component, declared)
    needed = [*_needed(component, resource, reference)]
    arguments = ("snapshot_identifier", *(each.name for each in needed))
    reach = tuple(Reach(module.path, resource.address, argument) for argument in arguments)
    fix = Fix("make an empty database unless a snapshot is given", Tier.UNSAFE, Impact.UPDATE, (*edits, *needed), reach)
    message = f'made from the snapshot "{name}" unless another one is given'
    yield Finding(message, module, resource, reference, "snapshot_identifier", Severity.NOTE, (fix,))


def _needed(component: Component, resource: Resource, snapshot: Reference) -> Iterator[InsertArgument]:
    """Yield what an empty database needs."""
    engine = resource.get("engine")
    user = ADMIN.get(str(engine.value), "dbadmin") if isinstance(engine, Literal) else "dbadmin"
    empty = Call("equal", (snapshot.detached(), Literal(None)))
    wanted: dict[str, Value] = {USER[resource.type]: Conditional(empty, Literal(user), Literal(None))}
    if resource.type == "aws_db_instance":
        wanted["allocated_storage"] = Literal(20)
    if resource.get(PASSWORD[resource.type]) is None:
        wanted["manage_master_user_password"] = Literal(value=True)
    written = [entry.name for entry in resource.body.entries]
    after = next((name for name in ("instance_class", "engine", *written) if name in written[:-1]), "")
    for name, value in wanted.items():
        if resource.get(name) is None:
            yield InsertArgument(resource, resource.body, name, value, after)
    if resource.meta.get("lifecycle") is None:
        kept = Mapping((Entry("ignore_changes", Sequence((ignored(component, "snapshot_identifier"),))),), block=True)
        yield InsertArgument(resource, resource.meta, "lifecycle", kept)
