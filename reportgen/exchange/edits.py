"""Changes → edits of issues.yaml: single values where the record is there, whole records where it is new."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from reportgen.amending import Edit
from reportgen.exchange.changes import MEASURES, Change
from reportgen.exchange.values import as_yaml
from reportgen.model import Issue, PublicWording, Record
from reportgen.model.issues import LISTED, Measure, SubIssue
from reportgen.reading.places import Path

PUBLIC = "公开表述"


def edits_of(changes: Sequence[Change], issues: Sequence[Issue]) -> tuple[Edit, ...]:
    """The edits that make these changes. 公开表述 is written anew as a whole, in its shortest form."""
    new: dict[Path, dict[str, Any]] = {}
    public: dict[Path, dict[str, Any]] = {}
    edits: list[Edit] = []
    for change in changes:
        if change.column.path[0] == PUBLIC:
            path = (*change.target.path, PUBLIC)
            public.setdefault(path, _public_now(issues, path))[change.column.path[1]] = as_yaml(change.new)
        elif change.target.new:
            _put(new.setdefault(change.target.path, {}), change.column.path, as_yaml(change.new))
        else:
            edits.append(Edit(change.path, as_yaml(change.new)))
    for path, wording in public.items():
        if path[:-1] in new:
            new[path[:-1]][PUBLIC] = _shortest(wording)
        else:
            edits.append(Edit(path, _shortest(wording)))
    return (*edits, *_additions(new, issues))


def _put(record: dict[str, Any], path: Sequence[str], value: object) -> None:
    for key in path[:-1]:
        record = record.setdefault(key, {})
    record[path[-1]] = value


def _additions(new: Mapping[Path, dict[str, Any]], issues: Sequence[Issue]) -> Iterator[Edit]:
    """New records behind the last ones, in their order; measures and sub-issues of a new issue go into it."""
    for path in sorted(new, key=_indexes):
        owner = new.get(path[:2])
        if len(path) > 2 and owner is not None:
            owner.setdefault(str(path[2]), []).append(_ordered(new[path], path))
    for path in sorted(new, key=_indexes):
        if len(path) == 2:
            yield Edit((path[0], len(issues)), _ordered(new[path], path))
        elif path[:2] not in new:
            issue = issues[int(path[1])]
            known = issue.measures if path[2] == MEASURES else issue.sub_issues
            yield Edit((*path[:3], len(known)), _ordered(new[path], path))


def _indexes(path: Path) -> tuple[int, ...]:
    return tuple(step for step in path if isinstance(step, int))


def _ordered(record: dict[str, Any], path: Path) -> object:
    model = Issue if len(path) == 2 else Measure if path[2] == MEASURES else SubIssue
    ordered = {key: record[key] for key in _keys(model) if record.get(key) is not None}
    return ordered["内容"] if model is Measure and list(ordered) == ["内容"] else ordered


def _keys(model: type[Record]) -> list[str]:
    return [str(info.alias) for info in model.model_fields.values()]


def _public_now(issues: Sequence[Issue], path: Path) -> dict[str, Any]:
    """公开表述 as the ledger has it, by key."""
    index = int(path[1])
    holder: Issue | SubIssue | None = issues[index] if index < len(issues) else None
    if holder is not None and len(path) > 3 and isinstance(holder, Issue):
        row = int(path[3])
        holder = holder.sub_issues[row] if row < len(holder.sub_issues) else None
    wording = holder.public_wording if holder else None
    if wording is None:
        return {}
    fields = PublicWording.model_fields
    return {str(fields[name].alias): _plain(getattr(wording, name)) for name in wording.model_fields_set}


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def _shortest(wording: Mapping[str, Any]) -> object:
    """One text or a list of points where that is all; None where nothing is left."""
    said = {key: wording[key] for key in _keys(PublicWording) if wording.get(key)}
    if said.get("句式") == LISTED and set(said) <= {"句式", "分述"}:
        said.pop("句式")
    if list(said) in (["内容"], ["分述"]):
        return next(iter(said.values()))
    return said or None
