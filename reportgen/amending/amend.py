"""Edits → the text of a data file with only the lines of the edited values changed."""

from collections.abc import Callable, Mapping, Sequence

from reportgen.amending.blocks import change_block
from reportgen.amending.changes import Change, Fields, Items, Whole, planned
from reportgen.amending.draft import Draft
from reportgen.amending.edits import Edit, OneLine, gathered, wanted
from reportgen.amending.flows import change_in_flow
from reportgen.amending.fragments import Fragments, Setting, in_order
from reportgen.amending.habits import habits_of
from reportgen.amending.key_order import KeyOrder
from reportgen.amending.pen import Pen
from reportgen.amending.source import Source, Splice
from reportgen.amending.spans import Spans, leaves
from reportgen.errors import ProblemsFound
from reportgen.reading.places import Node, Path
from reportgen.reading.yaml_tree import parse_tree
from reportgen.terms import chinese

Orders = KeyOrder | Callable[[Path], Sequence[str]]


def amended(text: str, edits: Sequence[Edit], orders: Orders) -> str:
    """The text of a data file, as decoded, with the edits in it: its BOM, line ends, comments and layout stay.

    `orders` gives the order of keys of the record at a path, for keys that are new; from `key_order(model)` it also
    knows the shorter forms that values may have, else a bare text is taken for 内容. Raises ProblemsFound for a text
    that the reader cannot read; ValueError, TypeError or IndexError for edits that make no sense; AssertionError if the
    new text does not mean what the old one did with the edits made, which is a bug.
    """
    source = Source(text)
    return _amended(source, _readable(source.text), edits, orders)


def appended_lines(text: str, key: str, entries: Sequence[Mapping[str, object]]) -> str:
    """The text of a data file with records added to the list below a key of its top, each on one line in braces.

    Raises as `amended` does.
    """
    source = Source(text)
    root = _readable(source.text)
    old = root.child(key) if root else None
    length = len(old.value) if old and isinstance(old.value, list) else 0
    edits = [Edit((key, length + index), OneLine(entry)) for index, entry in enumerate(entries)]
    return _amended(source, root, edits, _as_given)


def _as_given(_: Path) -> tuple[str, ...]:
    return ()


def _bare_content(_: Path, value: object, as_list: bool) -> object:
    return [value] if as_list else {chinese("content"): value} if isinstance(value, str) else value


def _amended(source: Source, root: Node | None, edits: Sequence[Edit], orders: Orders) -> str:
    wish = gathered(edits)
    full_form = orders.full_form if isinstance(orders, KeyOrder) else _bare_content
    old = root.plain() if root else None
    new = wanted(old, wish, (), full_form)
    change = planned(root, wish, (), full_form)
    if change is None:
        must_mean(old, new)
        return source.raw
    draft = Draft(Spans(source, root), Fragments(Pen(), habits_of(root), orders))
    _change_root(draft, root, change)
    text = source.spliced([*draft.splices, *_closed_end(draft, source, root)])
    must_mean(_read(text), new)
    return text


def _readable(text: str) -> Node | None:
    root, problems = parse_tree(text, "")
    if problems:
        raise ProblemsFound(problems)
    return root


def _change_root(draft: Draft, root: Node | None, change: Change) -> None:
    spans = draft.spans
    if isinstance(change, Fields | Items) and root is not None:
        (change_in_flow if root.style else change_block)(draft, root, change, ())
    elif isinstance(change, Whole) and isinstance(change.value, dict):
        lines: list[str] = []
        for key in in_order(change.value, draft.fragments.orders(())):
            lines += draft.fragments.entry(key, change.value[key], 0, (key,), Setting())
        empty = root is None or root.value is None
        start, stop = (len(spans.text),) * 2 if empty or root is None else (spans.start(root), spans.stop(root))
        draft.put(start, stop, "\n".join(lines) + "\n" * empty)


def _closed_end(draft: Draft, source: Source, root: Node | None) -> list[Splice]:
    """Lines come behind a last line without an end: a block scalar there must not gain the line feed."""
    end = len(draft.spans.text)
    if root is None or not source.ends_open or not any(splice.start == end for splice in draft.splices):
        return []
    last = [*leaves(root)][-1]
    if last.style not in ("|", ">"):
        return []
    start, stop = draft.spans.header(last)
    header = draft.spans.text[start:stop]
    changed = any(splice.start < stop and splice.end > start for splice in draft.splices)
    return [] if changed or "-" in header else [Splice(start, stop, header.replace("+", "") + "-")]


def _read(text: str) -> object:
    root, problems = parse_tree(Source(text).text, "")
    if problems:
        raise AssertionError(f"the amended text has problems: {problems}")
    return root.plain() if root else None


def must_mean(read: object, new: object) -> None:
    """The last check of every amendment: raises AssertionError unless what was read back is what was wanted."""
    if (read or {}) != (new or {}):
        raise AssertionError("the amended text does not say what it should")
