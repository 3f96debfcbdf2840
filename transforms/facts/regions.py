"""The regions of AWS, and what people call them.

From https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html, 2026-11-21.
"""

from __future__ import annotations

_REGIONS = """
    af-south-1 ap-east-1 ap-east-2 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2 ap-southeast-1
    ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-7 ca-central-1 ca-west-1 cn-north-1
    cn-northwest-1 eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-2 eu-west-3 il-central-1
    me-central-1 me-south-1 mx-central-1 sa-east-1 us-east-1 us-east-2 us-gov-east-1 us-gov-west-1 us-west-1 us-west-2
"""
_CITIES = {
    "dublin": "eu-west-1",
    "frankfurt": "eu-central-1",
    "ireland": "eu-west-1",
    "london": "eu-west-2",
    "ohio": "us-east-2",
    "oregon": "us-west-2",
    "paris": "eu-west-3",
    "singapore": "ap-southeast-1",
    "stockholm": "eu-north-1",
    "sydney": "ap-southeast-2",
    "tokyo": "ap-northeast-1",
    "virginia": "us-east-1",
}


def _short(region: str) -> str:
    """Return ``use1`` for ``us-east-1``, ``apse2`` for ``ap-southeast-2``."""
    *area, direction, number = region.split("-")
    for word in ("north", "south", "east", "west", "central"):
        direction = direction.replace(word, word[0])
    return "".join((*area, direction, number))


_NAMES = {
    **{region.replace("-", ""): region for region in _REGIONS.split()},
    **{_short(region): region for region in _REGIONS.split()},
    **_CITIES,
}


def region_called(name: str) -> str:
    """Return the region that *name* (``us_east_1``, ``use1``, ``virginia``) means, or an empty string."""
    return _NAMES.get(name.lower().replace("-", "").replace("_", ""), "")
