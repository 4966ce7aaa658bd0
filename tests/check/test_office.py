"""templates/standard.yaml: what an office changes, and what it may not."""

from pathlib import Path

import pytest

from reportgen.check.judge import CODES as ALL_CODES
from reportgen.check.norm import NATIONAL
from reportgen.check.office import ADJUSTABLE, office_norm

CODES = ("P5", "5.2.1-margins")


def said(folder: Path, text: str) -> Path:
    templates = folder / "templates"
    templates.mkdir()
    (templates / "standard.yaml").write_text(text, "utf-8")
    return templates


def test_without_the_file_the_national_values_hold(tmp_path: Path) -> None:
    assert office_norm(tmp_path, CODES) == (NATIONAL, ())


def test_a_file_of_comments_changes_nothing(tmp_path: Path) -> None:
    assert office_norm(said(tmp_path, "# 本单位没有另外的规定\n"), CODES) == (NATIONAL, ())


def test_values_and_rules_that_are_switched_off_are_taken_and_told(tmp_path: Path) -> None:
    norm, problems = office_norm(
        said(tmp_path, "停用: [P5]\n数值:\n  天头: 35\n  正文字号: 小三\n  正文字体: [方正仿宋_GBK]\n"), CODES
    )
    assert problems == ()
    assert (norm.top_mm, norm.body_pt, norm.body_faces) == (35, 15, ("方正仿宋_GBK",))
    assert norm.switched_off == {"P5"}
    assert norm.changes == (
        "天头：37 毫米改为 35 毫米",
        "正文字号：16 磅改为 15 磅",
        "正文字体：改为方正仿宋_GBK",
        "停用 P5",
    )


@pytest.mark.parametrize(
    ("text", "code", "line", "words"),
    [
        ("停用: [P55]\n", "standard-unknown-code", 1, "没有“P55”这条规则；是不是“P5”？"),
        ("数值:\n  天头: 三十七\n", "standard-value", 2, "“天头”要写 5 到 100 之间的数（毫米）"),
        ("数值:\n  每面行数: 900\n", "standard-value", 2, "“每面行数”要写 5 到 60 之间的数（行）"),
        ("数值:\n  天头高: 37\n", "data-unknown-key", 2, "是不是“天头”？"),
        ("关闭: [P5]\n", "data-unknown-key", 1, "不认识“关闭”"),
        ("- P5\n", "data-not-mapping", 1, "停用"),
        ("数值:\n  楷体: []\n", "data-not-list", 2, "请写字体的名称"),
    ],
)  # fmt: skip
def test_a_mistake_is_a_problem_with_place_and_repair(
    tmp_path: Path, text: str, code: str, line: int, words: str
) -> None:
    _, problems = office_norm(said(tmp_path, text), CODES)
    assert [(problem.code, problem.place.file, problem.place.line) for problem in problems] == [
        (code, "templates/standard.yaml", line)
    ]
    assert words in problems[0].message


def test_every_rule_that_measures_against_a_value_of_the_office_exists() -> None:
    assert {code for value in ADJUSTABLE.values() for code in value.codes} <= set(ALL_CODES)
