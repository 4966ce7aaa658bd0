"""X3: common mistakes of writing, from the list in words.tsv.

A wrong form is looked for literally; where it can be part of right words, the list names the contexts in which alone it
is a mistake (仅当) or in which it is none (除非).
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import cast

from reportgen.anatomy import Paragraph
from reportgen.check.language.stories import printed_paragraphs
from reportgen.check.rule import Case, Flaw, Rule, place_of
from reportgen.errors import Strength

LIST = Path(__file__).with_name("words.tsv")
_CONTEXT = 24  # characters at either side that a context may look at
_BOOK_TITLE = re.compile(r"《[^《》]*》")


@dataclass(frozen=True, slots=True)
class Mistake:
    """A line of the list; `only` and `unless` are regular expressions, empty where there is no condition."""

    wrong: str
    right: str
    strength: Strength
    only: str = ""
    unless: str = ""
    note: str = ""


@cache
def word_list() -> Mapping[str, tuple[Mistake, ...]]:
    """The list as shipped, by wrong form; read when it is first asked for."""
    mistakes: dict[str, tuple[Mistake, ...]] = {}
    for line in LIST.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith(("#", "误\t")):
            mistake = _mistake(line)
            mistakes[mistake.wrong] = (*mistakes.get(mistake.wrong, ()), mistake)
    return mistakes


def _mistake(line: str) -> Mistake:
    wrong, right, strength, *conditions = line.split("\t")
    return Mistake(wrong, right, cast(Strength, strength), *conditions)


def mistakes_in(text: str, forms: Iterable[str] | None = None) -> Iterator[tuple[int, Mistake]]:
    """Where a text holds which mistakes; of all wrong forms, or of these alone."""
    mistakes = word_list()
    for form in mistakes if forms is None else forms:
        start = text.find(form)
        while start >= 0:
            for mistake in mistakes[form]:
                if _holds(mistake, text, start) and not _is_quoted_usage(mistake, text, start):
                    yield start, mistake
            start = text.find(form, start + 1)


def _holds(mistake: Mistake, text: str, start: int) -> bool:
    end = start + len(mistake.wrong)
    if mistake.only and not _covered(mistake.only, text, start, end):
        return False
    return not (mistake.unless and _covered(mistake.unless, text, start, end))


def _covered(condition: str, text: str, start: int, end: int) -> bool:
    """Whether the condition matches a stretch that holds [start, end)."""
    low = max(start - _CONTEXT, 0)
    matches = re.compile(condition).finditer(text, low, end + _CONTEXT)
    return any(match.start() <= start and end <= match.end() for match in matches)


def _is_quoted_usage(mistake: Mistake, text: str, start: int) -> bool:
    """The title of a document is quoted as it is, with its old usage; misspellings are not excused."""
    if mistake.strength == "MUST":
        return False
    return any(title.start() < start < title.end() for title in _BOOK_TITLE.finditer(text))


def _wrong_words(case: Case) -> Iterator[Flaw]:
    """One flaw for each mistake, at its first place."""
    paragraphs = tuple(printed_paragraphs(case.document))
    whole = "\n".join(paragraph.text for paragraph in paragraphs)
    forms = [form for form in word_list() if form in whole]
    places: dict[Mistake, list[tuple[Paragraph, int]]] = {}
    for paragraph in paragraphs if forms else ():
        for start, mistake in mistakes_in(paragraph.text, forms):
            places.setdefault(mistake, []).append((paragraph, start))
    for mistake, found in places.items():
        yield _flaw(mistake, found)


def _flaw(mistake: Mistake, places: Sequence[tuple[Paragraph, int]]) -> Flaw:
    paragraph, start = places[0]
    often = f"（共{len(places)}处）" if len(places) > 1 else ""
    why = f"，{mistake.note}" if mistake.note else ""
    verb = "应为" if mistake.strength == "MUST" else "宜改为"
    return Flaw(
        f"“{mistake.wrong}”{verb}“{mistake.right}”{often}{why}。",
        place_of(paragraph, start, start + len(mistake.wrong)),
        expected=mistake.right,
        measured=mistake.wrong,
        strength=mistake.strength,
    )


RULES: tuple[Rule[Case], ...] = (
    Rule("X3", "公文用语规范（常见错别字）", "MUST", "用字用词规范，没有错别字和误用的词", _wrong_words),
)
