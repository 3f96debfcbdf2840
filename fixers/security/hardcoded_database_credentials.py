"""Password that is written in the source.

Everyone who can read the repository, its history or a plan has it, and it is never changed because it is in the code.
RDS can make the password of a database itself, keep it in Secrets Manager and rotate it: the fix asks it to
(``manage_master_user_password``), and takes away the input that carried the password where nothing else uses it. The
password changes with the next apply, so that the fix is unsafe: what connects must read the secret that RDS made.

Where a secret of a template has the parameter too, Secrets Manager makes the password up in that secret, from which the
database takes it; an attachment writes the address into it. Where the password is used elsewhere, or a variable file
sets it, and for engines that cannot have it managed, the finding has no fix; neither has a literal in the value of a
secret, but that a template's secret can be generated, and that RDS keeps the secret of a database as well: where it has
a name and a password, and is read by its ARN, what reads it gets that of RDS.
Values are never shown. References to secrets (``{{resolve:secretsmanager:...}}``), inputs without a default,
write-only passwords, replicas and what stands in tests are left alone.

https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from iacfix.transforms.edits import Edit, InsertArgument, RemoveResource, RenameArgument, Replace
from iacfix.transforms.facts.passwords import EXCLUDED, PASSWORDS
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.generated_secrets import generated
from iacfix.transforms.inputs import dropped
from iacfix.transforms.managed_secrets import MANAGE, MANAGED, UNMANAGED, Kept, kept
from iacfix.transforms.model import (
    Call,
    Component,
    Kind,
    Literal,
    Mapping,
    Module,
    Opaque,
    Reference,
    Resource,
    Value,
    mapping,
    walk,
)
from iacfix.transforms.registry import Fixer
from iacfix.transforms.resolve import resolve

fixer = Fixer(
    __name__,
    code="SEC001",
    since="0.1.0",
    tiers=(Tier.UNSAFE,),
    neighbours={
        "checkov": "CKV_SECRET_6",
        "cfn-lint": "W2501, E1011",
        "cfn-nag": "F23, F24, W41",
        "KICS": "Hardcoded AWS Access Key, Passwords And Secrets",
    },
)

SECRETS = {"aws_secretsmanager_secret_version": "secret_string", "aws_secretsmanager_secret": "SecretString"}

NOTE = "the password changes; read it from the secret that RDS makes"
NOTE_OF_BOTH = "the password changes; what read the secret reads the one that RDS makes"
SECRET_KEY = re.compile(r"(?i).*(?:pass(?:word|wd)?|secret|token|api_?key)$")
REFERS = re.compile(r"\{\{resolve:|\$\{|^$")
TESTS = {"test", "tests", "fixtures", "testdata"}


@fixer.on(*PASSWORDS)
def check_password(resource: Resource, module: Module, component: Component) -> Iterator[Finding]:
    """Yield the password of a database that the source tells."""
    argument = PASSWORDS[resource.type]
    value = resource.get(argument)
    if value is None or resource.kind is not Kind.RESOURCE or _in_tests(resource):
        return
    if any(resource.get(name) is not None for name in UNMANAGED[:2]):
        return
    written = [o for o in resolve(component, module, value) or () if _tells(o.value)]
    if written:
        fix = _managed(resource, module, component, value) if resource.type in MANAGED else None
        fix = fix or _generated_for(resource, module, value)
        advice = "" if fix else "have RDS manage the password, or take it from a secret that is made elsewhere"
        at = written[0].value if written[0].value.origin else value
        message = f"{argument.replace('_', ' ')} is written in the source"
        fixes = (fix,) if fix else ()
        yield Finding(message, module, resource, at, argument, Severity.RISK, fixes, advice, message, secret=True)


def _tells(value: Value) -> bool:
    return isinstance(value, Literal) and isinstance(value.value, str) and not REFERS.search(value.value)


def _in_tests(resource: Resource) -> bool:
    return resource.origin is not None and not TESTS.isdisjoint(PurePosixPath(resource.origin.path).parts)


def _managed(resource: Resource, module: Module, component: Component, value: Value) -> Fix | None:
    """Return what has RDS make the password, or None when something else needs it."""
    argument = PASSWORDS[resource.type]
    entry = resource.body.entry(argument)
    if entry is None or any(resource.get(name) is not None for name in UNMANAGED):
        return None
    if resource.get("engine_mode") == Literal("serverless") or resource.get(MANAGE) is not None:
        return None
    if any(_reads(other.body, resource, argument) for other in module.users(resource)):
        return None
    edits: list[Edit] = [
        RenameArgument(resource, resource.body, entry, MANAGE),
        Replace(value, Literal(value=True).in_place_of(value)),
    ]
    also = _kept_too(module, resource, value)
    edits += also.edits if also else ()
    if _is_told_again(module, value, resource, *((also.version,) if also else ())):
        return None
    if isinstance(value, Reference):
        further = dropped(component, module, resource, value, *((also.version,) if also else ()))
        if further is None:
            return None
        edits += further
    return _by_rds(edits, NOTE_OF_BOTH if also else NOTE)


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


def _by_rds(edits: list[Edit], note: str) -> Fix:
    removes = tuple(edit.resource.address for edit in edits if isinstance(edit, RemoveResource))
    title = "have RDS make the password and keep it in Secrets Manager"
    return Fix(title, Tier.UNSAFE, Impact.UPDATE, tuple(edits), removes=removes, note=note)


def _generated_for(resource: Resource, module: Module, value: Value) -> Fix | None:
    """Return what has Secrets Manager make up the password that a secret of the template has too."""
    edits = generated(module, resource, value) if isinstance(value, Reference) else ()
    removes = tuple(edit.resource.address for edit in edits if isinstance(edit, RemoveResource))
    title = "have Secrets Manager make it up, in the secret that has it"
    note = "the password changes"
    return Fix(title, Tier.UNSAFE, Impact.UPDATE, edits, removes=removes, note=note) if edits else None


def _reads(body: Mapping, resource: Resource, argument: str) -> bool:
    for _, inner in walk(body):
        mentioned = inner.mentions if isinstance(inner, Opaque) else (inner,)
        for reference in mentioned:
            if isinstance(reference, Reference) and reference.target == resource.key and argument in reference.path:
                return True
    return False


@fixer.on(*SECRETS)
def check_secret(resource: Resource, module: Module, _: Component) -> Iterator[Finding]:
    """Yield the secrets whose value the source tells."""
    argument = SECRETS[resource.type]
    value = resource.get(argument)
    ignored = resource.meta.get("lifecycle", "ignore_changes")
    if value is None or ignored is not None or resource.kind is not Kind.RESOURCE or _in_tests(resource):
        return
    known = _object(value)
    keys = [key for key, inner in known.items() if SECRET_KEY.fullmatch(key) and not REFERS.search(inner)]
    if keys:
        message = f"{', '.join(sorted(keys))} of the secret is written in the source"
        fix = _generated(resource, module, value, keys) if "SecretString" in resource.body.names else None
        fix = fix or _kept(module, resource)
        advice = "" if fix else "generate it (random_password), or set it outside of the code and ignore changes"
        fixes = (fix,) if fix else ()
        yield Finding(message, module, resource, value, argument, Severity.RISK, fixes, advice, message, secret=True)


def _kept(module: Module, version: Resource) -> Fix | None:
    """Return what has RDS keep the secret, which is that of a database."""
    if version.type != "aws_secretsmanager_secret_version" or (found := kept(module, version)) is None:
        return None
    database = found.database
    entry = database.body.entry(PASSWORDS[database.type])
    edits: list[Edit] = list(found.edits)
    if entry is not None:
        edits.append(RenameArgument(database, database.body, entry, MANAGE))
        edits.append(Replace(entry.value, Literal(value=True).in_place_of(entry.value)))
    elif database.get(MANAGE) is None:
        edits.append(InsertArgument(database, database.body, MANAGE, Literal(value=True)))
    return _by_rds(edits, NOTE_OF_BOTH)


def _object(value: Value) -> dict[str, str]:
    """Return the constants of a JSON object that *value* is: as text, or encoded from an object."""
    match value:
        case Call(name="jsonencode", arguments=(Mapping(entries=entries),)):
            return {
                e.name: e.value.value
                for e in entries
                if isinstance(e.value, Literal) and isinstance(e.value.value, str)
            }
        case Literal(value=str() as text):
            try:
                read = json.loads(text)
            except ValueError:
                return {}
            return (
                {key: inner for key, inner in read.items() if isinstance(inner, str)} if isinstance(read, dict) else {}
            )
        case _:
            return {}


def _generated(resource: Resource, module: Module, value: Value, keys: list[str]) -> Fix | None:
    """Return what has Secrets Manager make up the value of the one key that is secret."""
    entry = resource.body.entry("SecretString")
    if entry is None or len(keys) != 1 or not isinstance(value, Literal) or not isinstance(value.value, str):
        return None
    template = json.loads(value.value)
    secret = Literal(template.pop(keys[0]))
    if any(inner == secret for other in module.resources for _, inner in walk(other.body)):
        return None
    generated = mapping(
        SecretStringTemplate=Literal(json.dumps(template)),
        GenerateStringKey=Literal(keys[0]),
        PasswordLength=Literal(32),
        ExcludeCharacters=Literal(EXCLUDED),
    )
    edits = (
        RenameArgument(resource, resource.body, entry, "GenerateSecretString"),
        Replace(value, generated.in_place_of(value)),
    )
    return Fix("have Secrets Manager make it up", Tier.UNSAFE, Impact.UPDATE, edits, note="the secret changes")
