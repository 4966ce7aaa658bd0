"""People of the ledger's lists, by name or by post."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportgen.check.disclosure.passages import Passage
from reportgen.check.disclosure.persons import OFFICES, Person
from reportgen.check.disclosure.search import Search, gathered, within
from reportgen.check.rule import Flaw

_KEY = 2
_BEFORE_A_NAME = re.compile(
    rf"(?:{OFFICES}|同志|领导|责任人|联系人|签发人|批准人|姓名|[：:、，,；;（(\s]|^|由|和|与|及)$"
)
_AFTER_A_NAME = re.compile(rf"同志|[、，,；;）)\s]|$|副?(?:{OFFICES})|（|牵头|负责|任")
_NO_OFFICE = re.compile(r"[会室们班团]")


@dataclass(frozen=True, slots=True)
class _Met:
    """A person met at [start, end) of a passage."""

    person: Person
    start: int
    end: int


def judge_people(search: Search) -> Iterator[Flaw]:
    """Names and posts that stand on the ledger's lists and were not cleared."""
    listed = _by_beginning(search.exposure.persons)
    if not listed:
        return
    beginnings = re.compile("|".join(map(re.escape, listed)))
    met = ((passage, one) for passage in search.passages for one in _met(passage, listed, beginnings))
    for passage, one, more in gathered(met, lambda one: one.person.text):
        what = "姓名" if one.person.is_name else "职务"
        text = (
            f"{within(passage)}出现台账人员名单上的{what}“{one.person.shown}”；请删去，或改成“有关负责同志”等不指向具体人的写法，"
            f"确需公开的先写进“公开表述”报审{more}"
        )
        yield Flaw(text, passage.place(one.start, one.end), measured=one.person.shown)


def _by_beginning(persons: Sequence[Person]) -> Mapping[str, list[Person]]:
    """The first two characters → people that begin with them, the longest first."""
    listed: dict[str, list[Person]] = defaultdict(list)
    for person in sorted(persons, key=lambda person: -len(person.text)):
        listed[person.text[:_KEY]].append(person)
    return listed


def _met(passage: Passage, listed: Mapping[str, list[Person]], beginnings: re.Pattern[str]) -> Iterator[_Met]:
    text = passage.bare.text
    found = beginnings.search(text)
    while found:
        at = found.start()
        person = next((each for each in listed[found[0]] if text.startswith(each.text, at)), None)
        if person is not None:
            start, end = passage.bare.stretch(at, at + len(person.text))
            if _is_meant(passage, person, start, end):
                yield _Met(person, start, end)
        found = beginnings.search(text, at + (len(person.text) if person else 1))


def _is_meant(passage: Passage, person: Person, start: int, end: int) -> bool:
    """Whether the characters are that person, and not part of other words."""
    text = passage.text
    if not person.is_name:
        return not _NO_OFFICE.match(text[end : end + 1])
    if re.search(r"[。；：，、]", text[start:end]):
        return False
    if len(person.text) > 2:
        return True
    return bool(_BEFORE_A_NAME.search(text[:start][-8:]) and _AFTER_A_NAME.match(text[end : end + 8]))
