"""The workbook as a whole: its sheets in order, and the parts it is made of."""

import posixpath
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from reportgen.workbook.grid import Sheet
from reportgen.workbook.refusing import CELLS_LIMIT, damaged, external, macros, too_large
from reportgen.workbook.xlsx.archive import PARTS_LIMIT, TYPES, Archive, open_archive
from reportgen.workbook.xlsx.formats import date_styles
from reportgen.workbook.xlsx.markup import REFERENCE_IDS, RELATIONSHIPS, Attributes, is_true, read_markup
from reportgen.workbook.xlsx.sheet import read_sheet
from reportgen.workbook.xlsx.strings import shared_strings
from reportgen.workbook.xlsx.values import Meanings

_MAIN: Final = "xl/workbook.xml"
_OUTSIDE: Final = "xl/externallinks/"
_WITHOUT_CELLS = ("chartsheet", "dialogsheet")


@dataclass(frozen=True, slots=True)
class _Relationship:
    """What a part refers to: the last word of its kind, and the other part's name."""

    kind: str
    target: str


@dataclass(slots=True)
class _Listed:
    """What the workbook part says."""

    sheets: list[Attributes] = field(default_factory=list)
    epoch_1904: bool = False

    def sheet(self, attributes: Attributes) -> None:
        self.sheets.append(attributes)
        if len(self.sheets) > PARTS_LIMIT:
            raise too_large("工作簿里的工作表过多")

    def properties(self, attributes: Attributes) -> None:
        self.epoch_1904 = is_true(attributes.get("date1904"))


def read_xlsx(raw: bytes, passed_over: Collection[str] = (), marked_by: str = "") -> tuple[tuple[Sheet, ...], bool]:
    """The worksheets of an .xlsx file in order, and whether its days count from 1904. Refused: any `workbook-…`.

    Sheets called as in `passed_over` are not read where there is one called `marked_by`.
    """
    archive = open_archive(raw)
    main = _main_part(archive)
    links = _relationships(archive, main)
    _refuse_macros(archive, links)
    listed = _Listed()
    starts = {"sheet": listed.sheet, "workbookPr": listed.properties}
    read_markup(archive.chunks(main), main, starts=starts)
    parts = _parts(listed, links)
    names = [attributes.get("name", "") for attributes in listed.sheets]
    if marked_by in names:
        parts = ["" if name in passed_over else part for name, part in zip(names, parts, strict=True)]
    meanings = Meanings(
        shared_strings(archive, _target(links, "sharedStrings")),
        date_styles(archive, _target(links, "styles")),
        listed.epoch_1904,
    )
    sheets = tuple(_sheets(archive, listed, parts, meanings))
    if any(name.startswith(_OUTSIDE) for name in archive.names):
        raise external()
    return sheets, listed.epoch_1904


def _sheets(archive: Archive, listed: _Listed, parts: list[str], meanings: Meanings) -> Iterator[Sheet]:
    left = CELLS_LIMIT
    for attributes, part in zip(listed.sheets, parts, strict=True):
        if part:
            visible = attributes.get("state", "visible") == "visible"
            sheet = read_sheet(archive, part, attributes.get("name", ""), visible, meanings, left)
            left -= sum(map(len, sheet.rows.values()))
            yield sheet


def _parts(listed: _Listed, links: Mapping[str, _Relationship]) -> list[str]:
    """The part of each sheet, empty for charts."""
    parts = []
    for attributes in listed.sheets:
        link = next((links[attributes[key]] for key in REFERENCE_IDS if attributes.get(key) in links), None)
        if link is None:
            raise damaged("工作表缺失", attributes.get("name"))
        parts.append("" if link.kind in _WITHOUT_CELLS else link.target)
    cells = [part.lower() for part in parts if part]
    if not cells or len(set(cells)) < len(cells):
        raise damaged("工作表缺失或重复")
    return parts


def _main_part(archive: Archive) -> str:
    if archive.has("_rels/.rels") and (part := _target(_relationships(archive, ""), "officeDocument")):
        return part
    return _MAIN


def _relationships(archive: Archive, part: str) -> dict[str, _Relationship]:
    """What a part refers to inside the workbook, by id."""
    folder, _, file = part.rpartition("/")
    found: dict[str, _Relationship] = {}

    def add(attributes: Attributes) -> None:
        if attributes.get("TargetMode") != "External":
            target = attributes.get("Target", "").replace("\\", "/")
            name = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            kind = attributes.get("Type", "").rpartition("/")[2]
            if len(found) >= PARTS_LIMIT:
                raise too_large("工作簿的组成部分过多")
            found[attributes.get("Id", "")] = _Relationship(kind, name if archive.has(name) else target.lstrip("/"))

    rels = posixpath.join(folder, "_rels", f"{file}.rels")
    read_markup(archive.chunks(rels), rels, starts={"Relationship": add}, namespaces=RELATIONSHIPS)
    return found


def _target(links: Mapping[str, _Relationship], kind: str) -> str | None:
    return next((link.target for link in links.values() if link.kind == kind), None)


def _refuse_macros(archive: Archive, links: Mapping[str, _Relationship]) -> None:
    types = archive.read(TYPES) if archive.has(TYPES) else b""
    if (
        b"macroEnabled" in types
        or any(name.endswith("vbaproject.bin") or name.startswith("xl/macrosheets/") for name in archive.names)
        or any(link.kind in ("vbaProject", "xlMacrosheet", "xlIntlMacrosheet") for link in links.values())
    ):
        raise macros()
