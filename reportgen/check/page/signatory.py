"""签发人 of upward documents: clause 7.2.6."""

import re
from collections.abc import Iterator
from itertools import islice

from reportgen.anatomy import Paragraph, Role
from reportgen.check.norm import Norm
from reportgen.check.page.document_number import number_span
from reportgen.check.page.lengths import MM_TW
from reportgen.check.page.lines import Span, line_box
from reportgen.check.page.masthead import SIGNATORY, Masthead, in_line, masthead_of
from reportgen.check.page.part_letters import letter_flaws
from reportgen.check.page.stretches import Stretch, has_han, stretches
from reportgen.check.rule import Case, Flaw, Rule, place_of

_COLON = re.compile(r"[ \u3000]*[：:﹕]?")
_JOINED = re.compile(r"[\u4e00-\u9fff·]+[ \u3000]*[、，,；;/][ \u3000]*[\u4e00-\u9fff]")
_ONE_CHAR_TW = 130
_BY_BLANKS_TW = 480
"""Where blanks were typed to push it there, the place differs with the widths of faces."""


def judge_signatory(case: Case) -> Iterator[Flaw]:
    """7.2.6: “签发人：” in 仿宋 and the names in 楷体, both 三号, one 字 from the right, blanks between names."""
    masthead = masthead_of(case.document)
    for paragraph in masthead.signatories:
        label_start, names_start = _label_and_names(paragraph)
        yield from _wording(paragraph, label_start, names_start, len(masthead.signatories) == 1)
        label, names = (
            _between(paragraph, label_start, names_start),
            _between(paragraph, names_start, len(paragraph.text)),
        )
        yield from _first_wrong(label, "“签发人”三字", case.norm.body_faces, case.norm)
        yield from _first_wrong(names, "签发人姓名", case.norm.kai_faces, case.norm)
    if masthead.signatories and masthead.is_usual:
        yield from _right_edge(masthead, masthead.signatories[0], case.norm)


def _label_and_names(paragraph: Paragraph) -> tuple[int, int]:
    """Where “签发人：” and the names begin; a paragraph of further names has no label."""
    label = SIGNATORY.search(paragraph.text)
    if label is None:
        start = number_span(paragraph)[1] if paragraph.role is Role.DOCUMENT_NUMBER else 0
        return start, start
    colon = _COLON.match(paragraph.text, label.end())
    return label.start(), colon.end() if colon else label.end()


def _wording(paragraph: Paragraph, label_start: int, names_start: int, only: bool) -> Iterator[Flaw]:
    label, names = paragraph.text[label_start:names_start], paragraph.text[names_start:]
    if label and not label.endswith("："):
        message = "“签发人”后应当标全角冒号；请写成“签发人：”"
        yield Flaw(message, place_of(paragraph, label_start, names_start), "签发人：", label)
    if label and only and not names.strip():
        yield Flaw(
            "“签发人：”后没有姓名；请补上签发人姓名", place_of(paragraph, label_start, names_start), "签发人姓名"
        )
    if joined := _JOINED.search(names):
        message = "几个签发人姓名之间用空格隔开，不用顿号等标点；请改正"
        start = names_start + joined.start()
        yield Flaw(message, place_of(paragraph, start, names_start + joined.end()), "用空格隔开", joined[0])


def _between(paragraph: Paragraph, start: int, end: int) -> Iterator[Stretch]:
    for one in stretches(paragraph, start):
        part = Stretch(paragraph, one.start, min(one.end, end), one.letters)
        if part.start < part.end and has_han(part.text):
            yield part


def _first_wrong(parts: Iterator[Stretch], name: str, faces: tuple[str, ...], norm: Norm) -> Iterator[Flaw]:
    flaws = (flaw for part in parts for flaw in letter_flaws(part, name, faces, norm))
    yield from islice(flaws, 1)


def _right_edge(masthead: Masthead, paragraph: Paragraph, norm: Norm) -> Iterator[Flaw]:
    section = masthead.section(paragraph)
    if section is None or not in_line(paragraph) or not paragraph.text.strip():
        return
    if abs(section.text_width_tw - norm.type_width_mm * MM_TW) > _ONE_CHAR_TW:
        return  # the margins are to be put right first
    right, tolerance = _right_tw(paragraph) if "\t" in paragraph.text.rstrip() else None, _ONE_CHAR_TW
    if right is None:
        box = line_box(paragraph, section)
        right = box.right if box else None
        tolerance = _ONE_CHAR_TW if paragraph.shape.align == "right" else _BY_BLANKS_TW
    if right is None:
        return
    char = norm.body_pt * 20
    free = Span.of(section.text_width_tw) - right
    if not free.near(char, tolerance):
        measured = f"右空 {free.middle / char:.1f} 字"
        yield Flaw("签发人居右空一字编排；请调整制表位或右缩进", place_of(paragraph), "右空 1 字", measured)


def _right_tw(paragraph: Paragraph) -> Span | None:
    """The right edge where the last tab leads to a right-hand tab stop."""
    shape, tabs = paragraph.shape, paragraph.text.rstrip().count("\t")
    begin = shape.left_tw + min(shape.first_tw, 0)
    stops = [stop for stop in shape.tabs if stop.position_tw > begin]
    known = tabs == len(stops) and stops[-1].alignment == "right" and shape.align in ("left", "both")
    return Span.of(stops[-1].position_tw) if known else None


RULES = (
    Rule("7.2.6-signatory", "GB/T 9704-2012 7.2.6", "MUST", "“签发人：”用三号仿宋，姓名用三号楷体，居右空一字", judge_signatory),
)  # fmt: skip
