"""What came of judging a document: findings worst first, what was checked, and what was not and why."""

from collections.abc import Iterable
from dataclasses import dataclass

from reportgen.errors import Finding

_RANKS = {"error": 0, "warning": 1, "info": 2}


@dataclass(frozen=True, slots=True)
class Skipped:
    """A rule that was not applied; `why` says in Chinese what it lacked."""

    code: str
    why: str


@dataclass(frozen=True, slots=True)
class Judged:
    """One document, judged. A rule is in `checked` or in `skipped`, never in both."""

    path: str
    findings: tuple[Finding, ...]
    checked: tuple[str, ...]
    skipped: tuple[Skipped, ...] = ()

    def as_dict(self) -> dict[str, object]:
        """The object of one file in `check --json`."""
        return {
            "path": self.path,
            "findings": [finding.as_dict() for finding in self.findings],
            "checked": list(self.checked),
            "skipped": [{"code": each.code, "why": each.why} for each in self.skipped],
        }

    def of_severity(self, severity: str) -> tuple[Finding, ...]:
        """Findings of one severity."""
        return tuple(finding for finding in self.findings if finding.severity == severity)

    def fails(self, strict: bool) -> bool:
        """Whether the document does not pass: an error, or with `strict` a warning."""
        return any(
            finding.severity == "error" or (strict and finding.severity == "warning") for finding in self.findings
        )


def worst_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Errors before warnings before information, each in the order of the document; the same finding once."""
    unique = dict.fromkeys(findings)
    return tuple(sorted(unique, key=lambda finding: (_RANKS[finding.severity], _where(finding))))


def _where(finding: Finding) -> tuple[int, int]:
    page = finding.mark.page if finding.mark else 0
    return (finding.place.paragraph or 0, page)
