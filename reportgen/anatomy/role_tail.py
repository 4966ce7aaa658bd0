"""What ends a text (7.3.4 to 7.3.6): 附件说明, 署名, 成文日期, 附注."""

import re
from collections.abc import Mapping, Sequence

from reportgen.anatomy.model import Role
from reportgen.anatomy.role_line import Line
from reportgen.anatomy.role_numbers import number_of
from reportgen.anatomy.role_patterns import (
    begins_chinese_list,
    begins_with_label,
    is_attachment_note,
    is_label,
    is_listed,
    is_listed_in_chinese,
    is_note,
)
from reportgen.anatomy.role_wording import is_closing, is_date, is_organ, organ_before_date

_TIME = re.compile(r"\d|[年月日号]$")
_SIGNATURES = 12
_AFTER_DATE = 6
_NAME_CHARS = 45

Roles = dict[int, Role]


def tail_roles(lines: Sequence[Line], start: int, end: int, attached: bool) -> Mapping[int, Role]:
    """The roles of the tail of the text [start, end), by position in `lines`; an attached text ends with it more rarely."""
    roles: Roles = {}
    _attachment_notes(lines, start, end, roles)
    last_date = _dates(lines, start, end, attached, roles)
    if last_date is None:
        _signature_without_date(lines, start, end, attached, roles)
    else:
        _notes(lines, last_date + 1, end, roles)
    for position in range(start, end):
        line = lines[position]
        if position not in roles and line.hint is Role.NOTE and is_note(line.key):
            roles[position] = Role.NOTE
    return roles


def _attachment_notes(lines: Sequence[Line], start: int, end: int, roles: Roles) -> None:
    position = start + 1
    while position < end:
        if not _begins_attachment_note(lines, position, end):
            position += 1
            continue
        roles[position] = Role.ATTACHMENT_NOTE
        in_chinese = begins_chinese_list(lines[position].key)
        position += 1
        while position < end and _goes_on_listing(lines[position], in_chinese):
            roles[position] = Role.ATTACHMENT_NOTE
            position += 1


def _begins_attachment_note(lines: Sequence[Line], position: int, end: int) -> bool:
    line = lines[position]
    if is_label(line.key):  # 附件： with its list below
        return position + 1 < end and _goes_on_listing(lines[position + 1])
    named = line.hint is Role.ATTACHMENT_NOTE and not is_date(line.key)
    return named or is_attachment_note(line.key) or (line.hint is not Role.BODY and _is_unmarked_note(line))


def _is_unmarked_note(line: Line) -> bool:
    """附件 and a name without a colon."""
    return begins_with_label(line.key) and len(line.key) <= 60 and not line.key.endswith("。") and "," not in line.key


def _goes_on_listing(line: Line, in_chinese: bool = False) -> bool:
    if is_date(line.key) or line.opens_page:
        return False
    if in_chinese and is_listed_in_chinese(line.key):
        return True
    return is_listed(line.key) or is_attachment_note(line.key) or line.hint is Role.ATTACHMENT_NOTE


def _dates(lines: Sequence[Line], start: int, end: int, attached: bool, roles: Roles) -> int | None:
    """Marks dates of issue with the signatures before them; the last one's position."""
    last = None
    for position in range(start, end):
        line = lines[position]
        if position in roles or not _is_date_line(line, lines[position - 1] if position > start else None):
            continue
        signed = position > start and position - 1 not in roles and is_signature(lines[position - 1])
        placed = (
            line.hint is Role.DATE_OF_ISSUE
            or (signed and line.shifted)
            or _only_tail_follows(lines, position, end, roles)
        )
        if placed and (not attached or signed or line.shifted or line.hint is Role.DATE_OF_ISSUE):
            roles[position] = Role.DATE_OF_ISSUE
            _signatures_around(lines, start, position, end, roles)
            last = position
    return last


def _is_date_line(line: Line, before: Line | None) -> bool:
    if line.hint is Role.DATE_OF_ISSUE and len(line.key) <= 40 and number_of(line.paragraph.text) is None:
        return (bool(_TIME.search(line.key)) and not line.key.endswith(("。", ":", ";"))) or is_date(line.key)
    if is_date(line.key):
        return True
    organ = organ_before_date(line.key)
    if organ is not None and is_organ(organ) and line.shifted:
        return True
    return is_date(line.key, loosely=True) and (line.shifted or (before is not None and is_signature(before)))


def _only_tail_follows(lines: Sequence[Line], position: int, end: int, roles: Roles) -> bool:
    if end - position > _AFTER_DATE:
        return False
    return all(after in roles or not _is_text(lines[after]) for after in range(position + 1, end))


def _is_text(line: Line) -> bool:
    return not is_note(line.key) and (line.key.endswith("。") or number_of(line.paragraph.text) is not None)


def _signatures_around(lines: Sequence[Line], start: int, date: int, end: int, roles: Roles) -> None:
    """Names above the date, perhaps with 附件说明 or 附注 wrongly between; and names right below it."""
    last = date - 1
    while last > start and (roles.get(last) is Role.ATTACHMENT_NOTE or _is_in_parentheses(lines[last])):
        last -= 1
    above = _signatures_up_to(lines, start, last, roles)
    if above:
        roles.update({between: Role.NOTE for between in range(last + 1, date) if between not in roles})
    below = date + 1
    if below < end and below not in roles and is_signature(lines[below]) and (not above or lines[below].shifted):
        roles[below] = Role.SIGNATURE


def _is_in_parentheses(line: Line) -> bool:
    return line.key.startswith("(") and is_note(line.key) and number_of(line.paragraph.text) is None


def _signatures_up_to(lines: Sequence[Line], start: int, last: int, roles: Roles) -> bool:
    """Marks the names that end at `last`; whether there were any."""
    position = last
    while position >= max(start, last - _SIGNATURES) and position not in roles and is_signature(lines[position]):
        roles[position] = Role.SIGNATURE
        position -= 1
    return position < last


def is_signature(line: Line) -> bool:
    """The name of an organ, or a short line that stands where signatures do."""
    key = line.key.removesuffix("。") if is_organ(line.key.removesuffix("。")) else line.key
    if is_date(key) or is_label(key) or is_attachment_note(key) or number_of(line.paragraph.text) is not None:
        return False
    if len(key) > _NAME_CHARS or key.endswith(("。", ";", ":", ",", "、")) or "。" in key:
        return False
    if line.hint is Role.SIGNATURE:
        return True
    if is_closing(key):
        return False
    return is_organ(key) or (
        (line.shifted or line.paragraph.shape.align == "center") and not any(sign in key for sign in ",:;")
    )


def _signature_without_date(lines: Sequence[Line], start: int, end: int, attached: bool, roles: Roles) -> None:
    named = [at for at in range(start, end) if lines[at].hint is Role.SIGNATURE and is_signature(lines[at])]
    for position in named:
        roles.setdefault(position, Role.SIGNATURE)
    last = end - 1
    while last > start and _is_in_parentheses(lines[last]):
        last -= 1
    if not named and not attached and last > start and lines[last].shifted and is_organ(lines[last].key):
        _signatures_up_to(lines, start, last, roles)
    if roles.get(last) is Role.SIGNATURE:
        _notes(lines, last + 1, end, roles)


def _notes(lines: Sequence[Line], start: int, end: int, roles: Roles) -> None:
    for position in range(start, min(start + _AFTER_DATE, end)):
        if position in roles:
            continue
        if not is_note(lines[position].key):
            return
        roles[position] = Role.NOTE
