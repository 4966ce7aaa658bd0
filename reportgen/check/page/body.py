"""Indents of the body: clause 7.3.3."""

import re
from collections.abc import Iterator

from reportgen.anatomy import Paragraph, Role, Section
from reportgen.check.norm import Norm
from reportgen.check.page.flow import flow_of
from reportgen.check.page.gather import gathered
from reportgen.check.page.kinds_of_form import first_label
from reportgen.check.page.lines import leading_blanks, starts_at, wraps_for_certain
from reportgen.check.page.recipients import run_in_recipients
from reportgen.check.page.stretches import section_of
from reportgen.check.rule import Case, Flaw, Rule, place_of

SLACK_CHARS = 0.4
_TYPED_CHARS = 1.2
"""Blanks that are typed come out less exactly: two half-width or four."""
_PROSE_ENDS = ("。", "！", "？", "；", "：", "”", "）")
_STOPS = ("。", "！", "？", "；")
_LONG = 30
_INDENTS = 2
_BROKEN_LINE = re.compile(r"[。！？]\n[\u3400-\u9fff“《（][^\n]{10,}")


def judge_indent(case: Case) -> Iterator[Flaw]:
    """7.3.3: each paragraph begins two 字 in, and turns over flush left."""
    yield from gathered(_indents(case))


def _indents(case: Case) -> Iterator[Flaw]:
    document, flow, label = case.document, flow_of(case.document), first_label(case.document)
    for paragraph in document.paragraphs:
        section = section_of(document, paragraph)
        if paragraph.role is not Role.BODY or section is None or not flow.in_line(paragraph):
            continue
        attached = label is not None and paragraph.number > label.number
        if run_in_recipients(paragraph, flow):
            continue
        if is_prose(paragraph) and not (attached and len(paragraph.text) < _LONG):
            yield from _of(paragraph, section, case.norm)


def is_prose(paragraph: Paragraph) -> bool:
    """Whether it is a sentence: not a caption, a line of a form, a name."""
    text = paragraph.text.rstrip()
    return text.endswith(_STOPS) or (text.endswith(_PROSE_ENDS) and len(text) > _LONG) or paragraph.level > 0


def _of(paragraph: Paragraph, section: Section, norm: Norm) -> Iterator[Flaw]:
    align = paragraph.shape.align
    if align in ("center", "right"):
        measured = "居中" if align == "center" else "右对齐"
        if not (align == "right" and len(paragraph.text) < _LONG):
            yield Flaw(
                "正文应当左空二字、回行顶格；请改为两端对齐、首行缩进2字符", place_of(paragraph), "左空二字", measured
            )
        return
    yield from first_line_flaw(paragraph, section, norm, "正文")
    yield from _turn_over(paragraph, section)
    yield from _soft_break(paragraph)


def _soft_break(paragraph: Paragraph) -> Iterator[Flaw]:
    """A line break after a full stop begins a new paragraph to the reader, but one without indent."""
    found = _BROKEN_LINE.search(paragraph.text)
    if found:
        message = "自然段之间用了手动换行，下一段没有左空二字；请把手动换行改为段落标记（回车）"
        yield Flaw(message, place_of(paragraph, found.start(), found.end()), "另起一段、左空二字", "手动换行")


def first_line_flaw(paragraph: Paragraph, section: Section, norm: Norm, what: str) -> Iterator[Flaw]:
    """A first line that does not begin two 字 in, by its own size or by that of the body."""
    start = starts_at(paragraph, section)
    if start is None:
        return
    chars = {_own_char(paragraph), norm.body_pt * 20, norm.type_width_mm / 25.4 * 1440 / norm.chars}
    typed = leading_blanks(paragraph).strip("\n\f")
    slack = _TYPED_CHARS if typed else SLACK_CHARS
    if any(start.near(_INDENTS * char, slack * char) for char in chars):
        if typed:
            message = f"{what}用空格代替首行缩进，版式容易走样；建议删去空格，设首行缩进2字符"
            yield Flaw(message, place_of(paragraph, 0, len(typed)), "首行缩进2字符", "空格", "PRAC")
        return
    measured = f"左空{start.middle / (norm.body_pt * 20):.1f}字"
    message = f"{what}每个自然段应当左空二字；请设首行缩进2字符" + ("，并删去段首空格" if typed else "")
    yield Flaw(message, place_of(paragraph), "左空二字", measured)


def _own_char(paragraph: Paragraph) -> float:
    runs = paragraph.shown_runs()
    return runs[0].letters.size_half_pt * 10 if runs else 320


def _turn_over(paragraph: Paragraph, section: Section) -> Iterator[Flaw]:
    shape = paragraph.shape
    if abs(shape.left_tw) > SLACK_CHARS * 320 and wraps_for_certain(paragraph, section):
        message = "正文回行应当顶格；请清除左缩进，只设首行缩进2字符"
        yield Flaw(message, place_of(paragraph), "回行顶格", f"左缩进{shape.left_tw / 320:.1f}字")
    if abs(shape.right_tw) > SLACK_CHARS * 320 and wraps_for_certain(paragraph, section):
        message = "正文右边没有排到版心边缘；请清除右缩进"
        yield Flaw(message, place_of(paragraph), "无右缩进", f"右缩进{shape.right_tw / 320:.1f}字")


def judge_no_text_page(case: Case) -> Iterator[Flaw]:
    """7.3.5.5: spacing is adjusted; the note “此页无正文” was done away with."""
    for paragraph in case.document.paragraphs:
        start = paragraph.text.find("此页无正文")
        if start >= 0 and len(paragraph.text.strip()) < _LONG:
            message = "不再标注“（此页无正文）”；请删去，用调整行距、字距的办法使印章、成文日期与正文同处一页"
            yield Flaw(message, place_of(paragraph, start, start + 5), "不标注", "（此页无正文）")


RULES = (
    Rule("7.3.3-indent", "GB/T 9704-2012 7.3.3", "MUST", "正文每个自然段左空二字，回行顶格", judge_indent),
    Rule(
        "7.3.5.5-no-text-page", "GB/T 9704-2012 7.3.5.5", "MAY",
        "印章或签发人签名章、成文日期排不下时，可以采取调整行距、字距的措施解决", judge_no_text_page,
    ),
)  # fmt: skip
