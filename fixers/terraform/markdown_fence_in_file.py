"""Marks of Markdown in a file of code.

A file that begins with three backticks was copied out of a document together with the marks around it, and
Terraform, or CloudFormation, cannot read it.

The marks are taken out, and what was written before and behind the code is made a comment, which is safe: nothing of
the file could be read before. It is done only where what is left can be read.

https://developer.hashicorp.com/terraform/language/syntax/configuration
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import ReplaceText
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.homes import whole
from iacfix.transforms.model import Component
from iacfix.transforms.registry import Fixer, Settings

fixer = Fixer(__name__, code="TF011", since="0.1.0", tiers=(Tier.SAFE,), languages=("hcl", "cloudformation"))


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the documents that can be read once the marks are gone."""
    for problem in component.problems:
        if problem.cause != "markdown":
            continue
        path = problem.origin.path
        edits = tuple(ReplaceText(path, span, text) for span, text in problem.remedy)
        fix = Fix("take the marks out", Tier.SAFE, Impact.CREATE, edits)
        for module in component.modules:
            if path in module.documents:
                file = whole(path, problem.remedy[0][0])
                message = "the file has marks of Markdown around its code"
                yield Finding(message, module, file, file, "", Severity.BLOCKER, (fix,))
