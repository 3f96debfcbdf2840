"""Handler that names a module which is not in the function's package.

``handler = "index.lambda_handler"`` is the function ``lambda_handler`` in the file ``index.py``, or ``index.js``. Where
the package has no such file, every call of the function ends in an import error.

If exactly one file of the package defines a function of that name, the handler is given its module, which is safe: the
function cannot run as it is. What is in a package is known where the code packs it itself: an ``archive_file``, under
the names that it gives, a ``TerraformAsset``, a folder for SAM, the text in a template, whose module is always
``index``. Functions with layers, which may bring the handler, and handlers in folders are left alone.

https://docs.aws.amazon.com/lambda/latest/dg/python-handler.html
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import Replace
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component, Kind, Literal, Module, Resource
from iacfix.transforms.registry import Fixer
from iacfix.transforms.resolve import places
from iacfix.transforms.sources import FUNCTIONS, Member, Package, endings, handler, is_zip, package_of, runtime

fixer = Fixer(__name__, code="LAM002", since="0.1.0", tiers=(Tier.SAFE,))

HANDLER = {"handler", "Handler"}
BUILT_FROM = {".jsx", ".mts", ".pyx", ".ts", ".tsx"}


@fixer.on(*FUNCTIONS)
def check(resource: Resource, module: Module, component: Component) -> Iterator[Finding]:
    """Yield the handler of *resource* when its module is nowhere in the package."""
    wanted = handler(component, module, resource)
    runs = endings(runtime(component, module, resource))
    if resource.kind is not Kind.RESOURCE or wanted is None or not runs or not is_zip(resource):
        return
    stem, name = wanted
    if {"layers", "Layers"} & resource.body.names or "/" in stem or "." in stem:
        return
    package = package_of(component, module, resource)
    if package is None or not (package.inline or component.closed) or _runs(package, stem, name, runs):
        return
    defining = [member for member in package.members if member.ending in runs and member.defines(name)]
    if not defining:
        return
    argument = next(argument for argument in resource.body.names if argument in HANDLER)
    value = resource.body.get(argument)
    at = list(places(component, module, value, lambda _, path: path[-1:] == (argument,), argument)) if value else []
    fixes: tuple[Fix, ...] = ()
    if len(defining) == 1 and "/" not in defining[0].name and len(at) == 1:
        right = Literal(f"{defining[0].stem}.{name}")
        fixes = (
            Fix(
                f"name {right.value}", Tier.SAFE, Impact.UPDATE, (Replace(at[0].value, right.in_place_of(at[0].value)),)
            ),
        )
    advice = "" if fixes else f"{name} is defined in {', '.join(member.name for member in defining)}"
    message = f"no {stem} that defines {name} is in the function's package"
    yield Finding(message, module, resource, value or resource, argument, Severity.BLOCKER, fixes, advice)


def _runs(package: Package, stem: str, name: str, runs: frozenset[str]) -> bool:
    """Say whether the package has the module *stem*, or may have it, or come to have it."""
    mine = [member for member in package.members if member.stem == stem]
    if any(member.ending not in runs or member.defines(name) is not False for member in mine):
        return True
    if any(member.stem == f"{stem}/__init__" or member.ending in BUILT_FROM for member in package.members):
        return True
    return not package.inline and not any(_is_source(member, runs) for member in package.members)


def _is_source(member: Member, runs: frozenset[str]) -> bool:
    return member.ending in runs and "/" not in member.name and member.text is not None
