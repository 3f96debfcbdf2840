"""Resource types that no version of a provider has, and which type is meant."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from iacfix.transforms.facts.moved_terraform import TYPES
from iacfix.transforms.likeness import around, misspelt, same_word
from iacfix.transforms.model import Kind, Module, Resource
from iacfix.transforms.schema import accepted, types_of
from iacfix.transforms.versions import provider_of

Versions = Callable[[str], tuple[int, ...]]
"""Which major versions of a provider a module may run with (`iacfix.transforms.schema.versions_of`)."""


def types_instead(versions: Versions, module: Module, resource: Resource) -> tuple[str, ...]:
    """Return the types that *resource* could have, where its own does not exist."""
    name = provider_of(resource, module)
    majors = versions(name) if name and resource.body.origin else ()
    if any(resource.type in types_of(name, (major,), resource.kind) for major in majors):
        return ()
    return types_of(name, majors, resource.kind) if majors else ()


def meant_types(versions: Versions, module: Module, resource: Resource) -> tuple[str, ...]:
    """Return the types that *resource* may be meant to have, where its own does not exist."""
    known = types_instead(versions, module, resource)
    name = provider_of(resource, module)
    return tuple(_meant(name, versions(name), resource, known)) if known else ()


def _meant(name: str, majors: tuple[int, ...], resource: Resource, known: Iterable[str]) -> Iterator[str]:
    if resource.kind is Kind.RESOURCE and resource.type in TYPES:
        yield from filter(None, (TYPES[resource.type],))
        return
    near = dict.fromkeys([*same_word(resource.type, known), *misspelt(resource.type, known)])
    for other in near or around(resource.type, known):
        accepts = accepted(name, majors, resource.kind, other)
        required = {argument.name for argument in accepts.arguments() if argument.required}
        if accepts.versions and all(map(accepts.knows, resource.body.names)) and required <= resource.body.names:
            yield other
