"""What keeps a run from beginning: the message says what is wrong and what to do about it."""

from __future__ import annotations


class Refusal(Exception):  # noqa: N818 - it is an answer, not an accident
    """A request that cannot be met as it was made; the command line exits with 2."""
