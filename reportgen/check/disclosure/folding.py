"""Text made comparable: one width, one kind of digit, and without what the eye does not see."""

from dataclasses import dataclass

INVISIBLE = "\u200b"
"""Stands for every character that is not seen: zero-width blanks and joiners, soft hyphens, marks of direction."""


def _table() -> dict[int, int]:
    full_width = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
    blanks = dict.fromkeys((0x3000, 0xA0, 0x202F, 0x205F, *range(0x2000, 0x200B)), ord(" "))
    unseen = dict.fromkeys((0xAD, 0xFEFF, 0x2060, *range(0x200B, 0x2010), *range(0x202A, 0x202F)), ord(INVISIBLE))
    digits = {start + digit: 0x30 + digit for start in (0x660, 0x6F0, 0x966) for digit in range(10)}
    mathematical = {0x1D7CE + row: 0x30 + row % 10 for row in range(50)}
    return {**full_width, **blanks, **unseen, **digits, **mathematical}


_FOLD = _table()
_UPPER = {code: code + 0x20 for code in range(0x41, 0x5B)}
_SAME = {**_FOLD, **_UPPER, **{code + 0xFEE0: lower for code, lower in _UPPER.items()}}


def fold(text: str) -> str:
    """Half-width letters, digits and signs, plain blanks; as long as the text, so positions stay."""
    return text.translate(_FOLD)


def bare(text: str) -> str:
    """Only letters and digits, folded and in lower case: what a wording says without its punctuation."""
    return "".join(filter(str.isalnum, text.translate(_SAME)))


@dataclass(frozen=True, slots=True)
class Bare:
    """A bare text; `at` says where each of its characters stood in the original."""

    text: str
    at: tuple[int, ...]

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        """[start, end) of the bare text as a stretch of the original."""
        return self.at[start], self.at[end - 1] + 1


def bare_with_places(text: str) -> Bare:
    """The bare text and where its characters stood."""
    same = text.translate(_SAME)
    at = tuple(place for place, character in enumerate(same) if character.isalnum())
    return Bare("".join(same[place] for place in at), at)
