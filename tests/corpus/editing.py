"""A .docx opened for one small change, as a careless hand or another program would make it."""

import io
import zipfile
from collections.abc import Callable, Iterator

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_ORDER = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "suppressLineNumbers", "pBdr", "shd", "tabs",
    "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd",
    "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents", "jc", "textAlignment", "outlineLvl", "rPr", "sectPr",
)  # fmt: skip
_RUN_ORDER = (
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "strike", "shadow", "vanish", "color", "spacing", "w", "kern", "position", "sz", "szCs",
    "highlight", "u", "effect", "shd", "lang",
)  # fmt: skip


def w(name: str) -> str:
    return f"{{{W}}}{name}"


class Docx:
    """The parts of a package; XML parts are parsed when asked for and written back."""

    def __init__(self, raw: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(raw)) as package:
            self.files = {name: package.read(name) for name in package.namelist()}
        self._trees: dict[str, etree._Element] = {}

    def part(self, name: str) -> etree._Element:
        """The root of an XML part."""
        if name not in self._trees:
            self._trees[name] = etree.fromstring(self.files[name])
        return self._trees[name]

    @property
    def body(self) -> etree._Element:
        found = self.part("word/document.xml").find(w("body"))
        assert found is not None
        return found

    def saved(self) -> bytes:
        """The package with every change."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
            for name, content in self.files.items():
                package.writestr(
                    name,
                    etree.tostring(self._trees[name], xml_declaration=True, encoding="UTF-8", standalone=True)
                    if name in self._trees
                    else content,
                )
        return out.getvalue()

    def paragraphs(self) -> Iterator[etree._Element]:
        """All paragraphs of the body, cells included."""
        return self.body.iter(w("p"))

    def paragraph(self, start: str, nth: int = 1) -> etree._Element:
        """The nth paragraph whose text, blanks left out, begins so."""
        for each in self.paragraphs():
            if text_of(each).strip().startswith(start):
                nth -= 1
                if not nth:
                    return each
        raise AssertionError(f"no paragraph begins with {start}")

    def replace(self, old: str, new: str, *, within: str = "", part: str = "word/document.xml") -> None:
        """The first place with this text, also over several runs, changed; `within` picks the paragraph by its beginning."""
        root = self.paragraph(within) if within else self.part(part)
        for paragraph in [root] if within else list(root.iter(w("p"))):
            if _replace(paragraph, old, new):
                return
        raise AssertionError(f"{old!r} is not there")

    def replace_everywhere(self, old: str, new: str) -> None:
        """The same in every paragraph of the body."""
        found = [_replace(paragraph, old, new) for paragraph in list(self.paragraphs())]
        assert any(found), f"{old!r} is not there"

    def shape(self, paragraph: etree._Element, name: str, **values: str) -> None:
        """Set one property of a paragraph directly; without values it is taken out."""
        properties = paragraph.find(w("pPr"))
        if properties is None:
            properties = etree.SubElement(paragraph, w("pPr"))
            paragraph.insert(0, properties)
        _put(properties, name, values, _ORDER)

    def letters(self, paragraph: etree._Element, name: str, **values: str) -> None:
        """Set one property of all runs of a paragraph directly."""
        for run in list(paragraph.iter(w("r"))):
            properties = run.find(w("rPr"))
            if properties is None:
                properties = etree.SubElement(run, w("rPr"))
                run.insert(0, properties)
            _put(properties, name, values, _RUN_ORDER)

    def face(self, paragraph: etree._Element, face: str) -> None:
        """Another east-Asian face for the runs of a paragraph."""
        self.letters(paragraph, "rFonts", eastAsia=face, hint="eastAsia")

    def sections(self) -> list[etree._Element]:
        return list(self.body.iter(w("sectPr")))

    def section(self, name: str, **values: str) -> None:
        """Change attributes of pgMar, pgSz, docGrid … of all upright sections."""
        for section in self.sections():
            size = section.find(w("pgSz"))
            if size is not None and size.get(w("orient")) == "landscape":
                continue
            element = section.find(w(name))
            if element is None:
                element = etree.SubElement(section, w(name))
            for key, value in values.items():
                element.set(w(key), value)

    def everywhere(self, name: str, change: Callable[[etree._Element], None]) -> None:
        """Apply a change to every element of this name in text and styles."""
        for part in ("word/document.xml", "word/styles.xml"):
            for element in list(self.part(part).iter(w(name))):
                change(element)

    def footers(self) -> list[tuple[str, etree._Element]]:
        """Footer parts that hold a page field."""
        return [
            (name, self.part(name))
            for name in self.files
            if name.startswith("word/footer") and b"PAGE" in self.files[name]
        ]

    def insert_after(self, paragraph: etree._Element, xml: str) -> None:
        """New content after a paragraph."""
        parent = paragraph.getparent()
        assert parent is not None
        place = parent.index(paragraph) + 1
        for number, element in enumerate(etree.fromstring(f'<x xmlns:w="{W}">{xml}</x>')):
            parent.insert(place + number, element)

    def remove(self, paragraph: etree._Element) -> None:
        """Take an element out."""
        parent = paragraph.getparent()
        assert parent is not None
        parent.remove(paragraph)


def text_of(paragraph: etree._Element) -> str:
    """The text of a paragraph's own runs."""
    return "".join(
        {"t": each.text or "", "tab": "\t", "br": "\n"}.get(etree.QName(each).localname, "")
        for each in _texts(paragraph)
    )


def _texts(paragraph: etree._Element) -> list[etree._Element]:
    return [
        each for each in paragraph.iter(w("t"), w("tab"), w("br")) if etree.QName(each.getparent()).localname == "r"
    ]


def _replace(paragraph: etree._Element, old: str, new: str) -> bool:
    texts = [each for each in _texts(paragraph) if each.tag == w("t")]
    whole = "".join(each.text or "" for each in texts)
    at = whole.find(old)
    if at < 0:
        return False
    rest, position = new, 0
    for each in texts:
        text = each.text or ""
        low, high = max(at - position, 0), min(at + len(old) - position, len(text))
        if low < high:
            each.text = text[:low] + rest + text[high:]
            rest = ""
        position += len(text)
    return True


def _put(properties: etree._Element, name: str, values: dict[str, str], order: tuple[str, ...]) -> None:
    """One property set at its place in the schema's order."""
    element = properties.find(w(name))
    if element is not None and not values:
        properties.remove(element)
        return
    if element is None:
        element = etree.Element(w(name))
        later = (
            [each for each in properties if order.index(etree.QName(each).localname) > order.index(name)]
            if name in order
            else []
        )
        if later:
            later[0].addprevious(element)
        else:
            properties.append(element)
    for key, value in values.items():
        element.set(w(key), value)
