"""Constants of another type than an argument's: Terraform converts them, and the typed classes of CDKTF do not."""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.model import Literal, Mapping, Sequence, Value


def constants(value: Value, type_: str, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Literal, str]]:
    """Yield the constants in *value*, each with the steps that lead to it and the type that is wanted there."""
    outer, _, inner = type_.partition("(")
    match value:
        case Literal():
            yield path, value, type_
        case Sequence(items=items) if outer in {"list", "set"}:
            for position, item in enumerate(items):
                yield from constants(item, inner.removesuffix(")"), (*path, f"[{position}]"))
        case Mapping(entries=entries) if outer == "map":
            for entry in entries:
                if entry.name and entry.key != "**":
                    yield from constants(entry.value, inner.removesuffix(")"), (*path, entry.name))
        case _:
            pass


def converted(literal: Literal, type_: str) -> Literal | None:
    """Return *literal* as *type_*, as Terraform converts it; None where it has that type already, or cannot have it."""
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
