"""Reading: a template becomes a module of resources, its nodes neutral values."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, partial

from iacfix.transforms import markdown
from iacfix.transforms.facts.twins import Twin
from iacfix.transforms.languages.cloudformation import slips
from iacfix.transforms.languages.cloudformation.nodes import (
    Alias,
    AnyNode,
    List,
    Map,
    Number,
    Scalar,
    Several,
    Unreadable,
    parse_json,
    parse_yaml,
    path_to,
    walk,
)
from iacfix.transforms.languages.cloudformation.slots import (
    CONDITIONS,
    INPUT,
    LISTS,
    OUTPUT,
    SINGLES,
    VALUE,
    Slot,
    Want,
    attribute,
    intrinsic,
    properties,
    slot_of,
    twin_at,
)
from iacfix.transforms.languages.cloudformation.style import Style, style_of
from iacfix.transforms.model import (
    EMPTY,
    Call,
    Component,
    Conditional,
    Document,
    Entry,
    Kind,
    Literal,
    Mapping,
    Module,
    Opaque,
    Origin,
    Problem,
    Reference,
    Resource,
    Sequence,
    Span,
    Template,
    Tree,
    Value,
)

TYPE = re.compile(r"[A-Za-z0-9]+::[\w@-]+(?:::[\w@-]+)*")
HOLE = re.compile(r"\$\{(!?)([^{}]*)\}")
_HOLE_NAME = re.compile(r"[A-Za-z0-9_.:]+")
_SUPPORTS = ("Parameters", "Mappings", "Conditions", "Resources", "Outputs", "Rules")
_FENCES = ("cfn", "cloudformation", "template", "yaml", "yml")
_UNTESTED = {"test", "tests", "fixtures"}


@dataclass(frozen=True)
class Source:
    """A template's document and its nodes, and what its names mean."""

    document: Document
    root: Map
    json: bool

    @cached_property
    def types(self) -> dict[str, str]:
        """The types of the resources, as written, by logical ID."""
        return {name: type_ for name, _, type_ in resources(self.root)}

    @cached_property
    def twins(self) -> dict[str, Twin | None]:
        """What the resources are in Terraform, by logical ID."""
        return {name: twin_at(node) for name, node, _ in resources(self.root)}

    @cached_property
    def inputs(self) -> frozenset[str]:
        """The names of the parameters."""
        section = self.root.get("Parameters")
        return frozenset(key.text for key, _ in section.pairs) if isinstance(section, Map) else frozenset()

    @cached_property
    def style(self) -> Style:
        """The habits of the template."""
        return style_of(self.text, self.root, self.document.newline, json=self.json)

    @property
    def text(self) -> str:
        """The document's text."""
        return self.document.text

    def origin(self, start: int, end: int) -> Origin:
        """Return the origin of a span."""
        return Origin(self.document.path, Span(start, end))

    def at(self, origin: Origin) -> list[AnyNode]:
        """Return the nodes from the root down to the one at *origin*, or to the innermost around it."""
        return path_to(self.root, *origin.span)

    def node(self, origin: Origin | None) -> AnyNode | None:
        """Return the node that spans *origin*, or None when it is of another text or only a part of a scalar."""
        if origin is None or origin.path != self.document.path:
            return None
        found = self.at(origin)[-1]
        return found if (found.start, found.end) == origin.span else None

    def value(self, node: AnyNode, slot: Slot = VALUE) -> Value:
        """Return what *node* means at *slot*."""
        return _Reader(self).value(node, slot)

    def written(self, node: AnyNode) -> Value:
        """Return what *node* means, under the names that it has itself."""
        return _Reader(self, own=True).value(node, VALUE)

    def value_at(self, path: list[AnyNode]) -> Value:
        """Return what the node at the end of *path* means."""
        return self.value(path[-1], slot_of(path))

    def neutral_type(self, name: str) -> str:
        """Return the neutral type of the resource *name*, empty for one that is not declared."""
        known = self.twins.get(name)
        return known.type if known else self.types.get(name, "")


def resources(root: Map) -> Iterator[tuple[str, Map, str]]:
    """Yield the logical ID, the node and the type of every resource of a template."""
    section = root.get("Resources")
    if not isinstance(section, Map):
        return
    for key, value in section.pairs:
        type_ = value.get("Type") if isinstance(value, Map) and not value.tag else None
        if isinstance(value, Map) and isinstance(type_, Scalar) and TYPE.fullmatch(type_.text):
            yield key.text, value, type_.text


# --------------------------------------------------------------------------------------------------------------------
# Which files are templates

_FOREIGN = re.compile(r"\$\{(?:self|opt|sls|file)[:(]|^\s*(?:-\s*)?\{%", re.MULTILINE)
_TOP = re.compile(
    r"""^(?:AWSTemplateFormatVersion|Resources)["']?\s*:|["'](?:AWSTemplateFormatVersion|Resources)["']\s*[:{"]""",
    re.MULTILINE,
)
_TYPED = re.compile(r"""\bType(?:["']?\s*:\s*["']?|["']\s+["'])(?:AWS|Alexa|Custom)::""")
_JINJA = re.compile(r"\{%|\{\{(?!resolve:)")


def mentions_resources(text: str) -> bool:
    """Say whether *text* could be a template, without parsing it."""
    typed = "Type" in text and "::" in text
    return "Resources" in text and (typed or "AWSTemplateFormatVersion" in text) and not _FOREIGN.search(text)


def parse(document: Document) -> Source | Problem | None:
    """Return the template in *document*; None when it is something else; a problem when it is a broken one."""
    text = document.text
    try:
        root, json = _parse(document.path, text)
    except Several:
        return None
    except Unreadable as error:
        if not (_TOP.search(text) and _TYPED.search(text)) or _JINJA.search(text):
            return None
        origin = Origin(document.path, Span(error.offset, min(error.offset + 1, len(text))))
        cause, remedy = _remedy(document.path, text)
        return Problem(error.message, origin, cause=cause, remedy=remedy)
    if not isinstance(root, Map) or root.odd or not _is_template(root) or ("{{" in text and _has_braces(root)):
        return None
    return Source(document, root, json)


def _parse(path: str, text: str) -> tuple[AnyNode | None, bool]:
    """Return the root of *text*, and whether it is JSON: a file's ending counts where its text can be both."""
    if not text.lstrip().startswith("{"):
        if path.lower().endswith(".json"):
            return parse_json(text), True
        return parse_yaml(text), False
    if path.lower().endswith((".yaml", ".yml")):
        try:
            return parse_json(text), True
        except Unreadable:
            return parse_yaml(text), False
    return parse_json(text), True


def _remedy(path: str, text: str) -> tuple[str, tuple[tuple[Span, str], ...]]:
    """Return what lets *text* be read, and what it is called; nothing where that cannot be told."""

    def is_legal(candidate: str) -> bool:
        try:
            root, _ = _parse(path, candidate)
        except (Unreadable, Several):
            return False
        return isinstance(root, Map) and not root.odd and _is_template(root)

    lower = path.lower()
    written = text.lstrip().removeprefix("```json").lstrip()
    if lower.endswith(".json") or (written.startswith(("{", "//", "/*")) and not lower.endswith((".yaml", ".yml"))):
        found = slips.json_remedy(text, is_legal)
        return found or ("", ())
    if remedy := markdown.remedy(text, is_legal, _FENCES):
        return markdown.CAUSE, remedy
    if remedy := slips.yaml_remedy(text, is_legal):
        return slips.CAUSE, remedy
    return "", ()


def _has_braces(root: Map) -> bool:
    """Say whether something stands in two braces without quotes: that is a template of templates."""
    return any(isinstance(node, Map) and node.odd and node.flow for node in walk(root))


def _is_template(root: Map) -> bool:
    """Say whether a document with that *root* is a template."""
    section = root.get("Resources")
    if not isinstance(section, Map) or section.tag:
        return False
    if root.get("AWSTemplateFormatVersion"):
        return True
    return any(True for _ in resources(root))


# --------------------------------------------------------------------------------------------------------------------
# The module


class TemplateComponent(Component):
    """The component of one template; it keeps the nodes, so that printing need not parse again."""

    def __init__(
        self, document: Document, source: Source | None, problems: tuple[Problem, ...], tree: Tree | None
    ) -> None:
        """Wrap what was read."""
        modules = (module(source),) if source else ()
        if any(problem.remedy for problem in problems):
            modules = (Module(document.path, "cloudformation", (), (document.path,)),)
        super().__init__("cloudformation", {document.path: document}, modules, (), problems, tree)
        self.template = source


def component(document: Document, tree: Tree | None) -> TemplateComponent:
    """Read one document."""
    match parse(document):
        case Source() as source:
            return TemplateComponent(document, source, tuple(_empty(source)), tree)
        case Problem() as problem:
            return TemplateComponent(document, None, (problem,), tree)
        case None:
            return TemplateComponent(document, None, (), tree)


def _empty(source: Source) -> Iterator[Problem]:
    """Yield the sections that have nothing in them, which CloudFormation does not take."""
    for key, node in source.root.pairs:
        if key.text in _SUPPORTS and isinstance(node, Scalar) and not node.tag and node.constant is None:
            message = f"nothing stands in the section `{key.text}`"
            yield Problem(message, source.origin(key.start, key.end), unread=False)


def module(source: Source) -> Module:
    """Return the module of a template."""
    path = source.document.path
    declared = tuple(item for key, value in source.root.pairs for item in _section(source, key, value))
    deployable = _UNTESTED.isdisjoint(path.split("/")[:-1])
    return Module(path, "cloudformation", declared, (path,), deployable=deployable)


def _section(source: Source, key: Scalar, node: AnyNode) -> Iterator[Resource]:
    """Yield what the top-level section *key* declares."""
    if key.text not in _SUPPORTS or not isinstance(node, Map) or node.tag:
        yield _other(source, key.text, key, node)
        return
    for name, value in node.pairs:
        origin = source.origin(name.start, value.end)
        match key.text:
            case "Resources":
                yield _resource(source, name, value, origin)
            case "Parameters":
                read = partial(_declaration, source, value, Slot(names=INPUT))
                yield Resource(Kind.INPUT, "", name.text, read, origin=origin, address=name.text)
            case "Outputs":
                read = partial(_declaration, source, value, Slot(names=OUTPUT))
                own = partial(_own, source, value, Slot(names=OUTPUT))
                yield Resource(Kind.OUTPUT, "", name.text, read, origin=origin, address=name.text, written=own)
            case "Mappings":
                read = partial(_declaration, source, value, VALUE)
                yield Resource(Kind.MAPPING, "", name.text, read, origin=origin, address=name.text)
            case "Conditions":
                read = partial(_wrapped, source, name, value, Slot(Want.CONDITION))
                yield Resource(Kind.CONDITION, "", name.text, read, origin=origin, address=name.text)
            case _:
                yield _other(source, key.text, name, value)


def _other(source: Source, section: str, name: Scalar, node: AnyNode) -> Resource:
    """Return the declaration of something that is neither resource nor value."""
    wrapped = not isinstance(node, Map) or node.tag
    read: Callable[[], tuple[Mapping, Mapping]]
    read = partial(_wrapped, source, name, node, VALUE) if wrapped else partial(_declaration, source, node, VALUE)
    origin = source.origin(name.start, node.end)
    return Resource(Kind.OTHER, section, name.text, read, origin=origin, address=name.text)


def _resource(source: Source, name: Scalar, node: AnyNode, origin: Origin) -> Resource:
    """Return the declaration of a resource; of something else where it has no type (``Fn::ForEach``, an alias)."""
    written = source.types.get(name.text)
    if written is None or not isinstance(node, Map):
        return _other(source, "Resources", name, node)
    return Resource(
        Kind.RESOURCE,
        source.neutral_type(name.text),
        name.text,
        partial(_body, source, node),
        origin=origin,
        address=name.text,
        source_type=written,
        written=partial(_written, source, node),
    )


def _written(source: Source, node: Map) -> Mapping:
    """Read the properties of a resource under their own names."""
    found = [(key, value) for key, value in node.pairs if key.text == "Properties"]
    return _arguments(_Reader(source, own=True), *found[0], VALUE) if found else EMPTY


def _body(source: Source, node: Map) -> tuple[Mapping, Mapping]:
    """Read the properties and the other attributes of a resource."""
    body = EMPTY
    attributes: list[Entry] = []
    for key, value in node.pairs:
        if key.text == "Properties":
            body = _arguments(_Reader(source), key, value, Slot(names=properties(node)))
        elif key.text != "Type":
            attributes.append(_entry(source, key, value, key.text, attribute(key.text)))
    return body, Mapping(tuple(attributes), origin=source.origin(node.start, node.end))


def _arguments(reader: _Reader, key: Scalar, node: AnyNode, slot: Slot) -> Mapping:
    """Read the properties; those that are no mapping, or merged from elsewhere, are one opaque entry."""
    if isinstance(node, Scalar) and node.constant is None:
        return EMPTY
    if isinstance(value := reader.value(node, slot), Mapping):
        return value
    return Mapping((Entry("", value, reader.source.origin(key.start, node.end)),))


def _declaration(source: Source, node: AnyNode, slot: Slot) -> tuple[Mapping, Mapping]:
    """Read a declaration whose keys are its arguments."""
    value = _Reader(source).value(node, slot)
    if isinstance(value, Mapping):
        return value, EMPTY
    return Mapping((Entry("", value, value.origin),)), EMPTY


def _own(source: Source, node: AnyNode, slot: Slot) -> Mapping:
    """Read a declaration whose references keep the words of CloudFormation."""
    value = _Reader(source, own=True).value(node, slot)
    return value if isinstance(value, Mapping) else Mapping((Entry("", value, value.origin),))


def _wrapped(source: Source, key: Scalar, node: AnyNode, slot: Slot) -> tuple[Mapping, Mapping]:
    """Read a declaration that is one value."""
    return Mapping((_entry(source, key, node, "value", slot),)), EMPTY


def _entry(source: Source, key: Scalar, node: AnyNode, name: str, slot: Slot) -> Entry:
    """Read one entry."""
    return Entry(name, _Reader(source).value(node, slot), source.origin(key.start, node.end))


# --------------------------------------------------------------------------------------------------------------------
# Values


class _Reader:
    """Turns nodes into values; with *own*, references keep the words of CloudFormation."""

    def __init__(self, source: Source, *, own: bool = False) -> None:
        self.source = source
        self.own = own

    def twin(self, name: str) -> Twin | None:
        """Return what the resource *name* is in Terraform, where its words are asked for."""
        return None if self.own else self.source.twins.get(name)

    def value(self, node: AnyNode, slot: Slot) -> Value:
        """Return what *node* means at *slot*; what is anchored elsewhere is shared, and left alone."""
        if isinstance(node, Alias) or node.anchored:
            return self.opaque(node)
        if call := intrinsic(node, slot.want):
            return self.call(node, *call, slot)
        match node:
            case Scalar():
                return self.scalar(node, slot)
            case List(tag=""):
                if slot.pairs and (pairs := self.pairs(node, slot.pairs)):
                    return pairs
                item = slot.item()
                return Sequence(tuple(self.value(i, item) for i in node.items), origin=self.origin(node))
            case Map(tag="", odd=False):
                return self.mapping(node, slot)
            case _:
                return self.opaque(node)

    def origin(self, node: AnyNode) -> Origin:
        """Return the origin of *node*."""
        return self.source.origin(node.start, node.end)

    def opaque(self, node: AnyNode) -> Opaque:
        """Return *node* as text, with the references that stand in it."""
        mentions: list[Reference] = []
        for inner in walk(node):
            call = intrinsic(inner)
            match call:
                case ("Ref", Scalar(text=name)):
                    mentions.append(self.ref(name))
                case ("Fn::GetAtt", Scalar(text=name)):
                    mentions.append(self.getatt(*name.partition(".")[::2]))
                case ("Fn::GetAtt", List(items=[Scalar(text=name), *_])):
                    mentions.append(self.getatt(name, ""))
                case _ if isinstance(inner, Scalar):
                    mentions.extend(self.hole(h[2]) for h in HOLE.finditer(inner.text) if not h[1])
                case _:
                    pass
        known = tuple(m for m in mentions if m.kind is not Kind.RESOURCE or m.type)
        return Opaque(self.source.text[node.start : node.end], known, origin=self.origin(node))

    def scalar(self, node: Scalar, slot: Slot) -> Value:
        """Return a constant, or the bare name that *slot* wants."""
        if node.tag not in ("", "tag:yaml.org,2002:str"):
            return self.opaque(node)
        match slot.want:
            case Want.CONDITION_NAME:
                return Reference(Kind.CONDITION, "", node.text, origin=self.origin(node))
            case Want.MAPPING_NAME:
                return Reference(Kind.MAPPING, "", node.text, origin=self.origin(node))
            case Want.RESOURCE_NAME:
                type_ = self.source.neutral_type(node.text)
                return Reference(Kind.RESOURCE, type_, node.text, origin=self.origin(node))
            case _:
                constant = node.constant
        if constant is None or isinstance(constant, Number):
            return Opaque(self.source.text[node.start : node.end], origin=self.origin(node))
        return Literal(constant, origin=self.origin(node))

    def mapping(self, node: Map, slot: Slot) -> Value:
        """Return a mapping under neutral names, unless something is merged into it."""
        if any(key.text == "<<" or key.text.startswith("Fn::") or key.anchored for key, _ in node.pairs):
            return self.opaque(node)
        return Mapping(tuple(self.entries(node, slot)), origin=self.origin(node))

    def entries(self, node: Map, slot: Slot) -> Iterator[Entry]:
        """Yield the entries of a mapping, those of the lifted property among them."""
        for key, value in node.pairs:
            inside = slot.key(key.text)
            read = self.value(value, inside)
            if key.text == slot.names.lifted and isinstance(read, Mapping):
                yield from read.entries
            else:
                yield Entry(slot.names.neutral(key.text), read, self.source.origin(key.start, value.end))

    def pairs(self, node: List, keys: tuple[str, str]) -> Mapping | None:
        """Return a list of pairs as a map; None when it has other items."""
        entries: list[Entry] = []
        for item in node.items:
            if not isinstance(item, Map) or item.tag or item.anchored or {k.text for k, _ in item.pairs} != set(keys):
                return None
            first, second = (self.value(value, VALUE) for _, value in self.in_order(item, keys))
            key = first.value if isinstance(first, Literal) and isinstance(first.value, str) else first
            entries.append(Entry(key, second, self.origin(item)))
        return Mapping(tuple(entries), origin=self.origin(node))

    def in_order(self, item: Map, keys: tuple[str, str]) -> list[tuple[Scalar, AnyNode]]:
        """Return the two entries of *item* in the order of *keys*."""
        return sorted(item.pairs, key=lambda pair: keys.index(pair[0].text))

    def call(self, node: AnyNode, function: str, argument: AnyNode, slot: Slot) -> Value:
        """Return what the intrinsic *function* of *argument* means."""
        short = argument is node
        if not short and (isinstance(argument, Alias) or argument.anchored):
            return self.opaque(node)
        if short:
            argument = replace(argument, tag="", start=argument.inner)
        found: Value | None
        match function, argument:
            case (("Ref" | "Condition"), Scalar(tag="", text=name)):
                found = self.ref(name) if function == "Ref" else Reference(Kind.CONDITION, "", name)
                found = Literal(None) if name == "AWS::NoValue" else found
            case "Fn::GetAtt", Scalar(tag="", text=name) if "." in name:
                found = self.getatt(*name.partition(".")[::2])
            case "Fn::Sub", List(tag="", items=[Scalar(tag="", anchored=False, text=text)]):
                found = Call(function, (Literal(text),))  # a list of one, which CloudFormation does not take
            case "Fn::Sub", _:
                found = self.sub(argument)
            case _, Map(tag="", odd=False) if function in CONDITIONS:
                alone = self.value(argument, Slot(Want.CONDITION))  # which CloudFormation takes in a list only
                found = Call(function, (alone,), bare=True)
            case _, List(tag="") if function in LISTS:
                found = self.listed(function, argument, slot)
            case _ if function in SINGLES:
                found = Call(function, (self.value(argument, VALUE),))
            case _:
                found = None
        if isinstance(found, Template):
            found = replace(found, function=function)
        return replace(found, origin=self.origin(node)) if found else self.opaque(node)

    def listed(self, function: str, argument: List, slot: Slot) -> Value | None:
        """Return what *function* of a list means."""
        match function, argument.items:
            case "Fn::GetAtt", [Scalar(tag="", text=name), *rest]:
                constant = rest and all(isinstance(step, Scalar) and not step.tag for step in rest)
                return self.getatt(name, ".".join(s.text for s in rest if isinstance(s, Scalar))) if constant else None
            case "Fn::GetAtt", _:
                return None
            case "Fn::If", [_, _, _]:
                return Conditional(*self.arguments(function, argument, slot))
            case "Fn::If", [_, _]:
                return Call(function, self.arguments(function, argument, slot))
            case "Fn::If", _:
                return None
            case "Fn::Join", [Scalar(tag="", text=delimiter), List(tag="", anchored=False) as items]:
                values = tuple(self.value(item, VALUE) for item in items.items)
                if any(_may_be_nothing(value) for value in values):
                    return Call(function, (self.value(argument.items[0], VALUE), self.value(items, VALUE)))
                return Template(_joined(delimiter, values))
            case _:
                return Call("equal" if function == "Fn::Equals" else function, self.arguments(function, argument, slot))

    def arguments(self, function: str, argument: List, slot: Slot) -> tuple[Value, ...]:
        """Return the arguments of *function*."""
        return tuple(self.value(item, slot.argument(function, i)) for i, item in enumerate(argument.items))

    def ref(self, name: str) -> Reference:
        """Return what ``Ref`` of *name* means."""
        if name.startswith("AWS::"):
            return Reference(Kind.BUILTIN, "", name)
        if name in self.source.inputs:
            return Reference(Kind.INPUT, "", name)
        known = self.twin(name)
        return Reference(Kind.RESOURCE, self.source.neutral_type(name), name, (known.ref if known else "Ref",))

    def getatt(self, name: str, attribute_: str) -> Reference:
        """Return what ``Fn::GetAtt`` of *name* means."""
        known = self.twin(name)
        neutral = known.attribute(attribute_) if known else attribute_
        return Reference(Kind.RESOURCE, self.source.neutral_type(name), name, (neutral,))

    def hole(self, name: str) -> Reference:
        """Return what ``${name}`` means."""
        name = name.strip()
        if not _HOLE_NAME.fullmatch(name):
            return Reference(Kind.OTHER, "", name)  # no name that CloudFormation knows
        head, dot, rest = name.partition(".")
        return self.getatt(head, rest) if dot else self.ref(name)

    def sub(self, argument: AnyNode) -> Template | None:
        """Return what ``Fn::Sub`` of a text, or of a text and a map, means."""
        match argument:
            case Scalar(tag="" | "tag:yaml.org,2002:str") as text:
                values: dict[str, Value] = {}
            case List(
                tag="",
                items=[
                    Scalar(tag="" | "tag:yaml.org,2002:str", anchored=False) as text,
                    Map(tag="", odd=False, anchored=False) as variables,
                ],
            ):
                if intrinsic(variables):
                    return None
                values = {key.text: self.value(value, VALUE) for key, value in variables.pairs}
            case _:
                return None
        holes = [hole[2] for hole in HOLE.finditer(text.text) if not hole[1]]
        if not all(holes):
            return None
        return Template(_joined("", tuple(self.parts(text, values))))

    def parts(self, node: Scalar, values: dict[str, Value]) -> Iterator[Value]:
        """Yield the parts of a text with holes."""
        spans = raw_parts(self.source.text, node)
        for index, part in enumerate(split(node.text)):
            origin = self.source.origin(*spans[index]) if spans else None
            if index % 2 == 0:
                if part:
                    yield Literal(HOLE.sub(r"${\2}", part), origin=origin)
            elif part in values:
                yield values[part]
            else:
                yield replace(self.hole(part), origin=origin)


def split(text: str) -> list[str]:
    """Divide the text of ``Fn::Sub``: literal text at even positions, the insides of holes at odd ones."""
    found: list[str] = []
    position = 0
    for hole in HOLE.finditer(text):
        if not hole[1]:
            found += [text[position : hole.start()], hole[2]]
            position = hole.end()
    return [*found, text[position:]]


def content(text: str, node: Scalar) -> Span:
    """Return where the characters of *node* stand, without quotes or the header of a block."""
    if node.style in ("'", '"'):
        return Span(node.inner + 1, node.end - 1)
    if node.style in ("|", ">"):
        start = min(text.find("\n", node.inner) + 1 or node.end, node.end)
        while start < node.end and text[start] == " ":
            start += 1
        return Span(start, node.end)
    return Span(node.inner, node.end)


def raw_parts(text: str, node: Scalar) -> list[Span]:
    """Return the spans of what `split` finds in *node*; nothing where escapes or folding hide them."""
    start, end = content(text, node)
    raw = text[start:end]
    if [h.group() for h in HOLE.finditer(raw)] != [h.group() for h in HOLE.finditer(node.text)]:
        return []
    found: list[Span] = []
    position = start
    for hole in HOLE.finditer(raw):
        if not hole[1]:
            found += [Span(position, start + hole.start()), Span(start + hole.start(2), start + hole.end(2))]
            position = start + hole.end()
    return [*found, Span(position, end)]


def _joined(delimiter: str, values: tuple[Value, ...]) -> tuple[Value, ...]:
    """Return the parts of a joined list; texts that touch become one."""
    parts: list[Value] = []
    for index, value in enumerate(values):
        if index and delimiter:
            _append(parts, Literal(delimiter))
        _append(parts, value)
    return tuple(parts)


def _append(parts: list[Value], value: Value) -> None:
    """Add *value* to *parts*: its text to a text, its parts where it is a template itself."""
    if isinstance(value, Template):
        for part in value.parts:
            _append(parts, part)
        return
    if isinstance(value, Literal):
        text = _as_text(value)
        if not text:
            return
        if parts and isinstance(last := parts[-1], Literal) and isinstance(last.value, str):
            parts[-1] = Literal(last.value + text)
            return
        value = value if value.value == text else Literal(text)
    parts.append(value)


def _as_text(value: Literal) -> str:
    """Return a constant as CloudFormation joins it."""
    return str(value.value).lower() if isinstance(value.value, bool) else str(value.value)


def _may_be_nothing(value: Value) -> bool:
    """Say whether an item may be ``AWS::NoValue``, which ``Fn::Join`` leaves out with its delimiter."""
    match value:
        case Literal(value=None) | Sequence() | Mapping():
            return True
        case Conditional(then=then, otherwise=otherwise):
            return _may_be_nothing(then) or _may_be_nothing(otherwise)
        case _:
            return False
