"""Version of a database engine that RDS does not have.

RDS offers certain versions of each engine. What it has, and what it withdrew of late, is a table of ours with a date,
from cfn-lint: a release that lies among known ones and is none of them is a slip, or was withdrawn long ago. A version
that is far ahead of all that are known is reported too. One that is a little ahead may be newer than the table, and is
left alone, as is a version that names no release (``8.0``), which Terraform takes. Those that the table tells were
withdrawn are the matter of RDS009.

With ``--unsafe`` the newest release of the same series is written: a database that runs gets it in its next window for
maintenance, and is away for a moment. Clones, and members of a global cluster, have the version of what they belong to.

https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Upgrading.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from iacfix.transforms.edits import Replace
from iacfix.transforms.facts.cloudformation import engines
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component, Kind, Literal, Module, Resource, dotted
from iacfix.transforms.registry import Fixer
from iacfix.transforms.resolve import constants, places

fixer = Fixer(
    __name__,
    code="RDS007",
    since="0.1.0",
    tiers=(Tier.UNSAFE,),
    neighbours={"cfn-lint": "E3690, E3691"},
)

TYPES = {"aws_db_instance": "AWS::RDS::DBInstance", "aws_rds_cluster": "AWS::RDS::DBCluster"}
# The series of a release and its number, of the engines whose releases the table has.
RELEASES = {
    "aurora-mysql": re.compile(r"(?P<series>8\.0\.mysql_aurora\.3\.\d+)\.(?P<number>\d+)"),
    "aurora-postgresql": re.compile(r"(?P<series>1\d)\.(?P<number>\d+)"),
    "mysql": re.compile(r"(?P<series>8\.\d)\.(?P<number>\d+)"),
    "postgres": re.compile(r"(?P<series>1\d)\.(?P<number>\d+)"),
}
FAR = 25
"""How many releases ahead of all that are known none can be: there are about four in a year."""
BELONGS = {"replicate_source_db", "replication_source_identifier", "global_cluster_identifier"}
BELONGS_AS_WRITTEN = {"SourceDBClusterIdentifier", "SourceDbClusterResourceId", "ReplicationSourceIdentifier"}


@fixer.on(*TYPES)
def check(resource: Resource, module: Module, component: Component) -> Iterator[Finding]:
    """Yield the versions that no database can be made with."""
    engine, version = resource.get("engine"), resource.get("engine_version")
    if engine is None or version is None or resource.kind is not Kind.RESOURCE:
        return
    named = constants(component, module, engine) or frozenset()
    if len(named) != 1 or resource.body.names & (BELONGS | BELONGS_AS_WRITTEN):
        return
    (name,) = named
    for place in places(component, module, version, lambda _, path: path == ("engine_version",), "engine_version"):
        said = str(place.meaning.value) if isinstance(place.meaning, Literal) else ""
        missing, newest = _instead(TYPES[resource.type], name, said)
        if missing:
            edit = Replace(place.value, Literal(newest).in_place_of(place.value))
            fixes = (Fix(f"write {newest}", Tier.UNSAFE, Impact.UPDATE, (edit,)),) if newest else ()
            advice = "" if fixes else "choose a version that RDS has"
            at = (module, resource, place.used, dotted(place.path), Severity.BLOCKER)
            yield Finding(f"RDS does not offer version {said} of {name}", *at, fixes, advice)


def _instead(type_: str, engine: str, said: str) -> tuple[bool, str]:
    """Say whether the version *said* of *engine* is not offered, and return the newest of its series."""
    versions, pattern = engines(type_).get(engine), RELEASES.get(engine)
    release = pattern.fullmatch(said) if pattern else None
    if versions is None or pattern is None or release is None:
        return False, ""
    found = [match for known in versions.known if (match := pattern.fullmatch(known))]
    series = {int(match["number"]): match[0] for match in found if match["series"] == release["series"]}
    offered = [number for number, version in series.items() if version not in versions.gone]
    newest = series[max(offered)] if offered else ""
    if said in versions.gone:
        return False, ""
    number = int(release["number"])
    return bool(series) and number not in series and not max(series) < number <= max(series) + FAR, newest
