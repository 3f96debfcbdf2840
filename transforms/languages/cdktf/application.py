"""What ``cdktf.json`` says of a program: the file that is run, and so the folder that Python imports from."""

from __future__ import annotations

import json
import posixpath
import re
from typing import Any

from iacfix.transforms.model import Tree

_SCRIPT = re.compile(r"(?:^|\s)(?P<script>[\w./\\-]+\.py)(?=\s|$)")
_PACKAGE = re.compile(r"\bpython[\d.]*(?:\s+-[^m\s]\S*)*\s+(?P<folder>[\w./\\-]+)(?=\s|$)")
_MODULE = re.compile(r"\bpython[\d.]*(?:\s+-[^m\s]\S*)*\s+-m\s+(?P<module>[\w.]+)")


def start_of(path: str, tree: Tree) -> str | None:
    """Return the folder that absolute imports of the program at *path* are looked for in first, if ``cdktf.json`` says.

    Python looks in the folder of the script that is run, or in the one that it is run in if it is given a module.
    """
    folder = posixpath.dirname(path)
    while True:
        if (text := tree.text(posixpath.join(folder, "cdktf.json"))) is not None:
            return _start(text, folder, tree)
        if not folder:
            return None
        folder = posixpath.dirname(folder)


def _start(text: str, folder: str, tree: Tree) -> str | None:
    try:
        settings: Any = json.loads(text)
        language, command = str(settings["language"]), str(settings["app"])
    except (ValueError, TypeError, KeyError):
        return None
    if language != "python":
        return None
    if _MODULE.search(command):
        return folder
    if (found := _SCRIPT.search(command)) is not None:
        script = posixpath.normpath(posixpath.join(folder, found["script"].replace("\\", "/")))
        return posixpath.dirname(script) if tree.text(script) is not None else None
    if (found := _PACKAGE.search(command)) is not None:
        package = posixpath.normpath(posixpath.join(folder, found["folder"].replace("\\", "/")))
        return package if tree.text(posixpath.join(package, "__main__.py")) is not None else None
    return None
