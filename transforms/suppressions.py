"""What people asked to be left alone: comments in the source, and a template's metadata.

``# iacfix: ignore[IAM002] reason`` on the line of a finding, on the line above it, or above a block for all of the
block; ``# iacfix: ignore-file[IAM002]`` anywhere for the file. Without brackets, all rules are meant. A ``#`` inside a
heredoc or a block scalar is data: only what the language says is a comment counts.

A CloudFormation template can also say so in its ``Metadata``::

    Metadata:
      iacfix:
        ignore:
          - {rule: SEC001, at: Parameters.DbPassword.Default, reason: local only, until: 2027-01-31}

What it tells ``cfn-lint`` to ignore (``Metadata: {cfn-lint: {config: {ignore_checks: [W3005]}}}``, of the template or
of a resource) is left alone too by the rule that looks for the same.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from collections.abc import Mapping as TypingMapping
from dataclasses import dataclass

from iacfix.transforms.languages import Language
from iacfix.transforms.model import (
    Component,
    Document,
    Entry,
    Kind,
    Literal,
    Mapping,
    Module,
    Resource,
    Sequence,
    Value,
)
from iacfix.transforms.outcome import SUPPRESSED

WORD = "iacfix"
NO_NEIGHBOURS: TypingMapping[str, str] = {}
COMMENT = re.compile(r"iacfix:\s*ignore(?P<file>-file)?(?:\s*\[(?P<rules>[^\]]*)\])?[ \t]*(?P<reason>[^\n]*)")
WRITTEN_KEY = re.compile(r"[\"']?(?P<key>[\w:-]+)")
SECTIONS = {Kind.RESOURCE: "Resources", Kind.INPUT: "Parameters", Kind.OUTPUT: "Outputs", Kind.CONDITION: "Conditions"}


@dataclass(frozen=True, slots=True)
class _Comment:
    """A suppression in a comment: the lines that it stands on and stands for, counted from 0."""

    rules: frozenset[str]
    whole_file: bool
    alone: bool  # nothing but the comment is on its line
    line: int
    target: int  # the first line below it that is no comment
    reason: str


class Suppressions:
    """The suppressions of a component's documents, read when first asked for."""

    def __init__(self, language: Language, component: Component, today: dt.date | None = None) -> None:
        """Look at nothing yet; *today* is for metadata with an ``until``."""
        self._language = language
        self._component = component
        self._today = today or dt.datetime.now(dt.UTC).date()
        self._comments: dict[str, list[_Comment]] = {}

    def reason(
        self,
        names: Iterable[str],
        resource: Resource,
        at: Value | Entry | Resource,
        argument: str,
        neighbours: TypingMapping[str, str] = NO_NEIGHBOURS,
    ) -> str | None:
        """Return why a finding of the rule called *names* is suppressed, or None when it is not.

        *neighbours* says what other tools call the rule.
        """
        wanted = {name.lower() for name in names}
        origin = at.origin or resource.origin
        if origin is not None:
            document = self._component.documents[origin.path]
            for comment in self._in(document):
                if comment.rules and not comment.rules & wanted:
                    continue
                if comment.whole_file or self._covers(comment, document, origin.span.start, resource):
                    return _reason(comment.reason, "by a comment")
        return self._by_metadata(wanted, resource, argument) or self._by_neighbour(neighbours, resource)

    def _covers(self, comment: _Comment, document: Document, offset: int, resource: Resource) -> bool:
        line = document.text.count("\n", 0, offset)
        if comment.line == line or (comment.alone and comment.target == line):
            return True
        if resource.origin is None or resource.origin.path != document.path or not comment.alone:
            return False
        return comment.target == document.text.count("\n", 0, resource.origin.span.start)

    def _in(self, document: Document) -> list[_Comment]:
        if document.path not in self._comments:
            self._comments[document.path] = list(self._read(document)) if WORD in document.text else []
        return self._comments[document.path]

    def _read(self, document: Document) -> Iterable[_Comment]:
        text = document.text
        spans = self._language.comments(document)
        covered = {
            text.count("\n", 0, start) for start, _ in spans if not text[text.rfind("\n", 0, start) + 1 : start].strip()
        }
        for start, end in spans:
            if (found := COMMENT.search(text[start:end])) is None:
                continue
            line = text.count("\n", 0, start)
            target = line + 1
            while target in covered:
                target += 1
            yield _Comment(
                frozenset(rule.strip().lower() for rule in (found["rules"] or "").split(",") if rule.strip()),
                found["file"] is not None,
                line in covered,
                line,
                target,
                found["reason"].removesuffix("*/").strip(" :-"),
            )

    def _path(self, resource: Resource, argument: str) -> str:
        """Return the path of the argument in the template, with the keys as they are written there."""
        steps = [SECTIONS.get(resource.kind, ""), resource.name]
        head, dot, rest = argument.partition(".")
        entry = resource.body.entry(head.partition("[")[0])
        if entry is not None and entry.origin is not None:
            steps += ["Properties"] if resource.kind is Kind.RESOURCE else []
            written = WRITTEN_KEY.match(self._component.source(entry.origin))
            head = written["key"] if written else head
        return ".".join([*steps, f"{head}{dot}{rest}"])

    def _by_metadata(self, wanted: set[str], resource: Resource, argument: str) -> str | None:
        for module in self._component.modules:
            for entry in _metadata(module):
                match entry.get("rule"):
                    case Literal(value=str() as rule) if rule.lower() in wanted:
                        pass
                    case _:
                        continue
                where = _string(entry.get("at"))
                here = f"{self._path(resource, argument)}."
                if where and not here.startswith(f"{where}.") and not f"{where}.".startswith(here):
                    continue
                if (until := _string(entry.get("until"))) and until < self._today.isoformat():
                    continue
                return _reason(_string(entry.get("reason")), "in the template's metadata")
        return None

    def _by_neighbour(self, neighbours: TypingMapping[str, str], resource: Resource) -> str | None:
        checks = neighbours.get("cfn-lint", "").split(", ")
        metadata = [resource.meta.get("Metadata")]
        metadata += [
            other.body
            for module in self._component.modules
            for other in module.of(Kind.OTHER)
            if other.name == "Metadata"
        ]
        for each in metadata:
            config = each.get("cfn-lint", "config") if isinstance(each, Mapping) else None
            listed = config.all("ignore_checks") if isinstance(config, Mapping) else ()
            ignored = tuple(filter(None, map(_string, listed)))
            if ignored and all(check and check.startswith(ignored) for check in checks):
                return _reason(f"cfn-lint is to ignore {', '.join(checks)}", "")
        return None


def _reason(given: str, where: str) -> str:
    return f"{SUPPRESSED}: {given}" if given else f"{SUPPRESSED} {where}"


def _metadata(module: Module) -> Iterable[Mapping]:
    for resource in module.of(Kind.OTHER):
        if resource.name == "Metadata" and isinstance(entries := resource.get(WORD, "ignore"), Sequence):
            yield from (item for item in entries.items if isinstance(item, Mapping))


def _string(value: Value | None) -> str:
    return str(value.value) if isinstance(value, Literal) and value.value is not None else ""
