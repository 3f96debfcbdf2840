"""A run told to GitHub's workflow log, which shows the lines as annotations."""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.reports.secrets import Mask
from iacfix.run import Run
from iacfix.transforms.findings import Severity
from iacfix.transforms.outcome import Report, Status

_LEVEL = {Severity.BLOCKER: "error", Severity.RISK: "warning", Severity.NOTE: "notice"}
_OUTCOME = {Status.FIXED: "`iacfix apply` fixes it", Status.AVAILABLE: "`iacfix apply {flag}` fixes it"}


def render(run: Run) -> str:
    """Return one workflow command for each finding and error."""
    return "".join(f"{line}\n" for line in _lines(run))


def _lines(run: Run) -> Iterator[str]:
    mask = Mask.of(run)
    where: dict[str, str | int]
    for fault in run.faults:
        where = {"file": fault.path, "line": fault.line, "col": fault.column, "title": "iacfix cannot read this"}
        yield _command("error", where, fault.message)
    for report in (report for report in run.reports if not report.suppressed):
        line, column = report.position
        last = line + run.text(report.path).count("\n", report.span.start, max(report.span.start, report.span.end - 1))
        title = f"{report.code} {report.name}"
        where = {"file": report.path, "line": line, "endLine": last, "title": title}
        if last == line:
            where["col"] = column
        yield _command(_LEVEL[report.severity], where, mask(_message(report)))


def _message(report: Report) -> str:
    what = _OUTCOME.get(report.status, "").format(flag=report.tier.flag if report.tier else "")
    return ". ".join(filter(None, (report.message, what, report.advice)))


def _command(level: str, where: dict[str, str | int], message: str) -> str:
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in where.items())
    return f"::{level} {properties}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
