"""
Serve synthesis: a process that imports cdktf and its providers once and then runs many programs, one after another.

It is started with the Python of an environment that holds cdktf, as ``python synthesis_worker.py SCRATCH``. It reads a
request a line, ``{"folder": ..., "entry": ..., "limit": ...}``, and answers with a line, ``{"stacks": ..., "trouble":
...}``. Nothing of the project is imported here: that environment has not got it.

Programs run in this process under an audit hook that refuses processes, connections and writes outside SCRATCH. That
stops what programs do, not what an attacker could think of.
"""

from __future__ import annotations

import contextlib
import functools
import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import json
import os
import runpy
import signal
import sys
import tempfile
import traceback
from collections.abc import Callable, Generator, Sequence
from pathlib import Path
from types import FrameType, ModuleType
from typing import Any

PROVIDERS = ("aws", "random", "archive", "null", "tls", "local", "time")
SUCCESSORS = {"cdktn": "cdktf", "cdktn_provider_": "cdktf_cdktf_provider_"}  # the fork's names, where it is not there
REFUSED = frozenset(
    {
        "subprocess.Popen",
        "os.system",
        "os.exec",
        "os.posix_spawn",
        "os.spawn",
        "os.fork",
        "os.forkpty",
        "os.kill",
        "os.killpg",
        "os.startfile",
        "pty.spawn",
        "signal.pthread_kill",
        "ctypes.dlopen",
        "socket.connect",
        "socket.bind",
        "socket.sendto",
        "socket.sendmsg",
        "socket.getaddrinfo",
        "socket.gethostbyname",
        "socket.gethostbyaddr",
        "urllib.Request",
    }
)
WRITES = {  # how many of the event's first arguments are paths that would be written
    **dict.fromkeys(("os.mkdir", "os.remove", "os.rmdir", "os.truncate", "os.chmod", "os.chown", "os.utime"), 1),
    **dict.fromkeys(("os.rename", "os.link", "os.symlink"), 2),
}
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


class Refused(BaseException):
    """A program tried what it may not; no ``except Exception`` of its own swallows this."""


class Late(BaseException):
    """A program took longer than its limit."""


def guard(scratch: Path) -> Callable[[str, tuple[Any, ...]], None]:
    """Return the audit hook that lets programs write in *scratch* and nowhere else."""

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event in REFUSED:
            raise Refused(f"{event} {arguments[:1]!r}")
        if event == "open":
            path, mode, flags = arguments
            writes = set(mode) & set("wax+") if isinstance(mode, str) else flags & WRITING
            if writes and not _inside(path, scratch):
                raise Refused(f"open for writing {path!r}")
        for path in arguments[: WRITES.get(event, 0)]:
            if not _inside(path, scratch):
                raise Refused(f"{event} {path!r}")

    return hook


def _inside(path: Any, scratch: Path) -> bool:
    if isinstance(path, int):
        if path in {0, 1, 2}:
            return True
        try:
            path = Path(f"/proc/self/fd/{path}").readlink()
        except OSError:
            return False
    where = Path(os.path.realpath(os.fsdecode(path)))
    return where == Path(os.devnull) or where.is_relative_to(scratch)


class Successor(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Find cdktf and its providers under the names that its fork gives them."""

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None,  # noqa: ARG002 - the finder's protocol
        target: ModuleType | None = None,  # noqa: ARG002
    ) -> importlib.machinery.ModuleSpec | None:
        """Take what bears one of the fork's names."""
        original = self.original(fullname)
        there = original and importlib.util.find_spec(original)
        return importlib.util.spec_from_loader(fullname, self) if there else None

    def original(self, name: str) -> str:
        """Return the older name."""
        package, dot, rest = name.partition(".")
        for new, old in SUCCESSORS.items():
            if package == new or (new.endswith("_") and package.startswith(new)):
                return old + package.removeprefix(new) + dot + rest
        return ""

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> ModuleType:
        """Give the module of the older name."""
        return importlib.import_module(self.original(spec.name))

    def exec_module(self, module: ModuleType) -> None:
        """Leave it as it is: it was executed under its own name."""


class Worker:
    """What runs the programs."""

    def __init__(self, scratch: Path) -> None:
        self.scratch = scratch
        self.folder = self.outdir = scratch
        cdktf = importlib.import_module("cdktf")
        for name in PROVIDERS:
            if importlib.util.find_spec(f"cdktf_cdktf_provider_{name}"):
                importlib.import_module(f"cdktf_cdktf_provider_{name}")
        if not importlib.util.find_spec("cdktn"):
            sys.meta_path.append(Successor())
        app = cdktf.App(outdir=str(scratch / "first"))  # starts the kernel, which must be before the guard
        cdktf.TerraformStack(app, "first")
        app.synth()
        self._lead(cdktf)
        self.known = set(sys.modules)

    def _lead(self, cdktf: ModuleType) -> None:
        """Lead the kernel, whose own folder and environment stay, to where the program is and may write."""
        app, asset = cdktf.App.__init__, cdktf.TerraformAsset.__init__

        @functools.wraps(app)
        def app_in_scratch(this: Any, **given: Any) -> None:
            app(this, **{**given, "outdir": str(self.outdir)})

        @functools.wraps(asset)
        def asset_of_program(this: Any, scope: Any, id_: Any, **given: Any) -> None:
            if isinstance(given.get("path"), str):
                given["path"] = str(self.folder / given["path"])
            asset(this, scope, id_, **given)

        def refused(*_: Any, **__: Any) -> None:
            raise Refused("the kernel would start terraform or write where it is told")

        cdktf.App.__init__, cdktf.TerraformAsset.__init__ = app_in_scratch, asset_of_program
        cdktf.Testing.to_be_valid_terraform = cdktf.Testing.to_plan_successfully = staticmethod(refused)
        cdktf.Manifest.__init__ = refused

    def serve(self, request: dict[str, Any]) -> dict[str, Any]:
        """Run one program and tell what it synthesized, or why it did not."""
        self.folder = Path(request["folder"])
        self.outdir = Path(tempfile.mkdtemp(prefix="out", dir=self.scratch))
        entry = self.folder / request["entry"]
        try:
            with self._alone(entry), _limit(request["limit"]):
                runpy.run_path(str(entry), run_name="__main__")
        except SystemExit as left:
            if left.code not in {None, 0}:
                return {"stacks": {}, "trouble": self._trouble(left)}
        except BaseException as trouble:  # noqa: BLE001 - whatever a program raises is the answer
            return {"stacks": {}, "trouble": self._trouble(trouble)}
        found = {path.parent.name: json.loads(path.read_text()) for path in self.outdir.glob("stacks/*/cdk.tf.json")}
        return {"stacks": found, "trouble": None if found else {"kind": "NothingSynthesized", "message": ""}}

    @contextlib.contextmanager
    def _alone(self, entry: Path) -> Generator[None]:
        """Give the program its folder and its modules, and take both away afterwards."""
        path, arguments, variables = [*sys.path], [*sys.argv], dict(os.environ)
        finders, hooks = [*sys.meta_path], [*sys.path_hooks]
        sys.path[:0] = list(dict.fromkeys((str(entry.parent), str(self.folder))))
        sys.argv[:] = [str(entry)]
        importlib.invalidate_caches()
        os.chdir(self.folder)
        try:
            yield
        finally:
            os.chdir(self.scratch)
            os.environ.clear()
            os.environ.update(variables)
            sys.path[:], sys.argv[:] = path, arguments
            sys.meta_path[:], sys.path_hooks[:] = finders, hooks
            # All are found before one goes: where a package without a file of its own is, its parent is asked.
            for name in [each for each in set(sys.modules) - self.known if self._own(sys.modules[each])]:
                del sys.modules[name]
            sys.path_importer_cache.clear()

    def _own(self, module: ModuleType | None) -> bool:
        where = [getattr(module, "__file__", None) or "", *(getattr(module, "__path__", None) or ())]
        return any(str(each).startswith(f"{self.folder}{os.sep}") for each in where)

    def _trouble(self, trouble: BaseException) -> dict[str, Any]:
        """Say what was raised, and by which line of the program."""
        places = [(frame.filename, frame.lineno) for frame in traceback.extract_tb(trouble.__traceback__)]
        if isinstance(trouble, SyntaxError):
            places.append((trouble.filename or "", trouble.lineno))
        own = [(Path(name).relative_to(self.folder), line) for name, line in places if self._below(name)]
        name, line = own[-1] if own else ("", 0)
        kind = type(trouble).__name__
        return {"kind": kind, "message": str(trouble)[:2000], "path": str(name), "line": line or 0}

    def _below(self, name: str) -> bool:
        return Path(name).is_relative_to(self.folder)


@contextlib.contextmanager
def _limit(seconds: float) -> Generator[None]:
    def late(_number: int, _frame: FrameType | None) -> None:
        raise Late(f"not done after {seconds:g} s")

    signal.signal(signal.SIGALRM, late)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def main() -> None:
    """Answer requests until there are no more; what programs print goes to where errors go."""
    scratch = Path(os.path.realpath(sys.argv[1]))
    requests, answers = os.fdopen(os.dup(0)), os.fdopen(os.dup(1), "w")
    with Path(os.devnull).open() as nothing:
        os.dup2(nothing.fileno(), 0)
    os.dup2(2, 1)
    sys.dont_write_bytecode = True
    os.chdir(scratch)
    worker = Worker(scratch)
    sys.addaudithook(guard(scratch))
    print("{}", file=answers, flush=True)
    for line in requests:
        print(json.dumps(worker.serve(json.loads(line))), file=answers, flush=True)


if __name__ == "__main__":
    main()
