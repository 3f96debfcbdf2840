"""Time reading a CloudFormation template of 2,000 lines and more, bodies included."""

from __future__ import annotations

import time

from iacfix.transforms.languages import language
from iacfix.transforms.model import Document

RESOURCE = """  Role{n}:
    Type: AWS::IAM::Role # role {n}
    Properties:
      RoleName: !Sub 'app-{n}-${{AWS::Region}}'
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - {{Effect: Allow, Principal: {{Service: lambda.amazonaws.com}}, Action: sts:AssumeRole}}

  Profile{n}:
    Type: AWS::IAM::InstanceProfile
    Properties:
      Roles:
        - !Ref Role{n}

"""


class Alone:
    """A world in which the template is all there is."""

    closed = False

    def paths(self) -> frozenset[str]:
        """Return the one path."""
        return frozenset({"template.yaml"})

    def text(self, path: str) -> None:
        """Know no other file."""
        del path


def main() -> None:
    """Print lines, megabytes and seconds; the best of five."""
    text = "Resources:\n" + "".join(RESOURCE.format(n=n) for n in range(160))
    documents = {"template.yaml": Document("template.yaml", text, "cloudformation")}
    seconds: list[float] = []
    values = 0
    for _ in range(5):
        began = time.perf_counter()
        component = language("cloudformation").read(documents, Alone())
        values = sum(1 for module in component.modules for r in module.resources for _ in r.walk())
        seconds.append(time.perf_counter() - began)
    print(f"{text.count(chr(10))} lines, {values} values: {min(seconds):.3f} s")


if __name__ == "__main__":
    main()
