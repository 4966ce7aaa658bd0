"""5.2.1 and 8: tables within the type area, and their heads."""

from dataclasses import replace
from typing import Any

import pytest

from reportgen.anatomy import Document, Frame, Paragraph, Role, Table
from reportgen.anatomy.model import Cell
from reportgen.check.page.tables import RULES
from reportgen.standard import PAGE
from tests.check.building import codes, document, findings, paragraph

HEAD = ("序号", "反馈问题", "整改时限")


def listed(rows: int = 4, **changes: Any) -> Document:
    paragraphs: list[Paragraph] = []
    cells: dict[tuple[int, int], tuple[int, ...]] = {}
    for row in range(1, rows + 1):
        for column in range(1, 4):
            role, text = (Role.TABLE_HEAD, HEAD[column - 1]) if row == 1 else (Role.TABLE_TEXT, "整改任务落实不够到位")
            paragraphs.append(replace(paragraph(role, text), cell=Cell(1, row, column)))
            cells[row, column] = (len(paragraphs),)
    usual = {"width_tw": PAGE.text_width_tw}
    return document(*paragraphs, tables=(Table(1, rows, 3, cells, **(usual | changes)),))


def test_a_table_as_wide_as_the_type_area_is_right() -> None:
    assert codes(RULES, listed()) == codes(RULES, listed(width_tw=PAGE.text_width_tw + 216)) == []


@pytest.mark.parametrize(
    "changes", [{"width_tw": 9600}, {"width_tw": 8800, "indent_tw": 600}, {"width_tw": 8000, "indent_tw": -600}]
)
def test_a_table_that_leaves_the_type_area_is_an_error(changes: dict[str, Any]) -> None:
    [found] = findings(RULES, listed(**changes))
    assert (found.code, found.severity) == ("5.2.1-table-width", "error")


def test_a_table_whose_width_nothing_says_is_let_be() -> None:
    assert codes(RULES, listed(width_tw=None)) == []


def test_a_long_table_that_does_not_repeat_its_head_is_told() -> None:
    [found] = findings(RULES, listed(rows=80))
    assert (found.code, found.severity) == ("8-table-head", "info")


def test_a_long_table_that_repeats_its_head_and_a_short_one_are_right() -> None:
    assert codes(RULES, listed(rows=80, header_rows=1)) == codes(RULES, listed(rows=20)) == []


def test_a_floating_table_is_judged_by_its_width_alone() -> None:
    assert codes(RULES, listed(rows=80, frame=Frame(), indent_tw=-900)) == []
