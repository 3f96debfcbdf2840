"""A wheel built from the sdist holds every module and every fact under its import name, and works."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BUILD = (sys.executable, "-m", "hatchling", "build", "-d")
CODE = """
import iacfix, iacfix.fixers, iacfix.transforms.engine
from iacfix.transforms.languages import NAMES, language
from iacfix.transforms.registry import FIXERS
assert [language(name).name for name in NAMES] == list(NAMES)
print(iacfix.__version__, len(FIXERS))
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run([*BUILD, str(folder), "-t", "sdist"], cwd=ROOT, check=True, capture_output=True)
    (sdist,) = folder.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        archive.extractall(folder, filter="data")
    unpacked = folder / sdist.name.removesuffix(".tar.gz")
    subprocess.run([*BUILD, str(folder), "-t", "wheel"], cwd=unpacked, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_wheel_holds_every_module(wheel: Path) -> None:
    folders = {"fixers": "iacfix/fixers", "transforms": "iacfix/transforms", "iacfix": "iacfix"}
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split()
    expected = {
        f"{folders[top]}/{rest}"
        for top, _, rest in (path.partition("/") for path in tracked)
        if top in folders and rest not in {"fixers", "transforms"} and (ROOT / top / rest).is_file()
    }
    held = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert expected <= held if expected else held
    assert "iacfix/fixers/iam/role_arn_as_name.py" in held
    assert not [name for name in held if "__pycache__" in name]


def test_wheel_works_by_itself(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    ran = subprocess.run(
        [sys.executable, "-c", CODE], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    assert int(ran.stdout.split()[1]) >= 2
