"""Stretches of a paragraph in one formatting."""

from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.anatomy import HEADINGS, Document, Letters, Paragraph, Role, Section
from reportgen.check.rule import place_of
from reportgen.errors import Place


@dataclass(frozen=True, slots=True)
class Stretch:
    """The characters [start, end) of a paragraph's text."""

    paragraph: Paragraph
    start: int
    end: int
    letters: Letters

    @property
    def text(self) -> str:
        return self.paragraph.text[self.start : self.end]

    @property
    def place(self) -> Place:
        return place_of(self.paragraph, self.start, self.end)


def stretches(paragraph: Paragraph, start: int = 0) -> Iterator[Stretch]:
    """What is printed of a paragraph from `start` on, its automatic number first; nothing that is only blanks."""
    here = len(paragraph.label)
    if paragraph.label_letters is not None and here > start:
        yield Stretch(paragraph, start, here, paragraph.label_letters)
    for run in paragraph.shown_runs():
        end = here + len(run.text)
        if end > start and run.text.strip():
            yield Stretch(paragraph, max(here, start), end, run.letters)
        here = end


def has_han(text: str) -> bool:
    """Whether Chinese characters (not only marks) stand in a text."""
    return any("\u3400" <= character <= "\u9fff" for character in text)


def body_text(document: Document) -> Iterator[tuple[Paragraph, int]]:
    """Paragraphs of the body outside tables and text boxes, each with the place where its text begins behind a heading."""
    for paragraph in document.paragraphs:
        if paragraph.cell is None and paragraph.box is None and paragraph.text.strip():
            run_in = paragraph.role in HEADINGS and 0 < paragraph.heading_length < len(paragraph.text.rstrip())
            if paragraph.role is Role.BODY or run_in:
                yield paragraph, paragraph.heading_length if paragraph.level else 0


def section_of(document: Document, paragraph: Paragraph) -> Section | None:
    """The section a paragraph stands in, None where the file names none."""
    return document.sections[paragraph.section - 1] if 0 < paragraph.section <= len(document.sections) else None
