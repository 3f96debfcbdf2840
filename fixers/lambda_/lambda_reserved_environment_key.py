"""Environment variable that Lambda keeps for itself.

Lambda sets a few variables of its own in every function, and rejects a function that wants to set one of them.

A variable that repeats what Lambda says, the function's own region or name, is taken out: the code reads the same value
as before. This is safe, since the function could not be created as it is. Where the value is another region, or nothing
in the code says which one it is, the variable is renamed with ``--unsafe``, ``AWS_REGION`` to ``TARGET_REGION``, and
with it all places in the function's source that read it. Keys of an account have no business there: the function's role
gives it keys that expire.

https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.code import reads
from iacfix.transforms.edits import Edit, RemoveArgument, RenameArgument, ReplaceText
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import (
    Call,
    Component,
    Dynamic,
    Entry,
    Kind,
    Mapping,
    Module,
    Reference,
    Resource,
    Template,
    Value,
)
from iacfix.transforms.regions import is_of_provider, provider_name
from iacfix.transforms.registry import Fixer
from iacfix.transforms.resolve import resolve
from iacfix.transforms.sources import FUNCTIONS, functions, package_of

fixer = Fixer(
    __name__,
    code="LAM007",
    since="0.1.0",
    tiers=(Tier.SAFE, Tier.UNSAFE),
    neighbours={"cfn-lint": "E3663"},
)

REGIONS = frozenset({"AWS_DEFAULT_REGION", "AWS_REGION"})
SECRETS = frozenset({"AWS_ACCESS_KEY", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"})
# What repeats an argument of the function.
REPEATED = {
    "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "memory_size",
    "AWS_LAMBDA_FUNCTION_NAME": "function_name",
    "_HANDLER": "handler",
}
RESERVED = frozenset(
    {
        *REGIONS,
        *SECRETS,
        *REPEATED,
        "_X_AMZN_TRACE_ID",
        "AWS_EXECUTION_ENV",
        "AWS_LAMBDA_FUNCTION_VERSION",
        "AWS_LAMBDA_INITIALIZATION_TYPE",
        "AWS_LAMBDA_LOG_GROUP_NAME",
        "AWS_LAMBDA_LOG_STREAM_NAME",
        "AWS_LAMBDA_RUNTIME_API",
        "LAMBDA_RUNTIME_DIR",
        "LAMBDA_TASK_ROOT",
    }
)


@fixer.on(*FUNCTIONS)
def check(resource: Resource, module: Module, component: Component) -> Iterator[Finding]:
    """Yield the variables of a function that have a reserved name."""
    environment = resource.body.entry("environment") or resource.body.entry("Environment")
    if resource.kind is not Kind.RESOURCE or environment is None:
        return
    block = environment.value.content if isinstance(environment.value, Dynamic) else environment.value
    variables = block.get("variables") or block.get("Variables") if isinstance(block, Mapping) else None
    for given in _mappings(variables):
        own = [
            entry for entry in given.entries if entry.name in RESERVED and _is_own(component, module, resource, entry)
        ]
        for entry in given.entries:
            if entry.name not in RESERVED:
                continue
            fixes: list[Fix] = []
            if entry in own:
                alone = given is variables and len(own) == len(given.entries)
                owner, gone = (resource.body, environment) if alone else (given, entry)
                remove = RemoveArgument(resource, owner, gone)
                fixes = [Fix("take it out: Lambda sets it to the same", Tier.SAFE, Impact.CREATE, (remove,))]
            elif entry.name in REGIONS:
                fixes = list(_fixes(component, module, resource, given, entry))
            advice = "use the function's role" if entry.name in SECRETS else "give it another name"
            at = f"environment.variables.{entry.name}"
            message = f"{entry.name} is reserved by Lambda"
            yield Finding(message, module, resource, entry, at, Severity.BLOCKER, tuple(fixes), "" if fixes else advice)


def _mappings(value: Value | None) -> Iterator[Mapping]:
    """Yield what is written of the variables, where they are put together too."""
    match value:
        case Mapping():
            yield value
        case Call(name="merge", arguments=parts):
            for part in parts:
                yield from _mappings(part)
        case _:
            pass


def _is_own(component: Component, module: Module, function: Resource, entry: Entry) -> bool:
    """Say whether Lambda sets the variable to the very value that it is given."""
    value = entry.value.parts[0] if isinstance(entry.value, Template) and len(entry.value.parts) == 1 else entry.value
    if entry.name in REPEATED:
        return value == function.get(REPEATED[entry.name])
    if entry.name not in REGIONS:
        return False
    match value:
        case Reference(kind=Kind.BUILTIN, name="AWS::Region"):
            return True
        case Reference(kind=Kind.DATA, type="aws_region", attribute="name" | "id" | "region"):
            found = module.target(value)
            return found is not None and not found.body.names and provider_name(found) == provider_name(function)
        case _:
            return "region" not in function.body.names and is_of_provider(component, module, function, value)


def _fixes(component: Component, module: Module, function: Resource, given: Mapping, entry: Entry) -> Iterator[Fix]:
    """Yield the ways to mend a region that may be another one: take it out if it is hardly, rename it if it is."""
    if resolve(component, module, entry.value) is None or isinstance(entry.value, Reference):
        remove = RemoveArgument(function, given, entry)
        yield Fix("take it out: Lambda sets it to its own region", Tier.UNSAFE, Impact.CREATE, (remove,))
        return
    name = entry.name.replace("AWS", "TARGET", 1)
    package = package_of(component, module, function)
    edits: list[Edit] = [RenameArgument(function, given, entry, name)]
    for member in package.members if package else ():
        spans = list(reads(member.text, entry.name)) if member.text else []
        if spans and (not member.path or _is_shared(component, function, member.path)):
            return
        edits += [ReplaceText(member.path, span, name) for span in spans]
    if name not in given.names:
        yield Fix(f"call it {name}", Tier.UNSAFE, Impact.CREATE, tuple(edits))


def _is_shared(component: Component, function: Resource, path: str) -> bool:
    """Say whether another function runs the file at *path* too."""
    packages = (package_of(component, where, other) for where, other in functions(component) if other is not function)
    return any(member.path == path for package in packages if package for member in package.members)
