"""Which of the names that a provider knows somebody meant who wrote another one."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable

# Names that are found in so many blocks that they do not tell which of them is meant.
COMMON = frozenset(
    [
        "action",
        "actions",
        "arn",
        "bucket",
        "condition",
        "count",
        "default",
        "description",
        "enabled",
        "filter",
        "id",
        "key",
        "kms_key_id",
        "kms_key_arn",
        "mode",
        "name",
        "path",
        "port",
        "prefix",
        "priority",
        "protocol",
        "region",
        "role",
        "role_arn",
        "rule",
        "source",
        "status",
        "tags",
        "target",
        "type",
        "value",
        "values",
        "version",
        "weight",
    ]
)
_AUTH = ("auth", "authentication", "authorization")  # what it is short for
_KEYS = ("id", "identifier")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
# Words that mean one thing in names.
_SAME = {
    "azs": "az",
    "ids": "id",
    "ips": "ip",
    "addr": "address",
    "config": "configuration",
    "conf": "configuration",
    "db": "database",
    "desc": "description",
    "env": "environment",
    "idx": "index",
    "max": "maximum",
    "min": "minimum",
    "num": "number",
    "sec": "second",
    "sg": "securitygroup",
    "stat": "statistic",
    "throttl": "throttle",
}
# Names of one thing, of which each type knows another one.
_SYNONYMS = (
    {"kms_key_id", "kms_key_arn", "kms_key", "kms_master_key_id", "kms_arn", "kms_id", "encryption_key_arn"},
    {"retention_in_days", "retention_days", "retention_period_days", "log_retention_days", "log_retention_in_days"},
    {"security_groups", "security_group_ids", "vpc_security_group_ids", "sg_ids"},
    {"subnets", "subnet_ids", "subnets_ids", "vpc_subnet_ids"},
    {"timeout", "timeout_seconds", "timeout_in_seconds"},
)
# Words that mean opposites: names that differ in them are no misspellings of each other.
_OPPOSITES = (
    {"enable", "disable"},
    {"enabled", "disabled"},
    {"minimum", "maximum"},
    {"read", "write"},
    {"reader", "writer"},
    {"ingress", "egress"},
    {"inbound", "outbound"},
    {"source", "destination", "target"},
    {"from", "to"},
    {"start", "end", "stop"},
    {"allow", "deny", "block"},
    {"public", "private"},
    {"primary", "secondary"},
    {"include", "exclude"},
    {"included", "excluded"},
    {"request", "response"},
    {"weekly", "daily", "monthly", "hourly"},
    {"ipv4", "ipv6"},
    {"before", "after"},
    {"key", "value"},
    {"create", "update", "delete"},
)


def stem(word: str) -> str:
    """Return *word* without its endings: plural, participle."""
    word = _SAME.get(word, word)
    if word.endswith("ies"):
        word = f"{word[:-3]}y"
    elif word.endswith("ses"):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is", "as")):
        word = _shorter(word, "s")
    return _SAME.get(short := _shorter(word, "ing", "ed", "e"), short)


def _shorter(word: str, *endings: str) -> str:
    ending = next((ending for ending in endings if word.endswith(ending)), "")
    return word.removesuffix(ending) if len(word) - len(ending) >= 3 else word


# Words that say how something is given, rather than what it is.
_MANNER = frozenset(
    map(
        stem,
        [
            "arn",
            "aws",
            "configuration",
            "count",
            "enabled",
            "days",
            "gb",
            "id",
            "in",
            "is",
            "list",
            "mb",
            "minutes",
            "name",
            "seconds",
            "settings",
            "use",
        ],
    )
)
# Words of which names that are wanted have the one or the other, with a value that tells.
_EXCHANGED = [
    frozenset(map(stem, group))
    for group in (("destination", "target"), ("size", "capacity"), ("log", "logging"), ("id", "arn", "name"))
]
_OPPOSED = [frozenset(map(stem, group)) for group in _OPPOSITES]


def words(name: str) -> tuple[str, ...]:
    """Return the stems of the words of *name*, in camel case, too."""
    name = _CAMEL.sub("_", name)
    return tuple(stem(word) for word in name.lower().replace("-", "_").split("_") if word)


def same_word(name: str, others: Iterable[str]) -> list[str]:
    """Return those of *others* that are *name* in another number or spelling."""
    own = words(name)
    meant = [own] if "auth" not in own else [words(re.sub("auth", auth, name)) for auth in _AUTH]
    if len(own) > 1 and own[-1] in _KEYS:
        meant = [(*own[:-1], key) for key in _KEYS]
    return [other for other in others if words(other) in meant]


def said_otherwise(name: str, others: Iterable[str], context: Iterable[str] = ()) -> list[str]:
    """Return those of *others* that say *name* with more or fewer words of manner, or of what it belongs to."""
    free = _MANNER | set(context)
    own = set(words(name))
    said = [(other, set(words(other))) for other in others]
    return [other for other, its in said if (its < own or own < its) and its ^ own <= free and its & own - _MANNER]


def synonyms(name: str, others: Iterable[str]) -> list[str]:
    """Return those of *others* that services use for what others of them call *name*."""
    groups = [group for group in _SYNONYMS if name in group]
    return [other for other in others if any(other in group for group in groups)]


def of_itself(name: str, others: Iterable[str], context: Iterable[str]) -> list[str]:
    """Return those of *others* that differ from *name* only in words of *context*, what it is said of."""
    context, own = set(context), set(words(name))
    said = [(other, set(words(other))) for other in others]
    return [other for other, its in said if its and (its < own or own < its) and its ^ own <= context]


def longer(name: str, others: Iterable[str]) -> list[str]:
    """Return those of *others* that say *name* and then one or two words more."""
    own = words(name)
    said = [(other, words(other)) for other in others]
    return [other for other, its in said if its[: len(own)] == own and 0 < len(its) - len(own) <= 2]


def around(name: str, others: Iterable[str]) -> list[str]:
    """Return those of *others* that have all words of *name*, in their order, and one or two more.

    They come before or behind those of *name*; one of them, or of a *name* of three words and more, may be in between.
    """
    own = words(name)
    said = [(other, words(other)) for other in others if 0 < len(words(other)) - len(own) <= 2]
    return [
        other
        for other, its in said
        if own in {its[: len(own)], its[-len(own) :]}
        or (len(own) > 1 and len(its) - len(own) < len(own) and _in_order(own, its))
    ]


def wanted(name: str, others: Iterable[str]) -> list[str]:
    """Return those of *others*, which are wanted, that begin or end with *name*, or with which it does.

    So are those that call the same end, or the same thing, otherwise.
    """
    own = words(name)
    said = [(other, words(other)) for other in others]
    return [
        other
        for other, its in said
        if _in_order(own, its) or own[-len(its) :] == its or own[: len(its)] == its or exchanged(name, other)
    ]


def _in_order(some: tuple[str, ...], all_: tuple[str, ...]) -> bool:
    left = iter(all_)
    return all(word in left for word in some)


def exchanged(name: str, other: str) -> bool:
    """Say whether one word differs, which is another for the same: where it goes, or what it is told by."""
    one, other_ = words(name), words(other)
    differ = [{a, b} for a, b in zip(one, other_, strict=False) if a != b]
    return len(one) == len(other_) > 1 and len(differ) == 1 and any(differ[0] <= group for group in _EXCHANGED)


def misspelt(name: str, others: Iterable[str]) -> list[str]:
    """Return those of *others* that *name* may be a misspelling of: word by word, nearly the same."""
    return [other for other in others if _nearly(words(name), words(other))]


def shortened(name: str, others: Iterable[str]) -> list[str]:
    """Return those of *others* that differ from *name* in one word, which is the beginning or the end of the other."""
    own = name.lower().split("_")
    found: list[str] = []
    for other in others:
        its = other.lower().split("_")
        pairs = [(a, b) for a, b in zip(own, its, strict=False) if a != b]
        if len(own) == len(its) and len(pairs) == 1 and _short_for(*sorted(pairs[0], key=len)):
            found.append(other)
    return found


def _short_for(short: str, long: str) -> bool:
    return len(short) >= 3 and (long.startswith(short) or (len(short) >= 4 and long.endswith(short)))


def like(name: str, others: Iterable[str], most: int = 3) -> list[str]:
    """Return those of *others* that come near *name*, the nearest first: to be named, not to be taken."""
    others = sorted(others)
    shared = [o for o in others if set(words(o)) - _MANNER & set(words(name)) and set(words(o)) & set(words(name))]
    near = difflib.get_close_matches(name, others, most, 0.8)
    near += [o for o in difflib.get_close_matches(name, shared, most, 0.5) if o not in near]
    return near[:most]


def _nearly(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if len(one) != len(other):
        return "".join(one) == "".join(other)
    pairs = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return all(_alike(a, b) for a, b in pairs) and len(pairs) <= max(1, len(one) // 2)


def _alike(one: str, other: str) -> bool:
    """Say whether two words differ in a letter or two, and are not opposites."""
    if any(one in group and other in group for group in _OPPOSED):
        return False
    if {one, other} in ({short, f"{short}{ending}"} for short in (one, other) for ending in ("ion", "er")):
        return True
    if min(len(one), len(other)) < 5:
        return False
    return difflib.SequenceMatcher(None, one, other).ratio() >= 0.84
