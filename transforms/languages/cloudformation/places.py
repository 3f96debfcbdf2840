"""Where entries, items and declarations go, and what goes with them when they leave.

Every insertion is complete in itself, so that two at one position are both legal in either order. Where that cannot be
(the first entry of an empty mapping, a section that is not there yet) the splice takes a character along: two such
splices overlap, and the second waits for the next pass.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from iacfix.transforms.edits import Splice, Unsayable
from iacfix.transforms.languages.cloudformation.forms import Array, Form, Object
from iacfix.transforms.languages.cloudformation.nodes import AnyNode, List, Map, Scalar
from iacfix.transforms.languages.cloudformation.print import (
    WIDEST,
    JsonWriter,
    YamlWriter,
    column,
    constant,
    moved,
    parent_column,
    quoted,
    swallows,
)
from iacfix.transforms.languages.cloudformation.read import Source, resources

_COMMENTED = re.compile(r"([ \t]*,)?([ \t]*#.*)")
_RULE = re.compile(r"\s*#\s*[-=#*~_+]{3,}")


@dataclass(frozen=True, slots=True)
class Places:
    """The places of one template."""

    source: Source

    @property
    def text(self) -> str:
        """The template's text."""
        return self.source.text

    def splice(self, start: int, end: int, text: str) -> Splice:
        """Return a splice of the template."""
        return Splice(self.source.document.path, start, end, text)

    # Lines ----------------------------------------------------------------------------------------------------------

    def line_start(self, position: int) -> int:
        """Return where the line of *position* begins."""
        return self.source.document.line_start(position)

    def line_end(self, position: int) -> int:
        """Return where the line of *position* ends, before its line break."""
        end = self.text.find("\n", position)
        end = len(self.text) if end < 0 else end
        return end - 1 if end > position and self.text[end - 1] == "\r" else end

    def next_line(self, position: int) -> int:
        """Return where the line behind that of *position* begins."""
        end = self.text.find("\n", position)
        return len(self.text) if end < 0 else end + 1

    def alone(self, position: int) -> bool:
        """Say whether nothing stands before *position* in its line."""
        return not self.text[self.line_start(position) : position].strip()

    def blank(self, start: int, end: int) -> bool:
        """Say whether a blank line stands between two offsets."""
        return any(not line.strip() for line in self.text[start:end].split("\n")[1:-1])

    # Entries --------------------------------------------------------------------------------------------------------

    def insert_pair(
        self, path: list[AnyNode], key: str, form: Form, after: int = -1, *, spaced: bool = False
    ) -> Splice:
        """Return the insertion of an entry into the mapping at the end of *path*, behind entry number *after*."""
        node = path[-1]
        if not isinstance(node, Map) or node.odd or node.anchored:
            raise Unsayable("an entry cannot be added here: the mapping is shared, or not written as one")
        if node.get(key) is not None:
            raise Unsayable(f"`{key}` is there already")
        if not node.pairs:
            return self.replaced(path, Object([(key, form)], None))
        first, last = node.pairs[0][0], node.pairs[after][1]
        if self.source.json:
            lead = self.lead(node, first)
            in_json = JsonWriter(self.source, flat=self.one_line(node))
            value = in_json.write(form, self.source.document.indent(first.start))
            said = f'"{key}"{self.source.style.colon}{value}'
            return self.splice(last.end, last.end, f",{lead}{said}")
        position = self.line_end(last.end)
        at = column(self.text, first.start)
        writer = YamlWriter(self.source, blocks=not swallows(self.text, position, at))
        if node.flow:
            return self.splice_in_flow(node, last.end, self.in_flow(node, first, key, form))
        said = f"{writer.key(key)}:{writer.follow(form, at)}"
        newline = self.source.style.newline
        return self.splice(position, position, f"{newline * (2 if spaced else 1)}{' ' * at}{said}")

    def in_flow(self, node: Map, first: Scalar, key: str, form: Form) -> str:
        """Return an entry as a YAML mapping in braces has them: as JSON where its keys are quoted like JSON's."""
        if first.style == '"' and constant(form):
            in_json = JsonWriter(self.source, flat=self.one_line(node))
            return f"{quoted(key)}: {in_json.write(form, self.source.document.indent(first.start))}"
        writer = YamlWriter(self.source)
        name = quoted(key) if first.style == '"' else writer.key(key, flow=True)
        return f"{name}:{writer.follow(form, 0, flow=True)}"

    def splice_in_flow(self, node: Map, position: int, said: str) -> Splice:
        """Return the insertion of an entry behind the one that ends at *position*, and behind its comment."""
        lead = self.lead(node, node.pairs[0][0])
        rest = _COMMENTED.fullmatch(self.text[position : self.line_end(position)])
        if rest is None or "\n" not in lead:
            return self.splice(position, position, f",{lead}{said}")
        comma, comment = rest.groups()
        end = position + len(rest[0])
        return self.splice(position, end, f"{comma or ','}{comment}{lead}{said}{',' if comma else ''}")

    def lead(self, node: Map | List, first: AnyNode) -> str:
        """Return what stands before the entries and items of a JSON collection: a space, or a line break and blanks."""
        if "\n" in self.text[node.start : first.start]:
            return self.source.style.newline + self.source.document.indent(first.start)
        return "" if self.source.style.minified and self.source.style.comma == "," else " "

    def replaced(self, path: list[AnyNode], form: Form) -> Splice:
        """Return what puts *form* in place of the node at the end of *path*, behind its colon or dash."""
        node = path[-1]
        if self.source.json:
            said = JsonWriter(self.source).write(form, self.source.document.indent(node.start))
            return self.splice(node.start, node.end, said)
        flow = any(isinstance(n, Map | List) and n.flow for n in path[:-1])
        dash = len(path) > 1 and isinstance(path[-2], List) and not flow
        said = YamlWriter(self.source).follow(form, parent_column(self.text, path), dash=dash, flow=flow)
        return self.put(node, said)

    def put(self, node: AnyNode, said: str) -> Splice:
        """Return the splice that puts *said* where *node* stands; it begins with a space or a line break."""
        start = node.start
        behind = len(self.text[:start].rstrip())
        lines = "\n" in self.text[behind:start]
        if said.startswith(" "):
            if isinstance(node, Map | List) and lines and not self.commented(behind):
                start = behind
            elif self.text[start - 1] not in ":-" and not (isinstance(node, List) and lines):
                said = said[1:]
            return self.splice(start, node.end, said)
        comment = self.text[node.end : self.line_end(node.end)]
        spread = not isinstance(node, Scalar) and "\n" in self.text[node.start : node.end]
        end = node.end
        if comment.strip().startswith("#"):
            if not spread:
                return self.splice(behind, node.end + len(comment), f" {comment.strip()}{said}")
            if (commented := self.with_comment(node, comment.rstrip(), said)) is not None:
                said, end = commented, node.end + len(comment.rstrip())
        if lines and self.commented(behind):
            return self.splice(start, end, said.lstrip("\r\n "))
        return self.splice(behind, end, said)

    def with_comment(self, node: AnyNode, comment: str, said: str) -> str | None:
        """Return *said* with the *comment* behind *node* at its line, or at the first of those that became of it."""
        newline = self.source.style.newline
        lines = said.split(newline)
        new = [line.strip() for line in lines]
        *above, last = (line.strip() for line in self.text[node.start : node.end].split(newline))
        skipped = 0 if new[0] else 1
        here = skipped + len(above)
        if new.count(last) == 1:
            here = new.index(last)
        elif new[skipped:here] != above:
            return None
        if here >= len(lines) - 1 or any(line.rstrip("+-")[-1:] in {"|", ">"} for line in new):
            return None
        lines[here] += comment
        return newline.join(lines)

    def one_line(self, node: AnyNode) -> bool:
        """Say whether *node* stands on one line."""
        return "\n" not in self.text[node.start : node.end]

    def commented(self, position: int) -> bool:
        """Say whether a comment may stand before *position* in its line."""
        return "#" in self.text[self.line_start(position) : position]

    def remove_pair(self, path: list[AnyNode], index: int) -> Splice:
        """Return the removal of an entry of the mapping at the end of *path*."""
        node = path[-1]
        if not isinstance(node, Map) or node.odd:
            raise Unsayable("an entry of this mapping cannot be removed")
        if len(node.pairs) == 1:
            return self.emptied(path)
        spans = [(key.start, value.end) for key, value in node.pairs]
        if self.source.json or node.flow:
            return self.remove_between(spans, index)
        if len(path) == 1 and self.alone(spans[index][0]):
            return self.remove_section(spans[index])
        return self.remove_lines(spans, index)

    def remove_section(self, span: tuple[int, int]) -> Splice:
        """Return the removal of a section, with blank lines and the comments above it, if they do not head the file."""
        start, end = self.comment_start(span[0]) or self.line_start(span[0]), self.next_line(span[1])
        while end < len(self.text) and not self.text[end : self.next_line(end)].strip():
            end = self.next_line(end)
        while end == len(self.text) and start and not self.text[self.line_start(start - 1) : start].strip():
            start = self.line_start(start - 1)
        if end == len(self.text) and start and not self.text.endswith("\n"):
            start = self.line_end(max(start - 2, 0))
        return self.splice(start, end, "")

    def emptied(self, path: list[AnyNode]) -> Splice:
        """Return what is left when the only entry of a mapping goes: of a section nothing, elsewhere braces."""
        node, owner = path[-1], path[-2] if len(path) > 1 else None
        if isinstance(owner, Map):
            index = next((i for i, (_, value) in enumerate(owner.pairs) if value is node), -1)
            if index >= 0 and len(owner.pairs) > 1 and len(path) in (2, 4):
                return self.remove_pair(path[:-1], index)
        return self.replaced(path, Object([]))

    def remove_between(self, spans: list[tuple[int, int]], index: int) -> Splice:
        """Return the removal of one of several things that commas divide."""
        if index == 0:
            return self.splice(spans[0][0], spans[1][0], "")
        return self.splice(spans[index - 1][1], spans[index][1], "")

    def remove_lines(self, spans: list[tuple[int, int]], index: int) -> Splice:
        """Return the removal of one of several things that have their own lines."""
        start, end = spans[index]
        if self.alone(start):
            start = self.line_start(start)
            if start and index + 1 == len(spans):  # what is added behind it begins where its line ends
                before = start - (2 if self.text[:start].endswith("\r\n") else 1)
                return self.splice(before, self.line_end(end), "")
            end = self.next_line(end)
            if end == len(self.text) and not self.text.endswith("\n"):
                start = self.line_end(max(start - 2, 0)) if start else 0
            return self.splice(start, end, "")
        if index + 1 >= len(spans):
            raise Unsayable("this cannot be removed from the line that it stands in")
        return self.splice(start, spans[index + 1][0], "")

    def remove_pairs(self, path: list[AnyNode], indexes: list[int]) -> list[Splice]:
        """Return the removal of some entries, but not all, of the mapping at the end of *path*."""
        node = path[-1]
        if not isinstance(node, Map) or node.odd or node.anchored:
            raise Unsayable("entries of this mapping cannot be removed")
        spans = [(key.start, value.end) for key, value in node.pairs]
        found: list[Splice] = []
        for first, last in _runs(indexes):
            if self.source.json or node.flow:
                start = spans[0][0] if first == 0 else spans[first - 1][1]
                end = spans[last + 1][0] if first == 0 else spans[last][1]
                found.append(self.splice(start, end, ""))
            elif self.alone(spans[first][0]):
                whole = (self.described_start(spans[first][0]), spans[last][1])
                found.append(self.remove_lines([*spans[:first], whole, *spans[last + 1 :]], first))
            else:
                joined = [*spans[:first], (spans[first][0], spans[last][1]), *spans[last + 1 :]]
                found.append(self.remove_lines(joined, first))
        return found

    def runs(self, node: Map, indexes: list[int]) -> list[str]:
        """Return the lines of entries of a block mapping, with the comments that describe them."""
        return [
            self.text[self.described_start(node.pairs[first][0].start) : self.line_end(node.pairs[last][1].end)]
            for first, last in _runs(indexes)
        ]

    # Moving ---------------------------------------------------------------------------------------------------------

    def move(self, path: list[AnyNode], indexes: list[int], into: list[AnyNode]) -> list[Splice]:
        """Return what takes entries of the mapping at the end of *path* to the end of the one at the end of *into*."""
        node, target = path[-1], into[-1]
        if not isinstance(node, Map) or not isinstance(target, Map) or target.anchored or target.odd:
            raise Unsayable("this cannot be moved there: the mapping is shared, or not written as one")
        pairs = [node.pairs[index] for index in indexes]
        index = next((i for i, (_, value) in enumerate(target.pairs) if value is node), -1)
        whole = len(indexes) == len(node.pairs)
        if whole and index < 0:
            raise Unsayable("this would leave nothing where it was")
        if self.source.json:
            said = [self.copied(key, value, self.lead(target, target.pairs[0][0])) for key, value in pairs]
            if whole:
                key, value = target.pairs[index]
                lead = self.lead(target, target.pairs[0][0])
                return [self.splice(key.start, value.end, f",{lead}".join(said))]
            end = target.pairs[index][1].end if target.pairs else target.inner + 1
            lead = self.lead(target, target.pairs[0][0])
            added = "".join(f",{lead}{each}" for each in said)
            return [*self.remove_pairs(path, indexes), self.splice(end, end, added)]
        if node.flow:
            return self.move_out_of_flow(path, indexes, target, index)
        if target.flow or not target.pairs or not all(self.alone(key.start) for key, _ in pairs):
            raise Unsayable("this cannot be moved out of the line that it stands in")
        at = column(self.text, target.pairs[0][0].start)
        shift = at - column(self.text, node.pairs[0][0].start)
        last = target.pairs[index][1]
        if index >= 0 and (whole or (indexes[-1] == len(node.pairs) - 1 and len(_runs(indexes)) == 1)):
            start = first = self.comment_start(pairs[0][0].start)
            if whole:
                start = (
                    self.line_start(target.pairs[index][0].start) if self.alone(target.pairs[index][0].start) else -1
                )
            if start < 0:
                raise Unsayable("this cannot be moved out of the line that it stands in")
            end = self.line_end(last.end)
            return [self.splice(start, end, _indented(self.text[first:end], shift))]
        newline = self.source.style.newline
        said_lines = "".join(newline + _indented(text, shift) for text in self.runs(node, indexes))
        position = self.line_end(last.end)
        return [*self.remove_pairs(path, indexes), self.splice(position, position, said_lines)]

    def move_out_of_flow(self, path: list[AnyNode], indexes: list[int], target: Map, index: int) -> list[Splice]:
        """Return what takes entries of a mapping in braces to the end of *target*, whose entry *index* it may be."""
        node = path[-1]
        if not isinstance(node, Map) or not target.pairs or "#" in self.text[node.start : node.end]:
            raise Unsayable("this cannot be moved out of the braces that it stands in")
        said = [self.pair(*node.pairs[number]) for number in indexes]
        first, whole = target.pairs[0][0], len(indexes) == len(node.pairs)
        lead = f",{self.lead(target, first)}"
        if not target.flow:
            lead = self.source.style.newline + " " * column(self.text, first.start)
            if any("\n" in text for text in said):
                raise Unsayable("this cannot be moved out of the braces that it stands in")
        if whole:
            key, value = target.pairs[index]
            return [self.splice(key.start, value.end, lead.join(said))]
        last = target.pairs[index][1].end
        position = last if target.flow else self.line_end(last)
        return [
            *self.remove_pairs(path, indexes),
            self.splice(position, position, "".join(lead + text for text in said)),
        ]

    def pair(self, key: Scalar, value: AnyNode) -> str:
        """Return an entry of a YAML mapping in braces as it stands, with a space behind its colon."""
        return f"{self.text[key.start : key.end]}: {self.text[value.start : value.end]}"

    def wrap(self, path: list[AnyNode], indexes: list[int], name: str) -> list[Splice]:
        """Return what puts entries of the mapping at the end of *path* into a mapping *name*, where the first stood."""
        node = path[-1]
        if not isinstance(node, Map) or node.odd or node.anchored:
            raise Unsayable("entries of this mapping cannot be moved")
        pairs = [node.pairs[index] for index in indexes]
        rest = [index for index in indexes if index != indexes[0]]
        run = next(last for first, last in _runs(indexes) if first == indexes[0])
        others = [index for index in rest if index > run]
        start = pairs[0][0].start
        if self.source.json:
            indent = self.source.document.indent(start)
            inner = indent + self.source.style.indent(self.source.style.step)
            lines = "\n" in self.text[node.start : node.pairs[0][0].start]
            newline = self.source.style.newline
            lead, close = (newline + inner, newline + indent) if lines else ("", "")
            said = f",{lead or ' '}".join(self.copied(key, value, lead) for key, value in pairs)
            made = f'"{name}"{self.source.style.colon}{{{lead}{said}{close}}}'
            return [self.splice(start, node.pairs[run][1].end, made), *self.removed(path, others)]
        if node.flow and "#" not in self.text[node.start : node.end]:
            made = f"{name}: {{{', '.join(self.pair(*pair) for pair in pairs)}}}"
            return [self.splice(start, node.pairs[run][1].end, made), *self.removed(path, others)]
        if node.flow or not all(self.alone(key.start) for key, _ in pairs[1:]):
            raise Unsayable("this cannot be moved out of the line that it stands in")
        at, step = column(self.text, start), self.source.style.step
        end = self.line_end(node.pairs[run][1].end)
        texts = [" " * at + self.text[start:end]]
        texts += self.runs(node, others)
        newline = self.source.style.newline
        made = f"{name}:" + "".join(newline + _indented(text, step) for text in texts)
        return [self.splice(start, end, made), *self.removed(path, others)]

    def removed(self, path: list[AnyNode], indexes: list[int]) -> list[Splice]:
        """Return the removal of entries, or nothing where there are none."""
        return self.remove_pairs(path, indexes) if indexes else []

    def copied(self, key: Scalar, value: AnyNode, lead: str) -> str:
        """Return an entry of a JSON object as it stands, to stand behind *lead*."""
        old = self.source.document.indent(key.start)
        new = lead.rpartition("\n")[2] if "\n" in lead else old
        return self.text[key.start : value.end].replace(f"\n{old}", f"\n{new}")

    # Items ----------------------------------------------------------------------------------------------------------

    def insert_item(self, path: list[AnyNode], form: Form, index: int) -> Splice:
        """Return the insertion of an item into the list at the end of *path*."""
        node = path[-1]
        if not isinstance(node, List) or node.anchored:
            raise Unsayable("an item cannot be added here: the list is shared, or not written as one")
        if not node.items:
            return self.replaced(path, Array([form]))
        if self.source.json or node.flow:
            return self.insert_between(node, form, index)
        at = column(self.text, node.dashes[0])
        blocks = not index or not swallows(self.text, node.items[index - 1].end, at)
        said = f"-{YamlWriter(self.source, blocks=blocks).follow(form, at, dash=True)}"
        newline = self.source.style.newline
        if index:
            position = self.line_end(node.items[index - 1].end)
            return self.splice(position, position, f"{newline}{' ' * at}{said}")
        return self.splice(node.dashes[0], node.dashes[0], f"{said}{newline}{' ' * at}")

    def insert_between(self, node: List, form: Form, index: int) -> Splice:
        """Return the insertion of an item into a list that commas divide."""
        first = node.items[0]
        if self.source.json:
            lead = self.lead(node, first)
            writer = JsonWriter(self.source, flat=self.one_line(node))
            said = writer.write(form, self.source.document.indent(first.start))
        else:
            lead = " "
            said = YamlWriter(self.source).follow(form, 0, flow=True)[1:]
        if index:
            position = node.items[index - 1].end
            return self.splice(position, position, f",{lead}{said}")
        return self.splice(first.start, first.start, f"{said},{lead}")

    def remove_item(self, path: list[AnyNode], index: int) -> Splice:
        """Return the removal of an item of the list at the end of *path*."""
        node = path[-1]
        if not isinstance(node, List):
            raise Unsayable("an item of this list cannot be removed")
        if len(node.items) == 1:
            return self.replaced(path, Array([]))
        if self.source.json or node.flow:
            return self.remove_between([(item.start, item.end) for item in node.items], index)
        spans = [(dash, max(item.end, dash + 1)) for dash, item in zip(node.dashes, node.items, strict=True)]
        return self.remove_lines(spans, index)

    def remove_items(self, path: list[AnyNode], indexes: list[int]) -> list[Splice]:
        """Return the removal of some items, but not all, of the list at the end of *path*."""
        node = path[-1]
        if not isinstance(node, List) or node.anchored:
            raise Unsayable("items of this list cannot be removed")
        between = self.source.json or node.flow
        spans = [(item.start, item.end) for item in node.items]
        if not between:
            spans = [(dash, max(end, dash + 1)) for dash, (_, end) in zip(node.dashes, spans, strict=True)]
        found: list[Splice] = []
        for first, last in _runs(indexes):
            joined = [*spans[:first], (spans[first][0], spans[last][1]), *spans[last + 1 :]]
            behind = spans[last + 1][0] if last + 1 < len(spans) else -1
            if not between:
                found.append(self.remove_lines(joined, first))
            elif behind >= 0 and self.alone(spans[first][0]) and "\n" not in self.text[spans[last][1] : behind]:
                found.append(self.splice(spans[first][0], behind, ""))  # what stands behind it heads the line then
            else:
                found.append(self.remove_between(joined, first))
        return found

    # Declarations ---------------------------------------------------------------------------------------------------

    def declare(self, section: str, name: str, form: Form, after: str = "") -> Splice:
        """Return the declaration of *name* in *section*: behind *after*, or at the end."""
        root = self.source.root
        found = root.get(section)
        if found is None:
            return self.new_section(section, (name, form))
        if not isinstance(found, Map) or found.tag:
            if isinstance(found, Scalar) and found.constant is None:
                return self.replaced([root, found], Object([(name, form)]))
            raise Unsayable(f"nothing can be declared in `{section}` as it is written")
        names = [key.text for key, _ in found.pairs]
        index = names.index(after) if after in names else -1
        spaced = self.spaced(found, together=not isinstance(form, Object))
        return self.insert_pair([root, found], name, self.alike(found, form), index, spaced=spaced)

    def alike(self, section: Map, form: Form) -> Form:
        """Return *form* on one line where all that *section* declares is, if it has room there."""
        siblings = [value for _, value in section.pairs]
        if not isinstance(form, Object) or not all(
            isinstance(value, Map) and value.flow and value.pairs and self.one_line(value) for value in siblings
        ):
            return form
        flat = Object(form.pairs, siblings[-1] if siblings else None)
        indent = " " * column(self.text, section.pairs[0][0].start)
        writer = JsonWriter(self.source) if self.source.json else None
        said = writer.write(flat, indent) if writer else YamlWriter(self.source).follow(flat, len(indent))
        return flat if len(indent) + len(said) + 20 <= WIDEST and "\n" not in said else form

    def spaced(self, section: Map, *, together: bool = False) -> bool:
        """Say whether blank lines stand between the declarations of *section*.

        Where there is but one it is as between resources, unless it has one line and the next one will (*together*).
        """
        if section.flow:
            return False
        if len(section.pairs) == 1 and not (together and self.one_line(section)):
            model = self.source.root.get("Resources")
            if not isinstance(model, Map) or section is model or len(model.pairs) < 2 or not self.parted():
                return False
            return self.spaced(model)
        between = pairwise(section.pairs)
        votes = [self.blank(value.end, key.start) for (_, value), (key, _) in between]
        return sum(votes) * 2 > len(votes)

    def new_section(self, section: str, *declared: tuple[str, Form]) -> Splice:
        """Return the making of *section* with what is *declared*, before the first of those that come behind it."""
        form = Object(list(declared))
        root = self.source.root
        behind = SECTIONS[SECTIONS.index(section) + 1 :]
        index = next((i for i, (key, _) in enumerate(root.pairs) if key.text in behind), -1)
        if index < 0:
            return self.insert_pair([root], section, form, spaced=not self.source.json and self.parted())
        key = root.pairs[index][0]
        if self.source.json:
            said = JsonWriter(self.source).write(form, self.source.document.indent(key.start))
            text = f'"{section}"{self.source.style.colon}{said},{self.lead(root, root.pairs[0][0])}'
            return self.splice(key.start, key.end, f"{text}{self.text[key.start : key.end]}")
        if root.flow:
            raise Unsayable(f"`{section}` cannot be added to a template in flow style")
        start = self.comment_start(key.start) if self.alone(key.start) else key.start
        newline = self.source.style.newline
        at = column(self.text, key.start)
        resources_ = root.get("Resources")
        said_each = [YamlWriter(self.source).follow(Object([pair]), at) for pair in declared]
        several = any(said.count(newline) > 1 for said in said_each)
        gap = newline if several and isinstance(resources_, Map) and self.spaced(resources_) else ""
        entries = gap.join(said_each)
        said = f"{' ' * at}{section}:{entries}{newline * (2 if self.parted() else 1)}"
        return self.splice(start, key.end, f"{said}{self.text[start : key.end]}")

    def parted(self) -> bool:
        """Say whether blank lines stand between the sections."""
        pairs = self.source.root.pairs
        return any(self.blank(value.end, key.start) for (_, value), (key, _) in pairwise(pairs))

    def comment_start(self, position: int) -> int:
        """Return where the comment lines directly above *position* begin, else where its line does."""
        start = self.line_start(position)
        while start:
            above = self.line_start(start - 1)
            if not self.text[above:start].lstrip().startswith("#"):
                break
            start = above
        return start

    def described_start(self, position: int) -> int:
        """Return where the comment that describes the declaration at *position* begins; a banner belongs to no one."""
        start = self.comment_start(position)
        end = self.line_start(position)
        kept = start
        while start < end:
            following = self.next_line(start)
            if _RULE.match(self.text[start:following]):
                kept = following
            start = following
        return kept

    def remove_declaration(self, section: str, name: str) -> Splice:
        """Return the removal of what is declared as *name* in *section*."""
        root = self.source.root
        found = root.get(section)
        if not isinstance(found, Map) or found.odd:
            raise Unsayable(f"nothing can be removed from `{section}` as it is written")
        index = next((i for i, (key, _) in enumerate(found.pairs) if key.text == name), -1)
        if index < 0:
            raise Unsayable(f"`{name}` is not declared in `{section}`")
        if section == "Resources" and all(declared == name for declared, _, _ in resources(root)):
            raise Unsayable("a template must have a resource, and this is its last")
        if len(found.pairs) == 1 or self.source.json or found.flow or not self.alone(found.pairs[index][0].start):
            return self.remove_pair([root, found], index)
        key, value = found.pairs[index]
        start, end = self.described_start(key.start), self.next_line(value.end)
        if index + 1 < len(found.pairs):
            while end < len(self.text) and not self.text[end : self.next_line(end)].strip():
                end = self.next_line(end)
            return self.splice(start, end, "")
        while start and not self.text[self.line_start(start - 1) : start].strip():
            start = self.line_start(start - 1)
        if end == len(self.text) and not self.text.endswith("\n"):
            start = self.line_end(max(start - 2, 0))
        return self.splice(start, end, "")


def _runs(indexes: list[int]) -> list[tuple[int, int]]:
    """Return the first and the last of each run of neighbours among *indexes*."""
    found: list[tuple[int, int]] = []
    for index in sorted(indexes):
        if found and found[-1][1] == index - 1:
            found[-1] = (found[-1][0], index)
        else:
            found.append((index, index))
    return found


def _indented(text: str, columns: int) -> str:
    """Return lines of YAML moved to the right, or to the left."""
    return "\n".join(moved(line, columns) for line in text.split("\n"))


SECTIONS = (
    "AWSTemplateFormatVersion",
    "Transform",
    "Description",
    "Metadata",
    "Parameters",
    "Rules",
    "Mappings",
    "Conditions",
    "Globals",
    "Resources",
    "Outputs",
)
"""The sections in the order that people write them in."""
