"""What is done only where somebody asks for it: with the flag of its tier, or by its name."""

from __future__ import annotations

import pytest
from worlds import World

from iacfix.selection import singled_out
from iacfix.transforms.engine import mend
from iacfix.transforms.findings import Tier
from iacfix.transforms.languages import language
from iacfix.transforms.outcome import Options, Outcome
from iacfix.transforms.registry import FIXERS

UNTIDY = 'variable "x" {\n  default=1\n}\n'


def run(*tiers: Tier, named: frozenset[str] = frozenset()) -> Outcome:
    world = World({"main.tf": UNTIDY})
    options = Options((FIXERS["TF001"],), frozenset({Tier.SAFE, *tiers}), named=named)
    hcl = language("hcl")
    return mend(hcl, world.documents(hcl), world, options)


def test_it_is_silent_unless_it_may_do_something() -> None:
    assert not run().reports
    assert not run().documents


@pytest.mark.parametrize("outcome", [run(Tier.FRESH), run(named=frozenset({"TF001"}))], ids=["flag", "name"])
def test_it_works_with_the_flag_and_by_its_name(outcome: Outcome) -> None:
    assert outcome.documents["main.tf"].text == 'variable "x" {\n  default = 1\n}\n'


@pytest.mark.parametrize("word", ["TF001", "tf001", "terraform-fmt", "terraform_fmt"])
def test_a_fixer_is_singled_out_by_its_names(word: str) -> None:
    assert singled_out([word]) == {"TF001"}


def test_a_family_singles_nobody_out() -> None:
    assert not singled_out(["terraform", "iam"])
