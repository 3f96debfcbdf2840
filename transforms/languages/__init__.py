"""The source languages: what one is, and the table of them, each imported when a file asks for it."""

from __future__ import annotations

import functools
import importlib
from collections.abc import Iterable, Mapping
from typing import Protocol

from iacfix.transforms.edits import Edit, Splice
from iacfix.transforms.model import Component, Document, Origin, Problem, Tree, Value

NAMES = ("hcl", "cdktf", "cloudformation")


class Language(Protocol):
    """How one source language is read, and how values and edits are printed in it."""

    name: str

    def claims(self, path: str, text: str) -> bool:
        """Say whether the document is one of this language's, by its name and a search of its text, unparsed."""
        ...

    def group(self, documents: Mapping[str, Document]) -> list[tuple[str, ...]]:
        """Divide *documents* into components: lists of paths that must be read together."""
        ...

    def read(self, documents: Mapping[str, Document], tree: Tree, previous: Component | None = None) -> Component:
        """Read one component. Documents that are the same as in *previous* need not be parsed again.

        Never raises for what stands in a document: what cannot be read is a `Problem` of the component.
        """
        ...

    def print(self, value: Value, component: Component, at: Origin) -> str:
        """Return the source of *value*, to stand at *at*, in the style of `Value.like` or of what stands around.

        A value whose origin is set is copied from there. Raises `Unsayable`.
        """
        ...

    def splices(self, edit: Edit, component: Component) -> list[Splice]:
        """Return what *edit* means for the text of the component's documents. Raises `Unsayable`."""
        ...

    def editable(self, path: str) -> bool:
        """Say whether the document may be edited: one that overrides others, or is only read along, may not."""
        ...

    def tidy(self, before: Document, after: Document) -> Document:
        """Return *after* with the layout that its changed lines want where *before* was well laid out.

        A file that ``terraform fmt`` would have left alone is one still; other languages return *after* as it is.
        """
        ...

    def comments(self, document: Document) -> list[tuple[int, int]]:
        """Return the spans of the document's comments, in order."""
        ...

    def confirm(self, before: Document | None, after: Document, edited: Iterable[tuple[int, int]]) -> Problem | None:
        """Ask a parser that is not ours whether *after* is legal; *edited* are the spans that are new in it.

        A parser that rejects *before* as well says nothing. Returns what it objects to, or None.
        """
        ...


_PARTS = {
    "hcl": ("iacfix.transforms.languages.hcl", "Hcl"),
    "cdktf": ("iacfix.transforms.languages.cdktf", "Cdktf"),
    "cloudformation": ("iacfix.transforms.languages.cloudformation", "CloudFormation"),
}


@functools.cache
def language(name: str) -> Language:
    """Return the language called *name*; raises KeyError for one that does not exist."""
    module, attribute = _PARTS[name]
    return getattr(importlib.import_module(module), attribute)()  # type: ignore[no-any-return]


def candidates(path: str) -> tuple[str, ...]:
    """Return the languages that a file of this name may be written in, by its ending alone."""
    lower = path.lower()
    if lower.endswith((".tf", ".tofu", ".tfvars", ".tf.json", ".tofu.json", ".tfvars.json")):
        return ("hcl",)
    if lower.endswith(".py"):
        return ("cdktf",)
    if lower.endswith((".yaml", ".yml", ".json", ".template")):
        return ("cloudformation",)
    return ()
