"""Constructor called with other arguments than it takes.

The app passes ``environment_suffix=...`` and ``default_tags=...``, and the stack's ``__init__`` takes neither, or wants
something that nobody passes: Python stops with a TypeError before anything is synthesized.

What the call and the class already agree on is put into the signature or into the call, which is safe, since nothing
could be made so far: the parameter that the class uses by that very name without declaring it, the ``**kwargs`` that
it reads, the argument that the caller has under the name that is wanted, and a keyword that is only spelled in another
way than the one parameter that is missing, or shares a word with it where there is one of each. What is given by
position and taken by keyword only gets the keyword. What the class reads out of ``**kwargs``, and puts into a name
without anybody passing it, is passed where the caller has it under that name: this wants ``--fresh``.

A keyword that the class has no use for can be let in with ``**kwargs``, which is unsafe: somebody meant it to do
something. What is missing and found nowhere is only reported.

https://docs.python.org/3/reference/expressions.html#calls
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.constructors import (
    by_name,
    declaration,
    keywords,
    names_of_excess,
    spelled,
    unpassed,
    used_undeclared,
)
from iacfix.transforms.edits import DeclareRest, Edit, InsertArgument, NameArgument, RenameArgument
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component, Entry, ModuleCall
from iacfix.transforms.registry import Fixer, Settings

fixer = Fixer(
    __name__,
    code="CDK020",
    since="0.1.0",
    tiers=(Tier.SAFE, Tier.FRESH, Tier.UNSAFE),
    languages=("cdktf",),
    neighbours={"python": "TypeError", "pyright": "reportCallIssue", "pylint": "unexpected-keyword-arg"},
)

REST = "kwargs"


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the arguments that a constructor does not take, and those that it lacks."""
    for call in component.calls:
        signature, entries = call.module.signature, keywords(call)
        given = {entry.name for entry in entries}
        if signature is None or given & {"", "**"}:
            continue
        used = used_undeclared(component, call.module)
        named = names_of_excess(call, used) if call.excess else ()
        if call.excess:
            yield _in_excess(call, named, used)
            if not named:
                continue
        known = {*signature.required, *signature.optional}
        unknown = [entry for entry in entries if entry.name not in known and not signature.others]
        missing = [name for name in signature.required if name not in {*given, *named}]
        meant = spelled(unknown, missing)
        for entry in unknown:
            yield _unknown(call, entry, meant.get(entry.name, ""), used)
        for name in missing:
            if name not in meant.values():
                yield _missing(call, name)
        for name, there, strings in unpassed(call, {*given, *named}):
            insert = InsertArgument(call.resource, call.resource.body, name, there)
            fix = Fix(f"pass the `{name}` that is there", Tier.FRESH, Impact.REPLACE, (insert,), strings)
            message = f"nobody passes the `{name}` that `{_name(call)}` puts into names"
            place = (call.caller, call.resource, call.resource, name, Severity.RISK)
            yield Finding(message, *place, (fix,), normal=name)


def _name(call: ModuleCall) -> str:
    return call.module.path.rpartition(":")[2]


def _in_excess(call: ModuleCall, named: tuple[str, ...], used: set[str]) -> Finding:
    places = max(0, call.module.signature.places - 2) if call.module.signature is not None else 0
    pairs = tuple(zip(call.excess, named, strict=False))
    edits: list[Edit] = [NameArgument(value, name) for value, name in pairs]
    edits += [declaration(call.module, name, value) for value, name in pairs if name in used]
    fixes = (Fix("give it by its keyword", Tier.SAFE, Impact.CREATE, tuple(edits)),) if edits else ()
    message = f"`{_name(call)}` takes {places or 'nothing'} by position besides scope and id"
    place = (call.caller, call.resource, call.excess[0], "", Severity.BLOCKER)
    return Finding(message, *place, fixes, "" if fixes else "give it by a keyword that it takes")


def _unknown(call: ModuleCall, entry: Entry, meant: str, used: set[str]) -> Finding:
    name, own = _name(call), call.module.signature is not None and call.module.signature.own
    message = f"`{name}` takes no argument `{entry.name}`"
    title, tier, note = "", Tier.SAFE, ""
    edit: Edit = DeclareRest(call.module, REST)
    if meant:
        message += f": it is called `{meant}`"
        title, edit = f"call it `{meant}`", RenameArgument(call.resource, call.resource.body, entry, meant)
    elif own and entry.name in used:
        title, edit = "declare the parameter that the class uses", declaration(call.module, entry.name, entry.value)
    elif own and REST in used:
        title = f"declare the `**{REST}` that the class reads"
    elif own:
        title, tier = f"let it in with `**{REST}`", Tier.UNSAFE
        note = f"nothing in `{name}` uses `{entry.name}`"
    fixes = (Fix(title, tier, Impact.CREATE, (edit,), note=note),) if title else ()
    advice = "" if fixes else f"declare it in `{name}`, or pass something that it takes"
    place = (call.caller, call.resource, entry, entry.name, Severity.BLOCKER)
    return Finding(message, *place, fixes, advice, normal=entry.name)


def _missing(call: ModuleCall, name: str) -> Finding:
    of = _name(call)
    fixes: tuple[Fix, ...] = ()
    if (there := by_name(call.caller, name)) is not None:
        insert = InsertArgument(call.resource, call.resource.body, name, there)
        fixes = (Fix(f"pass the `{name}` that is there", Tier.SAFE, Impact.CREATE, (insert,)),)
    advice = "" if fixes else f"pass `{name}`, or give it a default in `{of}`"
    place = (call.caller, call.resource, call.resource, name, Severity.BLOCKER)
    return Finding(f"`{of}` wants an argument `{name}`", *place, fixes, advice, normal=name)
