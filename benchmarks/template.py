"""Time checking a CloudFormation template of 2,000 lines and more: reading it, and every rule that is on."""

from __future__ import annotations

import time

import iacfix.fixers
from iacfix.transforms.languages import language
from iacfix.transforms.model import Document
from iacfix.transforms.registry import FIXERS, Settings

_ = iacfix.fixers.__name__  # importing it registers them

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
    """Print lines, findings and seconds of the processor; the best of five."""
    text = "Resources:\n" + "".join(RESOURCE.format(n=n) for n in range(160))
    documents = {"template.yaml": Document("template.yaml", text, "cloudformation")}
    fixers = [fixer for fixer in FIXERS.values() if not fixer.optional]
    seconds: list[float] = []
    findings = 0
    for _ in range(5):
        began = time.process_time()
        component = language("cloudformation").read(documents, Alone())
        findings = sum(1 for fixer in fixers for _ in fixer.findings(component, Settings()))
        seconds.append(time.process_time() - began)
    print(f"{text.count(chr(10))} lines, {len(fixers)} rules, {findings} findings: {min(seconds):.3f} s")


if __name__ == "__main__":
    main()
