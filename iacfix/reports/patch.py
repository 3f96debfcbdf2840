"""Changes as one unified diff that ``git apply`` takes."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Sequence

from iacfix.reports.lines import lines_of
from iacfix.run import Change

CONTEXT = 3
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}


def patch(changes: Iterable[Change]) -> str:
    """Return one diff of all *changes*."""
    return "".join(map(diff, changes))


def diff(change: Change) -> str:
    """Return the diff of one file, with git's header; an empty string when nothing changed."""
    before = change.before.encode().decode() if change.before else ""
    after = change.after.encode().decode()
    if change.before and before == after:
        return ""
    old, new = _quoted(f"a/{change.path}"), _quoted(f"b/{change.path}")
    lines = [f"diff --git {old} {new}\n"]
    if change.before is None:
        lines.append("new file mode 100644\n")
    if before != after:
        # A tab ends a name that has spaces.
        end = "\t\n" if " " in change.path else "\n"
        lines += [f"--- {old}{end}" if change.before else "--- /dev/null\n", f"+++ {new}{end}"]
        lines += hunks(before, after)
    return "".join(lines)


def hunks(before: str, after: str) -> Iterator[str]:
    """Yield the lines of the hunks that lead from *before* to *after*."""
    old, new = lines_of(before), lines_of(after)
    for group in grouped(old, new):
        yield from _hunk(group, old, new)


def opcodes(old: Sequence[str], new: Sequence[str]) -> list[tuple[str, int, int, int, int]]:
    """Return what leads from *old* to *new*, as `difflib` says it, looking only at what differs in the middle."""
    limit = min(len(old), len(new))
    head = next((i for i in range(limit) if old[i] != new[i]), limit)
    tail = next((i for i in range(limit - head) if old[-1 - i] != new[-1 - i]), limit - head)
    middle = difflib.SequenceMatcher(None, old[head : len(old) - tail], new[head : len(new) - tail], autojunk=False)
    found = [("equal", 0, head, 0, head)] if head else []
    found += [(tag, a + head, b + head, c + head, d + head) for tag, a, b, c, d in middle.get_opcodes()]
    if tail:
        found.append(("equal", len(old) - tail, len(old), len(new) - tail, len(new)))
    return found


def grouped(old: Sequence[str], new: Sequence[str]) -> list[list[tuple[str, int, int, int, int]]]:
    """Return the changes in groups, each with its lines of context."""
    groups: list[list[tuple[str, int, int, int, int]]] = [[]]
    codes = opcodes(old, new)
    for position, (tag, a, b, c, d) in enumerate(codes):
        if tag != "equal":
            groups[-1].append((tag, a, b, c, d))
            continue
        first, last = position == 0, position == len(codes) - 1
        if not first and not last and b - a <= 2 * CONTEXT:
            groups[-1].append((tag, a, b, c, d))
            continue
        if not first:
            size = min(CONTEXT, b - a)
            groups[-1].append((tag, a, a + size, c, c + size))
            groups.append([])
        if not last:
            size = min(CONTEXT, b - a)
            groups[-1].append((tag, b - size, b, d - size, d))
    return [group for group in groups if any(tag != "equal" for tag, *_ in group)]


def _hunk(group: list[tuple[str, int, int, int, int]], old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    start, end, new_start, new_end = group[0][1], group[-1][2], group[0][3], group[-1][4]
    yield f"@@ -{_range(start, end)} +{_range(new_start, new_end)} @@\n"
    for tag, a, b, c, d in group:
        if tag == "equal":
            yield from (_line(" ", line) for line in old[a:b])
            continue
        yield from (_line("-", line) for line in old[a:b])
        yield from (_line("+", line) for line in new[c:d])


def _range(start: int, end: int) -> str:
    """Return a range of lines the way diff writes it: an empty one is placed behind the line before it."""
    size = end - start
    first = start + 1 if size else start
    return str(first) if size == 1 else f"{first},{size}"


def _line(mark: str, line: str) -> str:
    return mark + line if line.endswith("\n") else f"{mark}{line}\n\\ No newline at end of file\n"


def _quoted(path: str) -> str:
    """Return *path* the way git quotes it."""
    if not any(character in _ESCAPES or ord(character) < 0x20 or character == "\x7f" for character in path):
        return path
    escaped = (_ESCAPES.get(c) or (f"\\{ord(c):03o}" if ord(c) < 0x20 or c == "\x7f" else c) for c in path)
    return f'"{"".join(escaped)}"'
