"""Automatic lists that a loop has copied start again at 1 below each new heading.

Word counts every paragraph of one list on through the document. A list written once in a template
and repeated for each issue is meant to start anew for each; that needs a list of its own each time.
"""

from copy import deepcopy
from typing import Any

from docx.document import Document
from lxml import etree

from reportgen.word.xml import PARAGRAPH_MARK, style_of, w


def restart_lists(document: Document) -> None:
    """Where a heading has come between two copies of one list paragraph, the list starts again."""
    body: Any = document.element.body
    numbered = [paragraph for paragraph in body.iter(w("p")) if _list_id(paragraph) is not None]
    if not numbered:
        return
    headings = _heading_styles(document)
    current: dict[str, str] = {}
    section = 0
    last_seen: dict[tuple[str, str], int] = {}
    for paragraph in body.iter(w("p")):
        list_id = _list_id(paragraph)
        if list_id is None:
            section += style_of(paragraph) in headings
            continue
        key = (list_id, paragraph.get(PARAGRAPH_MARK, ""))
        if key in last_seen and last_seen[key] != section:
            current[list_id] = _new_list(document, list_id)
            last_seen = {seen: where for seen, where in last_seen.items() if seen[0] != list_id}
        last_seen[key] = section
        if list_id in current:
            paragraph.find(f"{w('pPr')}/{w('numPr')}/{w('numId')}").set(w("val"), current[list_id])


def _list_id(paragraph: Any) -> str | None:
    found = paragraph.find(f"{w('pPr')}/{w('numPr')}/{w('numId')}")
    return found.get(w("val")) if found is not None and found.get(w("val")) != "0" else None


def _heading_styles(document: Document) -> set[str]:
    """Ids of the styles that have an outline level."""
    styles: Any = document.styles.element
    return {
        style.get(w("styleId"))
        for style in styles.iter(w("style"))
        if style.find(f"{w('pPr')}/{w('outlineLvl')}") is not None
    }


def _new_list(document: Document, list_id: str) -> str:
    """A copy of a list that starts again at 1; its id."""
    numbering: Any = document.part.numbering_part.element
    lists = numbering.findall(w("num"))
    new_id = str(max(int(entry.get(w("numId"))) for entry in lists) + 1)
    source = next(entry for entry in lists if entry.get(w("numId")) == list_id)
    copy = deepcopy(source)
    copy.set(w("numId"), new_id)
    for override in copy.findall(w("lvlOverride")):
        copy.remove(override)
    override = etree.SubElement(copy, w("lvlOverride"), {w("ilvl"): "0"})
    etree.SubElement(override, w("startOverride"), {w("val"): "1"})
    lists[-1].addnext(copy)
    return new_id
