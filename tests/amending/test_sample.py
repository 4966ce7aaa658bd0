"""The sample ledger, as it stands in data/issues.yaml."""

import difflib
from pathlib import Path
from typing import Any

from tests.amending.changing import changed, plain

SAMPLE = (Path(__file__).resolve().parents[2] / "data" / "issues.yaml").read_bytes().decode("utf-8")


def issues() -> list[dict[str, Any]]:
    """问题清单 as plain data."""
    tree: Any = plain(SAMPLE)
    return list(tree["问题清单"])


def test_one_line_per_issue_changes() -> None:
    number = len(issues())
    new = changed(SAMPLE, *((("问题清单", index, "整改时限"), "2030-12-31") for index in range(number)))
    lines = [line for line in difflib.ndiff(SAMPLE.splitlines(), new.splitlines()) if line[:1] in "+-"]
    assert [line for line in lines if line.startswith("+")] == ["+     整改时限: 2030-12-31"] * number
    assert [line for line in lines if line.startswith("-")] == [
        f"-     整改时限: {each['整改时限']}" for each in issues()
    ]


def test_the_same_ledger_once_more_changes_nothing() -> None:
    assert changed(SAMPLE, (("问题清单",), issues())) == SAMPLE
    edits = ((("问题清单", index, key), value) for index, issue in enumerate(issues()) for key, value in issue.items())
    assert changed(SAMPLE, *edits) == SAMPLE


def test_new_remark_changed_and_taken_away_again() -> None:
    path = ("问题清单", 1, "备注")
    text = changed(SAMPLE, (path, "一\n二"))
    assert len(text.splitlines()) == len(SAMPLE.splitlines()) + 3
    assert changed(changed(text, (path, "三")), (path, None)) == SAMPLE


def test_close_out_taken_away_and_given_back() -> None:
    (index, record), *_ = [(index, issue["销号"]) for index, issue in enumerate(issues()) if "销号" in issue]
    path = ("问题清单", index, "销号")
    steps = [((*path, key), None) for key in record]
    assert changed(changed(SAMPLE, *steps), (path, record)) == SAMPLE
