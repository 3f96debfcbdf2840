"""Edits become splices."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from iacfix.transforms.edits import (
    AddImport,
    Assign,
    CreateFile,
    DeclareInput,
    DeclareLocal,
    Edit,
    InsertArgument,
    InsertItem,
    InsertResource,
    InsertResources,
    MoveArgument,
    RemoveArgument,
    RemoveItem,
    RemoveResource,
    RenameArgument,
    Replace,
    RequireProvider,
    RetypeResource,
    Splice,
    Unsayable,
)
from iacfix.transforms.facts.twins import twin, twin_of
from iacfix.transforms.languages.cloudformation.forms import (
    Array,
    Atom,
    Copy,
    Form,
    Former,
    Function,
    Object,
    property_name,
)
from iacfix.transforms.languages.cloudformation.nodes import (
    AnyNode,
    List,
    Map,
    Scalar,
    Several,
    Unreadable,
    parse_yaml,
    walk,
)
from iacfix.transforms.languages.cloudformation.places import Places
from iacfix.transforms.languages.cloudformation.print import (
    JsonWriter,
    YamlWriter,
    column,
    following,
    in_flow,
    parent_column,
    quoted,
)
from iacfix.transforms.languages.cloudformation.read import Source
from iacfix.transforms.languages.cloudformation.slots import (
    INPUT,
    OUTPUT,
    VALUE,
    Slot,
    Want,
    attribute,
    intrinsic,
    properties,
    slot_of,
)
from iacfix.transforms.model import (
    Call,
    Conditional,
    Entry,
    Kind,
    Literal,
    Mapping,
    Origin,
    Resource,
    Sequence,
    Template,
    Value,
)

# --------------------------------------------------------------------------------------------------------------------
# Values


def printed(value: Value, source: Source, at: Origin) -> str:
    """Return *value* as it stands at *at*."""
    if value.origin == at:
        return source.text[slice(*at.span)]
    path = source.at(at)
    node = path[-1]
    if (node.start, node.end) != at.span:
        return _fragment(value, source, at, path)
    text = following(source, value, path)
    if source.json or not text.startswith((" ", "\r", "\n")):
        return text
    if text.startswith(" "):
        return text[1:]
    return text.lstrip("\r\n ") if _on_own_line(source.text, node) else text


def _on_own_line(text: str, node: AnyNode) -> bool:
    """Say whether nothing stands before *node* in its line."""
    return not text[node.start - column(text, node.start) : node.start].strip()


def _fragment(value: Value, source: Source, at: Origin, path: list[AnyNode]) -> str:
    """Return a part of a text with holes, as it stands in the text."""
    owner, new = _owner(value, source, at, path)
    inside = path[-1]
    start = inside.inner if isinstance(inside, Scalar) else owner[-1].start
    said = _inside(source, new, owner, path) if isinstance(inside, Scalar) else following(source, new, owner)
    text = said if source.json else said.lstrip("\r\n ")
    raw = source.text[start : inside.end]
    head, tail = at.span.start - start, inside.end - at.span.end
    if text[:head] != raw[:head] or (tail and text[-tail:] != raw[-tail:]) or len(text) < head + tail:
        raise Unsayable("this cannot be said inside the text")
    return text[head : len(text) - tail]


def _inside(source: Source, new: Value, owner: list[AnyNode], path: list[AnyNode]) -> str:
    """Return the scalar that the function at the end of *owner* has at the end of *path* when it becomes *new*."""
    form = Former(source).form(new, slot_of(owner))
    argument = form.argument if isinstance(form, Function) else form
    listed = owner[-1] is not path[-1] and isinstance(path[-2], List)
    if isinstance(argument, Array) and listed:
        argument = argument.items[0]
    if isinstance(argument, Array | Object | Function | Copy):
        raise Unsayable("this cannot be said inside the text")
    if source.json:
        return JsonWriter(source).write(argument, "")
    return YamlWriter(source).follow(argument, parent_column(source.text, path), flow=in_flow(path))


def _owner(value: Value, source: Source, at: Origin, path: list[AnyNode]) -> tuple[list[AnyNode], Value]:
    """Return the function that what was read at *at* is a part of, and what it becomes with *value* there."""
    while len(path) > 1 and not intrinsic(path[-1]):
        path = path[:-1]
    return path, _substituted(source.value_at(path), at, value)


def _substituted(value: Value, at: Origin, new: Value) -> Value:
    """Return *value* with *new* in the place of what was read at *at*."""
    match value:
        case _ if value.origin == at:
            return new
        case Template(parts=parts):
            return _with(value, "parts", tuple(_substituted(p, at, new) for p in parts), parts)
        case Call(arguments=parts):
            return _with(value, "arguments", tuple(_substituted(p, at, new) for p in parts), parts)
        case Sequence(items=parts):
            return _with(value, "items", tuple(_substituted(p, at, new) for p in parts), parts)
        case Mapping(entries=entries):
            values = tuple(_substituted(entry.value, at, new) for entry in entries)
            if all(a is b.value for a, b in zip(values, entries, strict=True)):
                return value
            return value.but(entries=tuple(replace(e, value=v) for e, v in zip(entries, values, strict=True)))
        case Conditional(then=then, otherwise=otherwise):
            branches = (_substituted(then, at, new), _substituted(otherwise, at, new))
            if branches[0] is then and branches[1] is otherwise:
                return value
            return value.but(then=branches[0], otherwise=branches[1])
        case _:
            return value


def _with(value: Value, name: str, new: tuple[Value, ...], old: tuple[Value, ...]) -> Value:
    """Return *value* with other parts, or itself where none is another."""
    if all(a is b for a, b in zip(new, old, strict=True)):
        return value
    if name == "parts":
        new = tuple(part for item in new for part in (item.parts if isinstance(item, Template) else (item,)))
    return value.but(**{name: new})


def replacement(source: Source, old: Value, new: Value) -> Splice:
    """Return the splice that puts *new* where *old* stands."""
    if old.origin is None or old.origin.path != source.document.path:
        raise Unsayable("what is to be replaced was not read from this template")
    path = source.at(old.origin)
    node = path[-1]
    if (node.start, node.end) != old.origin.span:
        try:
            return Splice(source.document.path, *old.origin.span, _fragment(new, source, old.origin, path))
        except Unsayable:
            path, new = _owner(new, source, old.origin, path)
            node = path[-1]
    if source.json:
        return Splice(source.document.path, node.start, node.end, following(source, new, path))
    return Places(source).put(node, following(source, new, path))


# --------------------------------------------------------------------------------------------------------------------
# Edits


def splices(edit: Edit, source: Source) -> list[Splice]:
    """Return what *edit* means for the template's text; raises `Unsayable`."""
    return [_closed(splice, source) for splice in _Editor(source).splices(edit)]


def _closed(splice: Splice, source: Source) -> Splice:
    """Return *splice* with the line break that a block scalar at the very end of a file must have to be what it is."""
    if source.json or splice.creates or splice.end < len(source.text):
        return splice
    after = source.text[: splice.start] + splice.text
    newline = source.style.newline
    if after.endswith("\n") or _last(after) in (_last(after + newline), _last(source.text)):
        return splice
    return replace(splice, text=splice.text + newline)


def _last(text: str) -> str:
    """Return the last scalar of a YAML text."""
    try:
        root = parse_yaml(text)
    except (Unreadable, Several):
        return ""
    scalars = [node.text for node in walk(root) if isinstance(node, Scalar)] if root else []
    return scalars[-1] if scalars else ""


_ORDER = (
    *("Type", "Condition", "DependsOn", "DeletionPolicy", "UpdateReplacePolicy"),
    *("CreationPolicy", "UpdatePolicy", "Metadata", "Properties"),
)
_LOGICAL_ID = re.compile(r"[A-Za-z0-9]+")
_INPUT_TYPES = {
    "string": "String",
    "number": "Number",
    "bool": "String",
    "list(string)": "CommaDelimitedList",
    "set(string)": "CommaDelimitedList",
    "list(number)": "List<Number>",
}
_SECTIONS = {
    Kind.RESOURCE: "Resources",
    Kind.INPUT: "Parameters",
    Kind.OUTPUT: "Outputs",
    Kind.CONDITION: "Conditions",
    Kind.MAPPING: "Mappings",
}


class _Editor:
    """Says edits in one template."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.places = Places(source)
        self.former = Former(source)

    def splices(self, edit: Edit) -> Iterator[Splice]:
        """Yield what *edit* means."""
        match edit:
            case Replace(old=old, new=new):
                yield from self.replace(old, new)
            case InsertArgument():
                yield self.insert_argument(edit)
            case RemoveArgument(owner=owner, entry=entry):
                yield self.remove_argument(owner, entry)
            case RenameArgument(owner=owner, entry=entry, name=name):
                yield self.rename(owner, entry, name)
            case MoveArgument():
                yield from self.move(edit)
            case RetypeResource(resource=resource, type=type_):
                yield self.retype(resource, type_)
            case InsertItem(sequence=sequence, index=index, value=value):
                path = self.path(sequence)
                yield self.places.insert_item(path, self.item(sequence, value, slot_of(path).item()), index)
            case RemoveItem(sequence=sequence, index=index):
                yield self.places.remove_item(self.path(sequence), index)
            case InsertResource(resource=resource, after=after, path=path):
                yield self.insert_resource(resource, after, path)
            case InsertResources(resources=several):
                yield from self.insert_resources(several)
            case RemoveResource(resource=resource):
                yield self.places.remove_declaration(_section(resource), resource.name)
            case DeclareInput():
                yield from self.declare(edit)
            case CreateFile(path=path, text=text):
                yield Splice(path, 0, 0, text, creates=True)
            case DeclareLocal(name=name):
                raise Unsayable(f"CloudFormation has no local values: `{name}` cannot be declared")
            case RequireProvider() | AddImport() | Assign():
                raise Unsayable("CloudFormation has no providers, imports or variable files")
            case _:
                raise Unsayable("this edit is not one of a template")

    def path(self, value: Value) -> list[AnyNode]:
        """Return the path of the node that *value* was read from."""
        if value.origin is None or value.origin.path != self.source.document.path:
            raise Unsayable("this was not read from this template")
        path = self.source.at(value.origin)
        if (path[-1].start, path[-1].end) != value.origin.span:
            raise Unsayable("this is only a part of what is written")
        return path

    # Replacing ------------------------------------------------------------------------------------------------------

    def replace(self, old: Value, new: Value) -> Iterator[Splice]:
        """Yield what makes *new* of *old*: only what differs, where both are mappings or lists of one shape."""
        if old == new and new.origin in (None, old.origin):
            return
        match old, new:
            case Mapping(), Mapping() if old.origin and new.origin is None and self.similar(old, new):
                yield from self.mended(old, new)
            case Sequence(), Sequence() if old.origin and new.origin is None and isinstance(self.path(old)[-1], List):
                yield from self.listed(old, new)
            case _:
                yield replacement(self.source, old, new)

    def similar(self, old: Mapping, new: Mapping) -> bool:
        """Say whether what *old* and *new* have in common stands in one order, under names that occur once."""
        was, now = [e.name for e in old.entries], [e.name for e in new.entries]
        if len(set(was)) != len(was) or len(set(now)) != len(now) or "" in was or "" in now:
            return False
        common = [name for name in was if name in now]
        return bool(common) and common == [name for name in now if name in was] and common[0] == now[0]

    def mended(self, old: Mapping, new: Mapping) -> Iterator[Splice]:
        """Yield what makes the mapping *new* of *old*."""
        before = ""
        for entry in new.entries:
            standing = old.entry(entry.name)
            if standing is None:
                yield self.insert_pair(old, entry.name, entry.value, before)
                continue
            before = entry.name
            if standing.value != entry.value:
                yield from self.replace(standing.value, entry.value)
        for entry in old.entries:
            if new.entry(entry.name) is None:
                yield self.remove_argument(old, entry)

    def listed(self, old: Sequence, new: Sequence) -> Iterator[Splice]:
        """Yield what makes the list *new* of *old*."""
        was, now = old.items, new.items
        if len(was) == len(now):
            for standing, item in zip(was, now, strict=True):
                if standing != item:
                    yield from self.replace(standing, item)
        elif was and now[: len(was)] == was:
            path = self.path(old)
            for item in now[len(was) :]:
                yield self.places.insert_item(path, self.item(old, item, slot_of(path).item()), len(was))
        elif left := _left(was, now):
            yield from self.places.remove_items(self.path(old), left)
        else:
            yield replacement(self.source, old, new)

    # Arguments ------------------------------------------------------------------------------------------------------

    def insert_argument(self, edit: InsertArgument) -> Splice:
        """Return the insertion of an argument."""
        resource, into = edit.resource, edit.into
        if into is resource.meta or (into.origin is not None and into.origin == resource.meta.origin):
            return self.insert_attribute(resource, edit.name, edit.value, edit.after)
        if into.origin is None:
            if into is not resource.body and into != resource.body:
                raise Unsayable("the place to add to was not read from this template")
            return self.insert_properties(resource, edit.name, edit.value)
        return self.insert_pair(into, edit.name, edit.value, edit.after)

    def insert_pair(self, into: Mapping, name: str, value: Value, after: str) -> Splice:
        """Return the insertion of an entry into the mapping *into*."""
        path = self.path(into)
        slot = slot_of(path)
        node = path[-1]
        if isinstance(node, List) and slot.pairs:
            index = next((i + 1 for i, entry in enumerate(into.entries) if entry.name == after), len(node.items))
            like = into.entries[-1].origin if into.entries else None
            form = self.former.pair(Entry(name, value), slot.pairs)
            if isinstance(form, Object):
                form.like = self.source.node(like)
            return self.places.insert_item(path, form, index)
        if not isinstance(node, Map):
            raise Unsayable("an entry can only be added to a mapping")
        if slot.names.lifts(name) and slot.names.lifted:
            return self.insert_lifted(path, node, slot, name, value)
        key = property_name(name, slot)
        anchor = property_name(after, slot) if after else ""
        index = next((i for i, (k, _) in enumerate(node.pairs) if k.text == anchor), len(node.pairs) - 1)
        return self.places.insert_pair(path, key, self.former.form(value, slot.key(key)), index)

    def insert_lifted(self, path: list[AnyNode], node: Map, slot: Slot, name: str, value: Value) -> Splice:
        """Return the insertion of what Terraform has outside into the property that has it inside."""
        inside = slot.key(slot.names.lifted)
        key = property_name(name, inside)
        form = self.former.form(value, inside.key(key))
        standing = node.get(slot.names.lifted)
        if standing is None:
            return self.places.insert_pair(path, slot.names.lifted, Object([(key, form)]))
        return self.places.insert_pair([*path, standing], key, form)

    def insert_attribute(self, resource: Resource, name: str, value: Value, after: str) -> Splice:
        """Return the insertion of an attribute of a resource, where its siblings have it."""
        path = self.path(resource.meta)
        node = path[-1]
        if not isinstance(node, Map):
            raise Unsayable("this resource is not written as a mapping")
        names = [key.text for key, _ in node.pairs]
        index = names.index(after) if after in names else self.attribute_index(name, names)
        return self.places.insert_pair(path, name, self.former.form(value, attribute(name)), index)

    def attribute_index(self, name: str, names: list[str]) -> int:
        """Return the index of the attribute that *name* should follow."""
        if "Properties" in names and self.trails(name):
            return len(names) - 1
        rank = _ORDER.index(name) if name in _ORDER else len(_ORDER) - 2
        limit = names.index("Properties") if "Properties" in names else len(names)
        before = [i for i, n in enumerate(names[:limit]) if n in _ORDER and _ORDER.index(n) < rank]
        return max(before, default=names.index("Type"))

    def trails(self, name: str) -> bool:
        """Say whether the other resources have the attribute *name* behind their properties."""
        section = self.source.root.get("Resources")
        votes: list[bool] = []
        for _, node in section.pairs if isinstance(section, Map) else []:
            names = [key.text for key, _ in node.pairs] if isinstance(node, Map) else []
            if name in names and "Properties" in names:
                votes.append(names.index(name) > names.index("Properties"))
        return sum(votes) * 2 > len(votes)

    def insert_properties(self, resource: Resource, name: str, value: Value) -> Splice:
        """Return the making of a resource's properties."""
        path = self.path(resource.meta)
        node = path[-1]
        if not isinstance(node, Map):
            raise Unsayable("this resource is not written as a mapping")
        form = self.former.form(Mapping((Entry(name, value),)), Slot(names=properties(node)))
        standing = node.get("Properties")
        if standing is not None:
            if resource.body.entries:
                raise Unsayable("the properties are not written as a mapping")
            return self.places.replaced([*path, standing], form)
        made = self.places.insert_pair(path, "Properties", form)
        last = node.pairs[-1][1]
        return Splice(made.path, last.start, made.end, self.source.text[last.start : made.start] + made.text)

    def remove_argument(self, owner: Mapping, entry: Entry) -> Splice:
        """Return the removal of *entry*."""
        path, index = self.find(owner, entry)
        if isinstance(path[-1], List):
            return self.places.remove_item(path, index)
        return self.places.remove_pair(path, index)

    def find(self, owner: Mapping, entry: Entry) -> tuple[list[AnyNode], int]:
        """Return the path of the mapping or list that *entry* of *owner* stands in, and its number there."""
        path = self.path(owner)
        span = entry.origin.span if entry.origin else None
        node = path[-1]
        if isinstance(node, List):
            spans = [(item.start, item.end) for item in node.items]
        else:
            if isinstance(node, Map) and (lifted := node.get(slot_of(path).names.lifted or " ")):
                pairs = lifted.pairs if isinstance(lifted, Map) else []
                if span in [(key.start, value.end) for key, value in pairs]:
                    path, node = [*path, lifted], lifted
            spans = [(key.start, value.end) for key, value in node.pairs] if isinstance(node, Map) else []
        if span not in spans:
            raise Unsayable("this entry was not read from there")
        return path, spans.index(span)

    def rename(self, owner: Mapping, entry: Entry, name: str) -> Splice:
        """Return the change of the key of *entry*."""
        path, index = self.find(owner, entry)
        node = path[-1]
        slot = slot_of(path)
        if isinstance(node, Map):
            return self.named(node.pairs[index][0], property_name(name, slot), flow=node.flow)
        item = node.items[index] if isinstance(node, List) else node
        value = item.get(slot.pairs[0]) if isinstance(item, Map) and slot.pairs else None
        if not isinstance(value, Scalar):
            raise Unsayable("the key is not a constant")
        return replacement(self.source, self.source.value(value), Literal(name))

    def move(self, edit: MoveArgument) -> list[Splice]:
        """Return what takes entries into another mapping, with their text."""
        found = [self.find(edit.owner, entry) for entry in edit.entries]
        path, indexes = found[0][0], sorted(index for _, index in found)
        if isinstance(edit.into, str):
            return self.places.wrap(path, indexes, property_name(edit.into, slot_of(path)))
        return self.places.move(path, indexes, self.path(edit.into))

    def retype(self, resource: Resource, type_: str) -> Splice:
        """Return another type for *resource*."""
        node = self.path(resource.meta)[-1]
        standing = node.get("Type") if isinstance(node, Map) else None
        if not isinstance(standing, Scalar):
            raise Unsayable("the type is not written as one")
        return replacement(self.source, self.source.value(standing), Literal(type_))

    def named(self, key: Scalar, name: str, *, flow: bool) -> Splice:
        """Return another name for *key*, in its quotes."""
        plain = YamlWriter(self.source).key(name, flow=flow)
        said = quoted(name) if key.style == '"' else f"'{name}'" if key.style == "'" and "'" not in name else plain
        return Splice(self.source.document.path, key.start, key.end, said)

    def item(self, sequence: Sequence, value: Value, slot: Slot) -> Form:
        """Return the form of a new item, which looks like its siblings."""
        sibling = next((i for i in reversed(sequence.items) if type(i) is type(value)), None)
        if value.origin is None and value.like is None and sibling is not None:
            value = replace(value, like=sibling.origin)
        return self.former.form(value, slot)

    # Declarations ---------------------------------------------------------------------------------------------------

    def insert_resource(self, resource: Resource, after: Resource | None, path: str) -> Splice:
        """Return the declaration of *resource*."""
        if path and path != self.source.document.path:
            raise Unsayable("a template is one file: nothing can be declared in another")
        if not _LOGICAL_ID.fullmatch(resource.name):
            raise Unsayable(f"`{resource.name}` is no name for CloudFormation: it takes letters and digits only")
        section = _section(resource)
        behind = after.name if after is not None and _SECTIONS.get(after.kind) == section else ""
        return self.places.declare(section, resource.name, self.declaration(resource), behind)

    def insert_resources(self, several: tuple[Resource, ...]) -> Iterator[Splice]:
        """Yield the declaration of *several* of one kind."""
        if wrong := next((each.name for each in several if not _LOGICAL_ID.fullmatch(each.name)), ""):
            raise Unsayable(f"`{wrong}` is no name for CloudFormation: it takes letters and digits only")
        section = _section(several[0])
        declared = [(each.name, self.declaration(each)) for each in several]
        if self.source.root.get(section) is None:
            yield self.places.new_section(section, *declared)
        else:
            for name, form in declared:
                yield self.places.declare(section, name, form)

    def declaration(self, resource: Resource) -> Form:
        """Return the form of a declaration."""
        match resource.kind:
            case Kind.RESOURCE:
                return self.resource(resource)
            case Kind.CONDITION:
                return self.former.form(resource.value or Literal(None), Slot(Want.CONDITION))
            case Kind.INPUT | Kind.OUTPUT:
                names = INPUT if resource.kind is Kind.INPUT else OUTPUT
                return self.former.form(resource.body.detached(), Slot(names=names))
            case _:
                return self.former.form(resource.body.detached())

    def resource(self, resource: Resource) -> Object:
        """Return the form of a resource."""
        known = twin(resource.source_type, [e.name for e in resource.body.entries]) or twin_of(resource.type)
        written = resource.source_type if "::" in resource.source_type else known.source if known else ""
        if not written:
            raise Unsayable(f"no CloudFormation type is known that is `{resource.type}`")
        slot = Slot(names=known.names) if known else VALUE
        pairs: list[tuple[str, Form]] = [("Type", Atom(written, bare=True))]
        order = {name: rank for rank, name in enumerate(_ORDER)}
        meta = sorted(resource.meta.entries, key=lambda entry: order.get(entry.name, len(order)))
        pairs += [(entry.name, self.former.form(entry.value, attribute(entry.name))) for entry in meta]
        if resource.body.entries:
            pairs.append(("Properties", self.former.form(resource.body, slot)))
        return Object(pairs)

    def declare(self, edit: DeclareInput) -> Iterator[Splice]:
        """Yield the declaration of a parameter, unless it is there."""
        if edit.name in self.source.inputs:
            return
        if not _LOGICAL_ID.fullmatch(edit.name):
            raise Unsayable(f"`{edit.name}` is no name for CloudFormation: it takes letters and digits only")
        if edit.name in self.source.types:
            raise Unsayable(f"`{edit.name}` is the name of a resource already")
        type_ = _INPUT_TYPES.get(edit.type)
        if type_ is None:
            raise Unsayable(f"CloudFormation has no parameters of type `{edit.type}`")
        pairs: list[tuple[str, Form]] = [("Type", Atom(type_, bare=True))]
        if edit.default is not None:
            pairs.append(("Default", _default(edit.default, self.source.style.default)))
        if edit.description:
            pairs.append(("Description", Atom(edit.description)))
        if edit.type == "bool":
            pairs.append(("AllowedValues", self.former.form(Sequence((Literal("true"), Literal("false"))))))
        if edit.pattern:
            pairs.append(("AllowedPattern", Atom(_anchored(edit.pattern), quoted=True)))
        yield self.places.declare("Parameters", edit.name, Object(pairs))


def _left(was: tuple[Value, ...], now: tuple[Value, ...]) -> list[int]:
    """Return which of *was* are not in *now*, if nothing else differs, and something stays; else nothing."""
    left: list[int] = []
    kept = 0
    for index, item in enumerate(was):
        if kept < len(now) and item == now[kept]:
            kept += 1
        else:
            left.append(index)
    return left if now and kept == len(now) else []


def _section(resource: Resource) -> str:
    """Return the section that *resource* is declared in."""
    if resource.kind is Kind.OTHER:
        return resource.type
    section = _SECTIONS.get(resource.kind)
    if section is None:
        raise Unsayable(f"CloudFormation has nothing like a {resource.kind}")
    return section


def _default(value: Value, quote: str) -> Atom:
    """Return the default of a parameter, in quotes where the others are."""
    match value:
        case Literal(value=bool() as constant):
            return Atom(str(constant).lower(), quoted=True)
        case Literal(value=int() | float() as constant):
            return Atom(constant)
        case Literal(value=str() as text):
            pass
        case Sequence(items=items) if all(isinstance(i, Literal) and "," not in str(i.value) for i in items):
            text = ",".join(str(i.value) for i in items if isinstance(i, Literal))
        case _:
            raise Unsayable("the default of a parameter must be a constant")
    return Atom(text, quoted=bool(quote), bare=not quote)


def _anchored(pattern: str) -> str:
    """Return *pattern* as one that matches a value as a whole."""
    if pattern.startswith("^") and pattern.endswith("$"):
        return pattern
    return f"^(?:{pattern})$" if "|" in pattern else f"^{pattern}$"
