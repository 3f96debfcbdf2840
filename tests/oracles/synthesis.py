"""
CDK for Terraform's own verdict on a Python program: the Terraform JSON of each stack, or why there is none.

Importing cdktf and the AWS provider takes about 15 s, a program a fraction of one: so a worker process imports them
once and then runs program after program, under a guard (see ``synthesis_worker``). It lives in an environment of its
own, ``.venv-synthesis`` (``make synthesis`` makes it), or in that of the Python that IACFIX_SYNTHESIS_PYTHON names.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import selectors
import shutil
import subprocess
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pytest

ROOT = Path(__file__).parents[2]
WORKER = Path(__file__).with_name("synthesis_worker.py")
ENTRIES = ("main.py", "tap.py", "app.py")
VARIABLE = "IACFIX_SYNTHESIS_PYTHON"
START = 300.0
GRACE = 20.0
PASSED_ON = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "NODE_OPTIONS", "JSII_NODE", "XDG_CACHE_HOME")


def interpreter() -> str:
    """Return the Python that can import cdktf, or nothing."""
    named = os.environ.get(VARIABLE, str(ROOT / ".venv-synthesis" / "bin" / "python"))
    return named if named and Path(named).is_file() else ""


def missing() -> str:
    """Say what is missing for synthesis."""
    if not interpreter():
        return f"no Python with cdktf ({VARIABLE} or .venv-synthesis, see `make synthesis`): nothing was synthesized"
    return "" if shutil.which("node") else "node is not on PATH: nothing was synthesized"


needs_synthesis = pytest.mark.skipif(bool(missing()), reason=missing() or "synthesis is at hand")


@dataclass(frozen=True, slots=True)
class Trouble:
    """What a program raised, and where in the program."""

    kind: str
    message: str = ""
    path: str = ""
    line: int = 0

    def __str__(self) -> str:
        first = next((line for line in self.message.splitlines() if line.strip()), "")
        return f"{self.path}:{self.line}: {self.kind}: {first}" if self.path else f"{self.kind}: {first}"


@dataclass(frozen=True, slots=True)
class Synthesized:
    """The Terraform JSON by the stack's name; where there is trouble, there is none."""

    stacks: dict[str, dict[str, Any]] = field(default_factory=dict[str, dict[str, Any]])
    trouble: Trouble | None = None


def entry(folder: Path) -> str:
    """Name the file that is run: the one of the command in cdktf.json, else one of the usual names."""
    with contextlib.suppress(FileNotFoundError, ValueError, KeyError):
        command = str(json.loads((folder / "cdktf.json").read_text())["app"])
        if named := re.search(r"\S+\.py\b", command):
            return named[0]
    return next((name for name in ENTRIES if (folder / name).is_file()), ENTRIES[0])


class Synthesis:
    """A worker at hand: ``with Synthesis() as synthesis: synthesis.of(folder)``."""

    def __init__(self, python: str = "") -> None:
        self.python = python or interpreter()
        self._scratch = tempfile.TemporaryDirectory(prefix="synthesis", ignore_cleanup_errors=True)
        self._process: subprocess.Popen[bytes] | None = None
        self._rest = b""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._stop()
        self._scratch.cleanup()

    def of(self, folder: Path, entry_file: str = "", limit: float = 60) -> Synthesized:
        """Run the program in *folder*, and give it *limit* seconds."""
        process = self._process or self._start()
        request = {"folder": str(folder.resolve()), "entry": entry_file or entry(folder), "limit": limit}
        assert process.stdin
        try:
            process.stdin.write(json.dumps(request).encode() + b"\n")
            process.stdin.flush()
            answer = self._answer(limit + GRACE)
        except (OSError, EOFError, TimeoutError) as gone:
            self._stop()
            return Synthesized(trouble=Trouble("WorkerGone", str(gone) or type(gone).__name__))
        trouble = answer["trouble"]
        return Synthesized(answer["stacks"], Trouble(**trouble) if trouble else None)

    def _start(self) -> subprocess.Popen[bytes]:
        variables = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
        variables |= {"JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION": "1", "CHECKPOINT_DISABLE": "1"}
        variables |= {"TMPDIR": self._scratch.name}
        self._rest = b""
        with Path(self._scratch.name, "stderr").open("ab") as log:
            self._process = process = subprocess.Popen(
                [self.python, str(WORKER), self._scratch.name],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                env=variables,
            )
        try:
            self._answer(START)
        except (EOFError, TimeoutError) as gone:
            self._stop()
            log_text = Path(self._scratch.name, "stderr").read_text(errors="replace")
            raise RuntimeError(f"no synthesis with {self.python}: {log_text[-2000:]}") from gone
        return process

    def _answer(self, seconds: float) -> Any:
        """Read a line, or give up after *seconds*."""
        assert self._process
        assert self._process.stdout
        with selectors.DefaultSelector() as ready:
            ready.register(self._process.stdout, selectors.EVENT_READ)
            while b"\n" not in self._rest:
                if not ready.select(seconds):
                    raise TimeoutError(f"no answer after {seconds:g} s")
                if not (more := os.read(self._process.stdout.fileno(), 1 << 20)):
                    raise EOFError("the program ended its worker")
                self._rest += more
        line, _, self._rest = self._rest.partition(b"\n")
        return json.loads(line)

    def _stop(self) -> None:
        process, self._process = self._process, None
        if process:
            process.kill()
            process.communicate()
