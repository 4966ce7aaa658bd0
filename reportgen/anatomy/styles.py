"""Styles: what a paragraph, a run or a table takes from document defaults and from the chain of its styles."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from reportgen.anatomy.formatting import TOGGLES, Said, letters_said, shape_said
from reportgen.anatomy.joining import joined
from reportgen.anatomy.names import VAL, Element, w

_DEEPEST = 20  # Word allows chains of ten or so; a circle ends here
NumberingShape = Callable[[Said], Said]
"""What the numbering that a numPr names says of the paragraph."""


@dataclass(frozen=True, slots=True)
class Style:
    """One style; `shape` and `letters` are its own, its chain not yet joined."""

    name: str
    kind: str
    based_on: str | None
    shape: Said
    letters: Said
    element: Element


@dataclass
class Styles:
    """All styles of a document; joined chains are kept."""

    by_id: Mapping[str, Style]
    default_shape: Said
    default_letters: Said
    defaults: Mapping[str, str]
    _shapes: dict[str | None, Said] = field(default_factory=dict)
    _letters: dict[str | None, Said] = field(default_factory=dict)

    def chain(self, style_id: str | None) -> list[Style]:
        """The styles a style is based on, the most basic first."""
        chain: list[Style] = []
        style = self.by_id.get(style_id or "")
        while style is not None and len(chain) < _DEEPEST:
            chain.append(style)
            style = self.by_id.get(style.based_on or "")
        return chain[::-1]

    def paragraph_style(self, style_id: str | None) -> str | None:
        """The style that holds: the one named, if there is such a paragraph style, else the default one."""
        known = self.by_id.get(style_id or "")
        return style_id if known is not None and known.kind == "paragraph" else self.defaults.get("paragraph")

    def name_of(self, style_id: str | None) -> str:
        """The name users see."""
        style = self.by_id.get(style_id or "")
        return style.name if style else ""

    def shape(self, style_id: str | None, numbering_shape: NumberingShape) -> Said:
        """What the chain of a paragraph style says of the paragraph; a style's numbering comes before its own words."""
        if style_id not in self._shapes:
            said: Said = {}
            for style in self.chain(style_id):
                if "numbering" in style.shape:
                    said = joined(said, numbering_shape(style.shape["numbering"]))
                said = joined(said, style.shape)
            self._shapes[style_id] = said
        return self._shapes[style_id]

    def letters(self, style_id: str | None) -> Said:
        """What the chain of a style says of its letters."""
        if style_id not in self._letters:
            said: Said = {}
            for style in self.chain(style_id):
                said = joined(said, style.letters)
            self._letters[style_id] = said
        return self._letters[style_id]


def over_style(paragraph: Said, character: Said) -> Said:
    """A character style over a paragraph style: what both switch on is off again."""
    result = joined(paragraph, character)
    for name in TOGGLES:
        if paragraph.get(name) and character.get(name):
            result[name] = False
    return result


def read_styles(root: Element | None, themes: Mapping[str, str]) -> Styles:
    """The styles of word/styles.xml; without that part, Word's bare defaults."""
    if root is None:
        return Styles({}, {}, {}, {})
    by_id: dict[str, Style] = {}
    defaults: dict[str, str] = {}
    for element in root.iter(w("style")):
        style_id, kind = element.get(w("styleId")), element.get(w("type"), "paragraph")
        if style_id is None:
            continue
        by_id[style_id] = _style(element, kind, themes)
        if element.get(w("default")) in ("1", "true", "on"):
            defaults.setdefault(kind, style_id)
    base = root.find(w("docDefaults"))
    shape = None if base is None else base.find(f"{w('pPrDefault')}/{w('pPr')}")
    letters = None if base is None else base.find(f"{w('rPrDefault')}/{w('rPr')}")
    return Styles(by_id, shape_said(shape), letters_said(letters, themes), defaults)


def _style(element: Element, kind: str, themes: Mapping[str, str]) -> Style:
    name, based_on = element.find(w("name")), element.find(w("basedOn"))
    shape = shape_said(element.find(w("pPr")))
    shape.pop("style", None)
    letters = letters_said(element.find(w("rPr")), themes)
    letters.pop("style", None)
    return Style(
        (name.get(VAL) or "") if name is not None else "",
        kind,
        based_on.get(VAL) if based_on is not None else None,
        shape,
        letters,
        element,
    )
