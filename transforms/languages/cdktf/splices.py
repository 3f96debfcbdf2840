"""Neutral edits made into splices of Python text."""

from __future__ import annotations

import re
import sys
from keyword import iskeyword

import libcst as cst

from iacfix.transforms.edits import (
    AddImport,
    CreateFile,
    DeclareInput,
    DeclareLocal,
    Edit,
    InsertArgument,
    InsertItem,
    InsertResource,
    RemoveArgument,
    RemoveItem,
    RemoveResource,
    RenameArgument,
    Replace,
    Splice,
    Unsayable,
)
from iacfix.transforms.languages.cdktf import names
from iacfix.transforms.languages.cdktf.brackets import Brackets, around
from iacfix.transforms.languages.cdktf.print import Printer, keyword
from iacfix.transforms.languages.cdktf.read import CdktfComponent, Unit
from iacfix.transforms.languages.cdktf.scopes import File, Scope, dotted_text, parameters
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
        case RenameArgument():
            return _rename_argument(edit, component)
        case InsertItem():
            return _insert_item(edit, component)
        case RemoveItem():
            return _brackets(edit.sequence, component).remove(edit.index)
        case InsertResource():
            return _insert_resource(edit, component)
        case RemoveResource():
            return _remove_resource(edit, component)
        case DeclareInput():
            return _declare_input(edit, component)
        case DeclareLocal():
            return _declare_local(edit, component)
        case AddImport():
            return _add_import(edit, component)
        case CreateFile():
            return _create(edit, component)
        case _:
            raise Unsayable(f"{_words(type(edit).__name__)} has no form in a CDKTF program")


def _words(name: str) -> str:
    """Return ``RequireProvider`` as words."""
    return re.sub(r"(?<!^)(?=[A-Z])", " ", name).lower()


# --------------------------------------------------------------------------------------------------------------------
# Values, arguments, items


def _node(origin: Origin | None, component: CdktfComponent) -> tuple[File, cst.BaseExpression]:
    """Return the expression at *origin* with its file."""
    file = component.file(origin.path) if origin is not None else None
    node = file.source.at(origin.span) if file is not None and origin is not None else None
    if file is None or node is None:
        raise Unsayable("what is to be changed does not stand in the source as an expression of its own")
    return file, node


def _span(entry: Entry) -> Span:
    origin = entry.origin or entry.value.origin
    if origin is None:
        raise Unsayable("the argument does not stand in the source")
    return origin.span


def _brackets(value: Mapping | Sequence, component: CdktfComponent) -> Brackets:
    """Return the brackets that *value* stands between."""
    file, node = _node(value.origin, component)
    return around(file.source, node)


def _written(owner: Mapping, entry: Entry, component: CdktfComponent) -> tuple[File, Brackets]:
    """Return what *entry* of *owner* stands between: the owner's brackets, or those of a dictionary that it spreads."""
    file, node = _node(owner.origin, component)
    span = _span(entry)
    if file.source.outer(node).start <= span.start < file.source.outer(node).end:
        return file, around(file.source, node)
    file, value = _node(entry.value.origin, component)
    outer = next((a for a in file.source.ancestors(value) if isinstance(a, (cst.Dict, cst.Call))), None)
    if outer is None:
        raise Unsayable("the argument does not stand in the source")
    return file, around(file.source, outer)


def _replace(edit: Replace, component: CdktfComponent) -> list[Splice]:
    """Print the new value where the old one stands."""
    file, node = _node(edit.old.origin, component)
    at = file.source.origin(node)
    if isinstance(edit.old, Mapping) and any(node in unit.names.calls for unit in component.units.values()):
        raise Unsayable("the arguments of a construct are changed one by one")
    return [Splice(at.path, *at.span, Printer(component, at).guarded(edit.new, at))]


def _insert_argument(edit: InsertArgument, component: CdktfComponent) -> list[Splice]:
    """Put a keyword into a call, or an element into a dictionary."""
    file, node = _node(edit.into.origin, component)
    brackets = around(file.source, node)
    index = _index(edit, brackets)
    printer = Printer(component, Origin(file.path, brackets.place(index)))
    text = printer.print(edit.value)
    if isinstance(node, cst.Call):
        return [brackets.insert(index, keyword(edit.name, text))]
    key = _quoted_like(brackets, file, edit.name) or printer.string([edit.name])
    return [brackets.insert(index, f"{key}: {text}")]


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
        return [Splice(file.path, *file.source.outer(item.keyword), keyword(edit.name, "").removesuffix("="))]
    if isinstance(item, cst.DictElement):
        at = file.source.origin(item.key)
        return [Splice(file.path, *at.span, Printer(component, at).print(Literal(edit.name, like=at)))]
    raise Unsayable("a positional argument has no name")


def _insert_item(edit: InsertItem, component: CdktfComponent) -> list[Splice]:
    """Put an item into a list or a tuple."""
    file, node = _node(edit.sequence.origin, component)
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


def _line_end(file: File, offset: int) -> int:
    """Return where the line of *offset* ends, before its line ending."""
    text = file.source.document.text
    end = text.find("\n", offset)
    if end < 0:
        return len(text)
    return end - 1 if end and text[end - 1] == "\r" else end


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
    end = _line_end(file, file.source.inner(line).end)
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
        return [*_import_splices(file, *imported), Splice(file.path, start, start, f"{made}{newline}{extra}", 1)]
    extra = newline if _spaced(file, line) else ""
    return [*_import_splices(file, *imported), Splice(file.path, end, end, f"{newline}{extra}{made}", 1)]


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
    package = _package(file, provider)
    dotted = f"{package}.{module}.{name}"
    known = next((local for local, imported in file.imports.items() if imported == dotted), name)
    return known, (f"{package}.{module}", name)


def _package(file: File, provider: str) -> str:
    """Return the package that the file takes *provider* from."""
    packages = (f"cdktf_cdktf_provider_{provider}", f"cdktn_provider_{provider}", f"imports.{provider}")
    for package in packages:
        if any(imported.startswith(f"{package}.") for imported in file.imports.values()):
            return package
    fork = any(imported.startswith("cdktn") for imported in file.imports.values())
    return packages[1] if fork else packages[0]


def _remove_resource(edit: RemoveResource, component: CdktfComponent) -> list[Splice]:
    """Take the statement of a construct away, with the comment right above it."""
    unit = _unit(edit.module, component)
    node = unit.nodes.get(edit.resource)
    if node is None:
        raise Unsayable(f"{edit.resource.address} does not stand in the source")
    file = unit.file
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
    return [Splice(file.path, start, end, ""), *_import_gone(file, value)]


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


def _import_gone(file: File, node: cst.CSTNode | None) -> list[Splice]:
    """Take the import of the class that *node* makes away, where nothing else names it and it stands alone."""
    match node:
        case cst.Call(func=cst.Name(value=name)):
            pass
        case _:
            return []
    uses = [other for other in file.source.all(cst.Name) if other.value == name]
    for line, small in _import_lines(file):
        if isinstance(small, cst.Import) or isinstance(small.names, cst.ImportStar) or len(line.body) > 1:
            continue
        alone = len(small.names) == 1 and small.names[0].asname is None and small.names[0].evaluated_name == name
        if alone and len(uses) == 2:
            document = file.source.document
            start = document.line_start(file.source.inner(line).start)
            end = document.text.find("\n", file.source.inner(line).end) + 1 or len(document.text)
            return [Splice(file.path, start, end, "")]
    return []


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
    first = _preamble(body)
    for number in range(max(first, 0), len(body) + 1):
        place = _between(file, body, number)
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


def _preamble(body: list[cst.BaseStatement]) -> int:
    """Return how many statements stand before a local may: the docstring, imports, ``super().__init__()``."""
    count = 0
    for number, statement in enumerate(body):
        match statement:
            case cst.SimpleStatementLine(body=[cst.Expr(value=cst.SimpleString() | cst.ConcatenatedString())]) if (
                not number
            ):
                count = 1
            case cst.SimpleStatementLine(body=[cst.Import() | cst.ImportFrom(), *_]):
                count = number + 1
            case cst.SimpleStatementLine(
                body=[cst.Expr(value=cst.Call(func=cst.Attribute(attr=cst.Name(value="__init__"))))]
            ):
                return number + 1
            case _:
                pass
    return count


def _between(file: File, body: list[cst.BaseStatement], number: int) -> tuple[int, bool] | None:
    """Return an offset between the statements of *body*, and whether the new line goes before what follows."""
    source = file.source
    if number == 0:
        start = source.inner(body[0]).start
        return source.document.line_start(start), True
    previous = body[number - 1]
    if isinstance(previous, cst.SimpleStatementLine):
        return _line_end(file, source.inner(previous).end), False
    if number < len(body):
        return source.document.line_start(source.inner(body[number]).start), True
    return None


def _indent(file: File, body: list[cst.BaseStatement]) -> str:
    """Return the indentation of the statements of *body*."""
    return file.source.document.indent(file.source.inner(body[0]).start)


# --------------------------------------------------------------------------------------------------------------------
# Imports and files


def _add_import(edit: AddImport, component: CdktfComponent) -> list[Splice]:
    """Import a name, in its sorted place among imports like it."""
    file = component.file(edit.path)
    if file is None:
        raise Unsayable(f"{edit.path} is no file of this program")
    return _import_splices(file, edit.module, edit.name)


def _import_splices(file: File, module: str, name: str) -> list[Splice]:
    """Return what importing *name* from *module* takes."""
    wanted = f"{module}.{name}" if name else module
    if wanted in file.imports.values():
        return []
    statements = _import_lines(file)
    if name:
        for _, small in statements:
            if isinstance(small, cst.ImportFrom) and not small.relative and _module(small) == module:
                return [_into(file, small, name)]
    text = f"from {module} import {name}" if name else f"import {module}"
    newline = file.source.document.newline
    if not statements:
        body = list[cst.BaseStatement](file.source.tree.body)
        first = _between(file, body, 1 if _preamble(body) else 0) if body else (0, True)
        offset, before = first or (0, True)
        return [Splice(file.path, offset, offset, text + newline if before else newline * 2 + text, -1)]
    line, above = _neighbour(statements, module, bool(name))
    span = file.source.inner(line)
    if above:
        start = file.source.document.line_start(span.start)
        apart = _is_standard(module) and not any(_is_standard(_module(small)) for _, small in statements)
        return [Splice(file.path, start, start, text + newline * (1 + apart), -1)]
    end = _line_end(file, span.end)
    return [Splice(file.path, end, end, newline + text, -1)]


def _is_standard(module: str) -> bool:
    return module.partition(".")[0] in sys.stdlib_module_names


def _import_lines(file: File) -> list[tuple[cst.SimpleStatementLine, cst.Import | cst.ImportFrom]]:
    """Return the imports at the top level of *file*."""
    return [
        (line, small)
        for line in file.source.tree.body
        if isinstance(line, cst.SimpleStatementLine)
        for small in line.body[:1]
        if isinstance(small, (cst.Import, cst.ImportFrom))
        and not (isinstance(small, cst.ImportFrom) and _module(small) == "__future__")
    ]


def _module(statement: cst.Import | cst.ImportFrom) -> str:
    if isinstance(statement, cst.Import):
        return statement.names[0].evaluated_name
    return dotted_text(statement.module) if statement.module is not None else ""


def _neighbour(
    statements: list[tuple[cst.SimpleStatementLine, cst.Import | cst.ImportFrom]], module: str, from_: bool
) -> tuple[cst.SimpleStatementLine, bool]:
    """Return the import beside which the new one goes, and whether it goes above it."""
    package = module.partition(".")[0]
    family = package.partition("_")[0]
    for alike in (
        [item for item in statements if _module(item[1]).partition(".")[0] == package],
        [item for item in statements if _module(item[1]).startswith(family)],
        [
            item
            for item in statements
            if isinstance(item[1], cst.ImportFrom) == from_ and family not in {"cdktf", "cdktn"}
        ],
    ):
        if alike:
            before = [line for line, small in alike if _module(small) < module]
            return (before[-1], False) if before else (alike[0][0], True)
    return (statements[0][0], True) if not from_ else (statements[-1][0], False)


def _into(file: File, statement: cst.ImportFrom, name: str) -> Splice:
    """Put *name* among those of an import, in its sorted place."""
    if isinstance(statement.names, cst.ImportStar):
        raise Unsayable(f"`{name}` is imported with everything else already")
    source = file.source
    aliases = statement.names
    opening = source.inner(statement.lpar).end if statement.lpar else source.outer(aliases[0]).start
    closing = source.inner(statement.rpar).start if statement.rpar else source.inner(statement).end
    brackets = Brackets(source, opening, closing, aliases)
    known = [alias.evaluated_name for alias in aliases]
    index = len(known)
    if known == sorted(known):
        index = sum(other < name for other in known)
    return brackets.insert(index, name)


def _create(edit: CreateFile, component: CdktfComponent) -> list[Splice]:
    """Create a file that is not there."""
    taken = component.tree.paths() if component.tree is not None else frozenset[str]()
    if edit.path in component.documents or edit.path in taken:
        raise Unsayable(f"{edit.path} is there already")
    return [Splice(edit.path, 0, 0, edit.text, creates=True)]
