"""The colour behind text and cells."""

from reportgen.anatomy.names import VAL, Element, measure, w


def shading(element: Element) -> str | None:
    """The colour behind text, None for none or white."""
    fill, pattern = (element.get(w("fill")) or "auto").upper(), element.get(VAL)
    if fill not in ("AUTO", "FFFFFF", ""):
        return fill
    if pattern in (None, "clear", "nil", "none"):
        return None
    colour = (element.get(w("color")) or "auto").upper()
    return _grey_of(pattern or "") if colour == "AUTO" else colour


def _grey_of(pattern: str) -> str:
    """How a pattern of black dots looks: pct15 is 15 % black; stripes and nets half."""
    percent = measure(pattern.removeprefix("pct")) if pattern.startswith("pct") else None
    ink = 1.0 if pattern == "solid" else min(max(percent, 0), 100) / 100 if percent is not None else 0.5
    return f"{round(255 * (1 - ink)):02X}" * 3
