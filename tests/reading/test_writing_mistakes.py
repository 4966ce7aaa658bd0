"""What a clerk may get wrong in YAML: each ends in a message with line and repair."""

import pytest

from reportgen.errors import Problem
from reportgen.reading.yaml_tree import parse_tree


def problems_of(text: str) -> list[tuple[str, int | None]]:
    return [(problem.code, problem.place.line) for problem in parse_tree(text, "data/issues.yaml")[1]]


def only(text: str) -> Problem:
    (problem,) = parse_tree(text, "data/issues.yaml")[1]
    return problem


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("序号: 1\n标题：甲\n方面: 乙\n", 2),
        ("问题清单:\n  - 序号: 1\n    标题：甲\n", 3),
        ("问题清单:\n  - 标题：甲\n", 2),
        ("标题: 甲\n  具体表现：乙\n方面: 丙\n", 2),
        ("标题：甲\n", 1),
    ],
)
def test_full_width_colon_after_a_key_is_named_with_its_line(text: str, line: int) -> None:
    problem = only(text)
    assert (problem.code, problem.place.line) == ("yaml-fullwidth-colon", line)
    assert "改成半角冒号加一个空格" in problem.message


def test_every_full_width_colon_of_a_file_is_named() -> None:
    text = "问题清单:\n  - 序号: 1\n    标题：甲\n    方面：乙\n    整改目标: 丙\n"
    assert problems_of(text) == [("yaml-fullwidth-colon", 3), ("yaml-fullwidth-colon", 4)]


def test_full_width_colon_inside_text_is_text() -> None:
    tree, problems = parse_tree("内容: |\n  标题：不是键\n  责任领导：也不是\n", "f")
    assert problems == ()
    assert tree is not None
    assert tree.plain() == {"内容": "标题：不是键\n责任领导：也不是\n"}


def test_tab_for_indentation_is_named_with_its_line() -> None:
    assert problems_of("巡视:\n\t名称: 甲\n") == [("yaml-tab", 2)]


def test_tab_inside_text_is_a_control_character() -> None:
    assert problems_of("标题: 甲\t乙\n") == [("data-control-character", 1)]


def test_duplicate_key_names_both_lines() -> None:
    problem = only("标题: 甲\n方面: 乙\n标题: 丙\n")
    assert (problem.code, problem.place.line) == ("yaml-duplicate-key", 3)
    assert "第 1 行" in problem.message


def test_the_first_of_two_equal_keys_is_kept() -> None:
    tree, _ = parse_tree("标题: 甲\n标题: 丙\n", "f")
    assert tree is not None
    assert tree.plain() == {"标题": "甲"}


@pytest.mark.parametrize("escape", ["\\x00", "\\x08", "\\x0b", "\\x1f", "\\ufffe"])
def test_control_character_from_an_escape_is_found(escape: str) -> None:
    assert problems_of(f'标题: "甲{escape}乙"\n') == [("data-control-character", 1)]


@pytest.mark.parametrize("character", ["\x08", "\x0b", "\x0c", "\x1b", "\x7f", "\x90", "\u2028"])
def test_raw_control_character_is_found_with_line_and_column(character: str) -> None:
    problem = only(f"方面: 甲\n标题: 乙{character}丙\n")
    assert (problem.code, problem.place.line, problem.place.column) == ("data-control-character", 2, 6)


def test_alias_and_anchor_are_refused() -> None:
    assert problems_of("甲: &x 乙\n丙: *x\n") == [("yaml-alias", 1)]


def test_alias_bomb_is_refused_at_its_first_anchor() -> None:
    lines = ["a0: &a0 [哈, 哈]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 40)]
    assert problems_of("\n".join(lines)) == [("yaml-alias", 1)]


@pytest.mark.parametrize("text", ["[" * 100_000, "{" * 100_000, "- " * 2_000 + "甲"])
def test_endless_nesting_is_refused_without_a_crash(text: str) -> None:
    tree, problems = parse_tree(text, "f")
    assert tree is None
    assert problems[0].code in {"yaml-depth", "yaml-braces", "yaml-bracket"}


def test_python_tag_is_refused() -> None:
    assert problems_of("甲: !!python/object/apply:os.system [ls]\n") == [("yaml-tag", 1)]


def test_text_that_starts_with_braces_must_be_quoted() -> None:
    assert problems_of("内容: {{ 事实.问题总数 }}个\n")[0][0] in {"yaml-braces", "yaml-indent"}
    assert problems_of('内容: "{{ 事实.问题总数 }}个"\n') == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('标题: "甲\n方面: 乙\n', "yaml-quote"),
        ("责任单位: [甲, 乙\n方面: 丙\n", "yaml-bracket"),
        ("标题: @甲\n", "yaml-start"),
        ("标题:甲\n方面: 乙\n", "yaml-colon-space"),
        ("标题: 甲: 乙\n", "yaml-colon-space"),
        ("甲: 1\n---\n乙: 2\n", "yaml-documents"),
        ("- 甲\n方面: 乙\n", "yaml-indent"),
    ],
)
def test_other_slips_of_the_pen_say_what_to_do(text: str, code: str) -> None:
    assert problems_of(text)[0][0] == code


@pytest.mark.parametrize(
    "typed", ["002", "1:2", "no", "3.10", "yes", "0x1F", "1_000", "12:30:00", "2022-05-31", '"null"']
)
def test_values_stay_as_they_were_typed(typed: str) -> None:
    tree, problems = parse_tree(f"标题: {typed}\n", "f")
    assert problems == ()
    assert tree is not None
    assert tree.plain() == {"标题": typed.strip('"')}


def test_key_without_value_is_as_if_not_written() -> None:
    tree, _ = parse_tree("标题: 甲\n备注:\n", "f")
    assert tree is not None
    assert tree.plain() == {"标题": "甲"}


def test_null_is_neither_text_nor_nothing() -> None:
    assert problems_of("标题: null\n") == [("yaml-null", 1)]
