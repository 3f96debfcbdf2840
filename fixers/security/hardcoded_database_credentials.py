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

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from iacfix.transforms.edits import Edit, RemoveResource
from iacfix.transforms.facts.passwords import PASSWORDS
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.generated_secrets import constants_of, generated, generated_here
from iacfix.transforms.managed_passwords import kept_by_rds, managed
from iacfix.transforms.managed_secrets import UNMANAGED
from iacfix.transforms.model import Component, Kind, Literal, Module, Reference, Resource, Value
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
        fix = _by_rds(managed(resource, module, component, value))
        fix = fix or _by_secrets_manager(generated(module, resource, value) if isinstance(value, Reference) else ())
        advice = "" if fix else "have RDS manage the password, or take it from a secret that is made elsewhere"
        at = written[0].value if written[0].value.origin else value
        message = f"{argument.replace('_', ' ')} is written in the source"
        fixes = (fix,) if fix else ()
        yield Finding(message, module, resource, at, argument, Severity.RISK, fixes, advice, message, secret=True)


def _tells(value: Value) -> bool:
    return isinstance(value, Literal) and isinstance(value.value, str) and not REFERS.search(value.value)


def _in_tests(resource: Resource) -> bool:
    return resource.origin is not None and not TESTS.isdisjoint(PurePosixPath(resource.origin.path).parts)


@fixer.on(*SECRETS)
def check_secret(resource: Resource, module: Module, component: Component) -> Iterator[Finding]:
    """Yield the secrets whose value the source tells."""
    argument = SECRETS[resource.type]
    value = resource.get(argument)
    ignored = resource.meta.get("lifecycle", "ignore_changes")
    if value is None or ignored is not None or resource.kind is not Kind.RESOURCE or _in_tests(resource):
        return
    known = constants_of(value)
    keys = [key for key, inner in known.items() if SECRET_KEY.fullmatch(key) and not REFERS.search(inner)]
    if keys:
        message = f"{', '.join(sorted(keys))} of the secret is written in the source"
        edits = generated_here(module, resource, value, keys)
        fix = _fix("have Secrets Manager make it up", edits, "the secret changes")
        fix = fix or _by_rds(kept_by_rds(module, component, resource))
        advice = "" if fix else "generate it (random_password), or set it outside of the code and ignore changes"
        fixes = (fix,) if fix else ()
        yield Finding(message, module, resource, value, argument, Severity.RISK, fixes, advice, message, secret=True)


def _by_rds(edits: tuple[Edit, ...]) -> Fix | None:
    title = "have RDS make the password and keep it in Secrets Manager"
    secret_too = any(isinstance(edit, RemoveResource) and edit.resource.type in SECRETS for edit in edits)
    return _fix(title, edits, NOTE_OF_BOTH if secret_too else NOTE)


def _by_secrets_manager(edits: tuple[Edit, ...]) -> Fix | None:
    return _fix("have Secrets Manager make it up, in the secret that has it", edits, "the password changes")


def _fix(title: str, edits: tuple[Edit, ...], note: str) -> Fix | None:
    removes = tuple(edit.resource.address for edit in edits if isinstance(edit, RemoveResource))
    return Fix(title, Tier.UNSAFE, Impact.UPDATE, edits, removes=removes, note=note) if edits else None
