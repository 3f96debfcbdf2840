"""What the neutral edits mean for the text of Terraform files."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from iacfix.transforms.edits import (
    AppendLine,
    Assign,
    CreateFile,
    DeclareInput,
    DeclareLocal,
    Edit,
    InsertArgument,
    InsertItem,
    InsertResource,
    MoveArgument,
    Reformat,
    RemoveArgument,
    RemoveItem,
    RemoveResource,
    RenameArgument,
    Replace,
    ReplaceText,
    RequireProvider,
    RetypeResource,
    SetRegion,
    Splice,
    ToArgument,
    ToBlock,
    Unsayable,
    UnwrapBlock,
    trimmed,
)
from iacfix.transforms.languages.hcl import fmt, strings
from iacfix.transforms.languages.hcl.body import Body, Line, body_of
from iacfix.transforms.languages.hcl.layout import Box, Change, box_of
from iacfix.transforms.languages.hcl.print import Printer, Style
from iacfix.transforms.languages.hcl.read import HclComponent, editable
from iacfix.transforms.languages.hcl.recast import Recast, moved
from iacfix.transforms.languages.hcl.syntax import Item, Source, walk
from iacfix.transforms.model import (
    Document,
    Dynamic,
    Entry,
    Kind,
    Literal,
    Mapping,
    Module,
    Opaque,
    Origin,
    Resource,
    Span,
    Value,
)
from iacfix.transforms.text import changes

_RANK_OF_INPUTS = 1
_RANK_OF_LOCALS = 2
_RANK_OF_RESOURCES = 3
_LICENCE = re.compile(r"licen[cs]e|copyright|spdx", re.IGNORECASE)
_WORDS = {
    Kind.RESOURCE: "resource",
    Kind.DATA: "data",
    Kind.INPUT: "variable",
    Kind.OUTPUT: "output",
    Kind.MODULE: "module",
    Kind.PROVIDER: "provider",
    Kind.SETTINGS: "terraform",
}
_HEAD = ("source", "version", "providers", "provider", "alias", "count", "for_each")
_FOOT = ("connection", "provisioner", "lifecycle", "depends_on")


class Editor:
    """Turns edits of one component into splices."""

    def __init__(self, component: HclComponent) -> None:
        """Edit the documents of *component*."""
        self._component = component
        self._printer = Printer(component)

    def splices(self, edit: Edit) -> list[Splice]:
        """Return what *edit* means; raises `Unsayable`."""
        splices = self._splices(edit)
        for splice in splices:
            if not editable(splice.path):
                raise Unsayable(f"{splice.path} is only read: override files and JSON are left alone")
        return splices

    def _splices(self, edit: Edit) -> list[Splice]:
        match edit:
            case Replace():
                return self._replace(edit)
            case InsertArgument():
                return self._insert_argument(edit)
            case RemoveArgument():
                return self._remove_argument(edit)
            case RenameArgument():
                return self._rename_argument(edit)
            case MoveArgument():
                return self._move_arguments(edit)
            case UnwrapBlock():
                names = (splice for rename in edit.renamed for splice in self._rename_argument(rename))
                return [*self._at(_origin(edit.owner), *self._recast(edit).unwrapped()), *names]
            case ToBlock():
                return self._at(_origin(edit.owner), self._recast(edit).blocks())
            case ToArgument():
                return self._at(_origin(edit.owner), self._recast(edit).argument(edit.of))
            case RetypeResource(resource=resource, type=type_):
                return self._retype(resource, type_)
            case InsertItem(sequence=sequence, index=index, value=value):
                box = self._box(sequence)
                style = self._printer.beside(self._printer.inside(box), sequence.items[-1] if sequence.items else None)
                return self._at(_origin(sequence), box.insert(index, self._printer.value(value, style)))
            case RemoveItem(sequence=sequence, index=index):
                return self._at(_origin(sequence), self._box(sequence).remove(index))
            case InsertResource():
                return self._insert_resource(edit)
            case RemoveResource(resource=resource):
                return self._remove_resource(resource)
            case DeclareInput():
                return self._declare_input(edit)
            case DeclareLocal():
                return self._declare_local(edit)
            case RequireProvider():
                return self._require_provider(edit)
            case Assign():
                return self._assign(edit)
            case Reformat(path=path):
                return self._reformat(path)
            case CreateFile(path=path, text=text):
                if self._document(path) is not None or self._exists(path):
                    raise Unsayable(f"{path} is there already")
                return [Splice(path, 0, 0, text, creates=True)]
            case ReplaceText() | AppendLine() | SetRegion():
                raise Unsayable(f"{edit.path} is not a Terraform file")
            case _:
                raise Unsayable("Terraform has no imports")

    # ------------------------------------------------------------------------------------------------ values

    def _at(self, origin: Origin, *changes: Change) -> list[Splice]:
        return [Splice(origin.path, *change) for change in changes]

    def _replace(self, edit: Replace) -> list[Splice]:
        origin = _origin(edit.old)
        before = self._component.source(origin)
        text = self._printer.replacement(edit.old, edit.new)
        return [] if text == before else [trimmed(Splice(origin.path, *origin.span, text), before)]

    def _box(self, value: Value) -> Box:
        """Return the brackets of a list or an object."""
        again = self._printer.reread(_origin(value), block=False)
        box = box_of(again.fragment, again.node) if again is not None else None
        if box is None:
            raise Unsayable("the brackets are not where they were expected")
        return box

    # ------------------------------------------------------------------------------------------------ arguments

    def _body(self, owner: Mapping | Dynamic) -> Body:
        """Return the braces of a block."""
        origin = _origin(owner)
        again = self._printer.reread(origin, block=True)
        if again is None:
            raise Unsayable("the braces are not where they were expected")
        return self._printer.body_of(again, owner)

    def _insert_argument(self, edit: InsertArgument) -> list[Splice]:
        into, name, value = edit.into, edit.name, edit.value
        if edit.resource.kind is Kind.LOCAL and into in {edit.resource.body, edit.resource.meta}:
            raise Unsayable("a local value has no arguments")
        if not into.block:
            return self._insert_entry(into, name, value, edit.after)
        body = self._body(into)
        is_block = isinstance(value, Dynamic) or (isinstance(value, Mapping) and value.block)
        style = Style(body.indent, body.newline)
        text = self._printer.block(Entry(name, value), style) if is_block else self._printer.value(value, style)
        return self._at(_origin(into), body.insert(name, text, is_block=is_block, after=edit.after))

    def _insert_entry(self, into: Mapping, name: str, value: Value, after: str) -> list[Splice]:
        """Write one more entry into an object."""
        names = [entry.name for entry in into.entries]
        index = names.index(after) + 1 if after in names else len(names)
        return self._at(_origin(into), self._printer.insertion(self._box(into), index, Entry(name, value)))

    def _line(self, body: Body, entry: Entry) -> Line:
        line = next((line for line in body.lines if entry.origin and line.span.start == entry.origin.span.start), None)
        if line is None:
            raise Unsayable("the argument is not where it was expected")
        return line

    def _remove_argument(self, edit: RemoveArgument) -> list[Splice]:
        if edit.resource.kind is Kind.LOCAL and edit.owner is edit.resource.body:
            return self._remove_resource(edit.resource)
        if edit.entry.origin is None:
            raise Unsayable("the argument was not read from a file")
        origin = Origin(edit.entry.origin.path, _origin(edit.owner).span)
        if edit.owner.origin is None or origin.path != edit.owner.origin.path:
            raise Unsayable(f"{origin.path} is only read: override files and JSON are left alone")
        if edit.owner.block:
            body = self._body(edit.owner)
            return self._at(origin, body.remove(self._line(body, edit.entry)))
        box = self._box(edit.owner)
        index = [span.start for span in box.elements].index(edit.entry.origin.span.start)
        return self._at(origin, box.remove(index))

    def _rename_argument(self, edit: RenameArgument) -> list[Splice]:
        """Put another name before the sign, in the room that the old one had."""
        origin = edit.entry.origin
        if origin is None:
            raise Unsayable("the argument was not read from a file")
        text = self._component.source(origin)
        if isinstance(edit.entry.value, Dynamic):
            return self._rename_dynamic(edit, edit.entry.value)
        key = re.match(r'"(?:[^"\\]|\\.)*"|[\w-]+', text)
        if key is None:
            raise Unsayable("the key is an expression")
        quoted = key[0].startswith('"') or not strings.IDENTIFIER.fullmatch(edit.name)
        name = f'"{strings.quoted(edit.name)}"' if quoted else edit.name
        end = key.end()
        room = re.compile(r" +(?==(?!=))").match(text, end)
        if room is not None and len(room[0]) > 1:
            name = f"{name:<{max(room.end() - 1, len(name))}} "
            end = room.end()
        return [Splice(origin.path, origin.span.start, origin.span.start + end, name)]

    def _rename_dynamic(self, edit: RenameArgument, dynamic: Dynamic) -> list[Splice]:
        """Put another label on a dynamic block, and on what it gives to its content where it has no iterator."""
        origin, name = _origin(dynamic), edit.entry.name
        label = self._component.documents[origin.path].text.rindex(name, 0, origin.span.start)
        spans = [Span(label, label + len(name))]
        again = self._printer.reread(origin, block=True) if not dynamic.iterator else None
        if again is not None:
            nodes = (node for _, node in walk(again.node) if node.type == "variable_expr")
            spans += [again.fragment.span(node) for node in nodes if again.fragment.raw(node) == name]
        return [Splice(origin.path, *span, edit.name) for span in spans]

    def _recast(self, edit: UnwrapBlock | ToBlock | ToArgument) -> Recast:
        if edit.entry.origin is None or edit.entry.origin.path != _origin(edit.owner).path or not edit.owner.block:
            raise Unsayable("the argument does not stand in a block of that file")
        body = self._body(edit.owner)
        return Recast(self._printer, body, self._line(body, edit.entry), edit.entry)

    def _move_arguments(self, edit: MoveArgument) -> list[Splice]:
        origin = _origin(edit.owner)
        if any(entry.origin is None or entry.origin.path != origin.path for entry in edit.entries):
            raise Unsayable("the argument does not stand in that file")
        if not isinstance(edit.into, str) and _origin(edit.into).path != origin.path:
            raise Unsayable(f"it belongs into {_origin(edit.into).path}, another file")
        body = self._body(edit.owner)
        lines = [self._line(body, entry) for entry in edit.entries]
        into = edit.into if isinstance(edit.into, str) else self._body(edit.into)
        return self._at(origin, *moved(body, lines, into))

    def _retype(self, resource: Resource, type_: str) -> list[Splice]:
        """Put another type into the head of a declaration."""
        if resource.origin is None:
            raise Unsayable("the resource was not read from a file")
        head = re.match(r'(\w+\s+"?)([\w-]+)', self._component.source(resource.origin))
        if head is None or head[2] != resource.type:
            raise Unsayable("the type is not where it was expected")
        start = resource.origin.span.start
        return [Splice(resource.origin.path, start + head.start(2), start + head.end(2), type_)]

    # ------------------------------------------------------------------------------------------------ files

    def _reformat(self, path: str) -> list[Splice]:
        """Lay a file out as ``terraform fmt`` does."""
        document = self._document(path)
        if document is None:
            raise Unsayable(f"{path} is not among the files that were read")
        try:
            text = fmt.format_text(document.text)
        except ValueError as error:
            raise Unsayable(f"{path} cannot be formatted: {error}") from error
        return [Splice(path, *span, new) for span, new in changes(document.text, text)]

    def _document(self, path: str) -> Document | None:
        return self._component.documents.get(path)

    def _exists(self, path: str) -> bool:
        tree = self._component.tree
        return tree is not None and path in tree.paths()

    def _sources(self, module: Module) -> Iterator[Source]:
        """Yield the files of *module* that may be edited."""
        for path in module.documents:
            source = self._component.sources.get(path)
            if source is not None and editable(path) and not source.problems:
                yield source

    def _named(self, module: Module, *names: str) -> Source | None:
        """Return the file of *module* that has the first of *names*."""
        by_name = {posixpath.basename(source.document.path): source for source in self._sources(module)}
        return next((by_name[name] for name in names if name in by_name), None)

    def _fullest(self, module: Module, *types: str) -> Source | None:
        """Return the file of *module* that has most items of *types*."""
        counted = [(sum(item.type in types for item in s.items), s) for s in self._sources(module)]
        return max((pair for pair in counted if pair[0]), key=lambda pair: pair[0], default=(0, None))[1]

    def _newline(self, module: Module) -> str:
        return next((source.document.newline for source in self._sources(module)), "\n")

    def _path(self, module: Module, name: str) -> str:
        if module.documents and all(".tofu" in posixpath.basename(path) for path in module.documents):
            name = name.replace(".tf", ".tofu")
        return posixpath.normpath(posixpath.join(module.path, name))

    def _created(self, module: Module, name: str, text: str, rank: int) -> list[Splice]:
        """Begin a file of *module*, or go on with one that another edit begins."""
        path = self._path(module, name)
        if path in self._component.documents or self._exists(path):
            raise Unsayable(f"{path} cannot be edited")
        newline = self._newline(module)
        return [Splice(path, 0, 0, f"{newline}{_lines(text, newline)}{newline}", rank, creates=True)]

    def _appended(self, document: Document, text: str, rank: int) -> list[Splice]:
        """Write a block at the end of a file."""
        end = len(document.text.rstrip())
        if not end:
            return [Splice(document.path, 0, len(document.text), _lines(f"{text}\n", document.newline), rank)]
        return [Splice(document.path, end, end, _lines(f"\n\n{text}", document.newline), rank)]

    def _after(self, source: Source, span: Span, text: str, rank: int) -> list[Splice]:
        """Write a block behind another one."""
        document = source.document
        line = document.text[span.end :].partition("\n")[0].rstrip()
        at = span.end + (len(line) if line.lstrip().startswith(("#", "//")) else 0)
        return [Splice(document.path, at, at, _lines(f"\n\n{text}", document.newline), rank)]

    def _before(self, source: Source, span: Span, text: str) -> list[Splice]:
        """Write a block in front of another one, and of the comment that belongs to it."""
        document = source.document
        top = next((top for top in source.tops if top.start <= span.start < top.end), span)
        head = document.text[: document.line_start(top.start)]
        attached = _comment_above(head)
        at = len(head) if _LICENCE.search(head[attached:]) else attached
        return [Splice(document.path, at, at, _lines(f"{text}\n\n", document.newline), _RANK_OF_RESOURCES)]

    # ------------------------------------------------------------------------------------------------ declarations

    def _declare_input(self, edit: DeclareInput) -> list[Splice]:
        if edit.module.find(Kind.INPUT, "", edit.name) is not None:
            return []
        entries = [Entry("description", Literal(edit.description))] if edit.description else []
        entries += [Entry("type", Opaque(edit.type))] if edit.type else []
        entries += [Entry("default", edit.default)] if edit.default is not None else []
        text = f'variable "{edit.name}" {self._printer.body(tuple(entries), Style())}'
        source = self._named(edit.module, "variables.tf", "variables.tofu") or self._fullest(edit.module, "variable")
        if source is None:
            return self._created(edit.module, "variables.tf", text, _RANK_OF_INPUTS)
        return self._beside_inputs(source, text, _RANK_OF_INPUTS)

    def _beside_inputs(self, source: Source, text: str, rank: int) -> list[Splice]:
        """Write a block behind the last variable of a file, or at its end: behind comments that come last too."""
        inputs = [item.span for item in source.items if item.type == "variable"]
        if inputs and inputs[-1] != source.items[-1].span:
            return self._after(source, inputs[-1], text, rank)
        return self._appended(source.document, text, rank)

    def _declare_local(self, edit: DeclareLocal) -> list[Splice]:
        module = edit.module
        if module.find(Kind.LOCAL, "", edit.name) is not None:
            return []
        holder = self._named(module, "locals.tf", "locals.tofu")
        for source in filter(None, (holder, *self._sources(module))):
            for item in source.items:
                if item.type == "locals":
                    body = self._body_at(source, item)
                    text = self._printer.value(edit.value, Style(body.indent, body.newline))
                    last = body.lines[-1].name if body.lines else ""
                    change = body.insert(edit.name, text, is_block=False, after=last)
                    return self._at(Origin(source.document.path, item.span), change)
        text = f"locals {self._printer.body((Entry(edit.name, edit.value),), Style())}"
        if holder is not None:
            return self._appended(holder.document, text, _RANK_OF_LOCALS)
        beside = self._fullest(module, "variable")
        if beside is not None:
            return self._beside_inputs(beside, text, _RANK_OF_LOCALS)
        home = self._named(module, "main.tf", "main.tofu") or self._home_of(edit.users)
        if home is not None:
            return self._appended(home.document, text, _RANK_OF_LOCALS)
        return self._created(module, "locals.tf", text, _RANK_OF_LOCALS)

    def _home_of(self, users: tuple[Resource, ...]) -> Source | None:
        """Return the first file that one of *users* stands in."""
        paths = (user.origin.path for user in users if user.origin is not None)
        return next((self._component.sources[path] for path in paths if editable(path)), None)

    def _body_at(self, source: Source, item: Item) -> Body:
        """Return the braces of a top-level block."""
        f, top = source.top(item.span.start)
        return body_of(f, top, source.document.indent(item.span.start), source.document.newline)

    def _require_provider(self, edit: RequireProvider) -> list[Splice]:
        settings = [r for r in edit.module.of(Kind.SETTINGS) if r.origin is not None]
        if any(
            isinstance(required, Mapping) and edit.name in required.names
            for resource in settings
            for required in resource.all("required_providers")
        ):
            return []
        pairs = [("source", edit.source), *([("version", edit.version)] if edit.version else [])]
        value = Mapping(tuple(Entry(name, Literal(text)) for name, text in pairs))
        entry = Entry(edit.name, value)
        for resource in settings:
            required = resource.get("required_providers")
            if isinstance(required, Mapping) and required.origin is not None:
                # In the order of names, so that it does not matter which of several comes first.
                lesser = max((name for name in required.names if name < edit.name), default="")
                body = self._body(required)
                text = self._printer.value(value, Style(body.indent, body.newline))
                place = None if lesser else -1
                change = body.insert(edit.name, text, is_block=False, after=lesser, place=place)
                return self._at(_origin(required), change)
        block = Mapping((entry,), block=True)
        for resource in settings:
            if resource.body.origin is not None and editable(resource.body.origin.path):
                return self._insert_argument(InsertArgument(resource, resource.body, "required_providers", block))
        return self._settings(
            edit.module, f"terraform {self._printer.body((Entry('required_providers', block),), Style())}"
        )

    def _settings(self, module: Module, text: str) -> list[Splice]:
        """Write a terraform block where a person looks for it."""
        home = self._named(
            module, "versions.tf", "terraform.tf", "providers.tf", "main.tf", "versions.tofu", "main.tofu"
        )
        if home is None:
            return self._created(module, "versions.tf", text, 0)
        return self._at_top(home, text)

    def _at_top(self, source: Source, text: str) -> list[Splice]:
        """Write a block before all others, behind the comment that a file begins with if it is of the whole file."""
        document = source.document
        if not source.tops:
            return self._appended(document, text, 0)
        first = document.line_start(source.tops[0].start)
        head = document.text[:first]
        attached = _comment_above(head)
        at = first if _LICENCE.search(head[attached:]) else attached
        return [Splice(document.path, at, at, _lines(f"{text}\n\n", document.newline))]

    def _assign(self, edit: Assign) -> list[Splice]:
        source = self._component.sources.get(edit.path)
        if source is None:
            if self._exists(edit.path):
                raise Unsayable(f"{edit.path} is not among the files that were read")
            text = self._printer.value(edit.value, Style())
            return [Splice(edit.path, 0, 0, f"{edit.name} = {text}\n", creates=True)]
        if source.problems:
            raise Unsayable(f"{edit.path} cannot be read")
        document = source.document
        for item in source.items:
            if item.labels == (edit.name,):
                f, top = source.top(item.span.start)
                old = f.origin(top.children[-1])
                text = self._printer.value(edit.value, Style(newline=document.newline))
                before = self._component.source(old)
                return [] if text == before else [trimmed(Splice(document.path, *old.span, text), before)]
        return self._append_assignment(source, edit)

    def _append_assignment(self, source: Source, edit: Assign) -> list[Splice]:
        """Write one more line at the end of a variable file."""
        document = source.document
        text = self._printer.value(edit.value, Style(newline=document.newline))
        end = len(document.text.rstrip())
        if not end:
            return [Splice(document.path, 0, len(document.text), f"{edit.name} = {text}{document.newline}")]
        name = edit.name
        if source.tops and not document.text[source.tops[-1].end : end].strip(" \t"):
            last = document.text[slice(*source.tops[-1])]
            if "\n" not in last and "\n" not in text:
                name = f"{name:<{last.index('=') - 1}}"
        return [Splice(document.path, end, end, f"{document.newline}{name} = {text}")]

    # ------------------------------------------------------------------------------------------------ resources

    def _insert_resource(self, edit: InsertResource) -> list[Splice]:
        resource, module = edit.resource, edit.module
        if resource.kind is Kind.LOCAL:
            value = resource.value
            if value is None:
                raise Unsayable("a local value needs a value")
            return self._declare_local(DeclareLocal(module, resource.name, value))
        text = self._declaration(resource)
        after = edit.after
        if after is not None and after.origin is not None and editable(after.origin.path) and not edit.path:
            span = after.origin.span
            if after.kind is Kind.LOCAL:
                source = self._component.sources[after.origin.path]
                span = next(top for top in source.tops if top.start <= span.start < top.end)
            return self._after(self._component.sources[after.origin.path], span, text, _RANK_OF_RESOURCES)
        if edit.path:
            document = self._document(edit.path)
            if document is not None:
                return self._appended(document, text, _RANK_OF_RESOURCES)
            newline = self._newline(module)
            whole = f"{newline}{_lines(text, newline)}{newline}"
            return [Splice(edit.path, 0, 0, whole, _RANK_OF_RESOURCES, creates=True)]
        if resource.kind is Kind.SETTINGS:
            return self._settings(module, text)
        return self._where_its_kind_is(module, resource, text, edit.before)

    def _where_its_kind_is(
        self, module: Module, resource: Resource, text: str, before: Resource | None
    ) -> list[Splice]:
        """Write a declaration behind the last one of its type, or in the file with most of its kind."""
        word = _WORDS.get(resource.kind, resource.type)
        if resource.kind is Kind.DATA and (home := self._named(module, "data.tf", "data.tofu")) is not None:
            return self._appended(home.document, text, _RANK_OF_RESOURCES)
        same = [
            r
            for r in module.of(resource.kind)
            if r.type == resource.type and r.origin is not None and editable(r.origin.path)
        ]
        if same and same[-1].origin is not None and resource.kind in {Kind.RESOURCE, Kind.DATA}:
            origin = same[-1].origin
            return self._after(self._component.sources[origin.path], origin.span, text, _RANK_OF_RESOURCES)
        beside = self._fullest(module, word) if resource.kind is Kind.DATA else None
        if beside is not None and _is_home(beside, word, before):
            last = [item.span for item in beside.items if item.type == word][-1]
            return self._after(beside, last, text, _RANK_OF_RESOURCES)
        if before is not None and before.origin is not None and editable(before.origin.path):
            return self._before(self._component.sources[before.origin.path], before.origin.span, text)
        source = (
            self._fullest(module, word)
            or self._named(module, {"output": "outputs.tf", "variable": "variables.tf"}.get(word, "main.tf"))
            or self._fullest(module, "resource")
        )
        if source is not None:
            return self._appended(source.document, text, _RANK_OF_RESOURCES)
        return self._created(module, "main.tf", text, _RANK_OF_RESOURCES)

    def _declaration(self, resource: Resource) -> str:
        """Return a whole block."""
        kind = resource.kind
        labels: tuple[str, ...] = ()
        if kind in {Kind.RESOURCE, Kind.DATA}:
            labels = (resource.type, resource.name)
        elif kind is Kind.PROVIDER:
            labels = (resource.name.partition(".")[0],)
        elif kind in {Kind.INPUT, Kind.OUTPUT, Kind.MODULE} or (kind is Kind.OTHER and resource.name):
            labels = (resource.name,)
        elif kind not in {Kind.OTHER, Kind.SETTINGS}:
            raise Unsayable(f"Terraform has no declaration of a {kind}")
        meta = list(resource.meta.entries)
        names = {entry.name for entry in (*meta, *resource.body.entries)}
        if kind is Kind.MODULE and "source" not in names:
            meta.append(Entry("source", Literal(resource.type)))
        if kind is Kind.PROVIDER and "." in resource.name and "alias" not in names:
            meta.append(Entry("alias", Literal(resource.name.partition(".")[2])))
        word = _WORDS.get(kind, resource.type)
        return " ".join((word, *(f'"{label}"' for label in labels), self._whole_body(resource, meta)))

    def _whole_body(self, resource: Resource, meta: list[Entry]) -> str:
        """Return the braces of a declaration: what Terraform reads first, arguments, blocks, what it reads last."""
        head = tuple(sorted((e for e in meta if e.name in _HEAD), key=lambda e: _HEAD.index(e.name)))
        foot = tuple(sorted((e for e in meta if e.name not in _HEAD), key=lambda e: _FOOT.index(e.name)))
        style = Style("  ")
        entries = resource.body.entries
        merged = resource.kind in {Kind.MODULE, Kind.PROVIDER}
        groups = [(*head, *entries), foot] if merged else [head, entries, foot]
        texts = ["\n\n".join(self._printer.groups(group, style)) for group in groups if group]
        return "{\n" + "\n\n".join(texts) + "\n}" if texts else "{}"

    def _remove_resource(self, resource: Resource) -> list[Splice]:
        origin = resource.origin
        if origin is None or origin.span.start == origin.span.end:
            raise Unsayable(f"{resource.address} was not read from a file that can be edited")
        source = self._component.sources[origin.path]
        if resource.kind is Kind.LOCAL:
            item = next(
                i for i in source.items if i.type == "locals" and i.span.start <= origin.span.start < i.span.end
            )
            body = self._body_at(source, item)
            if len(body.lines) > 1:
                line = next(line for line in body.lines if line.span.start == origin.span.start)
                return self._at(origin, body.remove(line))
            origin = Origin(origin.path, item.span)
        return [Splice(origin.path, *_whole_lines(source.document, origin.span), "")]


def _origin(value: Value) -> Origin:
    if value.origin is None:
        raise Unsayable("the value was not read from a file")
    return value.origin


def _is_home(source: Source, word: str, user: Resource | None) -> bool:
    """Say whether declarations of *word* belong into *source*: their first *user* is there, or little else."""
    if user is None or user.origin is None or user.origin.path == source.document.path:
        return True
    return 2 * sum(item.type == word for item in source.items) > len(source.items)


def _lines(text: str, newline: str) -> str:
    return text if newline == "\n" else text.replace("\r\n", "\n").replace("\n", newline)


def _comment_above(head: str) -> int:
    """Return where the comment begins that stands directly above the end of *head*."""
    lines = head.splitlines(keepends=True)
    at = len(head)
    inside = False
    while lines:
        line = lines.pop()
        text = line.strip()
        if inside or text.endswith("*/"):
            inside = "/*" not in text
        elif not text.startswith(("#", "//")):
            break
        at -= len(line)
    return len(head) if inside else at


def _whole_lines(document: Document, span: Span) -> Span:
    """Return the span of a block with its comment, its line ends, and the blank lines that it leaves."""
    text = document.text
    first = document.line_start(span.start)
    if text[first : span.start].strip():
        return span
    start = _comment_above(text[:first])
    if _LICENCE.search(text[start:first]) and not text[:start].strip():
        start = first
    line = text[span.end :].partition("\n")
    if line[0].strip() and not line[0].strip().startswith(("#", "//")):
        return Span(start, span.end)
    end = span.end + len(line[0]) + len(line[1])
    rest = text[end:]
    blank = len(rest) - len(rest.lstrip())
    if blank == len(rest):
        kept = text[:start].rstrip()
        if not text.endswith("\n"):
            return Span(len(kept), len(text))
        ending = text[len(kept) : start].partition("\n")
        return Span(len(kept) + len(ending[0]) + len(ending[1]), end)
    blank_lines = rest[:blank].rpartition("\n")
    return Span(start, end + len(blank_lines[0]) + len(blank_lines[1]))
