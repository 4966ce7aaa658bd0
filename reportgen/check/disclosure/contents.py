"""Everything that a package holds, part by part: texts, properties, links, pictures, embedded files."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from reportgen.anatomy import Document
from reportgen.check.disclosure.embedded import Unpacking, is_archive, is_compound, strings
from reportgen.check.disclosure.links import Link, links
from reportgen.check.disclosure.markup import attributes, decoded, elements, lines
from reportgen.check.disclosure.passages import Passage, all_paragraphs, paragraph_passages
from reportgen.check.disclosure.pictures import Note, notes

_NAMES = (
    ("docProps/custom", "自定义属性"),
    ("docProps/", "文档属性"),
    ("customXml/", "自定义XML"),
    ("word/settings", "文档设置"),
    ("word/comments", "批注"),
    ("word/people", "人员"),
    ("word/header", "页眉"),
    ("word/footer", "页脚"),
    ("word/footnotes", "脚注"),
    ("word/endnotes", "尾注"),
    ("word/glossary", "构建基块"),
    ("word/charts", "图表"),
    ("word/diagrams", "图示"),
    ("word/embeddings", "嵌入文件"),
    ("word/media", "图片"),
)
_MARKUP = (".xml", ".rels", ".vml", ".xhtml", ".htm", ".html", ".mht", ".svg")
_PICTURES = (".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".tif", ".tiff", ".webp", ".gif")
_NOTHING_TO_READ = (".odttf", ".ttf", ".otf", ".fntdata", ".emf", ".wmf", ".bmp", ".wdp")
_WITHOUT_TEXT = re.compile(
    r"(?:^|/)(?:styles|stylesWithEffects|fontTable|webSettings|numbering|theme\d*)\.xml$|^\[Content_Types\]|/theme/"
)
_SCHEMA = re.compile(r"https?://(?:schemas\.|www\.w3\.org|purl\.o)|urn:schemas")
_FIELDS = ("w:instrText", "w:delInstrText", "a:t", "w:helpText", "w:statusText")


@dataclass(frozen=True, slots=True)
class Property:
    """A property of the document: its English name in the file, and what it says."""

    part: str
    name: str
    value: str


MOST_CHARACTERS = 500_000
"""Text beside the paragraphs is read up to here; no document has so much of it but a damaged or a hostile one."""

MOST_BINARY_BYTES = 6 << 20
"""Binary parts are searched for text up to here, all together."""


@dataclass
class Contents:
    """What was found; `embedded` and `macros` name parts."""

    texts: list[Passage] = field(default_factory=list)
    properties: list[Property] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    embedded: list[str] = field(default_factory=list)
    macros: list[str] = field(default_factory=list)
    characters: int = 0
    binary_bytes: int = 0

    def add(self, texts: Iterable[str], where: str) -> None:
        """Texts that stand beside the paragraphs."""
        for text in dict.fromkeys(texts):
            self.characters += len(text)
            if self.characters > MOST_CHARACTERS:
                return
            self.texts.append(Passage(text, where))

    @property
    def passages(self) -> tuple[Passage, ...]:
        """Every text, in the order of the parts."""
        return tuple(self.texts)


def contents(document: Document) -> Contents:
    """All of a document. Damaged parts give what can be read of them."""
    paragraphs = all_paragraphs(document)
    found = Contents(list(paragraph_passages(paragraphs)))
    _read_parts(document.parts, found, Unpacking(), frozenset(each.part for each in paragraphs))
    return found


def _read_parts(
    parts: Mapping[str, bytes],
    found: Contents,
    unpacking: Unpacking,
    covered: frozenset[str] = frozenset(),
    within: str = "",
) -> None:
    for name, content in parts.items():
        _read_part(name, content, found, unpacking, covered, within)


def _read_part(
    name: str, content: bytes, found: Contents, unpacking: Unpacking, covered: frozenset[str], within: str
) -> None:
    where, lower = _where(name, within), name.lower()
    if lower.endswith(".rels"):
        outside = list(links(decoded(content), where))
        found.links += outside
        found.add((link.target for link in outside), where)
    elif lower.endswith(_MARKUP) or content[:64].lstrip().startswith(b"<?xml"):
        _read_markup(name, decoded(content), where, found, name in covered)
    elif lower.endswith(_PICTURES):
        told = [Note(where, note.kind, note.text) for note in notes(content)]
        found.notes += told
        found.add((note.text for note in told if note.kind == "文字"), where)
    elif not lower.endswith(_NOTHING_TO_READ):
        _read_binary(name, content, where, found, unpacking)


def _where(name: str, within: str) -> str:
    if name.endswith(".rels"):
        return f"外部链接（{within or name}）"
    called = next((chinese for start, chinese in _NAMES if name.startswith(start)), "文件部件")
    return f"{within} › {name}" if within else f"{called}（{name}）"


def _read_markup(name: str, markup: str, where: str, found: Contents, covered: bool) -> None:
    texts: Iterable[str] = ()
    if covered:
        texts = _beside_paragraphs(markup, found.texts)
    elif name.startswith("docProps/"):
        found.properties += _properties(name, markup)
        texts = lines(markup)
    elif not _WITHOUT_TEXT.search(name):
        texts = lines(markup)
    values = (value for _, value in attributes(markup) if not _SCHEMA.match(value))
    found.add((*texts, *values), where)


def _beside_paragraphs(markup: str, known: list[Passage]) -> Iterator[str]:
    """What paragraphs do not show: instructions of fields, text of drawings, branches for old programs."""
    for name in _FIELDS:
        if f"<{name}" in markup:
            yield "".join(elements(markup, name))
    if "<w:rt>" in markup:
        yield from (line for reading in elements(markup, "w:rt") for line in lines(reading))
    if "<mc:Fallback" in markup:
        shown = {passage.text.strip() for passage in known}
        for branch in elements(markup, "mc:Fallback"):
            yield from (line for line in lines(branch) if line not in shown)


_LEAF = re.compile(r"<(?:[\w.-]{1,20}:)?([A-Za-z]\w{0,40})(?:\s[^<>]*)?>([^<>]+)<")
_NAMED = re.compile(r"""<(?:[\w.-]{1,20}:)?property\s[^<>]*name=["']([^"'<>]*)["'][^<>]*>\s*<[^<>]+>([^<>]*)<""")


def _properties(part: str, markup: str) -> Iterator[Property]:
    for pattern in (_LEAF, _NAMED):
        for name, value in pattern.findall(markup):
            if value.strip():
                yield Property(part, name, value.strip())


def _read_binary(name: str, content: bytes, where: str, found: Contents, unpacking: Unpacking) -> None:
    if name.lower().endswith("vbaproject.bin"):
        found.macros.append(name)
    elif "embeddings/" in name or is_archive(content) or is_compound(content):
        found.embedded.append(where)
    if is_archive(content) or is_compound(content):
        inner = unpacking.parts_of(content)
        if inner:
            _read_parts(inner, found, unpacking.deeper(), within=where)
            return
    content = content[: MOST_BINARY_BYTES - found.binary_bytes]
    found.binary_bytes += len(content)
    found.add(strings(content), where)
