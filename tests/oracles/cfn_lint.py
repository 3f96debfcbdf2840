"""What cfn-lint says of a template: the errors, without the warnings that are a matter of taste."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path


def errors(path: Path) -> list[tuple[str, str]]:
    """Give the identifier and the message of each error in the template *path*, in order."""
    return errors_by_path([path])[path]


def errors_by_path(paths: Sequence[Path]) -> dict[Path, list[tuple[str, str]]]:
    """Do the same for many templates in one process: starting it takes longer than judging one."""
    if not paths:
        return {}
    command = [str(Path(sys.executable).with_name("cfn-lint")), "--format", "json", "--ignore-checks", "W", "I"]
    done = subprocess.run([*command, "--template", *map(str, paths)], capture_output=True, text=True, check=False)
    if not done.stdout.startswith("["):
        raise RuntimeError(f"cfn-lint did not report: {done.stderr.strip()}")
    found: dict[Path, list[tuple[str, str]]] = {path: [] for path in paths}
    for match in json.loads(done.stdout):
        found.setdefault(Path(match["Filename"]), []).append((match["Rule"]["Id"], match["Message"]))
    return {path: sorted(each) for path, each in found.items()}
