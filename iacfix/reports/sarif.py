"""A run told as SARIF 2.1.0, with its fixes.

Fixes are whole lines, and always say what is inserted, be it nothing: what the readers of SARIF have been found to
understand. Columns count characters.
"""

from __future__ import annotations

import urllib.parse
from collections.abc import Iterable
from typing import Any

import msgspec

from iacfix import __version__
from iacfix.reports.lines import Block, blocks, lines_of
from iacfix.reports.secrets import Mask
from iacfix.run import Run
from iacfix.transforms.findings import Severity
from iacfix.transforms.outcome import Edited, Report
from iacfix.transforms.registry import FIXERS, Fixer

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVEL = {Severity.BLOCKER: "error", Severity.RISK: "warning", Severity.NOTE: "note"}
_SHORT = 1000  # characters of a description that viewers show


def render(run: Run) -> str:
    """Return the log as JSON."""
    return msgspec.json.format(msgspec.json.encode(content(run)), indent=2).decode() + "\n"


def content(run: Run) -> dict[str, Any]:
    """Return what the log holds."""
    mask = Mask.of(run)
    rules = [FIXERS[code] for code in sorted({report.code for report in run.reports} & FIXERS.keys())]
    index = {fixer.code: position for position, fixer in enumerate(rules)}
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "iacfix",
                        "semanticVersion": __version__,
                        "rules": [_rule(fixer) for fixer in rules],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "invocations": [_invocation(run)],
                "results": [_result(report, run, mask, index) for report in run.reports],
            }
        ],
    }


def _rule(fixer: Fixer) -> dict[str, Any]:
    return {
        "id": fixer.code,
        "name": fixer.name,
        "shortDescription": {"text": fixer.title or fixer.name},
        "fullDescription": {"text": fixer.doc[:_SHORT] or fixer.name},
        "help": {"text": fixer.doc or fixer.name, "markdown": fixer.doc or fixer.name},
        "properties": {
            "family": fixer.family,
            "tags": [fixer.family, *fixer.languages],
            "tiers": [tier.value for tier in fixer.tiers],
        },
    }


def _invocation(run: Run) -> dict[str, Any]:
    return {
        "executionSuccessful": not run.faults,
        "toolExecutionNotifications": [
            {
                "level": "error",
                "message": {"text": fault.message},
                "locations": [_location(fault.path, {"startLine": fault.line, "startColumn": fault.column})],
            }
            for fault in run.faults
        ],
    }


def _result(report: Report, run: Run, mask: Mask, index: dict[str, int]) -> dict[str, Any]:
    message = ". ".join(filter(None, (report.message, report.advice)))
    result: dict[str, Any] = {
        "ruleId": report.code,
        "level": _LEVEL[report.severity],
        "message": {"text": mask(message)},
        "locations": [_location(report.path, _region(run.text(report.path), report), report.address)],
        "partialFingerprints": {"iacfix/v1": report.fingerprint},
        "properties": {"status": report.status.value, "reason": mask(report.reason)},
    }
    if report.suppressed:
        result["suppressions"] = [{"kind": "inSource", "justification": mask(report.reason)}]
    if report.code in index:
        result["ruleIndex"] = index[report.code]
    if report.fix and report.edits:
        result["fixes"] = [
            {"description": {"text": mask(report.fix.title)}, "artifactChanges": _changes(report.edits, run, mask)}
        ]
        result["properties"] |= {"tier": report.fix.tier.value, "impact": report.fix.impact.value}
    return result


def _location(path: str, region: dict[str, Any], address: str = "") -> dict[str, Any]:
    location: dict[str, Any] = {"physicalLocation": {"artifactLocation": _artifact(path), "region": region}}
    if address:
        location["logicalLocations"] = [{"fullyQualifiedName": address}]
    return location


def _artifact(path: str) -> dict[str, str]:
    return {"uri": urllib.parse.quote(path)}


def _region(text: str, report: Report) -> dict[str, int]:
    line, column = report.position
    start, end = report.span
    if not start <= end <= len(text):
        return {"startLine": line, "startColumn": column}
    return {
        "startLine": line,
        "startColumn": column,
        "endLine": line + text.count("\n", start, end),
        "endColumn": end - text.rfind("\n", 0, end),
    }


def _changes(edits: Iterable[Edited], run: Run, mask: Mask) -> list[dict[str, Any]]:
    by_path: dict[str, list[Edited]] = {}
    for edit in edits:
        by_path.setdefault(edit.path, []).append(edit)
    return [
        {
            "artifactLocation": _artifact(path),
            "replacements": [_replacement(run.text(path), block, mask) for block in blocks(run.text(path), some)],
        }
        for path, some in sorted(by_path.items())
    ]


def _replacement(text: str, block: Block, mask: Mask) -> dict[str, Any]:
    """Return the whole lines of *block*; the end of the last one is left alone where both sides have it."""
    lines = lines_of(text)
    old = "".join(lines[block.first : block.last])
    new = block.text
    region = {"startLine": block.first + 1, "startColumn": 1, "endLine": block.last + 1, "endColumn": 1}
    if old.endswith("\n") and new.endswith("\n"):
        new = new.removesuffix("\n")
        region |= {"endLine": block.last, "endColumn": len(lines[block.last - 1])}
    elif old and not old.endswith("\n"):
        region |= {"endLine": block.last, "endColumn": len(lines[block.last - 1]) + 1}
    return {"deletedRegion": region, "insertedContent": {"text": mask(new)}}
