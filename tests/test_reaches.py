"""What a fix says it reaches: all that takes its value from what it changes, near and far."""

from __future__ import annotations

from worlds import ALL, World, fixed

from iacfix.transforms.registry import FIXERS

ROOT = """
provider "aws" {}

locals {
  name = "orders"
}

resource "aws_s3_bucket" "store" {
  bucket = local.name
}

resource "aws_iam_role" "worker" {
  name               = "${local.name}-worker"
  assume_role_policy = "{}"
}

resource "aws_iam_role_policy_attachment" "worker" {
  role       = aws_iam_role.worker.name
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}

module "job" {
  source = "./job"
  script = "s3://${aws_s3_bucket.store.bucket}/job.py"
}
"""
JOB = """
variable "script" {
  type = string
}

resource "aws_glue_job" "job" {
  name_prefix = "job"
  role_arn    = "arn:aws:iam::123456789012:role/job"

  command {
    script_location = var.script
  }
}
"""


def test_what_reads_a_part_is_reached_too() -> None:
    world = World({"main.tf": ROOT, "job/main.tf": JOB})
    reports = fixed(world, ALL, [FIXERS["NAM001"]]).reports
    reaches = {(reach.address, reach.argument) for r in reports for a in r.alternatives for reach in a.reaches}

    assert ("aws_iam_role_policy_attachment.worker", "role") in reaches
    assert ("aws_glue_job.job", "command.script_location") in reaches
