"""Constructor called with other arguments than it takes.

The app passes ``environment_suffix=...`` and ``default_tags=...``, and the stack's ``__init__`` takes neither, or wants
something that nobody passes: Python stops with a TypeError before anything is synthesized.

What the call and the class already agree on is put into the signature or into the call, which is safe, since nothing
could be made so far: the parameter that the class uses by that very name without declaring it, the ``**kwargs`` that
it reads, the argument that the caller has under the name that is wanted, and a keyword that is only spelled in another
way than the one parameter that is missing, or shares a word with it where there is one of each. A keyword that the
class has no use for can be let in with ``**kwargs``, which is unsafe: somebody meant it to do something. What is
missing and found nowhere is only reported.

https://docs.python.org/3/reference/expressions.html#calls
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import DeclareInput, DeclareRest, InsertArgument, RenameArgument
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.likeness import misspelt, same_word, synonyms, words
from iacfix.transforms.model import (
    Call,
    Component,
    Entry,
    Kind,
    Literal,
    Module,
    ModuleCall,
    Reference,
    Signature,
    Template,
    Value,
)
from iacfix.transforms.registry import Fixer, Settings

fixer = Fixer(
    __name__,
    code="CDK020",
    since="0.1.0",
    tiers=(Tier.SAFE, Tier.UNSAFE),
    languages=("cdktf",),
    neighbours={"python": "TypeError", "pyright": "reportCallIssue", "pylint": "unexpected-keyword-arg"},
)

REST = "kwargs"


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the arguments that a constructor does not take, and those that it lacks."""
    for call in component.calls:
        signature = call.module.signature
        given = {entry.name for entry in call.resource.body.entries}
        if signature is None or given & {"", "**"}:
            continue
        known = {*signature.required, *signature.optional}
        unknown = [entry for entry in call.resource.body.entries if entry.name not in known and not signature.others]
        missing = [name for name in signature.required if name not in given]
        spelled = {entry.name: name for entry in unknown if (name := _meant(entry, unknown, missing))}
        for entry in unknown:
            yield _unknown(component, call, entry, spelled.get(entry.name, ""), signature)
        for name in missing:
            if name not in spelled.values():
                yield _missing(call, name)


def _meant(entry: Entry, unknown: list[Entry], missing: list[str]) -> str:
    """Return the missing parameter that *entry* only spells in another way, where no other may be meant."""
    names = _spellings(entry.name, missing)
    if not names and len(unknown) == len(missing) == 1 and set(words(entry.name)) & set(words(missing[0])):
        return missing[0]
    rivals = [other for other in unknown if other is not entry and set(names) & set(_spellings(other.name, missing))]
    return names[0] if len(names) == 1 and not rivals else ""


def _spellings(name: str, missing: list[str]) -> list[str]:
    return list(dict.fromkeys([*same_word(name, missing), *synonyms(name, missing), *misspelt(name, missing)]))


def _unknown(component: Component, call: ModuleCall, entry: Entry, meant: str, signature: Signature) -> Finding:
    name = call.module.path.rpartition(":")[2]
    message = f"`{name}` takes no argument `{entry.name}`"
    fixes: tuple[Fix, ...] = ()
    used = {each.name for each in component.unbound if each.module is call.module and each.scope == "__init__"}
    if meant:
        message += f": it is called `{meant}`"
        rename = RenameArgument(call.resource, call.resource.body, entry, meant)
        fixes = (Fix(f"call it `{meant}`", Tier.SAFE, Impact.CREATE, (rename,)),)
    elif signature.own and entry.name in used:
        default = Literal(None) if _has_defaults(call.module) else None
        declare = DeclareInput(call.module, entry.name, _type(entry.value), default, direct=True)
        fixes = (Fix("declare the parameter that the class uses", Tier.SAFE, Impact.CREATE, (declare,)),)
    elif signature.own and REST in used:
        rest = DeclareRest(call.module, REST)
        fixes = (Fix(f"declare the `**{REST}` that the class reads", Tier.SAFE, Impact.CREATE, (rest,)),)
    elif signature.own:
        rest = DeclareRest(call.module, REST)
        note = f"nothing in `{name}` uses `{entry.name}`"
        fixes = (Fix(f"let it in with `**{REST}`", Tier.UNSAFE, Impact.CREATE, (rest,), note=note),)
    advice = "" if fixes else f"declare it in `{name}`, or pass something that it takes"
    place = (call.caller, call.resource, entry, entry.name, Severity.BLOCKER)
    return Finding(message, *place, fixes, advice, normal=entry.name)


def _type(value: Value) -> str:
    """Return the type of what is passed, where it is plain."""
    match value:
        case Literal(value=str()) | Template() | Call(name="getenv"):
            return "string"
        case _:
            return ""


def _has_defaults(module: Module) -> bool:
    """Say whether a parameter without a default would follow one that has one."""
    return any(each.value is not None for each in module.of(Kind.INPUT))


def _missing(call: ModuleCall, name: str) -> Finding:
    of = call.module.path.rpartition(":")[2]
    fixes: tuple[Fix, ...] = ()
    if (there := _by_name(call.caller, name)) is not None:
        insert = InsertArgument(call.resource, call.resource.body, name, there)
        fixes = (Fix(f"pass the `{name}` that is there", Tier.SAFE, Impact.CREATE, (insert,)),)
    advice = "" if fixes else f"pass `{name}`, or give it a default in `{of}`"
    place = (call.caller, call.resource, call.resource, name, Severity.BLOCKER)
    return Finding(f"`{of}` wants an argument `{name}`", *place, fixes, advice, normal=name)


def _by_name(caller: Module, name: str) -> Reference | None:
    """Return what *caller* has under that very name, in a variable or in itself."""
    found = [
        resource
        for resource in caller.resources
        if resource.binding in {name, f"self.{name}"} or (resource.kind is Kind.INPUT and resource.name == name)
    ]
    return found[0].reference() if found else None
