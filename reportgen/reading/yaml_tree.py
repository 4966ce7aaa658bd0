"""YAML text → tree of nodes with places.

Built from parse events, one at a time: no type is guessed (`002` and `no` stay text), no alias is
expanded, no nesting reaches the C composer, which would crash on it.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

import yaml

from reportgen.errors import Place, Problem
from reportgen.reading.places import Mark, Node
from reportgen.reading.text import control_message, control_problems, first_control
from reportgen.reading.yaml_faults import colon_message, fullwidth_colons, say_syntax_error, swallowed_key

DEPTH_LIMIT = 30
_LOADER = getattr(yaml, "CLoader", yaml.Loader)


# Records that may be written as one bare text: there a list item “内容：…” is text to YAML.
_ITEM_KEYS = ("内容", "标题", "名称", "序号")


class _Refused(Exception):
    """The file uses something that a ledger does not; carries the problem."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem


class _Builder:
    """Collects events into nodes; lives for one file."""

    def __init__(self, shown: str, lines: list[str]) -> None:
        self.shown = shown
        self._lines = lines
        self.problems: list[Problem] = []
        self.root: Node | None = None
        self._open: list[Node] = []
        self._keys: list[tuple[str, Mark] | None] = []

    def refuse(self, code: str, message: str, mark: Mark) -> _Refused:
        return _Refused(Problem(code, message, Place(self.shown, *mark)))

    def take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.ScalarEvent):
            if event.anchor or event.tag:
                self._refuse_extras(event)
            self._scalar(event, _mark(event))
        elif isinstance(event, yaml.CollectionEndEvent):
            self._close(event)
        elif isinstance(event, yaml.NodeEvent):
            self._refuse_extras(event)
            self._begin(_collection(event))
        elif isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            raise self.refuse("yaml-documents", "文件中间有一行“---”，后面的内容读不到；请删除这一行", _mark(event))

    def _refuse_extras(self, event: yaml.NodeEvent) -> None:
        if event.anchor or isinstance(event, yaml.AliasEvent):
            message = "以 & 或 * 开头的写法（锚点、别名）不能用；如果是正文，请加上引号"
            raise self.refuse("yaml-alias", message, _mark(event))
        if getattr(event, "tag", None) not in (None, "!"):
            raise self.refuse("yaml-tag", "以 ! 开头的写法（标签）不能用；如果是正文，请加上引号", _mark(event))

    def _close(self, event: yaml.CollectionEndEvent) -> None:
        node = self._open.pop()
        self._keys.pop()
        if node.style:
            node.end = _end(event)

    def _begin(self, node: Node) -> None:
        if self._awaits_key():
            raise self.refuse("yaml-braces", '以 {、[ 开头的文字要加引号，例如 "{{ 事实.问题总数 }}个问题"', node.mark)
        if len(self._open) >= DEPTH_LIMIT:
            raise self.refuse("yaml-depth", f"层次超过 {DEPTH_LIMIT} 层；请检查方括号、花括号和缩进", node.mark)
        self._put(node)
        self._open.append(node)
        self._keys.append(None)

    def _awaits_key(self) -> bool:
        return bool(self._keys) and self._keys[-1] is None and isinstance(self._open[-1].value, dict)

    def _scalar(self, event: yaml.ScalarEvent, mark: Mark) -> None:
        text, style = event.value, event.style
        character = first_control(text) if style else None  # plain text was looked through with the file
        if character:
            self.problems.append(
                Problem("data-control-character", control_message(character), Place(self.shown, *mark))
            )
        if self._awaits_key():
            self._keys[-1] = (text, mark)
            parent = self._open[-1].value
            if isinstance(parent, dict) and text in parent:
                first = parent[text].key or mark
                message = f"“{text}”在同一处写了两遍（第 {first[0]} 行已经有了）；请删除一个，或合并成一个"
                self.problems.append(Problem("yaml-duplicate-key", message, Place(self.shown, *mark)))
            return
        end = _end(event)
        if not style:
            self._look_at_plain(text, mark, end)
        empty = not style and text in ("", "~")
        self._put(Node(None if empty else text, mark, None, end, style or ""))

    def _look_at_plain(self, text: str, mark: Mark, end: Mark) -> None:
        if "：" in text:
            self._look_for_swallowed_key(text, mark[0], end[0])
        elif text in ("null", "Null", "NULL"):
            message = "null 会被当作文字；没有内容就删除这一行，确实是文字就加引号"
            self.problems.append(Problem("yaml-null", message, Place(self.shown, *mark)))

    def _look_for_swallowed_key(self, text: str, first: int, last: int) -> None:
        """A plain text over several lines may hold a key that a full-width colon made part of it."""
        line = first + 1
        key = swallowed_key(self._lines[first:last]) if last > first else None
        if key is None and self._open and isinstance(self._open[-1].value, list):
            said = swallowed_key([text])
            key, line = (said, first) if said in _ITEM_KEYS else (None, line)
        if key:
            self.problems.append(Problem("yaml-fullwidth-colon", colon_message(key), Place(self.shown, line, 1)))

    def _put(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        parent, key = self._open[-1].value, self._keys[-1]
        if isinstance(parent, list):
            parent.append(node)
        elif isinstance(parent, dict) and key is not None:
            node.key = key[1]
            parent.setdefault(key[0], node)
            self._keys[-1] = None


def _collection(event: yaml.NodeEvent) -> Node:
    mark = _mark(event)
    flow = getattr(event, "flow_style", False)
    if isinstance(event, yaml.MappingStartEvent):
        return Node({}, mark, None, mark, "{" if flow else "")
    return Node([], mark, None, mark, "[" if flow else "")


def _mark(event: yaml.Event) -> Mark:
    start = event.start_mark
    return (start.line + 1, start.column + 1) if start else (1, 1)


def _end(event: yaml.Event) -> Mark:
    end = event.end_mark
    return (end.line + 1, end.column + 1) if end else (1, 1)


def parse_tree(text: str, shown: str) -> tuple[Node | None, tuple[Problem, ...]]:
    """The tree of a data file and every fault of its writing; None if it cannot be read on. `shown` names the file."""
    root, problems = _parsed(text)
    return root, tuple(replace(problem, place=replace(problem.place, file=shown)) for problem in problems)


@lru_cache(maxsize=16)  # a change of the ledger reads each text several times: to change it, to prove it, to judge it
def _parsed(text: str) -> tuple[Node | None, tuple[Problem, ...]]:
    shown = ""
    control = control_problems(text, shown)
    if control:
        return None, control
    builder = _Builder(shown, text.split("\n"))
    try:
        for event in _events(text):
            builder.take(event)
    except _Refused as refused:
        return None, (*builder.problems, refused.problem)
    except yaml.MarkedYAMLError as error:
        return None, (*builder.problems, *say_syntax_error(error, text, shown))
    colons = () if builder.root is None or isinstance(builder.root.value, dict) else fullwidth_colons(text, shown)
    return (None if colons else builder.root), (*builder.problems, *colons)


def _events(text: str) -> Iterator[yaml.Event]:
    loader = _LOADER(text)
    try:
        yield from iter(loader.get_event, None)
    finally:
        loader.dispose()
