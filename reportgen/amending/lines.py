"""The lines of a text, and the comments and blank ones among them."""

from collections.abc import Iterator


class Lines:
    """A text that ends with a line feed, by offsets; columns count from 0."""

    def __init__(self, text: str) -> None:
        self.text = text

    def line_start(self, offset: int) -> int:
        """The start of the line that an offset is on."""
        return self.text.rfind("\n", 0, offset) + 1

    def line_end(self, offset: int) -> int:
        """The end of that line, before its line feed."""
        end = self.text.find("\n", offset)
        return end if end >= 0 else len(self.text)

    def next_line(self, offset: int) -> int:
        """The start of the line below."""
        return min(self.line_end(offset) + 1, len(self.text))

    def column(self, offset: int) -> int:
        """How far an offset is from the start of its line, from 0."""
        return offset - self.line_start(offset)

    def leads_its_line(self, offset: int) -> bool:
        """Whether only blanks stand before an offset on its line."""
        return not self.text[self.line_start(offset) : offset].strip(" ")

    def lines_from(self, offset: int) -> Iterator[tuple[int, str]]:
        """Offset and text of the lines from the start of one."""
        while offset < len(self.text):
            end = self.line_end(offset)
            yield offset, self.text[offset:end]
            offset = end + 1

    def behind_comments(self, line: int, column: int) -> int:
        """The start of the first line from here that is no comment further in than a column."""
        for start, text in self.lines_from(line):
            if not text.lstrip(" ").startswith("#") or len(text) - len(text.lstrip(" ")) <= column:
                return start
        return len(self.text)

    def not_blank(self, line: int) -> int:
        """The start of the first line from here that is not blank."""
        return next((start for start, text in self.lines_from(line) if text.strip(" ")), len(self.text))

    def floor(self, line: int) -> int:
        """How far text has to be indented above a line so that a comment there does not become part of it."""
        for _, text in self.lines_from(line):
            if text.strip(" "):
                bare = text.lstrip(" ")
                return len(text) - len(bare) + 1 if bare.startswith("#") else 0
        return 0
