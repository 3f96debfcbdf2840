"""Version of a database's engine that RDS makes no database with any more.

Minor versions are withdrawn a year or two after they come out; a stack that pins one deployed once, and does not deploy
again from nothing (``Cannot find version 15.4 for postgres``). With ``--unsafe`` the newest version of the same major,
told in the same way, is written: an existing database is upgraded by that, in its maintenance window or at once, with
some minutes of downtime.

Where nothing of a major version is left, or only the builds of Extended Support, it is only reported: the next major
is a step that needs a test. So is a cluster of a global database, whose members are upgraded one by one. A version that
comes from a snapshot, from a source of replication, or is told by its major alone (``15``, ``8.0``) is left alone, and
so are engines whose withdrawn versions nobody lists. The versions are those of cfn-lint's schemas at the day that our
table was made.

https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Upgrading.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from iacfix.transforms.databases import one
from iacfix.transforms.facts.cloudformation import engines
from iacfix.transforms.facts.engines import family
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.inputs import said_anew
from iacfix.transforms.model import Component, Literal, Module, Resource, dotted
from iacfix.transforms.registry import Fixer
from iacfix.transforms.resolve import places

fixer = Fixer(
    __name__,
    code="RDS009",
    since="0.1.0",
    tiers=(Tier.UNSAFE,),
    neighbours={"cfn-lint": "W3690, W3691"},
)

ARGUMENT = "engine_version"
# Which table knows the versions. Instances of Aurora have those of their cluster.
TABLES = {
    "aws_db_instance": "AWS::RDS::DBInstance",
    "aws_rds_cluster": "AWS::RDS::DBCluster",
    "aws_rds_cluster_instance": "AWS::RDS::DBCluster",
}
AURORA = "AWS::RDS::DBCluster"
# Where a database comes from that is not made empty, and has the version of what it was.
ORIGINS = {
    "replicate_source_db",
    "replication_source_identifier",
    "restore_to_point_in_time",
    "s3_import",
    "snapshot_identifier",
    "SourceDBClusterIdentifier",
    "SourceDBClusterSnapshotIdentifier",
    "SourceDBInstanceAutomatedBackupsArn",
    "SourceDbiResourceId",
}
GLOBAL = "global_cluster_identifier"


@fixer.on(*TABLES)
def check(resource: Resource, module: Module, component: Component) -> Iterator[Finding]:
    """Yield the versions that no database can be made with."""
    value, told = resource.get(ARGUMENT), resource.get("engine")
    engine = one(component, module, told)
    versions = engines(AURORA if engine.startswith("aurora") else TABLES[resource.type]).get(engine)
    if value is None or versions is None or resource.body.names & ORIGINS:
        return

    def is_of_same_engine(other: Resource, path: tuple[str, ...]) -> bool:
        return path[:1] == (ARGUMENT,) and other.type in TABLES and other.get("engine") == told

    for place in places(component, module, value, is_of_same_engine, ARGUMENT, defaults=True):
        old = str(place.meaning.value) if isinstance(place.meaning, Literal) else ""
        if old not in versions.gone or family(engine, old) == engine + old:  # by its major, which RDS completes
            continue
        new = _newest(engine, old, set(versions.known) - versions.gone)
        edits = said_anew(place, new)
        message = f"no database can be made with {engine} {old} any more"
        at = (module, resource, place.used, dotted(place.path), Severity.BLOCKER)
        if not new:
            yield Finding(message, *at, advice=f"move to a later major version than {old}, after a test")
        elif GLOBAL in resource.body.names:
            yield Finding(message, *at, advice=f"move all clusters of the global database to {new}")
        elif edits is None:
            yield Finding(message, *at, advice=f"write {new}, and let the input take it")
        else:
            yield Finding(message, *at, (Fix(f"write {new}", Tier.UNSAFE, Impact.UPDATE, edits),))


def _newest(engine: str, old: str, made: set[str]) -> str:
    """Return the newest version of the major of *old* that is told as it is, empty where there is none."""
    alike = [v for v in made if _shape(v) == _shape(old) and family(engine, v) == family(engine, old) != ""]
    return max(alike, key=_numbers, default="")


def _shape(version: str) -> str:
    return re.sub(r"\d+", "0", version)


def _numbers(version: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", version)]
