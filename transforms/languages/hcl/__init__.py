"""Terraform's own language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from iacfix.transforms.edits import Edit, Splice, Unsayable
from iacfix.transforms.languages.hcl import confirm
from iacfix.transforms.languages.hcl.edit import Editor
from iacfix.transforms.languages.hcl.print import Printer
from iacfix.transforms.languages.hcl.read import HclComponent, claims, editable, group, is_json, read
from iacfix.transforms.languages.hcl.syntax import comments
from iacfix.transforms.model import Component, Document, Origin, Problem, Tree, Value

__all__ = ["Hcl", "HclComponent", "editable"]


class Hcl:
    """Reads and prints Terraform and OpenTofu."""

    name = "hcl"

    def claims(self, path: str, text: str) -> bool:
        """Say whether Terraform reads a file of this name."""
        del text
        return claims(path)

    def editable(self, path: str) -> bool:
        """Say whether the file may be edited: overrides and JSON are only read."""
        return editable(path)

    def group(self, documents: Mapping[str, Document]) -> list[tuple[str, ...]]:
        """Divide documents into directories that call each other, with their variable files."""
        return group(documents)

    def read(self, documents: Mapping[str, Document], tree: Tree, previous: Component | None = None) -> Component:
        """Read one component."""
        return read(documents, tree, previous)

    def print(self, value: Value, component: Component, at: Origin) -> str:
        """Return the source of *value*, to stand at *at*."""
        return Printer(component).print(value, at)

    def splices(self, edit: Edit, component: Component) -> list[Splice]:
        """Return what *edit* means for the text of the component's documents."""
        if not isinstance(component, HclComponent):
            raise Unsayable("the component was read as another language")
        return Editor(component).splices(edit)

    def tidy(self, before: Document, after: Document) -> Document:
        """Return *after* formatted where *before* was; a new file is compared with nothing and formatted."""
        if is_json(after.path):
            return after
        from iacfix.transforms.languages.hcl import fmt  # noqa: PLC0415 - only runs that change something need it

        try:
            return after.but(fmt.format_text(after.text)) if fmt.is_formatted(before.text) else after
        except ValueError:  # it is not legal: the proof will say so
            return after

    def comments(self, document: Document) -> list[tuple[int, int]]:
        """Return the spans of the document's comments."""
        return [] if is_json(document.path) else comments(document)

    def confirm(self, before: Document | None, after: Document, edited: Iterable[tuple[int, int]]) -> Problem | None:
        """Ask another parser whether *after* is legal."""
        return confirm.confirm(before, after, edited)
