"""署名 and date without a seal, clause 7.3.5.2."""

import pytest

from reportgen.word.signature import left_indents, sealed_indent, width_in_characters


@pytest.mark.parametrize(
    ("name", "day", "expected"),
    [
        ("中共示例市委员会", "2022年8月16日", (18, 20)),
        ("示例市委", "2022年8月16日", (17.5, 19.5)),
        ("中共示例市委巡视整改工作领导小组", "2022年12月31日", (10, 12)),
    ],
)
def test_name_ends_two_characters_from_the_edge_and_the_date_begins_two_to_its_right(
    name: str, day: str, expected: tuple[float, float]
) -> None:
    assert left_indents(name, day) == expected
    name_left, date_left = expected
    assert date_left == name_left + 2
    longer, left = (name, name_left) if width_in_characters(name) >= width_in_characters(day) else (day, date_left)
    assert left + width_in_characters(longer) == 26


def test_digits_are_half_a_character_wide() -> None:
    assert width_in_characters("2022年8月16日") == 6.5


@pytest.mark.parametrize(
    ("name", "day", "indent"),
    [
        ("中共示例市委员会", "2022年8月16日", 28 - 2 * (4 + 3.25)),
        ("中共示例市委员会", "2021年12月10日", 28 - 2 * (4 + 3.5)),
        ("中共示例市委巡视整改工作领导小组办公室", "2021年12月10日", 28 - 19),
    ],
)
def test_a_sealed_date_ends_four_characters_from_the_right_under_the_middle_of_the_name(
    name: str, day: str, indent: float
) -> None:
    assert sealed_indent(name, day) == indent
    assert width_in_characters(name) <= 28 - indent
