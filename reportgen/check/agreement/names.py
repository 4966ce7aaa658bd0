"""Names of the ledger written almost right: one character off, and no other name known."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reportgen.anatomy import Document
from reportgen.check.agreement.book import Book
from reportgen.check.agreement.statement import NAME, UNIT, Remark, Spot
from reportgen.check.agreement.text import one_character_apart, squeezed

SHORTEST = 4
_LEVELS = "省市县区州旗乡镇村国盟部院"
_CORES = re.compile(
    r"税务|统计|教育|体育|林业|林草|医保|医疗|卫健|卫生|外事|侨务|台办|档案|气象|地震|烟草|邮政|消防|应急|海关|海洋|渔业|畜牧"
    r"|农业|水利|水务|水文|财政|民政|司法|公安|国安|审计|商务|科技|人社|住建|自然|交通|文旅|文化|旅游|广电|信访|统战|宣传|组织"
    r"|政法|网信|编办|巡察|督查|党校|妇联|工会|工商|质监|物价|粮食|物资|盐务|供销|机关|保密|机要|老干|史志|金融|招商|投资|电力"
)
"""Words in the names of offices that exist: a name that holds one may well be another office."""


@dataclass(frozen=True, slots=True)
class _Known:
    """A name, where its halves stand in it, and the code of a mistake in it."""

    name: str
    code: str


def name_remarks(document: Document, book: Book) -> Iterator[Remark]:
    """Names that stand in the text, are not in the ledger, and differ by one character from one that is."""
    known = _known(book)
    names = {each.name for each in known}
    halves = _halves(known)
    if not halves:
        return
    pattern = re.compile("(?=(" + "|".join(sorted(map(re.escape, halves), key=len, reverse=True)) + "))")
    reported: set[str] = set()
    texts: set[str] = set()
    for paragraph in document.paragraphs:
        if paragraph.text in texts:
            continue
        texts.add(paragraph.text)
        for found in pattern.finditer(paragraph.text):
            for each, offset in halves[found[1]]:
                near = _near(paragraph.text, found.start() - offset, each, names)
                if near and near[1] not in reported:
                    reported.add(near[1])
                    start, said = near
                    message = f"“{said}”不在台账的名单里，只与“{each.name}”差一个字；请核对名称"
                    yield Remark(each.code, message, Spot(paragraph, start, start + len(said)), each.name, said)


def _known(book: Book) -> list[_Known]:
    background = book.ledger.background
    group = background.leading_group
    units = dict.fromkeys(squeezed(unit) for unit in background.units)
    rules = (rule.name.strip("《》") for rule in book.ledger.activities.rule_documents)
    others = (background.inspected.full_name, group.name, *(special.name for special in group.special_groups), *rules)
    named = [_Known(name, UNIT) for name in units] + [_Known(squeezed(name), NAME) for name in others]
    return [each for each in named if len(each.name) >= SHORTEST]


def _halves(known: Iterable[_Known]) -> dict[str, list[tuple[_Known, int]]]:
    """Either half of a name stands unchanged where one character is wrong; each half → its names and its place there."""
    halves: dict[str, list[tuple[_Known, int]]] = {}
    for each in known:
        middle = len(each.name) // 2
        halves.setdefault(each.name[:middle], []).append((each, 0))
        halves.setdefault(each.name[middle:], []).append((each, middle))
    return halves


def _near(text: str, start: int, known: _Known, names: set[str]) -> tuple[int, str] | None:
    """The name almost right at a place, and where it begins; None where there is none."""
    name = known.name
    if text.startswith(name, max(start, 0)):
        return None
    for shift in (0, 1, -1):  # of the half that follows a character too few or too many
        for length in (len(name), len(name) + 1, len(name) - 1):
            begin = start + shift
            said = text[begin : begin + length] if begin >= 0 else ""
            framed = len(said) == length and said[0] == name[0] and said[-1] == name[-1]
            if framed and said not in names and _wrong(said, name) and not _within_known(text, begin, length, names):
                return begin, said
    return None


def _wrong(said: str, name: str) -> bool:
    """Whether a text is a name with one wrong character inside, and not another name."""
    if not one_character_apart(said, name) or re.search(r"[，。、；：\s]", said):
        return False
    first = next(place for place in range(len(said)) if place >= len(name) or said[place] != name[place])
    if said[first] in _LEVELS:
        return False
    return len(name) >= 7 or (len(said) == len(name) and not _CORES.search(said))


def _within_known(text: str, begin: int, length: int, names: set[str]) -> bool:
    """Whether the place overlaps a name that is written right."""
    around = text[max(begin - 20, 0) : begin + length + 20]
    offset = begin - max(begin - 20, 0)
    for name in names:
        place = around.find(name)
        while place >= 0:
            if place < offset + length and place + len(name) > offset:
                return True
            place = around.find(name, place + 1)
    return False
