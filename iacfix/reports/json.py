"""A run told to programs. The shape is stable: what changes its meaning raises ``VERSION``."""

from __future__ import annotations

from typing import Any

import msgspec

from iacfix.project import Fault
from iacfix.reports.secrets import Mask
from iacfix.run import Run
from iacfix.transforms.findings import Severity
from iacfix.transforms.model import Span
from iacfix.transforms.outcome import Alternative, Edited, Report, Status

VERSION = 1


def render(run: Run, *, written: bool) -> str:
    """Return the report as JSON, in a stable order."""
    return msgspec.json.format(msgspec.json.encode(content(run, written=written)), indent=2).decode() + "\n"


def content(run: Run, *, written: bool) -> dict[str, Any]:
    """Return what the report holds."""
    mask = Mask.of(run)
    return {
        "version": VERSION,
        "findings": [_finding(report, run, mask, written=written) for report in run.reports],
        "files": [
            {"path": change.path, "changed": change.before is not None, "created": change.before is None}
            for change in run.changes
        ],
        "errors": [_error(fault) for fault in run.faults],
        "summary": _summary(run, written=written),
    }


def _finding(report: Report, run: Run, mask: Mask, *, written: bool) -> dict[str, Any]:
    line, column = report.position
    end_line, end_column = _end(run.text(report.path), report.span, line, column)
    return {
        "code": report.code,
        "name": report.name,
        "message": mask(report.message),
        "path": report.path,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "severity": report.severity,
        "fingerprint": report.fingerprint,
        "module": report.module,
        "address": report.address,
        "argument": report.argument,
        "status": report.status,
        "reason": mask(report.reason),
        "advice": mask(report.advice),
        "fixes": [_fix(fix, report, mask, written=written) for fix in report.alternatives or _only(report)],
    }


def _only(report: Report) -> tuple[Alternative, ...]:
    return (report.fix,) if report.fix else ()


def _fix(fix: Alternative, report: Report, mask: Mask, *, written: bool) -> dict[str, Any]:
    taken = fix == report.fix
    return {
        "title": mask(fix.title),
        "tier": fix.tier,
        "impact": fix.impact,
        "note": mask(fix.note),
        "applied": written and taken and report.status is Status.FIXED,
        "reaches": [{"module": r.module, "address": r.address, "argument": r.argument} for r in fix.reaches],
        "edits": [_edit(edited, mask) for edited in report.edits] if taken else [],
    }


def _edit(edited: Edited, mask: Mask) -> dict[str, Any]:
    start, end = edited.span
    return {
        "path": edited.path,
        "start": start,
        "end": end,
        "before": mask(edited.before),
        "after": mask(edited.after),
    }


def _end(text: str, span: Span, line: int, column: int) -> tuple[int, int]:
    """Return the line and column behind the last character of *span*."""
    if span.end > len(text):
        return line, column
    return line + text.count("\n", span.start, span.end), span.end - text.rfind("\n", 0, span.end)


def _error(fault: Fault) -> dict[str, Any]:
    return {"path": fault.path, "line": fault.line, "column": fault.column, "message": fault.message}


def _summary(run: Run, *, written: bool) -> dict[str, Any]:
    reports = run.reports
    return {
        "files": run.files,
        "findings": len(reports),
        "written": written,
        "changed": len(run.changes),
        "errors": len(run.faults),
        "status": {status.value: sum(report.status is status for report in reports) for status in Status},
        "severity": {severity.value: sum(report.severity is severity for report in reports) for severity in Severity},
        "available": _available(run),
    }


def _available(run: Run) -> dict[str, int]:
    """Return how many more findings each tier would mend."""
    found: dict[str, int] = {}
    for report in run.reports:
        if report.status is Status.AVAILABLE and report.tier:
            found[report.tier.value] = found.get(report.tier.value, 0) + 1
    return found
