"""Ids that loops have copied are made unique again."""

from typing import Any

from docx.document import Document

from reportgen.word.xml import PARAGRAPH_ID, TEXT_ID, w

_BOOKMARK_NAME_LIMIT = 40


def make_ids_unique(document: Document) -> None:
    """Bookmarks get ids and names of their own; paragraph ids, which only co-editing needs, go."""
    body: Any = document.element.body
    for paragraph in body.iter(w("p"), w("tr")):
        for attribute in (PARAGRAPH_ID, TEXT_ID):
            paragraph.attrib.pop(attribute, None)
    _bookmarks(body)


def _bookmarks(body: Any) -> None:
    """Start and end keep together: in document order, an end belongs to the latest open start with its old id."""
    open_starts: dict[str, str] = {}
    names: set[str] = set()
    number = 0
    for element in list(body.iter(w("bookmarkStart"), w("bookmarkEnd"))):
        old = element.get(w("id")) or ""
        if element.tag == w("bookmarkStart"):
            number += 1
            open_starts[old] = str(number)
            element.set(w("id"), str(number))
            name = element.get(w("name")) or "_"
            if name in names:
                name = f"{name[: _BOOKMARK_NAME_LIMIT - 6]}_{number}"
                element.set(w("name"), name)
            names.add(name)
        elif old in open_starts:
            element.set(w("id"), open_starts.pop(old))
        else:
            element.getparent().remove(element)
