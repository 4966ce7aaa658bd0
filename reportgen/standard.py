"""GB/T 9704-2012《党政机关公文格式》 as data: what the clauses say, and the Word values that obey them.

Units stand in the names: `_mm` millimetres, `_pt` points, `_tw` twips (1/1440 inch), `_eighths` eighths of a point
(border weights), `_half_pt` half points (`w:sz`). Clause numbers refer to the standard; "measured" values were proved
on rendered pages, because the clause gives a result (22 lines, 28 characters) and not a setting.
"""

from dataclasses import dataclass


def tw(mm: float) -> int:
    """Twips of a length in millimetres, rounded."""
    return round(mm / 25.4 * 1440)


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet as Word wants it: size and margins around the type area."""

    width_tw: int
    height_tw: int
    top_tw: int
    right_tw: int
    bottom_tw: int
    left_tw: int
    header_tw: int = 851
    footer_tw: int = 1440  # measured: puts the dash of the page number 7 mm below the type area (7.5)

    @property
    def text_width_tw(self) -> int:
        return self.width_tw - self.left_tw - self.right_tw


# 5.1 A4; 5.2.1 天头 37±1 mm, 订口 28±1 mm, 版心 156×225 mm. One twip less at the left and ten at the right than the
# sums give: measured, so that 28 characters go into a line.
PAGE = Page(11906, 16838, top_tw=2098, right_tw=1464, bottom_tw=1984, left_tw=1587)
# 8 横排表格: the same sheet turned clockwise, head of the table at the portrait left.
LANDSCAPE = Page(16838, 11906, top_tw=1587, right_tw=2098, bottom_tw=1464, left_tw=1984)


@dataclass(frozen=True, slots=True)
class Grid:
    """5.2.3: 22 lines of 28 characters, filling the type area."""

    lines: int = 22
    chars: int = 28
    line_tw: int = 579  # exact; measured: 580 gives 21 lines
    char_spacing_tw: int = -5  # measured: makes 28 characters of 16 pt go into 156 mm
    char_tw: int = 315  # one 字 (3.1) of 三号 with that spacing


GRID = Grid()


@dataclass(frozen=True, slots=True)
class Fonts:
    """Faces by their part (5.2.2, 7.2.4, 7.3.1, 7.3.3, 7.5); western text in a face with digits of half a 字."""

    title: str = "方正小标宋简体"
    body: str = "仿宋_GB2312"
    kai: str = "楷体_GB2312"
    hei: str = "黑体"
    song: str = "宋体"
    western: str = "Times New Roman"


FONTS = Fonts()


@dataclass(frozen=True, slots=True)
class Sizes:
    """Sizes of type in half points; the mark's is not in the standard (7.2.4: 醒目、美观、庄重)."""

    mark_half_pt: int = 84  # 初号
    title_half_pt: int = 44  # 7.3.1 二号
    body_half_pt: int = 32  # 5.2.2 三号
    imprint_half_pt: int = 28  # 7.4.2 四号
    page_number_half_pt: int = 28  # 7.5 四号
    table_half_pt: int = 21  # tables: 五号, not in the standard


SIZES = Sizes()

RED = "FF0000"  # 7.2.4, 7.2.7; 6.2 is a matter for the printer

# 7.2.4: 35 mm from the type area's top to the mark = three lines (份号、密级、紧急程度, empty or not) and this.
MARK_LINE_TW, MARK_BEFORE_TW = 1000, 163
TITLE_LINE_TW = 660  # measured; not in the standard


@dataclass(frozen=True, slots=True)
class RedLine:
    """7.2.7: 4 mm below 发文字号, as wide as the type area; a paragraph border, whose gap was measured."""

    gap_mm: float = 4
    border_space_pt: int = 8
    weight_eighths: int = 12


RED_LINE = RedLine()


@dataclass(frozen=True, slots=True)
class Imprint:
    """版记 (7.4.1): first and last line 0.35 mm, the one between 0.25 mm, the last at the type area's bottom."""

    thick_eighths: int = 8
    thin_eighths: int = 6
    width_tw: int = 8845
    line_tw: int = 500
    margin_tw: int = 280  # 7.4.2, 7.4.3: one 字 of 四号 at either side
    hanging_tw: int = 840  # 抄送： is three 字 of 四号; turn-over lines align behind it


IMPRINT = Imprint()


@dataclass(frozen=True, slots=True)
class PageNumber:
    """页码 (7.5): 一字线 at either side, 7 mm below the type area, one 字 from its edge; and on turned sheets (8)."""

    dash: str = "—"
    below_mm: float = 7
    edge_tw: int = 320
    line_tw: int = 320
    turned_width_tw: int = tw(8)
    turned_length_tw: int = tw(40)
    turned_x_tw: int = tw(24.4)
    turned_odd_y_tw: int = tw(138.4)
    turned_even_y_tw: int = tw(33.6)


PAGE_NUMBER = PageNumber()


@dataclass(frozen=True, slots=True)
class Signature:
    """署名 and 成文日期: sealed right 4 字 (7.3.5.1), unsealed right 2 字 and the date 2 字 further in (7.3.5.2)."""

    sealed_right_chars: int = 4
    unsealed_right_chars: int = 2
    digit_tw: int = 155  # a digit of half a 字 at 三号 with the grid's spacing
    usual_date: str = "2022年8月16日"  # seven digits: its centre is taken for the centre of name and date

    @property
    def centre_from_right_tw(self) -> float:
        digits = sum(char.isascii() for char in self.usual_date)
        width = digits * self.digit_tw + (len(self.usual_date) - digits) * GRID.char_tw
        return self.sealed_right_chars * GRID.char_tw + width / 2


SIGNATURE = Signature()
