"""28 characters in a line: clause 5.2.3."""

from collections import Counter
from collections.abc import Iterator
from math import ceil, floor

from reportgen.anatomy import Letters, Paragraph, Section
from reportgen.check.norm import Norm
from reportgen.check.page.gather import gathered
from reportgen.check.page.lengths import MM_TW, pt_text
from reportgen.check.page.letters import is_body_size
from reportgen.check.page.stretches import Stretch, body_text, has_han, section_of, stretches
from reportgen.check.rule import Case, Flaw, Rule, place_of

_SLACK_PT, _SURE_PT = 0.3, 0.03
_CHAR_SPACE_UNITS = 4096
_OTHER_BASES_PT = (10.0, 10.5, 12.0, 14.0)
"""Sizes of the basic style that some programs count the pitch of the grid from."""
_UNEVEN_TW = 10
_UNEVEN_PERCENT = 4
_SHORT = 3
_Setting = tuple[float, float, int]
"""Size in points, spacing in twips, width in per cent."""


def judge_pitch(case: Case) -> Iterator[Flaw]:
    """5.2.3: size, spacing and grid of most of the body make 28 characters fit into a line."""
    weights: Counter[_Setting] = Counter()
    firsts: dict[_Setting, Paragraph] = {}
    chinese = [
        stretch
        for paragraph, begin in body_text(case.document)
        for stretch in stretches(paragraph, begin)
        if has_han(stretch.text)
    ]
    for stretch in chinese:
        setting = _setting(stretch.letters)
        weights[setting] += stretch.end - stretch.start
        firsts.setdefault(setting, stretch.paragraph)
    if weights:
        usual = weights.most_common(1)[0][0]
        yield from _of_most(usual, firsts[usual], section_of(case.document, firsts[usual]), case.norm)
        yield from gathered(_of_others(chinese, usual))
        yield from gathered(_narrowed(chinese, usual))
        yield from _in_columns(chinese, case)


def _setting(letters: Letters) -> _Setting:
    return letters.size_half_pt / 2, letters.spacing_tw, letters.scale_percent


def _of_most(usual: _Setting, paragraph: Paragraph, section: Section | None, norm: Norm) -> Iterator[Flaw]:
    if not is_body_size(usual[0], norm):
        return
    width = _width_pt(section, norm)
    counts = {
        floor((width + slack) / pitch + 1e-6) for pitch, slack in _pitches(usual, paragraph, section) if pitch > 0
    }
    if counts and norm.chars not in counts:
        count = max(counts)
        short = usual[0] - width / norm.chars
        repair = f"把字符间距设为紧缩 {ceil((short + _SURE_PT) * 20) / 20:g} 磅" if short > 0 else "把字符间距设为标准"
        message = f"正文每行排 {count} 字，一般每行排 {norm.chars} 字；请{repair}"
        yield Flaw(message, place_of(paragraph), f"每行 {norm.chars} 字", f"每行 {count} 字")


def _pitches(usual: _Setting, paragraph: Paragraph, section: Section | None) -> Iterator[tuple[float, float]]:
    """The widths of a character in points that programs come to, each with what a line may be short of."""
    size, spacing, scale = usual
    own = size * scale / 100 + spacing / 20
    if section is None or section.grid not in ("linesAndChars", "snapToChars") or not paragraph.shape.snap_to_grid:
        yield own, 0
        return
    added = section.char_space / _CHAR_SPACE_UNITS
    yield own + added, _SLACK_PT
    if added > 0:
        yield from ((base + added, _SLACK_PT) for base in _OTHER_BASES_PT)


def _width_pt(section: Section | None, norm: Norm) -> float:
    """Width of the type area in points: the section's own where it is within the tolerance."""
    width = norm.type_width_mm * MM_TW
    own = section.text_width_tw if section is not None else width
    return (own if abs(own - width) <= (norm.tolerance_mm + 0.05) * MM_TW else width) / 20


def _of_others(chinese: list[Stretch], usual: _Setting) -> Iterator[Flaw]:
    """Stretches set clearly wider or closer than the rest."""
    expected, last = pt_text(usual[1] / 20), 0
    for stretch in chinese:
        spacing = stretch.letters.spacing_tw
        uneven = abs(spacing - usual[1]) >= _UNEVEN_TW and stretch.end - stretch.start > _SHORT
        if uneven and stretch.paragraph.number != last:
            last, measured = stretch.paragraph.number, pt_text(spacing / 20)
            message = f"这里的字符间距（{measured}）与正文其他文字（{expected}）不同；请统一"
            yield Flaw(message, stretch.place, expected, measured)


def _narrowed(chinese: list[Stretch], usual: _Setting) -> Iterator[Flaw]:
    """Stretches whose characters are scaled otherwise than the rest."""
    last = 0
    for stretch in chinese:
        scale, long = stretch.letters.scale_percent, stretch.end - stretch.start > _SHORT
        if abs(scale - usual[2]) > _UNEVEN_PERCENT and long and stretch.paragraph.number != last:
            last = stretch.paragraph.number
            message = f"这里的字符缩放（{scale}%）与正文其他文字（{usual[2]}%）不同；请统一"
            yield Flaw(message, stretch.place, f"{usual[2]}%", f"{scale}%")


def _in_columns(chinese: list[Stretch], case: Case) -> Iterator[Flaw]:
    """A line of text goes across the whole type area."""
    for stretch in chinese:
        section = section_of(case.document, stretch.paragraph)
        if section is not None and section.columns > 1:
            message = f"正文分成了{section.columns}栏，一般每行排 {case.norm.chars} 字；请取消分栏"
            yield Flaw(message, place_of(stretch.paragraph), "不分栏", f"{section.columns}栏")
            return


RULES = (Rule("5.2.3-char-pitch", "GB/T 9704-2012 5.2.3", "GEN", "一般每行排 28 个字", judge_pitch),)
