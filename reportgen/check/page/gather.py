"""One flaw for a cause that many paragraphs share."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from reportgen.check.rule import Flaw

_ONE_BY_ONE = 3
"""So many paragraphs with the same flaw are named each; more become one flaw at the first."""


def gathered(flaws: Iterable[Flaw], one_by_one: int = _ONE_BY_ONE) -> Iterator[Flaw]:
    """The same flaws, those of one cause as one; the cause is the message with what was measured."""
    causes: dict[tuple[str, str | None], list[Flaw]] = {}
    for flaw in flaws:
        causes.setdefault((flaw.message, flaw.measured), []).append(flaw)
    for same in causes.values():
        if len(same) <= one_by_one:
            yield from same
        else:
            yield replace(same[0], message=f"{same[0].message}（这样的共{len(same)}处，这里是第一处）")
