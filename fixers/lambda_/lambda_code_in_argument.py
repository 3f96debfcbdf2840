"""Function whose code stands in an argument.

CloudFormation takes the code of a small function as text (``ZipFile``, SAM's ``InlineCode``). Terraform's
``aws_lambda_function`` has no argument for it: it wants an archive, and stops at ``inline_code``.

An ``archive_file`` packs the text as the one file that the handler names, and the function gets that archive. This is
safe, since nothing could be planned before; where the provider ``archive`` is not among those that are locked, it is
for code that is not deployed yet. A function that has a package besides, or whose handler or runtime does not say
what the file is called, is left to a person.

https://registry.terraform.io/providers/hashicorp/archive/latest/docs/data-sources/file
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import InsertArgument, InsertResource, RenameArgument, Replace
from iacfix.transforms.facts.providers import SOURCES
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component, Entry, Kind, Literal, Module, Resource, Template, Value
from iacfix.transforms.packing import beside, surroundings, written_archive
from iacfix.transforms.providers import locked
from iacfix.transforms.registry import Fixer
from iacfix.transforms.sources import endings, handler, runtime

fixer = Fixer(
    __name__,
    code="LAM014",
    since="0.1.0",
    tiers=(Tier.SAFE, Tier.FRESH),
    languages=("hcl",),
    neighbours={"terraform": "Unsupported argument"},
)

# What people call the text, after CloudFormation, SAM and the AWS command line.
NAMES = ("inline_code", "zip_file", "code", "source_code")
PACKAGES = frozenset({"filename", "image_uri", "s3_bucket", "s3_key"})


@fixer.on("aws_lambda_function")
def check(resource: Resource, module: Module, component: Component) -> Iterator[Finding]:
    """Yield the code that is given as text."""
    entry = next((found for name in NAMES if (found := resource.body.entry(name)) is not None), None)
    if resource.kind is not Kind.RESOURCE or entry is None or not _is_code(entry.value):
        return
    fix = _fix(component, module, resource, entry)
    message = "the code of the function stands in an argument, where Terraform wants an archive"
    advice = "" if fix else "pack it with an archive_file"
    yield Finding(message, module, resource, entry, entry.name, Severity.BLOCKER, (fix,) if fix else (), advice)


def _is_code(value: Value) -> bool:
    """Say whether *value* is text of several lines."""
    parts = value.parts if isinstance(value, Template) else (value,)
    return any(isinstance(part, Literal) and isinstance(part.value, str) and "\n" in part.value for part in parts)


def _fix(component: Component, module: Module, function: Resource, entry: Entry) -> Fix | None:
    """Return what packs the code and gives the archive to *function*."""
    named, runs = handler(component, module, function), endings(runtime(component, module, function))
    if named is None or not runs or PACKAGES & function.body.names or "/" in named[0]:
        return None
    if {"count", "for_each"} & function.meta.names or module.find(Kind.DATA, "archive_file", function.name):
        return None
    name = named[0] + (".py" if ".py" in runs else ".js")
    path = f"{module.path}/{function.name}.zip".removeprefix("./")
    packed = written_archive(function.name, name, entry.value, beside(module, path))
    hashed = packed.reference("output_base64sha256")
    edits = (
        RenameArgument(function, function.body, entry, "filename"),
        Replace(entry.value, packed.reference("output_path")),
        InsertArgument(function, function.body, "source_code_hash", hashed, after=entry.name),
        InsertResource(module, packed, before=function),
        *surroundings(component, module, path),
    )
    locks = locked(component, module)
    fresh = locks is not None and SOURCES["archive"] not in locks
    tier, note = (Tier.FRESH, "run `terraform init`: archive is not locked") if fresh else (Tier.SAFE, "")
    return Fix("pack it", tier, Impact.CREATE, edits, note=note)
