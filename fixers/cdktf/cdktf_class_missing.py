"""Class that the package of a provider does not have.

``from cdktf_cdktf_provider_aws.s3_bucket_versioning import S3BucketVersioning`` reads as it should, but the class is
called ``S3BucketVersioningA`` there: CDKTF puts an A behind ten names that structs of other modules have already.
Python stops with an ImportError before anything is synthesized. So it does for classes that are taken from another
module than their own, from the package itself, from a module that there is not (``cdktf.provider`` is none either), or
without the ``DataAws`` of a data source.

Where one class is meant, it is imported in place of the other, and every use, annotation and entry of ``__all__``
follows: a repair, which is safe, since a program that cannot be imported makes nothing. An import that nothing uses
goes. Where several classes may be meant, or none comes near, the import is only reported. Older packages had other
modules; a program that pins one, or imports as they wanted it, is left alone.

https://developer.hashicorp.com/terraform/cdktf/concepts/providers
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from iacfix.transforms.classes import Class, classes_in, is_class, meant, module_of, owners, struct_of
from iacfix.transforms.edits import RemoveImport, RenameImport
from iacfix.transforms.facts import terraform
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.homes import whole
from iacfix.transforms.likeness import like
from iacfix.transforms.model import Component, Import
from iacfix.transforms.packages import LIBRARIES, Package, is_module, majors, package
from iacfix.transforms.registry import Fixer, Settings
from iacfix.transforms.schema import bodies

fixer = Fixer(
    __name__,
    code="CDK001",
    since="0.1.0",
    tiers=(Tier.SAFE,),
    languages=("cdktf",),
    neighbours={"python": "ImportError, ModuleNotFoundError", "pyright": "reportAttributeAccessIssue"},
)

# What looks like a module of the library, and is none.
OTHERS = frozenset(
    f"{library}.{name}"
    for library in LIBRARIES
    for name in ("aws", "provider", "providers", "providers.aws", "aws_provider", "aws.provider", "resources")
)


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the imports of classes that no version of the package has."""
    structs: dict[tuple[str, str], set[Class]] | None = None
    for taken in component.imports:
        if taken.module in OTHERS:
            yield from _of_a_package(component, taken)
        found = package(taken.module)
        admitted = majors(component, found.name, classes=True) if found else ()
        if found is None or not admitted or _is_there(found, taken, admitted):
            continue
        structs = _structs_in_place(component) if structs is None else structs
        yield from _finding(component, taken, found, admitted, structs)


def _of_a_package(component: Component, taken: Import) -> Iterator[Finding]:
    """Yield what is taken from the library, and is a class of the one package that the program uses."""
    module = next((module for module in component.modules if taken.path in module.documents), None)
    used = {found.name: found for each in component.imports if (found := package(each.module)) is not None}
    homes = [
        Class(f"{found.package}.{home.module}", home.name)
        for name, found in used.items()
        for home in owners(name, majors(component, name, classes=True), taken.name)
    ]
    if module is None:
        return
    edits = [RenameImport(taken, home.module, home.name) for home in homes]
    fixes = tuple(Fix(f"import it from {e.module}", Tier.SAFE, Impact.CREATE, (e,)) for e in edits if len(edits) == 1)
    at = whole(taken.path, taken.origin.span)
    advice = "" if fixes else "import it from the package of its provider"
    message = f"there is no module {taken.module}"
    yield Finding(message, module, at, at, taken.name, Severity.BLOCKER, fixes, advice)


def _is_there(found: Package, taken: Import, admitted: tuple[int, ...]) -> bool:
    """Say whether a version of the package has what is imported."""
    if not taken.name[:1].isupper():
        return is_module(found.name, found.module)
    return any(is_class(found.name, major, Class(found.module, taken.name)) for major in admitted)


def _structs_in_place(component: Component) -> dict[tuple[str, str], set[Class]]:
    """Return the structs that belong where each name is called, by the file and the name."""
    found: dict[tuple[str, str], set[Class]] = defaultdict(set)
    for body in bodies(component):
        struct = struct_of(body)
        if struct is not None and body.mapping.type and body.mapping.origin is not None:
            found[body.mapping.origin.path, body.mapping.type].add(struct)
    return found


def _finding(
    component: Component,
    taken: Import,
    found: Package,
    admitted: tuple[int, ...],
    structs: dict[tuple[str, str], set[Class]],
) -> Iterator[Finding]:
    module = next((module for module in component.modules if taken.path in module.documents), None)
    if module is None:
        return
    wrong = Class(found.module, taken.name)
    classes = list(structs.get((taken.path, taken.bound), ()))
    if len(classes) != 1:
        classes = meant(found.name, admitted, wrong, makes=bool(taken.makes))
    fixes: tuple[Fix, ...] = ()
    if not taken.used:
        fixes = (Fix("take the import away", Tier.SAFE, Impact.CREATE, (RemoveImport(taken),)),)
    elif len(classes) == 1:
        right = classes[0]
        edit = RenameImport(taken, f"{found.package}.{right.module}", right.name)
        title = f"import {right.name}" + (f" from {right.module}" if right.module != found.module else "")
        retyped = tuple(r.address for r in taken.makes if module_of(r, admitted) != right.module)
        fixes = (Fix(title, Tier.SAFE, Impact.CREATE, (edit,), removes=retyped),)
    near = [each.name for each in classes] or like(taken.name, _names(found, admitted))
    advice = f"perhaps {' or '.join(near[:4])} is meant" if near else "look up what the package calls it"
    at = whole(taken.path, taken.origin.span)
    there = f"{found.package}.{found.module}".rstrip(".")
    message = f"{there} has no {taken.name}"
    yield Finding(message, module, at, at, taken.name, Severity.BLOCKER, fixes, "" if fixes else advice)


def _names(found: Package, admitted: tuple[int, ...]) -> Iterator[str]:
    for major in admitted:
        yield from classes_in(found.name, major, found.module) or terraform.provider(found.name, major).classes
