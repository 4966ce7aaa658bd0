"""Telephones, mailboxes and e-mail other than the one channel that is published."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportgen.check.disclosure.exposure import PublishedContact
from reportgen.check.disclosure.passages import Passage
from reportgen.check.disclosure.search import Search, gathered, within
from reportgen.check.rule import Flaw

_LANDLINE = re.compile(
    r"(?<![\d.A-Za-z-])[(]?(?P<area>0\d{2,3})[)]?(?P<gap>[ \u200b‐‑‒–—-]{0,3})(?P<number>\d{3,4}[ -]?\d{4})(?![\d%]|[.-]\d)"
)
_CALLED = re.compile(
    r"(?:电话|热线|座机|传真|Tel|TEL|tel)(?:号码)?[:为是\s]{0,3}(?P<number>[2-8]\d{2,3}[ -]?\d{4})(?!\d)"
)
_REAL_AREA = re.compile(r"010|02\d|0[3-9]\d{2}")
_ITEM_NUMBER = re.compile(r"(?:编号|号码|代码|账号|帐号|学号|工号|批号|序列号)[:为是\s]*$")
_IN_A_ROW = re.compile(r"\d[ \u200b-]$")
_EMAIL = re.compile(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}")
_CHAT = re.compile(
    r"(?:微信号?|QQ号?|扣扣号?)(?:码)?[:为是\s]{0,3}(?P<number>(?=[A-Za-z0-9_-]*\d)[A-Za-z0-9_-]{5,20})(?![\u4e00-\u9fff]*(?:个|群|人))"
)
_MAILBOX = re.compile(r"(?P<number>\d{1,6})\s?号?\s?(?:邮政)?(?:专用)?信箱")
_ONE_BLOCK = 4
"""Paragraphs that belong to one block of contacts."""


@dataclass(frozen=True, slots=True)
class Channel:
    """A way to reach somebody, found at [start, end) of a passage; `value` is comparable."""

    kind: str
    value: str
    start: int
    end: int


def judge_contacts(search: Search) -> Iterator[Flaw]:
    """Only the published channel may stand in a document for society."""
    if not search.exposure.public:
        return
    found = [(passage, channel) for passage in search.passages for channel in channels(passage)]
    contact = search.exposure.contact
    if contact is not None:
        others = [(passage, channel) for passage, channel in found if not _published(channel, contact)]
        advice = "请删去，通报只能公布 documents.yaml 里“联系方式”所列的监督渠道"
    else:
        others = _outside_first_block(found)
        advice = "一份公开文书只应公布一处监督渠道，请核对哪一处是审定的，其余删去"
    for passage, channel, more in gathered(others, lambda channel: channel.value):
        text = f"{within(passage)}出现另外的{channel.kind}；{advice}{more}"
        yield Flaw(
            text, passage.place(channel.start, channel.end), measured=channel.value, strength=None if contact else "GEN"
        )


def channels(passage: Passage) -> Iterator[Channel]:
    """Every telephone, mailbox and e-mail address of a passage."""
    text = passage.folded
    taken: set[int] = set()
    for found in _LANDLINE.finditer(text):
        if _is_telephone(text, found):
            taken.add(found.start("number"))
            yield Channel("电话", _digits(found[0]), *found.span())
    for found in _CALLED.finditer(text):
        if found.start("number") not in taken:
            yield Channel("电话", _digits(found["number"]), *found.span("number"))
    for found in _CHAT.finditer(text):
        yield Channel("微信号或QQ号", found["number"].lower(), *found.span("number"))
    for found in _EMAIL.finditer(text):
        yield Channel("电子邮箱", found[0].lower(), *found.span())
    for found in _MAILBOX.finditer(text):
        yield Channel("邮政信箱", found["number"], *found.span())


def _is_telephone(text: str, found: re.Match[str]) -> bool:
    before = text[max(found.start() - 10, 0) : found.start()]
    if _ITEM_NUMBER.search(before) or _IN_A_ROW.search(before):
        return False
    return bool(found["gap"] or ")" in found[0] or _REAL_AREA.fullmatch(found["area"]))


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def _published(channel: Channel, contact: PublishedContact) -> bool:
    if channel.kind == "电话":
        return contact.has_number(channel.value)
    return channel.value in (contact.mailboxes if channel.kind == "邮政信箱" else contact.addresses)


def _outside_first_block(found: Sequence[tuple[Passage, Channel]]) -> list[tuple[Passage, Channel]]:
    """Channels away from the last block of the text, which is where a notice publishes them, and said otherwise there."""
    printed = [(passage, channel) for passage, channel in found if passage.paragraph is not None and not passage.state]
    if not printed:
        return list(found)
    last = max(passage.paragraph.number for passage, _ in printed if passage.paragraph)
    block = {
        channel.value
        for passage, channel in printed
        if passage.paragraph and last - passage.paragraph.number <= _ONE_BLOCK
    }
    return [
        (passage, channel)
        for passage, channel in found
        if not any(channel.value.endswith(each) or each.endswith(channel.value) for each in block)
    ]
