"""Automatic numbers: the label that Word puts before a paragraph, counted as Word counts."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from reportgen.anatomy.formatting import Said, letters_said, shape_said
from reportgen.anatomy.joining import joined
from reportgen.anatomy.names import VAL, Element, w, whole
from reportgen.wording.numerals import numeral

_LEVELS = 9
_CHINESE = frozenset({
    "chineseCounting", "chineseCountingThousand", "japaneseCounting", "ideographDigital", "taiwaneseCounting",
    "taiwaneseCountingThousand", "japaneseDigitalTenThousand", "koreanDigital2",
})  # fmt: skip
_FULL_WIDTH = frozenset({"decimalFullWidth", "decimalFullWidth2"})
_CIRCLED = frozenset({"decimalEnclosedCircle", "decimalEnclosedCircleChinese"})
_LARGEST = 100_000
_LONGEST_LABEL = 100  # characters


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how it counts and what it says of the paragraph and of its label."""

    start: int
    form: str
    text: str
    restarts_after: int | None
    shape: Said
    letters: Said
    legal: bool = False


@dataclass
class Numbering:
    """All lists of a document, with the counters of the text read so far."""

    lists: Mapping[int, Mapping[int, Level]]
    families: Mapping[int, int]  # numId → the abstract list whose counters it shares
    restarts: Mapping[int, Mapping[int, int]]
    _counters: dict[int, list[int | None]] = field(default_factory=dict)
    _seen: set[tuple[int, int]] = field(default_factory=set)

    def level(self, numbering: Mapping[str, int]) -> Level | None:
        """The level a numPr names; None for no number."""
        return self.lists.get(numbering.get("numId", 0), {}).get(numbering.get("ilvl", 0))

    def shape(self, numbering: Mapping[str, int]) -> Said:
        """What the level says of the paragraph: its indents and tabs."""
        level = self.level(numbering)
        return level.shape if level else {}

    def next_label(self, numbering: Mapping[str, int]) -> str:
        """Count one on, and give the label: “一、”, “（二）”, “3.”; bullets as they are."""
        number, depth = numbering.get("numId", 0), numbering.get("ilvl", 0)
        levels, level = self.lists.get(number, {}), self.level(numbering)
        if level is None or not 0 <= depth < _LEVELS:
            return ""
        counters = self._counters.setdefault(self.families.get(number, number), [None] * _LEVELS)
        self._restart(number, counters)
        counters[depth] = min((counters[depth] or 0) + 1 if counters[depth] is not None else level.start, _LARGEST)
        for deeper in range(depth + 1, _LEVELS):
            below = levels.get(deeper)
            if below is None or below.restarts_after is None or depth < below.restarts_after:
                counters[deeper] = None
        return _filled(level, levels, counters)

    def _restart(self, number: int, counters: list[int | None]) -> None:
        """A list with a start of its own begins there, once."""
        for depth, start in self.restarts.get(number, {}).items():
            if (number, depth) not in self._seen and 0 <= depth < _LEVELS:
                self._seen.add((number, depth))
                counters[depth] = start - 1
                if start <= 0:
                    counters[depth] = None


def _filled(level: Level, levels: Mapping[int, Level], counters: list[int | None]) -> str:
    text = level.text
    for depth in range(_LEVELS):
        place = f"%{depth + 1}"
        if place in text:
            other = levels.get(depth)
            count = counters[depth]
            value = count if count is not None else (other.start if other else 1)
            text = text.replace(place, written(value, "decimal" if level.legal or other is None else other.form))
    return text


def written(value: int, form: str) -> str:
    """A number as a list format writes it; formats that are not known as Arabic figures."""
    if form in _CHINESE and value >= 0:
        return numeral(value)
    if form in _FULL_WIDTH:
        return "".join(chr(ord(figure) + 0xFEE0) for figure in str(value))
    if form in _CIRCLED and 1 <= value <= 20:
        return chr(0x245F + value)
    if form in ("lowerLetter", "upperLetter") and value > 0:
        letter = chr(ord("a") + (value - 1) % 26) * min((value - 1) // 26 + 1, 9)
        return letter if form == "lowerLetter" else letter.upper()
    if form in ("lowerRoman", "upperRoman") and 0 < value < 4000:
        roman = _roman(value)
        return roman if form == "upperRoman" else roman.lower()
    if form == "decimalZero":
        return f"{value:02d}"
    return "" if form == "none" else str(value)


_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
          (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip


def _roman(value: int) -> str:
    text = ""
    for size, sign in _ROMAN:
        text += sign * (value // size)
        value %= size
    return text


def read_numbering(root: Element | None, themes: Mapping[str, str]) -> Numbering:
    """The lists of word/numbering.xml."""
    if root is None:
        return Numbering({}, {}, {})
    abstract = {
        whole(each.get(w("abstractNumId"))): dict(_levels(each, themes)) for each in root.iter(w("abstractNum"))
    }
    lists: dict[int, Mapping[int, Level]] = {}
    families: dict[int, int] = {}
    restarts: dict[int, dict[int, int]] = {}
    for each in root.iter(w("num")):
        number, reference = whole(each.get(w("numId"))), each.find(w("abstractNumId"))
        family = whole(reference.get(VAL)) if reference is not None else None
        if number is None or family is None:
            continue
        overrides = list(each.iter(w("lvlOverride")))
        own = dict(pair for override in overrides for pair in _levels(override, themes))
        lists[number] = {**abstract.get(family, {}), **own}
        families[number] = family
        restarts[number] = dict(_starts(overrides))
    return Numbering(lists, families, restarts)


def _starts(overrides: list[Element]) -> list[tuple[int, int]]:
    starts = []
    for override in overrides:
        depth, element = whole(override.get(w("ilvl"))), override.find(w("startOverride"))
        start = whole(element.get(VAL)) if element is not None else None
        if depth is not None and start is not None:
            starts.append((depth, start))
    return starts


def _levels(parent: Element, themes: Mapping[str, str]) -> list[tuple[int, Level]]:
    levels = []
    for element in parent.iter(w("lvl")):
        depth = whole(element.get(w("ilvl")))
        if depth is not None:
            levels.append((depth, _level(element, themes)))
    return levels


def _level(element: Element, themes: Mapping[str, str]) -> Level:
    start, form, text, restart = (element.find(w(name)) for name in ("start", "numFmt", "lvlText", "lvlRestart"))
    number = whole(start.get(VAL)) if start is not None else None
    return Level(
        start=1 if number is None else min(max(number, 0), _LARGEST),
        form=(form.get(VAL) or "decimal") if form is not None else "decimal",
        text=(text.get(VAL) or "")[:_LONGEST_LABEL] if text is not None else "",
        restarts_after=whole(restart.get(VAL)) if restart is not None else None,
        shape=joined({}, shape_said(element.find(w("pPr")))),
        letters=letters_said(element.find(w("rPr")), themes),
        legal=element.find(w("isLgl")) is not None,
    )
