"""Provider that a construct is told by name.

``provider="aws.europe"`` is how Terraform itself names a provider with an alias. CDKTF wants the object that the
program has made: a string is a TypeError.

Where the same class makes one provider with that alias, or one without any for the bare name, and keeps it in a
variable, the variable takes the string's place; where no provider is called so, and the type has one argument that says
``provider`` and a word more (``provider_type="GitHub"`` of a connection), the string goes there. Both are repairs, and
safe. Other strings are only reported.

https://developer.hashicorp.com/terraform/cdktf/concepts/providers
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import Edit, RenameArgument, Replace
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.likeness import words
from iacfix.transforms.model import Component, Entry, Kind, Literal, Module, Resource
from iacfix.transforms.registry import Fixer, Settings
from iacfix.transforms.schema import Body, bodies

fixer = Fixer(
    __name__,
    code="CDK009",
    since="0.1.0",
    tiers=(Tier.SAFE,),
    languages=("cdktf",),
    neighbours={"python": "TypeError: type of argument provider must be"},
)


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the providers that are strings."""
    for body in bodies(component):
        entry = body.resource.meta.entry("provider")
        if body.path or body.mapping is not body.resource.body or entry is None:
            continue
        match entry.value:
            case Literal(value=str() as text):
                yield _finding(body, entry, text)
            case _:
                pass


def _finding(body: Body, entry: Entry, text: str) -> Finding:
    fixes: tuple[Fix, ...] = ()
    providers = list(_called(body.module, text))
    longer = [a.name for a in body.accepts.arguments() if words(a.name)[0] == "provider" and a.type == "string"]
    if len(longer) == 1 and not providers and longer[0] not in body.mapping.names and "." not in text:
        edit: Edit = RenameArgument(body.resource, body.resource.meta, entry, longer[0])
        fixes = (Fix(f"call it {longer[0]}", Tier.SAFE, Impact.CREATE, (edit,)),)
    elif len(providers) == 1 and providers[0].binding:
        edit = Replace(entry.value, providers[0].reference())
        fixes = (Fix("give it the provider itself", Tier.SAFE, Impact.CREATE, (edit,)),)
    message = f"provider of {body.resource.type} takes a provider, not its name"
    advice = "" if fixes else "keep the provider in a variable, and pass that"
    place = (body.module, body.resource, entry, "provider", Severity.BLOCKER)
    return Finding(message, *place, fixes, advice)


def _called(module: Module, text: str) -> Iterator[Resource]:
    """Yield the providers that Terraform calls *text*."""
    name, _, alias = text.partition(".")
    for provider in module.of(Kind.PROVIDER):
        given = provider.get("alias")
        if provider.type == name or provider.name.partition(".")[0] == name:
            own = given.value if isinstance(given, Literal) else ""
            if own == alias and (alias or given is None):
                yield provider
