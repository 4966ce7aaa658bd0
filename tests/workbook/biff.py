"""Old workbooks made record by record (MS-XLS): what LibreOffice would not write."""

import struct
from collections.abc import Sequence

from tests.workbook.compound_files import Content, compound

GLOBALS, WORKSHEET, MACRO_SHEET = 0x05, 0x10, 0x40
NOT_AVAILABLE = 42
EXTERNAL_BOOK = struct.pack("<HH", 1, 10) + b"\0other.xlsx"
OWN_BOOK = struct.pack("<HH", 1, 0x0401)


def record(kind: int, content: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def number(row: int, column: int, value: float, style: int = 0) -> bytes:
    return record(0x203, struct.pack("<HHHd", row, column, style, value))


def text(row: int, column: int, place: int) -> bytes:
    """A cell with a shared text."""
    return record(0xFD, struct.pack("<HHHI", row, column, 0, place))


def error(row: int, column: int, code: int) -> bytes:
    return record(0x205, struct.pack("<HHHBB", row, column, 0, code, 1))


def hidden_row(row: int) -> bytes:
    return record(0x208, struct.pack("<HHHHHHI", row, 0, 1, 255, 0, 0, 0x20))


def hidden_columns(first: int, last: int) -> bytes:
    return record(0x7D, struct.pack("<HHHHHH", first, last, 2000, 0, 1, 0))


def merged(top: int, bottom: int, left: int, right: int) -> bytes:
    return record(0xE5, struct.pack("<HHHHH", 1, top, bottom, left, right))


def stream(
    sheets: Sequence[tuple[str, bytes]],
    texts: Sequence[str] = (),
    *,
    extra: bytes = b"",
    epoch_1904: bool = False,
    kind: int = 0,
    state: int = 0,
) -> bytes:
    """The stream of a workbook: sheets with their records, shared texts; style 0 is plain, style 1 shows a date."""
    before = _begin(GLOBALS) + record(0x42, struct.pack("<H", 1200)) + record(0x22, struct.pack("<H", epoch_1904))
    before += b"".join(record(0xE0, struct.pack("<HH16x", 0, shown)) for shown in (0, 14)) + extra
    shared = b"".join(struct.pack("<HB", len(each), 1) + each.encode("utf-16-le") for each in texts)
    after = record(0xFC, struct.pack("<II", len(texts), len(texts)) + shared) + record(0x0A)
    bodies = [_begin(MACRO_SHEET if kind else WORKSHEET) + cells + record(0x0A) for _, cells in sheets]
    listed = [_listed(0, name, kind, state) for name, _ in sheets]
    at = len(before) + sum(map(len, listed)) + len(after)
    listed = []
    for (name, _), body in zip(sheets, bodies, strict=True):
        listed.append(_listed(at, name, kind, state))
        at += len(body)
    return before + b"".join(listed) + after + b"".join(bodies)


def old_workbook(
    cells: bytes = b"", texts: Sequence[str] = (), *, besides: Content | None = None, **how: object
) -> bytes:
    """A .xls file of one sheet “台账”, with whatever else is in the compound file."""
    content: Content = {"Workbook": stream([("台账", cells)], texts, **how)}  # type: ignore[arg-type] # the same words
    return compound({**content, **(besides or {})})


def _begin(kind: int) -> bytes:
    return record(0x809, struct.pack("<HHHHII", 0x0600, kind, 0x0DBB, 0x07CC, 0, 6))


def _listed(at: int, name: str, kind: int, state: int) -> bytes:
    encoded = name.encode("utf-16-le")
    return record(0x85, struct.pack("<IBBBB", at, state, kind, len(name), 1) + encoded)
