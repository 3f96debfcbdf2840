"""Sources for functions that have none: what a guide in the tree has for them, else what a person would begin with."""

from __future__ import annotations

import re

from iacfix.transforms import code
from iacfix.transforms.model import Component, Literal, Mapping, Module, Resource
from iacfix.transforms.ordering import named

_FENCED = re.compile(r"^(```+|~~~+)\w*[ \t]*\n(?P<text>.*?)^\1[ \t]*$", re.DOTALL | re.MULTILINE)
_NAME = re.compile(r"[A-Z][A-Z0-9_]*")
_TEXT = "This is a beginning: put what the function is for here."


def from_guide(component: Component, path: str) -> str:
    """Return the text that a guide in the tree has under the name of *path*, or an empty string."""
    tree = component.tree
    for guide in sorted(tree.paths()) if tree is not None else ():
        text = tree.text(guide) if tree is not None and guide.endswith(".md") else None
        for block in _FENCED.finditer((text or "").replace("\r\n", "\n")):
            head = block["text"].partition("\n")[0].split()
            if len(head) == 2 and head[0] in {"#", "//"} and (path == head[1] or path.endswith(f"/{head[1]}")):
                return block["text"]
    return ""


def stub(module: Module, function: Resource, name: str, ending: str) -> str:
    """Return a source that defines *name*, reads the variables of *function*, and answers what calls it."""
    given = function.get("environment", "variables") or function.get("Environment", "Variables")
    names = [entry.name for entry in given.entries] if isinstance(given, Mapping) else []
    variables = [variable for variable in names if _NAME.fullmatch(variable) and variable != "LOG_LEVEL"]
    lines = (_python if ending in code.PYTHON else _node)(name, variables, _caller(module, function), ending)
    return "\n".join(lines) + "\n"


def _caller(module: Module, function: Resource) -> str:
    """Return what calls *function*: an ``api``, something with ``records``, or nothing that the module says."""
    permissions = [
        permission.get("principal")
        for permission in module.of_type("aws_lambda_permission")
        if function.key in named(module, permission.get("function_name"))
    ]
    if Literal("apigateway.amazonaws.com") in permissions:
        return "api"
    mappings = module.of_type("aws_lambda_event_source_mapping")
    mapped = any(function.key in named(module, each.get("function_name")) for each in mappings)
    told = any(Literal(f"{service}.amazonaws.com") in permissions for service in ("s3", "sns"))
    return "records" if mapped or told else ""


def _python(name: str, variables: list[str], caller: str, _: str) -> list[str]:
    answer = {
        "api": [
            '    path = event.get("rawPath") or event.get("path") or ""',
            '    if path.endswith("/health"):',
            '        return {"statusCode": 200, "body": json.dumps({"status": "ok"})}',
            '    return {"statusCode": 501, "body": json.dumps({"message": "not implemented"})}',
        ],
        "records": [
            '    for record in event["Records"]:',
            '        logger.info("record from %s", record.get("eventSource", record.get("EventSource")))',
        ],
    }.get(caller, ['    return {"status": "ok"}'])
    return [
        *(["import json"] if caller == "api" else []),
        *["import logging", "import os", "", "logger = logging.getLogger()"],
        'logger.setLevel(os.environ.get("LOG_LEVEL", "INFO"))',
        *(["", *(f'{variable} = os.environ["{variable}"]' for variable in variables)] if variables else []),
        *["", "", f"def {name}(event, context):", f'    """{_TEXT}"""'],
        '    logger.info("request %s", context.aws_request_id)',
        *answer,
    ]


def _node(name: str, variables: list[str], caller: str, ending: str) -> list[str]:
    answer = {
        "api": [
            '  const path = event.rawPath || event.path || "";',
            '  if (path.endsWith("/health")) {',
            '    return { statusCode: 200, body: JSON.stringify({ status: "ok" }) };',
            "  }",
            '  return { statusCode: 501, body: JSON.stringify({ message: "not implemented" }) };',
        ],
        "records": [
            "  for (const record of event.Records) {",
            '    console.log("record from", record.eventSource || record.EventSource);',
            "  }",
        ],
    }.get(caller, ['  return { status: "ok" };'])
    head = f"export const {name} =" if ending == ".mjs" else f"exports.{name} ="
    return [
        *(f"const {variable} = process.env.{variable};" for variable in variables),
        *([""] if variables else []),
        f"// {_TEXT}",
        f"{head} async (event, context) => {{",
        '  console.log("request", context.awsRequestId);',
        *answer,
        "};",
    ]
