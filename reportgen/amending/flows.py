"""Changes inside [ ] and { }, each where it stands."""

import re
from dataclasses import dataclass

from reportgen.amending.changes import Change, Fields, Gone, Items, Whole
from reportgen.amending.draft import Draft, anchored
from reportgen.reading.places import Node, Path

_COMMA = re.compile(r"\s*(?:#[^\n]*\n\s*)*,")


@dataclass(frozen=True, slots=True)
class _Part:
    """An item, or a key with its value, from its first character to behind its last; `key` where it has one."""

    node: Node
    start: int
    stop: int
    change: Change | None
    path: Path
    key: str | None = None

    @property
    def stays(self) -> bool:
        return not isinstance(self.change, Gone)


def change_in_flow(draft: Draft, node: Node, change: Fields | Items, path: Path) -> None:
    """Change some keys or items of a flow collection."""
    start, stop = draft.spans.start(node), draft.spans.stop(node)
    bare = isinstance(node.value, dict) and not draft.spans.text.startswith(("{", "!"), start)
    if bare:  # in [a: b] the record has no braces
        draft.put(start, start, "{")
    if isinstance(change, Fields) and isinstance(node.value, dict):
        _change_fields(draft, node, node.value, change, path)
    elif isinstance(change, Items) and isinstance(node.value, list):
        parts = _items(draft, node.value, change, path)
        new = {index: [draft.fragments.flow(item) for item in items] for index, items in change.new.items()}
        _change_parts(draft, parts, new)
    if bare:
        draft.put(stop, stop, "}")


def _items(draft: Draft, children: list[Node], items: Items, path: Path) -> list[_Part]:
    spans = draft.spans
    return [
        _Part(child, spans.start(child), spans.stop(child), items.changes.get(index), (*path, index))
        for index, child in enumerate(children)
    ]


def _change_fields(draft: Draft, node: Node, children: dict[str, Node], fields: Fields, path: Path) -> None:
    spans, fragments = draft.spans, draft.fragments
    parts = [
        _Part(child, spans.key_start(child), _pair_stop(draft, key, child), fields.changes.get(key), (*path, key), key)
        for key, child in children.items()
    ]
    staying = [part.key for part in parts if part.stays and part.key]
    new = {
        key: change.value for key, change in fields.changes.items() if key not in children and isinstance(change, Whole)
    }
    if not staying:
        draft.put(spans.start(node), spans.stop(node), fragments.flow(new))
        return
    places = {key: index + 1 for index, key in enumerate(children)}
    texts = {
        places[anchor] if anchor else 0: [fragments.pair(key, new[key]) for key in keys]
        for anchor, keys in anchored(staying, new, fragments.orders(path)).items()
    }
    _change_parts(draft, parts, texts)


def _pair_stop(draft: Draft, key: str, node: Node) -> int:
    if node.value is not None or node.mark != node.end:
        return draft.spans.stop(node)
    start, colon = draft.spans.start(node), draft.spans.colon_end(key, node)
    if colon is None:
        return draft.spans.key_end(key, node)
    return colon if draft.spans.text[colon:start].strip(" ") else start


def _change_parts(draft: Draft, parts: list[_Part], new: dict[int, list[str]]) -> None:
    """Change the parts; `new` holds what comes in before the part of an index (or behind the last)."""
    _erase(draft, parts)
    last: _Part | None = None
    waiting: list[str] = []
    for index, part in enumerate(parts):
        waiting += new.get(index, [])
        if not part.stays:
            continue
        if last is None:
            draft.put(part.start, part.start, "".join(f"{text}, " for text in waiting))
        else:
            draft.put(last.stop, last.stop, "".join(f", {text}" for text in waiting))
        waiting = []
        last = part
        if part.change:
            _change_value(draft, part, part.change)
    assert last
    waiting += new.get(len(parts), [])
    draft.put(last.stop, last.stop, "".join(f", {text}" for text in waiting))


def _change_value(draft: Draft, part: _Part, change: Change) -> None:
    if isinstance(change, Fields | Items):
        change_in_flow(draft, part.node, change, part.path)
    elif isinstance(change, Whole):
        text = draft.fragments.flow(change.value)
        if part.node.value is None and part.node.mark == part.node.end and part.key is not None:
            colon = draft.spans.colon_end(part.key, part.node)
            draft.put(colon or part.stop, part.stop, f" {text}" if colon else f": {text}")
        else:
            draft.put(draft.spans.start(part.node), part.stop, text)


def _erase(draft: Draft, parts: list[_Part]) -> None:
    """Take away what goes, with the commas that go with it. Comments between the parts stay."""
    last: _Part | None = None
    run: list[_Part] = []
    for part in parts:
        if not part.stays:
            run.append(part)
            continue
        _erase_run(draft, run, None, part)
        run, last = [], part
    _erase_run(draft, run, last, None)


def _erase_run(draft: Draft, run: list[_Part], before: _Part | None, behind: _Part | None) -> None:
    """Take a run of parts away, with the commas behind them or, at the end of the collection, the one before."""
    if not run:
        return
    start = run[0].start if behind else before.stop if before else run[0].start
    stop = behind.start if behind else run[-1].stop
    if "#" not in draft.spans.text[start:stop]:
        draft.put(start, stop, "")
        return
    for part in run:
        draft.put(part.start, part.stop, "")
        comma = _COMMA.match(draft.spans.text, part.stop)
        if comma:
            draft.put(comma.end() - 1, comma.end(), "")
