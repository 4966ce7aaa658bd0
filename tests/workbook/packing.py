"""Workbooks put together part by part, as programs other than Excel write them."""

import io
import zipfile
from pathlib import Path

from reportgen.errors import Problem, ReportgenError
from reportgen.workbook.grid import Cell, Sheet, Workbook
from reportgen.workbook.reading import read_workbook

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES, SHEET, BOOK, STRINGS, STYLES = (
    "[Content_Types].xml",
    "xl/worksheets/sheet1.xml",
    "xl/workbook.xml",
    "xl/sharedStrings.xml",
    "xl/styles.xml",
)
LINKS = "xl/_rels/workbook.xml.rels"

Parts = dict[str, str | bytes]


def parts(cells: str = "", after: str = "", before: str = "") -> Parts:
    """A workbook of one sheet “台账” with these rows, what follows them and what precedes them."""
    return {
        TYPES: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": relationships(("rId1", f"{OFFICE}/officeDocument", "xl/workbook.xml")),
        LINKS: relationships(
            ("rId1", f"{OFFICE}/worksheet", "worksheets/sheet1.xml"),
            ("rId2", f"{OFFICE}/sharedStrings", "sharedStrings.xml"),
            ("rId3", f"{OFFICE}/styles", "styles.xml"),
        ),
        BOOK: f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="台账" sheetId="1" r:id="rId1"/></sheets></workbook>',
        SHEET: f'<worksheet xmlns="{MAIN}">{before}<sheetData>{cells}</sheetData>{after}</worksheet>',
    }


def relationships(*links: tuple[str, str, str]) -> str:
    """The part that says what another one refers to: id, kind, target of each."""
    each = "".join(f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>' for name, kind, target in links)
    return f'<Relationships xmlns="{PACKAGE}">{each}</Relationships>'


def shared(*items: str) -> str:
    """The part of shared strings; each item is what stands inside its element."""
    return f'<sst xmlns="{MAIN}">{"".join(f"<si>{item}</si>" for item in items)}</sst>'


def styles(*formats: int | str) -> str:
    """The part of styles: style 0 is plain, the others show their format, a number or a code."""
    codes = {code: 164 + place for place, code in enumerate(formats) if isinstance(code, str)}
    own = "".join(f'<numFmt numFmtId="{number}" formatCode="{code}"/>' for code, number in codes.items())
    used = "".join(f'<xf numFmtId="{codes[code] if isinstance(code, str) else code}"/>' for code in formats)
    return (
        f'<styleSheet xmlns="{MAIN}"><numFmts>{own}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>'
        f'<cellXfs><xf numFmtId="0"/>{used}</cellXfs></styleSheet>'
    )


def packed(content: Parts, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The parts as a zip."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as package:
        for name, part in content.items():
            package.writestr(name, part)
    return out.getvalue()


def unpacked(raw: bytes) -> dict[str, bytes]:
    """The parts of a zip."""
    with zipfile.ZipFile(io.BytesIO(raw)) as package:
        return {name: package.read(name) for name in package.namelist()}


def read(folder: Path, raw: bytes | Parts, name: str = "台账.xlsx") -> Workbook:
    """What the reader makes of it, from a real file."""
    path = folder / name
    path.write_bytes(raw if isinstance(raw, bytes) else packed(raw))
    return read_workbook(path)


def sheet_of(folder: Path, raw: bytes | Parts) -> Sheet:
    """The only sheet."""
    (sheet,) = read(folder, raw).sheets
    return sheet


def cells_of(folder: Path, raw: bytes | Parts) -> dict[str, Cell]:
    """The cells of the only sheet by address."""
    return {cell.address: cell for row in sheet_of(folder, raw).rows.values() for cell in row.values()}


def values_of(folder: Path, raw: bytes | Parts) -> dict[str, object]:
    """What stands in the cells of the only sheet by address."""
    return {address: cell.value for address, cell in cells_of(folder, raw).items()}


def refusal(folder: Path, raw: bytes | Parts, name: str = "台账.xlsx") -> Problem:
    """Why it is not read: one problem, which names the file."""
    try:
        read(folder, raw, name)
    except ReportgenError as error:
        (problem,) = error.problems
        assert problem.place.file == str(folder / name)
        assert problem.severity == "error"
        return problem
    raise AssertionError("it was read")
