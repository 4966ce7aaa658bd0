"""Indents that are given in characters alone, said in twips too: LibreOffice 7.4 takes no notice of the others."""

from lxml import etree

from reportgen.export.grid_formats import Formats, W, first_child, ordered_child

_SIDES = ("left", "right", "firstLine", "hanging")
_OTHER_NAMES = {"left": ("start",), "right": ("end",), "firstLine": ("hanging",), "hanging": ("firstLine",)}


def fix_indents(story: etree._Element, formats: Formats) -> bool:
    """Whether anything was added. A character is as wide as the paragraph's letters are large."""
    changed = False
    for paragraph in story.iter(f"{W}p"):
        said = [ind for source in formats.sources(paragraph) if (ind := source.find(f"{W}pPr/{W}ind")) is not None]
        for side in _SIDES:
            characters = _in_characters_alone(said, side)
            if characters:
                twips = round(characters / 100 * formats.largest_half_pt(paragraph) * 10)
                ordered_child(first_child(paragraph, "pPr"), "ind").set(W + side, str(twips))
                changed = True
    return changed


def _in_characters_alone(said: list[etree._Element], side: str) -> float:
    """Hundredths of a character, where the nearest indent of that side names no twips; else 0."""
    for ind in said:
        if any(ind.get(W + name) is not None for name in (side, *_OTHER_NAMES[side])):
            return 0
        characters = ind.get(f"{W}{side}Chars")
        if characters is not None:
            return float(characters)
    return 0
