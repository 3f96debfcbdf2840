"""What cannot be read is named in one line, everything else is mended, and nothing is lost."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

FAULTY = """\
resource "aws_iam_role" "app" {
  name = "app"
}

resource "aws_iam_role_policy_attachment" "app" {
  role       = aws_iam_role.app.arn # wants a name
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}
"""
MENDED = FAULTY.replace("app.arn", "app.name")
TWICE = """\
Resources:
  Role:
    Type: AWS::IAM::Role
  Role:
    Type: AWS::IAM::Role
"""


def iacfix(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "GIT_CEILING_DIRECTORIES": str(folder.parent), "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "iacfix", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env=environment)


def loop(path: Path) -> None:
    path.symlink_to("other.tf")
    path.with_name("other.tf").symlink_to(path.name)


def unreadable(path: Path) -> None:
    path.write_text(FAULTY)
    path.chmod(0)


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("main.tf", b'resource "aws_iam_role" "x" {\n  name = \n}\n', "main.tf:2:3: error: syntax error at 'name ='"),
        ("main.tf", b'# ok\nlocals {\n  x = "\xfc"\n}\n', "main.tf:3:8: error: byte 0xfc at offset 21 is not UTF-8"),
        ("t.yaml", TWICE.encode(), "t.yaml:4:3: error: the key `Role` stands here twice"),
        ("t.yaml", b"Resources:\n  A: {Type: AWS::S3::Bucket\n  B: ]\n", "t.yaml:3:"),
        ("t.json", b'{"Resources": {"A": {"Type": "AWS::S3::Bucket", 2}}}', "t.json:1:"),
        ("s.py", b"from cdktf import TerraformStack\n\nclass A(TerraformStack:\n    pass\n", "s.py:3:"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_and_the_others_are_mended(
    tmp_path: Path, name: str, text: bytes, said: str
) -> None:
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad" / name).write_bytes(text)
    (tmp_path / "good.tf").write_text(FAULTY)
    done = iacfix(tmp_path, "apply")
    assert done.returncode == 2, done.stdout
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"bad/{said}")
    assert (tmp_path / "good.tf").read_text() == MENDED
    assert (tmp_path / "bad" / name).read_bytes() == text


@pytest.mark.parametrize(
    "make", [loop, pytest.param(unreadable, marks=pytest.mark.skipif(os.geteuid() == 0, reason="root reads all"))]
)
def test_a_file_that_cannot_be_opened_is_named_and_the_others_are_mended(tmp_path: Path, make: object) -> None:
    assert callable(make)
    (tmp_path / "bad").mkdir()
    make(tmp_path / "bad/main.tf")
    (tmp_path / "good.tf").write_text(FAULTY)
    done = iacfix(tmp_path, "apply")
    assert done.returncode == 2
    assert "bad/main.tf:1:1: error: cannot be read: " in done.stderr
    assert (tmp_path / "good.tf").read_text() == MENDED


def test_a_broken_file_does_not_keep_its_neighbours_from_being_mended(tmp_path: Path) -> None:
    (tmp_path / "broken.tf").write_text("locals {\n  x = = (\n}\n")
    (tmp_path / "main.tf").write_text(FAULTY)
    done = iacfix(tmp_path, "apply")
    assert done.returncode == 2
    assert done.stderr.startswith("broken.tf:")
    assert (tmp_path / "main.tf").read_text() == MENDED


def test_a_module_whose_directory_is_missing_is_named_and_does_not_stop_its_caller(tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text(f'module "gone" {{\n  source = "./gone"\n}}\n\n{FAULTY}')
    done = iacfix(tmp_path, "apply")
    assert done.returncode == 2
    assert "main.tf:2:12: error: there is no directory gone for module.gone" in done.stderr
    assert MENDED in (tmp_path / "main.tf").read_text()
