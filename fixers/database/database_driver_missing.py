"""Driver of a database that the package of a function does not have.

A function whose source stands in the template has what the runtime has, and no more: ``import pymysql`` fails before
the first line of the handler is run.

Aurora takes statements through its Data API, for which the runtime has the client. With ``--unsafe``, the cluster is
given its endpoint, the function the ARNs that it needs and the rights to use them, and the source an adapter in place
of the driver, so that cursors, statements with ``%s`` and their results stay as they are. Transactions work; the
results of one statement may have a megabyte.

Where the database is not Aurora or too old, where the source uses more of the driver than that, and where there is no
secret that the function has the ARN of, the finding has no fix: package the driver, as a layer or with the code.
Functions with layers are left alone, and so is code that is packaged.

https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/data-api.html
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.data_api import ACTIONS, adapted, admits, driver
from iacfix.transforms.databases import Database, databases
from iacfix.transforms.edits import Edit, InsertArgument, Replace
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component, Kind, Literal, Mapping, Module, Reference, Resource, Value
from iacfix.transforms.permissions import permissions, role_of
from iacfix.transforms.registry import Fixer
from iacfix.transforms.scripts import Script, script_of
from iacfix.transforms.sources import FUNCTIONS

fixer = Fixer(
    __name__, code="RDS004", since="0.1.0", tiers=(Tier.UNSAFE,), languages=("cloudformation",), closed_world=True
)

VARIABLES = ("DB_CLUSTER_ARN", "DB_SECRET_ARN", "DB_NAME")
READS_SECRETS = "secretsmanager:GetSecretValue"


@fixer.on(*FUNCTIONS)
def check(function: Resource, module: Module, component: Component) -> Iterator[Finding]:
    """Yield the driver that the inline source of *function* imports."""
    script = script_of(component, module, function) if function.kind is Kind.RESOURCE else None
    if script is None or script.value is None or not script.is_python or function.get("layers") is not None:
        return
    name = driver(script.text)
    if not name or function.get("Layers") is not None:
        return
    edits = _through_data_api(component, module, function, script)
    title = "use the Data API of Aurora"
    note = "the endpoint is open to whoever has the rights and the secret; results may have a megabyte"
    fixes = (Fix(title, Tier.UNSAFE, Impact.UPDATE, edits, note=note),) if edits else ()
    advice = "" if edits else "package the driver with the code, or as a layer"
    message = f"its code imports {name}, which the runtime does not have"
    at = script.value if script.value.origin else function
    yield Finding(message, module, function, at, "code", Severity.BLOCKER, fixes, advice, message)


def _through_data_api(component: Component, module: Module, function: Resource, script: Script) -> tuple[Edit, ...]:
    """Return what has *function* use the Data API; nothing where that cannot be."""
    known = list(databases(component, module))
    changes = adapted(script.text)
    variables = function.get("environment", "variables")
    role = role_of(component, module, function)
    allowed = permissions(component, module, role) if role is not None else None
    if changes is None or len(known) != 1 or not isinstance(variables, Mapping) or allowed is None:
        return ()
    database = known[0]
    name, secret = database.resource.get("database_name"), _secret(module, variables)
    if database.resource.type != "aws_rds_cluster" or not admits(database.engine, database.version):
        return ()
    if name is None or secret is None or database.resource.get("engine_mode") is not None:
        return ()
    edits = [*script.changed(*changes), *_open(database)]
    given = dict(zip(VARIABLES, (database.resource.reference("arn"), secret, name.detached()), strict=True))
    missing = {key: value for key, value in given.items() if key not in variables.names}
    edits += [InsertArgument(function, variables, key, value) for key, value in missing.items()]
    wanted = ((ACTIONS, database.resource.reference("arn")), ((READS_SECRETS,), secret))
    lacking = [(tuple(a for a in actions if not allowed.allows(a)), (resource,)) for actions, resource in wanted]
    grants = [grant for grant in lacking if grant[0]]
    granted = allowed.given(*grants) if grants else ()
    return (*edits, *granted) if granted or not grants else ()


def _open(database: Database) -> Iterator[Edit]:
    """Yield what gives the cluster an endpoint for the Data API."""
    old = database.resource.get("enable_http_endpoint")
    if old is None:
        yield InsertArgument(database.resource, database.resource.body, "enable_http_endpoint", Literal(value=True))
    elif old != Literal(value=True):
        yield Replace(old, Literal(value=True).in_place_of(old))


def _secret(module: Module, variables: Mapping) -> Value | None:
    """Return the ARN of the secret of the database that the function is given."""
    found = [entry.value for entry in variables.entries if _is_secret(module, entry.value)]
    return found[0].detached() if len(found) == 1 else None


def _is_secret(module: Module, value: Value) -> bool:
    match value:
        case Reference(kind=Kind.RESOURCE, type="aws_secretsmanager_secret", attribute="arn" | "id") as reference:
            return module.target(reference) is not None
        case Reference(kind=Kind.RESOURCE, type="aws_rds_cluster", attribute="MasterUserSecret.SecretArn"):
            return True
        case _:
            return False
