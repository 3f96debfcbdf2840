"""How a template is written: what new text must look like."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from iacfix.transforms.languages.cloudformation.nodes import AnyNode, List, Map, Scalar, plain, walk
from iacfix.transforms.languages.cloudformation.slots import intrinsic


@dataclass(frozen=True, slots=True)
class Style:
    """The habits of one template.

    - *step* is what a level is indented by, *dash* how far below its key a block sequence begins;
    - *short* tags or long names of functions; *sub* is the quote around the text of ``Fn::Sub``, *quote* that around
      texts that need none (empty: they have none), *default* that around such defaults of parameters, and *mark* that
      around texts that need one; *asked*: what ``!GetAtt`` asks for stands in quotes;
    - JSON: *colon* stands between key and value, *comma* between items on one line, *pad* inside the braces of an
      object on one line; *minified* texts have no lines; functions stand on one line (*inline*), or arrays of constants
      do (*flat*).
    """

    newline: str = "\n"
    step: int = 2
    tab: bool = False
    dash: int = 2
    short: bool = True
    sub: str = "'"
    quote: str = ""
    default: str = ""
    mark: str = "'"
    asked: bool = False
    colon: str = ": "
    comma: str = ", "
    pad: str = ""
    minified: bool = False
    inline: bool = True
    flat: bool = False

    def indent(self, columns: int) -> str:
        """Return white space as wide as *columns*."""
        return "\t" * columns if self.tab else " " * columns


def style_of(text: str, root: Map, newline: str, *, json: bool) -> Style:
    """Return the habits of the template with that *root*."""
    return _json_style(text, root, newline) if json else _yaml_style(text, root, newline)


def _most(votes: Counter[str], otherwise: str) -> str:
    """Return what most votes are for."""
    return votes.most_common(1)[0][0] if votes else otherwise


def _yaml_style(text: str, root: Map, newline: str) -> Style:
    """Count habits of a YAML template."""
    steps: Counter[str] = Counter()
    dashes: Counter[str] = Counter()
    forms: Counter[str] = Counter()
    subs: Counter[str] = Counter()
    quotes: Counter[str] = Counter()
    marks: Counter[str] = Counter()
    asked: Counter[bool] = Counter()
    for node in walk(root):
        if isinstance(node, Map) and not node.flow:
            for key, value in node.pairs:
                if isinstance(value, Map | List) and not value.flow and not value.tag and value.start > key.end:
                    offset = _column(text, value.start) - _column(text, key.start)
                    (steps if isinstance(value, Map) else dashes)[str(offset)] += 1
                if isinstance(value, Scalar) and not value.tag and plain(value.text) == value.text:
                    quotes[value.style if value.style in ("'", '"') else ""] += value.style not in ("|", ">")
        if isinstance(node, Scalar) and node.style in ("'", '"'):
            marks[node.style] += 1
        if call := intrinsic(node):
            forms["short" if node.tag else "long"] += not _nests(call[1]) or bool(node.tag)
            if call[0] == "Fn::GetAtt" and node.tag and isinstance(call[1], Scalar):
                asked[call[1].style in ("'", '"')] += 1
            if call[0] == "Fn::Sub" and isinstance(call[1], Scalar) and "${" in call[1].text:
                subs[call[1].style] += call[1].style not in ("|", ">")
    mark = '"' if marks['"'] > marks["'"] else "'"
    quote = _most(quotes, "")
    return Style(
        newline,
        step=max(int(_most(steps, "2")), 1),
        dash=max(int(_most(dashes, "2")), 0),
        short=forms["short"] * 2 >= forms["long"],
        sub=_most(+subs, mark),
        quote=quote,
        default=_most(Counter(_defaults(root)), quote),
        mark=mark,
        asked=asked[True] > asked[False],
    )


def _nests(argument: AnyNode) -> bool:
    """Say whether *argument* is a function itself: only one of the two can be a tag."""
    return bool(argument.tag) or intrinsic(argument) is not None


def _defaults(root: Map) -> Iterator[str]:
    """Yield the quotes around the defaults of parameters that need none."""
    section = root.get("Parameters")
    for _, declared in section.pairs if isinstance(section, Map) else ():
        value = declared.get("Default") if isinstance(declared, Map) else None
        if isinstance(value, Scalar) and value.text and plain(value.text) == value.text:
            yield value.style if value.style in ("'", '"') else ""


def _json_style(text: str, root: Map, newline: str) -> Style:
    """Count habits of a JSON template."""
    steps: Counter[str] = Counter()
    inline: Counter[str] = Counter()
    pads: Counter[str] = Counter()
    flat: Counter[str] = Counter()
    for node in walk(root):
        if not isinstance(node, Map | List):
            continue
        one_line = "\n" not in text[node.start : node.end]
        first = _first(node)
        if first is None:
            continue
        if not one_line:
            offset = len(_indent(text, first.start)) - len(_indent(text, node.start))
            steps[_indent(text, first.start)[:1] * offset] += offset > 0
        if isinstance(node, Map) and one_line:
            pads[text[node.start + 1 : first.start]] += 1
        if isinstance(node, List) and all(isinstance(item, Scalar) for item in node.items) and len(node.items) > 1:
            flat["yes" if one_line else "no"] += 1
        if intrinsic(node):
            inline["yes" if one_line else "no"] += 1
    step = _most(steps, "  ")
    return Style(
        newline,
        step=len(step) or 2,
        tab=step.startswith("\t"),
        colon=_most(Counter(_colons(text, root)), ": "),
        comma="," if "\n" not in text and '", ' not in text else ", ",
        pad=_most(pads, ""),
        minified="\n" not in text.strip(),
        inline=_most(inline, "yes") == "yes",
        flat=_most(flat, "no") == "yes",
    )


def _colons(text: str, root: Map) -> Iterator[str]:
    """Yield what stands between keys and values."""
    for node in walk(root):
        if isinstance(node, Map):
            yield from (text[key.end : value.start] for key, value in node.pairs)


def _first(node: AnyNode) -> AnyNode | None:
    """Return the first thing inside *node*."""
    if isinstance(node, Map):
        return node.pairs[0][0] if node.pairs else None
    return node.items[0] if isinstance(node, List) and node.items else None


def _column(text: str, offset: int) -> int:
    """Return how far from the beginning of its line *offset* is."""
    return offset - text.rfind("\n", 0, offset) - 1


def _indent(text: str, offset: int) -> str:
    """Return the white space that the line of *offset* begins with."""
    start = text.rfind("\n", 0, offset) + 1
    end = start
    while end < len(text) and text[end] in " \t":
        end += 1
    return text[start:end]
