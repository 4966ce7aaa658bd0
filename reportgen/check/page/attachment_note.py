"""附件说明: clause 7.3.4."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportgen.anatomy import Document, Paragraph, Role, Section
from reportgen.check.norm import Norm
from reportgen.check.page.flow import Flow, blocks, flow_of
from reportgen.check.page.lines import BLANKS, Span, width_of, wraps_for_certain
from reportgen.check.page.stretches import section_of
from reportgen.check.rule import Case, Flaw, Rule, place_of
from reportgen.errors import Place

_LEAD = re.compile(r"附\s*件\s*([0-9一二三四五六七八九十]*)\s*([：:]?)\s*")
_NUMBER = re.compile(r"\s*([0-9]{1,2})([.．、，:：]|(?=\s))\s*(?!\d)")
_ENDS = "。；，、;,."
_SLACK_CHARS = 0.6
_ONE_LINE = (0.5, 1.6)


@dataclass(frozen=True, slots=True)
class Item:
    """One attachment as the note names it; `start` is where its line begins in the paragraph, `name_start` its name."""

    paragraph: Paragraph
    start: int
    name_start: int
    number: int | None
    mark: str
    name: str
    first_line: bool


def notes(document: Document) -> Iterator[tuple[Paragraph, ...]]:
    """Each note with all its paragraphs."""
    yield from blocks(document.paragraphs, Role.ATTACHMENT_NOTE)


def items_of(block: Sequence[Paragraph]) -> tuple[Item, ...]:
    """The attachments that a note names, in order."""
    return tuple(item for paragraph in block for item in _items(paragraph))


def _items(paragraph: Paragraph) -> Iterator[Item]:
    start = 0
    for number, line in enumerate(paragraph.text.split("\n")):
        lead = _LEAD.match(line.lstrip(BLANKS + "\t"))
        inset = len(line) - len(line.lstrip(BLANKS + "\t"))
        rest_at = inset + (lead.end() if lead else 0)
        counted = _NUMBER.match(line, rest_at)
        name_at = counted.end() if counted else rest_at
        name = line[name_at:].strip(BLANKS + "\t")
        if name:
            yield Item(
                paragraph, start, start + name_at, int(counted[1]) if counted else None, counted[2] if counted else "",
                name, number == 0,
            )  # fmt: skip
        start += len(line) + 1


def judge(case: Case) -> Iterator[Flaw]:
    """7.3.4: where it stands, how it begins, how it counts and ends, and where it turns over."""
    flow = flow_of(case.document)
    for block in notes(case.document):
        if all(flow.in_line(paragraph) for paragraph in block):
            items = items_of(block)
            yield from _gap(flow, block[0])
            yield from _lead(block[0])
            yield from _numbers(items)
            yield from _ends(items)
            yield from _places(case, block[0], items)


def _gap(flow: Flow, first: Paragraph) -> Iterator[Flaw]:
    gap = flow.gap_above(first)
    if gap.before is not None and gap.before.role in (Role.SIGNATURE, Role.DATE_OF_ISSUE):
        message = "附件说明应当编排在正文之下、发文机关署名之上；请移到署名之前"
        yield Flaw(message, place_of(first), "署名之上", f"{gap.before.role.value}之下")
        return
    if gap.before is None or gap.page_begins or gap.before.role not in (Role.BODY, Role.HEADING_3, Role.HEADING_4):
        return
    if not _ONE_LINE[0] <= gap.lines <= _ONE_LINE[1]:
        message = f"附件说明编排在正文下空一行位置，现在空了{gap.lines:.0f}行；请在正文与附件说明之间留一个空行"
        yield Flaw(message, place_of(first), "空一行", f"空{gap.lines:.0f}行")


def _lead(first: Paragraph) -> Iterator[Flaw]:
    text = first.text.lstrip(BLANKS + "\t")
    found = _LEAD.match(text)
    if found and (found[1] or found[2] != "：" or "附件：" not in text[: found.end()]):
        message = "附件说明应当写“附件”二字，后标全角冒号；请改为“附件：”"
        yield Flaw(message, place_of(first, 0, found.end()), "附件：", found.group().strip())


def _numbers(items: Sequence[Item]) -> Iterator[Flaw]:
    if len(items) == 1:
        if items[0].number is not None and items[0].mark:
            message = "只有一个附件时不编顺序号；请删去序号"
            yield Flaw(message, _at(items[0]), "附件：名称", items[0].paragraph.text.strip()[:10])
        return
    if any(item.paragraph.label for item in items):
        return
    for place, item in enumerate(items, 1):
        if item.number is None and _continues(items, place):
            continue
        if item.number is None:
            yield Flaw("有多个附件时，应当用阿拉伯数字标注顺序号，如“1.”", _at(item), f"{place}.", item.name[:10])
            return
        if item.number != place and not any(one.number is None for one in items):
            message = f"附件顺序号不连续，这里应当是{place}；请改正"
            yield Flaw(message, _at(item), f"{place}.", f"{item.number}{item.mark}")
            return
        if item.mark not in ".．":
            message = "附件顺序号后用圆点；请改为“1.”的形式"
            yield Flaw(message, _at(item), f"{place}.", f"{item.number}{item.mark}")


def _continues(items: Sequence[Item], place: int) -> bool:
    """Whether a line without a number may be the second line of a numbered name, broken by hand."""
    return place > 1 and any(item.number is not None for item in items)


def _ends(items: Sequence[Item]) -> Iterator[Flaw]:
    for item in items:
        if item.name[-1] in _ENDS:
            end = item.name_start + len(item.name)
            message = "附件名称后不加标点符号；请删去"
            yield Flaw(message, place_of(item.paragraph, end - 1, end), "无标点", f"“{item.name[-1]}”")


def _at(item: Item) -> Place:
    return place_of(item.paragraph, item.start, item.name_start + len(item.name))


def _places(case: Case, first: Paragraph, items: Sequence[Item]) -> Iterator[Flaw]:
    section = section_of(case.document, first)
    if section is None or section.columns > 1:
        return
    char = case.norm.body_pt * 20
    if first.shape.align in ("center", "right"):
        measured = "居中" if first.shape.align == "center" else "右对齐"
        yield Flaw("附件说明应当左空二字；请改为左对齐并设左空二字", place_of(first), "左空二字", measured)
        return
    text_start = _text_start(first, section)
    if text_start is not None and not text_start.near(2 * char, _SLACK_CHARS * char):
        measured = f"左空{text_start.middle / char:.1f}字"
        yield Flaw("附件说明应当左空二字；请调整缩进", place_of(first), "左空二字", measured)
        return
    yield from _alignment(section, items, case.norm)


def _text_start(paragraph: Paragraph, section: Section) -> Span | None:
    inset = len(paragraph.text) - len(paragraph.text.lstrip(BLANKS + "\t"))
    if "\t" in paragraph.text[:inset]:
        return None
    return Span.of(paragraph.shape.left_tw + paragraph.shape.first_tw) + width_of(paragraph, section, 0, inset)


def _alignment(section: Section, items: Sequence[Item], norm: Norm) -> Iterator[Flaw]:
    """Names stand one below the other, and their turned-over lines below their first character."""
    char = norm.body_pt * 20
    wanted: Span | None = None
    for item in items:
        at = _name_at(item, section)
        if at is None:
            return
        if wanted is not None and not at.near(wanted.middle, _SLACK_CHARS * char + (wanted.high - wanted.low) / 2):
            message = "附件名称没有上下对齐；请调整缩进，使各附件名称的第一个字对齐"
            yield Flaw(message, _at(item), "名称对齐", f"错开{abs(at.middle - wanted.middle) / char:.1f}字")
            return
        wanted = wanted or (at if item.number is not None else None)
        turn_over = Span.of(item.paragraph.shape.left_tw)
        slack = _SLACK_CHARS * char + (at.high - at.low) / 2
        if (
            wraps_for_certain(item.paragraph, section)
            and "\n" not in item.paragraph.text
            and not turn_over.near(at.middle, slack)
        ):
            message = "附件名称较长需回行时，应当与上一行附件名称的首字对齐；请设悬挂缩进"
            yield Flaw(message, _at(item), "与名称首字对齐", f"错开{abs(at.middle - turn_over.middle) / char:.1f}字")


def _name_at(item: Item, section: Section) -> Span | None:
    paragraph, shape = item.paragraph, item.paragraph.shape
    if "\t" in paragraph.text or paragraph.label or shape.align not in ("left", "both"):
        return None
    start = shape.left_tw + (shape.first_tw if item.first_line else 0)
    return Span.of(start) + width_of(paragraph, section, item.start, item.name_start)


RULES = (
    Rule(
        "7.3.4-attachment-note", "GB/T 9704-2012 7.3.4", "MUST",
        "附件说明在正文下空一行左空二字编排“附件”二字，后标全角冒号和附件名称；名称后不加标点，回行与上一行附件名称的首字对齐", judge,
    ),
)  # fmt: skip
