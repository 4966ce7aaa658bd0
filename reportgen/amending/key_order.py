"""What a pydantic model says of a data file: the order of keys, and the shorter forms that values may take."""

import types
import typing
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BaseModel, RootModel

from reportgen.model.values import AlsoAs
from reportgen.reading.places import Path


@dataclass(frozen=True, slots=True)
class _Spot:
    """A type as a field has it, with what is annotated beside it."""

    annotation: Any
    metadata: tuple[object, ...] = ()


class KeyOrder:
    """The canonical order of keys of the record at a path, asked as a function; made by `key_order`."""

    def __init__(self, model: type[BaseModel]) -> None:
        self._model = model
        self._known: dict[Path, tuple[str, ...]] = {}

    def __call__(self, path: Path) -> tuple[str, ...]:
        shape = tuple(0 if isinstance(step, int) else step for step in path)
        if shape not in self._known:
            self._known[shape] = _keys(_at(self._model, shape))
        return self._known[shape]

    def full_form(self, path: Path, value: object, as_list: bool) -> object:
        """The record or list that a value at a path stands for: 制定办法。 for a measure is {内容: 制定办法。}."""
        spot = _at(self._model, path)
        for shorthand in _shorthands(spot.annotation, spot.metadata) if spot else ():
            opened = shorthand.expand(value)
            if isinstance(opened, list if as_list else dict):
                return opened
        return value


def key_order(model: type[BaseModel]) -> KeyOrder:
    """The order of keys that a model of a data file gives (its fields' order, by their Chinese names)."""
    return KeyOrder(model)


def _at(model: type[BaseModel], path: Path) -> _Spot | None:
    spot: _Spot | None = _Spot(model)
    for step in path:
        if spot is not None:
            spot = _element(spot) if isinstance(step, int) else _field(spot.annotation, step)
    return spot


def _alternatives(annotation: Any) -> Iterator[Any]:
    """The types that an annotation allows, without what is annotated beside them."""
    origin = typing.get_origin(annotation)
    if origin is Annotated:
        yield from _alternatives(typing.get_args(annotation)[0])
    elif origin in (typing.Union, types.UnionType):
        for part in typing.get_args(annotation):
            yield from _alternatives(part)
    else:
        yield annotation


def _element(spot: _Spot) -> _Spot | None:
    for kind in _alternatives(spot.annotation):
        if typing.get_origin(kind) in (tuple, list):
            return _Spot(typing.get_args(kind)[0])
    return None


def _field(annotation: Any, key: str) -> _Spot | None:
    for kind in _alternatives(annotation):
        if typing.get_origin(kind) is dict:
            return _Spot(typing.get_args(kind)[1])
        if not isinstance(kind, type) or not issubclass(kind, BaseModel):
            continue
        if issubclass(kind, RootModel):
            return _field(kind.model_fields["root"].annotation, key)
        for info in kind.model_fields.values():
            if info.alias == key:
                return _Spot(info.annotation, tuple(info.metadata))
    return None


def _keys(spot: _Spot | None) -> tuple[str, ...]:
    for kind in _alternatives(spot.annotation) if spot else ():
        if isinstance(kind, type) and issubclass(kind, BaseModel) and not issubclass(kind, RootModel):
            return tuple(str(info.alias) for info in kind.model_fields.values())
    return ()


def _shorthands(annotation: Any, metadata: tuple[object, ...] = ()) -> Iterator[AlsoAs]:
    yield from (mark for mark in metadata if isinstance(mark, AlsoAs))
    origin = typing.get_origin(annotation)
    if origin is Annotated:
        inner, *marks = typing.get_args(annotation)
        yield from _shorthands(inner, tuple(marks))
    elif origin in (typing.Union, types.UnionType):
        for part in typing.get_args(annotation):
            yield from _shorthands(part)
