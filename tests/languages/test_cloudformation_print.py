from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

import cfn_flip
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from iacfix.transforms.edits import (
    Assign,
    CreateFile,
    DeclareInput,
    DeclareLocal,
    Edit,
    InsertArgument,
    InsertItem,
    InsertResource,
    RemoveArgument,
    RemoveItem,
    RemoveResource,
    RenameArgument,
    Replace,
    Splice,
    Unsayable,
)
from iacfix.transforms.languages.cloudformation import CloudFormation
from iacfix.transforms.languages.cloudformation.read import TemplateComponent
from iacfix.transforms.model import (
    Component,
    Document,
    Entry,
    Kind,
    Literal,
    Mapping,
    Module,
    Opaque,
    Reference,
    Resource,
    Sequence,
    Template,
    Value,
    mapping,
    text,
    walk,
)

LANGUAGE = CloudFormation()
SUFFIX = Reference(Kind.INPUT, "", "Suffix")

BLOCKS = """\
# é 🙂 before everything
AWSTemplateFormatVersion: '2010-09-09'

Parameters:
  Suffix:
    Type: String
    Default: ''

Resources:
  # ---------------------------------------------------------------
  # Queues
  # ---------------------------------------------------------------

  # where orders wait
  Queue:
    Type: AWS::SQS::Queue
    Properties:
      QueueName: orders   # é the name
      Tags:
        - Key: Name
          Value: !Sub "orders-${Suffix}"
        - Key: Env
          Value: dev

  # who reads them
  Role:
    Type: AWS::IAM::Role
    DependsOn: Queue
    Properties:
      RoleName: !Join ['-', [orders, !Ref Suffix, role]]
      ManagedPolicyArns: [!Ref Policy, 'arn:aws:iam::aws:policy/Read']
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: {Service: lambda.amazonaws.com}
            Action:
              - sts:AssumeRole

  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
        - Effect: Allow
          Action: ['sqs:ReceiveMessage']
          Resource: !GetAtt Queue.Arn

  Board:
    Type: AWS::CloudWatch::Dashboard
    Properties:
      DashboardBody: !Sub |
        {"widgets": ["${Queue}",

          "orders-x"]}{blanks}

  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Origins:
          - {Id: a, DomainName: b.example}

  Empty:
    Type: AWS::SNS::Topic

Outputs:
  Name:
    Value: !GetAtt Queue.QueueName
""".replace("{blanks}", "   ")

LONG = """\
Resources:
    Function:
        Type: "AWS::Lambda::Function"
        Properties:
            FunctionName:
                Fn::Sub: "fn-${AWS::Region}"
            Role:
                Fn::GetAtt:
                - Role
                - Arn
            Layers:
            - Ref: Layer
            - "x"
            Environment: {Variables: {A: "b", C: {Ref: "AWS::Region"}}}
    Role: {Type: "AWS::IAM::Role", Properties: {RoleName: "a"}}
    Layer: {Type: "AWS::Lambda::LayerVersion"}"""

EXPANDED = json.dumps(json.loads(cfn_flip.to_json(BLOCKS)), indent=2)
INLINE = """\
{
\t"Resources": {
\t\t"Topic": {
\t\t\t"Type": "AWS::SNS::Topic",
\t\t\t"Properties": {
\t\t\t\t"TopicName": { "Fn::Sub": "a-${AWS::Region}\\u00e9" },
\t\t\t\t"Tags": [ { "Key": "Name", "Value": { "Ref": "AWS::StackName" } } ]
\t\t\t}
\t\t},
\t\t"Other": { "Type": "AWS::SNS::Topic" }
\t}
}
"""
MINIFIED = json.dumps(json.loads(cfn_flip.to_json(BLOCKS)), separators=(",", ":"))

TEMPLATES = {
    "blocks.yaml": BLOCKS,
    "crlf.yaml": BLOCKS.replace("\n", "\r\n"),
    "cut.yaml": BLOCKS.rstrip("\n"),
    "long.yaml": LONG,
    "flipped.yaml": cfn_flip.to_yaml(EXPANDED),
    "expanded.json": EXPANDED,
    "crlf.json": EXPANDED.replace("\n", "\r\n"),
    "inline.json": INLINE,
    "minified.json": MINIFIED,
}

every = pytest.mark.parametrize("path", TEMPLATES)


def read(path: str, source: str) -> Component:
    return LANGUAGE.read({path: Document(path, source, "cloudformation")}, None)  # type: ignore[arg-type]


def module(component: Component) -> Module:
    assert not component.problems
    (found,) = component.modules
    return found


def splice(source: str, splices: Iterable[Splice]) -> str:
    for one in sorted(splices, reverse=True):
        source = source[: one.start] + one.text + source[one.end :]
    return source


def apply(edit: Edit, component: Component) -> str:
    (document,) = component.documents.values()
    after = splice(document.text, LANGUAGE.splices(edit, component))
    if "\x85" not in after and "\u2028" not in after and "\u2029" not in after:  # line breaks to ruamel.yaml
        assert LANGUAGE.confirm(document, document.but(after), ()) is None
    return after


def values(component: Component) -> Iterable[tuple[Resource, Value]]:
    for resource in module(component).resources:
        for _, inner in resource.walk():
            if inner.origin is not None:
                yield resource, inner


def snapshot(component: Component) -> dict[Any, tuple[Mapping, Mapping]]:
    return {resource.key: (resource.body, resource.meta) for resource in module(component).resources}


def check_splice_law(component: Component) -> None:
    for _, inner in values(component):
        assert inner.origin is not None
        assert LANGUAGE.print(inner, component, inner.origin) == component.source(inner.origin)


def check_print_law(path: str, component: Component) -> None:
    (document,) = component.documents.values()
    before = snapshot(component)
    for declared, inner in values(component):
        if inner is declared.meta or any(isinstance(part, Opaque) for _, part in walk(inner)):
            continue
        assert inner.origin is not None
        start, end = inner.origin.span
        try:
            said = LANGUAGE.print(inner.detached(), component, inner.origin)
        except Unsayable:  # a part that cannot change alone: `Replace` prints the function around it
            assert isinstance(component, TemplateComponent)
            assert component.template
            assert component.template.node(inner.origin) is None
            continue
        after = document.text[:start] + said + document.text[end:]
        assert snapshot(read(path, after)) == before, said


@every
def test_a_value_is_copied_from_where_it_stands(path: str) -> None:
    check_splice_law(read(path, TEMPLATES[path]))


@every
def test_a_value_printed_anew_reads_the_same(path: str) -> None:
    check_print_law(path, read(path, TEMPLATES[path]))


@every
def test_nothing_changes_where_a_value_replaces_itself(path: str) -> None:
    component = read(path, TEMPLATES[path])
    for _, inner in values(component):
        assert apply(Replace(inner, inner), component) == TEMPLATES[path]


def lines(before: str, after: str) -> tuple[list[str], list[str]]:
    """Return the lines that only *before* has, and those that only *after* has."""
    old, new = before.split("\n"), after.split("\n")
    while old and new and old[0] == new[0]:
        del old[0], new[0]
    while old and new and old[-1] == new[-1]:
        del old[-1], new[-1]
    return old, new


def resource(component: Component, name: str) -> Resource:
    return next(r for r in module(component).of(Kind.RESOURCE) if r.name == name)


def changed(edit: Edit, component: Component) -> tuple[list[str], list[str]]:
    (document,) = component.documents.values()
    return lines(document.text, apply(edit, component))


def value(component: Component, name: str, *path: str) -> Value:
    found = resource(component, name).get(*path)
    assert found is not None
    return found


def named(component: Component, name: str, *path: str) -> Mapping:
    found = value(component, name, *path)
    assert isinstance(found, Mapping)
    return found


def test_constants_become_sub_in_the_quotes_of_the_template() -> None:
    component = read("t.yaml", BLOCKS)
    old = value(component, "Queue", "name")
    new = Template((text("orders"), SUFFIX)).in_place_of(old)
    assert changed(Replace(old, new), component) == (
        ["      QueueName: orders   # é the name"],
        ['      QueueName: !Sub "orders${Suffix}"   # é the name'],
    )


def test_join_stays_join() -> None:
    component = read("t.yaml", BLOCKS)
    old = value(component, "Role", "name")
    assert isinstance(old, Template)
    new = old.but(parts=(*old.parts, text("-x-"), SUFFIX))
    assert changed(Replace(old, new), component)[1] == [
        "      RoleName: !Join ['-', [orders, !Ref Suffix, role, x, !Ref Suffix]]"
    ]


def test_only_the_part_of_a_block_that_changes_is_touched() -> None:
    component = read("t.yaml", BLOCKS)
    old = value(component, "Board", "dashboard_body")
    assert isinstance(old, Template)
    last = old.parts[-1]
    assert isinstance(last, Literal)
    parts = [text(part) for part in re.split("-x", str(last.value))]
    new = old.but(parts=(*old.parts[:-1], parts[0], SUFFIX, parts[1]))
    assert changed(Replace(old, new), component) == (
        ['          "orders-x"]}   '],
        ['          "orders${Suffix}"]}   '],
    )


def test_a_hole_is_replaced_inside_its_text() -> None:
    component = read("t.yaml", BLOCKS)
    old = value(component, "Board", "dashboard_body")
    assert isinstance(old, Template)
    hole = next(part for part in old.parts if isinstance(part, Reference))
    assert LANGUAGE.splices(Replace(hole, hole.attribute_is("arn")), component)[0].text == "Queue.Arn"


def test_attributes_are_switched_in_each_form() -> None:
    component = read("t.yaml", BLOCKS)
    statement = value(component, "Policy", "policy", "Statement", "Resource")
    assert isinstance(statement, Reference)
    assert changed(Replace(statement, statement.attribute_is("url")), component)[1] == [
        "          Resource: !Ref Queue"
    ]
    long = read("t.yaml", LONG)
    role = value(long, "Function", "role")
    assert isinstance(role, Reference)
    assert changed(Replace(role, role.attribute_is("name")), long)[1] == ["                Ref: Role"]
    expanded = read("t.json", EXPANDED)
    statement = value(expanded, "Policy", "policy", "Statement", "Resource")
    assert isinstance(statement, Reference)
    after = apply(Replace(statement, statement.attribute_is("url")), expanded)
    assert json.loads(after)["Resources"]["Policy"]["Properties"]["PolicyDocument"]["Statement"][0]["Resource"] == {
        "Ref": "Queue"
    }


def test_lists_replace_constants_on_lines_of_their_own() -> None:
    component = read("t.yaml", BLOCKS)
    old = value(component, "Queue", "name")
    assert changed(Replace(old, Sequence((text("a"), text("b: c")))), component)[1] == [
        "      QueueName: # é the name",
        "        - a",
        "        - 'b: c'",
    ]


def test_arguments_are_inserted_in_the_style_of_the_place() -> None:
    component = read("t.yaml", BLOCKS)
    queue = resource(component, "Queue")
    edit = InsertArgument(queue, queue.body, "kms_master_key_id", text("alias/aws/sqs"), after="name")
    assert changed(edit, component) == ([], ["      KmsMasterKeyId: alias/aws/sqs"])
    edit = InsertArgument(queue, named(component, "Queue", "tags"), "Team", text("a"))
    assert changed(edit, component) == ([], ["        - Key: Team", "          Value: a"])
    edit = InsertArgument(queue, queue.meta, "DeletionPolicy", text("Retain"))
    assert changed(edit, component) == ([], ["    DeletionPolicy: Retain"])
    empty = resource(component, "Empty")
    assert changed(InsertArgument(empty, empty.body, "name", text("a")), component) == (
        [],
        ["    Properties:", "      TopicName: a"],
    )
    inline = read("t.json", INLINE)
    topic = resource(inline, "Topic")
    assert changed(InsertArgument(topic, topic.body, "fifo_topic", text(True)), inline)[1] == [
        '\t\t\t\t"Tags": [ { "Key": "Name", "Value": { "Ref": "AWS::StackName" } } ],',
        '\t\t\t\t"FifoTopic": true',
    ]


def test_what_terraform_has_outside_goes_inside() -> None:
    component = read("t.yaml", BLOCKS)
    site = resource(component, "Site")
    assert site.get("enabled") == text(True)
    edit = InsertArgument(site, site.body, "web_acl_id", text("x"))
    assert changed(edit, component) == ([], ["        WebACLId: x"])


def test_two_insertions_at_one_place_are_both_legal() -> None:
    for path, source in TEMPLATES.items():
        component = read(path, source)
        found = next(r for r in module(component).of(Kind.RESOURCE) if r.body.entries)
        edits = [InsertArgument(found, found.body, name, text(name)) for name in ("Aa", "Bb")]
        splices = [s for edit in edits for s in LANGUAGE.splices(edit, component)]
        assert {(s.start, s.end) for s in splices} == {(splices[0].start, splices[0].start)}
        joined = Splice(path, splices[0].start, splices[0].start, "".join(s.text for s in splices))
        after = resource(read(path, splice(source, [joined])), found.name)
        assert [e.name for e in after.body.entries][-2:] == ["Aa", "Bb"]


def test_entries_and_items_leave_with_their_line() -> None:
    component = read("t.yaml", BLOCKS)
    queue = resource(component, "Queue")
    assert changed(RemoveArgument(queue, queue.body, queue.body.entries[0]), component) == (
        ["      QueueName: orders   # é the name"],
        [],
    )
    tags = named(component, "Queue", "tags")
    assert changed(RemoveArgument(queue, tags, tags.entries[1]), component)[0] == [
        "        - Key: Env",
        "          Value: dev",
    ]
    policies = value(component, "Role", "managed_policy_arns")
    assert isinstance(policies, Sequence)
    assert changed(RemoveItem(policies, 1), component)[1] == ["      ManagedPolicyArns: [!Ref Policy]"]
    edit = InsertItem(policies, 1, text("arn:aws:iam::aws:policy/X"))
    assert changed(edit, component)[1] == [
        "      ManagedPolicyArns: [!Ref Policy, 'arn:aws:iam::aws:policy/X', 'arn:aws:iam::aws:policy/Read']"
    ]


def test_names_change_and_values_stay() -> None:
    component = read("t.yaml", BLOCKS)
    queue = resource(component, "Queue")
    edit = RenameArgument(queue, queue.body, queue.body.entries[0], "kms_master_key_id")
    assert changed(edit, component)[1] == ["      KmsMasterKeyId: orders   # é the name"]
    tags = named(component, "Queue", "tags")
    assert changed(RenameArgument(queue, tags, tags.entries[1], "Stage"), component)[1] == ["        - Key: Stage"]


def test_resources_come_with_blank_lines_and_go_with_their_comment() -> None:
    component = read("t.yaml", BLOCKS)
    new = Resource(
        Kind.RESOURCE,
        "aws_cloudwatch_log_group",
        "Logs",
        (
            mapping(name=Template((text("/x/"), SUFFIX)), retention_in_days=text(30)),
            mapping(DeletionPolicy=text("Retain")),
        ),
    )
    edit = InsertResource(module(component), new, after=resource(component, "Queue"))
    assert changed(edit, component)[1] == [
        "  Logs:",
        "    Type: AWS::Logs::LogGroup",
        "    DeletionPolicy: Retain",
        "    Properties:",
        '      LogGroupName: !Sub "/x/${Suffix}"',
        "      RetentionInDays: 30",
        "",
    ]
    gone, left = changed(RemoveResource(module(component), resource(component, "Queue")), component)
    assert not left
    assert "  # where orders wait" in gone
    assert "  # Queues" not in gone
    assert "  # who reads them" not in gone


@every
def test_resources_are_inserted_and_removed_in_each_spelling(path: str) -> None:
    component = read(path, TEMPLATES[path])
    before = snapshot(component)
    new = Resource(Kind.RESOURCE, "AWS::X::Y", "New", mapping(A=text("b"), C=Sequence((text(1), mapping(D=text("e"))))))
    for after in (None, *module(component).of(Kind.RESOURCE)):
        grown = read(path, apply(InsertResource(module(component), new, after), component))
        assert snapshot(grown) == {**before, new.key: (new.body, new.meta)}
    for old in module(component).of(Kind.RESOURCE):
        shrunk = read(path, apply(RemoveResource(module(component), old), component))
        assert set(snapshot(shrunk)) | {old.key} >= {k for k in before if k[0] is not Kind.RESOURCE} | {old.key}
        assert {r.name for r in module(shrunk).of(Kind.RESOURCE)} == {
            r.name for r in module(component).of(Kind.RESOURCE) if r is not old
        }


@every
def test_inputs_are_declared_once(path: str) -> None:
    component = read(path, TEMPLATES[path])
    before = snapshot(component)
    edit = DeclareInput(module(component), "NewOne", "string", text(""), "A suffix: optional", "(-[a-z0-9-]+)?")
    after = read(path, apply(edit, component))
    grown = snapshot(after)
    body, _ = grown.pop((Kind.INPUT, "", "NewOne"))
    assert grown == before
    assert body == mapping(
        type=text("String"),
        default=text(""),
        description=text("A suffix: optional"),
        allowed_pattern=text("^(-[a-z0-9-]+)?$"),
    )
    assert LANGUAGE.splices(edit, after) == []


def test_a_section_is_made_before_those_that_follow_it() -> None:
    component = read(
        "t.yaml", "# top\n\n# all\nResources:\n  A:\n    Type: AWS::SNS::Topic\n\nOutputs:\n  X: {Value: !Ref A}\n"
    )
    edit = DeclareInput(module(component), "Env", "string", text("dev"))
    assert apply(edit, component).startswith(
        "# top\n\nParameters:\n  Env:\n    Type: String\n    Default: dev\n\n# all\nResources:\n"
    )


def test_what_cannot_be_said_is_refused_with_a_reason() -> None:
    component = read("t.yaml", BLOCKS)
    queue = resource(component, "Queue")
    name = value(component, "Queue", "name")
    for edit in (
        DeclareLocal(module(component), "x", text("y")),
        Assign("x.tfvars", "a", text("b")),
        DeclareInput(module(component), "no_such_name", "string", None),
        DeclareInput(module(component), "Thing", "object({})", None),
        Replace(name, Reference(Kind.LOCAL, "", "x")),
        Replace(name, Reference(Kind.RESOURCE, "aws_sqs_queue", "Queue", ("no_such_thing",))),
        InsertArgument(queue, queue.body, "no_such_argument", text("x")),
        InsertArgument(queue, queue.body, "name", text("x")),
    ):
        with pytest.raises(Unsayable, match=r"\w+ \w+"):
            LANGUAGE.splices(edit, component)
    assert LANGUAGE.splices(CreateFile("a.txt", "x"), component)[0].creates


def test_a_mapping_is_mended_entry_by_entry() -> None:
    component = read("t.yaml", BLOCKS)
    old = named(component, "Policy", "policy")
    statement = old.get("Statement")
    assert isinstance(statement, Sequence)
    first = statement.items[0]
    assert isinstance(first, Mapping)
    entries = tuple(entry for entry in first.entries if entry.name != "Action")
    new = old.but(
        entries=(old.entries[0], type(old.entries[1])("Statement", statement.but(items=(first.but(entries=entries),))))
    )
    assert changed(Replace(old, new), component) == (["          Action: ['sqs:ReceiveMessage']"], [])


def test_comments_are_those_of_yaml() -> None:
    source = "a: b # one\nc: 'd # no'\ne: |  # two\n  # no\n# three\nf: g#no\n"
    spans = LANGUAGE.comments(Document("t.yaml", source))
    assert [source[slice(*span)] for span in spans] == ["# one", "# two", "# three"]
    assert LANGUAGE.comments(Document("t.json", '{"a": "# b"}')) == []


@pytest.mark.parametrize(
    ("path", "after"),
    [("t.yaml", "a: 1\na: 2\n"), ("t.yaml", "a: [\n"), ("t.json", '{"a": 1, "a": 2}'), ("t.json", "{")],
)
def test_another_parser_has_the_last_word(path: str, after: str) -> None:
    good = Document(path, "{}")
    assert LANGUAGE.confirm(good, good.but(after), ()) is not None
    assert LANGUAGE.confirm(good.but(after), good.but(after), ()) is None


# --------------------------------------------------------------------------------------------------------------------
# Properties

names = st.text("abcXYZ", min_size=1, max_size=4)
words = st.one_of(
    st.text(max_size=10),
    st.text("ab :#'\"\\\n-$ {}é🙂%&*!|>,[]", max_size=10),
    st.sampled_from(["", "yes", "1", "1e3", "2012-10-17", "null", "~", "a: b", "- a", "0x1", "${x", "AWS::Region"]),
)
constants = st.one_of(words, st.integers(-(10**6), 10**6), st.booleans())
intrinsics = st.one_of(
    st.just({"Ref": "Suffix"}),
    st.just({"Ref": "AWS::NoValue"}),
    st.just({"Fn::GetAtt": ["Role", "Arn"]}),
    words.map(lambda word: {"Fn::Sub": word.replace("${", "") + "${Suffix}-${Role.Arn}${!x}"}),
    st.lists(words, min_size=1, max_size=3).map(lambda items: {"Fn::Join": ["-", [*items, {"Ref": "Role"}]]}),
    st.just({"Fn::Select": [0, {"Fn::GetAZs": ""}]}),
    st.just({"Fn::Base64": {"Fn::Sub": "a ${Suffix}\nb\n"}}),
)


def grown(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(names, inner, max_size=3),
        inner.map(lambda item: {"Fn::If": ["Yes", item, {"Ref": "AWS::NoValue"}]}),
    )


properties = st.dictionaries(names, st.recursive(constants | intrinsics, grown, max_leaves=8), min_size=1, max_size=3)


@st.composite
def templates(draw: st.DrawFn) -> tuple[str, str]:
    """Return a path and a template: any values, in any layout."""
    data = {
        "Parameters": {"Suffix": {"Type": "String"}},
        "Conditions": {"Yes": {"Fn::Equals": [{"Ref": "Suffix"}, "x"]}},
        "Resources": {
            "Role": {"Type": "AWS::IAM::Role"},
            "Thing": {"Type": "Custom::Thing", "Properties": draw(properties)},
        },
    }
    newline = draw(st.sampled_from(["\n", "\r\n"]))
    if draw(st.booleans()):
        indent = draw(st.sampled_from([None, 0, 2, 4, "\t"]))
        source = json.dumps(data, indent=indent, ensure_ascii=draw(st.booleans()))
        return "t.json", source.replace("\n", newline)
    options: dict[str, Any] = {
        "default_flow_style": draw(st.sampled_from([None, False])),
        "default_style": draw(st.sampled_from([None, None, "'", '"', "|"])),
        "indent": draw(st.sampled_from([2, 4])),
        "allow_unicode": draw(st.booleans()),
        "sort_keys": False,
        "width": draw(st.sampled_from([20, 80, 1000])),
    }
    source = yaml.safe_dump(json.loads(json.dumps(data)), **options)  # the round trip leaves no aliases
    if draw(st.booleans()):
        source = cfn_flip.to_yaml(json.dumps(data))
    source = "# a comment\n" + source
    return "t.yaml", source.replace("\r", "").replace("\n", newline)


@settings(deadline=None)
@given(templates())
def test_laws_hold_for_any_template(template: tuple[str, str]) -> None:
    path, source = template
    component = read(path, source)
    check_splice_law(component)
    check_print_law(path, component)


@settings(deadline=None)
@given(templates(), constants | intrinsics)
def test_an_edit_changes_what_it_says_and_nothing_else(template: tuple[str, str], data: Any) -> None:
    path, source = template
    component = read(path, source)
    thing = resource(component, "Thing")
    new = dedent_value(data)
    before = snapshot(component)
    body = before.pop(thing.key)[0]
    inserted = snapshot(read(path, apply(InsertArgument(thing, thing.body, "Inserted", new), component)))
    assert inserted.pop(thing.key)[0] == Mapping((*body.entries, Entry("Inserted", new)))
    assert inserted == before
    old = body.entries[0]
    replaced = snapshot(read(path, apply(Replace(old.value, new), component)))
    assert replaced.pop(thing.key)[0].entries[0].value == new
    assert replaced == before
    removed = snapshot(read(path, apply(RemoveArgument(thing, thing.body, old), component)))
    assert removed.pop(thing.key)[0].entries == body.entries[1:]
    assert removed == before


def dedent_value(data: Any) -> Value:
    """Return what *data* means, read from a template of its own."""
    template = {
        "Parameters": {"Suffix": {"Type": "String"}},
        "Resources": {
            "Role": {"Type": "AWS::IAM::Role"},
            "Thing": {"Type": "Custom::Thing", "Properties": {"It": data}},
        },
    }
    found = resource(read("x.json", json.dumps(template)), "Thing").get("It")
    assert found is not None
    return found.detached()


@pytest.mark.parametrize(
    ("path", "written", "left", "expected"),
    [
        ("t.yaml", "[a, b,\n          c, d,\n          e]", "ade", "[a, d,\n          e]"),
        ("t.yaml", "[a, b,\n          c, d,\n          e]", "abde", "[a, b,\n          d,\n          e]"),
        ("t.yaml", "[a, b,\n          c, d]", "d", "[d]"),
        ("t.yaml", "[a, b, c]", "ab", "[a, b]"),
        ("t.yaml", "\n          - a # one\n          - b\n          - c # three\n          - d", "ac", None),
        ("t.json", '["a", "b",\n          "c", "d"]', "abd", '["a", "b",\n          "d"]'),
        ("t.json", '[\n          "a",\n          "b",\n          "c"\n        ]', "b", '[\n          "b"\n        ]'),
    ],
)
def test_a_list_that_loses_items_keeps_its_lines(path: str, written: str, left: str, expected: str | None) -> None:
    head = "Resources:\n  Role:\n    Type: AWS::SNS::Topic\n    Properties:\n      Subscription:"
    if path.endswith("json"):
        head = '{"Resources": {"Role": {"Type": "AWS::SNS::Topic", "Properties": {"Subscription":'
    tail = "}}}}\n" if path.endswith("json") else "\n"
    component = read(path, f"{head} {written}{tail}")
    old = next(each for _, each in module(component).resources[0].walk() if isinstance(each, Sequence))
    new = old.but(items=tuple(item for item in old.items if isinstance(item, Literal) and str(item.value) in left))
    if expected is None:
        expected = "\n          - a # one\n          - c # three"
    assert apply(Replace(old, new), component) == f"{head} {expected}{tail}"
