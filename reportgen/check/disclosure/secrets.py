"""What the ledger keeps to itself, and what it has cleared: every text with the field it stands in."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reportgen.check.disclosure.folding import bare
from reportgen.model import DocumentElements, Issue, Ledger, NarrativeParagraph, PublicWording

SHORTEST = 12
"""Letters and digits of a text that must not be seen; a shorter one is anybody's phrase."""
_SHORTEST_WITHHELD, _SHORTEST_TITLE = 10, 6
_TITLES = ("标题", "子问题标题")
_QUOTE = re.compile(r"\{\{.*?\}\}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Secret:
    """A text that this audience must not read. `text` is bare; `minor` marks fields that tell little of an issue."""

    field: str
    text: str
    issue: int | None = None
    withheld: bool = False
    minor: bool = False

    @property
    def shortest(self) -> int:
        """So many of its characters on end betray it."""
        if not self.withheld:
            return SHORTEST
        return min(_SHORTEST_WITHHELD, max(len(self.text), _SHORTEST_TITLE)) if self.is_title else _SHORTEST_WITHHELD

    @property
    def is_title(self) -> bool:
        """Whether it is the title of an issue."""
        return self.field in _TITLES

    @property
    def fewest_alike(self) -> int:
        """So many of its characters betray it where words were changed among them."""
        return self.shortest if self.is_title else SHORTEST


Field = tuple[str, str | None]


def secrets_from_society(ledger: Ledger, kind_name: str | None) -> tuple[Secret, ...]:
    """All that a document for society must not quote."""
    found = [secret for issue in ledger.issues for secret in _of_issue(issue)]
    meetings = [Secret("会议议题", bare(each.topic or ""), minor=True) for each in ledger.activities.meetings]
    duties = [
        Secret("专项整改组职责", bare(each.duty or ""), minor=True)
        for each in ledger.background.leading_group.special_groups
    ]
    found += meetings + duties + list(_narrative_of_others(ledger, kind_name))
    return _long_enough(found)


def secrets_within_party(ledger: Ledger) -> tuple[Secret, ...]:
    """The texts of issues that are not even for the party."""
    hidden = (issue for issue in ledger.issues if issue.withheld and issue.withheld.within_party)
    return _long_enough(secret for issue in hidden for secret in _withheld(issue))


def _long_enough(secrets: Iterable[Secret]) -> tuple[Secret, ...]:
    return tuple(dict.fromkeys(each for each in secrets if len(each.text) >= each.shortest))


def _of_issue(issue: Issue) -> Iterator[Secret]:
    if kept_from_society(issue):
        yield from _withheld(issue)
        return
    for field, text in _internal_fields(issue):
        yield Secret(field, bare(text or ""), issue.number)
    for text in issue.evidence:
        yield Secret("佐证材料", bare(text), issue.number, minor=True)


def _withheld(issue: Issue) -> Iterator[Secret]:
    titles: list[Field] = [("标题", issue.title), *(("子问题标题", sub.title) for sub in issue.sub_issues)]
    reasons: list[Field] = (
        [("不公开理由", issue.withheld.to_society), ("不公开理由", issue.withheld.within_party)]
        if issue.withheld
        else []
    )
    evidence: list[Field] = [("佐证材料", text) for text in issue.evidence]
    for field, text in dict.fromkeys((*titles, *_internal_fields(issue), *reasons, *evidence)):
        yield Secret(field, bare(text or ""), issue.number, withheld=True)


def _internal_fields(issue: Issue) -> Iterator[Field]:
    """Fields that no document for society prints."""
    yield "具体表现", issue.manifestation
    yield "重点关注", issue.key_concern
    yield "原因分析", issue.cause
    yield "整改目标", issue.target
    yield "进展情况", issue.progress
    yield "备注", issue.remark
    for measure in issue.measures:
        yield "整改措施", measure.content
    if issue.close_out:
        yield "复核意见", issue.close_out.review_opinion
    if issue.public_wording and issue.public_wording.public_title:
        yield "标题", issue.title
    for sub in issue.sub_issues:
        yield "具体表现", sub.manifestation
        yield "进展情况", sub.progress
        if sub.public_wording is None or sub.public_wording.public_title:
            yield "子问题标题", sub.title


def _narrative_of_others(ledger: Ledger, kind_name: str | None) -> Iterator[Secret]:
    for kind, chapters in ledger.narrative.items():
        if not _for_society(ledger, kind, kind_name):
            for paragraphs in chapters.values():
                for paragraph in paragraphs:
                    for piece in _pieces(paragraph):
                        yield Secret(f"{kind}的行文", bare(piece), minor=True)


def _pieces(paragraph: NarrativeParagraph) -> Iterator[str]:
    """Running text without what it quotes."""
    for text in (paragraph.title, paragraph.content):
        yield from _QUOTE.split(text or "")


def _for_society(ledger: Ledger, kind: str, kind_name: str | None) -> bool:
    """Whether a kind's running text is cleared; where the kind is not known, one that publishes a contact."""
    if kind_name is not None:
        return kind == kind_name
    elements = ledger.documents.get(kind)
    return elements is not None and elements.contact is not None


def kept_from_society(issue: Issue) -> bool:
    """Whether an issue is not published; what is kept from the party is kept from society too."""
    return issue.withheld is not None and bool(issue.withheld.to_society or issue.withheld.within_party)


def cleared_texts(ledger: Ledger, kind_name: str | None) -> tuple[str, ...]:
    """What a document for society may say: public wording, its own running text and elements, names (bare)."""
    texts = [text for issue in ledger.issues if not kept_from_society(issue) for text in _public(issue)]
    for kind, chapters in ledger.narrative.items():
        if _for_society(ledger, kind, kind_name):
            texts += [piece for paragraphs in chapters.values() for each in paragraphs for piece in _pieces(each)]
    for kind, elements in ledger.documents.items():
        if _for_society(ledger, kind, kind_name):
            texts += _elements(elements)
    texts += _names(ledger)
    return tuple(dict.fromkeys(filter(None, map(bare, texts))))


def cleared_within_party(ledger: Ledger) -> tuple[str, ...]:
    """What the party's own documents say anyway: their running text, and issues that are not kept from the party (bare)."""
    open_issues = [issue for issue in ledger.issues if not (issue.withheld and issue.withheld.within_party)]
    texts = [text or "" for issue in open_issues for _, text in (("标题", issue.title), *_internal_fields(issue))]
    for chapters in ledger.narrative.values():
        texts += [piece for paragraphs in chapters.values() for each in paragraphs for piece in _pieces(each)]
    texts += _names(ledger)
    return tuple(dict.fromkeys(filter(None, map(bare, texts))))


def _public(issue: Issue) -> Iterator[str]:
    yield (issue.public_wording and issue.public_wording.public_title) or issue.title
    yield from _wording(issue.public_wording)
    for sub in issue.sub_issues:
        if sub.public_wording:
            yield sub.public_wording.public_title or sub.title
            yield from _wording(sub.public_wording)


def _wording(wording: PublicWording | None) -> Iterator[str]:
    if wording:
        yield from filter(None, (wording.content, wording.lead_in, *wording.points, wording.closing))


def _elements(elements: DocumentElements) -> list[str]:
    said = (
        elements.issuer_mark,
        elements.document_number,
        elements.title,
        elements.signature,
        elements.note,
        elements.printing_office,
    )
    return [text for text in (*said, *elements.main_recipients, *elements.copy_recipients) if text]


def _names(ledger: Ledger) -> list[str]:
    """Names of organs, groups, units, aspects and rules: known anyway."""
    background = ledger.background
    inspection, inspected, group = background.inspection, background.inspected, background.leading_group
    named = [
        inspection.name,
        inspection.inspection_team,
        inspection.superior,
        inspected.full_name,
        inspected.short_name,
    ]
    named += [inspected.region or "", group.name, *(special.name for special in group.special_groups)]
    named += [*background.units, *(aspect.name for aspect in background.aspects)]
    return [*named, *(rule.name for rule in ledger.activities.rule_documents)]
