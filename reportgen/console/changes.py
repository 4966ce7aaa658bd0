"""Changes of the ledger as a clerk reads them: issue by issue, what was and what comes."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Protocol

from reportgen.console.width import columns, wrapped

SHOWN_CHANGES = 60
_LONG = 44
"""Columns of a value before it is cut."""
_CONTEXT = 6
"""Characters shown before the first that differs."""
_NUMBERED = re.compile(r"(\S+) \d+(?= )")


class Target(Protocol):
    """The issue of a change."""

    @property
    def number(self) -> int: ...
    @property
    def title(self) -> str: ...
    @property
    def record(self) -> str: ...
    @property
    def new(self) -> bool: ...


class Shown(Protocol):
    """A change as it is shown."""

    @property
    def target(self) -> Target: ...
    @property
    def field(self) -> str: ...
    @property
    def was(self) -> str: ...
    @property
    def comes(self) -> str: ...
    @property
    def rule(self) -> str | None: ...
    @property
    def where(self) -> str: ...


def changes_text(changes: Sequence[Shown], width: int, everything: bool) -> str:
    """All changes, below the issue each belongs to; a long list is cut and says what is left out."""
    shown = changes if everything else changes[:SHOWN_CHANGES]
    lines: list[str] = []
    heading = None
    for change in shown:
        target = change.target
        if target.number != heading:
            heading = target.number
            new = "（新增）" if target.new and not target.record else ""
            lines.append(clipped(f"问题 {target.number}{new}  {target.title}", width))
        lines += _lines(change, width, everything)
    if len(shown) < len(changes):
        left_out = Counter(_NUMBERED.sub(r"\1", change.field) for change in changes[len(shown) :])
        counts = "、".join(f"{field} {count} 处" for field, count in left_out.most_common())
        note = f"（只列出前 {len(shown)} 处，还有 {len(changes) - len(shown)} 处没有列出：{counts}；加 -v 列出全部）"
        lines += wrapped(note, width)
    return "\n".join(lines)


def _lines(change: Shown, width: int, everything: bool) -> Iterable[str]:
    was, comes = (change.was, change.comes) if everything else where_they_part(change.was, change.comes)
    rows = wrapped(f"{change.field}：{was} → {comes}", width - 4)
    yield f"  {rows[0]}"
    yield from (f"    {row}" for row in rows[1:])
    note = "，".join(part for part in (change.where, change.rule) if part)
    yield from (f"    {row}" for row in wrapped(f"（{note}）", width - 4))


def where_they_part(*values: str, width: int = _LONG) -> list[str]:
    """Values on one line each, cut so that what is different is seen."""
    parting = (place for place, letters in enumerate(zip(*values, strict=False)) if len(set(letters)) > 1)
    shared = next(parting, min(map(len, values)))
    long = max(map(columns, values)) > width
    start = shared - _CONTEXT if long and shared > 2 * _CONTEXT else 0
    return [clipped("…" * (start > 0) + value[start:], width) for value in values]


def clipped(text: str, width: int) -> str:
    """A text on one line of at most so many columns, cut at its end with …."""
    line = " ".join(text.split("\n"))
    if columns(line) <= width:
        return line
    kept = ""
    for character in line:
        if columns(kept + character) > width - 2:
            break
        kept += character
    return kept + "…"
