"""7.3.1: face, place and shape of the title."""

from typing import Any

import pytest

from reportgen.anatomy import Document, Paragraph, Role
from reportgen.check.page.title import RULES as TITLE
from reportgen.check.page.title_shape import RULES as SHAPE
from tests.check.building import blank, body, codes, document, masthead, official, paragraph
from tests.check.building_body import flaws, titled


def title(text: str = "中共示例市委员会\n关于巡视整改情况的报告", **changes: Any) -> Paragraph:
    return paragraph(Role.TITLE, text, **changes)


def test_a_title_in_xiao_biao_song_below_two_empty_lines_is_right() -> None:
    assert codes(TITLE, official()) == []


@pytest.mark.parametrize("face", ["方正小标宋_GBK", "FZXiaoBiaoSong-B05S", "小标宋体", "华文小标宋"])
def test_other_names_of_the_title_face_are_right(face: str) -> None:
    assert codes(TITLE, titled(title(face=face))) == []


@pytest.mark.parametrize("changes", [{"face": "黑体"}, {"face": "宋体"}, {"size_half_pt": 36}, {"bold": True}])
def test_a_title_in_another_face_or_size_or_in_bold_is_a_warning(changes: dict[str, Any]) -> None:
    assert codes(TITLE, titled(title(**changes))) == ["7.3.1-title-face"]


def test_a_title_whose_face_nothing_names_is_let_be() -> None:
    assert codes(TITLE, titled(title(faces={}))) == []


def test_a_subtitle_may_be_smaller() -> None:
    assert codes(TITLE, titled(title(), title("——以示例市为例", size_half_pt=32))) == []


@pytest.mark.parametrize(
    "changes", [{"align": "left"}, {"align": "both"}, {"align": "right"}, {"first_tw": 640}, {"left_tw": 800}]
)
def test_a_title_that_is_not_centred_is_an_error(changes: dict[str, Any]) -> None:
    assert codes(TITLE, titled(title("关于巡视整改的报告", **changes))) == ["7.3.1-title-place"]


def test_a_title_centred_by_blanks_is_let_be() -> None:
    assert codes(TITLE, titled(title("　　　　　　关于整改的报告", align="left"))) == []


@pytest.mark.parametrize("blanks", [0, 1, 3])
def test_other_than_two_empty_lines_below_the_red_line_is_an_error(blanks: int) -> None:
    assert codes(TITLE, titled(title(), blanks=blanks)) == ["7.3.1-title-place"]


def test_under_a_drawn_red_line_three_empty_lines_may_be_right() -> None:
    number = paragraph(Role.DOCUMENT_NUMBER, "示例委〔2022〕15号", borders={})
    assert codes(TITLE, document(*masthead(number=number), blank(), blank(), blank(), title(), body())) == []


def test_two_lines_may_be_given_by_spacing() -> None:
    assert codes(TITLE, titled(title(before_tw=1160), blanks=0)) == []


def test_without_masthead_nothing_is_said_of_the_lines_above() -> None:
    assert codes(TITLE, document(title(), body())) == []


@pytest.mark.parametrize(
    "text",
    [
        "中共示例市委员会\n关于省委巡视反馈意见整改\n进展情况的报告",
        "中共示例市委员会关于印发\n《巡视反馈意见整改方案》\n的通知",
        "示例市\n关于巡视反馈意见\n整改进展情况的报告",
        "中共示例市委员会\n关于巡视整改的通报",
        "关于巡视反馈意见整改进展情况和下一步打算的报告以及其他有关事项说明",
        "示例市人民政府机关\n于今年完成整改",
        "示例市关于改进交通\n知识宣传的通知",
    ],
)
def test_trapezoids_diamonds_two_lines_and_automatic_lines_are_right(text: str) -> None:
    assert codes(SHAPE, titled(title(text))) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("中共示例市委员会关于省委\n巡视反馈意见\n整改进展情况的报告", "梯形或菱形"),
        ("中共示例市委员会关于省委巡视反馈意见整改进展情况\n的报告", "超出版心"),
        ("中共示例市委员会关于巡\n视整改情况的报告", "巡视"),
        ("关于开展2022年第1\n5轮巡视整改的报告", "15"),
        ("关于落实《\n整改方案》的报告", "《整"),
    ],
)
def test_hourglasses_long_lines_and_broken_words_are_errors(text: str, said: str) -> None:
    assert said in flaws(SHAPE, titled(title(text)))[0].message


def test_three_lines_of_one_length_are_only_a_warning() -> None:
    [found] = flaws(SHAPE, titled(title("中共示例市委员会\n关于巡视整改进展\n有关情况的报告书")))
    assert found.strength == "GEN"


def test_a_title_in_several_paragraphs_is_judged_as_one() -> None:
    lines = [title(line) for line in ("中共示例市委员会关于省委", "巡视反馈意见", "整改进展情况的报告")]
    assert codes(SHAPE, titled(*lines)) == ["7.3.1-title-shape"]


def test_issuers_of_a_joint_title_stand_in_lines_as_long_as_their_names() -> None:
    assert codes(SHAPE, official_with("中共示例市委员会\n示例市人民政府\n关于做好整改工作的通知")) == []


def official_with(text: str) -> Document:
    return document(*masthead(), blank(), blank(), title(text), blank(), body())
