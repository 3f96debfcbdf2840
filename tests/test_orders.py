"""Where two fixers touch one file, they leave the same tree in whichever order they are applied.

Trees are the same here up to what has no meaning: the order of a file's declarations, that of keyword arguments and of
parameters with a default in Python, and in which file of a Terraform module a variable stands. What is new goes behind
what is there, and beside the other variables, and both depend on what an earlier fix has put there or taken away.
"""

from __future__ import annotations

import ast
import itertools
import posixpath
import re
from collections import Counter
from collections.abc import Iterator

import pytest
from golden_cases import Telling, projects, tellings
from worlds import ALL, World, fixed

from iacfix.transforms.outcome import Status
from iacfix.transforms.registry import FIXERS


def meeting(world: World) -> Iterator[tuple[str, str]]:
    """Yield the pairs of codes that change one file of *world*."""
    paths: dict[str, set[str]] = {}
    for report in fixed(world, ALL).reports:
        if report.status is Status.FIXED:
            paths.setdefault(report.code, set()).update(edit.path for edit in report.edits)
    for one, other in itertools.combinations(sorted(paths), 2):
        if paths[one] & paths[other]:
            yield one, other


class InOrderOfNames(ast.NodeTransformer):
    """Sorts by name the keyword arguments of every call, and the parameters with a default of every function."""

    def visit_Call(self, node: ast.Call) -> ast.AST:
        node.keywords.sort(key=lambda keyword: keyword.arg or "")
        return self.generic_visit(node)

    def visit_arguments(self, node: ast.arguments) -> ast.AST:
        first = len(node.args) - len(node.defaults)
        given = sorted(zip(node.args[first:], node.defaults, strict=True), key=lambda pair: pair[0].arg)
        node.args[first:], node.defaults = [one for one, _ in given], [default for _, default in given]
        return self.generic_visit(node)


def pieces(world: World) -> Counter[tuple[str, str]]:
    """Return what *world* says in no order: declarations of Terraform, statements of Python, other files whole."""
    found: Counter[tuple[str, str]] = Counter()
    for path, text in world.files.items():
        if path.endswith(".py"):
            found[path, ast.unparse(InOrderOfNames().visit(ast.parse(text)))] += 1
        elif path.endswith(".tf"):
            for declaration in filter(None, re.split(r"\n+(?=\S)(?!\})", text.replace("\r", "").strip())):
                is_variable = declaration.startswith("variable ")
                found[posixpath.dirname(path) if is_variable else path, declaration.rstrip()] += 1
        else:
            found[path, text] += 1
    return found


@pytest.mark.parametrize("telling", [*tellings(), *projects()], ids=str)
def test_both_orders_end_in_one_tree(telling: Telling) -> None:
    before = telling.world
    for one, other in meeting(before):
        first, second = FIXERS[one], FIXERS[other]
        both = [first, second]
        together = pieces(fixed(before, ALL, both).world)
        for order in (both, [second, first]):
            world = before
            for fixer in order:
                world = fixed(world, ALL, [fixer]).world
            assert pieces(fixed(world, ALL, both).world) == together, f"{one} and {other}, {order[0].code} first"
