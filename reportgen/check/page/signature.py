"""署名, 成文日期 and 附注 as text: what must be there, in which order and form (7.3.5, 7.3.6)."""

import re
from collections.abc import Iterator
from itertools import takewhile

from reportgen.anatomy import Document, Paragraph, Role, Section
from reportgen.check.norm import Norm
from reportgen.check.page.dates import FORM, date_in, fault_of
from reportgen.check.page.flow import Flow, flow_of
from reportgen.check.page.kinds_of_form import goes_upward, has_masthead, has_own_ending, without_attachments
from reportgen.check.page.lines import starts_at
from reportgen.check.page.stretches import section_of
from reportgen.check.rule import Case, Flaw, Rule, place_of
from reportgen.errors import Strength

_DRAFT = re.compile(r"[XxＸ×□_＿]|　{2}年|年　*月|\{\{")
_IN_BRACKETS = re.compile(r"^[（(]\d{4}年\d{1,2}月\d{1,2}日")
_TYPED_DATE = re.compile(r"[0-9]{4}\s*年\s*[0-9]{1,2}\s*月\s*[0-9]{1,2}\s*日")
_SLACK_CHARS = 0.6


def signed(document: Document) -> tuple[tuple[Paragraph, ...], Paragraph | None]:
    """The signatures above the date of issue of the document itself, and that date."""
    dated = next((one for one in without_attachments(document) if one.role is Role.DATE_OF_ISSUE), None)
    names = [one for one in without_attachments(document) if one.role is Role.SIGNATURE]
    if dated is None:
        return tuple(names), _below(document, names[-1]) if names else None
    return tuple(one for one in names if one.number < dated.number), dated


def _below(document: Document, name: Paragraph) -> Paragraph | None:
    """What stands below the signature, where it looks like a date however it is written."""
    rest = takewhile(lambda one: one.role is not Role.ATTACHMENT_LABEL, flow_of(document).below(name))
    below = next((one for one in rest if one.text.strip()), None)
    short = below is not None and len(below.text.strip()) < 16 and date_in(below.text) is not None
    return below if short else None


def missing_parts(case: Case) -> Iterator[Flaw]:
    """An issued document has its signature, and the date below it."""
    document = case.document
    if not has_masthead(document) or document.first(Role.TITLE) is None:
        return
    names, dated = signed(document)
    last = next((one for one in reversed(without_attachments(document)) if one.text.strip()), None)
    if last is None or has_own_ending(document):
        return
    place = place_of(dated or last)
    if dated is None and not _dated_elsewhere(document):
        yield Flaw("没有成文日期；请在署名下一行编排成文日期", place, "有成文日期", "没有")
    if not names and not _named_elsewhere(document, dated):
        after = any(one.role is Role.SIGNATURE for one in without_attachments(document))
        if after:
            yield Flaw("发文机关署名在成文日期之后，应当在成文日期之上；请调换", place, "署名在上", "署名在下")
        else:
            strength: Strength = "MUST" if goes_upward(document) else "GEN"
            message = "没有发文机关署名；请在成文日期之上编排署名（有特定发文机关标志的普发性公文除外）"
            yield Flaw(message, place, "有发文机关署名", "没有", strength)


def _dated_elsewhere(document: Document) -> bool:
    """Whether a date stands under the title, or in a table or box where no role tells it for the date of issue."""
    texts = ("".join(one.text.split()) for one in without_attachments(document))
    return any(_IN_BRACKETS.match(text) or (len(text) < 24 and date_in(text) == text) for text in texts)


def _named_elsewhere(document: Document, dated: Paragraph | None) -> bool:
    """Whether the date stands where no signature can be told: under the title, in a table, or below an unknown short line."""
    if dated is None:
        return False
    flow = flow_of(document)
    body = document.first(Role.BODY)
    if not flow.in_line(dated) or (body is not None and dated.number < body.number):
        return True
    above = next((one for one in flow.above(dated) if one.text.strip()), None)
    return above is not None and above.role is Role.OTHER


def judge_date(case: Case) -> Iterator[Flaw]:
    """7.3.5.4: Arabic digits, the year in full, no zero before month or day."""
    dated = list(case.document.of_role(Role.DATE_OF_ISSUE))
    fallback = signed(case.document)[1]
    for paragraph in dated or ([fallback] if fallback else []):
        written = "".join(paragraph.text.split())
        if _DRAFT.search(paragraph.text):
            continue
        found = date_in(written) or written
        fault = fault_of(found)
        if fault:
            yield Flaw(f"成文日期：{fault}，{FORM}", place_of(paragraph), "2022年7月29日", found)
        elif found != (shown := _as_typed(paragraph)):
            message = f"成文日期：字间不留空格，{FORM}；请删去空格"
            yield Flaw(message, place_of(paragraph), found, shown, "GEN")


def _as_typed(paragraph: Paragraph) -> str:
    """The date with the blanks between its characters."""
    typed = _TYPED_DATE.search(paragraph.text)
    return typed.group() if typed else (date_in(paragraph.text) or "")


def judge_note(case: Case) -> Iterator[Flaw]:
    """7.3.6: two 字 in, in full-width brackets, on the line below the date."""
    document, flow = case.document, flow_of(case.document)
    dated = document.first(Role.DATE_OF_ISSUE)
    for paragraph in document.of_role(Role.NOTE):
        yield from _brackets(paragraph)
        section = section_of(document, paragraph)
        if section and flow.in_line(paragraph):
            yield from _indent(paragraph, section, case.norm)
            yield from _below_date(flow, paragraph, dated)


def _brackets(paragraph: Paragraph) -> Iterator[Flaw]:
    text = paragraph.text.strip()
    if text and not (text.startswith("（") and text.endswith("）")):
        message = "附注应当加全角圆括号；请改为“（……）”"
        yield Flaw(message, place_of(paragraph), "（……）", f"{text[0]}……{text[-1]}")


def _indent(paragraph: Paragraph, section: Section, norm: Norm) -> Iterator[Flaw]:
    char, start = norm.body_pt * 20, starts_at(paragraph, section)
    align = paragraph.shape.align
    if align in ("center", "right"):
        measured = "居中" if align == "center" else "右对齐"
    elif start is not None and not start.near(2 * char, _SLACK_CHARS * char):
        measured = f"左空{start.middle / char:.1f}字"
    else:
        return
    yield Flaw("附注应当居左空二字；请设首行缩进2字符", place_of(paragraph), "左空二字", measured)


def _below_date(flow: Flow, paragraph: Paragraph, dated: Paragraph | None) -> Iterator[Flaw]:
    if dated is None:
        return
    if paragraph.number < dated.number:
        yield Flaw(
            "附注应当编排在成文日期下一行；请移到成文日期之下", place_of(paragraph), "成文日期下一行", "在成文日期之上"
        )
        return
    gap = flow.gap_above(paragraph)
    if gap.before is dated and gap.lines > 0.7 and not gap.page_begins:
        message = "附注应当编排在成文日期下一行，中间不空行；请删去空行"
        yield Flaw(message, place_of(paragraph), "不空行", f"空{gap.lines:.0f}行")


RULES = (
    Rule(
        "7.3.5.4-date-form", "GB/T 9704-2012 7.3.5.4", "MUST",
        "成文日期用阿拉伯数字将年、月、日标全，年份标全称，月、日不编虚位", judge_date,
    ),
    Rule(
        "7.3.6-note", "GB/T 9704-2012 7.3.6", "MUST",
        "附注居左空二字加圆括号编排在成文日期下一行", judge_note,
    ),
)  # fmt: skip
