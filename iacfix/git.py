"""The few questions that are put to git."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from iacfix.errors import Refusal

# A repository under repair is data: nothing that its configuration names is run.
_INERT = ("-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "core.quotePath=false")
_PLAIN_DIFF = ("--no-ext-diff", "--no-textconv", "--no-color", "--ignore-submodules=all")


class GitError(Exception):
    """Git said no; the message is git's own."""


@dataclass(frozen=True, slots=True)
class Repository:
    """The work tree of a git repository. Paths in answers are relative to *root*, with forward slashes."""

    root: Path

    @classmethod
    def of(cls, folder: Path) -> Repository | None:
        """Return the repository that *folder* lies in, or None; raises Refusal where git will not open it."""
        try:
            root = _git(folder, "rev-parse", "--show-toplevel")
        except FileNotFoundError:
            return None
        except GitError as error:
            if "dubious ownership" in str(error):
                raise Refusal(f"{folder}: git will not open the repository: {error}") from error
            return None
        return cls(Path(os.fsdecode(root.rstrip(b"\n")))) if root.strip() else None

    @property
    def directory(self) -> Path:
        """The git directory of this work tree."""
        return Path(os.fsdecode(_git(self.root, "rev-parse", "--absolute-git-dir").rstrip(b"\n")))

    def files(self) -> list[str]:
        """Return tracked and untracked files, without the ignored ones."""
        return sorted(set(_names(_git(self.root, "ls-files", "-z", "-co", "--exclude-standard"))))

    def dirty(self) -> frozenset[str]:
        """Return the tracked files whose work tree differs from the index."""
        # "a": files that are only announced (``git add -N``) are untracked ones.
        return frozenset(
            _names(_git(self.root, "diff", "-z", "--name-only", "--no-relative", "--diff-filter=a", *_PLAIN_DIFF))
        )

    def shallow(self) -> bool:
        """Say whether the history was cut off when it was fetched."""
        return _git(self.root, "rev-parse", "--is-shallow-repository").strip() == b"true"

    def commit(self, name: str) -> str | None:
        """Return the commit that *name* stands for, or None."""
        try:
            found = _git(self.root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
        except GitError:
            return None
        return found.decode().strip()

    def merge_base(self, one: str, other: str) -> str | None:
        """Return the commit that two histories have in common, or None."""
        try:
            return _git(self.root, "merge-base", one, other).decode().strip() or None
        except GitError:
            return None

    def diff(self, commit: str, *options: str) -> bytes:
        """Return the unified diff from *commit* to the work tree, renames followed."""
        prefixes = ("--src-prefix=a/", "--dst-prefix=b/")
        return _git(self.root, "diff", "--no-relative", "--find-renames", *prefixes, *_PLAIN_DIFF, *options, commit)

    def untracked(self) -> list[str]:
        """Return the files that git does not know and does not ignore."""
        return list(_names(_git(self.root, "ls-files", "-z", "-o", "--exclude-standard")))


def _names(answer: bytes) -> Iterator[str]:
    return (os.fsdecode(name) for name in answer.split(b"\0") if name)


def _git(folder: Path, *arguments: str, accepted: Iterable[int] = (0,)) -> bytes:
    """Run git in *folder* and return what it printed."""
    environment = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    done = subprocess.run(("git", *_INERT, *arguments), cwd=folder, capture_output=True, check=False, env=environment)
    if done.returncode not in accepted:
        raise GitError(done.stderr.decode(errors="replace").strip() or f"git {arguments[0]} failed")
    return done.stdout
