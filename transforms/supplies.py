"""What a module has that an argument can be given."""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import Edit, InsertArgument, RemoveArgument, RenameArgument, Replace
from iacfix.transforms.facts.moved_terraform import Form
from iacfix.transforms.model import (
    Component,
    Entry,
    Index,
    Kind,
    Literal,
    Mapping,
    Module,
    ModuleCall,
    Reference,
    Sequence,
    Template,
    Value,
)
from iacfix.transforms.schema import Accepted, Body, schemas_in


def supplied(body: Body, name: str) -> Value | None:
    """Return the one thing of the module that the missing argument *name* can be given.

    Of what it is told by, that is taken which is called so: the ``key_id`` of a key, and the ``id`` of a network.
    """
    if name == "name":
        return Literal(body.resource.name.replace("_", "-"))
    *what, way = name.split("_")
    said = tuple(what[1:] if what[:1] == ["target"] else what)
    alike = [
        resource
        for resource in body.module.of(Kind.RESOURCE)
        if what and way in {"arn", "id", "identifier"} and tuple(resource.type.split("_"))[-len(said) :] == said
    ]
    inputs = [Reference(Kind.INPUT, "", name)] if body.module.find(Kind.INPUT, "", name) else []
    if any({"count", "for_each"} & resource.meta.names for resource in alike) or len(alike) + len(inputs) != 1:
        return None
    if inputs:
        return inputs[0]
    accepts = schemas_in(body.component, body.module).get(alike[0].key)
    called = [each for each in ("_".join((*said, way)), way) if accepts is not None and accepts.reads(each)]
    return alike[0].reference(called[0] if called else "arn" if way == "arn" else "id")


def unpassed_inputs(component: Component) -> Iterator[tuple[ModuleCall, str]]:
    """Yield what a called module wants, is not passed, and its caller has as an input of that name and type."""
    for call in component.calls:
        if call.module.signature and call.resource.body.names - {each.name for each in call.module.of(Kind.INPUT)}:
            continue  # what is passed under another name is another fixer's
        for wanted in call.module.of(Kind.INPUT):
            own = call.caller.find(Kind.INPUT, "", wanted.name)
            given = call.resource.body.names | wanted.body.names & {"default"}
            if (
                own is not None
                and wanted.name not in given
                and "default" not in given
                and own.get("type") == wanted.get("type")
            ):
                yield call, wanted.name


def quoted_reference(text: str, module: Module) -> Reference | None:
    """Return the reference to a resource that stands in quotes, where there is such a resource."""
    type_, _, rest = text.partition(".")
    name, _, attribute = rest.partition(".")
    found = module.find(Kind.RESOURCE, type_, name)
    single = found is not None and attribute.isidentifier() and not {"count", "for_each"} & found.meta.names
    return Reference(Kind.RESOURCE, type_, name, (attribute,)) if single else None


def is_string(value: Reference, module: Module, schemas: dict[tuple[Kind, str, str], Accepted]) -> bool:
    """Say whether *value* is a string: one attribute of one resource."""
    declared, accepts = module.target(value), schemas.get(value.target)
    if declared is None or accepts is None or not value.attribute:
        return False
    repeated = bool({"count", "for_each"} & declared.meta.names)
    match value.path:
        case (str() as name,) if not repeated:
            pass
        case (Index(value=Literal()), str() as name) if repeated:
            pass
        case _:
            return False
    return all(name in v.arguments and v.arguments[name].type == "string" for v in accepts.versions)


def rewriting(body: Body, entry: Entry, forms: dict[str, Form]) -> Iterator[Edit]:
    """Yield what says *entry* in other *forms*."""
    (first, form), *others = forms.items()
    if form.key:
        yield RemoveArgument(body.resource, body.mapping, entry)
        yield InsertArgument(body.resource, body.mapping, first, _in(form, entry.value))
    else:
        yield RenameArgument(body.resource, body.mapping, entry, first)
    if form.prefix:
        yield Replace(entry.value, _in(form, entry.value))
    for new, other in others:
        yield InsertArgument(body.resource, body.mapping, new, _in(other, entry.value))


def _in(form: Form, value: Value) -> Value:
    if form.key:
        return Mapping((Entry("key", Literal(form.key)), Entry("values", Sequence((value,)))), block=True)
    return Template((Literal(form.prefix), value)) if form.prefix else value
