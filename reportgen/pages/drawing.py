"""Pictures of pages with findings marked on them, for eyes."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from reportgen.errors import Mark
from reportgen.pages.pdfium import opened

DPI = 150
_MARGIN_MM = 1.0
_RED = (214, 0, 0)
_PAPER = (255, 255, 255)
_LETTERS_PX = 15
_EDGE_PX = 4


def draw(pdf: Path, out_dir: Path, marks: Sequence[tuple[Mark, str]], name: str) -> tuple[Path, ...]:
    """PNG pages in `out_dir`: page 1 and each page with a mark, its box drawn in red with the text at its corner.

    `marks` pair a box with a short text, e.g. the code of a finding. Pages are called “<name>-第03页.png”. Raises
    ReportgenError: pages-not-installed, pages-unreadable.
    """
    out_dir.mkdir(parents=True, exist_ok=True)
    drawn = []
    with opened(pdf) as document:
        wanted = {1, *(mark.page for mark, _ in marks)}
        for number in sorted(page for page in wanted if 1 <= page <= len(document)):
            image = _image(document, number)
            _mark(image, [(mark, text) for mark, text in marks if mark.page == number])
            path = out_dir / f"{name}-第{number:02}页.png"
            image.save(path)
            drawn.append(path)
    return tuple(drawn)


def _image(document: Any, number: int) -> Any:
    page = document[number - 1]
    try:
        return page.render(scale=DPI / 72).to_pil().convert("RGB")
    finally:
        page.close()


def _mark(image: Any, marks: Sequence[tuple[Mark, str]]) -> None:
    """Boxes, and their texts one below the other in the left margin, where they hide nothing."""
    from PIL import ImageDraw, ImageFont

    pen = ImageDraw.Draw(image)
    letters = ImageFont.load_default(size=_LETTERS_PX)
    free = 0
    boxes = sorted(((_pixels(mark, image.size), text) for mark, text in marks), key=lambda box: (box[0][1], box[1]))
    for box, text in boxes:
        pen.rectangle(box, outline=_RED, width=2)
        left, top = box[:2]
        y = min(max(top, free), image.size[1] - _LETTERS_PX)
        free = y + _LETTERS_PX + 3
        end = pen.textbbox((_EDGE_PX, y), text, font=letters)[2]
        pen.line((end + 2, y + _LETTERS_PX // 2, max(left, end + 2), y + _LETTERS_PX // 2), fill=_RED)
        pen.text((_EDGE_PX, y), text, fill=_RED, font=letters)


def _pixels(mark: Mark, size: tuple[int, int]) -> tuple[int, int, int, int]:
    """The box with a little air, within the picture and never inside out."""
    scale = DPI / 25.4
    left, top = (max(round((edge - _MARGIN_MM) * scale), 0) for edge in (mark.left_mm, mark.top_mm))
    right, bottom = (round((edge + _MARGIN_MM) * scale) for edge in (mark.right_mm, mark.bottom_mm))
    left, top = min(left, size[0] - 2), min(top, size[1] - 2)
    return left, top, max(min(right, size[0] - 1), left + 1), max(min(bottom, size[1] - 1), top + 1)
