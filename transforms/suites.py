"""Tests that are written for a module: what it declares, what its names carry, what its code asks to be protected."""

from __future__ import annotations

import json
import posixpath
import re
from collections import Counter
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from iacfix.transforms.environments import passed
from iacfix.transforms.facts.names import NAMES
from iacfix.transforms.model import Component, Kind, Literal, Module, Reference, Template, Value, references
from iacfix.transforms.naming import suffix_like
from iacfix.transforms.sources import base_of

SUFFIX = "pytest"
# What a test may hold the code to once it says so, and which of these protect by saying no.
PROTECTIONS = (
    "storage_encrypted",
    "encrypted",
    "at_rest_encryption_enabled",
    "transit_encryption_enabled",
    "enable_key_rotation",
    "block_public_acls",
    "block_public_policy",
    "ignore_public_acls",
    "restrict_public_buckets",
    "publicly_accessible",
)
OPENINGS = ("publicly_accessible",)
_TESTS = re.compile(r"(?:^|/)(?:tests?|spec|__tests__)/|(?:^|/)test_[^/]*\.py$|_test\.(?:py|go)$|\.tftest\.hcl$")


@dataclass(frozen=True, slots=True)
class Suite:
    """A file with tests, and those that make it a package."""

    path: str
    text: str
    beside: tuple[str, ...] = ()


def is_tested(component: Component, *words: str) -> bool:
    """Say whether a test in the tree has one of *words*."""
    tree = component.tree
    paths = [path for path in sorted(tree.paths()) if _TESTS.search(path)] if tree is not None else []
    texts = (tree.text(path) or "" for path in paths) if tree is not None else iter(())
    return any(word in text for text in texts for word in words)


def suite(component: Component, module: Module) -> Suite | str:
    """Return tests for *module*, or why there can be none."""
    if component.language == "cdktf":
        return _program(component, module)
    return _template(module) if component.language == "cloudformation" else _configuration(module)


# --------------------------------------------------------------------------------------------------------------------
# What is declared


def _made(component: Component, module: Module, seen: frozenset[str] = frozenset()) -> tuple[Counter[str], set[str]]:
    """Return how many of each type *module* is sure to make, and the types of which there may be more."""
    sure: Counter[str] = Counter()
    more: set[str] = set()
    for resource in module.of(Kind.RESOURCE, Kind.MODULE):
        if resource.kind is Kind.RESOURCE:
            often = {"count", "for_each", "Condition"} & resource.meta.names
            if resource.once and not often:
                sure[resource.type] += 1
            else:
                more.add(resource.type)
        elif (callee := component.callee(resource)) is not None and callee.path not in seen:
            inner, maybe = _made(component, callee, seen | {module.path})
            more |= maybe | (set() if resource.once else set(inner))
            sure += inner if resource.once else Counter()
    return sure, more


def _named(module: Module, kinds: AbstractSet[str]) -> Iterator[tuple[str, str]]:
    """Yield those of *kinds* whose every name in *module* carries an input like a suffix, with the argument."""
    for kind in sorted(kinds & NAMES.keys()):
        argument = NAMES[kind].argument
        values = [resource.get(argument) for resource in module.of_type(kind)]
        if values and all(value is not None and _carries(module, value) for value in values):
            yield kind, argument


def _carries(module: Module, value: Value, depth: int = 0) -> bool:
    for reference in references(value) if isinstance(value, Template | Reference) else ():
        declared = module.target(reference)
        if declared is not None and declared.kind is Kind.INPUT and suffix_like(declared.name):
            return True
        inner = declared.value if declared is not None and declared.kind is Kind.LOCAL else None
        if inner is not None and depth < 8 and _carries(module, inner, depth + 1):
            return True
    return False


def _protected(module: Module, kinds: AbstractSet[str]) -> Iterator[tuple[str, str, bool]]:
    """Yield those of *kinds* that the code says the same protection of throughout."""
    for kind in sorted(kinds):
        for argument in PROTECTIONS:
            values = {resource.get(argument) for resource in module.of_type(kind)}
            wanted = argument not in OPENINGS
            if len(values) == 1 and isinstance(value := values.pop(), Literal) and value.value is wanted:
                yield kind, argument, wanted


# --------------------------------------------------------------------------------------------------------------------
# Programs


def _program(component: Component, module: Module) -> Suite | str:
    file, _, name = module.path.partition(":")
    base = base_of(component, module) or "."
    dotted = posixpath.relpath(file, base).removesuffix(".py").replace("/", ".")
    text = component.documents[file].text
    if re.search(r"^\w+\.synth\(\)", text, re.MULTILINE):
        return "give the stack a module of its own: this one synthesizes as soon as it is imported"
    if not name or not all(part.isidentifier() for part in dotted.split(".")):
        return "give the stack a class and a module that a test can import"
    given = dict(_arguments(component, module))
    missing = sorted(key for key, value in given.items() if value is None)
    if missing or re.search(r"\bkwargs\[", text):
        return f"say what a test gives for {', '.join(missing) or 'what the stack takes out of kwargs'}"
    sure, more = _made(component, module)
    inside = Counter(resource.type for resource in module.of(Kind.RESOURCE))
    own = sure.keys() & inside.keys()
    for call in module.of(Kind.MODULE):
        if (callee := component.callee(call)) is not None:
            own -= {kind for kinds in _made(component, callee) for kind in kinds}
    library = "cdktn" if re.search(r"\bcdktn\b", text) else "cdktf"
    stem = dotted.rpartition(".")[2]
    folder = posixpath.normpath(posixpath.join(base, "tests", "unit"))
    beside = tuple(posixpath.join(f, "__init__.py") for f in (posixpath.dirname(folder) or ".", folder))
    arguments = "".join(f", {key}={_python(value)}" for key, value in given.items())
    lines = [
        f'"""What {name} is synthesized to."""',
        "",
        "import json",
        "",
        "import pytest",
        f"from {library} import Testing",
        "",
        f"from {dotted} import {name}",
        "",
        *_table("EXACTLY", [(kind, count) for kind, count in sorted(sure.items()) if kind not in more]),
        *_table("AT_LEAST", [(kind, count) for kind, count in sorted(sure.items()) if kind in more]),
        *(_table("NAMED", list(_named(module, own))) if any(suffix_like(key) for key in given) else ()),
        *_table("PROTECTED", list(_protected(module, own))),
        "",
        "",
        '@pytest.fixture(scope="module")',
        "def resources():",
        f'    stack = {name}(Testing.app(), "test"{arguments})',
        '    return json.loads(Testing.synth(stack)).get("resource", {})',
    ]
    text = "\n".join([*lines, *_python_tests("\n".join(lines))]) + "\n"
    return Suite(posixpath.join(folder, f"test_{stem}.py"), text, beside)


def _arguments(component: Component, module: Module) -> Iterator[tuple[str, Value | None]]:
    """Yield what a test gives to the constructor: None for what nobody can make up."""
    for declared in module.of(Kind.INPUT):
        if suffix_like(declared.name):
            yield declared.name, Literal(SUFFIX)
        elif declared.value is None:
            values = [v for call in component.callers(module) for v in passed(component, call, declared.name)]
            yield declared.name, next((value for value in values if isinstance(value, Literal)), None)


def _python(value: Value | None) -> str:
    constant = value.value if isinstance(value, Literal) else None
    return json.dumps(constant) if isinstance(constant, str) else repr(constant)


def _table(name: str, rows: list[tuple[object, ...]]) -> list[str]:
    """Return a list of tuples, one a line."""
    printed = (", ".join(json.dumps(c) if isinstance(c, str) else repr(c) for c in row) for row in rows)
    return [f"{name} = [", *(f"    ({row})," for row in printed), "]"] if rows else []


def _python_tests(text: str) -> Iterator[str]:
    """Yield a test for each table of *text*."""
    for table, names, says, test in (
        ("EXACTLY", "kind, count", "the_stack_makes", "assert len(resources[kind]) == count"),
        ("AT_LEAST", "kind, count", "the_stack_makes_at_least", "assert len(resources[kind]) >= count"),
        (
            "NAMED",
            "kind, argument",
            "names_tell_the_environment",
            f'assert all("{SUFFIX}" in made[argument] for made in resources[kind].values())',
        ),
        (
            "PROTECTED",
            "kind, argument, wanted",
            "it_is_protected",
            "assert all(made[argument] is wanted for made in resources[kind].values())",
        ),
    ):
        if f"{table} = [" in text:
            yield from ("", "", f'@pytest.mark.parametrize("{names.replace(" ", "")}", {table})')
            yield from (f"def test_{says}(resources, {names}):", f"    {test}")


# --------------------------------------------------------------------------------------------------------------------
# Templates


def _template(module: Module) -> Suite | str:
    path = module.documents[0]
    here = posixpath.dirname(path)
    stem = re.sub(r"\W+", "_", posixpath.splitext(posixpath.basename(path))[0].lower())
    kinds = Counter(resource.source_type for resource in module.of(Kind.RESOURCE))
    wanted = sorted(declared.name for declared in module.of(Kind.INPUT) if declared.value is None)
    is_json = path.endswith(".json")
    lines = [
        f'"""What {posixpath.basename(path)} declares."""',
        "",
        "import json" if is_json else "from collections import Counter",
        "from collections import Counter" if is_json else "from pathlib import Path",
        "from pathlib import Path" if is_json else "",
        "" if is_json else "import pytest",
        "import pytest" if is_json else "import yaml",
        "",
        f'TEMPLATE = Path(__file__).parent.parent / "{posixpath.basename(path)}"',
        *_table("DECLARED", sorted(kinds.items())),
        f"MUST_BE_GIVEN = {wanted!r}".replace("'", '"'),
        "",
        "",
        *(() if is_json else _LOADER),
        '@pytest.fixture(scope="module")',
        "def template():",
        "    return json.loads(TEMPLATE.read_text())"
        if is_json
        else "    return yaml.load(TEMPLATE.read_text(), Loader)",
        "",
        "",
        '@pytest.mark.parametrize("kind,count", DECLARED)',
        "def test_the_template_declares(template, kind, count):",
        '    assert Counter(each["Type"] for each in template["Resources"].values())[kind] == count',
        "",
        "",
        "def test_the_other_parameters_have_defaults(template):",
        '    parameters = template.get("Parameters", {})',
        '    assert sorted(name for name, each in parameters.items() if "Default" not in each) == MUST_BE_GIVEN',
        "",
        "",
        "def test_cfn_lint_accepts_it():",
        '    api = pytest.importorskip("cfnlint.api")',
        '    config = pytest.importorskip("cfnlint.config").ManualArgs(ignore_checks=["W", "I"])',
        "    assert not api.lint(TEMPLATE.read_text(), config=config)",
    ]
    return Suite(posixpath.join(here, "tests", f"test_{stem}.py"), "\n".join(lines) + "\n")


_LOADER = (
    "class Loader(yaml.SafeLoader):",
    '    """Reads short forms as what they stand before."""',
    "",
    "",
    "def _short_form(loader, suffix, node):",
    "    if isinstance(node, yaml.MappingNode):",
    "        return {suffix: loader.construct_mapping(node, deep=True)}",
    "    if isinstance(node, yaml.SequenceNode):",
    "        return {suffix: loader.construct_sequence(node, deep=True)}",
    "    return {suffix: node.value}",
    "",
    "",
    'Loader.add_multi_constructor("!", _short_form)',
    "",
    "",
)


# --------------------------------------------------------------------------------------------------------------------
# Configurations


def _configuration(module: Module) -> Suite | str:
    providers = sorted({r.type.partition("_")[0] for r in module.of(Kind.RESOURCE, Kind.DATA)} - {"terraform"})
    given: list[str] = []
    for declared in module.of(Kind.INPUT):
        known = {a.name: a.value for a in module.assignments if isinstance(a.value, Literal)}
        value = Literal(SUFFIX) if suffix_like(declared.name) else known.get(declared.name)
        if declared.value is not None and not suffix_like(declared.name):
            continue
        if value is None or declared.get("validation") is not None:
            return f"say what a test gives for {declared.name}"
        given.append(f"  {declared.name} = {json.dumps(value.value)}")
    kinds = {resource.type for resource in module.of(Kind.RESOURCE)}
    asserts = [
        (
            f"{kind}.{resource.name}.{argument}",
            f'strcontains({kind}.{resource.name}.{argument}, "{SUFFIX}")',
            "does not tell the environment",
        )
        for kind, argument in _named(module, kinds)
        for resource in module.of_type(kind)
        if not {"count", "for_each"} & resource.meta.names
    ]
    asserts += [
        (f"{kind}.{r.name}.{argument}", ("" if wanted else "!") + f"{kind}.{r.name}.{argument}", "is not as it was")
        for kind, argument, wanted in _protected(module, kinds)
        for r in module.of_type(kind)
        if not {"count", "for_each"} & r.meta.names
    ]
    if not asserts:
        return "say what a test may hold the code to"
    lines = [f'mock_provider "{name}" {{}}' for name in providers]
    lines += ["", "variables {", *_aligned(given), "}"] if given else []
    lines += ["", 'run "plan" {', "  command = plan"]
    for what, condition, says in asserts:
        lines += ["", "  assert {", f"    condition     = {condition}", f'    error_message = "{what} {says}"', "  }"]
    path = posixpath.normpath(posixpath.join(module.path, "tests", "plan.tftest.hcl"))
    return Suite(path, "\n".join([*lines, "}"]) + "\n")


def _aligned(lines: list[str]) -> list[str]:
    width = max(len(line.partition(" = ")[0]) for line in lines)
    return [f"{line.partition(' = ')[0]:<{width}} = {line.partition(' = ')[2]}" for line in lines]


def whose(component: Component, module: Module) -> tuple[str, ...]:
    """Return the words by which a test would name *module*."""
    if component.language == "cdktf":
        file, _, name = module.path.partition(":")
        return (name or posixpath.basename(file).removesuffix(".py"),)
    if component.language == "cloudformation":
        return (posixpath.basename(module.documents[0]),)
    return ('run "', posixpath.basename(module.path) if module.path != "." else "terraform.Options")
