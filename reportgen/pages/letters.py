"""The letters of a page, read through PDFium's text interface."""

import ctypes
import math
from typing import Any

from reportgen.pages.model import Glyph, Type

MM = 25.4 / 72
_TURNED = 0.1  # sine of the angle from which on text counts as turned
_NO_TYPE = Type("", 0, "000000")


def letters_of(page: Any) -> tuple[Glyph, ...]:
    """Every visible letter of a pypdfium2 page, in the order of the file."""
    import pypdfium2.raw as pdfium

    text_page = page.get_textpage()
    try:
        return tuple(_read(pdfium, text_page.raw, page.get_height()))
    finally:
        text_page.close()


def _read(pdfium: Any, text: Any, height: float) -> list[Glyph]:
    """One call of PDFium for each value of each letter; what a stretch of text shares is read once."""
    types: dict[int, Type] = {}
    x, y, left, right, bottom, top = (ctypes.c_double() for _ in range(6))
    loose = pdfium.FS_RECTF()
    into_origin = tuple(map(ctypes.byref, (x, y)))
    into_ink = tuple(map(ctypes.byref, (left, right, bottom, top)))
    into_loose = ctypes.byref(loose)
    letters: list[Glyph] = []
    high = 0
    for index in range(pdfium.FPDFText_CountChars(text)):
        code = pdfium.FPDFText_GetUnicode(text, index)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00) if high else 0xFFFD
        high = 0
        shown = chr(code)
        if code <= 0x20 or shown.isspace():
            continue
        owner = pdfium.FPDFText_GetTextObject(text, index)
        if not owner:
            continue
        key = ctypes.addressof(owner.contents)
        kind = types.get(key)
        if kind is None:
            kind = types[key] = _type_of(pdfium, text, index, owner)
        pdfium.FPDFText_GetCharOrigin(text, index, *into_origin)
        pdfium.FPDFText_GetLooseCharBox(text, index, into_loose)
        pdfium.FPDFText_GetCharBox(text, index, *into_ink)
        letters.append(
            Glyph(
                shown, loose.left * MM, loose.right * MM, (height - y.value) * MM, left.value * MM,
                (height - top.value) * MM, right.value * MM, (height - bottom.value) * MM, kind,
            )
        )  # fmt: skip
    return letters


def _type_of(pdfium: Any, text: Any, index: int, owner: Any) -> Type:
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFText_GetMatrix(text, index, matrix):
        return _NO_TYPE
    scale = math.hypot(matrix.c, matrix.d)
    size = round(pdfium.FPDFText_GetFontSize(text, index) * scale, 1)
    turned = abs(matrix.b) > _TURNED * (math.hypot(matrix.a, matrix.b) or 1)
    return Type(_face(pdfium, text, index), size, color_of(pdfium.FPDFPageObj_GetFillColor, owner), turned)


def _face(pdfium: Any, text: Any, index: int) -> str:
    """The face, without the tag that marks an embedded subset."""
    buffer, flags = ctypes.create_string_buffer(200), ctypes.c_int()
    length = pdfium.FPDFText_GetFontInfo(text, index, buffer, len(buffer), flags)
    name = buffer.raw[: max(length - 1, 0)].decode("utf-8", "replace")
    tag, plus, rest = name.partition("+")
    return rest if plus and len(tag) == 6 else name


def color_of(getter: Any, owner: Any) -> str:
    """Six capital hex digits of an object's fill or stroke."""
    parts = [ctypes.c_uint() for _ in range(4)]
    if not getter(owner, *parts):
        return "000000"
    return "".join(f"{part.value:02X}" for part in parts[:3])
