"""What a function's source defines, imports and reads, without running it."""

from __future__ import annotations

import pytest

from iacfix.transforms.code import defines, imports, is_built_in, reads


@pytest.mark.parametrize(
    ("text", "ending", "expected"),
    [
        ("def handler(event, context):\n    pass\n", ".py", {"handler"}),
        ("async def handler(e, c): ...\napp = make()\n", ".py", {"handler", "app"}),
        ("from app import run as handler\n", ".py", {"handler"}),
        ("if True:\n    def handler(e, c): ...\n", ".py", {"handler"}),
        ("class A:\n    def handler(self): ...\n", ".py", {"A"}),
        ("from app import *\n", ".py", None),
        ("def handler(:\n", ".py", None),
        ("exports.handler = async () => {};\n", ".js", {"handler"}),
        ("module.exports.handler = main;\n", ".js", {"handler"}),
        ("module.exports = { handler, other: one };\n", ".js", {"handler", "other"}),
        ("export const handler = async () => 1;\n", ".mjs", {"handler"}),
        ("export async function handler(event) {}\n", ".mjs", {"handler"}),
        ("export { main as handler };\n", ".mjs", {"handler"}),
        ("// exports.handler = 1\nconst a = 'http://x';\nexports.main = a;\n", ".js", {"main"}),
        ("module.exports = require('./app');\n", ".js", None),
        ("Object.assign(exports, { handler });\n", ".js", None),
        ("module.exports = { ...app };\n", ".js", None),
        ("package main", ".go", None),
    ],
)
def test_names_that_a_module_gives_to_others(text: str, ending: str, expected: set[str] | None) -> None:
    assert defines(text, ending) == (None if expected is None else frozenset(expected))


@pytest.mark.parametrize(
    ("text", "ending", "expected"),
    [
        ("import os.path, boto3\nfrom . import a\nfrom b.c import d\n", ".py", {"os", "boto3", ".", "b"}),
        (
            'const a = require("@aws-sdk/client-s3/x");\nimport b from "./b.mjs";\n',
            ".js",
            {"@aws-sdk/client-s3", "./b.mjs"},
        ),
        ('// require("axios")\nimport "node:fs";\n', ".mjs", {"node:fs"}),
    ],
)
def test_modules_that_a_source_imports(text: str, ending: str, expected: set[str]) -> None:
    assert imports(text, ending) == frozenset(expected)


def test_what_comes_with_a_runtime() -> None:
    assert is_built_in("json", ".py", "python3.12")
    assert is_built_in("boto3", ".py", "python3.12")
    assert not is_built_in("requests", ".py", "python3.12")
    assert is_built_in("aws-sdk", ".js", "nodejs16.x")
    assert not is_built_in("aws-sdk", ".js", "nodejs20.x")
    assert is_built_in("@aws-sdk/client-s3", ".js", "nodejs20.x")


def test_where_a_variable_is_read() -> None:
    text = 'os.environ["A"], os.environ.get("A", 1), os.getenv("AB"), process.env.A, process.env.AB'
    assert [text[slice(*span)] for span in reads(text, "A")] == ["A", "A", "A"]
