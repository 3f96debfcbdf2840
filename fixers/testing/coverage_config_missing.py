"""Coverage that is measured, and nobody said of what.

``pytest --cov`` without a configuration counts whatever is imported: the tests themselves, empty packages, and stacks
that the program never makes. The number says little, and moves when a test is added.

With ``--scaffold``, a ``.coveragerc`` says what counts: the folders that the program which ``cdktf.json`` starts takes
its code from, with branches, without tests and ``__init__.py``. Files with constructs that the program does not import
are left out by name; what it does import is never left out. Where there is a configuration, in whichever file, nothing
is said.

https://coverage.readthedocs.io/en/latest/source.html
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from iacfix.transforms.edits import CreateFile
from iacfix.transforms.findings import Finding, Fix, Impact, Severity, Tier
from iacfix.transforms.homes import whole
from iacfix.transforms.model import Component, Tree
from iacfix.transforms.reachable import imported, program
from iacfix.transforms.registry import Fixer, Settings

fixer = Fixer(
    __name__,
    code="TST002",
    since="0.1.0",
    tiers=(Tier.SCAFFOLD,),
    languages=("cdktf",),
    closed_world=True,
    on_request=True,
)

MEASURES = re.compile(r"--cov\b|pytest[-_]cov")
SAYS = re.compile(
    r"(?:^|/)(?:Pipfile|Makefile|pyproject\.toml|(?:setup|tox)\.(?:cfg|ini)|pytest\.ini|package\.json"
    r"|requirements[^/]*\.txt|\.github/.*\.ya?ml|\.gitlab-ci\.yml|[^/]*\.sh)$"
)
CONFIGURED = re.compile(r"^\[(?:tool\.coverage|coverage:|run\])", re.MULTILINE)
MAKES = re.compile(r"^\s*(?:from|import) +(?:cdktf|cdktn|constructs)\b", re.MULTILINE)
TESTS = {"test", "tests"}


@fixer.over
def check(component: Component, _: Settings) -> Iterator[Finding]:
    """Yield the project whose coverage is measured without a configuration."""
    tree, start = component.tree, program(component)
    if tree is None or start is None:
        return
    base = posixpath.dirname(start)
    paths = sorted(path for path in tree.paths() if not base or path.startswith(f"{base}/"))
    texts = {path: tree.text(path) or "" for path in paths if SAYS.search(path)}
    configured = any(posixpath.basename(path) == ".coveragerc" for path in paths)
    if configured or any(CONFIGURED.search(text) for text in texts.values()):
        return
    measuring = next((path for path, text in texts.items() if MEASURES.search(text)), None)
    if measuring is None:
        return
    text = _text(tree, start, base, paths).replace("\n", component.documents[start].newline)
    path = posixpath.join(base, ".coveragerc")
    fix = Fix(f"make {path}", Tier.SCAFFOLD, Impact.NONE, (CreateFile(path, text),))
    at = whole(start)
    message = f"{measuring} measures coverage, and nothing says of what"
    yield Finding(message, component.modules[0], at, at, "", Severity.NOTE, (fix,))


def _text(tree: Tree, start: str, base: str, paths: list[str]) -> str:
    """Return a configuration for the program at *start*."""
    runs = {posixpath.relpath(path, base or ".") for path in imported(tree, start)}
    folders = sorted({path.partition("/")[0] for path in runs if "/" in path}) or ["."]
    source = [posixpath.relpath(path, base or ".") for path in paths if path.endswith(".py")]
    unused = [
        path
        for path in source
        if path.partition("/")[0] in folders
        and path not in runs
        and TESTS.isdisjoint(path.split("/"))
        and not path.endswith("__init__.py")
        and MAKES.search(tree.text(posixpath.join(base, path)) or "")
    ]
    sources = f"source = {folders[0]}" if len(folders) == 1 else "source =\n" + "\n".join(f"    {f}" for f in folders)
    omitted = ["tests/*", "*/__init__.py", *unused]
    return f"[run]\n{sources}\nbranch = True\nomit =\n" + "".join(f"    {each}\n" for each in omitted)
