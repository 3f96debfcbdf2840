"""How many broken templates are whole after ``iacfix apply --fresh --unsafe``, by cfn-lint's own word.

``python -m benchmarks.trial_broken_cloudformation [FOLDER] [--flags "--fresh --unsafe"] [--only NAME] [--report FILE]``
copies every template below FOLDER (tests/trials/cloudformation) twice, runs iacfix on the one copy with the flags and
on the other without, and lets cfn-lint judge all three. A template is whole when

* cfn-lint has no error left, of which it had at least one;
* no resource and no output has disappeared, nor a parameter that something still names;
* ``apply`` without flags added no error and no warning. What only came to light, since something that was wrong in the
  same object is mended, is shown as uncovered and not held against it.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from tests.oracles.cfn_lint import Finding, findings_by_path

ROOT = Path(__file__).parent.parent
SECTIONS = ("Parameters", "Resources", "Outputs")
KEY = re.compile(r"""( *)(["']?)([\w:.-]+)\2\s*:(?=\s|$)""")
TOKEN = re.compile(r'"(?:[^"\\\n]|\\.)*"\s*:?|//[^\n]*|/\*.*?\*/|[{}\[\]]', re.DOTALL)


@dataclass(slots=True)
class Verdict:
    """What became of a template; findings are one line each."""

    name: str
    before: list[str] = field(default_factory=list[str])
    left: list[str] = field(default_factory=list[str])
    warnings: list[str] = field(default_factory=list[str])
    gone: list[str] = field(default_factory=list[str])
    added: list[str] = field(default_factory=list[str])
    uncovered: list[str] = field(default_factory=list[str])
    crashes: list[str] = field(default_factory=list[str])

    @property
    def whole(self) -> bool:
        """Tell whether the template was broken and is not any more, without any harm."""
        return bool(self.before) and not (self.left or self.gone or self.added or self.crashes)


def declared(path: Path) -> set[tuple[str, str]]:
    """Return the section and the logical id of all that is declared, also where the text does not parse."""
    text = path.read_bytes().decode("utf-8-sig")
    return set(_in_json(text) if path.suffix == ".json" else _in_yaml(text))


def _in_yaml(text: str) -> Iterator[tuple[str, str]]:
    section, width = "", 0
    for line in text.splitlines():
        if not (found := KEY.match(line)):
            continue
        indent, name = len(found[1]), found[3]
        if not indent:
            section, width = name, 0
        elif section in SECTIONS and indent == (width := width or indent):
            yield section, name


def _in_json(text: str) -> Iterator[tuple[str, str]]:
    section, depth = "", 0
    for found in TOKEN.finditer(text):
        token = found[0]
        if token in "{[":
            depth += 1
        elif token in "}]":
            depth -= 1
        elif token.startswith('"') and token.endswith(":"):
            name = token.rstrip(": \t\r\n").strip('"')
            if depth == 1:
                section = name
            elif depth == 2 and section in SECTIONS:
                yield section, name


def lost(before: Path, after: Path) -> Iterator[str]:
    """Give what was declared before and is not after; a parameter may go when nothing names it."""
    text = after.read_bytes().decode("utf-8-sig")
    for section, name in sorted(declared(before) - declared(after)):
        named = rf"""\bRef\b["']?\s*:?\s*["']?{re.escape(name)}\b|\$\{{{re.escape(name)}\}}"""
        if section != "Parameters" or re.search(named, text):
            yield f"{section}: {name}"


def added(was: Sequence[Finding], now: Sequence[Finding]) -> Iterator[tuple[Finding, bool]]:
    """Give what is new by its words and by its place, and whether something wrong in the same object had covered it."""
    words, places = ({(each.rule, each.message) for each in was}, {(each.rule, each.place) for each in was})
    still = {(each.rule, each.message) for each in now}
    mended = [each.place[:-1] or each.place for each in was if (each.rule, each.message) not in still]
    for each in now:
        if (each.rule, each.message) not in words and (each.rule, each.place) not in places:
            yield each, any(each.place[: len(place)] == place for place in mended)


def judged(sources: Sequence[Path], flags: Sequence[str], scratch: Path) -> Iterator[Verdict]:
    """Run iacfix on copies of the folders *sources* below *scratch*, and cfn-lint once on everything."""
    verdicts = [Verdict(source.name) for source in sources]
    originals = [next(source.glob("template.*")) for source in sources]
    mended, plain = ([scratch / kind / each.parent.name / each.name for each in originals] for kind in ("all", "plain"))
    for kind, copies, options in (("apply with flags", mended, flags), ("apply", plain, ())):
        for verdict, original, copy in zip(verdicts, originals, copies, strict=True):
            copy.parent.mkdir(parents=True)
            shutil.copyfile(original, copy)
            command = [sys.executable, "-m", "iacfix", "apply", ".", *options, "--exit-zero"]
            ran = subprocess.run(command, cwd=copy.parent, capture_output=True, text=True, check=False)
            if ran.returncode or "Traceback" in ran.stderr:
                verdict.crashes.append(f"{kind} ended with {ran.returncode}: {ran.stderr.strip()[-300:]}")
    found = findings_by_path([*originals, *mended, *plain])
    for verdict, original, after, alone in zip(verdicts, originals, mended, plain, strict=True):
        verdict.before = [_shown(each) for each in found[original] if each.rule.startswith("E")]
        verdict.left = [_shown(each) for each in found[after] if each.rule.startswith("E")]
        verdict.warnings = [_shown(each) for each in found[after] if each.rule.startswith("W")]
        verdict.gone = sorted({*lost(original, after), *lost(original, alone)})
        for each, covered in added(found[original], found[alone]):
            (verdict.uncovered if covered else verdict.added).append(_shown(each))
        yield verdict


def _shown(finding: Finding) -> str:
    return f"{finding.rule} line {finding.line}: {' '.join(finding.message.split())[:200]}"


def main() -> int:
    """Print a line for each template, what is left of it and the rate; return 1 when one is not whole."""
    parser = argparse.ArgumentParser(
        prog="trial_broken_cloudformation", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "tests" / "trials" / "cloudformation")
    parser.add_argument("--flags", default="--fresh --unsafe")
    parser.add_argument("--only", default="")
    parser.add_argument("--report", type=Path, help="write what is left of each template as JSON")
    options = parser.parse_args()
    sources = [each for each in sorted(options.folder.iterdir()) if each.is_dir() and options.only in each.name]
    with tempfile.TemporaryDirectory() as scratch:
        verdicts = list(judged(sources, options.flags.split(), Path(scratch)))
    for verdict in verdicts:
        word = "whole" if verdict.whole else "BROKEN"
        print(f"{word} {verdict.name}: {len(verdict.before)} errors before, {len(verdict.left)} after")
        if not verdict.before:
            print("    cfn-lint had no error before")
        for title in ("left", "gone", "added", "uncovered", "crashes"):
            for line in getattr(verdict, title):
                print(f"    {title}: {line}")
    whole = sum(verdict.whole for verdict in verdicts)
    print(f"{whole} of {len(verdicts)} templates are whole")
    if options.report:
        templates = [{"whole": verdict.whole, **asdict(verdict)} for verdict in verdicts]
        report = {"whole": whole, "of": len(verdicts), "flags": options.flags, "templates": templates}
        options.report.write_text(json.dumps(report, indent=2) + "\n")
    return 0 if whole == len(verdicts) else 1


if __name__ == "__main__":
    sys.exit(main())
