"""What a project wants: ``[tool.iacfix]`` in ``pyproject.toml``, or ``iacfix.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, TypeAlias

import msgspec

from iacfix.errors import Refusal
from iacfix.project import Ignore
from iacfix.selection import codes_of, meant
from iacfix.transforms.findings import Severity, Tier

OutputFormat: TypeAlias = Literal["text", "json", "sarif", "github"]


class Options(msgspec.Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """The keys as they are written."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    per_file_ignores: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict[str, tuple[str, ...]])
    environment: str | None = None
    set: dict[str, str | int | float | bool] = msgspec.field(default_factory=dict[str, str | int | float | bool])
    fail_on: Severity | None = None
    tiers: tuple[Tier, ...] = ()
    output_format: OutputFormat | None = None


@dataclass(frozen=True, slots=True)
class Config:
    """What was found. *anchor* is the directory that it stands in, and that its patterns are relative to."""

    anchor: Path | None = None
    options: Options = field(default_factory=Options)

    @property
    def select(self) -> tuple[str, ...]:
        """The fixers to run; empty for all that are not opt-in."""
        return self.options.select

    @property
    def ignore(self) -> tuple[str, ...]:
        """The fixers not to run."""
        return self.options.ignore

    @property
    def extend_select(self) -> tuple[str, ...]:
        """The opt-in families, and other fixers, to run as well."""
        return self.options.extend_select

    @property
    def tiers(self) -> frozenset[Tier]:
        """The tiers to apply without a flag."""
        return frozenset(self.options.tiers)

    @property
    def fail_on(self) -> Severity | None:
        """How bad a finding must be to stop a pipeline."""
        return self.options.fail_on

    @property
    def settings(self) -> Mapping[str, str]:
        """What ``--set`` would hand over."""
        environment = {"environment": self.options.environment} if self.options.environment is not None else {}
        return environment | {name: _as_text(value) for name, value in self.options.set.items()}

    def exclude_from(self, root: Path) -> tuple[str, ...]:
        """Return the excluded patterns as they read from *root*."""
        return tuple(_seen_from(root, self.anchor, pattern) for pattern in self.options.exclude)

    def per_file(self, root: Path) -> PerFile | None:
        """Return which fixers do not count where; raises Refusal for a word that names none."""
        rules = tuple(
            (Ignore((_seen_from(root, self.anchor, pattern),)), frozenset(codes_of(words)))
            for pattern, words in self.options.per_file_ignores.items()
        )
        return PerFile(rules) if rules else None


@dataclass(frozen=True, slots=True)
class PerFile:
    """Says for a path which fixers do not count there."""

    rules: tuple[tuple[Ignore, frozenset[str]], ...]

    def __call__(self, path: str) -> frozenset[str]:
        """Return their codes."""
        return frozenset().union(*(codes for ignore, codes in self.rules if ignore.covers(path)))


def find(folder: Path) -> Config:
    """Return the nearest configuration, looking from *folder* up to the top of the repository; raises Refusal."""
    for directory in (folder, *folder.parents):
        for name, keys in (("iacfix.toml", ()), ("pyproject.toml", ("tool", "iacfix"))):
            if (path := directory / name).is_file() and (found := load(path, keys)) is not None:
                return Config(directory, found)
        if (directory / ".git").exists():
            break
    return Config()


def load(path: Path, keys: tuple[str, ...] = ()) -> Options | None:
    """Return the options in the file at *path* under *keys*, None when there are none; raises Refusal."""
    try:
        table: Any = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise Refusal(f"{path}: cannot be read: {error}") from error
    for key in keys:
        if not isinstance(table, dict) or key not in table:
            return None
        table = table[key]
    prefix = ".".join(keys)
    _known(path, prefix, table)
    try:
        return msgspec.convert(table, Options)
    except msgspec.ValidationError as error:
        what, _, where = str(error).partition(" - at ")
        place = where.strip("`").removeprefix("$").removeprefix(".")
        raise Refusal(f"{path}: {'.'.join(filter(None, (prefix, place)))}: {_allowed(what, place)}") from error


def _known(path: Path, prefix: str, table: object) -> None:
    """Refuse a key that is not one of ours."""
    names = [field_.encode_name for field_ in msgspec.structs.fields(Options)]
    for key in table if isinstance(table, dict) else ():
        if key not in names:
            place = ".".join(filter(None, (prefix, str(key))))
            guess = meant(str(key), names)
            raise Refusal(f"{path}: {place}: unknown key{guess}; known are {', '.join(sorted(names))}")


def _allowed(what: str, place: str) -> str:
    """Say what a value may be, where msgspec only says that it is wrong."""
    choices: dict[str, Iterable[str]] = {
        "fail-on": [severity.value for severity in Severity],
        "output-format": ["text", "json", "sarif", "github"],
        "tiers": [tier.value for tier in Tier],
    }
    name = place.partition("[")[0]
    lowered = what[:1].lower() + what[1:]
    return f"{lowered}; allowed are {', '.join(choices[name])}" if name in choices else lowered


def _as_text(value: str | float | bool) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _seen_from(root: Path, anchor: Path | None, pattern: str) -> str:
    """Return a pattern that was written in *anchor* as one of *root*."""
    if anchor is None or anchor == root or not anchor.is_relative_to(root):
        return pattern
    folder = anchor.relative_to(root).as_posix()
    negated, bare = ("!", pattern[1:]) if pattern.startswith("!") else ("", pattern)
    bare = bare if "/" in bare.rstrip("/") else f"**/{bare}"
    return f"{negated}/{folder}/{bare.lstrip('/')}"
