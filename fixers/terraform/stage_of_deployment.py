"""Stage of a REST API that is made by its deployment.

Version 6 of the AWS provider took ``stage_name`` out of ``aws_api_gateway_deployment``, and with it ``invoke_url`` and
``execution_arn``: a stage is a resource of its own. Where the module runs with version 6 only, the stage is declared
behind the deployment, and what was read of the deployment is read of the stage. A stage of that deployment that is
there already is used.

This is right for code that is not deployed yet. Where the deployment has made its stage before, an ``import`` block for
the new resource is needed too, and so the fix waits for ``--fresh``.

https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/version-6-upgrade
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import Edit, InsertResource, RemoveArgument, Replace
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component, Entry, Kind, Mapping, Module, Reference, Resource, references
from iacfix.transforms.registry import Fixer, Settings
from iacfix.transforms.schema import Body, bodies_of

DEPLOYMENT, STAGE = "aws_api_gateway_deployment", "aws_api_gateway_stage"

fixer = Fixer(
    __name__,
    code="TF031",
    since="0.1.0",
    tiers=(Tier.FRESH,),
    languages=("hcl",),
    neighbours={"terraform": "Unsupported argument"},
)

# What the deployment was given, and what the stage calls it.
GIVEN = {"stage_name": "stage_name", "stage_description": "description"}
READ = frozenset({"execution_arn", "invoke_url", "stage_name"})


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the deployments that are given a stage."""
    for body in bodies_of(component, DEPLOYMENT):
        entry = body.mapping.entry("stage_name")
        if entry is not None and not body.path and not body.accepts.knows("stage_name"):
            fixes = tuple(_fixes(body))
            advice = "" if fixes else f"declare an {STAGE}"
            place = (body.module, body.resource, entry, "stage_name")
            yield Finding("a deployment makes no stage", *place, Severity.BLOCKER, fixes, advice)


def _fixes(body: Body) -> Iterator[Fix]:
    """Yield what takes the stage out of the deployment."""
    resource, module = body.resource, body.module
    there = [stage for stage in module.of_type(STAGE) if _is_of(stage, resource)]
    rest = resource.get("rest_api_id")
    if any(stage.get("stage_name") != resource.get("stage_name") for stage in there):
        return
    repeated = bool({"count", "for_each"} & resource.meta.names)
    if len(there) > 1 or rest is None or repeated or "canary_settings" in body.mapping.names:
        return
    taken = [(entry, GIVEN[entry.name]) for entry in body.mapping.entries if entry.name in GIVEN]
    edits: list[Edit] = [RemoveArgument(resource, body.mapping, entry) for entry, _ in taken]
    name = there[0].name if there else resource.name
    if not there:
        if module.find(Kind.RESOURCE, STAGE, name) is not None:
            return
        entries = [Entry("rest_api_id", rest), Entry("deployment_id", resource.reference("id"))]
        entries += [Entry(new, entry.value) for entry, new in taken]
        stage = Resource(Kind.RESOURCE, STAGE, name, Mapping(tuple(entries)))
        edits.append(InsertResource(module, stage, after=resource))
    edits += [
        Replace(found, Reference(Kind.RESOURCE, STAGE, name, found.path).in_place_of(found))
        for found in _reads(module, resource)
    ]
    note = "import the stage where it is deployed already"
    title = "read the stage that is there" if there else "declare the stage"
    yield Fix(title, Tier.FRESH, Impact.CREATE, tuple(edits), note=note)


def _is_of(stage: Resource, deployment: Resource) -> bool:
    return any(found.target == deployment.key for found in references(stage.body))


def _reads(module: Module, deployment: Resource) -> Iterator[Reference]:
    for user in module.resources:
        yield from (r for r in user.references if r.target == deployment.key and r.attribute in READ)
