"""Functions and their source: where it lies in the tree, and what their package has in it.

A package is a file or a folder that an ``archive_file`` or a ``TerraformAsset`` packs, a folder that SAM or
``aws cloudformation package`` packs, or text in a template. Nothing is run, and no archive is opened.
"""

from __future__ import annotations

import ast
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass

from iacfix.transforms import code
from iacfix.transforms.edits import AddImport, Edit
from iacfix.transforms.model import (
    Call,
    Component,
    Conditional,
    Kind,
    Literal,
    Mapping,
    Module,
    Opaque,
    Reference,
    Resource,
    Template,
    Value,
)
from iacfix.transforms.resolve import constants, resolve

FUNCTIONS = ("aws_lambda_function", "AWS::Serverless::Function")
_TREE = "/-tree-"  # where the tree would lie, were it somewhere
INLINE = "index"
"""What the module of a function is called whose source stands in a template."""


@dataclass(frozen=True, slots=True)
class Member:
    """A file in a package: what it is called there, where it lies in the tree (empty: nowhere), and what it says."""

    name: str
    path: str
    text: str | None

    @property
    def stem(self) -> str:
        """The name without its ending."""
        return posixpath.splitext(self.name)[0]

    @property
    def ending(self) -> str:
        """What follows the last point of the name, with the point."""
        return posixpath.splitext(self.name)[1]

    def defines(self, name: str) -> bool | None:
        """Say whether it defines *name*; None where that cannot be seen."""
        names = code.defines(self.text, self.ending) if self.text is not None else None
        return None if names is None else name in names


@dataclass(frozen=True, slots=True)
class Package:
    """What a function runs, as far as the source says."""

    members: tuple[Member, ...]
    inline: bool = False


def functions(component: Component) -> Iterator[tuple[Module, Resource]]:
    """Yield all functions."""
    for module in component.modules:
        for function in module.of_type(*FUNCTIONS):
            yield module, function


def runtime(component: Component, module: Module, function: Resource) -> str:
    """Return the runtime of *function*, one of them where there are several of a family, empty where it is unknown."""
    value = function.get("runtime") or function.get("Runtime") or of_all(module, function, "Runtime")
    known = constants(component, module, value) if value is not None else None
    families = {re.sub(r"[\d.x]+$", "", name) for name in known or ()}
    return max(known) if known and len(families) == 1 else ""


def of_all(module: Module, function: Resource, name: str) -> Value | None:
    """Return what the Globals of a SAM template say of all functions."""
    common = module.find(Kind.OTHER, "Globals", "Globals") if function.type == "AWS::Serverless::Function" else None
    return common.get("Function", name) if common else None


def endings(runtime_: str) -> frozenset[str]:
    """Return the endings of the files that *runtime_* runs; none for one that runs what was built."""
    return code.PYTHON if runtime_.startswith("python") else code.NODE if runtime_.startswith("nodejs") else frozenset()


def handler(component: Component, module: Module, function: Resource) -> tuple[str, str] | None:
    """Return the names of the module and of the function in it that *function* runs, or None."""
    value = function.get("handler") or function.get("Handler") or of_all(module, function, "Handler")
    known = constants(component, module, value) if value is not None else None
    if not known or len(known) > 1:
        return None
    stem, _, name = next(iter(known)).rpartition(".")
    return (stem, name) if stem and name else None


def is_zip(function: Resource) -> bool:
    """Say whether *function* is packed from files: neither an image nor something in a bucket."""
    package = function.get("package_type") or function.get("PackageType")
    return (
        package in {None, Literal("Zip")} and not {"image_uri", "ImageUri", "s3_bucket", "s3_key"} & function.body.names
    )


# --------------------------------------------------------------------------------------------------------------------
# Paths


def path_of(component: Component, module: Module, value: Value) -> str | None:
    """Return the path in the tree that *value* is, or None where it is unknown, several, or outside of the tree."""
    found = resolve(component, module, value)
    if found is None or len(found) != 1 or found[0].path:
        return None
    where = found[0].module
    text = _spelled(component, where, found[0].value)
    if text is None:
        return None
    path = posixpath.normpath(text)
    return None if posixpath.isabs(path) or path == ".." or path.startswith("../") else path


def _spelled(component: Component, module: Module, value: Value) -> str | None:
    match value:
        case Literal(value=str() as text) if text and "://" not in text:
            return _below(base_of(component, module), text)
        case Template(parts=(Reference(kind=Kind.BUILTIN, name="path.module"), *rest)):
            return _under(component, module, module.path, rest)
        case Template(parts=(Reference(kind=Kind.BUILTIN, name="path.root" | "path.cwd"), *rest)):
            return _under(component, module, base_of(component, module), rest)
        case Reference(kind=Kind.BUILTIN, name="path.module"):
            return module.path
        case Template():
            known = constants(component, module, value)
            return _below(base_of(component, module), next(iter(known))) if known and len(known) == 1 else None
        case Opaque(text=text) if value.origin is not None:
            return _python_path(text, value.origin.path, base_of(component, module))
        case _:
            return None


def _under(component: Component, module: Module, base: str | None, rest: list[Value]) -> str | None:
    known = constants(component, module, Template(tuple(rest))) if rest else frozenset({""})
    if base is None or not known or len(known) > 1:
        return None
    text = next(iter(known))
    return base + text if text.startswith("/") or not text else None


def base_of(component: Component, module: Module) -> str | None:
    """Return the folder that relative paths in *module* begin at, or None where several programs run it."""
    if component.language == "hcl":
        roots = component.roots(module)
        return roots[0].path if len(roots) == 1 else None
    if component.language == "cloudformation":
        return posixpath.dirname(module.path) or "."
    folder = posixpath.dirname(module.documents[0])
    paths = component.tree.paths() if component.tree is not None else frozenset[str]()
    while folder and posixpath.join(folder, "cdktf.json") not in paths:
        folder = posixpath.dirname(folder)
    return folder or "."


def _below(base: str | None, text: str) -> str | None:
    return None if base is None else posixpath.join(base, text)


def _python_path(text: str, file: str, base: str | None) -> str | None:
    """Return the path that a Python expression puts together from constants and the place of its *file*."""
    try:
        found = _folded(ast.parse(text.strip(), mode="eval").body, file, base)
    except (SyntaxError, ValueError, RecursionError):
        return None
    if found is None or not posixpath.isabs(found):
        return _below(base, found) if found else None
    inside, _, path = posixpath.normpath(found).partition(f"{_TREE}/")
    return path if not inside and path else None


def _folded(node: ast.expr, file: str, base: str | None) -> str | None:
    match node:
        case ast.Constant(value=str() as text):
            return text
        case ast.Name(id="__file__"):
            return posixpath.join(_TREE, file)
        case ast.Call(func=ast.Attribute(attr="getcwd" | "cwd"), args=[]):
            return None if base is None else posixpath.normpath(posixpath.join(_TREE, base))
        case ast.Call(func=ast.Attribute(attr="join" | "joinpath", value=owner), args=args):
            owned = isinstance(node.func, ast.Attribute) and node.func.attr == "joinpath"
            parts = [_folded(arg, file, base) for arg in ([owner, *args] if owned else args)]
            known = [part for part in parts if part is not None]
            return posixpath.join(*known) if known and len(known) == len(parts) else None
        case ast.Call(func=ast.Attribute(attr="dirname"), args=[inner]) | ast.Attribute(attr="parent", value=inner):
            found = _folded(inner, file, base)
            return None if found is None else posixpath.dirname(found)
        case ast.Call(
            func=ast.Attribute(attr="abspath" | "realpath" | "normpath" | "Path") | ast.Name(id="str" | "Path"),
            args=[inner],
        ):
            return _folded(inner, file, base)
        case ast.Call(func=ast.Attribute(attr="resolve" | "absolute" | "as_posix", value=inner), args=[]):
            return _folded(inner, file, base)
        case ast.BinOp(left=left, op=ast.Div() | ast.Add() as operation, right=right):
            one, other = _folded(left, file, base), _folded(right, file, base)
            if one is None or other is None:
                return None
            return posixpath.join(one, other) if isinstance(operation, ast.Div) else one + other
        case _:
            return None


def is_there(component: Component, module: Module, value: Value) -> bool:
    """Say whether the file whose path *value* is belongs to the tree."""
    path = path_of(component, module, value)
    return path is not None and component.tree is not None and path in component.tree.paths()


# --------------------------------------------------------------------------------------------------------------------
# Packages


def hash_of(component: Component, module: Module, filename: Value) -> tuple[Value, tuple[Edit, ...]]:
    """Return the hash of the package *filename*, and what its language needs to have it."""
    packed = where_packed(module, filename)
    if packed is not None and packed.type == "archive_file" and isinstance(filename, Reference):
        return filename.attribute_is("output_base64sha256").detached(), ()
    if component.language != "cdktf":
        return Call("filebase64sha256", (filename,)), ()
    path = module.documents[0]
    fork = re.search(r"\bcdktn\b", component.documents[path].text) is not None
    return Call("filebase64sha256", (filename,)), (AddImport(path, "cdktn" if fork else "cdktf", "Fn"),)


def package_of(component: Component, module: Module, function: Resource) -> Package | None:
    """Return what is in the package of *function*, or None where the source does not say."""
    match inline_source(function):
        case None:
            pass
        case inline:
            endings_ = sorted(endings(runtime(component, module, function)) - {".mjs", ".cjs"})
            return Package((Member(f"{INLINE}{endings_[0]}", "", _inline(inline)),), inline=True) if endings_ else None
    value = function.get("filename") or function.get("Code") or function.get("CodeUri")
    if value is None or isinstance(value, Mapping) or function.meta.get("Metadata", "BuildMethod") is not None:
        return None
    if (found := resolve(component, module, value)) is None:
        return None
    if len(found) != 1:
        return None
    where, packed = found[0].module, where_packed(found[0].module, found[0].value)
    if packed is None:
        return (
            _folder_or_file(component, path_of(component, module, value))
            if "filename" not in function.body.names
            else None
        )
    if packed.type == "TerraformAsset":
        path = packed.get("path")
        path = path.otherwise if isinstance(path, Conditional) else path  # what is built has the same in it, and more
        return _folder_or_file(component, path_of(component, where, path)) if path is not None else None
    return _archive(component, where, packed)


def inline_source(function: Resource) -> Value | None:
    """Return the source of *function* that stands in its template, or None."""
    return function.get("Code", "ZipFile") or function.get("InlineCode")


def where_packed(module: Module, value: Value | None) -> Resource | None:
    """Return the archive or the asset whose file *value* is."""
    match value:
        case (
            Reference(type="archive_file", attribute="output_path") | Reference(type="TerraformAsset", attribute="path")
        ):
            return module.target(value)
        case _:
            return None


def source_paths(archive: Resource) -> Iterator[tuple[str, Value]]:
    """Yield the arguments of an archive or an asset that name what it packs, with the paths."""
    for name in ("source_file", "source_dir", "path"):
        if (value := archive.get(name)) is not None:
            yield name, value
    for block in archive.all("source"):
        match block.get("content") if isinstance(block, Mapping) else None:
            case Call(name="file", arguments=(path,)):
                yield "source.content", path
            case _:
                pass


def _archive(component: Component, module: Module, archive: Resource) -> Package | None:
    if (single := archive.get("source_file")) is not None:
        return _folder_or_file(component, path_of(component, module, single))
    if (folder := archive.get("source_dir")) is not None:
        path = path_of(component, module, folder)
        return Package(tuple(_folder(component, path))) if path is not None else None
    blocks = [block for block in archive.all("source") if isinstance(block, Mapping)]
    blocks += [archive.body] if archive.get("source_content") is not None else []
    members = [_written(component, module, block) for block in blocks]
    known = tuple(member for member in members if member is not None)
    generated = any(entry.name == "source" and not isinstance(entry.value, Mapping) for entry in archive.body.entries)
    return Package(known) if known and len(known) == len(members) and not generated else None


def _written(component: Component, module: Module, block: Mapping) -> Member | None:
    """Return the member that a ``source`` block writes."""
    named = block.get("filename") or block.get("source_content_filename")
    names = constants(component, module, named) if named is not None else None
    if not names or len(names) > 1:
        return None
    name = next(iter(names))
    match block.get("content") or block.get("source_content"):
        case Call(name="file", arguments=(argument,)):
            path = path_of(component, module, argument)
            return None if path is None else Member(name, path, _text(component, path))
        case Literal(value=str() as text):
            return Member(name, "", text)
        case _:
            return Member(name, "", None)


def _inline(value: Value) -> str | None:
    """Return the text of a source that stands in a template; its holes are words."""
    match value:
        case Literal(value=str() as text):
            return text
        case Template(parts=parts):
            return "".join(str(part.value) if isinstance(part, Literal) else "HOLE" for part in parts)
        case _:
            return None


def _folder_or_file(component: Component, path: str | None) -> Package | None:
    if path is None or component.tree is None:
        return None
    if path in component.tree.paths():
        known = posixpath.splitext(path)[1] in code.PYTHON | code.NODE
        return Package((Member(posixpath.basename(path), path, _text(component, path)),)) if known else None
    members = tuple(_folder(component, path))
    return Package(members) if members else None


def _folder(component: Component, folder: str) -> Iterator[Member]:
    """Yield the files below *folder*."""
    head = "" if folder == "." else f"{folder}/"
    for path in sorted(component.tree.paths() if component.tree is not None else ()):
        if path.startswith(head):
            readable = posixpath.splitext(path)[1] in code.PYTHON | code.NODE
            yield Member(path.removeprefix(head), path, _text(component, path) if readable else None)


def _text(component: Component, path: str) -> str | None:
    return component.tree.text(path) if component.tree is not None else None


# --------------------------------------------------------------------------------------------------------------------
# The rest of the tree

_TELLS = re.compile(
    r"""(?:^|/)(?:(?:GNU)?[Mm]akefile|[Jj]ustfile|Taskfile\.ya?ml|package\.json|Jenkinsfile\w*|Dockerfile[^/]*
    |buildspec[^/]*\.ya?ml|\.gitlab-ci\.ya?ml|(?:bitbucket|azure)-pipelines\.ya?ml|serverless\.ya?ml|cdktf\.json
    |(?:noxfile|tasks|setup)\.py|(?:build|package|deploy|bundle)\w*\.(?:py|js|mjs|ts)|pyproject\.toml
    |(?:\.github|\.circleci|\.buildkite|scripts?|tools|bin|ci)/[^.]*[^/]*|[^/]*\.(?:sh|bash|ps1|bat|cmd|mk|md|rst))$""",
    re.VERBOSE,
)
_PACKAGING = re.compile(
    r"(?:^|[\s\"'&|;/])(?:zip|esbuild|webpack|rollup|tsc|ncc|sam build|serverless|chalice)(?=[\s\"'])"
    r"|shutil\.make_archive|zipfile|pip3? install[^\n]*(?:-t|--target)",
    re.MULTILINE,
)


def told_elsewhere(component: Component, words: str, *, packs: bool = False) -> str:
    """Return the path of a build file, script or guide that has *words*, or one that packs something; else empty."""
    if component.tree is None:
        return ""
    for path in sorted(component.tree.paths()):
        text = component.tree.text(path) if _TELLS.search(path) else None
        if text is not None and (words in text or (packs and not _is_guide(path) and _PACKAGING.search(text))):
            return path
    return _run_here(component, words) or (_run_here(component, "") if packs else "")


def built_by(component: Component, words: str) -> str:
    """Return the path of a build file or script that packs something and has *words*, else an empty string."""
    if component.tree is None:
        return ""
    for path in sorted(component.tree.paths()):
        text = component.tree.text(path) if _TELLS.search(path) and not _is_guide(path) else None
        if text is not None and words in text and _PACKAGING.search(text):
            return path
    return _run_here(component, words)


def builds(component: Component, words: str) -> bool:
    """Say whether a build file or script mentions *words*, or Terraform runs a packing command."""
    return said_by_script(component, words) or bool(_run_here(component, ""))


def said_by_script(component: Component, *words: str) -> bool:
    """Say whether a build file or script has one of *words*."""
    paths = sorted(component.tree.paths()) if component.tree is not None else []
    texts = (component.tree.text(p) for p in paths if _TELLS.search(p) and not _is_guide(p)) if component.tree else ()
    return any(text is not None and any(each in text for each in words) for text in texts)


def _run_here(component: Component, words: str) -> str:
    """Return the path of a document that has Terraform run a packing command, with *words*."""
    for path, document in component.documents.items():
        if "local-exec" in document.text and words in document.text and _PACKAGING.search(document.text):
            return path
    return ""


def _is_guide(path: str) -> bool:
    return path.endswith((".md", ".rst"))


def is_ignored(component: Component, path: str) -> bool:
    """Say whether git is told to ignore *path*, which may then be there though nobody sees it."""
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 - few runs need it

    for ignoring in _ignore_files(component, path):
        lines = (_text(component, ignoring) or "").splitlines()
        relative = posixpath.relpath(path, posixpath.dirname(ignoring) or ".")
        verdict = GitIgnoreSpec.from_lines(lines).check_file(relative).include
        if verdict is not None:
            return verdict
    return False


def ignore_file(component: Component, path: str) -> str:
    """Return the path of the file that tells git what to ignore next to *path*, empty where there is none."""
    return next(_ignore_files(component, path), "")


def _ignore_files(component: Component, path: str) -> Iterator[str]:
    paths = component.tree.paths() if component.tree is not None else frozenset[str]()
    while path:
        path = posixpath.dirname(path)
        ignoring = posixpath.join(path, ".gitignore")
        if ignoring in paths:
            yield ignoring
