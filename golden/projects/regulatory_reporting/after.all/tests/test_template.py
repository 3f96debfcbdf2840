"""What template.json declares."""

import json
from collections import Counter
from pathlib import Path

import pytest

TEMPLATE = Path(__file__).parent.parent / "template.json"
DECLARED = [
    ("AWS::CloudWatch::Alarm", 1),
    ("AWS::EC2::EIP", 1),
    ("AWS::EC2::InternetGateway", 1),
    ("AWS::EC2::NatGateway", 1),
    ("AWS::EC2::Route", 2),
    ("AWS::EC2::RouteTable", 2),
    ("AWS::EC2::SecurityGroup", 2),
    ("AWS::EC2::Subnet", 3),
    ("AWS::EC2::SubnetRouteTableAssociation", 3),
    ("AWS::EC2::VPC", 1),
    ("AWS::EC2::VPCGatewayAttachment", 1),
    ("AWS::Events::Rule", 1),
    ("AWS::IAM::Policy", 1),
    ("AWS::IAM::Role", 2),
    ("AWS::KMS::Alias", 1),
    ("AWS::KMS::Key", 1),
    ("AWS::Lambda::Function", 3),
    ("AWS::Logs::LogGroup", 1),
    ("AWS::RDS::DBCluster", 1),
    ("AWS::RDS::DBInstance", 1),
    ("AWS::RDS::DBSubnetGroup", 1),
    ("AWS::S3::Bucket", 1),
    ("AWS::SecretsManager::Secret", 1),
    ("AWS::SecretsManager::SecretTargetAttachment", 1),
    ("AWS::StepFunctions::StateMachine", 1),
    ("Custom::DatabaseSchema", 1),
]
MUST_BE_GIVEN = ["RecipientEmail", "SourceEmail"]


@pytest.fixture(scope="module")
def template():
    return json.loads(TEMPLATE.read_text())


@pytest.mark.parametrize("kind,count", DECLARED)
def test_the_template_declares(template, kind, count):
    assert Counter(each["Type"] for each in template["Resources"].values())[kind] == count


def test_the_other_parameters_have_defaults(template):
    parameters = template.get("Parameters", {})
    assert sorted(name for name, each in parameters.items() if "Default" not in each) == MUST_BE_GIVEN


def test_cfn_lint_accepts_it():
    api = pytest.importorskip("cfnlint.api")
    config = pytest.importorskip("cfnlint.config").ManualArgs(ignore_checks=["W", "I"])
    assert not api.lint(TEMPLATE.read_text(), config=config)
