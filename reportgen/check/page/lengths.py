"""Lengths and sizes as a secretary reads them."""

MM_TW = 1440 / 25.4
"""Twips of a millimetre."""

_SIZES = {
    42: "初号", 36: "小初", 26: "一号", 24: "小一", 22: "二号", 18: "小二", 16: "三号", 15: "小三",
    14: "四号", 12: "小四", 10.5: "五号", 9: "小五", 7.5: "六号",
}  # fmt: skip


def mm(twips: float) -> float:
    """Millimetres of a length in twips."""
    return twips / MM_TW


def mm_text(millimetres: float) -> str:
    """A length with one decimal: “37.0 mm”."""
    return f"{millimetres + 1e-6:.1f} mm"  # 31.75 is 31.8


def pt_text(points: float) -> str:
    """A length in points without needless decimals: “28.95磅”."""
    return f"{points:.2f}".rstrip("0").rstrip(".") + "磅"


def size_text(points: float) -> str:
    """A size of type with its Chinese name where it has one: “三号（16磅）”."""
    name = _SIZES.get(points)
    return f"{name}（{pt_text(points)}）" if name else pt_text(points)
