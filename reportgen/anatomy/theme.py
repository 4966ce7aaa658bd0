"""Faces that a document names by its theme: minorEastAsia, majorHAnsi …"""

from collections.abc import Mapping

from reportgen.anatomy.names import DRAWING, Element

_SCRIPTS = {"zh-CN": "Hans", "zh-SG": "Hans", "zh-TW": "Hant", "zh-HK": "Hant", "ja-JP": "Jpan", "ko-KR": "Hang"}


def theme_faces(theme: Element | None, east_asian_language: str | None) -> Mapping[str, str]:
    """Face by theme name. An empty east-Asian face stands for the one of the document's language (Chinese if it says none)."""
    if theme is None:
        return {}
    script = _SCRIPTS.get(east_asian_language or "zh-CN", "Hans")
    faces: dict[str, str] = {}
    for element, name in (("majorFont", "major"), ("minorFont", "minor")):
        font = theme.find(f".//{{{DRAWING}}}{element}")
        if font is None:
            continue
        latin, east_asian, complex_script = (
            _typeface(font.find(f"{{{DRAWING}}}{kind}")) for kind in ("latin", "ea", "cs")
        )
        by_script = next(
            (_typeface(each) for each in font.iter(f"{{{DRAWING}}}font") if each.get("script") == script), ""
        )
        named = {"Ascii": latin, "HAnsi": latin, "EastAsia": east_asian or by_script, "Bidi": complex_script}
        faces |= {name + slot: face for slot, face in named.items() if face}
    return faces


def _typeface(element: Element | None) -> str:
    return "" if element is None else (element.get("typeface") or "").strip()
