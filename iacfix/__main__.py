"""``python -m iacfix``, and the ``iacfix`` command."""

from __future__ import annotations

import sys

from iacfix import __version__


def main() -> int:
    """Run the command; saying the version loads nothing else."""
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"iacfix {__version__}\n")
        return 0
    from iacfix.cli import main as run  # noqa: PLC0415 - see above
    from iacfix.run import collect_rarely  # noqa: PLC0415

    collect_rarely()
    return run()


if __name__ == "__main__":
    sys.exit(main())
