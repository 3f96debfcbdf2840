"""The files of a run: which there are, which of them a language reads, and what they say.

The whole repository is read, whatever paths were given: these restrict what is reported and mended, never what is
known. No file is opened that no language may be written in, unless a fixer asks for it through `Project.text`.
"""

from __future__ import annotations

import functools
import os
import posixpath
import stat
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from iacfix.errors import Refusal
from iacfix.git import Repository
from iacfix.transforms.languages import candidates, language
from iacfix.transforms.model import Document

if TYPE_CHECKING:  # imported where it is needed
    from pathspec import GitIgnoreSpec

LIMIT = 10_000_000
NEVER = frozenset({".git", ".iacfix", ".terraform", ".venv", "cdk.out", "cdktf.out", "node_modules"})


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that kept a file from being read: where, what, and what to do about it."""

    path: str
    message: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Part:
    """The documents of one component, and the language that reads them."""

    language: str
    documents: Mapping[str, Document]

    @property
    def size(self) -> int:
        """The number of characters to read."""
        return sum(len(document.text) for document in self.documents.values())


class Ignore:
    """The patterns of one ``.gitignore``, or of the configuration's ``exclude``."""

    def __init__(self, lines: Iterable[str] = ()) -> None:
        """Keep the patterns; they are compiled when a path is first asked about."""
        self.lines = tuple(lines)

    @classmethod
    def read(cls, path: Path) -> Ignore:
        """Return the patterns in the file at *path*, none when it cannot be read."""
        try:
            return cls(path.read_text(errors="replace").splitlines())
        except OSError:
            return cls()

    @functools.cached_property
    def _spec(self) -> GitIgnoreSpec:
        from pathspec import GitIgnoreSpec  # noqa: PLC0415 - most runs are in a repository and need none

        return GitIgnoreSpec.from_lines(self.lines)

    def decide(self, path: str) -> bool | None:
        """Say whether *path* is ignored; None when no pattern speaks of it."""
        return self._spec.check_file(path).include

    def covers(self, path: str) -> bool:
        """Say whether *path*, or a folder above it, is ignored."""
        return bool(self.lines) and bool(self.decide(path))


class Unreadable(Exception):  # noqa: N818 - an answer about a file
    """A file that cannot be had as text; the message says why and what to do."""

    def __init__(self, message: str, data: bytes = b"", line: int = 1, column: int = 1) -> None:
        """Keep what could be read in *data*, for a language to say whether the file is one of its own."""
        super().__init__(message)
        self.data = data
        self.line = line
        self.column = column


@dataclass
class Project:
    """A closed world: every file under *root*, read when it is asked for.

    - *given* are the paths that findings are restricted to, relative to the root; empty means all of them;
    - *excluded* files are read, since others may depend on them, but nothing is reported of them or written to them;
    - *overlay* has the text of files that the run has already changed, where one part of it must see what another did.
    """

    root: Path
    repository: Repository | None
    files: frozenset[str]
    given: tuple[str, ...] = ()
    excluded: Ignore = field(default_factory=Ignore)
    overlay: dict[str, str] = field(default_factory=dict)
    _others: dict[str, Document | None] = field(default_factory=dict, repr=False)

    @property
    def closed(self) -> bool:
        """Every file of the repository can be seen."""
        return True

    def paths(self) -> frozenset[str]:
        """Return the paths of all files."""
        return self.files | self.overlay.keys() if self.overlay else self.files

    def text(self, path: str) -> str | None:
        """Return the file's text without its byte order mark, or None when it cannot be had."""
        if path in self.overlay:
            return self.overlay[path]
        document = self.document(path)
        return document.text if document else None

    def document(self, path: str) -> Document | None:
        """Return the file as it stands, or None when it cannot be had."""
        if path not in self._others:
            try:
                self._others[path] = Document.decode(path, read(self.root, path)) if inside(path) else None
            except (Unreadable, UnicodeDecodeError):
                self._others[path] = None
        return self._others[path]

    def exists(self, path: str) -> bool:
        """Say whether a file is there, though git may ignore it."""
        return path in self.files or (inside(path) and (self.root / path).exists())

    def is_given(self, path: str) -> bool:
        """Say whether *path* is one of those that findings are restricted to."""
        if self.excluded.covers(path):
            return False
        return not self.given or any(under(path, folder) for folder in self.given)

    def real(self, path: str) -> str | None:
        """Return the path of the file that *path* names, through links; None when that is not in the tree."""
        return within(self.root, (self.root / path).resolve())

    def documents(self) -> tuple[dict[str, dict[str, Document]], list[Fault]]:
        """Return the documents of every language, and the files of a language that cannot be read."""
        found: dict[str, dict[str, Document]] = {}
        faults: list[Fault] = []
        for path in sorted(self.files):
            for name in candidates(path):
                try:
                    document = Document.decode(path, decodable(read(self.root, path)), name)
                except Unreadable as problem:
                    if self._missed(path, name, problem):
                        faults.append(Fault(path, str(problem), problem.line, problem.column))
                    continue
                if language(name).claims(path, document.text):
                    found.setdefault(name, {})[path] = document
                    break
        return found, faults

    def _missed(self, path: str, name: str, problem: Unreadable) -> bool:
        """Say whether a file that cannot be read is one that the language would have read."""
        if self.excluded.covers(path):
            return False
        return not problem.data or language(name).claims(path, problem.data.decode(errors="replace"))

    def parts(self) -> tuple[list[Part], list[Fault]]:
        """Return the components to be read, in a stable order, and the files that cannot be."""
        found, faults = self.documents()
        parts = [
            Part(name, {path: documents[path] for path in paths})
            for name, documents in found.items()
            for paths in language(name).group(documents)
            if not all(map(self.excluded.covers, paths))
        ]
        return sorted(parts, key=lambda part: min(part.documents)), faults


@dataclass(frozen=True, slots=True)
class Place:
    """Where a project is: its root, the repository that this is the top of, and the paths that were given."""

    root: Path
    repository: Repository | None
    targets: tuple[Path, ...]


def locate(arguments: Sequence[Path], *, anchor: Path | None = None) -> Place:
    """Return where the project is that *arguments* lie in; raises Refusal.

    Its root is the top level of the git repository; without one, *anchor* (where the configuration stands) or the
    directory that the arguments have in common.
    """
    targets = tuple(map(_existing, arguments))
    common = common_folder(targets)
    repository = Repository.of(common)
    _same_repository(targets, repository)
    return Place(repository.root.resolve() if repository else anchor or common, repository, targets)


def discover(place: Place, *, exclude: Iterable[str] = ()) -> Project:
    """Return the project at *place*, with its files listed."""
    root, repository = place.root, place.repository
    files = set(_listed(repository, root) if repository else walk(root))
    given = tuple(within(root, target) or "." for target in place.targets)
    for target, path in zip(place.targets, given, strict=True):
        if not any(under(file, path) for file in files):
            files.update(_asked_for(target, root))
    return Project(root, repository, frozenset(files), () if "." in given else given, Ignore(exclude))


def common_folder(paths: Sequence[Path]) -> Path:
    """Return the innermost directory that holds all *paths*; without any, the current one."""
    found = [path if path.is_dir() else path.parent for path in paths] or [Path()]
    return Path(os.path.commonpath([folder.resolve() for folder in found]))


def read(root: Path, path: str) -> bytes:
    """Return the bytes of the file at *path*; raises Unreadable."""
    try:
        # Without waiting: a link may lead to a pipe.
        with open(os.open(root / path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)), "rb") as file:  # noqa: PTH123
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise Unreadable("not a regular file")
            data = file.read(LIMIT + 1)
    except OSError as error:
        raise Unreadable(f"cannot be read: {error.strerror}; {_remedy(error)}") from error
    if len(data) > LIMIT:
        raise Unreadable(f"larger than {LIMIT // 1_000_000} MB; exclude it, or split it", data)
    return data


def decodable(data: bytes) -> bytes:
    """Return *data*; raises Unreadable with the place of the first byte that is not UTF-8."""
    try:
        data.decode()
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rpartition(b"\n")[2].decode()) + 1
        what = f"byte 0x{data[error.start]:02x} at offset {error.start} is not UTF-8; save the file as UTF-8"
        raise Unreadable(what, data, line, column) from error
    return data


def walk(root: Path, under_: str = "") -> Iterator[str]:
    """Yield the files under *root* that no ``.gitignore`` on the way names; links to directories are not followed."""
    yield from _walk(root, under_, [])


def within(root: Path, path: Path) -> str | None:
    """Return *path* relative to *root*, with forward slashes, or None when it lies elsewhere."""
    try:
        return path.relative_to(root).as_posix()
    except ValueError:
        return None


def under(path: str, folder: str) -> bool:
    """Say whether *path* is *folder* or lies in it."""
    return folder in {".", path} or path.startswith(f"{folder}/")


def inside(path: str) -> bool:
    """Say whether a relative path stays in the tree."""
    return not posixpath.isabs(path) and posixpath.normpath(path).partition("/")[0] != ".."


def _existing(argument: Path) -> Path:
    """Return *argument* as an absolute path, its directory resolved and its last link kept."""
    if not (argument.exists() or argument.is_symlink()):
        raise Refusal(f"{argument}: no such file or directory; give a path that exists, or none for all files")
    return argument.resolve() if argument.is_dir() else argument.parent.resolve() / argument.name


def _same_repository(targets: Iterable[Path], repository: Repository | None) -> None:
    """Refuse paths of several repositories, since each has its own root, journal and configuration."""
    if repository:
        return
    found = {Repository.of(target if target.is_dir() else target.parent) for target in targets}
    if found - {None}:
        raise Refusal("the paths lie in different repositories; run iacfix once for each")


def _listed(repository: Repository, root: Path) -> Iterator[str]:
    """Yield what git lists, without submodules, links to directories, and files that are gone."""
    for path in repository.files():
        if NEVER.isdisjoint(path.split("/")) and _is_file(root / path):
            yield path


def _is_file(path: Path) -> bool:
    """Say whether there is something at *path* that is no directory, a link that leads nowhere included."""
    try:
        mode = path.lstat().st_mode
    except OSError:
        return False
    if stat.S_ISLNK(mode):
        try:
            return not path.is_dir()
        except OSError:  # a loop of links: reading it will say so
            return True
    return stat.S_ISREG(mode)


def _asked_for(target: Path, root: Path) -> Iterator[str]:
    """Yield the files of a path that was given by name though git ignores it."""
    path = within(root, target)
    if path is None:
        return
    if target.is_dir():
        yield from walk(root, "" if path == "." else path)
    else:
        yield path


def _walk(root: Path, folder: str, above: list[tuple[str, Ignore]]) -> Iterator[str]:
    try:
        entries = sorted(os.scandir(root / folder), key=lambda entry: entry.name)
    except OSError:
        return
    rules = above
    if any(entry.name == ".gitignore" for entry in entries):
        rules = [*above, (folder, Ignore.read(root / folder / ".gitignore"))]
    for entry in entries:
        path = f"{folder}/{entry.name}" if folder else entry.name
        directory = entry.is_dir(follow_symlinks=False)
        if entry.name in NEVER or _ignored(path, rules, directory=directory):
            continue
        if directory:
            yield from _walk(root, path, rules)
        elif _is_file(root / path):
            yield path


def _ignored(path: str, rules: Sequence[tuple[str, Ignore]], *, directory: bool) -> bool:
    """Ask the ``.gitignore`` files on the way, the nearest first."""
    for folder, ignore in reversed(rules):
        relative = path[len(folder) + 1 :] if folder else path
        verdict = ignore.decide(relative + "/" if directory else relative)
        if verdict is not None:
            return verdict
    return False


def _remedy(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "give yourself permission to read it, or exclude it"
    return "repair or remove it, or exclude it"
