"""Rows of a table that are no records: section titles, notes and totals, the header once more, numbers without a row."""

import re

from reportgen.exchange.columns import ASPECTS, NUMBER
from reportgen.exchange.headings import Heading
from reportgen.exchange.raw_rows import RawRow
from reportgen.exchange.reading import Known, Read, folded, narrow
from reportgen.exchange.reading_words import read_word
from reportgen.workbook.grid import Cell

_TOTAL = re.compile("合计|总计|小计|共计")
_NOTE = re.compile(
    r"(?:备注|说明|注|填[报表写].{0,4}|审[核批].{0,3}|制表.{0,3}|负责人.{0,4}|联系.{0,4}|单位\(.*\))\d*:"
)
_ABOUT = re.compile("关于|方面(?:存在)?(?:的?问题)?$")


def aspect_in(text: str, known: Known) -> str | None:
    """The 方面 that a text names, also with its numbering, 关于 before it or 方面的问题 behind it."""
    if not known.lists.get(ASPECTS):
        return None
    for said in (text, _ABOUT.sub("", narrow(text))):
        read = read_word(said, ASPECTS, known)
        if isinstance(read, Read):
            return str(read.value)
    return None


def section_title(row: RawRow, known: Known) -> Cell | None:
    """The 方面 of the rows below, where a row says nothing else, at its cell."""
    said = row.first.value if row.says_one_thing else None
    aspect = aspect_in(said, known) if isinstance(said, str) else None
    return Cell(aspect, row.first.address) if aspect else None


def is_note(row: RawRow, heading: Heading) -> bool:
    """A row without a number that says one thing where tables begin or over several columns; a total; who filled it in."""
    said = narrow(str(row.first.value))
    first = next(iter(heading.columns.values()))
    wide = len(row.said) > 1 or row.said.keys() <= {NUMBER, first}
    return (row.says_one_thing and wide) or bool(_TOTAL.match(said) or _NOTE.match(said))


def is_bare_number(row: RawRow) -> bool:
    """A row that has its 序号 and nothing else, as in forms that are not filled in."""
    return row.said.keys() == {NUMBER}


def first_words(row: RawRow) -> str:
    """What the row begins with."""
    return folded(str(row.first.value)).replace("\n", " ")[:20]
