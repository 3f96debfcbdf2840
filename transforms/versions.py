"""Which versions of its providers a module may run with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from iacfix.transforms import packages
from iacfix.transforms.facts import terraform
from iacfix.transforms.model import Component, Kind, Literal, Mapping, Module, Resource, Value, references

Version = tuple[int, int, int]

OLDEST: Version = (0, 0, 0)
NEWEST: Version = (1_000_000, 0, 0)
FIRST_TERRAFORM = (1, 0, 0)
"""Configurations that keep Terraform below this are from before the providers that we know."""

_CLAUSE = re.compile(r"\s*(?P<sign>~>|>=|<=|!=|=|>|<|)\s*v?(?P<version>\d+(?:\.\d+){0,2})(?:[-+][\w.-]+)?\s*")
_LOCKED = re.compile(r'provider\s+"[^"]*/hashicorp/(?P<name>[\w-]+)"\s*\{[^}]*?\bversion\s*=\s*"(?P<version>[\d.]+)')


class Range(NamedTuple):
    """The versions from *low* on, and below *high*."""

    low: Version = OLDEST
    high: Version = NEWEST

    def both(self, other: Range) -> Range:
        """Return what lies in both."""
        return Range(max(self.low, other.low), min(self.high, other.high))

    @property
    def is_empty(self) -> bool:
        """Whether no version lies in it."""
        return self.low >= self.high


def admitted(constraint: str) -> Range | None:
    """Return the versions that *constraint* admits, or None when it cannot be read."""
    found = Range()
    for clause in constraint.split(","):
        if (match := _CLAUSE.fullmatch(clause)) is None:
            return None
        found = found.both(_clause(match["sign"], match["version"]))
    return found


def _clause(sign: str, text: str) -> Range:
    given = [int(number) for number in text.split(".")]
    major, minor, patch = [*given, 0, 0][:3]
    version, following = (major, minor, patch), (major, minor, patch + 1)
    match sign:
        case "" | "=":
            return Range(version, following)
        case ">=":
            return Range(low=version)
        case ">":
            return Range(low=following)
        case "<":
            return Range(high=version)
        case "<=":
            return Range(high=following)
        case "~>":
            return Range(version, (major, minor + 1, 0) if len(given) == 3 else (major + 1, 0, 0))
        case _:
            return Range()


def majors(component: Component, module: Module, name: str) -> tuple[int, ...]:
    """Return the major versions of the provider *name* that we know and *module* may run with, oldest first.

    None where we cannot tell, where it is not HashiCorp's provider of that name, and where all that could be told is
    that older versions will do: a library that admits versions from before those that we know may be used with them.
    """
    try:
        known = terraform.majors(name)
    except LookupError:
        return ()
    if component.language == "cdktf":
        return packages.majors(component, name)
    found: set[int] = set()
    for root in component.roots(module):
        constraints = [c for each in _below(component, root) for c in _constraints(each, name)]
        ranges = [admitted(constraint) for constraint in constraints if constraint is not None]
        if None in constraints or None in ranges or not all(map(_is_recent, _below(component, root))):
            return ()
        whole = Range()
        for each in filter(None, ranges):
            whole = whole.both(each)
        if (locked := _locked(component, root, name)) is not None:
            whole = whole.both(Range(locked, (locked[0], locked[1], locked[2] + 1)))
        elif ranges and whole.low < (min(known), 0, 0) and not root.deployable:
            return ()
        found |= {major for major in known if not whole.both(Range((major, 0, 0), (major + 1, 0, 0))).is_empty}
    return tuple(sorted(found))


def provider_of(resource: Resource, module: Module) -> str:
    """Return the name of the provider that *resource* belongs to, or an empty string when it is none of HashiCorp's."""
    if module.language == "cdktf":
        return resource.type.partition("_")[0]
    given = resource.meta.get("provider")
    own = next((r.name for r in references(given)), "") if given is not None else ""
    return _source(module, own.partition(".")[0] or resource.type.partition("_")[0])


@lru_cache(maxsize=64)  # for each resource of a module, one after the other
def _source(module: Module, local: str) -> str:
    for value in _required(module, local):
        source = value.get("source") if isinstance(value, Mapping) else None
        if source is not None:
            match source:
                case Literal(value=str() as text) if text.lower().split("/")[-2:-1] in ([], ["hashicorp"]):
                    return text.lower().rpartition("/")[2]
                case _:
                    return ""
    return local


def _below(component: Component, root: Module) -> list[Module]:
    """Return *root* and all modules that it calls."""
    found = [root]
    for module in found:
        found += [call.module for call in component.calls if call.caller is module and call.module not in found]
    return found


def _required(module: Module, name: str) -> tuple[Value, ...]:
    required = [each for settings in module.of(Kind.SETTINGS) for each in settings.all("required_providers")]
    found = (each.get(name) for each in required if isinstance(each, Mapping))
    return tuple(value for value in found if value is not None)


def _constraints(module: Module, name: str) -> Iterator[str | None]:
    """Yield what *module* says of the provider's version; None for what is no constant."""
    values: list[Value | None] = [
        value.get("version") if isinstance(value, Mapping) else value for value in _required(module, name)
    ]
    values += [r.meta.get("version") for r in module.of(Kind.PROVIDER) if r.name.partition(".")[0] == name]
    for value in filter(None, values):
        yield value.value if isinstance(value, Literal) and isinstance(value.value, str) else None


def _is_recent(module: Module) -> bool:
    """Say whether *module* admits a version of Terraform that the providers that we know run with."""
    ranges: Iterable[Range | None] = (
        admitted(value.value)
        for settings in module.of(Kind.SETTINGS)
        for value in settings.all("required_version")
        if isinstance(value, Literal) and isinstance(value.value, str)
    )
    return all(each is None or each.high > FIRST_TERRAFORM for each in ranges)


def _locked(component: Component, root: Module, name: str) -> Version | None:
    """Return the version that the lock file beside *root* holds."""
    path = ".terraform.lock.hcl" if root.path == "." else f"{root.path}/.terraform.lock.hcl"
    text = component.tree.text(path) if component.tree is not None else None
    for match in _LOCKED.finditer(text or ""):
        if match["name"] == name:
            major, minor, patch = [*map(int, match["version"].split(".")), 0, 0][:3]
            return major, minor, patch
    return None
