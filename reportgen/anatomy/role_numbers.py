"""Numbers at the head of a paragraph (7.3.3): 一、 （一） 1. （1）, right or nearly right."""

import re
from dataclasses import dataclass

_CHINESE = "一二三四五六七八九十百"
_BLANK = r"[ \t\u3000\xa0]*"
_LEVEL_1 = re.compile(rf"(?P<number>[{_CHINESE}]{{1,4}}){_BLANK}[、.．,，:：]")
_LEVEL_2 = re.compile(rf"(?:[（(]{_BLANK}[{_CHINESE}]{{1,4}}{_BLANK}[）)]|[㈠-㈩])[、.．,，]?")
_LEVEL_3 = re.compile(r"(?:[\d０-９]{1,3}[ \t\u3000\xa0]*(?:[、．，,]|\.(?!\d)|\.(?=(?:19|20)\d\d年))|[⒈-⒛])")
_LEVEL_4 = re.compile(rf"(?:[（(]{_BLANK}[\d０-９]{{1,3}}{_BLANK}[）)]|[⑴-⒇])[、.．,，]?|[\d０-９]{{1,2}}[）)][、.．]?")
_FORMS = ((1, _LEVEL_1), (2, _LEVEL_2), (3, _LEVEL_3), (4, _LEVEL_4))
_START = re.compile(r"\s*")
_SUCCESSOR = dict(zip("一二三四五六七八", "二三四五六七八九", strict=True))


@dataclass(frozen=True, slots=True)
class Number:
    """A number: its level, and where the text after it begins."""

    level: int
    end: int


def number_of(text: str) -> Number | None:
    """The number that a paragraph begins with; quantities, dates and 三、四季度 are none."""
    start = _START.match(text).end()  # type: ignore[union-attr] # matches anything
    for level, form in _FORMS:
        found = form.match(text, start)
        if found and not (level == 1 and _is_approximate(found["number"], text[found.end() :])):
            return Number(level, found.end())
    return None


def _is_approximate(number: str, rest: str) -> bool:
    """三、四季度: two neighbouring numerals count, they do not number."""
    return bool(rest) and _SUCCESSOR.get(number) == rest[0] and rest[1:2] not in ("", *_CHINESE[9:])


def first_sentence_end(text: str, start: int) -> int | None:
    """Where the first sentence ends, its stop and closing marks included; stops inside quotes do not count."""
    depth = 0
    for position in range(start, len(text)):
        character = text[position]
        if character in "“《（(【":
            depth += 1
        elif character in "”》）)】":
            depth = max(depth - 1, 0)
        elif depth == 0 and character in "。！？":
            return position + 1
    return None
