"""Block scalar of YAML, or something else that JSON has not, in a JSON template.

``"Fn::Sub": |`` and a text on the lines below is YAML. CloudFormation, and every other reader of JSON, stops there. So
do they at a comma before a closing bracket or a missing one between two lines, at a key without its colon, at ``//``
comments, at single quotes, at keys without quotes, at line breaks inside of strings, at ``True``, at marks of Markdown
around it all.

Each is written as JSON has it, which is safe: nothing of the template could be read before, and what it says stays. Of
comments JSON has none: what they say becomes metadata of the resource that they stand at, or of the template, as
CloudFormation's own documentation has it. Where there is no room for that, a repair that takes them out is unsafe, and
lists them. A template that ends in the midst of something, or says one key twice, is only reported, with the place.

https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from iacfix.transforms.edits import ReplaceText
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.homes import whole
from iacfix.transforms.model import Component
from iacfix.transforms.registry import Fixer, Settings
from iacfix.transforms.text import remark

fixer = Fixer(
    __name__,
    code="CFN001",
    since="0.1.0",
    tiers=(Tier.SAFE, Tier.UNSAFE),
    languages=("cloudformation",),
    neighbours={"cfn-lint": "E0000"},
)


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the templates that are JSON but for what can be written as JSON."""
    for problem in component.problems:
        if not problem.cause.startswith("json:"):
            continue
        path = problem.origin.path
        told = "".join(new for _, new in problem.remedy)
        gone = [line for span, new in problem.remedy if not new for line in _comments(component, path, span)]
        lost = [line for line in gone if json.dumps(remark(line), ensure_ascii=False)[1:-1] not in told]
        edits = tuple(ReplaceText(path, span, text) for span, text in problem.remedy)
        tier, note = (Tier.UNSAFE, f"takes with it: {', '.join(lost)}") if lost else (Tier.SAFE, "")
        fix = Fix("write it as JSON", tier, Impact.CREATE, edits, note=note)
        for module in component.modules:
            file = whole(path, problem.remedy[0][0])
            message = f"not JSON for {problem.cause.removeprefix('json:')}"
            yield Finding(message, module, file, file, "", Severity.BLOCKER, (fix,))


def _comments(component: Component, path: str, span: tuple[int, int]) -> Iterator[str]:
    """Yield the comment in *span* of what is read."""
    gone = component.documents[path].text[slice(*span)].strip()
    if gone.startswith(("//", "/*", "#")):
        yield gone
