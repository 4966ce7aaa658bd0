"""Chinese numerals as they stand in ordinals: 三、二十一、一百零一."""

from itertools import pairwise

_DIGITS = "零一二三四五六七八九"
_SMALL_UNITS = ((1000, "千"), (100, "百"), (10, "十"), (1, ""))
_WAN, _YI = 10_000, 100_000_000


def numeral(number: int) -> str:
    """The Chinese numeral of a whole number from 0 upwards, however large: 110 → 一百一十, 10**12 → 一万亿.

    Raises ValueError, in Chinese, for anything else; True is not 1.
    """
    if isinstance(number, bool) or not isinstance(number, int):
        raise ValueError(f"汉字数字只能由整数转换，得到的是“{number}”")
    if number < 0:
        raise ValueError("汉字数字不能由负数转换，请核对数据")
    if number == 0:
        return "零"
    groups = _groups(number)
    text = _below_yi(groups[0])
    for higher, group in pairwise(groups):
        gap = group and (higher == 0 or group < _YI // 10)
        text += "亿" + ("零" if gap else "") + _below_yi(group)
    return text[1:] if text.startswith("一十") else text


def parse_numeral(text: str) -> int:
    """The number that `numeral` writes so; ValueError, in Chinese, for any other spelling."""
    number = 0
    for group in text.split("亿"):
        high, _, low = group.rpartition("万")
        number = number * _YI + _parse_below_wan(high) * _WAN + _parse_below_wan(low)
    if numeral(number) != text:
        raise ValueError(f"“{text}”不是规范的汉字数字")
    return number


def _groups(number: int) -> list[int]:
    """The number in groups of eight digits, highest first."""
    groups: list[int] = []
    while number:
        number, group = divmod(number, _YI)
        groups.append(group)
    return groups[::-1]


def _below_yi(number: int) -> str:
    high, low = divmod(number, _WAN)
    if not high:
        return _below_wan(low)
    gap = 0 < low < _WAN // 10
    return _below_wan(high) + "万" + ("零" if gap else "") + _below_wan(low)


def _below_wan(number: int) -> str:
    """Up to four digits; nothing for 0, and one 零 for any run of zeros between digits."""
    text, gap = "", False
    for value, unit in _SMALL_UNITS:
        digit, number = divmod(number, value)
        if digit:
            text += ("零" if gap and text else "") + _DIGITS[digit] + unit
        gap = digit == 0
    return text


def _parse_below_wan(text: str) -> int:
    units = {unit: value for value, unit in _SMALL_UNITS if unit}
    number, digit = 0, 0
    for mark in text:
        if mark in units:
            number, digit = number + (digit or 1) * units[mark], 0
        else:
            digit = max(_DIGITS.find(mark), 0)
    return number + digit
