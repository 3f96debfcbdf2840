"""Time ``check`` on generated CDKTF programs of five files each, and on as many Python files that are none.

``python -m benchmarks.python_programs [FILES]`` prints seconds and peak memory, and where the reader spends its time.
The programs are of the usual kind: a stack that makes constructs of three other files, which hand each other what they
hold, with loops, helper methods and policies.
"""

from __future__ import annotations

import cProfile
import os
import pstats
import resource
import sys
import tempfile
from pathlib import Path

from benchmarks.run import timed
from iacfix.transforms.languages import language
from iacfix.transforms.model import Document

APP = """import os

from cdktf import App

from lib.tap_stack import TapStack

environment_suffix = os.getenv("ENVIRONMENT_SUFFIX", "dev")
app = App()
TapStack(app, f"TapStack{environment_suffix}", environment_suffix=environment_suffix, aws_region="us-east-1")
app.synth()
"""
STACK = """from cdktf import S3Backend, TerraformOutput, TerraformStack
from cdktf_cdktf_provider_aws.provider import AwsProvider
from constructs import Construct

from .data import Data
from .network import Network
from .service import Service


class TapStack(TerraformStack):
    \"\"\"Stack number {n}.\"\"\"

    def __init__(self, scope: Construct, construct_id: str, **kwargs):
        super().__init__(scope, construct_id)
        environment_suffix = kwargs.get("environment_suffix", "dev")
        aws_region = kwargs.get("aws_region", "us-east-1")
        tags = {{"Environment": environment_suffix, "Stack": "{n}"}}
        AwsProvider(self, "aws", region=aws_region, default_tags=[{{"tags": tags}}])
        S3Backend(self, bucket="states", key=f"{{construct_id}}.tfstate", region=aws_region)
        network = Network(self, "network", environment_suffix=environment_suffix, aws_region=aws_region)
        data = Data(self, "data", network=network, environment_suffix=environment_suffix)
        service = Service(self, "service", network=network, data=data, environment_suffix=environment_suffix)
        TerraformOutput(self, "vpc_id", value=network.vpc.id)
        TerraformOutput(self, "table", value=data.table.name)
        TerraformOutput(self, "functions", value=[function.arn for function in service.functions])
"""
NETWORK = """from cdktf import Fn
from cdktf_cdktf_provider_aws.data_aws_availability_zones import DataAwsAvailabilityZones
from cdktf_cdktf_provider_aws.internet_gateway import InternetGateway
from cdktf_cdktf_provider_aws.route import Route
from cdktf_cdktf_provider_aws.route_table import RouteTable
from cdktf_cdktf_provider_aws.route_table_association import RouteTableAssociation
from cdktf_cdktf_provider_aws.security_group import SecurityGroup, SecurityGroupEgress, SecurityGroupIngress
from cdktf_cdktf_provider_aws.subnet import Subnet
from cdktf_cdktf_provider_aws.vpc import Vpc
from constructs import Construct


class Network(Construct):
    def __init__(self, scope: Construct, id: str, environment_suffix: str, aws_region: str):
        super().__init__(scope, id)
        self.vpc = Vpc(self, "vpc", cidr_block="10.{m}.0.0/16", enable_dns_hostnames=True)
        zones = DataAwsAvailabilityZones(self, "zones", state="available")
        gateway = InternetGateway(self, "gateway", vpc_id=self.vpc.id)
        table = RouteTable(self, "table", vpc_id=self.vpc.id)
        Route(self, "route", route_table_id=table.id, destination_cidr_block="0.0.0.0/0", gateway_id=gateway.id)
        self.subnets = []
        for i in range(3):
            subnet = Subnet(
                self,
                f"subnet_{{i}}",
                vpc_id=self.vpc.id,
                cidr_block=f"10.{m}.{{i}}.0/24",
                availability_zone=Fn.element(zones.names, i),
                tags={{"Name": f"subnet-{{i}}-{{environment_suffix}}"}},
            )
            RouteTableAssociation(self, f"association_{{i}}", subnet_id=subnet.id, route_table_id=table.id)
            self.subnets.append(subnet)
        self.groups = {{name: self._group(name, environment_suffix) for name in ("web", "application", "database")}}

    def _group(self, name: str, suffix: str):
        return SecurityGroup(
            self,
            f"group_{{name}}",
            name=f"{{name}}-{{suffix}}-{n}",
            vpc_id=self.vpc.id,
            ingress=[SecurityGroupIngress(from_port=443, to_port=443, protocol="tcp", cidr_blocks=["10.0.0.0/8"])],
            egress=[SecurityGroupEgress(from_port=0, to_port=0, protocol="-1", cidr_blocks=["0.0.0.0/0"])],
        )
"""
DATA = """from cdktf_cdktf_provider_aws.db_instance import DbInstance
from cdktf_cdktf_provider_aws.db_subnet_group import DbSubnetGroup
from cdktf_cdktf_provider_aws.dynamodb_table import DynamodbTable, DynamodbTableAttribute
from cdktf_cdktf_provider_aws.s3_bucket import S3Bucket
from cdktf_cdktf_provider_aws.s3_bucket_versioning import S3BucketVersioningA
from constructs import Construct


class Data(Construct):
    def __init__(self, scope: Construct, id: str, network, environment_suffix: str = "dev"):
        super().__init__(scope, id)
        self.suffix = environment_suffix
        self.table = DynamodbTable(
            self,
            "table",
            name=f"items-{{environment_suffix}}-{n}",
            billing_mode="PAY_PER_REQUEST",
            hash_key="id",
            attribute=[DynamodbTableAttribute(name="id", type="S")],
        )
        self.buckets = {{}}
        for name in ["uploads", "reports", "logs"]:
            bucket = S3Bucket(self, f"bucket_{{name}}", bucket=f"{{name}}-{{environment_suffix}}-{n}")
            S3BucketVersioningA(
                self, f"versioning_{{name}}", bucket=bucket.id, versioning_configuration={{"status": "Enabled"}}
            )
            self.buckets[name] = bucket
        group = DbSubnetGroup(self, "group", subnet_ids=[subnet.id for subnet in network.subnets])
        settings = {{"engine": "postgres", "instance_class": "db.t3.micro", "allocated_storage": 20}}
        self.database = DbInstance(
            self,
            "database",
            identifier=f"database-{{environment_suffix}}-{n}",
            db_subnet_group_name=group.name,
            vpc_security_group_ids=[network.groups["database"].id],
            manage_master_user_password=True,
            username="application",
            skip_final_snapshot=True,
            **settings,
        )
"""
SERVICE = """import json

from cdktf_cdktf_provider_aws.iam_role import IamRole
from cdktf_cdktf_provider_aws.iam_role_policy import IamRolePolicy
from cdktf_cdktf_provider_aws.iam_role_policy_attachment import IamRolePolicyAttachment
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction, LambdaFunctionEnvironment
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue
from constructs import Construct

from .data import Data
from .network import Network


class Service(Construct):
    def __init__(self, scope: Construct, id: str, network: Network, data: Data, environment_suffix: str = "dev"):
        super().__init__(scope, id)
        self.environment_suffix = environment_suffix
        self.functions = [self._function(name, data, network) for name in ("read", "write", "list", "delete")]

    def _function(self, name: str, data: Data, network: Network) -> LambdaFunction:
        role = IamRole(
            self,
            f"role_{{name}}",
            name=f"{{name}}-{{self.environment_suffix}}-{n}",
            assume_role_policy=json.dumps({{
                "Version": "2012-10-17",
                "Statement": [{{
                    "Effect": "Allow",
                    "Principal": {{"Service": "lambda.amazonaws.com"}},
                    "Action": "sts:AssumeRole",
                }}],
            }}),
        )
        IamRolePolicyAttachment(
            self,
            f"logs_{{name}}",
            role=role.{attribute},
            policy_arn="arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole",
        )
        IamRolePolicy(
            self,
            f"policy_{{name}}",
            role=role.name,
            policy=json.dumps({{
                "Version": "2012-10-17",
                "Statement": [
                    {{"Effect": "Allow", "Action": ["dynamodb:GetItem"], "Resource": data.table.arn}},
                    {{"Effect": "Allow", "Action": ["s3:GetObject"], "Resource": f"{{data.buckets['uploads'].arn}}/*"}},
                ],
            }}),
        )
        queue = SqsQueue(self, f"queue_{{name}}", name=f"{{name}}-failed-{{self.environment_suffix}}-{n}")
        return LambdaFunction(
            self,
            f"function_{{name}}",
            function_name=f"{{name}}-{{self.environment_suffix}}-{n}",
            role=role.arn,
            handler="index.handler",
            runtime="python3.12",
            s3_bucket=data.buckets["reports"].bucket,
            s3_key=f"{{name}}.zip",
            environment=LambdaFunctionEnvironment(variables={{"TABLE": data.table.name, "QUEUE": queue.url}}),
        )
"""
PLAIN = '''"""Module {n}, which has nothing to do with infrastructure."""

import json
import os


def work(value: int) -> str:
    return json.dumps({{"value": value + {n}, "home": os.getcwd()}})
'''


def programs(files: int) -> dict[str, str]:
    """Return programs of *files* files in all."""
    made: dict[str, str] = {}
    for n in range(files // 5):
        given = {"n": n, "m": n % 200, "attribute": "arn" if n % 10 == 0 else "name"}
        made[f"app{n}/tap.py"] = APP
        made[f"app{n}/cdktf.json"] = '{"language": "python", "app": "pipenv run python tap.py"}\n'
        for name, text in (("tap_stack", STACK), ("network", NETWORK), ("data", DATA), ("service", SERVICE)):
            made[f"app{n}/lib/{name}.py"] = text.format(**given)
    return made


def measured(files: dict[str, str]) -> str:
    """Check *files* in a process, and say how long it took, on the clock and of the processors, and its peak memory."""
    with tempfile.TemporaryDirectory() as folder:
        for path, text in files.items():
            file = Path(folder, path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds, memory = timed(Path(folder), "check", ".")
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        busy = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
        return f"{seconds:.2f} s ({busy:.2f} s of processors), {memory:.0f} MB at most in a process"


def main() -> None:
    """Print the figures."""
    files = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    made = programs(files)
    print(f"{os.cpu_count()} processors, {sum(map(len, made.values())) / 1e6:.1f} MB")
    print(f"{files} files of programs: {measured(made)}")
    others = {f"package{n % 50}/m{n}.py": PLAIN.format(n=n) for n in range(files)}
    print(f"{files} other Python files: {measured(others)}")
    python = language("cdktf")
    some = {p: Document(p, t, "cdktf") for p, t in programs(100).items() if p.endswith(".py")}
    with cProfile.Profile() as profile:
        for paths in python.group(some):
            component = python.read({path: some[path] for path in paths}, _Nowhere())
            for module in component.modules:
                for declared in module.resources:
                    _ = declared.body
    print("\nreading 100 files:")
    pstats.Stats(profile).sort_stats("cumulative").print_stats("transforms", 25)


class _Nowhere:
    """No files around."""

    closed = False

    def paths(self) -> frozenset[str]:
        """Return nothing."""
        return frozenset()

    def text(self, path: str) -> str | None:
        """Return nothing for *path*."""
        del path
        return None


if __name__ == "__main__":
    main()
