"""What a tree says, up to what has no meaning.

That is the order of declarations in a file and of arguments in a declaration, that of keywords, of parameters with a
default and of lines that take something out of ``**kwargs`` in Python, that of a policy's statements in a template, and
in which file of a Terraform module a variable stands. What is new goes behind what is there, beside the other
variables, and both depend on what an earlier fix has put there or taken away.
"""

from __future__ import annotations

import ast
import itertools
import json
import posixpath
import re
from collections import Counter
from typing import Any

import cfn_flip
from worlds import World


class InOrderOfNames(ast.NodeTransformer):
    """Sorts by name the keyword arguments of every call, and what a function takes that has a default."""

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        body: list[ast.stmt] = []
        for taken, lines in itertools.groupby(node.body, lambda line: takes(line, node.args.kwarg)):
            several = list(lines)
            body += sorted(several, key=ast.unparse) if taken else several
        node.body = body
        return self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> ast.AST:
        node.keywords.sort(key=lambda keyword: keyword.arg or "")
        return self.generic_visit(node)

    def visit_arguments(self, node: ast.arguments) -> ast.AST:
        first = len(node.args) - len(node.defaults)
        given = sorted(zip(node.args[first:], node.defaults, strict=True), key=lambda pair: pair[0].arg)
        node.args[first:], node.defaults = [one for one, _ in given], [default for _, default in given]
        return self.generic_visit(node)


def takes(line: ast.stmt, rest: ast.arg | None) -> bool:
    """Say whether *line* is ``name = kwargs.get(...)``."""
    return rest is not None and re.match(rf"\w+ = {rest.arg}\.(?:get|pop)\(", ast.unparse(line)) is not None


TEMPLATE = re.compile(r'^(?:Resources:|\s*"Resources"\s*:)', re.MULTILINE)


ANYWAY = ("UpdateReplacePolicy", "Delete")


def unordered(value: Any) -> Any:
    """Return a template with the statements of its policies sorted, and without what holds anyway."""
    match value:
        case dict():
            entries = {key: unordered(inner) for key, inner in value.items() if (key, inner) != ANYWAY}
            statements = entries.get("Statement")
            return (
                entries | {"Statement": sorted(statements, key=json.dumps)} if isinstance(statements, list) else entries
            )
        case list():
            return [unordered(inner) for inner in value]
        case _:
            return value


def in_any_order(declaration: str) -> str:
    """Return the lines of a declaration sorted, without alignment: its arguments have no order."""
    return "\n".join(sorted(" ".join(line.split()) for line in declaration.splitlines() if line.strip()))


def pieces(world: World) -> Counter[tuple[str, str]]:
    """Return what *world* says in no order: declarations of Terraform, programs, templates, other files whole."""
    found: Counter[tuple[str, str]] = Counter()
    for path, text in world.files.items():
        if path.endswith(".py"):
            found[path, ast.unparse(InOrderOfNames().visit(ast.parse(text)))] += 1
        elif path.endswith(".tf"):
            for declaration in filter(None, re.split(r"\n+(?=\S)(?!\})", text.replace("\r", "").strip())):
                is_variable = declaration.startswith("variable ")
                found[posixpath.dirname(path) if is_variable else path, in_any_order(declaration)] += 1
        elif path.endswith(".tfvars"):
            found[path, in_any_order(text)] += 1
        elif TEMPLATE.search(text):
            template = json.loads(text if path.endswith(".json") else cfn_flip.to_json(text))
            found[path, json.dumps(unordered(template), sort_keys=True)] += 1
        else:
            found[path, text] += 1
    return found
