"""What a run amounts to: the exit code."""

from __future__ import annotations

from iacfix.run import Run
from iacfix.transforms.findings import Severity
from iacfix.transforms.outcome import Report, Status

CLEAN, FOUND, WRONG = 0, 1, 2
_ORDER = (Severity.NOTE, Severity.RISK, Severity.BLOCKER)


def exit_code(run: Run, *, written: bool, fail_on: Severity | None = None, exit_zero: bool = False) -> int:
    """Return 2 after read errors, 1 when what remains should stop a pipeline, else 0.

    Without *fail_on*, that is a blocker, or, as long as nothing was *written*, a change that `apply` would make. With
    it, that is a finding at least as severe, whether or not it could be mended.
    """
    if run.faults:
        return WRONG
    if exit_zero:
        return CLEAN
    if fail_on is not None:
        left = (report for report in run.reports if remains(report, written=written))
        return FOUND if any(_ORDER.index(report.severity) >= _ORDER.index(fail_on) for report in left) else CLEAN
    blocked = any(r.severity is Severity.BLOCKER and remains(r, written=True) for r in run.reports)
    return FOUND if blocked or (run.changes and not written) else CLEAN


def remains(report: Report, *, written: bool) -> bool:
    """Say whether the mistake is still there, and nobody has said that it should be."""
    if report.status is Status.FIXED:
        return not written
    return not report.suppressed
