"""Stack that cannot be taken down again.

A bucket with objects in it, a repository with images, a database that is protected, or one that wants a last snapshot
and has no name for it, stops ``terraform destroy`` halfway. A stack that is there for a test stays, and is paid for. In
CloudFormation, ``Retain`` and ``Snapshot`` leave behind what the next deployment trips over.

The safe fix makes the protection an input whose default is what counts today: nothing changes. The other finding lifts
it in the variable files of environments that are not for production. Where an input tells environments apart and no
variable file does, the protection is made to depend on that, and in a template what is kept is deleted; both are
unsafe, since data is lost with the stack.

Only code that is deployed to an environment that is not for production is looked at. Buckets for logs, audits, backups
and states, those with a lock on objects, replicas, and what has ``prevent_destroy`` are left alone.

https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from iacfix.transforms.edits import DeclareInput, Edit, InsertArgument, Replace
from iacfix.transforms.environments import by_environment, has_nonprod, parameter, tuned
from iacfix.transforms.findings import Finding, Fix, Impact, Reach, Severity, Tier
from iacfix.transforms.model import Component, Kind, Literal, Module, Reference, Resource, Template, Value
from iacfix.transforms.registry import Fixer
from iacfix.transforms.resolve import resolve

fixer = Fixer(
    __name__,
    code="ENV002",
    since="0.1.0",
    tiers=(Tier.SAFE, Tier.FRESH, Tier.UNSAFE),
    optional="ephemeral",
)

# What stops a deletion: the argument, what it is when it is left out, and what lets things go.
DATABASES = {"deletion_protection": (False, False), "skip_final_snapshot": (False, True)}
PROTECTED = {
    "aws_s3_bucket": {"force_destroy": (False, True)},
    "aws_ecr_repository": {"force_delete": (False, True)},
    "aws_db_instance": DATABASES,
    "aws_rds_cluster": DATABASES,
    "aws_docdb_cluster": DATABASES,
    "aws_neptune_cluster": DATABASES,
}
SAID = {
    "force_destroy": "the bucket cannot be deleted with objects in it",
    "force_delete": "the repository cannot be deleted with images in it",
    "deletion_protection": "the database is protected from deletion",
    "skip_final_snapshot": "the database cannot be deleted: its last snapshot has no name",
}
DESCRIPTIONS = {
    "force_destroy": "Delete buckets with what is in them",
    "force_delete": "Delete repositories with what is in them",
    "deletion_protection": "Protect databases from deletion",
    "skip_final_snapshot": "Delete databases without a last snapshot",
}
KEPT = {Literal("Retain"), Literal("Snapshot"), Literal("RetainExceptOnCreate")}
TO_KEEP = {"archive", "archives", "audit", "backup", "backups", "log", "logging", "logs", "state", "tfstate", "trail"}
WORD, CAMEL = re.compile(r"[a-z]+"), re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
LOCKED = {"object_lock_enabled", "object_lock_configuration", "replicate_source_db", "ObjectLockEnabled", "**", ""}


@fixer.on(*PROTECTED)
def check(resource: Resource, module: Module, component: Component) -> Iterator[Finding]:
    """Yield what keeps *resource* from being deleted."""
    given = {entry.name for entry in resource.body.entries}
    if resource.kind is not Kind.RESOURCE or resource.source_type.startswith("AWS::") or LOCKED & given:
        return
    if _is_to_keep(resource) or not has_nonprod(component, module):
        return
    if resource.is_kept:
        return
    for argument, (absent, wanted) in PROTECTED[resource.type].items():
        if argument == "skip_final_snapshot" and given & {"final_snapshot_identifier"}:
            continue
        if (value := resource.get(argument)) is None or isinstance(value, Literal):
            today = absent if value is None else value == Literal(value=True)
            if today is not wanted:
                yield _written(component, module, resource, argument, value, today)
        elif isinstance(value, Reference):
            yield from _given(component, module, resource, argument, value)


def _is_to_keep(resource: Resource) -> bool:
    """Say whether *resource* is called like what is kept for longer than what it tells of."""
    named = resource.get("bucket") or resource.get("name")
    parts = named.parts if isinstance(named, Template) else (named,)
    text = " ".join(str(part.value) for part in parts if isinstance(part, Literal))
    return not TO_KEEP.isdisjoint(WORD.findall(CAMEL.sub(" ", f"{resource.name} {text}").lower()))


def _written(
    component: Component, module: Module, resource: Resource, argument: str, value: Value | None, today: bool
) -> Finding:
    """Return the finding of what is written out, or left out."""
    fixes: tuple[Fix, ...] = ()
    if (told := by_environment(component, module, resource, production=today)) is not None:
        edits = (*told[1], _set(resource, argument, value, told[0]))
        fixes = (Fix("let it go where it is not production", Tier.UNSAFE, Impact.UPDATE, edits),)
    else:
        wanted = DeclareInput(module, argument, "bool", Literal(value=today), DESCRIPTIONS[argument])
        if (made := parameter(component, wanted, resource)) is not None:
            edits = (*made.edits, _set(resource, argument, value, made.reference))
            impact = Impact.NONE if made.tier is Tier.SAFE else Impact.UPDATE
            fixes = (Fix("make it an input that changes nothing", made.tier, impact, edits),)
    return Finding(SAID[argument], module, resource, value or resource, argument, Severity.NOTE, fixes, normal=argument)


def _set(resource: Resource, argument: str, value: Value | None, new: Value) -> Edit:
    if value is None:
        return InsertArgument(resource, resource.body, argument, new)
    return Replace(value, new.in_place_of(value))


def _given(
    component: Component, module: Module, resource: Resource, argument: str, value: Reference
) -> Iterator[Finding]:
    """Yield what an input says of environments that are not for production."""
    wanted = Literal(value=PROTECTED[resource.type][argument][1])
    edits = tuned(component, module, value, wanted)
    known = resolve(component, module, value) or ()
    if edits and any(isinstance(o.value, Literal) and o.value != wanted for o in known):
        reach = (Reach(module.path, resource.address, argument),)
        fix = Fix("let it go where it is not production", Tier.UNSAFE, Impact.UPDATE, edits, reach)
        message = f"{SAID[argument]}, where it is not production too"
        yield Finding(message, module, resource, value, argument, Severity.NOTE, (fix,))


@fixer.over
def check_templates(component: Component, _: object) -> Iterator[Finding]:
    """Yield what a template keeps when its stack is deleted."""
    for module in component.modules if component.language == "cloudformation" else ():
        for resource in module.of(Kind.RESOURCE):
            if _is_to_keep(resource) or LOCKED & resource.body.names:
                continue
            kept = [n for n in ("DeletionPolicy", "UpdateReplacePolicy") if resource.meta.get(n) in KEPT]
            if not kept or not has_nonprod(component, module):
                continue
            values = [value for name in kept if (value := resource.meta.get(name)) is not None]
            edits = tuple(Replace(value, Literal("Delete").in_place_of(value)) for value in values)
            fix = Fix("delete it with the stack", Tier.UNSAFE, Impact.UPDATE, edits)
            message = "it is kept when the stack is deleted"
            yield Finding(message, module, resource, values[0], kept[0], Severity.NOTE, (fix,))
