"""Wording of the ledger that was not cleared, withheld issues, people, and numbers of papers."""

import pytest

from reportgen.check.disclosure import exposure
from tests.check.disclosed import (
    ISSUES,
    NOTICE,
    PROGRESS,
    PUBLIC,
    WITHHELD_TITLE,
    codes,
    errors,
    in_text,
    ledger,
    public,
)


@pytest.mark.parametrize(
    "field",
    [
        PROGRESS,
        ISSUES[0]["具体表现"],
        ISSUES[0]["原因分析"],
        ISSUES[0]["整改目标"],
        ISSUES[0]["整改措施"][0],
        ISSUES[0]["销号"]["复核意见"],
        ISSUES[0]["备注"],
    ],
)
def test_text_of_every_internal_field_is_an_error(field: str) -> None:
    assert errors(in_text(field, against=public())) == {"D-field"}


@pytest.mark.parametrize(
    "changed",
    [
        "个别乡镇边沟坑塘积存污水 雨后水体发黑有异味 周边群众多次反映",  # without punctuation
        "个别乡镇边沟、坑塘积存污水,雨后水体发黑有异味;周边群众多次反映",  # other punctuation
        "部分乡镇边沟坑塘长期积存污水，雨后水体发黑并有异味，周边群众反复反映",  # words inserted and replaced
        "检查发现，个别乡镇的边沟坑塘里积存污水，下雨后水体发黑有异味，附近群众多次反映",
        "个 别 乡 镇 边 沟 坑 塘 积 存 污 水 ， 雨 后 水 体 发 黑 有 异 味",
        "雨后水体发黑有异味，周边群众",  # a part of it
    ],
)
def test_small_changes_of_wording_do_not_hide_a_field(changed: str) -> None:
    assert codes(in_text(changed, against=public())) == {"D-field"}


@pytest.mark.parametrize(
    "harmless",
    [
        PUBLIC,
        PUBLIC.replace("转运", "外运"),
        "水污染防治力度不足，部分乡镇沟渠仍有黑臭水体",
        "各乡镇组织力量清理边沟和坑塘，群众反映的问题得到解决，雨天积水明显减少。",
        "周边群众多次反映",
        "市委坚持以习近平新时代中国特色社会主义思想为指导，增强“四个意识”、坚定“四个自信”、做到“两个维护”。",
    ],
)
def test_cleared_wording_and_other_words_for_the_same_matter_are_no_leak(harmless: str) -> None:
    assert codes(in_text(harmless, against=public())) == set()


def test_finding_names_issue_field_and_words() -> None:
    (finding,) = in_text(f"另据了解，{PROGRESS}", against=public())
    assert "问题1的“进展情况”" in finding.message
    assert finding.place.paragraph == 1
    assert "积存污水" in (finding.place.text or "")
    assert finding.measured == "连续40字相同"


def test_wording_of_many_issues_is_a_turn_of_phrase() -> None:
    phrase = "对上报完成的事项逐项现场核验"
    issues = [
        {**ISSUES[0], "序号": row, "进展情况": f"{phrase}第{row}批{'甲乙丙丁戊'[row - 1]}"} for row in range(1, 6)
    ]
    assert codes(in_text(phrase, against=public(*issues))) == set()
    assert codes(in_text(phrase, against=public(*issues[:2]))) == {"D-field"}


def test_same_words_in_public_wording_are_cleared() -> None:
    issue = {**ISSUES[0], "公开表述": f"{PUBLIC}{PROGRESS}"}
    assert codes(in_text(PROGRESS, against=public(issue))) == set()


def test_title_replaced_by_a_public_title_is_internal() -> None:
    issue = {**ISSUES[0], "公开表述": {"公开标题": "水污染防治有差距", "内容": PUBLIC}}
    assert codes(in_text(ISSUES[0]["标题"], against=public(issue))) == {"D-field"}


@pytest.mark.parametrize(
    "leak",
    [
        WITHHELD_TITLE,
        "移交问题线索办理偏慢、部分线索超过时限未办结",
        "关于“巡视移交问题线索办理节奏偏慢”问题。",
        ISSUES[1]["具体表现"],
        "个别线索在各承办部门之间流转时间偏长",
        ISSUES[1]["不公开"]["社会"],
    ],
)
def test_anything_of_a_withheld_issue_is_an_error(leak: str) -> None:
    assert errors(in_text(leak, against=public())) == {"D-withheld"}


@pytest.mark.parametrize("called", ["问题2另行办理。", "详见问题1-2。", "台账序号2暂不列入。", "２号问题另案处理。"])
def test_number_of_a_withheld_issue_is_asked_about(called: str) -> None:
    (finding,) = in_text(called, against=public())
    assert (finding.code, finding.severity) == ("D-withheld", "warning")


@pytest.mark.parametrize(
    "harmless",
    [
        "问题2个，措施20条。",
        "2.关于“其他”问题。",
        "发现问题2021年完成整改。",
        "问题21件",
        "共12号问题",
        "2022年1-2月份",
    ],
)
def test_other_numbers_are_not_the_withheld_issue(harmless: str) -> None:
    assert codes(in_text(harmless, against=public())) == set()


def test_issue_withheld_within_the_party_may_not_stand_in_its_documents() -> None:
    hidden = {**ISSUES[1], "不公开": {"党内": "正在审查调查。"}}
    within = exposure(ledger(ISSUES[0], hidden), "党内", "整改方案")
    assert errors(in_text(WITHHELD_TITLE, against=within)) == {"D-withheld"}
    assert codes(in_text(PROGRESS, "责任领导：市委常委、常务副市长", against=within)) == set()


def test_issue_kept_from_society_only_may_stand_in_the_partys_documents() -> None:
    assert codes(in_text(WITHHELD_TITLE, against=exposure(ledger(), "党内", "整改方案"))) == set()


@pytest.mark.parametrize(
    "leak",
    [
        "由市委常委、常务副市长牵头。",
        "由市委常委 常务副市长牵头",
        "市生态环境局局长负责。",
        "赵明远已到任。",
        "责任人：赵　明　远",
        "市委副书记、市长主持会议",
        "由高峰同志负责",
        "副组长：高峰",
    ],
)
def test_names_and_posts_of_the_lists_are_errors(leak: str) -> None:
    assert errors(in_text(leak, against=public())) == {"D-person"}


@pytest.mark.parametrize(
    "harmless",
    [
        "避开用水高峰时段。",
        "由分管副市长牵头成立专项小组。",
        "召开市委常委会会议。",
        "各县（市、区）委书记",
        "赵明，远道而来",
    ],
)
def test_posts_in_general_and_words_that_look_like_names_are_fine(harmless: str) -> None:
    assert codes(in_text(harmless, against=public())) == set()


def test_post_that_public_wording_names_is_cleared() -> None:
    issue = {**ISSUES[0], "公开表述": "市委常委、常务副市长带队督导，问题全部整改到位。"}
    assert codes(in_text("由市委常委、常务副市长牵头。", against=public(issue))) == set()


@pytest.mark.parametrize("leak", ["示办发〔2021〕42号", "示办发[2021]42号", "示委〔2021〕36号", "线索XS2021-0077"])
def test_numbers_of_internal_papers_and_clues_are_errors(leak: str) -> None:
    assert errors(in_text(f"印发《办法》（{leak}）。", against=public())) == {"D-number"}


def test_other_document_numbers_are_asked_about() -> None:
    assert [each.severity for each in in_text("按照国发〔2021〕4号要求。", against=public())] == ["warning"]
    assert [each.severity for each in in_text("按照国发〔2021〕4号要求。")] == ["info"]


def test_document_number_of_its_own_and_one_in_public_wording_are_fine() -> None:
    issue = {**ISSUES[0], "公开表述": "出台管护办法（示办发〔2021〕42号）。"}
    own = exposure(ledger(issue, 整改进展情况通报={"发文字号": "示委通〔2022〕8号"}), "社会", NOTICE)
    assert codes(in_text("示委通〔2022〕8号", "管护办法（示办发〔2021〕42号）已经印发。", against=own)) == set()


@pytest.mark.parametrize(
    "mark",
    [
        "秘密★1年",
        "机密★",
        "秘　密",
        "绝密",
        "（内部资料 注意保存）",
        "内部文件",
        "密级：秘密",
        "份号：000012",
        "此件不得外传",
        "机 密 ★ 5 年",
        "内部资料，注意保存",
    ],
)
def test_marks_of_secrecy_are_errors(mark: str) -> None:
    assert errors(in_text("标题", mark, "正文。")) == {"D-classification"}


def test_copy_number_at_the_head_is_an_error_and_six_digits_elsewhere_are_not() -> None:
    assert errors(in_text("000012", "标题")) == {"D-classification"}
    assert codes(in_text(*["正文。"] * 6, "061000")) == set()


@pytest.mark.parametrize(
    "harmless",
    ["加强内部资料管理，防止泄露国家秘密和商业秘密。", "保守党和国家机密", "评为★级单位", "完善内部文件流转制度"],
)
def test_secrecy_as_a_subject_is_no_mark(harmless: str) -> None:
    assert codes(in_text("标题", harmless)) == set()


def test_marks_of_secrecy_are_free_within_the_party() -> None:
    assert codes(in_text("000012", "秘密★1年", against=exposure(ledger(), "党内", "整改方案"))) == set()


def test_without_a_ledger_only_what_needs_none_is_found() -> None:
    assert codes(in_text(PROGRESS, WITHHELD_TITLE, "市生态环境局局长")) == set()
