"""The texts of a document: masthead, the main text, texts that go with it, attachments, imprint."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportgen.anatomy.model import Role
from reportgen.anatomy.role_body import recipients, text_of
from reportgen.anatomy.role_headings import Heading
from reportgen.anatomy.role_imprint import imprint_roles
from reportgen.anatomy.role_line import Line, usual_type
from reportgen.anatomy.role_masthead import masthead_roles
from reportgen.anatomy.role_patterns import begins_with_label, is_label, is_listed, is_note, listed_names
from reportgen.anatomy.role_tail import tail_roles
from reportgen.anatomy.role_titles import is_second_title, title_points, title_roles
from reportgen.anatomy.role_wording import is_addressed, is_date

_TITLE_REACH = 5
_UNKNOWN_CHARS = 40
_CHAPTER = re.compile(r"第[一二三四五六七八九十百\d]+[章节编部篇]|目录|前言|附录")


@dataclass(frozen=True, slots=True)
class _Text:
    """Lines [start, end) that have a title of their own.

    `labelled` where an 附件 label heads them; `attached` there, and where the title is one that 附件说明 names.
    """

    start: int
    end: int
    labelled: bool
    attached: bool
    first: bool


@dataclass(frozen=True, slots=True)
class _Type:
    """Size and face of most text."""

    size_pt: float
    face: str


def line_roles(lines: Sequence[Line]) -> list[Heading]:
    """Role, level and heading length of each line, in order."""
    usual = _Type(*usual_type(lines))
    imprint = imprint_roles(lines, usual.size_pt)
    others = [position for position in range(len(lines)) if position not in imprint]
    rest = _rest_roles([lines[position] for position in others], usual)
    found = [Heading(imprint.get(position, Role.OTHER)) for position in range(len(lines))]
    for position, heading in zip(others, rest, strict=True):
        found[position] = heading
    return found


def _rest_roles(lines: Sequence[Line], usual: _Type) -> list[Heading]:
    masthead = masthead_roles(lines)
    start = max(masthead, default=-1) + 1
    found = {position: Heading(role) for position, role in masthead.items()}
    above = [position for position in range(start) if position not in masthead]
    titled = _title_above_number(lines, above, usual)
    found.update({position: Heading(titled.get(position, Role.OTHER)) for position in above})
    for text in _texts(lines, start, usual):
        found.update(_text_roles(lines, text, usual, least=1 if masthead else 2, titled=bool(titled)))
    return [found[position] for position in range(len(lines))]


def _title_above_number(lines: Sequence[Line], above: Sequence[int], usual: _Type) -> Mapping[int, Role]:
    """A title that stands above the document number, as on web pages."""
    if not above or above[-1] - above[0] != len(above) - 1:
        return {}
    return title_roles(lines, above[0], above[-1] + 1, Role.TITLE, usual.size_pt, least=3)


def _texts(lines: Sequence[Line], start: int, usual: _Type) -> list[_Text]:
    """The document parted where an 附件 label stands or a second title begins."""
    if start >= len(lines):
        return []
    labelled = _is_label(lines, start)
    starts = [(start, labelled, labelled)]
    names: set[str] = set()
    for position in range(start + 1, len(lines)):
        if _is_label(lines, position):
            starts.append((position, True, True))
        elif position - 1 == starts[-1][0] and starts[-1][1]:
            continue
        elif is_second_title(lines[position], usual.size_pt) and lines[position].key in names:
            starts.append((position, False, True))
        elif _begins_text(lines, position, usual) and position - 1 != starts[-1][0]:
            starts.append((position, False, False))
        names.update(listed_names(lines[position].key))
    ends = [begin for begin, _, _ in starts[1:]] + [len(lines)]
    return [
        _Text(begin, end, labelled, attached, first=begin == start)
        for (begin, labelled, attached), end in zip(starts, ends, strict=True)
    ]


def _is_label(lines: Sequence[Line], position: int) -> bool:
    line = lines[position]
    if line.hint is Role.ATTACHMENT_LABEL and len(line.key) <= 60 and not line.key.endswith("。"):
        return True
    if is_label(line.key):
        listed = position + 1 < len(lines) and is_listed(lines[position + 1].key)
        return line.opens_page or not listed
    return line.opens_page and begins_with_label(line.key) and not line.key.startswith("附件:")


def _begins_text(lines: Sequence[Line], position: int, usual: _Type) -> bool:
    line, before = lines[position], lines[position - 1]
    apart = line.opens_page or is_date(before.key) or (is_note(before.key) and not before.centred)
    return apart and is_second_title(line, usual.size_pt) and not _CHAPTER.match(line.key)


def _text_roles(lines: Sequence[Line], text: _Text, usual: _Type, least: int, titled: bool) -> Mapping[int, Heading]:
    roles: dict[int, Role] = {}
    if text.labelled:
        roles[text.start] = Role.ATTACHMENT_LABEL
        roles.update(_attachment_title(lines, text, usual))
    elif text.attached:
        roles.update(title_roles(lines, text.start, text.end, Role.ATTACHMENT_TITLE, usual.size_pt, 0))
    elif not (text.first and titled):
        roles.update(_title(lines, text, usual, least if text.first else 0))
    after = max(roles, default=text.start - 1) + 1
    if not text.attached:
        roles.update(recipients(lines, after, text.end))
        after = max(roles, default=text.start - 1) + 1
    roles.update(tail_roles(lines, after, text.end, text.attached))
    return {
        position: Heading(roles[position]) if position in roles else text_of(lines[position], usual.size_pt, usual.face)
        for position in range(text.start, text.end)
    }


def _attachment_title(lines: Sequence[Line], text: _Text, usual: _Type) -> Mapping[int, Role]:
    first = text.start + 1
    if first >= text.end or lines[first].enclosed:
        return {}
    least = 2 if lines[first].follows_table or lines[first].opens_page else 0
    return title_roles(lines, first, text.end, Role.ATTACHMENT_TITLE, usual.size_pt, least)


def _title(lines: Sequence[Line], text: _Text, usual: _Type, least: int) -> Mapping[int, Role]:
    """The title at the head of a text, or a little below it where something unknown stands first."""
    at_head = title_roles(lines, text.start, text.end, Role.TITLE, usual.size_pt, least)
    if at_head or not text.first:
        return at_head
    unknown: dict[int, Role] = {}
    for position in range(text.start + 1, min(text.start + _TITLE_REACH, text.end)):
        before = lines[position - 1]
        addressed = before.key.endswith(":") and is_addressed(before.key)
        if not addressed and (before.key.endswith(("。", ":")) or len(before.key) > _UNKNOWN_CHARS):
            return {}
        unknown[position - 1] = Role.RECIPIENTS if addressed else Role.OTHER
        if title_points(lines[position], usual.size_pt) >= 4:
            return {**unknown, **title_roles(lines, position, text.end, Role.TITLE, usual.size_pt, 4)}
    return {}
