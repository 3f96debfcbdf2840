"""Find and rewrite mistakes in infrastructure as code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from iacfix.api import (
        Alternative,
        Edited,
        Fault,
        File,
        Impact,
        Reach,
        Refusal,
        Report,
        Result,
        Review,
        Severity,
        Status,
        Tier,
        apply_paths,
        check_paths,
        fix_text,
        plan_review,
    )

__version__ = "0.1.0"

__all__ = [
    "Alternative",
    "Edited",
    "Fault",
    "File",
    "Impact",
    "Reach",
    "Refusal",
    "Report",
    "Result",
    "Review",
    "Severity",
    "Status",
    "Tier",
    "apply_paths",
    "check_paths",
    "fix_text",
    "plan_review",
]


def __getattr__(name: str) -> Any:
    """Load the interface when it is first asked for: saying the version needs none of it."""
    if name in __all__:
        from iacfix import api  # noqa: PLC0415 - see above

        return getattr(api, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
