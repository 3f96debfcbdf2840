"""Name that is the same in every environment.

Two deployments of the same code into one account collide on it: the second stops with "already exists". A name that
carries the environment's suffix lets them stand side by side.

The safe fix adds an input, ``environment_suffix``, that is empty by default, and puts it into the name: until somebody
sets it, nothing changes. With ``--fresh`` the suffix has a default of its own and the names change, which replaces most
resources that are deployed under the old ones; this is right for code that is not deployed yet. Where an input that
tells environments apart is there already, or something in the repository sets one of this name, only the latter is
offered, since its value would begin to count.

What repeats the name follows it: log groups, ARNs in policies, dimensions of alarms, tags. Called modules get the
suffix through their callers. Names that a prefix, a random value, a workspace or a stack's name makes unique are left
alone, and so are libraries and their examples. Only reported are a name that has no room for a suffix; one that the
source of a function asks AWS for (``FunctionName="orders"``); and that of a bucket or table that a backend keeps its
state in: the backend is read before any input is known, and the state would have to be moved with it.

https://docs.aws.amazon.com/wellarchitected/latest/framework/ops_dev_integ_multi_env.html
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.backends import holds_state
from iacfix.transforms.edits import Edit, Replace
from iacfix.transforms.facts.names import FIXED_ENDINGS
from iacfix.transforms.findings import Finding, Fix, Impact, Reach, Severity, Tier
from iacfix.transforms.model import Call, Component, Kind, Literal
from iacfix.transforms.naming import Named, inserted, named_resources, repetitions, suffix_position
from iacfix.transforms.registry import Fixer, Settings
from iacfix.transforms.resolve import constants
from iacfix.transforms.scripts import naming
from iacfix.transforms.suffix import DEFAULT, ROOM, Suffix

fixer = Fixer(__name__, code="NAM001", since="0.1.0", tiers=(Tier.SAFE, Tier.FRESH), optional="naming")

IMPACT = {Tier.SAFE: Impact.NONE, Tier.FRESH: Impact.REPLACE}


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the names without a suffix, and the suffixes that are empty by default."""
    suffix = Suffix(component)
    found = [named for named in named_resources(component) if suffix.bases(named.module)]
    kept = any(named.resource.is_kept for named in found)
    for named in found:
        if named.room < ROOM:
            advice = f"shorten it: a suffix wants {ROOM} characters, and {max(named.room, 0)} are left"
            yield _finding(named, advice=advice)
        elif holds_state(component, named):
            advice = "a backend keeps its state there: rename both by hand, and move the state with them"
            yield _finding(named, advice=advice)
        elif told := _told(component, named):
            yield _finding(named, advice=f"{told} asks for it by this name: give it there in an environment variable")
        elif ending := _given_ending(component, named):
            yield _finding(named, advice=f"put the suffix before the {ending} of what is given for it")
        elif any(isinstance(stem.value, Call) for stem in named.stems):
            yield _finding(named, advice="put the suffix into the call that makes the name")
        else:
            yield _finding(named, fixes=tuple(_fixes(named, suffix, may_replace=not kept)))
    yield from _empty_by_default(suffix)


def _told(component: Component, named: Named) -> str:
    """Return where the source of a function has the name written out."""
    texts = constants(component, named.module, named.value) or ()
    return next(filter(None, (naming(component, text) for text in sorted(texts))), "")


def _given_ending(component: Component, named: Named) -> str:
    """Return the ending that AWS wants where it comes with a value from elsewhere, so that nothing can go before it."""
    texts = constants(component, named.module, named.value) or ()
    ending = next((ending for ending in FIXED_ENDINGS if any(text.endswith(ending) for text in texts)), "")
    last = [stem.parts[-1] for stem in named.stems if stem.parts]
    written = all(isinstance(part, Literal) and str(part.value).endswith(ending) for part in last)
    return "" if written else ending


def _finding(named: Named, *, fixes: tuple[Fix, ...] = (), advice: str = "") -> Finding:
    match named.value:
        case Literal(value=str() as text):
            shown = f'name "{text}"'
        case _:
            shown = f"{named.name.argument.replace('_', ' ')} of {named.resource.address}"
    message = f"{shown} is the same in every environment"
    place = (named.module, named.resource, named.value, named.name.argument)
    return Finding(message, *place, Severity.RISK, fixes, advice)


def _fixes(named: Named, suffix: Suffix, *, may_replace: bool) -> Iterator[Fix]:
    """Yield the ways to mend *named*: each puts the suffix in wherever the name is written or repeated."""
    edits: dict[Tier, list[Edit]] = {}
    reaches: dict[Tier, list[Reach]] = {}
    ways = [(s, suffix.forms(s.module, named.name.separator, may_replace=may_replace)) for s in named.stems]
    for stem, forms in ways:
        for form in forms:
            make = edits.setdefault(form.tier, [])
            reach = reaches.setdefault(
                form.tier, [Reach(named.module.path, named.resource.address, named.name.argument)]
            )
            make.append(Replace(stem.value, inserted(stem.value, [suffix_position(stem)], form.parts)))
            for repeated in repetitions(stem.module, stem, named.name):
                make.append(Replace(repeated.value, inserted(repeated.value, list(repeated.at), form.parts)))
                reach.append(Reach(stem.module.path, repeated.resource.address, repeated.argument))
            make += form.edits
    for tier, make in edits.items():
        if all(tier in {form.tier for form in forms} for _, forms in ways):
            reached = tuple(reaches[tier]) if IMPACT[tier] is not Impact.NONE else ()
            title = "put the environment's suffix into the name"
            yield Fix(title, tier, IMPACT[tier], tuple(make), reached)


def _empty_by_default(suffix: Suffix) -> Iterator[Finding]:
    """Yield what the safe fix left, for those who want a suffix that counts."""
    edits, reaches = suffix.made_plain()
    module = next((module for module in suffix.component.modules if suffix.prepared(module)), None)
    declared = module.find(Kind.INPUT, "", suffix.name) if module else None
    if module is None or declared is None or not reaches:
        return
    fix = Fix(f'make the suffix "{DEFAULT}" by default', Tier.FRESH, Impact.REPLACE, edits, reaches, alone=True)
    message = "names have no environment suffix unless it is given"
    yield Finding(message, module, declared, declared.get("default") or declared, "default", Severity.NOTE, (fix,))
