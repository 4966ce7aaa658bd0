"""Problems as a clerk reads them: what, where, how to repair."""

import json
from collections.abc import Sequence

from reportgen.console.width import wrapped
from reportgen.errors import Place, Problem, errors_of

SHOWN_PROBLEMS = 60
_LABELS = {"error": "错误", "warning": "提醒"}
_INDENT = "      "


def place_text(place: Place) -> str:
    """“data/issues.yaml 第 12 行第 5 列”, “台账.xlsx “整改台账”C5”; parts that do not apply are left out."""
    steps = [place.file or "", f"（{place.part}）" if place.part and place.part != "正文" else ""]
    steps.append(f" “{place.sheet}”{place.cell or ''}" if place.sheet else "")
    where = f"第 {place.line} 行" if place.line else ""
    where += f"第 {place.column} 列" if place.line and place.column else ""
    if place.paragraph:
        where += f"第 {place.paragraph} 段附近"
    shown = " ".join(step for step in ("".join(steps), where) if step)
    return f"{shown}：{place.text}" if place.text else shown


def problem_lines(problem: Problem, width: int) -> list[str]:
    """One problem as lines of at most `width` columns."""
    where = place_text(problem.place)
    message = wrapped(problem.message, width - len(_INDENT))
    label = f"{_LABELS[problem.severity]}  "
    if not where:
        return [label + message[0], *(_INDENT + line for line in message[1:])]
    head = wrapped(where, width - len(_INDENT))
    return [label + head[0], *(_INDENT + line for line in (*head[1:], *message))]


def problems_text(problems: Sequence[Problem], width: int, everything: bool = False) -> str:
    """All problems, errors first kept in their order; a long list is cut and says so."""
    shown = problems if everything else problems[:SHOWN_PROBLEMS]
    lines = [line for problem in shown for line in problem_lines(problem, width)]
    if len(shown) < len(problems):
        lines.append(f"（只列出前 {len(shown)} 个，加 -v 列出全部）")
    return "\n".join(lines)


def summary(problems: Sequence[Problem]) -> str:
    """“3 个错误、1 个提醒”."""
    errors = len(errors_of(problems))
    warnings = len(problems) - errors
    counts = ((errors, "个错误"), (warnings, "个提醒"))
    return "、".join(f"{count} {what}" for count, what in counts if count) or "没有问题"


def json_text(value: object, encoding: str | None) -> str:
    """One JSON object; escaped where the console cannot print its characters."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    try:
        text.encode(encoding or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return json.dumps(value, indent=2)
    return text
