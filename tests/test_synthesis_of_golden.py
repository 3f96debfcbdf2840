"""Golden cases of CDK for Terraform, synthesized by cdktf itself: what stopped synthesis no longer does, and the JSON
changes where a fix said and nowhere else.

An excerpt is constructed by ``oracles/synthesis_driver.py``. What cannot be synthesized stands in `STOPPED`, and why.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest
from golden_cases import STATES, Telling, projects, tellings
from worlds import ALL, Mended, World, fixed

from benchmarks.judges import undeclared_in_json
from iacfix.transforms.findings import Impact, Tier
from iacfix.transforms.outcome import Report, Status
from iacfix.transforms.registry import FIXERS
from tests.oracles.schemas import schemas
from tests.oracles.synthesis import Synthesis, Synthesized, arguments, complaints, kinds, needs_synthesis
from tests.oracles.terraform import Difference, differences, needs_terraform, terraform

pytestmark = [needs_synthesis, pytest.mark.xdist_group("synthesis")]

BY_SLUG = {fixer.slug: fixer for fixer in FIXERS.values()}
PROJECT_STATES: dict[str, tuple[Tier, ...]] = {"after": (), "after.all": tuple(ALL)}
IMPORTS = re.compile(r"^\s*(?:from|import)\s+cdkt[fn]\b", re.MULTILINE)

# What does not synthesize in any of its states: the words of the error, and the reason why that is right.
STOPPED = {
    "attribute_of_construct_overwritten/node_asked_for_from_outside.py": ("no setter", "which node is asked for?"),
    "backend_lock_file/the_fork_has_it_is_left_alone.py": ("'use_lockfile'", "the fork's has it since 0.22"),
    "backend_lock_file/told_from_outside.py": ("'use_lockfile'", "whether to lock is told from outside"),
    "cdktf_class_missing/bindings_in_a_folder_of_their_own": ("'bindings'", "bindings that `cdktf get` generates"),
    "cdktf_class_missing/name_taken.py": ("S3BucketVersioning'", "the right name is taken: a person renames one"),
    "cdktf_class_missing/no_clear_answer.py": ("Wafv2WebAclRuleStatement'", "no single class is meant"),
    "cdktf_class_missing/old_package_is_left_alone.py": ("AwsProvider'", "a package of 2022 has it; ours is newer"),
    "cdktf_class_missing/pinned_old_package_is_left_alone": ("db_security_group", "the package that it pins has it"),
    "construct_id_taken/loop.py": ("already a Construct", "a person chooses the ids"),
    "construct_id_taken/two_resources.py": ("already a Construct", "a person chooses the ids"),
    "constructor_argument_mismatch/argument_found_nowhere.py": ("environment_suffix", "nobody knows its value"),
    "constructor_argument_mismatch/spread_arguments_is_left_alone.py": ("'settings'", "a module that is not shown"),
    "constructor_argument_mismatch/too_many_by_position.py": ("positional arguments", "what is the last one for?"),
    "hardcoded_database_credentials/reference_to_secret_is_left_alone.py": ("DB_PASSWORD", "no such variable is set"),
    "lambda_placeholder_code_hash/asset.py": ("ENOENT", "the folder of the asset is not shown"),
    "library_attribute_missing/nobody_is_meant.py": ("'contents'", "nobody knows what is asked for"),
    "list_token_indexed/lists_of_objects.py": ("encoded list token", "the last of a list that nobody has counted"),
    "map_left_out/more_than_a_map_is_left_alone.py": ("'LANG'", "nobody knows where it belongs"),
    "missing_argument/spread_into_constructs_is_left_alone.py": ("'action'", "what is spread comes from outside"),
    "name_not_imported/generated_bindings.py": ("'imports'", "bindings that `cdktf get` generates"),
    "name_not_imported/names_of_nobody_is_left_alone.py": ("'suffix'", "nobody knows what it is"),
    "nested_block_wrong_shape/several_for_one.py": ("environment", "which of the two is meant?"),
    "nested_block_wrong_shape/word_for_a_block.py": ("cluster_config", "of several arguments, which is the word for?"),
    "override_unneeded/bindings_of_an_unknown_version_is_left_alone.py": (
        "'imports'",
        "bindings that `cdktf get` makes",
    ),
    "provider_by_name/nobody_is_called_so_is_left_alone.py": ("provider", "no provider has that name"),
    "role_arn_as_name/construct_of_another_library_is_left_alone.py": ("'acme'", "a library that is not installed"),
    "role_arn_as_name/generated_bindings.py": ("'imports'", "bindings that `cdktf get` generates"),
    "struct_of_another_block/other_keywords_are_left_alone.py": ("vpc_config", "the struct has other arguments"),
    "terraform_function_missing/another_fn_is_left_alone.py": ("'aws_cdk'", "another library"),
    "terraform_function_missing/no_function_at_all.py": ("data_aws_caller", "there is no such function"),
    "unknown_argument/nothing_near_in_constructs.py": ("'throughput'", "nobody knows what was meant"),
    "unknown_argument/what_constructs_take_is_left_alone.py": ("'mycompany'", "a library that is not installed"),
    "wrong_argument_type/older_provider_in_a_lock_file_is_left_alone": ("encrypted", "what is locked takes it"),
}


def programs() -> list[Telling]:
    """Return what is told in Python that imports cdktf."""
    return [
        telling
        for telling in (*tellings(), *projects())
        if any(path.endswith(".py") and IMPORTS.search(text) for path, text in telling.world.files.items())
    ]


PROGRAMS = programs()
PER_PROGRAM = pytest.mark.parametrize("telling", PROGRAMS, ids=str)


@cache
def mended(telling: Telling, tiers: tuple[Tier, ...]) -> Mended:
    return fixed(telling.world, tiers, [BY_SLUG[telling.slug]] if telling.slug in BY_SLUG else None)


def states(telling: Telling) -> dict[str, tuple[Tier, ...]]:
    """Return the states that are recorded, and the tiers that lead there."""
    known = STATES if telling.slug in BY_SLUG else PROJECT_STATES
    return {state: tiers for state, tiers in known.items() if telling.path(state).exists()}


@dataclass
class Judge:
    """Synthesizes each state of each program once."""

    synthesis: Synthesis
    scratch: Path
    known: dict[tuple[Telling, str], Synthesized] = field(default_factory=dict[tuple[Telling, str], Synthesized])

    def of(self, telling: Telling, state: str = "before") -> Synthesized:
        key = telling, state
        if key not in self.known:
            world = telling.read(state)
            assert world is not None
            folder = written(world, self.scratch / f"{len(self.known)}")
            whole = telling.slug not in BY_SLUG
            self.known[key] = self.synthesis.of(folder) if whole else self.synthesis.of_excerpt(folder)
        return self.known[key]


def written(world: World, folder: Path) -> Path:
    folder.mkdir()
    for path, text in world.files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return folder


@pytest.fixture(scope="module")
def judge(synthesis: Synthesis, tmp_path_factory: pytest.TempPathFactory) -> Judge:
    return Judge(synthesis, tmp_path_factory.mktemp("programs"))


def test_what_is_stopped_is_there() -> None:
    assert set(STOPPED) <= {str(telling) for telling in PROGRAMS}


@PER_PROGRAM
def test_synthesizes_after_its_fixes(telling: Telling, judge: Judge) -> None:
    """What synthesized still does, and what did not does when all of its fixes are made."""
    before = judge.of(telling)
    after = {state: judge.of(telling, state) for state in states(telling)}
    if str(telling) in STOPPED:
        words, _ = STOPPED[str(telling)]
        troubles = [found.trouble for found in (before, *after.values())]
        assert all(troubles), "it synthesizes: take it off the list"
        assert words in str(troubles[-1] and troubles[-1].message)
        return
    for state, found in after.items():
        assert before.trouble or not found.trouble, (state, str(found.trouble))
    last = [before, *after.values()][-1]
    assert not last.trouble, str(last.trouble)


@PER_PROGRAM
def test_what_stops_synthesis_did(telling: Telling, judge: Judge) -> None:
    """A fix of a fixer for CDKTF alone is of what stopped synthesis, or changed what came of it, unless it tidies."""
    fixer = BY_SLUG.get(telling.slug)
    if fixer is None or ".cdktf." not in fixer.module or str(telling) in STOPPED or fixer.optional == "tidiness":
        return
    before = judge.of(telling)
    for state in states(telling):
        assert before.trouble or differences(arguments(before), arguments(judge.of(telling, state)))


@PER_PROGRAM
def test_json_changes_only_where_a_fix_said(telling: Telling, judge: Judge) -> None:
    before = judge.of(telling)
    if before.trouble:
        return
    for state, tiers in states(telling).items():
        after = judge.of(telling, state)
        said = declared(report for report in mended(telling, tiers).reports if report.status is Status.FIXED)
        assert not undeclared_in_json(arguments(before), arguments(after), said), state


def declared(reports: Iterable[Report]) -> Iterator[Difference]:
    """Give what the fixes said; what waits for what is no argument that a plan knows, but the JSON has it."""
    for report in reports:
        if report.fix is not None and report.fix.impact is not Impact.NONE:
            yield from ((reach.address, reach.argument) for reach in report.fix.reaches)
        elif report.argument == "depends_on":
            yield report.address, report.argument


@pytest.fixture(scope="module")
def diagnostics(judge: Judge, request: pytest.FixtureRequest) -> dict[tuple[Telling, str], Counter[str]]:
    """Ask Terraform about all that was synthesized, at once."""
    chosen = (getattr(item, "callspec", None) for item in request.session.items)
    asked = {spec.params["telling"] for spec in chosen if spec and "telling" in spec.params}
    stacks = {
        (telling, state, name): stack
        for telling in PROGRAMS
        if telling in asked
        for state in ("before", *states(telling))
        for name, stack in judge.of(telling, state).stacks.items()
    }
    with terraform(schemas(6, types=kinds(stacks.values()))) as oracle:
        said = complaints(oracle, {json.dumps([str(key[0]), *key[1:]]): stack for key, stack in stacks.items()})
    found: dict[tuple[Telling, str], Counter[str]] = {}
    for (telling, state, _), of_stack in zip(stacks, said.values(), strict=True):
        found[telling, state] = found.get((telling, state), Counter()) + of_stack
    return found


@needs_terraform
@PER_PROGRAM
def test_no_diagnostic_is_new(telling: Telling, diagnostics: dict[tuple[Telling, str], Counter[str]]) -> None:
    """What Terraform accepts it accepts afterwards, and all of what could not be synthesized."""
    before = diagnostics.get((telling, "before"), Counter())
    for state in states(telling):
        assert not diagnostics.get((telling, state), Counter()) - before, state
