"""Edits that make no sense, files that cannot be read, and the check at the end."""

import pytest

from reportgen.amending import Edit, amended
from reportgen.amending.amend import must_mean
from reportgen.errors import ProblemsFound
from tests.amending.changing import changed, in_issue

TEXT = "问题清单:\n  - 序号: 1\n"


@pytest.mark.parametrize("text", ["问题清单:\n\t- 序号: 1\n", "标题: 甲\n标题: 乙\n", "标题：甲\n", "标题: '甲\n"])
def test_file_that_the_reader_cannot_read_is_left_alone(text: str) -> None:
    with pytest.raises(ProblemsFound) as raised:
        changed(text, (("备注",), "新"))
    assert raised.value.problems[0].place.line


@pytest.mark.parametrize(
    ("path", "value", "kind"),
    [
        ((), "甲", ValueError),
        ((0, "备注"), "甲", ValueError),
        (("问题清单", 0, "备注"), "甲\t乙", ValueError),
        (("问题清单", 0, "备注"), ["甲\r\n乙"], ValueError),
        (("问题清单", 0, "备注"), 1, TypeError),
        (("问题清单", 3), {"序号": "2"}, IndexError),
        (("问题清单", -1), {"序号": "2"}, IndexError),
        (("问题清单", "备注"), "甲", TypeError),
        (("问题清单", 0, "序号", 0), "甲", TypeError),
    ],
)
def test_edit_without_sense_is_a_bug_of_its_maker(path: tuple[str | int, ...], value: object, kind: type) -> None:
    with pytest.raises(kind):
        changed(TEXT, (path, value))


def test_two_values_for_one_place_and_keys_beside_indexes() -> None:
    with pytest.raises(ValueError, match="two values"):
        in_issue(TEXT, (("备注",), "甲"), (("备注",), "乙"))
    with pytest.raises(TypeError, match="keys and indexes"):
        in_issue(TEXT, (("备注", 0), "甲"), (("备注", "丙"), "乙"))


def test_without_a_model_bare_text_is_taken_for_content() -> None:
    edits = [Edit(("措施", 0, "完成日期"), "2022-03-25"), Edit(("单位", 1), "丙")]
    assert amended("措施:\n- 甲\n单位: 乙\n", edits, lambda _: ()) == (
        "措施:\n- 内容: 甲\n  完成日期: 2022-03-25\n单位:\n- 乙\n- 丙\n"
    )


def test_new_text_that_does_not_mean_what_it_should_is_a_bug() -> None:
    must_mean({"备注": "甲"}, {"备注": "甲"})
    must_mean(None, {})
    with pytest.raises(AssertionError):
        must_mean({"备注": "甲"}, {"备注": "乙"})
