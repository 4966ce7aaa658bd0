"""A workbook that was exported before the ledger went on: it takes nothing back that nobody changed in it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.exchange.offices import Imported
from tests.exchange.test_own_workbooks import edit

Bring = Callable[..., Imported]
Changed = Callable[..., Path]


def said(found: Imported) -> list[tuple[Any, Any]]:
    return [(problem["code"], problem["severity"]) for problem in found.said["problems"]]


def test_what_the_office_has_written_since_stays(bring: Bring, exported: Path, small: Path) -> None:
    edit(small, "进展情况: 已建立台账。", "进展情况: 已建立台账，并逐项核对。")
    found = bring(exported)
    assert (found.code, found.changes) == (0, [])
    assert said(found) == [("sheet-older", "warning")]
    assert "问题 1 的“进展情况”导出以后台账改过，表里没有动" in found.said["problems"][0]["message"]


def test_other_cells_of_the_same_workbook_still_go_in(bring: Bring, changed: Changed, small: Path) -> None:
    file = changed({("备注", 1): "加快"})
    edit(small, "进展情况: 已建立台账。", "进展情况: 已建立台账，并逐项核对。")
    assert bring(file).changes == [(1, "备注", None, "加快")]
    assert "已建立台账，并逐项核对。" in (small / "data/issues.yaml").read_text("utf-8")


def test_what_was_changed_on_both_sides_is_reported_and_nothing_is_written(
    bring: Bring, changed: Changed, small: Path
) -> None:
    file = changed({("进展情况", 1): "单位写的。"})
    edit(small, "进展情况: 已建立台账。", "进展情况: 整改办写的。")
    before = (small / "data/issues.yaml").read_bytes()
    found = bring(file)
    assert (found.code, said(found)) == (1, [("sheet-conflict", "error")])
    assert "台账现在是“整改办写的。”" in found.said["problems"][0]["message"]
    assert (small / "data/issues.yaml").read_bytes() == before


def test_what_was_changed_alike_on_both_sides_is_no_conflict(bring: Bring, changed: Changed, small: Path) -> None:
    file = changed({("进展情况", 1): "两边一样。"})
    edit(small, "进展情况: 已建立台账。", "进展情况: 两边一样。")
    found = bring(file)
    assert (found.code, found.changes, said(found)) == (0, [], [])
