"""Attributes that every construct has, and that stop a program that sets them."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from iacfix.transforms.languages.cdktf.scopes import File, Scope

# ``node`` of constructs 10.8 has no setter: tried with cdktf 0.21, where all others may be set to anything, but for
# ``dependencies``, ``move_targets`` and ``synthesizer``, of which nobody makes another use.
FIXED = ("node",)

# What is only taken of the node that every construct has, and what may be taken of it or of a resource.
METHODS = frozenset(
    {"add_dependency", "add_metadata", "add_validation", "find_all", "find_child", "get_all_context", "get_context"}
    | {"lock", "set_context", "try_find_child", "try_get_context", "try_remove_child", "validate"}
)
_EITHER = frozenset(
    {"addr", "children", "default_child", "dependencies", "locked", "metadata", "path", "root", "scope", "scopes"}
)


def uses(file: File, owner: Scope, name: str) -> list[cst.Attribute] | None:
    """Return where the class *owner* uses the attribute *name* that it has set; None where that cannot be told."""
    own = [(attribute, taken) for attribute, taken, of in _taken(file, name) if of is owner]
    if any(taken in _EITHER for _, taken in own):
        return None
    return [attribute for attribute, taken in own if taken not in METHODS]


def outside(files: list[File], owner: Scope, name: str) -> bool:
    """Say whether something besides the methods of *owner* takes an attribute *name* that may be the one it has set."""
    return any(of is not owner and taken not in METHODS for file in files for _, taken, of in _taken(file, name))


def _taken(file: File, name: str) -> Iterator[tuple[cst.Attribute, str, Scope | None]]:
    """Yield each attribute *name*, with what is taken of it and the class that has it as that of ``self``."""
    for use in file.source.all(cst.Name):
        attribute = file.source.parent(use)
        if use.value != name or not isinstance(attribute, cst.Attribute) or attribute.attr is not use:
            continue
        around = file.source.parent(attribute)
        taken = around.attr.value if isinstance(around, cst.Attribute) and around.value is attribute else ""
        method = file.scope_of(attribute).method
        base = attribute.value
        of_self = isinstance(base, cst.Name) and method is not None and base.value == method.self_name
        yield attribute, taken, method.parent if method is not None and of_self else None
