"""What a fixer is, and the table of all of them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from types import MappingProxyType
from typing import TypeAlias

from iacfix.transforms.findings import Finding, Tier
from iacfix.transforms.model import Component, Module, Resource

ResourceCheck: TypeAlias = Callable[[Resource, Module, Component], Iterator[Finding]]
ComponentCheck: TypeAlias = "Callable[[Component, Settings], Iterator[Finding]]"

FIXERS: dict[str, Fixer] = {}


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person hands over with ``--set NAME=VALUE``."""

    values: MappingProxyType[str, str] = dataclass_field(default_factory=lambda: MappingProxyType({}))

    def get(self, name: str) -> str | None:
        """Return the value handed over under *name*, or None."""
        return self.values.get(name)


class Fixer:
    """A named set of checks; the module's docstring is its page.

    - *code* is never reused; *tiers* are those that its fixes can have, none for a rule that only advises;
    - *languages* names those in which the mistake can be made;
    - *optional* names the opt-in family that it waits in until it is selected, empty for one that is on;
    - *neighbours* says what other tools call the same thing;
    - *closed_world*: it reasons from what is nowhere in the tree, and is silent where not all of it can be seen;
    - *last*: it writes down what the code is, or leaves out what is needless, and waits until no other has anything to
      mend;
    - *on_request*: it looks only where its fixes may be made: with the flag of their tier, or where it is selected by
      its own name, which allows them.
    """

    def __init__(
        self,
        module: str,
        *,
        code: str,
        since: str,
        tiers: tuple[Tier, ...],
        languages: tuple[str, ...] = ("hcl", "cdktf", "cloudformation"),
        optional: str = "",
        neighbours: dict[str, str] | None = None,
        closed_world: bool = False,
        on_request: bool = False,
        last: bool = False,
    ) -> None:
        """Register the fixer of *module* under *code*; raises ValueError when the code is taken."""
        self.module = module
        self.code = code
        self.since = since
        self.tiers = tiers
        self.languages = languages
        self.optional = optional
        self.neighbours = neighbours or {}
        self.closed_world = closed_world
        self.on_request = on_request
        self.last = last
        self.by_type: dict[str, list[ResourceCheck]] = {}
        self.by_component: list[ComponentCheck] = []
        if (other := FIXERS.setdefault(code, self)) is not self:
            raise ValueError(f"{module}: {other.module} is already {code}")

    @property
    def slug(self) -> str:
        """The module's own name: that of its golden folder."""
        return self.module.rpartition(".")[2]

    @property
    def name(self) -> str:
        """The name on the command line and in pages: the slug in kebab-case."""
        return self.slug.replace("_", "-")

    @property
    def family(self) -> str:
        """The folder that the module stands in, without what keeps its name from being a word of Python."""
        return self.module.split(".")[-2].removesuffix("_")

    @property
    def doc(self) -> str:
        """The module's docstring."""
        return (sys.modules[self.module].__doc__ or "").strip()

    @property
    def title(self) -> str:
        """The mistake in one line."""
        return self.doc.partition("\n")[0].rstrip(".")

    def on(self, *types: str) -> Callable[[ResourceCheck], ResourceCheck]:
        """Run the decorated check on every resource of *types*."""

        def decorate(check: ResourceCheck) -> ResourceCheck:
            for name in types:
                self.by_type.setdefault(name, []).append(check)
            return check

        return decorate

    def over(self, check: ComponentCheck) -> ComponentCheck:
        """Run the decorated check once on every component."""
        self.by_component.append(check)
        return check

    def findings(self, component: Component, settings: Settings) -> Iterator[Finding]:
        """Yield what the fixer finds in *component*."""
        if component.language not in self.languages or (self.closed_world and not component.closed):
            return
        if self.by_type:
            for module in component.modules:
                for resource in module.resources:
                    for check in self.by_type.get(resource.type, ()):
                        yield from check(resource, module, component)
        for check_component in self.by_component:
            yield from check_component(component, settings)
