"""Counts that divide a total: 28个问题中，已完成18个，基本完成3个，…"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from reportgen.check.language.amounts import UNITS, Amount, exact

_NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
_FAMILIES = tuple(
    frozenset(names.split())
    for names in (
        "已完成 基本完成 正在整改 未启动 长期坚持 未完成 完成 整改完成 已整改 已销号 正在推进 尚未启动 持续整改",
        "新建 修订 废止 新制定 制定 修改 新增 完善 修订完善",
        "男 女",
        "男性 女性",
        "办结 已办结 正在办理 未办结 在办",
        "第一种形态 第二种形态 第三种形态 第四种形态",
    )
)
_WHOLE = tuple(
    frozenset(names.split())
    for names in (
        "已完成 未完成",
        "已完成 基本完成 正在整改 未启动",
        "已完成 基本完成 正在整改 长期坚持",
        "新建 修订",
        "制定 修订",
        "新制定 修订",
        "男 女",
        "男性 女性",
        "已办结 正在办理",
        "已办结 未办结",
        "办结 未办结",
        "第一种形态 第二种形态 第三种形态 第四种形态",
    )
)
_REST = re.compile(r"(?:其他|其它|其余|余下)")
_LEAD = re.compile(r"(?:其中|分别为|分别是|包括|现|目前|均)+")
_TOTAL_BEFORE = re.compile(
    rf"({_NUMBER})({UNITS})?[一-鿿“”《》（）]{{0,12}}?(?:中|内)?[，：,](?:其中|分别为|包括)?[，：]?$"
)
_FORM = re.compile(r"^(?:运用|属|属于)?(?:监督执纪)?(第[一二三四]种形态)(?:处理|共处理|的)?$")
_REACH = 30


@dataclass(frozen=True, slots=True)
class Partition:
    """A total, whose figures stand at [start, end), and the parts that are told of it."""

    total: Decimal
    start: int
    end: int
    parts: tuple[Amount, ...]
    labels: tuple[str, ...]

    @property
    def exclusive(self) -> bool:
        """Whether nothing can be counted in two of the parts."""
        names = frozenset(self.labels)
        return len(names) == len(self.labels) > 1 and any(names <= family for family in _FAMILIES)

    @property
    def complete(self) -> bool:
        """Whether there can be no part beside them."""
        if len(self.labels) < 2:
            return False
        names = frozenset(self.labels)
        return _REST.match(self.labels[-1]) is not None or (self.exclusive and any(whole <= names for whole in _WHOLE))


def partition(text: str, row: Sequence[Amount]) -> Partition | None:
    """A row of counts as the parts of the total before it; None where no total stands there."""
    first = next((at for at, amount in enumerate(row) if at and amount.label.startswith("其中")), 0)
    parts = tuple(row[first:])
    labels = tuple(_bare(amount.label) for amount in parts)
    if first:
        total = row[first - 1]
        return Partition(total.value, total.at, total.end, parts, labels)
    lead = _LEAD.match(row[0].label)
    begin = max(row[0].start - _REACH, 0)
    found = _TOTAL_BEFORE.search(text[begin : row[0].start] + (lead[0] if lead else ""))
    if found is None or (found[2] or row[0].unit) != row[0].unit:
        return None
    start = begin + found.start(1)
    return Partition(exact(found[1]), start, start + len(found[1]), parts, labels)


def _bare(label: str) -> str:
    """What is counted, without 其中 and the like; the four forms in one wording."""
    plain = _LEAD.sub("", label, count=1)
    form = _FORM.match(plain)
    return form[1] if form else plain
