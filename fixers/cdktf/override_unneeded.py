"""Escape hatch for what the class has an argument for.

``table.add_override("deletion_protection_enabled", True)`` puts a setting into what is synthesized, past the class. It
is for what the class does not know yet. Once it does, the argument says the same, is checked, and stands where a reader
looks for it. In the family ``tidiness``.

The setting is moved into the call that makes the construct, and the statement goes, which is safe: what is synthesized
stays the same. So it is with one setting of a block that may stand there once, and with ``lifecycle``. Left alone are
arguments that the last version 5 of the provider did not have, since a package may be older than what is known here,
and bindings that ``cdktf get`` made; paths through lists; what is given by an argument already; what a comment speaks
of; and values of another type than the class takes.

https://developer.hashicorp.com/terraform/cdktf/concepts/resources#escape-hatch
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from iacfix.transforms.classes import module_of
from iacfix.transforms.edits import AddImport, DropOverride, Edit, InsertArgument
from iacfix.transforms.facts import library
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Call, Component, Entry, Literal, Mapping, Overridden, Reference, Sequence, Template
from iacfix.transforms.model import Value as Value_
from iacfix.transforms.packages import package
from iacfix.transforms.registry import Fixer, Settings
from iacfix.transforms.schema import Accepted, Body, accepted, bodies
from iacfix.transforms.structs import package_at

fixer = Fixer(
    __name__, code="CDK024", since="0.1.0", tiers=(Tier.SAFE,), languages=("cdktf",), optional="tidiness", last=True
)

# The last version of the provider that every package which is judged here has at least.
OLDEST = 5
LIFECYCLE = "lifecycle"


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the overrides that an argument could say."""
    known = {each.resource: each for each in bodies(component) if each.mapping is each.resource.body}
    for override in component.overridden:
        body = known.get(override.resource)
        same = [o for o in component.overridden if o.resource is override.resource and _meet(o.path, override.path)]
        if body is not None and len(same) == 1 and (edits := _edits(body, override)):
            yield _finding(body, override, edits)


def _finding(body: Body, override: Overridden, edits: tuple[Edit, ...]) -> Finding:
    message = f"{body.resource.type} has an argument for {override.path}"
    whole = (*edits, DropOverride(body.module, override))
    fix = Fix("give it as an argument", Tier.SAFE, Impact.NONE, whole, alone=len(edits) > 1 or "." in override.path)
    at = Entry(override.path, override.value, override.origin)
    return Finding(message, body.module, body.resource, at, override.path, Severity.NOTE, (fix,))


def _meet(one: str, other: str) -> bool:
    """Say whether the paths are the same, or one leads to the other."""
    return f"{one}.".startswith(f"{other}.") or f"{other}.".startswith(f"{one}.")


def _edits(body: Body, override: Overridden) -> tuple[Edit, ...]:
    """Return what gives the class what is overridden, nothing where it cannot or may not take it."""
    if not re.fullmatch(r"[a-z_]+[a-z0-9_]*(?:\.[a-z_]+[a-z0-9_]*)?", override.path):
        return ()
    head, _, inner = override.path.partition(".")
    if head == LIFECYCLE:
        return _of_lifecycle(body, inner, override.value)
    oldest = _oldest(body)
    if (
        (head in body.mapping.names and not inner)
        or "**" in body.mapping.names
        or oldest is None
        or _is_generated(body)
    ):
        return ()
    if not inner:
        fits = all(_takes(each, head, override.value) for each in (body.accepts, oldest))
        return (InsertArgument(body.resource, body.mapping, head, override.value.detached()),) if fits else ()
    structs = [*body.accepts.struct(head), *oldest.struct(head)]
    names = {struct.name for struct in structs}
    if len(names) != 1 or any(struct.many or struct.name == "" for struct in structs):
        return ()
    if not all(_takes(Accepted((struct.block,)), inner, override.value) for struct in structs):
        return ()
    module = f"{package_at(body, body.mapping)}.{module_of(body.resource, body.accepts.majors)}"
    return _nested(body, body.mapping, head, inner, override.value, (module, names.pop()))


def _of_lifecycle(body: Body, inner: str, value: Value_) -> tuple[Edit, ...]:
    """Return what puts a setting of the lifecycle where the class takes it."""
    if inner not in library.LIFECYCLE.arguments or not _takes(Accepted((library.LIFECYCLE,)), inner, value):
        return ()
    fork = any(taken.partition(".")[0] == "cdktn" for taken in body.component.modules_taken)
    struct = ("cdktn" if fork else "cdktf", "TerraformResourceLifecycle")
    return _nested(body, body.resource.meta, LIFECYCLE, inner, value, struct)


def _nested(
    body: Body, into: Mapping, head: str, inner: str, value: Value_, struct: tuple[str, str]
) -> tuple[Edit, ...]:
    match into.get(head):
        case None:
            origin = body.mapping.origin
            made = Mapping((Entry(inner, value.detached()),), type=struct[1])
            insert = InsertArgument(body.resource, into, head, made)
            return (AddImport(origin.path, *struct), insert) if origin is not None else ()
        case Mapping() as given if not {inner, "**"} & given.names and given.origin is not None:
            return (InsertArgument(body.resource, given, inner, value.detached()),)
        case _:
            return ()


def _oldest(body: Body) -> Accepted | None:
    """Return what the oldest version takes that the package of the program may be for."""
    provider = body.resource.type.partition("_")[0]
    if provider != "aws":
        return body.accepts
    found = accepted(provider, (OLDEST,), body.resource.kind, body.resource.type)
    return found if found.versions else None


def _is_generated(body: Body) -> bool:
    """Say whether the program's bindings are of whichever version there was when they were made."""
    found = [package(each) or package(each.rpartition(".")[0]) for each in body.component.modules_taken]
    return any(each is not None and "imports" in each.package for each in found)


def _takes(accepts: Accepted, name: str, value: Value_) -> bool:
    """Say whether *value* is of the very type that the argument *name* has, so that both come out the same."""
    argument = accepts.argument(name)
    if argument is None or argument.python != name:
        return False
    match argument.type, value:
        case "bool", Literal(value=bool()):
            return True
        case "number", Literal(value=int() | float() as number):
            return not isinstance(number, bool)
        case "string", Literal(value=str()) | Template() | Reference() | Call(name="jsonencode" | "tostring"):
            return True
        case (("list(string)" | "set(string)" | library.IGNORED), Sequence(items=items)):
            return all(isinstance(item, Template) or _is_text(item) for item in items)
        case "map(string)", Mapping(entries=entries, type=""):
            return all(
                isinstance(each.key, str) and (_is_text(each.value) or isinstance(each.value, Template))
                for each in entries
            )
        case _:
            return False


def _is_text(value: Value_) -> bool:
    return isinstance(value, Literal) and isinstance(value.value, str)
