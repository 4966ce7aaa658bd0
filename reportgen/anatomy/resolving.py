"""Formatting that takes effect: document defaults, table style, numbering, style chain and direct formatting, in Word's order.

Most paragraphs and runs of a document say the same, so what was resolved is kept by what was written.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from reportgen.anatomy.formats import Letters, Shape
from reportgen.anatomy.formatting import Said, letters_said, shape_said
from reportgen.anatomy.joining import joined, letters_of, shape_of
from reportgen.anatomy.model import Section
from reportgen.anatomy.names import Element, w
from reportgen.anatomy.numbering import Numbering
from reportgen.anatomy.styles import Styles, over_style


@dataclass(frozen=True, slots=True)
class TableStyle:
    """What a table's style says of the paragraphs and runs in it; `name` tells one from another."""

    name: str = ""
    shape: Said = field(default_factory=dict)
    letters: Said = field(default_factory=dict)


NO_TABLE = TableStyle()


@dataclass(frozen=True, slots=True)
class Resolved:
    """A paragraph's formatting before it is known how large its letters are; `letters` hold for runs that say nothing."""

    key: tuple[str, bytes]
    style_id: str | None
    said: Said
    letters: Said
    mark: Letters

    @property
    def numbering(self) -> Mapping[str, int]:
        """The numbering it names, by style or directly."""
        numbering: Mapping[str, int] = self.said.get("numbering", {})
        return numbering


@dataclass
class Resolver:
    """Resolves formatting with the styles, lists and theme of one document."""

    styles: Styles
    numbering: Numbering
    themes: Mapping[str, str]
    _paragraphs: dict[tuple[str, bytes], Resolved] = field(default_factory=dict)
    _letters: dict[tuple[str | None, str, bytes], Letters] = field(default_factory=dict)
    _shapes: dict[tuple[tuple[str, bytes], float, int], Shape] = field(default_factory=dict)

    def paragraph(self, properties: Element | None, table: TableStyle) -> Resolved:
        """What holds for a paragraph with this pPr in a table of this style."""
        key = (table.name, _written(properties))
        if key not in self._paragraphs:
            self._paragraphs[key] = self._resolved(key, properties, table)
        return self._paragraphs[key]

    def _resolved(self, key: tuple[str, bytes], properties: Element | None, table: TableStyle) -> Resolved:
        own = shape_said(properties)
        style_id = self.styles.paragraph_style(own.pop("style", None))
        of_style = self.styles.shape(style_id, self.numbering.shape)
        said = joined(joined(self.styles.default_shape, table.shape), of_style)
        if "numbering" in own:
            own = {**own, "numbering": {**said.get("numbering", {}), **own["numbering"]}}
            said = joined(said, self.numbering.shape(own["numbering"]))
        letters = joined(joined(self.styles.default_letters, table.letters), self.styles.letters(style_id))
        mark = letters_of(self._run_said(_run_properties(properties), letters))
        return Resolved(key, style_id, joined(said, own), letters, mark)

    def shape(self, resolved: Resolved, size_half_pt: float, section: Section) -> Shape:
        """The paragraph's formatting, when its letters are so large, in this section."""
        key = (resolved.key, size_half_pt, section.number)
        if key not in self._shapes:
            character_tw = size_half_pt * 10 + _grid_space_tw(section)
            name = self.styles.name_of(resolved.style_id)
            self._shapes[key] = shape_of(resolved.said, name, character_tw, section.line_pitch_tw or 240)
        return self._shapes[key]

    def letters(self, properties: Element | None, resolved: Resolved) -> Letters:
        """The formatting of a run with this rPr in the paragraph."""
        key = (resolved.style_id, resolved.key[0], _written(properties))
        if key not in self._letters:
            self._letters[key] = letters_of(self._run_said(properties, resolved.letters))
        return self._letters[key]

    def _run_said(self, properties: Element | None, base: Said) -> Said:
        own = letters_said(properties, self.themes)
        character = own.pop("style", None)
        return joined(over_style(base, self.styles.letters(character)) if character else base, own)

    def label(self, properties: Element | None, resolved: Resolved) -> tuple[str, Letters | None]:
        """The number that Word puts before the paragraph, counted on, and its formatting."""
        level = self.numbering.level(resolved.numbering)
        if level is None:
            return "", None
        mark = letters_said(_run_properties(properties), self.themes)
        mark.pop("style", None)
        letters = letters_of(joined(joined(resolved.letters, mark), level.letters))
        return self.numbering.next_label(resolved.numbering), letters


def _run_properties(properties: Element | None) -> Element | None:
    return properties.find(w("rPr")) if properties is not None else None


def _written(element: Element | None) -> bytes:
    return b"" if element is None else etree.tostring(element, with_tail=False)


def _grid_space_tw(section: Section) -> float:
    """What Word's grid adds to each character."""
    return section.char_space / 4096 * 20 if section.grid in ("linesAndChars", "snapToChars") else 0
