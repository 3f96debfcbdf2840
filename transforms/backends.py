"""What Terraform keeps its state in: names that a backend says, here or in another program of the repository."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from iacfix.transforms.model import Component, Kind, Mapping, Module, Value
from iacfix.transforms.naming import Named, repetitions, stems
from iacfix.transforms.resolve import constants

# The arguments of a backend that name something which a program may make, by the type of that.
HELD = {
    "aws_s3_bucket": frozenset({"bucket"}),
    "aws_dynamodb_table": frozenset({"dynamodb_table", "lock_table"}),
    "aws_iam_role": frozenset({"role_arn"}),
    "aws_kms_alias": frozenset({"kms_key_id"}),
}
# What a bucket or table for states is called, in case its program has no backend itself; the others are not read then.
_STATE = re.compile(r"state|terraform|backend|tf[-_.]?(?:lock|state)|cdktf", re.IGNORECASE)
_FILES = (".tf", ".tofu", ".py", ".tfbackend")
_BACKEND = re.compile(r"backend\s+\"s3\"\s*\{(?P<hcl>[^}]*)\}|S3Backend\((?P<python>[^)]*)\)")
_SAID = re.compile(r"\b(?:bucket|dynamodb_table|lock_table)[\"']?\s*[=:]\s*[\"'](?P<name>[^\"'\s]+)[\"']")


def holds_state(component: Component, named: Named) -> bool:
    """Say whether a backend reads the name of *named*: one of *component*, or one elsewhere that writes it out."""
    arguments = HELD.get(named.resource.type)
    if arguments is None:
        return False
    written = {stem.value.origin for stem in named.stems}
    names = constants(component, named.module, named.value) or frozenset()
    for module in component.modules:
        for argument, value in _settings(module):
            if any(stem.value.origin in written for stem in stems(component, module, value)):
                return True
            if argument in arguments and names & (constants(component, module, value) or frozenset()):
                return True
    for stem in named.stems:
        if any(repeated.resource.kind is Kind.SETTINGS for repeated in repetitions(stem.module, stem, named.name)):
            return True
    return any(_STATE.search(name) for name in names) and not names.isdisjoint(_said(component))


def _settings(module: Module) -> Iterator[tuple[str, Value]]:
    """Yield the arguments of the backends of *module*."""
    for settings in module.of(Kind.SETTINGS):
        for backend in settings.all("backend"):
            for entry in backend.entries if isinstance(backend, Mapping) else ():
                yield entry.name, entry.value


@lru_cache(maxsize=4)
def _said(component: Component) -> frozenset[str]:
    """Return the buckets and tables that backends anywhere in the repository say as constants."""
    found: set[str] = set()
    tree = component.tree
    for path in tree.paths() if tree is not None else ():
        if tree is None or not path.endswith(_FILES) or (text := tree.text(path)) is None:
            continue
        whole = (
            [text] if path.endswith(".tfbackend") else ["".join(each.groups("")) for each in _BACKEND.finditer(text)]
        )
        found |= {said["name"] for block in whole for said in _SAID.finditer(block)}
    return frozenset(found)
