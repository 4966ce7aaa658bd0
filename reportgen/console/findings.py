"""Findings as a clerk reads them: by document, worst first, each with its source, place, and what to do."""

from collections.abc import Sequence

from reportgen.check.judged import Judged
from reportgen.check.rule import STRENGTHS
from reportgen.console.width import wrapped
from reportgen.errors import Finding

SHOWN_FINDINGS = 40
LABELS = {"error": "错误", "warning": "提醒", "info": "说明"}
_INDENT = "        "
_HANGING = 2
"""A closing mark may hang over the end of a row."""


def judged_text(judged: Judged, width: int, *, everything: bool = False, only_errors: bool = False) -> str:
    """One document: a line with its counts, its findings, and what was not checked."""
    lines = [f"{judged.path}：{counts_text(judged)}"]
    lines += findings_lines(judged.of_severity("error") if only_errors else judged.findings, width, everything)
    return "\n".join(lines if only_errors else [*lines, *_skipped_lines(judged, width)])


def faults_text(judged: Judged, width: int, *, everything: bool = False) -> str:
    """One document with its errors and warnings only; nothing where there are none."""
    faults = (*judged.of_severity("error"), *judged.of_severity("warning"))
    return (
        "\n".join([f"{judged.path}：{counts_text(judged)}", *findings_lines(faults, width, everything)])
        if faults
        else ""
    )


def findings_lines(findings: Sequence[Finding], width: int, everything: bool) -> list[str]:
    """Findings one below the other; a long list is cut and says so."""
    cut = findings if everything else findings[:SHOWN_FINDINGS]
    lines = [line for finding in cut for line in finding_lines(finding, width)]
    return lines if len(cut) == len(findings) else [*lines, f"  （只列出前 {len(cut)} 条，加 -v 列出全部）"]


def counts_text(judged: Judged) -> str:
    """“2 个错误、1 个提醒”; or that nothing was found."""
    found = ((len(judged.of_severity("error")), "个错误"), (len(judged.of_severity("warning")), "个提醒"),
             (len(judged.of_severity("info")), "条说明"))  # fmt: skip
    return "、".join(f"{count} {what}" for count, what in found if count) or "没有发现问题"


def finding_lines(finding: Finding, width: int) -> list[str]:
    """One finding as lines of at most `width` columns."""
    head = f"{finding.code}（{finding.clause}，{STRENGTHS[finding.strength]}）"
    paragraphs = [head, where_text(finding), finding.message, _measured(finding)]
    rows = [row for text in paragraphs if text for row in wrapped(text, width - len(_INDENT) - _HANGING)]
    return [f"  {LABELS[finding.severity]}  {rows[0]}", *(_INDENT + row for row in rows[1:])]


def where_text(finding: Finding) -> str:
    """“正文第 3 段：……”, “表 2 第 4 行第 3 列”, “第 5 页”; nothing where the whole document is meant."""
    place = finding.place
    steps = [
        place.part if place.part and (place.part != "正文" or place.paragraph) else "",
        f"表 {place.table} 第 {place.row} 行第 {place.col} 列" if place.table else "",
        f"第 {place.paragraph} 段" if place.paragraph and not place.table else "",
        f"第 {finding.mark.page} 页" if finding.mark else "",
    ]
    where = " ".join(step for step in steps if step)
    return f"{where}：{place.text}" if place.text and where else where or place.text or ""


def _measured(finding: Finding) -> str:
    known = (("应为", finding.expected), ("实际", finding.measured))
    return "；".join(f"{what}：{value}" for what, value in known if value)


def _skipped_lines(judged: Judged, width: int) -> list[str]:
    """What was not checked, the rules gathered by reason."""
    by_reason: dict[str, list[str]] = {}
    for each in judged.skipped:
        by_reason.setdefault(each.why, []).append(each.code)
    return [
        ("  " if first else _INDENT) + row
        for why, codes in by_reason.items()
        for first, row in _numbered(wrapped(f"未查  {_codes(codes)}：{why}", width - len(_INDENT) - _HANGING))
    ]


def _numbered(rows: list[str]) -> list[tuple[bool, str]]:
    return [(number == 0, row) for number, row in enumerate(rows)]


def _codes(codes: Sequence[str]) -> str:
    return "、".join(codes) if len(codes) <= 3 else f"{codes[0]} 等 {len(codes)} 条"


def summary_text(files: Sequence[Judged], changes: Sequence[str]) -> str:
    """The last line: all documents together, and what this office changed of the standard."""
    errors = sum(len(each.of_severity("error")) for each in files)
    warnings = sum(len(each.of_severity("warning")) for each in files)
    counts = "、".join(f"{count} {what}" for count, what in ((errors, "个错误"), (warnings, "个提醒")) if count)
    total = f"共检查 {len(files)} 份文书：{counts or '没有错误和提醒'}。"
    return f"{total}\n本单位的调整（templates/standard.yaml）：{'；'.join(changes)}。" if changes else total
