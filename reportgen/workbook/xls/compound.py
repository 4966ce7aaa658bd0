"""An OLE compound file as its streams (MS-CFB); chains that lead astray are damage, not endless loops."""

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from reportgen.workbook.refusing import damaged

_HEADER_BYTES: Final = 512
_ENTRY_BYTES: Final = 128
_IN_HEADER: Final = 109
_END = 0xFFFFFFFA  # what is above is no sector
_ENTRIES_LIMIT: Final = 20_000
_STORAGE, _STREAM, _ROOT = 1, 2, 5
_NO_ENTRY = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class _Entry:
    """One line of the directory."""

    name: str
    kind: int
    left: int
    right: int
    child: int
    start: int
    size: int


@dataclass(frozen=True, slots=True)
class Compound:
    """A compound file; names are in lower case."""

    names: frozenset[str]
    """All storages and streams, however deep."""
    _top: Mapping[str, _Entry]
    _sectors: "_Sectors"
    _small: "_Sectors"
    _cutoff: int

    def has(self, name: str) -> bool:
        """Whether a storage or stream of that name stands at the top."""
        return name.lower() in self._top

    def stream(self, name: str) -> bytes:
        """What a stream at the top holds. Refused: workbook-damaged."""
        entry = self._top[name.lower()]
        sectors = self._sectors if entry.size >= self._cutoff else self._small
        content = sectors.chain(entry.start)
        if len(content) < entry.size:
            raise damaged("数据流不完整")
        return content[: entry.size]


@dataclass(frozen=True, slots=True)
class _Sectors:
    """Sectors of one size and the table of which follows which."""

    raw: bytes
    size: int
    offset: int
    following: tuple[int, ...]

    def one(self, number: int) -> bytes:
        start = self.offset + number * self.size
        return self.raw[start : start + self.size]

    def chain(self, first: int) -> bytes:
        """All that follow one another from there. Refused: workbook-damaged."""
        found: list[bytes] = []
        while first < _END:
            if first >= len(self.following) or len(found) > len(self.following):
                raise damaged("扇区链断了")
            found.append(self.one(first))
            first = self.following[first]
        return b"".join(found)


def open_compound(raw: bytes) -> Compound:
    """The streams of a compound file given as bytes. Refused: workbook-damaged."""
    try:
        return _open(raw)
    except struct.error:
        raise damaged("复合文档不完整") from None


def _open(raw: bytes) -> Compound:
    shift, small_shift = struct.unpack_from("<HH", raw, 30)
    if shift not in (9, 12) or small_shift != 6:
        raise damaged("复合文档的文件头不对")
    directory_start, cutoff, small_start = struct.unpack_from("<I4xII", raw, 48)
    size = 1 << shift
    bare = _Sectors(raw, size, max(size, _HEADER_BYTES), ())
    sectors = _Sectors(raw, size, bare.offset, _numbers(b"".join(map(bare.one, _table_sectors(raw, bare)))))
    directory = sectors.chain(directory_start)[: _ENTRIES_LIMIT * _ENTRY_BYTES]
    entries = [_entry(directory, at) for at in range(0, len(directory) - _ENTRY_BYTES + 1, _ENTRY_BYTES)]
    if not entries or entries[0].kind != _ROOT:
        raise damaged("复合文档没有目录")
    small_table = _numbers(sectors.chain(small_start))
    small = _Sectors(sectors.chain(entries[0].start), 1 << small_shift, 0, small_table)
    names = frozenset(entry.name for entry in entries if entry.kind in (_STORAGE, _STREAM))
    return Compound(names, _children(entries), sectors, small, cutoff)


def _table_sectors(raw: bytes, bare: _Sectors) -> list[int]:
    """Where the table of sectors stands: the first 109 in the header, the rest in a chain of their own."""
    found = list(struct.unpack_from(f"<{_IN_HEADER}I", raw, 76))
    following, left = struct.unpack_from("<II", raw, 68)
    most = len(raw) // bare.size + 1
    while following < _END and left and len(found) <= most:
        *more, following = _numbers(bare.one(following)) or (_NO_ENTRY,)
        found += more
        left -= 1
    return [number for number in found if number < _END][:most]


def _numbers(content: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(content) // 4}I", content[: len(content) // 4 * 4])


def _entry(directory: bytes, at: int) -> _Entry:
    name_bytes, kind, left, right, child = struct.unpack_from("<HBxIII", directory, at + 64)
    start, size = struct.unpack_from("<II", directory, at + 116)
    name = directory[at : at + max(min(name_bytes, 64) - 2, 0)].decode("utf-16-le", "replace").lower()
    return _Entry(name, kind, left, right, child, start, size)


def _children(entries: list[_Entry]) -> dict[str, _Entry]:
    """The entries right below the root: what is embedded deeper has streams of the same names."""
    found: dict[str, _Entry] = {}
    seen: set[int] = set()
    waiting = [entries[0].child]
    while waiting:
        number = waiting.pop()
        if number == _NO_ENTRY:
            continue
        if number in seen or number >= len(entries):
            raise damaged("复合文档的目录不对")
        seen.add(number)
        entry = entries[number]
        found.setdefault(entry.name, entry)
        waiting += [entry.left, entry.right]
    return found
