"""Where 发文字号 stands: clause 7.2.5."""

from collections.abc import Iterator

from reportgen.anatomy import Paragraph, Role
from reportgen.check.norm import Norm
from reportgen.check.page.document_number import number_span
from reportgen.check.page.flow import flow_of
from reportgen.check.page.lengths import MM_TW, mm, mm_text
from reportgen.check.page.lines import Span, leading_blanks, line_box, starts_at
from reportgen.check.page.masthead import Masthead, in_line, masthead_of
from reportgen.check.rule import Case, Flaw, Rule, place_of

_CENTRE_MM = 4
_ONE_CHAR_TW = 120
"""Tolerance of “空一字”: about two millimetres."""
_EMPTY_LINES, _LINES_OFF = 2, 0.5


def judge_place(case: Case) -> Iterator[Flaw]:
    """7.2.5: two lines below the mark; centred, or in upward documents one 字 from the left beside the last signatory."""
    masthead = masthead_of(case.document)
    number = masthead.number
    if number is None or not masthead.is_usual:
        return
    yield from _below_mark(masthead, number)
    if masthead.goes_upward:
        yield from _from_left(masthead, number, case.norm)
        yield from _beside_signatory(masthead, number)
    else:
        yield from _centred(masthead, number, case.norm)


def _below_mark(masthead: Masthead, number: Paragraph) -> Iterator[Flaw]:
    flow = flow_of(masthead.document)
    top = min((number, *masthead.signatories), key=lambda paragraph: paragraph.number)
    if not flow.in_line(top):
        return
    gap = flow.gap_above(top)
    under_mark = gap.before is not None and gap.before.role is Role.ISSUER_MARK and flow.in_line(gap.before)
    if under_mark and not gap.page_begins and abs(gap.lines - _EMPTY_LINES) > _LINES_OFF:
        measured = f"空 {gap.lines:.2g} 行"
        message = f"发文字号编排在发文机关标志下空二行位置，现{measured}；请改为空两行"
        yield Flaw(message, place_of(top), "空二行", measured)


def _centred(masthead: Masthead, number: Paragraph, norm: Norm) -> Iterator[Flaw]:
    section = masthead.section(number)
    box = line_box(number, section) if section and in_line(number) else None
    if section is None or box is None or box.centre.near(section.text_width_tw / 2, _CENTRE_MM * MM_TW):
        return
    start = starts_at(number, section)
    if start is not None and start.near(norm.body_pt * 20, _ONE_CHAR_TW) and _may_go_upward(masthead):
        return
    off = box.centre.middle - section.text_width_tw / 2
    measured = f"偏{'右' if off > 0 else '左'} {mm_text(mm(abs(off)))}"
    yield Flaw("发文字号应居中排布；请设为居中，去掉缩进和空格", place_of(number), "居中", measured)


def _may_go_upward(masthead: Masthead) -> bool:
    title = masthead.document.first(Role.TITLE)
    return title is not None and "".join(title.text.split()).endswith(("报告", "请示"))


def _from_left(masthead: Masthead, number: Paragraph, norm: Norm) -> Iterator[Flaw]:
    start = _start(masthead, number) if in_line(number) else None
    if start is not None and not start.near(norm.body_pt * 20, _ONE_CHAR_TW):
        measured = f"左空 {start.middle / (norm.body_pt * 20):.1f} 字"
        yield Flaw(
            "上行文的发文字号居左空一字编排；请改正", place_of(number, *number_span(number)), "左空 1 字", measured
        )


def _start(masthead: Masthead, number: Paragraph) -> Span | None:
    section, blanks = masthead.section(number), leading_blanks(number)
    if "\t" not in blanks:
        return starts_at(number, section) if section else None
    shape = number.shape
    begin = shape.left_tw + min(shape.first_tw, 0)
    stops = [stop for stop in shape.tabs if stop.position_tw > begin]
    tabs = blanks.count("\t")
    known = blanks.strip("\t") == "" and tabs <= len(stops) and stops[tabs - 1].alignment == "left"
    return Span.of(stops[tabs - 1].position_tw) if known and shape.align in ("left", "both") else None


def _beside_signatory(masthead: Masthead, number: Paragraph) -> Iterator[Flaw]:
    last = masthead.signatories[-1]
    if last is number or number.text[number_span(number)[1] :].strip():
        return
    apart = in_line(last) and in_line(number)
    if last.cell and number.cell and last.cell.table == number.cell.table:
        apart = last.cell.row != number.cell.row
    if apart:
        message = "上行文的发文字号应与最后一个签发人姓名处在同一行；请用制表符把两者排在一行"
        yield Flaw(message, place_of(number), "同一行", "不在同一行")


RULES = (
    Rule("7.2.5-number-place", "GB/T 9704-2012 7.2.5", "MUST", "发文字号在发文机关标志下空二行居中；上行文居左空一字，与最后一个签发人同行", judge_place),
)  # fmt: skip
