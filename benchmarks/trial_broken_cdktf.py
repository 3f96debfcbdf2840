"""How many broken CDKTF programs synthesize after ``iacfix apply --fresh``, by cdktf's own word.

``python -m benchmarks.trial_broken_cdktf [FOLDER] [--flags "--fresh"] [--only NAME] [--report FILE] [--validate]``
synthesizes every program below FOLDER (tests/trials/cdktf), runs iacfix on a copy of it, and synthesizes again. No
construct may disappear, and what a ``[[keep]]`` of the program's faults.toml names must be in the JSON. With
``--validate``, Terraform judges that JSON, too, through a provider that is only a schema.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import json
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Callable, Generator, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from tests.oracles.schemas import schemas
from tests.oracles.synthesis import Synthesis, Synthesized, missing
from tests.oracles.terraform import Failure, terraform

ROOT = Path(__file__).parent.parent
LIBRARIES = re.compile(r"cdkt[fn]|imports\b")
OWN = frozenset({"App", "TerraformStack"})
STEP = re.compile(r"[^.\[\]]+")

Validate = Callable[[Mapping[str, Any]], list[str]]


@dataclass(slots=True)
class Verdict:
    """What became of a program."""

    program: str
    faults: int
    before: list[str]
    after: list[str]
    gone: list[str]
    invalid: list[str] = field(default_factory=list[str])

    @property
    def whole(self) -> bool:
        """Tell whether it synthesizes with all that it declared."""
        return not self.after and not self.gone


def constructs(folder: Path) -> Counter[str]:
    """Count what is constructed of a library, by the expression that is its id: classes may be repaired."""
    found: Counter[str] = Counter()
    for path in sorted(folder.rglob("*.py")):
        with contextlib.suppress(SyntaxError):
            tree = ast.parse(path.read_text())
            names = set(_imported(tree))
            found.update(_id(node) for node in ast.walk(tree) if isinstance(node, ast.Call) and _makes(node, names))
    del found[""]
    return found


def _imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and LIBRARIES.match(node.module):
            yield from (alias.asname or alias.name for alias in node.names if alias.name not in OWN)
        elif isinstance(node, ast.Import):
            yield from (alias.asname or alias.name for alias in node.names if LIBRARIES.match(alias.name))


def _makes(call: ast.Call, names: set[str]) -> bool:
    dotted = ast.unparse(call.func)
    return dotted in names or dotted.partition(".")[0] in names


def _id(call: ast.Call) -> str:
    """Return the second argument, if it can be an id."""
    given = call.args[1] if len(call.args) > 1 else None
    for keyword in call.keywords:
        if keyword.arg == "id_":
            given = keyword.value
    return ast.unparse(given) if given and not isinstance(given, ast.Dict | ast.List) else ""


def at(value: Any, path: str) -> Iterator[Any]:
    """Give what is at *path*, ``resource.aws_route_table.*.route[0].cidr_block``; ``*`` is every key or item."""
    values = [value]
    for step in STEP.findall(path):
        values = [inner for each in values for inner in _step(each, step)]
    yield from values


def _step(value: Any, step: str) -> Iterator[Any]:
    match value:
        case dict() if step == "*":
            yield from value.values()
        case list() if step == "*":
            yield from value
        case dict() if step in value:
            yield value[step]
        case list() if step.isdecimal() and int(step) < len(value):
            yield value[int(step)]
        case _:
            pass


def against(found: Synthesized, faults: Mapping[str, Any]) -> list[str]:
    """Say why nothing was synthesized, or what is missing from it."""
    if found.trouble:
        return [str(found.trouble)[:300]]
    return [_shown(each) for each in faults.get("keep", ()) if not _kept(found, each)]


def _kept(found: Synthesized, wanted: Mapping[str, Any]) -> bool:
    values = [value for stack in found.stacks.values() for value in at(stack, wanted["path"])]
    return wanted["value"] in values if "value" in wanted else any(value is not None for value in values)


def _shown(wanted: Mapping[str, Any]) -> str:
    return f"not in the JSON: {wanted['path']}" + (f" = {wanted['value']!r}" if "value" in wanted else "")


def tried(source: Path, flags: list[str], synthesis: Synthesis, validate: Validate) -> Verdict:
    """Synthesize a program, repair a copy of it, and synthesize that."""
    faults = tomllib.loads((source / "faults.toml").read_text())
    before = against(synthesis.of(source), faults)
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch, source.name)
        shutil.copytree(source, copy, ignore=shutil.ignore_patterns("faults.toml"))
        command = [sys.executable, "-m", "iacfix", "apply", ".", *flags, "--exit-zero"]
        ran = subprocess.run(command, cwd=copy, capture_output=True, text=True, check=False)
        found = synthesis.of(copy)
        gone = sorted((constructs(source) - constructs(copy)).elements())
    after = against(found, faults) + ([f"iacfix: {ran.stderr[-300:]}"] if "Traceback" in ran.stderr else [])
    invalid = [line for stack in found.stacks.values() for line in validate(stack)]
    return Verdict(source.name, len(faults.get("fault", ())), before, after, gone, invalid)


@contextlib.contextmanager
def _validation(wanted: bool) -> Generator[Validate]:
    if not wanted:
        yield lambda _: []
        return
    with terraform(schemas(6)) as judge:

        def validate(stack: Mapping[str, Any]) -> list[str]:
            with tempfile.TemporaryDirectory() as folder:
                Path(folder, "cdk.tf.json").write_text(json.dumps(stack))
                try:
                    found = judge.validate(Path(folder))
                except Failure as failure:
                    return [" ".join(str(failure).split())[:300]]
            return [f"{each.summary}: {each.detail}"[:220] for each in found if each.severity == "error"]

        yield validate


def main() -> int:
    """Print a line for each program and the rate; return 1 when one is not whole."""
    parser = argparse.ArgumentParser(prog="trial_broken_cdktf", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "tests" / "trials" / "cdktf")
    parser.add_argument("--flags", default="--fresh")
    parser.add_argument("--only", default="")
    parser.add_argument("--report", type=Path)
    parser.add_argument("--validate", action="store_true")
    options = parser.parse_args()
    if reason := missing():
        print(reason)
        return 2
    verdicts: list[Verdict] = []
    with Synthesis() as synthesis, _validation(options.validate) as validate:
        for source in sorted(path.parent for path in options.folder.glob("*/faults.toml")):
            if options.only not in source.name:
                continue
            verdicts.append(verdict := tried(source, options.flags.split(), synthesis, validate))
            marks = "whole" if verdict.whole else "BROKEN"
            print(
                f"{marks} {verdict.program}: {verdict.faults} faults"
                + ("" if verdict.before else ", NOT BROKEN BEFORE")
            )
            for line in [*verdict.after, *(f"gone: {each}" for each in verdict.gone)]:
                print(f"    {line}")
            for line in verdict.invalid:
                print(f"    terraform: {line}")
    whole = sum(verdict.whole for verdict in verdicts)
    print(f"{whole} of {len(verdicts)} programs are whole")
    if options.report:
        rows = [{**asdict(verdict), "whole": verdict.whole} for verdict in verdicts]
        options.report.parent.mkdir(parents=True, exist_ok=True)
        options.report.write_text(json.dumps({"whole": whole, "of": len(verdicts), "programs": rows}, indent=2) + "\n")
    return 0 if whole == len(verdicts) else 1


if __name__ == "__main__":
    sys.exit(main())
