"""A clean page without grey, watermark or ornament: clause 6.1."""

import re
from collections.abc import Iterator

from reportgen.anatomy import HEADINGS, Drawing, Letters, Paragraph, Role
from reportgen.check.page.colour import colour_text, printed
from reportgen.check.page.gather import gathered
from reportgen.check.page.lengths import MM_TW
from reportgen.check.page.stretches import stretches
from reportgen.check.rule import Case, Flaw, Rule, place_of
from reportgen.errors import Place

_WATERMARK = re.compile(r"water\s?mark|水印", re.IGNORECASE)
_LARGE_TW = 60 * MM_TW
_EFFECTS = {
    "shadow": "阴影",
    "outline": "空心",
    "textOutline": "轮廓",
    "emboss": "阳文",
    "imprint": "阴文",
    "glow": "发光",
    "reflection": "映像",
    "bdr": "边框",
}
_HIGHLIGHTS = {"none", "white"}


def judge_clean(case: Case) -> Iterator[Flaw]:
    """6.1: no shading, highlight, page background, watermark or text effect."""
    yield from gathered(
        Flaw(f"文字有{ornament}；公文版面应干净无底灰，请去掉", place, "无底色、无效果", ornament)
        for paragraph in printed(case.document)
        for ornament, place in _ornaments(paragraph)
    )
    yield from gathered(_cells(case))
    yield from gathered(_boxes(case))
    yield from _background(case)
    yield from _page_border(case)
    yield from _watermarks(case)


def _ornaments(paragraph: Paragraph) -> Iterator[tuple[str, Place]]:
    seen: set[str] = set()
    for stretch in stretches(paragraph):
        for find in (_highlight, _shade, _effect):
            if (ornament := find(stretch.letters)) and ornament not in seen:
                seen.add(ornament)
                yield ornament, stretch.place
    shade = _visible(paragraph.shape.shading)
    if shade and paragraph.text.strip():
        yield f"段落底纹（{colour_text(shade)}）", place_of(paragraph)


def _highlight(letters: Letters) -> str | None:
    plain = letters.highlight is None or letters.highlight in _HIGHLIGHTS
    return None if plain else "突出显示（荧光笔）"


def _shade(letters: Letters) -> str | None:
    shade = _visible(letters.shading)
    return f"底纹（{colour_text(shade)}）" if shade else None


def _effect(letters: Letters) -> str | None:
    names = [name for effect, name in _EFFECTS.items() if effect in letters.effects]
    return "、".join(names) + "效果" if names else None


def _visible(shading: str | None) -> str | None:
    return None if shading is None or shading.upper() in ("AUTO", "FFFFFF") else shading


def _cells(case: Case) -> Iterator[Flaw]:
    """Shaded cells: the clause is about printing, so that a head of a table in grey is told, but not as an error."""
    for table in case.document.tables:
        for (row, column), shade in table.shadings.items():
            if _visible(shade):
                ornament = f"底纹（{colour_text(shade)}）"
                place = Place(part="表格", table=table.number, row=row, col=column)
                message = f"表格单元格有{ornament}；公文版面应干净无底灰，请去掉"
                yield Flaw(message, place, "无底色", ornament, "GEN")


def _boxes(case: Case) -> Iterator[Flaw]:
    """Body text in a box; a line above or below a paragraph has its own clauses."""
    for paragraph in case.document.of_role(*HEADINGS, Role.BODY):
        sides = {side for side, line in paragraph.shape.borders.items() if line.style not in ("nil", "none")}
        if sides >= {"left", "right"} and paragraph.cell is None:
            message = "正文段落加了边框；公文版面应干净，请去掉段落边框"
            yield Flaw(message, place_of(paragraph), "无边框", "有边框", "GEN")


def _background(case: Case) -> Iterator[Flaw]:
    background = case.document.settings.background
    if background and _visible(background):
        message = f"页面有背景颜色（{background}）；公文版面应干净无底灰，请在“设计—页面颜色”中去掉"
        yield Flaw(message, Place(), "无背景", background)


def _page_border(case: Case) -> Iterator[Flaw]:
    for section in case.document.sections:
        if any(border.style not in ("nil", "none") for border in section.borders.values()):
            message = "页面四周有边框；版心之外除页码外不印别的，请在“设计—页面边框”中去掉"
            yield Flaw(message, Place(), "无边框", "有边框", "GEN")
            return


def _watermarks(case: Case) -> Iterator[Flaw]:
    found = {_told_as(drawing) for drawing in case.document.drawings if _is_watermark(drawing)}
    for name in sorted(found):
        yield Flaw(f"页面有水印{name}；公文版面应干净无底灰，请删去水印", Place(part="页眉"), "无水印", "有水印")


def _told_as(drawing: Drawing) -> str:
    return f"“{drawing.description}”" if drawing.description and drawing.kind != "picture" else ""


def _is_watermark(drawing: Drawing) -> bool:
    if _WATERMARK.search(drawing.name):
        return True
    frame = drawing.frame
    large = (frame.width_tw or 0) >= _LARGE_TW and (frame.height_tw or 0) >= _LARGE_TW
    return drawing.story == "页眉" and not drawing.inline and drawing.kind in ("shape", "picture") and large


RULES = (
    Rule("6.1-clean", "GB/T 9704-2012 6.1", "MUST", "版面干净无底灰，没有底纹、水印、背景和文字效果", judge_clean),
)
