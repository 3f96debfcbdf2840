"""Random password with characters that the database rejects.

The special characters that ``random_password`` and Secrets Manager draw from by default have ``@`` among them, which
RDS, Aurora, Redshift and DocumentDB reject: with 32 characters, one creation in three fails with
"MasterUserPassword is not valid". ElastiCache takes fewer still.

The fix names the characters that are taken. A password that is deployed already is drawn anew by it, so that it is
only made with ``--fresh``. Passwords without special characters, and those for anything but a database, are left alone.

https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Limits.html#RDS_Limits.Constraints
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import Edit, InsertArgument, Replace
from iacfix.transforms.facts.passwords import EXCLUDED, PASSWORDS, REJECTED, SPECIAL, SPECIAL_OF_CACHES
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component, Kind, Literal, Mapping, Module, Reference, Resource, Value, references
from iacfix.transforms.registry import Fixer, Settings
from iacfix.transforms.resolve import resolve

fixer = Fixer(__name__, code="SEC002", since="0.1.0", tiers=(Tier.FRESH,))

CACHE = "aws_elasticache_replication_group"


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the passwords of databases that are drawn from characters that they reject."""
    found: dict[tuple[str, str], tuple[Module, Resource, bool]] = {}
    for module in component.modules:
        for database in module.of(Kind.RESOURCE):
            value = database.get(PASSWORDS.get(database.type, "")) if database.type in PASSWORDS else None
            for made, where in _made(component, module, value) if value is not None else ():
                key = where.path, made.address
                cache = database.type == CACHE or (key in found and found[key][2])
                found[key] = where, made, cache
    for module, made, cache in found.values():
        yield from _password(module, made, cache=cache) if made.type == "random_password" else _secret(module, made)


def _made(component: Component, module: Module, value: Value) -> Iterator[tuple[Resource, Module]]:
    """Yield what draws the password *value*, and where it is declared."""
    for origin in resolve(component, module, value) or ():
        for reference in references(origin.value):
            made = origin.module.target(reference)
            drawn = isinstance(origin.value, Reference) and reference.attribute == "result"
            if made is not None and (
                drawn if made.type == "random_password" else "GenerateSecretString" in made.body.names
            ):
                yield made, origin.module


def _password(module: Module, made: Resource, *, cache: bool) -> Iterator[Finding]:
    given = made.get("override_special")
    allowed = SPECIAL_OF_CACHES if cache else SPECIAL
    if made.get("special") == Literal(value=False) or (given is not None and not isinstance(given, Literal)):
        return
    if given is None:
        after = "special" if made.get("special") is not None else "length"
        edit: Edit = InsertArgument(made, made.body, "override_special", Literal(allowed), after)
        yield _finding(module, made, made, "special characters are not limited to", edit)
    elif rejected := sorted({c for c in str(given.value) if (c not in allowed if cache else c in REJECTED)}):
        kept = "".join(c for c in str(given.value) if c not in rejected) or allowed
        edit = Replace(given, Literal(kept).in_place_of(given))
        yield _finding(module, made, given, "special characters are not all among", edit)


def _secret(module: Module, secret: Resource) -> Iterator[Finding]:
    generated = secret.get("GenerateSecretString")
    if not isinstance(generated, Mapping) or {"ExcludePunctuation", "ExcludeCharacters"} & generated.names:
        return
    edit = InsertArgument(secret, generated, "ExcludeCharacters", Literal(EXCLUDED))
    yield _finding(module, secret, generated, "special characters are not limited to", edit)


def _finding(module: Module, made: Resource, at: Value | Resource, what: str, edit: Edit) -> Finding:
    fix = Fix(
        "draw from the characters that it accepts", Tier.FRESH, Impact.REPLACE, (edit,), note="draws a new password"
    )
    argument = "override_special" if made.type == "random_password" else "GenerateSecretString"
    return Finding(f"{what} those that the database accepts", module, made, at, argument, Severity.RISK, (fix,))
