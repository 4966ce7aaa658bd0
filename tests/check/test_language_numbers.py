"""N1 and N2: numerals and dates."""

import pytest

from reportgen.anatomy import Role
from reportgen.check.language import dates, numerals
from tests.check.building import paragraph
from tests.check.language_texts import found, repairs, severities


@pytest.mark.parametrize(
    "texts",
    [
        ("新建管网72.3公里。", "改造管网五十二公里。"),
        ("完成率为64%。", "满意率为百分之九十五。"),
        ("召开常委会会议5次、书记专题会议十七次，研究部署整改。",),
        ("资金超过9千亿元。",),
    ],
)
def test_like_numbers_written_unlike_are_a_warning(texts: tuple[str, ...]) -> None:
    (finding,) = found(numerals.RULES, *texts)
    assert (finding.code, finding.severity) == ("N1", "warning")


@pytest.mark.parametrize(
    "texts",
    [
        ("三四天、十余人、几十个、二十多项、近百家。", "共3天、10人。"),
        ("新建管网72.3公里。", "打造“三公里”就业圈，两三公里内可达。"),
        ("GDP达2万亿元。", "新增3个过三千亿元城市。"),
        ("完成率为64%。", "百分之百落实到位。"),
        ("8个专项整改组，三项机制，四个方面28个问题。",),
        ("召开会议5次，形成三项机制，印发文件2件。",),
        ("两个确立、四种形态、八项规定、十四五、第十九届、十三届全国人大、星期五、第一书记。",),
        ("重量五十千克。", "没有别的数字。"),
        ("九牛一毛，三令五申，百里挑一，一千零一夜。", "5公里"),
        ("3千米长跑，5千克大米，10千瓦。",),
    ],
)
def test_rough_numbers_idioms_and_set_phrases_are_left_alone(texts: tuple[str, ...]) -> None:
    assert found(numerals.RULES, *texts) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("截至26年8月，已完成18个。", "2026年8月"),
        ("自22年3月5日起施行。", "2022年3月5日"),
        ("’22年完成整改。", "2022年"),
        ("规划期为2021—25年。", "2021—2025年"),
        ("2022年08月16日印发。", "8月16日"),
        ("2022年8月06日印发。", "6日"),
        ("8月29号前完成整改。", "8月29日"),
        ("共整改２８个问题。", "28"),
        ("2022年八月印发。", "阿拉伯数字"),
        ("2022年2月30日印发。", "实际日期"),
        ("2022年13月完成。", "实际日期"),
        ("自二零二二年三月起施行。", "〇"),
    ],
)
def test_a_wrong_date_is_an_error(text: str, right: str) -> None:
    (finding,) = found(dates.RULES, text)
    assert (finding.code, finding.severity, finding.expected) == ("N2", "error", right)


def test_a_year_in_chinese_numerals_among_arabic_ones_is_found() -> None:
    texts = ("2021年9月1日开展巡视。", "2021年11月11日反馈意见。")
    assert severities(dates.RULES, *texts, "二〇二二年八月十六日前完成整改。") == ["error"]
    assert severities(dates.RULES, *texts, "二〇二二年继续推进。") == ["warning"]


def test_a_short_year_without_month_is_only_a_warning() -> None:
    assert severities(dates.RULES, "力争到26年底完成整改。") == ["warning"]


@pytest.mark.parametrize(
    "texts",
    [
        ("2022年8月16日印发，8月底前完成，10月1日施行。",),
        ("判处有期徒刑12年6个月，任期5年，近10年来，工龄25年。",),
        ("历时26年零3个月。", "距今30年。"),
        ("住示例路29号，8月29号楼竣工，第29号文件，29号令。",),
        ("2022-08-16，08:30，编号08。",),
        ("2021年，到二〇三五年基本实现社会主义现代化。", "2022年。", "2023年。"),
        ("2021年印发《二〇二二年工作要点》。", "2022年。", "2023年。"),
        ("农历八月十五，1917年十月革命，2022年第三季度。",),
        ("二〇二二年八月十六日印发。", "二〇二一年反馈。"),
        ("一二三年级，二十年，一百年。",),
        ("2024年2月29日，2023年12月31日。",),
        ("实施规划（2026—2030年）和“十四五”规划。",),
        ("20年代，90年代，上世纪80年代末。",),
        ("10年度工作，100年底蕴。",),
        ("上述资金共100万元。",),
    ],
)
def test_right_dates_and_spans_are_left_alone(texts: tuple[str, ...]) -> None:
    assert [finding.message for finding in found(dates.RULES, *texts)] == []


def test_the_date_of_issue_is_judged_elsewhere() -> None:
    date = paragraph(Role.DATE_OF_ISSUE, "二〇二二年八月十六日")
    assert repairs(dates.RULES, "2021年9月1日。", "2021年11月11日。", "2022年。", date, "二〇二二年八月十六日") == []


@pytest.mark.parametrize(
    ("text", "right"),
    [("选派5、6名骨干参加。", "五六"), ("组织学习10几次。", "十几"), ("涉及1、2人。", "一两")],
)
def test_rough_numbers_stand_in_chinese(text: str, right: str) -> None:
    assert repairs(numerals.RULES, text) == [right]


@pytest.mark.parametrize(
    "text", ["化解第2、3批信访积案。", "整修3、5、7号楼。", "见附表（表1、2）。", "选派五六名骨干。"]
)
def test_numbers_in_a_list_are_no_rough_numbers(text: str) -> None:
    assert found(numerals.RULES, text) == []


def test_exact_numbers_in_chinese_are_a_warning_where_the_document_counts_in_figures() -> None:
    counted = "召开会议5次，制定措施89条，完成19个。"
    assert severities(numerals.RULES, counted, "改造公路二百三十公里。") == ["warning"]
    assert severities(numerals.RULES, counted, "满意率为百分之九十五。") == ["warning"]
    assert found(numerals.RULES, counted, "改造岸线三百余公里，百分之六十以上的群众满意。") == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("21年全市信访总量下降。", "2021年"),
        ("21-22年度清理借款46笔。", "2021—2022年度"),
        ("11月31日反馈了意见。", "实际日期"),
        ("2月30日前完成。", "实际日期"),
    ],
)
def test_short_years_and_days_that_do_not_exist_are_told(text: str, right: str) -> None:
    assert repairs(dates.RULES, text) == [right]


@pytest.mark.parametrize(
    "text", ["21年来一直没有登记。", "20年全程跟踪。", "2月29日开工，11月30日完工。", "历时15年。"]
)
def test_spans_of_years_and_real_days_are_left_alone(text: str) -> None:
    assert found(dates.RULES, text) == []


def test_a_year_in_chinese_is_repaired_to_its_figures() -> None:
    texts = ("二〇二二年七月二十九日印发。", "2021年、2022年都已完成。", "2022年启动。")
    assert repairs(dates.RULES, *texts) == ["2022年7月29日"]
