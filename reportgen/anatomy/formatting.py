"""Formatting as written in a pPr or rPr, before styles are joined: only what is said, under the names used in this package.

`Said` maps a name to a value.
"""

from collections.abc import Callable, Mapping
from typing import Any

from reportgen.anatomy.formats import Border, Frame, TabStop
from reportgen.anatomy.names import VAL, WORD_2010, Element, children, local, measure, namespace, switch, w, whole
from reportgen.anatomy.shading import shading

Said = dict[str, Any]

_SLOTS = ("eastAsia", "ascii", "hAnsi", "cs")
_SWITCHES = {
    "b": "bold",
    "i": "italic",
    "strike": "strike",
    "dstrike": "strike",
    "vanish": "hidden",
    "webHidden": "web",
}
_EFFECTS = frozenset({"shadow", "outline", "emboss", "imprint"})
_PARAGRAPH_SWITCHES = {
    "keepNext": "keep_next",
    "keepLines": "keep_lines",
    "pageBreakBefore": "page_break_before",
    "snapToGrid": "snap_to_grid",
    "autoSpaceDN": "auto_space",
}
_ALIGNMENTS = {"start": "left", "end": "right", "justify": "both", "thaiDistribute": "distribute"}
TOGGLES = ("bold", "italic", "strike", "hidden")
"""Switches that a paragraph style and a character style turn against each other (ECMA-376 17.7.3)."""


_MARKED = frozenset({"bdr", "em"})
"""A border around characters, and dots below them."""


def letters_said(element: Element | None, themes: Mapping[str, str]) -> Said:
    """What an rPr says; theme faces by name from `themes`."""
    said: Said = {}
    if element is None:
        return said
    effects: set[str] = set()
    for child in children(element):
        name, value = local(child), child.get(VAL)
        if name == "rFonts":
            said["faces"] = _faces(child, themes)
            if child.get(w("hint")):
                said["hint"] = child.get(w("hint")) == "eastAsia"
        elif name in _SWITCHES:
            said[_SWITCHES[name]] = switch(child)
        elif name in _MARKED:
            effects |= {name} if value not in (None, "nil", "none") else set()
        elif name in _EFFECTS or namespace(child) == WORD_2010:
            effects |= {name} if _has_effect(child, name) else set()
        else:
            said |= _letter(child, name, value)
    if effects:
        said["effects"] = frozenset(effects)
    return said


_EFFECTS_2010 = frozenset({"glow", "shadow", "reflection", "textOutline", "textFill", "props3d", "scene3d"})
_PLAIN_2010 = frozenset({"textFill", "props3d", "scene3d"})  # Word writes these for plain text too


def _has_effect(element: Element, name: str) -> bool:
    """Whether an effect is really drawn: Word also writes textFill, an empty outline and the like for plain text."""
    if namespace(element) != WORD_2010:
        return bool(switch(element))
    if name == "textOutline":
        return not any(local(child) == "noFill" for child in element)
    return name in _EFFECTS_2010 - _PLAIN_2010


def _letter(element: Element, name: str, value: str | None) -> Said:
    """What one of the other elements of an rPr says."""
    number = measure(value)
    if name == "sz" and number and number > 0:
        return {"size": number}
    if name == "color" and value:
        return {"color": "auto" if value == "auto" else value.upper()}
    if name == "u":
        return {"underline": None if value in (None, "none") else value}
    if name == "highlight":
        return {"highlight": None if value in (None, "none") else value}
    if name == "shd":
        return {"shading": shading(element)}
    if name == "spacing" and number is not None:
        return {"spacing": number}
    if name == "w" and number:
        return {"scale": int(number)}
    if name == "position" and number is not None:
        return {"raised": number}
    if name == "rStyle":
        return {"style": value}
    return {}


def _faces(element: Element, themes: Mapping[str, str]) -> dict[str, str]:
    faces = {}
    for slot in _SLOTS:
        themed = element.get(w("cstheme" if slot == "cs" else f"{slot}Theme"))
        face = themes.get(themed or "") or element.get(w(slot))
        if face and face.strip():
            faces[slot] = face.strip()
    return faces


def border(element: Element) -> Border | None:
    """One line, None where it says that there is none."""
    style = element.get(VAL)
    if style in (None, "none", "nil"):
        return None
    colour = element.get(w("color")) or "auto"
    return Border(
        style or "single",
        measure(element.get(w("sz"))) or 0,
        colour if colour == "auto" else colour.upper(),
        measure(element.get(w("space"))) or 0,
    )


def borders(element: Element | None) -> dict[str, Border | None]:
    """Lines by side; None where a line is taken away."""
    if element is None:
        return {}
    names = {"start": "left", "end": "right"}
    return {names.get(local(child), local(child)): border(child) for child in children(element)}


_SHAPE_READERS: Mapping[str, tuple[str, Callable[[Element], Any]]] = {
    "jc": ("align", lambda element: _ALIGNMENTS.get(element.get(VAL) or "left", element.get(VAL) or "left")),
    "ind": ("indent", lambda element: _attributes(element)),
    "spacing": ("spacing", lambda element: _attributes(element)),
    "pBdr": ("borders", lambda element: borders(element)),
    "shd": ("shading", lambda element: shading(element)),
    "tabs": ("tabs", lambda element: _tabs(element)),
    "framePr": ("frame", lambda element: frame(element)),
    "outlineLvl": ("outline", lambda element: whole(element.get(VAL))),
    "numPr": ("numbering", lambda element: _numbering(element)),
    "pStyle": ("style", lambda element: element.get(VAL)),
}


def shape_said(element: Element | None) -> Said:
    """What a pPr says of the paragraph."""
    said: Said = {}
    for child in children(element) if element is not None else ():
        name = local(child)
        if name in _PARAGRAPH_SWITCHES:
            said[_PARAGRAPH_SWITCHES[name]] = switch(child)
        elif name in _SHAPE_READERS:
            field, reader = _SHAPE_READERS[name]
            said[field] = reader(child)
    return said


def _attributes(element: Element) -> dict[str, str]:
    return {str(name).rpartition("}")[2]: str(value) for name, value in element.attrib.items()}


def _numbering(element: Element) -> dict[str, int]:
    found = {"numId": element.find(w("numId")), "ilvl": element.find(w("ilvl"))}
    numbers = {name: whole(child.get(VAL)) for name, child in found.items() if child is not None}
    return {name: number for name, number in numbers.items() if number is not None}


def _tabs(element: Element) -> dict[float, TabStop | None]:
    stops: dict[float, TabStop | None] = {}
    for child in children(element):
        position, kind = measure(child.get(w("pos"))), child.get(VAL) or "left"
        if position is not None:
            stops[position] = None if kind == "clear" else TabStop(position, _ALIGNMENTS.get(kind, kind))
    return stops


def frame(element: Element) -> Frame | None:
    """A frame (framePr) or the place of a floating table (tblpPr)."""
    table = local(element) == "tblpPr"
    x, y = ("tblpX", "tblpY") if table else ("x", "y")
    placed = any(
        element.get(w(name)) for name in ("hAnchor", "vAnchor", "horzAnchor", "vertAnchor", x, y, "w", f"{x}Spec")
    )
    if not table and not placed and element.get(w("dropCap")):
        return None
    return Frame(
        element.get(w("horzAnchor" if table else "hAnchor")),
        element.get(w("vertAnchor" if table else "vAnchor")),
        measure(element.get(w(x))),
        measure(element.get(w(y))),
        element.get(w("tblpXSpec" if table else "xAlign")),
        element.get(w("tblpYSpec" if table else "yAlign")),
        measure(element.get(w("w"))),
        measure(element.get(w("h"))),
    )
