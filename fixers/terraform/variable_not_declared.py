"""Variable that is used and not declared.

Terraform stops at a reference to an input variable that the module does not declare. As a rule the file with the
variables was cut off, or the variable was forgotten in it.

It is declared beside the others, with the type that its uses want: the schema of the provider says where a list must
be. It gets no default, for that would be a guess, unless its uses say what stands for "not given". This is safe:
nothing could be planned before. A called module whose callers do not pass the variable is only reported, and so is a
module that lacks resources as well and that nobody deploys: it is a piece of something. One that a script of the
repository declares before it runs Terraform is left alone.

https://developer.hashicorp.com/terraform/language/values/variables
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import DeclareInput
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component, Kind
from iacfix.transforms.registry import Fixer, Settings
from iacfix.transforms.undeclared import is_answered, is_own, meant, proven_default, undeclared, wanted_type

fixer = Fixer(
    __name__,
    code="TF005",
    since="0.1.0",
    tiers=(Tier.SAFE,),
    languages=("hcl",),
    neighbours={"terraform": "Reference to undeclared input variable"},
    closed_world=True,
)


@fixer.over
def check(component: Component, settings: Settings) -> Iterator[Finding]:
    """Yield the variables that are used, declared nowhere, and no misspellings of others."""
    del settings
    for module in component.modules:
        missing = undeclared(component, module)
        unanswered = any(
            key[0] is not Kind.INPUT and not is_answered(module, key, uses) for key, uses in missing.items()
        )
        is_piece = unanswered and not (module.deployable and any(module.of(Kind.INPUT)))
        for key, uses in missing.items():
            kind, _, name = key
            if kind is not Kind.INPUT or meant(module, key, uses):
                continue
            first = uses[0]
            where = (module, first.resource, first.reference, name, Severity.BLOCKER)
            message = f"var.{name} is not declared"
            if is_piece:
                yield Finding(message, *where, advice="more than variables is missing here: put back the rest first")
                continue
            default = proven_default(uses)
            if default is None and not is_own(component, module, name):
                yield Finding(message, *where, advice="declare it, and pass it where the module is called")
                continue
            edit = DeclareInput(module, name, wanted_type(component, module, uses), default)
            yield Finding(message, *where, (Fix("declare it", Tier.SAFE, Impact.CREATE, (edit,)),))
