"""Percentages that follow from counts in the same paragraph: 28个问题中，已完成18个，…完成率为64.29%."""

import re
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal

from reportgen.check.language.amounts import rows
from reportgen.check.language.partitions import Partition, partition
from reportgen.check.language.prose import Line, flaw
from reportgen.check.rule import Case, Flaw

_RATE = re.compile(r"(整改完成率|完成率|整改率|办结率)(?:为|达到|达|是|已达)?(\d+(?:\.\d+)?)[%％]")
_DONE = {
    "完成率": ("已完成", "完成"),
    "整改率": ("已整改", "整改完成", "已完成"),
    "整改完成率": ("已完成", "整改完成"),
    "办结率": ("已办结", "办结"),
}


_ONE_COUNT = re.compile(
    r"(?<![\d,.])(\d{1,6})(个|项|件|条|起|户|家)[一-鿿（）、]{0,10}[，,]?(?:目前|现|其中|均)?(?:已经|已)?"
    r"(?:完成整改|整改完成|完成验收|完成销号|完成|办结|销号)(?:整改)?(\d{1,6})\2[，,](?:整改|任务)?(完成率|办结率|销号率|占比|占)(?:为|达到|达)?(?:了)?"
    r"(\d+(?:\.\d+)?)[%％]"
)


def rates(case: Case) -> Iterator[Flaw]:
    """N5: a rate of completion is the ratio of the counts before it, to the printed place."""
    for line in case.lines:
        if "率" in line.text:
            for found in _RATE.finditer(line.text):
                yield from _rate(line, found)
        for found in _ONE_COUNT.finditer(line.text) if "%" in line.text or "％" in line.text else ():
            yield from _of_one_count(line, found)


def _of_one_count(line: Line, found: re.Match[str]) -> Iterator[Flaw]:
    """共有16个，已完成12个，占75%: nothing stands between that could change the whole."""
    whole, part, printed = Decimal(found[1]), Decimal(found[3]), Decimal(found[5])
    if not whole or part > whole:
        return
    right = _ratio(part, whole, printed)
    step = Decimal(1).scaleb(_places(printed))
    if abs(right - printed) > step:
        message = f"{found[4]}与数据不符：{part:f}÷{whole:f}＝{right:f}%，文中写{printed:f}%；请核对后改为“{right:f}%”"
        yield flaw(line, found.start(5), found.end(), message, f"{right:f}%", f"{printed:f}%")


def _rate(line: Line, found: re.Match[str]) -> Iterator[Flaw]:
    before = list(rows(line.text[: found.start()]))
    told = partition(line.text, before[-1]) if before else None
    if told is None or not told.total or not told.complete:
        return
    done, others = _done(told, _DONE[found[1]])
    printed = Decimal(found[2])
    if done is not None and all(_ratio(part, told.total, printed) != printed for part in _numerators(done, others)):
        right = _ratio(done, told.total, printed)
        message = (
            f"{found[1]}与数据不符：{done:f}÷{told.total:f}＝{right:f}%，文中写{printed:f}%；请核对后改为“{right:f}%”"
        )
        yield flaw(line, found.start(2), found.end(), message, f"{right:f}%", f"{printed:f}%")


def _done(told: Partition, names: Sequence[str]) -> tuple[Decimal | None, list[Decimal]]:
    """What is done, and the counts of the other parts."""
    counts = [(label, part.value) for part, label in zip(told.parts, told.labels, strict=True)]
    done = next((value for label, value in counts if label in names), None)
    return done, [value for label, value in counts if label not in names]


def _numerators(done: Decimal, others: Sequence[Decimal]) -> Iterator[Decimal]:
    """What may have been counted as done: that alone, or with some of the others."""
    some = others[:6]
    for chosen in range(2 ** len(some)):
        yield done + sum((value for at, value in enumerate(some) if chosen >> at & 1), Decimal(0))


def _ratio(part: Decimal, total: Decimal, like: Decimal) -> Decimal:
    return (part * 100 / total).quantize(Decimal(1).scaleb(_places(like)), ROUND_HALF_UP)


def _places(like: Decimal) -> int:
    exponent = like.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
