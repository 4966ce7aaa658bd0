"""One document and one exposure, searched: what the rules of disclosure judge."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from reportgen.anatomy import Document
from reportgen.check.disclosure.contents import Contents, contents
from reportgen.check.disclosure.echoes import Echo, echoes
from reportgen.check.disclosure.exposure import Exposure
from reportgen.check.disclosure.passages import Passage

Found = TypeVar("Found")
MOST_FLAWS = 40
"""One rule reports so many different things; the rest is counted."""


@dataclass(frozen=True)
class Search:
    """A document to be searched for what an audience must not see."""

    document: Document
    exposure: Exposure

    @cached_property
    def contents(self) -> Contents:
        """Everything that the package holds."""
        return contents(self.document)

    @property
    def passages(self) -> tuple[Passage, ...]:
        """Every text of the package."""
        return self.contents.passages

    @cached_property
    def echoes(self) -> tuple[Echo, ...]:
        """Repetitions of what the ledger keeps to itself."""
        return echoes(self.passages, self.exposure.secrets, self.exposure.cleared)


def gathered(
    found: Iterable[tuple[Passage, Found]], key: Callable[[Found], object]
) -> Iterator[tuple[Passage, Found, str]]:
    """The first of each key with a note how often it was found; at most MOST_FLAWS of them."""
    first: dict[object, tuple[Passage, Found]] = {}
    places: dict[object, set[int]] = {}
    for passage, one in found:
        name = key(one)
        first.setdefault(name, (passage, one))
        places.setdefault(name, set()).add(id(passage.paragraph or passage))
    for row, (name, (passage, one)) in enumerate(first.items(), 1):
        more = f"（共{len(places[name])}处，这里是第一处）" if len(places[name]) > 1 else ""
        if row == MOST_FLAWS and len(first) > MOST_FLAWS:
            more += f"（同类的还有{len(first) - MOST_FLAWS}项，没有逐条列出）"
        yield passage, one, more
        if row == MOST_FLAWS:
            return


def within(passage: Passage) -> str:
    """Where it was found, as messages begin: “正文里”, “隐藏文字里”, “文档属性（docProps/core.xml）里”."""
    if passage.seen:
        return f"{passage.seen}里"
    story = passage.paragraph.story if passage.paragraph else "正文"
    return f"{story}里"
