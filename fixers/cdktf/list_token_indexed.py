"""Index into a list or a map that nobody knows before Terraform has asked for it.

``zones.names`` of a data source is a token in CDKTF: a placeholder with one item, which stands for a list that
Terraform reads when it plans. ``zones.names[0]`` takes the placeholder apart and ``zones.names[1]`` is an IndexError,
so that nothing is synthesized. ``Fn.element(zones.names, 1)`` says it to Terraform, and ``Fn.lookup(vpc.tags, "team")``
where ``vpc.tags["team"]`` is a KeyError. A list of objects is asked by its method:
``certificate.domain_validation_options.get(0)``; a block that may stand there once has no index at all.

The index is written so, which is a repair and safe. An index from the end, which Terraform does not take everywhere, is
only reported. Lists of Python's own that have the same names are none of these.

https://developer.hashicorp.com/terraform/cdktf/concepts/tokens
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import Edit, GetItem, Replace
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import (
    Call,
    Component,
    Index,
    Kind,
    Literal,
    Module,
    Reference,
    Resource,
    Template,
    Value,
)
from iacfix.transforms.registry import Fixer, Settings
from iacfix.transforms.schema import Accepted, schemas_in

fixer = Fixer(
    __name__,
    code="CDK004",
    since="0.1.0",
    tiers=(Tier.SAFE,),
    languages=("cdktf",),
    neighbours={"cdktf": "Found an encoded list token string in a scalar string context"},
)

Schemas = dict[tuple[Kind, str, str], Accepted]


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the indices of tokens."""
    for module in component.modules:
        schemas = schemas_in(component, module)
        for user in module.resources if schemas else ():
            for found in user.references:
                yield from _indexed(found, user, module, schemas)
            for _path, value in user.walk():
                if isinstance(value, Template):
                    yield from _in_template(value, user, module, schemas)


def _indexed(found: Reference, user: Resource, module: Module, schemas: Schemas) -> Iterator[Finding]:
    accepts = schemas.get(found.target)
    match found.path:
        case (str() as attribute, Index(value=Value() as index, got=False), *behind) if (
            accepts and found.origin is not None
        ):
            pass
        case _:
            return
    bare = found.but(path=(attribute,))
    edit: Edit | None = None
    structs = accepts.struct(attribute)
    if structs and not any(struct.many for struct in structs):
        edit = Replace(found, found.but(path=(attribute, *behind)))
    elif accepts.holds_objects(attribute):
        edit = GetItem(found, 1)
    elif not behind and accepts.holds_scalars(attribute):
        edit = Replace(found, Call("element", (bare.detached(), index)))
    elif not behind and accepts.is_map(attribute) and not (isinstance(index, Literal) and not index.value):
        edit = Replace(found, Call("lookup", (bare.detached(), index)))
    else:
        return
    backwards = isinstance(index, Literal) and isinstance(index.value, int) and index.value < 0
    yield _finding(found, attribute, user, module, None if backwards else edit)


def _in_template(value: Template, user: Resource, module: Module, schemas: Schemas) -> Iterator[Finding]:
    """Yield the calls of ``element`` that are written into a string, in which a list cannot stand."""
    match value.parts:
        case (Literal(value="${element("), Reference(path=(str() as name,)) as of, *rest) if value.origin is not None:
            pass
        case _:
            return
    accepts = schemas.get(of.target)
    match rest:
        case [Literal(value=", " | ","), Value() as index, Literal(value=")}")]:
            pass
        case [Literal(value=str() as text)] if text.strip(", )}").isdecimal() and text.endswith(")}"):
            index = Literal(int(text.strip(", )}")))
        case _:
            return
    if accepts is not None and accepts.holds_scalars(name):
        yield _finding(of, name, user, module, Replace(value, Call("element", (of, index))))


def _finding(found: Reference, attribute: str, user: Resource, module: Module, edit: Edit | None) -> Finding:
    what = "map" if isinstance(edit, Replace) and isinstance(edit.new, Call) and edit.new.name == "lookup" else "list"
    message = f"{attribute} of {found.type} is a {what} that only Terraform knows"
    fixes = (Fix("leave the index to Terraform", Tier.SAFE, Impact.CREATE, (edit,)),) if edit else ()
    argument = f"{found.type}.{found.name}.{attribute}"
    advice = "" if fixes else "count from the start, with Fn.element"
    return Finding(message, module, user, found, argument, Severity.BLOCKER, fixes, advice)
