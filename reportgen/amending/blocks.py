"""Changes of records and lists that are written on lines of their own."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import TypeAlias

from reportgen.amending.changes import Change, Fields, Gone, Items, Whole
from reportgen.amending.draft import Draft, Slot, anchored
from reportgen.amending.flows import change_in_flow
from reportgen.amending.fragments import Setting
from reportgen.amending.replacing import replace
from reportgen.amending.spans import Spans
from reportgen.reading.places import Node, Path

_Lines: TypeAlias = Callable[[Setting], tuple[str, ...]]
_New: TypeAlias = dict[int, list[_Lines]]
"""What comes in before the part of an index, or behind the last."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A key with its value or a dash with its item, and what is to become of it. `column` is that of key or dash."""

    spans: Spans
    node: Node
    path: Path
    column: int
    change: Change | None

    @property
    def stays(self) -> bool:
        return not isinstance(self.change, Gone)

    @property
    def start(self) -> int:
        """The first character of the key, or the dash."""
        spans, node = self.spans, self.node
        return spans.dash(node, self.column) if isinstance(self.path[-1], int) else spans.key_start(node)

    @property
    def first_line(self) -> int:
        return self.spans.line_start(self.start)

    @property
    def end(self) -> int:
        """The start of the line below."""
        return self.spans.next_line(self.spans.stop(self.node))

    @property
    def slot(self) -> Slot:
        spans, node, key = self.spans, self.node, self.path[-1]
        if isinstance(key, int):
            return Slot(node, self.path, self.start + 1, spans.column(spans.start(node)), is_item=True)
        after = spans.colon_end(key, node) or spans.key_end(key, node)
        return Slot(node, self.path, after, self.column, is_item=False)


def change_block(draft: Draft, node: Node, change: Fields | Items, path: Path) -> None:
    """Change some keys or items of a block collection."""
    if isinstance(change, Fields) and isinstance(node.value, dict):
        _change_record(draft, node.value, change, path)
    elif isinstance(change, Items) and isinstance(node.value, list):
        _change_list(draft, node, node.value, change, path)


def _change_record(draft: Draft, children: dict[str, Node], fields: Fields, path: Path) -> None:
    spans, changes = draft.spans, fields.changes
    column = spans.column(spans.key_start(next(iter(children.values()))))
    parts = [_Part(spans, child, (*path, key), column, changes.get(key)) for key, child in children.items()]
    staying = [key for key, part in zip(children, parts, strict=True) if part.stays]
    added = {key: change.value for key, change in changes.items() if key not in children and isinstance(change, Whole)}
    places = {key: index + 1 for index, key in enumerate(children)}
    new: _New = {
        places[anchor] if anchor else 0: [
            partial(draft.fragments.entry, key, added[key], column, (*path, key)) for key in keys
        ]
        for anchor, keys in anchored(staying, added, draft.fragments.orders(path)).items()
    }
    _change_parts(draft, parts, new)


def _change_list(draft: Draft, node: Node, children: list[Node], items: Items, path: Path) -> None:
    spans = draft.spans
    column = spans.dash_column(node)
    parts = [
        _Part(spans, child, (*path, index), column, items.changes.get(index)) for index, child in enumerate(children)
    ]
    new: _New = {
        place: [partial(draft.fragments.item, item, column, (*path, place)) for item in added]
        for place, added in items.new.items()
    }
    _change_parts(draft, parts, new, between=_blank_lines(parts) if new else ())


def _blank_lines(parts: list[_Part]) -> tuple[str, ...]:
    """A blank line, if the last two items of a list have one between them."""
    if len(parts) < 2:
        return ()
    gap = parts[-1].spans.text[parts[-2].end : parts[-1].first_line]
    return ("",) if any(not line.strip(" ") for line in gap.split("\n")[:-1]) else ()


def _change_parts(draft: Draft, parts: list[_Part], new: _New, between: tuple[str, ...] = ()) -> None:
    spans = draft.spans
    first = 0
    if spans.leads_its_line(parts[0].start):
        for lines in new.get(0, ()):
            draft.put_lines(parts[0].first_line, parts[0].first_line, (*lines(Setting()), *between))
    else:
        first = _begin_on_the_line(draft, parts, new)
    for index, part in enumerate(parts[first:], first):
        behind = new.get(index + 1, ())
        if not part.change and not behind:
            continue
        end = part.end
        if not part.stays:
            end = draft.erase_lines(part.first_line, end, part.column)
        elif part.change:
            _change_value(draft, part.slot, part.change)
        for lines in behind:
            place = spans.behind_comments(end, part.column)
            draft.put_lines(place, place, (*between, *lines(Setting(spans.floor(place)))))


def _begin_on_the_line(draft: Draft, parts: list[_Part], new: _New) -> int:
    """Parts up to the first that stays, where the first of them stands behind a dash; the index of the one that stays."""
    first = next(index for index, part in enumerate(parts) if part.stays)
    before = [line for index in range(first + 1) for lines in new.get(index, ()) for line in lines(Setting())]
    start, place = parts[0].start, parts[first].start
    if any(part.end != below.first_line for part, below in pairwise(parts[: first + 1])):
        _leave_the_dash(draft, parts[:first])
        draft.put_lines(parts[first].first_line, parts[first].first_line, before)
        return first
    draft.put(start, place, "")
    indent = " " * parts[0].column
    if before:
        draft.put(place, place, "\n".join([*before, indent]).removeprefix(indent))
    return first


def _leave_the_dash(draft: Draft, parts: list[_Part]) -> None:
    """Take parts away one by one, since comments between them stay; the dash before the first stays too."""
    line = parts[0].first_line
    dash = line + len(draft.spans.text[line : parts[0].start].rstrip(" "))
    draft.put(dash, parts[0].end - 1, "")
    for part in parts[1:]:
        draft.erase_lines(part.first_line, part.end, part.column)


def _change_value(draft: Draft, slot: Slot, change: Change) -> None:
    if isinstance(change, Whole):
        replace(draft, slot, change.value)
    elif isinstance(change, Fields | Items):
        (change_in_flow if slot.node.style else change_block)(draft, slot.node, change, slot.path)
