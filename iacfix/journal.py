"""Writing, so that a run is written whole or not at all, and can be taken back.

Before the first file is touched, the journal holds what all of them said; a file is replaced by renaming a sibling
over it. A journal that is still *pending* tells of a run that was cut off: it is rolled back before anything else is
written. The journal lives in git's own directory, or in ``.iacfix/``, which ignores itself.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Generator, Iterable
from dataclasses import dataclass
from pathlib import Path

import msgspec

from iacfix.errors import Refusal
from iacfix.git import Repository
from iacfix.project import inside
from iacfix.run import Change

try:
    import fcntl
except ImportError:  # Windows: two runs at once are the user's to avoid
    fcntl = None  # type: ignore[assignment]


class Entry(msgspec.Struct, frozen=True):
    """A file that was written: what it said (None: it was not there), and the hash of what it says now."""

    path: str
    before: bytes | None
    after: str
    mode: int = 0
    folders: tuple[str, ...] = ()  # that were made for it, the innermost first


class Record(msgspec.Struct, frozen=True):
    """A run. *ours* are the hashes of all files that stand as some run of ours left them."""

    version: int
    entries: tuple[Entry, ...]
    ours: dict[str, str]


@dataclass(frozen=True, slots=True)
class Undone:
    """What `Journal.undo` did: the files it took back, or those that kept it from doing so."""

    restored: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()


class Interrupted(Exception):  # noqa: N818 - it is an answer
    """A file changed while the run was being written."""


class Journal:
    """The journal of one tree."""

    def __init__(self, root: Path, folder: Path) -> None:
        """Keep the journal of *root* in *folder*."""
        self.root = root
        self.folder = folder
        self._pending = folder / "pending.json"
        self._last = folder / "last.json"

    @classmethod
    def of(cls, root: Path, repository: Repository | None) -> Journal:
        """Return the journal of the project at *root*."""
        return cls(root, repository.directory / "iacfix" if repository else root / ".iacfix")

    @property
    def interrupted(self) -> bool:
        """Whether the last run was cut off while it was being written."""
        return self._pending.exists()

    def ours(self) -> frozenset[str]:
        """Return the paths of the files that still stand as we wrote them."""
        record = self._read(self._last)
        return frozenset(self._standing(_hashes(record))) if record else frozenset()

    def write(self, changes: Iterable[Change]) -> None:
        """Write *changes*, all of them or none; raises Refusal when that cannot be done."""
        planned = [(change, self._target(change.path)) for change in changes]
        if not planned:
            return
        with self.locked():
            self._recover()
            before = self._read(self._last)
            ours = self._standing(_hashes(before)) if before else {}
            record = Record(1, tuple(self._entry(change, target) for change, target in planned), ours)
            self._store(self._pending, record)
            try:
                for change, target in planned:
                    self._replace(target, change)
            except BaseException as error:
                self._roll_back(record)
                if isinstance(error, (Interrupted, OSError)):
                    raise Refusal(f"nothing was written: {error}") from error
                raise
            self._pending.replace(self._last)

    def recover(self) -> tuple[str, ...]:
        """Take back a run that was cut off; return the files that were restored."""
        if not self.interrupted:
            return ()
        with self.locked():
            return self._recover()

    def undo(self) -> Undone:
        """Take back the last run, if every file is still as it left it."""
        with self.locked():
            if record := self._read(self._pending):
                return Undone(self._roll_back(record))
            record = self._read(self._last)
            if not record or not record.entries:
                raise Refusal("there is nothing to undo: no run is journalled here")
            if changed := [entry.path for entry in record.entries if self._hash(entry.path) != entry.after]:
                return Undone(changed=tuple(changed))
            # From here on a crash is finished by the next start.
            self._last.replace(self._pending)
            return Undone(self._roll_back(record))

    # What stands on disk ----------------------------------------------------------------------------------------

    def _target(self, path: str) -> str:
        """Return the path of the file itself: links are kept and what they lead to is written."""
        real = (self.root / path).resolve() if inside(path) else None
        if real is None or not real.is_relative_to(self.root):
            raise Refusal(f"nothing was written: {path} is outside the tree")
        return real.relative_to(self.root).as_posix()

    def _entry(self, change: Change, target: str) -> Entry:
        data = _digest(change.after.encode())
        if change.before is None:
            missing = [parent for parent in Path(target).parents if not (self.root / parent).exists()]
            return Entry(target, None, data, 0, tuple(parent.as_posix() for parent in missing))
        return Entry(target, change.before.encode(), data, (self.root / target).stat().st_mode & 0o7777)

    def _replace(self, target: str, change: Change) -> None:
        path = self.root / target
        before = path.read_bytes() if path.exists() else None
        if before != (change.before.encode() if change.before else None):
            raise Interrupted(f"{target} changed while iacfix was writing; run it again")
        if before is None:
            path.parent.mkdir(parents=True, exist_ok=True)
        rename_over(path, change.after.encode(), path.stat() if before is not None else None)

    def _roll_back(self, record: Record) -> tuple[str, ...]:
        """Restore what was written; a file that somebody has changed since is left to them."""
        restored: list[str] = []
        for entry in record.entries:
            path = self.root / entry.path
            sibling_of(path).unlink(missing_ok=True)
            if self._hash(entry.path) != entry.after:
                continue
            if entry.before is None:
                path.unlink()
            else:
                rename_over(path, entry.before, path.stat())
            restored.append(entry.path)
        for folder in (folder for entry in record.entries for folder in entry.folders):
            with contextlib.suppress(OSError):  # not empty: somebody else's file is in it
                (self.root / folder).rmdir()
        ours = {path: data for path, data in record.ours.items() if path not in restored}
        self._store(self._last, Record(1, (), self._standing(ours)))
        self._pending.unlink(missing_ok=True)
        return tuple(restored)

    def _recover(self) -> tuple[str, ...]:
        record = self._read(self._pending)
        return self._roll_back(record) if record else ()

    def _hash(self, path: str) -> str | None:
        try:
            return _digest((self.root / path).read_bytes())
        except OSError:
            return None

    def _standing(self, hashes: dict[str, str]) -> dict[str, str]:
        return {path: data for path, data in hashes.items() if self._hash(path) == data}

    # The journal itself -------------------------------------------------------------------------------------------

    def _read(self, path: Path) -> Record | None:
        try:
            record = msgspec.json.decode(path.read_bytes(), type=Record)
        except FileNotFoundError:
            return None
        except (OSError, msgspec.MsgspecError) as error:
            raise Refusal(f"{path}: the journal cannot be read ({error}); remove it to go on without undo") from error
        if not all(inside(entry.path) and all(map(inside, entry.folders)) for entry in record.entries):
            raise Refusal(f"{path}: the journal names files outside the tree; remove it")
        return record

    def _store(self, path: Path, record: Record) -> None:
        temporary = path.with_suffix(".new")
        with temporary.open("wb") as file:
            file.write(msgspec.json.encode(record))
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)

    @contextlib.contextmanager
    def locked(self) -> Generator[None]:
        """Keep other runs out of this tree."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            if self.folder.name == ".iacfix":
                (self.folder / ".gitignore").write_text("*\n")
            file = (self.folder / "lock").open("w")
        except OSError as error:
            raise Refusal(
                f"{self.folder}: the journal cannot be kept: {error.strerror}; nothing was written"
            ) from error
        with file:
            if fcntl is not None:
                try:
                    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except OSError as error:
                    raise Refusal("another iacfix is writing here; wait for it, then run again") from error
            yield


def _hashes(record: Record) -> dict[str, str]:
    return record.ours | {entry.path: entry.after for entry in record.entries}


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def sibling_of(path: Path) -> Path:
    """Return the name that a file is written under before it takes its place; short, whatever the file's is."""
    return path.with_name(f".iacfix-{hashlib.sha256(os.fsencode(path.name)).hexdigest()[:16]}")


def rename_over(path: Path, data: bytes, like: os.stat_result | None) -> None:
    """Put *data* in the place of the file at *path*, with the mode and the owner of *like*."""
    sibling = sibling_of(path)
    sibling.unlink(missing_ok=True)
    try:
        # Exclusive: nobody's link is followed.
        with sibling.open("xb") as file:
            file.write(data)
        if like is not None:
            with contextlib.suppress(OSError, AttributeError):
                os.chown(sibling, like.st_uid, like.st_gid)
            sibling.chmod(like.st_mode & 0o7777)
        sibling.replace(path)
    except BaseException:
        sibling.unlink(missing_ok=True)
        raise
