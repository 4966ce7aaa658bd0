"""What is drawn, in either vocabulary (DrawingML, VML): its kind, place, line and fill, and the text boxes in it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from reportgen.anatomy.formats import Frame
from reportgen.anatomy.names import (
    DRAWING,
    EMU_PER_TWIP,
    PLACED,
    SHAPES,
    VML,
    Element,
    children,
    local,
    measure,
    r,
    w,
)

Kind = Literal["line", "textbox", "picture", "shape", "ole", "chart"]
_LINES = frozenset({"line", "straightConnector1", "lineInv"})
_FLAT_TW = 60
"""A shape lower than this is a line: 1 mm."""

_VML_KINDS: Mapping[str, Kind] = {"line": "line", "polyline": "line", "imagedata": "picture"}
_LENGTH = re.compile(r"(-?\d+(?:\.\d+)?)(pt|in|mm|cm|px|)")
_VML_TWIPS = {"pt": 20.0, "in": 1440.0, "mm": 1440 / 25.4, "cm": 14400 / 25.4, "px": 15.0, "": 20.0}
_NAMED_COLOURS = {"red": "FF0000", "black": "000000", "white": "FFFFFF", "blue": "0000FF"}


@dataclass(frozen=True, slots=True)
class Drawn:
    """One drawing before it has a number; `content` holds the paragraphs of its text box, `target` a relationship id."""

    kind: Kind
    frame: Frame
    inline: bool = False
    line_color: str | None = None
    line_pt: float | None = None
    fill: str | None = None
    name: str = ""
    description: str = ""
    target: str | None = None
    content: Element | None = None


def drawn(element: Element) -> Iterator[Drawn]:
    """The drawings in a w:drawing, w:pict or w:object."""
    name = local(element)
    if name == "drawing":
        for holder in children(element):
            yield from _placed(holder)
    elif name == "object":
        yield from _object(element)
    elif name == "pict":
        yield from _vml(element)


def _placed(holder: Element) -> Iterator[Drawn]:
    """A wp:inline or wp:anchor; a group gives one drawing per member, all at the group's place."""
    frame, named = _anchor_frame(holder), holder.find(f"{{{PLACED}}}docPr")
    name, description = ("", "") if named is None else (named.get("name") or "", named.get("descr") or "")
    inline = local(holder) == "inline"
    found = False
    own = list(_outside_boxes(holder))
    for shape in (each for each in own if each.tag in (f"{{{SHAPES}}}wsp", f"{{{SHAPES}}}cxnSp")):
        found = True
        content = shape.find(f"{{{SHAPES}}}txbx/{w('txbxContent')}")
        yield Drawn(
            _shape_kind(shape, content, frame),
            frame,
            inline,
            *_line(shape),
            _fill(shape),
            name,
            description,
            None,
            content,
        )
    for image in (each for each in own if each.tag == f"{{{DRAWING}}}blip"):
        found = True
        yield Drawn(
            "picture",
            frame,
            inline,
            name=name,
            description=description,
            target=image.get(r("embed")) or image.get(r("link")),
        )
    if not found:
        chart = next((each.get(r("id")) for each in own if local(each) == "chart"), None)
        yield Drawn("chart" if chart else "shape", frame, inline, name=name, description=description, target=chart)


def _outside_boxes(holder: Element) -> Iterator[Element]:
    """What a drawing is made of; the text in its boxes, with the drawings there, is read as text."""
    waiting = [holder]
    while waiting:
        element = waiting.pop()
        yield element
        if element.tag != w("txbxContent"):
            waiting.extend(reversed(list(children(element))))


def _shape_kind(shape: Element, content: Element | None, frame: Frame) -> Kind:
    geometry = shape.find(f".//{{{DRAWING}}}prstGeom")
    preset = geometry.get("prst", "") if geometry is not None else ""
    if local(shape) == "cxnSp" or preset in _LINES:
        return "line"
    if content is not None:
        return "textbox"
    flat = frame.height_tw is not None and frame.height_tw < _FLAT_TW
    return "line" if flat else "shape"


def _anchor_frame(holder: Element) -> Frame:
    extent = holder.find(f"{{{PLACED}}}extent")
    sizes = (None, None) if extent is None else (_emu(extent.get("cx")), _emu(extent.get("cy")))
    x_from, x, x_align = _position(holder.find(f"{{{PLACED}}}positionH"))
    y_from, y, y_align = _position(holder.find(f"{{{PLACED}}}positionV"))
    return Frame(x_from, y_from, x, y, x_align, y_align, *sizes)


def _position(element: Element | None) -> tuple[str | None, float | None, str | None]:
    if element is None:
        return None, None, None
    offset, align = element.find(f"{{{PLACED}}}posOffset"), element.find(f"{{{PLACED}}}align")
    return (
        element.get("relativeFrom"),
        _emu(offset.text) if offset is not None else None,
        align.text if align is not None else None,
    )


def _emu(value: str | None) -> float | None:
    number = measure(value.strip() if value else None) if not value or len(value) < 12 else None
    return None if number is None else number / EMU_PER_TWIP


def _line(shape: Element) -> tuple[str | None, float | None]:
    line = shape.find(f".//{{{DRAWING}}}ln")
    if line is None or line.find(f"{{{DRAWING}}}noFill") is not None:
        return None, None
    colour, width = line.find(f".//{{{DRAWING}}}srgbClr"), measure(line.get("w"))
    return (colour.get("val", "").upper() or None if colour is not None else None, width / 12700 if width else None)


def _fill(shape: Element) -> str | None:
    colour = shape.find(f"{{{SHAPES}}}spPr/{{{DRAWING}}}solidFill/{{{DRAWING}}}srgbClr")
    return colour.get("val", "").upper() or None if colour is not None else None


def _object(element: Element) -> Iterator[Drawn]:
    embedded = next((each for each in children(element) if local(each) == "OLEObject"), None)
    yield Drawn("ole", Frame(), True, name=embedded.get("ProgID", "") if embedded is not None else "",
                target=embedded.get(r("id")) if embedded is not None else None)  # fmt: skip


def _vml(element: Element) -> Iterator[Drawn]:
    for shape in _outside_boxes(element):
        if not str(shape.tag).startswith(f"{{{VML}}}") or shape.get("style") is None:
            continue
        name = local(shape)
        if name in ("shapetype", "textbox", "textpath", "fill", "stroke"):
            continue
        style = dict(_declaration(each) for each in (shape.get("style") or "").split(";"))
        yield _vml_shape(shape, name, style)


def _declaration(text: str) -> tuple[str, str]:
    name, _, value = text.partition(":")
    return name.strip().lower(), value.strip()


def _vml_shape(shape: Element, name: str, style: Mapping[str, str]) -> Drawn:
    image, content = shape.find(f"{{{VML}}}imagedata"), shape.find(f"{{{VML}}}textbox/{w('txbxContent')}")
    frame, flat = _vml_frame(shape, name, style)
    kind: Kind = "picture" if image is not None else _VML_KINDS.get(name, "shape")
    if content is not None:
        kind = "textbox"
    elif flat and kind == "shape":
        kind = "line"
    stroked = shape.get("stroked", "t") not in ("f", "false", "0")
    words = shape.find(f"{{{VML}}}textpath")
    return Drawn(
        kind,
        frame,
        style.get("position") != "absolute",
        _vml_colour(shape.get("strokecolor")) if stroked else None,
        (_vml_length(shape.get("strokeweight")) or 15) / 20 if stroked else None,
        _vml_colour(shape.get("fillcolor")),
        shape.get("id", ""),
        shape.get("alt") or (words.get("string") or "" if words is not None else ""),
        image.get(r("id")) if image is not None else None,
        content,
    )


def _vml_frame(shape: Element, name: str, style: Mapping[str, str]) -> tuple[Frame, bool]:
    """The place of a VML shape, and whether it is flat; a v:line has its ends in from and to."""
    width, height = _vml_length(style.get("width")), _vml_length(style.get("height"))
    x, y = _vml_length(style.get("margin-left")), _vml_length(style.get("margin-top"))
    ends = [_vml_length(each) for each in f"{shape.get('from', '')},{shape.get('to', '')}".split(",")]
    if name == "line" and len(ends) == 4 and None not in ends:
        x, y = ends[0], ends[1]
        width, height = abs((ends[2] or 0) - (ends[0] or 0)), abs((ends[3] or 0) - (ends[1] or 0))
    frame = Frame(
        style.get("mso-position-horizontal-relative"),
        style.get("mso-position-vertical-relative"),
        x,
        y,
        style.get("mso-position-horizontal"),
        style.get("mso-position-vertical"),
        width,
        height,
    )
    return frame, height is not None and height < _FLAT_TW


def _vml_length(value: str | None) -> float | None:
    found = _LENGTH.fullmatch((value or "").strip())
    return float(found[1]) * _VML_TWIPS[found[2]] if found and len(value or "") < 24 else None


def _vml_colour(value: str | None) -> str | None:
    name = (value or "").split(" ")[0].lower()
    if re.fullmatch(r"#[0-9a-f]{6}", name):
        return name[1:].upper()
    if re.fullmatch(r"#[0-9a-f]{3}", name):
        return "".join(sign * 2 for sign in name[1:]).upper()
    return _NAMED_COLOURS.get(name)
