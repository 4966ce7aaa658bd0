"""The ledger as agreement looks things up in it."""

from dataclasses import dataclass, field
from datetime import date

from reportgen.check.agreement.text import bare, figures, sentences
from reportgen.facts import Facts, as_it_stood, completed_as_of, compute, concentrated_end, status_as_of
from reportgen.model import Issue, Ledger, Measure, PublicWording, Status

Figures = dict[str, set[tuple[str, ...]]]


_KEPT_BY_ACTIVITIES = {
    **dict.fromkeys(("制度文件数", "新建制度数", "修订制度数"), "rule_documents"),
    **dict.fromkeys(("追缴资金", "清退资金", "挽回资金", "资金合计"), "funds"),
}


@dataclass(frozen=True, slots=True)
class Book:
    """A ledger with what is looked up often; figures are computed once for each date."""

    ledger: Ledger
    _facts: dict[date, Facts] = field(default_factory=dict)
    _stood: dict[date, dict[int, Issue]] = field(default_factory=dict)
    _prose: dict[int, Figures] = field(default_factory=dict)
    _titles: dict[str, Issue] = field(default_factory=dict)
    _codes: dict[int, str] = field(default_factory=dict)

    def facts(self, as_of: date) -> Facts:
        """All figures as of a date."""
        if as_of not in self._facts:
            self._facts[as_of] = compute(self.ledger, as_of)
        return self._facts[as_of]

    def status(self, issue: Issue, as_of: date) -> Status:
        """整改状态 of an issue as of a date."""
        return status_as_of(self._as_it_stood(issue, as_of), as_of)

    def completed_on(self, issue: Issue, as_of: date) -> date | None:
        """完成日期 of an issue, if it was 已完成 as of a date."""
        return completed_as_of(self._as_it_stood(issue, as_of), as_of)

    def _as_it_stood(self, issue: Issue, as_of: date) -> Issue:
        if as_of not in self._stood:
            self._stood[as_of] = {stood.number: stood for stood in as_it_stood(self.ledger, as_of).issues}
        return self._stood[as_of].get(issue.number, issue)

    def keeps(self, fact: str) -> bool:
        """Whether the ledger keeps the records that a fact is counted from: without any it says nothing of it."""
        ledger, group = self.ledger, self.ledger.background.leading_group
        if fact in _KEPT_BY_ACTIVITIES:
            return bool(getattr(ledger.activities, _KEPT_BY_ACTIVITIES[fact]))
        if fact == "会议总数" or fact.endswith("次数"):
            return bool(ledger.activities.meetings)
        if fact.endswith("人数") or fact == "问题线索数":
            return bool(ledger.activities.clues)
        records = {"专项整改组数": group.special_groups, "方面数": ledger.background.aspects}
        if fact == "措施总数":
            return any(issue.measures for issue in ledger.issues)
        return bool(records.get(fact, ledger.issues))

    def prose(self, issue: Issue) -> Figures:
        """The sentences of an issue with # for figures → the figures that may stand there."""
        if issue.number not in self._prose:
            self._prose[issue.number] = _prose(issue)
        return self._prose[issue.number]

    @property
    def public(self) -> tuple[Issue, ...]:
        """Issues that may be published, in the order of the notice."""
        return tuple(issue for issue in self.ordered if not (issue.withheld and issue.withheld.to_society))

    @property
    def ordered(self) -> tuple[Issue, ...]:
        """All issues, aspect by aspect."""
        names = [aspect.name for aspect in self.ledger.background.aspects]
        known = [issue for name in names for issue in self.ledger.issues if issue.aspect == name]
        return (*known, *(issue for issue in self.ledger.issues if issue.aspect not in names))

    def titled(self, title: str) -> Issue | None:
        """The issue of exactly this title, whatever the quotation marks."""
        if not self._titles:
            for issue in reversed(self.ledger.issues):
                self._titles.update(dict.fromkeys(map(bare, titles_of(issue)), issue))
        return self._titles.get(bare(title))

    def codes(self) -> dict[int, str]:
        """问题编号 of each issue by its number: “2-3” is the third of the second aspect that has issues."""
        if not self._codes:
            by_aspect: dict[str, list[Issue]] = {}
            for issue in self.ordered:
                by_aspect.setdefault(issue.aspect, []).append(issue)
            for row, issues in enumerate(by_aspect.values(), 1):
                self._codes.update({issue.number: f"{row}-{place}" for place, issue in enumerate(issues, 1)})
        return self._codes

    def concentrated_end(self) -> date | None:
        """The last day of the concentrated period."""
        return concentrated_end(self.ledger)


def titles_of(issue: Issue) -> tuple[str, ...]:
    """The title of the feedback, and the one for the public where it differs."""
    public = issue.public_wording.public_title if issue.public_wording else None
    return (issue.title, public) if public else (issue.title,)


def _prose(issue: Issue) -> Figures:
    known: Figures = {}
    for text in _texts(issue):
        for _, sentence in sentences(text):
            skeleton, found = figures(sentence)
            known.setdefault(skeleton, set()).add(tuple(figure[0] for figure in found))
    return known


def _texts(issue: Issue) -> list[str]:
    texts = [issue.manifestation, issue.cause, issue.target, issue.progress, issue.title]
    texts += [measure.content for measure in issue.measures]
    texts += _public_texts(issue.public_wording)
    for sub in issue.sub_issues:
        texts += [sub.title, sub.manifestation, sub.progress, *_public_texts(sub.public_wording)]
    return [text for text in texts if text]


def _public_texts(wording: PublicWording | None) -> list[str | None]:
    if wording is None:
        return []
    return [wording.content, wording.lead_in, *wording.points, wording.closing]


def lead_of(issue: Issue, measure: Measure | None) -> str | None:
    """牵头单位 of a measure, else of its issue."""
    return (measure.lead_unit if measure else None) or issue.lead_unit


def responsible_of(issue: Issue, measure: Measure | None) -> tuple[str, ...]:
    """责任单位 of a measure, else of its issue."""
    return (measure.responsible_units if measure else ()) or issue.responsible_units
