"""CDK for Terraform in Python: `cdktf`, and `cdktn`, the fork that lives on."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping

from iacfix.transforms.edits import Edit, Splice
from iacfix.transforms.languages.cdktf import imports, names
from iacfix.transforms.languages.cdktf import print as printing
from iacfix.transforms.languages.cdktf import read as reading
from iacfix.transforms.languages.cdktf import splices as splicing
from iacfix.transforms.languages.cdktf.source import comments, illegal, unbound
from iacfix.transforms.model import Component, Document, Origin, Problem, Tree, Value

_TEST = re.compile(r"(?:test_\w*|\w+_test|conftest)\.py")
_TESTS = frozenset({"test", "tests"})


class Cdktf:
    """The language that CDKTF programs are written in."""

    name = "cdktf"

    def claims(self, path: str, text: str) -> bool:
        """Say whether the document is a program over CDKTF: no generated binding, and no test of one."""
        if not path.endswith(".py") or not names.IMPORTS.search(text) or "import jsii" in text:
            return False
        folders, file = posixpath.split(path)
        return not _TEST.fullmatch(file) and _TESTS.isdisjoint(folders.split("/"))

    def editable(self, path: str) -> bool:
        """Every program may be edited."""
        del path
        return True

    def group(self, documents: Mapping[str, Document]) -> list[tuple[str, ...]]:
        """Divide *documents* into app trees: files that are connected by imports."""
        return imports.group(documents)

    def read(self, documents: Mapping[str, Document], tree: Tree, previous: Component | None = None) -> Component:
        """Read one app tree."""
        return reading.read(documents, tree, previous)

    def print(self, value: Value, component: Component, at: Origin) -> str:
        """Return the source of *value*, to stand at *at*."""
        return printing.print_value(value, component, at)

    def splices(self, edit: Edit, component: Component) -> list[Splice]:
        """Return what *edit* means for the texts of *component*."""
        return splicing.splices(edit, component)

    def tidy(self, before: Document, after: Document) -> Document:  # noqa: ARG002 - Python has no one layout
        """Return *after*: there is no layout that all Python files have."""
        return after

    def comments(self, document: Document) -> list[tuple[int, int]]:
        """Return the spans of the document's comments."""
        return comments(document)

    def confirm(self, before: Document | None, after: Document, edited: Iterable[tuple[int, int]]) -> Problem | None:  # noqa: ARG002 - Python compiles whole files
        """Ask Python's compiler about *after*. Nothing of it is run."""
        if before is not None and illegal(before) is not None:
            return None
        return illegal(after) or unbound(before, after)
