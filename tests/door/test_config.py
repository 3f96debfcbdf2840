"""What a project may say, and what it is told when it says something else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from iacfix import config
from iacfix.errors import Refusal
from iacfix.transforms.findings import Severity, Tier

Iacfix = Any
Git = Any


def test_every_key_is_read(folder: Path) -> None:
    (folder / "pyproject.toml").write_text(
        """
        [tool.iacfix]
        select = ["TOY001"]
        ignore = ["stale-word"]
        extend-select = ["hardening"]
        exclude = ["vendor/"]
        per-file-ignores = {"tests/**" = ["TOY001"]}
        environment = "dev"
        set = {domain = "example.com", days = 7, strict = true}
        fail-on = "risk"
        tiers = ["fresh"]
        output-format = "json"
        """
    )
    found = config.find(folder)
    assert found.anchor == folder
    assert found.options.select == ("TOY001",)
    assert found.settings == {"environment": "dev", "domain": "example.com", "days": "7", "strict": "true"}
    assert found.fail_on is Severity.RISK
    assert found.tiers == {Tier.FRESH}
    assert found.options.output_format == "json"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("selct = []", "tool.iacfix.selct: unknown key; did you mean 'select'?; known are environment, exclude"),
        ('select = "TOY001"', "tool.iacfix.select: expected `array`, got `str`"),
        ("ignore = [1]", "tool.iacfix.ignore[0]: expected `str`, got `int`"),
        ('fail-on = "all"', "tool.iacfix.fail-on: invalid enum value 'all'; allowed are blocker, risk, note"),
        ('tiers = ["most"]', "tool.iacfix.tiers[0]: invalid enum value 'most'; allowed are safe, fresh"),
        ('output-format = "xml"', "allowed are text, json, sarif, github"),
        ("set = 1", "tool.iacfix.set: expected `object`, got `int`"),
        ("= 1", "cannot be read: Invalid statement (at line 2, column 1)"),
    ],
)
def test_what_is_wrong_is_named_with_file_and_key(iacfix: Iacfix, folder: Path, text: str, said: str) -> None:
    path = folder / "pyproject.toml"
    path.write_text(f"[tool.iacfix]\n{text}\n")
    with pytest.raises(Refusal) as refused:
        config.find(folder)
    assert str(refused.value).startswith(f"{path}: ")
    assert said in str(refused.value)
    answer = iacfix("check")
    assert (answer.code, answer.out) == (2, "")


def test_a_word_that_names_no_fixer_is_refused(iacfix: Iacfix, folder: Path) -> None:
    (folder / "iacfix.toml").write_text('per-file-ignores = {"a" = ["TOY999"]}\n')
    answer = iacfix("check")
    assert answer.code == 2
    assert "'TOY999'" in answer.err


def test_iacfix_toml_goes_before_pyproject_and_the_nearest_wins(folder: Path) -> None:
    (folder / "pyproject.toml").write_text('[tool.iacfix]\nselect = ["TOY001"]\n')
    (folder / "iacfix.toml").write_text('select = ["TOY002"]\n')
    (folder / "deep/er").mkdir(parents=True)
    assert config.find(folder / "deep/er").options.select == ("TOY002",)
    (folder / "deep/pyproject.toml").write_text('[tool.iacfix]\nselect = ["TOY003"]\n')
    assert config.find(folder / "deep/er").options.select == ("TOY003",)


def test_a_pyproject_without_our_table_says_nothing(folder: Path) -> None:
    (folder / "pyproject.toml").write_text("[tool.other]\nx = 1\n")
    assert config.find(folder).anchor is None


def test_no_configuration_above_the_repository_is_read(git: Git) -> None:
    (git.root.parent / "iacfix.toml").write_text('select = ["TOY001"]\n')
    assert config.find(git.root).anchor is None


def test_patterns_are_relative_to_the_file_that_they_stand_in(iacfix: Iacfix, git: Git) -> None:
    for path in ("infra/vendor/main.tf", "vendor/main.tf", "infra/old/main.tf", "infra/new/main.tf"):
        git.write(path, "toy\nbad\n")
    git.write("infra/iacfix.toml", 'exclude = ["/vendor"]\nper-file-ignores = {"old/" = ["bad-word"]}\n')
    git.commit()
    iacfix("apply", "infra")
    assert "bad" in (git.root / "infra/vendor/main.tf").read_text()
    assert "bad" in (git.root / "infra/old/main.tf").read_text()
    assert "good" in (git.root / "infra/new/main.tf").read_text()


def test_flags_come_on_top_of_the_configuration(iacfix: Iacfix, folder: Path) -> None:
    (folder / "iacfix.toml").write_text('tiers = ["fresh"]\nignore = ["TOY001"]\nfail-on = "note"\n')
    (folder / "main.tf").write_text("toy\nbad\nstale\nrisky\n")
    assert iacfix("apply", "--unsafe").code == 0
    assert (folder / "main.tf").read_text() == "toy\nbad\ngood\ngood\n"
