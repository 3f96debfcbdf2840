"""What a property of a template takes, where that is a list of words, and which of them is meant by another word."""

from __future__ import annotations

import re

from iacfix.transforms.durations import as_long
from iacfix.transforms.facts.cloudformation import engines
from iacfix.transforms.facts.twins import snake
from iacfix.transforms.likeness import around, longer, of_itself, same_word
from iacfix.transforms.likeness import words as parts
from iacfix.transforms.properties import Given

# What people write, and what is meant by it where that is accepted.
MEANT: dict[str | bool, tuple[str, ...]] = {
    True: ("Enabled", "ENABLED", "enabled", "ON", "On"),
    False: ("Disabled", "DISABLED", "disabled", "OFF", "Off"),
    "true": ("Enabled", "ENABLED", "enabled"),
    "false": ("Disabled", "DISABLED", "disabled"),
    "On": ("Enabled", "ENABLED"),
    "Off": ("Disabled", "DISABLED"),
    ">": ("GreaterThanThreshold",),
    ">=": ("GreaterThanOrEqualToThreshold",),
    "<": ("LessThanThreshold",),
    "<=": ("LessThanOrEqualToThreshold",),
    "GreaterThan": ("GreaterThanThreshold",),
    "LessThan": ("LessThanThreshold",),
    "GreaterThanOrEqualTo": ("GreaterThanOrEqualToThreshold",),
    "LessThanOrEqualTo": ("LessThanOrEqualToThreshold",),
    "STANDARD_INFREQUENT_ACCESS": ("STANDARD_IA",),
    "INFREQUENT_ACCESS": ("STANDARD_IA",),
    "ONE_ZONE_IA": ("ONEZONE_IA",),
    "INTELLIGENT-TIERING": ("INTELLIGENT_TIERING",),
    "ON_DEMAND": ("PAY_PER_REQUEST",),
    "PAY_PER_USE": ("PAY_PER_REQUEST",),
    "String": ("S",),
    "STRING": ("S",),
    "Number": ("N",),
    "NUMBER": ("N",),
    "Binary": ("B",),
    "KMS": ("aws:kms",),
    "SSE-KMS": ("aws:kms",),
    "SSE-S3": ("AES256",),
    "NEW_AND_OLD_IMAGE": ("NEW_AND_OLD_IMAGES",),
    "aws:kms": ("KMS", "SSE_KMS", "SSE-KMS"),
    "PARTITION": ("HASH",),
    "Partition": ("HASH",),
    "SORT": ("RANGE",),
    "Sort": ("RANGE",),
    "postgresql": ("postgres",),
    "PostgreSQL": ("postgres",),
}
ROUNDED = {"RetentionInDays"}
# Lists that grow: what they do not have may be new.
GROWING = re.compile(r"(?:Runtimes?|.*Types?|.*Class|.*Version|.*Region|Engine|Family|.*Country.*|Identifier)$")
ENGINE = "Engine"
# What the schema gives as a pattern: what is accepted (template reference, November 2026).
ACCEPTED: dict[tuple[str, str], tuple[str, ...]] = {
    ("AWS::CloudFront::OriginAccessControl", "OriginAccessControlConfig.OriginAccessControlOriginType"): (
        *("lambda", "mediapackagev2", "mediastore", "s3"),
    ),
    ("AWS::DynamoDB::Table", "KeySchema.KeyType"): ("HASH", "RANGE"),
}


def words(each: Given) -> tuple[str | int | float | bool, ...]:
    """Return what is accepted, where that is known."""
    type_ = each.place.type.name
    if each.entry.name == ENGINE and not each.place.path:
        return tuple(engines(type_))
    return each.shape.words or ACCEPTED.get((type_, each.place.plain(each.entry.name)), ())


def is_growing(each: Given) -> bool:
    """Say whether what a property takes is a list that grows."""
    return GROWING.fullmatch(each.entry.name) is not None


def takes(each: Given, value: str | float | bool | None) -> bool:
    """Say whether a property takes *value*."""
    known = {str(word) for word in words(each)}
    said = str(value)
    if each.shape.any_case or isinstance(value, bool) or each.entry.name == ENGINE:
        return said.lower() in {word.lower() for word in known}
    return said in known or "{{resolve:" in said


def meant(each: Given, value: str | float | bool | None) -> list[str | int]:
    """Return what *value* may mean of what is accepted."""
    known = words(each)
    if each.entry.name in ROUNDED and str(value).isdecimal():
        numbers = [int(word) for word in known if str(word).isdecimal()]
        higher = [number for number in numbers if number > int(str(value))]
        return [min(higher)] if higher else []
    if isinstance(value, str | bool) and (found := [word for word in MEANT.get(value, ()) if word in known]):
        return list(found)
    texts = [word for word in known if isinstance(word, str)]
    plain = [word for word in texts if _plain(word) == _plain(str(value))]
    if plain or not isinstance(value, str) or GROWING.fullmatch(each.entry.name):
        return list(plain)
    said, own = _spaced(value), {_spaced(word): word for word in texts}
    context = set(parts(snake(each.entry.name)))
    near = [*same_word(said, own), *around(said, own), *longer(said, own), *of_itself(said, own, context)]
    return [own[word] for word in dict.fromkeys(near)] or list(as_long(value, texts))


def _spaced(word: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", word.lower()).strip("_")


def _plain(word: str) -> str:
    return re.sub(r"[-_. :]", "", word).lower()
