"""P7 and N3: ranges."""

import pytest

from reportgen.check.language.ranges import RULES
from tests.check.language_texts import found


def of_code(code: str, text: str) -> list[tuple[str, str | None]]:
    return [(finding.severity, finding.expected) for finding in found(RULES, text) if finding.code == code]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("实施规划（2026-2030年）。", "2026—2030年"),
        ("实施规划（2026年-2030年）。", "2026年—2030年"),
        ("实施规划（2026~2030年）。", "2026—2030年"),
        ("实施规划（2026－2030年）。", "2026—2030年"),
        ("实施规划（2026–2030年）。", "2026—2030年"),
        ("实施规划（2026——2030年）。", "2026—2030年"),
        ("9月1日-9月30日开展巡视。", "9月1日—9月30日"),
        ("1-3月完成任务。", "1—3月"),
        ("公示期为15-30天。", "15～30"),
        ("公示期为15-30个工作日。", "15～30"),
        ("增长4.5%-5%。", "4.5%～5"),
        ("每批3--5人。", "3～5"),
    ],
)
def test_a_hyphen_in_a_range_is_an_error(text: str, right: str) -> None:
    assert of_code("P7", text) == [("error", right)]


@pytest.mark.parametrize(
    ("text", "right"), [("实施规划（2026～2030年）。", "2026—2030年"), ("公示期为15~30天。", "15～30")]
)
def test_another_long_connector_is_a_warning(text: str, right: str) -> None:
    assert of_code("P7", text) == [("warning", right)]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("增长10～15%。", "10%～15%"),
        ("增长4.5—5%。", "4.5%～5%"),
        ("资金5～8万元。", "5万～8万"),
        ("资金1.5-2亿元。", "1.5亿～2亿"),
        ("增长约.5个百分点。", "0.5"),
    ],
)
def test_a_sign_left_out_in_a_range_is_an_error(text: str, right: str) -> None:
    assert of_code("N3", text) == [("error", right)]


@pytest.mark.parametrize(
    "text",
    [
        "实施规划（2026—2030年）。",
        "9月1日至9月30日开展巡视，3日至5日反馈。",
        "9月1日—30日开展巡视。",
        "公示期为15～30天，或15—30天。",
        "增长10%～15%，资金5万～8万元。",
        "电话0000-1234567，手机000-1234-5678。",
        "执行GB/T 9704-2012、GB/T 15834-2011。",
        "日期2022-08-16，编号2022-015，时间2022-08-16 10:30。",
        "证书编号A-3-15号，型号X-5-8级。",
        "住3-2单元501室，5-1号楼。",
        "https://www.example.cn/2021-2022年/1-3月.html。",
        "比分18-1人告负。",
        "北京—上海高铁，京津冀—长三角合作。",
        "构建“1+N”体系，“4+5+3”产业。",
        "2021年9月1日至9月30日。",
        "三至五天内，2至3个月，五六个人。",
        "自2020-2021学期号起。",
        "ISO 9001-2015认证，PM2.5浓度35微克。",
        "利率维持在0—0.1%。",
        "1.5公里，3.25%，0.5个百分点，版本2.0.5。",
        "附件1-3项目表见后文。",
    ],
)
def test_right_ranges_numbers_and_codes_are_left_alone(text: str) -> None:
    assert [finding.message for finding in found(RULES, text)] == []


@pytest.mark.parametrize(
    ("text", "severity", "right"),
    [
        ("2021年11月-2022年5月为集中整改期。", "error", "2021年11月—2022年5月"),
        ("2021年11月10日~2022年5月9日为集中整改期。", "error", "2021年11月10日—2022年5月9日"),
        ("接待时间为9:00-11:30。", "warning", "9:00—11:30"),
        ("周一-周五接待来访。", "warning", "周一—周五"),
        ("15-20日内报送情况。", "error", "15～20日"),
        ("完成率为90-95%。", "error", "90%～95"),
    ],
)
def test_months_hours_and_days_of_the_week_have_a_dash(text: str, severity: str, right: str) -> None:
    assert (severity, right) in of_code("P7", text)


@pytest.mark.parametrize("text", ["2021年11月—2022年5月为集中整改期。", "8：30—12：00办公。", "周一至周五接待来访。"])
def test_right_spans_of_time_are_left_alone(text: str) -> None:
    assert found(RULES, text) == []
