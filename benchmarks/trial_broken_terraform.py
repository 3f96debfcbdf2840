"""How many broken modules are whole after ``iacfix apply --fresh``, by Terraform's own word.

``python -m benchmarks.trial_broken_terraform [FOLDER] [--flags "--fresh"] [--only NAME]`` copies every module below
FOLDER (tests/trials/terraform), lets ``terraform validate`` judge it through providers that are only a schema, runs
iacfix on it, and asks again. No resource, output or module call may disappear.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.oracles.schemas import schemas
from tests.oracles.terraform import Diagnostic, Failure, Terraform, terraform

ROOT = Path(__file__).parent.parent
DECLARED = re.compile(r'^\s*(resource|data|module|output)\s+"?(\w+)"?(?:\s+"?(\w+)"?)?', re.MULTILINE)
SIX = re.compile(r'hashicorp/aws"[^}]*version\s*=\s*"[^"\d]*6')


def judged(judge: Terraform, folder: Path) -> list[str]:
    """Return what Terraform has against the module."""
    try:
        found = judge.validate(folder)
    except Failure as failure:
        return [" ".join(str(failure).split())[:300]]
    return [_shown(each) for each in found if each.severity == "error"]


def _shown(diagnostic: Diagnostic) -> str:
    return f"{diagnostic.summary}: {diagnostic.detail}"[:220].replace("\n", " ")


def declared(folder: Path) -> set[tuple[str, str]]:
    """Return what is declared in the module, by kind and name: types may be repaired."""
    text = "\n".join(path.read_text() for path in sorted(folder.rglob("*.tf")))
    return {(kind, second or first) for kind, first, second in DECLARED.findall(text) if kind != "data"}


def main() -> int:
    """Print a line for each module and the rate; return 1 when one is not whole."""
    parser = argparse.ArgumentParser(prog="trial_broken_terraform", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "tests" / "trials" / "terraform")
    parser.add_argument("--flags", default="--fresh")
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    whole, names = 0, [p for p in sorted(options.folder.iterdir()) if p.is_dir() and options.only in p.name]
    with terraform(schemas(5)) as five, terraform(schemas(6)) as six, tempfile.TemporaryDirectory() as scratch:
        for source in names:
            module = Path(scratch, source.name)
            shutil.copytree(source, module)
            text = "\n".join(path.read_text() for path in module.rglob("*.tf"))
            judge = six if SIX.search(text) else five
            before, there = judged(judge, module), declared(module)
            command = [sys.executable, "-m", "iacfix", "apply", ".", *options.flags.split(), "--exit-zero"]
            ran = subprocess.run(command, cwd=module, capture_output=True, text=True, check=False)
            after, gone = judged(judge, module), there - declared(module)
            fine = not after and not gone and "Traceback" not in ran.stderr
            whole += fine
            print(f"{'whole' if fine else 'BROKEN'} {source.name}: {len(before)} errors before, {len(after)} after")
            for line in [*after, *(f"gone: {kind} {name}" for kind, name in sorted(gone))]:
                print(f"    {line}")
            if "Traceback" in ran.stderr:
                print(f"    {ran.stderr[-300:]}")
    print(f"{whole} of {len(names)} modules are whole")
    return 0 if whole == len(names) else 1


if __name__ == "__main__":
    sys.exit(main())
