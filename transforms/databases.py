"""Databases of RDS: their engines, the rules of their security groups, and what secrets say of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from iacfix.transforms.edits import Edit, Replace
from iacfix.transforms.facts.cloudformation import Versions, engines
from iacfix.transforms.facts.engines import family
from iacfix.transforms.model import (
    Component,
    Kind,
    Literal,
    Mapping,
    Module,
    Reference,
    Resource,
    Template,
    Value,
    references,
    walk,
)
from iacfix.transforms.policy import Spelled
from iacfix.transforms.resolve import Place, constants, places

DATABASES = ("aws_db_instance", "aws_rds_cluster")
_INGRESS = frozenset({"ingress", "SecurityGroupIngress"})
_RULES = ("aws_security_group_rule", "aws_vpc_security_group_ingress_rule", "AWS::EC2::SecurityGroupIngress")
_FACTS = re.compile(r'"(?P<key>engine|port)"\s*:\s*(?P<quote>"?)(?P<value>[\w-]+)(?P=quote)')


@dataclass(frozen=True, slots=True)
class Database:
    """A database whose *engine* is known; *version* is empty where it is not."""

    resource: Resource
    engine: str
    version: str

    @property
    def family(self) -> str:
        """The family of its parameter groups, empty where that cannot be told."""
        return family(self.engine, self.version)


def databases(component: Component, module: Module) -> Iterator[Database]:
    """Yield the databases of *module* with one engine, written in the source."""
    for resource in module.of_type(*DATABASES):
        engine = one(component, module, resource.get("engine"))
        if engine:
            yield Database(resource, engine, one(component, module, resource.get("engine_version")))


def one(component: Component, module: Module, value: Value | None) -> str:
    """Return the only constant that *value* can be, empty where it is none, or several."""
    known = constants(component, module, value) if value is not None else None
    return next(iter(known)) if known and len(known) == 1 else ""


@dataclass(frozen=True, slots=True)
class Said:
    """A *version* that is told of an *engine* at *place*; *known* are the versions that there are and were."""

    engine: str
    version: str
    known: Versions
    place: Place


# Which table knows the versions of what. Instances of Aurora have those of their cluster.
VERSIONED = {
    "aws_db_instance": "AWS::RDS::DBInstance",
    "aws_rds_cluster": "AWS::RDS::DBCluster",
    "aws_rds_cluster_instance": "AWS::RDS::DBCluster",
}
_VERSION = "engine_version"
# Where a database comes from that is not made empty, and has the version of what it was.
_ORIGINS = frozenset(
    {
        "replicate_source_db",
        "replication_source_identifier",
        "restore_to_point_in_time",
        "s3_import",
        "snapshot_identifier",
        "ReplicationSourceIdentifier",
        "SourceDBClusterIdentifier",
        "SourceDBClusterSnapshotIdentifier",
        "SourceDBInstanceAutomatedBackupsArn",
        "SourceDbClusterResourceId",
        "SourceDbiResourceId",
    }
)


def versions_said(component: Component, module: Module, database: Resource) -> Iterator[Said]:
    """Yield the versions that *database* can be made with, if it is made empty and its engine's are known."""
    value, told = database.get(_VERSION), database.get("engine")
    engine = one(component, module, told)
    table = VERSIONED["aws_rds_cluster" if engine.startswith("aurora") else database.type]
    known = engines(table).get(engine)
    if value is None or known is None or database.kind is not Kind.RESOURCE or database.body.names & _ORIGINS:
        return

    def is_of_same_engine(other: Resource, path: tuple[str, ...]) -> bool:
        return path[:1] == (_VERSION,) and other.type in VERSIONED and other.get("engine") == told

    for place in places(component, module, value, is_of_same_engine, _VERSION, defaults=True):
        if isinstance(place.meaning, Literal):
            yield Said(engine, str(place.meaning.value), known, place)


def rules_of(module: Module, database: Resource) -> Iterator[tuple[Resource, Mapping]]:
    """Yield the rules that let something in to *database*, through groups that nothing else is in."""
    given = database.get("vpc_security_group_ids")
    groups = [module.target(reference) for reference in references(given)] if given is not None else []
    for group in groups:
        if group is None or group.type != "aws_security_group":
            continue
        members = [user for user in module.users(group) if user.kind is Kind.RESOURCE and _is_member(user)]
        if any(member is not database for member in members):
            continue
        for path, value in walk(group.body):
            inside = path and (path[-1] in _INGRESS or (path[-1].startswith("[") and path[-2] in _INGRESS))
            if inside and isinstance(value, Mapping):
                yield group, value
        for rule in module.of_type(*_RULES):
            owner = rule.get("security_group_id") or rule.get("GroupId")
            incoming = rule.get("type") in {None, Literal("ingress")}
            if incoming and owner is not None and any(r.target == group.key for r in references(owner)):
                yield rule, rule.body


def _is_member(user: Resource) -> bool:
    """Say whether *user* is in the groups that it refers to, and no rule or group itself."""
    return "security_group" not in user.type.lower() and "securitygroup" not in user.type.lower()


@dataclass(frozen=True, slots=True)
class Told:
    """What the text *value* of a secret says of a database: its *facts*."""

    value: Value
    facts: dict[str, str]

    def changed(self, changes: dict[str, str]) -> tuple[Edit, ...]:
        """Return what makes it say *changes*."""
        spelled = Spelled(self.value)
        text = _FACTS.sub(
            lambda m: (
                m[0][: m.start("value") - m.start()]
                + changes.get(m["key"], m["value"])
                + m[0][m.end("value") - m.start() :]
            ),
            spelled.text,
        )
        return (Replace(self.value, spelled.back(text)),)


def secrets_of(module: Module, database: Resource) -> Iterator[tuple[Resource, Told]]:
    """Yield the secrets that are about *database*: they have its address, or are attached to it."""
    attached = [
        r.target
        for attachment in module.of_type("AWS::SecretsManager::SecretTargetAttachment")
        if any(r.target == database.key for r in references(attachment.body))
        for r in references(attachment.body)
    ]
    for secret in module.of_type("aws_secretsmanager_secret", "aws_secretsmanager_secret_version"):
        for path, value in walk(secret.body):
            if not path or path[-1] not in {"SecretString", "SecretStringTemplate", "secret_string"}:
                continue
            if not isinstance(value, Literal | Template):
                continue
            about = secret.key in attached or any(_is_address(r, database) for r in references(value))
            facts = {m["key"]: m["value"] for m in _FACTS.finditer(Spelled(value).text)}
            if about and facts:
                yield secret, Told(value, facts)


def _is_address(reference: Reference, database: Resource) -> bool:
    steps = [step for step in reference.path if isinstance(step, str)]
    return reference.target == database.key and any("ndpoint" in step or step == "address" for step in steps)
