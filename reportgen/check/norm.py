"""The values that rules measure against: those of GB/T 9704-2012, and what an office adjusts."""

from dataclasses import dataclass

from reportgen.standard import FONTS


@dataclass(frozen=True, slots=True)
class Norm:
    """Values of the page rules; the defaults are the national ones. Lengths in millimetres, sizes in points.

    `switched_off` holds codes of rules that the office does without, `of_the_office` those that measure against values of
    its own; `changes` says in Chinese what it changed.
    """

    top_mm: float = 37  # 天头
    left_mm: float = 28  # 订口
    type_width_mm: float = 156  # 版心
    type_height_mm: float = 225
    tolerance_mm: float = 1
    lines: int = 22
    chars: int = 28
    mark_top_mm: float = 35
    red_line_gap_mm: float = 4
    page_number_gap_mm: float = 7
    body_pt: float = 16
    title_pt: float = 22
    imprint_pt: float = 14
    page_number_pt: float = 14
    body_faces: tuple[str, ...] = (
        FONTS.body,
        "仿宋",
        "FangSong",
        "FangSong_GB2312",
        "方正仿宋_GBK",
        "方正仿宋简体",
        "华文仿宋",
        "STFangsong",
        "方正仿宋_GB2312",
    )
    kai_faces: tuple[str, ...] = (
        FONTS.kai,
        "楷体",
        "KaiTi",
        "KaiTi_GB2312",
        "方正楷体_GBK",
        "方正楷体简体",
        "华文楷体",
        "STKaiti",
        "方正楷体_GB2312",
    )
    hei_faces: tuple[str, ...] = (FONTS.hei, "SimHei", "方正黑体_GBK", "方正黑体简体", "华文黑体", "STHeiti")
    song_faces: tuple[str, ...] = (
        FONTS.song,
        "SimSun",
        "NSimSun",
        "新宋体",
        "方正书宋_GBK",
        "方正书宋简体",
        "华文宋体",
        "STSong",
    )
    title_faces: tuple[str, ...] = (
        FONTS.title,
        "方正小标宋_GBK",
        "小标宋",
        "方正小标宋",
        "FZXiaoBiaoSong-B05S",
        "FZXiaoBiaoSong-B05",
        "华文小标宋",
        "文鼎小标宋简",
        "汉仪小标宋简",
        "创艺简标宋",
        "长城小标宋体",
    )
    western_faces: tuple[str, ...] = (FONTS.western,)
    switched_off: frozenset[str] = frozenset()
    of_the_office: frozenset[str] = frozenset()
    changes: tuple[str, ...] = ()


NATIONAL = Norm()
