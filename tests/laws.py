"""The laws of a language's reader and printer, for any component."""

from __future__ import annotations

from iacfix.transforms.languages import Language
from iacfix.transforms.model import Component, Value


def splice_law_holds(of: Language, component: Component) -> None:
    """Every value that was read is printed as it stands in the source, character for character."""
    for module in component.modules:
        for resource in module.resources:
            for _, value in resource.walk():
                if value.origin is not None:
                    assert of.print(value, component, value.origin) == component.source(value.origin), value


def opaque(value: Value) -> bool:
    """Say whether something in *value* is out of reach."""
    from iacfix.transforms.model import Opaque, walk  # noqa: PLC0415

    return any(isinstance(inner, Opaque) for _, inner in walk(value))
