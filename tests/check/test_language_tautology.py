"""N4: words that say the same of a number twice."""

import pytest

from reportgen.check.language.tautology import RULES
from tests.check.language_texts import found, repairs


@pytest.mark.parametrize(
    "text",
    [
        "参会人员超过50人以上。",
        "超过半数以上的群众满意。",
        "不少于3次以上。",
        "不超过10人以下。",
        "约50人左右参加。",
        "大约200万亩左右。",
        "近30家上下。",
        "大约约50人。",
        "近50多人参加。",
        "约150余个家庭受益。",
        "信访量减少了2倍。",
        "成本下降1.5倍。",
        "截至目前为止，已完成18个。",
        "截至到8月16日，已完成18个。",
        "截至8月16日为止，已完成18个。",
    ],
)
def test_a_tautology_is_a_warning_with_its_repair(text: str) -> None:
    (finding,) = found(RULES, text)
    assert (finding.code, finding.severity) == ("N4", "warning")
    assert finding.expected


@pytest.mark.parametrize(
    "text",
    [
        "参会人员50人以上，超过50人。",
        "约50人参加，50人左右到场。",
        "近30多年来，近两年多来，近几年。",
        "信访量减少20%，收入增加2倍。",
        "截至目前，已完成18个。截至8月16日，已完成18个。",
        "超过时限的，30日以上不处理的从重。",
        "不超过3个月，5万元以上10万元以下。",
        "公约50条左右，条约3项。",
        "最近50多人投诉，附近30余家商户。",
        "人均超过1万元，县级以上党委负责。",
        "撬动配套资金6000万元以上。",
        "压减到原来的三分之一。",
        "已有超过15万家规模以上工业企业，超过50个县级以上单位。",
        "可节约30%左右的成本，预约50人左右。",
        "至少有2名正式编制人员，副处级以上干部参加。",
    ],
)
def test_plain_wording_is_left_alone(text: str) -> None:
    assert [finding.message for finding in found(RULES, text)] == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("培训覆盖面近95%以上。", "近95%或95%以上"),
        ("每个乡镇至少开展3次以上督查。", "至少开展3次"),
        ("不超过5个工作日以内办结。", "不超过5个工作日"),
        ("大约近200名干部参加。", "只留一个"),
    ],
)
def test_words_about_a_number_that_do_not_go_together_are_a_warning(text: str, right: str) -> None:
    assert repairs(RULES, text) == [right]


@pytest.mark.parametrize(
    "text", ["附近300米以上的沟渠。", "近5年以上的旧案。", "不超过5个工作日办结。", "至少开展3次督查。"]
)
def test_one_word_about_a_number_is_enough(text: str) -> None:
    assert repairs(RULES, text) == []
