"""A fix that changes what a name stands for is made by itself: what another one copies would be out of date."""

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
