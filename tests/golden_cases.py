"""The golden cases: one folder per fixer, one folder per situation, one file or folder per way to tell it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from worlds import World

from iacfix.transforms.findings import Tier

GOLDEN = Path(__file__).parent.parent / "golden"

# What each recorded state adds to the safe tier.
STATES: dict[str, tuple[Tier, ...]] = {
    "after": (),
    "after.fresh": (Tier.FRESH,),
    "after.unsafe": (Tier.UNSAFE,),
    "after.scaffold": (Tier.SCAFFOLD,),
}


@dataclass(frozen=True)
class Telling:
    """A situation told once: in a file ``before.*``, or in a folder ``before/``."""

    situation: Path
    suffix: str  # ".tf", or empty for a folder

    def __str__(self) -> str:
        return f"{self.situation.relative_to(GOLDEN)}{self.suffix}"

    @property
    def slug(self) -> str:
        return self.situation.parent.name

    def path(self, state: str) -> Path:
        return self.situation / f"{state}{self.suffix}"

    @property
    def world(self) -> World:
        return self.read("before") or World({})

    def read(self, state: str) -> World | None:
        """Return what is recorded for *state*, or None when nothing is."""
        path = self.path(state)
        if path.is_dir():
            files = {str(f.relative_to(path)): f for f in sorted(path.rglob("*")) if f.is_file()}
            return World({name: f.read_bytes().decode() for name, f in files.items()})
        return World({f"before{self.suffix}": path.read_bytes().decode()}) if path.is_file() else None

    def record(self, state: str, world: World | None) -> None:
        """Write *world* as what *state* is, or take away what is recorded."""
        path = self.path(state)
        for old in sorted(path.rglob("*"), reverse=True) if path.is_dir() else [path]:
            _ = old.rmdir() if old.is_dir() else old.unlink(missing_ok=True)
        if path.is_dir():
            path.rmdir()
        for name, text in world.files.items() if world else ():
            if self.suffix and name != f"before{self.suffix}":
                raise ValueError(f"{self}: the fix makes {name}: tell this case in a folder")
            where = path if self.suffix else path / name
            where.parent.mkdir(parents=True, exist_ok=True)
            where.write_bytes(text.encode())


def projects() -> list[Telling]:
    """Return the whole projects."""
    return [Telling(path, "") for path in sorted((GOLDEN / "projects").iterdir()) if path.is_dir()]


def tellings() -> list[Telling]:
    """Return every telling of every situation."""
    found = [
        Telling(path.parent, "" if path.is_dir() else path.name.removeprefix("before"))
        for path in sorted(GOLDEN.glob("*/*/before*"))
        if path.parent.parent.name != "projects"
    ]
    return sorted(found, key=str)
