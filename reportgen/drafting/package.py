"""A .docx from its body: parts, content types, relationships; the same bytes every time."""

import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from xml.sax.saxutils import escape

from reportgen.drafting.styles import styles_xml
from reportgen.drafting.theme import theme_xml
from reportgen.standard import FONTS

DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
NAMESPACES = f'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="{DOCUMENT}"'
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_STAMP = (1980, 1, 1, 0, 0, 0)  # the earliest a zip can say
_FACES = (FONTS.body, FONTS.title, FONTS.kai, FONTS.hei, FONTS.song, FONTS.western)
_MADE = "2012-07-01T00:00:00Z"  # the day the standard came into force; no clock


@dataclass(frozen=True, slots=True)
class Part:
    """A header or footer: its relationship id (also its name), its kind and its content."""

    ident: str
    kind: str  # header or footer
    content: str

    @property
    def name(self) -> str:
        return f"{self.ident}.xml"


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document: its body up to and including the last w:sectPr, and the headers and footers it names."""

    body: str
    parts: tuple[Part, ...]
    title: str = "{{ 公文.标题全文 }}"

    def to_bytes(self) -> bytes:
        """The .docx file."""
        buffer = BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            for name, content in self._files().items():
                entry = zipfile.ZipInfo(name, _STAMP)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.create_system = 0
                archive.writestr(entry, (_HEAD + content).encode())
        return buffer.getvalue()

    def _files(self) -> dict[str, str]:
        """Every part by its name in the package; content types first, as readers expect."""
        return {
            "[Content_Types].xml": self._content_types(),
            "_rels/.rels": _package_relationships(),
            "docProps/app.xml": _app(),
            "docProps/core.xml": _core(self.title),
            "word/_rels/document.xml.rels": self._relationships(),
            "word/document.xml": f"<w:document {NAMESPACES}><w:body>{self.body}</w:body></w:document>",
            "word/fontTable.xml": f"<w:fonts {NAMESPACES}>{''.join(map(_font, _FACES))}</w:fonts>",
            "word/settings.xml": _settings(),
            "word/styles.xml": f"<w:styles {NAMESPACES}>{styles_xml()}</w:styles>",
            "word/theme/theme1.xml": theme_xml(),
            **{f"word/{part.name}": _header_or_footer(part) for part in self.parts},
        }

    def _content_types(self) -> str:
        main = {"document": "document.main", "fontTable": "fontTable", "settings": "settings", "styles": "styles"}
        overrides = {f"/word/{name}.xml": f"{_TYPES}.{kind}+xml" for name, kind in main.items()}
        overrides |= {f"/word/{part.name}": f"{_TYPES}.{part.kind}+xml" for part in self.parts}
        overrides["/word/theme/theme1.xml"] = "application/vnd.openxmlformats-officedocument.theme+xml"
        overrides["/docProps/app.xml"] = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
        overrides["/docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
        listed = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
        return (
            f'<Types xmlns="{PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{listed}</Types>'
        )

    def _relationships(self) -> str:
        links = [(name, name, name) for name in ("fontTable", "settings", "styles")]
        links += [("theme", "theme", "theme/theme1")]
        links += [(part.ident, part.kind, part.ident) for part in self.parts]
        return _relationships((ident, f"{DOCUMENT}/{kind}", f"{name}.xml") for ident, kind, name in links)


def _relationships(links: Iterable[tuple[str, str, str]]) -> str:
    """A relationships part of (id, type, target)."""
    listed = "".join(f'<Relationship Id="{i}" Type="{kind}" Target="{target}"/>' for i, kind, target in links)
    return f'<Relationships xmlns="{PACKAGE}/relationships">{listed}</Relationships>'


def _package_relationships() -> str:
    return _relationships(
        (
            ("document", f"{DOCUMENT}/officeDocument", "word/document.xml"),
            ("core", f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            ("app", f"{DOCUMENT}/extended-properties", "docProps/app.xml"),
        )
    )


def _header_or_footer(part: Part) -> str:
    tag = "w:hdr" if part.kind == "header" else "w:ftr"
    return f"<{tag} {NAMESPACES}>{part.content}</{tag}>"


def _font(name: str) -> str:
    """A face, told to be Chinese or not, so that Word looks for a fitting stand-in where it is not installed."""
    other = _ALTERNATIVES.get(name)
    alternative = f'<w:altName w:val="{other}"/>' if other else ""
    charset, family = ("00", "roman") if name == FONTS.western else ("86", "auto")
    kind = f'<w:charset w:val="{charset}"/><w:family w:val="{family}"/><w:pitch w:val="variable"/>'
    return f'<w:font w:name="{name}">{alternative}{kind}</w:font>'


_ALTERNATIVES = {FONTS.body: "仿宋", FONTS.kai: "楷体", FONTS.hei: "SimHei", FONTS.song: "SimSun"}


def _settings() -> str:
    """Odd and even footers differ (7.5); no squeezing of punctuation; no fields to update, so Word asks nothing."""
    compat = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in (("compatibilityMode", 15), ("overrideTableStyleFontSizeAndJustification", 1))
    )
    return (
        f'<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:bordersDoNotSurroundHeader/>'
        '<w:bordersDoNotSurroundFooter/><w:defaultTabStop w:val="630"/><w:evenAndOddHeaders/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        f"<w:compat>{compat}</w:compat>"
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
        "</w:settings>"
    )


def _core(title: str) -> str:
    """The title, which the program fills, and fixed dates; no author, no company."""
    return (
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title><dc:language>zh-CN</dc:language>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{_MADE}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{_MADE}</dcterms:modified></cp:coreProperties>'
    )


def _app() -> str:
    return '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
