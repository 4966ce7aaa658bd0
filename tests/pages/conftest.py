"""PDF pages written by hand: what is measured is what stands in the test."""

from collections.abc import Callable
from pathlib import Path

import pytest

HEIGHT_PT = 841.89
_FONT = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def pt(mm: float) -> float:
    return mm / 25.4 * 72


def words(
    text: str, left: float, baseline: float, size: float = 16, color: str = "0 0 0", turn: str = "1 0 0 1"
) -> str:
    """Text at a place given in millimetres from the upper left corner."""
    return f"BT {color} rg /F {size} Tf {turn} {pt(left):.3f} {HEIGHT_PT - pt(baseline):.3f} Tm ({text}) Tj ET"


def stroke(
    left: float, y: float, right: float, weight_pt: float = 1, color: str = "1 0 0", end: float | None = None
) -> str:
    low = HEIGHT_PT - pt(y if end is None else end)
    return f"{color} RG {weight_pt} w {pt(left):.3f} {HEIGHT_PT - pt(y):.3f} m {pt(right):.3f} {low:.3f} l S"


def bar(left: float, top: float, width: float, height: float, color: str = "0 0 0") -> str:
    return f"{color} rg {pt(left):.3f} {HEIGHT_PT - pt(top + height):.3f} {pt(width):.3f} {pt(height):.3f} re f"


def _pdf(pages: tuple[str, ...]) -> bytes:
    objects = ["<</Type/Catalog/Pages 2 0 R>>", ""]
    kids = []
    for content in pages:
        number = len(objects) + 1
        kids.append(f"{number} 0 R")
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595.276 {HEIGHT_PT}]/Resources<</Font<</F {_FONT}>>>>/Contents {number + 1} 0 R>>"
        )
        objects.append(f"<</Length {len(content)}>>stream\n{content}\nendstream")
    objects[1] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(kids)}]>>"
    written, offsets = "%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        offsets.append(len(written))
        written += f"{number} 0 obj\n{each}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    written += f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer<</Size {size}/Root 1 0 R>>\nstartxref\n{len(written)}\n%%EOF\n"
    return written.encode("latin-1")


@pytest.fixture
def paper(tmp_path: Path) -> Callable[..., Path]:
    """Writes a PDF; each argument is the content of a page, a list of what the functions above give."""

    def write(*pages: list[str]) -> Path:
        path = tmp_path / "纸.pdf"
        path.write_bytes(_pdf(tuple("\n".join(page) for page in pages)))
        return path

    return write


@pytest.fixture
def pen() -> dict[str, Callable[..., str]]:
    return {"words": words, "stroke": stroke, "bar": bar}
