"""The distance that Word's character grid puts between letters, said as the spacing of runs."""

from lxml import etree

from reportgen.export.grid_formats import Formats, W, first_child, ordered_child, snaps


def spread_styles(styles: etree._Element, formats: Formats, added_tw: int) -> None:
    """Add the distance to the defaults and to styles that name one; take it back where a style leaves the grid."""
    for style in styles.iter(f"{W}style"):
        on_grid = formats.style_snaps(style.get(f"{W}styleId", ""))
        own = style.find(f"{W}rPr/{W}spacing")
        if own is not None and on_grid:
            _add(own, added_tw)
        elif own is None and style.find(f"{W}pPr/{W}snapToGrid") is not None:
            _letters_of_style(style).set(f"{W}val", str(added_tw if on_grid else 0))
    defaults = ordered_child(
        first_child(first_child(first_child(styles, "docDefaults"), "rPrDefault"), "rPr"), "spacing"
    )
    _add(defaults, added_tw)


def _letters_of_style(style: etree._Element) -> etree._Element:
    letters = style.find(f"{W}rPr")
    if letters is None:
        letters = etree.SubElement(style, f"{W}rPr")
    return ordered_child(letters, "spacing")


def spread_story(story: etree._Element, formats: Formats, added_tw: int) -> None:
    """Add the distance to runs that name one; take it back where a paragraph leaves the grid by itself."""
    for paragraph in story.iter(f"{W}p"):
        on_grid = snaps(formats.sources(paragraph))
        leaves = not on_grid and paragraph.find(f"{W}pPr/{W}snapToGrid") is not None
        for run in paragraph.iter(f"{W}r"):
            own = run.find(f"{W}rPr/{W}spacing")
            if own is not None and on_grid:
                _add(own, added_tw)
            elif own is None and leaves:
                ordered_child(first_child(run, "rPr"), "spacing").set(f"{W}val", "0")


def _add(spacing: etree._Element, added_tw: int) -> None:
    spacing.set(f"{W}val", str(round(float(spacing.get(f"{W}val", "0"))) + added_tw))
