"""Write docs/rules.md and docs/fixers/*.md from the fixers' docstrings and golden cases.

Every example in the pages is a golden case, and so a passing test. ``python docs/generate.py`` writes them; a test
fails when one is stale.
"""

from __future__ import annotations

import ast
import difflib
import importlib
import sys
from pathlib import Path

from iacfix.transforms.findings import Impact
from iacfix.transforms.registry import FIXERS, Fixer

ROOT = Path(__file__).parent.parent
HEAD = "<!-- Written by docs/generate.py from the fixer's docstring and golden cases. Do not edit by hand. -->\n"
LANGUAGES = {"hcl": "Terraform", "cdktf": "CDKTF Python", "cloudformation": "CloudFormation"}
FLAGS = {"after": "", "after.fresh": " --fresh", "after.unsafe": " --unsafe", "after.scaffold": " --scaffold"}
importlib.import_module("iacfix.fixers")  # registers them

ENDINGS = {".tf": "Terraform", ".py": "CDKTF Python", ".yaml": "CloudFormation YAML", ".json": "CloudFormation JSON"}


def fixers() -> list[Fixer]:
    """Return the fixers in the order of their codes."""
    return [fixer for _, fixer in sorted(FIXERS.items())]


def page(fixer: Fixer) -> str:
    """Return the page of *fixer*."""
    title, _, body = fixer.doc.partition("\n\n")
    facts = [
        f"- Name: `{fixer.name}`, family `{fixer.family}`, since {fixer.since}",
        f"- Languages: {', '.join(LANGUAGES[name] for name in fixer.languages)}",
        f"- Fixes: {', '.join(tier.value for tier in fixer.tiers) or 'none, it only advises'}",
    ]
    if said := impacts(fixer):
        facts.append(f"- Impact: {', '.join(said)}")
    if fixer.optional:
        facts.append(f"- Off until selected: `--select {fixer.optional}`")
    facts += [f"- {tool} calls it {names}" for tool, names in sorted(fixer.neighbours.items())]
    suppress = f"Leave one alone with a comment on its line or above it: `# iacfix: ignore[{fixer.code}] why`.\n"
    examples = "".join(_example(*example) for example in _examples(fixer))
    alone = "".join(f"- {_words(case.removesuffix('_is_left_alone'))}\n" for case in _left_alone(fixer))
    return (
        f"{HEAD}\n# {fixer.code}: {title.rstrip('.')}\n\n" + "\n".join(facts) + f"\n\n{body}\n\n{suppress}"
        f"\n## What it does\n{examples}" + (f"\n## What it leaves alone\n\n{alone}" if alone else "")
    )


def rules() -> str:
    """Return the table of all rules."""
    rows = [
        "| code | name | languages | fixes | impact | on by default | neighbours |\n",
        "| --- | --- | --- | --- | --- | --- | --- |\n",
        *(
            f"| {f.code} | [{f.name}](fixers/{f.name}.md) | {', '.join(LANGUAGES[n] for n in f.languages)} "
            f"| {', '.join(t.value for t in f.tiers)} | {', '.join(impacts(f))} "
            f"| {'no, ' + f.optional if f.optional else 'yes'} "
            f"| {', '.join(f'{tool} {names}' for tool, names in sorted(f.neighbours.items()))} |\n"
            for f in fixers()
        ),
    ]
    said = "Impact is what `terraform plan` would say of a deployed stack; *create*, of what could not be made before."
    return f"{HEAD}\n# Rules\n\n{said}\n\n{''.join(rows)}"


def impacts(fixer: Fixer) -> list[str]:
    """Return the impacts that the module of *fixer* names, in their own order."""
    tree = ast.parse(Path(str(sys.modules[fixer.module].__file__)).read_text())
    named = {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "Impact"
    }
    return [impact.value for impact in Impact if impact.name in named]


def _words(situation: str) -> str:
    return situation.replace("_", " ")


def _left_alone(fixer: Fixer) -> list[str]:
    cases = sorted(path.name for path in (ROOT / "golden" / fixer.slug).iterdir() if path.is_dir())
    return [case for case in cases if case.endswith("_is_left_alone")]


def _examples(fixer: Fixer) -> list[tuple[str, str, str]]:
    """Return situation, flags and diff: the first situation of each language, and of each flag."""
    found: list[tuple[str, str, str]] = []
    shown: set[tuple[str, str]] = set()
    for state, flag in FLAGS.items():
        for after in sorted((ROOT / "golden" / fixer.slug).glob(f"*/{state}.*")):
            suffix = after.name.removeprefix(state)
            before = after.with_name(f"before{suffix}")
            if suffix not in ENDINGS or (suffix, flag) in shown or not before.is_file():
                continue
            shown.add((suffix, flag))
            old, new = before.read_text().splitlines(), after.read_text().splitlines()
            diff = "\n".join(list(difflib.unified_diff(old, new, lineterm="", n=2))[2:])
            found.append((f"{ENDINGS[suffix]}, {_words(after.parent.name)}", flag, diff))
    return found


def _example(title: str, flag: str, diff: str) -> str:
    return f"\n{title}, `iacfix apply{flag}`:\n\n```diff\n{diff}\n```\n"


def pages() -> dict[Path, str]:
    """Return every generated page by its path."""
    found = {ROOT / "docs" / "fixers" / f"{fixer.name}.md": page(fixer) for fixer in fixers()}
    return {ROOT / "docs" / "rules.md": rules(), **found}


def main() -> None:
    """Write every page, and take away those of fixers that are gone."""
    written = pages()
    for path, text in written.items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    for path in (ROOT / "docs" / "fixers").glob("*.md"):
        if path not in written:
            path.unlink()


if __name__ == "__main__":
    main()
