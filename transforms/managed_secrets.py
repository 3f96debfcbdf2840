"""Secrets that a configuration writes for its database, in whose place RDS keeps one of its own."""

from __future__ import annotations

from dataclasses import dataclass

from iacfix.transforms.edits import Edit, InsertArgument, RemoveArgument, RemoveResource, Replace
from iacfix.transforms.facts.passwords import PASSWORDS
from iacfix.transforms.generated_secrets import members
from iacfix.transforms.model import (
    Index,
    Literal,
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

# Databases whose password RDS makes if it is asked to.
MANAGED = ("aws_db_instance", "aws_rds_cluster")
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
    if secret is None or secret.type != _OWN:
        return None
    held = members(version.get("secret_string"))
    if held is None or not held.keys() <= _KEPT:
        return None
    others = [r for r in module.of_type(_VERSION) if r is not version and _refers(r, secret)]
    if others or not secret.once or not secret.body.names <= {*_PLAIN, _KEY} or module.users(version):
        return None
    readers = [user for user in module.users(secret) if user is not version]
    database = _database(module, held.get("password"), readers)
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
    return Kept(database, tuple(edits), version)


def _database(module: Module, password: Value | None, readers: list[Resource]) -> Resource | None:
    """Return the one database whose secret it is that has *password* and these *readers*."""
    graph = Graph(module)
    found: list[Resource] = []
    for database in module.of_type(*MANAGED):
        own = database.get(PASSWORDS[database.type])
        beside = any(database in graph.targets(reader) for reader in readers)
        if (own is not None and own == password) or (beside and (own is None or isinstance(own, Literal))):
            found.append(database)
    return found[0] if len(found) == 1 and found[0].once and can_be_managed(found[0]) else None


def can_be_managed(database: Resource) -> bool:
    """Say whether RDS makes the password of *database* if it is asked to."""
    serverless = database.get("engine_mode") == Literal("serverless")
    return database.type in MANAGED and not serverless and all(database.get(name) is None for name in UNMANAGED)


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
