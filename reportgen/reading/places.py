"""Where every value of a data file stands."""

from dataclasses import dataclass, field
from typing import TypeAlias

from reportgen.errors import Place, Problem, Severity

Path: TypeAlias = tuple[str | int, ...]
"""Keys and indexes from the file's name inwards: ("issues.yaml", "问题清单", 3, "完成日期")."""

Mark: TypeAlias = tuple[int, int]
"""Line and column, both counted from 1."""


@dataclass(slots=True)
class Node:
    """One value of a YAML file with its mark; `key` is the mark of the key it belongs to.

    `end` is the mark behind its last character; a block scalar ends where the next token may stand, a block collection
    where it begins (its last value says where it ends). `style` is how it is written: "" plain or as a block
    collection, "'", '"', "|" or ">", "[" or "{" as a flow collection. Mutable only while its file is read.
    """

    value: "str | dict[str, Node] | list[Node] | None"
    mark: Mark
    key: Mark | None = None
    end: Mark = (1, 1)
    style: str = ""

    def plain(self) -> object:
        """The same value as dicts, lists and text; keys without a value are left out."""
        if isinstance(self.value, dict):
            return {key: child.plain() for key, child in self.value.items() if child.value is not None}
        if isinstance(self.value, list):
            return [child.plain() for child in self.value]
        return self.value

    def child(self, step: str | int) -> "Node | None":
        """The value below one key or index, or None."""
        if isinstance(self.value, dict):
            return self.value.get(str(step))
        if isinstance(self.value, list) and isinstance(step, int) and step < len(self.value):
            return self.value[step]
        return None


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault found in the records, before its path has become a place."""

    code: str
    path: Path
    message: str
    severity: Severity = "error"


@dataclass(frozen=True, slots=True)
class Sources:
    """The trees of all files that were read, by file name; `folder` is shown in front of the name."""

    trees: dict[str, Node] = field(default_factory=dict)
    folder: str = "data"

    def place(self, path: Path) -> Place:
        """The place of a value; for one that is missing, of the nearest record around it."""
        name = str(path[0])
        node = self.trees.get(name)
        if node is None:
            return Place(file=f"{self.folder}/{name}")
        mark = node.mark
        for step in path[1:]:
            node = node.child(step)
            if node is None:
                break
            mark = node.mark if isinstance(step, int) or isinstance(node.value, str) else node.key or node.mark
        return Place(file=f"{self.folder}/{name}", line=mark[0], column=mark[1])

    def problem(self, fault: Fault) -> Problem:
        """The fault with its place."""
        return Problem(fault.code, fault.message, self.place(fault.path), fault.severity)
