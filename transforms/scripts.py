"""Sources of functions as texts that can be changed: files of the tree, and texts that stand in a template.

A text in a template keeps the form that it has there: a block, a string with escapes, a joined list of lines, with or
without holes. A hole is one letter of the text, so that Python can read it both in strings and in expressions.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from iacfix.transforms.code import calls_back, imports, is_built_in
from iacfix.transforms.edits import Edit, Replace, ReplaceText
from iacfix.transforms.model import Component, Literal, Module, Resource, Span, Template, Value
from iacfix.transforms.naming import hole
from iacfix.transforms.packing import code_of
from iacfix.transforms.policy import Spelled
from iacfix.transforms.sources import FUNCTIONS, handler, inline_source, package_of, runtime

# What the SDKs call an argument that takes the name of a resource, and the resources of boto3.
_ASKED_FOR = r"\b\w*(?:Name|Bucket|SecretId|functionName|groupName|streamName)|\.(?:Bucket|Queue|Table|Topic)"

NO_CALLBACKS = 24  # Node.js, from this version on
SDK_2 = "aws-sdk"
_LETTER = "\u210d"  # a letter that names of Python may have, and that nobody writes


@dataclass(frozen=True, slots=True)
class Script:
    """A source: its *text*, the *ending* that a file of it has, and where it is: a file's *path*, or a *value*.

    *stem* is what the module is called that it makes, and *handler* the name of the function in it that is run.
    """

    text: str
    ending: str
    stem: str
    handler: str
    path: str = ""
    value: Value | None = None

    @property
    def is_python(self) -> bool:
        """Whether it is Python, and not JavaScript."""
        return self.ending == ".py"

    @property
    def imports(self) -> frozenset[str]:
        """The modules that it imports, by their first names."""
        return imports(self.text, self.ending) or frozenset()

    def changed(self, *changes: tuple[Span, str]) -> tuple[Edit, ...]:
        """Return what puts a text in place of each span."""
        if self.value is None:
            return tuple(ReplaceText(self.path, span, text) for span, text in changes)
        spelled = Spelled(self.value)
        text = spelled.text
        for span, new in sorted(changes, reverse=True):
            text = text[: span.start] + new + text[span.end :]
        return (Replace(self.value, spelled.back(text)),)


def script_of(component: Component, module: Module, function: Resource) -> Script | None:
    """Return the source that has the handler of *function*, or None where that is not in the tree."""
    named = handler(component, module, function)
    if named is None:
        return None
    stem, name = named
    if (value := inline_source(function)) is not None:
        ending = {"python": ".py", "nodejs": ".js"}.get(runtime(component, module, function).rstrip("0123456789.x"))
        text = readable(value)
        return Script(text, ending, stem, name, value=value) if ending and text is not None else None
    package = package_of(component, module, function)
    for member in package.members if package else ():
        if member.path and member.text is not None and member.stem == posixpath.normpath(stem):
            return Script(member.text, member.ending, stem, name, member.path)
    return None


def scripts(component: Component, module: Module, function: Resource) -> Iterator[Script]:
    """Yield the source with the handler of *function*, and those of its package that this imports."""
    first = script_of(component, module, function)
    if first is None:
        return
    package = package_of(component, module, function)
    others = [m for m in package.members if m.path and m.text is not None and m.path != first.path] if package else []
    waiting, seen = [first], {first.stem}
    while waiting:
        script = waiting.pop()
        yield script
        wanted = _imported(script)
        for member in others:
            if member.stem not in seen and any(
                member.stem == name or member.stem.startswith(f"{name}/") for name in wanted
            ):
                seen.add(member.stem)
                waiting.append(Script(member.text or "", member.ending, member.stem, "", member.path))


def naming(component: Component, name: str) -> str:
    """Return the path of a source that asks AWS for what is called *name*, a word for one that has none, or nothing."""
    asks = re.compile(rf"""(?:{_ASKED_FOR})["']?\s*[=:(]\s*["']{re.escape(name)}["']""")
    return next((path for path, text in _sources(component) if name in text and asks.search(text)), "")


@lru_cache(maxsize=4)
def _sources(component: Component) -> tuple[tuple[str, str], ...]:
    """Return every source of a function in *component*, with its path."""
    found: dict[str, str] = {}
    for module in component.modules:
        for function in module.of_type(*FUNCTIONS):
            there = [(script.path, script.text) for script in scripts(component, module, function)]
            if not there and (unpacked := code_of(component, module, function)) is not None:
                there = [(unpacked.path, text) for text in unpacked.texts]
            for path, text in there:
                found[text] = path or "the code of a function"
    return tuple((path, text) for text, path in found.items())


def outgrown(component: Component, module: Module, function: Resource, runtime_: str) -> str:
    """Return what the handler of *function* uses that *runtime_* does not have, where that is seen; else nothing."""
    script = script_of(component, module, function)
    version = re.fullmatch(r"nodejs(\d+)\.x", runtime_)
    if script is None or script.is_python or version is None:
        return ""
    if int(version[1]) >= NO_CALLBACKS and calls_back(script.text, script.handler):
        return "callbacks"
    if SDK_2 in script.imports and not is_built_in(SDK_2, script.ending, runtime_):
        package = package_of(component, module, function) if script.value is None else None
        manifests = [m for m in package.members if posixpath.basename(m.name) == "package.json"] if package else []
        return "" if manifests else f"`{SDK_2}`"
    return ""


def _imported(script: Script) -> set[str]:
    """Return what *script* imports as modules of its package would be called."""
    folder = posixpath.dirname(script.stem)
    found: set[str] = set()
    for name in script.imports:
        if script.is_python:
            found.add(folder if name == "." and folder else name)
        elif name.startswith("."):
            found.add(posixpath.splitext(posixpath.normpath(posixpath.join(folder, name)))[0])
    return found


def readable(value: Value) -> str | None:
    """Return a text of a template with a letter for each hole; None for what is no text."""
    match value:
        case Literal(value=str()) | Template():
            return "".join(_LETTER if hole(letter) else letter for letter in Spelled(value).text)
        case _:
            return None
