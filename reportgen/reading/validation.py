"""One file's tree → a model, and pydantic's findings said in Chinese at their places."""

import difflib
import typing
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, RootModel, ValidationError
from pydantic_core import ErrorDetails

from reportgen.reading.places import Fault, Node, Path

ModelT = TypeVar("ModelT", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Validated(Generic[ModelT]):
    """A model, or None; its faults; and the paths whose values had to be left out to get the model.

    A model with left-out values serves only to find further faults in the same run.
    """

    model: ModelT | None
    faults: tuple[Fault, ...] = ()
    left_out: tuple[Path, ...] = ()


def validate(model: type[ModelT], tree: Node, file: str) -> Validated[ModelT]:
    """Check one file against its model; every fault at once."""
    plain = tree.plain()
    try:
        return Validated(model.model_validate(plain))
    except ValidationError as error:
        details = error.errors(include_url=False)
    faults = tuple(_fault(detail, model, tree, file) for detail in details)
    left_out = tuple(_without(plain, detail) for detail in details)
    try:
        rest = model.model_validate(plain) if all(left_out) else None
    except ValidationError:
        rest = None
    return Validated(rest, _one_per_place(faults), tuple((file, *path) for path in left_out))


def _one_per_place(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """A union reports once per member; the clerk made one mistake."""
    first: dict[Path, Fault] = {}
    for fault in faults:
        first.setdefault(fault.path, fault)
    return tuple(first.values())


def _real_path(loc: tuple[str | int, ...], tree: Node) -> tuple[str | int, ...]:
    """The part of a pydantic location that exists in the file (unions add steps of their own)."""
    path: list[str | int] = []
    node: Node | None = tree
    for step in loc:
        node = node.child(step) if node else None
        if node is None:
            break
        path.append(step)
    return tuple(path)


def _fault(detail: ErrorDetails, model: type[BaseModel], tree: Node, file: str) -> Fault:
    kind, loc = detail["type"], detail["loc"]
    path = _real_path(loc, tree)
    if kind == "missing":
        record = "、".join(str(step) for step in path if isinstance(step, str))
        where = f"（{record}）" if record else ""
        return Fault("data-missing-field", (file, *path, loc[-1]), f"缺少“{loc[-1]}”{where}；请补上这一项")
    if kind == "extra_forbidden":
        return Fault("data-unknown-key", (file, *path), _unknown_key(str(loc[-1]), _known_keys(model, loc[:-1])))
    code, message = _SAID.get(kind, ("data-value", "“{name}”的写法不对；请对照样例改写"))
    name = next((str(step) for step in reversed(path) if isinstance(step, str)), file)
    return Fault(code, (file, *path), message.format(name=name, msg=detail["msg"]))


_SAID: dict[str, tuple[str, str]] = {
    "string_type": ("data-not-text", "“{name}”应当是一段文字；如果文字以 {{、[ 开头，请加引号"),
    "string_too_short": ("data-empty-text", "“{name}”是空的；请填写，或者删除这一行"),
    "string_pattern_mismatch": ("data-pattern", "“{name}”的写法不对；份号应当是 6 位阿拉伯数字，例如 000001"),
    "tuple_type": ("data-not-list", "“{name}”应当是一个列表；请每项一行，以“- ”开头"),
    "list_type": ("data-not-list", "“{name}”应当是一个列表；请每项一行，以“- ”开头"),
    "dict_type": ("data-not-mapping", "“{name}”下面应当是“键: 值”；请对照样例检查缩进"),
    "model_type": ("data-not-mapping", "“{name}”下面应当是“键: 值”；请对照样例检查缩进和冒号"),
    "model_attributes_type": ("data-not-mapping", "“{name}”下面应当是“键: 值”；请对照样例检查缩进和冒号"),
    "too_long": ("data-too-many", "“{name}”的项数太多；占比依次写四个"),
    "date_format": ("data-date-format", "{msg}"),
    "date_unreal": ("data-date-unreal", "{msg}"),
    "deadline_number": ("data-deadline", "{msg}"),
    "deadline_word": ("data-deadline", "{msg}"),
    "choice": ("data-choice", "{msg}"),
    "date_type": ("data-date-format", "“{name}”应当是一个日期，写成 2022-05-31"),
    "int_type": ("data-count", "“{name}”应当是一个整数，例如 28"),
    "bool_type": ("data-yes-no", "“{name}”应当写 是 或 否"),
    "count": ("data-count", "{msg}"),
    "yes_no": ("data-yes-no", "{msg}"),
    "decimal": ("data-decimal", "{msg}"),
    "money": ("data-money", "{msg}"),
    "enum": ("data-choice", "“{name}”只能写一个词，不能是列表"),
    "decimal_type": ("data-decimal", "“{name}”应当是一个数，例如 98.71"),
    "is_instance_of": ("data-not-text", "“{name}”的写法不对"),
}  # fmt: skip


def _unknown_key(key: str, known: tuple[str, ...]) -> str:
    near = difflib.get_close_matches(key, known, n=1, cutoff=0.4)
    if near:
        return f"不认识“{key}”；是不是“{near[0]}”？"
    return f"不认识“{key}”；这里可以写：{'、'.join(known)}"


def _known_keys(model: type[BaseModel], loc: tuple[str | int, ...]) -> tuple[str, ...]:
    """The Chinese keys that the record at `loc` takes."""
    current: Any = model
    for step in loc:
        record = _record_in(current)
        if record is None:
            return ()
        if issubclass(record, RootModel):
            current = record.model_fields["root"].annotation
        elif isinstance(step, str):
            found = [info.annotation for info in record.model_fields.values() if info.alias == step]
            current = found[0] if found else current
    record = _record_in(current)
    return tuple(str(info.alias) for info in record.model_fields.values()) if record else ()


def _record_in(annotation: Any) -> type[BaseModel] | None:
    """The record type inside tuple[…], dict[…], Annotated[…] or … | None."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in typing.get_args(annotation) if (found := _record_in(part))), None)


def _without(plain: object, detail: ErrorDetails) -> tuple[str | int, ...]:
    """Take the value at fault away (a list as a whole, so that indexes stay), or stand in for a missing text.

    The path of the value, or () if nothing can be done.
    """
    current: Any = plain
    holder: tuple[dict[str, Any], tuple[str | int, ...]] | None = None
    path: tuple[str | int, ...] = ()
    for step in detail["loc"]:
        if isinstance(current, dict) and step in current:
            path = (*path, step)
            holder = (current, path)
        elif isinstance(current, list) and isinstance(step, int) and step < len(current):
            path = (*path, step)
        else:
            break
        current = current[step]
    if detail["type"] == "missing" and isinstance(current, dict):
        current[str(detail["loc"][-1])] = "？"
        return (*path, detail["loc"][-1])
    if holder is None:
        return ()
    record, where = holder
    del record[str(where[-1])]
    return where
