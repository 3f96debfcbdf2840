"""References to one of several instances of a resource, by the index of whoever refers."""

from __future__ import annotations

from iacfix.transforms.model import Index, Kind, Literal, Module, Opaque, Reference, Resource, walk

EACH = Reference(Kind.BUILTIN, "", "count.index")


def of_one(module: Module, made: Resource, inside: tuple[Resource, ...], together: str) -> list[Reference] | None:
    """Return the references to the one of *made* that has the index of whoever refers; None if others need them all.

    What is *inside*, and all of the type *together*, grows few with it and may refer to it.
    """
    found: list[Reference] = []
    for user in module.resources:
        grows = user is made or user in inside or user.type == together
        for _, value in (*walk(user.body), *walk(user.meta)):
            if isinstance(value, Opaque):
                if not grows and any(mention.target == made.key for mention in value.mentions):
                    return None
            elif isinstance(value, Reference) and value.target == made.key and not _whole(value):
                index = next(step for step in value.path if isinstance(step, Index)).value
                if index == EACH:
                    found += [] if grows else [value]
                elif index != Literal(0):
                    return None
    return found


def _whole(reference: Reference) -> bool:
    """Say whether *reference* is to all of them, however many."""
    indices = [step for step in reference.path if isinstance(step, Index)]
    return not indices or indices[0].value is None
