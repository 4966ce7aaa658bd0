"""Documents held against the standard, the ledger and each other, from their files alone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reportgen.anatomy import Document, Role
from reportgen.anatomy.reader import read
from reportgen.check.agreement import agreement
from reportgen.check.disclosure import Audience, exposure
from reportgen.check.disclosure import judge as disclosed
from reportgen.check.judge import AGREEMENT, DISCLOSURE, LANGUAGE, PAGE, file_findings
from reportgen.check.judged import Judged, Skipped, worst_first
from reportgen.check.norm import Norm
from reportgen.check.office import by_its_source
from reportgen.errors import Finding, Problem, ReportgenError
from reportgen.kinds.kind import Kind
from reportgen.model import Ledger

NO_PROJECT = "不在项目文件夹里，没有台账可以核对；请进入项目文件夹，或用 --project 指定"
LEDGER_AT_FAULT = "台账有错误，没法核对；请先运行 reportgen validate 改好台账"
NO_AUDIENCE = "没有说明这份文书给谁看；请加 --against 社会 或 --against 党内"
FOREIGN = "看不出这份文书属于本台账（文件名、标题不是项目里的文书，文中也没有提到被巡视党组织），没有与台账核对"
ALONE = "只有一份文书，没有别的文书可以互相核对"
BETWEEN = "A-between"
NEEDS_LEDGER = ("D-field", "D-withheld", "D-person")
_SAID_PUBLIC = re.compile(r"[（(](?:社会)?公开(?:稿|版)?[）)]|向社会公开稿")
_SAID_INTERNAL = re.compile(r"[（(]党内(?:通报)?(?:稿|版)?[）)]|党内通报")
_OPENING = 12
"""So many paragraphs are searched for a word on who may read the document."""


@dataclass(frozen=True, slots=True)
class Background:
    """What documents are held against: kinds, and the ledger or why there is none."""

    kinds: tuple[Kind, ...] = ()
    ledger: Ledger | None = None
    why_no_ledger: str = NO_PROJECT


@dataclass(frozen=True, slots=True)
class Subject:
    """One file: read, or with the problem why it cannot be read."""

    shown: str
    raw: bytes
    document: Document | None
    fault: Problem | None = None
    kind: Kind | None = None
    audience: Audience | None = None


def subject(shown: str, raw: bytes, background: Background, against: Audience | None = None) -> Subject:
    """A file as a document; its kind by its name or title, its audience as told, by its kind, or as it says itself."""
    try:
        document = read(shown, raw)
    except ReportgenError as error:
        return Subject(shown, raw, None, error.problems[0])
    kind = _kind(shown, document, background)
    said = against or _audience(kind.audience if kind else "") or _said_audience(document)
    return Subject(shown, raw, document, None, kind, said)


def judged(subjects: Sequence[Subject], background: Background, norm: Norm) -> list[Judged]:
    """Every document judged by all rules that need no printed pages, in order."""
    ours = [each for each in subjects if _is_ours(each, background)]
    agreed = _agreement(ours, background, norm)
    return [_judged(each, agreed.get(each.shown), len(ours), background, norm) for each in subjects]


def _is_ours(each: Subject, background: Background) -> bool:
    """Whether a document is one of the project, or speaks of the committee that the ledger is about."""
    if each.document is None or background.ledger is None:
        return False
    inspected = background.ledger.background.inspected
    names = [name for name in (inspected.full_name, inspected.short_name, inspected.region) if name]
    return each.kind is not None or any(name in one.text for one in each.document.paragraphs for name in names)


def _judged(each: Subject, agreed: Sequence[Finding] | None, count: int, background: Background, norm: Norm) -> Judged:
    if each.document is None:
        assert each.fault is not None, "a file that was not read says why"
        fault = Finding(each.fault.code, "error", "文件", "MUST", each.fault.message)
        return Judged(each.shown, (fault,), (), ())
    findings = [*file_findings(each.document, norm), *(agreed or ())]
    if each.audience is not None:
        name = each.kind.name if each.kind and each.kind.audience == each.audience else None
        findings += disclosed(each.document, exposure(background.ledger, each.audience, name), norm.switched_off)
    skipped = _skipped(each, count if agreed is not None else 0, background, norm)
    left_out = {skip.code for skip in skipped}
    codes = (*PAGE.codes, *LANGUAGE.codes, *AGREEMENT.codes, *DISCLOSURE.codes)
    sourced = worst_first(by_its_source(finding, norm) for finding in findings)
    return Judged(each.shown, sourced, tuple(code for code in codes if code not in left_out), skipped)


def _skipped(each: Subject, count: int, background: Background, norm: Norm) -> tuple[Skipped, ...]:
    """Rules that could not be applied, and those that the office does without."""
    why: dict[str, str] = {}
    if background.ledger is None:
        why |= dict.fromkeys((*AGREEMENT.codes, *NEEDS_LEDGER), background.why_no_ledger)
    elif not count:
        why |= dict.fromkeys(AGREEMENT.codes, FOREIGN)
    elif count == 1:
        why[BETWEEN] = ALONE
    if each.audience is None:
        why |= dict.fromkeys(DISCLOSURE.codes, NO_AUDIENCE)
    why |= dict.fromkeys(
        norm.switched_off & {*PAGE.codes, *LANGUAGE.codes, *AGREEMENT.codes, *DISCLOSURE.codes}, "本单位停用"
    )
    return tuple(Skipped(code, reason) for code, reason in why.items())


def _agreement(subjects: Sequence[Subject], background: Background, norm: Norm) -> dict[str, list[Finding]]:
    if background.ledger is None or not subjects:
        return {}
    documents = [each.document for each in subjects if each.document is not None]
    found = agreement(documents, background.ledger, norm.switched_off)
    return {each.shown: findings for each, findings in zip(subjects, found, strict=True)}


def _kind(shown: str, document: Document, background: Background) -> Kind | None:
    by_name = {kind.file_name: kind for kind in background.kinds}
    name = Path(shown).name
    if name in by_name or background.ledger is None:
        return by_name.get(name)
    title = document.first(Role.TITLE)
    elements = background.ledger.documents
    titles = {_bare(said.title or ""): kind_name for kind_name, said in elements.items()}
    named = titles.get(_bare(title.text)) if title else None
    return next((kind for kind in background.kinds if kind.name == named), None)


def _bare(text: str) -> str:
    return "".join(text.split())


def _audience(word: str) -> Audience | None:
    return "社会" if word == "社会" else "党内" if word == "党内" else None


def _said_audience(document: Document) -> Audience | None:
    opening = "\n".join(paragraph.text for paragraph in document.paragraphs[:_OPENING])
    if _SAID_PUBLIC.search(opening):
        return "社会"
    return "党内" if _SAID_INTERNAL.search(opening) else None
