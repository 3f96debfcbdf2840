"""Which fixes are made by themselves: those that change what a name stands for, and those that leave something out."""

from __future__ import annotations

from worlds import ALL, World, fixed

from iacfix.transforms.registry import FIXERS

TEMPLATE = """\
Parameters:
  FunctionName:
    Type: String
    Default: work

Resources:
  Work:
    Type: AWS::Lambda::Function
    Properties:
      FunctionName: !Ref FunctionName
      Runtime: python3.13
      Handler: index.handler
      Role: !GetAtt Role.Arn
      Code:
        ZipFile: "def handler(event, context): pass"
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - {Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: sts:AssumeRole}
      Policies:
        - PolicyName: logs
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - Effect: Allow
                Action: logs:CreateLogGroup
                Resource: !Sub 'arn:aws:logs:${AWS::Region}:${AWS::AccountId}:*'
              - Effect: Allow
                Action: [logs:CreateLogStream, logs:PutLogEvents]
                Resource: !Sub 'arn:aws:logs:${AWS::Region}:${AWS::AccountId}:log-group:/aws/lambda/${FunctionName}:*'
"""


def test_no_fix_copies_a_name_that_changes_its_meaning() -> None:
    fixers = [FIXERS["IAM001"], FIXERS["NAM001"]]
    before = World({"template.yaml": TEMPLATE})
    suffixed = fixed(before, fixers=[FIXERS["NAM001"]]).world
    once = fixed(before, ALL, fixers).world

    assert once.files["template.yaml"].count("log-group:/aws/lambda/${FunctionName}-${EnvironmentSuffix}:*") == 2
    assert fixed(suffixed, ALL, fixers).world == once


WAITING = """\
{
  "Resources": {
    "Work": {
      "Type": "AWS::Lambda::Function",
      "Properties": {
        "Runtime": "python3.13",
        "Handler": "index.handler",
        "Role": { "Fn::GetAtt": ["Role", "Arn"] },
        "Code": { "S3Bucket": "code", "S3Key": "work.zip" }
      },
      "DependsOn": [
        "Role"
      ],
      "Metadata": { "Owner": "work" }
    },
    "Role": {
      "Type": "AWS::IAM::Role",
      "Properties": {
        "AssumeRolePolicyDocument": {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Effect": "Allow",
              "Principal": { "Service": "lambda.amazonaws.com" },
              "Action": "sts:AssumeRole"
            }
          ]
        }
      }
    },
    "Logs": {
      "Type": "AWS::IAM::Policy",
      "Properties": {
        "PolicyName": "logs",
        "Roles": [{ "Ref": "Role" }],
        "PolicyDocument": {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Effect": "Allow",
              "Action": "logs:PutLogEvents",
              "Resource": { "Fn::Sub": "arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:work:*" }
            }
          ]
        }
      }
    }
  }
}
"""


def test_what_is_needed_takes_the_place_of_what_is_needless() -> None:
    mended = fixed(World({"template.json": WAITING}), fixers=[FIXERS["CFN041"], FIXERS["DEP001"]])
    assert mended.world.files["template.json"] == WAITING.replace('        "Role"\n', '        "Logs"\n')
