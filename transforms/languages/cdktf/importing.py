"""Import statements: where one goes, and how a name in one is taken out or called otherwise."""

from __future__ import annotations

import re
import sys

import libcst as cst

from iacfix.transforms.edits import AddImport, RemoveImport, RenameImport, Splice, Unsayable
from iacfix.transforms.languages.cdktf.brackets import Brackets
from iacfix.transforms.languages.cdktf.read import CdktfComponent
from iacfix.transforms.languages.cdktf.scopes import File, dotted_text
from iacfix.transforms.languages.cdktf.taken import uses_of
from iacfix.transforms.model import Import


def line_end(file: File, offset: int) -> int:
    """Return where the line of *offset* ends, before its line ending."""
    text = file.source.document.text
    end = text.find("\n", offset)
    if end < 0:
        return len(text)
    return end - 1 if end and text[end - 1] == "\r" else end


def preamble(body: list[cst.BaseStatement]) -> int:
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


def between(file: File, body: list[cst.BaseStatement], number: int) -> tuple[int, bool] | None:
    """Return an offset between the statements of *body*, and whether the new line goes before what follows."""
    source = file.source
    if number == 0:
        start = source.inner(body[0]).start
        return source.document.line_start(start), True
    previous = body[number - 1]
    if isinstance(previous, cst.SimpleStatementLine):
        return line_end(file, source.inner(previous).end), False
    if number < len(body):
        return source.document.line_start(source.inner(body[number]).start), True
    return None


def add_import(edit: AddImport, component: CdktfComponent) -> list[Splice]:
    """Import a name, in its sorted place among imports like it."""
    file = component.file(edit.path)
    if file is None:
        raise Unsayable(f"{edit.path} is no file of this program")
    return import_splices(file, edit.module, edit.name)


def import_splices(file: File, module: str, name: str, beside: cst.ImportFrom | None = None) -> list[Splice]:
    """Return what importing *name* from *module* takes: *beside* another import, where they are in no order."""
    wanted = f"{module}.{name}" if name else module
    if wanted in file.imports.values() or (module in file.stars and file.brought(name) == wanted):
        return []
    module = file.spelled(module)
    statements = _import_lines(file)
    if name:
        for _, small in statements:
            if isinstance(small, cst.ImportFrom) and not small.relative and _module(small) == module:
                return [_into(file, small, name)]
    text = f"from {module} import {name}" if name else f"import {module}"
    newline = file.source.document.newline
    if not statements:
        body = list[cst.BaseStatement](file.source.tree.body)
        first = between(file, body, 1 if preamble(body) else 0) if body else (0, True)
        offset, before = first or (0, True)
        return [Splice(file.path, offset, offset, text + newline if before else newline * 2 + text, -1)]
    alike = [_module(small) for _, small in statements if _module(small).partition(".")[0] == module.partition(".")[0]]
    line, above = _neighbour(statements, module, bool(name))
    if beside is not None and alike != sorted(alike):
        line = next((line for line, small in statements if small is beside), line)
        above = False
    span = file.source.inner(line)
    if above:
        start = file.source.document.line_start(span.start)
        apart = _is_standard(module) and not any(_is_standard(_module(small)) for _, small in statements)
        blank = [Splice(file.path, start, start, newline, -1)] if apart else []
        return [Splice(file.path, start, start, text + newline, -2 if name else -3), *blank]
    end = line_end(file, span.end)
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
    if _is_standard(module):
        standard = [item for item in statements if _is_standard(_module(item[1]))]
        same = [item for item in standard if isinstance(item[1], cst.ImportFrom) == from_]
        before = [line for line, small in same if _module(small) < module]
        if before or (from_ and standard):
            return (before or [standard[-1][0]])[-1], False
        return (same or standard or statements)[0][0], True
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
    aliases = list(statement.names)
    brackets = _listed(file, statement, aliases)
    known = [alias.evaluated_name for alias in aliases]
    index = len(known)
    if known == sorted(known):
        index = sum(other < name for other in known)
    return brackets.insert(index, name)


# --------------------------------------------------------------------------------------------------------------------
# Names that are taken otherwise


def _alias(old: Import, component: CdktfComponent) -> tuple[File, cst.ImportFrom, cst.ImportAlias]:
    """Return the statement that *old* stands in, and its place there."""
    file = component.file(old.path)
    for statement in file.source.all(cst.ImportFrom) if file is not None else ():
        for alias in statement.names if not isinstance(statement.names, cst.ImportStar) else ():
            if file is not None and file.source.origin(alias.name) == old.origin:
                return file, statement, alias
    raise Unsayable(f"the import of `{old.name}` does not stand in the source")


def rename_import(edit: RenameImport, component: CdktfComponent) -> list[Splice]:
    """Take another name, and call it so in the whole file."""
    old = edit.old
    file, statement, alias = _alias(old, component)
    wanted = f"{edit.module}.{edit.name}"
    known = next((local for local, imported in file.imports.items() if imported == wanted), None)
    renamed = alias.asname is None and edit.name != old.name
    local = known or (edit.name if renamed else old.bound)
    if known is None and renamed:
        bound = any(edit.name in scope.names for scope in file.scopes.values())
        if bound or file.imports.get(edit.name, wanted) != wanted:
            raise Unsayable(f"`{edit.name}` already means something else in {file.path}")
        if any(imported.endswith(f".{old.name}") for other in _others(file, component) for imported in other):
            raise Unsayable(f"`{old.name}` is imported by other files, perhaps from this one")
    found: list[Splice] = []
    single = len(list(statement.names)) == 1 if not isinstance(statement.names, cst.ImportStar) else False
    if known is not None:
        found += remove_import(RemoveImport(old), component)
    elif edit.module == old.module or (
        single and not (alias.asname is None and _joins(file, statement, file.spelled(edit.module)))
    ):
        name = file.source.outer(alias.name)
        if edit.name != old.name:
            found.append(Splice(file.path, *name, edit.name))
        if edit.module != old.module and statement.module is not None:
            found.append(Splice(file.path, *file.source.outer(statement.module), file.spelled(edit.module)))
    else:
        found += remove_import(RemoveImport(old), component)
        if alias.asname is not None:
            raise Unsayable(f"`{old.name}` is imported under another name, with others")
        found += import_splices(file, edit.module, edit.name, statement)
    if local != old.bound:
        found += [Splice(file.path, *file.source.inner(name), local) for name in uses_of(file, old.bound)]
        found += _in_strings(file, old.bound, local)
    return found


def _joins(file: File, statement: cst.ImportFrom, module: str) -> bool:
    """Say whether another statement imports from *module*, so that *statement*, which has no comment, may go."""
    others = any(small is not statement and _module(small) == module for _, small in _import_lines(file))
    end = file.source.inner(statement).end
    return others and "#" not in file.source.document.text[end : line_end(file, end)]


def _others(file: File, component: CdktfComponent) -> list[list[str]]:
    """Return what the other files import from each other: not from packages of providers."""
    return [
        [imported for imported in other.imports.values() if "_provider_" not in imported]
        for other in component.parsed.values()
        if isinstance(other, File) and other is not file
    ]


def _in_strings(file: File, old: str, new: str) -> list[Splice]:
    """Rename what annotations in quotes and ``__all__`` say."""
    found: list[Splice] = []
    for string in file.source.all(cst.SimpleString):
        around = list(file.source.ancestors(string))
        listed = any(
            isinstance(node, cst.Assign) and any(dotted_text(t.target) == "__all__" for t in node.targets)
            for node in around
        )
        if listed or any(isinstance(node, cst.Annotation) for node in around):
            text = file.source.text(string)
            changed = re.sub(rf"\b{re.escape(old)}\b", new, text)
            if changed != text:
                found.append(Splice(file.path, *file.source.outer(string), changed))
    return found


def remove_import(edit: RemoveImport, component: CdktfComponent) -> list[Splice]:
    """Take a name out of its import statement, or the statement away."""
    file, statement, alias = _alias(edit.old, component)
    source = file.source
    aliases = [] if isinstance(statement.names, cst.ImportStar) else list(statement.names)
    if len(aliases) > 1:
        brackets = _listed(file, statement, aliases)
        return brackets.remove(brackets.find(source.inner(alias)))
    line = source.parent(statement)
    block = source.parent(line) if line is not None else None
    alone = not isinstance(line, cst.SimpleStatementLine) or len(line.body) > 1
    if line is None or alone or (isinstance(block, cst.IndentedBlock) and len(block.body) == 1):
        raise Unsayable(f"the import of `{edit.old.name}` does not stand alone")
    text = source.document.text
    start = source.document.line_start(source.inner(statement).start)
    return [Splice(file.path, start, text.find("\n", source.inner(statement).end) + 1 or len(text), "")]


def _listed(file: File, statement: cst.ImportFrom, aliases: list[cst.ImportAlias]) -> Brackets:
    """Return what stands around the names of an import."""
    source = file.source
    opening = source.inner(statement.lpar).end if statement.lpar else source.outer(aliases[0]).start
    closing = source.inner(statement.rpar).start if statement.rpar else source.inner(statement).end
    return Brackets(source, opening, closing, aliases)


def package_of(file: File, provider: str) -> str:
    """Return the package that *file* takes *provider* from."""
    packages = (f"cdktf_cdktf_provider_{provider}", f"cdktn_provider_{provider}", f"imports.{provider}")
    for package in packages:
        if any(f"{imported}.".startswith(f"{package}.") for imported in (*file.dotted_imports, *file.stars)):
            return package
    fork = any(imported.startswith("cdktn") for imported in file.imports.values())
    return packages[1] if fork else packages[0]


def import_gone(file: File, node: cst.CSTNode | None) -> list[Splice]:
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
