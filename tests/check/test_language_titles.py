"""P9, P10 and P11: titles, headings, document numbers."""

import pytest

from reportgen.anatomy import Role
from reportgen.check.language import citations, headings, titles
from reportgen.standard import FONTS
from tests.check.building import SENTENCE, body, paragraph, run
from tests.check.language_texts import cell, found, heading, repairs, severities, title


@pytest.mark.parametrize("mark", ["。", "，", "：", "."])
def test_a_title_with_a_mark_at_its_end_is_an_error(mark: str) -> None:
    (finding,) = found(titles.RULES, title(f"关于巡视整改进展情况的报告{mark}"), SENTENCE)
    assert (finding.code, finding.severity, finding.measured) == ("P9", "error", mark)


def test_title_marks_around_a_plan_are_only_a_remark() -> None:
    assert severities(titles.RULES, title("关于印发《整改方案》的通知")) == ["info"]


@pytest.mark.parametrize(
    "text",
    [
        "关于巡视整改进展情况的报告",
        "关于印发《示例市信访工作办法》的通知",
        "关于学习贯彻《中国共产党巡视工作条例》的通知",
        "示例市“十四五”规划（2021—2025年）",
        "关于整改工作的通知（征求意见稿）",
    ],
)
def test_right_titles_are_left_alone(text: str) -> None:
    assert found(titles.RULES, title(text), SENTENCE) == []


def test_a_title_over_two_paragraphs_may_have_a_mark_between() -> None:
    assert found(titles.RULES, title("立足新阶段、"), title("展现新作为"), SENTENCE) == []


def test_one_heading_with_a_stop_among_others_without_is_an_error() -> None:
    texts = []
    for text in ("一、总体情况", "二、整改成效。", "三、工作打算"):
        texts += [heading(1, text), body()]
    (finding,) = found(headings.RULES, *texts)
    assert (finding.code, finding.severity, finding.place.paragraph) == ("P10", "error", 3)
    assert "改为“二、整改成效”" in finding.message


def _run_in(before: str, after: str) -> list[str | None]:
    return repairs(headings.RULES, body((run(before, FONTS.kai), run(after))))


def test_a_heading_in_its_own_face_runs_into_text_without_a_stop() -> None:
    assert _run_in("（一）提高认识，扛牢责任", SENTENCE) == ["任。"]
    assert _run_in("（一）提高认识，扛牢责任", "，" + SENTENCE) == ["任。"]


def test_a_run_in_heading_with_its_stop_is_right() -> None:
    assert _run_in("（一）提高认识，扛牢责任。", SENTENCE) == []
    assert _run_in("（一）提高认识，扛牢责任", "。" + SENTENCE) == []


@pytest.mark.parametrize(
    "texts",
    [
        ("一、总体情况", "二、整改成效", "三、工作打算"),
        ("一、总体情况。", "二、整改成效。", "三、工作打算。"),
        ("一、总体情况", "二、本办法自印发之日起施行。", "三、工作打算"),
        ("一、总体情况", "二、同意所请。", "三、工作打算"),
        ("一、为什么要整改？", "二、整改成效", "三、工作打算"),
    ],
)
def test_headings_that_agree_or_are_sentences_are_left_alone(texts: tuple[str, ...]) -> None:
    every = [one for text in texts for one in (heading(1, text), body())]
    assert found(headings.RULES, *every) == []


def test_one_third_level_heading_with_a_stop_is_a_warning() -> None:
    texts = [one for text in ("1.关于甲问题", "2.关于乙问题。", "3.关于丙问题") for one in (heading(3, text), body())]
    assert severities(headings.RULES, *texts) == ["warning"]


def test_the_items_of_an_article_are_no_headings() -> None:
    texts = [
        one for text in ("（一）甲类行李", "（二）乙类行李。", "（三）丙类行李") for one in (heading(2, text), body())
    ]
    assert found(headings.RULES, "第一条 本办法所称行李，是指下列物品：", *texts) == []


def test_items_of_a_list_may_end_with_stops() -> None:
    items = [heading(2, text) for text in ("（一）责任不实；", "（二）机制不全；", "（三）监督不力。")]
    plain = [one for text in ("（一）甲", "（二）乙", "（三）丙") for one in (heading(2, text), body())]
    assert found(headings.RULES, *plain, *items, body()) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("根据示办[2022]15号文件要求。", "〔2022〕15号"),
        ("根据示办【2022】15号文件要求。", "〔2022〕15号"),
        ("根据示办（2022）15号文件要求。", "〔2022〕15号"),
        ("根据示办(2022)15号文件要求。", "〔2022〕15号"),
        ("根据示办［2022］15号文件要求。", "〔2022〕15号"),
        ("根据示办〔2022〕第15号文件要求。", "〔2022〕15号"),
        ("根据示办〔2022〕015号文件要求。", "〔2022〕15号"),
        ("根据示办〔2022年〕15号文件要求。", "〔2022〕15号"),
        ("根据示办〔22〕15号文件要求。", "〔2022〕15号"),
    ],
)
def test_a_wrong_document_number_in_a_citation_is_an_error(text: str, right: str) -> None:
    (finding,) = found(citations.RULES, text)
    assert (finding.code, finding.severity, finding.expected) == ("P11", "error", right)


@pytest.mark.parametrize(
    "text", ["按照示办〔2022〕15号《关于做好整改的通知》执行。", "按照《关于做好整改的通知》示办〔2022〕15号执行。"]
)
def test_number_and_title_in_the_wrong_order_are_a_warning(text: str) -> None:
    assert severities(citations.RULES, text) == ["warning"]


@pytest.mark.parametrize(
    "text",
    [
        "按照《关于做好整改的通知》（示办〔2022〕15号）执行。",
        "根据《整改方案》和示办〔2022〕15号文件要求。",
        "（2022）冀09民初36号民事判决书。",
        "国务院令第588号，公告2022年第36号。",
        "方案（2022）共15项。",
        "文献［12］第3号样品，信箱（2022年）第349号。",
        "《甲办法》（示办〔2022〕1号）、《乙办法》（示办〔2022〕2号）。",
        "住示例路349号，第15号提案。",
        "发改〔2022〕3号、财〔2022〕4号等文件。",
    ],
)
def test_right_citations_are_left_alone(text: str) -> None:
    assert found(citations.RULES, text) == []


def test_the_documents_own_number_is_not_a_citation() -> None:
    assert found(citations.RULES, paragraph(Role.DOCUMENT_NUMBER, "示委[2022]15号")) == []
    assert found(citations.RULES, cell("《通知》示办〔2022〕15号")) == []


def test_a_heading_with_a_stop_over_headings_of_the_next_level_is_an_error_whatever_its_fellows_do() -> None:
    texts = (
        heading(1, "一、总体情况。"),
        heading(2, "（一）加强领导"),
        "市委召开会议，研究部署整改工作，推动问题解决。",
    )
    assert [finding.code for finding in found(headings.RULES, *texts)] == ["P10"]


def test_a_chapter_heading_with_a_comma_is_an_error() -> None:
    (finding,) = found(headings.RULES, body("二、下一步打算，"), heading(2, "（一）提高政治站位"), SENTENCE)
    assert (finding.code, finding.severity, finding.measured) == ("P10", "error", "，")


def test_the_verb_before_an_organ_code_is_no_part_of_the_number() -> None:
    assert repairs(citations.RULES, "落实市委示委发〔2021〕36号《关于印发方案的通知》要求。") == [
        "《关于印发方案的通知》（示委发〔2021〕36号）"
    ]
