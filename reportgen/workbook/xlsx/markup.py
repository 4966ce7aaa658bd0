"""XML read as it streams by, in constant memory.

expat is used as it is: a tree of a large sheet takes ten times the size of the file, and handlers that are called only
for the elements asked for are the fastest way Python has. A DOCTYPE is refused, so no entity is ever expanded.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import Final
from xml.parsers import expat

from reportgen.workbook.refusing import damaged, entities, too_large

Attributes = dict[str, str]

SPREADSHEET: Final = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main ",
    "http://purl.oclc.org/ooxml/spreadsheetml/main ",  # strict
    "",  # some writers leave it out
)
RELATIONSHIPS: Final = ("http://schemas.openxmlformats.org/package/2006/relationships ", "")
REFERENCE_IDS: Final = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships id",
    "http://purl.oclc.org/ooxml/officeDocument/relationships id",
)
TAGS_LIMIT: Final = 8_000_000
_TRUE = frozenset({"1", "true", "on"})
_ENCODINGS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"<\x00", "utf-16le"), (b"\x00<", "utf-16be"))


def read_markup(
    chunks: Iterable[bytes],
    part: str,
    *,
    starts: Mapping[str, Callable[[Attributes], None]],
    ends: Mapping[str, Callable[[], None]] | None = None,
    texts: Mapping[str, Callable[[str], None]] | None = None,
    namespaces: Iterable[str] = SPREADSHEET,
) -> None:
    """Call a handler for each element of that local name: at its start, at its end, or at its end with its text.

    An element is named in `texts` or in the other two. Refused: workbook-damaged, workbook-entities, workbook-too-large.
    """
    opened = _qualified(starts, namespaces)
    closed = _qualified(ends or {}, namespaces)
    told = _qualified(texts or {}, namespaces)
    gathered: list[str] = []
    pieces, encoding = _encoding(chunks)
    parser = expat.ParserCreate(encoding, namespace_separator=" ")

    def start(name: str, attributes: Attributes) -> None:
        if handler := opened.get(name):
            handler(attributes)
        elif name in told:
            gathered.clear()
            parser.CharacterDataHandler = gathered.append

    def end(name: str) -> None:
        if handler := closed.get(name):
            handler()
        elif teller := told.get(name):
            parser.CharacterDataHandler = None
            teller("".join(gathered))

    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.StartDoctypeDeclHandler = _refuse_entities
    try:
        tags = 0
        for piece in pieces:
            tags += piece.count(b"<")
            if tags > TAGS_LIMIT:
                raise too_large(f"{part} 里的内容过多")
            parser.Parse(piece)
        parser.Parse(b"", True)
    except expat.ExpatError:
        raise damaged(f"{part} 读不懂") from None


def is_true(attribute: str | None) -> bool:
    """What XML of office programs calls true."""
    return attribute in _TRUE


def _qualified(
    handlers: Mapping[str, Callable[..., None]], namespaces: Iterable[str]
) -> dict[str, Callable[..., None]]:
    return {namespace + name: handler for namespace in namespaces for name, handler in handlers.items()}


def _encoding(chunks: Iterable[bytes]) -> tuple[Iterator[bytes], str]:
    """The format allows two encodings; one that is declared otherwise is not believed."""
    rest = iter(chunks)
    first = next(rest, b"")
    found = next((encoding for mark, encoding in _ENCODINGS if first.startswith(mark)), "utf-8")
    return chain([first], rest), found


def _refuse_entities(*_: object) -> None:
    raise entities()
