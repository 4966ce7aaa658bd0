"""What 发文字号 is made of: clause 7.2.5."""

import re
from collections.abc import Iterator

from reportgen.anatomy import Paragraph
from reportgen.check.page.masthead import SIGNATORY, masthead_of
from reportgen.check.page.part_letters import letter_flaws
from reportgen.check.page.stretches import stretches
from reportgen.check.rule import Case, Flaw, Rule, place_of

_RIGHT = re.compile(r"[\u4e00-\u9fffA-Za-z·]{1,16}〔(?:19|20)[0-9]{2}〕[1-9][0-9]*号")
_WITHOUT_ISSUER = re.compile(r"〔(?:19|20)[0-9]{2}〕[1-9][0-9]*[号期]")
_WITH_END = re.compile(r".*?[0-9０-９〇一二三四五六七八九十〕\]】）)][ \u3000]*号", re.DOTALL)
_WIDE_GAP = re.compile(r"\t|\u3000{2,}| {3,}")
_BLANK = re.compile(r"\s")
_OPEN, _CLOSE = r"[〔\[［【（(〈﹝]", r"[〕\]］】）)〉﹞]"
_WRONG_BRACKET = re.compile(r"[\[［【（(〈﹝\]］】）)〉﹞]")
_PARTS = re.compile(rf"(?P<issuer>.*?){_OPEN}(?P<year>.*?){_CLOSE}(?P<serial>.*)", re.DOTALL)
_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
_CHINESE_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")


def number_span(paragraph: Paragraph) -> tuple[int, int]:
    """Where 发文字号 stands in its paragraph, before the signatory of an upward document."""
    text = paragraph.text
    signatory = SIGNATORY.search(text)
    before = text[: signatory.start()] if signatory else text
    start = len(before) - len(before.lstrip())
    if found := _WITH_END.match(before, start):
        return start, found.end()
    gap = _WIDE_GAP.search(before, start)
    return start, len((before[: gap.start()] if gap else before).rstrip())


def judge_form(case: Case) -> Iterator[Flaw]:
    """7.2.5: 机关代字, the year in full within 〔〕, a serial number without 第 or noughts, 号."""
    masthead = masthead_of(case.document)
    if masthead.number is None or _has_its_own_form(masthead.number.text, masthead.is_usual):
        return
    start, end = number_span(masthead.number)
    text = masthead.number.text[start:end]
    if text and not _RIGHT.fullmatch(text):
        faults = "、".join(_faults(text)) or "应由发文机关代字、年份、发文顺序号组成"
        repaired = _repaired(text)
        repair = f"请改为“{repaired}”" if repaired else "请写成“示例委〔2022〕15号”的样子"
        yield Flaw(f"发文字号写法不对：{faults}；{repair}", place_of(masthead.number, start, end), repaired, text)


def _has_its_own_form(text: str, usual: bool) -> bool:
    """Orders, announcements and minutes are numbered 第…号, minutes also without 机关代字."""
    bare = text.strip()
    return bare.startswith("第") or (not usual and ("第" in text or bool(_WITHOUT_ISSUER.fullmatch(bare))))


def _faults(text: str) -> Iterator[str]:
    if _BLANK.search(text):
        yield "字间不留空格"
    if _WRONG_BRACKET.search(text):
        yield "年份应当用六角括号“〔〕”括入"
    parts = _PARTS.fullmatch(_BLANK.sub("", text))
    if parts is None:
        yield "缺少用六角括号“〔〕”括入的年份"
        return
    if not parts["serial"] and parts["issuer"].endswith("号"):
        yield "年份应当在发文顺序号之前"
        return
    if not parts["issuer"]:
        yield "缺少发文机关代字"
    yield from _year_faults(parts["year"])
    yield from _serial_faults(parts["serial"])


def _year_faults(year: str) -> Iterator[str]:
    if re.fullmatch(r"[0-9]{2}年?", year):
        yield "年份应当标全称（四位数）"
    elif re.fullmatch(r"(19|20)[0-9]{2}年", year):
        yield "年份后不加“年”字"
    elif not re.fullmatch(r"(19|20)[0-9]{2}", year):
        yield "年份应当用四位阿拉伯数字"


def _serial_faults(serial: str) -> Iterator[str]:
    if serial.startswith("第"):
        yield "发文顺序号不加“第”字"
    number = serial.removeprefix("第").removesuffix("号")
    if not number:
        yield "缺少发文顺序号"
    elif not re.fullmatch(r"[0-9]+", number):
        yield "发文顺序号应当用阿拉伯数字"
    elif number.startswith("0"):
        yield "发文顺序号不编虚位（不写成“01”）"
    if not serial.endswith("号"):
        yield "发文顺序号后应当加“号”字"


def _repaired(text: str) -> str | None:
    """The number as it should be, None where that cannot be told."""
    parts = _PARTS.fullmatch(_BLANK.sub("", text).translate(_DIGITS))
    if parts is None:
        return None
    year = parts["year"].removesuffix("年").translate(_CHINESE_DIGITS)
    serial = parts["serial"].removeprefix("第").removesuffix("号").lstrip("0")
    repaired = f"{parts['issuer']}〔{'20' + year if len(year) == 2 else year}〕{serial}号"
    return repaired if _RIGHT.fullmatch(repaired) else None


def judge_letters(case: Case) -> Iterator[Flaw]:
    """5.2.2: no other type is named for 发文字号, so it is 三号仿宋."""
    paragraph, norm = masthead_of(case.document).number, case.norm
    for stretch in stretches(paragraph) if paragraph else ():
        if stretch.start >= number_span(stretch.paragraph)[1]:
            return
        yield from letter_flaws(stretch, "发文字号一般", norm.body_faces, norm)


RULES = (
    Rule("7.2.5-number-form", "GB/T 9704-2012 7.2.5", "MUST", "发文字号由发文机关代字、年份、发文顺序号组成，年份用“〔〕”括入", judge_form),
    Rule("7.2.5-number-letters", "GB/T 9704-2012 5.2.2", "GEN", "发文字号一般用三号仿宋体字", judge_letters),
)  # fmt: skip
