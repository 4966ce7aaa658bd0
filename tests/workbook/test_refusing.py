"""Workbooks that are not read: one problem each, with its repair, at once and in little memory."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from reportgen.errors import ReportgenError
from reportgen.workbook.reading import read_workbook
from tests.workbook.compound_files import compound
from tests.workbook.packing import (
    BOOK,
    LINKS,
    OFFICE,
    SHEET,
    STRINGS,
    STYLES,
    TYPES,
    Parts,
    packed,
    parts,
    read,
    refusal,
    relationships,
    shared,
    styles,
)

LIMIT_S, LIMIT_MB = 2, 300
CELL = '<row r="1"><c r="A1"><v>1</v></c></row>'
ENCRYPTED = compound(
    {"EncryptionInfo": bytes(200), "EncryptedPackage": bytes(9000), "\6DataSpaces": {"Version": bytes(76)}}
)


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b"%PDF-1.7\n...", "PDF"),
        (",".join(["序号", "反馈问题", "整改措施\n"]).encode("gb18030"), "CSV"),
        ("序号\t反馈问题\n".encode("utf-16"), "CSV"),
        ("﻿整改情况说明".encode(), "纯文本"),
        (b'<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr><td>1</td></tr></table></html>', "HTML"),
        (b"\r\n<table border=1><tr><td>1</td></tr></table>", "HTML"),
        (b'<?xml version="1.0"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>', "XML 表格"),
        (b'<?xml version="1.0"?><x/>', "XML 文件"),
        (packed({"word/document.xml": "<x/>", TYPES: "<x/>"}), "Word"),
        (packed({"ppt/presentation.xml": "<x/>", TYPES: "<x/>"}), "演示"),
        (packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"}), "ODF"),
        (packed({"xl/workbook.bin": b"\x83\x01", TYPES: "<x/>"}), "xlsb"),
        (packed({"台账.xlsx": b"PK"}), "压缩包"),
        (b"Rar!\x1a\x07\x00", "压缩包"),
        (b"\x89PNG\r\n\x1a\n", "图片"),
        (b"\x09\x04\x06\x00\x00\x00\x10\x00", "Excel 4.0"),
        (b"\x62\x14\x23\x65\x00\x01\x02\x03" * 99, "认不出"),
        (compound({"WordDocument": bytes(9000)}), "Word"),
        (compound({"PowerPoint Document": bytes(9000)}), "演示"),
        (compound({"Contents": b"x"}), "其他程序"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_workbook_is_called_by_its_name(tmp_path: Path, raw: bytes, what: str) -> None:
    problem = refusal(tmp_path, raw)
    assert problem.code == "workbook-not-xlsx"
    assert what in problem.message
    assert ".xlsx" in problem.message.partition("；")[2]


def test_an_empty_file(tmp_path: Path) -> None:
    assert refusal(tmp_path, b"").code == "workbook-empty"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.xlsx")
    with pytest.raises(ReportgenError) as caught:
        read_workbook(tmp_path / "a.xlsx")
    assert [problem.code for problem in caught.value.problems] == ["workbook-unreadable"]


def test_a_name_that_cannot_be() -> None:
    with pytest.raises(ReportgenError) as caught:
        read_workbook(Path("a\0.xlsx"))
    assert [problem.code for problem in caught.value.problems] == ["workbook-unreadable"]


def test_a_password(tmp_path: Path) -> None:
    problem = refusal(tmp_path, ENCRYPTED)
    assert problem.code == "workbook-password"
    assert "去掉打开密码" in problem.message


def test_a_password_on_the_zip(tmp_path: Path) -> None:
    raw = bytearray(packed(parts(CELL)))
    at = raw.find(b"PK\x01\x02")
    while at >= 0:
        raw[at + 8] |= 1
        at = raw.find(b"PK\x01\x02", at + 4)
    assert refusal(tmp_path, bytes(raw)).code == "workbook-password"


@pytest.mark.parametrize(
    "more",
    [
        {"xl/vbaProject.bin": b"\xd0\xcf"},
        {"xl/VBAPROJECT.BIN": b"\xd0\xcf"},
        {
            TYPES: '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>'
        },
        {"xl/macrosheets/sheet1.xml": "<x/>"},
        {
            LINKS: relationships(
                ("rId1", f"{OFFICE}/worksheet", "worksheets/sheet1.xml"), ("a", "http://x/vbaProject", "a.bin")
            )
        },
    ],
    ids=["project", "capitals", "content type", "macro sheet", "link"],
)
def test_macros(tmp_path: Path, more: Parts) -> None:
    problem = refusal(tmp_path, {**parts(CELL), **more})
    assert problem.code == "workbook-macro"
    assert "不带宏" in problem.message


@pytest.mark.parametrize(
    "formula",
    [
        "[1]台账!A1",
        "[1]Sheet1:Sheet3!A1",
        "SUM([other.xlsx]Sheet1!A1:A9)",
        "'[1]整改 台账'!A1+1",
        r"'C:\共享\[台账.xlsx]Sheet1'!$A$1",
        "'file:///tmp/a.ods'#$Sheet1.A1",
        "[1]!总数",
        "cmd|'/c calc'!A0",
        'WEBSERVICE("http://example.org")',
        '_xlfn.IMAGE("http://example.org/a.png")',
    ],
)
def test_a_formula_that_leads_outside_is_named(tmp_path: Path, formula: str) -> None:
    written = formula.replace("&", "&amp;").replace("<", "&lt;")
    problem = refusal(
        tmp_path, parts(CELL + f'<row r="2"><c r="C2"><f>{written}</f><v>1</v></c><c r="D2"><f>[2]x!A1</f></c></row>')
    )
    assert (problem.code, problem.place.sheet, problem.place.cell) == ("workbook-external", "台账", "C2")
    assert formula in problem.message


@pytest.mark.parametrize(
    "formula",
    [
        "台账!A1",
        "'整改 台账'!A1",
        "SUM(表1[数量])",
        "表1[[#This Row],[数量]]*2",
        "[@数量]",
        'IF(A1="[1]台账!A1","是","否")',
        'HYPERLINK("http://example.org","网页")',
        "TEXT(A1,\"yyyy'[1]'!\")",
        "'it''s'!A1",
        "{1,2;3,4}",
    ],
)
def test_a_formula_within_the_workbook_is_no_fault(tmp_path: Path, formula: str) -> None:
    found = read(tmp_path, parts(f'<row r="1"><c r="A1"><f>{formula.replace("<", "&lt;")}</f><v>3</v></c></row>'))
    assert found.sheets[0].rows[1][1].value == 3


def test_a_link_that_no_cell_uses(tmp_path: Path) -> None:
    problem = refusal(tmp_path, {**parts(CELL), "xl/externalLinks/externalLink1.xml": "<x/>"})
    assert (problem.code, problem.place.cell) == ("workbook-external", None)
    assert "断开链接" in problem.message


def rows(count: int, cell: str) -> str:
    return "".join(f'<row r="{row}">{cell}</row>' for row in range(1, count + 1))


def test_as_many_rows_as_allowed(tmp_path: Path) -> None:
    found = read(tmp_path, parts(rows(20_000, "<c><v>1</v></c>") + '<row r="20001"><c s="1"/><c><v></v></c></row>'))
    assert len(found.sheets[0].rows) == 20_000


@pytest.mark.parametrize("cell", ["<c><v>1</v></c>", '<c t="inlineStr"><is><t>文</t></is></c>', "<c><f>1</f></c>"])
def test_a_row_too_many(tmp_path: Path, cell: str) -> None:
    problem = refusal(tmp_path, parts(rows(20_001, cell)))
    assert (problem.code, problem.place.sheet) == ("workbook-too-many-rows", "台账")


def test_a_row_too_many_in_an_encoding_that_hides_it(tmp_path: Path) -> None:
    content = parts(rows(20_001, "<c><v>1</v></c>"))
    assert refusal(tmp_path, {**content, SHEET: str(content[SHEET]).encode("utf-16")}).code == "workbook-too-many-rows"


def test_columns(tmp_path: Path) -> None:
    assert (
        len(read(tmp_path, parts("<row>" + "<c><v>1</v></c>" * 500 + "<c/>" * 900 + "</row>")).sheets[0].rows[1]) == 500
    )
    assert refusal(tmp_path, parts("<row>" + "<c><v>1</v></c>" * 501 + "</row>")).code == "workbook-too-many-columns"


@pytest.mark.parametrize("part", [SHEET, BOOK, LINKS, STRINGS, STYLES])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_doctype(tmp_path: Path, part: str, encoding: str) -> None:
    content: Parts = {**parts(CELL), STRINGS: shared("<t>文</t>"), STYLES: styles(14)}
    evil = '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c SYSTEM "file:///etc/passwd">]>' + str(content[part])
    assert refusal(tmp_path, {**content, part: evil.encode(encoding)}).code == "workbook-entities"


@pytest.mark.parametrize(
    "name", ["../a.xml", "xl/../../a.xml", "/etc/a.xml", "..\\a.xml", "C:/a.xml", "xl/Workbook.xml"]
)
def test_names_that_lead_out_or_stand_twice(tmp_path: Path, name: str) -> None:
    assert refusal(tmp_path, {**parts(CELL), name: "<x/>"}).code == "workbook-unsafe"


@pytest.mark.parametrize(
    ("part", "content"),
    [
        (SHEET, None),
        (SHEET, ""),
        (SHEET, "<worksheet><sheetData>"),
        (SHEET, "<chartsheet/>"),
        (BOOK, None),
        (BOOK, "<workbook/>"),
        (LINKS, None),
        (LINKS, relationships()),
        (STRINGS, "<sst"),
        (STYLES, "<styleSheet"),
        (SHEET, b'<?xml version="1.0" encoding="gbk"?><worksheet>' + "整改".encode("gbk") + b"</worksheet>"),
    ],
)
def test_parts_that_are_damaged(tmp_path: Path, part: str, content: str | bytes | None) -> None:
    whole: Parts = {**parts(CELL), STRINGS: shared(), STYLES: styles()}
    changed = {name: each for name, each in whole.items() if name != part} | (
        {} if content is None else {part: content}
    )
    problem = refusal(tmp_path, changed)
    assert problem.code == "workbook-damaged"
    assert "另存为 .xlsx" in problem.message


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="A1" t="s"><v>5</v></c>',
        '<c r="A1" t="s"><v>-1</v></c>',
        '<c r="A1" t="s"><v>x</v></c>',
        '<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>',
        '<c r="1A"><v>1</v></c>',
        '<c r="XFE1"><v>1</v></c>',
        '<c r="A0"><v>1</v></c>',
        '<c r="A1048577"><v>1</v></c>',
    ],
)
def test_cells_that_are_damaged(tmp_path: Path, cell: str) -> None:
    problem = refusal(tmp_path, {**parts(f'<row r="1">{cell}</row>'), STRINGS: shared("<t>文</t>")})
    assert (problem.code, problem.place.sheet) == ("workbook-damaged", "台账")


@pytest.mark.parametrize("ref", ["", "A1:", "A1:#REF!", "A1:B2:C3:D0"])
def test_a_merged_range_that_is_damaged(tmp_path: Path, ref: str) -> None:
    assert (
        refusal(tmp_path, parts(CELL, f'<mergeCells><mergeCell ref="{ref}"/></mergeCells>')).code == "workbook-damaged"
    )


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_compression_that_no_office_program_uses(tmp_path: Path, method: int) -> None:
    assert refusal(tmp_path, packed(parts(CELL), method)).code == "workbook-damaged"


def test_half_a_file(tmp_path: Path) -> None:
    raw = packed(parts(rows(3000, "<c><v>1</v></c>")))
    assert refusal(tmp_path, raw[: len(raw) // 2]).code == "workbook-damaged"
    assert refusal(tmp_path, ENCRYPTED[:700]).code == "workbook-damaged"


def hostile() -> dict[str, tuple[bytes, str]]:
    """Files made to exhaust the reader, and how each is refused."""
    cells = '"><c t="inlineStr"><is><t>整改措施</t></is></c><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row>'
    many = "".join(f'<row r="{row}{cells}' for row in range(1, 200_000))
    columns = "<cols>" + '<col min="1" max="16384" hidden="1"/>' * 200_000 + "</cols>"
    merged = "<mergeCells>" + '<mergeCell ref="A1:XFD16384"/>' * 200_000 + "</mergeCells>"
    quotes = f"<row><c><f>{chr(39) * 3_000_001}</f></c></row>"
    return {
        "200,000 rows": (packed(parts(many)), "workbook-too-many-rows"),
        "zeros": (packed({**parts(CELL), "xl/media/image1.png": bytes(140 << 20)}), "workbook-too-large"),
        "200 MB": (
            packed({**parts(CELL), **{f"xl/media/{n}.bin": bytes(7 << 20) for n in range(30)}}),
            "workbook-too-large",
        ),
        "many parts": (packed({**parts(CELL), **{f"xl/{n}.xml": "" for n in range(6000)}}), "workbook-too-large"),
        "a large file": (
            packed({**parts(CELL), "xl/media/a.png": bytes(66 << 20)}, zipfile.ZIP_STORED),
            "workbook-too-large",
        ),
        "many strings": (
            packed({**parts(CELL), STRINGS: shared(*["<t/>"] * 300_001)}, zipfile.ZIP_STORED),
            "workbook-too-large",
        ),
        "many styles": (packed({**parts(CELL), STYLES: styles(*[14] * 100_001)}), "workbook-too-large"),
        "hidden columns": (packed(parts(CELL, before=columns), zipfile.ZIP_STORED), "workbook-damaged"),
        "merged over one another": (packed(parts(CELL, merged), zipfile.ZIP_STORED), "workbook-too-large"),
        "quotes": (packed(parts(quotes + "<broken>"), zipfile.ZIP_STORED), "workbook-damaged"),
        "one sheet listed often": (
            packed(
                {
                    **parts(CELL),
                    BOOK: str(parts()[BOOK]).replace("<sheets>", "<sheets>" + '<sheet name="a" r:id="rId1"/>' * 9),
                }
            ),
            "workbook-damaged",
        ),
        "names in the list of a zip": (packed(parts(CELL)) + b"PK\x01\x02" * 30_000, "workbook-too-large"),
    }


MEASURE = """
import json, re, sys, time
from pathlib import Path
from reportgen.errors import ReportgenError
from reportgen.workbook.reading import read_workbook
for name in sys.argv[1:]:
    took = []
    for _ in range(2):  # on a busy machine the first may be held up
        begun = time.process_time()
        try:
            read_workbook(Path(name))
            code = None
        except ReportgenError as error:
            (code,) = [problem.code for problem in error.problems]
        took.append(time.process_time() - begun)
    most = re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())
    print(json.dumps([code, min(took), int(most[1]) // 1024]))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="memory is measured as Linux counts it")
def test_hostile_files_are_refused_at_once_and_in_little_memory(tmp_path: Path) -> None:
    files = hostile()
    paths = {name: tmp_path / f"{place}.xlsx" for place, name in enumerate(files)}
    for name, (raw, _) in files.items():
        paths[name].write_bytes(raw)
    run = subprocess.run(
        [sys.executable, "-c", MEASURE, *map(str, paths.values())], capture_output=True, text=True, check=True
    )
    told = {name: json.loads(line) for name, line in zip(files, run.stdout.splitlines(), strict=True)}
    assert {name: code for name, (code, _, _) in told.items()} == {name: code for name, (_, code) in files.items()}
    assert {name: took for name, (_, took, _) in told.items() if took > LIMIT_S} == {}
    assert {name: most for name, (_, _, most) in told.items() if most > LIMIT_MB} == {}
