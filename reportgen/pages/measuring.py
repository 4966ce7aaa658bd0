"""A PDF as measured pages."""

from pathlib import Path
from typing import Any

from reportgen.pages.letters import MM, letters_of
from reportgen.pages.lines import turned_lines, upright_lines
from reportgen.pages.model import Page
from reportgen.pages.pdfium import opened
from reportgen.pages.strokes import drawn_on


def measure(pdf: Path) -> tuple[Page, ...]:
    """Every page of a PDF, measured. Raises ReportgenError: pages-not-installed, pages-unreadable."""
    with opened(pdf) as document:
        return tuple(_page(document[index], index + 1) for index in range(len(document)))


def _page(page: Any, number: int) -> Page:
    try:
        width, height = page.get_size()
        glyphs = letters_of(page)
        drawn = drawn_on(page)
    finally:
        page.close()
    return Page(
        number,
        width * MM,
        height * MM,
        lines=upright_lines(glyphs, drawn.verticals),
        turned_lines=turned_lines(glyphs),
        rules=drawn.horizontals,
        verticals=drawn.verticals,
        pictures=drawn.pictures,
        glyphs=glyphs,
    )
