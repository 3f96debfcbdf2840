"""Secrets that Secrets Manager makes up, also for a database whose password a secret of the template has."""

from __future__ import annotations

import json

from iacfix.transforms.edits import Edit, InsertResource, RemoveResource, RenameArgument, Replace
from iacfix.transforms.facts.passwords import EXCLUDED
from iacfix.transforms.model import (
    Call,
    Kind,
    Literal,
    Mapping,
    Module,
    Reference,
    Resource,
    Template,
    Value,
    mapping,
    references,
    text,
    walk,
)
from iacfix.transforms.policy import Spelled

# What an attachment writes into a secret:
# https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-secrettargetattachment.html
_ATTACHED = frozenset({"dbClusterIdentifier", "dbInstanceIdentifier", "dbname", "engine", "host", "port"})
_TARGETS = {"aws_db_instance": "AWS::RDS::DBInstance", "aws_rds_cluster": "AWS::RDS::DBCluster"}
_LENGTH = 32


def generated(module: Module, database: Resource, value: Reference) -> tuple[Edit, ...]:
    """Return what has Secrets Manager make up the password of *database*, which is the parameter *value* now.

    Nothing where anything but the database and one secret uses the parameter, or where the secret cannot do without
    the database.
    """
    declared = module.target(value)
    users = module.users(declared) if declared is not None else []
    secrets = [user for user in users if user.type == "aws_secretsmanager_secret"]
    target = _TARGETS.get(database.type)
    if declared is None or declared.kind is not Kind.INPUT or target is None or len(secrets) != 1:
        return ()
    secret = secrets[0]
    old, entry = secret.get("SecretString"), secret.body.entry("SecretString")
    if len(users) != len({database.key, secret.key}) or database not in users or _is_listed(module, declared):
        return ()
    if entry is None or not isinstance(old, Template) or secret.get("GenerateSecretString") is not None:
        return ()
    spelled = Spelled(old)
    told = spelled.read('"')
    uses = [e.name for e in told.entries if _is(e.value, declared)] if told is not None else []
    if told is None or len(uses) != 1:
        return ()
    about = any(r.target == database.key for r in references(old))
    kept = [e for e in told.entries if e.name not in uses and not (about and e.name in _ATTACHED)]
    if any(r.target in {database.key, declared.key} for e in kept for r in references(e.value)):
        return ()
    written = ", ".join(f"{json.dumps(e.name)}: {_raw(spelled, e.value)}" for e in kept)
    made = mapping(
        SecretStringTemplate=_like_a_text(spelled.back(f"{{{written}}}")),
        GenerateStringKey=text(uses[0]),
        PasswordLength=Literal(_LENGTH),
        ExcludeCharacters=text(EXCLUDED),
    )
    resolved = Template(
        (text("{{resolve:secretsmanager:"), secret.reference("arn"), text(f":SecretString:{uses[0]}}}}}"))
    )
    edits: list[Edit] = [
        RenameArgument(secret, secret.body, entry, "GenerateSecretString"),
        Replace(old, made),
        Replace(value, resolved),
        RemoveResource(module, declared),
    ]
    if about:
        name = f"{secret.name}Attachment"
        if any(resource.name == name for resource in module.resources):
            return ()
        body = mapping(SecretId=secret.reference("arn"), TargetId=_ref(database), TargetType=text(target))
        attachment = Resource(Kind.RESOURCE, "AWS::SecretsManager::SecretTargetAttachment", name, body)
        edits.append(InsertResource(module, attachment, after=secret))
    return tuple(edits)


def members(value: Value | None) -> dict[str, Value] | None:
    """Return what the JSON object *value* holds, by name: written as text, or encoded from an object; else None."""
    match value:
        case Call(name="jsonencode", arguments=(Mapping(entries=entries),)):
            return {entry.name: entry.value for entry in entries}
        case Literal(value=str() as text):
            try:
                read = json.loads(text)
            except ValueError:
                return None
            return {key: Literal(inner) for key, inner in read.items()} if isinstance(read, dict) else None
        case _:
            return None


def constants_of(value: Value) -> dict[str, str]:
    """Return the texts in a JSON object that *value* is, by name."""
    held = members(value) or {}
    return {
        name: inner.value for name, inner in held.items() if isinstance(inner, Literal) and isinstance(inner.value, str)
    }


def generated_here(module: Module, secret: Resource, value: Value, keys: list[str]) -> tuple[Edit, ...]:
    """Return what has Secrets Manager make up the one of *keys* in *value*, which is all that *secret* is set to."""
    entry = secret.body.entry("SecretString")
    if entry is None or len(keys) != 1 or not isinstance(value, Literal) or not isinstance(value.value, str):
        return ()
    template = json.loads(value.value)
    known = Literal(template.pop(keys[0]))
    if any(inner == known for other in module.resources for _, inner in walk(other.body)):
        return ()
    made = mapping(
        SecretStringTemplate=Literal(json.dumps(template)),
        GenerateStringKey=Literal(keys[0]),
        PasswordLength=Literal(_LENGTH),
        ExcludeCharacters=Literal(EXCLUDED),
    )
    return (
        RenameArgument(secret, secret.body, entry, "GenerateSecretString"),
        Replace(value, made.in_place_of(value)),
    )


def _is(value: Value, declared: Resource) -> bool:
    """Say whether *value* is *declared*, and nothing else."""
    held = value.parts[0] if isinstance(value, Template) and len(value.parts) == 1 else value
    return isinstance(held, Reference) and held.target == declared.key


def _is_listed(module: Module, declared: Resource) -> bool:
    """Say whether the interface of the template, or a rule, names the parameter."""
    others = (resource for resource in module.of(Kind.OTHER))
    return any(inner == Literal(declared.name) for other in others for _, inner in walk(other.body))


def _raw(spelled: Spelled, value: Value) -> str:
    return spelled.text[slice(*value.origin.span)] if value.origin else "null"


def _like_a_text(value: Value) -> Value:
    """Return *value* to be printed as if nothing had stood there; one without holes as a plain text."""
    if isinstance(value, Template) and all(isinstance(part, Literal) for part in value.parts):
        return text("".join(str(part.value) for part in value.parts if isinstance(part, Literal)))
    return value.detached()


def _ref(database: Resource) -> Reference:
    return database.reference("identifier" if database.type == "aws_db_instance" else "cluster_identifier")
