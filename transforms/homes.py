"""Files: in which of them a person looks for a declaration, and what is said of a whole one."""

from __future__ import annotations

import posixpath

from iacfix.transforms.model import EMPTY, Kind, Origin, Resource, Span

SETTINGS = ("versions", "terraform", "providers", "provider", "backend", "main")
_HOMES = {
    Kind.INPUT: ("variables", "vars", "inputs"),
    Kind.OUTPUT: ("outputs", "output"),
    Kind.LOCAL: ("locals",),
    Kind.DATA: ("data",),
    Kind.PROVIDER: ("providers", "provider", "versions"),
    Kind.SETTINGS: SETTINGS,
}


def rank(resource: Resource) -> int:
    """Return how far the file of *resource* is from the one where a person would look first."""
    homes = _HOMES.get(resource.kind, ("main",))
    name = posixpath.basename(resource.origin.path).partition(".")[0] if resource.origin else ""
    return homes.index(name) if name in homes else len(homes)


def kept(one: Resource, other: Resource) -> Resource:
    """Return the one of two equal declarations that a person would keep: *one* where it makes no difference."""
    return min(one, other, key=rank)


def whole(path: str, at: Span = Span(0, 0)) -> Resource:  # noqa: B008 - it cannot change
    """Return what stands for the file at *path* in a finding about all of it."""
    return Resource(Kind.OTHER, "", path, EMPTY, origin=Origin(path, at), address=posixpath.basename(path))


def overrides(resource: Resource) -> bool:
    """Say whether *resource* stands in a file that Terraform merges over the others."""
    name = posixpath.basename(resource.origin.path).partition(".")[0] if resource.origin else ""
    return name == "override" or name.endswith("_override")


def is_opentofu(resource: Resource) -> bool:
    """Say whether *resource* stands in a file that only OpenTofu reads."""
    return resource.origin is not None and ".tofu" in posixpath.basename(resource.origin.path)
