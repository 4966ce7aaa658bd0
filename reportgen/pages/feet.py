"""The line of a page that carries its number."""

import re

from reportgen.pages.model import Line, Page

_NUMBER = re.compile(r"\D{0,3}(\d{1,4})\D{0,3}(?:\d{1,4}\D{0,2})?")
_LOWEST_FOOT_MM = 255.0
_TURNED_FOOT_MM = 42.0


def foot_of(page: Page) -> Line | None:
    """The page number: the lowest line, near the foot of the sheet; None where there is none."""
    last = page.lines[-1] if page.lines else None
    limit = _LOWEST_FOOT_MM - (297 - page.height_mm)
    return last if last and last.baseline > limit and number_in(last) is not None else None


def turned_foot_of(page: Page) -> Line | None:
    """The page number of a sheet that was turned clockwise: turned letters near its left edge (clause 8)."""
    return next(
        (line for line in page.turned_lines if line.ink_right < _TURNED_FOOT_MM and number_in(line) is not None), None
    )


def number_in(line: Line) -> int | None:
    """The number that a page number shows: “—3—”, “3”, “第3页”, “3/15”."""
    found = _NUMBER.fullmatch(line.text)
    return int(found[1]) if found else None
