"""One document's values: elements, background, issues, running text and figures, as of one date."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from reportgen.compose.issues import View, flat, internal_aspects, public_aspects
from reportgen.compose.plain import paragraphs, plain_record
from reportgen.errors import Problem
from reportgen.facts import Facts, StatusCount, Tally, as_it_stood, compute
from reportgen.kinds.kind import Kind
from reportgen.model import DocumentElements, Ledger
from reportgen.reading.files import NARRATIVE
from reportgen.reading.places import Fault, Sources
from reportgen.wording import FILTERS, period, title_lines
from reportgen.wording.quotes import faults, quote

_LITERAL_COUNT = re.compile(r"(?<![\d.〔年月第])\d+(?:\.\d+)?(?:个|项|件|次|人|名|份|条|家|%|万元|亿元|元)")
_TITLES = ("标题", "印发文件标题")


@dataclass(frozen=True, slots=True)
class Composed:
    """What one template is filled with; `values` holds nothing but dicts, lists, text and numbers."""

    kind: Kind
    as_of: date
    dated_by: str
    elements: DocumentElements
    values: dict[str, object]


def compose(kind: Kind, ledger: Ledger, as_of: date, dated_by: str) -> Composed:
    """The values of one document; `dated_by` says where its date comes from.

    Its narrative must be free of problems (`narrative_problems`).
    """
    elements = ledger.documents.get(kind.name) or DocumentElements()
    ledger = as_it_stood(ledger, as_of)
    facts = compute(ledger, as_of)
    background = _background(ledger, elements, facts)
    aspects = public_aspects(ledger) if kind.public else internal_aspects(ledger, as_of)
    values = {**background, "方面清单": aspects, "问题清单": flat(aspects), "事实": _figures(facts, kind)}
    values["公文"] = _elements(elements, as_of)
    values["行文"] = _chapters(kind, ledger, _names(background, facts))
    if kind.public:
        values["领导小组"] = {"名称": ledger.background.leading_group.name}
    return Composed(kind, as_of, dated_by, elements, values)


def narrative_problems(kind: Kind, ledger: Ledger, sources: Sources, as_of: date) -> Iterator[Problem]:
    """Quotes that lead nowhere, and counts written out where they should be quoted."""
    elements = ledger.documents.get(kind.name) or DocumentElements()
    facts = compute(ledger, as_of)
    names = _names(_background(ledger, elements, facts), facts)
    for chapter, texts in ledger.narrative.get(kind.name, {}).items():
        for index, text in enumerate(texts):
            for key, words in (("标题", text.title), ("内容", text.content)):
                path = (NARRATIVE, kind.name, chapter, index, key)
                for message in faults(words or "", names, FILTERS):
                    yield sources.problem(Fault("narrative-quote", path, message))
                literal = _LITERAL_COUNT.search(words or "")
                if literal:
                    message = f"行文里直接写了数字“{literal[0]}”，数据变了它不会跟着变；请改成引用，例如 {{{{ 事实.问题总数 }}}}个"
                    yield sources.problem(Fault("narrative-literal-count", path, message, "warning"))


def _background(ledger: Ledger, elements: DocumentElements, facts: Facts) -> View:
    group = plain_record(ledger.background.leading_group)
    group["专项整改组"] = [
        {"序号": row, **plain_record(special)}
        for row, special in enumerate(ledger.background.leading_group.special_groups, 1)
    ]
    inspection = ledger.background.inspection
    return {
        "巡视": {**plain_record(inspection), "起止日期": period(inspection.started_on, inspection.ended_on)},
        "被巡视党组织": plain_record(ledger.background.inspected),
        "领导小组": group,
        "公文": _elements(elements, facts.as_of),
    }


def _names(background: View, facts: Facts) -> dict[str, object]:
    """What running text may quote, by dotted name."""
    names: dict[str, object] = {f"事实.{name}": _shown(value) for name, value in facts.values.items()}
    for group, record in background.items():
        if isinstance(record, Mapping):
            names |= {f"{group}.{key}": value for key, value in record.items() if not isinstance(value, dict | list)}
    return names


def _elements(elements: DocumentElements, as_of: date) -> View:
    view = plain_record(elements)
    for key, title in zip(_TITLES, (elements.title, elements.enclosed_title), strict=True):
        lines = title_lines(title) if title else ()
        view[key] = "\n".join(lines) or None
        view[f"{key}全文"] = "".join(lines) or None
    view["截至日期"] = as_of.isoformat()
    return view


def _chapters(kind: Kind, ledger: Ledger, names: Mapping[str, object]) -> View:
    written = ledger.narrative.get(kind.name, {})
    return {
        chapter: [
            {
                "序号": row,
                "标题": quote(text.title, names, FILTERS) if text.title else None,
                "内容": paragraphs(quote(text.content, names, FILTERS)),
            }
            for row, text in enumerate(written.get(chapter, ()), 1)
        ]
        for chapter in dict.fromkeys((*kind.chapters, *written))
    }


def _figures(facts: Facts, kind: Kind) -> View:
    figures: View = {name: _shown(value) for name, value in facts.values.items()}
    tables: dict[str, tuple[StatusCount | Tally, ...]] = {
        "按状态": facts.by_status,
        "按方面": facts.by_aspect,
        "按时限": facts.by_deadline,
    }
    if not kind.public:
        tables["按单位"] = facts.by_unit
    for name, rows in tables.items():
        figures[name] = [{key: _shown(value) for key, value in row.as_row().items()} for row in rows]
    return figures


def _shown(value: object) -> object:
    """A figure as it stands in a document: rates as percentages, sums with their unit."""
    if isinstance(value, Fraction):
        return FILTERS["百分比"](value)
    if isinstance(value, Decimal):
        return FILTERS["金额"](value)
    return value.isoformat() if isinstance(value, date) else value
