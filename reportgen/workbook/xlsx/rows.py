"""The rows of a sheet that hold something, found in its bytes before any XML is read.

Office programs keep a format for each of a million empty rows; reading those as XML would take longer than anything
else, and whether a sheet has too many rows must be known at once.
"""

import re
from collections.abc import Iterable, Iterator

_ROW = b'<row r="'
_LONGEST_ROW_BYTES = 4 << 20
_SHEET = re.compile(rb"<([A-Za-z_][\w.-]*:)?worksheet[\s>]")
_EMPTY_CELL = re.compile(rb'<c r="[A-Z]+\d+"(?: s="\d+")?(?: t="n")?(?: ?/>|></c>)')
_HOLDS = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?(?:v(?:\s[^<>]*)?>[^<]|f[\s>/]|is[\s>])")


def without_empty_rows(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The same sheet without most rows that hold no value, and without most cells that hold none.

    An empty row is taken out only where the next one says its number, an empty cell only where every cell of its row
    says its address, so that nothing comes to stand elsewhere.
    """
    held = b""
    source = iter(chunks)
    for chunk in source:
        held += chunk
        if b"<!" in held:  # a comment or CDATA may hold what looks like rows
            yield held
            yield from source
            return
        last = held.rfind(_ROW)
        if last >= 0:
            yield _leaner(held[:last])
            held = held[last:]
        if len(held) > _LONGEST_ROW_BYTES:
            yield held[: -len(_ROW)]
            held = held[-len(_ROW) :]
    yield held


def _leaner(rows: bytes) -> bytes:
    """Whole rows, and what stands before them, without those that are empty."""
    first = rows.find(_ROW)
    if first < 0:
        return rows
    if not _may_hold(rows[first:]):
        return rows[:first]
    before, *each = rows.split(_ROW)
    return before + b"".join(_ROW + _without_empty_cells(row) for row in each if _may_hold(row))


def _without_empty_cells(row: bytes) -> bytes:
    """A format for each cell of a merged range is three quarters of a ledger."""
    addressed = row.count(b"<c ") == row.count(b'<c r="') and b"<c>" not in row
    return _EMPTY_CELL.sub(b"", row) if addressed else row


def _may_hold(row: bytes) -> bool:
    return b"</v" in row or b"</is" in row or b"<f" in row


def has_more_rows_than(limit: int, chunks: Iterable[bytes]) -> bool:
    """Whether more rows than that hold a value; stops as soon as it is known. May miss a few: it never sees too many."""
    found = 0
    marker = b""
    for chunk in chunks:
        if not marker:
            sheet = _SHEET.search(chunk)
            prefix = sheet[1] or b"" if sheet else b""
            marker = b"<" + prefix + b"row"
        found += sum(1 for row in chunk.split(marker)[1:] if _HOLDS.search(row))
        if found > limit:
            return True
    return False
