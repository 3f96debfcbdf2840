"""Assets: what a program in Python has packed when it is synthesized, and where the packages lie that it names."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator

from iacfix.transforms.edits import AddImport, Edit, InsertArgument, Replace
from iacfix.transforms.model import (
    Call,
    Component,
    Entry,
    Kind,
    Mapping,
    Module,
    Opaque,
    Reference,
    Resource,
    Template,
    Value,
)
from iacfix.transforms.resolve import constants
from iacfix.transforms.sources import base_of, built_by, path_of

_SYNTHESIZED = "cdktf.out/stacks/stack"  # where Terraform runs


def package_path(component: Component, module: Module, value: Value) -> str | None:
    """Return the path in the tree of the package that *value* names, or None where it is unknown or outside of it.

    A path in a program is one that Terraform reads, in the folder that the stack is synthesized to.
    """
    base = base_of(component, module)
    if component.language != "cdktf" or base is None:
        return path_of(component, module, value)
    if isinstance(value, Opaque):
        return path_of(component, module, value)
    match value:
        case Template(parts=(Reference(kind=Kind.BUILTIN, name="path.module"), *rest)):
            value = Template(tuple(rest))
        case _:
            pass
    known = constants(component, module, value)
    if known is None or len(known) != 1:
        return None
    text = next(iter(known)).removeprefix("${path.module}").removeprefix("/")
    path = posixpath.normpath(posixpath.join(base, _SYNTHESIZED, text))
    return None if "${" in path or path == ".." or path.startswith("../") or next(iter(known)).startswith("/") else path


def is_made(component: Component, path: str) -> bool:
    """Say whether the package at *path* is there, packed by Terraform, or built by a script."""
    name = posixpath.basename(path)
    there = component.tree.paths() if component.tree is not None else frozenset({path})
    alike = component.language == "cdktf" and any(posixpath.basename(other) == name for other in there)
    if path in there or alike or built_by(component, name):
        return True
    outputs = [(m, a.get("output_path")) for m in component.modules for a in m.resources if a.type == "archive_file"]
    return any(output is not None and path_of(component, m, output) in {path, None} for m, output in outputs)


ASSET = "TerraformAsset"
_HERE = "os.path.dirname(os.path.abspath(__file__))"


def asset(component: Component, module: Module, label: str, folder: str, instead: str = "") -> Resource | None:
    """Return what packs *folder*, or the one that *instead* is the name of where that is there; None if it may not.

    An asset packs a whole folder: one in which the program lies has more in it than the function.
    """
    inside = [path for path in component.documents if folder == "." or path.startswith(f"{folder}/")]
    name = re.sub(r"\W+", "_", f"{label}_code")
    taken = any(name in {other.name, other.binding} for other in module.resources)
    if inside or taken or not name.isidentifier():
        return None
    path = f"{instead} if os.path.isdir({instead}) else " * bool(instead) + joined(module, folder).text
    body = Mapping((Entry("path", Opaque(path)), Entry("type", Opaque("AssetType.ARCHIVE"))))
    return Resource(Kind.OTHER, ASSET, name, body, binding=name)


def asset_imports(component: Component, module: Module) -> Iterator[Edit]:
    """Yield the imports that an asset needs beside its own class."""
    path = module.documents[0]
    library = "cdktn" if re.search(r"\bcdktn\b", component.documents[path].text) else "cdktf"
    yield AddImport(path, "os")
    yield AddImport(path, library, "AssetType")
    yield AddImport(path, library, "Fn")


def joined(module: Module, folder: str) -> Opaque:
    """Return *folder* as an expression that begins where the program lies, wherever it is started."""
    relative = posixpath.relpath(folder, posixpath.dirname(module.documents[0]) or ".")
    steps = ", ".join(json.dumps(step) for step in relative.split("/"))
    return Opaque(f"os.path.join({_HERE}, {steps})")


def packed_by(function: Resource, filename: Value, packed: Resource) -> Iterator[Edit]:
    """Yield the edits by which *function* is what the asset *packed* packs."""
    path = Opaque(f"{packed.binding}.path")
    yield Replace(filename, path)
    new = Call("filebase64sha256", (path,))
    old = function.get("source_code_hash")
    if old is None:
        yield InsertArgument(function, function.body, "source_code_hash", new, after="filename")
    else:
        yield Replace(old, new.in_place_of(old))
