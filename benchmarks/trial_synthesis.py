"""Synthesize public programs of CDK for Terraform before and after iacfix: what did still does, and says the same.

``python -m benchmarks.trial_synthesis FOLDER... [--index FILE] [--flags "..."] [--report FILE]``, where each folder is
a repository or holds some. Every program that a copy holds is synthesized as it is, after ``apply``, and after ``apply
--all``, in a worker under a guard (``tests/oracles/synthesis``); bindings that ``cdktf get`` would generate are those
of the provider's package. What must hold: what synthesized still does, the JSON differs only where a fix that was
applied says so, which an inert one does not, and ``terraform validate`` has no complaint of it that it did not have of
the JSON before (through a provider that is only a schema; where Terraform is not installed, nobody asks).

Markdown goes to the standard output; the exit code is 1 where something did not hold.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.judges import undeclared_in_json
from benchmarks.trial_repositories import commits
from tests.oracles.schemas import schemas
from tests.oracles.synthesis import Synthesis, Synthesized, arguments, complaints, kinds, missing
from tests.oracles.terraform import Difference, differences, terraform

# Stands in for bindings that ``cdktf get`` generates and no repository holds: they have the layout of the package.
IMPORTS = """
import importlib, importlib.abc, importlib.util, sys

class Bindings(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(self, name, path, target=None):
        if not name.startswith("imports.") or importlib.util.find_spec(self.package(name)) is None:
            return None
        return importlib.util.spec_from_loader(name, self)

    def package(self, name):
        return "cdktf_cdktf_provider_" + name.removeprefix("imports.")

    def create_module(self, spec):
        return importlib.import_module(self.package(spec.name))

    def exec_module(self, module):
        pass

sys.meta_path.append(Bindings())
"""
FOREIGN = frozenset({"node_modules", "site-packages", ".git", ".gen", "tests", "test"})
RUNS: Mapping[str, tuple[str, ...]] = {"apply": ("apply",), "apply --all": ("apply", "--all")}


@dataclass(frozen=True, slots=True)
class Program:
    """A file that makes an application and synthesizes it, and the folder that it runs in."""

    folder: Path
    entry: Path

    def __str__(self) -> str:
        """Give the path inside the repository."""
        return str(self.folder / self.entry)


@dataclass(slots=True)
class Outcome:
    """What a run left of a program."""

    synthesizes: bool
    differences: int
    undeclared: list[str]
    trouble: str = ""
    complaints: list[str] = field(default_factory=list[str])


@dataclass(slots=True)
class Trial:
    """One repository: its programs, why some cannot be synthesized, and what became of the others."""

    repository: str
    commit: str
    programs: int = 0
    fixed: dict[str, int] = field(default_factory=dict[str, int])
    troubles: dict[str, str] = field(default_factory=dict[str, str])
    outcomes: dict[str, dict[str, Outcome]] = field(default_factory=dict[str, dict[str, Outcome]])

    def wrong(self) -> Iterator[str]:
        """Say what did not hold."""
        for program, runs in self.outcomes.items():
            for run, outcome in runs.items():
                if program not in self.troubles and not outcome.synthesizes:
                    yield f"{program} [{run}]: does not synthesize any more: {outcome.trouble}"
                yield from (f"{program} [{run}]: {each}, which no applied fix declared" for each in outcome.undeclared)
                yield from (f"{program} [{run}]: terraform validate: {each}" for each in outcome.complaints)


def programs(repository: Path) -> list[Program]:
    """Find the programs in *repository*: they run where their cdktf.json is, or where they are."""
    found: list[Program] = []
    for path in sorted(repository.rglob("*.py")):
        inside = path.relative_to(repository)
        if FOREIGN.intersection(inside.parts) or not path.is_file():
            continue
        text = path.read_text("utf-8", "replace")
        if "cdktf" in text and "App(" in text and ".synth()" in text:
            homes = [each for each in inside.parents if (repository / each / "cdktf.json").is_file()]
            home = homes[0] if homes else inside.parent
            found.append(Program(home, inside.relative_to(home)))
    return found


def tried(source: Path, commit: str, flags: Sequence[str], synthesis: Synthesis) -> Trial:
    """Synthesize the programs of *source* before and after each run."""
    trial = Trial(source.name.replace("__", "/", 1).replace("+", "/", 1), commit)
    found = programs(source)
    trial.programs = len(found)
    with tempfile.TemporaryDirectory(prefix="trial") as scratch:
        copy = Path(scratch, "before")
        shutil.copytree(source, copy, symlinks=True, ignore=shutil.ignore_patterns("node_modules"))
        copies = {run: Path(scratch, command[-1].strip("-")) for run, command in RUNS.items()}
        for after in copies.values():
            shutil.copytree(copy, after, symlinks=True)
        stand_in(copy, found)
        was = {program: synthesized(synthesis, copy, program) for program in found}
        for program, before in was.items():
            if before.trouble:
                trial.troubles[str(program)] = str(before.trouble)
        for run, command in RUNS.items():
            after = copies[run]
            report = repaired(after, [*command, *flags])
            fixes = [fix for finding in report["findings"] for fix in finding["fixes"] if fix["applied"]]
            trial.fixed[run] = len(fixes)
            said = [*declared(report)]
            stand_in(after, found)
            news = {program: synthesized(synthesis, after, program) for program in was}
            new = rejected(was, news)
            for program, before in was.items():
                again = synthesized(synthesis, copy, program)
                own = differences(arguments(before), arguments(again))  # the hour, for one
                outcome = compared(before, news[program], said, own)
                outcome.complaints = new.get(program, [])
                trial.outcomes.setdefault(str(program), {})[run] = outcome
    return trial


def synthesized(synthesis: Synthesis, copy: Path, program: Program) -> Synthesized:
    """Synthesize *program* in *copy*, whose own path some programs write down."""
    found = synthesis.of(copy / program.folder, str(program.entry))
    return Synthesized(json.loads(json.dumps(found.stacks).replace(str(copy.resolve()), "")), found.trouble)


def rejected(was: Mapping[Program, Synthesized], now: Mapping[Program, Synthesized]) -> dict[Program, list[str]]:
    """Give what Terraform says of the programs *now* that it did not say before, of those whose JSON is another."""
    changed = [p for p in was if not was[p].trouble and not now[p].trouble and was[p].stacks != now[p].stacks]
    stacks = {
        (program, run, name): stack
        for program in changed
        for run, of in ((0, was[program]), (1, now[program]))
        for name, stack in of.stacks.items()
    }
    if not stacks or shutil.which("terraform") is None:
        return {}
    with terraform(schemas(6, types=kinds(stacks.values()))) as oracle:
        said = complaints(oracle, {json.dumps([str(key[0]), *key[1:]]): stack for key, stack in stacks.items()})
    found: dict[tuple[Program, int], Counter[str]] = {}
    for (program, run, _), of_stack in zip(stacks, said.values(), strict=True):
        found[program, run] = found.get((program, run), Counter()) + of_stack
    return {program: sorted((found[program, 1] - found[program, 0]).elements()) for program in changed}


def stand_in(folder: Path, found: Sequence[Program]) -> None:
    """Put bindings where a program has none."""
    for program in found:
        imports = folder / program.folder / "imports"
        if not imports.exists():
            imports.mkdir()
            (imports / "__init__.py").write_text(IMPORTS)


def repaired(folder: Path, command: Sequence[str]) -> dict[str, Any]:
    """Run iacfix in *folder* and give its report."""
    done = subprocess.run(
        [sys.executable, "-P", "-m", "iacfix", *command, "--exit-zero", "--allow-dirty", "--output-format", "json"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    try:
        return json.loads(done.stdout)
    except ValueError as error:
        raise RuntimeError(f"iacfix {' '.join(command)}: {done.stderr[-2000:]}") from error


def declared(report: Mapping[str, Any]) -> Iterator[Difference]:
    """Give what the fixes that were applied said; the JSON also has what waits for what."""
    for finding in report["findings"]:
        for fix in finding["fixes"]:
            if fix["applied"] and fix["impact"] != "none":
                yield from ((reach["address"], reach["argument"]) for reach in fix["reaches"])
            elif fix["applied"] and finding["argument"] == "depends_on":
                yield finding["address"], "depends_on"


def compared(before: Synthesized, now: Synthesized, said: Sequence[Difference], own: set[Difference]) -> Outcome:
    """Hold what is synthesized *now* against *before*; *own* is what is another at each run."""
    if now.trouble or before.trouble:
        return Outcome(not now.trouble, 0, [], str(now.trouble or ""))
    was, this = arguments(before), arguments(now)
    return Outcome(
        True,
        len(differences(was, this) - own),
        [f"{address} {argument}" for address, argument in undeclared_in_json(was, this, [*said, *own])],
    )


def table(trials: Sequence[Trial]) -> Iterator[str]:
    """Lay the figures out in Markdown, with their sum."""
    names = ("repository", "commit", "programs", "synthesize", "same JSON", "declared", "fixed", "newly", "violations")
    yield f"| {' | '.join(names)} |"
    yield "|" + " --- |" * len(names)
    rows = [figures(trial) for trial in trials]
    for trial, row in zip(trials, rows, strict=True):
        yield f"| {trial.repository} | {trial.commit[:10]} | {' | '.join(row)} |"
    sums = [total([row[column] for row in rows]) for column in range(len(rows[0]))] if rows else []
    yield f"| {len(trials)} repositories | | {' | '.join(sums)} |"


def figures(trial: Trial) -> list[str]:
    """Give the columns of a repository; a pair is after ``apply`` and after ``apply --all``."""
    whole = {name: runs for name, runs in trial.outcomes.items() if name not in trial.troubles}

    def pair(count: Mapping[str, int]) -> str:
        return " / ".join(str(count.get(run, 0)) for run in RUNS)

    def counted(**wanted: bool) -> str:
        return pair({run: sum(_is(outcomes[run], **wanted) for outcomes in whole.values()) for run in RUNS})

    newly = {run: sum(trial.outcomes[name][run].synthesizes for name in trial.troubles) for run in RUNS}
    return [
        str(trial.programs),
        str(len(whole)),
        counted(same=True),
        counted(same=False),
        pair(trial.fixed),
        pair(newly),
        str(len([*trial.wrong()])),
    ]


def _is(outcome: Outcome, *, same: bool) -> bool:
    return outcome.synthesizes and not outcome.undeclared and (outcome.differences == 0) is same


def total(column: Sequence[str]) -> str:
    """Add up a column, whose cells may be pairs."""
    numbers = [[int(number) for number in cell.split(" / ")] for cell in column]
    return " / ".join(str(sum(each)) for each in zip(*numbers, strict=True))


def repositories(folders: Sequence[Path], index: Mapping[str, str]) -> Iterator[tuple[Path, str]]:
    """Give each repository and its commit: a folder named ``owner__name``, or those inside of one."""
    for folder in folders:
        inside = [each for each in sorted(folder.iterdir()) if "__" in each.name or "+" in each.name]
        for each in inside or [folder]:
            name = each.name.replace("__", "/", 1).replace("+", "/", 1)
            yield each, index.get(name, "")


def main() -> int:
    """Try every repository, print the table and what did not hold."""
    parser = argparse.ArgumentParser(prog="trial_synthesis", description="Synthesize public programs.")
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--index", type=Path, help="tab-separated language, repository, commit")
    parser.add_argument("--flags", default="", help="given to every run")
    parser.add_argument("--report", type=Path, help="where to write everything, as JSON")
    options = parser.parse_args()
    if reason := missing():
        print(reason)
        return 2
    trials: list[Trial] = []
    with Synthesis() as shared:
        for source, commit in repositories(options.folders, commits(options.index)):
            # Bindings of its own stay known to a process that has seen them, and stop what comes after.
            with Synthesis() if any(source.resolve().rglob("_jsii")) else nullcontext(shared) as synthesis:
                trials.append(tried(source.resolve(), commit, options.flags.split(), synthesis))
            print(trials[-1].repository, figures(trials[-1]), file=sys.stderr, flush=True)
            if options.report:
                options.report.write_text(json.dumps([asdict(trial) for trial in trials], indent=1))
    print(*table(trials), sep="\n")
    wrong = [f"* {trial.repository}: {line}" for trial in trials for line in trial.wrong()]
    print(*wrong, sep="\n")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
