"""``Fn::Sub`` of a text without variables.

The text is what the function returns: the call says that something is put in, and nothing is. Who reads the template
looks for it, and ``cfn-lint`` warns.

The text takes the place of the call, which is safe: the value stays the same. A text in which ``${`` is left, as
``${!Literal}`` leaves it, keeps its call; so does a policy that is written as a text, in which
every tool looks for more than a text once the call is gone.

https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from iacfix.transforms.edits import Replace
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component, Literal, Template, dotted
from iacfix.transforms.registry import Fixer, Settings
from iacfix.transforms.templates import declarations, written

fixer = Fixer(
    __name__,
    code="CFN040",
    since="0.1.0",
    tiers=(Tier.SAFE,),
    languages=("cloudformation",),
    neighbours={"cfn-lint": "W1020"},
)


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the calls that put nothing in."""
    for module in component.modules:
        for resource in declarations(module):
            for path, value in written(resource):
                match value:
                    case Template(function="Fn::Sub", parts=(Literal(value=str() as text) as part,)) if (
                        part.origin
                        and value.origin
                        and "${" not in component.source(value.origin)
                        and not _is_policy(text)
                    ):
                        edit = Replace(value, Literal(text).in_place_of(value))
                        fix = Fix("write the text alone", Tier.SAFE, Impact.NONE, (edit,))
                        message = "Fn::Sub of a text without variables"
                        yield Finding(message, module, resource, value, dotted(path), Severity.NOTE, (fix,))
                    case _:
                        pass


def _is_policy(text: str) -> bool:
    """Say whether *text* is a document of policies in JSON."""
    if "Statement" not in text:
        return False
    try:
        document = json.loads(text)
    except ValueError:
        return False
    return isinstance(document, dict) and "Statement" in document
