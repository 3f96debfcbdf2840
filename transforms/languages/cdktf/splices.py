"""Neutral edits made into splices of Python text."""

from __future__ import annotations

import re
from dataclasses import replace
from keyword import iskeyword

import libcst as cst

from iacfix.transforms.edits import (
    AddImport,
    CreateFile,
    DeclareInput,
    DeclareLocal,
    DeclareRest,
    DropOverride,
    Edit,
    GetItem,
    InsertArgument,
    InsertItem,
    InsertResource,
    IntoMap,
    MoveArgument,
    NameArgument,
    NameResource,
    Override,
    Rebind,
    RemoveArgument,
    RemoveImport,
    RemoveItem,
    RemoveResource,
    RenameArgument,
    RenameAttribute,
    RenameImport,
    Replace,
    Splice,
    ToStruct,
    Unsayable,
    UnwrapBlock,
    UnwrapList,
    WrapInList,
)
from iacfix.transforms.languages.cdktf import names
from iacfix.transforms.languages.cdktf.brackets import Brackets, around, blanks_before
from iacfix.transforms.languages.cdktf.configurations import Configuration, given, written
from iacfix.transforms.languages.cdktf.importing import (
    add_import,
    between,
    import_gone,
    import_splices,
    line_end,
    package_of,
    preamble,
    remove_import,
    rename_import,
)
from iacfix.transforms.languages.cdktf.overwrites import uses
from iacfix.transforms.languages.cdktf.print import Printer, keyword
from iacfix.transforms.languages.cdktf.read import CdktfComponent, Unit
from iacfix.transforms.languages.cdktf.recast import (
    get_item,
    into_map,
    move_argument,
    node_at,
    to_struct,
    unwrap_block,
    unwrap_list,
    wrap_in_list,
)
from iacfix.transforms.languages.cdktf.scopes import File, Scope, parameters
from iacfix.transforms.languages.cdktf.signatures import Taking, taking
from iacfix.transforms.model import (
    Component,
    Entry,
    Kind,
    Literal,
    Mapping,
    Module,
    Origin,
    Resource,
    Sequence,
    Span,
)

_COMMENTS_ABOVE = re.compile(r"(?:^[ \t]*#[^\n]*\n)*\Z", re.MULTILINE)


def splices(edit: Edit, component: Component) -> list[Splice]:
    """Return what *edit* means for the texts of *component*."""
    if not isinstance(component, CdktfComponent):
        raise Unsayable("this program was not read as CDKTF")
    match edit:
        case Replace():
            return _replace(edit, component)
        case InsertArgument():
            return _insert_argument(edit, component)
        case RemoveArgument():
            return _remove_argument(edit, component)
        case NameArgument(value=value, name=name):
            if value.origin is None:
                raise Unsayable("what is given by position stands nowhere")
            path, span = value.origin
            return [Splice(path, span.start, span.start, keyword(name, ""))]
        case RenameArgument():
            return _rename_argument(edit, component)
        case InsertItem():
            return _insert_item(edit, component)
        case RemoveItem():
            return _brackets(edit.sequence, component).remove(edit.index)
        case InsertResource():
            return _insert_resource(edit, component)
        case Rebind():
            return _rebind(edit, component)
        case RemoveResource():
            return _remove_resource(edit, component)
        case NameResource():
            return _name_resource(edit, component)
        case DeclareInput():
            return _declare_input(edit, component)
        case DeclareRest():
            return _declare_rest(edit, component)
        case DeclareLocal():
            return _declare_local(edit, component)
        case AddImport():
            return add_import(edit, component)
        case RenameImport():
            return rename_import(edit, component)
        case RemoveImport():
            return remove_import(edit, component)
        case MoveArgument():
            return move_argument(edit, component)
        case UnwrapBlock():
            return unwrap_block(edit, component)
        case RenameAttribute():
            origin = edit.old.whole if edit.alone else edit.old.origin
            return [Splice(origin.path, *origin.span, edit.name)]
        case Override():
            return _override(edit, component)
        case DropOverride():
            return _drop_override(edit, component)
        case GetItem():
            return get_item(edit, component)
        case IntoMap():
            return into_map(edit, component)
        case ToStruct():
            return to_struct(edit, component)
        case WrapInList():
            return wrap_in_list(edit, component)
        case UnwrapList():
            return unwrap_list(edit, component)
        case CreateFile():
            return _create(edit, component)
        case _:
            raise Unsayable(f"{_words(type(edit).__name__)} has no form in a CDKTF program")


def _words(name: str) -> str:
    """Return ``RequireProvider`` as words."""
    return re.sub(r"(?<!^)(?=[A-Z])", " ", name).lower()


# --------------------------------------------------------------------------------------------------------------------
# Values, arguments, items


def _span(entry: Entry) -> Span:
    origin = entry.origin or entry.value.origin
    if origin is None:
        raise Unsayable("the argument does not stand in the source")
    return origin.span


def _brackets(value: Mapping | Sequence, component: CdktfComponent) -> Brackets:
    """Return the brackets that *value* stands between."""
    file, node = node_at(value.origin, component)
    return around(file.source, node)


def _written(owner: Mapping, entry: Entry, component: CdktfComponent) -> tuple[File, Brackets]:
    """Return what *entry* of *owner* stands between: the owner's brackets, or those of a dictionary that it spreads."""
    file, node = node_at(owner.origin, component)
    span = _span(entry)
    if file.source.outer(node).start <= span.start < file.source.outer(node).end:
        return file, around(file.source, node)
    file, value = node_at(entry.value.origin, component)
    outer = next((a for a in file.source.ancestors(value) if isinstance(a, (cst.Dict, cst.Call))), None)
    if outer is None:
        raise Unsayable("the argument does not stand in the source")
    return file, around(file.source, outer)


def _replace(edit: Replace, component: CdktfComponent) -> list[Splice]:
    """Print the new value where the old one stands."""
    file, node = node_at(edit.old.origin, component)
    at = file.source.origin(node)
    if isinstance(edit.old, Mapping) and any(node in unit.names.calls for unit in component.units.values()):
        raise Unsayable("the arguments of a construct are changed one by one")
    printer = Printer(component, at)
    return [Splice(at.path, *at.span, printer.guarded(edit.new, at)), *_needed(printer)]


def _needed(printer: Printer) -> list[Splice]:
    """Import what *printer* has named and the file does not know yet."""
    return [splice for module, name in sorted(printer.needs) for splice in import_splices(printer.file, module, name)]


def _insert_argument(edit: InsertArgument, component: CdktfComponent) -> list[Splice]:
    """Put a keyword into a call, or an element into a dictionary."""
    file, at = node_at(edit.into.origin, component)
    node = _with_fields(edit, file, at, component)
    if node is None:
        return []
    brackets = around(file.source, node)
    index = _index(edit, brackets)
    printer = Printer(component, Origin(file.path, brackets.place(index)))
    text = printer.print(edit.value)
    if isinstance(node, cst.Call):
        named = keyword(edit.name, "").removesuffix("=")
        said = f"{named}{brackets.padded(named)}{text}" if named.isidentifier() else keyword(edit.name, text)
        return [brackets.insert(index, said), *_needed(printer)]
    key = _quoted_like(brackets, file, edit.name) or printer.string([edit.name])
    return [brackets.insert(index, f"{key}: {text}"), *_needed(printer)]


def _with_fields(
    edit: InsertArgument, file: File, node: cst.BaseExpression, component: CdktfComponent
) -> cst.BaseExpression | None:
    """Return what takes the argument: the call itself, or that of the object of fields which it is given.

    None where that object is handed on, which has the argument then.
    """
    callee = component.callee(edit.resource)
    unit = component.units.get(callee) if callee is not None else None
    wanted = unit.configuration if unit is not None else None
    if unit is None or wanted is None or not isinstance(node, cst.Call) or unit.constructor is None:
        return node
    if edit.name in unit.constructor.names or (edit.name not in unit.fields and not component.may_grow(wanted)):
        return node
    object_ = given(node, wanted)
    made = written(file, object_, wanted, file.scope_of(node)) if object_ is not None else None
    caller = component.unit(file, file.scope_of(node))
    if object_ is not None and caller is not None and caller.hands_on(object_, wanted):
        return None
    if made is None:
        raise Unsayable(f"`{wanted.name}` of {edit.resource.address} is made elsewhere")
    return made


def _remove_argument(edit: RemoveArgument, component: CdktfComponent) -> list[Splice]:
    """Take an argument out, unless others would slip into its place."""
    brackets = _written(edit.owner, edit.entry, component)[1]
    index = brackets.find(_span(edit.entry))
    for item in brackets.items[index + 1 :] if _is_positional(brackets.items[index].node) else []:
        if _is_positional(item.node):
            raise Unsayable(f"positional arguments behind `{edit.entry.name}` would take its place")
    return brackets.remove(index)


def _is_positional(node: cst.CSTNode) -> bool:
    return isinstance(node, cst.Arg) and node.keyword is None and node.star != "**"


def _index(edit: InsertArgument, brackets: Brackets) -> int:
    """Return where the argument goes: behind the named one, else to the end, before what is spread."""
    entry = edit.into.entry(edit.after) if edit.after else None
    origin = entry.origin if entry is not None else None
    if origin is not None and brackets.opening <= origin.span.start < brackets.closing:
        return brackets.find(origin.span) + 1
    index = len(brackets.items)
    while index and _is_spread(brackets.items[index - 1].node):
        index -= 1
    return index


def _is_spread(node: cst.CSTNode) -> bool:
    return isinstance(node, cst.StarredDictElement) or (isinstance(node, (cst.Arg, cst.Param)) and node.star == "**")


def _quoted_like(brackets: Brackets, file: File, name: str) -> str:
    """Return *name* quoted as the other keys of a dictionary are; empty when there is none to look at."""
    for item in brackets.items:
        if isinstance(item.node, cst.DictElement) and isinstance(item.node.key, cst.SimpleString):
            quote = file.source.text(item.node.key)[-1]
            return f"{quote}{name}{quote}" if re.fullmatch(r"[\w.:/ -]+", name) else ""
    return ""


def _rename_argument(edit: RenameArgument, component: CdktfComponent) -> list[Splice]:
    """Give a keyword or a key another name."""
    file, brackets = _written(edit.owner, edit.entry, component)
    item = brackets.items[brackets.find(_span(edit.entry))].node
    if isinstance(item, cst.Arg) and item.keyword is not None:
        start, end = file.source.outer(item.keyword)
        blanks = blanks_before(item)
        if len(blanks) > 1:  # the sign stays in its column as long as there is room
            column = len(item.keyword.value) + len(blanks)
            blanks = " " * max(1, column - len(edit.name))
            end += column - len(item.keyword.value)
            return [Splice(file.path, start, end, keyword(edit.name, "").removesuffix("=") + blanks)]
        return [Splice(file.path, start, end, keyword(edit.name, "").removesuffix("="))]
    if isinstance(item, cst.DictElement):
        at = file.source.origin(item.key)
        return [Splice(file.path, *at.span, Printer(component, at).print(Literal(edit.name, like=at)))]
    raise Unsayable("a positional argument has no name")


def _insert_item(edit: InsertItem, component: CdktfComponent) -> list[Splice]:
    """Put an item into a list or a tuple."""
    file, node = node_at(edit.sequence.origin, component)
    brackets = around(file.source, node)
    text = Printer(component, Origin(file.path, brackets.place(edit.index))).print(edit.value)
    return [brackets.insert(edit.index, text)]


# --------------------------------------------------------------------------------------------------------------------
# Resources


def _unit(module: Module, component: CdktfComponent) -> Unit:
    unit = component.units.get(module)
    if unit is None:
        raise Unsayable(f"{module.path} is no module of this program")
    return unit


def _statement(file: File, node: cst.CSTNode) -> cst.SimpleStatementLine:
    """Return the line that *node* stands on as its only statement."""
    for outer in file.source.ancestors(node):
        if isinstance(outer, cst.SimpleStatementLine):
            if len(outer.body) > 1:
                raise Unsayable("several statements share this line")
            return outer
        if isinstance(outer, (cst.BaseCompoundStatement, cst.BaseSuite)):
            break
    raise Unsayable("this code is no statement of its own")


def _insert_resource(edit: InsertResource, component: CdktfComponent) -> list[Splice]:
    """Make a construct behind another one, or before the first that uses it, in the same scope."""
    unit = _unit(edit.module, component)
    after = (
        edit.after
        or edit.before
        or next(
            (
                r
                for r in reversed(edit.module.resources)
                if isinstance(unit.nodes.get(r), cst.Call) and r.kind is not Kind.INPUT
            ),
            None,
        )
    )
    node = unit.nodes.get(after) if after is not None else None
    if not isinstance(node, cst.Call) or not node.args:
        raise Unsayable("there is no construct behind which this one could be made")
    file = unit.file
    line = _statement(file, node)
    end = line_end(file, file.source.inner(line).end)
    indent = file.source.document.indent(file.source.inner(line).start)
    name, imported = _class(edit.resource, file)
    scope = file.source.text(node.args[0].value)
    printer = Printer(component, Origin(file.path, Span(end, end)))
    made = indent + _construct(edit.resource, name, scope, printer, indent)
    newline = printer.newline
    if edit.before is not None and edit.after is None:
        start = file.source.document.line_start(file.source.inner(line).start)
        above = _COMMENTS_ABOVE.search(file.source.document.text[:start])
        start = above.start() if above else start
        extra = newline if any(empty.comment is None for empty in line.leading_lines) else ""
        return [*import_splices(file, *imported), Splice(file.path, start, start, f"{made}{newline}{extra}", 1)]
    extra = newline if _spaced(file, line) else ""
    return [*import_splices(file, *imported), Splice(file.path, end, end, f"{newline}{extra}{made}", 1)]


def _override(edit: Override, component: CdktfComponent) -> list[Splice]:
    """Call ``add_override`` of the scope that the construct is made in, behind it."""
    unit = _unit(edit.module, component)
    node = unit.nodes.get(edit.resource)
    if not isinstance(node, cst.Call) or not node.args or node.args[0].keyword or node.args[0].star:
        raise Unsayable("it cannot be told what the construct is made in")
    file = unit.file
    line = _statement(file, node)
    end = line_end(file, file.source.inner(line).end)
    printer = Printer(component, Origin(file.path, Span(end, end)))
    indent = file.source.document.indent(file.source.inner(line).start)
    scope, path = file.source.text(node.args[0].value), printer.string([edit.path])
    text = f"{indent}{scope}.add_override({path}, {printer.print(edit.value)})"
    return [Splice(file.path, end, end, f"{printer.newline}{text}", 1)]


def _drop_override(edit: DropOverride, component: CdktfComponent) -> list[Splice]:
    """Take the statement away, with the blank line before it where one is left behind it too."""
    file, node = node_at(edit.override.origin, component)
    line = _statement(file, node)
    block = file.source.parent(line)
    if isinstance(block, cst.IndentedBlock) and len(block.body) == 1:
        raise Unsayable("it is all that its block does")
    text = file.source.document.text
    start = file.source.document.line_start(file.source.inner(line).start)
    end = text.find("\n", file.source.inner(line).end) + 1 or len(text)
    above = re.search(r"\n(?P<blank>[ \t]*\r?\n)\Z", text[:start])
    if above is not None and (end == len(text) or re.compile(r"[ \t]*\r?\n").match(text, end)):
        start = above.start("blank")
    return [Splice(file.path, start, end, "")]


def _spaced(file: File, line: cst.SimpleStatementLine) -> bool:
    """Say whether a blank line stands before the statement, as one should then before the next."""
    return (
        any(empty.comment is None for empty in line.leading_lines)
        or "\n" in file.source.document.text[slice(*file.source.inner(line))]
    )


def _construct(resource: Resource, name: str, scope: str, printer: Printer, indent: str) -> str:
    """Return the call that makes *resource*."""
    entries = (*resource.body.entries, *resource.meta.entries)
    if resource.binding and (not resource.binding.removeprefix("self.").isidentifier()):
        raise Unsayable(f"`{resource.binding}` is no name that could be bound")
    binding = f"{resource.binding} = " if resource.binding else ""
    arguments = [scope, printer.string([resource.name])]
    inner = f"{indent}    "
    arguments += [keyword(entry.name, printer.deeper(entry.value, inner)) for entry in entries]
    flat = f"{binding}{name}({', '.join(arguments)})"
    if len(entries) < 2 and len(indent + flat) <= 100 and "\n" not in flat:
        return flat
    lines = "".join(f"{inner}{argument},{printer.newline}" for argument in arguments)
    return f"{binding}{name}({printer.newline}{lines}{indent})"


_IRREGULAR = frozenset(
    {
        "autoscaling_group_tag",
        "dynamodb_table_replica",
        "ec2_managed_prefix_list_entry",
        "network_interface_attachment",
        "s3_bucket_logging",
        "s3_bucket_object_lock_configuration",
        "s3_bucket_replication_configuration",
        "s3_bucket_server_side_encryption_configuration",
        "s3_bucket_versioning",
        "vpc_peering_connection_accepter",
    }
)


def _class(resource: Resource, file: File) -> tuple[str, tuple[str, str]]:
    """Return what the file calls the class of *resource*, and the import that it needs."""
    if resource.type in names.OWN:
        fork = any(imported.startswith("cdktn") for imported in file.imports.values())
        library = names.LIBRARIES[fork]
        local = next((local for local, found in file.imports.items() if found == f"{library}.{resource.type}"), "")
        return local or resource.type, (library, resource.type)
    provider, _, module = resource.type.partition("_")
    if resource.kind not in {Kind.RESOURCE, Kind.DATA} or not module:
        raise Unsayable(f"{resource.address} has no class that is known")
    name = "".join(part.capitalize() for part in module.split("_")) + ("A" if module in _IRREGULAR else "")
    if resource.kind is Kind.DATA:
        name, module = f"Data{provider.capitalize()}{name}", f"data_{provider}_{module}"
    package = package_of(file, provider)
    dotted = f"{package}.{module}.{name}"
    known = next((local for local, imported in file.imports.items() if imported == dotted), name)
    return known, (f"{package}.{module}", name)


def _name_resource(edit: NameResource, component: CdktfComponent) -> list[Splice]:
    """Bind a construct that is made by a statement of its own."""
    unit = _unit(edit.module, component)
    node = unit.nodes.get(edit.resource)
    if not isinstance(node, cst.Call):
        raise Unsayable(f"{edit.resource.address} does not stand in the source")
    file = unit.file
    line = _statement(file, node)
    made = line.body[0]
    taken = any(name.value == edit.name for name in file.source.all(cst.Name))
    if not isinstance(made, cst.Expr) or made.value is not node or taken or not edit.name.isidentifier():
        raise Unsayable(f"{edit.resource.address} cannot be given a name here")
    start = file.source.inner(line).start
    return [Splice(file.path, start, start, f"{edit.name} = ")]


def _remove_parameter(edit: RemoveResource, file: File, node: cst.Param) -> list[Splice]:
    """Take a parameter out of its function, where a single use of it goes with it."""
    function = next((f for f in file.source.ancestors(node) if isinstance(f, cst.FunctionDef)), None)
    if function is None:
        raise Unsayable(f"{edit.resource.address} does not stand in the source")
    within = file.source.outer(function)
    uses = [
        name
        for name in file.source.all(cst.Name)
        if name.value == node.name.value and within.start <= file.source.outer(name).start < within.end
    ]
    keywords = {id(argument.keyword) for call in file.source.all(cst.Call) for argument in call.args}
    if len([name for name in uses if name is not node.name and id(name) not in keywords]) > 1:
        raise Unsayable(f"`{node.name.value}` is used elsewhere too")
    brackets = around(file.source, function)
    return brackets.remove(brackets.find(file.source.outer(node.name)))


def _remove_resource(edit: RemoveResource, component: CdktfComponent) -> list[Splice]:
    """Take the statement of a construct away, with the comment right above it."""
    unit = _unit(edit.module, component)
    node = unit.nodes.get(edit.resource)
    if node is None:
        raise Unsayable(f"{edit.resource.address} does not stand in the source")
    file = unit.file
    if isinstance(node, cst.Param):
        return _remove_parameter(edit, file, node)
    line = _statement(file, node) if not isinstance(node, cst.SimpleStatementLine) else node
    made = line.body[0]
    value = made.value if isinstance(made, (cst.Expr, cst.Assign, cst.AnnAssign)) else None
    if value is not node and made is not node:
        raise Unsayable(f"{edit.resource.address} is made inside another expression")
    # What a local is exchanged for belongs to the same fix as its removal; a construct has nothing to stand in for it.
    is_local = edit.resource.kind is Kind.LOCAL
    users = [] if is_local else [user for user in edit.module.users(edit.resource) if user not in edit.freed]
    if users or (not is_local and _named_elsewhere(unit, edit, line)):
        by = users[0].address if users else f"`{edit.resource.binding}`"
        raise Unsayable(f"{edit.resource.address} is used by {by}")
    block = file.source.parent(line)
    if isinstance(block, cst.IndentedBlock) and len(block.body) == 1:
        raise Unsayable(f"{edit.resource.address} is all that its block does")
    text = file.source.document.text
    start = file.source.document.line_start(file.source.inner(line).start)
    above = _COMMENTS_ABOVE.search(text[:start])
    start = above.start() if above else start
    end = text.find("\n", file.source.inner(line).end) + 1 or len(text)
    if re.search(r"\n[ \t]*\r?\n\Z", text[:start]) and (blank := re.compile(r"[ \t]*\r?\n").match(text, end)):
        end = blank.end()
    return [Splice(file.path, start, end, ""), *import_gone(file, value)]


def _rebind(edit: Rebind, component: CdktfComponent) -> list[Splice]:
    """Set another attribute, and name it so in the whole class."""
    unit = _unit(edit.module, component)
    binding = unit.bound.get(edit.resource)
    old = binding.target.rpartition(".")[2] if binding is not None else ""
    found = uses(unit.file, unit.scope, old) if old else None
    if found is None or f".{edit.name}" in unit.scope.every or edit.name in unit.scope.names:
        raise Unsayable(f"`{edit.name}` cannot be an attribute of {edit.module.path}")
    return [Splice(unit.file.path, *unit.file.source.inner(use.attr), edit.name) for use in found]


def _named_elsewhere(unit: Unit, edit: RemoveResource, line: cst.SimpleStatementLine) -> bool:
    """Say whether the binding of what goes is used outside of its own statement, and of what is freed of it."""
    binding = unit.bound.get(edit.resource)
    if binding is None:
        return False
    source = unit.file.source
    own = [source.outer(line), *(freed.origin.span for freed in edit.freed if freed.origin is not None)]
    last = binding.target.rpartition(".")[2]
    return any(
        name.value == last and not any(start <= source.outer(name).start < end for start, end in own)
        for name in source.all(cst.Name)
    )


# --------------------------------------------------------------------------------------------------------------------
# Inputs and locals


def _constructor(module: Module, component: CdktfComponent) -> tuple[Unit, Scope, cst.FunctionDef]:
    unit = _unit(module, component)
    constructor = unit.constructor
    if constructor is None or not isinstance(constructor.node, cst.FunctionDef):
        raise Unsayable(f"{module.path} has no constructor that could take a parameter")
    return unit, constructor, constructor.node


def _declare_input(edit: DeclareInput, component: CdktfComponent) -> list[Splice]:
    """Add a parameter to the constructor, behind the last one that has a name."""
    if edit.module.find(Kind.INPUT, "", edit.name) is not None:
        return []
    unit, constructor, function = _constructor(edit.module, component)
    if not edit.name.isidentifier() or iskeyword(edit.name) or edit.name in constructor.names:
        raise Unsayable(f"`{edit.name}` cannot be a parameter of {edit.module.path}")
    wanted = unit.configuration
    taken = taking(unit.file, constructor)
    free = edit.default is not None and not edit.direct
    if free and wanted is not None and component.may_grow(wanted):
        return [_grow(edit, wanted, component)]
    if free and taken is not None:
        return [_take(edit, taken, Printer(component, Origin(unit.file.path, Span(taken.end, taken.end))))]
    brackets = around(unit.file.source, function)
    index = len(brackets.items)
    while index and _is_spread(brackets.items[index - 1].node):
        index -= 1
    named = [p for p in parameters(function) if not p.star or p.star not in {"*", "**"}]
    optional = any(p.default is not None for p in (*function.params.posonly_params, *function.params.params))
    only_keywords = bool(function.params.kwonly_params) or isinstance(function.params.star_arg, cst.Param)
    if edit.default is None and optional and not only_keywords:
        raise Unsayable(f"`{edit.name}` has no default, and would follow parameters that have one")
    annotated = any(parameter.annotation is not None for parameter in named[1:])
    text = _parameter(edit, annotated, Printer(component, Origin(unit.file.path, brackets.place(index))))
    return [brackets.insert(index, text)]


def _grow(edit: DeclareInput, wanted: Configuration, component: CdktfComponent) -> Splice:
    """Add a field with a default behind the last one."""
    last = wanted.fields[-1]
    if last.file is not wanted.file:
        raise Unsayable(f"`{wanted.scope.name}` has no fields of its own")
    source = wanted.file.source
    end = line_end(wanted.file, source.inner(last.node).end)
    annotation = names.python_annotation(edit.type)
    if not annotation:
        raise Unsayable(f"`{edit.name}` has no type that a field could have")
    printer = Printer(component, Origin(wanted.file.path, Span(end, end)))
    default = printer.print(edit.default.detached()) if edit.default is not None else "None"
    annotation += " | None" if default == "None" else ""
    indent = source.document.indent(source.inner(last.node).start)
    return Splice(wanted.file.path, end, end, f"{printer.newline}{indent}{edit.name}: {annotation} = {default}", -1)


def _take(edit: DeclareInput, taken: Taking, printer: Printer) -> Splice:
    """Take the input out of ``**kwargs``, in the line behind those that do so."""
    file = printer.file
    end = line_end(file, taken.end)
    default = printer.print(edit.default.detached()) if edit.default is not None else "None"
    key = f"{taken.quote}{edit.name}{taken.quote}"
    default = f"{taken.quote}{default[1:-1]}{taken.quote}" if re.fullmatch(r"([\"'])[\w.-]*\1", default) else default
    indent = file.source.document.indent(taken.end)
    line = f"{indent}{edit.name} = {taken.rest}.{taken.method}({key}, {default})"
    return Splice(file.path, end, end, printer.newline + line, -1)


def _declare_rest(edit: DeclareRest, component: CdktfComponent) -> list[Splice]:
    """Add ``**kwargs`` behind all parameters."""
    unit, constructor, function = _constructor(edit.module, component)
    if function.params.star_kwarg is not None or edit.name in constructor.names:
        raise Unsayable(f"`{edit.name}` means something else in {edit.module.path}")
    brackets = around(unit.file.source, function)
    splice = brackets.insert(len(brackets.items), f"**{edit.name}")
    return [replace(splice, rank=splice.rank + 1)]


def _parameter(edit: DeclareInput, annotated: bool, printer: Printer) -> str:
    """Return the parameter as the signature writes its own."""
    annotation = names.python_annotation(edit.type) if annotated else ""
    default = printer.print(edit.default.detached()) if edit.default is not None else None
    if annotation and default == "None":
        annotation += " | None"
    if annotation:
        return f"{edit.name}: {annotation}" + (f" = {default}" if default is not None else "")
    return edit.name + (f"={default}" if default is not None else "")


def _declare_local(edit: DeclareLocal, component: CdktfComponent) -> list[Splice]:
    """Bind a name at the start of the functions that use it, as soon as its value can be told there."""
    if (known := edit.module.find(Kind.LOCAL, "", edit.name)) is not None:
        if known.value is None or known.value != edit.value:
            raise Unsayable(f"`{edit.name}` is bound to something else already")
        return []
    unit = _unit(edit.module, component)
    functions = _functions(edit, unit)
    if edit.name.startswith("self.") and unit.constructor is None:
        raise Unsayable(f"{edit.module.path} has no constructor that could set `{edit.name}`")
    return [_bind(edit, unit, scope, component) for scope in functions]


def _functions(edit: DeclareLocal, unit: Unit) -> list[Scope]:
    """Return the functions in which the local must be bound."""
    if edit.name.startswith("self.") and unit.constructor is not None:
        return [unit.constructor]
    found: list[Scope] = []
    for user in edit.users:
        if user.origin is not None and (scope := unit.file.scope_at(user.origin.span)) not in found:
            found.append(scope)
    return found or [unit.constructor or unit.scope]


def _bind(edit: DeclareLocal, unit: Unit, scope: Scope, component: CdktfComponent) -> Splice:
    """Bind the local in *scope*: behind the docstring, the imports and ``super().__init__()``, before its users."""
    file = unit.file
    body = _body(scope)
    used = [u.origin.span.start for u in edit.users if u.origin is not None and file.scope_at(u.origin.span) is scope]
    latest = min(used, default=len(file.source.document.text))
    reason = f"there is no place for `{edit.name}` before it is used"
    first = preamble(body)
    for number in range(max(first, 0), len(body) + 1):
        place = between(file, body, number)
        if place is None or place[0] > latest:
            break
        offset, before = place
        try:
            printer = Printer(component, Origin(file.path, Span(offset, offset)))
            text = printer.print(edit.value.detached() if edit.value.origin is None else edit.value)
        except Unsayable as refusal:
            reason = str(refusal)
            continue
        indent = _indent(file, body)
        line = f"{indent}{edit.name} = {text}"
        return Splice(file.path, offset, offset, line + printer.newline if before else printer.newline + line)
    raise Unsayable(reason)


def _body(scope: Scope) -> list[cst.BaseStatement]:
    """Return the statements of *scope*."""
    if isinstance(scope.node, cst.Module):
        return list(scope.node.body)
    if not isinstance(scope.node.body, cst.IndentedBlock):
        raise Unsayable(f"the body of `{scope.name}` stands on one line")
    return list(scope.node.body.body)


def _indent(file: File, body: list[cst.BaseStatement]) -> str:
    """Return the indentation of the statements of *body*."""
    return file.source.document.indent(file.source.inner(body[0]).start)


# --------------------------------------------------------------------------------------------------------------------
# Files


def _create(edit: CreateFile, component: CdktfComponent) -> list[Splice]:
    """Create a file that is not there."""
    taken = component.tree.paths() if component.tree is not None else frozenset[str]()
    if edit.path in component.documents or edit.path in taken:
        raise Unsayable(f"{edit.path} is there already")
    return [Splice(edit.path, 0, 0, edit.text, creates=True)]
