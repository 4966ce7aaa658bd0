"""The file: what openpyxl makes of everything but cells, with the cells put in, the same bytes every time.

openpyxl writes cells one object each and takes four seconds for a ledger of 700 issues; text takes a tenth of that.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from reportgen.errors import Problem
from reportgen.workbook.cells import Row, row_faults, row_xml, xml_text
from reportgen.workbook.plan import Area

_THEN = "1980-01-01T00:00:00Z"
_COMPRESSION = 3
"""Higher levels take twice the time to save a tenth."""
_ROWS_AT_ONCE = 100
_SHEET = re.compile(r"xl/worksheets/sheet(\d+)\.xml")
_PLACEHOLDERS = re.compile(
    rb'(?P<head>.*)<dimension ref="[^"]*"\s*/>(?P<view>.*)<sheetData\s*(?:/>|></sheetData>)'
    rb"(?P<before>.*)<mergeCells\b.*?</mergeCells>(?P<tail>.*)",
    re.DOTALL,
)
_END: Final = b"</worksheet>"
_STAND_IN: Final = "A1:B1"
_APPLICATION, _CORE = "docProps/app.xml", "docProps/core.xml"
_APPLICATION_XML = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="'
    b'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>reportgen</Application>'
    b"</Properties>"
)
_CORE_XML = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties'
    ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{title}</dc:title><dc:creator>reportgen</dc:creator>'
    '<dcterms:created xsi:type="dcterms:W3CDTF">{then}</dcterms:created>'
    '<dcterms:modified xsi:type="dcterms:W3CDTF">{then}</dcterms:modified></cp:coreProperties>'
)


@dataclass(frozen=True, slots=True)
class SheetCells:
    """The cells of a sheet that openpyxl knows without them; `dimension` is the range they fill."""

    sheet: Worksheet
    dimension: str
    rows: Iterable[Row]
    merges: list[Area]


def packed(workbook: Workbook, contents: list[SheetCells], title: str) -> tuple[bytes, tuple[Problem, ...]]:
    """The workbook with these cells, and what of them it could not hold."""
    for content in contents:
        content.sheet.merged_cells.add(_STAND_IN)
    bare, out = io.BytesIO(), io.BytesIO()
    workbook.save(bare)
    problems: list[Problem] = []
    with zipfile.ZipFile(bare) as source, _zip(out) as target:
        for name in sorted(source.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            sheet = _SHEET.fullmatch(name)
            if sheet:
                parts = _sheet_parts(source.read(name), contents[int(sheet[1]) - 1], problems)
            else:
                parts = iter([_fixed(name, title) or source.read(name)])
            with target.open(name, "w") as stream:
                for part in parts:
                    stream.write(part)
            target.getinfo(name).create_system = 0
    return out.getvalue(), tuple(problems)


def _zip(file: io.BytesIO) -> zipfile.ZipFile:
    """A part that is opened by its name, not added, is dated 1980 of itself."""
    return zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=_COMPRESSION)


def _fixed(name: str, title: str) -> bytes | None:
    """The parts that would say who made the file, on what, and when."""
    if name == _APPLICATION:
        return _APPLICATION_XML
    if name == _CORE:
        return _CORE_XML.format(title=xml_text(title), then=_THEN).encode()
    return None


def _sheet_parts(bare: bytes, content: SheetCells, problems: list[Problem]) -> Iterator[bytes]:
    around = _PLACEHOLDERS.fullmatch(bare)
    if around is None:
        raise ValueError("openpyxl writes sheets otherwise than it did")
    head, view, before, tail = around.group("head", "view", "before", "tail")
    yield head + f'<dimension ref="{content.dimension}"/>'.encode() + view + b"<sheetData>"
    rows = iter(content.rows)
    while some := list(islice(rows, _ROWS_AT_ONCE)):
        faults = [fault for row in some for fault in row_faults(row, content.sheet.title)]
        problems += faults
        if not faults:
            yield "".join(map(row_xml, some)).encode()
    yield b"</sheetData>" + before + _merges_xml(content.merges) + tail.replace(_END, _quiet(content.dimension) + _END)


def _quiet(cells: str) -> bytes:
    """No green corner on numbers that are meant as text."""
    return f'<ignoredErrors><ignoredError sqref="{cells}" numberStoredAsText="1"/></ignoredErrors>'.encode()


def _merges_xml(merges: list[Area]) -> bytes:
    if not merges:
        return b""
    cells = "".join(
        f'<mergeCell ref="{get_column_letter(area.left)}{area.top}:{get_column_letter(area.right)}{area.bottom}"/>'
        for area in merges
    )
    return f'<mergeCells count="{len(merges)}">{cells}</mergeCells>'.encode()
