"""CloudFormation's types and the Terraform types that are the same thing.

A twin says under which neutral name each property is read, what ``Ref`` returns, and what each
``Fn::GetAtt`` returns, in Terraform's words. The table is partial, and per type:

* a property that a twin does not list keeps its CloudFormation name: it has another shape in
  Terraform (the inline settings of a bucket, the targets of a rule), or nobody has needed it yet;
* a list of pairs that Terraform has as a map (tags, dimensions) is read as that map;
* a type that is built otherwise in the two worlds (inline policies, rules of a security group, the
  parts of an API) is *structural*: it has no twin and keeps its ``AWS::`` name;
* an attribute that means something else in the other world has a name of its own: ``LogGroup.Arn``
  ends in ``:*`` and Terraform's ``arn`` does not.

From the CloudFormation template reference ("Return values" of each type) and the documentation of
the Terraform AWS provider 6, read in November 2026.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

_WORD = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")

TAGS = ("Key", "Value")
DIMENSIONS = ("Name", "Value")


def snake(name: str) -> str:
    """Return *name* in Terraform's spelling: ``KmsMasterKeyId`` is ``kms_master_key_id``, ``DBName`` is ``db_name``."""
    return _WORD.sub("_", name).lower()


@dataclass(frozen=True)
class Names:
    """How the properties at one place of a type are called.

    *known* has neutral names by property, *below* the places inside, *pairs* the properties that are lists of pairs
    here and maps in Terraform. A place without a table (*known* empty) has the names that people gave.
    """

    known: Mapping[str, str] = field(default_factory=dict[str, str])
    below: Mapping[str, Names] = field(default_factory=dict[str, "Names"])
    pairs: Mapping[str, tuple[str, str]] = field(default_factory=dict[str, tuple[str, str]])

    def neutral(self, name: str) -> str:
        """Return the neutral name of the property *name*."""
        return self.known.get(name, name)

    def source(self, name: str) -> str | None:
        """Return the property that the neutral *name* stands for; None when there is none that we know."""
        for source, neutral in self.known.items():
            if neutral == name:
                return source
        return None if self.known and not name[:1].isupper() else name

    def inside(self, name: str) -> Names:
        """Return the names inside the property *name*."""
        return self.below.get(name, ANY)


ANY = Names()


@dataclass(frozen=True)
class Twin:
    """One type in both worlds.

    *attributes* has the neutral names of what ``Fn::GetAtt`` returns, *refs* those of what ``Ref`` returns, the one
    that is read first.
    """

    source: str
    type: str
    refs: tuple[str, ...]
    attributes: Mapping[str, str]
    names: Names

    @property
    def ref(self) -> str:
        """The neutral name of what ``Ref`` returns."""
        return self.refs[0]

    def attribute(self, name: str) -> str:
        """Return the neutral name of what ``Fn::GetAtt`` returns for *name*."""
        return self.attributes.get(name, name)

    def getatt(self, neutral: str) -> str | None:
        """Return the attribute of ``Fn::GetAtt`` that is *neutral*, or None."""
        found = next((name for name, known in self.attributes.items() if known == neutral), None)
        return found or (neutral if neutral[:1].isupper() else None)


def _names(table: Mapping[str, str], pairs: Mapping[str, tuple[str, str]]) -> Names:
    """Return the names of dotted paths: ``VpcConfig.SubnetIds``."""
    here = {path: name for path, name in table.items() if "." not in path}
    inner: dict[str, dict[str, str]] = {}
    for path, name in table.items():
        head, dot, rest = path.partition(".")
        if dot:
            inner.setdefault(head, {})[rest] = name
    return Names(here, {head: _names(rest, {}) for head, rest in inner.items()}, pairs)


def _twin(
    source: str,
    type_: str,
    ref: str,
    names: str,
    *,
    attributes: str = "",
    pairs: Mapping[str, tuple[str, str]] | None = None,
) -> Twin:
    """Make a twin from words: ``TopicName=name`` is renamed, ``DisplayName`` is spelled in snake case."""
    tags = {"Tags": TAGS} if "Tags" in names.split() else {}
    return Twin(
        source,
        type_,
        tuple(ref.split()),
        _words(attributes),
        _names(_words(names), {**tags, **(pairs or {})}),
    )


def _words(words: str) -> dict[str, str]:
    """Return the table that *words* spell."""
    found: dict[str, str] = {}
    for word in words.split():
        name, _, other = word.partition("=")
        found[name] = other or snake(name.rpartition(".")[2])
    return found


_TWINS = (
    _twin(
        "AWS::IAM::Role",
        "aws_iam_role",
        "name",
        "RoleName=name Path Description MaxSessionDuration PermissionsBoundary "
        "AssumeRolePolicyDocument=assume_role_policy ManagedPolicyArns Tags",
        attributes="Arn=arn RoleId=unique_id",
    ),
    _twin(
        "AWS::SNS::Topic",
        "aws_sns_topic",
        "arn",
        "TopicName=name DisplayName FifoTopic KmsMasterKeyId Tags",
        attributes="TopicName=name TopicArn=arn",
    ),
)


@cache
def _by_source() -> dict[str, Twin]:
    return {twin.source: twin for twin in _TWINS}


@cache
def _by_type() -> dict[str, Twin]:
    return {twin.type: twin for twin in reversed(_TWINS)}


def twin(source: str) -> Twin | None:
    """Return the twin of the CloudFormation type *source*."""
    return _by_source().get(source)


def twin_of(neutral: str) -> Twin | None:
    """Return the twin of the Terraform type *neutral*."""
    return _by_type().get(neutral)


def twins() -> tuple[Twin, ...]:
    """Return them all."""
    return _TWINS
