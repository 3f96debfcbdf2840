"""Tables of a database that nothing makes.

A function has the ``CREATE TABLE`` of the others, and nothing of the template runs it: after a deployment, every query
fails until somebody remembers to call it by hand.

With ``--unsafe``, a custom resource runs the function when the stack is made, and again whenever the parameter
``DatabaseSchemaVersion`` is raised: its source gets a second handler that tells CloudFormation how it went, and it has
two minutes at least. Deleting the stack leaves the tables alone. Only a source that stands in the template can do so
without a package of its own.

The finding has no fix where the handler catches its errors and returns them (they would count as success), and where
the function is in a VPC of which nothing leads out: CloudFormation would wait for its answer for an hour. Where a
migration tool, a script or something in the template runs it, nothing is said.

https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-custom-resources-lambda.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from iacfix.transforms.custom_resources import HANDLER, answering
from iacfix.transforms.databases import DATABASES
from iacfix.transforms.edits import DeclareInput, Edit, InsertArgument, InsertResource, Replace
from iacfix.transforms.failures import swallowed
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import (
    Component,
    Entry,
    Kind,
    Literal,
    Mapping,
    Module,
    Reference,
    Resource,
    Sequence,
    mapping,
    references,
    text,
)
from iacfix.transforms.registry import Fixer
from iacfix.transforms.resolve import constants
from iacfix.transforms.scripts import Script, script_of
from iacfix.transforms.sources import FUNCTIONS, said_by_script

fixer = Fixer(
    __name__, code="RDS006", since="0.1.0", tiers=(Tier.UNSAFE,), languages=("cloudformation",), closed_world=True
)

MAKES_TABLES = re.compile(r"CREATE\s+TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?[`\"\w.]+", re.IGNORECASE)
MIGRATES = re.compile(r"(?i)(?:^|/)(?:alembic|flyway|liquibase|migrations?|prisma|knexfile|sequelize)\b")
# What mentions a function without running it.
BESIDE = re.compile(r"aws_cloudwatch_\w+|aws_iam_\w+|AWS::IAM::\w+|AWS::Logs::\w+|aws_lambda_permission")
LEADS_OUT = ("aws_nat_gateway", "aws_vpc_endpoint")
VERSION = "DatabaseSchemaVersion"
SECONDS = 300  # for the answer
LEAST = 120  # that the function may take
SAYS = "Make the tables when the stack is made or updated, and tell CloudFormation how it went."


@fixer.on(*FUNCTIONS)
def check(function: Resource, module: Module, component: Component) -> Iterator[Finding]:
    """Yield the function that makes tables when nothing runs it."""
    script = script_of(component, module, function) if function.kind is Kind.RESOURCE else None
    if script is None or not script.is_python or not MAKES_TABLES.search(script.text) or function.get("Events"):
        return
    if not any(True for _ in module.of_type(*DATABASES)) or _is_run(component, module, function):
        return
    edits, why = _run(module, function, script)
    message = "it makes the tables of the database, and nothing runs it"
    fixes = (Fix("run it when the stack is made", Tier.UNSAFE, Impact.CREATE, edits),) if edits else ()
    yield Finding(message, module, function, function, "", Severity.RISK, fixes, why, message)


def _is_run(component: Component, module: Module, function: Resource) -> bool:
    """Say whether something in the template, a script or a tool may run *function*, or make tables itself."""
    users = [user for user in module.users(function) if user.kind is Kind.RESOURCE]
    if any(not BESIDE.fullmatch(user.type) for user in users):
        return True
    paths = component.tree.paths() if component.tree is not None else frozenset[str]()
    if any(MIGRATES.search(path) for path in paths):
        return True
    name = function.get("function_name") or function.get("FunctionName")
    known = constants(component, module, name) if name is not None else None
    return said_by_script(component, *(known or ()), function.name)


def _run(module: Module, function: Resource, script: Script) -> tuple[tuple[Edit, ...], str]:
    """Return what has a custom resource run *function*, or why that cannot be."""
    handler = function.get("handler") or function.get("Handler")
    if script.value is None or not isinstance(handler, Literal):
        return (), "run it from a custom resource, or from what deploys the template"
    if any(True for _ in swallowed(script.text, script.ending, script.handler)):
        return (), "let it raise its errors, and run it from a custom resource"
    placed = function.get("vpc_config", "subnet_ids")
    if placed is not None and not any(True for _ in module.of_type(*LEADS_OUT)):
        return (), "its VPC needs a way to S3 for its answer; then run it from a custom resource"
    taken = {resource.name for resource in module.resources}
    source = answering(script, "database-schema", SAYS)
    if not source or {"DatabaseSchema", VERSION} & taken:
        return (), "run it from a custom resource"
    waits = Sequence(tuple(Reference(r.kind, r.type, r.name) for r in _waited_for(module)))
    body = Mapping(
        (
            Entry("ServiceToken", function.reference("arn" if function.type == FUNCTIONS[0] else "Arn")),
            Entry("ServiceTimeout", Literal(SECONDS)),
            Entry("SchemaVersion", Reference(Kind.INPUT, "", VERSION)),
        )
    )
    meta = mapping(DependsOn=waits.items[0] if len(waits.items) == 1 else waits) if waits.items else mapping()
    described = "Raise it to make the tables again"
    custom = Resource(Kind.RESOURCE, "Custom::DatabaseSchema", "DatabaseSchema", (body, meta))
    return (
        *source,
        *_given_time(function),
        Replace(handler, handler.but(value=f"{script.stem}.{HANDLER}")),
        DeclareInput(module, VERSION, "string", text("1"), described),
        InsertResource(module, custom, after=function),
    ), ""


def _given_time(function: Resource) -> Iterator[Edit]:
    """Yield what gives *function* the time to make tables: a database that sleeps has to wake first."""
    name = "timeout" if function.type == FUNCTIONS[0] else "Timeout"
    match function.get(name):
        case None:
            yield InsertArgument(
                function, function.body, name, Literal(LEAST), after=name.replace("timeout", "handler")
            )
        case Literal(value=int() as seconds) as old if seconds < LEAST:
            yield Replace(old, old.but(value=LEAST))
        case _:
            pass


def _waited_for(module: Module) -> Iterator[Resource]:
    """Yield the databases that answer: the instances of clusters, and databases alone."""
    instances = list(module.of_type("aws_rds_cluster_instance"))
    of = {r.target for each in instances for r in references(each.body)}
    yield from instances
    yield from (each for each in module.of_type(*DATABASES) if each.key not in of)
