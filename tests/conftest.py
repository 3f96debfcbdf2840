from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.oracles.synthesis import Synthesis

sys.path.insert(0, str(Path(__file__).parent))  # tests share `golden_cases`, `oracles` and `worlds`


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--regen", action="store_true", help="record in golden/ and docs/ what the fixers do now")


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--regen") and os.environ.get("CI"):
        raise pytest.UsageError("--regen would bless whatever CI produced")


@pytest.fixture
def regen(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--regen"))


@pytest.fixture(scope="session")
def synthesis() -> Iterator[Synthesis]:
    """Run programs of CDK for Terraform; importing it takes so long that one worker serves all tests."""
    with Synthesis() as at_hand:
        yield at_hand
