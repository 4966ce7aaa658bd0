"""What pictures tell beside what they show: place, author, comments. Read from their headers; damaged ones tell nothing."""

import html
import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

_LARGEST_TEXT = 20_000
_EXIF_TEXTS = {
    0x010E: "说明",
    0x013B: "作者",
    0x8298: "版权",
    0x9286: "备注",
    0xA430: "机主",
    0x9C9B: "标题",
    0x9C9C: "备注",
    0x9C9D: "作者",
    0x9C9E: "关键词",
    0x9C9F: "主题",
}
_EXIF_TABLE, _GPS_TABLE = 0x8769, 0x8825
_TOLD_BY_PROGRAMS = re.compile(
    r"^(?:LEAD Technologies.*|Created with.*|Picture|Image|untitled|www\.meitu\.com|ASCII|\W*)$", re.IGNORECASE
)
_XMP_VALUES = re.compile(
    r"<(?:dc:(?:creator|description|title|rights)|photoshop:\w+|exif:GPS\w+|Iptc4xmpCore:\w+|xmpRights:\w+)(?:\s[^<>]*)?>(.{0,2000}?)</",
    re.DOTALL,
)
_TAG = re.compile(r"<[^<>]*>")

Kind = Literal["位置", "文字"]


@dataclass(frozen=True, slots=True)
class Note:
    """Something a picture tells: where the picture lies, whether it is a place (GPS) or a text, and the text."""

    where: str
    kind: Kind
    text: str


_MOST_CHUNKS = 20_000  # a picture of 100 MB has fewer


def notes(content: bytes) -> list[Note]:
    """All that a JPEG, PNG, TIFF or WebP tells of itself."""
    try:
        found = list(_notes(content))
    except (struct.error, IndexError, ValueError, zlib.error, OverflowError):
        return []
    unique = dict.fromkeys(Note("", note.kind, note.text.strip("\x00 \t\r\n")) for note in found)
    return [note for note in unique if note.text and not _TOLD_BY_PROGRAMS.match(note.text)]


def _notes(content: bytes) -> Iterator[Note]:
    if content.startswith(b"\xff\xd8"):
        yield from _of_jpeg(content)
    elif content.startswith(b"\x89PNG\r\n\x1a\n"):
        yield from _of_png(content)
    elif content.startswith((b"II*\x00", b"MM\x00*")):
        yield from _of_exif(content)
    elif content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        at = content.find(b"EXIF")
        if at > 0:
            yield from _of_exif(content[at + 8 :].removeprefix(b"Exif\x00\x00"))
        yield from _of_xmp(content)


def _of_jpeg(content: bytes) -> Iterator[Note]:
    at = 2
    while at + 4 <= len(content) and content[at] == 0xFF and content[at + 1] not in (0xDA, 0xD9):
        marker, (length,) = content[at + 1], struct.unpack_from(">H", content, at + 2)
        segment = content[at + 4 : at + 2 + length]
        if marker == 0xE1 and segment.startswith(b"Exif\x00\x00"):
            yield from _of_exif(segment[6:])
        elif marker == 0xE1:
            yield from _of_xmp(segment)
        elif marker == 0xFE:
            yield Note("", "文字", _text(segment))
        at += 2 + max(length, 2)


def _of_png(content: bytes) -> Iterator[Note]:
    at = 8
    for _ in range(_MOST_CHUNKS):
        if at + 8 > len(content):
            return
        length, kind = struct.unpack_from(">I4s", content, at)
        chunk = content[at + 8 : at + 8 + length]
        if kind == b"eXIf":
            yield from _of_exif(chunk)
        elif kind in (b"tEXt", b"zTXt", b"iTXt"):
            keyword, _, rest = chunk.partition(b"\x00")
            text = _png_text(kind, rest)
            if keyword.startswith(b"XML:com.adobe"):
                yield from _of_xmp(text)
            elif keyword not in (b"Software", b"date:create", b"date:modify", b"Creation Time", b"Thumb::URI"):
                yield Note("", "文字", _text(text))
        at += 12 + length


def _png_text(kind: bytes, rest: bytes) -> bytes:
    if kind == b"tEXt":
        return rest
    if kind == b"zTXt":
        return _inflated(rest[1:])
    packed, text = rest[:1] == b"\x01", rest[2:].split(b"\x00", 2)[-1]
    return _inflated(text) if packed else text


def _inflated(packed: bytes) -> bytes:
    return zlib.decompressobj().decompress(packed, _LARGEST_TEXT)


def _of_xmp(packet: bytes) -> Iterator[Note]:
    text = packet[: 1 << 20].decode("utf-8", "replace")
    for found in _XMP_VALUES.finditer(text):
        value = html.unescape(_TAG.sub(" ", found[0])).strip()
        yield Note("", "位置" if "exif:GPS" in found[0] else "文字", value)
    if re.search(r"exif:GPSLatitude\s*=", text):
        yield Note("", "位置", "GPS坐标")


def _of_exif(block: bytes) -> Iterator[Note]:
    order = "<" if block[:2] == b"II" else ">"
    tables = [struct.unpack_from(f"{order}I", block, 4)[0]]
    read: set[int] = set()
    while tables:
        at = tables.pop()
        if at in read or len(read) > 8:
            continue
        read.add(at)
        for tag, kind, count, value in _entries(block, order, at):
            if tag == _EXIF_TABLE:
                tables.append(struct.unpack(f"{order}I", value)[0])
            elif tag == _GPS_TABLE and _has_latitude(block, order, struct.unpack(f"{order}I", value)[0]):
                yield Note("", "位置", "GPS坐标")
            elif tag in _EXIF_TEXTS and kind in (1, 2, 7):
                start = 0 if count <= 4 else struct.unpack(f"{order}I", value)[0]
                raw = value[:count] if count <= 4 else block[start : start + min(count, _LARGEST_TEXT)]
                yield Note(
                    "", "文字", raw.decode("utf-16-le", "replace") if tag >= 0x9C9B and tag < 0xA000 else _comment(raw)
                )


def _entries(block: bytes, order: str, at: int) -> Iterator[tuple[int, int, int, bytes]]:
    (count,) = struct.unpack_from(f"{order}H", block, at)
    for row in range(min(count, 200)):
        tag, kind, size, value = struct.unpack_from(f"{order}HHI4s", block, at + 2 + 12 * row)
        yield tag, kind, size, value


def _has_latitude(block: bytes, order: str, at: int) -> bool:
    return any(tag == 2 for tag, _, _, _ in _entries(block, order, at))


def _comment(raw: bytes) -> str:
    if raw[:8] == b"UNICODE\x00":
        return raw[8:].decode("utf-16-le", "replace")
    return _text(raw.removeprefix(b"ASCII\x00\x00\x00"))


def _text(raw: bytes) -> str:
    """Text of unknown encoding."""
    raw = raw[:_LARGEST_TEXT].strip(b"\x00")
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("latin-1")
