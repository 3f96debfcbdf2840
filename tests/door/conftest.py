"""A language of one word and an engine that mends it, so that the door is tested by itself.

A toy file is one that holds the word ``toy``. Each line in it with ``bad``, ``stale``, ``risky``, ``hunter2`` (a
secret) or ``bare`` is a finding; all but the last become ``good`` in their tiers. ``broken`` is a syntax error.
"""

from __future__ import annotations

import subprocess
import sys
import types
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from iacfix.__main__ import main
from iacfix.transforms import languages, registry
from iacfix.transforms.findings import Finding, Impact, Severity, Tier
from iacfix.transforms.model import EMPTY, Component, Document, Kind, Module, Origin, Problem, Resource, Span
from iacfix.transforms.outcome import Alternative, Candidate, Edited, Options, Outcome, Report, Status

WORDS: dict[str, tuple[str, Tier | None, Severity]] = {
    "bad": ("TOY001", Tier.SAFE, Severity.BLOCKER),
    "stale": ("TOY002", Tier.FRESH, Severity.RISK),
    "risky": ("TOY003", Tier.UNSAFE, Severity.RISK),
    "bare": ("TOY004", None, Severity.NOTE),
    "hunter2": ("TOY005", Tier.UNSAFE, Severity.RISK),
}


NAMES = {"hunter2": "secret"}


class Toy:
    """Reads files by folder."""

    name = "hcl"

    def claims(self, path: str, text: str) -> bool:
        return bool(path) and "toy" in text

    def group(self, documents: Mapping[str, Document]) -> list[tuple[str, ...]]:
        folders: dict[str, list[str]] = {}
        for path in sorted(documents):
            folders.setdefault(path.rpartition("/")[0], []).append(path)
        return [tuple(paths) for paths in folders.values()]


def mend(_: Toy, documents: Mapping[str, Document], tree: Any, options: Options) -> Outcome:
    """Mend the words one by one; a line with ``note FILE`` also leaves a line in FILE."""
    changed: dict[str, Document] = {}
    reports: list[Report] = []
    problems: list[Problem] = []
    for path, document in sorted(documents.items()):
        if (at := document.text.find("broken")) >= 0:
            problems.append(Problem("this is broken", Origin(path, Span(at, at + 6))))
            continue
        if "explode" in document.text:
            raise RuntimeError("exploded")
        text, offset = document.text, 0
        for line in document.text.splitlines(keepends=True):
            for word, (code, tier, severity) in WORDS.items():
                if word not in line or code not in {fixer.code for fixer in options.fixers}:
                    continue
                start = offset + line.index(word)
                span = Span(start, start + len(word))
                other = line.split("note ")[1].split()[0] if "note " in line else ""
                left = (changed[other].text if other in changed else tree.text(other)) or "" if other else ""
                report, wanted = _judge(document, span, (other, left), options, (code, tier, severity))
                if report is None:
                    continue
                if wanted:
                    text = _put(text, document.text, span)
                    if other:
                        changed[other] = Document(other, f"{left}{path} was mended\n")
                reports.append(report)
            offset += len(line)
        if text != document.text:
            changed[path] = document.but(text)
    return Outcome(changed, tuple(reports), tuple(problems))


def _put(text: str, before: str, span: Span) -> str:
    """Replace a word counted from the end, which earlier replacements have not moved."""
    start, end = len(text) - (len(before) - span.start), len(text) - (len(before) - span.end)
    return f"{text[:start]}good{text[end:]}"


def _judge(
    document: Document, span: Span, also: tuple[str, str], options: Options, what: tuple[str, Tier | None, Severity]
) -> tuple[Report | None, bool]:
    code, tier, severity = what
    other, left = also
    fixer = registry.FIXERS[code]
    resource = Resource(Kind.RESOURCE, "toy", "x", EMPTY, origin=Origin(document.path, span))
    module = Module(".", "hcl", (resource,), (document.path,))
    component = Component("hcl", {document.path: document}, (module,))
    finding = Finding("this is not good", module, resource, resource, severity=severity)
    touched = [(document.path, span)] + ([(document.path, span)] if tier else [])
    if other and tier:
        touched.append((other, Span(0, 0)))
    candidate = Candidate(fixer, finding, component, None, tuple(touched))
    if not options.counts(candidate):
        return None, False
    reason = options.objection(candidate) if tier in options.tiers else ""
    status = Status.NONE
    if tier:
        reason = "suppressed: it is meant so" if "ignore" in document.text.splitlines() else reason
        status = Status.SKIPPED if reason else Status.FIXED if tier in options.tiers else Status.AVAILABLE
    word = document.text[slice(*span)]
    fix = Alternative("say good", tier, Impact.UPDATE, "mind the word") if tier else None
    report = Report(
        code=code,
        name=fixer.name,
        message=f"{word!r} is not good",
        severity=severity,
        path=document.path,
        span=span,
        position=document.position(span.start),
        module=".",
        address="toy.x",
        argument=code.lower(),
        fingerprint=f"{code}-{document.path}",
        status=status,
        reason=reason,
        advice="" if tier else "say something",
        secret=word == "hunter2",
        fix=fix,
        alternatives=(fix,) if fix else (),
        edits=tuple(_edits(document, span, other, left)) if status is Status.FIXED else (),
    )
    return report, status is Status.FIXED


def _edits(document: Document, span: Span, other: str, left: str) -> Iterator[Edited]:
    yield Edited(document.path, span, document.text[slice(*span)], "good")
    if other:
        yield Edited(other, Span(len(left), len(left)), "", f"{document.path} was mended\n")


@pytest.fixture(autouse=True)
def toy(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Put the toy in the place of Terraform, the engine and the fixers."""
    engine = types.ModuleType("iacfix.transforms.engine")
    engine.mend = mend  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "iacfix.transforms.engine", engine)
    monkeypatch.setitem(sys.modules, "toy_language", SimpleNamespace(Toy=Toy))  # type: ignore[arg-type]
    monkeypatch.setattr(languages, "_PARTS", dict.fromkeys(languages.NAMES, ("toy_language", "Toy")))
    languages.language.cache_clear()
    page = types.ModuleType("iacfix.fixers.toys.toy_word")
    page.__doc__ = "A word that is not good.\n\nGood words are better.\n"
    monkeypatch.setitem(sys.modules, page.__name__, page)
    kept = dict(registry.FIXERS)
    registry.FIXERS.clear()
    for word, (code, tier, _) in WORDS.items():
        registry.Fixer(
            f"iacfix.fixers.toys.{NAMES.get(word, word)}_word",
            code=code,
            since="0.1.0",
            tiers=(tier,) if tier else (),
            optional="hardening" if word == "bare" else "",
        )
    for fixer in registry.FIXERS.values():
        monkeypatch.setitem(sys.modules, fixer.module, page)
    yield
    registry.FIXERS.clear()
    registry.FIXERS.update(kept)
    languages.language.cache_clear()


class Answer(SimpleNamespace):
    """What a command said."""

    code: int
    out: str
    err: str


Iacfix = Callable[..., Answer]


@pytest.fixture
def iacfix(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Iacfix:
    """Run the command in this process."""

    def run(*arguments: str | Path) -> Answer:
        monkeypatch.setattr(sys, "argv", ["iacfix", *map(str, arguments)])
        capfdbinary.readouterr()
        code = main()
        said = capfdbinary.readouterr()
        return Answer(code=code, out=said.out.decode(), err=said.err.decode())

    return run


class Git:
    """A repository in a folder."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self("init", "--quiet", "--initial-branch=main")
        self("config", "user.email", "somebody@example.com")
        self("config", "user.name", "Somebody")
        self("config", "core.autocrlf", "false")

    def __call__(self, *arguments: str, given: bytes | None = None) -> str:
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.root,
            input=given,
            capture_output=True,
            check=True,
        )
        return done.stdout.decode()

    def write(self, path: str, text: str) -> Path:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())
        return file

    def commit(self, message: str = "as it was") -> None:
        self("add", "--all")
        self("commit", "--quiet", "--message", message)


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    """Return an empty repository, which is the current directory."""
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
        monkeypatch.delenv(name, raising=False)
    root = tmp_path / "repository"
    root.mkdir()
    monkeypatch.chdir(root)
    return Git(root)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty directory that is in no repository, and the current one."""
    root = tmp_path / "folder"
    root.mkdir()
    monkeypatch.chdir(root)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    return root
