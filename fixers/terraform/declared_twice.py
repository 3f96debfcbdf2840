"""Declaration that a module has twice.

Terraform reads all files of a directory as one module and stops at a name that is declared a second time: a variable in
``main.tf`` and again in ``variables.tf``, a provider that every file configures for itself.

Where both say the same, the one that stands where a person would look for it is kept and the other goes, which is safe:
the module could not be read before. So is what goes when it says less: a variable without the description that the
other one has. Two that differ are left for a person to choose from, and so are two files that are versions of one: that
declare some things differently, or where one has nothing that the other has not.

https://developer.hashicorp.com/terraform/language/files
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import RemoveResource
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.homes import kept
from iacfix.transforms.model import Component, Kind, Resource
from iacfix.transforms.providers import is_piece
from iacfix.transforms.registry import Fixer, Settings

fixer = Fixer(
    __name__,
    code="TF008",
    since="0.1.0",
    tiers=(Tier.SAFE,),
    languages=("hcl",),
    neighbours={"terraform": "Duplicate variable declaration, Duplicate resource configuration"},
)

# What may be missing in one of two declarations that mean the same.
EXPLAINS = {
    Kind.INPUT: {"description", "type", "sensitive", "nullable", "validation"},
    Kind.OUTPUT: {"description", "sensitive"},
}


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield what is declared a second time."""
    twice = {problem.origin for problem in component.problems if not problem.unread}
    for module in component.modules:
        pairs = [
            (first, resource)
            for resource in module.resources
            if resource.origin in twice and (first := module.find(*resource.key)) is not None and first is not resource
        ]
        rivals = {_files(*pair) for pair in pairs if _superfluous(*pair) is None}
        spare = {_path(resource) for resource in module.resources}
        spare -= {_path(resource) for resource in module.resources if not any(resource in pair for pair in pairs)}
        for first, resource in pairs:
            if len(_files(first, resource)) == 2 and is_piece(component, module):
                continue
            message = f"{resource.address} is declared twice"
            gone = _superfluous(first, resource)
            files = _files(first, resource)
            advice = ""
            if gone is None:
                advice = "they differ: keep one, and what it lacks of the other"
            elif len(files) == 2 and (files in rivals or _path(gone) in spare):
                advice = f"{' and '.join(sorted(files))} seem to be versions of one file: keep one of them"
            if advice or gone is None:
                yield Finding(message, module, resource, resource, "", Severity.BLOCKER, advice=advice)
                continue
            title = "keep the one that says more" if gone.body != first.body else "keep one of the two"
            fix = Fix(title, Tier.SAFE, Impact.CREATE, (RemoveResource(module, gone),))
            yield Finding(message, module, resource, resource, "", Severity.BLOCKER, (fix,))


def _path(resource: Resource) -> str:
    return resource.origin.path if resource.origin else ""


def _files(one: Resource, other: Resource) -> frozenset[str]:
    return frozenset({_path(one), _path(other)})


def _superfluous(one: Resource, other: Resource) -> Resource | None:
    """Return which of two declarations can go, or None when both say something of their own."""
    if _said(one) == _said(other):
        return other if kept(one, other) is one else one
    if _says_less(one, other):
        return one
    return other if _says_less(other, one) else None


def _said(resource: Resource) -> dict[str, list[object]]:
    """Return what a declaration says, whatever the order of its arguments."""
    said: dict[str, list[object]] = {}
    for entry in (*resource.body.entries, *resource.meta.entries):
        said.setdefault(entry.name, []).append((entry.key, entry.value))
    return said


def _says_less(one: Resource, other: Resource) -> bool:
    """Say whether *one* lacks nothing but explanations that *other* has."""
    less, more = _said(one), _said(other)
    lacking = more.keys() - less.keys()
    return lacking <= EXPLAINS.get(one.kind, set()) and all(more.get(name) == said for name, said in less.items())
