"""The hooks, run by the real pre-commit from a copy of this tree."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from iacfix.transforms.languages import candidates

Git = Any
ROOT = Path(__file__).parents[2]


def test_the_hooks_take_the_files_that_a_language_may_be_written_in() -> None:
    for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text()):
        for name in ("a.tf", "a.tofu", "a.auto.tfvars", "a.tf.json", "s.py", "t.yml", "t.yaml", "t.json", "t.template"):
            assert candidates(name)
            assert re.search(hook["files"], name)
        assert not re.search(hook["files"], "README.md")


def run(*command: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=cwd, capture_output=True, text=True, check=False, env={**os.environ, **environment}
    )


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Return a repository with what this tree says, whether or not it is committed."""
    root = tmp_path / "source"
    listed = run("git", "ls-files", "-z", "-co", "--exclude-standard", cwd=ROOT).stdout.split("\0")
    for name in filter(None, listed):
        if name.startswith(("golden/", "tests/", "benchmarks/")) or not (ROOT / name).exists():
            continue
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        if not (root / name).exists():
            shutil.copy2(ROOT / name, root / name, follow_symlinks=False)
    for command in (["init", "-q"], ["add", "-A"], ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "x"]):
        assert run("git", *command, cwd=root).returncode == 0
    return root


CONFIGURATION = """\
repos:
- repo: {source}
  rev: {revision}
  hooks:
  - id: iacfix
  - id: iacfix-check
"""


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_pre_commit_runs_both_hooks(source: Path, git: Git, tmp_path: Path) -> None:
    revision = run("git", "rev-parse", "HEAD", cwd=source).stdout.strip()
    git.write(".pre-commit-config.yaml", CONFIGURATION.format(source=source, revision=revision))
    git.write("main.tf", BEFORE)
    git("add", "--all")

    def hook(name: str) -> subprocess.CompletedProcess[str]:
        command = (sys.executable, "-m", "pre_commit", "run", name, "--all-files")
        return run(*command, cwd=git.root, PRE_COMMIT_HOME=str(tmp_path / "cache"))

    checked = hook("iacfix-check")
    if "Could not find a version" in checked.stdout or "No matching distribution" in checked.stdout:
        pytest.skip("the hook's dependencies cannot be fetched here")
    assert checked.returncode == 1, checked.stdout + checked.stderr
    assert "IAM002" in checked.stdout
    assert (git.root / "main.tf").read_text() == BEFORE

    applied = hook("iacfix")
    assert applied.returncode == 1
    assert "files were modified by this hook" in applied.stdout
    assert (git.root / "main.tf").read_text() == AFTER
    assert hook("iacfix").returncode == 0
    assert hook("iacfix-check").returncode == 0


BEFORE = """\
resource "aws_iam_role" "app" {
  name = "app"
}

resource "aws_iam_role_policy_attachment" "app" {
  role       = aws_iam_role.app.arn # wants a name
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}
"""
AFTER = BEFORE.replace("app.arn", "app.name")
