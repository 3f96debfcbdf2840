"""Ask the AWS provider which words it takes for its arguments, and write ``accepted_terraform.txt``.

``python -m iacfix.transforms.facts.build_enumerations FOLDER VERSION``, where *FOLDER* is a mirror of providers, as
``terraform providers mirror`` makes it. No schema tells enumerations, but ``terraform validate`` does: every resource
is declared with a word of its own in every argument, one that no service would have, and what the provider says of it
is read. Then every argument with an enumeration gets a word of it in the other case: where that is accepted, case does
not matter, and the enumeration is left out.

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

SAID = re.compile(r"expected \S+ to be one of \[(?P<words>.*?)\], got (?P<given>\S+)")
ASKED = re.compile(r'value must be one of: \[(?P<words>.*?)\], got: "(?P<given>[^"]*)"')
TOLD = re.compile(r"Given Value: (?P<given>\S+)\nValid Values: \[(?P<words>.*?) ?\]")
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
        if (path or name != "id") and (attribute.get("optional") or attribute.get("required")):
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


def paths(block: Body) -> list[Path_]:
    """Return the paths of all arguments that `body` gives words."""
    found: list[Path_] = []

    def word(at: Path_) -> str:
        found.append(at)
        return PROBE

    body(block, word)
    return found


def told(provider: Provider, given: Mapping[tuple[str, Path_], str]) -> Found:
    """Return what words the provider asks for in place of those that are *given* at a type and path."""
    bodies = {
        type_: body(block, lambda path, type_=type_: given.get((type_, path), PROBE))  # type: ignore[misc]
        for type_, block in provider.resources.items()
    }
    places: defaultdict[tuple[str, str], list[Path_]] = defaultdict(list)
    for (type_, path), word in given.items():
        places[type_, word].append(path)
    found: Found = {}
    for type_, message in provider.complaints(bodies):
        if (match := SAID.search(message) or ASKED.search(message) or TOLD.search(message)) is not None:
            words = tuple(re.findall(r'"([^"]*)"', match["words"]) or match["words"].split())
            if all(re.fullmatch(r"[\w.:/-]+", word) and not word.isdigit() for word in words):
                found.update({(type_, path): words for path in places[type_, match["given"]]})
    return found


def main() -> None:
    """Write the file."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("mirror", type=Path)
    parser.add_argument("version")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        provider = Provider(arguments.mirror, arguments.version, Path(folder))
        probes = {
            (type_, path): f"{PROBE}-{number}"
            for type_, block in provider.resources.items()
            for number, path in enumerate(paths(block))
        }
        first = told(provider, probes)
        second = told(provider, {place: words[0].swapcase() for place, words in first.items() if words})
    by_words: defaultdict[str, list[str]] = defaultdict(list)
    for (type_, path), words in sorted(first.items()):
        if (type_, path) in second and 0 < len(words) <= MOST:
            by_words[" ".join(words)].append(".".join((type_, *path)))
    lines = sorted(f"{words}: {' '.join(places)}\n" for words, places in by_words.items())
    TARGET.write_text(HEAD.format(version=arguments.version) + "".join(lines))


if __name__ == "__main__":
    main()
