"""The text of a document or attachment (7.3.2, 7.3.3): addressees, headings, body text, and what stands beside it."""

import re
from collections.abc import Mapping, Sequence

from reportgen.anatomy.model import HEADINGS, Role
from reportgen.anatomy.role_headings import Heading, heading_of
from reportgen.anatomy.role_line import Line
from reportgen.anatomy.role_numbers import number_of
from reportgen.anatomy.role_patterns import is_dashed_number, is_imprint_recipients
from reportgen.anatomy.role_wording import is_addressed, leads_in

_SHORT = 40
_CAPTION = re.compile(
    r"(?:续?[表图]\d|图表\d|单位:|\(单位:|资料来源|数据来源|填[报表]|制表|公开(?:方式|属性)|信息公开|主动公开|共印).*"
)
_CONTENTS = re.compile(r".*(?:\.{3,}|…+|\t)\s*\d{1,3}\s*")
_TAIL = 60  # characters; what a row of dots leads to stands at the end


def recipients(lines: Sequence[Line], start: int, end: int) -> Mapping[int, Role]:
    """The addressees that stand at `start`, perhaps over several paragraphs, by position in `lines`."""
    roles: dict[int, Role] = {}
    for position in range(start, end):
        line = lines[position]
        if not _names_addressees(line, begun=bool(roles)):
            break
        roles[position] = Role.RECIPIENTS
        if line.key.endswith(":") or (not line.key.endswith((",", "、", ";")) and line.hint is not Role.RECIPIENTS):
            break
    return roles


def _names_addressees(line: Line, begun: bool) -> bool:
    key = line.key
    if number_of(line.paragraph.text) is not None or line.enclosed:
        return False
    if is_imprint_recipients(key):
        return True
    if line.hint is Role.RECIPIENTS:
        return "。" not in key[:-1] and not leads_in(key)
    if not is_addressed(key.removesuffix("。")):
        return False
    flush = line.paragraph.shape.first_tw <= 0 and line.pushed_chars == 0 and not line.centred and not line.shifted
    return key.endswith(":") or (
        (begun or key.endswith((",", "、")) or flush) and "。" not in key[:-1] and line.hint in (None, Role.RECIPIENTS)
    )


def text_of(line: Line, body_pt: float, body_face: str) -> Heading:
    """What a line between title and tail is."""
    if is_dashed_number(line.key):
        return Heading(Role.PAGE_NUMBER)
    if line.hint is Role.OTHER or _CONTENTS.fullmatch(line.paragraph.text[-_TAIL:]) or line.key == "目录":
        return Heading(Role.OTHER)
    heading = heading_of(line, body_face)
    if heading.role in HEADINGS:
        return heading
    return Heading(Role.OTHER) if heading.level == 0 and _stands_beside(line, body_pt) else heading


def _stands_beside(line: Line, body_pt: float) -> bool:
    """Captions, units of a table, chapter names, text in boxes: neither heading nor body text, so that no rule judges them."""
    if line.enclosed and line.paragraph.box is not None:
        return True
    short = len(line.key) <= _SHORT and not line.key.endswith(("。", ":", ";"))
    if short and (line.centred or line.shifted):
        return True
    return bool(_CAPTION.match(line.key)) and len(line.key) <= 2 * _SHORT and (short or line.size_pt < body_pt)
