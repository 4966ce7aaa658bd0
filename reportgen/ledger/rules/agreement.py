"""上报数据 against what the records count to as of the same date: one number everywhere (regulations.md, Q8 and Q12)."""

from collections.abc import Iterator

from reportgen.facts import compute
from reportgen.model import Ledger, ReportedFigures
from reportgen.reading.files import ACTIVITIES
from reportgen.reading.places import Fault

Pair = tuple[str, str, int, str]
"""Group and key of 上报数据, the figure there, the name of the fact that counts the same."""


def reported_figures_match_the_records(ledger: Ledger) -> Iterator[Fault]:
    """Every sum that the ledger's own records count too. Where no records are kept, nothing is compared."""
    for index, reported in enumerate(ledger.activities.reported_figures):
        counted = compute(ledger, reported.as_of).values
        for group, key, figure, fact in _pairs(ledger, reported):
            if counted[fact] != figure:
                message = f"上报的“{key}”是 {figure}，台账截至 {reported.as_of} 的记录数出来是 {counted[fact]}；请核对"
                yield Fault("figures-records", (ACTIVITIES, "上报数据", index, group, key), message)


def _pairs(ledger: Ledger, reported: ReportedFigures) -> Iterator[Pair]:
    if ledger.activities.clues:
        yield from _discipline(reported)
    figures = reported.rectification
    if figures and any(issue.status for issue in ledger.issues):
        yield "整改完成", "总数", figures.total, "问题总数"
        yield "整改完成", "已完成", figures.done, "已完成数"
    rules = reported.rules_total
    if rules and ledger.activities.rule_documents:
        yield "制度汇总", "新建", rules.created, "新建制度数"
        yield "制度汇总", "修订", rules.revised, "修订制度数"


def _discipline(reported: ReportedFigures) -> Iterator[Pair]:
    forms, sanctions = reported.four_forms, reported.sanctions
    if forms and not forms.unit_of_count.startswith("万"):
        parts = (forms.form_1, forms.form_2, forms.form_3, forms.form_4)
        for name, part in zip("一二三四", parts, strict=True):
            yield "四种形态", f"第{name}种形态", int(part), f"第{name}种形态人数"
    if sanctions:
        yield "处分", "处分人数", sanctions.sanctioned, "党纪政务处分人数"
        yield "处分", "党纪处分人数", sanctions.party_count, "党纪处分人数"
        yield "处分", "政务处分人数", sanctions.state_count, "政务处分人数"
