"""A second opinion on a template's text, from parsers that are not ours."""

from __future__ import annotations

import json
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from iacfix.transforms.model import Document, Origin, Problem, Span


def objection(before: Document | None, after: Document) -> Problem | None:
    """Return what a parser objects to in *after*, unless it objects to *before* as well."""
    objection = _objection(after)
    if objection is None or (before is not None and _objection(before) is not None):
        return None
    return objection


def _objection(document: Document) -> Problem | None:
    """Return what is wrong with *document*."""
    text = document.text
    is_json = text.lstrip().startswith("{") and not document.path.lower().endswith((".yaml", ".yml"))
    message, offset = _json(text) if is_json else _yaml(text)
    return Problem(message, Origin(document.path, Span(offset, min(offset + 1, len(text))))) if message else None


def _json(text: str) -> tuple[str, int]:
    """Return what the standard library finds wrong, and where."""
    try:
        json.loads(text, object_pairs_hook=_unique)
    except json.JSONDecodeError as error:
        return error.msg, error.pos
    except (RecursionError, ValueError) as error:
        return str(error), 0
    return "", 0


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return the object of *pairs*; raises ValueError when a key stands twice."""
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"the key `{twice}` stands twice in one object")
    return found


def _yaml(text: str) -> tuple[str, int]:
    """Return what ruamel.yaml in its pure mode finds wrong, and where."""
    parser = YAML(typ="rt", pure=True)
    parser.allow_duplicate_keys = False
    try:
        for _ in parser.load_all(text):
            pass
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return str(error.problem or error.context or "not YAML"), mark.index if mark else 0
    except (YAMLError, RecursionError, ValueError) as error:
        return str(error).partition("\n")[0] or "not YAML", 0
    return "", 0
