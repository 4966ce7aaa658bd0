"""Where 署名 and 成文日期 stand: clauses 7.3.5.1 (sealed) and 7.3.5.2 (unsealed).

A file does not say whether a seal will be pressed, so either place is right.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.anatomy import Paragraph, Role
from reportgen.check.page.dates import date_in, fault_of
from reportgen.check.page.flow import Flow, flow_of
from reportgen.check.page.kinds_of_form import has_own_ending
from reportgen.check.page.lines import Box, Span, leading_blanks, line_box
from reportgen.check.page.signature import missing_parts, signed
from reportgen.check.page.stretches import section_of
from reportgen.check.rule import Case, Flaw, Rule, place_of

_SLACK_CHARS = 0.6
_TYPED_SLACK_CHARS = 1.2
"""Typed blanks reach a place only to the next 字."""
_SEALED_CHARS, _UNSEALED_CHARS, _SHIFT_CHARS = 4, 2, 2
_FAR_CHARS = 2
"""A date centred below its name but further than this from four 字 is out of place; nearer, the 一般 of the clause holds."""


@dataclass(frozen=True, slots=True)
class _Signed:
    """The lines of name and date in a type area, in 字 of the date's paragraph."""

    name: Box
    date: Box
    room: float
    char: float
    slack_chars: float = _SLACK_CHARS

    @property
    def slack(self) -> float:
        return self.slack_chars * self.char

    def blank_right(self, box: Box) -> Span:
        return Span.of(self.room) - box.right

    def right_by(self, box: Box, chars: float) -> bool:
        return self.blank_right(box).near(chars * self.char, self.slack)

    @property
    def centred(self) -> bool:
        return (self.name.centre - self.date.centre).near(0, self.slack)

    @property
    def name_too_long(self) -> bool:
        """Whether a name centred over a date four 字 in would pass the type area's edge."""
        return self.name.width.high / 2 > _SEALED_CHARS * self.char + self.date.width.low / 2 - self.slack

    @property
    def sealed(self) -> bool:
        beside = self.right_by(self.date, _SEALED_CHARS) or self.name_too_long
        return beside and self.centred

    @property
    def unsealed(self) -> bool:
        shift = self.date.left - self.name.left
        shifted = shift.near(_SHIFT_CHARS * self.char, self.slack)
        if self.date.width.middle >= self.name.width.middle:
            return (self.right_by(self.date, _UNSEALED_CHARS) and (shifted or shift.near(0, self.slack))) or (
                self.right_by(self.name, _UNSEALED_CHARS) and shifted
            )  # fmt: skip
        return self.right_by(self.name, _UNSEALED_CHARS) and shifted


def judge(case: Case) -> Iterator[Flaw]:
    """7.3.5.1 or 7.3.5.2, whichever fits; what the file does not tell is let be."""
    yield from missing_parts(case)
    document, flow = case.document, flow_of(case.document)
    names, dated = signed(document)
    if not names or dated is None or has_own_ending(document) or not flow.in_line(dated):
        return
    if any("\n" in one.text.strip() for one in (*names, dated)) or not flow.in_line(names[-1]):
        return
    yield from _date_on_next_line(flow, names[-1], dated)
    well_formed = fault_of(date_in(dated.text) or "") is None
    lines = _lines(case, names[-1], dated) if len(names) == 1 and well_formed else None
    if lines is None:
        return
    if lines.sealed:
        return
    if lines.unsealed:
        yield from _line_above(flow, names[0])
        return
    yield _out_of_place(lines, names[0], dated)


def _lines(case: Case, name: Paragraph, dated: Paragraph) -> _Signed | None:
    section = section_of(case.document, dated)
    if section is None or "  " in name.text.strip() or "\u3000" in name.text.strip():
        return None
    name_box, date_box = line_box(name, section), line_box(dated, section)
    if name_box is None or date_box is None:
        return None
    typed = leading_blanks(name) + leading_blanks(dated)
    slack = _TYPED_SLACK_CHARS if typed.strip("\t") else _SLACK_CHARS
    return _Signed(name_box, date_box, section.text_width_tw, case.norm.body_pt * 20, slack)


def _date_on_next_line(flow: Flow, name: Paragraph, dated: Paragraph) -> Iterator[Flaw]:
    gap = flow.gap_above(dated)
    if gap.before is name and gap.lines > 0.7 and not gap.page_begins:
        message = "成文日期应当编排在署名下一行，中间不空行；请删去空行"
        yield Flaw(message, place_of(dated), "不空行", f"空{gap.lines:.0f}行")


def _line_above(flow: Flow, name: Paragraph) -> Iterator[Flaw]:
    gap = flow.gap_above(name)
    if gap.before is None or gap.page_begins or gap.before.role in (Role.SIGNATURE, Role.TITLE):
        return
    if not 0.5 <= gap.lines <= 1.6:
        message = f"不加盖印章的署名编排在正文（或附件说明）下空一行位置，现在空了{gap.lines:.0f}行；请留一个空行"
        yield Flaw(message, place_of(name), "空一行", f"空{gap.lines:.0f}行")


def _out_of_place(lines: _Signed, name: Paragraph, dated: Paragraph) -> Flaw:
    blank = lines.blank_right(lines.date).middle / lines.char
    if lines.centred and abs(blank - _SEALED_CHARS) <= _FAR_CHARS:
        message = "成文日期一般右空四字编排；请把署名和成文日期一起移到位"
        return Flaw(message, place_of(dated), "右空4字", f"右空{blank:.1f}字", "GEN")
    measured = f"署名右空{lines.blank_right(lines.name).middle / lines.char:.1f}字，日期右空{blank:.1f}字"
    message = (
        "署名和成文日期的位置不对：加盖印章的，成文日期右空四字，署名在日期之上居中；"
        "不加盖印章的，署名右空二字，日期首字比署名首字右移二字；请调整缩进"
    )
    at_name = lines.right_by(lines.date, _SEALED_CHARS)
    return Flaw(message, place_of(name if at_name else dated), "右空4字且署名居中，或右空2字且右移2字", measured)


RULES = (
    Rule(
        "7.3.5-signature-place", "GB/T 9704-2012 7.3.5.1、7.3.5.2", "MUST",
        "署名和成文日期齐全；加盖印章的，成文日期右空四字，署名在成文日期之上居中；不加盖印章的，署名右空二字，成文日期首字比署名首字右移二字", judge,
    ),
)  # fmt: skip
