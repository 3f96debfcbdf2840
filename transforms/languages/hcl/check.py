"""What tree-sitter lets through and Terraform does not."""

from __future__ import annotations

from tree_sitter import Node

from iacfix.transforms.languages.hcl.syntax import LARGEST, Fragment, walk
from iacfix.transforms.model import Document, Problem

DEEPEST = 300  # levels of the tree: about a hundred brackets; the deepest real file seen has 60


def too_large(document: Document) -> Problem | None:
    """Refuse what would take too long."""
    if len(document.text) <= LARGEST:
        return None
    whole = Fragment(document.path, "", 0, b"", None)  # type: ignore[arg-type]
    return Problem(f"larger than {LARGEST // 1_000_000} MB: not read", whole.at(0, 0))


def first_problem(f: Fragment) -> Problem | None:
    """Return what is wrong with a document's syntax, or None."""
    error: Node | None = None
    for depth, node in walk(f.root):
        if depth > DEEPEST:
            return Problem("nested too deeply: not read", f.at(f.start(node), f.start(node)))
        if node.is_error or node.is_missing:
            error = node
            break
    if error is not None:
        return Problem("syntax error", f.origin(error))
    return None
