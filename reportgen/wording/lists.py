"""Lists as official Chinese joins them.

Every function takes a list of texts (one text counts as a list of one, None as an empty one),
leaves out blank items and drops the mark an item ends with.
"""

import re
from collections.abc import Iterable
from itertools import pairwise

from reportgen.wording.numerals import numeral
from reportgen.wording.stops import Sentence, parted

Items = Iterable[object] | str | None

_INNER_STOP = re.compile(r"[。！？!?；;]")
_NO_MARK_BETWEEN = ("》《", "”“", "〉〈", "’‘")


def firstly_secondly(items: Items) -> str:
    """“一是甲；二是乙。”; with a stop or a ； inside any item “一是甲。甲续。二是乙。”, as practice has it.

    One item stands alone, without 一是. An item that already starts with the ordinal of its own place
    (“二是” in the second place) keeps it once; any other leading number is the item's own text.
    """
    texts = [_without(f"{numeral(place)}是", text) for place, text in enumerate(_texts(items), 1)]
    if len(texts) < 2:
        return _sentences([parted(text) for text in texts])
    return _sentences([parted(f"{numeral(place)}是{text}") for place, text in enumerate(texts, 1)])


def on_either_hand(items: Items) -> str:
    """“一方面甲；另一方面乙。”, with 。 between under the same rule; these words are not written twice.

    Raises ValueError, in Chinese, unless there are exactly two items.
    """
    texts = _texts(items)
    if len(texts) != 2:
        raise ValueError(f"“一方面另一方面”要正好两项，现有 {len(texts)} 项；请增减分述，或者把句式改为“一是二是”")
    words = ("一方面", "另一方面")
    return _sentences([parted(word + _without(word, text)) for word, text in zip(words, texts, strict=True)])


def listed(items: Items) -> str:
    """“甲、乙、丙”; between titles in 《》 or words in “” no 、 is written (GB/T 15834-2011, 4.5.3.5)."""
    return _with_pauses(_names(items))


def listed_with_and(items: Items) -> str:
    """“甲、乙和丙”."""
    names = _names(items)
    return f"{_with_pauses(names[:-1])}和{names[-1]}" if len(names) > 1 else "".join(names)


def organs(items: Items) -> str:
    """主送机关 and 抄送机关: joined by 、, or by ， where an item itself holds 、."""
    names = _names(items)
    return ("，" if any("、" in name for name in names) else "、").join(names)


def or_dash(value: object) -> str:
    """What a table cell shows: — for nothing, a list joined by 、, anything else as it is."""
    if value is None:
        return "—"
    shown = listed(value) if isinstance(value, list | tuple) else str(value)
    return shown if shown.strip() else "—"


def _texts(items: Items) -> list[str]:
    listing = [items] if isinstance(items, str) else items or ()
    texts = (str(item).strip() for item in listing if item is not None)
    return [text for text in texts if not parted(text).blank]


def _names(items: Items) -> list[str]:
    """Items of a list within a sentence: a mark at their end goes, ！, ？ and …… stay."""
    sentences = (parted(text) for text in _texts(items))
    return [sentence.body + sentence.mark for sentence in sentences]


def _with_pauses(names: list[str]) -> str:
    joined = names[0] if names else ""
    for before, name in pairwise(names):
        joined += ("" if before[-1] + name[0] in _NO_MARK_BETWEEN else "、") + name
    return joined


def _without(word: str, text: str) -> str:
    """The text without the word it starts with, unless nothing else would be left."""
    rest = text.removeprefix(word).lstrip("，, ") if text.startswith(word) else text
    return text if parted(rest).blank else rest


def _sentences(parts: list[Sentence]) -> str:
    """The parts joined by ；, or by 。 as soon as one of them could not stand before a ；."""
    apart = any(_INNER_STOP.search(part.body) for part in parts) or any(part.ended for part in parts[:-1])
    if apart or len(parts) < 2:
        return "".join(part.stopped for part in parts)
    return "；".join([*(part.body for part in parts[:-1]), parts[-1].stopped])
