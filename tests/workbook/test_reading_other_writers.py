"""Odd but valid: what WPS, LibreOffice, report servers and libraries write, and openpyxl stumbles over."""

from datetime import datetime
from pathlib import Path

import pytest

from reportgen.workbook.grid import Range
from tests.workbook.packing import (
    BOOK,
    LINKS,
    MAIN,
    OFFICE,
    PACKAGE,
    SHEET,
    STRICT,
    STRINGS,
    STYLES,
    TYPES,
    Parts,
    packed,
    parts,
    relationships,
    shared,
    sheet_of,
    styles,
    values_of,
)

ROW = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>44712</v></c></row>'
READ = {"A1": "市委办", "B1": datetime(2022, 5, 31)}


def workbook(after: str = "", before: str = "") -> Parts:
    """A shared text and a date."""
    return {**parts(ROW, after, before), STRINGS: shared("<t>市委办</t>"), STYLES: styles(14)}


def edited(content: Parts, part: str, old: str, new: str) -> Parts:
    assert old in str(content[part])
    return {**content, part: str(content[part]).replace(old, new)}


def renamed(content: Parts, names: dict[str, str]) -> Parts:
    return {names.get(name, name): part for name, part in content.items()}


def test_the_plain_one_is_read(tmp_path: Path) -> None:
    assert values_of(tmp_path, workbook()) == READ


@pytest.mark.parametrize(
    "after",
    [
        '<autoFilter ref="A1:B1"><filterColumn colId="0"><filters><filter val=""/></filters></filterColumn></autoFilter>',
        '<autoFilter ref="#REF!"><sortState ref=""/></autoFilter>',
        '<hyperlinks><hyperlink ref="A1:XFD1048576"/></hyperlinks>',
        '<conditionalFormatting sqref="A1"><cfRule type="expression" dxfId="999" priority="1"/></conditionalFormatting>',
        '<dataValidations><dataValidation type="list" sqref="错"/></dataValidations>',
        '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:any xmlns:x14="urn:x"/></ext></extLst>',
        '<legacyDrawing r:id="rId99" xmlns:r="urn:r"/><drawing r:id="rId98" xmlns:r="urn:r"/>',
        '<pageSetup paperSize="abc" orientation="横"/><headerFooter><oddHeader>&amp;C第&amp;P页</oddHeader></headerFooter>',
        '<sheetProtection algorithmName="SHA-512" hashValue="x" saltValue="y" spinCount="1" sheet="1"/>',
    ],
)
def test_what_is_not_needed_may_be_wrong(tmp_path: Path, after: str) -> None:
    assert values_of(tmp_path, workbook(after)) == READ


def test_what_comes_before_the_rows_may_lie(tmp_path: Path) -> None:
    before = '<dimension ref="A1:XFD1048576"/><sheetViews><sheetView/></sheetViews><cols><col min="1" max="16384" style="99"/></cols>'
    assert values_of(tmp_path, workbook(before=before)) == READ


def test_without_styles_dates_are_numbers(tmp_path: Path) -> None:
    content = workbook()
    del content[STYLES]
    assert values_of(tmp_path, content) == {**READ, "B1": 44712}


def test_a_style_that_does_not_exist_is_plain(tmp_path: Path) -> None:
    assert values_of(tmp_path, edited(workbook(), SHEET, 's="1"', 's="77"')) == {**READ, "B1": 44712}


def test_cells_and_rows_without_their_place_follow_one_another(tmp_path: Path) -> None:
    rows = "<row><c><v>1</v></c><c/><c><v>3</v></c></row><row/><row><c r='B3'><v>5</v></c><c><v>6</v></c></row>"
    assert values_of(tmp_path, parts(rows)) == {"A1": 1, "C1": 3, "B3": 5, "C3": 6}


def test_empty_rows_without_their_number_are_counted(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"/><row r="3" s="1"/><row><c><v>4</v></c></row>'
    assert values_of(tmp_path, parts(rows)) == {"A1": 1, "A4": 4}


def test_small_letters_and_decimal_row_numbers(tmp_path: Path) -> None:
    assert values_of(tmp_path, parts('<row r="2.0"><c r="b2"><v>1</v></c></row>')) == {"b2": 1}
    assert sheet_of(tmp_path, parts('<row r="2.0"><c r="b2"><v>1</v></c></row>')).cell(2, 2) is not None


def test_the_strict_variant_of_the_format(tmp_path: Path) -> None:
    strict = {
        name: str(part).replace(MAIN, STRICT).replace(OFFICE, "http://purl.oclc.org/ooxml/officeDocument/relationships")
        for name, part in workbook('<mergeCells><mergeCell ref="A1:A3"/></mergeCells>').items()
    }
    assert values_of(tmp_path, dict(strict)) == READ
    assert sheet_of(tmp_path, dict(strict)).merged == (Range(1, 1, 3, 1),)


def test_elements_with_a_prefix(tmp_path: Path) -> None:
    prefixed = (
        f'<x:worksheet xmlns:x="{MAIN}"><x:cols><x:col min="1" max="1" hidden="true"/></x:cols><x:sheetData>'
        '<x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c><x:c r="B1" s="1"><x:v>44712</x:v></x:c></x:row>'
        "</x:sheetData></x:worksheet>"
    )
    assert values_of(tmp_path, {**workbook(), SHEET: prefixed}) == READ
    assert sheet_of(tmp_path, {**workbook(), SHEET: prefixed}).hidden_columns == (1,)


def test_elements_without_a_namespace(tmp_path: Path) -> None:
    assert values_of(tmp_path, edited(workbook(), SHEET, f' xmlns="{MAIN}"', "")) == READ


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_parts_in_the_encodings_of_the_format(tmp_path: Path, encoding: str) -> None:
    content = workbook()
    coded = {name: str(content[name]).encode(encoding) for name in (SHEET, STRINGS, STYLES, BOOK)}
    assert values_of(tmp_path, {**content, **coded}) == READ


def test_names_of_parts_in_another_case_or_with_backslashes(tmp_path: Path) -> None:
    names = {STRINGS: "xl/SharedStrings.xml", SHEET: "xl\\worksheets\\Sheet1.xml", BOOK: "xl\\workbook.xml"}
    assert values_of(tmp_path, renamed(workbook(), names)) == READ


@pytest.mark.parametrize("target", ["/xl/worksheets/sheet1.xml", "./worksheets/sheet1.xml", "worksheets\\sheet1.xml"])
def test_ways_to_name_the_part_of_a_sheet(tmp_path: Path, target: str) -> None:
    assert values_of(tmp_path, edited(workbook(), LINKS, "worksheets/sheet1.xml", target)) == READ


def test_the_workbook_may_lie_elsewhere(tmp_path: Path) -> None:
    moved = {BOOK: "book/main.xml", LINKS: "book/_rels/main.xml.rels", SHEET: "book/worksheets/sheet1.xml"}
    moved |= {STRINGS: "book/sharedStrings.xml", STYLES: "book/styles.xml"}
    content = renamed(workbook(), moved)
    content["_rels/.rels"] = relationships(("a", f"{OFFICE}/officeDocument", "/book/main.xml"))
    assert values_of(tmp_path, content) == READ


def test_without_links_of_the_package_the_usual_place_is_looked_at(tmp_path: Path) -> None:
    content = workbook()
    del content["_rels/.rels"], content[TYPES]
    assert values_of(tmp_path, content) == READ


def test_links_that_lead_out_are_not_followed(tmp_path: Path) -> None:
    outside = f'<Relationship Id="rId9" Type="{OFFICE}/hyperlink" Target="http://example.org/" TargetMode="External"/>'
    content = edited(workbook(), LINKS, "</Relationships>", outside + "</Relationships>")
    assert values_of(tmp_path, content) == READ
    rels = f'<Relationships xmlns="{PACKAGE}">{outside}</Relationships>'
    assert values_of(tmp_path, {**content, "xl/worksheets/_rels/sheet1.xml.rels": rels}) == READ


def test_rows_written_over_many_lines(tmp_path: Path) -> None:
    assert values_of(tmp_path, edited(workbook(), SHEET, "><", ">\n  <")) == READ


def test_bytes_before_the_end_of_the_zip_do_not_matter(tmp_path: Path) -> None:
    assert values_of(tmp_path, packed(workbook()) + b"\r\n") == READ


def test_a_wrong_count_does_not_matter(tmp_path: Path) -> None:
    assert values_of(tmp_path, edited(workbook(), STRINGS, "<sst", '<sst count="-1" uniqueCount="99999999999"')) == READ
