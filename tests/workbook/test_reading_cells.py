"""What stands in a cell, as the file says it in all its ways."""

from datetime import date, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.workbook.grid import Cell, CellValue
from tests.workbook.packing import STRINGS, STYLES, Parts, cells_of, parts, read, shared, styles, values_of

CHINESE_DATE = 31
YEAR_MONTH_DAY = "yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"


def row(*cells: str, number: int = 1) -> str:
    return f'<row r="{number}">{"".join(cells)}</row>'


def inline(address: str, content: str) -> str:
    return f'<c r="{address}" t="inlineStr"><is>{content}</is></c>'


def only_value(folder: Path, cell: str, **more: str) -> object:
    """The value of the one cell, in a workbook with these further parts."""
    names = {"strings": STRINGS, "formats": STYLES}
    content: Parts = {**parts(row(cell)), **{names[name]: part for name, part in more.items()}}
    return values_of(folder, content).get("A1")


def test_values_that_openpyxl_wrote_come_back(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(
        ["一、", " 前后有空格 ", "两\n行", 7, 2.5, True, date(2022, 5, 31), datetime(2022, 5, 31, 8, 30), time(8, 30)]
    )
    book.save(tmp_path / "a.xlsx")
    assert list(values_of(tmp_path, (tmp_path / "a.xlsx").read_bytes()).values()) == [
        "一、",
        " 前后有空格 ",
        "两\n行",
        7,
        2.5,
        True,
        datetime(2022, 5, 31),
        datetime(2022, 5, 31, 8, 30),
        time(8, 30),
    ]


VALUES = st.one_of(
    st.integers(-(2**53), 2**53),
    st.floats(-1e9, 1e9).map(lambda each: round(each, 4)),  # openpyxl writes sixteen digits
    st.booleans(),
    st.datetimes(datetime(1900, 3, 1), datetime(9999, 12, 31)).map(lambda each: each.replace(microsecond=0)),
    st.times().map(lambda each: each.replace(microsecond=0)),
    st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="_=\ufffe\uffff"), min_size=1),
)


@given(st.dictionaries(st.tuples(st.integers(1, 60), st.integers(1, 30)), VALUES, max_size=30))
def test_whatever_openpyxl_wrote_comes_back(values: dict[tuple[int, int], CellValue]) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for (at, column), value in values.items():
        sheet.cell(at, column, value)
    with TemporaryDirectory() as folder:
        path = Path(folder, "a.xlsx")
        book.save(path)
        (found,) = read(Path(folder), path.read_bytes()).sheets
    assert {(at, column): cell.value for at, cells in found.rows.items() for column, cell in cells.items()} == values


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("<t>责任单位</t>", "责任单位"),
        ('<t xml:space="preserve"> 空格 </t>', " 空格 "),
        ("<r><t>责任</t></r><r><rPr><b/></rPr><t>单位</t></r>", "责任单位"),
        ('<t>整改</t><rPh sb="0" eb="2"><t>ジェンガイ</t></rPh><phoneticPr fontId="1"/>', "整改"),
        ('<r><t>整</t></r><r><t>改</t></r><rPh sb="0" eb="2"><t>ジェンガイ</t></rPh>', "整改"),
        ("<t>a&amp;b &lt;c&gt; &#x4E00;</t>", "a&b <c> 一"),
        ("<t><![CDATA[a<b]]></t>", "a<b"),
        ("<t>第一行_x000D_\n第二行</t>", "第一行\r\n第二行"),
        ("<t>字面的_x005F_x000D_</t>", "字面的_x000D_"),
        ("<t>_x4e00_、_x12_、_xD83D_</t>", "一、_x12_、_xD83D_"),
        ("<t>𠮷</t>", "𠮷"),
    ],
)
def test_text_is_what_the_sheet_shows(tmp_path: Path, content: str, expected: str) -> None:
    assert only_value(tmp_path, inline("A1", content)) == expected
    assert only_value(tmp_path, '<c r="A1" t="s"><v>1</v></c>', strings=shared("<t>别的</t>", content)) == expected


def test_a_formula_gives_the_value_it_last_had(tmp_path: Path) -> None:
    assert only_value(tmp_path, '<c r="A1"><f>1+1</f><v>2</v></c>') == 2
    assert only_value(tmp_path, '<c r="A1" t="str"><f>B1&amp;"年"</f><v>2022年_x000D_</v></c>') == "2022年\r"
    assert only_value(tmp_path, '<c r="A1" t="b"><f>TRUE()</f><v>1</v></c>') is True


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="A1"><f>SUM(B1:B9)</f></c>',
        '<c r="A1"><f>SUM(B1:B9)</f><v></v></c>',
        '<c r="A1"><f>SUM(B1:B9)</f><v/></c>',
        '<c r="A1" t="str"><f>B1</f></c>',
        '<c r="A1"><f t="shared" si="0"/></c>',
    ],
)
def test_a_formula_that_was_never_computed_is_said(tmp_path: Path, cell: str) -> None:
    assert cells_of(tmp_path, parts(row(cell)))["A1"] == Cell(None, "A1", uncached_formula=True)


def test_formulas_that_openpyxl_wrote_were_never_computed(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append([1, "=A1*2", '=A1&"年"'])
    book.save(tmp_path / "a.xlsx")
    found = cells_of(tmp_path, (tmp_path / "a.xlsx").read_bytes())
    assert [cell.uncached_formula for cell in found.values()] == [False, True, True]


def test_a_formula_that_came_to_nothing_is_an_empty_cell(tmp_path: Path) -> None:
    assert cells_of(tmp_path, parts(row('<c r="A1" t="str"><f>""</f><v></v></c>'))) == {}


@pytest.mark.parametrize("before", ["", "<f>1/0</f>"])
def test_an_error_is_no_value(tmp_path: Path, before: str) -> None:
    found = cells_of(tmp_path, parts(row(f'<c r="A1" t="e">{before}<v>#DIV/0!</v></c>')))
    assert found["A1"] == Cell(None, "A1", error="#DIV/0!")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("7", 7),
        ("-7", -7),
        ("2.0", 2),
        ("2.50", 2.5),
        ("1E3", 1000),
        ("1.5E-2", 0.015),
        ("110101199003071234", 110101199003071234),
        ("1E300", 1e300),
        ("三", "三"),
        ("1_000", "1_000"),
        ("nan", "nan"),
    ],
)
def test_numbers(tmp_path: Path, text: str, expected: object) -> None:
    found = only_value(tmp_path, f'<c r="A1"><v>{text}</v></c>')
    assert found == expected
    assert type(found) is type(expected)


@pytest.mark.parametrize(
    "shown", [14, 22, CHINESE_DATE, 57, YEAR_MONTH_DAY, "[$-804]aaaa yyyy/m/d", "e/m/d", "[Red]yyyy-mm-dd"]
)
def test_a_number_in_a_date_format_is_a_date(tmp_path: Path, shown: int | str) -> None:
    cell = '<c r="A1" s="1"><v>44712</v></c>'
    assert only_value(tmp_path, cell, formats=styles(shown)) == datetime(2022, 5, 31)


@pytest.mark.parametrize(
    "shown", [0, 2, 9, 49, "0.00_ ", "#,##0&quot;d&quot;", "[Red]0", "[h]:mm", 46, "G/通用格式", 999]
)
def test_a_number_in_another_format_stays_a_number(tmp_path: Path, shown: int | str) -> None:
    cell = '<c r="A1" s="1"><v>44712</v></c>'
    assert only_value(tmp_path, cell, formats=styles(shown)) == 44712


@pytest.mark.parametrize("number", ["-5", "2958466", "20220531", "1E300"])
def test_a_number_that_is_no_date_stays_a_number_in_a_date_format(tmp_path: Path, number: str) -> None:
    assert only_value(tmp_path, f'<c r="A1" s="1"><v>{number}</v></c>', formats=styles(14)) == float(number)


def test_times_are_not_off_by_a_microsecond(tmp_path: Path) -> None:
    cell = '<c r="A1" s="1"><v>44712.5208333333</v></c>'
    assert only_value(tmp_path, cell, formats=styles(22)) == datetime(2022, 5, 31, 12, 30)
    assert only_value(tmp_path, '<c r="A1" s="1"><v>0.354166666666667</v></c>', formats=styles(20)) == time(8, 30)


def test_days_may_count_from_1904(tmp_path: Path) -> None:
    content: Parts = {**parts(row('<c r="A1" s="1"><v>43250</v></c>')), STYLES: styles(14)}
    book = str(content["xl/workbook.xml"]).replace("<sheets>", '<workbookPr date1904="1"/><sheets>')
    found = read(tmp_path, {**content, "xl/workbook.xml": book})
    assert found.epoch_1904
    assert found.sheets[0].rows[1][1].value == datetime(2022, 5, 31)
    assert not read(tmp_path, content).epoch_1904


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022-05-31", datetime(2022, 5, 31)),
        ("2022-05-31T08:30:00", datetime(2022, 5, 31, 8, 30)),
        ("2022-05-31T08:30:00Z", datetime(2022, 5, 31, 8, 30)),
        ("2022-05-32", "2022-05-32"),
        ("五月底", "五月底"),
    ],
)
def test_dates_in_words_of_iso_8601(tmp_path: Path, text: str, expected: object) -> None:
    assert only_value(tmp_path, f'<c r="A1" t="d"><v>{text}</v></c>') == expected


@pytest.mark.parametrize(("text", "expected"), [("1", True), ("0", False), ("true", True), ("是", "是")])
def test_truth(tmp_path: Path, text: str, expected: object) -> None:
    assert only_value(tmp_path, f'<c r="A1" t="b"><v>{text}</v></c>') is expected or expected == "是"


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="A1"/>',
        '<c r="A1" s="1"></c>',
        '<c r="A1"><v></v></c>',
        '<c r="A1" t="inlineStr"><is><t></t></is></c>',
        '<c r="A1" t="s"><v>0</v></c>',
    ],
)
def test_what_is_empty_is_not_there(tmp_path: Path, cell: str) -> None:
    assert only_value(tmp_path, cell, strings=shared("<t/>")) is None
    assert read(tmp_path, {**parts(row(cell)), STRINGS: shared("<t/>")}).sheets[0].rows == {}
