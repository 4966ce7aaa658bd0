"""Figures in running text against the ledger's facts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from reportgen.check.agreement.book import Book
from reportgen.check.agreement.lines import Line, of_the_whole
from reportgen.check.agreement.narrative import quoted_figures
from reportgen.check.agreement.patterns import WORDINGS, Wording, meeting_wordings
from reportgen.check.agreement.statement import COUNT, RATE, SUM, Spot, Statement
from reportgen.check.agreement.text import number, squeezed
from reportgen.wording import amount, percentage

TIMELESS = frozenset({"问题总数", "方面数", "措施总数", "专项整改组数", "立行立改数", "限期整改数", "长期任务数",
                      "公开问题数", "不公开问题数"})  # fmt: skip
_YUAN = {"元": 1, "万元": 10_000, "亿元": 100_000_000}
_DEADLINES = re.compile(r"(?:立行立改|限期整改)(?:的)?(?:问题)?\s*\d+\s*个|按整改时限")
_SUBTOTAL = re.compile(r"(\d+)\s*个(?:具体|反馈)?问题")
_OTHERS = re.compile(
    r"第[一二三四五]批|首批|专项检查|专项巡[视察]|选人用人|责任制|上一?轮|上次|历次|往年|审计|督察|牵头|子问题"
)
_WITH_BASIC = re.compile(r"(?<!不)(?:包括|含|加上|连同)[“”]?基本完成|完成(?:和|、|或者?)基本完成")
_STATUS_FACTS = {"已完成数", "基本完成数", "正在整改数", "未启动数", "长期坚持数", "未完成数", "逾期数", "完成率"}


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure in a text that stands for a fact; `aspect` where it is that of one aspect."""

    fact: str
    figure: str
    line: Line
    start: int
    end: int
    aspect: str | None = None

    @property
    def clause(self) -> str:
        """The words around the figure, up to the next marks."""
        before, after = self.line.text[: self.start], self.line.text[self.end :]
        return re.split(r"[，。；]", before)[-1] + re.split(r"[，。；]", after)[0]

    def statement(self, book: Book, as_of: date) -> Statement | None:
        """What it says, as of a date; None where the ledger has no such fact."""
        if not book.keeps(self.fact):
            return None
        facts = book.facts(as_of)
        value: object = facts.values.get(self.fact)
        if self.aspect:
            tallies = {tally.name: tally.as_row() for tally in facts.by_aspect}
            value = tallies[self.aspect].get(self.fact)
        if not isinstance(value, int | Fraction | Decimal):
            return None
        with_basic = None if self.aspect else facts.values["完成率含基本完成"]
        about = f"“{self.aspect}”方面的{self.fact}" if self.aspect else self.fact
        said, right, code = spelled(self.figure, value, with_basic, self.clause)
        dated = None if self.fact in TIMELESS else as_of
        return Statement(code, about, said, right, Spot(self.line.paragraph, self.start, self.end), dated)


def claims(lines: Sequence[Line], kind: str | None, book: Book) -> tuple[Claim, ...]:
    """Every figure of a document that surely stands for a fact, in order."""
    kinds = book.ledger.activities.meeting_kinds
    wordings = (*WORDINGS, *(wording for kind in kinds for wording in meeting_wordings(kind)))
    quoted = quoted_figures(kind, book.ledger)
    found: dict[tuple[int, int], Claim] = {}
    for line in lines:
        if not any(mark.isdigit() for mark in line.text) and "个" not in line.text:
            continue
        for fact, start, end in quoted.in_text(line.text):
            figure = squeezed(line.text[start:end])
            found[(line.paragraph.number, start)] = Claim(fact, figure, line, start, end)
        if of_the_whole(line, book):
            for claim in _worded(line, wordings, book):
                found.setdefault((line.paragraph.number, claim.start), claim)
    return tuple(found[key] for key in sorted(found))


def _worded(line: Line, wordings: tuple[Wording, ...], book: Book) -> Iterator[Claim]:
    for wording in wordings:
        if wording.needs and not wording.needs.search(line.text):
            continue
        for match in wording.pattern.finditer(line.text):
            before = line.text[line.text.rfind("。", 0, match.start()) + 1 : match.start()]
            if wording.never and wording.never.search(before):
                continue
            for group, fact in enumerate(wording.facts, 1):
                claim = _claim(fact, match, group, line, before, book)
                if claim:
                    yield claim


def _claim(fact: str, match: re.Match[str], group: int, line: Line, before: str, book: Book) -> Claim | None:
    figure = number(squeezed(match[group]))
    aspect = _aspect(before, line, book) if fact in _STATUS_FACTS else line.aspect
    if line.aspect and fact not in _STATUS_FACTS:
        return None
    sentence = before + line.text[match.start() :].split("。", 1)[0]
    if fact == "长期坚持数" and _DEADLINES.search(sentence):
        fact = "长期任务数"
    if (fact in _STATUS_FACTS or fact == "措施总数") and not aspect and _about_a_part(before, book):
        return None
    return Claim(fact, figure, line, match.start(group), match.end(group), aspect)


def _aspect(before: str, line: Line, book: Book) -> str | None:
    """The aspect that a figure is said of: named before it in the sentence, or the one it stands under."""
    names = [aspect.name for aspect in book.ledger.background.aspects]
    named = [name for name in names if f"{name}方面" in before.replace("”", "").replace("“", "")]
    return named[-1] if named else line.aspect


def _about_a_part(before: str, book: Book) -> bool:
    """Whether the words before a figure say that only some issues, or others, are meant."""
    if _OTHERS.search(before):
        return True
    total = _SUBTOTAL.findall(before)
    if not total or re.search(r"反馈的?(?:意见)?\s*\d+\s*个|方面\s*\d+\s*个", before):
        return False
    return bool(total[-1] != str(len(book.ledger.issues)))


def spelled(figure: str, value: int | Fraction | Decimal, with_basic: object, clause: str) -> tuple[str, str, str]:
    """A figure, the right one in the same spelling wherever they agree, and the code of a disagreement."""
    if isinstance(value, Fraction):
        if isinstance(with_basic, Fraction) and _WITH_BASIC.search(clause):
            value = with_basic
        right = percentage(value)
        return figure, figure if figure.endswith("%") and _rounded(figure[:-1], value * 100) else right, RATE
    if isinstance(value, Decimal):
        unit = figure.lstrip("0123456789.")
        agrees = unit in _YUAN and _rounded(figure.removesuffix(unit), Fraction(value) / _YUAN[unit])
        return figure, figure if agrees else amount(value), SUM
    return figure, str(value), COUNT


def _rounded(written: str, exact: Fraction) -> bool:
    """Whether a written decimal is an exact value, rounded to as many places."""
    places = Decimal(1).scaleb(-len(written.partition(".")[2]))
    precise = Decimal(exact.numerator) / Decimal(exact.denominator)
    return Decimal(written) == precise.quantize(places, ROUND_HALF_UP)
