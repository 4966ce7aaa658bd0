"""How a title of several lines breaks: clause 7.3.1, trapezoid or diamond, no word broken."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportgen.anatomy import Paragraph
from reportgen.check.page.lines import BLANKS, width_of
from reportgen.check.page.stretches import section_of
from reportgen.check.page.title import titles
from reportgen.check.rule import Case, Flaw, Rule, place_of
from reportgen.errors import Place

_SIDE_LINE = ("—", "（", "(", "〔")
_FEW_LINES, _MOST_LINES = 2, 10
_EVEN_CHARS = 2.5
_ORGAN_ENDS = ("委员会", "委", "政府", "厅", "局", "部", "院", "办公室", "办公厅", "中心", "总队", "公司", "会")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a title: its text, width in 字, and whether it is too wide for the type area."""

    text: str
    chars: float
    too_wide: bool
    place: Place


_BROKEN_WORDS = (
    ("关", "于", "有海相机把难", ""), ("印", "发", "复打", ""), ("整", "改", "完调修平", "革变造善进"), ("巡", "视", "", ""),
    ("反", "馈", "", ""), ("情", "况", "", ""), ("贯", "彻", "一", "底"), ("委", "员", "", "工额"), ("落", "实", "部村院", "施际验"),
    ("报", "告", "通情申", "知"), ("通", "知", "交沟流", "识名"), ("批", "复", "审", "查核议审"), ("请", "示", "申提邀聘", "范"),
    ("方", "案", "地对双各官一", "件例"), ("决", "定", "解表判", "期位价向"), ("领", "导", "引本要首将占", ""), ("问", "题", "", ""),
    ("实", "施", "落真务确", "工"), ("政", "府", "", ""), ("会", "议", "员", "案事题程"), ("人", "民", "", "主政办间生族用事营警兵众企"),
)  # fmt: skip
"""Words that a line must not break, each with the characters before and after it that allow of another reading."""

_NOT_AT_END = re.compile(r"[《〈“‘（(〔]$")
_NOT_AT_START = re.compile(r"^[》〉”’）)〕、，。：；]")


def judge_shape(case: Case) -> Iterator[Flaw]:
    """Only lines that somebody broke by hand are judged: of others a file does not tell where they break."""
    for block in titles(case.document):
        lines = tuple(_lines(case, block))
        if not _FEW_LINES <= len(lines) <= _MOST_LINES:
            continue
        for number, line in enumerate(lines, 1):
            if line.too_wide:
                message = f"标题第{number}行有{line.chars:.0f}个字，超出版心宽度；请在词意完整处重新分行"
                yield Flaw(message, line.place, "不超过版心宽度", f"{line.chars:.0f}个字")
        yield from _bad_shape(lines)
        yield from _bad_breaks(lines)


def _lines(case: Case, block: Sequence[Paragraph]) -> Iterator[_Line]:
    size = _size(block[0])
    for paragraph in block:
        section = section_of(case.document, paragraph)
        if section is None or paragraph.text.strip().startswith(_SIDE_LINE) or _size(paragraph) != size:
            continue
        start = 0
        for text in paragraph.text.split("\n"):
            bare = text.strip(BLANKS + "\t")
            if bare:
                first = start + text.index(bare)
                width = width_of(paragraph, section, first, first + len(bare))
                place = place_of(paragraph, first, first + len(bare))
                yield _Line(bare, width.middle / (size * 10), width.low > section.text_width_tw, place)
            start += len(text) + 1


def _size(paragraph: Paragraph) -> float:
    runs = paragraph.shown_runs()
    return max((run.letters.size_half_pt for run in runs), default=0) or 44


def _bad_shape(lines: Sequence[_Line]) -> Iterator[Flaw]:
    widths = [line.chars for line in lines]
    if len(lines) <= _FEW_LINES:
        return
    measured = "、".join(f"{width:.0f}" for width in widths) + "字"
    for number in range(1, len(widths) - 1):
        above, below = max(widths[:number]) - widths[number], max(widths[number + 1 :]) - widths[number]
        if min(above, below) >= 1 and not (above < _EVEN_CHARS and _are_organs(lines[: number + 1])):
            message = "标题各行长短不成梯形或菱形（中间短、两头长）；请在词意完整处重新分行"
            yield Flaw(message, lines[number].place, "梯形或菱形", measured)
            return
    if max(widths) - min(widths) < 0.5:
        message = "标题各行一样长，成了长方形，应当排成梯形或菱形；请在词意完整处重新分行"
        yield Flaw(message, lines[0].place, "梯形或菱形", measured, "GEN")


def _are_organs(lines: Sequence[_Line]) -> bool:
    """Whether issuers of a joint document stand one below the other, as long as their names are."""
    return all(line.text.endswith(_ORGAN_ENDS) for line in lines)


def _bad_breaks(lines: Sequence[_Line]) -> Iterator[Flaw]:
    for above, below in itertools.pairwise(lines):
        word = _broken(above.text, below.text)
        if word:
            message = f"标题回行拆开了“{word}”，应当词意完整；请重新分行"
            yield Flaw(message, below.place, "词意完整", f"{above.text[-6:]}／{below.text[:6]}")


def _broken(above: str, below: str) -> str | None:
    """What a break tears apart; None where that is not certain."""
    if _NOT_AT_END.search(above) or _NOT_AT_START.search(below) or _in_a_number(above, below):
        return above[-1] + below[0]
    for head, tail, before, after in _BROKEN_WORDS:
        if above[-1] == head and below[0] == tail and above[-2:-1] not in before and below[1:2] not in after:
            return head + tail
    return None


def _in_a_number(above: str, below: str) -> bool:
    return (above[-1].isascii() and above[-1].isdigit()) and (
        (below[0].isascii() and below[0].isdigit()) or below[0] in "年月日%"
    )


RULES = (
    Rule(
        "7.3.1-title-shape", "GB/T 9704-2012 7.3.1", "MUST",
        "标题回行时，要做到词意完整，排列对称，长短适宜，间距恰当，排列应当使用梯形或菱形", judge_shape,
    ),
)  # fmt: skip
