"""Which versions of a provider the files around a program pin."""

from __future__ import annotations

import json

import pytest

from iacfix.transforms import packages
from tests.worlds import World

PREBUILT = "from cdktf import App\nfrom cdktf_cdktf_provider_aws.s3_bucket import S3Bucket\n"
GENERATED = "from cdktf import App\nfrom imports.aws.s3_bucket import S3Bucket\n"


def majors(program: str, **files: str) -> tuple[int, ...]:
    """Return the versions that the program at ``app/main.py`` may run with."""
    around = {f"app/{name.replace('_dot_', '.')}": text for name, text in files.items()}
    ((_, component),) = World({"app/main.py": program, **around}).components()
    return packages.majors(component, "aws")


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ("aws@~> 5.0", (5,)),
        ("hashicorp/aws@~>6.2", (6,)),
        ("registry.terraform.io/hashicorp/aws@=5.31.0", (5,)),
        ("aws@>= 5.0", (5, 6)),
        ("aws@>= 5.0, < 6.0", (5,)),
        ("aws@>= 5.0, <= 6.10", (5, 6)),
        ("aws@~> 4.0", ()),
        ("aws@>= 4.0", ()),
        ("aws", (5, 6)),
        ({"name": "aws", "source": "hashicorp/aws", "version": "~> 5.0"}, (5,)),
        ("google@~> 3.0", (5, 6)),
    ],
)
def test_bindings_are_of_the_versions_that_cdktf_json_wants(wanted: object, expected: tuple[int, ...]) -> None:
    settings = json.dumps({"language": "python", "app": "python main.py", "terraformProviders": [wanted]})

    assert majors(GENERATED, cdktf_dot_json=settings) == expected


def test_a_package_is_not_of_the_versions_that_cdktf_json_wants() -> None:
    settings = json.dumps({"language": "python", "app": "python main.py", "terraformProviders": ["aws@~> 5.0"]})

    assert majors(PREBUILT, cdktf_dot_json=settings) == (5, 6)


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"Pipfile": '[packages]\ncdktf-cdktf-provider-aws = "*"\n'}, (5, 6)),
        ({"Pipfile": '[packages]\ncdktf-cdktf-provider-aws = "~=21.0"\n'}, (6,)),
        ({"requirements_dot_txt": "cdktf-cdktf-provider-aws==20.1.0\n"}, (5,)),
        (
            {
                "Pipfile": '[packages]\ncdktf-cdktf-provider-aws = "*"\n',
                "Pipfile_dot_lock": json.dumps(
                    {"default": {"cdktf-cdktf-provider-aws": {"hashes": ["sha256:0"], "version": "==20.1.0"}}}, indent=4
                ),
            },
            (5,),
        ),
        (
            {
                "Pipfile": '[packages]\ncdktf-cdktf-provider-aws = ">=9"\n',
                "Pipfile_dot_lock": json.dumps(
                    {"default": {"cdktf-cdktf-provider-aws": {"hashes": ["sha256:0"], "version": "==10.0.1"}}}, indent=4
                ),
            },
            (),
        ),
        (
            {
                "pyproject_dot_toml": 'dependencies = ["cdktf-cdktf-provider-aws>=20"]\n',
                "uv_dot_lock": '[[package]]\nname = "cdktf-cdktf-provider-aws"\nversion = "21.22.1"\nsource = {}\n',
            },
            (6,),
        ),
    ],
)
def test_what_is_locked_counts_more_than_what_is_wanted(files: dict[str, str], expected: tuple[int, ...]) -> None:
    assert majors(PREBUILT, **files) == expected
