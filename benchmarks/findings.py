"""List what the default rules find in public repositories, each finding with what a reader said of it.

``python -m benchmarks.findings FOLDER... --index INDEX.tsv --reports REPORTS --verdicts VERDICTS.tsv`` runs ``check``
over every folder, a repository each, where REPORTS does not have its answer yet. Of each rule all findings are listed,
or thirty by a fixed seed where there are more; and ten of those in test data, which is often wrong on purpose. The
verdicts are a table of code, repository, path, line, verdict and
remark, written by a person; what has none is listed as unread, and the exit code is 1. Markdown goes to the standard
output.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

MOST = 30
MOST_OF_TESTS = 10
SEED = 20261128
UNREAD = "unread"

# Where scanners, Terraform and SAM keep what their tests read.
_TESTS = {
    "aws-cloudformation/cfn-lint": ("test/fixtures/",),
    "aws/serverless-application-model": ("integration/", "tests/translator/"),
    "bridgecrewio/checkov": ("tests/",),
    "hashicorp/terraform": ("/testdata/",),
    "stelligent/cfn_nag": ("spec/",),
}


class Found(NamedTuple):
    """Where a rule found something."""

    code: str
    repository: str
    path: str
    line: int
    message: str


class Verdict(NamedTuple):
    """What a reader said of a finding: true, false, or test data that is kept wrong on purpose."""

    word: str
    remark: str


def report(repository: Path, reports: Path) -> list[dict[str, object]]:
    """Return the findings of ``check`` in *repository*, out of *reports* if they are there."""
    kept = reports / f"{repository.name}.json"
    if not kept.exists():
        command = [sys.executable, "-m", "iacfix", "check", str(repository), "--output-format", "json", "--exit-zero"]
        answer = subprocess.run(command, stdout=subprocess.PIPE, check=False).stdout
        reports.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(answer)
    findings: list[dict[str, object]] = json.loads(kept.read_bytes())["findings"]
    return findings


def found_in(repositories: Iterable[Path], reports: Path, suffixes: tuple[str, ...]) -> Iterator[Found]:
    """Yield what was found in files that end in one of *suffixes*."""
    for repository in repositories:
        name = repository.name.replace("__", "/", 1)
        for each in report(repository, reports):
            if str(each["path"]).endswith(suffixes):
                yield Found(str(each["code"]), name, str(each["path"]), int(str(each["line"])), str(each["message"]))


def sample(found: Iterable[Found]) -> dict[str, tuple[int, list[Found]]]:
    """Return by code how many there are, and those to read."""
    by_code: defaultdict[str, tuple[list[Found], list[Found]]] = defaultdict(lambda: ([], []))
    for each in sorted(set(found)):
        by_code[each.code][is_test(each)].append(each)
    return {
        code: (len(own) + len(tests), [*_some(own, MOST), *_some(tests, MOST_OF_TESTS)])
        for code, (own, tests) in sorted(by_code.items())
    }


def is_test(found: Found) -> bool:
    """Say whether it is in test data."""
    return any(mark in found.path for mark in _TESTS.get(found.repository, ()))


def _some(found: list[Found], most: int) -> list[Found]:
    return sorted(random.Random(f"{SEED} {len(found)}").sample(found, min(most, len(found))))


def place_of(row: list[str]) -> tuple[str, str, str, int]:
    """Return what a row of verdicts is about."""
    code, repository, path, line = row[:4]
    return code, repository, path, int(line)


def read_verdicts(path: Path) -> dict[tuple[str, str, str, int], Verdict]:
    """Return the verdicts by code, repository, path and line."""
    with path.open(newline="") as file:
        rows = list(csv.reader(file, delimiter="\t"))
    return {place_of(row): Verdict(*row[4:]) for row in rows}


def page(
    sampled: Mapping[str, tuple[int, list[Found]]],
    verdicts: Mapping[tuple[str, str, str, int], Verdict],
    commits: Mapping[str, str],
) -> Iterator[str]:
    """Yield the lines of the page."""
    yield "| rule | found | read | true | test data | false, mended |"
    yield "| --- | --- | --- | --- | --- | --- |"
    words = {
        code: [verdicts.get(each[:4], Verdict(UNREAD, "")) for each in some] for code, (_, some) in sampled.items()
    }
    for code, (count, some) in sampled.items():
        told = Counter(verdict.word for verdict in words[code])
        read = len(some) - told[UNREAD]
        yield f"| {code} | {count} | {read} | {told['true']} | {told['test data']} | {told['false']} |"
    for code, (_, some) in sampled.items():
        yield f"\n## {code}\n"
        yield "| repository | commit | place | finding | verdict |"
        yield "| --- | --- | --- | --- | --- |"
        for each, (word, remark) in zip(some, words[code], strict=True):
            said = f"{word}: {remark}" if remark else word
            message = each.message.replace("|", "\\|")
            commit = commits.get(each.repository, "")[:10]
            yield f"| {each.repository} | {commit} | {each.path}:{each.line} | {message} | {said} |"


def main() -> int:
    """Print the page."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("repositories", nargs="+", type=Path)
    parser.add_argument("--index", type=Path, required=True, help="language, repository and commit of each folder")
    parser.add_argument("--reports", type=Path, required=True, help="where answers are kept")
    parser.add_argument("--verdicts", type=Path, required=True)
    parser.add_argument("--suffixes", default=".tf,.tofu")
    given = parser.parse_args()
    sampled = sample(found_in(given.repositories, given.reports, tuple(given.suffixes.split(","))))
    verdicts = read_verdicts(given.verdicts)
    commits = dict(line.split("\t")[1:3] for line in given.index.read_text().splitlines())
    for line in page(sampled, verdicts, commits):
        sys.stdout.write(f"{line}\n")
    return int(any(each[:4] not in verdicts for _, some in sampled.values() for each in some))


if __name__ == "__main__":
    sys.exit(main())
