"""Rendered pages and how they are measured: millimetres from the upper left corner of the sheet.

The sample project is built as a user builds it, converted by LibreOffice once per run, and read with pdfplumber.
Faces of the standard are proprietary; look-alikes of the same widths stand in (.ci/fonts), and without them nothing
here can be said, so the tests are skipped.
"""

from __future__ import annotations

import datetime
import os
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pdfplumber
import pytest

from reportgen.export import available, missing_faces, to_pdf
from reportgen.kinds.kind import load_kinds
from reportgen.pipeline.build import Request, build
from reportgen.pipeline.project import Project
from tests.sharing import once

ROOT = Path(__file__).resolve().parents[2]
DPI = 300


def mm(points: float) -> float:
    return points / 72 * 25.4


@dataclass(frozen=True)
class Line:
    """A line of text: its glyphs from left to right, blanks left out."""

    glyphs: tuple[dict[str, Any], ...]

    @property
    def text(self) -> str:
        return "".join(glyph["text"] for glyph in self.glyphs)

    @property
    def left(self) -> float:
        return mm(self.glyphs[0]["x0"])

    @property
    def right(self) -> float:
        return mm(self.glyphs[-1]["x1"])

    @property
    def centre(self) -> float:
        return (self.left + self.right) / 2

    @property
    def baseline(self) -> float:
        return mm(self.glyphs[0]["baseline"])

    @property
    def fonts(self) -> set[str]:
        return {glyph["fontname"].partition("+")[2] for glyph in self.glyphs}

    @property
    def size(self) -> float:
        """In points."""
        return round(max(glyph["size"] for glyph in self.glyphs), 1)


@dataclass(frozen=True)
class Rule:
    """A drawn line; `weight` in millimetres."""

    left: float
    right: float
    y: float
    weight: float
    red: bool


class Sheet:
    """One rendered page."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.number = page.page_number

    @property
    def turned(self) -> bool:
        return self.page.width > self.page.height

    @cached_property
    def lines(self) -> list[Line]:
        """Upright lines from top to bottom, the page number among them."""
        rows: dict[int, list[dict[str, Any]]] = {}
        for glyph in self.page.chars:
            if glyph["upright"] and glyph["text"].strip():
                baseline = float(self.page.height) - glyph["matrix"][5]
                near = next((key for key in rows if abs(key - baseline) < 3), round(baseline))
                rows.setdefault(near, []).append({**glyph, "baseline": baseline})
        return [Line(tuple(sorted(rows[key], key=lambda glyph: glyph["x0"]))) for key in sorted(rows)]

    @property
    def text_lines(self) -> list[Line]:
        """Lines within the type area of an upright page."""
        return [line for line in self.lines if line.baseline < 262.5]

    @property
    def turned_glyphs(self) -> list[dict[str, Any]]:
        """Glyphs that stand upright only when the sheet is turned: the page number of clause 8."""
        return [glyph for glyph in self.page.chars if not glyph["upright"] and glyph["text"].strip()]

    @cached_property
    def rules(self) -> list[Rule]:
        """Drawn horizontal lines from top to bottom."""
        found = set()  # LibreOffice draws a line once for each paragraph that could own it
        for edge in self.page.lines + self.page.rects:
            if edge["x1"] - edge["x0"] > 100 and edge["bottom"] - edge["top"] < 4:
                middle = mm((edge["top"] + edge["bottom"]) / 2)
                red = tuple(edge["stroking_color"] or ()) == (1, 0, 0) if edge["linewidth"] else False
                found.add(Rule(mm(edge["x0"]), mm(edge["x1"]), middle, mm(edge["linewidth"] or 0), red))
        return sorted(found, key=lambda rule: rule.y)

    @cached_property
    def raster(self) -> Any:
        return self.page.to_image(resolution=DPI).original.convert("RGB")

    def ink(self, left: float, top: float, right: float, bottom: float) -> tuple[float, float, float, float]:
        """The box around whatever is printed within a box: left, top, right, bottom."""
        scale = DPI / 25.4
        corner = (round(left * scale), round(top * scale))
        part = self.raster.crop((*corner, round(right * scale), round(bottom * scale)))
        box = part.convert("L").point([255 if grey < 128 else 0 for grey in range(256)]).getbbox()
        assert box, f"nothing is printed between {top} and {bottom} mm on page {self.number}"
        return tuple((value + corner[place % 2]) / scale for place, value in enumerate(box))  # type: ignore[return-value]

    def ink_of(self, line: Line) -> tuple[float, float, float, float]:
        """The box around a line's ink."""
        return self.ink(line.left - 1, line.baseline - line.size * 0.33, line.right + 1, line.baseline + 2)


@dataclass(frozen=True)
class Rendered:
    """A finished document, as Word file and as pages."""

    docx: Path
    pdf: Path
    sheets: Sequence[Sheet]

    @property
    def upright(self) -> list[Sheet]:
        return [sheet for sheet in self.sheets if not sheet.turned]

    @property
    def turned(self) -> list[Sheet]:
        return [sheet for sheet in self.sheets if sheet.turned]

    def line(self, start: str) -> tuple[Sheet, Line]:
        """The first line that starts so, and its page."""
        found = ((sheet, line) for sheet in self.sheets for line in sheet.lines if line.text.startswith(start))
        sheet_and_line = next(found, None)
        assert sheet_and_line, f"no line starts with {start}"
        return sheet_and_line


def _cannot_render(why: str) -> None:
    """Skip and say so; where rendering must work (.ci/run), fail."""
    if os.environ.get("REPORTGEN_NEED_LIBREOFFICE"):
        pytest.fail(why)
    pytest.skip(why)


@pytest.fixture(scope="session")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Rendered]]:
    """The three documents of the sample project by the id of their kind."""
    if not available():
        _cannot_render("LibreOffice is not installed")
    if missing_faces():
        _cannot_render(f"no look-alikes for {'、'.join(missing_faces())}; run .ci/fonts")
    folder = once(tmp_path_factory, "layout", _print_all)
    kinds, _ = load_kinds(folder / "templates")
    opened = [pdfplumber.open(folder / "pdf" / f"{Path(kind.file_name).stem}.pdf") for kind in kinds]
    yield {
        kind.id: Rendered(folder / "out" / kind.file_name, Path(pages.path), [Sheet(page) for page in pages.pages])
        for kind, pages in zip(kinds, opened, strict=True)
    }
    for pages in opened:
        pages.close()


def _print_all(folder: Path) -> None:
    for name in ("data", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    request = Request((), folder / "out", datetime.date(2022, 8, 16))
    documents = build(Project(folder), request, lambda _: None).documents
    to_pdf([document.path for document in documents], folder / "pdf")


@pytest.fixture
def plan(rendered: dict[str, Rendered]) -> Rendered:
    return rendered["plan"]


@pytest.fixture
def report(rendered: dict[str, Rendered]) -> Rendered:
    return rendered["report"]


@pytest.fixture
def notice(rendered: dict[str, Rendered]) -> Rendered:
    return rendered["notice"]
