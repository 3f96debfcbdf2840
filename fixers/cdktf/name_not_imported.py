"""Class or module that is used and never imported.

``TerraformOutput(...)`` or ``json.dumps(...)`` without an import is a NameError: the program stops before anything is
synthesized, or on the day when the function that says it is called for the first time.

Where exactly one class of the providers that the program uses, one symbol of the library, or one module of Python has
that name, it is imported: a repair, which is safe, since the name means nothing so far. Names that several modules
have, and those of nobody, are left to linters.

https://docs.python.org/3/library/exceptions.html#NameError
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.classes import owners
from iacfix.transforms.edits import AddImport
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component, Opaque, Resource, Unbound
from iacfix.transforms.packages import majors, package
from iacfix.transforms.registry import Fixer, Settings

fixer = Fixer(
    __name__,
    code="CDK022",
    since="0.1.0",
    tiers=(Tier.SAFE,),
    languages=("cdktf",),
    neighbours={"ruff": "F821", "pyright": "reportUndefinedVariable", "python": "NameError"},
)

# What the packages export by these names alone, cdktf 0.21 and constructs 10, read in November 2026.
LIBRARY = frozenset(
    {"App", "AssetType", "CloudBackend", "Fn", "LocalBackend", "RemoteBackend", "S3Backend", "TerraformAsset"}
    | {"TerraformCount", "TerraformHclModule", "TerraformIterator", "TerraformLocal", "TerraformOutput"}
    | {"TerraformResourceLifecycle", "TerraformStack", "TerraformVariable", "Token", "DataTerraformRemoteStateS3"}
)
CONSTRUCTS = frozenset({"Construct", "IConstruct"})
TYPING = frozenset({"Any", "Dict", "List", "Optional", "Sequence", "Tuple", "Union"})

# Modules of Python that programs use by name, and what they are used for.
MODULES = {
    "json": {"dump", "dumps", "load", "loads"},
    "os": {"environ", "getcwd", "getenv", "listdir", "makedirs", "path"},
    "sys": {"argv", "exit", "path", "stderr"},
    "re": {"compile", "findall", "fullmatch", "match", "search", "sub"},
    "base64": {"b64decode", "b64encode"},
    "hashlib": {"md5", "sha1", "sha256"},
}


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the names that one import would bind."""
    seen: set[tuple[str, str]] = set()
    for name in sorted(component.unbound, key=lambda each: each.name):
        if (name.at.path, name.name) in seen:
            continue
        seen.add((name.at.path, name.name))
        found = list(_homes(component, name))
        if len(found) == 1 and name.module.resources:
            module, imported = found[0]
            edit = AddImport(name.at.path, module, imported)
            title = f"import `{imported}` from `{module}`" if imported else f"import `{module}`"
            fixes = (Fix(title, Tier.SAFE, Impact.CREATE, (edit,)),)
            resource = _near(name)
            at = Opaque(name.name, origin=name.at)
            message = f"`{name.name}` is used and not imported"
            yield Finding(message, name.module, resource, at, "", Severity.BLOCKER, fixes, normal=name.name)


def _near(name: Unbound) -> Resource:
    """Return what is declared in the function of *name*, or anything of its module."""
    return next((each for each in name.module.resources if each.scope == name.scope), name.module.resources[0])


def _homes(component: Component, name: Unbound) -> Iterator[tuple[str, str]]:
    """Yield each module that *name* may be imported from, with what it is called there."""
    taken = [each.module for each in component.imports]
    library = "cdktn" if any(module.partition(".")[0] == "cdktn" for module in taken) else "cdktf"
    if name.name in LIBRARY:
        yield library, name.name
    if name.name in CONSTRUCTS:
        yield "constructs", name.name
    if name.name in TYPING and not name.attributes - {""}:
        yield "typing", name.name
    if name.attributes and name.attributes <= MODULES.get(name.name, set()):
        yield name.name, ""
    if name.name[:1].isupper() and not name.attributes - {""}:
        known = {found.name: found for module in taken if (found := package(module)) is not None}
        for provider, of in known.items():
            for home in owners(provider, majors(component, provider, classes=True), name.name):
                yield f"{of.package}.{home.module}", home.name
