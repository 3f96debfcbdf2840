"""
CDK for Terraform's own verdict on a Python program: the Terraform JSON of each stack, or why there is none.

Importing cdktf and the AWS provider takes about 15 s, a program a fraction of one: so a worker process imports them
once and then runs program after program, under a guard (see ``synthesis_worker``). It lives in an environment of its
own, ``.venv-synthesis`` (``make synthesis`` makes it), or in that of the Python that IACFIX_SYNTHESIS_PYTHON names.
"""

from __future__ import annotations

import contextlib
import itertools
import json
import os
import re
import selectors
import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pytest

from tests.oracles.terraform import Failure, Plan, Terraform

ROOT = Path(__file__).parents[2]
WORKER = Path(__file__).with_name("synthesis_worker.py")
DRIVER = Path(__file__).with_name("synthesis_driver.py")
ENTRIES = ("main.py", "tap.py", "app.py")
VARIABLE = "IACFIX_SYNTHESIS_PYTHON"
START = 300.0
GRACE = 20.0
NEWER = ("odb_network_arn",)  # the provider's facts have it, the bindings of 6.25 do not: they leave no argument out
HASH = re.compile(r"(assets/[\w-]+)/[0-9A-F]{32}")  # of what is in an asset: that is no argument of anything
ASSET = re.compile(r"assets/[\w./-]+")
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


def arguments(found: Synthesized) -> Plan:
    """Give the arguments of everything in the JSON by its address, ``aws_vpc.main`` or ``data.aws_vpc.main``.

    Constructs go by the id that the program gave them; what Terraform calls them carries their scope too. Several of
    one id are numbered. What a provider, a backend, a variable or a module is given has an address as well.
    """
    elements: dict[str, Any] = {}
    outputs: dict[str, Any] = {}
    for stack in (found.stacks[name] for name in sorted(found.stacks)):
        for address, name, element in _elements(stack):
            body = element if isinstance(element, dict) else {"value": element}
            told = HASH.sub(r"\1", json.dumps({key: value for key, value in body.items() if key != "//"}))
            kept = json.loads(told)
            free = (f"{address}{name}" if not n else f"{address}{name}#{n + 1}" for n in itertools.count())
            taken = outputs if address == "output." else elements
            taken[next(each for each in free if each not in taken)] = kept
    return Plan(elements, outputs)


def complaints(judge: Terraform, stacks: Mapping[str, Mapping[str, Any]]) -> dict[str, Counter[str]]:
    """Give what ``terraform validate`` says of each of *stacks*: they are modules of one configuration.

    Where Terraform does not get as far as to validate, each half is asked alone.
    """
    if not stacks:
        return {}
    numbered = {f"m{number}": stack for number, stack in enumerate(stacks.values())}
    with tempfile.TemporaryDirectory() as scratch:
        calls = {name: {"source": f"./{name}", **_wanted(stack)} for name, stack in numbered.items()}
        Path(scratch, "main.tf.json").write_text(json.dumps({"module": calls}))
        for name, stack in numbered.items():
            Path(scratch, name).mkdir()
            Path(scratch, name, "cdk.tf.json").write_text(text := json.dumps(stack))
            for asset in ASSET.findall(text):  # synthesis made them; what is in them does not count
                Path(scratch, asset).parent.mkdir(parents=True, exist_ok=True)
                Path(scratch, asset).touch()
        try:
            diagnostics = judge.validate(Path(scratch))
        except Failure as failure:
            if len(stacks) == 1:
                return {name: Counter([" ".join(str(failure).split())]) for name in stacks}
            names = [*stacks]
            halves = (names[: len(names) // 2], names[len(names) // 2 :])
            return {k: v for half in halves for k, v in complaints(judge, {n: stacks[n] for n in half}).items()}
    found = {name: Counter[str]() for name in numbered}
    for each in diagnostics:
        name = each.path.partition("/")[0]
        if each.severity == "error" and not any(argument in each.detail for argument in NEWER):
            found[name if name in found else "m0"][f"{each.summary}: {each.detail.replace(name, 'it')}"] += 1
    return dict(zip(stacks, found.values(), strict=True))


def _wanted(stack: Mapping[str, Any]) -> dict[str, None]:
    """Give nothing to each variable that has no default."""
    return {name: None for name, each in stack.get("variable", {}).items() if "default" not in each}


def kinds(stacks: Iterable[Mapping[str, Any]]) -> set[str]:
    """Name the types of resources and data sources in *stacks*."""
    return {kind for stack in stacks for section in ("resource", "data") for kind in stack.get(section, {})}


def _elements(stack: Mapping[str, Any]) -> Iterator[tuple[str, str, Any]]:
    """Give what an address begins with, the construct's id, and what it is given."""
    for section in ("resource", "data"):
        for kind, named in stack.get(section, {}).items():
            prefix = f"{kind}." if section == "resource" else f"data.{kind}."
            yield from ((prefix, _id(name, element), element) for name, element in named.items())
    for section in ("output", "variable", "module"):
        yield from ((f"{section}.", _id(name, each), each) for name, each in stack.get(section, {}).items())
    for name, configurations in stack.get("provider", {}).items():
        yield from (("provider.", name, configuration) for configuration in configurations)
    for name, backend in stack.get("terraform", {}).get("backend", {}).items():
        if name != "local":  # it is the scratch folder's
            yield "backend.", name, backend
    yield from (("local.", name, value) for name, value in stack.get("locals", {}).items())


def _id(name: str, element: Any) -> str:
    """Return the last step of the construct's path."""
    try:
        return str(element["//"]["metadata"]["path"]).rpartition("/")[2]
    except (KeyError, TypeError):
        return name


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
        if trouble and trouble["kind"] == "Late":
            self._stop()  # it was in the midst of a word with the kernel
        return Synthesized(answer["stacks"], Trouble(**trouble) if trouble else None)

    def of_excerpt(self, folder: Path, limit: float = 60) -> Synthesized:
        """Run what is in *folder*, which need be no whole program (see ``synthesis_driver``, which is put there)."""
        shutil.copyfile(DRIVER, folder / DRIVER.name)
        return self.of(folder, DRIVER.name, limit)

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
