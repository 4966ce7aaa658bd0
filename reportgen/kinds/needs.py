"""What a kind asks of the ledger, and what is missing for it: all at once."""

import difflib
import re
from collections.abc import Iterator

from reportgen.errors import Place, Problem
from reportgen.kinds.kind import MANIFEST, Kind
from reportgen.model import Issue, Ledger, Record
from reportgen.reading.files import ACTIVITIES, DOCUMENTS, INSPECTION, ISSUES, NARRATIVE
from reportgen.reading.places import Fault, Path, Sources

_BACKGROUND = ("巡视", "被巡视党组织", "领导小组", "时限规则", "方面", "单位")
_ELEMENTS, _CHAPTERS, _ISSUES = "公文要素", "行文", "问题清单"
_UPWARD = ("报告", "请示")
_REQUEST = re.compile("(?<![提申邀聘])(?:请|恳请|敬请|妥否|望).{0,8}(?:批准|审批|批示|批复|支持|解决|同意)")
_SHOWN_NUMBERS = 8


def missing(kind: Kind, ledger: Ledger, sources: Sources) -> Iterator[Problem]:
    """Every requirement of the kind that the ledger does not meet."""
    for need in kind.required:
        try:
            yield from map(sources.problem, _missing(need, kind, ledger))
        except KeyError as unknown:
            message = f"必填“{need}”里的“{unknown.args[0]}”不是台账里的名称；请改正 kind.yaml"
            place = Place(file=f"{kind.folder.parent.name}/{kind.id}/{MANIFEST}")
            yield Problem("kind-required-unknown", message, place)
    yield from map(sources.problem, _unknown_chapters(kind, ledger))
    if kind.genre in _UPWARD:
        yield from map(sources.problem, _upward(kind, ledger))
    if kind.public:
        yield from map(sources.problem, not_cleared(kind, ledger))
        yield from map(sources.problem, _classified(kind, ledger))


def not_cleared(kind: Kind, ledger: Ledger) -> Iterator[Fault]:
    """Deny by default: issues that are neither worded for the public nor withheld with a reason."""
    for index, issue in enumerate(ledger.issues):
        path: Path = (ISSUES, _ISSUES, index)
        if issue.withheld and issue.withheld.to_society:
            continue
        worded = [sub for sub in issue.sub_issues if sub.public_wording]
        if not issue.public_wording and not worded:
            message = (
                f"{kind.name}：问题 {issue.number}“{issue.title[:20]}”没有“公开表述”，也没有写明“不公开”的理由；"
                "请补上其中一项"
            )
            yield Fault("not-cleared", path, message)
        elif len(worded) < len(issue.sub_issues):
            yield from _sub_issues_not_cleared(kind, issue, path)


def _classified(kind: Kind, ledger: Ledger) -> Iterator[Fault]:
    """A public document bears no classification (党政机关公文处理工作条例, article 31)."""
    elements = ledger.documents.get(kind.name)
    for key, value in (("份号", elements and elements.copy_number), ("密级", elements and elements.classification)):
        if value:
            message = f"{kind.name}面向社会公开，不能有“{key}”；请删除这一项，或先办理解密"
            yield Fault("public-classified", (DOCUMENTS, kind.name, key), message)


def _upward(kind: Kind, ledger: Ledger) -> Iterator[Fault]:
    """One 主送机关, and no request inside a 报告 (党政机关公文处理工作条例, articles 8 and 15)."""
    elements = ledger.documents.get(kind.name)
    if elements and len(elements.main_recipients) > 1:
        message = f"{kind.name}是上行文，只能有一个主送机关，其他上级机关请写到“抄送机关”"
        yield Fault("upward-recipients", (DOCUMENTS, kind.name, "主送机关"), message)
    if elements and len(elements.signatory) > 2:
        message = (
            f"{kind.name}的签发人有 {len(elements.signatory)} 人，模板只排一行两人；请在模板里按每行两人分行（7.2.6）"
        )
        yield Fault("signatory-rows", (DOCUMENTS, kind.name, "签发人"), message, "warning")
    if kind.genre != "报告":
        return
    for chapter, texts in ledger.narrative.get(kind.name, {}).items():
        for index, text in enumerate(texts):
            found = _REQUEST.search(text.content)
            if found:
                message = f"{kind.name}里像是有请示事项：“{found[0]}”；报告不得夹带请示，请改写，或另行请示"
                yield Fault("report-request", (NARRATIVE, kind.name, chapter, index, "内容"), message, "warning")


def _sub_issues_not_cleared(kind: Kind, issue: Issue, path: Path) -> Iterator[Fault]:
    for row, sub in enumerate(issue.sub_issues):
        if not sub.public_wording:
            message = f"{kind.name}：问题 {issue.number} 的子问题“{sub.title[:20]}”没有“公开表述”；请补上"
            yield Fault("not-cleared", (*path, "子问题", row), message)


def _missing(need: str, kind: Kind, ledger: Ledger) -> Iterator[Fault]:
    head, *rest = need.split(".")
    if head == _ELEMENTS:
        if not rest:
            raise KeyError(need)
        elements = ledger.documents.get(kind.name)
        if elements is None or not _has(elements, rest):
            yield _fault(kind, (DOCUMENTS, kind.name, *rest), f"公文要素缺“{'.'.join(rest)}”")
    elif head == _CHAPTERS:
        if not rest or (kind.chapters and rest[0] not in kind.chapters):
            raise KeyError(need)
        if not ledger.narrative.get(kind.name, {}).get(rest[0]):
            meaning = kind.chapters.get(rest[0], "")
            shown = f"行文缺“{rest[0]}”" + (f"（{meaning}）" if meaning else "")
            yield _fault(kind, (NARRATIVE, kind.name, rest[0]), shown)
    elif head == _ISSUES:
        yield from _missing_in_issues(rest, kind, ledger)
    else:
        background = head in _BACKGROUND
        file, record = (INSPECTION, ledger.background) if background else (ACTIVITIES, ledger.activities)
        if not _has(record, [head, *rest]):
            yield _fault(kind, (file, head, *rest), f"缺“{need}”")


def _missing_in_issues(rest: list[str], kind: Kind, ledger: Ledger) -> Iterator[Fault]:
    lacking = [(index, issue.number) for index, issue in enumerate(ledger.issues) if not _has(issue, rest)]
    if lacking:
        numbers = "、".join(str(number) for _, number in lacking[:_SHOWN_NUMBERS])
        more = f" 等 {len(lacking)} 个问题" if len(lacking) > _SHOWN_NUMBERS else ""
        path: Path = (ISSUES, _ISSUES, lacking[0][0], *rest)
        yield _fault(kind, path, f"问题 {numbers}{more}缺“{'.'.join(rest)}”")
    if not ledger.issues:
        yield _fault(kind, (ISSUES, _ISSUES), "问题清单里没有问题")


def _fault(kind: Kind, path: Path, what: str) -> Fault:
    return Fault("kind-needs", path, f"{kind.name}：{what}；请补上")


def _has(record: object, steps: list[str]) -> bool:
    """Whether the value at a Chinese path is there: not None, not empty."""
    for step in steps:
        if not isinstance(record, Record):
            return False
        fields = type(record).model_fields
        name = next((name for name, info in fields.items() if info.alias == step), None)
        if name is None:
            raise KeyError(step)
        record = getattr(record, name)
    return record not in (None, (), "")


def _unknown_chapters(kind: Kind, ledger: Ledger) -> Iterator[Fault]:
    """A misspelt chapter would silently stay out of the document."""
    for chapter in ledger.narrative.get(kind.name, {}):
        if kind.chapters and chapter not in kind.chapters:
            near = difflib.get_close_matches(chapter, kind.chapters, n=1, cutoff=0.4)
            hint = f"是不是“{near[0]}”？" if near else f"可以写：{'、'.join(kind.chapters)}"
            message = f"{kind.name}没有“{chapter}”这一章；{hint}"
            yield Fault("unknown-chapter", (NARRATIVE, kind.name, chapter), message)
