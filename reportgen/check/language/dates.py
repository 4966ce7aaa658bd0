"""Years, months and days in running text (GB/T 15835-2011 5.1.4, 5.1.5, 5.2.5)."""

import re
from calendar import monthrange
from collections.abc import Iterator

from reportgen.anatomy import Role
from reportgen.check.language.prose import NUMBERS, Line, flaw, gathered, together
from reportgen.check.rule import Case, Flaw, Rule
from reportgen.errors import Strength
from reportgen.wording.numerals import parse_numeral

_BEFORE_SPAN = r"(?<!徒刑)(?<!期限)(?<!任期)(?<!工龄)(?<!历时)(?<!共)(?<!长达)"
_SHORT = re.compile(
    rf"(?<![\d.〇一二三四五六七八九十百～—/-]){_BEFORE_SPAN}(\d{{2}})年(\d{{1,2}})月(?!份以[上下])(\d{{1,2}}日)?"
)
_SHORT_WITH_MARK = re.compile(r"[’‘'](\d{2})年")
_SHORT_ABOUT = re.compile(r"(?:^|(?<=[，。；：、（“自至到从在于]))(\d{2})年(底|度)(?!电)")
_SHORT_SPAN = re.compile(r"(?<![\d.])(\d{2})\s?[—～~－–-]\s?(\d{2})年度")
_SHORT_OF_A_PLACE = re.compile(
    r"(?:^|(?<=[，。；：、（“]))(\d{2})年(?=全[市省县区]|我[市省县区]|上半年|下半年|第?[一二三四]季度|[春夏秋冬]季|同期)"
)
_CUT = re.compile(r"(?<!\d)((?:19|20)\d{2})年?[—～~－–-](\d{2})年(?!代)")
_PADDED = re.compile(
    r"(?<=年)0\d月(?:\d{1,2}日)?|(?<=[年月]\d月)0\d日|(?<=月)0\d日|(?<![\d.])0\d月(?=\d{1,2}日|[底初份中上下])"
)
_SPOKEN_DAY = re.compile(
    r"(?<!\d)(\d{1,2})月(\d{1,2})号(?!楼|线|文|车|令|院|公告|馆|台风|厂|井|地块|桥|路|门|码头|矿|机|航|通知|桩|店|库|段)"
)
_WIDE = re.compile(r"[０-９]+(?:[．，][０-９]+)*")
_HAN_YEAR = re.compile(
    r"[一二][一二三四五六七八九〇○零ОO0]{3}年(?:[一二三四五六七八九十]{1,3}月(?:[一二三四五六七八九十]{1,3}日)?)?"
)
_ZERO_YEAR = re.compile(
    r"(?:二[零○ОO0][一二三四五六七八九〇○零ОO0]{2}|一九[一二三四五六七八九〇○零ОO0]{0,1}[零○ОO0][一二三四五六七八九]?)年"
)
_HALF_HAN = re.compile(
    r"(?<!\d)(?:19|20)\d{2}年[一二三四五六七八九十]{1,3}月(?!革命)|(?<!\d)\d{1,2}月[一二三四五六七八九十]{1,3}日"
)
_ARABIC_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}年")
_FULL = re.compile(r"(?<!\d)((?:19|20)\d{2})年(\d{1,2})月(?:(\d{1,2})日)?")
_DAY_ALONE = re.compile(r"(?<![\d年.])(\d{1,2})月(\d{1,2})日")
_LEAP_YEAR = 2020
_GOAL = re.compile("二[〇○零](?:三五|五[〇○零])年|....年(?:新年|春节)")
_QUOTED = re.compile(r"《[^》]*》|“[^”]*”")
_YEAR_DIGITS = str.maketrans("〇○零ОO一二三四五六七八九", "00000123456789")
_WIDE_TO_HALF = str.maketrans("０１２３４５６７８９．，", "0123456789.,")


_OF_THE_PAPER = frozenset({Role.DATE_OF_ISSUE, Role.PRINTED})
"""Dates that have rules of their own (7.3.5.4, 7.4.3)."""


def dates(case: Case) -> Iterator[Flaw]:
    """N2: years in full, months and days without 0, 日 and not 号, half-width digits, dates that exist."""
    for line in case.lines:
        if line.role in _OF_THE_PAPER:
            continue
        if "年" in line.text or "月" in line.text:
            yield from _short_years(line)
            yield from _short_years_alone(line)
            yield from _days(line)
        for found in _WIDE.finditer(line.text):
            right = found[0].translate(_WIDE_TO_HALF)
            yield _told(line, found, f"数字用了全角，改为半角“{right}”", right)


def _short_years(line: Line) -> Iterator[Flaw]:
    for found in _SHORT.finditer(line.text):
        if 1 <= int(found[2]) <= 12:
            right = f"20{found[0]}"
            yield _told(line, found, f"年份要写全四位，“{found[1]}年”改为“20{found[1]}年”", right)
    for found in _SHORT_WITH_MARK.finditer(line.text):
        yield _told(line, found, f"年份要写全四位，改为“20{found[1]}年”", f"20{found[1]}年")
    for found in _CUT.finditer(line.text):
        if found[2] > found[1][2:]:
            right = f"{found[1]}—{found[1][:2]}{found[2]}年"
            yield _told(line, found, f"后一个年份要写全四位，改为“{right}”", right)


def _short_years_alone(line: Line) -> Iterator[Flaw]:
    for pattern, last in ((_SHORT_ABOUT, 35), (_SHORT_OF_A_PLACE, 29)):
        for found in pattern.finditer(line.text):
            if 15 <= int(found[1]) <= last:
                right = f"20{found[0]}"
                yield _told(line, found, f"年份要写全四位，改为“{right}”", right, "GEN")
    for found in _SHORT_SPAN.finditer(line.text):
        if 15 <= int(found[1]) < int(found[2]) <= 35:
            right = f"20{found[1]}—20{found[2]}年度"
            yield _told(line, found, f"年份要写全四位，改为“{right}”", right)


def _days(line: Line) -> Iterator[Flaw]:
    for found in _PADDED.finditer(line.text):
        right = re.sub(r"(?<!\d)0(?=\d)", "", found[0])
        yield _told(line, found, f"月、日不编虚位，“{found[0]}”改为“{right}”", right)
    for found in _SPOKEN_DAY.finditer(line.text):
        if 1 <= int(found[1]) <= 12 and 1 <= int(found[2]) <= 31:
            right = f"{found[1]}月{found[2]}日"
            yield _told(line, found, f"日期用“日”不用“号”，改为“{right}”", right)
    for found in _HALF_HAN.finditer(line.text):
        if "农历" not in line.text[max(found.start() - 8, 0) : found.start()]:
            yield _told(
                line,
                found,
                f"“{found[0]}”汉字数字和阿拉伯数字混用，年、月、日统一用阿拉伯数字，改为阿拉伯数字",
                "阿拉伯数字",
            )
    for found in _FULL.finditer(line.text):
        yield from _unreal(line, found)
    for found in _DAY_ALONE.finditer(line.text):
        if 1 <= int(found[1]) <= 12 and int(found[2]) > monthrange(_LEAP_YEAR, int(found[1]))[1]:
            yield _told(line, found, f"没有“{found[0]}”这一天，请核对后改为实际日期", "实际日期")


def _unreal(line: Line, found: re.Match[str]) -> Iterator[Flaw]:
    year, month, day = int(found[1]), int(found[2]), int(found[3] or 1)
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
        yield _told(
            line,
            found,
            f"没有“{found[0]}”这一天，请核对后改为实际日期" if found[3] else f"没有“{found[0]}”，请核对后改为实际月份",
            "实际日期",
        )


def years_in_chinese(case: Case) -> Iterator[Flaw]:
    """N2: years in Chinese numerals where the document writes others in Arabic."""
    every = list(case.lines)
    arabic = sum(len(_ARABIC_YEAR.findall(line.text)) for line in every if line.role is Role.BODY)
    chinese = sum(len(_HAN_YEAR.findall(line.text)) for line in every)
    mixed = arabic >= 2 * chinese
    for line in every if chinese else ():
        if line.role is Role.DATE_OF_ISSUE or _HAN_YEAR.fullmatch(line.text.strip()):
            continue
        plain = _QUOTED.sub(lambda found: " " * len(found[0]), line.text)
        for found in _HAN_YEAR.finditer(plain):
            if _GOAL.match(plain, found.start()):
                continue
            if mixed:
                in_text = line.role is Role.BODY and not line.text.lstrip().startswith(("—", "（"))
                strength: Strength | None = None if "月" in found[0] and in_text else "GEN"
                right = _in_arabic(found[0])
                message = f"全文年份写法不一致，“{found[0]}”改为“{right}”"
                yield _told(line, found, message, right, strength)
            elif _ZERO_YEAR.match(found[0]):
                yield _told(line, found, f"汉字年份里的零写作“〇”，“{found[0]}”改为阿拉伯数字或用“〇”", "〇")


def _in_arabic(written: str) -> str:
    """二〇二二年七月二十九日 as 2022年7月29日."""
    year = written[:4].translate(_YEAR_DIGITS)
    rest = re.sub(r"[一二三四五六七八九十]+", lambda found: str(parse_numeral(found[0])), written[4:])
    return year + rest


def _told(line: Line, found: re.Match[str], message: str, right: str, strength: Strength | None = None) -> Flaw:
    return flaw(line, found.start(), found.end(), message, right, strength=strength)


def _judge(case: Case) -> Iterator[Flaw]:
    yield from gathered(dates(case))
    yield from together(years_in_chinese(case))


RULES: tuple[Rule[Case], ...] = (
    Rule(
        "N2",
        f"{NUMBERS} 5.1.4",
        "MUST",
        "年份写全四位，月、日不编虚位，用“日”不用“号”，数字用半角，汉字年份和阿拉伯数字年份不混用。",
        _judge,
    ),
)
