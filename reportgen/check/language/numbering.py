"""Headings in order: consecutive, none twice, none left out (GB/T 9704-2012 7.3.3)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reportgen.anatomy import HEADINGS, Role
from reportgen.check.language.ordinals import Opening, opening, starts_article, written
from reportgen.check.language.prose import LAYOUT, Line, flaw, gathered, together
from reportgen.check.language.spoken_order import spoken_order
from reportgen.check.rule import Case, Flaw, Rule
from reportgen.errors import Strength
from reportgen.wording.numerals import numeral

_ATTACHMENT = re.compile(r"[\s　]*附\s*[件表录]\s*[\d一二三四五六七八九十]{0,3}(?:[-—－]\d+)?[\s　]*(?:[：:].{0,40})?$")
_NEW_TEXT = frozenset({Role.TITLE, Role.ATTACHMENT_LABEL, Role.ATTACHMENT_TITLE, Role.ISSUER_MARK})
_WIDEST_GAP = 2
"""A wider gap is another list, which began elsewhere."""
_SHORT_LINE = 30
_ASIDE = frozenset({Role.ATTACHMENT_NOTE, Role.SIGNATURE, Role.DATE_OF_ISSUE, Role.COPIES, Role.PRINTED, Role.NOTE})


@dataclass(frozen=True, slots=True)
class Step:
    """A numbered paragraph; `between` are the lines since the one before it (its own text not among them)."""

    line: Line
    ordinal: Opening
    between: tuple[str, ...]


@dataclass(slots=True)
class _Count:
    last: dict[int, int] = field(default_factory=dict)
    fresh: set[int] = field(default_factory=set)
    seen: dict[int, list[str]] = field(default_factory=dict)

    def step(self, level: int, value: int, text: str) -> None:
        """What holds after a numbered paragraph."""
        self.last[level] = value
        self.fresh.discard(level)
        for lower in range(level + 1, 5):
            self.fresh.add(lower)
            self.seen[lower] = [text]
        self.seen[level] = [text]


def order(case: Case) -> Iterator[Flaw]:
    """P3: every heading has the number that follows."""
    for steps in _pieces(case):
        yield from _piece(steps)


def skipped_levels(case: Case) -> Iterator[Flaw]:
    """P3: 一、 is divided into （一）, （一） into 1., 1. into （1）."""
    for steps in _pieces(case):
        level = 0
        for step in steps:
            deeper = step.ordinal.level
            if level and deeper > level + 1 and step.ordinal.value == 1 and step.line.paragraph.level:
                yield _skipped(step, level)
            level = deeper


def _skipped(step: Step, level: int) -> Flaw:
    first, right = step.ordinal, written(level + 1, 1, "一")
    shown = written(first.level, first.value, numeral(first.value))
    message = f"层次序号越级：“{written(level, 1, '一')}”下面直接用了“{shown}”，改为“{right}”"
    strength: Strength = "PRAC" if (level, first.level) == (1, 3) else "GEN"
    return flaw(step.line, first.start, first.end, message, right, shown, strength)


def _pieces(case: Case) -> Iterator[Sequence[Step]]:
    """The numbered paragraphs of each text that counts for itself: the main part, each attachment, what stands under a 条."""
    steps: list[Step] = []
    between: list[str] = []
    for line in case.lines:
        paragraph = line.paragraph
        if paragraph.story != "正文" or paragraph.box is not None:
            continue
        if line.in_table or line.role in _ASIDE:
            between.append(line.text)
            continue
        if line.role in _NEW_TEXT or starts_article(line.text) or _ATTACHMENT.match(line.text):
            yield steps
            steps, between = [], [line.text]
            continue
        ordinal = opening(line.text)
        if ordinal.level:
            steps.append(Step(line, ordinal, tuple(between)))
            between = []
        between.append(line.text)
    yield steps


def _piece(steps: Sequence[Step]) -> Iterator[Flaw]:
    count = _Count()
    for at, step in enumerate(steps):
        level, value = step.ordinal.level, step.ordinal.value
        for texts in count.seen.values():
            texts.extend(step.between)
        wanted = 2 if _counted_twice(steps, at) or _begun_again(steps, at) else _wanted(count, step)
        if wanted is None:
            count.step(level, value, step.line.text)
        elif _next_value(steps, at) == wanted + 1 or value in _just_passed(count, level):
            yield _wrong(step, wanted)
            count.step(level, wanted, step.line.text)
        else:
            if wanted < value <= wanted + _WIDEST_GAP:
                yield _gap(step, wanted)
            count.step(level, value, step.line.text)


def _counted_twice(steps: Sequence[Step], at: int) -> bool:
    """Whether a heading is a first one right after a first one of its level: no list begins twice."""
    before, here = steps[at - 1] if at else None, steps[at]
    return (
        before is not None
        and before.ordinal.level == here.ordinal.level
        and before.ordinal.value == here.ordinal.value == 1
        and before.line.role is here.line.role
        and here.line.role in HEADINGS
    )


def _begun_again(steps: Sequence[Step], at: int) -> bool:
    """Whether （一） comes twice under the same 一、 with nothing but its own divisions between."""
    here = steps[at]
    level = here.ordinal.level
    if here.ordinal.value != 1 or level > 2 or here.line.role not in HEADINGS:
        return False
    for back in range(at - 1, -1, -1):
        before = steps[back]
        if any(_may_be_heading(text) for text in steps[back + 1].between[1:]) or before.ordinal.level < level:
            return False
        if before.ordinal.level == level:
            alike = before.ordinal.value == 1 and before.line.role is here.line.role and back < at - 1
            return alike and any(step.ordinal.level < level for step in steps[:back]) | (level == 1)
    return False


def _may_be_heading(text: str) -> bool:
    """A short line without a stop, which may begin another text."""
    return len(text.strip()) < _SHORT_LINE and text.rstrip()[-1:] not in "。；：，"


def _just_passed(count: _Count, level: int) -> tuple[int, ...]:
    """The last number of this level and the one before it: to have them again is a slip, not a new list."""
    last = count.last.get(level, 0)
    return (last, last - 1)


def _wanted(count: _Count, step: Step) -> int | None:
    """The number that should stand here; None where the one that does is right or may be."""
    level, value = step.ordinal.level, step.ordinal.value
    last = count.last.get(level)
    if value == 1 or (last is not None and value == last + 1):
        return None
    if last is None and level not in count.fresh:
        return 1 if _begins_late(count, step) else None
    wanted = 1 if level in count.fresh or last is None else last + 1
    passed = count.seen.get(level, [])
    missing = range(wanted, value)
    if value > wanted and all(_occurs(level, number, passed) for number in missing):
        return None
    return wanted


def _begins_late(count: _Count, step: Step) -> bool:
    """Whether the first heading of all is 二、."""
    return not count.last and step.ordinal.value == 2 and step.line.role is Role.HEADING_1 and bool(step.between)


def _occurs(level: int, number: int, passed: list[str]) -> bool:
    """Whether an ordinal stands within the running text that has gone by."""
    label = written(level, number, numeral(number))
    within = re.compile(rf"(?<!\d){number}[.．、]" if level == 3 else re.escape(label))
    if any(within.search(text) for text in passed):
        return True
    halves = (label[:-1], label[1:]) if level in (2, 4) else ()  # a bracket of the heading itself is missing
    return any(text.lstrip().startswith(halves) for text in passed)


def _next_value(steps: Sequence[Step], at: int) -> int | None:
    level = steps[at].ordinal.level
    for step in steps[at + 1 :]:
        if step.ordinal.level < level:
            return None
        if step.ordinal.level == level:
            return step.ordinal.value
    return None


def _wrong(step: Step, wanted: int) -> Flaw:
    first = step.ordinal
    right = written(first.level, wanted, numeral(wanted))
    shown = written(first.level, first.value, numeral(first.value))
    return flaw(step.line, first.start, first.end, f"序号“{shown}”与前后不连续，改为“{right}”", right, shown)


def _gap(step: Step, wanted: int) -> Flaw:
    first = step.ordinal
    right = written(first.level, wanted, numeral(wanted))
    shown = written(first.level, first.value, numeral(first.value))
    message = f"序号跳号：“{shown}”前面缺少“{right}”；请补上漏掉的内容，或改为“{right}”并顺次改后面的序号"
    return flaw(step.line, first.start, first.end, message, right, shown)


def _judge(case: Case) -> Iterator[Flaw]:
    yield from gathered(order(case))
    yield from gathered(spoken_order(case))
    yield from together(skipped_levels(case))


RULES: tuple[Rule[Case], ...] = (
    Rule("P3", f"{LAYOUT} 7.3.3", "MUST", "同一层次的序号从一开始，连续、不重、不漏；不越级使用。", _judge),
)
