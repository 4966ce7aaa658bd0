"""行标识: which record of the ledger a row stands for, however rows and numbers have moved since."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from reportgen.model import Issue, Measure, SubIssue

_MARK = re.compile(r"(\d+)-([0-9a-f]{10})(?:\|([ms])(\d+)-([0-9a-f]{10}))?")


@dataclass(frozen=True, slots=True)
class Spot:
    """A record of the ledger by its indexes; `measure` and `sub_issue` are None where the issue itself is meant."""

    issue: int
    measure: int | None = None
    sub_issue: int | None = None


def mark_of(issue: Issue, measure: Measure | None = None, sub_issue: SubIssue | None = None) -> str:
    """The mark of a row: 序号 and digest of the title, then place and digest of the measure or sub-issue."""
    own = f"{issue.number}-{_digest(issue.title)}"
    if measure is not None:
        return f"{own}|m{_place(issue.measures, measure)}-{_digest(measure.content)}"
    if sub_issue is not None:
        return f"{own}|s{_place(issue.sub_issues, sub_issue)}-{_digest(sub_issue.title)}"
    return own


def is_mark(text: str) -> bool:
    """Whether a text is a mark that `mark_of` could have made."""
    return _MARK.fullmatch(text.strip()) is not None


def number_in(mark: str) -> int:
    """序号 of the issue when the mark was made; it may have another by now."""
    return int(mark.partition("-")[0])


@dataclass(frozen=True, slots=True)
class Finder:
    """Finds the records that marks stand for in one ledger."""

    issues: Sequence[Issue]
    _by_digest: dict[str, list[int]] = field(default_factory=dict)
    _exact: dict[tuple[int, str], int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for index, issue in enumerate(self.issues):
            digest = _digest(issue.title)
            self._by_digest.setdefault(digest, []).append(index)
            self._exact.setdefault((issue.number, digest), index)

    def spot(self, mark: str) -> Spot | None:
        """The record of a mark; None where it has been rewritten or removed since, or cannot be told from another."""
        found = _MARK.fullmatch(mark.strip())
        index = self._issue(int(found[1]), found[2]) if found else None
        if found is None or index is None:
            return None
        if found[3] is None:
            return Spot(index)
        issue, place, digest = self.issues[index], int(found[4]), found[5]
        if found[3] == "m":
            row = _nearest([_digest(measure.content) for measure in issue.measures], place, digest)
            return None if row is None else Spot(index, measure=row)
        row = _nearest([_digest(sub.title) for sub in issue.sub_issues], place, digest)
        return None if row is None else Spot(index, sub_issue=row)

    def _issue(self, number: int, digest: str) -> int | None:
        exact = self._exact.get((number, digest))
        alike = self._by_digest.get(digest, [])
        return exact if exact is not None else alike[0] if len(alike) == 1 else None


def _nearest(digests: list[str], place: int, digest: str) -> int | None:
    """The index of the record with this digest: at its place, else the only one."""
    if place < len(digests) and digests[place] == digest:
        return place
    return digests.index(digest) if digests.count(digest) == 1 else None


def _place(records: Sequence[object], record: object) -> int:
    return next(index for index, other in enumerate(records) if other is record)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:10]
