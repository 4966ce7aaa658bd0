"""What calamine does not tell of a BIFF stream (MS-XLS): locks, links, macros, errors, hidden rows, and how large it is."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from reportgen.workbook.refusing import Refused, damaged, external, locked, macros, too_large

RECORDS_LIMIT: Final = 1_000_000
ERRORS: Final = MappingProxyType(
    {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}
)
_BEGIN, _END, _LOCK, _LINK, _EPOCH, _LISTED = 0x809, 0x0A, 0x2F, 0x1AE, 0x22, 0x85
_FORMULA, _TRUTH_OR_ERROR, _ROW, _COLUMNS = 0x06, 0x205, 0x208, 0x7D
_SEVERAL_NUMBERS = 0xBD
_ONE_VALUE = frozenset({_FORMULA, _TRUTH_OR_ERROR, 0x203, 0x204, 0x27E, 0xFD, 0xD6})
_OWN_LINKS = (0x401, 0x3A01)  # to the workbook itself, to functions of add-ins
_MACRO_SHEET, _MODULE = 1, 6
_IS_ERROR, _NOT_A_NUMBER = 2, 0xFFFF
_ROW_HIDDEN, _COLUMN_HIDDEN = 0x20, 0x1

_Record = tuple[int, int, int]
"""The kind of a record, where its content begins, how long it is."""


@dataclass(slots=True)
class SheetSurvey:
    """Where a sheet has values and errors, and what is hidden; rows and columns count from 1."""

    name: str = ""
    rows: set[int] = field(default_factory=set)
    columns: set[int] = field(default_factory=set)
    cells: int = 0
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)

    @property
    def area(self) -> int:
        """How many cells lie between the first and the last, with those that are empty."""
        if not self.rows:
            return 0
        return (max(self.rows) - min(self.rows) + 1) * (max(self.columns) - min(self.columns) + 1)


@dataclass(frozen=True, slots=True)
class Survey:
    """A BIFF stream: its sheets in the order in which they are listed, and its first day."""

    sheets: tuple[SheetSurvey, ...]
    epoch_1904: bool


def survey(stream: bytes) -> Survey:
    """Look over a BIFF stream.

    Refused: workbook-password, workbook-macro, workbook-external, workbook-too-large, workbook-damaged.
    """
    try:
        return _survey(_Records(stream))
    except struct.error:
        raise damaged("记录不完整") from None


class _Records:
    """The records of a stream, which may be looked at more than once, but not without end."""

    def __init__(self, stream: bytes) -> None:
        self.stream = stream
        self._left = RECORDS_LIMIT

    def beginning_at(self, at: int) -> Iterator[_Record]:
        """The records from there to the end of what begins there, charts within left out."""
        depth = 0
        while at + 4 <= len(self.stream):
            kind, size = struct.unpack_from("<HH", self.stream, at)
            at += 4
            self._left -= 1
            if self._left < 0:
                raise too_large("工作簿里的记录过多")
            if at + size > len(self.stream) or (depth == 0 and kind != _BEGIN):
                raise damaged("记录不完整")
            if kind == _BEGIN:
                depth += 1
            elif kind == _END:
                depth -= 1
                if depth == 0:
                    return
            elif depth == 1:
                yield kind, at, size
            at += size
        raise damaged("表格数据没有结尾")


def _survey(records: _Records) -> Survey:
    stream = records.stream
    listed: list[tuple[str, int]] = []
    epoch_1904 = False
    linked: Refused | None = None
    for kind, at, size in records.beginning_at(0):
        if kind == _LOCK:
            raise locked()
        if kind == _EPOCH:
            epoch_1904 = struct.unpack_from("<H", stream, at) == (1,)
        elif kind == _LISTED:
            start, sheet_kind = struct.unpack_from("<IxB", stream, at)
            if sheet_kind in (_MACRO_SHEET, _MODULE):
                raise macros()
            listed.append((_name(stream[at + 6 : at + size]), start))
        elif kind == _LINK and size >= 4 and struct.unpack_from("<H", stream, at + 2)[0] not in _OWN_LINKS:
            linked = external()
    if linked:
        raise linked
    return Survey(tuple(_sheet(records, name, start) for name, start in listed), epoch_1904)


def _name(content: bytes) -> str:
    """The name of a sheet: how long, which encoding, the characters."""
    wide = len(content) > 1 and content[1] & 1
    return content[2:].decode("utf-16-le" if wide else "latin-1", "replace")


def _sheet(records: _Records, name: str, start: int) -> SheetSurvey:
    found, stream = SheetSurvey(name), records.stream
    for kind, at, size in records.beginning_at(start):
        if kind in _ONE_VALUE:
            row, column = struct.unpack_from("<HH", stream, at)
            _hold(found, row, column, column)
            if error := _error(stream, kind, at):
                found.errors[row + 1, column + 1] = error
        elif kind == _SEVERAL_NUMBERS:
            row, first = struct.unpack_from("<HH", stream, at)
            _hold(found, row, first, struct.unpack_from("<H", stream, at + size - 2)[0])
        elif kind == _ROW:
            if struct.unpack_from("<H", stream, at + 12)[0] & _ROW_HIDDEN:
                found.hidden_rows.add(struct.unpack_from("<H", stream, at)[0] + 1)
        elif kind == _COLUMNS:
            first, last, flags = struct.unpack_from("<HH4xH", stream, at)
            if flags & _COLUMN_HIDDEN:
                found.hidden_columns.update(range(first + 1, last + 2))
    return found


def _hold(found: SheetSurvey, row: int, first: int, last: int) -> None:
    found.rows.add(row + 1)
    found.columns.update(range(first + 1, last + 2))
    found.cells += max(last - first, 0) + 1


def _error(stream: bytes, kind: int, at: int) -> str | None:
    if kind == _TRUTH_OR_ERROR:
        code, is_error = struct.unpack_from("<BB", stream, at + 6)
        return ERRORS.get(code, "#N/A") if is_error else None
    if kind == _FORMULA:
        result, code, mark = struct.unpack_from("<BxBxxxH", stream, at + 6)
        return ERRORS.get(code, "#N/A") if mark == _NOT_A_NUMBER and result == _IS_ERROR else None
    return None
