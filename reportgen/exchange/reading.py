"""What a cell says, by a listed rule (docs/excel.md) or not at all: nothing is guessed in silence."""

import re
import unicodedata
from dataclasses import dataclass

from reportgen.exchange.values import Value

_BREAKS = re.compile("\r\n?|\x85|\u2028|\u2029")
_BLANKS = re.compile("[\t\u00a0\u2000-\u200a\u202f\u205f]")
_WIDTHLESS = "\u200b\u200c\u200d\u2060\ufeff"
_INVISIBLE = re.compile(f"[{_WIDTHLESS}]")
_NOTHING = _WIDTHLESS + "".join(chr(code) for code in range(0x3001) if chr(code).isspace())
_OPENING, _CLOSING = "（(《“‘「【〔[", "）)》”’」】〕]"


@dataclass(frozen=True, slots=True)
class Read:
    """A value; `rule` says in Chinese how it was read where it was not typed as the ledger writes it."""

    value: Value
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """No rule reads this; `message` says so, with the repair."""

    message: str


Reading = Read | Unread


@dataclass(frozen=True, slots=True)
class Known:
    """What may stand in cells of a list, by the name of the list; and whether dates count from 1904."""

    lists: dict[str, tuple[str, ...]]
    epoch_1904: bool = False


def folded(text: str) -> str:
    """Text with ordinary blanks and line breaks, no blanks at the ends of lines, no characters without width."""
    plain = _INVISIBLE.sub("", _BLANKS.sub(" ", _BREAKS.sub("\n", text)))
    return "\n".join(map(str.strip, plain.split("\n"))).strip() if "\n" in plain else plain.strip()


def says_nothing(text: str) -> bool:
    """Whether nothing is left of a text when it is folded."""
    return not text.strip(_NOTHING)


def narrow(text: str) -> str:
    """Folded text with full-width digits, letters and marks at half width, without blanks."""
    return "".join(unicodedata.normalize("NFKC", folded(text)).split())


def parts_of(text: str, marks: str) -> tuple[str, ...]:
    """The text cut at `marks`, but not inside brackets and quotation marks."""
    parts, depth, start = [], 0, 0
    for place, character in enumerate(text):
        depth += (character in _OPENING) - (character in _CLOSING and depth > 0)
        if character in marks and (depth == 0 or character == "\n"):
            parts.append(text[start:place])
            start, depth = place + 1, 0
    parts.append(text[start:])
    return tuple(part.strip() for part in parts if part.strip())
