"""Text by the columns it takes on a terminal, where a Chinese character takes two."""

import unicodedata

_NOT_AT_START = set("，。；：、！？）》”’】％…—")
_NOT_AT_END = set("（《“‘【")


def columns(text: str) -> int:
    """Terminal columns of a text."""
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in text)


def padded(text: str, width: int) -> str:
    """The text with blanks up to `width` columns."""
    return text + " " * max(width - columns(text), 0)


def wrapped(text: str, width: int) -> list[str]:
    """Lines of at most `width` columns (closing marks may hang over); words in ASCII stay whole where they fit."""
    lines, line, used = [], "", 0
    for piece in _pieces(text):
        size = columns(piece)
        if used + size > width and line and piece[0] not in _NOT_AT_START:
            carried = line[-1] if line[-1] in _NOT_AT_END else ""
            lines.append(line.removesuffix(carried).rstrip())
            line, used = carried, columns(carried)
        line += piece
        used += size
    return [*lines, line] if line else lines


def _pieces(text: str) -> list[str]:
    """Single wide characters, and runs of ASCII without blanks."""
    pieces: list[str] = []
    for character in text:
        joins = pieces and character.isascii() and pieces[-1][-1].isascii()
        if joins and character != " " and pieces[-1][-1] != " ":
            pieces[-1] += character
        else:
            pieces.append(character)
    return pieces
