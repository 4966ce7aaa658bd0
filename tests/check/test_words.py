import re

import pytest

from reportgen.check.language.words import RULES, mistakes_in, word_list
from tests.check.building import body, document, findings, official


@pytest.mark.parametrize(
    ("text", "wrong", "right", "severity"),
    [
        ("会议研究布署整改工作。", "布署", "部署", "error"),
        ("反馈会后迫不急待地动员。", "迫不急待", "迫不及待", "error"),
        ("对28个问题逐项消号。", "消号", "销号", "error"),
        ("市委扛起整改主题责任。", "主题责任", "主体责任", "error"),
        ("给予诫免谈话5人。", "诫免", "诫勉", "error"),
        ("做到举一返三。", "举一返三", "举一反三", "error"),
        ("市纪检监查机关加强监督。", "纪检监查", "纪检监察", "error"),
        ("精准运用监督执纪“四种形式”。", "四种形式", "四种形态", "error"),
        ("有的项目己完成验收。", "己完成", "已完成", "error"),
        ("末按规定公开招标。", "末按规定", "未按规定", "error"),
        ("由付市长牵头，付主任配合。", "付主任", "副主任", "error"),
        ("以习近平新时代社会主义思想为指导。", "习近平新时代社会主义思想", "习近平新时代中国特色社会主义思想", "error"),
        ("截止2022年7月29日，已完成18个。", "截止", "截至", "warning"),
        ("截止目前，问题已全部整改。", "截止", "截至", "warning"),
        ("及时做出决定。", "做出", "作出", "warning"),
        ("其它事项一并整改。", "其它", "其他", "warning"),
        ("建立问题台帐。", "台帐", "台账", "warning"),
        ("整改涉及到12个部门。", "涉及到", "涉及", "warning"),
        ("认真听取群众反应情况。", "反应", "反映", "warning"),
        ("各单位必需严格落实。", "必需", "必须", "warning"),
        ("落实县委巡查组反馈意见。", "巡查", "巡察", "warning"),
        ("坚决做到“两个确立”。", "做到“两个确立”", "拥护“两个确立”", "warning"),
    ],
)
def test_a_common_mistake_is_told_with_the_right_word(text: str, wrong: str, right: str, severity: str) -> None:
    found = {one.measured: one for one in findings(RULES, official(body(text)))}
    assert (found[wrong].expected, found[wrong].severity) == (right, severity)


@pytest.mark.parametrize(
    "text",
    [
        "名单公布署名单位。",
        "取消号牌限制。",
        "按装机容量分档补助，按排放标准收费。",
        "双方各自已完成交接，依靠自己经营。",
        "年末按规定结账，期末及时清点。",
        "支付主任务款项，交付主任医师使用。",
        "发布暑期安全提示。",
        "完善基础研究竞争机制，解决择校问题。",
        "举措失当造成损失。",
        "根据该药不良反应情况调整用药。",
        "报名时间截止到2022年7月29日，逾期不受理。",
        "申报截止日期为7月29日。",
        "涉及到期债务的，依法处置。",
        "生活必需品供应充足，必须严格落实。",
        "阿根廷长期供货。",
        "做为民服务的表率。",
        "以往项目的的确存在短板。",
        "提升人民群众幸福感，把党建设得更加坚强有力。",
        "市委开展巡察，公安机关加强治安巡查。",
        "深刻领悟“两个确立”的决定性意义，坚决做到“两个维护”。",
        "增强“四个意识”、坚定“四个自信”。",
        "紧凑和谐的布局。",
        "要从严从实，做到举一反三、见底清零。",
        "搭建帐篷安置群众。",
        "通过份额转让退出。",
        "全市交通迅速恢复，普通迅捷。",
        "防犯罪于未然，预防犯罪。",
        "线路设备的巡视巡查，授予教授于某荣誉称号，由教授于吉红主持。",
    ],
)
def test_right_words_that_hold_a_wrong_form_are_left_alone(text: str) -> None:
    assert [(one.measured, one.place.text) for one in findings(RULES, official(body(text)))] == []


def test_old_usage_in_the_title_of_a_document_is_quoted_as_it_is() -> None:
    assert list(mistakes_in("根据《关于其它事项做出决定的办法》执行。")) == []


def test_a_misspelling_in_the_title_of_a_document_is_still_one() -> None:
    assert [mistake.right for _, mistake in mistakes_in("印发《关于布署整改工作的意见》。")] == ["部署"]


def test_a_mistake_made_often_is_told_once_with_its_number() -> None:
    found = findings(RULES, official(body("研究布署。"), body("再次布署，全面布署。")))
    assert len(found) == 1
    assert "共3处" in found[0].message


def test_a_mistake_in_a_table_or_a_heading_has_its_place() -> None:
    found = findings(RULES, document(body("无误。"), body("会议布署整改。")))
    assert (found[0].place.paragraph, found[0].place.text) == (2, "会议布署整改。")


def test_the_list_is_sound() -> None:
    entries = [mistake for group in word_list().values() for mistake in group]
    assert len(entries) > 500
    for entry in entries:
        assert entry.wrong != entry.right
        assert entry.strength in ("MUST", "GEN")
        re.compile(entry.only)
        re.compile(entry.unless)


def test_no_right_form_is_itself_a_mistake() -> None:
    rights = {mistake.right for group in word_list().values() for mistake in group}
    assert [right for right in sorted(rights) for _ in mistakes_in(right)] == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("建立建全长效机置。", {"健全", "机制"}),
        ("认真履行主体则任，实是求是。", {"主体责任", "实事求是"}),
        ("即要解决当前问题，又要防止反谈。", {"既要", "反弹"}),
        ("群众反应强烈的问题已解决。", {"反映"}),
        ("依规依纪严肃处理违记行为。", {"违纪"}),
        ("坚持从严冶党，一查到低。", {"从严治党", "查到底"}),
    ],
)
def test_words_that_sound_or_look_alike_are_told_apart(text: str, right: set[str]) -> None:
    assert {one.expected for one in findings(RULES, official(body(text)))} == right


@pytest.mark.parametrize(
    "text",
    [
        "深入调研就解决问题提出意见，问题数据体现了成效。",
        "中央部属高校参与共建，该工作部属于新设机构。",
        "在建全市重点项目56个，对于已通报的问题不再重复。",
        "紧急时报送快报，应急时报告情况，立即要求整改，又要落实。",
        "检查到低保户126户，员工做好本职工作。",
        "提出的意见建议中恳切指出不足，效果明显注重实效。",
    ],
)
def test_right_words_that_meet_are_no_mistakes(text: str) -> None:
    assert [one.measured for one in findings(RULES, official(body(text)))] == []
