"""Let iacfix loose on repositories that nobody here wrote, and hold what it did against independent judges.

``python -m benchmarks.trial_repositories FOLDER...``, where each folder is a git repository or holds some. Nothing is
written to them: each is copied, and in the copies run ``check``, ``apply`` twice, ``apply --all`` on top of it, and
``apply --all`` twice from the start. What must hold:

* no crash, an exit code that the command line promises, an unreadable file named;
* ``check`` writes nothing, a second run changes nothing, ``apply`` and then ``apply --all`` ends where
  ``apply --all`` ends;
* the files that changed are those that the report lists, and in them only what its edits say;
* no judge has a complaint that it did not have before, and after plain ``apply`` cfn-lint no warning either;
* what a Terraform module plans differs only where a fix that was applied says so.

Markdown goes to the standard output, everything to ``--report`` as JSON; the exit code is 1 where something did not
hold.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

from benchmarks import judges
from benchmarks.judges import Complaint, Declared

SUFFIXES = {
    "terraform": (".tf", ".tofu"),
    "cdktf": (".py",),
    "cloudformation": (".yaml", ".yml", ".json", ".template"),
}

# A process counts the memory of its parent as its own until it starts a program, so a small one stands in between.
LAUNCHER = """
import json, pathlib, resource, subprocess, sys, time
usage, timeout, *command = sys.argv[1:]
start = time.monotonic()
code = subprocess.run(command, timeout=float(timeout)).returncode
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
pathlib.Path(usage).write_text(json.dumps([code, time.monotonic() - start, peak]))
"""

Snapshot: TypeAlias = Mapping[str, bytes]
"""The content of each file outside ``.git``, or where the link leads, by its path."""


@dataclass(frozen=True, slots=True)
class Violation:
    """Something that did not hold."""

    repository: str
    commit: str
    run: str
    judge: str
    path: str
    line: int
    message: str


@dataclass(slots=True)
class Run:
    """One run of the command: what it said, and what it took."""

    arguments: tuple[str, ...]
    exit_code: int
    seconds: float
    peak_megabytes: float
    report: dict[str, Any]
    trouble: str

    @property
    def name(self) -> str:
        """The command, without what is the same in all."""
        return " ".join(self.arguments)

    def fixed(self) -> Iterator[Mapping[str, Any]]:
        """Give the fixes that were applied."""
        for finding in self.report.get("findings", ()):
            yield from (fix for fix in finding["fixes"] if fix["applied"])


@dataclass(slots=True)
class Row:
    """A line of the table."""

    repository: str
    commit: str
    files: int = 0
    bytes: int = 0
    check_seconds: float = 0
    apply_seconds: float = 0
    all_seconds: float = 0
    peak_megabytes: float = 0
    findings: int = 0
    errors: int = 0
    fixed: int = 0
    fixed_all: int = 0
    changed: int = 0
    changed_all: int = 0
    touched_modules: set[str] = field(default_factory=set[str])
    planned_modules: set[str] = field(default_factory=set[str])
    modules_elsewhere: set[str] = field(default_factory=set[str])
    violations: int = 0


@dataclass(slots=True)
class Trial:
    """One repository under trial; *tool* is the command that stands for iacfix."""

    source: Path
    commit: str
    scratch: Path
    tool: Sequence[str]
    flags: Sequence[str]
    judges: Sequence[str]
    modules: int
    templates: int
    timeout: float
    violations: list[Violation] = field(default_factory=list[Violation])

    @property
    def repository(self) -> str:
        """Where it comes from: ``owner+name`` is ``owner/name``."""
        return self.source.name.replace("+", "/", 1)

    def go(self, suffixes: Sequence[str]) -> Row:
        """Run everything, and give the line of the table."""
        before = snapshot(self.source)
        counted = [text for path, text in before.items() if path.endswith(tuple(suffixes))]
        row = Row(self.repository, self.commit, len(counted), sum(map(len, counted)))

        copy = self.copy("apply")
        check = self.run(copy, "check")
        if snapshot(copy) != before:
            self.complain(check, "writes", "", 0, "check changed the work tree")
            copy = self.copy("again")
        apply = self.run(copy, "apply")
        applied = snapshot(copy)
        self.judge(apply, copy, before, applied, row)
        promised = 2 if check.report.get("errors") else int(applied != before or blocked(apply))
        if check.report and apply.report and check.exit_code != promised:
            self.complain(check, "exit code", "", 0, f"{check.exit_code}, where {promised} was promised")
        self.run_again(copy, applied, "apply")
        self.run(copy, "apply", "--all")
        stepwise = snapshot(copy)

        copy = self.copy("all")
        everything = self.run(copy, "apply", "--all")
        changed = snapshot(copy)
        self.judge(everything, copy, before, changed, row)
        self.run_again(copy, changed, "apply", "--all")
        for path in different(stepwise, changed):
            message = "apply and then apply --all does not end where apply --all ends"
            line = first_difference(stepwise.get(path, b""), changed.get(path, b""))
            self.complain(everything, "order", path, line, message)

        row.check_seconds, row.apply_seconds, row.all_seconds = check.seconds, apply.seconds, everything.seconds
        row.peak_megabytes = max(run.peak_megabytes for run in (check, apply, everything))
        row.findings = len(check.report.get("findings", ()))
        row.errors = len(check.report.get("errors", ()))
        row.fixed, row.fixed_all = len(list(apply.fixed())), len(list(everything.fixed()))
        row.changed, row.changed_all = len(different(before, applied)), len(different(before, changed))
        row.violations = len(self.violations)
        return row

    def copy(self, name: str) -> Path:
        """Give a fresh copy, with an index that git need not read the files to trust."""
        copy = self.scratch / name
        shutil.copytree(self.source, copy, symlinks=True)
        subprocess.run(["git", "update-index", "-q", "--refresh"], cwd=copy, check=False, capture_output=True)
        return copy

    def run(self, copy: Path, *arguments: str) -> Run:
        """Run the command in *copy*, and complain of what no run may do."""
        done = measured(
            [*self.tool, *arguments, *self.flags, "--output-format", "json"], copy, self.scratch, self.timeout
        )
        run = Run(arguments, *done)
        if "Traceback" in run.trouble or run.exit_code not in {0, 1, 2}:
            self.complain(run, "crash", "", 0, f"exit code {run.exit_code}: {run.trouble[-2000:]}")
        elif not run.report:
            self.complain(run, "report", "", 0, f"no JSON: {run.trouble[-500:]}")
        elif (run.exit_code == 2) != bool(run.report["errors"]):
            self.complain(run, "exit code", "", 0, f"{run.exit_code}, with {len(run.report['errors'])} errors named")
        return run

    def run_again(self, copy: Path, expected: Snapshot, *arguments: str) -> None:
        """Run the command once more where it ran: it must leave everything as it is."""
        again = self.run(copy, *arguments)
        after = snapshot(copy)
        for path in different(expected, after):
            line = first_difference(expected.get(path, b""), after.get(path, b""))
            self.complain(again, "second run", path, line, "changed again")

    def judge(self, run: Run, copy: Path, before: Snapshot, after: Snapshot, row: Row) -> None:
        """Hold what *run* did to *copy* against its own report, and against the judges."""
        if not run.report:
            return
        changed = different(before, after)
        listed = {file["path"] for file in run.report.get("files", ())}
        for path in sorted(listed ^ set(changed)):
            message = "listed, but as it was" if path in listed else "changed, but not listed"
            self.complain(run, "files", path, 0, message)
        edits = [edit for fix in run.fixed() for edit in fix["edits"]]
        for path in changed:
            its = [edit for edit in edits if edit["path"] == path]
            for line in judges.unexplained(before.get(path, b""), after.get(path, b""), its):
                self.complain(run, "edits", path, line, "changed outside of the reported edits")
        for judge in self.judges:
            if judge != "plan" and not (judge == judges.SAFE_ONLY and "--all" in run.arguments):
                of_templates = judge in {"cfn-lint", judges.SAFE_ONLY}
                templates = [path for path in changed if path.endswith(SUFFIXES["cloudformation"])]
                judged = judges.drawn(templates, self.templates) if of_templates else changed
                complaints = judges.JUDGES[judge](self.source, copy, judged)
                self.complain_all(run, judge, complaints)
        if "plan" in self.judges:
            declared = {
                Declared.of(reach["address"], reach["argument"])
                for fix in run.fixed()
                for reach in fix["reaches"]
                if fix["impact"] != "none"
            }
            plans = judges.plans(self.source, copy, changed, declared, self.modules)
            self.complain_all(run, "plan", plans.complaints)
            row.touched_modules |= plans.touched
            row.planned_modules |= plans.planned
            row.modules_elsewhere |= plans.elsewhere

    def complain_all(self, run: Run, judge: str, complaints: Iterable[Complaint]) -> None:
        """Take down what *judge* says of *run*."""
        for complaint in complaints:
            self.complain(run, judge, complaint.path, complaint.line, complaint.message)

    def complain(self, run: Run, judge: str, path: str, line: int, message: str) -> None:
        """Take down something that did not hold."""
        self.violations.append(Violation(self.repository, self.commit, run.name, judge, path, line, message))


def blocked(run: Run) -> bool:
    """Tell whether a mistake is left that will not deploy."""
    findings = run.report.get("findings", ())
    return any(each["severity"] == "blocker" and each["status"] != "fixed" for each in findings)


def measured(
    command: Sequence[str], folder: Path, scratch: Path, timeout: float
) -> tuple[int, float, float, dict[str, Any], str]:
    """Run *command* and give its exit code, seconds, peak of memory in megabytes, report and standard error."""
    environment = {**os.environ, "XDG_CACHE_HOME": str(scratch / "cache"), "XDG_STATE_HOME": str(scratch / "state")}
    usage, said, warned = (scratch / name for name in ("usage", "stdout", "stderr"))
    usage.unlink(missing_ok=True)
    launch = [sys.executable, "-S", "-c", LAUNCHER, str(usage), str(timeout), *command]
    with said.open("wb") as output, warned.open("wb") as trouble:
        subprocess.run(launch, cwd=folder, env=environment, stdout=output, stderr=trouble, check=False)
    if not usage.exists():
        return -1, 0, 0, {}, warned.read_text("utf-8", "replace")
    code, seconds, kilobytes = json.loads(usage.read_text())
    try:
        report = json.loads(said.read_bytes())
    except ValueError:
        report = {}
    return code, seconds, kilobytes / 1024, report, warned.read_text("utf-8", "replace")


def snapshot(root: Path) -> dict[str, bytes]:
    """Read every file of the work tree."""
    found: dict[str, bytes] = {}
    for folder, folders, files in os.walk(root):
        folders[:] = [name for name in folders if name != ".git"]
        for name in (*files, *folders):
            path = Path(folder, name)
            if path.is_symlink():
                found[str(path.relative_to(root))] = b"-> " + bytes(path.readlink())
            elif path.is_file():
                found[str(path.relative_to(root))] = path.read_bytes()
    return found


def different(before: Snapshot, after: Snapshot) -> list[str]:
    """Name the files that changed, came or went."""
    return sorted(path for path in {*before, *after} if before.get(path) != after.get(path))


def first_difference(before: bytes, after: bytes) -> int:
    """Give the line where *after* parts from *before*."""
    lines = zip(before.split(b"\n"), after.split(b"\n"), strict=False)
    return next((number for number, (one, other) in enumerate(lines, 1) if one != other), before.count(b"\n") + 1)


def repositories(folders: Iterable[Path]) -> Iterator[Path]:
    """Give each folder that is a git repository, and those inside the folders that are none."""
    for folder in folders:
        if (folder / ".git").exists():
            yield folder
        else:
            yield from sorted(each for each in folder.iterdir() if (each / ".git").exists())


def commits(index: Path | None) -> dict[str, str]:
    """Read which commit each repository was exported from: lines of language, repository, commit."""
    lines = index.read_text().splitlines() if index else []
    return {words[1]: words[2] for words in (line.split("\t") for line in lines)}


def head(repository: Path) -> str:
    """Give the commit that *repository* is at."""
    done = subprocess.run(["git", "rev-parse", "HEAD"], cwd=repository, check=True, capture_output=True, text=True)
    return done.stdout.strip()


COLUMNS: Mapping[str, Callable[[Row], object]] = {
    "repository": lambda row: row.repository,
    "commit": lambda row: row.commit[:10],
    "files": lambda row: row.files,
    "MB": lambda row: f"{row.bytes / 1e6:.1f}",
    "check, s": lambda row: f"{row.check_seconds:.1f}",
    "apply, s": lambda row: f"{row.apply_seconds:.1f}",
    "all, s": lambda row: f"{row.all_seconds:.1f}",
    "peak, MB": lambda row: f"{row.peak_megabytes:.0f}",
    "unreadable": lambda row: row.errors,
    "findings": lambda row: row.findings,
    "fixed": lambda row: f"{row.fixed} / {row.fixed_all}",
    "changed": lambda row: f"{row.changed} / {row.changed_all}",
    "planned": lambda row: f"{len(row.planned_modules)} of {len(row.touched_modules)}",
    "elsewhere": lambda row: len(row.modules_elsewhere),
    "violations": lambda row: row.violations,
}


def table(rows: Sequence[Row]) -> Iterator[str]:
    """Lay *rows* out in Markdown, with their sum."""
    yield "| " + " | ".join(COLUMNS) + " |"
    yield "|" + " --- |" * len(COLUMNS)
    total = Row(f"{len(rows)} repositories", "")
    for row in rows:
        for name, value in asdict(row).items():
            if name == "peak_megabytes":
                total.peak_megabytes = max(total.peak_megabytes, value)
            elif isinstance(value, set):
                setattr(total, name, getattr(total, name) | {f"{row.repository}/{folder}" for folder in value})
            elif not isinstance(value, str):
                setattr(total, name, getattr(total, name) + value)
    for row in (*rows, total):
        yield "| " + " | ".join(str(show(row)) for show in COLUMNS.values()) + " |"


def main(arguments: Sequence[str] | None = None) -> int:
    """Try every repository, print the table and what did not hold."""
    parser = argparse.ArgumentParser(prog="trial_repositories", description="Try iacfix on repositories.")
    parser.add_argument("folders", nargs="+", type=Path, help="git repositories, or folders of them")
    parser.add_argument("--language", choices=SUFFIXES, default="terraform", help="whose files are counted")
    parser.add_argument("--judge", default=",".join(judges.NAMES), help="comma-separated; default: all of them")
    parser.add_argument("--index", type=Path, help="tab-separated language, repository, commit")
    parser.add_argument("--modules", type=int, default=40, help="Terraform modules to plan for each run")
    parser.add_argument("--templates", type=int, default=10_000, help="changed files to show cfn-lint for each run")
    parser.add_argument("--timeout", type=float, default=900, help="seconds for one run")
    parser.add_argument("--flags", default="--extend-select naming", help="given to every run")
    parser.add_argument("--tool", default=f"{sys.executable} -P -m iacfix", help="what stands for iacfix")
    parser.add_argument("--report", type=Path, help="where to write everything, as JSON")
    options = parser.parse_args(arguments)
    chosen = options.judge.split(",")
    if strange := set(chosen) - set(judges.NAMES):
        parser.error(f"no such judge: {', '.join(sorted(strange))}")

    rows: list[Row] = []
    violations: list[Violation] = []
    known = commits(options.index)
    for source in repositories(options.folders):
        with tempfile.TemporaryDirectory(prefix="trial") as scratch:
            name = source.name.replace("+", "/", 1)
            trial = Trial(
                source.resolve(),
                known.get(name) or head(source),
                Path(scratch).resolve(),
                options.tool.split(),
                options.flags.split(),
                chosen,
                options.modules,
                options.templates,
                options.timeout,
            )
            try:
                rows.append(trial.go(SUFFIXES[options.language]))
            except (OSError, RuntimeError, subprocess.SubprocessError) as trouble:  # the others still count
                message = f"the trial itself failed: {trouble}"
                trial.violations.append(Violation(name, trial.commit, "", "trial", "", 0, message))
                rows.append(Row(name, trial.commit, violations=len(trial.violations)))
            violations += trial.violations
        print(f"{name}: {rows[-1].violations} violations", file=sys.stderr, flush=True)
        if options.report:
            everything = {"rows": [asdict(row) for row in rows], "violations": [asdict(each) for each in violations]}
            options.report.write_text(json.dumps(everything, indent=1, default=sorted))
    print(*table(rows), sep="\n")
    for each in violations:
        place = f"{each.repository}@{each.commit[:10]} {each.path}:{each.line}"
        print(f"* {place} [{each.run}] {each.judge}: {each.message}")
    return int(bool(violations))


if __name__ == "__main__":
    sys.exit(main())
