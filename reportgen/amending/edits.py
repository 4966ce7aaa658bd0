"""What is to change: edits, gathered by the place they go to, and what they make of plain data."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

from reportgen.reading.places import Path
from reportgen.reading.text import first_control

FullForm: TypeAlias = Callable[[Path, object, bool], object]
"""The record (or, if True, the list) that the shorter form of a value at a path stands for."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A value for the place at `path`: keys and indexes from the file's top, ("问题清单", 3, "整改状态").

    `value` is text, a list or a dict of such; None takes the key or the item away, and with its last key the record
    that stands below a key. Indexes mean the text before any edit; one behind the last item adds an item. Parents that
    are not there come with it, and a shorter form (a measure as its bare content) becomes the record it stands for.
    """

    path: Path
    value: object


class OneLine(dict[str, object]):
    """A record that is written in braces, on one line."""


@dataclass(slots=True)
class Wish:
    """What edits want of one place: values for it (several only where items are added), and more below it."""

    values: list[object] = field(default_factory=list)
    below: dict[str | int, "Wish"] = field(default_factory=dict)

    @property
    def for_list(self) -> bool:
        """Whether what is wanted below are items. Raises TypeError where keys are wanted beside them."""
        kinds = {type(step) for step in self.below}
        if len(kinds) > 1:
            raise TypeError(f"keys and indexes below one value: {list(self.below)}")
        return int in kinds


def gathered(edits: Iterable[Edit]) -> Wish:
    """All edits as one tree.

    Raises ValueError for an edit without a path or text with control characters, TypeError for what no data file can hold.
    """
    root = Wish()
    for edit in edits:
        if not edit.path or not isinstance(edit.path[0], str):
            raise ValueError(f"an edit needs a path that begins with a key, not {edit.path}")
        spot = root
        for step in edit.path:
            spot = spot.below.setdefault(step, Wish())
        spot.values.append(None if edit.value is None else _checked(edit.value))
    return root


def _checked(value: object) -> object:
    """The value in plain text, lists and dicts; keys without a value are left out, as the reader does."""
    if isinstance(value, str):
        if character := first_control(value):
            raise ValueError(f"a data file cannot hold {character!r}: {value!r}")
        return str.__str__(value)
    if isinstance(value, list | tuple):
        return [_checked(item) for item in value]
    if isinstance(value, dict):
        kind = OneLine if isinstance(value, OneLine) else dict
        return kind({str(_checked(key)): _checked(item) for key, item in value.items() if item is not None})
    raise TypeError(f"a data file holds text, lists and records, not {value!r}")


def wanted(old: object, wish: Wish, path: Path, full_form: FullForm) -> object:
    """The value that a wish makes of an old one; None is no value."""
    if len(wish.values) > 1:
        raise ValueError(f"two values for one place: {path}")
    base = wish.values[0] if wish.values else old
    if not wish.below:
        return base
    holder = _holder(base, wish, path, full_form)
    if isinstance(holder, list):
        items = _items(holder, wish, path, full_form)
        return None if base is None and not items else items
    record = dict(holder)
    for step, below in wish.below.items():
        value = wanted(record.get(str(step)), below, (*path, step), full_form)
        if value is None:
            record.pop(str(step), None)
        else:
            record[str(step)] = value
    if not record and (base is None or (path and isinstance(path[-1], str))):
        return None
    return base if record == holder else record


def _holder(base: object, wish: Wish, path: Path, full_form: FullForm) -> dict[str, object] | list[object]:
    if base is None:
        return [] if wish.for_list else {}
    if not isinstance(base, list if wish.for_list else dict):
        base = full_form(path, base, wish.for_list)
    if isinstance(base, list if wish.for_list else dict):
        assert isinstance(base, dict | list)
        return base
    raise TypeError(f"{path} holds {base!r}, which has nothing below it")


def _items(items: list[object], wish: Wish, path: Path, full_form: FullForm) -> list[object]:
    kept = []
    for index, item in enumerate(items):
        below = wish.below.get(index)
        value = wanted(item, below, (*path, index), full_form) if below else item
        if value is not None or below is None:
            kept.append(value)
    return [*kept, *added(len(items), wish, path, full_form)]


def added(length: int, wish: Wish, path: Path, full_form: FullForm) -> list[object]:
    """The items that a wish adds behind a list of this length. Raises IndexError where one would leave a gap."""
    items: list[object] = []
    for index in sorted(int(step) for step in wish.below if int(step) >= length or int(step) < 0):
        below = wish.below[index]
        last = Wish(below.values[-1:], below.below)
        new = [*below.values[:-1], wanted(None, last, (*path, index), full_form)]
        if not length <= index <= length + len(items):
            raise IndexError(f"{(*path, index)}: the list has {length} items")
        items += [item for item in new if item is not None]
    return items
