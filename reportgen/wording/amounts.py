"""Rates and sums of money: at most two decimals, no trailing zero, no digit lost."""

import re
from decimal import Decimal
from fractions import Fraction

Number = Fraction | Decimal | int | float

_UNITS = ((100_000_000, "亿元"), (10_000, "万元"), (1, "元"))
_PERCENTAGE = re.compile(r"-?\d+(?:\.\d+)?%")
_AMOUNT = re.compile(r"\d+(?:\.\d+)?(?:元|万元|亿元)")


def percentage(share: Number | str | None) -> str:
    """A share (1 is the whole) in per cent, two decimals rounded half up: 1/3 → 33.33%, 0.051 → 5.1%.

    A float counts as the decimal it prints as. What is already a percentage passes through; None gives —.
    """
    if share is None:
        return "—"
    if isinstance(share, str) and _PERCENTAGE.fullmatch(share):
        return share
    exact = _exact(share, "百分比")
    rounded = int(abs(exact) * 10_000 + Fraction(1, 2))
    return f"{'-' if exact < 0 and rounded else ''}{_hundredths(rounded)}%"


def rate(part: int, whole: int) -> str:
    """part/whole in per cent; — where there is no whole, since nothing is not 0%."""
    return percentage(Fraction(part, whole)) if whole else "—"


def amount(yuan: Number | str | None) -> str:
    """A sum in 元, 万元 or 亿元: the largest unit that shows it with at most two decimals.

    665700 → 66.57万元, 1234.56 → 1234.56元. What is already a sum with its unit passes through; None gives —.
    Raises ValueError, in Chinese, for a negative sum or parts of a 分.
    """
    if yuan is None:
        return "—"
    if isinstance(yuan, str) and _AMOUNT.fullmatch(yuan):
        return yuan
    fen = _exact(yuan, "金额") * 100
    if fen < 0 or fen.denominator != 1:
        raise ValueError(f"金额“{yuan}”不能是负数，也不能有不足一分的零头，请核对数据")
    for size, unit in _UNITS:
        hundredths, lost = divmod(int(fen), size)
        if not lost and (hundredths >= 100 or size == 1):
            return _hundredths(hundredths) + unit
    raise AssertionError("元 shows every whole number of 分")


def _exact(value: Number | str, what: str) -> Fraction:
    if isinstance(value, bool | str) or not isinstance(value, Fraction | Decimal | int | float):
        raise ValueError(f"{what}要由一个数转换，得到的是“{value}”")
    try:
        return Fraction(str(value)) if isinstance(value, float) else Fraction(value)
    except (ValueError, OverflowError):
        raise ValueError(f"{what}要由一个数转换，得到的是“{value}”") from None


def _hundredths(number: int) -> str:
    """A number of hundredths as a decimal: 7100 → 71, 510 → 5.1."""
    whole, rest = divmod(number, 100)
    return f"{whole}.{rest:02d}".rstrip("0").rstrip(".")
