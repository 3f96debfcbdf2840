"""Values of another type than an argument's: Terraform converts them, and the typed classes of CDKTF do not."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping as Table

from iacfix.transforms.model import Call, Kind, Literal, Mapping, Opaque, Reference, Sequence, Value
from iacfix.transforms.schema import Accepted

# The function of Terraform that makes the second of the first.
_CONVERSIONS = {("number", "string"): "tostring", ("string", "number"): "tonumber"}


def parts(value: Value, type_: str, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Value, str]]:
    """Yield the scalars in *value*, and what cannot be told, each with its steps and the type that is wanted there."""
    outer, _, inner = type_.partition("(")
    match value:
        case Literal() | Reference() | Opaque():
            yield path, value, type_
        case Sequence(items=items) if outer in {"list", "set"}:
            for position, item in enumerate(items):
                yield from parts(item, inner.removesuffix(")"), (*path, f"[{position}]"))
        case Mapping(entries=entries) if outer == "map":
            for entry in entries:
                if entry.name and entry.key != "**":
                    yield from parts(entry.value, inner.removesuffix(")"), (*path, entry.name))
        case _:
            pass


def converted(value: Value, type_: str, schemas: Table[tuple[Kind, str, str], Accepted]) -> Value | None:
    """Return *value* as *type_*, as Terraform converts it; None where it has that type already, or cannot have it."""
    if isinstance(value, Literal):
        return _constant(value, type_)
    if not isinstance(value, Reference) or len(value.path) != 1 or (accepts := schemas.get(value.target)) is None:
        return None
    read = {v.arguments[name].type for v in accepts.versions if (name := value.attribute) in v.arguments}
    conversion = _CONVERSIONS.get((read.pop(), type_)) if len(read) == 1 else None
    return Call(conversion, (value,)) if conversion else None


def _constant(literal: Literal, type_: str) -> Literal | None:
    match literal.value, type_:
        case (bool() as truth, "string"):
            return Literal("true" if truth else "false")
        case (int() | float() as number, "string"):
            return Literal(str(number))
        case (str() as text, "number") if _is_plain(text):
            return Literal(int(text) if text.lstrip("-").isdecimal() else float(text))
        case (str() as text, "bool") if text.lower() in {"true", "false"}:
            return Literal(text.lower() == "true")
        case (0 | 1 as number, "bool") if not isinstance(number, bool):
            return Literal(bool(number))
        case _:
            return None


def _is_plain(text: str) -> bool:
    digits = text.removeprefix("-")
    whole, dot, rest = digits.partition(".")
    return whole.isdecimal() and whole.isascii() and (not dot or (rest.isdecimal() and rest.isascii()))
