"""Face and size of the body: clause 5.2.2."""

from collections.abc import Callable, Iterable, Iterator

from reportgen.anatomy import Letters, Paragraph
from reportgen.check.norm import Norm
from reportgen.check.page.gather import gathered
from reportgen.check.page.lengths import size_text
from reportgen.check.page.stretches import Stretch, body_text, has_han, stretches
from reportgen.check.page.typeface import is_one_of
from reportgen.check.rule import Case, Flaw, Rule

_PRINTERS_SIZE_PT = 0.25
"""The 三号 of the printing trade is 15.75 points."""
_HEADING_CHARS = 30
"""A short paragraph without a stop, in a face of headings, is a heading without a number."""


def judge_face(case: Case) -> Iterator[Flaw]:
    """5.2.2: the body is 仿宋; a lead-in in 楷体 or 黑体 and a heading without a number are let be."""
    yield from gathered(
        _wrong_face(stretch, case.norm)
        for paragraph, begin in body_text(case.document)
        for stretch in _once(_in_other_faces(paragraph, begin, case.norm), lambda one: one.faces.get("eastAsia"))
    )


def _wrong_face(stretch: Stretch, norm: Norm) -> Flaw:
    usual, face = norm.body_faces[0], stretch.letters.faces.get("eastAsia")
    if face is None:
        return Flaw(f"正文没有指定中文字体，换一台电脑就会变样；请设为{usual}", stretch.place, usual, "未指定")
    return Flaw(f"正文用了{face}，一般用仿宋体；请改为{usual}", stretch.place, usual, face)


def _once(found: Iterable[Stretch], value: Callable[[Letters], object]) -> Iterator[Stretch]:
    """The first stretch of a paragraph with each value."""
    seen: set[object] = set()
    for stretch in found:
        if (key := value(stretch.letters)) not in seen:
            seen.add(key)
            yield stretch


def _in_other_faces(paragraph: Paragraph, begin: int, norm: Norm) -> Iterator[Stretch]:
    chinese = [stretch for stretch in stretches(paragraph, begin) if has_han(stretch.text)]
    if _is_heading(paragraph, chinese, norm):
        return
    leading = True
    for stretch in chinese:
        leading = leading and _is_of_headings(stretch.letters, norm)
        if not leading and not is_one_of(stretch.letters.faces.get("eastAsia"), norm.body_faces):
            yield stretch
    if leading and chinese:
        yield Stretch(paragraph, chinese[0].start, chinese[-1].end, chinese[0].letters)


def _is_of_headings(letters: Letters, norm: Norm) -> bool:
    return is_one_of(letters.faces.get("eastAsia"), norm.kai_faces + norm.hei_faces)


def _is_heading(paragraph: Paragraph, chinese: list[Stretch], norm: Norm) -> bool:
    text = paragraph.text.strip()
    return (
        len(text) <= _HEADING_CHARS
        and not text.endswith(("。", "；", "！", "？"))
        and all(_is_of_headings(stretch.letters, norm) for stretch in chinese)
    )


def judge_size(case: Case) -> Iterator[Flaw]:
    """5.2.2: the body is 三号."""
    yield from gathered(
        _wrong_size(stretch, case.norm)
        for paragraph, begin in body_text(case.document)
        for stretch in _once(stretches(paragraph, begin), lambda one: one.size_half_pt)
        if not is_body_size(stretch.letters.size_half_pt / 2, case.norm)
    )


def _wrong_size(stretch: Stretch, norm: Norm) -> Flaw:
    usual, own = size_text(norm.body_pt), size_text(stretch.letters.size_half_pt / 2)
    return Flaw(f"正文字号是{own}，一般用{usual}；请改正", stretch.place, usual, own)


def is_body_size(points: float, norm: Norm) -> bool:
    """Whether a size is that of the body, in either of its two values (16 and 15.75 points)."""
    return -_PRINTERS_SIZE_PT - 0.01 <= points - norm.body_pt <= 0.01


RULES = (
    Rule("5.2.2-body-face", "GB/T 9704-2012 5.2.2", "GEN", "如无特殊说明，公文格式各要素一般用仿宋体字", judge_face),
    Rule("5.2.2-body-size", "GB/T 9704-2012 5.2.2", "GEN", "如无特殊说明，公文格式各要素一般用三号字", judge_size),
)
