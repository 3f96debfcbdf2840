"""CloudFormation: one language with two spellings, YAML and JSON; the Serverless Application Model too."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from iacfix.transforms.edits import Edit, Splice, Unsayable
from iacfix.transforms.languages.cloudformation.confirm import objection
from iacfix.transforms.languages.cloudformation.edit import printed, splices
from iacfix.transforms.languages.cloudformation.nodes import comments
from iacfix.transforms.languages.cloudformation.read import (
    Source,
    TemplateComponent,
    component,
    mentions_resources,
    parse,
)
from iacfix.transforms.model import Component, Document, Origin, Problem, Tree, Value


class CloudFormation:
    """How templates are read, and how values and edits are printed in them."""

    name = "cloudformation"

    def claims(self, path: str, text: str) -> bool:
        """Say whether *text* could be a template; `read` looks closer."""
        return path.lower().endswith((".yaml", ".yml", ".json", ".template")) and mentions_resources(text)

    def editable(self, path: str) -> bool:
        """Every template may be edited."""
        del path
        return True

    def group(self, documents: Mapping[str, Document]) -> list[tuple[str, ...]]:
        """Every template is a component of its own."""
        return [(path,) for path in sorted(documents)]

    def read(self, documents: Mapping[str, Document], tree: Tree, previous: Component | None = None) -> Component:
        """Read one template; a document that is something else is a component without modules."""
        (document,) = documents.values()
        if isinstance(previous, TemplateComponent) and previous.documents == documents and previous.tree is tree:
            return previous
        return component(document, tree)

    def print(self, value: Value, component: Component, at: Origin) -> str:
        """Return the source of *value*, to stand at *at*."""
        return printed(value, _source(component), at)

    def splices(self, edit: Edit, component: Component) -> list[Splice]:
        """Return what *edit* means for the template's text."""
        return splices(edit, _source(component))

    def tidy(self, before: Document, after: Document) -> Document:
        """Return *after*: there is no tool that lays out templates."""
        del before
        return after

    def comments(self, document: Document) -> list[tuple[int, int]]:
        """Return the spans of the comments; JSON has none."""
        return comments(document.text)

    def confirm(self, before: Document | None, after: Document, edited: Iterable[tuple[int, int]]) -> Problem | None:
        """Ask ruamel.yaml, or the standard library, whether *after* is legal."""
        del edited
        return objection(before, after)


def _source(component: Component) -> Source:
    """Return the nodes of the component's template."""
    if isinstance(component, TemplateComponent):
        source = component.template
    else:
        (document,) = component.documents.values()
        found = parse(document)
        source = found if isinstance(found, Source) else None
    if source is None:
        raise Unsayable("the template could not be read")
    return source
