"""Arguments written in another form: a dictionary as a struct, one value as a list of it, and back."""

from __future__ import annotations

import re

import libcst as cst

from iacfix.transforms.edits import (
    GetItem,
    IntoMap,
    MoveArgument,
    Splice,
    ToStruct,
    Unsayable,
    UnwrapBlock,
    UnwrapList,
    WrapInList,
)
from iacfix.transforms.languages.cdktf.brackets import around
from iacfix.transforms.languages.cdktf.importing import import_splices
from iacfix.transforms.languages.cdktf.print import Printer, keyword
from iacfix.transforms.languages.cdktf.read import CdktfComponent
from iacfix.transforms.languages.cdktf.scopes import File
from iacfix.transforms.model import Entry, Mapping, Origin, Span


def node_at(origin: Origin | None, component: CdktfComponent) -> tuple[File, cst.BaseExpression]:
    """Return the expression at *origin* with its file."""
    file = component.file(origin.path) if origin is not None else None
    node = file.source.at(origin.span) if file is not None and origin is not None else None
    if file is None or node is None:
        raise Unsayable("what is to be changed does not stand in the source as an expression of its own")
    return file, node


def to_struct(edit: ToStruct, component: CdktfComponent) -> list[Splice]:
    """Exchange the braces for a call, and each key for a keyword: what stands between stays as it is."""
    file, node = node_at(edit.mapping.origin, component)
    source = file.source
    wanted = f"{edit.module}.{edit.name}"
    known = next((local for local, imported in file.imports.items() if imported == wanted), None)
    local = known or edit.name
    if known is None and (local in file.imports or any(local in scope.names for scope in file.scopes.values())):
        raise Unsayable(f"`{local}` already means something else in {file.path}")
    found = import_splices(file, edit.module, edit.name)
    if isinstance(node, cst.Call):
        found.append(Splice(file.path, *source.outer(node.func), local))
        for argument, name in zip(node.args, edit.keywords, strict=True):
            if argument.keyword is None:
                raise Unsayable("a dictionary that is spread cannot be looked into")
            found.append(Splice(file.path, *source.outer(argument.keyword), keyword(name, "").removesuffix("=")))
        return found
    if not isinstance(node, cst.Dict):
        raise Unsayable("only a dictionary that is written out can become a struct")
    start, end = source.inner(node)
    found += [Splice(file.path, start, start + 1, f"{local}("), Splice(file.path, end - 1, end, ")")]
    for element, name in zip(node.elements, edit.keywords, strict=True):
        if not isinstance(element, cst.DictElement):
            raise Unsayable("a dictionary that is spread cannot be looked into")
        span = Span(source.outer(element.key).start, source.outer(element.value).start)
        if "#" in source.document.text[source.outer(element.key).end : span.end]:
            raise Unsayable("a comment stands between a key and its value")
        found.append(Splice(file.path, *span, keyword(name, "")))
    return found


def into_map(edit: IntoMap, component: CdktfComponent) -> list[Splice]:
    """Put braces around the entries; keywords become keys."""
    file, node = node_at(edit.mapping.origin, component)
    source, brackets = file.source, around(file.source, node)
    printer = Printer(component, Origin(file.path, brackets.place(0)))
    in_call = isinstance(node, cst.Call)
    name = f"{keyword(edit.name, '')}{{" if in_call else f"{printer.string([edit.name])}: {{"
    found = [Splice(file.path, brackets.opening, brackets.opening, name)]
    for argument in node.args if isinstance(node, cst.Call) else ():
        if argument.keyword is None or argument.star:
            raise Unsayable("a dictionary that is spread cannot be looked into")
        span = Span(source.outer(argument.keyword).start, source.outer(argument.value).start)
        found.append(Splice(file.path, *span, f"{printer.string([argument.keyword.value])}: "))
    return [*found, Splice(file.path, brackets.closing, brackets.closing, "}")]


def wrap_in_list(edit: WrapInList, component: CdktfComponent) -> list[Splice]:
    """Put brackets around a value."""
    file, node = node_at(edit.value.origin, component)
    start, end = file.source.outer(node)
    return [Splice(file.path, start, start, "["), Splice(file.path, end, end, "]")]


def unwrap_list(edit: UnwrapList, component: CdktfComponent) -> list[Splice]:
    """Take the brackets away, with the comma and the lines that they had for themselves."""
    file, node = node_at(edit.sequence.origin, component)
    if not isinstance(node, cst.List) or len(node.elements) != 1:
        raise Unsayable("only a list of one can be unwrapped")
    source, text = file.source, file.source.document.text
    outer, inner = source.outer(node), source.outer(node.elements[0].value)
    steps = len(source.document.indent(inner.start)) - len(source.document.indent(outer.start))
    own_line = not text[source.document.line_start(inner.start) : inner.start].strip()
    found = [Splice(file.path, outer.start, inner.start, ""), Splice(file.path, inner.end, outer.end, "")]
    if own_line and steps > 0:
        strings: list[cst.CSTNode] = [*source.all(cst.SimpleString), *source.all(cst.FormattedString)]
        verbatim = [s for s in map(source.outer, strings) if "\n" in text[slice(*s)]]
        for match in re.finditer(rf"(?<=\n) {{{steps}}}(?=\s*\S)", text[slice(*inner)]):
            at = inner.start + match.start()
            if not any(start < at < end for start, end in verbatim):
                found.append(Splice(file.path, at, at + steps, ""))
    return found


def move_argument(edit: MoveArgument, component: CdktfComponent) -> list[Splice]:
    """Write arguments at the end of another struct, or as a dictionary where the first of them stood."""
    file, node = node_at(edit.owner.origin, component)
    old = around(file.source, node)
    places = [old.find(_span(entry)) for entry in edit.entries]
    if isinstance(edit.into, Mapping):
        other, target = node_at(edit.into.origin, component)
        brackets = around(other.source, target)
        index = len(brackets.items)
        while index and _is_spread(brackets.items[index - 1].node):
            index -= 1
        printer = Printer(component, Origin(other.path, brackets.place(index)))
        in_call = isinstance(target, cst.Call)
        texts = [_argument(entry, printer, in_call=in_call) for entry in edit.entries]
        return [*old.remove_all(places), brackets.insert(index, brackets.joined(texts, index))]
    first, *others = places
    printer = Printer(component, Origin(file.path, old.place(first)))
    made = Mapping(tuple(Entry(entry.name, entry.value) for entry in edit.entries))
    text = printer.print(made)
    written = keyword(edit.into, text) if isinstance(node, cst.Call) else f"{printer.string([edit.into])}: {text}"
    item = old.items[first]
    return [Splice(file.path, item.start, item.end, written), *(old.remove_all(others) if others else [])]


def unwrap_block(edit: UnwrapBlock, component: CdktfComponent) -> list[Splice]:
    """Take the braces of a struct away: its arguments stand where it stood."""
    file, node = node_at(edit.owner.origin, component)
    brackets = around(file.source, node)
    index = brackets.find(_span(edit.entry))
    block = edit.entry.value
    if not isinstance(block, Mapping):
        raise Unsayable("only a struct that is written out can be unwrapped")
    printer = Printer(component, Origin(file.path, brackets.place(index)))
    in_call = isinstance(node, cst.Call)
    names = edit.names or [entry.name for entry in block.entries]
    entries = [Entry(name, entry.value) for name, entry in zip(names, block.entries, strict=True)]
    texts = [_argument(entry, printer, in_call=in_call) for entry in entries]
    item = brackets.items[index]
    return [Splice(file.path, item.start, item.end, brackets.joined(texts, index))]


def get_item(edit: GetItem, component: CdktfComponent) -> list[Splice]:
    """Exchange the brackets of an index for a call of ``get``."""
    file, node = node_at(edit.value.origin, component)
    steps: list[cst.BaseExpression] = [node]
    while isinstance(steps[-1], (cst.Attribute, cst.Subscript)):
        steps.append(steps[-1].value)
    place = len(edit.value.path) - 1 - edit.position
    found = steps[place] if place < len(steps) else node
    match found:
        case cst.Subscript(value=value, slice=[cst.SubscriptElement(slice=cst.Index())]):
            opening = file.source.document.text.index("[", file.source.outer(value).end)
            end = file.source.inner(found).end
            return [Splice(file.path, opening, opening + 1, ".get("), Splice(file.path, end - 1, end, ")")]
        case _:
            raise Unsayable("the index is not written out")


def _argument(entry: Entry, printer: Printer, *, in_call: bool) -> str:
    """Return *entry* as a keyword or as an element of a dictionary."""
    text = printer.print(entry.value)
    return keyword(entry.name, text) if in_call else f"{printer.string([entry.name])}: {text}"


def _span(entry: Entry) -> Span:
    origin = entry.origin or entry.value.origin
    if origin is None:
        raise Unsayable("the argument does not stand in the source")
    return origin.span


def _is_spread(node: cst.CSTNode) -> bool:
    return isinstance(node, cst.StarredDictElement) or (isinstance(node, cst.Arg) and node.star == "**")
