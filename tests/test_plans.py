"""What fixes mean, by Terraform's own plan: nothing changes but what a fix declared, and inert fixes change nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from golden_cases import GOLDEN, Telling
from oracles.schemas import schemas
from oracles.terraform import Terraform, differences, needs_terraform, terraform
from worlds import ALL, Mended, World, fixed

from iacfix.transforms.findings import Impact, Tier
from iacfix.transforms.outcome import Status
from iacfix.transforms.registry import FIXERS

pytestmark = [needs_terraform, pytest.mark.xdist_group("stub")]
FIRST = [FIXERS["IAM002"], FIXERS["NAM001"]]
MODULES = [
    ("projects/cloudwatch_analytics", ""),
    ("name_without_environment_suffix/module_call", ""),
    ("name_without_environment_suffix/two_levels_of_project_name", ""),
    ("name_without_environment_suffix/module_with_two_callers", ""),
    ("name_without_environment_suffix/names_in_count_and_for_each", ".tf"),
    ("name_without_environment_suffix/fixed_name", ".tf"),
    ("role_arn_as_name/role_from_module_without_name_output", ""),
]


@pytest.fixture(scope="module")
def judge() -> Iterator[Terraform]:
    with terraform(schemas(5)) as found:
        yield found


def written(world: World, folder: Path) -> Path:
    for path, text in world.files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return folder


def declared(mended: Mended) -> set[tuple[str, str]]:
    """Return the address and argument of everything that a fix said would change."""
    return {
        (reach.address, reach.argument.partition("[")[0].partition(".")[0])
        for report in mended.reports
        if report.status is Status.FIXED and report.fix is not None and report.fix.impact is not Impact.NONE
        for reach in report.fix.reaches
    }


@pytest.mark.parametrize(("name", "suffix"), MODULES)
@pytest.mark.parametrize("tiers", [(), (Tier.FRESH,), ALL], ids=["safe", "fresh", "all"])
def test_plan_changes_only_where_a_fix_said(
    name: str, suffix: str, tiers: tuple[Tier, ...], judge: Terraform, tmp_path: Path
) -> None:
    before = Telling(GOLDEN / name, suffix).world
    mended = fixed(before, tiers, FIRST)
    variables = {"trust_policy": "{}", "policy": "{}"}
    old = judge.plan(written(before, tmp_path / "before"), variables=variables)
    new = judge.plan(written(mended.world, tmp_path / "after"), variables=variables)

    changed = {(address.rpartition("module.")[2].partition("[")[0], path) for address, path in differences(old, new)}
    allowed = declared(mended)
    unsaid = {
        (address, path)
        for address, path in changed
        if not any(address.endswith(a) and path.startswith(p) for a, p in allowed) and not address.startswith("output.")
    }
    assert not unsaid
    assert bool(changed) is bool(allowed), "the case shows nothing"


@pytest.mark.parametrize(("name", "suffix"), MODULES)
def test_no_diagnostic_is_new(name: str, suffix: str, judge: Terraform, tmp_path: Path) -> None:
    before = Telling(GOLDEN / name, suffix).world
    old = judge.validate(written(before, tmp_path / "before"))
    new = judge.validate(written(fixed(before, ALL, FIRST).world, tmp_path / "after"))
    assert {d.summary for d in new} <= {d.summary for d in old}
