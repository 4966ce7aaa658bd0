"""Headings of four levels (7.3.3), alone or at the head of a paragraph.

A number gives the level, however the paragraph looks; a style gives it only where no number does. A paragraph with a
number is a heading of its own when it is one short phrase without a stop; with a stop only where style, face or the wording 关于……问题 says so.
Else it is body text, and its first sentence is a heading when another face marks it or when it is short. A long numbered
sentence has a level but no heading.
"""

import re
from dataclasses import dataclass

from reportgen.anatomy.formats import Run
from reportgen.anatomy.model import HEADINGS, Role
from reportgen.anatomy.role_line import Line
from reportgen.anatomy.role_numbers import Number, first_sentence_end, number_of

_PHRASE_CHARS = 100
_RUN_IN_CHARS = 32
_ABOUT = re.compile(r"关于.*(?:问题|方面|情况)。+")
_LIST_ENDS = ("；", ";", "，", ",", "、")
_SENTENCE_ENDS = "。：:！？"
_HEADING_FACES = ("黑", "Hei", "楷", "Kai")


@dataclass(frozen=True, slots=True)
class Heading:
    """What a paragraph of text is: its role, and level and length of its heading."""

    role: Role
    level: int = 0
    length: int = 0


TEXT = Heading(Role.BODY)


def heading_of(line: Line, body_face: str) -> Heading:
    """Whether a line of the body is a heading, has one, or neither."""
    text = line.paragraph.text
    number = number_of(text)
    if number is None:
        return _named_heading(line, text)
    end = first_sentence_end(text, number.end)
    if end is None or not text[end:].strip(" 　。"):
        return _one_sentence(line, text, number, end is not None, body_face)
    return Heading(Role.BODY, number.level, _run_in_length(line, text, number, end))


def _named_heading(line: Line, text: str) -> Heading:
    """A heading by its style, or by 黑体 and a Chinese numeral whose sign is missing."""
    stripped = text.strip()
    alone = len(stripped) <= _PHRASE_CHARS and not stripped.endswith(_LIST_ENDS) and "。" not in stripped[:-1]
    if line.hint in HEADINGS and alone:
        return Heading(line.hint, HEADINGS.index(line.hint) + 1, len(text))
    unsigned = stripped[:1] in "一二三四五六七八九十" and "黑" in line.face and line.size_pt < 20
    if unsigned and alone and len(stripped) <= _RUN_IN_CHARS and stripped[-1] not in "。：:":
        return Heading(Role.HEADING_1, 1, len(text))
    return TEXT


def _one_sentence(line: Line, text: str, number: Number, stopped: bool, body_face: str) -> Heading:
    stripped = text.strip()
    rest = text[number.end :].strip()
    if not rest or len(rest) > _PHRASE_CHARS or stripped.endswith(_LIST_ENDS):
        return Heading(Role.BODY, number.level)
    if length := _length_by_runs(line, number):
        return Heading(Role.BODY, number.level, length)
    marked = line.hint in HEADINGS or (number.level <= 2 and _in_heading_face(line, body_face))
    stopped = stopped and not _ABOUT.fullmatch(rest)
    listed = stopped or "；" in rest or (number.level > 2 and ("：" in rest or ":" in rest))
    if listed and not marked:
        return Heading(Role.BODY, number.level)
    return Heading(HEADINGS[number.level - 1], number.level, len(text))


def _in_heading_face(line: Line, body_face: str) -> bool:
    return line.face != body_face and any(name in line.face for name in _HEADING_FACES)


def _run_in_length(line: Line, text: str, number: Number, end: int) -> int:
    by_runs = _length_by_runs(line, number)
    if by_runs:
        return by_runs
    return end if end - number.end <= _RUN_IN_CHARS and "；" not in text[:end] else 0


def _length_by_runs(line: Line, number: Number) -> int:
    """Up to where the first face goes, if it goes to the end of a sentence and another follows; else 0."""
    text = line.paragraph.text
    length = _length_of_first_look(line, number)
    if not number.end < length < len(text.rstrip()):
        return 0
    if text[length - 1] in _SENTENCE_ENDS:
        return length
    return length + 1 if text[length] in _SENTENCE_ENDS else 0


def _length_of_first_look(line: Line, number: Number) -> int:
    """How many characters from the start have the face and weight of the first words after the number."""
    length = len(line.paragraph.label)
    first: tuple[str | None, bool] | None = None
    for run in line.paragraph.shown_runs():
        if first is not None and run.text.strip() and _look(run) != first:
            return length
        length += len(run.text)
        if first is None and line.paragraph.text[number.end : length].strip():
            first = _look(run)
    return length


def _look(run: Run) -> tuple[str | None, bool]:
    return run.letters.faces.get("eastAsia"), run.letters.bold
