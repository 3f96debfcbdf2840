"""Secrets that a configuration writes for its database, in whose place RDS keeps one of its own."""

from __future__ import annotations

import json
from dataclasses import dataclass

from iacfix.transforms.edits import Edit, InsertArgument, RemoveArgument, RemoveResource, Replace
from iacfix.transforms.model import (
    Call,
    Index,
    Literal,
    Mapping,
    Module,
    Opaque,
    Reference,
    Resource,
    Step,
    Value,
    references,
    walk,
)
from iacfix.transforms.policy import Graph

# Databases whose password RDS makes if it is asked to, each with the argument that has it now.
MANAGED = {"aws_db_instance": "password", "aws_rds_cluster": "master_password"}
MANAGE = "manage_master_user_password"

# RDS makes no password for those.
UNMANAGED = (
    "replicate_source_db",
    "replication_source_identifier",
    "global_cluster_identifier",
    "ReplicationSourceIdentifier",
)

# What RDS writes into its secret: who reads more than that needs the other one.
# https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html
_KEPT = frozenset({"username", "password"})

# Which attributes of a secret mean the secret itself, and go over to that of RDS.
_ITSELF = frozenset({"arn", "id"})

# What may be said of a secret that says nothing of whoever reads it.
_PLAIN = frozenset(
    {"name", "name_prefix", "description", "tags", "recovery_window_in_days", "force_overwrite_replica_secret"}
)
_KEY = "kms_key_id"

_OWN = "aws_secretsmanager_secret"
_VERSION = "aws_secretsmanager_secret_version"
_ROTATION = "aws_secretsmanager_secret_rotation"


@dataclass(frozen=True, slots=True)
class Kept:
    """A secret that RDS can keep as well: what reads that one instead, and what is then removed."""

    database: Resource
    edits: tuple[Edit, ...]
    removes: tuple[str, ...]
    secret: Resource
    version: Resource

    def has(self, value: Value) -> bool:
        """Say whether *value* is in the secret."""
        return any(inner == value for _, inner in walk(self.version.body))


def kept(module: Module, version: Resource) -> Kept | None:
    """Return what has RDS keep the secret whose value is *version*, or None where it is not sure to be a database's.

    It is the secret of the one database of *module* that has the same password, or that those who read the secret
    refer to; and everything that reads it does so by its ARN, and finds the name and the password of the user.
    """
    found = version.get("secret_id")
    secret = module.target(found) if isinstance(found, Reference) else None
    if secret is None or secret.type != _OWN or _names(version.get("secret_string")) - _KEPT:
        return None
    others = [r for r in module.of_type(_VERSION) if r is not version and _refers(r, secret)]
    if others or not secret.once or not secret.body.names <= {*_PLAIN, _KEY} or module.users(version):
        return None
    readers = [user for user in module.users(secret) if user is not version]
    database = _database(module, version, readers)
    if database is None:
        return None
    edits: list[Edit] = []
    arn = database.reference("master_user_secret", Index(Literal(0)), "secret_arn")
    graph = Graph(module)
    for reader in readers:
        if graph.leads(database, reader) or not all(_reads_arn(r) for r in reader.references if r.target == secret.key):
            return None
        if any(_mentions(reader, secret)):
            return None
        uses = [v for _, v in reader.walk() if isinstance(v, Reference) and v.target == secret.key]
        edits += [Replace(use, arn.in_place_of(use)) for use in uses]
        if reader.type == _ROTATION and (entry := reader.body.entry("rotation_lambda_arn")) is not None:
            edits.append(RemoveArgument(reader, reader.body, entry))
    if (key := secret.get(_KEY)) is not None:
        edits.append(InsertArgument(database, database.body, "master_user_secret_kms_key_id", key.detached()))
    freed = (*readers, version)
    edits += [RemoveResource(module, version), RemoveResource(module, secret, freed=freed)]
    return Kept(database, tuple(edits), (version.address, secret.address), secret, version)


def _names(value: Value | None) -> set[str]:
    """Return the keys of the JSON object that *value* is; one that no secret of RDS has where it is none."""
    match value:
        case Call(name="jsonencode", arguments=(Mapping() as told,)):
            return {entry.name for entry in told.entries}
        case Literal(value=str() as text):
            try:
                read = json.loads(text)
            except ValueError:
                return {""}
            return set(read) if isinstance(read, dict) else {""}
        case _:
            return {""}


def _password(value: Value | None) -> Value | None:
    match value:
        case Call(name="jsonencode", arguments=(Mapping() as told,)):
            return told.get("password")
        case Literal(value=str() as text):
            read = json.loads(text)
            return Literal(read["password"]) if "password" in read else None
        case _:
            return None


def _database(module: Module, version: Resource, readers: list[Resource]) -> Resource | None:
    """Return the one database whose secret it is."""
    password = _password(version.get("secret_string"))
    graph = Graph(module)
    found: list[Resource] = []
    for database in module.of_type(*MANAGED):
        own = database.get(MANAGED[database.type])
        beside = any(database in graph.targets(reader) for reader in readers)
        if (own is not None and own == password) or (beside and (own is None or isinstance(own, Literal))):
            found.append(database)
    if len(found) != 1 or not found[0].once or any(found[0].get(name) is not None for name in UNMANAGED):
        return None
    return found[0]


def _refers(resource: Resource, other: Resource) -> bool:
    return any(reference.target == other.key for reference in resource.references)


def _reads_arn(reference: Reference) -> bool:
    path: tuple[Step, ...] = reference.path
    return path == () or (len(path) == 1 and path[0] in _ITSELF)


def _mentions(reader: Resource, secret: Resource) -> list[Value]:
    """Return the expressions of *reader* that the secret is somewhere inside, and what only waits for it."""
    opaque = [v for _, v in reader.walk() if isinstance(v, Opaque) and any(m.target == secret.key for m in v.mentions)]
    waits = reader.meta.get("depends_on")
    return [*opaque, *([waits] if waits is not None and any(r.target == secret.key for r in references(waits)) else [])]
