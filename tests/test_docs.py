from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parent.parent


def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_pages_are_those_that_the_generator_writes(regen: bool) -> None:
    generate = generator()
    if regen:
        generate.main()
    stale = [p.name for p, text in generate.pages().items() if not p.exists() or p.read_text() != text]
    assert not stale, "run: python docs/generate.py"
    there = {path.name for path in (ROOT / "docs" / "fixers").glob("*.md")}
    assert there == {path.name for path in generate.pages() if path.parent.name == "fixers"}
