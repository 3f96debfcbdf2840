"""File that is not laid out as ``terraform fmt`` does it.

Formatting changes nothing but blanks, and a few ways of writing that Terraform has given up: ``"${var.x}"`` for
``var.x``, a type in quotes. It is done by a formatter of our own, which writes the same bytes, so that no Terraform is
needed. Every other fix leaves a formatted file formatted, and touches only its own lines in one that is not.

A whole file at once is churn on code that is in use. It is done with ``--fresh``, or where this is selected by name.

https://developer.hashicorp.com/terraform/cli/commands/fmt
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import Reformat
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.homes import whole
from iacfix.transforms.model import Component, folder
from iacfix.transforms.registry import Fixer, Settings

fixer = Fixer(
    __name__,
    code="TF001",
    since="0.1.0",
    tiers=(Tier.FRESH,),
    languages=("hcl",),
    neighbours={"terraform": "fmt -check"},
    on_request=True,
)


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the files that the formatter would change."""
    for path in component.untidy():
        for module in component.modules:
            files = {*module.documents, *(given.path for given in module.assignments)}
            if path in files or folder(path) == module.path:
                file = whole(path)
                fix = Fix("format it", Tier.FRESH, Impact.NONE, (Reformat(path),))
                yield Finding("the file is not formatted", module, file, file, "", Severity.NOTE, (fix,))
                break
