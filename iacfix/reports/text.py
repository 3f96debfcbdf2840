"""A run told to people."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import IO, TypeAlias

from iacfix.project import Fault
from iacfix.reports.secrets import Mask
from iacfix.run import Run
from iacfix.transforms.findings import Impact, Severity, Tier
from iacfix.transforms.outcome import Alternative, Report, Status

Line: TypeAlias = tuple[tuple[str, str], ...]  # pieces of text, each with a style

_SEVERITY_STYLE = {Severity.BLOCKER: "bold red", Severity.RISK: "bold yellow", Severity.NOTE: "bold cyan"}
_TIER_STYLE = {Tier.SAFE: "green", Tier.FRESH: "cyan", Tier.UNSAFE: "yellow", Tier.SCAFFOLD: "magenta"}
_WIDTH = 160  # of a line of source, beyond which it is cut
_FRAME = 4  # lines of source that are shown of a longer place
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Told:
    """How it is told: whether files were *written*, and what must be masked."""

    run: Run
    written: bool
    mask: Mask

    def lines(self) -> Iterator[Line]:
        """Yield the findings by file, then the summary."""
        path = None
        for report in self._shown():
            if report.path != path:
                path = report.path
                yield ((printable(path), "bold underline"),)
            yield from self._finding(report)
            yield ()
        yield from ((piece,) for piece in self.summary())

    def _shown(self) -> list[Report]:
        return [report for report in self.run.reports if not report.suppressed]

    def _finding(self, report: Report) -> Iterator[Line]:
        line, column = report.position
        yield (
            (f"  {line}:{column}", "dim"),
            (f"  {report.code}", _SEVERITY_STYLE[report.severity]),
            (f"  {printable(self.mask(report.message))}", ""),
            (f"  {report.name}", "dim"),
        )
        yield from self._frame(report)
        for text, style in self._outcome(report):
            yield (("    ", ""), (printable(self.mask(text)), style))

    def _frame(self, report: Report) -> Iterator[Line]:
        """Yield the lines of source that the finding is about, with a line of carets below the first."""
        text = self.run.text(report.path)
        if not text:
            return
        first = text.rfind("\n", 0, report.span.start) + 1
        last = text.find("\n", max(report.span.start, report.span.end - 1))
        lines = text[first : last if last >= 0 else len(text)].split("\n")
        width = len(str(report.position.line + min(len(lines), _FRAME) - 1))
        start = report.span.start - first
        for offset, source in enumerate(lines[:_FRAME]):
            yield ((f"    {report.position.line + offset:>{width}} | ", "dim"), (self._source(source), ""))
            if offset == 0:
                end = min(len(source.rstrip()), start + report.span.end - report.span.start)
                before = self._source(source[:start])
                size = max(1, len(self._source(source[start:end])))
                if len(before) < _WIDTH:
                    carets = "^" * min(size, _WIDTH - len(before))
                    yield ((f"    {'':>{width}} | ", "dim"), (" " * len(before) + carets, "bold red"))
        if len(lines) > _FRAME:
            yield ((f"    {'':>{width}} | ... {len(lines) - _FRAME} more lines", "dim"),)

    def _source(self, line: str) -> str:
        shown = printable(self.mask(line.rstrip("\r")).expandtabs(4))
        return shown if len(shown) <= _WIDTH else f"{shown[: _WIDTH - 3]}..."

    def _outcome(self, report: Report) -> Iterator[tuple[str, str]]:
        """Yield what became of the finding, with the style of each line."""
        fix = report.fix
        match report.status:
            case Status.FIXED if fix:
                verb = "fixed" if self.written else "would fix"
                yield f"{verb} {_kind(fix)}: {fix.title}", _TIER_STYLE[fix.tier]
            case Status.AVAILABLE if fix:
                yield f"{fix.tier.flag or 'apply'} would fix it {_kind(fix)}: {fix.title}", _TIER_STYLE[fix.tier]
            case Status.SKIPPED:
                yield f"left alone: {report.reason}", "dim"
            case Status.FAILED | Status.BLOCKED:
                yield f"not fixed: {report.reason}", "red"
            case _:
                if report.reason:
                    yield f"no fix: {report.reason}", "dim"
        if fix and fix.note and report.status in {Status.FIXED, Status.AVAILABLE}:
            yield f"note: {fix.note}", "italic"
        if report.advice:
            yield f"advice: {report.advice}", "italic"

    def summary(self) -> Iterator[tuple[str, str]]:
        """Yield the lines of the summary."""
        run = self.run
        if not run.files:
            yield "No infrastructure code found.", "dim"
            return
        if not self._shown():
            yield f"No mistakes found in {plural(run.files, 'file')}.", "green"
        else:
            yield self._counts(), "bold"
        if hints := ", ".join(more_with(run.reports)):
            yield f"{hints}.", ""
        if hidden := len(run.reports) - len(self._shown()):
            yield f"{hidden} suppressed.", "dim"
        if run.changes and not self.written:
            yield f"`iacfix apply` with the same flags would change {plural(len(run.changes), 'file')}.", ""
        elif run.changes:
            yield f"Changed {plural(len(run.changes), 'file')}; `iacfix undo` takes it back.", ""
        if run.faults:
            yield f"{plural(len(run.faults), 'error')}: what could not be read was left as it is.", "red"

    def _counts(self) -> str:
        reports = self._shown()
        fixed = sum(report.status is Status.FIXED for report in reports)
        places = len({report.path for report in reports})
        left = len(reports) - fixed
        verb = "fixed" if self.written else "would be fixed"
        tail = f"{fixed} {verb}, {left} left" if fixed and left else f"{fixed or 'none'} {verb}"
        return f"{plural(len(reports), 'finding')} in {places} of {plural(self.run.files, 'file')}: {tail}."


def more_with(reports: Iterable[Report]) -> Iterator[str]:
    """Yield how many more findings each flag would mend."""
    counts = Counter(r.tier for r in reports if r.status is Status.AVAILABLE and r.tier)
    for tier in Tier:
        if counts[tier] and tier.flag:
            yield f"{counts[tier]} more with {tier.flag}"


def fault_line(fault: Fault) -> str:
    """Return the one line that says what is wrong with a file."""
    return printable(f"{fault.path}:{fault.line}:{fault.column}: error: {fault.message}")


def plural(count: int, noun: str, many: str = "") -> str:
    """Return *count* things."""
    return f"{count} {noun if count == 1 else many or noun + 's'}"


def printable(text: str) -> str:
    """Return *text* without what would command a terminal."""
    return _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def write(lines: Iterable[Line], stream: IO[str]) -> None:
    """Write *lines*, in colours when *stream* is a terminal that wants them."""
    if not stream.isatty():
        stream.writelines("".join(text for text, _ in line) + "\n" for line in lines)
        return
    from rich.console import Console  # noqa: PLC0415 - only a terminal needs it
    from rich.text import Text  # noqa: PLC0415

    console = Console(file=stream, highlight=False, soft_wrap=True)
    for line in lines:
        console.print(Text.assemble(*line))


def _kind(fix: Alternative) -> str:
    plan = "" if fix.impact is Impact.NONE else f", plan: {fix.impact}"
    return f"[{fix.tier}{plan}]"
