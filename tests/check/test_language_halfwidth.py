"""P1: full-width marks in Chinese text."""

import pytest

from reportgen.check.language.halfwidth import RULES
from tests.check.language_texts import found, repairs


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("市委高度重视,迅速部署整改。", "，"),
        ("现将有关情况报告如下:", "："),
        ("完成整改28个;其余正在推进。", "；"),
        ("整改是否到位?群众是否满意？", "？"),
        ("坚决打赢这场硬仗!", "！"),
        ("各县(市、区)党委要认真落实。", "（）"),
        ("整改任务全部完成.下一步继续巩固。", "。"),
        ("整改任务全部完成.", "。"),
        ("《条例》,《准则》等法规。", "，"),
        ("共完成18个,其中提前完成3个。", "，"),
        ("使用Word,然后打印。", "，"),
        ("增长5%,高于全省平均水平。", "，"),
        ("联系方式(电话)已公布。", "（）"),
    ],
)
def test_a_half_width_mark_in_chinese_text_is_an_error(text: str, right: str) -> None:
    (finding,) = found(RULES, text)
    assert (finding.code, finding.severity, finding.expected) == ("P1", "error", right)
    assert "改为" in finding.message


def test_the_finding_names_paragraph_and_text_around_the_mark() -> None:
    (finding,) = found(RULES, "第一段没有问题。", "市委高度重视,迅速部署整改。")
    assert finding.place.paragraph == 2
    assert "高度重视,迅速" in (finding.place.text or "")


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ('坚持"四个意识"，做到知行合一。', "“四个意识”"),
        ("关于“统筹力量'啃硬骨头'不够”问题。", "‘啃硬骨头’"),
        ('坚持“四个意识"，做到知行合一。', "”"),
    ],
)
def test_straight_quotation_marks_around_chinese_are_an_error(text: str, right: str) -> None:
    assert repairs(RULES, text) == [right]


def test_several_marks_in_one_paragraph_are_one_finding_with_their_number() -> None:
    (finding,) = found(RULES, "市委高度重视,迅速部署,狠抓落实(责任到人)。")
    assert "本段共 4 处" in finding.message


def test_a_whole_document_in_half_width_marks_does_not_flood_the_report() -> None:
    findings = found(RULES, *["市委高度重视,迅速部署整改。"] * 100)
    assert len(findings) == 20
    assert "后文同类问题还有 80 处" in findings[-1].message


@pytest.mark.parametrize(
    "text",
    [
        "网址为https://www.example.gov.cn/a,b?id=1;c=2:3，请查阅。",
        "邮箱zhenggaiban@example.gov.cn，电话0000-1234567。",
        "比重为3.5%，时间为8:30，比例为1:2，总额为1,000万元。",
        "会议于8:30—11:30召开，比分3:0。",
        "执行GB/T 9704-2012和GB/T 15834-2011的规定。",
        "见附件整改台账(定稿).xlsx和关于整改的报告(1).docx两个文件。",
        "全社会R&D经费投入强度为2.5%。",
        "公式f(x)和变量a(i)按原样保留。",
        "The report (in Chinese) is ready, isn't it? Yes: it is.",
        "引用原文“Yes, we can!”一句。",
        "世界卫生组织（World Health Organization, WHO）发布报告。",
        "构建“1+N”政治监督体系，建设“4+5+3”现代产业体系。",
        "各县（市、区）党委：请认真落实！是否到位？",
        "文件放在D:\\整改,材料\\目录下。",
        "代码为`print(文本, 数值)`，照录。",
        "1.关于整改情况",
        "版本为V2.0.1，型号为A-3:5。",
        "12岁以下占5.5个百分点。",
    ],
)
def test_marks_of_numbers_addresses_and_foreign_text_are_left_alone(text: str) -> None:
    assert found(RULES, text) == []
