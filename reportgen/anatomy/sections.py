"""Sections: sheets, margins, grids, and which headers and footers they refer to."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from reportgen.anatomy.formatting import borders
from reportgen.anatomy.model import Section
from reportgen.anatomy.names import VAL, Element, local, measure, r, switch, w, whole


@dataclass(frozen=True, slots=True)
class SectionSaid:
    """A sectPr: the section without its headers and footers, and their relationship ids by kind and type."""

    section: Section
    references: dict[tuple[str, str], str]


def sections_said(body: Element) -> list[SectionSaid]:
    """Every section in order; a document that says nothing has one with Word's defaults."""
    found = [_section(element, number) for number, element in enumerate(_properties(body), 1)]
    return found or [SectionSaid(Section(1), {})]


def _properties(body: Element) -> Iterator[Element]:
    for element in body.iter(w("sectPr")):
        parent = element.getparent()
        if parent is not None and local(parent) in ("pPr", "body"):
            yield element


def _section(element: Element, number: int) -> SectionSaid:
    size, margins, grid = (element.find(w(name)) for name in ("pgSz", "pgMar", "docGrid"))
    columns, kind, numbers = (element.find(w(name)) for name in ("cols", "type", "pgNumType"))
    grid_kind = grid.get(w("type")) if grid is not None else None
    section = replace(
        _with_measures(Section(number), size, margins),
        landscape=size is not None and size.get(w("orient")) == "landscape",
        grid=grid_kind if grid_kind in ("lines", "linesAndChars", "snapToChars") else None,
        line_pitch_tw=measure(grid.get(w("linePitch"))) if grid is not None else None,
        char_space=(measure(grid.get(w("charSpace"))) or 0) if grid is not None else 0,
        columns=(whole(columns.get(w("num"))) or 1) if columns is not None else 1,
        starts=(kind.get(VAL) or "nextPage") if kind is not None else "nextPage",
        title_page=bool(switch(element.find(w("titlePg")))),
        page_number_start=whole(numbers.get(w("start"))) if numbers is not None else None,
        page_number_format=numbers.get(w("fmt")) if numbers is not None else None,
        borders={side: line for side, line in borders(element.find(w("pgBorders"))).items() if line is not None},
    )
    references = {
        (local(each).removesuffix("Reference"), each.get(w("type"), "default")): each.get(r("id"), "")
        for each in element.iterchildren(w("headerReference"), w("footerReference"))
    }
    return SectionSaid(section, references)


_MARGINS = ("top", "right", "bottom", "left", "gutter", "header", "footer")


def _with_measures(section: Section, size: Element | None, margins: Element | None) -> Section:
    """Size and margins as far as they are said; a negative top margin means "exactly"."""
    written = [(size, "w", "width_tw"), (size, "h", "height_tw"), *((margins, name, f"{name}_tw") for name in _MARGINS)]
    said: dict[str, Any] = {}
    for element, name, field in written:
        value = measure(element.get(w(name))) if element is not None else None
        if value is not None:
            said[field] = abs(value)
    return replace(section, **said)
