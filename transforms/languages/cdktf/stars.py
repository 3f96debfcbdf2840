"""What ``from ... import *`` brings: the classes of a provider's module, or of the library."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from functools import lru_cache

from iacfix.transforms.classes import Class, classes_in, is_class, owners
from iacfix.transforms.facts import terraform
from iacfix.transforms.languages.cdktf.names import LIBRARIES
from iacfix.transforms.packages import is_module, package

# What the library exports, cdktf 0.21: most of it begins with its own name, or is a backend or an iterator.
_LIBRARY = re.compile(
    r"Terraform\w*|DataTerraformRemoteState\w*"
    r"|(?:Azurerm|Cloud|Consul|Cos|Gcs|Http|Local|Oss|Pg|Remote|S3|Swift)Backend\w*"
    r"|(?:Dynamic|List|Map|Resource)\w*TerraformIterator|(?:Named|Prefixed|Tagged)\w+Workspaces?"
    r"|(?:File|LocalExec|RemoteExec)Provisioner|(?:SSH|Winrm)ProvisionerConnection|Lazy\w*|Token(?:ization)?"
    r"|I[A-Z]\w+|Annotations|App(?:Config)?|Aspects|AssetType|Fn|MigrateIds|Op|Postcondition|Precondition|Resource"
    r"|Testing|VariableType"
)
_CONSTRUCTS = frozenset(
    {"Construct", "IConstruct", "Dependable", "DependencyGroup", "IDependable", "IValidation", "Node"}
)


def brought(stars: Iterable[str], name: str) -> str:
    """Return what *name* is, where the modules *stars* are all imported from: a dotted name, or an empty string.

    The last one that has it counts. One whose names nobody knows here may have a class, if it is the only one.
    """
    unknown: list[str] = []
    found = ""
    for star in stars:
        has = _has(star, name)
        if has:
            found = f"{star}.{name}"
        elif has is None:
            unknown.append(star)
    if found or len(unknown) != 1 or not name[:1].isupper():
        return found
    return f"{unknown[0]}{'' if unknown[0].endswith('.') else '.'}{name}"


@lru_cache(maxsize=4096)
def _has(star: str, name: str) -> bool | None:
    """Say whether the module *star* has *name* to give; None where that is not known here."""
    if star in LIBRARIES:
        return _LIBRARY.fullmatch(name) is not None
    if star == "constructs":
        return name in _CONSTRUCTS
    if star.partition(".")[0] in sys.stdlib_module_names:
        return False
    found = package(star)
    if found is None:
        return None
    majors = sorted(terraform.majors(found.name))
    if not found.module:
        return True if is_module(found.name, name) or any(owners(found.name, [m], name) for m in majors) else None
    if not any(classes_in(found.name, major, found.module) for major in majors):
        return None
    return any(is_class(found.name, major, Class(found.module, name)) for major in majors)
