from __future__ import annotations

import pytest

from iacfix.transforms.languages.hcl.read import source_of
from iacfix.transforms.model import Document

FENCE = "```"


def mended(text: str) -> str | None:
    (problem,) = source_of(Document("main.tf", text, "hcl")).problems
    if not problem.cause:
        return None
    for span, new in reversed(problem.remedy):
        text = text[: span.start] + new + text[span.end :]
    return text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{FENCE}hcl\nx {{}}\n{FENCE}\n", "x {}\n"),
        (f"{FENCE}\nx {{}}", "x {}"),
        (f"x {{}}\n{FENCE}", "x {}\n"),
        (f"Here:\n{FENCE}tf\nx {{}}\n{FENCE}\nDone.\n", "# Here:\nx {}\n# Done.\n"),
        ("~~~ terraform\r\nx {}\r\n~~~\r\n", "x {}\r\n"),
        (f"# main\n{FENCE}\nx {{}}\n{FENCE}\n# rest\n{FENCE}\ny {{}}\n{FENCE}\n", "# main\nx {}\n# rest\ny {}\n"),
    ],
)
def test_marks_are_taken_out_and_prose_is_kept(text: str, expected: str) -> None:
    assert mended(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        f"{FENCE}bash\nterraform apply\n{FENCE}\n{FENCE}hcl\nx {{}}\n{FENCE}\n",
        f"{FENCE}hcl\nx {{\n{FENCE}\n",
        f"{FENCE}\nno code at all\n{FENCE}\n",
        "x = = {\n",
    ],
)
def test_what_is_no_code_then_is_left_alone(text: str) -> None:
    assert mended(text) is None
