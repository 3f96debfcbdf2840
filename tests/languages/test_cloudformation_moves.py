from __future__ import annotations

import pytest

from iacfix.transforms.edits import Edit, MoveArgument, RetypeResource, Unsayable
from iacfix.transforms.languages.cloudformation import CloudFormation
from iacfix.transforms.model import Component, Document, Mapping, Module, Reference, Resource

LANGUAGE = CloudFormation()

YAML = """\
Resources:
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        # whose it is
        Tags:
          - Key: Name  # for the bill
            Value: site
      Alone:
        Inside:
          # deep
          First: 1
          Second: |
            two
            lines
  Check:
    Type: AWS::Route53::HealthCheck
    Properties:
      Type: HTTPS   # encrypted
      Tags: []
      Port: 443
      Role: !GetAtt Role.Arn
  Role:
    Type: AWS::IAM::Role
    Properties: {RoleName: a, Path: /}
"""

JSON = """\
{
  "Resources": {
    "Site": {
      "Type": "AWS::CloudFront::Distribution",
      "Properties": {
        "DistributionConfig": {
          "Enabled": true,
          "Tags": [
            { "Key": "Name" }
          ]
        },
        "Alone": {
          "Inside": {
            "First": 1,
            "Second": { "Ref": "Role" }
          }
        }
      }
    },
    "Check": {
      "Type": "AWS::Route53::HealthCheck",
      "Properties": {
        "Type": "HTTPS",
        "Tags": [],
        "Port": 443
      }
    }
  }
}
"""


def read(source: str) -> Component:
    path = "t.json" if source.startswith("{") else "t.yaml"
    return LANGUAGE.read({path: Document(path, source, "cloudformation")}, None)  # type: ignore[arg-type]


def module(component: Component) -> Module:
    (found,) = component.modules
    return found


def resource(component: Component, name: str) -> Resource:
    return next(r for r in module(component).resources if r.name == name)


def named(owner: Mapping, *path: str) -> Mapping:
    found = owner.get(*path) if path else owner
    assert isinstance(found, Mapping)
    return found


def apply(edit: Edit, component: Component) -> str:
    (document,) = component.documents.values()
    text = document.text
    for one in sorted(LANGUAGE.splices(edit, component), reverse=True):
        text = text[: one.start] + one.text + text[one.end :]
    assert LANGUAGE.confirm(document, document.but(text), ()) is None
    return text


def moved(source: str, name: str, owner: tuple[str, ...], names: tuple[str, ...], into: tuple[str, ...] | str) -> str:
    component = read(source)
    found = resource(component, name)
    mapping = named(found.written, *owner)
    entries = tuple(entry for entry in mapping.entries if entry.name in names)
    target = into if isinstance(into, str) else named(found.written, *into)
    return apply(MoveArgument(found, mapping, entries, target), component)


def test_the_last_entry_moves_out_with_its_comments() -> None:
    after = moved(YAML, "Site", ("DistributionConfig",), ("Tags",), ())
    assert "        Enabled: true\n      # whose it is\n      Tags:\n        - Key: Name  # for the bill\n" in after
    assert "          Value: site\n      Alone:\n" in after


def test_another_entry_moves_behind_what_it_stood_in() -> None:
    after = moved(YAML, "Site", ("DistributionConfig",), ("Enabled",), ())
    assert "      DistributionConfig:\n        # whose it is\n        Tags:" in after
    assert "            Value: site\n      Enabled: true\n      Alone:" in after


def test_a_mapping_whose_entries_all_move_out_goes() -> None:
    after = moved(YAML, "Site", ("Alone", "Inside"), ("First", "Second"), ("Alone",))
    assert (
        "      Alone:\n        # deep\n        First: 1\n        Second: |\n          two\n          lines\n  Check:"
        in after
    )
    after = moved(JSON, "Site", ("Alone", "Inside"), ("First", "Second"), ("Alone",))
    assert '        "Alone": {\n          "First": 1,\n          "Second": { "Ref": "Role" }\n        }\n' in after


def test_entries_move_into_a_mapping_that_is_made_for_them() -> None:
    after = moved(YAML, "Check", (), ("Type", "Port"), "HealthCheckConfig")
    assert (
        "      HealthCheckConfig:\n        Type: HTTPS   # encrypted\n        Port: 443\n      Tags: []\n      Role:"
        in after
    )
    after = moved(JSON, "Check", (), ("Type", "Port"), "HealthCheckConfig")
    made = '        "HealthCheckConfig": {\n          "Type": "HTTPS",\n          "Port": 443\n        },\n'
    assert f'{made}        "Tags": []\n' in after


def test_entries_move_into_a_mapping_that_is_there() -> None:
    after = moved(YAML, "Site", ("DistributionConfig",), ("Enabled",), ("Alone", "Inside"))
    assert "            lines\n          Enabled: true\n  Check:" in after
    after = moved(JSON, "Site", ("DistributionConfig",), ("Tags",), ("Alone", "Inside"))
    assert (
        '"Second": { "Ref": "Role" },\n            "Tags": [\n              { "Key": "Name" }\n            ]\n' in after
    )
    assert '          "Enabled": true\n        },' in after


def test_what_stands_in_braces_gets_braces() -> None:
    assert "Inside: {Path: " in moved(YAML, "Role", (), ("Path",), "Inside")
    with_comment = YAML.replace("{RoleName: a, Path: /}", "{RoleName: a, # why\n      Path: /}")
    with pytest.raises(Unsayable, match="out of the line"):
        moved(with_comment, "Role", (), ("Path",), "Inside")


@pytest.mark.parametrize("source", [YAML, JSON], ids=["yaml", "json"])
def test_a_type_changes_where_it_is_written(source: str) -> None:
    component = read(source)
    edit = RetypeResource(module(component), resource(component, "Check"), "AWS::Route53::Other")
    assert apply(edit, component) == source.replace("Route53::HealthCheck", "Route53::Other")


def test_arguments_as_written_keep_their_names() -> None:
    component = read(YAML)
    found = resource(component, "Role")
    assert [entry.name for entry in found.body.entries] == ["name", "path"]
    assert [entry.name for entry in found.written.entries] == ["RoleName", "Path"]
    check = resource(component, "Check").written.get("Role")
    assert isinstance(check, Reference)
    assert check.attribute == "Arn"
    assert check.target == found.key
