"""What a program asks the library's own classes for, and the objects that it makes of them."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from iacfix.transforms.languages.cdktf.names import LIBRARIES, made_by
from iacfix.transforms.languages.cdktf.scopes import Binding, File, Scope
from iacfix.transforms.model import Asked, Kind

# What the classes that providers' packages have stand on.
_OF_PROVIDERS = {Kind.RESOURCE: "TerraformResource", Kind.DATA: "TerraformDataSource"}


def asked(file: File) -> Iterator[Asked]:
    """Yield each attribute that *file* asks the library's classes for, and objects that it makes itself."""
    objects = {binding: of for binding in _bound(file) if (of := _made(file, binding.value, binding.function))}
    named = {binding.target.rpartition(".")[2] for binding in objects}
    source = file.source
    targets = [target.target for target in source.all(cst.AssignTarget)]
    set_here = {target.attr.value for target in targets if isinstance(target, cst.Attribute)}
    for name in source.all(cst.Name):
        attribute = source.parent(name)
        if not isinstance(attribute, cst.Attribute) or attribute.attr is not name:
            continue
        of = _of(file, attribute, objects, named)
        around = source.parent(attribute)
        called = isinstance(around, cst.Call) and around.func is attribute
        if of and name.value not in set_here and (called or of not in _OF_PROVIDERS.values()):
            yield Asked(name.value, source.origin(name), source.origin(attribute), of)


def _bound(file: File) -> Iterator[Binding]:
    for scope in file.scopes.values():
        for binding in (*scope.names.values(), *scope.attributes.values()):
            if binding is not None and isinstance(binding.value, cst.Call):
                yield binding


def _of(file: File, attribute: cst.Attribute, objects: dict[Binding, str], named: set[str]) -> str:
    """Return the class that *attribute* is asked of, empty where it is none of the library."""
    match attribute.value:
        case cst.Call() as call:
            return _made(file, call, file.scope_of(call))
        case cst.Name(value=name) | cst.Attribute(attr=cst.Name(value=name)) as base:
            scope = file.scope_of(base)
            binding = file.binding(base, scope) if name in named else None
            return objects.get(binding, "") if binding is not None else _library(file.dotted(base, scope))
        case _:
            return ""


def _made(file: File, value: cst.BaseExpression | None, scope: Scope) -> str:
    """Return the class that *value* makes an object of."""
    if not isinstance(value, cst.Call):
        return ""
    dotted = file.dotted(value.func, scope)
    if library := _library(dotted):
        return library
    made = made_by(dotted, constructs=True) if any(argument.keyword is None for argument in value.args) else None
    return _OF_PROVIDERS.get(made.kind, "") if made is not None and not made.struct else ""


def _library(dotted: str) -> str:
    library, _, name = dotted.rpartition(".")
    return name if library in LIBRARIES and name[:1].isupper() else ""
