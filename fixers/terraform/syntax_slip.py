"""Slip of the hand that keeps a file from being read.

A brace or a quote that was not closed, ``:`` for ``=``, a comma behind an argument or between the arguments of a block
on one line, two dashes before a comment: Terraform reads nothing of the module.

The slip is mended where one repair lets the file be read, which is safe: nothing could be read before. The missing
brace goes where the indentation says. Where several repairs would do, or none, the error is only reported.

In a YAML template it is tabs for blanks, where their width makes no difference or only one leaves no key empty; texts
that must stand in quotes and do not: those that begin with ``*``, ``@``, ``%`` or a backtick, or have a colon and a
blank inside; the short form of a function in the short form of another one; and an entry that stands twice.

https://developer.hashicorp.com/terraform/language/syntax/configuration
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import ReplaceText
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.homes import whole
from iacfix.transforms.model import Component
from iacfix.transforms.registry import Fixer, Settings

fixer = Fixer(
    __name__,
    code="TF032",
    since="0.1.0",
    tiers=(Tier.SAFE,),
    languages=("hcl", "cloudformation"),
    neighbours={
        "cfn-lint": "E0000",
        "terraform": "Invalid single-argument block definition, Unclosed configuration block, ...",
    },
)


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the documents that can be read once a slip is mended."""
    for problem in component.problems:
        if problem.cause != "slip":
            continue
        path = problem.origin.path
        edits = tuple(ReplaceText(path, span, text) for span, text in problem.remedy)
        fix = Fix("mend it", Tier.SAFE, Impact.CREATE, edits)
        for module in component.modules:
            if path in module.documents:
                file = whole(path, problem.remedy[0][0])
                yield Finding("a slip keeps the file from being read", module, file, file, "", Severity.BLOCKER, (fix,))
