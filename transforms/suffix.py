"""The environment's suffix: what carries it in a module, and what must be declared so that it gets there.

The safe form changes nothing until somebody asks for it: an input that is empty by default. The plain form has a
default that counts. Languages differ in where the hyphen goes: Terraform and CDKTF have a local value for it, a
CloudFormation Parameter carries it itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from iacfix.transforms.edits import DeclareInput, DeclareLocal, Edit, RemoveResource, Replace
from iacfix.transforms.facts.names import NAMES
from iacfix.transforms.findings import Reach, Tier
from iacfix.transforms.inputs import deployed, given_to_others, set_somewhere, threaded
from iacfix.transforms.model import (
    Call,
    Component,
    Conditional,
    Index,
    Kind,
    Literal,
    Module,
    Reference,
    Resource,
    Template,
    Value,
    dotted,
)
from iacfix.transforms.naming import joined, strings, suffix_like

DESCRIPTION = "Environment suffix appended to resource names to avoid collisions"
DEFAULT = "dev"  # of the plain form
ROOM = 9  # characters that a suffix may need, its separator included
PATTERN_WITH_HYPHEN = "^(-[a-z0-9-]+)?$"
PATTERN = "^[a-z0-9-]+$"


@dataclass(frozen=True, slots=True)
class Form:
    """One way to carry the suffix into a name: *parts* go into the name, once *edits* are made."""

    tier: Tier
    parts: tuple[Value, ...]
    edits: tuple[Edit, ...]


@dataclass(slots=True)
class Suffix:
    """The suffix in one component."""

    component: Component
    _named: dict[str, bool] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """What the input is called."""
        return "EnvironmentSuffix" if self._carries_hyphen else "environment_suffix"

    @property
    def _carries_hyphen(self) -> bool:
        return self.component.language == "cloudformation"

    def bases(self, module: Module) -> tuple[Module, ...]:
        """Return the deployable modules that *module* is part of; empty when one that it is part of is not."""
        return deployed(self.component, module)

    def forms(self, module: Module, separator: str, *, may_replace: bool) -> tuple[Form, ...]:
        """Return the ways to carry the suffix into names of *module*, the safe one first.

        An input that is there already, or that somebody already sets by this name, would begin to count: then there is
        no safe way. *may_replace* False: no way that changes what is deployed.
        """
        bases = self.bases(module)
        if not bases:
            return ()
        if all(self.prepared(base) for base in bases):
            return (self._safe(module),) if separator == "-" else ()
        there = [symbol for base in bases if (symbol := self._symbol(base)) is not None]
        fresh = self._plain(module, separator)
        calls = [call for base in bases for call in self.component.callers(base)]
        given = any(
            call.resource.get(self.name) is not None or given_to_others(self.component, call, self.name) is not None
            for call in calls
        )
        safe = not there and separator == "-" and not given and not self._set_somewhere()
        return (*((self._safe(module),) if safe else ()), *((fresh,) if may_replace and fresh else ()))

    def prepared(self, module: Module) -> bool:
        """Say whether the safe form is in *module* already: the input, empty by default, and what depends on it."""
        declared = module.find(Kind.INPUT, "", self.name)
        if declared is None or declared.get("default") != Literal(""):
            return False
        if self._carries_hyphen:
            return declared.get("allowed_pattern") == Literal(PATTERN_WITH_HYPHEN)
        return any(self.local(each) is not None for each in self.component.modules)

    def local(self, module: Module) -> Resource | None:
        """Return the local value of the safe form in *module*, or None."""
        wanted = self._hyphenated().detached()
        for resource in module.of(Kind.LOCAL):
            value = resource.value
            if resource.name.rpartition(".")[2] == "name_suffix" and value is not None and value.detached() == wanted:
                return resource
        return None

    def made_plain(self) -> tuple[tuple[Edit, ...], tuple[Reach, ...]]:
        """Return what turns the safe form into the plain one, in all modules at once, and the arguments it reaches."""
        edits: list[Edit] = []
        reaches: list[Reach] = []
        for module in self.component.modules:
            local = self.local(module)
            declared = module.find(Kind.INPUT, "", self.name)
            if declared is None or not any(self.prepared(base) for base in self.bases(module)):
                continue
            carrier = declared if local is None else local
            for resource in module.resources:
                for path, value in strings(resource.body) if resource is not local else ():
                    if isinstance(value, Template) and (local is not None or self._carries_hyphen):
                        plain = self._with_plain(module, value, carrier)
                        edits += [Replace(value, plain)] if plain != value else []
                        reaches += [Reach(module.path, resource.address, dotted(path))] if plain != value else []
            if local is not None:
                edits += [RemoveResource(module, local), *self._visible(module, self._input())]
            for argument, wanted in (("default", DEFAULT), ("allowed_pattern", PATTERN)):
                if (old := declared.get(argument)) is not None:
                    edits.append(Replace(old, Literal(wanted).in_place_of(old)))
        return tuple(edits), tuple(reaches)

    def _with_plain(self, module: Module, value: Template, carrier: Resource) -> Template:
        parts: list[Value] = []
        for part in value.parts:
            carries = isinstance(part, Reference) and part.target == carrier.key and not part.path
            parts += self._seen("-", module, self._input()) if carries else (part,)
        return value.but(parts=joined(parts))

    def _safe(self, module: Module) -> Form:
        edits = self._thread(module, "", PATTERN_WITH_HYPHEN if self._carries_hyphen else "")
        if self._carries_hyphen:
            return Form(Tier.SAFE, (self._input(),), edits)
        if (local := self.local(module)) is not None:
            return Form(Tier.SAFE, (local.reference(),), edits)
        name = "self.name_suffix" if _spread(module) else "name_suffix"
        declared = DeclareLocal(module, name, self._hyphenated(), tuple(module.of(Kind.RESOURCE)))
        return Form(Tier.SAFE, (Reference(Kind.LOCAL, "", name),), (*edits, declared))

    def _plain(self, module: Module, separator: str) -> Form | None:
        symbol = self._symbol(module)
        if symbol is not None:
            return Form(Tier.FRESH, self._behind(separator, module, symbol), self._visible(module, symbol))
        known = [s for base in self.bases(module) if (s := self._symbol(base)) is not None]
        names = {s.name for s in known if s.kind is Kind.INPUT and not s.path}
        if len(names) > 1:
            return None
        name = names.pop() if names else self.name
        reference = Reference(Kind.INPUT, "", name)
        edits = self._thread(module, DEFAULT, PATTERN if self._carries_hyphen else "", name)
        return Form(Tier.FRESH, self._behind(separator, module, reference), (*edits, *self._visible(module, reference)))

    def _behind(self, separator: str, module: Module, symbol: Reference) -> tuple[Value, ...]:
        """Return the parts that carry *symbol*: a local that has its hyphen already, or the separator and itself."""
        for resource in module.of(Kind.LOCAL):
            match resource.value:
                case Template(parts=(Literal(value="-"), Reference() as inner)) if (
                    separator == "-" and inner.target == symbol.target and resource.name.endswith("suffix")
                ):
                    return (resource.reference(),)
                case _:
                    pass
        return self._seen(separator, module, symbol)

    def _seen(self, separator: str, module: Module, symbol: Reference) -> tuple[Value, ...]:
        """Return the separator and *symbol*, by the name that it has in all functions of *module*."""
        if _spread(module) and symbol.kind is Kind.INPUT and not symbol.path:
            return Literal(separator), Reference(Kind.LOCAL, "", f"self.{symbol.name}")
        return Literal(separator), symbol

    def _visible(self, module: Module, symbol: Reference) -> tuple[Edit, ...]:
        if not _spread(module) or symbol.kind is not Kind.INPUT or symbol.path:
            return ()
        name = f"self.{symbol.name}"
        if module.find(Kind.LOCAL, "", name) is not None:
            return ()
        return (DeclareLocal(module, name, symbol, tuple(module.of(Kind.RESOURCE))),)

    def _symbol(self, module: Module) -> Reference | None:
        """Return the input of *module* that tells one environment from another, or None."""
        found = [r for r in module.of(Kind.INPUT) if suffix_like(r.name)]
        ranked = sorted(found, key=lambda r: (r.name != self.name, "suffix" not in r.name.lower()))
        return ranked[0].reference() if ranked else self._of_neighbours(module)

    def _of_neighbours(self, module: Module) -> Reference | None:
        """Return what other names of *module* carry to tell one environment from another, if all carry the same."""
        if self.component.language != "cdktf":
            return None
        found: dict[Reference, None] = {}
        for resource in module.of(Kind.RESOURCE):
            name = NAMES.get(resource.type)
            match resource.get(name.argument) if name is not None else None:
                case Template(parts=parts):
                    for before, part in zip((Literal("-"), *parts), parts, strict=False):
                        apart = isinstance(before, Literal) and str(before.value).endswith(("-", "_", "/", "."))
                        if apart and isinstance(part, Reference) and _tells(part):
                            found[replace(part.detached(), origin=None)] = None
                case _:
                    pass
        return next(iter(found)) if len(found) == 1 else None

    def _input(self) -> Reference:
        return Reference(Kind.INPUT, "", self.name)

    def _hyphenated(self) -> Value:
        given = self._input()
        return Conditional(Call("equal", (given, Literal(""))), Literal(""), Template((Literal("-"), given)))

    def _thread(self, module: Module, default: str, pattern: str, name: str = "") -> tuple[Edit, ...]:
        """Return the edits that bring the input *name* into *module*, from every deployable module that calls it."""
        wanted = DeclareInput(module, name or self.name, "string", Literal(default), DESCRIPTION, pattern)
        return threaded(self.component, wanted, alike=default != "", known=self._of_neighbours)

    def _set_somewhere(self) -> bool:
        """Say whether a variable file, a pipeline or a script sets an input by this name already."""
        if self.name not in self._named:
            self._named[self.name] = set_somewhere(self.component, "environment_suffix", "EnvironmentSuffix")
        return self._named[self.name]


def _tells(part: Reference) -> bool:
    """Say whether the last step of *part* is called like what tells one environment from another."""
    match part.path[-1] if part.path else part.name:
        case str() as name:
            return part.kind in {Kind.INPUT, Kind.LOCAL} and suffix_like(name)
        case Index(value=Literal(value=str() as name)):
            return part.kind in {Kind.INPUT, Kind.LOCAL} and suffix_like(name)
        case _:
            return False


def _spread(module: Module) -> bool:
    """Say whether resources of *module* are made in other functions than the constructor."""
    return any(resource.scope not in {"", "__init__"} for resource in module.of(Kind.RESOURCE))
