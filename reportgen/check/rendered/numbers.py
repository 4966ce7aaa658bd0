"""页码: GB/T 9704-2012, clause 7.5, on printed pages."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from reportgen.anatomy import Frame
from reportgen.check.rendered.printed import Print, least, mm, pages_named
from reportgen.check.rule import Flaw, Rule
from reportgen.errors import Mark, Strength
from reportgen.pages import Glyph, Line, Page, number_in

_DASHES = frozenset("—–―─－-‐‑−一")
_ONE_CHAR_MM = 14 / 72 * 25.4
_BELOW_EXACT_MM, _BELOW_SURE_MM = 1.5, 3.0
_SIDE_MM = 2.5
_BY_SIDE_OF_SHEET = ("outside", "inside")  # LibreOffice takes no notice of these
_MARGINS = ("页眉", "页脚")


class _Numbered(NamedTuple):
    """A page and its number as printed."""

    page: Page
    foot: Line

    @property
    def shown(self) -> int:
        return number_in(self.foot) or 0


def page_numbers(subject: Print) -> Iterator[Flaw]:
    """Each page has its number between dashes, 7 mm below the type area, odd right, even left, counted through."""
    upright = [_Numbered(page, subject.feet[page.number]) for page in subject.pages if page.number in subject.feet]
    upright = [numbered for numbered in upright if not numbered.page.landscape]
    yield from _missing(subject, upright)
    yield from _counted(subject, upright)
    yield from _gathered(upright, _without_dashes)
    frames = _frames(subject)
    if not any(frame.x_align in _BY_SIDE_OF_SHEET for frame in frames):
        yield from _gathered(upright, lambda numbered: _beside(subject, numbered))
    yield from _gathered(upright, lambda numbered: _below(subject, numbered), "CALC" if frames else None)


def _frames(subject: Print) -> list[Frame]:
    """Frames and text boxes of headers and footers: LibreOffice puts them a little higher or lower than Word."""
    document = subject.document
    boxes = [drawing.frame for drawing in document.drawings if drawing.kind == "textbox" and drawing.story in _MARGINS]
    footers = (each for section in document.sections for each in (*section.footers.values(), *section.headers.values()))
    return boxes + [each.shape.frame for paragraphs in footers for each in paragraphs if each.shape.frame]


def _missing(subject: Print, upright: Sequence[_Numbered]) -> Iterator[Flaw]:
    """Pages with text and without a number; a letter's first page has none (10.1), nor 版记 after a blank page."""
    numbered = {each.page.number for each in upright}
    without = [
        page.number
        for page in subject.pages
        if not page.landscape and page.number not in numbered and subject.by_page[page.number]
    ]
    if subject.is_letter:
        without = [number for number in without if number != 1]
    blank_before_last = len(subject.pages) > 1 and not subject.by_page[subject.pages[-2].number]
    if blank_before_last:
        without = [number for number in without if number != len(subject.pages)]
    if without:
        one_page = len(subject.pages) == 1
        page = subject.pages[without[0] - 1]
        yield Flaw(
            f"{pages_named(without)}没有页码。请在页脚插入页码：四号半角宋体阿拉伯数字，左右各一条一字线，单页居右空一字，双页居左空一字。",
            expected=f"—{without[0]}—",
            strength="GEN" if one_page else None,
            mark=Mark(page.number, 28, 262, 184, 276),
        )


def _counted(subject: Print, upright: Sequence[_Numbered]) -> Iterator[Flaw]:
    """Numbers go on from page to page, turned sheets included."""
    turned = [
        _Numbered(page, subject.turned_feet[page.number])
        for page in subject.pages
        if page.number in subject.turned_feet
    ]
    every = sorted([*upright, *turned], key=lambda numbered: numbered.page.number)
    if not every:
        return
    offset = every[0].shown - every[0].page.number
    for numbered in every[1:]:
        if numbered.shown - numbered.page.number != offset:
            wanted = numbered.page.number + offset
            yield Flaw(
                f"页码不连续：第{numbered.page.number}页印的是{numbered.shown}，应为{wanted}。"
                "请在“页码格式”中选“续前节”，并使用自动页码。",
                expected=str(wanted),
                measured=str(numbered.shown),
                mark=numbered.page.mark_of(numbered.foot),
            )
            return


class _Fault(NamedTuple):
    """What is wrong with a number, in words that fit several pages."""

    message: str
    expected: str
    measured: str
    strength: Strength | None = None


def _gathered(
    upright: Sequence[_Numbered], look: Callable[[_Numbered], _Fault | None], strength: Strength | None = None
) -> Iterator[Flaw]:
    """One flaw for all pages that have it; `strength` goes before that of the fault."""
    found = [(numbered, fault) for numbered in upright if (fault := look(numbered))]
    if found:
        numbered, fault = found[0]
        pages = pages_named([each.page.number for each, _ in found])
        yield Flaw(
            f"{pages}的页码{fault.message}",
            expected=fault.expected,
            measured=fault.measured,
            strength=strength or fault.strength,
            mark=numbered.page.mark_of(numbered.foot),
        )


def _without_dashes(numbered: _Numbered) -> _Fault | None:
    text = numbered.foot.text
    if text[0] in _DASHES and text[-1] in _DASHES and len(text) > 2:
        return None
    return _Fault(f"写作“{text}”，数字左右应各放一条一字线。请改为“—{numbered.shown}—”。", f"—{numbered.shown}—", text)


def _beside(subject: Print, numbered: _Numbered) -> _Fault | None:
    """One character from the edge of the type area: odd pages right, even pages left."""
    areas, foot = subject.areas(numbered.page), numbered.foot
    if numbered.shown % 2:
        room = _ONE_CHAR_MM + least(area.right - foot.right - _ONE_CHAR_MM for area in areas)
        wanted, repair = "居右空一字", "单页码应居右空一字。请设奇偶页不同的页脚，奇数页右对齐、右缩进一字。"
    else:
        room = _ONE_CHAR_MM + least(foot.left - area.left - _ONE_CHAR_MM for area in areas)
        wanted, repair = "居左空一字", "双页码应居左空一字。请设奇偶页不同的页脚，偶数页左对齐、左缩进一字。"
    if abs(room - _ONE_CHAR_MM) <= _SIDE_MM:
        return None
    return _Fault(f"位置不对，{repair}", wanted, f"{wanted[1]}空{mm(room)}")


def _below(subject: Print, numbered: _Numbered) -> _Fault | None:
    """The dash, or the middle of the digits where there is none, 7 mm below the type area."""
    wanted = subject.norm.page_number_gap_mm
    middle = _middle(numbered.foot.glyphs[0])
    off = least(middle - area.bottom - wanted for area in subject.areas(numbered.page))
    if abs(off) <= _BELOW_EXACT_MM:
        return None
    strength: Strength = "MUST" if abs(off) > _BELOW_SURE_MM else "CALC"
    return _Fault(
        f"一字线在版心下边缘之下{mm(wanted + off)}，应为{wanted:g} mm。请调整页脚距边界的距离。",
        f"{wanted:g} mm",
        mm(wanted + off),
        strength,
    )


def _middle(glyph: Glyph) -> float:
    return (glyph.ink_top + glyph.ink_bottom) / 2


RULES: tuple[Rule[Print], ...] = (
    Rule(
        "pdf-7.5-page-number",
        "GB/T 9704-2012 7.5",
        "MUST",
        "页码在版心下边缘之下，数字左右各放一条一字线，一字线上距版心下边缘7 mm，单页码居右空一字，双页码居左空一字。",
        page_numbers,
    ),
)
