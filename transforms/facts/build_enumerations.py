"""Ask the AWS provider which words it takes for its arguments, and write ``accepted_terraform.txt``.

``python -m iacfix.transforms.facts.build_enumerations FOLDER VERSION``, where *FOLDER* is a mirror of providers, as
``terraform providers mirror`` makes it. No schema tells enumerations, but ``terraform validate`` does: every resource
is declared with a word in every argument that no service would have, and what the provider says is read. Then every
argument with an enumeration gets a word of it in the other case: where that is accepted, case does not matter, and the
enumeration is left out. So are those of arguments that cannot be told apart by what the provider says.

The file has a line for each enumeration: its words, then the arguments that take them, by type.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

TARGET = Path(__file__).with_name("accepted_terraform.txt")
HEAD = """\
# The words that the AWS provider takes, as `terraform validate` tells of version {version}; see build_enumerations.py.
# A line for each enumeration: its words, a colon, and the arguments that take them.
"""
PROBE = "iacfix-probe"
MOST = 60  # words: a longer list is one that grows
TYPES_AT_ONCE = 150

SAID = re.compile(r"expected (?P<path>[\w.]+) to be one of \[(?P<words>.*?)\], got ")
TOLD = re.compile(r"Path: (?P<path>\S+)\n.*\nValid Values: \[(?P<words>.*?) ?\]", re.DOTALL)
BLOCKS_THAT_NEVER_END = ("aws_lexv2", "aws_quicksight", "aws_wafv2")

Body: TypeAlias = dict[str, Any]
Path_: TypeAlias = tuple[str, ...]
Found: TypeAlias = dict[tuple[str, Path_], tuple[str, ...]]


class Provider:
    """The provider in a mirror, asked through Terraform."""

    def __init__(self, mirror: Path, version: str, folder: Path) -> None:
        """Work in *folder*."""
        self._folder = folder
        self._needs = {"required_providers": {"aws": {"source": "hashicorp/aws", "version": version}}}
        settings = folder / "terraformrc"
        settings.write_text(
            f'provider_installation {{\n  filesystem_mirror {{\n    path = "{mirror.resolve()}"\n  }}\n}}\n'
        )
        self._environment = {**os.environ, "TF_CLI_CONFIG_FILE": str(settings)}
        self._declare({})
        self._run("init", "-backend=false")
        shown = json.loads(self._run("providers", "schema", "-json"))
        self.resources: Mapping[str, Body] = {
            name: schema["block"]
            for name, schema in next(iter(shown["provider_schemas"].values()))["resource_schemas"].items()
            if not name.startswith(BLOCKS_THAT_NEVER_END)
        }

    def complaints(self, bodies: Mapping[str, Body]) -> Iterator[tuple[str, str]]:
        """Yield what is said of *bodies*, by type: the type, and the message."""
        names = sorted(bodies)
        for start in range(0, len(names), TYPES_AT_ONCE):
            self._declare({name: {"x": bodies[name]} for name in names[start : start + TYPES_AT_ONCE]})
            for each in json.loads(self._run("validate", "-json"))["diagnostics"]:
                yield each.get("address", "").partition(".")[0], f"{each['summary']}\n{each.get('detail', '')}"

    def _declare(self, resources: Body) -> None:
        (self._folder / "main.tf.json").write_text(
            json.dumps({"terraform": self._needs, **({"resource": resources} if resources else {})})
        )

    def _run(self, *command: str) -> str:
        return subprocess.run(
            ["terraform", *command],
            cwd=self._folder,
            env=self._environment,
            capture_output=True,
            text=True,
            check=False,
        ).stdout


def body(block: Body, word: Callable[[Path_], str], path: Path_ = ()) -> Body:
    """Return a body that gives every argument of *block*; *word* says which word."""
    given: Body = {}
    for name, attribute in block.get("attributes", {}).items():
        if name != "id" and (attribute.get("optional") or attribute.get("required")):
            match attribute.get("type"):
                case "string":
                    given[name] = word((*path, name))
                case "number":
                    given[name] = 1
                case "bool":
                    given[name] = True
                case ["list" | "set", "string"]:
                    given[name] = [word((*path, name))]
                case _:
                    pass
    for name, nested in block.get("block_types", {}).items():
        if name != "timeouts" and len(path) < 5:
            inner = body(nested["block"], word, (*path, name))
            given[name] = [inner] if nested["nesting_mode"] in {"list", "set"} else inner
    return given


def paths(block: Body, path: Path_ = ()) -> Iterator[Path_]:
    """Yield the paths of all arguments that `body` gives words."""
    found: list[Path_] = []

    def word(at: Path_) -> str:
        found.append(at)
        return PROBE

    body(block, word, path)
    yield from found


def told(provider: Provider, bodies: Mapping[str, Body]) -> Found:
    """Return what words the provider asks for, by type and path."""
    found: Found = {}
    for type_, message in provider.complaints(bodies):
        if not type_ or (match := SAID.search(message) or TOLD.search(message)) is None:
            continue
        words = tuple(re.findall(r'"([^"]*)"', match["words"]) or match["words"].split())
        steps = tuple(step for step in re.split(r"[.\[\]]+", match["path"]) if step and not step.isdigit())
        places = [path for path in paths(provider.resources[type_]) if path[-len(steps) :] == steps]
        exact = [path for path in places if path == steps]
        if len(exact or places) == 1 and all(re.fullmatch(r"[\w.:/-]+", w) and not w.isdigit() for w in words):
            found[type_, (exact or places)[0]] = words
    return found


def main() -> None:
    """Write the file."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("mirror", type=Path)
    parser.add_argument("version")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        provider = Provider(arguments.mirror, arguments.version, Path(folder))
        first = told(provider, {t: body(block, lambda _: PROBE) for t, block in provider.resources.items()})

        def other_case(type_: str) -> Callable[[Path_], str]:
            return lambda path: first.get((type_, path), (PROBE,))[0].swapcase()

        second = told(provider, {t: body(block, other_case(t)) for t, block in provider.resources.items()})
    by_words: defaultdict[str, list[str]] = defaultdict(list)
    for (type_, path), words in sorted(first.items()):
        if (type_, path) in second and 0 < len(words) <= MOST:
            by_words[" ".join(words)].append(".".join((type_, *path)))
    lines = sorted(f"{words}: {' '.join(places)}\n" for words, places in by_words.items())
    TARGET.write_text(HEAD.format(version=arguments.version) + "".join(lines))


if __name__ == "__main__":
    main()
