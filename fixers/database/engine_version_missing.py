"""Version of a database engine that RDS does not have.

RDS offers certain versions of each engine. What it has, and what it withdrew of late, is a table of ours with a date,
from cfn-lint: a release that lies among known ones and is none of them is a slip, or was withdrawn long ago. A version
that is far ahead of all that are known is reported too. One that is a little ahead may be newer than the table, and is
left alone, as is a version that names no release (``8.0``), which Terraform takes. Those that the table tells were
withdrawn are the matter of RDS009.

With ``--unsafe`` the newest release of the same series is written: a database that runs gets it in its next window for
maintenance, and is away for a moment. What is restored or replicated, and members of a global cluster, are left alone:
they have the version of what they come from.

https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Upgrading.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from iacfix.transforms.databases import VERSIONED, Said, versions_said
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.inputs import said_anew
from iacfix.transforms.model import Component, Module, Resource, dotted
from iacfix.transforms.registry import Fixer

fixer = Fixer(
    __name__,
    code="RDS007",
    since="0.1.0",
    tiers=(Tier.UNSAFE,),
    neighbours={"cfn-lint": "E3690, E3691"},
)

# The series of a release and its number, of the engines whose releases the table has.
RELEASES = {
    "aurora-mysql": re.compile(r"(?P<series>8\.0\.mysql_aurora\.3\.\d+)\.(?P<number>\d+)"),
    "aurora-postgresql": re.compile(r"(?P<series>1\d)\.(?P<number>\d+)"),
    "mysql": re.compile(r"(?P<series>8\.\d)\.(?P<number>\d+)"),
    "postgres": re.compile(r"(?P<series>1\d)\.(?P<number>\d+)"),
}
FAR = 25
"""How many releases ahead of all that are known none can be: there are about four in a year."""
GLOBAL = "global_cluster_identifier"


@fixer.on(*VERSIONED)
def check(resource: Resource, module: Module, component: Component) -> Iterator[Finding]:
    """Yield the versions that RDS does not have."""
    for said in versions_said(component, module, resource) if GLOBAL not in resource.body.names else ():
        newest = _instead(said)
        if newest is None:
            continue
        edits = said_anew(said.place, newest) if newest else None
        fixes = (Fix(f"write {newest}", Tier.UNSAFE, Impact.UPDATE, edits),) if edits else ()
        advice = "" if fixes else "choose a version that RDS has"
        at = (module, resource, said.place.used, dotted(said.place.path), Severity.BLOCKER)
        yield Finding(f"RDS does not offer version {said.version} of {said.engine}", *at, fixes, advice)


def _instead(said: Said) -> str | None:
    """Return the newest of its series for a version that is not there, empty where none is offered; else None."""
    pattern = RELEASES.get(said.engine)
    release = pattern.fullmatch(said.version) if pattern else None
    if pattern is None or release is None or said.version in said.known.gone:
        return None
    found = [match for known in said.known.known if (match := pattern.fullmatch(known))]
    series = {int(match["number"]): match[0] for match in found if match["series"] == release["series"]}
    number = int(release["number"])
    if not series or number in series or max(series) < number <= max(series) + FAR:
        return None
    offered = [each for each, version in series.items() if version not in said.known.gone]
    return series[max(offered)] if offered else ""
