"""Measures in a workbook: one a row, or several numbered ones in one cell; and which of the ledger each is."""

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportgen.exchange.columns import CONTENT
from reportgen.exchange.reading import folded
from reportgen.exchange.rows import Row

_ALIKE = 0.5
"""From this share of common characters on, a measure at the same place is the same one in other words."""
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_START = re.compile(rf"\s*(?:[（(](\d{{1,2}})[)）]|(\d{{1,2}})\s*[.．、](?!\d)|([{_CIRCLED}]))\s*")


@dataclass(frozen=True, slots=True)
class Piece:
    """One measure as the table gives it, with the rows that its cell goes over; `rule` says how its text was cut."""

    rows: tuple[Row, ...]
    content: str
    rule: str | None = None

    @property
    def row(self) -> Row:
        """The first of its rows."""
        return self.rows[0]


def pieces_in(rows: Sequence[Row]) -> tuple[Piece, ...]:
    """The measures in the rows of an issue. Numbers at their beginning go where they run on from 1 over all of them.

    Several in one cell only where every one begins a line and they are numbered from 1 on.
    """
    groups = list(_by_cell(rows))
    texts = [_content(group[0]) for group in groups]
    running = [] if any(row.marked for row in rows) else _running(texts)
    found: list[Piece] = []
    for order, (group, text) in enumerate(zip(groups, texts, strict=True)):
        parts = () if group[0].marked else running[order] if running else numbered_parts(text)
        if len(parts) > 1:
            found += [Piece(group, part, f"一格里写了 {len(parts)} 条，按序号拆开") for part in parts]
        elif running:
            found.append(Piece(group, parts[0], "去掉了开头的序号"))
        else:
            found.append(Piece(group, text))
    return tuple(found)


def _by_cell(rows: Sequence[Row]) -> Iterator[tuple[Row, ...]]:
    """Rows together that share one cell; rows without text only where they are marked."""
    found: list[list[Row]] = []
    at: dict[str, int] = {}
    for row in rows:
        cell = row.cells.get(CONTENT)
        address = cell.address if cell is not None and _content(row) else ""
        if address in at and not row.marked:
            found[at[address]].append(row)
        elif address or row.marked:
            found.append([row])
            at.update({address: len(found) - 1} if address else {})
    return map(tuple, found)


def _content(row: Row) -> str:
    cell = row.cells.get(CONTENT)
    return folded(str(cell.value)) if cell is not None and cell.value is not None else ""


def _running(texts: Sequence[str]) -> list[tuple[str, ...]]:
    """The parts of texts that are numbered throughout; none where the numbers do not run on."""
    found: list[tuple[str, ...]] = []
    for text in texts:
        parts = numbered_parts(text, sum(map(len, found)) + 1)
        if not parts:
            return []
        found.append(parts)
    return found


def numbered_parts(text: str, first: int = 1) -> tuple[str, ...]:
    """The parts of a text whose lines begin with 1. 2. 3., （1）（2） or ①②; none where the numbers do not run on."""
    parts: list[str] = []
    for line in text.split("\n"):
        found = _START.match(line)
        number = _number(found) if found else 0
        if found and number == len(parts) + first:
            parts.append(line[found.end() :].strip())
        elif found or not parts:
            return ()
        else:
            parts[-1] += "\n" + line.strip()
    return tuple(parts) if all(parts) else ()


def _number(found: "re.Match[str]") -> int:
    return int(found[1] or found[2]) if found[1] or found[2] else _CIRCLED.index(found[3]) + 1


def match(pieces: Sequence[Piece], contents: Sequence[str]) -> Iterator[tuple[Piece, int]]:
    """Each piece with the index of its measure: by its mark, by the same words, else by its place where the words are
    much alike; new ones behind.
    """
    taken: dict[int, int] = {}
    for order, piece in enumerate(pieces):
        if piece.row.spot is not None and piece.row.spot.measure is not None:
            taken[order] = piece.row.spot.measure
    words = [folded(content) for content in contents]
    for order, piece in enumerate(pieces):
        same = [index for index, word in enumerate(words) if word == piece.content and index not in taken.values()]
        if order not in taken and piece.content and same:
            taken[order] = same[0]
    further = len(contents)
    for order, piece in enumerate(pieces):
        if order in taken:
            yield piece, taken[order]
        elif not piece.content:
            continue
        elif _rewritten(piece, order, words) and order not in taken.values():
            yield piece, order
        else:
            yield piece, further
            further += 1


def _rewritten(piece: Piece, order: int, words: Sequence[str]) -> bool:
    if order >= len(words) or piece.row.marked:
        return False
    return difflib.SequenceMatcher(None, piece.content, words[order]).ratio() >= _ALIKE
