"""An app tree read into modules: one per class that makes constructs, and one per file that makes them outside."""

from __future__ import annotations

import functools
import posixpath
from collections import defaultdict
from collections.abc import Callable, Iterator
from collections.abc import Mapping as Table
from dataclasses import dataclass, field, replace

import libcst as cst

from iacfix.transforms.languages.cdktf import imports, names
from iacfix.transforms.languages.cdktf.application import bindings_of, start_of
from iacfix.transforms.languages.cdktf.asked import asked
from iacfix.transforms.languages.cdktf.clashes import clashes, repeated
from iacfix.transforms.languages.cdktf.configurations import (
    Configuration,
    Field,
    configuration,
    given,
    handed_on,
    may_grow,
    written,
)
from iacfix.transforms.languages.cdktf.flow import once
from iacfix.transforms.languages.cdktf.hatches import overrides
from iacfix.transforms.languages.cdktf.held import Holdings
from iacfix.transforms.languages.cdktf.meanings import Meanings
from iacfix.transforms.languages.cdktf.names import Made
from iacfix.transforms.languages.cdktf.overwrites import FIXED, outside
from iacfix.transforms.languages.cdktf.overwrites import uses as uses_of_self
from iacfix.transforms.languages.cdktf.pairs import paired
from iacfix.transforms.languages.cdktf.scopes import Binding, File, Scope, parameters
from iacfix.transforms.languages.cdktf.source import parse
from iacfix.transforms.languages.cdktf.stars import brought
from iacfix.transforms.languages.cdktf.taken import imports_of
from iacfix.transforms.languages.cdktf.unbound import unbound
from iacfix.transforms.languages.cdktf.values import Expressions, Names, Target
from iacfix.transforms.model import (
    EMPTY,
    Asked,
    Clash,
    Component,
    Document,
    Entry,
    Import,
    Kind,
    Literal,
    Mapping,
    Meaning,
    Module,
    ModuleCall,
    Opaque,
    Origin,
    Overridden,
    Overwrite,
    Problem,
    Reference,
    Resource,
    Sequence,
    Signature,
    Tree,
    Unbound,
    Value,
    references,
)

_GIVEN = frozenset({"scope", "scope_", "id", "id_"})
_EXAMPLES = frozenset({"example", "examples"})
_ENDLESS = 20  # re-exports and base classes that are followed


@dataclass(eq=False)
class Unit:
    """What becomes one module: a class, or what a file does outside of its classes."""

    file: File
    scope: Scope
    names: Names
    calls: list[tuple[cst.Call, Made]] = field(default_factory=list[tuple[cst.Call, Made]])
    instances: list[tuple[cst.Call, Scope]] = field(default_factory=list[tuple[cst.Call, Scope]])
    resources: list[tuple[int, Resource]] = field(default_factory=list[tuple[int, Resource]])
    nodes: dict[Resource, cst.CSTNode] = field(default_factory=dict[Resource, cst.CSTNode])
    bound: dict[Resource, Binding] = field(default_factory=dict[Resource, Binding])
    is_construct: bool = False  # it stands on the library's own construct
    configuration: Configuration | None = None  # a parameter of its constructor that has fields
    fields: dict[str, Binding] = field(default_factory=dict[str, Binding])  # inputs by the parameter that has them
    callees: dict[Resource, Scope] = field(default_factory=dict[Resource, Scope])
    taken: dict[tuple[Kind, str, str], int] = field(
        default_factory=lambda: defaultdict[tuple[Kind, str, str], int](int)
    )

    @property
    def path(self) -> str:
        """The module's path."""
        return f"{self.file.path}:{self.scope.name}" if self.scope.is_class else self.file.path

    def hands_on(self, node: cst.BaseExpression, wanted: Configuration) -> bool:
        """Say whether *node* is the object of fields of *wanted*'s class that the class itself is given."""
        own, constructor = self.configuration, self.constructor
        if own is None or constructor is None or own.scope is not wanted.scope:
            return False
        return handed_on(self.file, node, self.file.scope_of(node), own, constructor)

    @property
    def constructor(self) -> Scope | None:
        """The class's ``__init__``."""
        binding = self.scope.names.get("__init__") if self.scope.is_class else None
        return self.file.scopes.get(binding.node) if binding is not None else None


class CdktfComponent(Component):
    """An app tree with what its files were read from, for printing and for reading again."""

    def __init__(
        self,
        documents: dict[str, Document],
        modules: tuple[Module, ...],
        calls: tuple[ModuleCall, ...],
        problems: tuple[Problem, ...],
        tree: Tree,
        parsed: dict[str, File | Problem],
        units: dict[Module, Unit],
    ) -> None:
        """Keep what was read."""
        super().__init__("cdktf", documents, modules, calls, problems, tree)
        self.parsed = parsed
        self.units = units
        self._by_scope = {unit.scope: unit for unit in units.values()}
        self._modules = {unit.scope: module for module, unit in units.items()}

    @property
    def modules_taken(self) -> frozenset[str]:
        """What the program imports, by dotted names: modules, names in them, and modules with everything in them."""
        return self._modules_taken

    @functools.cached_property
    def _modules_taken(self) -> frozenset[str]:
        files = [file for file in self.parsed.values() if isinstance(file, File)]
        return frozenset(dotted for file in files for dotted in (*file.dotted_imports, *file.stars))

    @property
    def imports(self) -> tuple[Import, ...]:
        """The names that the program imports, in the order of the files."""
        return self._imports

    @functools.cached_property
    def _imports(self) -> tuple[Import, ...]:
        files = [file for file in self.parsed.values() if isinstance(file, File)]
        declared = {
            file: [pair for u in self.units.values() if u.file is file for pair in u.nodes.items()] for file in files
        }
        return tuple(imports_of(files, declared))

    @property
    def unbound(self) -> tuple[Unbound, ...]:
        """The names that the program uses and nothing binds, one for each function."""
        return self._unbound

    @functools.cached_property
    def _unbound(self) -> tuple[Unbound, ...]:
        return tuple(self._find_unbound())

    def _find_unbound(self) -> Iterator[Unbound]:
        for file in self.parsed.values():
            if not isinstance(file, File):
                continue
            found: dict[tuple[str, Scope], list[cst.Name]] = defaultdict(list)
            for use, scope in unbound(file):
                found[use.value, scope].append(use)
            for (name, scope), uses in found.items():
                unit = self.unit(file, scope) or next((u for u in self.units.values() if u.file is file), None)
                module = self.module_of(unit) if unit is not None else None
                if module is not None:
                    around = [file.source.parent(use) for use in uses]
                    taken = frozenset(a.attr.value if isinstance(a, cst.Attribute) else "" for a in around)
                    yield Unbound(name, module, scope.name, taken, file.source.origin(uses[0]))

    @property
    def overwrites(self) -> tuple[Overwrite, ...]:
        """The attributes of constructs that the program sets and cannot set."""
        return self._overwrites

    @functools.cached_property
    def _overwrites(self) -> tuple[Overwrite, ...]:
        files = [file for file in self.parsed.values() if isinstance(file, File)]
        found: list[Overwrite] = []
        for module, unit in self.units.items():
            for resource, binding in unit.bound.items() if unit.is_construct else ():
                name = binding.target.rpartition(".")[2]
                if name in FIXED and binding.target != name and binding.function.owner is unit.scope:
                    one = len(unit.scope.every.get(f".{name}", ())) == 1
                    inside = uses_of_self(unit.file, unit.scope, name)
                    clear = one and inside is not None and not outside(files, unit.scope, name)
                    found.append(Overwrite(module, resource, name, clear))
        return tuple(found)

    @property
    def overridden(self) -> tuple[Overridden, ...]:
        """What the program sets in what is synthesized, past the classes that make it."""
        return self._overridden

    @functools.cached_property
    def _overridden(self) -> tuple[Overridden, ...]:
        found: list[Overridden] = []
        for module, unit in self.units.items():
            if "add_override" in unit.file.source.document.text:
                made = {node: resource for resource, node in unit.nodes.items()}
                found += overrides(unit.file, Expressions(unit.names), module, made)
        return tuple(found)

    @property
    def clashes(self) -> tuple[Clash, ...]:
        """The constructs of the program whose id is taken."""
        return self._clashes

    @functools.cached_property
    def _clashes(self) -> tuple[Clash, ...]:
        return tuple(self._find_clashes())

    def _find_clashes(self) -> Iterator[Clash]:
        for module, unit in self.units.items():
            nodes = {node: resource for resource, node in unit.nodes.items() if isinstance(node, cst.Call)}
            calls = [
                (call, identifier)
                for call, resource in nodes.items()
                if resource.kind not in {Kind.SETTINGS, Kind.INPUT} and (identifier := _identifier(call)) is not None
            ]
            calls.sort(key=lambda each: unit.file.source.inner(each[0]).start)
            for first, second, name in clashes(unit.file, calls):
                yield Clash(module, nodes[second], nodes[first], name)
            for call, identifier in calls:
                if repeated(unit.file, call, identifier):
                    yield Clash(module, nodes[call], nodes[call], unit.file.source.text(identifier))

    def asked(self) -> Iterator[Asked]:
        """Yield the attributes that the program asks the library's classes for, and their objects."""
        yield from self._asked

    @functools.cached_property
    def _asked(self) -> tuple[Asked, ...]:
        return tuple(each for file in self.parsed.values() if isinstance(file, File) for each in asked(file))

    def repeated(self, value: Value) -> Value | None:
        """Return what a comprehension makes its items by."""
        file = self.file(value.origin.path) if isinstance(value, Opaque) and value.origin is not None else None
        node = file.source.at(value.origin.span) if file is not None and value.origin is not None else None
        if file is None or not isinstance(node, cst.ListComp):
            return None
        unit = self.unit(file, file.scope_of(node))
        return Expressions(unit.names).value(node.elt) if unit is not None else None

    def gathered(self, module: Module, local: Resource) -> Value | None:
        """Return the value of *local*, with what is appended to it, where one other place names what it is bound to."""
        unit, name = self.units.get(module), local.binding.rpartition(".")[2]
        if unit is None or local.value is None:
            return None
        source = unit.file.source
        added: list[Value] = []
        others = -1  # where it is bound
        for use in source.all(cst.Name):
            method = source.parent(use)
            is_keyword = isinstance(method, cst.Arg) and method.keyword is use
            is_attribute = isinstance(method, cst.Attribute) and method.attr is use and local.binding == name
            if use.value != name or is_keyword or is_attribute:
                continue
            call = source.parent(method) if method is not None else None
            match method, call:
                case (
                    cst.Attribute(attr=cst.Name(value="append")),
                    cst.Call(args=[cst.Arg(keyword=None, star="") as item]),
                ):
                    added.append(Expressions(unit.names).value(item.value))
                case _:
                    others += 1
        if others != 1 or not added:
            return local.value if others == 1 else None
        match unit.bound[local].value if local in unit.bound else None:
            case cst.List(elements=elements) if all(isinstance(element, cst.Element) for element in elements):
                return Sequence((*(Expressions(unit.names).value(element.value) for element in elements), *added))
            case _:
                return None

    def paired(self, module: Module, value: Value) -> Value | None:
        """Return the map that a list of keys, each with its value, says."""
        unit, file = self.units.get(module), self.file(value.origin.path) if value.origin is not None else None
        node = file.source.at(value.origin.span) if file is not None and value.origin is not None else None
        if unit is None or file is not unit.file or node is None:
            return None
        return paired(unit.file, node, Expressions(unit.names).value)

    def meaning(self, module: Module, value: Value) -> Meaning | None:
        """Return what an expression stands for that is written elsewhere."""
        unit, origin = self.units.get(module), value.origin
        file = self.file(origin.path) if origin is not None else None
        node = file.source.at(origin.span) if file is not None and origin is not None else None
        if unit is None or file is None or file is not unit.file or node is None:
            return None
        files = tuple(each for each in self.parsed.values() if isinstance(each, File))
        return Meanings(file, unit.scope, Expressions(unit.names).value, files).of(node)

    def file(self, path: str) -> File | None:
        """Return the file at *path*, None when it could not be read."""
        found = self.parsed.get(path)
        return found if isinstance(found, File) else None

    def unit(self, file: File, scope: Scope) -> Unit | None:
        """Return what the code in *scope* of *file* belongs to."""
        return self._by_scope.get(scope.top_class or file.top)

    def may_grow(self, wanted: Configuration) -> bool:
        """Say whether an object that a constructor is given may have one more field."""
        return may_grow((file for file in self.parsed.values() if isinstance(file, File)), wanted)

    def module_of(self, unit: Unit) -> Module | None:
        """Return the module that *unit* was read into."""
        return self._modules.get(unit.scope)


def read(documents: Table[str, Document], tree: Tree, previous: Component | None = None) -> CdktfComponent:
    """Read one component."""
    known = previous if isinstance(previous, CdktfComponent) else None
    parsed: dict[str, File | Problem] = {}
    for path, document in sorted(documents.items()):
        same = known is not None and path in known.parsed and known.documents.get(path) == document
        parsed[path] = known.parsed[path] if known is not None and same else _parsed(document, tree)
    started = {path: start_of(path, tree) for path in documents}
    program = _Program({path: file for path, file in parsed.items() if isinstance(file, File)}, started)
    units, calls = program.modules()
    problems = tuple(problem for problem in parsed.values() if isinstance(problem, Problem))
    return CdktfComponent(dict(documents), tuple(units), calls, problems, tree, parsed, units)


def _parsed(document: Document, tree: Tree) -> File | Problem:
    source = parse(document)
    return source if isinstance(source, Problem) else File(source, bindings_of(document.path, tree))


class _Program:
    """The files of an app tree, and what their names mean to each other."""

    def __init__(self, files: dict[str, File], started: Table[str, str | None]) -> None:
        self.files = files
        self._started = started
        self._units: dict[Scope, Unit] = {}
        self._apps: set[Scope] = set()
        self._making: set[cst.BaseExpression] = set()
        self._classes: dict[tuple[str, str], tuple[File, Scope] | None] = {}
        self._makers: dict[tuple[str, str], list[File]] = defaultdict(list)
        for file in files.values():
            for name in file.classes:
                self._makers[posixpath.dirname(file.path) or ".", name].append(file)
            if file.stars:
                file.brought = functools.partial(self._brought, file)
        self.holdings = Holdings(self)

    # ---------------------------------------------------------------------------------------------------------------
    # Names across files

    def _brought(self, file: File, name: str) -> str:
        """Return what *name* is, which *file* takes with a star: from a file of the program, or from a package."""
        own = [star for star in file.stars if self._file_of(file, star) is not None]
        for star in own:
            there = self._file_of(file, star)
            if there is None or there is file:
                continue
            if name in there.classes:
                return f"{star}{'' if star.endswith('.') else '.'}{name}"
            if (dotted := there.imports.get(name, "")) and not dotted.startswith("."):
                return dotted
        return brought([star for star in file.stars if star not in own], name)

    def _file_of(self, file: File, module: str) -> File | None:
        """Return the file of the program that *file* calls *module*."""
        path = imports.module_path(file.path, module, self.files, self._started.get(file.path))
        return self.files[path] if path is not None else None

    def class_of(self, file: File, dotted: str, depth: int = 0) -> tuple[File, Scope] | None:
        """Return the class of the tree that *file* calls *dotted*, or None."""
        key = file.path, dotted
        if key not in self._classes:
            self._classes[key] = self._find_class(file, dotted, depth)
        return self._classes[key]

    def _find_class(self, file: File, dotted: str, depth: int) -> tuple[File, Scope] | None:
        if depth > _ENDLESS:
            return None
        module, _, name = dotted.rpartition(".")
        if dotted.startswith(":"):
            scope = file.classes.get(dotted[1:])
            return (file, scope) if scope is not None else None
        if not name:
            return None
        module += "." * (dotted.startswith(".") and not module.strip("."))
        path = imports.module_path(file.path, module, self.files, self._started.get(file.path))
        if path is not None:
            other = self.files[path]
            if name in other.classes:
                return other, other.classes[name]
            return self.class_of(other, other.imports[name], depth + 1) if name in other.imports else None
        for folder in imports.package_folders(file.path, module, self._started.get(file.path)):
            makers = self._makers.get((folder, name), [])
            if len(makers) == 1:
                return makers[0], makers[0].classes[name]
        return None

    def _bases(self, file: File, scope: Scope, depth: int = 0) -> set[str]:
        """Return the dotted names of all the classes that *scope* stands on."""
        if not isinstance(scope.node, cst.ClassDef) or depth > _ENDLESS:
            return set()
        found: set[str] = set()
        for base in scope.node.bases:
            dotted = file.dotted(base.value, scope.parent or file.top)
            found.add(dotted)
            if (local := self.class_of(file, dotted)) is not None and local[1] is not scope:
                found |= self._bases(*local, depth + 1)
        return found

    def _constructs(self, file: File, scope: Scope) -> bool:
        """Say whether the class is made with a scope and an id."""
        if self._bases(file, scope) & names.BASES:
            return True
        binding = scope.names.get("__init__")
        if binding is None or not isinstance(binding.node, cst.FunctionDef):
            return False
        given = [parameter.name.value for parameter in parameters(binding.node)]
        return len(given) > 2 and given[1] in {"scope", "scope_", "parent"}

    # ---------------------------------------------------------------------------------------------------------------
    # Modules

    def modules(self) -> tuple[dict[Module, Unit], tuple[ModuleCall, ...]]:
        """Read all modules, with the calls between them."""
        for file in self.files.values():
            for scope in file.classes.values():
                if self._constructs(file, scope):
                    self._unit(file, scope)
            self._find_calls(file)
        for file in self.files.values():
            self._find_instances(file)
        for unit in self._units.values():
            if unit.constructor is not None:
                unit.configuration = configuration(unit.file, unit.constructor, self.class_of)
        for unit in self._units.values():
            _Declarations(self, unit).declare()
        return self._finished()

    def _unit(self, file: File, scope: Scope) -> Unit:
        top = scope.top_class or file.top
        if top not in self._units:
            self._units[top] = Unit(file, top, Names(file))
        return self._units[top]

    def made(self, file: File, call: cst.Call, scope: Scope) -> Made | None:
        """Return what *call* makes."""
        dotted = file.dotted(call.func, scope)
        return names.made_by(dotted, constructs=_gives_scope(call)) if dotted else None

    def makes(self, node: cst.BaseExpression) -> bool:
        """Say whether *node* is a call that makes a construct, in whichever module."""
        return node in self._making

    def is_module(self, scope: Scope) -> bool:
        """Say whether instances of the class are read as module calls."""
        return scope in self._units

    def configuration_of(self, scope: Scope) -> Configuration | None:
        """Return the parameter of the class *scope* that has fields."""
        return self._units[scope].configuration

    def path_of(self, scope: Scope) -> str:
        """Return the path of the module that the class *scope* is."""
        return self._units[scope].path

    def _find_calls(self, file: File) -> None:
        """Note the constructs that *file* makes."""
        for call in file.source.all(cst.Call):
            if not _gives_scope(call):
                continue
            scope = file.scope_of(call)
            made = self.made(file, call, scope)
            if made is not None:
                self._unit(file, scope).calls.append((call, made))
                self._making.add(call)
                if made.name == "TerraformStack":
                    self._apps.add(scope.top_class or file.top)

    def _find_instances(self, file: File) -> None:
        """Note where *file* makes instances of classes that are modules."""
        for call in file.source.all(cst.Call):
            scope = file.scope_of(call)
            dotted = file.dotted(call.func, scope)
            found = self.class_of(file, dotted) if dotted else None
            if found is None or found[1] not in self._units:
                continue
            self._unit(file, scope).instances.append((call, found[1]))
            self._making.add(call)
            if call.args and self._is_app(file, call.args[0].value, scope):
                self._apps.add(found[1])

    def _is_app(self, file: File, node: cst.BaseExpression, scope: Scope) -> bool:
        """Say whether *node* is an app."""
        binding = file.binding(node, scope)
        value = binding.value if binding is not None else node
        return isinstance(value, cst.Call) and file.dotted(value.func, scope) in names.APPS

    def _finished(self) -> tuple[dict[Module, Unit], tuple[ModuleCall, ...]]:
        """Make the modules."""
        ordered = sorted(self._units.values(), key=lambda unit: (unit.file.path, _start(unit)))
        modules = {unit.scope: (self._module(unit), unit) for unit in ordered}
        calls: list[ModuleCall] = []
        for unit in ordered:
            for resource, callee in unit.callees.items():
                module = modules[callee][0]
                excess = _excess(unit, resource, module.signature)
                calls.append(ModuleCall(modules[unit.scope][0], resource, module, excess))
        return dict(modules.values()), tuple(calls)

    def _module(self, unit: Unit) -> Module:
        resources = tuple(resource for _, resource in sorted(unit.resources, key=lambda item: item[0]))
        stack = unit.scope in self._apps or bool(self._bases(unit.file, unit.scope) & names.STACKS)
        example = not _EXAMPLES.isdisjoint(unit.file.path.lower().split("/")[:-1])
        deployable = stack and not example
        signature = self._signature(unit)
        unit.is_construct = bool(self._bases(unit.file, unit.scope) & names.BASES)
        return Module(unit.path, "cdktf", resources, (unit.file.path,), deployable=deployable, signature=signature)

    def _signature(self, unit: Unit) -> Signature | None:
        """Return what the constructor takes that the class has or inherits, None when somebody else has written it."""
        if not unit.scope.is_class:
            return None
        for file, scope in self.holdings.lineage(unit.file, unit.scope):
            binding = scope.names.get("__init__")
            if isinstance(scope.node, cst.ClassDef) and (scope.node.decorators or scope.node.keywords):
                return None
            if binding is not None and isinstance(binding.node, cst.FunctionDef):
                signature = _signature(binding.node, own=scope is unit.scope)
                fields = unit.configuration.fields if unit.configuration is not None else ()
                names_ = tuple(field.name for field in fields)
                return replace(signature, optional=(*signature.optional, *names_)) if signature is not None else None
            known = {file.dotted(base.value, scope.parent or file.top) for base in getattr(scope.node, "bases", ())}
            if known & names.BASES and len(known) == 1:
                return Signature((), ("scope", "id"), others=False, own=False)
        return None


def _excess(unit: Unit, resource: Resource, signature: Signature | None) -> tuple[Value, ...]:
    """Return what the call that makes *resource* gives by position beyond what *signature* has places for."""
    call = unit.nodes[resource]
    if signature is None or not isinstance(call, cst.Call) or any(argument.star for argument in call.args):
        return ()
    placed = [argument.value for argument in call.args if argument.keyword is None]
    return tuple(map(Expressions(unit.names).value, placed[signature.places :]))


def _start(unit: Unit) -> int:
    return unit.file.source.outer(unit.scope.node).start if unit.scope.is_class else -1


def _gives_scope(call: cst.Call) -> bool:
    """Say whether *call* is given a scope and an id: constructs are, structs never."""
    given = 0
    for argument in call.args:
        if argument.star:
            continue
        if argument.keyword is None or argument.keyword.value in _GIVEN:
            given += 1
        if given == 2:
            return True
    return bool(call.args) and call.args[0].keyword is None and not call.args[0].star


class _Declarations:
    """Fills the module of one unit: what is declared, and what its names mean."""

    def __init__(self, program: _Program, unit: Unit) -> None:
        self.program = program
        self.unit = unit
        self.file = unit.file
        self.names = unit.names
        self.names.made = lambda call, scope: program.made(self.file, call, scope)
        self.names.held = lambda node, scope: program.holdings.of(self.file, node, scope)
        self.read = Expressions(self.names)
        self._by_value: dict[cst.BaseExpression, Binding] = {}

    def declare(self) -> None:
        """Declare everything."""
        bindings = list(self._bindings())
        self._by_value = {binding.value: binding for binding in bindings if binding.value is not None}
        for call, made in self.unit.calls:
            self._construct(call, made)
        for call, callee in self.unit.instances:
            self._instance(call, callee)
        self._inputs()
        for binding in bindings:
            self._local(binding)

    def _bindings(self) -> list[Binding]:
        """Return all bindings that the unit's code may name."""
        found: list[Binding] = []
        for scope in self.file.scopes.values():
            outside = scope.top_class is None and scope.is_function and self.unit.scope is self.file.top
            if scope is self.file.top or scope.top_class is self.unit.scope or outside:
                found.extend(binding for binding in scope.names.values() if binding is not None)
                found.extend(binding for binding in scope.attributes.values() if binding is not None)
        return found

    # ---------------------------------------------------------------------------------------------------------------
    # Constructs

    def _construct(self, call: cst.Call, made: Made) -> None:
        """Declare the construct that *call* makes."""
        match made.kind:
            case Kind.SETTINGS:
                self._resource(call, made.kind, "terraform", "", lambda: self._backend(call, made))
            case Kind.LOCAL:
                self._resource(call, made.kind, "", self._name(call), lambda: self._terraform_local(call))
            case _:
                self._resource(call, made.kind, made.type, self._name(call), lambda: self._arguments(call))

    def _resource(
        self,
        call: cst.Call,
        kind: Kind,
        type_: str,
        name: str,
        read: Callable[[], tuple[Mapping, Mapping]],
    ) -> Resource:
        """Declare what *call* makes, and what its binding means."""
        binding = self._by_value.get(call)
        key_type = "" if kind is Kind.MODULE else type_
        name = self._free(kind, key_type, name)
        scope = self.file.scope_of(call)
        resource = Resource(
            kind,
            type_,
            name,
            read,
            origin=self._statement(call),
            binding=binding.target if binding is not None else "",
            scope=scope.name if scope.is_function else "",
            address=f"module.{name}" if kind is Kind.MODULE else "",
            once=lambda: once(self.file, call),
        )
        target = Target(kind, key_type, name)
        self.names.calls[call] = target
        if binding is not None:
            self.names.bindings[binding] = target
            self.unit.bound[resource] = binding
        self._add(resource, call)
        return resource

    def _add(self, resource: Resource, node: cst.CSTNode) -> None:
        start = self.file.source.inner(node).start
        self.unit.resources.append((start, resource))
        self.unit.nodes[resource] = node

    def _free(self, kind: Kind, type_: str, name: str) -> str:
        """Return *name*, numbered where it is taken."""
        self.unit.taken[kind, type_, name] += 1
        count = self.unit.taken[kind, type_, name]
        return name if count == 1 else f"{name}#{count}"

    def _name(self, call: cst.Call) -> str:
        """Return what *call*'s construct is called: its constant id, else its binding, else its id's text."""
        identifier = _identifier(call)
        value = self.read.value(identifier) if identifier is not None else None
        if isinstance(value, Literal) and isinstance(value.value, str):
            return value.value
        if (binding := self._by_value.get(call)) is not None:
            return binding.target
        return self.file.source.text(identifier) if identifier is not None else self.file.source.text(call.func)

    def _statement(self, call: cst.Call) -> Origin:
        """Return the span of the statement that only makes this construct, else the call's."""
        source = self.file.source
        around = source.parent(call)
        whole = around if isinstance(around, (cst.Assign, cst.AnnAssign, cst.Expr)) else call
        return Origin(self.file.path, source.inner(whole))

    def _arguments(self, call: cst.Call) -> tuple[Mapping, Mapping]:
        """Read the keyword arguments of a construct: those of Terraform's type, and those of Terraform itself."""
        body: list[Entry] = []
        meta: list[Entry] = []
        given: list[Entry] = []
        placed = sum(argument.keyword is None and not argument.star for argument in call.args)
        for argument in call.args:
            if argument.star == "**":
                given += self._spread(argument)
            elif argument.keyword is not None and (argument.keyword.value not in _GIVEN or placed > 1):
                given.append(self.read.keyword(argument))
        for entry in given:
            (meta if entry.name in names.META else body).append(entry)
        loop = self.file.loop_around(call)
        if loop is not None and not any(entry.name == "for_each" for entry in meta):
            # One declaration stands for as many constructs as the loop goes round.
            iterated = self.read.value(loop.iter)
            meta.append(Entry("for_each", iterated, iterated.origin))
        origin = self.file.source.origin(call)
        return Mapping(tuple(body), origin=origin), Mapping(tuple(meta), origin=origin)

    def _spread(self, argument: cst.Arg) -> list[Entry]:
        """Return what ``**name`` gives: the entries of a dictionary that is written out and never changed.

        If something else uses the dictionary too, its entries stand nowhere: a change would reach more than this.
        """
        node = argument.value
        binding = self.file.binding(node, self.file.scope_of(argument))
        written = binding.value if binding is not None and binding not in self.file.changes else node
        read = self.read.value(written) if isinstance(written, (cst.Dict, cst.Call)) else None
        if not isinstance(read, Mapping) or read.type or any(not each.name for each in read.entries):
            return [self.read.keyword(argument)]
        # What stands before another dictionary may be replaced by what that has.
        last = max((number for number, each in enumerate(read.entries) if each.name == "**"), default=0)
        entries = list(read.entries[last:])
        if written is node or binding is None or self.file.uses(binding) == 1:
            return entries
        return [Entry(entry.name, entry.value.detached()) for entry in entries]

    def _backend(self, call: cst.Call, made: Made) -> tuple[Mapping, Mapping]:
        """Read a backend as Terraform has it: a labelled block of the settings."""
        arguments = self._arguments(call)[0]
        block = Mapping(arguments.entries, block=True, labels=(made.type,), origin=arguments.origin)
        return Mapping((Entry("backend", block, arguments.origin),), origin=arguments.origin), EMPTY

    def _terraform_local(self, call: cst.Call) -> tuple[Mapping, Mapping]:
        """Read ``TerraformLocal(scope, id, expression)``."""
        positional = [argument for argument in call.args if argument.keyword is None and not argument.star]
        entries = tuple(self.read.keyword(argument, "value") for argument in positional[2:3])
        return Mapping(entries, origin=self.file.source.origin(call)), EMPTY

    # ---------------------------------------------------------------------------------------------------------------
    # Instances of modules

    def _instance(self, call: cst.Call, callee: Scope) -> None:
        """Declare an instance of the class *callee*."""
        path = self.program.path_of(callee)
        resource = self._resource(call, Kind.MODULE, path, self._name(call), lambda: self._given(call, callee))
        self.unit.callees[resource] = callee

    def _given(self, call: cst.Call, callee: Scope) -> tuple[Mapping, Mapping]:
        """Read what an instance is given, positional arguments under their parameters' names."""
        binding = callee.names.get("__init__")
        init = binding.node if binding is not None else None
        own = parameters(init)[1:] if isinstance(init, cst.FunctionDef) else []
        entries: list[Entry] = []
        for position, argument in enumerate(call.args):
            name = argument.keyword.value if argument.keyword else ""
            if argument.star == "*":
                entries.append(Entry("**", self.read.opaque(argument.value)))
                break
            if not name and not argument.star and position < len(own) and not own[position].star:
                name = own[position].name.value
                if position < 2:
                    continue
            if argument.star == "**" or (name and name not in _GIVEN):
                entries.append(self.read.keyword(argument, name))
        entries += self._configured(call, callee, {entry.name for entry in entries})
        return Mapping(tuple(entries), origin=self.file.source.origin(call)), EMPTY

    def _configured(self, call: cst.Call, callee: Scope, taken: set[str]) -> Iterator[Entry]:
        """Yield what the object that *call* gives has in its fields, as if it had been given one by one."""
        wanted = self.program.configuration_of(callee)
        node = given(call, wanted) if wanted is not None else None
        if wanted is None or node is None:
            return
        made = written(self.file, node, wanted, self.file.scope_of(call))
        known = {field.name for field in wanted.fields} - taken
        if self.unit.hands_on(node, wanted):
            own = {name: target for (_, name), target in self.names.fields.items()}
            yield from (Entry(name, Reference(*own[name])) for name in sorted(known & own.keys()))
            return
        if made is None:
            yield from (Entry(name, self.read.opaque(node).detached()) for name in sorted(known))
            return
        for argument in made.args:
            if argument.keyword is not None and argument.keyword.value in known:
                yield self.read.keyword(argument)

    # ---------------------------------------------------------------------------------------------------------------
    # Inputs and locals

    def _inputs(self) -> None:
        """Declare what the class's constructor is given."""
        constructor = self.unit.constructor
        if constructor is None or not isinstance(constructor.node, cst.FunctionDef):
            return
        for position, parameter in enumerate(parameters(constructor.node)):
            if position < 3 or parameter.star in {"*", "**"}:
                continue
            binding = constructor.names.get(parameter.name.value)
            name = self._free(Kind.INPUT, "", parameter.name.value)
            resource = Resource(
                Kind.INPUT,
                "",
                name,
                self._parameter(parameter),
                origin=self.file.source.origin(parameter),
                scope=constructor.name,
            )
            if binding is not None:
                self.names.bindings[binding] = Target(Kind.INPUT, "", name)
                self.unit.bound[resource] = binding
            self._add(resource, parameter)
        if (wanted := self.unit.configuration) is not None:
            self._fields(constructor, wanted)
        if (rest := constructor.node.params.star_kwarg) is not None:
            self._optional_inputs(constructor, rest.name.value)

    def _fields(self, constructor: Scope, wanted: Configuration) -> None:
        """Declare what the constructor is given in the fields of an object, as if it were given one by one."""
        binding = constructor.names.get(wanted.name)
        for field_ in wanted.fields if binding is not None else ():
            if binding is None or self.unit.taken.get((Kind.INPUT, "", field_.name)):
                continue
            name = self._free(Kind.INPUT, "", field_.name)
            read = self._field(field_)
            origin = field_.file.source.origin(field_.node)
            resource = Resource(Kind.INPUT, "", name, read, origin=origin, scope=constructor.name)
            self.names.fields[binding, field_.name] = Target(Kind.INPUT, "", name)
            start = self.file.source.inner(wanted.parameter).start
            self.unit.resources.append((start, resource))
            self.unit.fields[name] = binding

    def _field(self, field_: Field) -> Callable[[], tuple[Mapping, Mapping]]:
        """Read a field as Terraform has a variable."""

        def read() -> tuple[Mapping, Mapping]:
            names_ = self.names if field_.file is self.file else Names(field_.file)
            annotation = field_.node.annotation.annotation
            text, origin = field_.file.source.text(annotation), field_.file.source.origin(annotation)
            type_ = names.terraform_annotation(text)
            entries = [Entry("type", Literal(type_) if type_ else Opaque(text, origin=origin), origin)]
            if field_.default is not None:
                default = Expressions(names_).value(field_.default)
                entries.append(Entry("default", default, default.origin))
            elif field_.node.value is not None:
                opaque = Expressions(names_).opaque(field_.node.value)
                entries.append(Entry("default", opaque, opaque.origin))
            return Mapping(tuple(entries)), EMPTY

        return read

    def _parameter(self, parameter: cst.Param) -> Callable[[], tuple[Mapping, Mapping]]:
        """Read a parameter as Terraform has a variable."""

        def read() -> tuple[Mapping, Mapping]:
            entries: list[Entry] = []
            if parameter.annotation is not None:
                annotation = parameter.annotation.annotation
                text = self.file.source.text(annotation)
                type_ = names.terraform_annotation(text)
                origin = self.file.source.origin(annotation)
                value: Value = Literal(type_) if type_ else Opaque(text, origin=origin)
                entries.append(Entry("type", value, origin))
            if parameter.default is not None:
                default = self.read.value(parameter.default)
                entries.append(Entry("default", default, default.origin))
            return Mapping(tuple(entries)), EMPTY

        return read

    def _optional_inputs(self, constructor: Scope, rest: str) -> None:
        """Declare what the constructor takes out of its ``**kwargs``."""
        source = self.file.source
        places: list[cst.Call | cst.Subscript] = [*source.all(cst.Call), *source.all(cst.Subscript)]
        for call in places:
            if (key := _taken_key(call, rest)) is None or self.file.scope_of(call) is not constructor:
                continue
            if self.unit.taken.get((Kind.INPUT, "", key)):
                self._repeated(call, key)
                continue
            resource = Resource(
                Kind.INPUT,
                "",
                self._free(Kind.INPUT, "", key),
                self._optional(call),
                origin=self.file.source.origin(call),
                scope=constructor.name,
            )
            self.names.calls[call] = Target(Kind.INPUT, "", key)
            if (binding := _taken_as(self.file, call, constructor)) is not None:
                self.names.bindings[binding] = Target(Kind.INPUT, "", key)
                self.unit.bound[resource] = binding
            self._add(resource, call)

    def _repeated(self, call: cst.Call | cst.Subscript, key: str) -> None:
        """Take a key that is read twice for the same input, where the default is the same."""
        source = self.file.source
        for resource, node in self.unit.nodes.items():
            if resource.kind is Kind.INPUT and resource.name == key and isinstance(node, (cst.Call, cst.Subscript)):
                defaults = [_default(each) for each in (node, call)]
                texts = [source.text(each) if each is not None else "" for each in defaults]
                if texts[0] == texts[1] and type(node) is type(call):
                    self.names.calls[call] = Target(Kind.INPUT, "", key)

    def _optional(self, call: cst.Call | cst.Subscript) -> Callable[[], tuple[Mapping, Mapping]]:
        """Read the default of an input that ``get`` may leave out, None if nothing else is said; ``[]`` has none."""

        def read() -> tuple[Mapping, Mapping]:
            if isinstance(call, cst.Subscript):
                return EMPTY, EMPTY
            default = _default(call)
            value = self.read.value(default) if default is not None else Literal(None)
            return Mapping((Entry("default", value, value.origin),)), EMPTY

        return read

    def _local(self, binding: Binding) -> None:
        """Declare a name that is bound once to something other than a construct."""
        value = binding.value
        if binding in self.names.bindings or value is None or self.program.makes(value):
            return
        if (held := self.program.holdings.of(self.file, value, binding.function)) is not None and held.bare:
            return
        name = self._free(Kind.LOCAL, "", binding.target)
        self.names.bindings[binding] = Target(Kind.LOCAL, "", name)
        resource = Resource(
            Kind.LOCAL,
            "",
            name,
            lambda: self._assigned(binding, value),
            origin=Origin(self.file.path, self.file.source.inner(binding.node)),
            binding=binding.target,
            scope=binding.function.name if binding.function.is_function else "",
        )
        self.unit.bound[resource] = binding
        self._add(resource, binding.node)

    def _assigned(self, binding: Binding, value: cst.BaseExpression) -> tuple[Mapping, Mapping]:
        """Read what a name is bound to; of what is changed afterwards only text and references are known."""
        read = self.read.value(value)
        if binding in self.file.changes:
            added = [self.read.value(item) for item in self.file.changes.added.get(binding, ())]
            mentions = tuple(reference for item in (read, *added) for reference in references(item))
            read = Opaque(self.file.source.text(value), mentions, origin=read.origin)
        return Mapping((Entry("value", read, read.origin),)), EMPTY


def _signature(function: cst.FunctionDef, *, own: bool) -> Signature | None:
    """Return what a constructor takes besides ``self``, its scope and its id."""
    if function.decorators or isinstance(function.params.star_arg, cst.Param):
        return None
    order = [each for each in parameters(function)[1:] if each.star not in {"*", "**"}]
    required = tuple(each.name.value for each in order[2:] if each.default is None)
    optional = tuple(each.name.value for each in order if each.name.value not in required)
    places = len(function.params.posonly_params) + len(function.params.params) - 1
    named = tuple(each.name.value for each in function.params.kwonly_params)
    return Signature(required, optional, function.params.star_kwarg is not None, own, places, named)


def _identifier(call: cst.Call) -> cst.BaseExpression | None:
    """Return the id that *call* gives to its construct."""
    positional = [argument.value for argument in call.args if argument.keyword is None and not argument.star]
    if len(positional) > 1:
        return positional[1]
    return next((a.value for a in call.args if a.keyword is not None and a.keyword.value in {"id", "id_"}), None)


def _default(call: cst.Call | cst.Subscript) -> cst.BaseExpression | None:
    """Return what ``kwargs.get`` gives where nothing is given."""
    return call.args[1].value if isinstance(call, cst.Call) and len(call.args) > 1 else None


def _taken_as(file: File, call: cst.BaseExpression, constructor: Scope) -> Binding | None:
    """Return the variable that does nothing but keep what *call* takes out of the keyword arguments."""
    match file.source.parent(call):
        case (
            cst.Assign(targets=[cst.AssignTarget(target=cst.Name(value=name))])
            | cst.AnnAssign(target=cst.Name(value=name))
        ):
            binding = constructor.names.get(name)
            return binding if binding is not None and binding.value is call else None
        case _:
            return None


def _taken_key(call: cst.Call | cst.Subscript, rest: str) -> str | None:
    """Return the key that *call* reads from the keyword arguments *rest*, or None."""
    match call:
        case cst.Subscript(
            value=cst.Name(value=base),
            slice=[cst.SubscriptElement(slice=cst.Index(value=cst.SimpleString() as key, star=None))],
        ) if base == rest:
            return key.raw_value
        case cst.Call(
            func=cst.Attribute(value=cst.Name(value=base), attr=cst.Name(value="get" | "pop")),
            args=[cst.Arg(keyword=None, value=cst.SimpleString() as key), *others],
        ) if base == rest and len(others) < 2 and not any(other.star or other.keyword for other in others):
            return key.raw_value
        case _:
            return None
