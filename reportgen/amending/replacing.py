"""One value of a record or a list in block style replaced by another."""

import re

from reportgen.amending.draft import Draft, Slot
from reportgen.amending.fragments import Fragment, Setting
from reportgen.reading.places import Node

# The reader points out text that may have been meant and is a comment to YAML.
_DOUBTFUL_COMMENT = re.compile(r"\s#\S")


def replace(draft: Draft, slot: Slot, value: object) -> None:
    """Put a value in the place of the old one; comments beside and inside it stay."""
    node = slot.node
    if _is_block(node) and not slot.is_item and draft.spans.leads_its_line(_first_start(draft, node)):
        _replace_below(draft, slot, value)
    elif node.style in ("|", ">"):
        _replace_block_text(draft, slot, value)
    else:
        _replace_on_the_line(draft, slot, value)


def _is_block(node: Node) -> bool:
    return not node.style and isinstance(node.value, dict | list)


def _is_empty(node: Node) -> bool:
    """Whether nothing is written where the value would be (`备注:`)."""
    return node.value is None and node.mark == node.end


def _fragment(draft: Draft, slot: Slot, value: object, setting: Setting) -> Fragment:
    if slot.is_item:
        return draft.fragments.as_item(value, _item_column(draft, slot), slot.path, setting)
    return draft.fragments.below_key(value, slot.column, slot.path, setting)


def _item_column(draft: Draft, slot: Slot) -> int:
    gap = draft.fragments.habits.gap
    return draft.spans.column(slot.after) - 1 + gap if _is_empty(slot.node) else slot.column


def _setting(draft: Draft, slot: Slot, behind: int, floor: int, body_column: int = 0) -> Setting:
    """What the place asks for; `behind` is the end of the old value on its line."""
    node = slot.node
    tail = draft.spans.text[behind : draft.spans.line_end(behind)]
    was_pointed_out = (
        not slot.is_item and node.style == "" and isinstance(node.value, str) and '"' not in node.value
        and node.mark[0] == node.end[0]
    )  # fmt: skip
    return Setting(
        floor=floor,
        quoted=bool(_DOUBTFUL_COMMENT.search(tail)) and not was_pointed_out,
        brackets=bool(node.value) and node.style in ("[", "{"),
        body_column=body_column,
    )


def _replace_below(draft: Draft, slot: Slot, value: object) -> None:
    """The old value is a list or a record on the lines below its key."""
    spans, node = draft.spans, slot.node
    first, last = spans.line_start(_first_start(draft, node)), spans.next_line(spans.stop(node))
    comments = [" " * slot.column + comment for comment in spans.comments_within(node)]
    under_key = spans.next_line(slot.after)
    setting = _setting(draft, slot, slot.after, max(spans.floor(under_key), spans.floor(last)))
    head, body = _fragment(draft, slot, value, setting)
    if not head:
        draft.put_lines(first, last, [*body, *comments])
        return
    _put_behind_key(draft, slot, head)
    draft.put_lines(under_key, under_key, body)
    draft.put_lines(first, last, comments)


def _first_start(draft: Draft, node: Node) -> int:
    if isinstance(node.value, dict):
        return draft.spans.key_start(next(iter(node.value.values())))
    assert isinstance(node.value, list)
    return draft.spans.dash(node.value[0], draft.spans.dash_column(node))


def _put_behind_key(draft: Draft, slot: Slot, head: str) -> None:
    """Text behind a colon or a dash that had nothing behind it."""
    end = draft.spans.line_end(slot.after)
    blank = not draft.spans.text[slot.after : end].strip(" ")
    lead = " " * (draft.fragments.habits.gap - 1) if slot.is_item else " "
    draft.put(slot.after, end if blank else slot.after, lead + head)


def _replace_block_text(draft: Draft, slot: Slot, value: object) -> None:
    """The old value is a text below | or >."""
    spans, node = draft.spans, slot.node
    header, (first, last) = spans.header(node), spans.body(node)
    setting = _setting(draft, slot, header[1], spans.floor(last), spans.body_column(node))
    head, body = _fragment(draft, slot, value, setting)
    _put_head(draft, slot, spans.start(node), header[1], head)
    draft.put_lines(first, last, body)


def _replace_on_the_line(draft: Draft, slot: Slot, value: object) -> None:
    """The old value stands behind its key or dash, or nothing does."""
    spans, node = draft.spans, slot.node
    stop = spans.stop(node)
    below = spans.next_line(stop)
    setting = _setting(draft, slot, stop, spans.floor(below))
    head, body = _fragment(draft, slot, value, setting)
    if _is_block(node):
        dash = " " * (spans.column(slot.after) - 1)
        body = (*body, *(dash + comment for comment in spans.comments_within(node)))
    if _is_empty(node):
        if head:
            _put_behind_key(draft, slot, head)
    else:
        _put_head(draft, slot, spans.start(node), stop, head)
    draft.put_lines(below, below, body)


def _put_head(draft: Draft, slot: Slot, start: int, stop: int, head: str) -> None:
    """The first line of the new value in the place of the old one; nothing, where all of it comes below."""
    spans = draft.spans
    if head:
        draft.put(start, stop, head)
    elif spans.line_start(start) == spans.line_start(slot.after):
        draft.put(slot.after, stop, "")
    elif spans.leads_its_line(start) and not spans.text[stop : spans.line_end(stop)].strip(" "):
        draft.put(spans.line_start(start), spans.next_line(stop), "")
    else:
        draft.put(start, stop, "")
