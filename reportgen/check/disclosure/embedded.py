"""Files within files: archives opened within limits, and the strings of what is no archive."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

DEEPEST = 3
LARGEST_PART_BYTES, LARGEST_TOTAL_BYTES, MOST_PARTS = 16 << 20, 48 << 20, 2000
_LEAST_COST_BYTES = 8 << 10
"""A part counts for so much at least, so that thousands of tiny ones do not pass for little."""
_STRINGS_LIMIT_BYTES = 4 << 20
_ARCHIVE, _COMPOUND = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WIDE = re.compile(r"[\u4e00-\u9fff\u3000-\u301e\uff00-\uff5e0-9A-Za-z〇★〔〕“”·—…@:/\\._+() -]{5,}")
_NARROW = re.compile(rb"(?:[\x20-\x7e]|[\xb0-\xf7][\xa1-\xfe]|[\xa1-\xa3][\xa1-\xfe]){6,4000}")
_UTF8 = re.compile(rb"(?:[\x20-\x7e]|[\xe3-\xe9][\x80-\xbf]{2}|\xef[\xbc-\xbd][\x80-\xbf]){8,4000}")
_RTF_CHARACTER = re.compile(r"\\u(-?\d{1,5}) ?(?:\\'[0-9A-Fa-f]{2}|\?)?")
_RTF_BYTES = re.compile(r"(?:\\'[0-9A-Fa-f]{2})+")
_RTF_INSTRUCTION = re.compile(r"\\[a-z]{1,32}-?\d{0,9} ?|[{}]")
_CHINESE_WORD = re.compile(r"[\u4e00-\u9fff]{2}")


@dataclass(frozen=True)
class Unpacking:
    """What may still be unpacked: depth, and bytes for all archives of a document together."""

    depth: int = 0
    spent: list[int] = field(default_factory=lambda: [0])

    def deeper(self) -> "Unpacking":
        """The same account, one level down."""
        return Unpacking(self.depth + 1, self.spent)

    def parts_of(self, content: bytes) -> dict[str, bytes]:
        """Parts of an archive, or of one that lies within a compound file; empty where there is none to be read."""
        start = content.find(_ARCHIVE)
        if start < 0 or self.depth >= DEEPEST:
            return {}
        try:
            with zipfile.ZipFile(io.BytesIO(content[start:])) as archive:
                return {name: part for name, part in self._read(archive) if part}
        except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError, ValueError):
            return {}

    def _read(self, archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
        for entry in archive.infolist()[:MOST_PARTS]:
            allowed = min(LARGEST_PART_BYTES, LARGEST_TOTAL_BYTES - self.spent[0])
            if entry.is_dir() or entry.flag_bits & 1 or allowed <= 0:
                continue
            try:
                with archive.open(entry) as part:
                    content = part.read(allowed)
            except (zipfile.BadZipFile, zlib.error, NotImplementedError, OSError, EOFError, ValueError):
                continue
            self.spent[0] += max(len(content), _LEAST_COST_BYTES)
            yield entry.filename, content


def is_archive(content: bytes) -> bool:
    """Whether it is a zip file, as .xlsx and .docx are."""
    return content.startswith(_ARCHIVE)


def is_compound(content: bytes) -> bool:
    """Whether it is a compound file, as OLE objects and old .doc and .xls files are."""
    return content.startswith(_COMPOUND)


def strings(content: bytes) -> Iterator[str]:
    """Readable text of a binary file: UTF-16, GBK and UTF-8."""
    content = content[:_STRINGS_LIMIT_BYTES]
    found: dict[str, None] = {}
    if content.startswith(b"{\\rtf"):
        found.update(dict.fromkeys(_rich_text(content.decode("latin-1")).split("\n")))
    for start in (0, 1):
        found.update(dict.fromkeys(_WIDE.findall(content[start:].decode("utf-16-le", "replace"))))
    for pattern, encoding in ((_NARROW, "gbk"), (_UTF8, "utf-8")):
        found.update((piece.decode(encoding, "replace"), None) for piece in pattern.findall(content))
    return (text.strip() for text in found if _likely(text))


def _rich_text(source: str) -> str:
    """What rich text says: characters written as numbers put in, instructions left out."""
    told = _RTF_CHARACTER.sub(_character, source)
    gbk = _RTF_BYTES.sub(lambda found: bytes.fromhex(found[0].replace("\\'", "")).decode("gb18030", "replace"), told)
    return _RTF_INSTRUCTION.sub(lambda found: "\n" if found[0].startswith(("\\par", "\\line")) else "", gbk)


def _character(found: re.Match[str]) -> str:
    code = int(found[1]) % 0x10000
    return "" if 0xD800 <= code < 0xE000 else chr(code)


def _likely(text: str) -> bool:
    """Whether it may be text: letters and digits alone, or Chinese in a row (noise gives single characters)."""
    return text.isascii() or _CHINESE_WORD.search(text) is not None
