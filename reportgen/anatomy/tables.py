"""Tables: their grid, lines and place, with what their style says."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportgen.anatomy.formats import Border, Frame
from reportgen.anatomy.formatting import Said, borders, frame
from reportgen.anatomy.joining import joined
from reportgen.anatomy.names import VAL, Element, children, local, measure, switch, w, whole
from reportgen.anatomy.shading import shading
from reportgen.anatomy.styles import Style, Styles

_COLUMNS_LIMIT = 200  # Word allows 63
NO_LINE = Border("nil", 0)
"""What a cell says that takes away a line of its table."""
_TURNED = frozenset({"tbRl", "btLr", "tbRlV", "tbLrV", "rl", "lr", "tb-rl", "bt-lr"})
_LOOKS = {
    "firstRow": ("firstRow", 0x20, True), "lastRow": ("lastRow", 0x40, True), "firstColumn": ("firstColumn", 0x80, True),
    "band1Horz": ("noHBand", 0x200, False),
}  # fmt: skip
"""Parts of a table's style: their attribute in tblLook, their bit in its w:val, and what switches them on."""
_HEX = re.compile(r"[0-9A-Fa-f]{1,8}")


@dataclass(frozen=True)
class TableSaid:
    """A table as written; `shape` and `letters` are what its `style` says of paragraphs and runs."""

    style: str
    rows: tuple[Element, ...]
    column_count: int
    borders: Mapping[str, Border]
    row_borders: Mapping[int, Mapping[str, Border]]
    width_tw: float | None
    frame: Frame | None
    header_rows: int
    align: str
    indent_tw: float
    shape: Said
    letters: Said
    shades: Mapping[str, str]

    def shade(self, row: int, column: int) -> str | None:
        """The colour that the table's style puts behind a cell, by the part of the table it stands in."""
        named = [
            ("firstRow", row == 1),
            ("lastRow", row == len(self.rows) > 1),
            ("firstColumn", column == 1),
            ("band1Horz", (row - ("firstRow" in self.shades)) % 2 == 1),
            ("wholeTable", True),
        ]
        return next((self.shades[part] for part, holds in named if holds and part in self.shades), None)

    @property
    def row_count(self) -> int:
        return len(self.rows)

    def cells(self) -> Iterator[tuple[int, int, Element]]:
        """Row, column (of the grid) and element of every cell; cells that only continue a vertical merge included."""
        for row, element in enumerate(self.rows, 1):
            column = 1 + _skipped(element)
            for cell in _cells(element):
                yield row, column, cell
                column += _span(cell)


def table_said(element: Element, styles: Styles) -> TableSaid:
    """A w:tbl with its style."""
    rows = tuple(_rows(element))
    properties = element.find(w("tblPr"))
    style_id = _value(properties, "tblStyle") or styles.defaults.get("table") or ""
    chain = styles.chain(style_id)
    drawn: dict[str, Border | None] = {}
    shape: Said = {}
    letters: Said = {}
    for style in chain:
        drawn |= borders(style.element.find(f"{w('tblPr')}/{w('tblBorders')}"))
        shape, letters = joined(shape, style.shape), joined(letters, style.letters)
    drawn |= borders(properties.find(w("tblBorders")) if properties is not None else None)
    place = properties.find(w("tblpPr")) if properties is not None else None
    return TableSaid(
        style_id,
        rows,
        _columns(element, rows),
        {side: line for side, line in drawn.items() if line is not None},
        {row: lines for row, each in enumerate(rows, 1) if (lines := _row_borders(each))},
        _width(element, properties),
        frame(place) if place is not None else None,
        _header_rows(rows),
        _value(properties, "jc") or "left",
        _indent(properties),
        shape,
        letters,
        _shades(chain, properties),
    )


def _shades(chain: Sequence[Style], properties: Element | None) -> dict[str, str]:
    """Shading by the styles of a table, for the parts of it that its tblLook switches on."""
    look = properties.find(w("tblLook")) if properties is not None else None
    shades: dict[str, str] = {}
    for style in chain:
        parts = [("wholeTable", style.element)]
        parts += [(each.get(w("type")) or "", each) for each in style.element.findall(w("tblStylePr"))]
        for part, element in parts:
            found = element.find(f"{w('tcPr')}/{w('shd')}")
            shade = shading(found) if found is not None else None
            if shade and (part == "wholeTable" or _looks(look, {"firstCol": "firstColumn"}.get(part, part))):
                shades[{"firstCol": "firstColumn"}.get(part, part)] = shade
    return shades


def _looks(look: Element | None, part: str) -> bool:
    """Whether a part of a style holds; w:val is the older way to say so."""
    if look is None or part not in _LOOKS:
        return False
    name, bit, on = _LOOKS[part]
    said, mask = look.get(w(name)), look.get(VAL) or ""
    if said is not None:
        return (said in ("1", "true", "on")) is on
    return bool(_HEX.fullmatch(mask) and int(mask, 16) & bit) is on


def is_turned(cell: Element) -> bool:
    """Whether the lines of a cell run down or up the page."""
    found = cell.find(f"{w('tcPr')}/{w('textDirection')}")
    return found is not None and (found.get(VAL) or "") in _TURNED


def cell_shading(cell: Element) -> str | None:
    """The colour behind a cell that it has of its own."""
    found = cell.find(f"{w('tcPr')}/{w('shd')}")
    return shading(found) if found is not None else None


def _rows(element: Element, depth: int = 0) -> Iterator[Element]:
    for child in children(element):
        name = local(child)
        if name == "tr":
            yield child
        elif name in ("sdt", "sdtContent", "customXml", "ins", "del") and depth < 10:
            yield from _rows(child, depth + 1)


def _cells(row: Element, depth: int = 0) -> Iterator[Element]:
    for child in children(row):
        name = local(child)
        if name == "tc":
            yield child
        elif name in ("sdt", "sdtContent", "customXml") and depth < 10:
            yield from _cells(child, depth + 1)


def _value(properties: Element | None, name: str) -> str | None:
    found = properties.find(w(name)) if properties is not None else None
    return found.get(VAL) if found is not None else None


def _span(cell: Element) -> int:
    found = cell.find(f"{w('tcPr')}/{w('gridSpan')}")
    return min(max(whole(found.get(VAL)) or 1, 1), _COLUMNS_LIMIT) if found is not None else 1


def _skipped(row: Element) -> int:
    found = row.find(f"{w('trPr')}/{w('gridBefore')}")
    return min(max(whole(found.get(VAL)) or 0, 0), _COLUMNS_LIMIT) if found is not None else 0


def _columns(element: Element, rows: tuple[Element, ...]) -> int:
    grid = element.find(w("tblGrid"))
    declared = len(grid) if grid is not None else 0
    return declared or max((sum(_span(cell) for cell in _cells(row)) for row in rows[:50]), default=0)


def _width(element: Element, properties: Element | None) -> float | None:
    said = properties.find(w("tblW")) if properties is not None else None
    if said is not None and said.get(w("type"), "dxa") == "dxa" and (measure(said.get(w("w"))) or 0) > 0:
        return measure(said.get(w("w")))
    grid = element.find(w("tblGrid"))
    widths = [measure(each.get(w("w"))) for each in children(grid)] if grid is not None else []
    return sum(width or 0 for width in widths) or None


def _indent(properties: Element | None) -> float:
    found = properties.find(w("tblInd")) if properties is not None else None
    return (measure(found.get(w("w"))) or 0) if found is not None and found.get(w("type"), "dxa") == "dxa" else 0


def _header_rows(rows: tuple[Element, ...]) -> int:
    count = 0
    for row in rows:
        if not switch(row.find(f"{w('trPr')}/{w('tblHeader')}")):
            break
        count += 1
    return count


def _row_borders(row: Element) -> dict[str, Border]:
    """Lines that the cells of a row have of their own, by the first cell that says anything; NO_LINE where one is taken away."""
    found = row.find(f"{w('tc')}/{w('tcPr')}/{w('tcBorders')}")
    lines = borders(found) if found is not None else {}
    exceptions = borders(row.find(f"{w('tblPrEx')}/{w('tblBorders')}"))
    return {side: line or NO_LINE for side, line in {**exceptions, **lines}.items()}
