"""正文: GB/T 9704-2012, clause 7.3.3, on printed pages; headings and blank pages by practice."""

from collections.abc import Iterator
from itertools import pairwise

from reportgen.anatomy import HEADINGS, Paragraph, Role
from reportgen.check.rendered.printed import Print, Printed, mm
from reportgen.check.rule import Flaw, Rule

_BODY = (Role.BODY, *HEADINGS)
_INDENT_MM = 0.8
_HALF_CHAR_MM = 3.2
_OPENING = frozenset("（“《〔【‘〈")
_STOPS = ("。", "；", "：", "！", "？", "”", "）")
_MANY = 5
_POINT_MM = 25.4 / 72
_TWIP_MM = 25.4 / 1440


def body_on_first_page(subject: Print) -> Iterator[Flaw]:
    """Page 1 of a document with 发文机关标志 shows text of the body."""
    first = subject.by_page.get(1, ())
    has_head = any(printed.role is Role.ISSUER_MARK for printed in first)
    if not has_head or any(printed.role in _BODY for printed in first):
        return
    elsewhere = next((printed for printed in subject.lines if printed.role in _BODY), None)
    if elsewhere is not None and elsewhere.page.number > 1:
        yield Flaw(
            "公文首页没有正文。请减少版头或标题占用的行数，主送机关过多时把它移到版记，使首页显示正文。",
            mark=first[-1].mark,
        )


def indent(subject: Print) -> Iterator[Flaw]:
    """Each paragraph of the body begins two characters in."""
    wrong = [(printed, off) for printed in _first_lines(subject) if (off := _off(subject, printed))]
    if len(wrong) > _MANY:
        printed, off = wrong[0]
        yield _indent_flaw(printed, off, f"等{len(wrong)}段")
        return
    for printed, off in wrong:
        yield _indent_flaw(printed, off, "")


def _indent_flaw(printed: Printed, off: float, more: str) -> Flaw:
    two = 2 * printed.line.glyphs[0].type.size_pt * _POINT_MM
    return Flaw(
        f"段落“{printed.line.text[:12]}……”{more}首行缩进{mm(two + off)}，应左空二字（{mm(two)}）。"
        "请把首行缩进设为2字符，不要用空格代替。",
        printed.place,
        expected=mm(two),
        measured=mm(two + off),
        mark=printed.mark,
    )


def _first_lines(subject: Print) -> Iterator[Printed]:
    """First lines of paragraphs of running text; those in tables and those set otherwise on purpose are left out."""
    for index in subject.starts.values():
        printed = subject.lines[index]
        paragraph = printed.paragraph
        if paragraph is None or printed.role is not Role.BODY or printed.page.landscape:
            continue
        in_text = (
            paragraph.cell is None
            and paragraph.box is None
            and printed.is_as_written
            and paragraph.shape.align in ("left", "both")
        )
        if in_text and paragraph.text.rstrip().endswith(_STOPS):
            yield printed


def _off(subject: Print, printed: Printed) -> float:
    """How far the first letter is from two characters; 0 where it is near enough."""
    paragraph, first = printed.paragraph, printed.line.glyphs[0]
    if paragraph is None or not _begins(paragraph, printed):
        return 0
    section = subject.section_of(paragraph)
    two = 2 * first.type.size_pt * _POINT_MM
    if section is None or abs(two - (paragraph.shape.left_tw + paragraph.shape.first_tw) * _TWIP_MM) <= _INDENT_MM:
        return 0  # right in the file: whatever is shown is the fault of the programme that shows it
    off = first.left - (section.left_tw + section.gutter_tw) * _TWIP_MM - two
    allowed = _HALF_CHAR_MM if first.text in _OPENING else _INDENT_MM
    return 0 if abs(off) <= allowed else off


def _begins(paragraph: Paragraph, printed: Printed) -> bool:
    """Whether the printed line really is the paragraph's beginning, and not a stretch found elsewhere."""
    return "".join(paragraph.text.split()).startswith(printed.line.text[:4])


def orphan_heading(subject: Print) -> Iterator[Flaw]:
    """A heading is not the last line of a page."""
    for page, following in pairwise(subject.pages):
        lines, after = subject.by_page[page.number], subject.by_page[following.number]
        last = lines[-1] if lines else None
        if last is None or not after or last.paragraph is None or after[0].paragraph is last.paragraph:
            continue
        if last.role in HEADINGS and last.paragraph.heading_length >= len(last.paragraph.text.rstrip()):
            yield Flaw(
                f"标题“{last.line.text[:15]}”落在第{page.number}页的最后一行。请给标题段落设“与下段同页”。",
                last.place,
                mark=last.mark,
            )


def blank_page(subject: Print) -> Iterator[Flaw]:
    """No page is empty, but one before the page of 版记 (7.5)."""
    for page in subject.pages[:-2] + subject.pages[-1:]:
        foot = subject.turned_feet.get(page.number)
        turned = any(line is not foot for line in page.turned_lines)
        empty = not (page.rules or page.verticals or page.pictures or turned)
        if empty and not subject.by_page[page.number] and len(subject.pages) > 1:
            yield Flaw(
                f"第{page.number}页是空白页。请删去多余的分页符、分节符或空行。",
                mark=page.mark_of(subject.feet[page.number]) if page.number in subject.feet else None,
            )


RULES: tuple[Rule[Print], ...] = (
    Rule("pdf-7.3.3-first-page-body", "GB/T 9704-2012 7.3.3", "MUST", "公文首页必须显示正文。", body_on_first_page),
    Rule("pdf-7.3.3-indent", "GB/T 9704-2012 7.3.3", "MUST", "正文每个自然段左空二字，回行顶格。", indent),
    Rule("pdf-orphan-heading", "排版惯例", "PRAC", "标题不落在一页的最后一行。", orphan_heading),
    Rule("pdf-blank-page", "排版惯例", "PRAC", "文中没有空白页。", blank_page),
)
