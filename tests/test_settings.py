"""What a person hands over with ``--set``."""

from __future__ import annotations

from types import MappingProxyType

import pytest
from worlds import World

from iacfix.transforms.engine import mend
from iacfix.transforms.findings import Tier
from iacfix.transforms.languages import language
from iacfix.transforms.outcome import Options
from iacfix.transforms.registry import FIXERS, Settings

TEMPLATE = """Parameters:
  DomainName:
    Type: String
    Default: example.com
Resources:
  Zone:
    Type: AWS::Route53::HostedZone
    Properties:
      Name: !Ref DomainName
"""
WRITTEN = """variable "domain_name" {
  type    = string
  default = "example.com"
}

provider "aws" {
  region = "eu-central-1"
}

resource "aws_route53_zone" "main" {
  name = "example.com"
}
"""


@pytest.mark.parametrize(("path", "text", "name"), [("a.yaml", TEMPLATE, "cloudformation"), ("a.tf", WRITTEN, "hcl")])
def test_a_reserved_domain_becomes_the_one_that_is_given(path: str, text: str, name: str) -> None:
    world, of = World({path: text}), language(name)
    settings = Settings(MappingProxyType({"domain_name": "orders.dev"}))
    options = Options((FIXERS["R53001"],), frozenset(Tier), settings=settings)
    after = mend(of, world.documents(of), world, options).documents[path].text
    assert after.count("orders.dev") == 1
    assert "example.com" not in after
    assert "var.domain_name" in after or "!Ref DomainName" in after
