"""What one repair mends, and what has none."""

from __future__ import annotations

import pytest

from iacfix.transforms.languages.hcl.check import first_problem
from iacfix.transforms.languages.hcl.slips import remedy
from iacfix.transforms.languages.hcl.syntax import Fragment, parse
from iacfix.transforms.text import applied

GOOD = 'resource "aws_sqs_queue" "jobs" {\n  name = "jobs"\n}\n'


def is_legal(text: str) -> bool:
    """Say whether our reader takes *text*."""
    data = text.encode()
    return first_problem(Fragment("", text, 0, data, parse(data))) is None


@pytest.mark.parametrize(
    "broken",
    [
        GOOD.replace(" = ", ": "),
        GOOD.replace('"jobs"\n', '"jobs",\n'),
        GOOD.replace('"jobs"\n', '"jobs\n'),
        GOOD.removesuffix("\n}\n"),
    ],
)
def test_one_repair(broken: str) -> None:
    """A slip with one repair is mended."""
    changes = remedy(broken, is_legal)
    assert changes is not None
    assert applied(broken, changes).rstrip() == GOOD.rstrip()


@pytest.mark.parametrize("broken", ["resource {{\n", "x = [1, 2\n", 'a = "b" "c"\n'])
def test_none(broken: str) -> None:
    """What no single repair mends is left."""
    assert remedy(broken, is_legal) is None
