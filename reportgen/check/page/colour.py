"""Black text: clause 5.2.4."""

from collections.abc import Iterator

from reportgen.anatomy import Document, Paragraph, Role
from reportgen.check.page.gather import gathered
from reportgen.check.page.stretches import Stretch, stretches
from reportgen.check.rule import Case, Flaw, Rule

_DARKEST, _WHITISH = 0x1F, 0xF0
_BRIGHT_RED, _OTHER_INK = 0xB0, 0x50
_MARK_HALF_PT = 52
_NAMES = {"FFFFFF": "白色", "0000FF": "蓝色", "0563C1": "蓝色", "00B050": "绿色", "FFFF00": "黄色", "FFC000": "橙色"}


def channels(color: str) -> tuple[int, int, int] | None:
    """Red, green and blue of six hex digits; None for "auto" and what is no colour."""
    try:
        number = int(color, 16)
    except ValueError:
        return None
    return (number >> 16, number >> 8 & 0xFF, number & 0xFF) if len(color) == 6 else None


def is_black(color: str) -> bool:
    """Whether a reader sees black."""
    found = channels(color)
    return found is None or max(found) <= _DARKEST


def is_red(color: str) -> bool:
    """Whether a colour is a red of marks, lines and seals."""
    found = channels(color)
    return found is not None and found[0] >= _BRIGHT_RED and max(found[1:]) <= _OTHER_INK


def colour_text(color: str) -> str:
    """A colour for a reader: “红色（FF0000）”."""
    name = _NAMES.get(color) or ("红色" if is_red(color) else "")
    return f"{name}（{color}）" if name else f"颜色 {color}"


def printed(document: Document) -> Iterator[Paragraph]:
    """All paragraphs that come out of the printer: body, headers, footers, notes and text boxes, each once."""
    yield from document.paragraphs
    yield from (paragraph for paragraph in document.others if paragraph.story != "批注")
    parts: set[str] = set()
    for section in document.sections:
        for paragraphs in (*section.headers.values(), *section.footers.values()):
            if paragraphs and paragraphs[0].part not in parts:
                parts.add(paragraphs[0].part)
                yield from paragraphs


def judge_colour(case: Case) -> Iterator[Flaw]:
    """5.2.4: text is black but for 发文机关标志; links and tables too."""
    yield from gathered(
        Flaw(_message(stretch.letters.color), stretch.place, "黑色", colour_text(stretch.letters.color))
        for stretch in _coloured(case.document)
    )


def _coloured(document: Document) -> Iterator[Stretch]:
    above_title = True
    for paragraph in printed(document):
        above_title = above_title and paragraph.role not in (Role.TITLE, Role.BODY)
        may_be_mark = above_title or paragraph.story == "页眉"
        seen: set[str] = set()
        for stretch in stretches(paragraph) if paragraph.role is not Role.ISSUER_MARK else ():
            color = stretch.letters.color
            if color not in seen and not is_black(color) and not (may_be_mark and _is_like_a_mark(stretch)):
                seen.add(color)
                yield stretch


def _is_like_a_mark(stretch: Stretch) -> bool:
    return stretch.letters.size_half_pt >= _MARK_HALF_PT and is_red(stretch.letters.color)


def _message(color: str) -> str:
    found = channels(color)
    if found is not None and min(found) >= _WHITISH:
        return f"文字是{colour_text(color)}，在没有底色的地方印出来看不见；如无特殊说明，文字的颜色为黑色，请改为黑色或者删去"
    return f"文字是{colour_text(color)}；如无特殊说明，文字的颜色为黑色，请改为黑色"


RULES = (Rule("5.2.4-colour", "GB/T 9704-2012 5.2.4", "MUST", "如无特殊说明，公文中文字的颜色均为黑色", judge_colour),)
