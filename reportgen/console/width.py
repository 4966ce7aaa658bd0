"""Text by the columns it takes on a terminal, where a Chinese character takes two."""

import unicodedata

_NOT_AT_START = set("，。；：、！？）》”’】％…—")
_NOT_AT_END = set("（《“‘【")
_FURTHEST = 12  # characters that may be carried to the next line


def columns(text: str) -> int:
    """Terminal columns of a text."""
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in text)


def padded(text: str, width: int) -> str:
    """The text with blanks up to `width` columns."""
    return text + " " * max(width - columns(text), 0)


def wrapped(text: str, width: int) -> list[str]:
    """Lines of at most `width` columns; words in ASCII stay whole where they fit, closing marks with what they close."""
    lines, line, used = [], "", 0
    for piece in _pieces(text):
        size = columns(piece)
        if used + size > width and line:
            end = _break(line, piece)
            lines.append(line[:end].rstrip())
            line = line[end:]
            used = columns(line)
        line += piece
        used += size
    return [*lines, line] if line else lines


def _break(line: str, following: str) -> int:
    """Where a full line ends: before a mark's own character, after no opening mark, in no word; else at its end."""
    text = line + following[0]
    for end in range(len(line), max(len(line) - _FURTHEST, 0), -1):
        in_word = end < len(line) and text[end - 1 : end + 1].isascii() and " " not in text[end - 1 : end + 1]
        if not in_word and text[end] not in _NOT_AT_START and text[end - 1] not in _NOT_AT_END:
            return end
    return len(line)


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
