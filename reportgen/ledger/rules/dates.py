"""Dates in order: inspection, feedback, plan, report, notice; and each document's own dates."""

from collections.abc import Iterator
from itertools import pairwise

from reportgen.facts import time_limits
from reportgen.model import Ledger
from reportgen.reading.files import DOCUMENTS, INSPECTION
from reportgen.reading.places import Fault

# In this order they are issued after the feedback.
DOCUMENT_ORDER = ("整改方案", "整改进展情况报告", "整改进展情况通报")


def dates_are_in_order(ledger: Ledger) -> Iterator[Fault]:
    """Inspection before feedback before plan before report before notice; 成文日期 not after 印发日期."""
    inspection = ledger.background.inspection
    known = [("开始日期", inspection.started_on, (INSPECTION, "巡视", "开始日期"))]
    known.append(("结束日期", inspection.ended_on, (INSPECTION, "巡视", "结束日期")))
    known.append(("反馈日期", inspection.feedback_date, (INSPECTION, "巡视", "反馈日期")))
    for kind in DOCUMENT_ORDER:
        elements = ledger.documents.get(kind)
        if elements and elements.date_of_issue:
            known.append((f"{kind}的成文日期", elements.date_of_issue, (DOCUMENTS, kind, "成文日期")))
    for (before, first, _), (after, second, path) in pairwise(known):
        if second < first:
            yield Fault("dates-out-of-order", path, f"{after} {second} 早于{before} {first}；请核对两个日期")
    yield from _own_dates(ledger)
    yield from _time_rules(ledger)


def _own_dates(ledger: Ledger) -> Iterator[Fault]:
    for kind, elements in ledger.documents.items():
        issued, printed, as_of = elements.date_of_issue, elements.printed_on, elements.as_of
        if issued and printed and printed < issued:
            message = f"{kind}的印发日期 {printed} 早于成文日期 {issued}；请核对"
            yield Fault("dates-out-of-order", (DOCUMENTS, kind, "印发日期"), message)
        if as_of and as_of < ledger.background.inspection.feedback_date:
            message = f"{kind}的截至日期 {as_of} 早于反馈日期；请核对"
            yield Fault("dates-out-of-order", (DOCUMENTS, kind, "截至日期"), message)
        if issued and as_of and as_of > issued:
            message = f"{kind}的截至日期 {as_of} 晚于成文日期 {issued}；请核对"
            yield Fault("dates-out-of-order", (DOCUMENTS, kind, "截至日期"), message)


def _time_rules(ledger: Ledger) -> Iterator[Fault]:
    """Periods that cannot be read, and working days of years whose holidays are not known."""
    for index, limit in enumerate(time_limits(ledger)):
        path = (INSPECTION, "时限规则", index, "期限")
        if limit.unknown and limit.missing_year:
            yield Fault("time-rule-year", path, f"{limit.matter}：{limit.unknown}", "warning")
        elif limit.unknown:
            yield Fault("time-rule-period", path, limit.unknown)
