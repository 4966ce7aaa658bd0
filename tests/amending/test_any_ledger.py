"""Whatever a ledger looks like and whatever is edited: the values are right, and all other lines stay."""

from copy import deepcopy
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject, DrawFn

from reportgen.amending import Edit, amended, appended_lines
from reportgen.reading.places import Path
from reportgen.reading.text import text_of
from tests.amending.changing import ISSUES, plain
from tests.amending.ledgers import CLOSE_OUT, ISSUE, MEASURE, TEXT, Line, Text, texts

_GONE = object()
_VALUE = TEXT | st.lists(TEXT, max_size=3) | st.lists(MEASURE, max_size=2) | CLOSE_OUT
_NEW_KEYS = [
    "序号",
    "方面",
    "整改目标",
    "整改状态",
    "完成日期",
    "整改措施",
    "销号",
    "公开标题",
    "内容",
    "备注",
    "一: #",
]


@given(texts(), st.data())
@settings(max_examples=150)
def test_edits_change_their_lines_only(text: Text, data: DataObject) -> None:
    old = plain(text.raw)
    edits = data.draw(_edits(old))
    new = amended(text.raw, edits, ISSUES)
    expected = _with_edits(old, edits)
    assert plain(new) == expected
    assert _lost_comments(new) <= _lost_comments(text.raw)
    staying = [line.text for line in text.lines if not _may_change(line, text, edits, old)]
    assert _in_order(staying, new.removeprefix("\ufeff").replace("\r\n", "\n").split("\n"))
    assert new.startswith("\ufeff") == text.raw.startswith("\ufeff")
    if "\r\n" in text.raw:
        assert new.count("\n") == new.count("\r\n")
    else:
        assert "\r" not in new


@given(texts(), st.data())
@settings(max_examples=50)
def test_edits_undone_give_the_old_values_back(text: Text, data: DataObject) -> None:
    old = plain(text.raw)
    steps = [path for path in _paths(old) if isinstance(_at(old, path), str)]
    assume(steps)
    chosen = data.draw(st.lists(st.sampled_from(steps), min_size=1, max_size=4, unique=True))
    new = amended(text.raw, [Edit(path, data.draw(TEXT)) for path in chosen], ISSUES)
    assert plain(amended(new, [Edit(path, _at(old, path)) for path in chosen], ISSUES)) == old


@given(
    texts(), st.lists(st.dictionaries(TEXT, TEXT | st.lists(MEASURE, max_size=2), min_size=1), min_size=1, max_size=3)
)
@settings(max_examples=50)
def test_records_are_added_line_by_line(text: Text, entries: list[dict[str, Any]]) -> None:
    new = appended_lines(text.raw, "状态记录", entries)
    assert plain(new) == {**_as_dict(plain(text.raw)), "状态记录": entries}
    again = appended_lines(new, "状态记录", entries)
    assert plain(again) == {**_as_dict(plain(text.raw)), "状态记录": entries * 2}
    assert again.count("\n") == new.count("\n") + len(entries)
    assert _in_order(new.split("\n"), again.split("\n"))


def _as_dict(value: object) -> dict[str, Any]:
    assert isinstance(value, dict)
    return value


def _lost_comments(text: str) -> int:
    return len(text_of(text.encode(), "")[1])


# what to edit


@st.composite
def _edits(draw: DrawFn, old: object) -> list[Edit]:
    """One to five edits in places that have nothing to do with each other."""
    edits: list[Edit] = []
    for _ in range(draw(st.integers(1, 5))):
        edit = draw(_edit(old))
        if not any(_collide(edit.path, other.path) for other in edits):
            edits.append(edit)
    return edits


def _collide(path: Path, other: Path) -> bool:
    """Whether one is below the other, or they want a record and a list in the same place."""
    for step, another in zip(path, other, strict=False):
        if step != another:
            return type(step) is not type(another)
    return True


@st.composite
def _edit(draw: DrawFn, old: object) -> Edit:
    path = draw(st.sampled_from(_paths(old)))
    value = _at(old, path)
    action = draw(st.sampled_from(["set", "set", "remove", "add", "add", "open"]))
    if action == "add" and isinstance(value, dict):
        key = draw(st.sampled_from(_NEW_KEYS))
        below = () if key in value else draw(st.sampled_from([(), (), ("批准人",), (0,)]))
        return Edit((*path, key, *below), draw(_VALUE))
    if action == "add" and isinstance(value, list):
        return Edit((*path, len(value)), draw(ISSUE if path == ("问题清单",) else _VALUE))
    if action == "open" and isinstance(path[-1], int) and path[-2] == "整改措施" and isinstance(value, str):
        return Edit((*path, "完成日期"), draw(TEXT))
    if action == "open" and path[-1] == "公开表述" and not isinstance(value, dict):
        return Edit((*path, "公开标题"), draw(TEXT))
    if action == "remove" and len(path) > 1:
        return Edit(path, None)
    return Edit(path, draw(TEXT if isinstance(value, str) else _VALUE))


def _paths(value: object, path: Path = ()) -> list[Path]:
    """The paths of all values below the top."""
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    found = [] if path == () else [path]
    for step, item in steps:
        found += _paths(item, (*path, step))
    return found


def _at(value: Any, path: Path) -> Any:
    for step in path:
        value = value[step]
    return value


def _below(path: Path, other: Path) -> bool:
    return path[: len(other)] == other


# what has to come of it


def _with_edits(old: Any, edits: list[Edit]) -> Any:
    return _cleaned(_marked(old, edits), below_key=False)


def _set(holder: Any, path: Path, value: Any) -> Any:
    if not path:
        return _plain(value)
    step, *rest = path
    if holder is None:
        holder = [] if isinstance(step, int) else {}
    if isinstance(step, str) and isinstance(holder, str | list):
        holder = {"内容" if isinstance(holder, str) else "分述": holder}
    if isinstance(step, str):
        holder[step] = _set(holder.get(step), tuple(rest), value)
    elif step < len(holder):
        holder[step] = _set(holder[step], tuple(rest), value)
    else:
        holder.append(_set(None, tuple(rest), value))
    return holder


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items() if item is not None}
    return value


def _cleaned(value: Any, below_key: bool) -> Any:
    if isinstance(value, dict):
        kept = {key: item for key, item in ((k, _cleaned(v, True)) for k, v in value.items()) if item is not _GONE}
        return _GONE if below_key and value and not kept else kept
    if isinstance(value, list):
        return [item for item in (_cleaned(item, False) for item in value) if item is not _GONE]
    return value


# which lines may change


def _may_change(line: Line, text: Text, edits: list[Edit], old: object) -> bool:
    """Whether the value of a line is edited, holds what is edited, or begins a record whose first key may change."""
    if not line.text.strip(" "):
        return True  # which of several blank lines went cannot be told
    marked = _marked(old, edits)
    return any(
        _below(line.owner, edit.path)
        or (line.whole and _below(edit.path, line.owner))
        or any(_below(line.owner, outer) for outer in _written_anew(edit.path, old, marked))
        or line.owner in _beginnings(edit, text, old, marked)
        for edit in edits
    )


def _marked(old: object, edits: list[Edit]) -> Any:
    """The values with what goes still in its place."""
    new = deepcopy(old)
    for edit in edits:
        new = _set(new, edit.path, _GONE if edit.value is None else edit.value)
    return new


def _written_anew(path: Path, old: object, marked: Any) -> list[Path]:
    """The records and lists around an edited place of which nothing is left, or that became something else."""
    found = []
    for length in range(1, len(path)):
        outer = path[:length]
        if outer not in _paths(old):
            break
        before, now = _at(old, outer), _at(marked, outer)
        steps = list(before) if isinstance(before, dict) else range(len(before))
        if type(now) is not type(before) or all(_cleaned(now[step], True) is _GONE for step in steps):
            found.append(outer)
    return found


def _beginnings(edit: Edit, text: Text, old: object, marked: Any) -> list[Path]:
    """The keys that may stand behind the dash of an item, before or after, where keys come and go."""
    found: list[Path] = []
    for length in range(1, len(edit.path)):
        item = edit.path[:length]
        if not isinstance(item[-1], int) or item not in _paths(old) or not isinstance(_at(old, item), dict):
            continue
        owners = [line.owner for line in text.lines if len(line.owner) > length and _below(line.owner, item)]
        keys = list(dict.fromkeys(owner[length] for owner in owners))
        staying = [key for key in keys if not _emptied(marked, item, key)]
        if edit.value is None or edit.path[length] not in keys:
            found += [(*item, key) for key in keys[: keys.index(staying[0]) + 1 if staying else len(keys)]]
    return found


def _emptied(marked: Any, item: Path, key: object) -> bool:
    return key in _at(marked, item) and _cleaned(_at(marked, (*item, key)), True) is _GONE


def _in_order(some: list[str], lines: list[str]) -> bool:
    """Whether some lines are all there, in their order; a comment may have had to move out."""
    rest = iter([_no_indent(line) for line in lines])
    return all(_no_indent(line) in rest for line in some)


def _no_indent(line: str) -> str:
    return line.lstrip(" ") if line.lstrip(" ").startswith("#") else line
