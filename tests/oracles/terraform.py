"""
Terraform's own verdict on a module, without a provider and without a network.

``validate`` names what is wrong; ``plan`` gives the value of every argument; ``differences`` says what an edit means.
The directory is never written to: both work on a copy of the whole *project*, so that local modules are found.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from tests.oracles.stub_provider import ProviderSchema, stub_providers

needs_terraform = pytest.mark.skipif(
    shutil.which("terraform") is None, reason="terraform is not on PATH: nothing judged the modules"
)

OVERRIDE = "zz_override.tf"
LOCAL_BACKEND = 'terraform {\n  backend "local" {}\n}\n'

# References that decide what an unknown value will be; variables and locals only pass values on.
LASTING = re.compile(r"(?!(?:var|local|each|count|path|self|terraform)\.)")
INDEX = re.compile(r"\[[^\]]*\]")

Difference: TypeAlias = tuple[str, str]
"""The address of a resource (or ``output.NAME``) and the path of an argument, both as a plan writes them."""


class Failure(Exception):  # noqa: N818 - terraform failed, we did not
    """Terraform will not initialise or plan the module; the message is its own."""


@dataclass(frozen=True, slots=True, order=True)
class Diagnostic:
    """A complaint. Positions are left out of comparisons, for an edit may move what stands below it."""

    severity: str
    summary: str
    detail: str
    path: str
    line: int = field(compare=False)
    snippet: str = ""


@dataclass(frozen=True, slots=True)
class Unknown:
    """A value that only the provider will know, told apart by what the expression refers to."""

    references: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """What would be made: the arguments of each resource by its address, data sources and outputs among them."""

    resources: dict[str, dict[str, Any]]
    outputs: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Terraform:
    """Terraform, led to stub providers by *environment*."""

    environment: Mapping[str, str]

    def validate(self, directory: Path, *, project: Path | None = None) -> list[Diagnostic]:
        """Say what ``terraform validate`` finds wrong in *directory*, a folder of *project*."""
        with self._copy(directory, project) as copy:
            self._run(copy, "init", "-backend=false", "-input=false")
            report = json.loads(self._run(copy, "validate", "-json", fails=True))
        return sorted(_diagnostic(each) for each in report["diagnostics"])

    def plan(
        self, directory: Path, *, project: Path | None = None, variables: Mapping[str, object] | None = None
    ) -> Plan:
        """Plan *directory* as if nothing were deployed; *variables* are given where it wants some."""
        with self._copy(directory, project) as copy:
            (copy / OVERRIDE).write_text(LOCAL_BACKEND)
            (copy / "zz_plan.auto.tfvars.json").write_text(json.dumps(variables or {}))
            self._run(copy, "init", "-input=false")
            self._run(copy, "plan", "-refresh=false", "-input=false", "-lock=false", "-out=plan.bin")
            return _plan(json.loads(self._run(copy, "show", "-json", "plan.bin")))

    @contextmanager
    def _copy(self, directory: Path, project: Path | None) -> Generator[Path]:
        project = project or directory
        with tempfile.TemporaryDirectory(prefix="terraform") as folder:
            copy = Path(folder, "project")
            ignored = shutil.ignore_patterns(".git", ".terraform", ".terraform.lock.hcl", "*.tfstate*")
            shutil.copytree(project, copy, symlinks=True, ignore=ignored, copy_function=_link)
            yield copy / directory.relative_to(project)

    def _run(self, directory: Path, command: str, *options: str, fails: bool = False) -> str:
        try:
            done = subprocess.run(
                ["terraform", command, *options, *(() if command == "show" or fails else ("-no-color",))],
                cwd=directory,
                env={**os.environ, **self.environment},
                capture_output=True,
                text=True,
                check=False,
                timeout=300,
            )
        except subprocess.TimeoutExpired as late:
            raise Failure(f"terraform {command}: {late}") from late
        if done.returncode and not (fails and done.stdout):
            raise Failure(f"terraform {command}: {done.stderr.strip() or done.stdout.strip()}")
        return done.stdout


def _link(source: str, target: str) -> None:
    """Give a file a second name instead of a second body; terraform replaces files and never writes into one."""
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)


@contextmanager
def terraform(schemas: Mapping[str, ProviderSchema]) -> Generator[Terraform]:
    """Have Terraform at hand, with nothing but *schemas* for providers."""
    with stub_providers(schemas) as environment:
        yield Terraform(environment)


def differences(before: Plan, after: Plan) -> set[Difference]:
    """Name every argument whose planned value is another one; a resource that came or went has the path ``""``."""
    changed = {(f"output.{name}", "value") for name in _unequal(before.outputs, after.outputs)}
    for address in _unequal(before.resources, after.resources):
        if address in before.resources and address in after.resources:
            paths = _paths(before.resources[address], after.resources[address])
            changed |= {(address, path) for path in paths}
        else:
            changed.add((address, ""))
    return changed


def _unequal(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[str]:
    for key in sorted({*before, *after}):
        if key not in before or key not in after or before[key] != after[key]:
            yield key


def _paths(before: Any, after: Any, path: str = "") -> Iterator[str]:
    match before, after:
        case dict(), dict():
            for key in _unequal(before, after):
                yield from _paths(before.get(key), after.get(key), f"{path}.{key}" if path else key)
        case list(), list() if len(before) == len(after):
            for index, (one, other) in enumerate(zip(before, after, strict=True)):
                yield from _paths(one, other, f"{path}[{index}]")
        case _ if before != after:
            yield path
        case _:
            pass


def _diagnostic(report: Mapping[str, Any]) -> Diagnostic:
    place = report.get("range", {})
    return Diagnostic(
        report["severity"],
        report["summary"],
        report.get("detail", ""),
        place.get("filename", ""),
        place.get("start", {}).get("line", 0),
        (report.get("snippet") or {}).get("code", "").strip(),
    )


def _plan(shown: Mapping[str, Any]) -> Plan:
    resources: dict[str, dict[str, Any]] = {}
    configured = dict(_configured(shown["configuration"].get("root_module", {})))
    for change in shown.get("resource_changes", ()):
        expressions = configured.get(INDEX.sub("", change["address"]), {})
        resources[change["address"]] = {
            name: _known(value, change["change"]["after_unknown"].get(name, False), expressions.get(name, ()))
            for name, value in _whole(change["change"]).items()
        }
    for resource in _read_already(shown.get("prior_state", {}).get("values", {}).get("root_module", {})):
        resources[resource["address"]] = resource["values"]
    outputs = {
        name: _known(change.get("after"), change["after_unknown"], ())
        for name, change in shown.get("output_changes", {}).items()
    }
    return Plan(resources, outputs)


def _whole(change: Mapping[str, Any]) -> dict[str, Any]:
    return dict.fromkeys(change["after_unknown"]) | (change["after"] or {})


def _known(value: Any, unknown: Any, references: tuple[str, ...]) -> Any:
    """Put an `Unknown` wherever *unknown*, which has the shape of *value*, says true."""
    match value, unknown:
        case _, True:
            return Unknown(references)
        case dict(), dict():
            merged = dict.fromkeys(unknown) | value
            return {key: _known(inner, unknown.get(key, False), references) for key, inner in merged.items()}
        case list(), list():
            rest = [False] * (len(value) - len(unknown))
            pairs = zip(value, unknown + rest, strict=False)
            return [_known(inner, mark, references) for inner, mark in pairs]
        case _:
            return value


def _configured(module: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, dict[str, tuple[str, ...]]]]:
    """For each resource as written, what each of its arguments refers to."""
    for resource in module.get("resources", ()):
        expressions = resource.get("expressions", {})
        yield prefix + resource["address"], {name: _references(each) for name, each in expressions.items()}
    for name, call in module.get("module_calls", {}).items():
        yield from _configured(call.get("module", {}), f"{prefix}module.{name}.")


def _references(expression: Any) -> tuple[str, ...]:
    match expression:
        case {"references": list(names)}:
            return tuple(sorted(name for name in names if LASTING.match(name)))
        case dict():
            return tuple(sorted({name for inner in expression.values() for name in _references(inner)}))
        case list():
            return tuple(sorted({name for inner in expression for name in _references(inner)}))
        case _:
            return ()


def _read_already(module: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Give the data sources that were read while planning."""
    yield from module.get("resources", ())
    for child in module.get("child_modules", ()):
        yield from _read_already(child)
