"""One language, two spellings: mending YAML and converting it gives what converting it and mending the JSON gives."""

from __future__ import annotations

import json
from typing import Any

import cfn_flip
import pytest
import yaml
from golden_cases import Telling, tellings
from worlds import ALL, World, fixed

from iacfix.transforms.languages.cloudformation.read import Source, parse
from iacfix.transforms.model import Document
from iacfix.transforms.registry import FIXERS

BY_SLUG = {fixer.slug: fixer for fixer in FIXERS.values()}
PATH = "before.yaml"


def is_read(telling: Telling) -> bool:
    if telling.suffix != ".yaml" or "iacfix: ignore" in telling.world.files[PATH]:
        return False  # JSON has no comments that could say it
    try:
        cfn_flip.load_yaml(telling.world.files[PATH])
    except yaml.YAMLError:
        return False  # a parser of its own, in Python, which does not read all that others do
    document = Document(PATH, telling.world.files[PATH].removeprefix("\ufeff"), "cloudformation")
    return isinstance(parse(document), Source)


TELLINGS = [telling for telling in tellings() if is_read(telling)]


def converted(text: str) -> Any:
    return json.loads(cfn_flip.to_json(text.removeprefix("\ufeff")))


@pytest.mark.parametrize("tiers", [(), ALL], ids=["safe", "all"])
@pytest.mark.parametrize("telling", TELLINGS, ids=str)
def test_mending_and_converting_commute(telling: Telling, tiers: tuple[Any, ...]) -> None:
    fixers = [BY_SLUG[telling.slug]]
    world = telling.world
    mended_first = converted(fixed(world, tiers, fixers).world.files[PATH])
    json_text = json.dumps(converted(world.files[PATH]), indent=2) + "\n"
    converted_first = fixed(World({"before.json": json_text}), tiers, fixers).world.files["before.json"]
    assert json.loads(converted_first) == mended_first
