"""版头 (7.2): what stands above the title, from the copy number to the red line."""

from collections.abc import Mapping, Sequence

from reportgen.anatomy.model import Role
from reportgen.anatomy.role_line import Line
from reportgen.anatomy.role_patterns import (
    is_classification,
    is_copy_number,
    is_document_number,
    is_drawn_with_signs,
    is_names,
    is_order_number,
    is_signatory,
    is_urgency,
)
from reportgen.anatomy.role_wording import ends_like_a_title, is_addressed, is_organ

_REACH = 40
_NOTICES = 3  # 份号, 密级, 紧急程度, in any order
_MARK_PT = 26
_BODY_CHARS = 40
_MARK_ENDS = ("文件", "令", "纪要", "公报", "简报", "专报", "电报")
MASTHEAD = (
    Role.COPY_NUMBER, Role.CLASSIFICATION, Role.URGENCY, Role.ISSUER_MARK, Role.DOCUMENT_NUMBER, Role.SIGNATORY, Role.RED_LINE,
)  # fmt: skip
"""The roles that stand above the title."""


def masthead_roles(lines: Sequence[Line]) -> Mapping[int, Role]:
    """The roles of the masthead's lines, by position in `lines`; empty where there is none."""
    end = _end(lines)
    number = _number_position(lines[:end])
    roles: dict[int, Role] = {}
    for position in range(end):
        role = _role(lines[position], position, number, roles)
        if role:
            roles[position] = role
        elif (number is None or position > number) and not _may_stand_within(lines[position]):
            break
    return roles


def _end(lines: Sequence[Line]) -> int:
    """Where the head can reach at most: up to body text, addressees, or so many lines."""
    for position, line in enumerate(lines[:_REACH]):
        if line.key.endswith("。") and len(line.key) > _BODY_CHARS and not line.enclosed:
            return position
        if position and line.key.endswith(":") and is_addressed(line.key) and not is_signatory(line.key):
            return position
    return min(len(lines), _REACH)


def _number_position(lines: Sequence[Line]) -> int | None:
    for position, line in enumerate(lines):
        if is_document_number(line.key) or (line.hint is Role.DOCUMENT_NUMBER and len(line.key) <= 60):
            return position
    marked = next((position for position, line in enumerate(lines) if _is_mark(line, above_number=False)), None)
    if marked is not None and marked + 1 < len(lines) and is_order_number(lines[marked + 1].key):
        return marked + 1
    return None


def _role(line: Line, position: int, number: int | None, roles: Mapping[int, Role]) -> Role | None:
    below = number is not None and position > number
    if position == number or (below and is_document_number(line.key)):
        return Role.DOCUMENT_NUMBER
    if is_drawn_with_signs(line.key):
        return Role.RED_LINE
    if (not below or line.enclosed) and _is_mark(line, above_number=number is not None and not below):
        return Role.ISSUER_MARK
    if is_signatory(line.key):
        return Role.SIGNATORY
    if Role.SIGNATORY in roles.values() and is_names(line.key) and (line.shifted or line.enclosed):
        return Role.SIGNATORY
    return _notice_above(line, position)


def _notice_above(line: Line, position: int) -> Role | None:
    """份号, 密级 or 紧急程度."""
    if is_classification(line.key):
        return Role.CLASSIFICATION
    if is_urgency(line.key):
        return Role.URGENCY
    if is_copy_number(line.key) and (position < _NOTICES or line.hint is Role.COPY_NUMBER):
        return Role.COPY_NUMBER
    named = line.hint in (Role.COPY_NUMBER, Role.CLASSIFICATION, Role.URGENCY)
    return line.hint if named and len(line.key) <= 20 and not line.centred else None


def _is_mark(line: Line, above_number: bool) -> bool:
    """Two of these: its style, red, big, ends with 文件, an organ's name above the document number; never a title's words."""
    if line.hint is Role.ISSUER_MARK and len(line.key) <= 60:
        return True
    if len(line.key) > 60 or "关于" in line.key or line.key.endswith(("。", ":")):
        return False
    ended = line.key.endswith(_MARK_ENDS)
    if ends_like_a_title(line.key) and not ended:
        return False
    big = line.size_pt >= _MARK_PT
    points = 2 * (ended and "文件" in line.key) + ended + 2 * big + line.red + line.in_mark_song + line.centred
    if above_number:
        return points + 2 * is_organ(line.key) >= 3
    return points >= 4 and (line.red or (big and ended))


def _may_stand_within(line: Line) -> bool:
    """A line that does not end the search: text boxes may be anchored before what they stand above."""
    return line.enclosed or is_organ(line.key)
