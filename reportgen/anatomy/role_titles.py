"""标题 (7.3.1) and the titles of attachments (7.3.7): one or several lines, perhaps with a note below."""

from collections.abc import Mapping, Sequence

from reportgen.anatomy.model import HEADINGS, Role
from reportgen.anatomy.role_line import Line
from reportgen.anatomy.role_numbers import number_of
from reportgen.anatomy.role_wording import ends_like_a_title, is_addressed, is_date, is_organ

_LINES = 8
_NOTE_CHARS = 40
_CHARS = 120
_STOPPED_CHARS = 60  # a title with a stop by mistake
_TITLE_PT = 18
_NAMED = (Role.TITLE, Role.ATTACHMENT_TITLE)


def title_points(line: Line, body_pt: float) -> int:
    """How much a line looks like a title; from 2 it is one if nothing stands before it, from 1 right below a masthead."""
    if not _can_be(line, body_pt):
        return -1
    points = 3 * (line.hint in _NAMED) + 2 * (line.size_pt >= max(_TITLE_PT, body_pt + 2))
    points += 2 * line.in_mark_song + line.centred + (line.bold and line.size_pt >= body_pt)
    return points + 2 * ends_like_a_title(line.key.rstrip("。")) + ("关于" in line.key)


def _can_be(line: Line, body_pt: float) -> bool:
    key = line.key
    looks = line.hint in _NAMED or line.in_mark_song or line.size_pt >= _TITLE_PT
    if len(key) > _CHARS or is_date(key):
        return False
    if key.endswith(("。", ":", ";", ",")) and not (looks and len(key) <= _STOPPED_CHARS):
        return False
    numbered = number_of(line.paragraph.text)
    named_otherwise = line.hint is not None and line.hint not in (*_NAMED, *HEADINGS, Role.BODY)
    return not named_otherwise and not (
        numbered and line.size_pt < max(_TITLE_PT, body_pt + 2) and line.hint not in _NAMED
    )


def is_second_title(line: Line, body_pt: float) -> bool:
    """Whether a line within the document begins a text of its own."""
    if line.enclosed or number_of(line.paragraph.text):
        return False
    big = line.size_pt >= max(_TITLE_PT, body_pt + 2)
    looks = big + line.centred + line.in_mark_song >= 2
    return _can_be(line, body_pt) and (line.hint in _NAMED or looks)


def title_roles(
    lines: Sequence[Line], start: int, end: int, role: Role, body_pt: float, least: int
) -> Mapping[int, Role]:
    """The lines of the title that begins at `start`, and OTHER for notes below it, by position in `lines`."""
    if start >= end or title_points(lines[start], body_pt) < least:
        return {}
    roles = {start: role}
    for position in range(start + 1, min(start + _LINES, end)):
        line, before = lines[position], lines[position - 1]
        if line.opens_page and not line.enclosed:
            break
        if _goes_on(line, before, body_pt) and roles[position - 1] is role:
            roles[position] = role
        elif _is_note_below(line, lines[start]):
            roles[position] = Role.OTHER
        else:
            break
    return roles


def _goes_on(line: Line, before: Line, body_pt: float) -> bool:
    points = title_points(line, body_pt)
    if points < 1 or number_of(line.paragraph.text):
        return False
    alike = line.size_pt == before.size_pt and line.centred == before.centred and line.hint == before.hint
    unfinished = not ends_like_a_title(before.key)
    if alike:
        return points >= 2 and (unfinished or line.size_pt > body_pt)
    return unfinished and (points >= 2 or line.centred) and not is_addressed(line.key)


def _is_note_below(line: Line, title: Line) -> bool:
    """（2022年8月16日……通过）, ——在……会议上的讲话, a speaker's name: centred, smaller than the title."""
    if not line.centred or line.size_pt > title.size_pt or number_of(line.paragraph.text) is not None:
        return False
    key = line.key
    in_parentheses = key.startswith("(") and key.endswith(")")
    short = len(key) <= _NOTE_CHARS and not key.endswith(("。", ":"))
    return (in_parentheses or short) and not (is_organ(key) and line.shifted)
