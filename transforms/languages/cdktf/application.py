"""What ``cdktf.json`` says of a program: the file that is run, and so the folder that Python imports from."""

from __future__ import annotations

import json
import posixpath
import re
from typing import Any, cast

from iacfix.transforms.model import Tree

BINDINGS = "imports"

_SCRIPT = re.compile(r"(?:^|\s)(?P<script>[\w./\\-]+\.py)(?=\s|$)")
_PACKAGE = re.compile(r"\bpython[\d.]*(?:\s+-[^m\s]\S*)*\s+(?P<folder>[\w./\\-]+)(?=\s|$)")
_MODULE = re.compile(r"\bpython[\d.]*(?:\s+-[^m\s]\S*)*\s+-m\s+(?P<module>[\w.]+)")


def start_of(path: str, tree: Tree) -> str | None:
    """Return the folder that absolute imports of the program at *path* are looked for in first, if ``cdktf.json`` says.

    Python looks in the folder of the script that is run, or in the one that it is run in if it is given a module.
    """
    folder, settings = _settings(path, tree)
    return _start(str(settings["app"]), folder, tree) if "app" in settings else None


def bindings_of(path: str, tree: Tree) -> str:
    """Return the package that ``cdktf get`` writes the bindings of the program at *path* into."""
    written = str(_settings(path, tree)[1].get("codeMakerOutput", BINDINGS)).strip("./")
    return written.replace("/", ".") or BINDINGS


def _settings(path: str, tree: Tree) -> tuple[str, dict[str, Any]]:
    """Return the folder of the ``cdktf.json`` that is for the program at *path*, and what it says of Python."""
    folder = posixpath.dirname(path)
    while (text := tree.text(posixpath.join(folder, "cdktf.json"))) is None and folder:
        folder = posixpath.dirname(folder)
    try:
        settings: Any = json.loads(text or "{}")
    except ValueError:
        return folder, {}
    known = cast("dict[str, Any]", settings) if isinstance(settings, dict) else {}
    return folder, known if known.get("language") == "python" else {}


def _start(command: str, folder: str, tree: Tree) -> str | None:
    if _MODULE.search(command):
        return folder
    if (found := _SCRIPT.search(command)) is not None:
        script = posixpath.normpath(posixpath.join(folder, found["script"].replace("\\", "/")))
        return posixpath.dirname(script) if tree.text(script) is not None else None
    if (found := _PACKAGE.search(command)) is not None:
        package = posixpath.normpath(posixpath.join(folder, found["folder"].replace("\\", "/")))
        return package if tree.text(posixpath.join(package, "__main__.py")) is not None else None
    return None
