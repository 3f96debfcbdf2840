"""Error that a function returns as if it were a result.

Step Functions, queues, topics and rules call a function and only want to know whether it failed: then they try again,
take the branch for failures, or put the event aside. A handler that catches everything and returns a ``statusCode`` of
500 has not failed, so that none of this happens and the event is lost.

The error is raised instead of returned, which is unsafe: what looks at the result sees another one. The tasks of a
state machine that run a function and are not tried again get the retries that AWS recommends, and lead to the machine's
state for failures where it has a single one, to which nothing leads by choice; that is unsafe too, since a task may not
bear to be run twice. In JavaScript the finding has no fix.

Left alone are functions that an API, a load balancer or a function URL calls, or nobody in the code; handlers of
batches (``batchItemFailures``); results that a state machine looks into (``statusCode``); and results that are not
errors (``{"is_valid": False}``).

https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.failures import swallowed
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.invokers import Caller, callers
from iacfix.transforms.machines import MACHINES, Definition, State, definition
from iacfix.transforms.model import Component, Kind, Literal, Module, Resource, Sequence, Value, mapping, text, walk
from iacfix.transforms.registry import Fixer
from iacfix.transforms.scripts import script_of
from iacfix.transforms.sources import FUNCTIONS

fixer = Fixer(__name__, code="LAM009", since="0.1.0", tiers=(Tier.UNSAFE,))

# As of 2026-11: https://docs.aws.amazon.com/step-functions/latest/dg/sfn-best-practices.html
RETRIED = (
    *("Lambda.ServiceException", "Lambda.AWSLambdaException", "Lambda.SdkClientException"),
    "Lambda.TooManyRequestsException",
)
RETRY = Sequence(
    (
        mapping(
            ErrorEquals=Sequence(tuple(map(text, RETRIED))),
            IntervalSeconds=Literal(2),
            MaxAttempts=Literal(6),
            BackoffRate=Literal(2),
            JitterStrategy=text("FULL"),
        ),
    )
)
ALL_ERRORS = Sequence((text("States.ALL"),))
# Words of a source or a definition that say that the result is what counts.
READ_BY_SOMEBODY = ("batchItemFailures", "batch_item_failures")
WANTS_FAILURES = frozenset({Caller.DELIVERING})


@fixer.on(*FUNCTIONS)
def check(function: Resource, module: Module, component: Component) -> Iterator[Finding]:
    """Yield the errors that *function* swallows."""
    if function.kind is not Kind.RESOURCE or callers(component, module, function) != WANTS_FAILURES:
        return
    script = script_of(component, module, function)
    if script is None or any(word in script.text for word in READ_BY_SOMEBODY) or _looked_into(module):
        return
    for number, found in enumerate(swallowed(script.text, script.ending, script.handler)):
        changes = [(found.returned, "raise"), *([(found.bound, "")] if found.bound else [])]
        fix = Fix("raise the error", Tier.UNSAFE, Impact.UPDATE, script.changed(*changes))
        line = script.text.count("\n", 0, found.returned.start) + 1
        message = f"an error is returned as a result (line {line} of its source)"
        at = script.value if script.value is not None and script.value.origin else function
        fixes = (fix,) if found.fixable else ()
        advice = "" if fixes else "throw the error, so that whoever calls the function knows of it"
        yield Finding(message, module, function, at, f"handler[{number}]", Severity.RISK, fixes, advice, script.handler)


def _looked_into(module: Module) -> bool:
    """Say whether a state machine of *module* looks at the status that a function returns."""
    for machine in module.of_type(*MACHINES):
        told = definition(machine)
        if told is None or any("tatusCode" in str(inner) for inner in _words(told.root)):
            return True
    return False


def _words(value: Value) -> Iterator[object]:
    for _, inner in walk(value):
        if isinstance(inner, Literal):
            yield inner.value


@fixer.on(*MACHINES)
def check_machine(machine: Resource, module: Module, _: Component) -> Iterator[Finding]:
    """Yield the tasks of *machine* that are not tried again when Lambda fails."""
    told = definition(machine) if machine.kind is Kind.RESOURCE else None
    wanting = [state for state in told.states() if told.invokes(state) and state.get("Retry") is None] if told else []
    if told is None or not wanting:
        return
    additions: list[tuple[State, str, Value]] = []
    for state in wanting:
        additions.append((state, "Retry", RETRY))
        if state.get("Catch") is None and (end := _end(told, state)):
            additions.append((state, "Catch", Sequence((mapping(ErrorEquals=ALL_ERRORS, Next=text(end)),))))
    names = [f"`{state.name}`" for state in wanting]
    listed = " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
    message = f"{listed} {'are' if len(names) > 1 else 'is'} not tried again when Lambda fails"
    fix = Fix("try again as AWS recommends", Tier.UNSAFE, Impact.UPDATE, told.given(additions))
    at = machine.get("definition") or machine.get("Definition") or machine
    yield Finding(message, module, machine, at, "definition", Severity.NOTE, (fix,), normal=message)


def _end(told: Definition, state: State) -> str:
    """Return the name of the state for the failure of *state*: the one with its name in it, or the only one."""
    ends = told.ends(state)
    named = [name for name in ends if state.name in name]
    found = named if len(named) == 1 else ends
    return found[0] if len(found) == 1 else ""
