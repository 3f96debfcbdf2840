"""Compare our formatter with the ``terraform fmt`` on PATH, over the Terraform files below some directories.

    python -m benchmarks.trial_fmt [--perturb ROUNDS] [--break ROUNDS] [--seed SEED] DIRECTORY...

With --perturb each file is also tried with its blanks, its alignment and its empty lines disturbed; with --break some
tokens are lost, doubled or moved, which shows whether both refuse the same texts. The files are copied; what stands in
the directories is only read. Ends with 1 if any file comes out differently.
"""

from __future__ import annotations

import argparse
import contextlib
import itertools
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from iacfix.transforms.languages.hcl.fmt import format_text
from iacfix.transforms.languages.hcl.tokens import tokenize

BATCH = 2000
MARKS = [
    *"{}[]().,=:?!-+*/%\"'#$~<>&|;\n",
    "\r\n",
    " for ",
    " in ",
    " if ",
    "${",
    "%{",
    "=>",
    "...",
    "::",
    '""',
    "a",
    "0",
]
ENDINGS = (".tf", ".tfvars", ".tftest.hcl")
REFUSED = re.compile(r"^\s+on (.+?) line \d+", re.MULTILINE)


@dataclass
class Trial:
    """What came of the files: counts, and the names of those that speak against us."""

    files: int = 0
    refused_by_both: int = 0
    clean: int = 0
    changed: int = 0
    seconds: float = 0.0
    size: int = 0
    different: list[str] = field(default_factory=list[str])
    refused_by_us: list[str] = field(default_factory=list[str])
    refused_by_it: list[str] = field(default_factory=list[str])
    culprits: list[str] = field(default_factory=list[str])

    def report(self) -> None:
        """Print the counts, then the files that differ."""
        print(f"{self.files} files: {self.clean} clean already, {self.changed} changed by terraform fmt,")
        print(f"{self.refused_by_both} refused by both, {self.files - self.bad} as it says, {self.bad} not")
        print(f"{self.size / 1e6:.1f} MB in {self.seconds:.1f} s: {self.size / 1e6 / self.seconds:.2f} MB/s")
        for title, names in (
            ("different", self.different),
            ("refused by us alone", self.refused_by_us),
            ("refused by terraform alone", self.refused_by_it),
        ):
            for name in names:
                print(f"{title}: {name}")

    @property
    def bad(self) -> int:
        """The number of files on which the two do not agree."""
        return len(self.different) + len(self.refused_by_us) + len(self.refused_by_it)


def sources(directories: list[Path]) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each file below *directories* that is UTF-8."""
    for directory in directories:
        for path in sorted(directory.rglob("*")):
            if path.name.endswith(ENDINGS) and path.is_file() and not path.is_symlink():
                try:
                    yield str(path), path.read_bytes().decode()
                except UnicodeDecodeError:
                    continue


def terraform_fmt(folder: Path) -> set[str]:
    """Format the files in *folder* in place; return the names of those that Terraform refuses."""
    settings = folder / "empty.tfrc"
    settings.touch()
    environment = {**os.environ, "CHECKPOINT_DISABLE": "1", "TF_CLI_CONFIG_FILE": str(settings)}
    command = ["terraform", "fmt", "-no-color", "-list=false", "."]
    ran = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    return {Path(name).name for name in REFUSED.findall(ran.stderr)}


def perturbed(text: str, dice: random.Random) -> str:
    """Return *text* with other blanks between its tokens, and with other empty lines."""
    tokens = tokenize(text)
    pieces: list[str] = []
    position = 0
    inside = 0  # a template's text must stay as it is
    rate = dice.choice((0.02, 0.1, 0.5))
    for kind, token in zip(tokens.kinds, tokens.texts, strict=True):
        start = text.index(token, position)
        blanks = text[position:start]
        if kind in "lJ'" or (inside and kind in "$%"):
            pieces.append(blanks)
        elif dice.random() < rate:
            needed = bool(pieces) and pieces[-1][-1:].isalnum() and token[:1].isalnum()
            pieces.append(dice.choice(("", " ", "  ", "\t", "     ")) or " " * (needed or bool(blanks)))
        else:
            pieces.append(blanks)
        inside += (kind in '"H') - (kind in "'J")
        pieces.append(token)
        if kind == "n" and dice.random() < rate / 2:
            pieces.append(dice.choice(("\n", "  \n", "\n\n", "# c\n", "/* c */ ", "")))
        position = start + len(token)
    return "".join([*pieces, tokens.tail])


def broken(text: str, dice: random.Random) -> str:
    """Return *text* with a few tokens lost, doubled, moved or made up."""
    tokens = tokenize(text)
    edges = [0]
    for token in tokens.texts:
        edges.append(text.index(token, edges[-1]) + len(token))
    pieces = [text[start:end] for start, end in itertools.pairwise(edges)]
    for _ in range(dice.choice((1, 1, 1, 2, 5))):
        index = dice.randrange(len(pieces) + 1)
        match dice.randrange(4):
            case 0:
                pieces[index : index + 1] = []
            case 1:
                pieces[index:index] = pieces[index : index + 1]
            case 2:
                pieces[index : index + 2] = pieces[index : index + 2][::-1]
            case _:
                pieces.insert(index, dice.choice(MARKS))
    return "".join([*pieces, tokens.tail])


def disturbed(
    files: list[tuple[str, str]], disturb: Callable[[str, random.Random], str], rounds: int, dice: random.Random
) -> Trial:
    """Try the *files* after *disturb* has had its way with each of them, *rounds* times over."""
    trial = Trial()
    for turn in range(rounds):
        batch: list[tuple[str, str]] = []
        for name, text in files:
            with contextlib.suppress(ValueError):
                batch.append((f"{name} (round {turn})", disturb(text, dice)))
        for start in range(0, len(batch), BATCH):
            attempt(batch[start : start + BATCH], trial)
    return trial


def attempt(batch: list[tuple[str, str]], trial: Trial) -> None:
    """Let both format the files of *batch* and count what comes of it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        names = [f"{index:06}.tf" for index in range(len(batch))]
        for file, (_, text) in zip(names, batch, strict=True):
            (folder / file).write_bytes(text.encode())
        refused = terraform_fmt(folder)
        for file, (origin, text) in zip(names, batch, strict=True):
            wanted = (folder / file).read_bytes().decode()
            trial.files += 1
            trial.size += len(text)
            began = time.perf_counter()
            try:
                ours = format_text(text)
            except ValueError as problem:
                ours = None
                said = f"{origin}: {problem}"
            else:
                said = origin
            trial.seconds += time.perf_counter() - began
            if ours is None:
                if file in refused:
                    trial.refused_by_both += 1
                    continue
                trial.refused_by_us.append(said)
            elif file in refused:
                trial.refused_by_it.append(said)
            else:
                trial.clean += wanted == text
                trial.changed += wanted != text
                if ours == wanted:
                    continue
                trial.different.append(said)
            trial.culprits.append(text)


def main() -> int:
    """Run the trial that the command line asks for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").strip().splitlines()[0])
    parser.add_argument("directories", nargs="+", type=Path)
    parser.add_argument("--perturb", type=int, default=0, metavar="ROUNDS")
    parser.add_argument("--break", type=int, default=0, metavar="ROUNDS", dest="broken")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--keep", type=Path, help="where to write the texts on which the two do not agree")
    options = parser.parse_args()
    if shutil.which("terraform") is None:
        parser.error("terraform is not on PATH")
    files = list(sources(options.directories))
    dice = random.Random(options.seed)
    trials = {"as they are": disturbed(files, lambda text, _: text, 1, dice)}
    if options.perturb:
        trials["perturbed"] = disturbed(files, perturbed, options.perturb, dice)
    if options.broken:
        trials["broken"] = disturbed(files, broken, options.broken, dice)
    for title, trial in trials.items():
        print(f"{title}:")
        trial.report()
        for index, text in enumerate(trial.culprits if options.keep else ()):
            (options.keep / f"{title.replace(' ', '_')}_{index}.tf").write_bytes(text.encode())
    return 1 if any(trial.bad for trial in trials.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
