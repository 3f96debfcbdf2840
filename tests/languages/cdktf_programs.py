"""Programs for the tests of the language CDKTF, and the way to read them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from iacfix.transforms.edits import Edit, Splice
from iacfix.transforms.languages.cdktf import Cdktf
from iacfix.transforms.model import Component, Document, Kind, Module, Opaque, Resource, Value, walk

LANGUAGE = Cdktf()

IMPORTS = """\
import json
import os

from cdktf import App, Fn, S3Backend, TerraformOutput, TerraformStack
from cdktf_cdktf_provider_aws.iam_role import IamRole
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction, LambdaFunctionEnvironment
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue
from constructs import Construct
"""


def stack(body: str, signature: str = "self, scope: Construct, id: str, **kwargs") -> str:
    """Return a program whose stack does *body*."""
    lines = "".join(f"        {line}".rstrip() + "\n" for line in body.splitlines())
    return (
        f"{IMPORTS}\n\nclass TapStack(TerraformStack):\n    def __init__({signature}):\n"
        f"        super().__init__(scope, id)\n{lines}"
    )


@dataclass(frozen=True)
class Files:
    """A tree of files in memory."""

    texts: dict[str, str]
    closed: bool = True

    def paths(self) -> frozenset[str]:
        return frozenset(self.texts)

    def text(self, path: str) -> str | None:
        return self.texts.get(path)


def read(text: str = "", previous: Component | None = None, **others: str) -> Component:
    """Read ``tap.py``, or files whose names have ``__`` for a slash and no ending."""
    texts = {"tap.py": text} if text else {}
    texts.update({name.replace("__", "/") + ".py": other for name, other in others.items()})
    documents = {path: Document(path, content, "cdktf") for path, content in texts.items()}
    return LANGUAGE.read(documents, Files(texts), previous)


def module(component: Component, path: str = "tap.py:TapStack") -> Module:
    return next(module for module in component.modules if module.path == path)


def find(component: Component, name: str, kind: Kind = Kind.RESOURCE, path: str = "tap.py:TapStack") -> Resource:
    return next(r for r in module(component, path).resources if r.kind is kind and r.name == name)


def apply(text: str, splices: Iterable[Splice]) -> str:
    """Return *text* with *splices*, which must not overlap."""
    end = len(text)
    for splice in sorted(splices, key=lambda splice: (splice.start, splice.end, splice.rank), reverse=True):
        assert splice.end <= end, "overlapping splices"
        text = text[: splice.start] + splice.text + text[splice.end :]
        end = splice.start
    return text


def edited(text: str, edit: Edit, component: Component | None = None) -> str:
    """Return what *edit* makes of ``tap.py``, having made sure that it compiles."""
    component = component or read(text)
    after = apply(text, LANGUAGE.splices(edit, component))
    compile(after, "tap.py", "exec")
    return after


def values(component: Component) -> Iterable[tuple[Module, Resource, tuple[str, ...], Value]]:
    """Yield every value that stands in the source by itself; the arguments of a construct do so one by one."""
    for owner in component.modules:
        for resource in owner.resources:
            for path, value in resource.walk():
                if value.origin is not None and value is not resource.body and value is not resource.meta:
                    yield owner, resource, path, value


def has_opaque(value: Value) -> bool:
    return any(isinstance(inner, Opaque) for _, inner in walk(value))
