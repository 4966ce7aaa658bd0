"""X1: the dates of one document in their order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from reportgen.anatomy import Document, Paragraph, Role
from reportgen.check.language.letter import Letter
from reportgen.check.rule import Flaw, place_of

_DAY = r"(\d{4})年(\d{1,2})月(\d{1,2})日"
_WRITTEN = re.compile(_DAY)
_CHINESE = re.compile(r"([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日")
_PERIOD = re.compile(rf"{_DAY}(?:至|到|—|－|-|～)(?:(\d{{4}})年)?(?:(\d{{1,2}})月)?(\d{{1,2}})日")
_FEEDBACK = re.compile(rf"{_DAY}(?:[^。；\d将拟前]{{0,30}}?)反馈了?[^。；，]{{0,12}}(?:意见|情况|问题)")
_AS_OF = re.compile(rf"截[至止]{_DAY}[，,][^。；]{{0,60}}?(?:已|累计|共完成)")
_DONE = re.compile(rf"已完成（{_DAY}完成）")
_PLANNED = re.compile(r"将|拟|计划|力争|预计|目标|争取|届时")
_BEFORE = 6  # characters before a date that may say that it is still to come
_DIGITS = "〇一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class Dated:
    """A date as it stands in a paragraph."""

    day: date
    paragraph: Paragraph
    start: int
    end: int


def dates_out_of_order(letter: Letter, document: Document) -> Iterator[Flaw]:
    """成文日期 after 印发日期; events that the text tells of after it was written; periods that end before they begin."""
    issued = _issued(letter)
    if issued:
        yield from _printed_before_issued(issued, document)
    feedback: Dated | None = None
    for paragraph in letter.running_text:
        if "年" not in paragraph.text:
            continue
        yield from _backward_periods(paragraph)
        feedback = feedback or next(_told(paragraph, _FEEDBACK), None)
        if issued:
            yield from _told_too_early(paragraph, issued)
    if feedback:
        yield from _inspected_after_feedback(feedback)


def _issued(letter: Letter) -> Dated | None:
    paragraph = letter.first(Role.DATE_OF_ISSUE)
    return _first_date(paragraph) if paragraph else None


def _first_date(paragraph: Paragraph) -> Dated | None:
    found = _WRITTEN.search(paragraph.text)
    if found:
        return _dated(paragraph, found, found.groups())
    chinese = _CHINESE.search(paragraph.text)
    if not chinese:
        return None
    year = "".join(
        str("〇一二三四五六七八九".find(digit.replace("零", "〇").replace("○", "〇"))) for digit in chinese[1]
    )
    return _dated(paragraph, chinese, (year, _number(chinese[2]), _number(chinese[3])))


def _number(numeral: str) -> int:
    tens, ten, ones = numeral.rpartition("十")
    return (_DIGITS.find(tens or "一") if ten else 0) * 10 + (_DIGITS.find(ones) if ones else 0)


def _dated(paragraph: Paragraph, found: re.Match[str], parts: tuple[str | int, ...]) -> Dated | None:
    try:
        day = date(*(int(part) for part in parts[:3]))
    except (ValueError, TypeError):
        return None
    return Dated(day, paragraph, *found.span())


def _printed_before_issued(issued: Dated, document: Document) -> Iterator[Flaw]:
    for paragraph in document.of_role(Role.PRINTED):
        printed = _first_date(paragraph)
        if printed and printed.day < issued.day:
            yield Flaw(
                f"印发日期（{_shown(printed.day)}）早于成文日期（{_shown(issued.day)}）；请核对，印发日期不得早于成文日期。",
                place_of(paragraph, printed.start, printed.end),
                expected=f"不早于{_shown(issued.day)}", measured=_shown(printed.day),
            )  # fmt: skip


def _told(paragraph: Paragraph, pattern: re.Pattern[str]) -> Iterator[Dated]:
    if pattern is _FEEDBACK and "巡" not in paragraph.text:
        return
    for found in pattern.finditer(paragraph.text):
        dated = _dated(paragraph, found, found.groups())
        if dated and not _PLANNED.search(paragraph.text, max(found.start() - _BEFORE, 0), found.end()):
            yield dated


def _told_too_early(paragraph: Paragraph, issued: Dated) -> Iterator[Flaw]:
    for pattern, event in ((_FEEDBACK, "反馈日期"), (_AS_OF, "截至日期"), (_DONE, "完成日期")):
        for told in _told(paragraph, pattern):
            if told.day > issued.day:
                yield Flaw(
                    f"{event}（{_shown(told.day)}）晚于成文日期（{_shown(issued.day)}）；请核对这两个日期。",
                    place_of(paragraph, told.start, told.end),
                    expected=f"不晚于{_shown(issued.day)}", measured=_shown(told.day),
                )  # fmt: skip


def _periods(paragraph: Paragraph) -> Iterator[tuple[re.Match[str], date, date]]:
    for found in _PERIOD.finditer(paragraph.text):
        year, month, day, last_year, last_month, last_day = found.groups()
        if last_year and not last_month:
            continue
        try:
            first = date(int(year), int(month), int(day))
            last = date(int(last_year or year), int(last_month or month), int(last_day))
        except ValueError:
            continue
        yield found, first, last


def _backward_periods(paragraph: Paragraph) -> Iterator[Flaw]:
    for found, first, last in _periods(paragraph):
        if last < first:
            yield Flaw(
                f"起止日期颠倒：“{found[0]}”；请核对，跨年的要写明后一个年份。",
                place_of(paragraph, *found.span()), measured=found[0], strength=None if found[4] else "GEN",
            )  # fmt: skip


def _inspected_after_feedback(feedback: Dated) -> Iterator[Flaw]:
    """The inspection must be over when its findings are fed back."""
    for found, _, last in _periods(feedback.paragraph):
        told = feedback.paragraph.text[found.end() : found.end() + 30]
        if re.search(r"巡[视察]组?[^。；]{0,20}(?:开展|进行|进驻)", told) and last > feedback.day:
            yield Flaw(
                f"反馈日期（{_shown(feedback.day)}）早于巡视巡察结束的日期（{_shown(last)}）；请核对这两个日期。",
                place_of(feedback.paragraph, feedback.start, feedback.end),
                expected=f"不早于{_shown(last)}", measured=_shown(feedback.day),
            )  # fmt: skip


def _shown(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
