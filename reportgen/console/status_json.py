"""A status, and the explanation of a figure, as the object of `--json`."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction

from reportgen.dashboard import NextDocument, Overview
from reportgen.errors import Place, Problem
from reportgen.facts import Entry, Explanation, Tally, TimeLimit


def status_json(overview: Overview, problems: Iterable[Problem], *, ok: bool) -> dict[str, object]:
    """design, section 5, then what else is known. Rates are numbers from 0 to 1, rounded to four decimals."""
    facts = overview.facts
    return {
        "ok": ok,
        "as_of": overview.as_of.isoformat(),
        "total": overview.total,
        "by_status": {row.name: row.total for row in facts.by_status},
        "rate": _plain(facts.values["完成率"]),
        "overdue": [due.issue.number for due in overview.overdue],
        "due_soon": [due.issue.number for due in overview.due_soon],
        "dated_by": overview.dated_by,
        "within": overview.within,
        "by_aspect": _rows(facts.by_aspect),
        "by_unit": _rows(facts.by_unit),
        "by_group": _rows(facts.by_group),
        "time_limits": [_limit(limit, overview.as_of) for limit in overview.time_limits],
        "close_out": dict(overview.close_out),
        "next_document": _next(overview.next_document),
        "problems": [problem.as_dict() for problem in problems],
    }


def explanation_json(explanation: Explanation, records: Iterable[tuple[Entry, Place]]) -> dict[str, object]:
    """One figure; each record with its file and line. Sums of money are numbers of 元."""
    return {
        "ok": True,
        "name": explanation.name,
        "meaning": explanation.meaning,
        "formula": explanation.formula,
        "value": _plain(explanation.value),
        "entries": [
            {
                "file": place.file,
                "line": place.line,
                "shown": entry.shown,
                "weight": _plain(entry.weight),
                "note": entry.note,
            }
            for entry, place in records
        ],
        "parts": {name: _plain(value) for name, value in explanation.parts},
    }


def _rows(tallies: Iterable[Tally]) -> list[dict[str, object]]:
    return [{name: _plain(value) for name, value in tally.as_row().items()} for tally in tallies]


def _plain(value: object) -> object:
    """A figure as JSON has it."""
    if isinstance(value, Fraction):
        return round(float(value), 4)
    if isinstance(value, Decimal):
        return int(value) if value == int(value) else float(value)
    return value.isoformat() if isinstance(value, date) else value


def _limit(limit: TimeLimit, as_of: date) -> dict[str, object]:
    return {
        "事项": limit.matter,
        "期限": limit.period,
        "起算": limit.counted_from,
        "起算日期": limit.starts.isoformat(),
        "到期日": limit.ends.isoformat() if limit.ends else None,
        "剩余天数": (limit.ends - as_of).days if limit.ends else None,
        "依据": limit.basis,
        "不能确定": limit.unknown,
    }


def _next(document: NextDocument | None) -> dict[str, object] | None:
    if document is None:
        return None
    return {
        "kind": document.kind.id,
        "名称": document.kind.name,
        "成文日期": document.date_of_issue.isoformat() if document.date_of_issue else None,
        "missing": [problem.as_dict() for problem in document.missing],
    }
