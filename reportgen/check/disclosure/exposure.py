"""What must not be seen by an audience: made once from the ledger, then held against any document."""

import re
from dataclasses import dataclass
from typing import Literal

from reportgen.check.disclosure.folding import bare, fold
from reportgen.check.disclosure.persons import Person, persons
from reportgen.check.disclosure.secrets import (
    Secret,
    cleared_texts,
    cleared_within_party,
    kept_from_society,
    secrets_from_society,
    secrets_within_party,
)
from reportgen.check.disclosure.stock import STOCK_PHRASES
from reportgen.model import Contact, Ledger

Audience = Literal["社会", "党内"]
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class PublishedContact:
    """The one channel that may be published, as digits and folded text."""

    numbers: tuple[str, ...]
    mailboxes: frozenset[str]
    addresses: frozenset[str]

    def has_number(self, digits: str) -> bool:
        """Whether a telephone number is the published one, with or without its area code."""
        return any(number.endswith(digits) or digits.endswith(number) for number in self.numbers)


@dataclass(frozen=True, slots=True)
class Exposure:
    """What an audience must not see, and what was cleared for it.

    `secrets` and `cleared` are bare texts; `persons` lack those that cleared texts name; `papers` are bare numbers of
    internal papers and clues as (number, what it is); `codes` of withheld issues are (序号, 编号). `contact` is None
    where the ledger does not say which channel is published. Without a ledger all of them are empty.
    """

    audience: Audience
    from_ledger: bool = False
    secrets: tuple[Secret, ...] = ()
    cleared: tuple[str, ...] = ()
    persons: tuple[Person, ...] = ()
    papers: tuple[tuple[str, str], ...] = ()
    codes: tuple[tuple[int, str], ...] = ()
    contact: PublishedContact | None = None

    @property
    def public(self) -> bool:
        """Whether the document goes to society."""
        return self.audience == "社会"


def exposure(ledger: Ledger | None, audience: Audience, kind_name: str | None) -> Exposure:
    """What a document for an audience must not show; `kind_name` is the Chinese name of its kind, None where unknown."""
    stock = tuple(map(bare, STOCK_PHRASES))
    if ledger is None:
        return Exposure(audience, cleared=stock)
    if audience == "党内":
        return Exposure(audience, True, secrets_within_party(ledger), (*cleared_within_party(ledger), *stock))
    cleared = (*cleared_texts(ledger, kind_name), *stock)
    whole = "\n".join(cleared)
    return Exposure(
        audience,
        True,
        secrets_from_society(ledger, kind_name),
        cleared,
        tuple(person for person in persons(ledger) if person.text not in whole),
        tuple((number, what) for number, what in _papers(ledger, kind_name) if number not in whole),
        _codes(ledger),
        _published(ledger, kind_name),
    )


def _papers(ledger: Ledger, kind_name: str | None) -> tuple[tuple[str, str], ...]:
    rules = ((rule.rule_number, f"制度文件{rule.name}的文号") for rule in ledger.activities.rule_documents)
    clues = ((clue.clue_number, "问题线索编号") for clue in ledger.activities.clues)
    others = (
        (each.document_number, f"{kind}的发文字号") for kind, each in ledger.documents.items() if kind != kind_name
    )
    found = ((bare(number), what) for number, what in (*rules, *clues, *others) if number)
    return tuple((number, what) for number, what in found if len(number) >= 4)


def _codes(ledger: Ledger) -> tuple[tuple[int, str], ...]:
    """序号 and 编号 (“3-6”: the sixth issue of the third aspect) of the issues that are not published."""
    codes = []
    aspects = [aspect.name for aspect in ledger.background.aspects]
    for issue in ledger.issues:
        if kept_from_society(issue) and issue.aspect in aspects:
            beside = [each.number for each in ledger.issues if each.aspect == issue.aspect]
            codes.append((issue.number, f"{aspects.index(issue.aspect) + 1}-{beside.index(issue.number) + 1}"))
    return tuple(codes)


def _published(ledger: Ledger, kind_name: str | None) -> PublishedContact | None:
    named = ledger.documents.get(kind_name or "")
    asked = [named] if named else list(ledger.documents.values())
    contacts = [each.contact for each in asked if each.contact]
    return _together(contacts) if contacts else None


def _together(contacts: list[Contact]) -> PublishedContact:
    telephones = [re.sub(r"(?<=\d)[-\s()]+(?=\d)", "", fold(each.telephone)) for each in contacts if each.telephone]
    return PublishedContact(
        tuple(number for text in telephones for number in _DIGITS.findall(text) if len(number) >= 5),
        frozenset(number for each in contacts if each.mailbox for number in _DIGITS.findall(fold(each.mailbox))),
        frozenset(fold(each.email).strip().lower() for each in contacts if each.email),
    )
