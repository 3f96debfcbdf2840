"""The review's way once through: a branch with faults, suggestions as GitHub applies them, the patch, and no faults."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

FAULTY = """\
resource "aws_iam_role" "{0}" {{
  assume_role_policy = "{{}}"
}}

resource "aws_iam_role_policy_attachment" "{0}" {{
  role       = aws_iam_role.{0}.arn # wants a name
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}}
"""
TEMPLATE = """\
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {}
  Profile:
    Type: AWS::IAM::InstanceProfile
    Properties:
      Roles:
        - !GetAtt Role.Arn # wants a name
"""
SUGGESTION = re.compile(r"^(`{3,})suggestion\n(.*?)^\1\n", re.DOTALL | re.MULTILINE)


def run(root: Path, *command: str, expected: int = 0) -> str:
    done = subprocess.run(command, cwd=root, capture_output=True, check=False)
    assert done.returncode == expected, (done.stdout + done.stderr).decode()
    return done.stdout.decode()


def iacfix(root: Path, *arguments: str, expected: int = 0) -> str:
    return run(root, sys.executable, "-m", "iacfix", *arguments, expected=expected)


def commit(root: Path, message: str) -> None:
    run(root, "git", "add", "--all")
    run(root, "git", "-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "--quiet", "-m", message)


def click(root: Path, review: Path) -> int:
    """Apply every suggestion the way GitHub does, from the bottom up; return how many there were."""
    comments = json.loads(review.read_text())["comments"]
    for comment in sorted(comments, key=lambda comment: (comment["path"], -comment["line"])):
        match = SUGGESTION.search(comment["body"])
        assert match
        file = root / comment["path"]
        lines = file.read_text().splitlines(keepends=True)
        lines[comment.get("start_line", comment["line"]) - 1 : comment["line"]] = [match[2]]
        file.write_text("".join(lines))
    return len(comments)


def test_suggestions_and_the_patch_leave_no_fault(tmp_path: Path) -> None:
    root = tmp_path / "repository"
    root.mkdir()
    run(root, "git", "init", "--quiet", "--initial-branch=main")
    (root / "old.tf").write_text(FAULTY.format("old"))
    (root / "windows.tf").write_bytes(b"# nothing yet\r\n")
    commit(root, "as it was")
    run(root, "git", "checkout", "--quiet", "-b", "feature")
    (root / "main.tf").write_text(FAULTY.format("new"))
    (root / "windows.tf").write_bytes(FAULTY.format("windows").replace("\n", "\r\n").encode())
    (root / "template.yaml").write_text(TEMPLATE)
    commit(root, "faults")
    iacfix(root, "check", "--since", "main", expected=1)

    patch, review = tmp_path / "rest.patch", tmp_path / "review.json"
    review.write_text(iacfix(root, "suggest", "--since", "main", "--patch", str(patch)))
    assert click(root, review) == 2
    run(root, "git", "apply", str(patch))
    commit(root, "as suggested")
    assert iacfix(root, "check", "--since", "main").startswith("No mistakes found")
    suggested = {path.name: path.read_bytes() for path in root.iterdir() if path.is_file()}

    run(root, "git", "reset", "--quiet", "--hard", "HEAD~1")
    iacfix(root, "apply", "--since", "main")
    assert {path.name: path.read_bytes() for path in root.iterdir() if path.is_file()} == suggested
    assert "old.arn" in (root / "old.tf").read_text()


def test_a_deleted_line_counts_for_its_block(tmp_path: Path) -> None:
    run(tmp_path, "git", "init", "--quiet", "--initial-branch=main")
    file = tmp_path / "main.tf"
    file.write_text(FAULTY.format("one").replace("  policy_arn", "  # gone\n  policy_arn") + FAULTY.format("two"))
    commit(tmp_path, "as it was")
    file.write_text(file.read_text().replace("  # gone\n", ""))
    told = iacfix(tmp_path, "check", "--since", "HEAD", "--allow-dirty", expected=1)
    assert "role       = aws_iam_role.one.arn" in told
    assert "role       = aws_iam_role.two.arn" not in told
