"""How a tree has to change: edits seen from the nodes that stand in the file."""

import difflib
from dataclasses import dataclass, field
from typing import TypeAlias

from reportgen.amending.edits import FullForm, Wish, added, wanted
from reportgen.reading.places import Node, Path


@dataclass(frozen=True, slots=True)
class Gone:
    """The key or the item goes."""


@dataclass(frozen=True, slots=True)
class Whole:
    """Another value takes the place of the old one, or a new one is written."""

    value: object


@dataclass(frozen=True, slots=True)
class Fields:
    """A record of which some keys change; those it does not have yet are new."""

    changes: dict[str, "Change"]


@dataclass(frozen=True, slots=True)
class Items:
    """A list of which some items change; `new` holds what comes in before an item (or behind the last)."""

    changes: dict[int, "Change"]
    new: dict[int, list[object]] = field(default_factory=dict)


Change: TypeAlias = Gone | Whole | Fields | Items


def planned(node: Node | None, wish: Wish, path: Path, full_form: FullForm) -> Change | None:
    """What has to change at a node; None where it may stay as it is."""
    if node is not None and not wish.values and wish.below and node.value:
        if isinstance(node.value, dict) and not wish.for_list:
            return _fields(node.value, wish, path, full_form)
        if isinstance(node.value, list) and wish.for_list:
            return _items(node.value, wish, path, full_form)
    value = wanted(node.plain() if node else None, wish, path, full_form)
    if value is None:
        return Gone() if node else None
    return towards(node, value)


def _fields(children: dict[str, Node], wish: Wish, path: Path, full_form: FullForm) -> Fields | Whole | Gone | None:
    changes: dict[str, Change] = {}
    for step, below in wish.below.items():
        change = planned(children.get(str(step)), below, (*path, step), full_form)
        if change:
            changes[str(step)] = change
    staying = [key for key in children if not isinstance(changes.get(key), Gone)]
    new = {key: change.value for key, change in changes.items() if key not in children and isinstance(change, Whole)}
    says_nothing = not new and all(children[key].value is None and key not in changes for key in staying)
    if says_nothing and path and isinstance(path[-1], str):
        return Gone()
    if not changes:
        return None
    return Fields(changes) if staying or not path else Whole(new)


def _items(children: list[Node], wish: Wish, path: Path, full_form: FullForm) -> Items | Whole | None:
    changes: dict[int, Change] = {}
    for index, child in enumerate(children):
        below = wish.below.get(index)
        change = planned(child, below, (*path, index), full_form) if below else None
        if change:
            changes[index] = change
    behind = added(len(children), wish, path, full_form)
    return _list_change(children, Items(changes, {len(children): behind} if behind else {}))


def _list_change(children: list[Node], items: Items) -> Items | Whole | None:
    """A list of which nothing stays is written anew."""
    if not items.changes and not items.new:
        return None
    if len(items.changes) == len(children) and all(isinstance(change, Gone) for change in items.changes.values()):
        return Whole([item for index in sorted(items.new) for item in items.new[index]])
    return items


def towards(node: Node | None, value: object) -> Change | None:
    """The smallest change that makes a node mean `value`."""
    if node is None or not node.value:
        return None if node is not None and node.value is not None and node.value == value else Whole(value)
    if node.plain() == value:
        return None
    if isinstance(node.value, dict) and isinstance(value, dict) and value:
        return _fields_towards(node.value, value)
    if isinstance(node.value, list) and isinstance(value, list) and value:
        return _list_change(node.value, _items_towards(node.value, value))
    return Whole(value)


def _fields_towards(children: dict[str, Node], value: dict[str, object]) -> Fields | Whole:
    if not any(child.value is not None and key in value for key, child in children.items()):
        return Whole(value)
    changes: dict[str, Change] = {
        key: Gone() for key, child in children.items() if child.value is not None and key not in value
    }
    for key, item in value.items():
        change = towards(children.get(key), item)
        if change:
            changes[key] = change
    return Fields(changes)


def _items_towards(children: list[Node], value: list[object]) -> Items:
    """Items that are alike stay; between them, old and new ones are paired in their order."""
    changes: dict[int, Change] = {}
    new: dict[int, list[object]] = {}
    old = [repr(child.plain()) for child in children]
    matcher = difflib.SequenceMatcher(None, old, [repr(item) for item in value], autojunk=False)
    for _, first, last, begin, end in matcher.get_opcodes():
        pairs = min(last - first, end - begin)
        for index in range(pairs):
            change = towards(children[first + index], value[begin + index])
            if change:
                changes[first + index] = change
        changes.update({index: Gone() for index in range(first + pairs, last)})
        if begin + pairs < end:
            new[first + pairs] = value[begin + pairs : end]
    return Items(changes, new)
