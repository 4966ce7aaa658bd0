"""Which cell formats show a number as a date."""

from typing import Final

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format, is_timedelta_format

from reportgen.workbook.refusing import too_large
from reportgen.workbook.xlsx.archive import Archive
from reportgen.workbook.xlsx.markup import Attributes, read_markup

STYLES_LIMIT: Final = 100_000
"""Excel itself allows two thirds of it."""

CHINESE_DATES: Final = frozenset(map(str, (*range(27, 37), *range(50, 59))))
"""Built into Chinese Excel and WPS and defined nowhere in the file: ECMA-376 part 1, 18.8.30, zh-cn."""


def date_styles(archive: Archive, part: str | None) -> frozenset[str]:
    """The numbers of the cell styles that show dates or times of day, as cells write them. Durations are none."""
    if part is None or not archive.has(part):
        return frozenset()
    codes: dict[str, str] = {}
    used: list[str] = []
    inside = ""

    def enter(name: str) -> None:
        nonlocal inside
        inside = name

    def number_format(attributes: Attributes) -> None:
        if inside == "numFmts":
            codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        if len(codes) > STYLES_LIMIT:
            raise too_large("工作簿里的数字格式过多")

    def style(attributes: Attributes) -> None:
        if inside == "cellXfs":
            used.append(attributes.get("numFmtId", "0"))
        if len(used) > STYLES_LIMIT:
            raise too_large("工作簿里的单元格格式过多")

    starts = {
        "numFmts": lambda _: enter("numFmts"),
        "cellXfs": lambda _: enter("cellXfs"),
        "numFmt": number_format,
        "xf": style,
    }
    ends = {"numFmts": lambda: enter(""), "cellXfs": lambda: enter("")}
    read_markup(archive.chunks(part), part, starts=starts, ends=ends)
    dates = {number for number in set(used) if _shows_date(number, codes.get(number))}
    return frozenset(str(place) for place, number in enumerate(used) if number in dates)


def _shows_date(number: str, code: str | None) -> bool:
    if code is None:
        if number in CHINESE_DATES:
            return True
        code = BUILTIN_FORMATS.get(int(number)) if number.isdecimal() else None
    return is_date_format(code) and not is_timedelta_format(code)
