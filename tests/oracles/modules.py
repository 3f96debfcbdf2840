"""Which folders a Terraform module is made of, and what it wants to be told before it plans."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pygohcl

SUFFIXES = (".tf", ".tofu")
CALL = re.compile(r'^module\s+"?[\w-]+"?\s*\{.*?^\s*source\s*=\s*"([^"]*)"', re.MULTILINE | re.DOTALL)
KIND = re.compile(r'^\s*(?:data|resource)\s+"?(\w+)"?', re.MULTILINE)

HEAD = re.compile(r"(?<![\w\"-])\"?(?P<name>[\w-]+)\"?\s*=(?!=)")

# A value that most modules can live with, by the constructor of the variable's type.
PLAUSIBLE: dict[str, object] = {
    "any": "stub",
    "bool": False,
    "list": [],
    "map": {},
    "number": 1,
    "set": [],
    "string": "stub",
}


def directories(root: Path) -> list[Path]:
    """Name the folders below *root* that hold Terraform, in order."""
    found = {path.parent for suffix in SUFFIXES for path in root.rglob(f"*{suffix}")}
    return sorted(path for path in found if ".terraform" not in path.parts)


def text(directory: Path) -> str:
    """Give all the Terraform of *directory*."""
    files = sorted(path for path in directory.iterdir() if path.suffix in SUFFIXES and path.is_file())
    return "\n".join(path.read_text("utf-8", "replace") for path in files)


def closure(directory: Path) -> set[Path] | None:
    """Give *directory* and the local modules that it calls, directly or not; None if it calls one that is not here."""
    reached: set[Path] = set()
    waiting = [directory]
    while waiting:
        here = waiting.pop()
        if here in reached:
            continue
        if not here.is_dir():
            return None
        reached.add(here)
        for source in CALL.findall(text(here)):
            if not source.startswith((".", "..")):
                return None
            waiting.append(Path(os.path.normpath(here / source)))
    return reached


def project(folders: Iterable[Path]) -> Path:
    """Give the folder that holds all of *folders*."""
    return Path(os.path.commonpath(list(folders)))


def kinds(folders: Iterable[Path]) -> set[str]:
    """Name the types of resources and data sources in *folders*."""
    return {kind for folder in folders for kind in KIND.findall(text(folder))}


def wanted(directory: Path) -> dict[str, object]:
    """Make up a value for each variable that has none, so that more modules plan; empty if it cannot be read."""
    try:
        variables = pygohcl.loads(text(directory)).get("variable", {})
    except pygohcl.HCLParseError:
        return {}
    return dict(_made_up((name, each) for name, each in variables.items() if isinstance(each, dict)))


def _made_up(variables: Iterable[tuple[str, dict[str, object]]]) -> Iterator[tuple[str, object]]:
    for name, variable in variables:
        value = plausible(str(variable.get("type") or "string"))
        if "default" not in variable and value is not None:
            yield name, value


def plausible(type_: str) -> object:
    """Make up a value of *type_*, as it is written; None where there is none for it."""
    constructor, _, inside = type_.strip().partition("(")
    if constructor != "object":
        return PLAUSIBLE.get(constructor)
    body = inside.strip().removesuffix(")").strip().removeprefix("{").removesuffix("}")
    found = {name: plausible(written) for name, written in _entries(body) if not written.strip().startswith("optional")}
    return None if None in found.values() else found


def _entries(body: str) -> Iterator[tuple[str, str]]:
    """Yield the names and types of what stands in the braces *body*: pygohcl leaves no line ends to part them."""
    depth, heads = 0, list[re.Match[str]]()
    for at, letter in enumerate(body):
        depth += (letter in "([{") - (letter in ")]}")
        if not depth and (head := HEAD.match(body, at)) is not None:
            heads.append(head)
    for head, following in zip(heads, (*(h.start() for h in heads[1:]), len(body)), strict=False):
        yield head["name"], body[head.end() : following].strip().rstrip(",")
