"""What was said in several places, joined: the later one wins, fonts, indents and borders attribute by attribute."""

from collections.abc import Mapping

from reportgen.anatomy.formats import Letters, Shape
from reportgen.anatomy.formatting import Said
from reportgen.anatomy.names import measure

_OPPOSED = (("firstLine", "hanging"), ("firstLineChars", "hangingChars"))
_JOINED = ("faces", "spacing", "borders", "tabs")


def joined(base: Said, later: Said) -> Said:
    """`later` over `base`."""
    result = {**base, **later}
    for name in _JOINED:
        if isinstance(base.get(name), dict) and isinstance(later.get(name), dict):
            result[name] = {**base[name], **later[name]}
    if "indent" in base and "indent" in later:
        result["indent"] = _joined_indents(base["indent"], later["indent"])
    if "effects" in base and "effects" in later:
        result["effects"] = base["effects"] | later["effects"]
    return result


def _joined_indents(base: dict[str, str], later: dict[str, str]) -> dict[str, str]:
    """A hanging indent puts an end to a first-line indent and the other way round."""
    kept = dict(base)
    for first, hanging in _OPPOSED:
        if first in later or hanging in later:
            kept.pop(first, None)
            kept.pop(hanging, None)
    return {**kept, **later}


def letters_of(said: Said) -> Letters:
    """The formatting of a run, after everything was joined."""
    return Letters(
        faces=said.get("faces", {}),
        east_asian_hint=bool(said.get("hint")),
        size_half_pt=said.get("size", 20),
        bold=bool(said.get("bold")),
        italic=bool(said.get("italic")),
        underline=said.get("underline"),
        strike=bool(said.get("strike")),
        color=said.get("color", "auto"),
        highlight=said.get("highlight"),
        shading=said.get("shading"),
        spacing_tw=said.get("spacing", 0) if not isinstance(said.get("spacing"), dict) else 0,
        scale_percent=said.get("scale", 100),
        raised_half_pt=said.get("raised", 0),
        hidden=bool(said.get("hidden")),
        effects=said.get("effects", frozenset()),
    )


def shape_of(said: Said, style: str, character_tw: float, line_tw: float) -> Shape:
    """The formatting of a paragraph; a 字 is `character_tw` wide, a 行 `line_tw` high where it counts in those."""
    indent, spacing = said.get("indent", {}), said.get("spacing", {})
    hanging = _length(indent, "hanging", character_tw)
    first = -hanging if hanging else _length(indent, "firstLine", character_tw)
    rule = spacing.get("lineRule", "auto")
    line = measure(spacing.get("line"))
    return Shape(
        style=style,
        align=said.get("align", "left"),
        left_tw=_length(indent, "left", character_tw) or _length(indent, "start", character_tw),
        right_tw=_length(indent, "right", character_tw) or _length(indent, "end", character_tw),
        first_tw=first,
        before_tw=_spread(spacing, "before", line_tw),
        after_tw=_spread(spacing, "after", line_tw),
        line_tw=240 if line is None else line,
        line_rule=rule if rule in ("auto", "exact", "atLeast") else "auto",
        snap_to_grid=said.get("snap_to_grid", True) is not False,
        keep_next=bool(said.get("keep_next")),
        keep_lines=bool(said.get("keep_lines")),
        page_break_before=bool(said.get("page_break_before")),
        borders={side: line for side, line in said.get("borders", {}).items() if line is not None},
        shading=said.get("shading"),
        tabs=tuple(stop for _, stop in sorted(said.get("tabs", {}).items()) if stop is not None),
        frame=said.get("frame"),
        auto_space=said.get("auto_space", True) is not False,
        outline_level=said.get("outline"),
    )


def _length(said: Mapping[str, str], name: str, character_tw: float) -> float:
    """A length in characters goes before one in twips, as Word has it."""
    characters = measure(said.get(f"{name}Chars"))
    if characters:
        return characters / 100 * character_tw
    return measure(said.get(name)) or 0


def _spread(said: Mapping[str, str], name: str, line_tw: float) -> float:
    if said.get(f"{name}Autospacing") in ("1", "true", "on"):
        return 280
    lines = measure(said.get(f"{name}Lines"))
    return lines / 100 * line_tw if lines else measure(said.get(name)) or 0
