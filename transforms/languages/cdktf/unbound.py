"""Names that a file uses and that nothing binds: no import, no assignment, no parameter, no builtin."""

from __future__ import annotations

import builtins
import symtable
from collections.abc import Iterator

import libcst as cst

from iacfix.transforms.languages.cdktf.scopes import File, Scope

# What every module has without binding it, and calls by which names come about that nobody sees.
_IMPLICIT = frozenset(dir(builtins)) | {"__file__", "__class__", "__path__", "__builtins__", "WindowsError"}
_HIDDEN = ("exec(", "globals(", "__getattr__", "eval(")


def unbound(file: File) -> Iterator[tuple[cst.Name, Scope]]:
    """Yield where *file* uses a name that nothing binds, in source order, with the scope that it is used in.

    Python's own tables say which names these are. A file that imports everything from somewhere has none for certain.
    """
    text = file.source.document.text
    if file.stars or any(hidden in text for hidden in _HIDDEN):
        return
    try:
        table = symtable.symtable(text, file.path, "exec")
    except (SyntaxError, ValueError, RecursionError):
        return
    bound = {symbol.get_name() for symbol in table.get_symbols() if symbol.is_assigned() or symbol.is_imported()}
    bound |= {symbol.get_name() for inner in _tables(table) for symbol in inner.get_symbols() if _shared(symbol)}
    missing = {
        symbol.get_name()
        for inner in _tables(table)
        for symbol in inner.get_symbols()
        if symbol.is_referenced() and symbol.get_name() not in bound | _IMPLICIT and _is_global(symbol, inner)
    }
    for name in file.source.all(cst.Name) if missing else ():
        if name.value in missing and _is_use(file, name):
            scope = file.scope_of(name)
            if not file.lookup(name.value, scope)[0] and not file.shadowed(name):
                yield name, scope


def _tables(table: symtable.SymbolTable) -> Iterator[symtable.SymbolTable]:
    """Yield *table* and those inside it."""
    waiting = [table]
    while waiting:
        current = waiting.pop()
        yield current
        waiting.extend(current.get_children())


def _shared(symbol: symtable.Symbol) -> bool:
    """Say whether a function binds a name of the file."""
    return symbol.is_declared_global() and symbol.is_assigned()


def _is_global(symbol: symtable.Symbol, table: symtable.SymbolTable) -> bool:
    """Say whether *table* means a name of the file by *symbol*."""
    return symbol.is_global() or (table.get_type() == "module" and not symbol.is_assigned())


def _is_use(file: File, name: cst.Name) -> bool:
    """Say whether *name* stands for a value, not for an attribute, a keyword, or what is bound."""
    match file.source.parent(name):
        case cst.Attribute(attr=attr):
            return attr is not name
        case cst.Arg(keyword=keyword):
            return keyword is not name
        case cst.Param(name=own):
            return own is not name
        case cst.ImportAlias() | cst.AsName() | cst.ImportFrom() | cst.NameItem() | cst.AssignTarget():
            return False
        case _:
            return True
