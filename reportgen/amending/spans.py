"""Where a value stands in the text, character by character, and which lines are its own."""

import re
from collections.abc import Iterator

from reportgen.amending.lines import Lines
from reportgen.amending.source import Source
from reportgen.reading.places import Node

_HEADER = re.compile(r"[|>][-+0-9]*")
_KEEPING = re.compile(r"[|>]\d?\+")
_QUOTED_KEY = re.compile(r"'(?:[^']|'')*'|\"(?:[^\"\\]|\\.)*\"")
_COLON = re.compile(r"\s*:")


class Spans(Lines):
    """The values of one file."""

    def __init__(self, source: Source, root: Node | None) -> None:
        super().__init__(source.whole)
        self._source = source
        self._root = root

    def start(self, node: Node) -> int:
        """The first character of a value."""
        return self._source.offset(node.mark)

    def stop(self, node: Node) -> int:
        """Behind the last character of a value; a block scalar that keeps blank lines ends behind these."""
        if node.value and not node.style and not isinstance(node.value, str):
            last = node.value[-1] if isinstance(node.value, list) else next(reversed(node.value.values()))
            return self.stop(last)
        if node.style in ("|", ">"):
            return self._block_end(node) - 1 if self.keeps_blank_lines(node) else self._content_end(node)
        return self._source.offset(node.end)

    def header(self, node: Node) -> tuple[int, int]:
        """The indicator of a block scalar: | or > and what follows it."""
        found = _HEADER.search(self.text, self.start(node))
        assert found
        return found.span()

    def keeps_blank_lines(self, node: Node) -> bool:
        """Whether the blank lines behind a block scalar are part of it (`|+`)."""
        return node.style in ("|", ">") and "+" in self.text[slice(*self.header(node))]

    def body(self, node: Node) -> tuple[int, int]:
        """The lines of a block scalar below its header, without blank ones behind."""
        first = self.next_line(self.header(node)[1])
        return first, max(first, min(self._content_end(node) + 1, len(self.text)))

    def body_column(self, node: Node) -> int:
        """How far the lines of a block scalar are indented; 0 if it has none."""
        first, last = self.body(node)
        lines = (line for line in self.text[first:last].split("\n") if line.strip(" "))
        return min((len(line) - len(line.lstrip(" ")) for line in lines), default=0)

    def _block_end(self, node: Node) -> int:
        return min(self._source.offset(node.end), len(self.text)) if self._ends_line(node) else len(self.text)

    def _ends_line(self, node: Node) -> bool:
        end = self._source.offset(node.end)
        return end > 0 and self.text[end - 1] == "\n"

    def _content_end(self, node: Node) -> int:
        """The end of the last line of a block scalar that is not blank (one that holds more blanks than indent is not)."""
        first = self.next_line(self.header(node)[1])
        lines = self.text[first : self._block_end(node)].split("\n")
        full = [len(line) - len(line.lstrip(" ")) for line in lines if line.strip(" ")]
        indent = min(full, default=len(self.text))
        while lines and not lines[-1].strip(" ") and len(lines[-1]) <= indent:
            lines.pop()
        return first + len("\n".join(lines)) if lines else first - 1

    def key_start(self, node: Node) -> int:
        """The first character of the key of a value (of its `?`, if it has one)."""
        start = self._source.offset(node.key or node.mark)
        before = self.text[self.line_start(start) : start].rstrip(" ")
        return self.line_start(start) + len(before) - 1 if before.endswith("?") else start

    def colon_end(self, key: str, node: Node) -> int | None:
        """Behind the colon of a key; None where it has none."""
        start = self._source.offset(node.key or node.mark)
        quoted = _QUOTED_KEY.match(self.text, start)
        found = _COLON.match(self.text, quoted.end() if quoted else start + len(key))
        return found.end() if found else None

    def key_end(self, key: str, node: Node) -> int:
        """Behind a key."""
        start = self._source.offset(node.key or node.mark)
        quoted = _QUOTED_KEY.match(self.text, start)
        return quoted.end() if quoted else start + len(key)

    def dash(self, item: Node, column: int) -> int:
        """The dash of an item of a block sequence whose dashes stand in a column."""
        line = self.line_start(self.start(item))
        while True:
            found = line + column
            if self.text[found] == "-" and not self.text[line:found].strip(" -?:"):
                return found
            line = self.line_start(line - 1)

    def dash_column(self, sequence: Node) -> int:
        """The column of the dashes of a block sequence."""
        start = self.start(sequence)
        if self.text[start] == "!":
            start = self.text.index("-", start)
        return self.column(start)

    def comments_within(self, node: Node) -> list[str]:
        """The comments that stand on lines of their own inside a block collection."""
        taken = [(self.line_start(self.start(leaf)), self.stop(leaf)) for leaf in leaves(node)]
        stop = self.stop(node)
        found = []
        for start, text in self.lines_from(self.next_line(self.start(node))):
            if start >= stop:
                break
            if text.lstrip(" ").startswith("#") and not any(first <= start < last for first, last in taken):
                found.append(text.strip(" "))
        return found

    def keeping_ends(self) -> set[int]:
        """The lines behind texts that keep the blank lines below them."""
        if self._root is None or not _KEEPING.search(self.text):
            return set()
        return {self.stop(leaf) + 1 for leaf in leaves(self._root) if self.keeps_blank_lines(leaf)}


def leaves(node: Node) -> Iterator[Node]:
    """The values of a tree that are no block collections, in their order."""
    if node.style or not isinstance(node.value, dict | list):
        yield node
        return
    for child in node.value.values() if isinstance(node.value, dict) else node.value:
        yield from leaves(child)
