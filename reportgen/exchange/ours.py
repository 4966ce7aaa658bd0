"""What makes a workbook one of this ledger's: its marks, and the lists that its cells are read against."""

import hashlib

from reportgen.exchange.columns import ASPECTS, GROUPS, MAIN, MEASURE_TYPES, PATTERNS, STATUSES, SUB_ISSUES, UNITS
from reportgen.exchange.reading import Known
from reportgen.model import Ledger, Status
from reportgen.model.issues import LISTED, TWO_SIDED
from reportgen.model.issues import MEASURE_TYPES as TYPES

PROJECT, READ_BACK = "项目", "读回的表"
"""Names of marks."""


def project_mark(ledger: Ledger) -> str:
    """By this a workbook is known as one of this ledger: the inspected committee, the inspection, the feedback."""
    inspection = ledger.background.inspection
    said = f"{ledger.background.inspected.full_name}|{inspection.name}|{inspection.feedback_date}"
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def known_lists(ledger: Ledger, *, epoch_1904: bool = False) -> Known:
    """The lists behind drop-downs and what is read against them."""
    background = ledger.background
    lists = {
        ASPECTS: tuple(aspect.name for aspect in background.aspects),
        UNITS: background.units,
        GROUPS: tuple(group.name for group in background.leading_group.special_groups),
        STATUSES: tuple(map(str, Status)),
        MEASURE_TYPES: TYPES,
        PATTERNS: (LISTED, TWO_SIDED),
    }
    return Known(lists, epoch_1904)


def lists_of(ledger: Ledger) -> dict[str, tuple[str, ...]]:
    """The lists that have anything in them."""
    return {name: words for name, words in known_lists(ledger).lists.items() if words}


def marks_of(ledger: Ledger, **more: str) -> dict[str, str]:
    """What a workbook of this ledger carries, so that it is known again."""
    return {PROJECT: project_mark(ledger), READ_BACK: f"{MAIN}、{SUB_ISSUES}", **more}
