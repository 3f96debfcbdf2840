"""Independent judges of files that iacfix changed: each compares after with before and names what is newly wrong.

A judge is a function of two folders, the original and the mended one, and the paths that changed. What it did not
accept before, it need not accept afterwards.
"""

from __future__ import annotations

import difflib
import hashlib
import re
import subprocess
import warnings
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

import pygohcl

from iacfix.reports.secrets import MASK
from tests.oracles import cfn_lint, modules
from tests.oracles.schemas import schemas
from tests.oracles.terraform import INDEX, Diagnostic, Difference, Failure, Plan, Terraform, differences, terraform

TERRAFORM = (".tf", ".tfvars", ".tofu")
MAJORS = (6, 5)
BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Complaint:
    """What a judge has against a file that it had nothing against before."""

    path: str
    line: int
    message: str


Judge: TypeAlias = Callable[[Path, Path, Sequence[str]], Iterator[Complaint]]


def fmt(before: Path, after: Path, changed: Sequence[str]) -> Iterator[Complaint]:
    """``terraform fmt``: a file that was clean stays clean, and a new one is."""
    paths = [path for path in changed if path.endswith((".tf", ".tfvars"))]
    was, now = _unformatted(before, paths), _unformatted(after, paths)
    for path in sorted(now - was):
        yield Complaint(path, 0, "terraform fmt would change it")


def _unformatted(root: Path, paths: Iterable[str]) -> set[str]:
    """Name those of *paths* that are not as ``terraform fmt`` writes them, or that it cannot read."""
    unclean: set[str] = set()
    for batch in _batches([path for path in paths if (root / path).is_file()], 200):
        command = ["terraform", "fmt", "-check", "-list=true", "-write=false", *batch]
        done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
        unclean |= set(done.stdout.split("\n")) & set(batch)
        unclean |= {path for path in batch if path in done.stderr}
    return unclean


def hcl(before: Path, after: Path, changed: Sequence[str]) -> Iterator[Complaint]:
    """``pygohcl``, Terraform's own parser."""
    for path in changed:
        if path.endswith(TERRAFORM) and not _parse_hcl(before / path) and (trouble := _parse_hcl(after / path)):
            position = re.search(r":(\d+),", trouble)
            yield Complaint(path, int(position[1]) if position else 0, trouble)


def _parse_hcl(path: Path) -> str:
    try:
        pygohcl.loads(path.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError:
        return ""
    except (pygohcl.HCLParseError, pygohcl.HCLInternalError, UnicodeDecodeError) as trouble:
        return str(trouble) or type(trouble).__name__
    return ""


def python(before: Path, after: Path, changed: Sequence[str]) -> Iterator[Complaint]:
    """Python's own compiler."""
    for path in changed:
        if path.endswith(".py") and not _compile(before / path) and (trouble := _compile(after / path)):
            yield Complaint(path, getattr(trouble, "lineno", 0) or 0, str(trouble))


def _compile(path: Path) -> Exception | None:
    try:
        with warnings.catch_warnings(action="ignore"):
            compile(path.read_bytes(), path.name, "exec", dont_inherit=True)
    except FileNotFoundError:
        return None
    except (SyntaxError, ValueError) as trouble:
        return trouble
    return None


def templates(before: Path, after: Path, changed: Sequence[str]) -> Iterator[Complaint]:
    """``cfn-lint``: no error of a kind that there were fewer of, for its words may quote what was mended."""
    yield from _newly_found(before, after, changed, "E")


def template_warnings(before: Path, after: Path, changed: Sequence[str]) -> Iterator[Complaint]:
    """``cfn-lint`` again, for its warnings: only plain ``apply`` promises none that was not there."""
    yield from _newly_found(before, after, changed, "W")


def _newly_found(before: Path, after: Path, changed: Sequence[str], initial: str) -> Iterator[Complaint]:
    paths = [path for path in changed if path.endswith((".yaml", ".yml", ".json", ".template"))]
    for batch in _batches([path for path in paths if (after / path).is_file()], 50):
        verdicts = _linted([root / path for root in (before, after) for path in batch])
        for path in batch:
            old = [(each.rule, each.message) for each in verdicts.get(before / path, ())]
            if UNREADABLE in {rule for rule, _ in old}:
                continue  # nobody could tell what else is wrong
            new = [each for each in verdicts[after / path] if each.rule.startswith(initial)]
            more = Counter(each.rule for each in new) - Counter(name for name, _ in old)
            for each in new:
                if each.rule in more and (each.rule, each.message) not in old:
                    yield Complaint(path, each.line, f"{each.rule} {each.message}")


UNREADABLE = "E0000"

_VERDICTS: dict[tuple[str, bytes], list[cfn_lint.Finding]] = {}
"""What cfn-lint said of a template by its name and content: it takes longer than the run that it judges."""


def _linted(paths: Sequence[Path]) -> dict[Path, list[cfn_lint.Finding]]:
    keys = {path: (path.name, path.read_bytes()) for path in paths if path.is_file()}
    for path, found in cfn_lint.findings_by_path([path for path in keys if keys[path] not in _VERDICTS]).items():
        if path in keys:
            _VERDICTS[keys[path]] = found
    return {path: _VERDICTS[key] for path, key in keys.items()}


def drawn(paths: Sequence[str], most: int) -> list[str]:
    """Give *most* of *paths*, and of any two lists that share some mostly the same."""
    return sorted(sorted(paths, key=_digest)[:most])


def _digest(path: str) -> bytes:
    return hashlib.sha256(path.encode("utf-8", "surrogateescape")).digest()


def validate(before: Path, after: Path, changed: Sequence[str], limit: int = 40) -> Iterator[Complaint]:
    """``terraform validate`` on each module that a change reaches."""
    with _terraforms(before, after) as majors:
        for directory in touched(after, changed)[:limit]:
            if directory.relative_to(after).parts and not (before / directory.relative_to(after)).is_dir():
                continue
            yield from _newly_invalid(before, after, directory, majors)


def _newly_invalid(before: Path, after: Path, directory: Path, majors: Sequence[Terraform]) -> Iterator[Complaint]:
    """Ask with the major version of the provider that has the least to say about *directory* as it was."""
    folder = directory.relative_to(after)
    verdicts: list[tuple[Terraform, list[Diagnostic]]] = []
    for major in majors:
        try:
            verdicts.append((major, major.validate(before / folder, project=_project(before / folder))))
        except Failure:
            continue
        if not verdicts[-1][1]:
            break
    if not verdicts:
        return
    major, was = min(verdicts, key=_silence)
    try:
        now = major.validate(directory, project=_project(directory))
    except Failure as failure:
        yield Complaint(str(folder), 0, str(failure)[:1000])
        return
    known = Counter((each.severity, each.summary, each.path) for each in was)
    for each in now:
        kind = (each.severity, each.summary, each.path)
        if was_missing(before / folder, each) or was_not_reached(before / folder, each, was):
            continue
        if each not in was and known[kind] < sum((o.severity, o.summary, o.path) == kind for o in now):
            yield Complaint(str(folder / each.path), each.line, f"{each.severity}: {each.summary}: {each.detail}")


def was_missing(folder: Path, diagnostic: Diagnostic) -> bool:
    """Tell whether it is about a declaration that was not there before either.

    Terraform comes to that only when the block has no worse mistake.
    """
    if diagnostic.summary != "Reference to undeclared resource":
        return False
    declared = re.match(r'A (?:managed|data) resource ("\S+" "\S+") has not been declared', diagnostic.detail)
    texts = (path.read_text("utf-8", "replace") for path in folder.glob("*.tf"))
    return declared is not None and not any(declared[1] in text for text in texts)


# What Terraform says of a call only once it can read the block around it.
OF_CALLS = frozenset({"Call to unknown function", "Error in function call", "Invalid function argument"})


def was_not_reached(folder: Path, diagnostic: Diagnostic, was: Iterable[Diagnostic]) -> bool:
    """Tell whether it is about a call that was there before, in a file with a worse mistake at which Terraform stopped.

    Of a module that had no errors this is never so.
    """
    wrong = any(each.severity == "error" and each.path == diagnostic.path for each in was)
    file = folder / diagnostic.path
    if diagnostic.summary not in OF_CALLS or not wrong or not file.is_file() or not diagnostic.snippet.strip():
        return False
    return diagnostic.snippet.strip() in file.read_text("utf-8", "replace")


def _silence(verdict: tuple[Terraform, list[Diagnostic]]) -> int:
    return len(verdict[1])


# Two arguments for one thing, of which the AWS provider computes the one that is not written. A provider that is only a
# schema cannot know that; 5.100.0 itself, with a state that has both, plans nothing for either
# (``terraform plan -refresh=false``, seen 2026-11).
ONE_THING = {
    "aws_cloudwatch_event_rule": ("is_enabled", "state"),
    "aws_eip": ("vpc", "domain"),
    "aws_guardduty_organization_configuration": ("auto_enable", "auto_enable_organization_members"),
}


@dataclass(frozen=True, slots=True)
class Declared:
    """An argument that a fix says it changes, by the address inside its own module."""

    address: str
    argument: str

    @classmethod
    def of(cls, address: str, argument: str) -> Declared:
        """Take a place as a plan or a report writes it: the module's path and every index are left out."""
        inside = re.sub(r"^(?:module\.[\w-]+\.)+", "", INDEX.sub("", address))
        return cls(inside, INDEX.sub("", argument))

    def covers(self, other: Declared) -> bool:
        """Tell whether *other* is this argument, a part of it, or what it is a part of; no argument is all of them."""
        mine, its = f"{self.argument}.", f"{other.argument}."
        part = not self.argument or mine.startswith(its) or its.startswith(mine)
        return self.address == other.address and part


@dataclass(slots=True)
class Plans:
    """Which modules the changes reached, which of them planned before, and what is wrong with their plans.

    *elsewhere* are those that call modules from elsewhere, which nothing offline can plan.
    """

    touched: set[str] = field(default_factory=set[str])
    elsewhere: set[str] = field(default_factory=set[str])
    planned: set[str] = field(default_factory=set[str])
    complaints: list[Complaint] = field(default_factory=list[Complaint])


def plans(before: Path, after: Path, changed: Sequence[str], declared: set[Declared], limit: int = 40) -> Plans:
    """``terraform plan`` of each module that a change reaches: it differs only in what was declared."""
    result = Plans()
    directories = [each for each in touched(after, changed) if (before / each.relative_to(after)).is_dir()]
    homes = {(after / path).parent for path in changed if path.endswith(TERRAFORM)}
    result.elsewhere |= {str(home.relative_to(after)) for home in homes if modules.closure(home) is None}
    with _terraforms(before, after) as majors:
        for directory in directories[:limit]:
            folder = directory.relative_to(after)
            result.touched.add(str(folder))
            variables = modules.wanted(before / folder)
            for major in majors:
                try:
                    was = major.plan(before / folder, project=_project(before / folder), variables=variables)
                except Failure:
                    continue
                result.planned.add(str(folder))
                result.complaints += _compare(major, directory, folder, was, variables, declared)
                break
    return result


def _compare(
    major: Terraform,
    directory: Path,
    folder: Path,
    was: Plan,
    variables: Mapping[str, object],
    declared: set[Declared],
) -> Iterator[Complaint]:
    try:
        now = major.plan(directory, project=_project(directory), variables=variables)
    except Failure as failure:
        yield Complaint(str(folder), 0, f"does not plan any more: {str(failure)[:1000]}")
        return
    for address, argument in undeclared(differences(was, now), declared):
        old, new = (_shown(plan, address, argument) for plan in (was, now))
        yield Complaint(str(folder), 0, f"{address} {argument}: {old} -> {new}, which no applied fix declared")


def undeclared(found: set[Difference], declared: set[Declared]) -> list[Difference]:
    """Give the differences that nobody declared; an output may follow what somebody did."""
    rest = sorted(each for each in found if not any(fix.covers(Declared.of(*each)) for fix in declared))
    rest = [each for each in rest if not says_the_same(Declared.of(*each))]
    if len(rest) < len(found):
        rest = [each for each in rest if not each[0].startswith("output.")]
    return rest


def says_the_same(changed: Declared) -> bool:
    """Tell whether the provider itself takes what *changed* is called by for what it was called by before."""
    kind = changed.address.partition(".")[0]
    return changed.argument in ONE_THING.get(kind, ())


def undeclared_in_json(before: Plan, after: Plan, declared: Iterable[Difference]) -> list[Difference]:
    """Give the differences of what was synthesized that nobody declared.

    A construct whose id is not constant is declared under the name that the program has for it: then any of its type
    is meant. Constructs of one id in several scopes are one.
    """
    there = {_unnumbered(address) for plan in (before, after) for address in plan.resources}
    meant: set[Declared] = set()
    for fix in (Declared.of(_unnumbered(address), argument) for address, argument in declared):
        kind = fix.address.rpartition(".")[0]
        others = () if fix.address in there or not kind else (a for a in there if a.rpartition(".")[0] == kind)
        meant |= {fix, *(Declared(address, fix.argument) for address in others)}
    found = {(_unnumbered(address), argument) for address, argument in differences(before, after)}
    return undeclared(found, meant)


def _unnumbered(address: str) -> str:
    return address.partition("#")[0]


def _shown(plan: Plan, address: str, argument: str) -> str:
    value: Any = plan.outputs.get(address.removeprefix("output.")) or plan.resources.get(address)
    if argument and isinstance(value, dict):
        value = value.get(argument.partition(".")[0].partition("[")[0])
    return repr(value)[:300]


def touched(after: Path, changed: Sequence[str]) -> list[Path]:
    """Name the modules that hold a changed file or call one that does; those with modules from elsewhere are left."""
    homes = {(after / path).parent for path in changed if path.endswith(TERRAFORM)}
    if not homes:
        return []
    found: list[Path] = []
    for directory in modules.directories(after):
        reached = modules.closure(directory)
        if reached and reached & homes:
            found.append(directory)
    return found


def _project(directory: Path) -> Path:
    return modules.project(modules.closure(directory) or {directory})


class _terraforms(ExitStack):  # noqa: N801 - used as a function
    """Terraform with each major version of the AWS provider, and no more of it than the two trees name."""

    def __init__(self, *roots: Path) -> None:
        super().__init__()
        self.roots = roots

    def __enter__(self) -> list[Terraform]:  # type: ignore[override]
        super().__enter__()
        kinds = modules.kinds(each for root in self.roots for each in modules.directories(root))
        return [self.enter_context(terraform(schemas(major, types=kinds))) for major in MAJORS]


def unexplained(before: bytes, after: bytes, edits: Sequence[Mapping[str, Any]]) -> Iterator[int]:
    """Give the lines that changed though no edit says so.

    Where one pass did it all, the edits must make the one text from the other. After several passes their positions
    belong to texts in between: then what went must be in what an edit took, and what came in what an edit put.
    """
    old, new = (text.decode("utf-8-sig", "surrogateescape") for text in (before, after))
    edits = list(unmasked(old, new, edits))
    if spliced(old, edits) == new and before.startswith(BOM) == after.startswith(BOM):
        return
    taken = "\0".join(edit["before"] for edit in edits)
    put = "\0".join(edit["after"] for edit in edits)
    lines, others = old.splitlines(keepends=True), new.splitlines(keepends=True)
    for tag, start, end, other_start, other_end in difflib.SequenceMatcher(
        None, lines, others, autojunk=False
    ).get_opcodes():
        if tag == "equal":
            continue
        went, came = _core("".join(lines[start:end]), "".join(others[other_start:other_end]))
        if went not in taken or came not in put:
            yield start + 1


def unmasked(before: str, after: str, edits: Sequence[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """Yield the edits with the secrets that the report does not show, as the texts have them."""
    taken: dict[int, str] = {}
    secrets: set[str] = set()
    for number, edit in enumerate(edits):
        stood = before[edit["start"] : edit["end"]]
        if found := re.fullmatch(re.escape(edit["before"]).replace(re.escape(MASK), "(.+?)"), stood, re.DOTALL):
            taken[number] = stood
            secrets |= set(found.groups())
    for number, edit in enumerate(edits):
        put = [edit["after"]]
        if MASK in edit["after"]:
            put += [edit["after"].replace(MASK, secret) for secret in secrets]
            put += re.findall(re.escape(edit["after"]).replace(re.escape(MASK), "[^\\n]+?"), after)
        said = next((each for each in put if each in after), edit["after"])
        yield {**edit, "before": taken.get(number, edit["before"]), "after": said}


def spliced(before: str, edits: Sequence[Mapping[str, Any]]) -> str | None:
    """Make the edits, if none overlaps another; what several fixes ask for alike is made once."""
    pieces: list[str] = []
    end = len(before)
    for start, stop, new in sorted({(edit["start"], edit["end"], edit["after"]) for edit in edits}, reverse=True):
        if stop > end:
            return None
        pieces += [before[stop:end], new]
        end = start
    return "".join((before[:end], *reversed(pieces)))


def _core(went: str, came: str) -> tuple[str, str]:
    """Leave out what both begin and end with."""
    start = 0
    while start < min(len(went), len(came)) and went[start] == came[start]:
        start += 1
    went, came = went[start:], came[start:]
    end = 0
    while end < min(len(went), len(came)) and went[-1 - end] == came[-1 - end]:
        end += 1
    return went[: len(went) - end], came[: len(came) - end]


def _batches(paths: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    for start in range(0, len(paths), size):
        yield paths[start : start + size]


# What is asked about plain ``apply`` alone: the other tiers may add what is a matter of taste.
SAFE_ONLY = "cfn-lint-warnings"

JUDGES: Mapping[str, Judge] = {
    "fmt": fmt,
    "pygohcl": hcl,
    "compile": python,
    "cfn-lint": templates,
    SAFE_ONLY: template_warnings,
    "validate": validate,
}
NAMES = (*JUDGES, "plan")
