"""How a file is laid out, so that what is new looks like what is there."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from reportgen.reading.places import Node

_STEP, _GAP = 2, 2


@dataclass(slots=True)
class _Seen:
    """How often each habit was seen in a file."""

    steps: Counter[int] = field(default_factory=Counter)
    dashes: Counter[int] = field(default_factory=Counter)
    dashes_of: defaultdict[str, Counter[int]] = field(default_factory=lambda: defaultdict(Counter))
    gaps: Counter[int] = field(default_factory=Counter)
    flow: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Habits:
    """Columns from a key to the keys below it (`step`) and to the dashes of its list; from a dash to its item (`gap`)."""

    step: int
    gap: int
    _dash: int
    _dash_of: dict[str, int]
    _in_brackets: frozenset[str]

    def dash(self, key: str) -> int:
        """Columns from this key to the dashes of its list, as it is elsewhere in the file."""
        return self._dash_of.get(key, self._dash)

    def in_brackets(self, key: str) -> bool:
        """Whether the file writes the lists of this key as [a, b]."""
        return key in self._in_brackets


def habits_of(root: Node | None) -> Habits:
    """The habits that prevail in a file; two columns where it shows none."""
    seen = _Seen()
    if root is not None:
        _look(root, seen)
    dash = _most(seen.dashes, _most(seen.steps, _STEP))
    return Habits(
        step=_most(seen.steps, dash or _STEP),
        gap=_most(seen.gaps, _GAP),
        _dash=dash,
        _dash_of={key: _most(counts, dash) for key, counts in seen.dashes_of.items()},
        _in_brackets=frozenset(key for key, surplus in seen.flow.items() if surplus > 0),
    )


def _most(counts: Counter[int], otherwise: int) -> int:
    return counts.most_common(1)[0][0] if counts else otherwise


def _look(node: Node, seen: _Seen) -> None:
    if isinstance(node.value, dict):
        for key, child in node.value.items():
            if child.value and not isinstance(child.value, str):
                _look_below_key(key, child, seen)
                _look(child, seen)
    elif isinstance(node.value, list):
        for item in node.value:
            if item.mark[1] - node.mark[1] > 1 and not node.style:
                seen.gaps[item.mark[1] - node.mark[1]] += 1
            _look(item, seen)


def _look_below_key(key: str, child: Node, seen: _Seen) -> None:
    if isinstance(child.value, list):
        seen.flow[key] += 1 if child.style else -1
    if child.style or child.key is None:
        return
    columns = child.mark[1] - child.key[1]
    if isinstance(child.value, dict) and columns > 0:
        seen.steps[columns] += 1
    elif isinstance(child.value, list) and columns >= 0:
        seen.dashes[columns] += 1
        seen.dashes_of[key][columns] += 1
