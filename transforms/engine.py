"""Find, choose, splice, read again, prove: until nothing is left that may be mended.

One component at a time. In a pass, every fixer looks at the component as it is; of what it proposes, all fixes that do
not overlap are spliced at once; what was spliced is read again and must prove itself (see `iacfix.transforms.proof`).
A fix that fails is dropped and named, and the others go on. Passes repeat until one has nothing to do.
"""

from __future__ import annotations

import hashlib
import itertools
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from iacfix.transforms import proof, text
from iacfix.transforms.edits import (
    AppendLine,
    CreateFile,
    Edit,
    InsertResource,
    InsertResources,
    Reformat,
    RemoveResource,
    Replace,
    ReplaceText,
    SetRegion,
    Splice,
    Unsayable,
    trimmed,
)
from iacfix.transforms.findings import Finding, Fix, Impact, Reach, Tier
from iacfix.transforms.languages import Language
from iacfix.transforms.model import (
    Component,
    Document,
    Kind,
    Literal,
    Module,
    Opaque,
    Origin,
    Problem,
    Reference,
    Resource,
    Sequence,
    Span,
    Tree,
    dotted,
    walk,
)
from iacfix.transforms.outcome import Alternative, Candidate, Edited, Options, Outcome, Report, Status
from iacfix.transforms.registry import Fixer
from iacfix.transforms.resolve import reached
from iacfix.transforms.suppressions import Suppressions

PASSES = 100  # only a backstop: states that repeat end the run long before


def mend(language: Language, documents: Mapping[str, Document], tree: Tree, options: Options) -> Outcome:
    """Mend one component: *documents* are those that `Language.group` put together, by path.

    Never raises for what stands in a document: what cannot be read is a problem of the outcome, and what cannot be
    mended is a report with its reason.
    """
    return _Run(language, dict(documents), tree, options).outcome()


@dataclass(frozen=True, slots=True)
class _Proposal:
    """A finding and what would be spliced for it: a candidate that the language could print.

    *fix* is *original*, or the same of a lower tier where it takes a comment with it.
    """

    fixer: Fixer
    finding: Finding
    fix: Fix
    splices: tuple[Splice, ...]
    original: Fix

    @property
    def key(self) -> tuple[_Key, str, Tier]:
        return _key(self.fixer, self.finding), self.fix.title, self.fix.tier


_Key = tuple[str, str, str, str, str]


def _key(fixer: Fixer, finding: Finding) -> _Key:
    return fixer.code, finding.module.path, finding.resource.address, finding.argument, finding.message


@dataclass(frozen=True, slots=True)
class _Seen:
    """The tree with the *texts* of what no language reads as the run has left them: what it has changed and created."""

    tree: Tree
    texts: Mapping[str, str]

    @property
    def closed(self) -> bool:
        return self.tree.closed

    def paths(self) -> frozenset[str]:
        return self.tree.paths() | self.texts.keys()

    def text(self, path: str) -> str | None:
        return self.texts[path] if path in self.texts else self.tree.text(path)


@dataclass(slots=True)
class _State:
    """The component as it is, and how each document came to be so."""

    component: Component
    ledgers: dict[str, text.Ledger]
    created: frozenset[str] = frozenset()
    fixed: tuple[Report, ...] = ()
    found: list[tuple[Fixer, Finding]] | None = None

    @property
    def digest(self) -> str:
        digest = hashlib.sha256()
        for path, document in sorted(self.component.documents.items()):
            digest.update(f"{path}\0{document.text}\0".encode(errors="surrogatepass"))
        for path in sorted(self.ledgers.keys() - self.component.documents.keys()):
            digest.update(f"{path}\0{self.ledgers[path].text}\0".encode(errors="surrogatepass"))
        return digest.hexdigest()


@dataclass(slots=True)
class _Run:
    language: Language
    documents: dict[str, Document]
    tree: Tree
    options: Options
    failed: dict[tuple[_Key, str, Tier], str] = field(default_factory=dict)
    banned: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    authors: int = 0

    def outcome(self) -> Outcome:
        component = self.language.read(self.documents, self.tree)
        state = _State(component, {path: text.Ledger(d.text) for path, d in self.documents.items()})
        seen = {state.digest: (0, state)}
        trail: list[str] = []
        for _ in range(PASSES):
            proposals, left = self._propose(state)
            if not proposals:
                break
            if (after := self._attempt(state, _apart(proposals))) is None:
                continue
            trail.extend(report.code for report in after.fixed[len(state.fixed) :])
            if after.digest in seen:
                position, state = seen[after.digest]
                codes = sorted(set(trail[position:]))
                self.banned |= dict.fromkeys(codes, f"{' and '.join(codes)} undo each other here")
                trail = trail[:position]
            else:
                state = after
                seen[state.digest] = (len(trail), state)
        else:
            _, left = self._propose(state)
        unread = [problem for problem in state.component.problems if problem.unread]
        reports = self._in_order([*state.fixed, *left], state)
        return Outcome(self._changed(state), tuple(reports), (*unread, *self.problems))

    # Looking

    def _propose(self, state: _State) -> tuple[list[_Proposal], list[Report]]:
        """Return what can be mended now, and a report for every finding as it stands."""
        suppressions = Suppressions(self.language, state.component)
        proposals: list[_Proposal] = []
        reports: list[Report] = []
        for fixer, finding in self._found(state):
            proposal, report = self._judge(state, suppressions, fixer, finding)
            if proposal is not None:
                proposals.append(proposal)
            if report is not None:
                reports.append(report)
        turn = min((proposal.fixer.last, proposal.fixer.code) for proposal in proposals) if proposals else (False, "")
        chosen = [p for p in proposals if not p.fixer.last or (p.fixer.last, p.fixer.code) == turn]
        return [p for p in chosen if not _is_never_safe(p)] or chosen, reports

    def _found(self, state: _State) -> list[tuple[Fixer, Finding]]:
        """Return what the fixers find in *state*; they look once."""
        if state.found is None:
            state.found = self._find(state.component)
        return state.found

    def _find(self, component: Component) -> list[tuple[Fixer, Finding]]:
        found: list[tuple[Fixer, Finding]] = []
        for fixer in sorted(self.options.fixers, key=lambda fixer: fixer.code):
            if fixer.on_request and self.options.allowed(fixer).isdisjoint(fixer.tiers):
                continue
            try:
                found.extend((fixer, finding) for finding in fixer.findings(component, self.options.settings))
            except Exception as error:  # noqa: BLE001 - one rule's defect must not stop the others
                where = Origin(next(iter(component.documents), ""), Span(0, 0))
                problem = Problem(f"{fixer.code} broke here, please report it: {error!r}", where)
                if problem not in self.problems:
                    self.problems.append(problem)
        return sorted(found, key=lambda pair: _key(*pair)[:4])

    def _judge(
        self, state: _State, suppressions: Suppressions, fixer: Fixer, finding: Finding
    ) -> tuple[_Proposal | None, Report | None]:
        """Decide what becomes of *finding*: a proposal when it may be mended now, and how it is reported if not."""
        tiers = self.options.allowed(fixer)
        allowed = [fix for fix in finding.fixes if fix.tier in tiers]
        others = [fix for fix in finding.fixes if fix not in allowed]
        reasons: list[str] = []
        guarded: list[str] = []
        proposal: _Proposal | None = None
        for fix in [*reversed(allowed), *others]:
            try:
                splices = self._splices(state, fix)
            except Unsayable as unsayable:
                reasons.append(str(unsayable))
                continue
            if not splices:
                reasons.append("the fix changes nothing")
                continue
            proposal = _Proposal(fixer, finding, self._lowered(state, fix, splices), splices, fix)
            if not (why := self._guard(state, proposal) or self.failed.get(proposal.key, "")):
                guarded.clear()
                break
            guarded.append(why)
        touched = self._touched(state, finding, proposal.splices if proposal else ())
        candidate = Candidate(fixer, finding, state.component, proposal.fix if proposal else None, touched)
        if not self.options.counts(candidate):
            return None, None
        names = (fixer.code, fixer.name, fixer.family)
        status, reason = Status.AVAILABLE, "; ".join(reasons)
        suppressed = suppressions.reason(names, finding.resource, finding.at, finding.argument, fixer.neighbours)
        if suppressed is not None:
            status, reason = Status.SKIPPED, suppressed
        elif proposal is None:
            status = Status.NONE
        elif fixer.code in self.banned:
            status, reason = Status.FAILED, self.banned[fixer.code]
        elif guarded:
            status, reason = (Status.FAILED if proposal.key in self.failed else Status.SKIPPED), guarded[0]
        elif why := self.options.objection(candidate):
            status, reason = Status.SKIPPED, why
        elif proposal.fix.tier in tiers:
            return proposal, None
        return None, self._report(state, fixer, finding, proposal, status, reason)

    def _splices(self, state: _State, fix: Fix) -> tuple[Splice, ...]:
        found: dict[Splice, None] = {}
        for edit in fix.edits:
            for splice in self._say(state, edit):
                old = self._text(state, splice.path) or ""
                if isinstance(edit, Replace) and (document := state.component.documents.get(splice.path)):
                    splice = text.with_comments(splice, document.text, self.language.comments(document))  # noqa: PLW2901
                found[trimmed(splice, old[splice.start : splice.end])] = None
        # What is put in one place stands in the order of the edits.
        made = [splice for splice in found if splice.text or not splice.inserts or splice.creates]
        splices = sorted(made, key=lambda s: (s.path, s.start, s.end))
        splices = [text.closed_up(splices, i, self._text(state, s.path) or "") for i, s in enumerate(splices)]
        for one, other in itertools.pairwise(splices):
            if one.path == other.path and other.start < one.end:
                raise Unsayable(f"two parts of the fix meet in {one.path}")
        return tuple(splices)

    def _say(self, state: _State, edit: Edit) -> list[Splice]:
        match edit:
            case CreateFile(path=path) | ReplaceText(path=path) | AppendLine(path=path) | SetRegion(path=path):
                return text.splices(edit, self._text(state, path))
            case _:
                return self.language.splices(edit, state.component)

    def _text(self, state: _State, path: str) -> str | None:
        if path in state.ledgers:
            return state.ledgers[path].text
        return self.tree.text(path)

    def _lowered(self, state: _State, fix: Fix, splices: tuple[Splice, ...]) -> Fix:
        """Return *fix* with a lower tier where it takes comments with it, and a note that lists them."""
        lost: list[str] = []
        written = "\n".join(splice.text for splice in splices)
        for splice in splices:
            if splice.inserts or (document := state.component.documents.get(splice.path)) is None:
                continue
            for start, end in self.language.comments(document):
                comment = document.text[start:end].strip()
                if splice.start <= start and end <= splice.end and comment not in written:
                    lost.append(comment)
        if not lost:
            return fix
        note = "takes with it: " + ", ".join(lost)
        tier = Tier.UNSAFE if fix.tier is Tier.SAFE else fix.tier
        return replace(fix, tier=tier, note=f"{fix.note}; {note}" if fix.note else note)

    def _guard(self, state: _State, proposal: _Proposal) -> str:
        """Return what keeps the engine from making *proposal*, whatever the flags, or an empty string."""
        for splice in proposal.splices:
            document = state.component.documents.get(splice.path)
            if document is not None and not self.language.editable(splice.path):
                return f"{splice.path} overrides other files and is never edited"
        if _is_layout(proposal):
            return ""  # blanks are no changes
        for module, resource, argument in self._arguments(state, proposal):
            ignored = resource.meta.get("lifecycle", "ignore_changes")
            if ignored is not None and _ignores(ignored, argument):
                return f"{resource.address} ignores changes of {argument} (lifecycle.ignore_changes)"
            if resource.is_kept and proposal.fix.impact in {Impact.REPLACE, Impact.DESTROY}:
                return f"{resource.address} in {module.path} has prevent_destroy"
        return ""

    def _arguments(self, state: _State, proposal: _Proposal) -> list[tuple[Module, Resource, str]]:
        """Return the arguments of resources that *proposal* writes in: its finding's own, and those of its splices."""
        found = [(proposal.finding.module, proposal.finding.resource, proposal.finding.argument)]
        known = (splice for splice in proposal.splices if splice.path in state.component.documents)
        found += [place for splice in known if (place := locate(state.component, splice))]
        return [place for place in dict.fromkeys(found) if place[1].kind in {Kind.RESOURCE, Kind.DATA}]

    # Writing

    def _attempt(self, state: _State, proposals: list[_Proposal]) -> _State | None:
        """Return the state with as many of *proposals* made as prove themselves, or None when none does.

        What fails as a whole is halved until the fix that is wanting stands alone.
        """
        after, splices = self._apply(state, proposals)
        reason = self._prove(state, after, proposals, splices)
        if not reason:
            return after
        if len(proposals) == 1:
            self.failed[proposals[0].key] = reason
            return None
        middle = len(proposals) // 2
        return self._attempt(state, proposals[:middle]) or self._attempt(state, proposals[middle:])

    def _apply(self, state: _State, proposals: list[_Proposal]) -> tuple[_State, dict[str, list[Splice]]]:
        authors: dict[Splice, set[int]] = {}
        first = self.authors
        for number, proposal in enumerate(proposals, first):
            for splice in proposal.splices:
                authors.setdefault(splice, set()).add(number)
        self.authors += len(proposals)
        by_path: dict[str, list[Splice]] = {}
        for splice in authors:
            by_path.setdefault(splice.path, []).append(splice)

        ledgers = dict(state.ledgers)
        documents = dict(state.component.documents)
        created = set(state.created)
        for path, splices in by_path.items():
            splices.sort(key=lambda s: (s.start, s.end, s.rank, min(authors[s])))
            old = self._text(state, path)
            if old is None:
                created.add(path)
            ledger = ledgers[path].copy() if path in ledgers else text.Ledger(old or "")
            for splice in reversed(splices):
                ledger.splice(splice.start, splice.end, splice.text, frozenset(authors[splice]))
            if path in created:
                bare = ledger.text.lstrip("\r\n")
                ledger.splice(0, len(ledger.text) - len(bare), "", frozenset().union(*authors.values()))
            ledgers[path] = ledger
            if path in documents or self.language.claims(path, ledger.text):
                before = documents.get(path) or Document(path, "", self.language.name)
                tidied = self.language.tidy(before, before.but(ledger.text))
                everyone = frozenset(number for splice in splices for number in authors[splice])
                for span, new in reversed(text.changes(ledger.text, tidied.text)):
                    _splice_trimmed(ledger, path, span, new, everyone)
                documents[path] = before.but(ledger.text)
        texts = {path: ledger.text for path, ledger in ledgers.items() if path not in documents}
        tree = _Seen(self.tree, texts) if texts else self.tree
        component = self.language.read(documents, tree, state.component)
        after = _State(component, ledgers, frozenset(created), state.fixed)
        after.fixed += tuple(self._fixed(state, proposal, number) for number, proposal in enumerate(proposals, first))
        return after, by_path

    def _prove(self, state: _State, after: _State, proposals: list[_Proposal], splices: dict[str, list[Splice]]) -> str:
        """Return why *after* is not what *proposals* promised, or an empty string."""
        texts = [Document(path, after.ledgers[path].text) for path in splices if path not in after.component.documents]
        removed = frozenset(name for proposal in proposals for name in proposal.fix.removes)
        reason = proof.objection(self.language, state.component, after.component, splices, texts, removed)
        if reason:
            return reason
        before = Counter(_key(*pair) for pair in self._found(state))
        now = Counter(_key(*pair) for pair in self._found(after))
        for key, count in Counter(_key(p.fixer, p.finding) for p in proposals).items():
            if now[key] > before[key] - count:
                return "the finding is still there after the fix"
        return ""

    # Telling

    def _touched(self, state: _State, finding: Finding, splices: tuple[Splice, ...]) -> tuple[tuple[str, Span], ...]:
        places = [(origin.path, origin.span)] if (origin := finding.at.origin or finding.resource.origin) else []
        places += [(splice.path, Span(splice.start, splice.end)) for splice in splices]
        return tuple(self._original(state, path, span) for path, span in places)

    def _original(self, state: _State, path: str, span: Span) -> tuple[str, Span]:
        if (ledger := state.ledgers.get(path)) is None:
            return path, span
        return path, Span(ledger.original_offset(span.start), ledger.original_offset(span.end))

    def _fixed(self, state: _State, proposal: _Proposal, number: int) -> Report:
        report = self._report(state, proposal.fixer, proposal.finding, proposal, Status.FIXED, "")
        return replace(report, edits=(Edited("", Span(number, number), "", ""),))  # resolved by _in_order

    def _report(
        self,
        state: _State,
        fixer: Fixer,
        finding: Finding,
        proposal: _Proposal | None,
        status: Status,
        reason: str,
    ) -> Report:
        origin = finding.at.origin or finding.resource.origin or Origin("", Span(0, 0))
        path, span = self._original(state, origin.path, origin.span)
        original = self.documents.get(path) or Document(path, "")
        normal = finding.normal or (state.component.source(origin) if finding.at.origin else "")
        told = self._told(state, proposal.fix, proposal) if proposal else None
        proposed = proposal.original if proposal else None
        parts = (fixer.code, finding.module.path, finding.resource.address, finding.argument, " ".join(normal.split()))
        return Report(
            code=fixer.code,
            name=fixer.name,
            message=finding.message,
            severity=finding.severity,
            path=path,
            span=span,
            position=original.position(min(span.start, len(original.text))),
            module=finding.module.path,
            address=finding.resource.address,
            argument=finding.argument,
            fingerprint=hashlib.sha256("\0".join(parts).encode(errors="surrogatepass")).hexdigest()[:16],
            status=status,
            reason=reason,
            advice=finding.advice,
            secret=finding.secret,
            fix=told,
            alternatives=tuple(
                told if told is not None and fix is proposed else self._told(state, fix, None) for fix in finding.fixes
            ),
        )

    def _told(self, state: _State, fix: Fix, proposal: _Proposal | None) -> Alternative:
        reaches = fix.reaches
        if not reaches and proposal is not None and fix.impact is not Impact.NONE:
            reaches = tuple(Reach(m.path, r.address, a) for m, r, a in self._arguments(state, proposal))
        if proposal is not None and fix.impact is not Impact.NONE:
            documents = state.component.documents
            places = [locate(state.component, s) for s in proposal.splices if s.path in documents and not s.creates]
            passed_on = [place for place in places if place and place[1].kind in {Kind.LOCAL, Kind.MODULE}]
            origins = tuple(Reach(module.path, r.address, argument) for module, r, argument in passed_on)
            come_or_gone = tuple(Reach(module.path, r.address, "") for module, r in _come_or_gone(fix))
            reaches = reached(state.component, (*reaches, *come_or_gone, *origins))
        return Alternative(fix.title, fix.tier, fix.impact, fix.note, reaches)

    def _in_order(self, reports: list[Report], state: _State) -> list[Report]:
        """Return *reports* in the order of the source, with the edits of each that was fixed."""
        by_author: dict[int, list[Edited]] = {}
        for path, ledger in state.ledgers.items():
            for span, new, authors in ledger.edits():
                for author in authors:
                    by_author.setdefault(author, []).append(Edited(path, span, ledger.original[slice(*span)], new))
        told = [
            replace(report, edits=tuple(by_author.get(report.edits[0].span.start, ())))
            if report.status is Status.FIXED
            else report
            for report in reports
        ]
        return sorted(told, key=lambda report: (report.path, report.span, report.code, report.argument))

    def _changed(self, state: _State) -> dict[str, Document]:
        changed: dict[str, Document] = {}
        for path, ledger in state.ledgers.items():
            if ledger.text != ledger.original or path in state.created:
                before = self.documents.get(path) or Document(path, ledger.original)
                changed[path] = before.but(ledger.text)
        return changed


def _come_or_gone(fix: Fix) -> Iterator[tuple[Module, Resource]]:
    """Yield what *fix* declares or takes away that a plan has."""
    for edit in fix.edits:
        match edit:
            case InsertResource(module=module, resource=resource) | RemoveResource(module=module, resource=resource):
                resources = (resource,)
            case InsertResources(module=module, resources=resources):
                pass
            case _:
                continue
        yield from ((module, each) for each in resources if each.kind in {Kind.RESOURCE, Kind.DATA})


def _splice_trimmed(ledger: text.Ledger, path: str, span: Span, new: str, authors: frozenset[int]) -> None:
    splice = trimmed(Splice(path, span.start, span.end, new), ledger.text[slice(*span)])
    ledger.splice(splice.start, splice.end, splice.text, authors)


def _apart(proposals: list[_Proposal]) -> list[_Proposal]:
    """Return those of *proposals* that can be made at once, the first of each clash; the others wait a pass.

    Layout waits until nothing else is to be done in a file: what is written there changes what its layout is. All wait
    for one that must be made alone.
    """
    if (alone := next((proposal for proposal in proposals if proposal.fix.alone), None)) is not None:
        return [alone]
    taken: dict[str, list[Splice]] = {}
    chosen: list[_Proposal] = []
    for proposal in sorted(proposals, key=_is_layout):
        if _is_layout(proposal) and any(splice.path in taken for splice in proposal.splices):
            continue
        if any(text.overlap(splice, other) for splice in proposal.splices for other in taken.get(splice.path, ())):
            continue
        chosen.append(proposal)
        for splice in proposal.splices:
            taken.setdefault(splice.path, []).append(splice)
    return chosen


def _is_never_safe(proposal: _Proposal) -> bool:
    """Say whether plain ``apply`` leaves the finding alone: what it mends comes first whatever the flags."""
    return all(fix.tier is not Tier.SAFE for fix in proposal.finding.fixes)


def _is_layout(proposal: _Proposal) -> bool:
    return all(isinstance(edit, Reformat) for edit in proposal.fix.edits)


def _ignores(ignored: object, argument: str) -> bool:
    """Say whether ``ignore_changes`` covers *argument*."""
    head = argument.partition(".")[0].partition("[")[0]
    items = ignored.items if isinstance(ignored, Sequence) else (ignored,)
    for item in items:
        match item:
            case Opaque(text=name) | Literal(value=str() as name):
                pass
            case Reference(type=kind, name=label):
                name = kind or label
            case _:
                continue
        if name in {"all", head} or name.startswith((f"{head}.", f"{head}[")):
            return True
    return False


def locate(component: Component, splice: Splice) -> tuple[Module, Resource, str] | None:
    """Return the resource that *splice* writes in and the path of the innermost argument there, or None."""
    for module in component.modules:
        if splice.path not in module.documents:
            continue
        for resource in module.resources:
            if resource.origin is None or resource.origin.path != splice.path:
                continue
            start, end = resource.origin.span
            if start <= splice.start and splice.end <= end:
                return module, resource, _argument(resource, splice)
    return None


def _argument(resource: Resource, splice: Splice) -> str:
    best: tuple[int, str] = (-1, "")
    for container in (resource.body, resource.meta):
        for path, value in walk(container):
            if value.origin is None or value.origin.path != splice.path:
                continue
            start, end = value.origin.span
            if start <= splice.start and splice.end <= end and len(path) > best[0]:
                best = (len(path), dotted(path))
    return best[1]
