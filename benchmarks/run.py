"""Time ``check`` and ``apply`` on a generated tree, each in a process of its own.

``python benchmarks/run.py [FILES]`` prints files and bytes per second and peak memory. The tree is Terraform, CDKTF
Python and CloudFormation in the proportions of public repositories, with a mistake in some of the files.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TERRAFORM = """variable "region" {{
  description = "Region that module {n} is deployed to."
  type        = string
  default     = "eu-west-1"
}}

{provider}locals {{
  tags = {{
    Team   = "team-{n}"
    Region = var.region
  }}
}}

resource "aws_iam_role" "app" {{
  name_prefix        = "app-{n}-"
  assume_role_policy = jsonencode({{
    Version = "2012-10-17"
    Statement = [{{
      Effect    = "Allow"
      Principal = {{ Service = "lambda.amazonaws.com" }}
      Action    = "sts:AssumeRole"
    }}]
  }})
  tags = local.tags
}}

resource "aws_iam_role_policy_attachment" "app" {{
  role       = aws_iam_role.app.{attribute} # the role of module {n}
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}}
"""
RULE = """
resource "aws_security_group_rule" "rule_{k}" {{
  # Rule {k} of module {n}.
  type              = "ingress"
  from_port         = {k}
  to_port           = {k}
  protocol          = "tcp"
  cidr_blocks       = ["10.{k}.0.0/16", "10.{k}.128.0/17"]
  security_group_id = "sg-${{var.region}}-{k}"
  description       = "Port {k} for ${{local.tags["Team"]}}"
}}
"""
TEMPLATE = """Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - {{Effect: Allow, Principal: {{Service: lambda.amazonaws.com}}, Action: sts:AssumeRole}}
  Profile:
    Type: AWS::IAM::InstanceProfile
    Properties:
      Roles:
        - {role} # template {n}
"""
PROGRAM = """from cdktf import TerraformStack
from cdktf_cdktf_provider_aws.iam_role import IamRole
from cdktf_cdktf_provider_aws.iam_role_policy_attachment import IamRolePolicyAttachment


class Stack{n}(TerraformStack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        role = IamRole(self, "app", name_prefix="app-", assume_role_policy="{{}}")
        IamRolePolicyAttachment(
            self, "read", role=role.{attribute}, policy_arn="arn:aws:iam::aws:policy/ReadOnlyAccess"
        )
"""


def generate(root: Path, files: int) -> int:
    """Write a tree of *files* files below *root* and return its bytes."""
    total = 0
    for n in range(files):
        attribute = "arn" if n % 10 == 0 else "name"
        if n % 20 == 18:
            path, text = f"templates/t{n}.yaml", TEMPLATE.format(n=n, role="!GetAtt Role.Arn" if n % 3 else "!Ref Role")
        elif n % 20 == 19:
            path, text = f"stacks/s{n}.py", PROGRAM.format(n=n, attribute=attribute)
        else:
            provider = 'provider "aws" {\n  region = var.region\n}\n\n' if n % 7 == 0 else ""
            text = TERRAFORM.format(n=n, attribute=attribute, provider=provider)
            text += "".join(RULE.format(n=n, k=k) for k in range(1, 12))
            path = f"modules/m{n}/main.tf"
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
        total += len(text)
    return total


def timed(root: Path, *arguments: str) -> tuple[float, float]:
    """Run iacfix and return its seconds and its peak memory in MB."""
    began = time.perf_counter()
    ran = subprocess.run([sys.executable, "-m", "iacfix", *arguments], cwd=root, check=False, stdout=subprocess.DEVNULL)
    assert ran.returncode in {0, 1}, ran.returncode
    seconds = time.perf_counter() - began
    return seconds, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def main() -> None:
    """Print the figures."""
    files = int(sys.argv[1]) if len(sys.argv) > 1 else 4000
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        size = generate(root, files)
        print(f"{files} files, {size / 1e6:.1f} MB, {os.cpu_count()} processors")
        for arguments in (("--version",), ("check", "."), ("apply", ".")):
            seconds, memory = timed(root, *arguments)
            rate = (
                ""
                if arguments == ("--version",)
                else f"{files / seconds:9.0f} files/s {size / seconds / 1e6:6.2f} MB/s"
            )
            print(f"{' '.join(arguments):12} {seconds:7.2f} s {rate:30} {memory:6.0f} MB at most in a process")


if __name__ == "__main__":
    main()
