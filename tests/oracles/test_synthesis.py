from __future__ import annotations

import textwrap
import tomllib
from pathlib import Path

import pytest

from benchmarks.trial_broken_cdktf import against
from tests.oracles.synthesis import Synthesis, Trouble, entry, needs_synthesis

TRIALS = Path(__file__).parents[1] / "trials" / "cdktf"

pytestmark = [needs_synthesis, pytest.mark.xdist_group("synthesis")]

STACK = """
    from cdktf import App, TerraformStack
    from cdktf_cdktf_provider_aws.provider import AwsProvider
    from cdktf_cdktf_provider_aws.s3_bucket import S3Bucket

    class Store(TerraformStack):
        def __init__(self, scope, name):
            super().__init__(scope, name)
            AwsProvider(self, "aws", region="eu-west-1")
            S3Bucket(self, "bucket", {argument})

    app = App()
    Store(app, "store")
    app.synth()
"""


def program(folder: Path, text: str, **others: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "main.py").write_text(textwrap.dedent(text))
    for name, body in others.items():
        (folder / f"{name}.py").write_text(textwrap.dedent(body))
    return folder


def test_gives_the_json_of_each_stack(synthesis: Synthesis, tmp_path: Path) -> None:
    found = synthesis.of(program(tmp_path, STACK.format(argument='bucket="photos", force_destroy=True')))
    assert found.trouble is None
    bucket = found.stacks["store"]["resource"]["aws_s3_bucket"]["bucket"]
    assert bucket["bucket"] == "photos"
    assert bucket["force_destroy"] is True
    assert sorted(path.name for path in tmp_path.iterdir()) == ["main.py"]


def test_gives_the_error_and_its_line(synthesis: Synthesis, tmp_path: Path) -> None:
    found = synthesis.of(program(tmp_path, STACK.format(argument='bucket_name="photos"')))
    assert found.stacks == {}
    assert found.trouble
    assert (found.trouble.kind, found.trouble.path, found.trouble.line) == ("TypeError", "main.py", 10)
    assert "bucket_name" in found.trouble.message


def test_a_syntax_error_has_its_line(synthesis: Synthesis, tmp_path: Path) -> None:
    found = synthesis.of(program(tmp_path, "import broken", broken="x = 1\ny = = 2\n"))
    assert found.trouble
    assert (found.trouble.kind, found.trouble.path, found.trouble.line) == ("SyntaxError", "broken.py", 2)


def test_a_program_without_an_app_synthesizes_nothing(synthesis: Synthesis, tmp_path: Path) -> None:
    assert synthesis.of(program(tmp_path, "print('hello')")).trouble == Trouble("NothingSynthesized")


@pytest.mark.parametrize(
    "attempt",
    [
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
        "import os; os.execv('/bin/true', ['true'])",
        "import os; os.posix_spawn('/bin/true', ['true'], {})",
        "import os; os.fork()",
        "import os, signal; os.kill(os.getppid(), signal.SIGTERM)",
        "import ctypes; ctypes.CDLL(None)",
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')",
        "import pathlib; pathlib.Path('mark').write_text('x')",
        "import os; os.open('mark', os.O_CREAT | os.O_WRONLY)",
        "import os; os.mkdir('mark')",
        "import os; os.rename('main.py', 'mark')",
        "import os; os.remove('main.py')",
        "import os; os.symlink('main.py', 'mark')",
        "import cdktf; cdktf.Testing.to_be_valid_terraform('.')",
    ],
)
def test_the_guard_refuses(synthesis: Synthesis, tmp_path: Path, attempt: str) -> None:
    tried = f"try:\n    {attempt}\nexcept Exception:\n    pass\n"
    found = synthesis.of(program(tmp_path, tried))
    assert found.trouble
    assert found.trouble.kind == "Refused"
    assert [path.name for path in tmp_path.iterdir()] == ["main.py"]


def test_the_guard_lets_write_to_scratch_and_read(synthesis: Synthesis, tmp_path: Path) -> None:
    writes = "import tempfile\nwith tempfile.NamedTemporaryFile('w') as file:\n    file.write(open(__file__).read())\n"
    assert synthesis.of(program(tmp_path, writes)).trouble == Trouble("NothingSynthesized")


def test_an_output_folder_of_its_own_is_not_written_to(synthesis: Synthesis, tmp_path: Path) -> None:
    text = STACK.format(argument='bucket="x"').replace("App()", "App(outdir='elsewhere')")
    assert list(synthesis.of(program(tmp_path, text)).stacks) == ["store"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["main.py"]


def test_modules_of_one_name_do_not_meet(synthesis: Synthesis, tmp_path: Path) -> None:
    text = STACK.replace("\n", "\n    import settings\n", 1).format(argument="bucket=settings.NAME")
    for name in ("one", "two"):
        folder = program(tmp_path / name, text, settings=f"NAME = {name!r}")
        found = synthesis.of(folder)
        assert found.stacks["store"]["resource"]["aws_s3_bucket"]["bucket"]["bucket"] == name
    assert synthesis.of(program(tmp_path / "three", text)).trouble == Trouble(
        "ModuleNotFoundError", "No module named 'settings'", "main.py", 2
    )


def test_environment_and_folder_are_as_before(synthesis: Synthesis, tmp_path: Path) -> None:
    program(tmp_path / "one", "import os\nos.environ['STAGE'] = 'x'\nos.chdir('/')\n")
    program(tmp_path / "two", "import os\nassert 'STAGE' not in os.environ\nopen('main.py').close()\n")
    assert [synthesis.of(tmp_path / name).trouble for name in ("one", "two")] == [Trouble("NothingSynthesized")] * 2


def test_a_program_that_does_not_end_is_stopped(synthesis: Synthesis, tmp_path: Path) -> None:
    found = synthesis.of(program(tmp_path, "while True:\n    pass\n"), limit=0.5)
    assert found.trouble
    assert (found.trouble.kind, found.trouble.message) == ("Late", "not done after 0.5 s")


def test_a_program_that_ends_the_worker_does_not_end_the_next(synthesis: Synthesis, tmp_path: Path) -> None:
    found = synthesis.of(program(tmp_path / "one", "import os\nos._exit(0)\n"))
    assert found.trouble == Trouble("WorkerGone", "the program ended its worker")
    assert list(synthesis.of(program(tmp_path / "two", STACK.format(argument='bucket="x"'))).stacks) == ["store"]


def test_the_forks_names_are_cdktf(synthesis: Synthesis, tmp_path: Path) -> None:
    text = STACK.format(argument='bucket="x"').replace("cdktf_cdktf", "cdktn").replace("cdktf", "cdktn")
    assert list(synthesis.of(program(tmp_path, text)).stacks) == ["store"]


def test_a_relative_asset_is_the_programs(synthesis: Synthesis, tmp_path: Path) -> None:
    asset = '"x").bucket; TerraformAsset(self, "asset", path="main.py", type=AssetType.FILE'
    text = STACK.replace("App,", "App, AssetType, TerraformAsset,").format(argument=f"bucket={asset}")
    assert list(synthesis.of(program(tmp_path, text)).stacks) == ["store"]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"cdktf.json": '{"app": "pipenv run python infra/run.py"}', "main.py": ""}, "infra/run.py"),
        ({"cdktf.json": "{}", "tap.py": "", "app.py": ""}, "tap.py"),
        ({"main.py": "", "tap.py": ""}, "main.py"),
    ],
)
def test_entry(tmp_path: Path, files: dict[str, str], expected: str) -> None:
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    assert entry(tmp_path) == expected


@pytest.mark.parametrize("program", sorted(path.parent.name for path in TRIALS.glob("*/faults.toml")))
def test_a_program_on_trial_is_broken(synthesis: Synthesis, program: str) -> None:
    faults = tomllib.loads((TRIALS / program / "faults.toml").read_text())
    assert against(synthesis.of(TRIALS / program), faults)
    for fault in faults["fault"]:
        assert (TRIALS / program / fault["file"]).read_text().splitlines()[fault["line"] - 1].strip()
