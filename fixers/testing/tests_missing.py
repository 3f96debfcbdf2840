"""Code that no test looks at.

Nothing says so when a change takes a resource away, a name loses what tells environments apart, or something is no
longer encrypted, before it is deployed.

With ``--scaffold``, tests are written for what the code says today, which then are its owner's. A program is really
synthesized, nothing is patched: what is made and how many of each, names that carry the environment, and protections
that the code asks for. A template is read and counted, and shown to ``cfn-lint`` where that is installed. A
configuration is planned by ``terraform test`` with mocked providers. Nothing that is there is written over.

A module is looked at that somebody deploys by itself, and that no test in the tree names. Where a test would need an
argument that nobody can make up, the finding says which.

https://developer.hashicorp.com/terraform/cdktf/test/unit-tests
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import CreateFile
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.homes import whole
from iacfix.transforms.model import Component, Kind
from iacfix.transforms.registry import Fixer, Settings
from iacfix.transforms.suites import is_tested, suite, whose

fixer = Fixer(
    __name__,
    code="TST001",
    since="0.1.0",
    tiers=(Tier.SCAFFOLD,),
    closed_world=True,
    on_request=True,
    last=True,
)

NOT_DEPLOYED = {"example", "examples", "fixtures", "test", "testdata", "tests"}


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the modules that no test names."""
    paths = component.tree.paths() if component.tree is not None else frozenset[str]()
    for module in component.modules:
        if not module.deployable or not any(module.of(Kind.RESOURCE)):
            continue
        elsewhere = not NOT_DEPLOYED.isdisjoint(module.documents[0].lower().split("/")[:-1])
        if elsewhere or is_tested(component, *whose(component, module)):
            continue
        made = suite(component, module)
        fixes: tuple[Fix, ...] = ()
        if not isinstance(made, str):
            if made.path in paths:
                continue
            new = [CreateFile(path, "") for path in made.beside if path not in paths]
            newline = component.documents[module.documents[0]].newline
            edits = (CreateFile(made.path, made.text.replace("\n", newline)), *new)
            fixes = (Fix(f"make {made.path}", Tier.SCAFFOLD, Impact.NONE, edits),)
        advice = made if isinstance(made, str) else ""
        at = whole(module.documents[0])
        message = f"no test looks at {module.path.rpartition(':')[2]}"
        yield Finding(message, module, at, at, "", Severity.NOTE, fixes, advice)
