"""What cfn-lint says of a template: the errors, and for who asks the warnings that are a matter of taste."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple


class Finding(NamedTuple):
    """What cfn-lint has against a place: the keys and positions that lead to it are none where it cannot parse."""

    rule: str
    message: str
    line: int
    place: tuple[str | int, ...]


def errors(path: Path) -> list[tuple[str, str]]:
    """Give the identifier and the message of each error in the template *path*, in order."""
    return errors_by_path([path])[path]


def errors_by_path(paths: Sequence[Path]) -> dict[Path, list[tuple[str, str]]]:
    """Do the same for many templates in one process: starting it takes longer than judging one."""
    found = findings_by_path(paths, ignored=("W", "I"))
    return {path: sorted((each.rule, each.message) for each in some) for path, some in found.items()}


def findings_by_path(paths: Sequence[Path], *, ignored: Sequence[str] = ("I",)) -> dict[Path, list[Finding]]:
    """Give what cfn-lint has against each template, without the rules that begin with one of *ignored*."""
    if not paths:
        return {}
    command = [str(Path(sys.executable).with_name("cfn-lint")), "--format", "json", "--ignore-checks", *ignored]
    done = subprocess.run([*command, "--template", *map(str, paths)], capture_output=True, text=True, check=False)
    if not done.stdout.startswith("["):
        raise RuntimeError(f"cfn-lint did not report: {done.stderr.strip()}")
    found: dict[Path, list[Finding]] = {path: [] for path in paths}
    for match in json.loads(done.stdout):
        at = match["Location"]
        one = Finding(match["Rule"]["Id"], match["Message"], at["Start"]["LineNumber"], tuple(at["Path"] or ()))
        found.setdefault(Path(match["Filename"]), []).append(one)
    return found
