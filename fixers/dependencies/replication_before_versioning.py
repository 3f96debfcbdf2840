"""Replication that is set up before its buckets keep versions.

S3 replicates between buckets that keep versions, and rejects a replication where one of them does not yet. Versioning
is a resource of its own in Terraform, which nothing in the replication refers to: both are made at once, and the first
deployment fails now and then.

The replication is made to wait for the versioning of both buckets, which is safe. A bucket that never gets versions is
given them with ``--unsafe``: all old versions are kept from then on, are paid for, and versioning can be suspended but
not taken away. Buckets that are not in the code are left alone.

https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-requirements.html
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import Edit, InsertArgument, InsertResource
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component, Entry, Kind, Literal, Mapping, Module, Resource, Value, mapping, walk
from iacfix.transforms.naming import names
from iacfix.transforms.ordering import Order, named, waiting_for
from iacfix.transforms.registry import Fixer

fixer = Fixer(__name__, code="DEP002", since="0.1.0", tiers=(Tier.SAFE, Tier.UNSAFE))

SEPARATE, INLINE = "aws_s3_bucket_versioning", "VersioningConfiguration"
OLD = "versioning"  # what a bucket had before versioning was a resource of its own


@fixer.on("aws_s3_bucket_replication_configuration")
def check(resource: Resource, module: Module, component: Component) -> Iterator[Finding]:
    """Yield the versionings that a replication does not wait for, and those that are not there."""
    if resource.kind is not Kind.RESOURCE:
        return
    order = Order(module)
    late: list[Resource] = []
    destinations = [value for path, value in walk(resource.body) if path[-2:] == ("destination", "bucket")]
    for bucket in _buckets(module, resource.get("bucket"), *destinations):
        mine = [other for other in module.of_type(SEPARATE) if bucket.key in named(module, other.get("bucket"))]
        late += [other for other in mine if _is_enabled(other) and order.add(resource, other)]
        if not mine and OLD not in bucket.body.names:
            edits = tuple(_separate(module, bucket))
            yield _finding(resource, module, bucket, edits)
    if late:
        fix = Fix("wait for it", Tier.SAFE, Impact.NONE, tuple(waiting_for(component, resource, late)))
        message = f"does not wait for {', '.join(other.address for other in late)}"
        yield Finding(message, module, resource, resource, "depends_on", Severity.RISK, (fix,))


@fixer.on("aws_s3_bucket")
def check_inline(resource: Resource, module: Module, component: Component) -> Iterator[Finding]:
    """Yield the versioning that is missing where the replication stands in the bucket itself."""
    replication = resource.get("ReplicationConfiguration")
    if replication is None:
        return
    destinations = [value for path, value in walk(replication) if path[-2:] == ("Destination", "Bucket")]
    buckets = list(_buckets(module, *destinations))
    for bucket in (resource, *buckets):
        if INLINE not in bucket.body.names:
            enabled = InsertArgument(bucket, bucket.body, INLINE, mapping(Status=Literal("Enabled")))
            yield _finding(resource, module, bucket, (enabled,))
    order = Order(module)
    if late := [bucket for bucket in buckets if order.add(resource, bucket)]:
        fix = Fix("wait for it", Tier.SAFE, Impact.NONE, tuple(waiting_for(component, resource, late)))
        message = f"does not wait for {', '.join(bucket.address for bucket in late)}"
        yield Finding(message, module, resource, resource, "depends_on", Severity.RISK, (fix,))


def _finding(resource: Resource, module: Module, bucket: Resource, edits: tuple[Edit, ...]) -> Finding:
    fixes = (Fix("keep versions", Tier.UNSAFE, Impact.UPDATE, edits),) if edits else ()
    message = f"{bucket.address} keeps no versions, and is replicated"
    advice = "" if fixes else "let the bucket keep versions"
    return Finding(message, module, resource, resource, "bucket", Severity.BLOCKER, fixes, advice)


def _buckets(module: Module, *values: Value | None) -> Iterator[Resource]:
    """Yield the buckets of *module* that *values* are, by reference or by name."""
    for value in values:
        keys = named(module, value)
        for bucket in module.of_type("aws_s3_bucket"):
            if bucket.key in keys or names(value, bucket.get("bucket"), "s3"):
                yield bucket


def _is_enabled(versioning: Resource) -> bool:
    status = versioning.get("versioning_configuration", "status")
    return not isinstance(status, Literal) or status.value == "Enabled"


def _separate(module: Module, bucket: Resource) -> Iterator[Edit]:
    """Yield what gives *bucket* a versioning of its own, where it is one bucket."""
    name = f"{bucket.name}_versioning" if bucket.binding else bucket.name
    if {"count", "for_each"} & bucket.meta.names or module.find(Kind.RESOURCE, SEPARATE, name):
        return
    enabled = Mapping((Entry("status", Literal("Enabled")),), block=True)
    body = mapping(bucket=bucket.reference("id"), versioning_configuration=enabled)
    meta = Mapping(tuple(entry for entry in bucket.meta.entries if entry.name == "provider"))
    binding = f"{bucket.binding}_versioning" if bucket.binding else ""
    yield InsertResource(module, Resource(Kind.RESOURCE, SEPARATE, name, (body, meta), binding=binding), after=bucket)
