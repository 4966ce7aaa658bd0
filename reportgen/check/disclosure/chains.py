"""Rows of digits as they are typed: unbroken, in groups, one by one, in Chinese numerals."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from reportgen.check.disclosure.folding import INVISIBLE
from reportgen.check.disclosure.passages import Passage

FEWEST, MOST = 11, 22
"""Digits of the shortest and of the longest number that belongs to a person."""
_BETWEEN = rf"[ \t\n(){INVISIBLE}·.・‐‑‒–—―−_-]"
_CHAIN = re.compile(rf"(?<![0-9A-Za-z])\d+(?:{_BETWEEN}{{1,3}}\d+)*(?:{_BETWEEN}{{0,2}}[Xx])?(?![0-9A-Za-z])")
_CHINESE_CHAIN = re.compile(r"[〇○零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖]{11,}")
_CHINESE_DIGITS = str.maketrans("〇○零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖", "0001234567891123456789")
_GROUP = re.compile(r"\d+|[Xx]")
_LONGEST_ROW = 200  # characters; in a longer row only unbroken numbers count
_UNBROKEN = re.compile(r"\d{11,19}[Xx]?(?!\d)")
_NUMBER_OF_A_THING = re.compile(
    r"(?:编号|编码|代码|批号|单号|序列号|流水号|合同号|学号|文号|条码|专利号)[^\d，。；]{0,6}$"
)


@dataclass(frozen=True)
class Chain:
    """Digits that stand together, in groups, at [starts[0], end) of a passage; `before` and `after` is the text around.

    `spaced`: nothing but blanks parts the groups. `dotted`: full stops part them, as in decimals.
    """

    groups: tuple[str, ...]
    starts: tuple[int, ...]
    end: int
    before: str
    after: str
    spaced: bool
    dotted: bool

    @cached_property
    def digits(self) -> str:
        """All digits, with the X of an identity card."""
        return "".join(self.groups)

    @cached_property
    def sizes(self) -> tuple[int, ...]:
        """How many digits each group has."""
        return tuple(map(len, self.groups))

    @property
    def whole(self) -> bool:
        """Whether they are one unbroken row, or typed one by one."""
        return len(self.groups) == 1 or (set(self.sizes) == {1} and not self.dotted)

    @property
    def of_a_thing(self) -> bool:
        """Whether the text calls it the number of a thing."""
        return _NUMBER_OF_A_THING.search(self.before) is not None

    def in_groups(self, usual: Iterable[tuple[int, ...]]) -> bool:
        """Whether it is grouped as such a number usually is."""
        return self.sizes in usual and not self.dotted

    def parts(self) -> Iterator["Chain"]:
        """Its groups, and neighbouring groups that may be one number, as in a row of several numbers."""
        for size in (1, 3, 4, 5):
            for at in range(len(self.groups) - size + 1) if len(self.groups) > size else ():
                if FEWEST <= sum(self.sizes[at : at + size]) <= MOST:
                    yield self._cut(at, at + size)

    def _cut(self, first: int, last: int) -> "Chain":
        groups = self.groups[first:last]
        end = self.starts[last - 1] + len(groups[-1])
        before = self.before if first == 0 else ""
        after = self.after if last == len(self.groups) else ""
        return Chain(groups, self.starts[first:last], end, before, after, False, self.dotted)


def chains(passage: Passage) -> Iterator[Chain]:
    """Every row of digits of a passage that is long enough to belong to a person."""
    text = passage.folded
    for found in _CHAIN.finditer(text):
        length = found.end() - found.start()
        if FEWEST <= length <= _LONGEST_ROW:
            yield _chain(text, found.start(), found.end(), found[0])
        elif length > _LONGEST_ROW:
            for alone in _UNBROKEN.finditer(text, *found.span()):
                yield _chain(text, alone.start(), alone.end(), alone[0])
    for found in _CHINESE_CHAIN.finditer(text):
        if len(found[0]) <= MOST:
            yield _chain(text, found.start(), found.end(), found[0].translate(_CHINESE_DIGITS))


def _chain(text: str, start: int, end: int, said: str) -> Chain:
    groups = list(_GROUP.finditer(said))
    return Chain(
        tuple(group[0] for group in groups),
        tuple(start + group.start() for group in groups),
        end,
        text[max(start - 20, 0) : start],
        text[end : end + 4],
        all(character.isalnum() or character in f" {INVISIBLE}" for character in said),
        "." in said,
    )
