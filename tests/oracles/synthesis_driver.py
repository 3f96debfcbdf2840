"""
Synthesize excerpts: what has no application of its own is constructed in one, and what has no provider gets one.

``Synthesis.of_excerpt`` puts this file beside the modules of a golden case and runs it there, inside the worker. A
program that makes its own ``App`` runs as it is. Of every other module, each stack is constructed, and each construct
and each function that takes a scope in a stack of its own, with words for the arguments that have no default.
"""

from __future__ import annotations

import contextlib
import importlib
import inspect
import runpy
import sys
from collections.abc import Callable, Generator
from pathlib import Path
from types import ModuleType
from typing import Any

PROVIDERS = ("aws", "random", "archive", "null", "tls", "local", "time")
SCOPES = frozenset({"scope", "app", "stack", "parent"})
PLACES = frozenset({"id", "id_", "ns", "name", "construct_id", "stack_id"})


class Given(str):  # noqa: SLOT000 - what it is asked for is made up when it is asked for
    """Stands for anything that an excerpt is given: a word, and a thing whose attributes are words."""

    def __getattr__(self, name: str) -> Given:
        """Make the attribute up."""
        if name.startswith("_"):
            raise AttributeError(name)
        return Given(f"{self}-{name}")


class Several(list[Given]):
    """Stands for a thing with a plural name, which may be a list or not."""

    def __getattr__(self, name: str) -> Given:
        """Make the attribute up."""
        if name.startswith("_"):
            raise AttributeError(name)
        return Given(name)


class Named(dict[str, Any]):
    """Stands for a thing that may be asked by key or by attribute."""

    def __getattr__(self, name: str) -> Given:
        """Make the attribute up."""
        if name.startswith("_"):
            raise AttributeError(name)
        return Given(name)


# What no word can stand for.
STRUCTURED: dict[str, Any] = {"routes": [], "settings": Named(), "peers": {"10.1.0.0/16": "pcx-1"}}


def given(parameter: inspect.Parameter) -> Any:
    """Make up an argument by the annotation of its parameter, or by its name: what is plural is a list of one."""
    match str(parameter.annotation).partition("[")[0]:
        case "int":
            return 1
        case "float":
            return 1.0
        case "bool":
            return True
        case "dict":
            return {}
        case _ if parameter.name in STRUCTURED:
            return STRUCTURED[parameter.name]
        case annotation if annotation == "list" or parameter.name.endswith("s"):
            return Several([Given(parameter.name.removesuffix("s"))])
        case _:
            return Given(parameter.name)


def parameters(made: Callable[..., Any]) -> list[inspect.Parameter]:
    """Give the parameters of a function, or of what constructs a class."""
    if not inspect.isclass(made):
        return [*inspect.signature(made).parameters.values()]
    return [*inspect.signature(made.__init__).parameters.values()][1:]  # the metaclass has a signature of its own


def construct(made: Callable[..., Any], scope: Any, name: str) -> None:
    """Call *made* with a scope, a name, and what else it wants."""
    positional: list[Any] = []
    keywords: dict[str, Any] = {}
    for index, parameter in enumerate(parameters(made)):
        if index == 0:
            value = scope
        elif parameter.kind in {parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD}:
            continue
        elif index == 1 and parameter.name in PLACES:
            value = name
        elif parameter.default is not parameter.empty:
            continue
        else:
            value = given(parameter)
        if parameter.kind is parameter.KEYWORD_ONLY:
            keywords[parameter.name] = value
        else:
            positional.append(value)
    made(*positional, **keywords)


def drive(modules: list[ModuleType]) -> None:
    """Construct what *modules* define, and synthesize it."""
    cdktf, constructs = importlib.import_module("cdktf"), importlib.import_module("constructs")
    app = cdktf.App()
    for module in modules:
        for name, made in vars(module).items():
            if getattr(made, "__module__", "") != module.__name__:
                continue
            place = f"{module.__name__.rpartition('.')[2]}-{name}"
            scopes = parameters(made)[:1] if callable(made) else []
            if inspect.isclass(made) and issubclass(made, cdktf.TerraformStack):
                construct(made, app, place)
            elif (inspect.isclass(made) and issubclass(made, constructs.Construct)) or (
                inspect.isfunction(made) and scopes and scopes[0].name in SCOPES
            ):
                construct(made, cdktf.TerraformStack(app, place), "it")
    app.synth()


@contextlib.contextmanager
def providers_given() -> Generator[None]:
    """Give each stack the providers that it lacks, when it is synthesized."""
    cdktf = importlib.import_module("cdktf")
    synth = cdktf.App.synth

    def completed(app: Any) -> None:
        for stack in (each for each in app.node.find_all() if isinstance(each, cdktf.TerraformStack)):
            complete(stack)
        synth(app)

    cdktf.App.synth = completed
    try:
        yield
    finally:
        cdktf.App.synth = synth


def complete(stack: Any) -> None:
    """Give *stack* the providers that it lacks."""
    cdktf = importlib.import_module("cdktf")
    inside = stack.node.find_all()
    configured = {type(each).__name__ for each in inside if isinstance(each, cdktf.TerraformProvider)}
    elements = [each for each in inside if isinstance(each, cdktf.TerraformResource | cdktf.TerraformDataSource)]
    wanted = {each.terraform_resource_type.partition("_")[0] for each in elements}
    for name in wanted.intersection(PROVIDERS):
        kind = f"{name.capitalize()}Provider"
        if kind not in configured:
            module = importlib.import_module(f"cdktf_cdktf_provider_{name}.provider")
            getattr(module, kind)(stack, f"{name}-given", **({"region": "eu-west-1"} if name == "aws" else {}))


def main() -> None:
    """Run the program of this folder, or construct what its modules define."""
    folder = Path(__file__).parent
    texts = {path: path.read_text("utf-8-sig") for path in sorted(folder.rglob("*.py")) if path != Path(__file__)}
    texts = {path: text for path, text in texts.items() if "cdktf" in text or "cdktn" in text}
    entries = [path for path, text in texts.items() if ".synth()" in text]
    with providers_given():
        if entries:
            sys.path.insert(0, str(entries[0].parent))
            runpy.run_path(str(entries[0]), run_name="__main__")
        else:
            names = [".".join(path.relative_to(folder).with_suffix("").parts) for path in texts]
            drive([importlib.import_module(name) for name in names])


if __name__ == "__main__":
    main()
