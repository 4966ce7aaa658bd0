"""The strict engine that templates run in: plain values in, text out; nothing to call, nothing to reach.

Jinja2's immutable sandbox, narrowed: no globals, no callables, attribute access only to the keys of
dicts and to the counters of a loop. What the language itself may not do, `grammar` refuses.
"""

import difflib
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import FrameType
from typing import Any

from jinja2 import Undefined
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from reportgen.wording import FILTERS

_BUILT_IN = ("default", "first", "join", "last", "length", "list", "map", "rejectattr", "reverse", "selectattr", "trim")
_LOOP_COUNTERS = {"index", "index0", "revindex", "revindex0", "first", "last", "length", "depth"}


@dataclass(frozen=True, slots=True)
class UnknownName:
    """A name that a template uses and nobody gives; `line` is the line of the patched source."""

    name: str
    nearest: str | None
    line: int


@dataclass(slots=True)
class Misses:
    """Collects the unknown names of one rendering, each once."""

    found: dict[tuple[str, int], UnknownName] = field(default_factory=dict)

    def add(self, name: str, known: Iterable[str]) -> None:
        line = _template_line()
        near = difflib.get_close_matches(name, list(known), n=1, cutoff=0.4)
        self.found.setdefault((name, line), UnknownName(name, near[0] if near else None, line))


def _template_line() -> int:
    """The line of the template that is being rendered now; 0 if unknown."""
    frame: FrameType | None = sys._getframe()
    while frame is not None:
        template = frame.f_globals.get("__jinja_template__")
        if template is not None:
            return int(template.get_corresponding_lineno(frame.f_lineno))
        frame = frame.f_back
    return 0


class Missing(Undefined):
    """Stands for an unknown name that was already reported, so that rendering can go on and find the rest."""

    def _nothing(self, *args: object) -> "Missing":
        return self

    def __str__(self) -> str:
        return ""

    def __iter__(self) -> Iterator[Any]:
        return iter(())

    def __bool__(self) -> bool:
        return False

    def __len__(self) -> int:
        return 0

    def __getattr__(self, name: str) -> "Missing":
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    __getitem__ = _nothing  # type: ignore[assignment] # an unknown name has unknown parts


class StrictEnvironment(ImmutableSandboxedEnvironment):
    """One environment per rendering; `misses` tells which names were unknown."""

    def __init__(self, names: Iterable[str]) -> None:
        misses = Misses()
        known = tuple(names)

        class Unknown(Missing):
            """Top-level names reach here through Jinja itself."""

            def __init__(self, hint: str | None = None, obj: Any = None, name: str | None = None, *rest: Any) -> None:
                super().__init__(hint, obj, name)
                misses.add(str(name), known)

        super().__init__(autoescape=True, undefined=Unknown, finalize=_printable)
        self.misses = misses
        self.globals.clear()
        built_in = {name: self.filters[name] for name in _BUILT_IN}
        self.filters.clear()
        self.filters.update(built_in)
        self.filters.update(_tolerant(FILTERS))

    def is_safe_callable(self, obj: Any) -> bool:
        """Nothing may be called."""
        return False

    def getattr(self, obj: Any, attribute: str) -> Any:
        """`问题.标题` is a key of a dict, nothing else."""
        return self._part(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """`附件[0]` and `问题["标题"]`."""
        if isinstance(obj, list | tuple) and isinstance(argument, int) and -len(obj) <= argument < len(obj):
            return obj[argument]
        return self._part(obj, str(argument))

    def _part(self, obj: Any, name: str) -> Any:
        if isinstance(obj, Missing):
            return obj
        if isinstance(obj, Mapping):
            if name in obj:
                return obj[name]
            self.misses.add(name, (str(key) for key in obj))
        elif isinstance(obj, LoopContext) and name in _LOOP_COUNTERS:
            return getattr(obj, name)
        else:
            self.misses.add(name, ())
        return Missing(name=name)


def _printable(value: object) -> object:
    """None prints nothing; a list or a record is not something to print."""
    if isinstance(value, dict | list | tuple):
        raise TypeError("这里要印的是一整组数据；列表请用 {%p for … %} 或 |顿号，记录请写到具体的一项，例如 公文.标题")
    return "" if value is None else value


def _tolerant(filters: Mapping[str, Callable[..., str]]) -> dict[str, Callable[..., object]]:
    """Filters that let a reported unknown name pass, so that all of them are found in one run."""

    def letting_pass(apply: Callable[..., str]) -> Callable[..., object]:
        return lambda value, *rest: value if isinstance(value, Missing) else apply(value, *rest)

    return {name: letting_pass(apply) for name, apply in filters.items()}
