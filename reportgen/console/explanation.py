"""Where a figure comes from, as a clerk reads it on a terminal: what it means, how it is counted, its records."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from rich.console import RenderableType
from rich.text import Text

from reportgen.console.tables import GAP, Column, Screen, table, text_of
from reportgen.console.width import columns, wrapped
from reportgen.errors import Place
from reportgen.facts import Entry, Explanation, FactValue
from reportgen.wording import amount, official_date, percentage

SHOWN_RECORDS = 40
_LABEL = 6
_NOTE = 30
Record = tuple[Entry, Place]


def explanation_text(explanation: Explanation, records: Sequence[Record], as_of: str, screen: Screen) -> str:
    """One figure with its records; `as_of` says the date and where it comes from."""
    return text_of(screen, _parts(explanation, records, as_of, screen))


def _parts(explanation: Explanation, records: Sequence[Record], as_of: str, screen: Screen) -> Iterator[RenderableType]:
    yield Text(f"{explanation.name}：{_shown(explanation.value)}", style="bold")
    parts = "，".join(f"{name} {_shown(value)}" for name, value in explanation.parts)
    said = (("截至", as_of), ("含义", explanation.meaning), ("算法", explanation.formula), ("其中", parts))
    for label, text in said:
        if text:
            yield from _labelled(label, text, screen)
    if records:
        yield ""
        yield from _records(records, screen)


def _labelled(label: str, text: str, screen: Screen) -> Iterator[RenderableType]:
    first, *more = wrapped(text, screen.width - _LABEL)
    yield f"{label}  {first}"
    yield from (" " * _LABEL + line for line in more)


def _records(records: Sequence[Record], screen: Screen) -> Iterator[RenderableType]:
    """Records of one file below its name; how much each adds is shown where it is not one."""
    shown = records[: screen.cut(len(records), SHOWN_RECORDS)]
    for file in dict.fromkeys(place.file for _, place in records):
        count = sum(place.file == file for _, place in records)
        yield Text(f"{file} 里的 {count} 条记录", style="bold")
        yield _table([record for record in shown if record[1].file == file], screen)
    if len(shown) < len(records):
        yield f"（只列出前 {len(shown)} 条，加 -v 列出全部）"


def _table(records: Sequence[Record], screen: Screen) -> RenderableType:
    weights = [_shown(entry.weight) for entry, _ in records]
    fixed = [Column("行", 6, right=True)]
    if any(weight != "1" for weight in weights):
        fixed.append(Column("计入", max(map(columns, [*weights, "计入"])), right=True))
    note = min(max((columns(entry.note) for entry, _ in records), default=0), _NOTE)
    left = screen.table_width - sum(column.width + GAP for column in fixed) - (note + GAP if note else 0)
    layout = [*fixed, *([Column("说明", max(note, 4))] if note else []), Column("记录", left)]
    rows = [
        [str(place.line or ""), *([weight] if len(fixed) > 1 else []), *([entry.note] if note else []), entry.shown]
        for (entry, place), weight in zip(records, weights, strict=True)
    ]
    return table(screen, layout, rows)


def _shown(value: FactValue) -> str:
    """A figure as a document has it."""
    if isinstance(value, Fraction):
        return percentage(value)
    if isinstance(value, Decimal):
        return amount(value)
    return official_date(value) if isinstance(value, date) else str(value)
