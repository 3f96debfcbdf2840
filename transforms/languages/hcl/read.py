"""Documents to components: which declarations they hold, and which of them belong together."""

from __future__ import annotations

import functools
import json
import posixpath
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Mapping as Documents
from dataclasses import replace
from typing import Any

from tree_sitter import Node

from iacfix.transforms import markdown
from iacfix.transforms.languages.hcl import check, slips, values
from iacfix.transforms.languages.hcl.syntax import KEPT, Fragment, Item, Source, body_items, header, parse, whole
from iacfix.transforms.model import (
    ABSENT,
    EMPTY,
    Assignment,
    Component,
    Document,
    Entry,
    Kind,
    Literal,
    Mapping,
    Module,
    ModuleCall,
    Opaque,
    Origin,
    Problem,
    Reference,
    Resource,
    Sequence,
    Span,
    Tree,
    Value,
    folder,
)

ENDINGS = (".tf", ".tofu", ".tfvars", ".tf.json", ".tofu.json", ".tfvars.json")
_FENCES = ("hcl", "opentofu", "terraform", "tf", "tofu")
_DECLARING = (".tf", ".tofu", ".tf.json", ".tofu.json")
_NOT_DEPLOYED = frozenset({"example", "examples", "fixtures", "test", "tests"})
_TFVARS_FOLDERS = frozenset({"config", "env", "environments", "envs", "tfvars", "vars"})

_RESOURCE_META = frozenset({"connection", "count", "depends_on", "for_each", "lifecycle", "provider", "provisioner"})
_META = {
    Kind.RESOURCE: _RESOURCE_META,
    Kind.DATA: _RESOURCE_META,
    Kind.MODULE: frozenset({"count", "depends_on", "for_each", "providers", "source", "version"}),
    Kind.PROVIDER: frozenset({"alias", "version"}),
    Kind.OUTPUT: frozenset({"depends_on"}),
}
_KINDS = {
    "data": Kind.DATA,
    "local": Kind.LOCAL,
    "module": Kind.MODULE,
    "output": Kind.OUTPUT,
    "provider": Kind.PROVIDER,
    "resource": Kind.RESOURCE,
    "terraform": Kind.SETTINGS,
    "variable": Kind.INPUT,
}


class HclComponent(Component):
    """A component that remembers what each of its documents declares."""

    sources: dict[str, Source]

    def may_lack(self, module: Module) -> bool:
        """Say whether something in the text of *module* looks like a reference to what it does not declare."""
        texts = (self.documents[path].text for path in module.documents if not is_json(path))
        return any(
            module.find(*_referred(match)) is None
            for text in texts
            for match in map(re.Match.groups, _REFERENCE.finditer(text))
        )

    def untidy(self) -> Iterator[str]:
        """Yield the paths of the documents that ``terraform fmt`` would change."""
        for path, source in self.sources.items():
            if editable(path) and not source.problems and not _is_tidy(source.document.text):
                yield path


# Iterators have a key and a value, files an ending; neither is a reference.
_REFERENCE = re.compile(
    r"""(?<![\w."/-])(?:(var|local|module)\.([\w-]+)|data\.([\w-]+)\.([\w-]+)|"""
    r"""([a-zA-Z][\w-]*_[\w-]*)\.(?!(?:json|key|md|tf|value|ya?ml)\b)([a-zA-Z_][\w-]*))"""
)
_WORDS = {"local": Kind.LOCAL, "module": Kind.MODULE, "var": Kind.INPUT}


def _referred(groups: tuple[str | None, ...]) -> tuple[Kind, str, str]:
    """Return what a match of `_REFERENCE` refers to."""
    word, name, data, of_data, type_, of_type = (group or "" for group in groups)
    if word:
        return _WORDS[word], "", name
    return (Kind.DATA, data, of_data) if data else (Kind.RESOURCE, type_, of_type)


@functools.lru_cache(maxsize=256)  # passes ask again
def _is_tidy(text: str) -> bool:
    from iacfix.transforms.languages.hcl import fmt  # noqa: PLC0415 - only runs that format need it

    try:
        return fmt.is_formatted(text)
    except ValueError:  # it would be refused
        return True


# --------------------------------------------------------------------------------------------------------------------
# Files


def claims(path: str) -> bool:
    """Say whether Terraform reads a file of this name."""
    name = posixpath.basename(path)
    return name.lower().endswith(ENDINGS) and not name.startswith(".")


def is_json(path: str) -> bool:
    """Say whether the file is in JSON syntax."""
    return path.endswith(".json")


def is_override(path: str) -> bool:
    """Say whether Terraform merges the file over the others."""
    stem = posixpath.basename(path).split(".tf", 1)[0].split(".tofu", 1)[0]
    return declares(path) and (stem == "override" or stem.endswith("_override"))


def editable(path: str) -> bool:
    """Say whether the file may be edited: override files and JSON are read only."""
    return not is_json(path) and not is_override(path)


def declares(path: str) -> bool:
    """Say whether the file is part of a module, rather than values for its inputs."""
    return path.endswith(_DECLARING)


def loaded(path: str) -> bool:
    """Say whether Terraform reads the variable file without being told."""
    name = posixpath.basename(path).removesuffix(".json")
    return name == "terraform.tfvars" or name.endswith(".auto.tfvars")


# --------------------------------------------------------------------------------------------------------------------
# Groups

_LOCAL_SOURCE = re.compile(r'\bsource"?\s*[=:]\s*"(\.{1,2}(?:/[^"$\\]*)?)"')


def group(documents: Documents[str, Document]) -> list[tuple[str, ...]]:
    """Divide documents into components: directories that call each other, with their variable files."""
    folders = {folder(path) for path in documents if declares(path)}
    leader = {name: name for name in folders}

    def find(name: str) -> str:
        while leader[name] != name:
            leader[name] = name = leader[leader[name]]
        return name

    for path, document in documents.items():
        if declares(path) and '"' in document.text:
            for match in _LOCAL_SOURCE.finditer(document.text):
                called = called_folder(folder(path), match[1])
                if called in leader:
                    leader[find(called)] = find(folder(path))
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for path in sorted(documents):
        home = folder(path) if declares(path) else _module_of_tfvars(path, folders)
        groups[find(home) if home in leader else f"\0{home}"].append(path)
    return [tuple(paths) for _, paths in sorted(groups.items(), key=lambda item: item[1])]


def called_folder(caller: str, source: str) -> str:
    """Return the folder that the local module *source* means in the folder *caller*."""
    return posixpath.normpath(posixpath.join(caller, source))


def _module_of_tfvars(path: str, folders: Iterable[str]) -> str:
    """Return the folder of the module that a variable file belongs to: its own, or the one above its environments."""
    own = folder(path)
    current = own
    while current not in folders:
        if current in {".", ""} or not _in_tfvars_folder(current):
            return own
        current = posixpath.dirname(current) or "."
    return current


def _in_tfvars_folder(path: str) -> bool:
    return any(part in _TFVARS_FOLDERS for part in path.split("/"))


# --------------------------------------------------------------------------------------------------------------------
# Documents


def source_of(document: Document) -> Source:
    """Read what *document* declares."""
    if is_json(document.path):
        return _json_source(document)
    if (problem := check.too_large(document)) is not None:
        return Source(document, problems=(problem,))
    f = (whole if len(document.text) <= KEPT else whole.__wrapped__)(document.path, document.text)
    if (problem := check.first_problem(f)) is not None:
        if (remedy := markdown.remedy(document.text, _is_legal, _FENCES)) is not None:
            problem = replace(problem, cause=markdown.CAUSE, remedy=remedy)
        elif (remedy := slips.remedy(document.text, _is_legal)) is not None:
            problem = replace(problem, cause=slips.CAUSE, remedy=remedy)
        return Source(document, problems=(problem,))
    items: list[Item] = []
    tops: list[Span] = []
    for node in f.tops:
        tops.append(f.span(node))
        items.extend(_items(f, node))
    return Source(document, tuple(items), tops=tuple(tops))


def _is_legal(text: str) -> bool:
    """Say whether *text* can be read, and declares something."""
    data = text.encode()
    f = Fragment("", text, 0, data, parse(data))
    return bool(f.tops) and check.first_problem(f) is None


def _items(f: Fragment, node: Node) -> Iterator[Item]:
    """Yield what the top-level *node* declares."""
    if node.type == "attribute":
        yield Item("attribute", (f.raw(node.children[0]),), f.span(node))
        return
    name, labels = header(f, node)
    yield Item(name, labels, f.span(node), tuple(_details(f, name, node)))
    if name == "locals":
        for item in body_items(node):
            if item.type == "attribute":
                yield Item("local", (f.raw(item.children[0]),), f.span(item))


_DETAIL = {"module": "source", "provider": "alias"}


def _details(f: Fragment, name: str, node: Node) -> Iterator[str]:
    """Yield what is needed of a block before its body is read."""
    if name == "terraform":
        yield from (f.raw(item.children[0]) for item in body_items(node))
    elif name in _DETAIL:
        for item in body_items(node):
            if item.type == "attribute" and f.raw(item.children[0]) == _DETAIL[name]:
                value = values.expression(f, item.children[-1])
                if isinstance(value, Literal):
                    yield str(value.value)


# --------------------------------------------------------------------------------------------------------------------
# Declarations


def _identity(item: Item) -> tuple[Kind, str, str, str]:
    """Return kind, type, name and address of what *item* declares."""
    kind = _KINDS.get(item.type, Kind.OTHER)
    labels = item.labels
    if kind in {Kind.RESOURCE, Kind.DATA} and len(labels) == 2:
        return kind, labels[0], labels[1], ""
    if kind is Kind.MODULE and labels:
        return kind, item.details[0] if item.details else "", labels[0], f"module.{labels[0]}"
    if kind is Kind.PROVIDER and labels:
        return kind, "", ".".join((labels[0], *item.details[:1])), ""
    if kind in {Kind.INPUT, Kind.LOCAL, Kind.OUTPUT} and len(labels) == 1:
        return kind, "", labels[0], ""
    if kind is Kind.SETTINGS:
        return kind, "terraform", "", "terraform"
    return Kind.OTHER, item.type, ".".join(labels), ".".join((item.type, *labels))


def _is_declaration(item: Item) -> bool:
    return item.type not in {"attribute", "locals"}


def _resource(source: Source, item: Item, over: list[tuple[Source, Item]]) -> Resource:
    """Return the declaration, to be read when it is asked for."""
    kind, type_, name, address = _identity(item)

    def read() -> tuple[Mapping, Mapping]:
        whole = _content(source, item, kind)
        for other, override in over:
            whole = _merged(whole, _content(other, override, kind))
        return _split(whole, _META.get(kind, frozenset()))

    origin = Origin(source.document.path, item.span)
    return Resource(kind, type_, name, read, origin=origin, address=address)


def _content(source: Source, item: Item, kind: Kind) -> Mapping:
    """Read the body of a declaration."""
    f, top = source.top(item.span.start)
    if kind is Kind.LOCAL:
        node = next(node for node in body_items(top) if f.start(node) == item.span.start)
        read = values.entry(f, node)
        return Mapping((Entry("value", read.value, read.origin),), origin=read.origin)
    body = replace(values.block(f, top), labels=())
    if kind is Kind.INPUT:
        return _each(body, lambda entry: _untyped(f, entry) if entry.name == "type" else entry.value)
    if kind in {Kind.RESOURCE, Kind.DATA, Kind.MODULE}:
        if body.names.isdisjoint({"provider", "providers"}):
            return body
        return _each(body, lambda entry: _provided(entry.name, entry.value))
    return body


def _each(body: Mapping, change: Callable[[Entry], Value]) -> Mapping:
    return replace(body, entries=tuple(replace(entry, value=change(entry)) for entry in body.entries))


def _untyped(f: Fragment, entry: Entry) -> Value:
    """Return a type constraint: it is not a value."""
    origin = entry.value.origin
    return Opaque(f.slice(*origin.span), origin=origin) if origin is not None else entry.value


def _provided(name: str, value: Value) -> Value:
    """Return what ``provider`` and ``providers`` are set to: there, ``aws.west`` is no resource."""
    if name == "providers" and isinstance(value, Mapping):
        return _each(value, lambda entry: _provided("provider", entry.value))
    if name != "provider":
        return value
    match value:
        case Reference(kind=Kind.RESOURCE, type=provider, name=alias, path=()):
            return Reference(Kind.PROVIDER, "", f"{provider}.{alias}", origin=value.origin)
        case Opaque(text=text) if text.isidentifier() or re.fullmatch(r"[\w-]+", text):
            return Reference(Kind.PROVIDER, "", text, origin=value.origin)
        case _:
            return value


def _split(whole: Mapping, meta: frozenset[str]) -> tuple[Mapping, Mapping]:
    """Divide a body into arguments and what Terraform itself reads."""
    if not meta or not any(entry.name in meta for entry in whole.entries):
        return whole, replace(whole, entries=())
    own = tuple(entry for entry in whole.entries if entry.name not in meta)
    return replace(whole, entries=own), replace(whole, entries=tuple(e for e in whole.entries if e.name in meta))


def _merged(whole: Mapping, over: Mapping) -> Mapping:
    """Lay an override's body over another: attributes replace their namesakes, blocks all blocks of their name."""
    names = over.names
    old_lifecycle, new_lifecycle = whole.entry("lifecycle"), over.entry("lifecycle")
    kept = tuple(entry for entry in whole.entries if entry.name not in names)
    added = over.entries
    if (
        old_lifecycle is not None
        and new_lifecycle is not None
        and isinstance(old_lifecycle.value, Mapping)
        and isinstance(new_lifecycle.value, Mapping)
    ):
        both = replace(new_lifecycle, value=_merged(old_lifecycle.value, new_lifecycle.value))
        added = tuple(both if entry is new_lifecycle else entry for entry in added)
    return replace(whole, entries=(*kept, *added))


# --------------------------------------------------------------------------------------------------------------------
# Components


def read(documents: Documents[str, Document], tree: Tree, previous: Component | None = None) -> HclComponent:
    """Read one component; documents that are as they were are not parsed again."""
    known = previous.sources if isinstance(previous, HclComponent) else {}
    sources = {
        path: old if (old := known.get(path)) is not None and old.document == document else source_of(document)
        for path, document in documents.items()
    }
    problems = [problem for source in sources.values() for problem in source.problems]
    folders: defaultdict[str, list[Source]] = defaultdict(list)
    for path, source in sorted(sources.items()):
        if declares(path):
            folders[folder(path)].append(source)
    called = {
        called_folder(path, item.details[0])
        for path, group_ in folders.items()
        for source in group_
        for item in source.items
        if item.type == "module" and item.details and item.details[0].startswith(".")
    }
    modules: list[Module] = []
    for path, group_ in sorted(folders.items()):
        resources, wrong = _declarations(group_)
        problems += wrong
        assignments = tuple(_assignments(path, folders, sources, resources))
        modules.append(
            Module(
                path,
                "hcl",
                resources,
                tuple(source.document.path for source in group_),
                deployable=path not in called and _deployed(path, group_, assignments),
                assignments=assignments,
            )
        )
    problems += _missing_folders(modules, tree)
    component = HclComponent("hcl", dict(documents), tuple(modules), tuple(_calls(modules)), tuple(problems), tree)
    component.sources = sources
    return component


def _missing_folders(modules: list[Module], tree: Tree) -> Iterator[Problem]:
    """Yield the local module calls whose directory is not in the repository, where all of it can be seen."""
    if not tree.closed:
        return
    for caller in modules:
        for call in caller.of(Kind.MODULE):
            if call.origin is None or not call.type.startswith((".", "./", "../")):
                continue
            folder_ = called_folder(caller.path, call.type)
            if folder_.startswith("..") or any(path.startswith(f"{folder_}/") for path in tree.paths()):
                continue
            if folder_ != ".":
                source = call.meta.get("source")
                origin = source.origin if source is not None and source.origin is not None else call.origin
                yield Problem(f"there is no directory {folder_} for {call.address}", origin, cause=ABSENT)


def _calls(modules: list[Module]) -> Iterator[ModuleCall]:
    by_path = {module.path: module for module in modules}
    for caller in modules:
        for call in caller.of(Kind.MODULE):
            if call.type.startswith(".") and (module := by_path.get(called_folder(caller.path, call.type))) is not None:
                yield ModuleCall(caller, call, module)


def _deployed(path: str, sources: list[Source], assignments: tuple[Assignment, ...]) -> bool:
    """Say whether somebody deploys the module by itself, as far as its own files tell."""
    if not _NOT_DEPLOYED.isdisjoint(path.split("/")):
        return False
    return bool(assignments) or any(
        item.type == "provider" or (item.type == "terraform" and not {"backend", "cloud"}.isdisjoint(item.details))
        for source in sources
        for item in source.items
    )


def _declarations(sources: list[Source]) -> tuple[tuple[Resource, ...], list[Problem]]:
    """Return what the files of a module declare, and what they declare twice."""
    overrides: defaultdict[tuple[object, ...], list[tuple[Source, Item]]] = defaultdict(list)
    for source in sources:
        if is_override(source.document.path):
            for item in filter(_is_declaration, source.items):
                overrides[_key(item)].append((source, item))
    first: dict[tuple[object, ...], Source] = {}
    resources: list[Resource] = []
    problems: list[Problem] = []
    for source in sources:
        if is_override(source.document.path):
            continue
        for item in filter(_is_declaration, source.items):
            key = _key(item)
            over = overrides.pop(key, []) if item.type != "terraform" else []
            resources.append(
                _json_resource(source, item) if is_json(source.document.path) else _resource(source, item, over)
            )
            if key in first and _clash(first[key], source):
                problems.append(_twice(resources[-1], first[key]))
            elif _unique(item):
                first.setdefault(key, source)
    for rest in overrides.values():
        source, item = rest[0]
        resources.append(
            _json_resource(source, item) if is_json(source.document.path) else _resource(source, item, rest[1:])
        )
    return tuple(resources), problems


def _key(item: Item) -> tuple[object, ...]:
    kind, type_, name, _ = _identity(item)
    return kind, "" if kind is Kind.MODULE else type_, name


def _unique(item: Item) -> bool:
    return _KINDS.get(item.type, Kind.OTHER) not in {Kind.OTHER, Kind.SETTINGS}


def _clash(first: Source, second: Source) -> bool:
    """Say whether two files count together: OpenTofu reads ``x.tofu`` in place of ``x.tf``."""
    return (".tofu" in first.document.path) == (".tofu" in second.document.path)


def _twice(resource: Resource, source: Source) -> Problem:
    origin = resource.origin
    assert origin is not None  # noqa: S101 - a declaration was read from somewhere
    return Problem(f"{resource.address} is declared already, in {source.document.path}", origin, unread=False)


def _assignments(
    path: str,
    folders: Documents[str, list[Source]],
    sources: Documents[str, Source],
    resources: tuple[Resource, ...],
) -> Iterator[Assignment]:
    """Yield what the variable files of the module in the folder *path* set."""
    names = {resource.name for resource in resources if resource.kind is Kind.INPUT}
    for file, source in sorted(sources.items()):
        if declares(file) or _module_of_tfvars(file, folders) != path:
            continue
        found = list(_assigned(source))
        if folder(file) == path or not names.isdisjoint(name for name, _ in found):
            for name, value in found:
                yield Assignment(file, name, value, folder(file) == path and loaded(file))


def _assigned(source: Source) -> Iterator[tuple[str, Value]]:
    for item in source.items:
        if item.type == "attribute":
            if is_json(source.document.path):
                yield item.labels[0], _json_value(_json_object(source).get(item.labels[0]))
            else:
                yield item.labels[0], values.entry(*source.top(item.span.start)).value


# --------------------------------------------------------------------------------------------------------------------
# JSON


def _json_object(source: Source) -> dict[str, Any]:
    loaded_ = json.loads(source.document.text)
    return loaded_ if isinstance(loaded_, dict) else {}


def _json_source(document: Document) -> Source:
    """Read a file in JSON syntax: what it declares, without places."""
    if (problem := check.too_large(document)) is not None:
        return Source(document, problems=(problem,))
    start = Origin(document.path, Span(0, 0))
    try:
        content = json.loads(document.text)
    except json.JSONDecodeError as error:
        return Source(document, problems=(Problem(error.msg, Origin(document.path, Span(error.pos, error.pos))),))
    except (RecursionError, ValueError) as error:
        return Source(document, problems=(Problem(str(error), start),))
    if not isinstance(content, dict):
        return Source(document, problems=(Problem("not an object", start),))
    if not declares(document.path):
        return Source(document, tuple(Item("attribute", (name,), Span(0, 0)) for name in content))
    return Source(document, tuple(item for item, _ in _json_items(content)))


_LABELS = {"resource": 2, "data": 2, "variable": 1, "output": 1, "module": 1, "provider": 1}


def _json_items(content: dict[str, Any]) -> Iterator[tuple[Item, dict[str, Any]]]:
    """Yield the declarations of a file, each with its body."""
    for type_, blocks in content.items():
        if type_ == "locals":
            for entries in _objects(blocks):
                for name, value in entries.items():
                    yield Item("local", (name,), Span(0, 0)), {"value": value}
        else:
            for labels, body in _labelled(blocks, _LABELS.get(type_, 0)):
                details = tuple(body) if type_ == "terraform" else (body.get(_DETAIL.get(type_, "")),)
                yield Item(type_, labels, Span(0, 0), tuple(d for d in details if isinstance(d, str))), body


def _objects(value: object) -> Iterator[dict[str, Any]]:
    for inner in value if isinstance(value, list) else [value]:
        if isinstance(inner, dict):
            yield inner


def _labelled(value: object, depth: int) -> Iterator[tuple[tuple[str, ...], dict[str, Any]]]:
    for inner in _objects(value):
        if depth == 0:
            yield (), inner
            continue
        for label, rest in inner.items():
            for labels, body in _labelled(rest, depth - 1):
                yield (label, *labels), body


def _json_resource(source: Source, item: Item) -> Resource:
    kind, type_, name, address = _identity(item)

    def read_() -> tuple[Mapping, Mapping]:
        for other, body in _json_items(_json_object(source)):
            if other == item:
                value = _json_value(body)
                return _split(value if isinstance(value, Mapping) else EMPTY, _META.get(kind, frozenset()))
        return EMPTY, EMPTY

    return Resource(kind, type_, name, read_, origin=Origin(source.document.path, item.span), address=address)


def _json_value(value: object) -> Value:
    """Return a value of a JSON file; strings with templates are not looked into."""
    match value:
        case dict():
            return Mapping(tuple(Entry(str(key), _json_value(inner)) for key, inner in value.items()))
        case list():
            return Sequence(tuple(map(_json_value, value)))
        case str() if "${" in value or "%{" in value:
            return Opaque(value)
        case str() | int() | float() | None:
            return Literal(value)
        case _:
            return Opaque(str(value))
