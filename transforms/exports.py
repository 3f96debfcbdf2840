"""What templates export to each other: which names the tree exports, and whether it may export a name."""

from __future__ import annotations

import fnmatch
import re
from collections.abc import Iterator
from functools import lru_cache

from iacfix.transforms.languages import language
from iacfix.transforms.model import Component, Document, Kind, Literal, Module, Reference, Template, Tree, Value
from iacfix.transforms.resolve import constants

_HOLE = "\ue000"
_STACK = re.compile(r"(?i)(?<!::)stack")
_TEMPLATES = (".yaml", ".yml", ".json", ".template")
_OTHERS = re.compile(r"(?i)export_?name|\bexport_value|Outputs\b.*\bExport\b")
_PROGRAMS = (".py", ".ts", ".js", ".java", ".cs", ".go", ".kt", ".rb", ".tf", ".j2", ".jinja2", ".jinja", ".mustache")


def name_of(component: Component, module: Module, value: Value) -> str | None:
    """Return the name that *value* is, a private character for each part that only the environment tells.

    None where something else decides it: a parameter that names another stack.
    """
    found = ""
    for part in value.parts if isinstance(value, Template) else (value,):
        known = constants(component, module, part)
        if isinstance(part, Reference) and part.kind in {Kind.INPUT, Kind.BUILTIN}:
            if _STACK.search(part.name):
                return None
            found += _HOLE
        elif known is not None and len(known) == 1:
            found += next(iter(known))
        else:
            return None
    return found


def words_of(name: str) -> str:
    """Return the part of a name of `name_of` that is the same everywhere."""
    return name.replace(_HOLE, "")


def shown(name: str) -> str:
    """Return a name of `name_of` as people write one that is not the same everywhere."""
    return name.replace(_HOLE, "*")


def is_exported(component: Component, name: str, allowed: str = "") -> bool:
    """Say whether something in the tree may export *name*, or *allowed* (patterns between commas) says so."""
    if any(fnmatch.fnmatchcase(name, pattern.strip()) for pattern in allowed.split(",") if pattern.strip()):
        return True
    return component.tree is None or any(_meets(name, other) for other in _exported(component.tree))


def _meets(name: str, other: str) -> bool:
    return _pattern(name).fullmatch(other) is not None or _pattern(other).fullmatch(name) is not None


@lru_cache(maxsize=4096)
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(".*".join(map(re.escape, name.split(_HOLE))))


def _exported(tree: Tree) -> Iterator[str]:
    """Yield the names that the tree exports; a program that exports something may export anything."""
    for path in sorted(tree.paths()):
        lower = path.lower()
        if lower.endswith(_TEMPLATES) and (text := tree.text(path)) is not None and "Export" in text:
            yield from _exports(path, text)
        elif lower.endswith(_PROGRAMS) and (text := tree.text(path)) is not None and _OTHERS.search(text):
            yield _HOLE


@lru_cache(maxsize=1024)
def _exports(path: str, text: str) -> tuple[str, ...]:
    """Return the names that the outputs of a template export, a private character for each hole."""
    cloudformation = language("cloudformation")
    document = Document(path, text, "cloudformation")
    if not cloudformation.claims(path, text):
        return (_HOLE,) if re.search(r"""["']?Export["']?\s*:""", text) else ()
    component = cloudformation.read({path: document}, _Alone())
    outputs = [output for module in component.modules for output in module.of(Kind.OUTPUT)]
    names = [output.get("export", "name") or output.get("export", "Name") for output in outputs]
    found = tuple(_spelled(value) for value in names if value is not None)
    return found or ((_HOLE,) if not component.modules else ())


def _spelled(value: Value) -> str:
    match value:
        case Literal(value=constant):
            return str(constant)
        case Template(parts=parts):
            return "".join(map(_spelled, parts))
        case _:
            return _HOLE


class _Alone:
    """A tree in which one template is all there is."""

    closed = False

    def paths(self) -> frozenset[str]:
        return frozenset()

    def text(self, path: str) -> str | None:
        del path
        return None
