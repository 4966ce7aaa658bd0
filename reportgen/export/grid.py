"""What LibreOffice shows otherwise than Word, rewritten in a temporary copy: the document grid, indents in characters.

Three things are shown wrongly by LibreOffice 7.4 (measured): on a character grid whose cells are narrower than the
letters each letter takes two cells, so that a line holds 14 to 18 characters instead of 28; lines of exact height snap
to the line grid, though Word leaves them alone; and the type area shrinks to a whole number of grid lines. So the grid
is taken away, and what it does is said otherwise: the distance between letters, and the height of lines that snap.
Sections with different character grids all get the distance of the first one.
"""

import io
import math
import re
import zipfile
import zlib
from collections.abc import Mapping

from lxml import etree

from reportgen.export.grid_formats import Formats, W
from reportgen.export.grid_indents import fix_indents
from reportgen.export.grid_letters import spread_story, spread_styles
from reportgen.export.grid_lines import fix_lines

_GRID = re.compile(rb'<w:docGrid\b[^>]*w:type="(?:lines|linesAndChars|snapToChars)"')
_IN_CHARACTERS = re.compile(rb'\bw:(?:left|right|firstLine|hanging)Chars="[1-9]')
_STORIES = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)[^/]*\.xml")
_DOCUMENT, _STYLES = "word/document.xml", "word/styles.xml"
_CHARACTER_GRIDS = ("linesAndChars", "snapToChars")
_LARGEST_PART = 64 * 2**20
_UNREADABLE = (
    zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, OSError, ValueError, LookupError, RuntimeError, NotImplementedError, EOFError
)  # fmt: skip


def portable_copy(raw: bytes) -> tuple[bytes, bool]:
    """The .docx with its grid put so that LibreOffice shows it as Word does, and whether anything was changed.

    What is no .docx, or too large or too damaged to be read, comes back as it is.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            changed = _rewritten(archive)
            return (_packed(archive, changed), True) if changed else (raw, False)
    except _UNREADABLE:
        return raw, False


def _rewritten(archive: zipfile.ZipFile) -> dict[str, bytes]:
    """The parts that have to be changed, by name."""
    names = archive.namelist()
    raw = {name: _read(archive, name) for name in names if _STORIES.fullmatch(name) or name == _STYLES}
    has_grid = bool(_GRID.search(raw[_DOCUMENT]))
    if not has_grid and not any(_IN_CHARACTERS.search(xml) for xml in raw.values()):
        return {}
    styles = _parsed(raw.pop(_STYLES)) if _STYLES in raw else etree.Element(f"{W}styles")
    stories = {name: _parsed(xml) for name, xml in raw.items()}
    formats = Formats.of(styles)
    changed = {name: story for name, story in stories.items() if fix_indents(story, formats)}
    if has_grid:
        added_tw = _added_tw(stories[_DOCUMENT])
        fix_lines(stories[_DOCUMENT], formats)
        changed[_DOCUMENT] = stories[_DOCUMENT]
        if added_tw:
            for story in stories.values():
                spread_story(story, formats, added_tw)
            spread_styles(styles, formats, added_tw)
            changed |= {**stories, _STYLES: styles}
    return {
        name: etree.tostring(part, xml_declaration=True, encoding="UTF-8", standalone=True)
        for name, part in changed.items()
    }


def _added_tw(document: etree._Element) -> int:
    """What the first character grid adds to each letter, in twips, rounded down so that no line loses a character."""
    for grid in document.iter(f"{W}docGrid"):
        if grid.get(f"{W}type") in _CHARACTER_GRIDS:
            return math.floor(int(grid.get(f"{W}charSpace", "0")) / 4096 * 20)
    return 0


def _read(archive: zipfile.ZipFile, name: str) -> bytes:
    if archive.getinfo(name).file_size > _LARGEST_PART:
        raise ValueError(name)
    return archive.read(name)


def _parsed(xml: bytes) -> etree._Element:
    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))


def _packed(archive: zipfile.ZipFile, changed: Mapping[str, bytes]) -> bytes:
    copy = io.BytesIO()
    with zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as target:
        for name in dict.fromkeys(archive.namelist()):
            target.writestr(name, changed[name] if name in changed else _read(archive, name))
    return copy.getvalue()
