from __future__ import annotations

import json
from textwrap import dedent

import cfn_flip
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iacfix.transforms.languages.cloudformation import CloudFormation
from iacfix.transforms.model import (
    Call,
    Component,
    Conditional,
    Document,
    Kind,
    Literal,
    Mapping,
    Module,
    Opaque,
    Position,
    Reference,
    Sequence,
    Template,
    Value,
    mapping,
    text,
    walk,
)

LANGUAGE = CloudFormation()

WHOLE = """\
AWSTemplateFormatVersion: '2010-09-09'
Description: "Ünïcode before everything else 🙂"
Parameters:
  Env:
    Type: String
    Default: dev
    AllowedPattern: '^[a-z]+$'
    NoEcho: true
Mappings:
  Sizes:
    dev: {memory: 128}
Conditions:
  IsProd: !Equals [!Ref Env, prod]
  Either: !Or [!Condition IsProd, !Equals [a, b]]
Resources:
  # the role of the function
  Role:
    Type: AWS::IAM::Role
    DeletionPolicy: Retain
    Properties:
      RoleName: !Sub 'app-${Env}'
      AssumeRolePolicyDocument:
        Version: 2012-10-17
        Statement:
          - Effect: Allow
            Principal: {Service: lambda.amazonaws.com}
            Action: sts:AssumeRole
      Tags:
        - Key: Name
          Value: app  # the name
        - {Value: !Ref 'AWS::Region', Key: Region}
  Function:
    Type: AWS::Lambda::Function
    Condition: IsProd
    DependsOn: [Role]
    Properties:
      FunctionName: !Join ['-', [app, !Ref Env, fn]]
      Role: !GetAtt Role.Arn
      MemorySize: !FindInMap [Sizes, !Ref Env, memory]
      Timeout: 3
      VpcConfig: !If
        - IsProd
        - SubnetIds: !Split [',', !ImportValue subnets]
        - !Ref AWS::NoValue
      Environment:
        Variables:
          LOGS: !Sub
            - '${Group}/${!kept}/x'
            - Group: !GetAtt Logs.Arn
      Code:
        ZipFile: |
          # no comment
          print("x")
  Logs:
    Type: AWS::Logs::LogGroup
Outputs:
  Name:
    Value: !Ref Function
    Export:
      Name: !Sub '${AWS::StackName}-fn'
"""


def read(source: str, path: str = "template.yaml") -> Component:
    return LANGUAGE.read({path: Document(path, source, "cloudformation")}, None)  # type: ignore[arg-type]


def module(source: str, path: str = "template.yaml") -> Module:
    component = read(source, path)
    assert not component.problems
    (found,) = component.modules
    return found


def value(source: str) -> Value:
    """Return what *source* means as the only property of a resource; there is a role and a parameter beside it."""
    template = dedent("""\
        Parameters: {Env: {Type: String}}
        Conditions: {Yes: !Equals [a, a]}
        Resources:
          Role: {Type: AWS::IAM::Role}
          Thing:
            Type: Custom::Thing
            Properties:
              It: """)
    found = module(template + source.replace("\n", "\n" + " " * 6) + "\n").find(Kind.RESOURCE, "Custom::Thing", "Thing")
    assert found is not None
    read_value = found.get("It")
    assert read_value is not None
    return read_value


def env() -> Reference:
    return Reference(Kind.INPUT, "", "Env")


def role(*path: str) -> Reference:
    return Reference(Kind.RESOURCE, "aws_iam_role", "Role", path)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("plain", text("plain")),
        ("3", text(3)),
        ("'3'", text("3")),
        ("1.5", text(1.5)),
        ("yes", text(True)),
        ("2012-10-17", text("2012-10-17")),
        ("0123456701", Opaque("0123456701")),
        ("089", text("089")),
        ("~", Opaque("~")),
        ("!Ref Env", env()),
        ("{Ref: Env}", env()),
        ("!Ref AWS::NoValue", text(None)),
        ("!Ref AWS::Region", Reference(Kind.BUILTIN, "", "AWS::Region")),
        ("!Ref Role", role("name")),
        ("!Ref Nobody", Reference(Kind.RESOURCE, "", "Nobody", ("Ref",))),
        ("!GetAtt Role.Arn", role("arn")),
        ("!GetAtt [Role, Arn]", role("arn")),
        ("{'Fn::GetAtt': [Role, Arn]}", role("arn")),
        ("{Fn::GetAtt: Role.Arn}", role("arn")),
        ("!GetAtt Role.Other.Thing", role("Other.Thing")),
        ("!Sub 'a-${Env}${Role.Arn}'", Template((text("a-"), env(), role("arn")))),
        ("!Sub '${!Env}'", Template((text("${Env}"),))),
        ("!Sub ['${X}-${Env}', {X: b}]", Template((text("b-"), env()))),
        ("!Sub '${X:-bash}'", Template((Reference(Kind.OTHER, "", "X:-bash"),))),
        ("!Join ['-', [a, !Ref Env, b, c]]", Template((text("a-"), env(), text("-b-c")))),
        ("!Join ['', !Ref Env]", Call("Fn::Join", (text(""), env()))),
        ("!If [Yes, 1, 2]", Conditional(Reference(Kind.CONDITION, "", "Yes"), text(1), text(2))),
        ("!Select [0, !GetAZs '']", Call("Fn::Select", (text(0), Call("Fn::GetAZs", (text(""),))))),
        ("{Fn::Base64: !Sub '${Env}'}", Call("Fn::Base64", (Template((env(),)),))),
        ("{Condition: x}", mapping(Condition=text("x"))),
        ("[a, {b: c}]", Sequence((text("a"), mapping(b=text("c"))))),
        ("!Unknown x", Opaque("!Unknown x")),
    ],
)
def test_each_construct_has_its_neutral_value(source: str, expected: Value) -> None:
    assert value(source) == expected


def test_template_is_read_under_neutral_names() -> None:
    found = module(WHOLE)
    names = [(r.kind, r.type, r.name) for r in found.resources if r.kind is not Kind.OTHER]
    assert names == [
        (Kind.INPUT, "", "Env"),
        (Kind.MAPPING, "", "Sizes"),
        (Kind.CONDITION, "", "IsProd"),
        (Kind.CONDITION, "", "Either"),
        (Kind.RESOURCE, "aws_iam_role", "Role"),
        (Kind.RESOURCE, "aws_lambda_function", "Function"),
        (Kind.RESOURCE, "aws_cloudwatch_log_group", "Logs"),
        (Kind.OUTPUT, "", "Name"),
    ]
    iam_role, function, logs = found.of(Kind.RESOURCE)
    assert found.deployable
    assert iam_role.source_type == "AWS::IAM::Role"
    assert iam_role.get("assume_role_policy", "Version") == text("2012-10-17")
    tags = iam_role.get("tags")
    assert isinstance(tags, Mapping)
    assert tags == mapping(Name=text("app"), Region=Reference(Kind.BUILTIN, "", "AWS::Region"))
    assert iam_role.meta.get("DeletionPolicy") == text("Retain")
    assert function.get("role") == role("arn")
    assert isinstance(branch := function.get("vpc_config"), Conditional)
    assert isinstance(branch.then, Mapping)
    assert branch.then.names == {"subnet_ids"}
    assert function.meta.get("Condition") == Reference(Kind.CONDITION, "", "IsProd")
    assert function.meta.get("DependsOn") == Sequence((role(),))
    assert logs.body == Mapping(())
    assert found.users(logs) == [function]
    environment = function.get("environment", "Variables", "LOGS") or function.get("environment", "variables", "LOGS")
    assert isinstance(environment, Template)
    assert environment.parts[0] == logs.reference("arn:*")
    assert environment.parts[1] == text("/${kept}/x")
    parameter = next(found.of(Kind.INPUT))
    assert (parameter.value, parameter.get("sensitive")) == (text("dev"), text(True))


def test_yaml_and_json_read_to_equal_values() -> None:
    as_json = cfn_flip.to_json(WHOLE)
    left, right = module(WHOLE), module(as_json, "template.json")
    assert [(r.key, r.body, r.meta) for r in left.resources] == [(r.key, r.body, r.meta) for r in right.resources]


def test_origins_slice_what_was_read() -> None:
    component = read(WHOLE)
    (found,) = component.modules
    for resource in found.resources:
        for _, inner in resource.walk():
            if isinstance(inner, Literal) and isinstance(inner.value, str) and inner.origin:
                assert inner.value.strip()[:2] in component.source(inner.origin)


@pytest.mark.parametrize(
    "source",
    [
        "apiVersion: v1\nkind: Service\nspec: {Type: 'a::b', Resources: {}}\n",
        "openapi: 3.0.0\ncomponents: {Resources: {x: {Type: 'AWS::X::Y'}}}\n",
        "resources:\n  Resources:\n    A: {Type: AWS::SNS::Topic}\n",
        "Resources:\n  A: {Type: AWS::SNS::Topic}\n---\nResources:\n  B: {Type: AWS::SNS::Topic}\n",
        "Resources:\n{% for x in y %}\n  A:\n    Type: AWS::SNS::Topic\n{% endfor %}\n",
        "Resources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties: {TopicName: '${self:custom.name}'}\n",
        "Resources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: {{ name }}\n",
        "Resources:\n  - Type: AWS::SNS::Topic\n",
        '{"Resources": {"A": {"Type": "Helm::less"}}, "other": ::}',
    ],
)
def test_what_is_no_template_is_left_alone_silently(source: str) -> None:
    component = read(source)
    if LANGUAGE.claims("template.yaml", source):
        assert not component.modules
        assert not component.problems


@pytest.mark.parametrize(
    ("path", "source", "message", "position"),
    [
        ("t.yaml", "Resources:\n  A:\n    Type: AWS::SNS::Topic\n  A:\n    Type: AWS::SNS::Topic\n", "twice", (4, 3)),
        ("t.yaml", "Resources:\n  A:\n    Type: AWS::SNS::Topic\n   B: [\n", "not YAML", None),
        ("t.json", '{"Resources": {"A": {"Type": "AWS::SNS::Topic",}}}', "not JSON", None),
        ("t.json", '{"Resources": {"A": {"Type": "AWS::SNS::Topic"},\n "A": 1}}', "twice", (2, 2)),
        ("t.json", '// x\n{"Resources": {"A": {"Type": "AWS::SNS::Topic"}}}', "not JSON", (1, 1)),
    ],
)
def test_broken_templates_are_told_with_their_place(
    path: str, source: str, message: str, position: tuple[int, int] | None
) -> None:
    component = read(source, path)
    (problem,) = component.problems
    assert message in problem.message
    if position:
        assert component.position(problem.origin) == Position(*position)


HEAD = "Resources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties:\n"


@pytest.mark.parametrize(
    "source",
    [
        HEAD + "      X: " + "[" * 100_000 + "\n",
        HEAD + "      X: " + "{a: " * 5_000 + "\n",
        HEAD + "      X: " + "x" * 5_000_000 + "\n",
        '{"Resources": {"A": {"Type": "AWS::SNS::Topic", "Properties": ' + "[" * 100_000 + "}}}",
    ],
)
def test_hostile_text_is_refused_within_limits(source: str) -> None:
    assert read(source).problems or not read(source).modules


def test_aliases_do_not_explode_and_are_out_of_reach() -> None:
    bomb = "\n".join(f"      X{i}: &x{i} [{', '.join([f'*x{i - 1}'] * 9) if i else 'lol'}]" for i in range(30))
    (topic,) = module(HEAD + bomb + "\n").of(Kind.RESOURCE)
    assert all(isinstance(entry.value, Opaque) for entry in topic.body.entries)


def test_merged_properties_are_out_of_reach() -> None:
    (topic,) = module(HEAD + "      <<: {a: b}\n      TopicName: x\n").of(Kind.RESOURCE)
    assert [type(entry.value) for entry in topic.body.entries] == [Opaque]


def test_database_of_a_cluster_is_a_cluster_instance() -> None:
    source = "Resources:\n  A:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      DBClusterIdentifier: x\n"
    (instance,) = module(source).of(Kind.RESOURCE)
    assert instance.type == "aws_rds_cluster_instance"


def test_tests_are_not_deployable() -> None:
    assert not module(WHOLE, "a/tests/template.yaml").deployable


scalars = st.one_of(
    st.text(max_size=12), st.integers(-(10**6), 10**6), st.booleans(), st.sampled_from(["${Env}", "yes", "1e3"])
)


@settings(deadline=None)
@given(
    st.recursive(
        scalars,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abcXYZ", min_size=1), inner, max_size=3),
        max_leaves=12,
    )
)
def test_constants_are_read_as_they_are_written(data: object) -> None:
    source = json.dumps({"Resources": {"A": {"Type": "Custom::A", "Properties": {"It": data}}}})
    (resource,) = module(source, "t.json").of(Kind.RESOURCE)
    it = resource.get("It")
    assert it is not None
    assert plain(it) == data
    assert not any(isinstance(inner, Opaque) for _, inner in walk(it))


def plain(it: Value) -> object:
    """Return the Python data that *it* is."""
    match it:
        case Literal(value=constant):
            return constant
        case Sequence(items=items):
            return [plain(item) for item in items]
        case Mapping(entries=entries):
            return {entry.name: plain(entry.value) for entry in entries}
        case _:
            raise AssertionError(it)
