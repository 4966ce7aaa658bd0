"""What a document says of grid, line height and size of type, through its paragraph styles."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = ("0", "false", "off")
_USUAL_HALF_PT = 20.0
_BEFORE = {
    "snapToGrid": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
        "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    ),
    "spacing": (
        "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish "
        "webHidden color "
    ),
}
_BEFORE["spacing"] += _BEFORE["snapToGrid"]
_BEFORE["ind"] = _BEFORE["spacing"] + "spacing "
_EARLIER = {tag: frozenset(names.split()) for tag, names in _BEFORE.items()}
"""Children of pPr and rPr that the schema wants before one."""


@dataclass(frozen=True)
class Formats:
    """`chains` maps a style to itself and its bases, the nearest first; `basic` are the document defaults."""

    chains: Mapping[str, tuple[etree._Element, ...]] = field(default_factory=dict)
    basic: tuple[etree._Element, ...] = ()
    usual: str = ""

    @classmethod
    def of(cls, styles: etree._Element) -> "Formats":
        known = {style.get(f"{W}styleId", ""): style for style in styles.iter(f"{W}style")}
        chains = {name: tuple(_bases(known, name)) for name in known}
        kind, default = f"{W}type", f"{W}default"
        usual = (name for name, style in known.items() if style.get(kind) == "paragraph" and style.get(default) == "1")
        basic = tuple(
            found for found in (styles.find(f"{W}docDefaults/{W}{each}Default") for each in "pr") if found is not None
        )
        return cls(chains, basic, next(usual, ""))

    def sources(self, paragraph: etree._Element) -> tuple[etree._Element, ...]:
        """Elements whose pPr and rPr hold for a paragraph, the nearest first."""
        said = paragraph.find(f"{W}pPr/{W}pStyle")
        name = said.get(f"{W}val", "") if said is not None else self.usual
        return (paragraph, *self.chains.get(name, self.chains.get(self.usual, ())), *self.basic)

    def style_snaps(self, name: str) -> bool:
        """Whether paragraphs of a style keep to the grid."""
        return snaps((*self.chains.get(name, ()), *self.basic))

    def largest_half_pt(self, paragraph: etree._Element) -> float:
        """The size of the largest letters of a paragraph, in half points."""
        inherited = _first_value(
            (source.find(f"{W}rPr/{W}sz") for source in self.sources(paragraph)[1:]), _USUAL_HALF_PT
        )
        runs = [run.find(f"{W}rPr/{W}sz") for run in paragraph.iter(f"{W}r")]
        if not runs:
            runs = [paragraph.find(f"{W}pPr/{W}rPr/{W}sz")]
        return max(_first_value((size,), inherited) for size in runs)


def _bases(known: Mapping[str, etree._Element], name: str) -> Iterator[etree._Element]:
    seen: set[str] = set()
    while name in known and name not in seen:
        seen.add(name)
        yield known[name]
        base = known[name].find(f"{W}basedOn")
        name = base.get(f"{W}val", "") if base is not None else ""


def _first_value(
    elements: "Iterator[etree._Element | None] | tuple[etree._Element | None, ...]", otherwise: float
) -> float:
    return next((float(each.get(f"{W}val", otherwise)) for each in elements if each is not None), otherwise)


def snaps(sources: tuple[etree._Element, ...]) -> bool:
    """Whether a paragraph with these sources keeps to the grid."""
    said = (source.find(f"{W}pPr/{W}snapToGrid") for source in sources)
    return next((snap.get(f"{W}val", "1") not in _OFF for snap in said if snap is not None), True)


def line_of(sources: tuple[etree._Element, ...]) -> tuple[float, str]:
    """Height of lines and its rule; 240 is one line where the rule is "auto"."""
    said = [found for source in sources if (found := source.find(f"{W}pPr/{W}spacing")) is not None]
    height = next((each.get(f"{W}line") for each in said if each.get(f"{W}line")), "240")
    rule = next((each.get(f"{W}lineRule") for each in said if each.get(f"{W}lineRule")), "auto")
    return float(str(height)), str(rule)


def first_child(parent: etree._Element, tag: str) -> etree._Element:
    """The child of that name; made as the first one where it is missing."""
    found = parent.find(W + tag)
    if found is None:
        found = etree.Element(W + tag)
        parent.insert(0, found)
    return found


def ordered_child(parent: etree._Element, tag: str) -> etree._Element:
    """The child of that name; made where the schema wants it."""
    found = parent.find(W + tag)
    if found is None:
        found = etree.Element(W + tag)
        earlier = _EARLIER[tag]
        parent.insert(sum(1 for child in parent if str(child.tag).removeprefix(W) in earlier), found)
    return found
