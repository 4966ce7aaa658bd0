"""Every text of a document with the place it stands at: what the rules of disclosure search."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from reportgen.anatomy import Document, Paragraph
from reportgen.check.disclosure.folding import Bare, bare_with_places, fold
from reportgen.check.rule import place_of
from reportgen.errors import Place

_SHOWN_AROUND = 15


@dataclass(frozen=True)
class Passage:
    """One text. `where` names its part in Chinese; `paragraph` is set for text that stands in a paragraph.

    `state` says in Chinese why a reader does not see it (“修订中删除的文字” …), or is empty.
    """

    text: str
    where: str = ""
    paragraph: Paragraph | None = None
    state: str = ""

    @cached_property
    def folded(self) -> str:
        """The text in one width; positions are those of the text."""
        return fold(self.text)

    @cached_property
    def bare(self) -> Bare:
        """Its letters and digits alone."""
        return bare_with_places(self.text)

    def place(self, start: int = 0, end: int | None = None) -> Place:
        """Where a stretch of it stands."""
        if self.paragraph is None:
            return Place(part=self.where, text=self._around(start, end))
        place = place_of(replace(self.paragraph, text=self.text), start, end)
        return replace(place, part=f"{place.part}，{self.state}") if self.state else place

    def _around(self, start: int, end: int | None) -> str:
        last = min(len(self.text), start + 40) if end is None else end
        low, high = max(start - _SHOWN_AROUND, 0), min(last + _SHOWN_AROUND, len(self.text))
        return ("…" if low else "") + self.text[low:high] + ("…" if high < len(self.text) else "")

    @property
    def seen(self) -> str:
        """How a message names the place, where it is not in plain sight; empty for the text that is printed."""
        return self.state or (self.where if self.paragraph is None else "")


def all_paragraphs(document: Document) -> tuple[Paragraph, ...]:
    """Those of the body, notes, comments, headers and footers; each once."""
    margins = (
        paragraph
        for section in document.sections
        for stories in (section.headers, section.footers)
        for paragraphs in stories.values()
        for paragraph in paragraphs
    )
    unique = {(each.part, each.story, each.number): each for each in margins}
    return (*document.paragraphs, *document.others, *unique.values())


def paragraph_passages(paragraphs: Iterable[Paragraph]) -> Iterator[Passage]:
    """What is printed, and what the same paragraphs say with deleted and hidden text."""
    for paragraph in paragraphs:
        if paragraph.text.strip():
            yield Passage(paragraph.text, paragraph=paragraph)
        if any(run.change == "deleted" for run in paragraph.runs):
            earlier = "".join(run.text for run in paragraph.runs if run.change != "inserted")
            yield Passage(earlier, paragraph=paragraph, state="修订中删除的文字")
        if any(run.letters.hidden for run in paragraph.runs):
            whole = "".join(run.text for run in paragraph.runs if run.change != "deleted")
            yield Passage(paragraph.label + whole, paragraph=paragraph, state="隐藏文字")
