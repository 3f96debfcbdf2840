"""What an imported name is: a construct of a provider, one of the library's own, or something else."""

from __future__ import annotations

import re
from dataclasses import dataclass

from iacfix.transforms.model import Kind

LIBRARIES = ("cdktf", "cdktn")

META = frozenset({"depends_on", "provider", "lifecycle", "count", "for_each", "provisioners", "connection"})

IMPORTS = re.compile(
    r"^[ \t]*(?:from|import)[ \t]+(?:cdktf|cdktn|cdktf_cdktf_provider_\w+|cdktn_provider_\w+|imports)\b", re.MULTILINE
)

_PROVIDER = re.compile(
    r"(?:(?:cdktf_cdktf|cdktn)_provider_(?P<package>\w+)|(?:\.*[\w.]*\.)?\.*imports\.(?P<folder>\w+))\.(?P<rest>.+)"
)

# Classes of the library that make something, by what they make.
_CORE = {
    "TerraformOutput": (Kind.OUTPUT, ""),
    "TerraformVariable": (Kind.INPUT, ""),
    "TerraformLocal": (Kind.LOCAL, ""),
    "TerraformAsset": (Kind.OTHER, "TerraformAsset"),
    "TerraformHclModule": (Kind.MODULE, ""),
    "TerraformStack": (Kind.MODULE, ""),
    "CloudBackend": (Kind.SETTINGS, "cloud"),
    "RemoteBackend": (Kind.SETTINGS, "remote"),
}
OWN = frozenset({"TerraformAsset"})
"""The types that are the library's own, and not a provider's."""
_BACKEND = re.compile(r"(?P<name>[A-Z]\w*)Backend")
_REMOTE_STATE = re.compile(r"DataTerraformRemoteState\w*")

BASES = frozenset({"cdktf.TerraformStack", "cdktn.TerraformStack", "constructs.Construct"})
STACKS = frozenset({"cdktf.TerraformStack", "cdktn.TerraformStack"})
APPS = frozenset({"cdktf.App", "cdktn.App", "cdktf.Testing.app", "cdktn.Testing.app"})


@dataclass(frozen=True, slots=True)
class Made:
    """What a class makes: a resource's *kind* and *type*; *struct* is true of a class that only groups arguments."""

    kind: Kind
    type: str
    name: str
    struct: bool = False


def made_by(dotted: str, *, constructs: bool) -> Made | None:
    """Return what a call of the class at *dotted* makes; *constructs* says that it is given a scope and an id.

    Structs take keywords only, constructs a scope and an id: this tells them apart where names do not.
    """
    library, _, name = dotted.rpartition(".")
    if library in LIBRARIES:
        return _core(name, constructs=constructs)
    if (found := _PROVIDER.fullmatch(dotted)) is None:
        return None
    provider = found["package"] or found["folder"]
    module, _, name = found["rest"].rpartition(".")
    if not name[:1].isupper():
        return None
    if not constructs:
        return Made(Kind.OTHER, "", name, struct=True)
    if provider == "terraform_aws_modules" or _same(provider, name):
        return Made(Kind.MODULE, dotted, name)
    module = module.rpartition(".")[2]
    if module == "provider" or _same(f"{provider}provider", name):
        return Made(Kind.PROVIDER, provider, name)
    kind, neutral = terraform_type(provider, module if _same(module, name) else _snake(name))
    return Made(kind, neutral, name)


def _core(name: str, *, constructs: bool) -> Made | None:
    """Return what a class of the library makes."""
    if not constructs:
        return None if name in {"App", "Token", "Fn"} else Made(Kind.OTHER, "", name, struct=True)
    if name in _CORE:
        return Made(*_CORE[name], name)
    if (backend := _BACKEND.fullmatch(name)) is not None:
        return Made(Kind.SETTINGS, backend["name"].lower(), name)
    return Made(Kind.DATA, "terraform_remote_state", name) if _REMOTE_STATE.fullmatch(name) else None


def terraform_type(provider: str, module: str) -> tuple[Kind, str]:
    """Return kind and type of what *module* of *provider* holds: ``data_aws_vpc`` is the data source ``aws_vpc``."""
    family = provider.partition("_")[0]
    kind = Kind.RESOURCE
    if module.startswith(f"data_{family}_"):
        kind, module = Kind.DATA, module.removeprefix("data_")
    return kind, module if module.startswith(f"{family}_") else f"{family}_{module}"


def _same(module: str, name: str) -> bool:
    """Say whether *name* is the construct of *module*; some have an A at their end, for want of a free name."""
    return name.lower() in {module.replace("_", ""), module.replace("_", "") + "a"} and bool(module)


def _snake(name: str) -> str:
    """Return the module that the class *name* stands in: ``S3BucketVersioningA`` is in ``s3_bucket_versioning``."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower().removesuffix("_a")


_TYPES = {"str": "string", "int": "number", "float": "number", "bool": "bool"}


def terraform_annotation(annotation: str) -> str:
    """Return Terraform's type for a Python annotation, or an empty string."""
    text = re.sub(r"\s+|typing\.|[\"']", "", annotation)
    text = re.sub(r"^Optional\[(.*)\]$", r"\1", text).removesuffix("|None")
    if text in _TYPES:
        return _TYPES[text]
    if found := re.fullmatch(r"[Ll]ist\[(\w+)\]", text):
        return f"list({_TYPES[found[1]]})" if found[1] in _TYPES else ""
    if found := re.fullmatch(r"[Dd]ict\[str,(\w+)\]", text):
        return f"map({_TYPES[found[1]]})" if found[1] in _TYPES else ""
    return ""


def python_annotation(terraform: str) -> str:
    """Return the Python annotation for Terraform's type, or an empty string."""
    for python, neutral in (("str", "string"), ("int", "number"), ("bool", "bool")):
        for wrapped, annotation in ((neutral, python), (f"list({neutral})", f"list[{python}]")):
            if terraform == wrapped:
                return annotation
        if terraform == f"map({neutral})":
            return f"dict[str, {python}]"
    return ""
