"""New values as lines, laid out as the file is."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reportgen.amending.edits import OneLine
from reportgen.amending.habits import Habits
from reportgen.amending.pen import Pen, Where, suits_block
from reportgen.reading.places import Path


class Fragment(NamedTuple):
    """A value: what stands behind the colon or the dash, and the lines below."""

    head: str
    body: tuple[str, ...] = ()


class Setting(NamedTuple):
    """What the place of a value asks for.

    Lines of a text below its key have to be indented by `floor` at least; `quoted` keeps the first line from being
    plain; `brackets` asks for a list or a record on one line.
    """

    floor: int = 0
    quoted: bool = False
    brackets: bool = False
    body_column: int = 0


def in_order(keys: Iterable[str], order: Sequence[str]) -> list[str]:
    """Keys in their canonical order; those it does not know last."""
    rank = {key: index for index, key in enumerate(order)}
    return sorted(keys, key=lambda key: rank.get(key, len(rank)))


@dataclass(frozen=True, slots=True)
class Fragments:
    """Lays out the new values of one file. Columns count from 0."""

    pen: Pen
    habits: Habits
    orders: Callable[[Path], Sequence[str]]

    def below_key(self, value: object, column: int, path: Path, setting: Setting) -> Fragment:
        """The value of a key that stands in a column."""
        if isinstance(value, str):
            return self._text(value, column + self.habits.step, "value", setting)
        if self._on_one_line(value, setting.brackets or self.habits.in_brackets(str(path[-1]))):
            return Fragment(self.flow(value))
        if isinstance(value, dict):
            return Fragment("", self._record(value, column + self.habits.step, path, Setting(setting.floor)))
        return Fragment("", self._list(value, column + self.habits.dash(str(path[-1])), path, Setting(setting.floor)))

    def as_item(self, value: object, column: int, path: Path, setting: Setting) -> Fragment:
        """An item of a list; `column` is where it begins, behind the dash."""
        if isinstance(value, str):
            return self._text(value, column, "item", setting._replace(quoted=False))
        if self._on_one_line(value, setting.brackets):
            return Fragment(self.flow(value))
        lay = self._record if isinstance(value, dict) else self._list
        first, *body = lay(value, column, path, Setting(setting.floor, setting.quoted))
        return Fragment(first[column:], tuple(body))

    def entry(self, key: str, value: object, column: int, path: Path, setting: Setting) -> tuple[str, ...]:
        """The lines of a key and its value; `path` is that of the value."""
        head, body = self.below_key(value, column, path, setting)
        return (" " * column + f"{self.pen.inline(key, 'key')}: {head}".rstrip(" "), *body)

    def item(self, value: object, column: int, path: Path, setting: Setting) -> tuple[str, ...]:
        """The lines of an item whose dash stands in a column."""
        head, body = self.as_item(value, column + self.habits.gap, path, setting)
        return (" " * column + "-".ljust(self.habits.gap) + head, *body)

    def flow(self, value: object) -> str:
        """A value inside [ ] or { }, or one of these."""
        if isinstance(value, dict):
            return "{" + ", ".join(self.pair(key, item) for key, item in value.items()) + "}"
        if isinstance(value, list):
            return "[" + ", ".join(self.flow(item) for item in value) + "]"
        return self.pen.inline(str(value), "flow")

    def pair(self, key: str, value: object) -> str:
        """A key and its value inside { }."""
        return f"{self.pen.inline(key, 'flow')}: {self.flow(value)}"

    def _record(self, value: object, column: int, path: Path, setting: Setting) -> tuple[str, ...]:
        assert isinstance(value, dict)
        lines: list[str] = []
        for key in in_order(value, self.orders(path)):
            lines += self.entry(key, value[key], column, (*path, key), setting)
            setting = Setting(setting.floor)
        return tuple(lines)

    def _list(self, value: object, column: int, path: Path, setting: Setting) -> tuple[str, ...]:
        assert isinstance(value, list)
        lines: list[str] = []
        for index, item in enumerate(value):
            lines += self.item(item, column, (*path, index), setting)
            setting = Setting(setting.floor)
        return tuple(lines)

    def _text(self, text: str, column: int, where: Where, setting: Setting) -> Fragment:
        if not suits_block(text):
            return Fragment(self.pen.inline(text, where, setting.quoted))
        indent = " " * max(setting.body_column or column, setting.floor)
        lines = text.removesuffix("\n").split("\n")
        return Fragment("|" if text.endswith("\n") else "|-", tuple(indent + line if line else "" for line in lines))

    def _on_one_line(self, value: object, brackets: bool) -> bool:
        """Whether a list or a record stands in brackets: an empty one, and where the file has it so and text allows."""
        if not value or isinstance(value, OneLine):
            return True
        leaves = value.values() if isinstance(value, dict) else value
        assert isinstance(leaves, Iterable)
        return brackets and all(isinstance(leaf, str) and "\n" not in leaf for leaf in leaves)
