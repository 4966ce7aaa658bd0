"""Where a document repeats a text that it should not: word for word, or with small changes of wording.

The document is indexed and the secrets run past it once, so time grows with their sum. What was cleared is blanked out
first: a passage that only repeats cleared wording has nothing left to be found by.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from reportgen.check.disclosure.folding import bare
from reportgen.check.disclosure.passages import Passage
from reportgen.check.disclosure.secrets import Secret

CLEARED_GRAM, SEED = 8, 4
"""Cleared wording counts from eight characters on end; likeness is looked for where four agree."""
_MOST_PLACES = 16  # where a seed stands more often, the first places are enough
_FEWEST_SEEDS = 3
_GAP = 12  # characters between two agreeing stretches of one passage
_LIKE = ((16, 0.8), (22, 0.7), (1000, 0.62))  # up to so many agreeing characters, this share of both texts must agree
_MINOR_LIKE = 20  # agreeing characters below which a minor field must be repeated word for word
_OWN = 8  # characters that agree and were not cleared
_MOST_ECHOES = 300
_FEW_ISSUES = 3  # wording of more issues than these is a turn of phrase
_LONG = 24  # unless it is that long


@dataclass(frozen=True, slots=True)
class Echo:
    """[start, end) of a passage repeats a secret; `agreeing` characters are the same."""

    secret: Secret
    passage: Passage
    start: int
    end: int
    agreeing: int
    verbatim: bool


Seeds = list[tuple[int, int]]
"""Positions (in the passage, in the secret) where four characters agree."""


@dataclass(frozen=True)
class _Page:
    """A passage with its characters that were not cleared (`own`)."""

    passage: Passage
    own: bytearray

    @cached_property
    def text(self) -> str:
        return self.passage.bare.text


def echoes(passages: Iterable[Passage], secrets: Sequence[Secret], cleared: Iterable[str]) -> tuple[Echo, ...]:
    """Every repetition, the longest first where several touch the same words; at most some hundreds."""
    if not secrets:
        return ()
    pages = _pages(passages, cleared)
    index = _index(pages)
    found = _all(pages, index, secrets) if index else ()
    return tuple(_longest_of_each_place(found))


def _pages(passages: Iterable[Passage], cleared: Iterable[str]) -> list[_Page]:
    readable = [passage for passage in passages if len(passage.bare.text) >= 6]
    grams = {text[at : at + CLEARED_GRAM] for text in (each.bare.text for each in readable) for at in range(len(text))}
    known = {gram for text in cleared for at in range(len(text)) if (gram := text[at : at + CLEARED_GRAM]) in grams}
    return [_Page(passage, _own(passage.bare.text, known)) for passage in readable]


def _own(text: str, known: set[str]) -> bytearray:
    own = bytearray(b"\x01" * len(text))
    for at in range(len(text) - CLEARED_GRAM + 1):
        if text[at : at + CLEARED_GRAM] in known:
            own[at : at + CLEARED_GRAM] = bytes(CLEARED_GRAM)
    return own


def _index(pages: Sequence[_Page]) -> dict[str, Seeds]:
    """Four characters → (page, position), where they are not all cleared."""
    index: dict[str, Seeds] = defaultdict(list)
    for number, page in enumerate(pages):
        text, own = page.text, page.own
        if 1 in own:
            for at in range(len(text) - SEED + 1):
                if 1 in own[at : at + SEED] and len(places := index[text[at : at + SEED]]) < _MOST_PLACES:
                    places.append((number, at))
    return index


def _all(pages: Sequence[_Page], index: dict[str, Seeds], secrets: Sequence[Secret]) -> Iterator[Echo]:
    count = 0
    for secret in sorted(secrets, key=lambda secret: not secret.withheld):
        for number, seeds in _seeds(secret.text, index).items():
            echo = _echo(pages[number], secret, seeds) if len(seeds) >= _FEWEST_SEEDS else None
            if echo and not _turn_of_phrase(pages[number], echo, secrets):
                yield echo
                count += 1
        if count >= _MOST_ECHOES:
            return


def _seeds(text: str, index: dict[str, Seeds]) -> dict[int, Seeds]:
    seeds: dict[int, Seeds] = {}
    for at in range(len(text) - SEED + 1):
        places = index.get(text[at : at + SEED])
        if places is not None:
            for number, place in places:
                seeds.setdefault(number, []).append((place, at))
    return seeds


def _echo(page: _Page, secret: Secret, seeds: Seeds) -> Echo | None:
    start, length = _longest_run(page.text, secret.text, seeds)
    if length >= secret.shortest and sum(page.own[start : start + length]) >= min(_OWN, secret.shortest - 2):
        return _made(page, secret, start, start + length, length, True)
    return _likeness(page, secret, seeds)


def _longest_run(text: str, secret: str, seeds: Seeds) -> tuple[int, int]:
    """Where the longest stretch begins that is the same in both, and its length."""
    best, length = 0, 0
    ends: dict[int, int] = {}
    for place, at in seeds:
        if ends.get(place - at, -1) >= place + SEED:
            continue
        low, high = place, place + SEED
        while low > 0 and at - (place - low) > 0 and text[low - 1] == secret[at - (place - low) - 1]:
            low -= 1
        while high < len(text) and at + (high - place) < len(secret) and text[high] == secret[at + (high - place)]:
            high += 1
        ends[place - at] = high
        if high - low > length:
            best, length = low, high - low
    return best, length


def _likeness(page: _Page, secret: Secret, seeds: Seeds) -> Echo | None:
    """The stretch about the seeds, where it agrees with a stretch of the secret for the greater part."""
    cluster = _largest_cluster(sorted(seeds))
    if len(cluster) < _FEWEST_SEEDS:
        return None
    low, low_secret = max(cluster[0][0] - _GAP, 0), max(min(at for _, at in cluster) - _GAP, 0)
    high, high_secret = cluster[-1][0] + SEED + _GAP, max(at for _, at in cluster) + SEED + _GAP
    matcher = SequenceMatcher(None, page.text[low:high], secret.text[low_secret:high_secret], autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size >= 2]
    while blocks and blocks[0].size < 3:
        blocks.pop(0)
    while blocks and blocks[-1].size < 3:
        blocks.pop()
    agreeing = sum(block.size for block in blocks)
    if agreeing < (_MINOR_LIKE if secret.minor else secret.fewest_alike):
        return None
    first, last = blocks[0], blocks[-1]
    span, span_secret = last.a + last.size - first.a, last.b + last.size - first.b
    own = sum(sum(page.own[low + block.a : low + block.a + block.size]) for block in blocks)
    share = next((share for most, share in _LIKE if agreeing < most), _LIKE[-1][1])
    if agreeing < share * max(span, span_secret) or own < min(_OWN, secret.shortest - 2):
        return None
    return _made(page, secret, low + first.a, low + last.a + last.size, agreeing, False)


def _largest_cluster(seeds: Seeds) -> Seeds:
    clusters: list[Seeds] = []
    for place, at in seeds:
        near = clusters and place - clusters[-1][-1][0] <= _GAP + SEED and abs(at - clusters[-1][-1][1]) <= 2 * _GAP
        if near:
            clusters[-1].append((place, at))
        else:
            clusters.append([(place, at)])
    return max(clusters, key=len)


def _made(page: _Page, secret: Secret, start: int, end: int, agreeing: int, verbatim: bool) -> Echo:
    return Echo(secret, page.passage, *page.passage.bare.stretch(start, end), agreeing, verbatim)


def _turn_of_phrase(page: _Page, echo: Echo, secrets: Sequence[Secret]) -> bool:
    """Whether the same words stand in the fields of many issues."""
    if echo.agreeing >= _LONG or echo.secret.withheld or not echo.verbatim:
        return False
    words = bare(page.passage.text[echo.start : echo.end])
    issues = {secret.issue for secret in secrets if words in secret.text}
    return len(issues) > _FEW_ISSUES


def _longest_of_each_place(found: Iterable[Echo]) -> Iterator[Echo]:
    taken: dict[int, list[Echo]] = {}
    for echo in sorted(found, key=lambda each: (not each.secret.withheld, -each.agreeing)):
        beside = taken.setdefault(id(echo.passage), [])
        if all(echo.end <= other.start or echo.start >= other.end for other in beside):
            beside.append(echo)
            yield echo
