"""Modules that stop ``terraform init`` or ``validate``, and what Terraform says once they are mended."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from worlds import World, fixed

from iacfix.transforms.findings import Tier
from tests.oracles.schemas import schemas
from tests.oracles.terraform import Failure, Terraform, needs_terraform, terraform

TYPES = (
    "aws_caller_identity",
    "aws_cloudtrail",
    "aws_db_parameter_group",
    "aws_iam_role_policy_attachment",
    "aws_instance",
    "aws_region",
    "aws_s3_bucket",
    "aws_security_group",
    "aws_sqs_queue",
    "random_id",
)
PROVIDER = 'provider "aws" {\n  region = "us-east-1"\n}\n'

BROKEN: dict[str, dict[str, str]] = {
    "variables that nobody declares": {
        "main.tf": PROVIDER
        + """
resource "aws_instance" "web" {
  ami                    = var.ami
  instance_type          = "t3.micro"
  count                  = var.servers
  monitoring             = var.watched
  vpc_security_group_ids = var.groups

  tags = {
    Name = "web-${var.team}-${var.servers}"
  }
}
"""
    },
    "data sources and misspelt names": {
        "main.tf": PROVIDER
        + """
variable "environment" {}

locals {
  common_tags = { team = "shop" }
}

resource "aws_s3_bucket" "data" {
  bucket = "data-${data.aws_caller_identity.current.account_id}-${data.aws_region.current.id}"
  tags   = merge(local.common_tag, { env = var.enviroment })
}
"""
    },
    "everything twice": {
        "main.tf": """
terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

provider "aws" {
  region = var.region
}

variable "region" {
  default = "us-east-1"
}

output "queue" {
  value = aws_sqs_queue.jobs.arn
}
""",
        "provider.tf": """
terraform {
  required_providers {
    random = {
      source = "hashicorp/random"
    }
  }
}

provider "aws" {
  region = var.region
}
""",
        "variables.tf": 'variable "region" {\n  default     = "us-east-1"\n  description = "where"\n}\n',
        "outputs.tf": 'output "queue" {\n  value = aws_sqs_queue.jobs.arn\n}\n',
        "queues.tf": 'resource "aws_sqs_queue" "jobs" {\n  name = "jobs"\n}\n',
        "names.tf": 'resource "random_id" "x" {\n  byte_length = 4\n}\n',
    },
    "an answer that was pasted whole": {
        "main.tf": "Here it is:\n\n```hcl\n" + PROVIDER + "```\n\nIt does nothing yet.\n",
    },
    "settings outside": {
        "main.tf": 'required_providers {\n  aws = {\n    source = "hashicorp/aws"\n  }\n}\n\n' + PROVIDER,
    },
    "aliases": {
        "main.tf": PROVIDER
        + """
provider "aws" {
  alias  = "replica"
  region = "us-west-2"
}

variable "dr_region" {
  default = "eu-west-1"
}

resource "aws_s3_bucket" "cdn" {
  provider = aws.us_east_1
}

resource "aws_s3_bucket" "copy" {
  provider = aws.replcia
}

resource "aws_s3_bucket" "dr" {
  provider = aws.dr
}
"""
    },
}


@pytest.fixture(scope="module")
def judge() -> Iterator[Terraform]:
    with terraform(schemas(types=TYPES)) as found:
        yield found


def errors(judge: Terraform, world: World, folder: Path) -> list[str]:
    """Return what Terraform has against *world*."""
    for path, text in world.files.items():
        (folder / path).write_text(text)
    try:
        return [found.summary for found in judge.validate(folder) if found.severity == "error"]
    except Failure as failure:
        return [str(failure)]


@needs_terraform
@pytest.mark.parametrize("name", BROKEN)
def test_a_mended_module_is_valid(name: str, judge: Terraform, tmp_path: Path) -> None:
    world = World(BROKEN[name])
    (tmp_path / "before").mkdir()
    (tmp_path / "after").mkdir()
    assert errors(judge, world, tmp_path / "before")
    assert not errors(judge, fixed(world, [Tier.FRESH]).world, tmp_path / "after")
