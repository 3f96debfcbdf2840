"""Access control list for a bucket that takes none.

Since April 2023 a new bucket belongs to its owner with all that is in it, and S3 rejects every list but the one that
says nothing: "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting". A bucket that is given
``AccessControl`` needs ``OwnershipControls`` that let lists count.

They are added as ``BucketOwnerPreferred``, with ``--unsafe``: buckets that were made before have lists, and a policy of
the bucket is often the better way. ``Private`` is what a bucket is without a list, and S3 ignores ``BucketOwnerRead``
and ``BucketOwnerFullControl``, which are lists of objects: these are left alone.

https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html
"""

from __future__ import annotations

from collections.abc import Iterator

from iacfix.transforms.edits import InsertArgument
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.model import Component, Literal, Sequence, mapping
from iacfix.transforms.properties import places
from iacfix.transforms.registry import Fixer, Settings

fixer = Fixer(
    __name__,
    code="CFN059",
    since="0.1.0",
    tiers=(Tier.UNSAFE,),
    languages=("cloudformation",),
    neighbours={"cfn-lint": "E3045"},
)

LIST, OWNERSHIP = "AccessControl", "OwnershipControls"
# What a bucket is anyway, and what is for objects, whatever the letters.
TAKEN = ("private", "bucketownerread", "bucketownerfullcontrol")


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the buckets with a list that S3 does not take."""
    for place in places(component):
        bucket = place.resource
        given = place.mapping.entry(LIST)
        if place.path or bucket.source_type != "AWS::S3::Bucket" or given is None or OWNERSHIP in place.mapping.names:
            continue
        if not isinstance(given.value, Literal) or str(given.value.value).casefold() in TAKEN:
            continue
        rules = mapping(Rules=Sequence((mapping(ObjectOwnership=Literal("BucketOwnerPreferred")),)))
        edit = InsertArgument(bucket, place.mapping, OWNERSHIP, rules, after=LIST)
        fix = Fix(f"add {OWNERSHIP}", Tier.UNSAFE, Impact.UPDATE, (edit,))
        message = f"a new bucket takes no {LIST} without {OWNERSHIP}"
        yield Finding(message, place.module, bucket, given, LIST, Severity.BLOCKER, (fix,))
