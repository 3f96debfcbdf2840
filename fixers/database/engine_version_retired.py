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

from iacfix.transforms.databases import VERSIONED, versions_said
from iacfix.transforms.facts.engines import family
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.inputs import said_anew
from iacfix.transforms.model import Component, Module, Resource, dotted
from iacfix.transforms.registry import Fixer

fixer = Fixer(
    __name__,
    code="RDS009",
    since="0.1.0",
    tiers=(Tier.UNSAFE,),
    neighbours={"cfn-lint": "W3690, W3691"},
)

GLOBAL = "global_cluster_identifier"


@fixer.on(*VERSIONED)
def check(resource: Resource, module: Module, component: Component) -> Iterator[Finding]:
    """Yield the versions that no database can be made with."""
    for said in versions_said(component, module, resource):
        old, engine = said.version, said.engine
        if old not in said.known.gone or family(engine, old) == engine + old:  # by its major, which RDS completes
            continue
        new = _newest(engine, old, set(said.known.known) - said.known.gone)
        edits = said_anew(said.place, new)
        message = f"no database can be made with {engine} {old} any more"
        at = (module, resource, said.place.used, dotted(said.place.path), Severity.BLOCKER)
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
