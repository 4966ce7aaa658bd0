"""份号, 密级和保密期限, 紧急程度: clauses 7.2.1 to 7.2.3."""

import re
from collections.abc import Iterator

from reportgen.anatomy import Paragraph, Role
from reportgen.check.norm import Norm
from reportgen.check.page.lengths import mm, mm_text
from reportgen.check.page.masthead import in_line, masthead_of
from reportgen.check.page.part_letters import letter_flaws
from reportgen.check.page.stretches import stretches
from reportgen.check.rule import Case, Flaw, Rule, place_of

_COPY_NUMBER = re.compile(r"[0-9]{6}")
_CHINESE_PERIOD = re.compile(r"[〇零一二三四五六七八九十百]+(?:年|个?月|天|日)")
_URGENCIES = ("特急", "加急", "特提", "平急")
_ORDER = (Role.COPY_NUMBER, Role.CLASSIFICATION, Role.URGENCY)
_ORDER_TEXT = "份号、密级和保密期限、紧急程度自上而下分行排列"
_FLUSH_TW = 100


def judge_copy_number(case: Case) -> Iterator[Flaw]:
    """7.2.1: six Arabic digits, 三号, flush left."""
    for paragraph in _of(case, Role.COPY_NUMBER):
        text = paragraph.text.strip()
        if not _COPY_NUMBER.fullmatch(text):
            message = f"份号一般用 6 位阿拉伯数字，现为“{text}”；请改为“000001”这样的 6 位数"
            yield Flaw(message, place_of(paragraph), "6 位阿拉伯数字", text)
        yield from _look(paragraph, "份号", case.norm, ())


def judge_classification(case: Case) -> Iterator[Flaw]:
    """7.2.2: 三号黑体, flush left, below 份号; the period in Arabic digits."""
    for paragraph in _of(case, Role.CLASSIFICATION):
        if period := _CHINESE_PERIOD.search(paragraph.text):
            message = f"保密期限中的数字用阿拉伯数字，现为“{period[0]}”；请改写，例如“秘密★1年”"
            yield Flaw(message, place_of(paragraph, *period.span()), "阿拉伯数字", period[0])
        yield from _look(paragraph, "密级和保密期限", case.norm, case.norm.hei_faces)
        yield from _too_high(case, paragraph, "密级和保密期限")


def judge_urgency(case: Case) -> Iterator[Flaw]:
    """7.2.3: 三号黑体, flush left, below 份号 and 密级."""
    for paragraph in _of(case, Role.URGENCY):
        text = "".join(paragraph.text.split())
        if text not in _URGENCIES:
            message = f"紧急程度现为“{text}”；公文应分别标注“特急”或“加急”（电报为特提、特急、加急、平急）"
            yield Flaw(message, place_of(paragraph), "特急、加急", text)
        yield from _look(paragraph, "紧急程度", case.norm, case.norm.hei_faces)
        yield from _too_high(case, paragraph, "紧急程度")


def _of(case: Case, role: Role) -> Iterator[Paragraph]:
    return (
        paragraph for paragraph in masthead_of(case.document).above if paragraph.role is role and paragraph.text.strip()
    )


def _look(paragraph: Paragraph, name: str, norm: Norm, faces: tuple[str, ...]) -> Iterator[Flaw]:
    """Face (where one is asked for), size and place."""
    for stretch in stretches(paragraph):
        yield from letter_flaws(stretch, f"{name}一般", faces, norm)
    shape = paragraph.shape
    pushed = shape.left_tw + shape.first_tw
    if in_line(paragraph) and (
        shape.align not in ("left", "both") or abs(pushed) > _FLUSH_TW or paragraph.text[0].isspace()
    ):
        measured = {"center": "居中", "right": "居右", "distribute": "分散对齐"}.get(
            shape.align
        ) or f"左空 {mm_text(mm(pushed))}"
        message = f"{name}应顶格编排在版心左上角；请左对齐，去掉缩进和空格"
        yield Flaw(message, place_of(paragraph), "顶格", measured)


def _too_high(case: Case, paragraph: Paragraph, name: str) -> Iterator[Flaw]:
    """What should stand above it stands below."""
    earlier = _ORDER[: _ORDER.index(paragraph.role)]
    lower = [one for one in masthead_of(case.document).above if one.role in earlier and one.number > paragraph.number]
    if lower and in_line(paragraph) and all(in_line(one) for one in lower):
        yield Flaw(
            f"{name}排在了{lower[0].role.value}上面；应按{_ORDER_TEXT}，请调换", place_of(paragraph), _ORDER_TEXT
        )


RULES = (
    Rule("7.2.1-copy-number", "GB/T 9704-2012 7.2.1", "GEN", "份号一般用 6 位三号阿拉伯数字，顶格编排在版心左上角第一行", judge_copy_number),
    Rule("7.2.2-classification", "GB/T 9704-2012 7.2.2", "GEN", "密级和保密期限一般用三号黑体，顶格编排，数字用阿拉伯数字", judge_classification),
    Rule("7.2.3-urgency", "GB/T 9704-2012 7.2.3", "GEN", "紧急程度一般用三号黑体，顶格编排，在份号和密级之下", judge_urgency),
)  # fmt: skip
