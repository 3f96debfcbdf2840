"""Passwords of databases that RDS makes and keeps in Secrets Manager."""

from __future__ import annotations

from iacfix.transforms.edits import Edit, InsertArgument, RenameArgument, Replace
from iacfix.transforms.facts.passwords import PASSWORDS
from iacfix.transforms.inputs import dropped
from iacfix.transforms.managed_secrets import MANAGE, Kept, can_be_managed, kept
from iacfix.transforms.model import Component, Literal, Mapping, Module, Opaque, Reference, Resource, Value, walk


def managed(resource: Resource, module: Module, component: Component, value: Value) -> tuple[Edit, ...]:
    """Return what has RDS make the password *value* of *resource*; nothing when something else needs it.

    A secret that has it too and that RDS can keep goes with it.
    """
    argument = PASSWORDS[resource.type]
    entry = resource.body.entry(argument)
    if entry is None or not can_be_managed(resource) or resource.get(MANAGE) is not None:
        return ()
    if any(_reads(other.body, resource, argument) for other in module.users(resource)):
        return ()
    edits: list[Edit] = [
        RenameArgument(resource, resource.body, entry, MANAGE),
        Replace(value, Literal(value=True).in_place_of(value)),
    ]
    also = _kept_too(module, resource, value)
    edits += also.edits if also else ()
    if _is_told_again(module, value, resource, *((also.version,) if also else ())):
        return ()
    if isinstance(value, Reference):
        further = dropped(component, module, resource, value, *((also.version,) if also else ()))
        if further is None:
            return ()
        edits += further
    return tuple(edits)


def _is_told_again(module: Module, value: Value, *where: Resource) -> bool:
    """Say whether the password *value* is written anywhere but in *where*: who reads it there needs it."""
    told = value.value if isinstance(value, Literal) else None
    others = [other for other in module.resources if other not in where]
    said = [inner.value for other in others for _, inner in other.walk() if isinstance(inner, Literal)]
    return isinstance(told, str) and any(isinstance(text, str) and told in text for text in said)


def _kept_too(module: Module, database: Resource, value: Value) -> Kept | None:
    """Return the secret that has the password of *database* too, if RDS can keep it."""
    versions = [r for r in module.of_type("aws_secretsmanager_secret_version") if r.get("secret_string") is not None]
    found = [also for version in versions if (also := kept(module, version)) and also.database is database]
    return found[0] if len(found) == 1 and (not isinstance(value, Reference) or found[0].has(value)) else None


def _reads(body: Mapping, resource: Resource, argument: str) -> bool:
    for _, inner in walk(body):
        mentioned = inner.mentions if isinstance(inner, Opaque) else (inner,)
        for reference in mentioned:
            if isinstance(reference, Reference) and reference.target == resource.key and argument in reference.path:
                return True
    return False


def kept_by_rds(module: Module, component: Component, version: Resource) -> tuple[Edit, ...]:
    """Return what has RDS keep the secret whose value is *version*, if it is that of a database."""
    if version.type != "aws_secretsmanager_secret_version" or (found := kept(module, version)) is None:
        return ()
    database = found.database
    if (password := database.get(PASSWORDS[database.type])) is not None:
        return managed(database, module, component, password)
    asked = database.get(MANAGE) is not None
    return (
        found.edits if asked else (*found.edits, InsertArgument(database, database.body, MANAGE, Literal(value=True)))
    )
