"""Keys added to a record and taken away."""

import pytest

from tests.amending.changing import changed, in_issue, plain


def test_new_key_comes_behind_the_nearest_before_it() -> None:
    text = """\
问题清单:
  - 序号: 1
    标题: 甲
    # 以下由牵头单位填写

    整改时限: 2022-05-31  # 省委定
    整改措施:
      - 内容: 乙
        # - 内容: 暂不列入

    # 公开前送审
    公开表述: 丙

  # 下一条
  - 序号: 2
"""
    new = in_issue(text, (("完成日期",), "2022-05-01"), (("整改状态",), "已完成"), (("子问题",), [{"标题": "丁"}]))
    assert (
        new
        == """\
问题清单:
  - 序号: 1
    标题: 甲
    # 以下由牵头单位填写

    整改时限: 2022-05-31  # 省委定
    整改状态: 已完成
    完成日期: 2022-05-01
    整改措施:
      - 内容: 乙
        # - 内容: 暂不列入
    子问题:
      - 标题: 丁

    # 公开前送审
    公开表述: 丙

  # 下一条
  - 序号: 2
"""
    )


def test_new_key_before_all_others() -> None:
    assert in_issue("问题清单:\n  - 方面: 乙\n", (("序号",), "1")) == "问题清单:\n  - 序号: 1\n    方面: 乙\n"
    assert in_issue("问题清单:\n  -\n    # 一\n    方面: 乙\n", (("序号",), "1")) == (
        "问题清单:\n  -\n    # 一\n    序号: 1\n    方面: 乙\n"
    )
    assert in_issue("问题清单:\n  - 方面: 乙\n", (("序号",), "1\n2")) == (
        "问题清单:\n  - 序号: |-\n      1\n      2\n    方面: 乙\n"
    )


def test_key_that_the_order_does_not_know_comes_last() -> None:
    assert in_issue("问题清单:\n  - 序号: 1\n    备注: 乙\n", (("示例",), "丙")) == (
        "问题清单:\n  - 序号: 1\n    备注: 乙\n    示例: 丙\n"
    )


def test_new_key_behind_a_text_that_keeps_its_blank_lines() -> None:
    text = "问题清单:\n  - 标题: |+\n      甲\n\n\n    备注: 乙\n"
    assert in_issue(text, (("整改目标",), "丙")) == (
        "问题清单:\n  - 标题: |+\n      甲\n\n\n    整改目标: 丙\n    备注: 乙\n"
    )


def test_new_key_behind_a_text_with_lines_of_blanks() -> None:
    text = "问题清单:\n  - 标题: |-\n      甲\n        \n   \n\n    备注: 乙\n"
    assert in_issue(text, (("整改目标",), "丙")) == (
        "问题清单:\n  - 标题: |-\n      甲\n        \n    整改目标: 丙\n   \n\n    备注: 乙\n"
    )


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("问题清单:\n  - 序号: 1", "问题清单:\n  - 序号: 1\n    备注: 新\n"),
        ("问题清单:\n  - 标题: |\n      甲", "问题清单:\n  - 标题: |-\n      甲\n    备注: 新\n"),
        ("问题清单:\n  - 标题: >+2 # 一\n        甲", "问题清单:\n  - 标题: >2- # 一\n        甲\n    备注: 新\n"),
        ("问题清单:\n  - 标题: |-\n      甲", "问题清单:\n  - 标题: |-\n      甲\n    备注: 新\n"),
    ],
)
def test_new_key_behind_a_last_line_without_end(text: str, new: str) -> None:
    assert in_issue(text, (("备注",), "新")) == new


def test_record_that_was_not_there_comes_with_its_keys() -> None:
    text = "问题清单:\n- 序号: 1\n  公开表述: 甲\n  备注: 乙\n"
    steps = ((("销号", "复核日期"), "2022-04-01"), (("销号", "申请日期"), "2022-03-25"))
    assert in_issue(text, *steps) == (
        "问题清单:\n- 序号: 1\n  公开表述: 甲\n  销号:\n    申请日期: 2022-03-25\n    复核日期: 2022-04-01\n  备注: 乙\n"
    )


@pytest.mark.parametrize(
    ("text", "new"),
    [
        (
            "问题清单:\n    -   序号: 1\n        不公开:\n            党内: 乙\n",
            "问题清单:\n    -   序号: 1\n        不公开:\n            党内: 乙\n        销号:\n            申请日期: 2022-03-25\n",
        ),
        (
            "问题清单:\n - 序号: 1\n   不公开:\n    党内: 乙\n",
            "问题清单:\n - 序号: 1\n   不公开:\n    党内: 乙\n   销号:\n    申请日期: 2022-03-25\n",
        ),
    ],
)
def test_new_record_is_indented_as_others_are(text: str, new: str) -> None:
    assert in_issue(text, (("销号", "申请日期"), "2022-03-25")) == new


def test_record_with_nothing_in_it_yet() -> None:
    text = "问题清单:\n  - 序号: 1\n    销号:  # 尚未\n    不公开: {}\n    备注: 乙\n"
    new = in_issue(text, (("销号", "申请日期"), "2022-03-25"), (("不公开", "社会"), "涉密"))
    assert new == (
        "问题清单:\n  - 序号: 1\n    销号:  # 尚未\n      申请日期: 2022-03-25\n"
        "    不公开:\n      社会: 涉密\n    备注: 乙\n"
    )


def test_key_goes_with_all_its_lines() -> None:
    text = """\
问题清单:
  - 序号: 1  # 一
    # 二
    整改措施:
      - 内容: |
          甲

          乙
        完成日期: 2022-01-31
    # 三

    备注: 丙  # 四
    整改目标: 丁
"""
    assert in_issue(text, (("整改措施",), None), (("备注",), None)) == (
        "问题清单:\n  - 序号: 1  # 一\n    # 二\n    # 三\n\n    整改目标: 丁\n"
    )


def test_key_behind_the_dash_goes() -> None:
    assert in_issue("问题清单:\n  - 序号: 1\n    标题: 甲\n    备注: 乙\n", (("序号",), None), (("标题",), None)) == (
        "问题清单:\n  - 备注: 乙\n"
    )
    assert in_issue("问题清单:\n  - 序号: 1\n    # 一\n    备注: 乙\n", (("序号",), None)) == (
        "问题清单:\n  -\n    # 一\n    备注: 乙\n"
    )
    assert in_issue("问题清单:\n  - 标题: 1\n    # 一\n    备注: 乙\n", (("标题",), None), (("方面",), "丙\n丁")) == (
        "问题清单:\n  -\n    # 一\n    方面: |-\n      丙\n      丁\n    备注: 乙\n"
    )
    assert in_issue("问题清单:\n  - 标题: 1\n    备注: 乙\n", (("标题",), None), (("方面",), "丙")) == (
        "问题清单:\n  - 方面: 丙\n    备注: 乙\n"
    )


def test_key_without_value_goes() -> None:
    assert in_issue("问题清单:\n  - 序号: 1\n    备注:  # 无\n", (("备注",), None)) == "问题清单:\n  - 序号: 1\n"


def test_blank_lines_that_a_text_above_would_take_in_go_too() -> None:
    text = "问题清单:\n  - 标题: |+\n      甲\n\n    整改目标: 乙\n\n    原因分析: 丙\n\n    备注: 丁\n"
    assert in_issue(text, (("整改目标",), None), (("原因分析",), None)) == (
        "问题清单:\n  - 标题: |+\n      甲\n\n    备注: 丁\n"
    )


def test_comment_further_in_than_a_key_that_goes_moves_out() -> None:
    text = "问题清单:\n  - 标题: |\n      甲\n    整改目标: 乙\n\n        # 一\n        # 二\n    备注: 丁\n"
    assert in_issue(text, (("整改目标",), None)) == (
        "问题清单:\n  - 标题: |\n      甲\n\n    # 一\n        # 二\n    备注: 丁\n"
    )


def test_new_text_does_not_take_in_a_comment_behind_a_key_that_goes() -> None:
    text = "问题清单:\n  - 标题: 甲\n    整改目标: 乙\n        # 一\n    备注: 丁\n"
    assert in_issue(text, (("整改目标",), None), (("标题",), "一\n二"), (("具体表现",), "三\n四")) == (
        "问题清单:\n  - 标题: |-\n      一\n      二\n    具体表现: |-\n      三\n      四\n    # 一\n    备注: 丁\n"
    )


def test_last_key_takes_the_record_with_it() -> None:
    text = "问题清单:\n  - 序号: 1\n    销号:\n      申请日期: 2022-03-25\n      批准人:\n    备注: 乙\n"
    assert in_issue(text, (("销号", "申请日期"), None)) == "问题清单:\n  - 序号: 1\n    备注: 乙\n"
    assert in_issue(text, (("销号", "申请日期"), None), (("销号", "批准人"), "丙")) == (
        "问题清单:\n  - 序号: 1\n    销号:\n      批准人: 丙\n    备注: 乙\n"
    )


def test_all_keys_of_an_item_gone_or_replaced() -> None:
    text = "问题清单:\n  - 序号: 1\n    # 一\n    标题: 甲\n  - 序号: 2\n"
    assert in_issue(text, (("序号",), None), (("标题",), None)) == "问题清单:\n  - {}\n  # 一\n  - 序号: 2\n"
    assert in_issue(text, (("序号",), None), (("标题",), None), (("备注",), "乙")) == (
        "问题清单:\n  - 备注: 乙\n  # 一\n  - 序号: 2\n"
    )


def test_comment_inside_a_record_that_becomes_text() -> None:
    text = "问题清单:\n  - 整改措施:\n      - 内容: 甲\n        # 一\n        措施类型: 其他\n"
    assert in_issue(text, (("整改措施", 0), "甲\n乙")) == (
        "问题清单:\n  - 整改措施:\n      - |-\n        甲\n        乙\n      # 一\n"
    )


def test_removing_what_is_not_there_changes_nothing() -> None:
    text = "问题清单:\n  - 序号: 1\n    不公开:\n      党内: 乙\n"
    edits = ((("销号", "申请日期"), None), (("不公开", "社会"), None), (("整改措施", 0, "内容"), None))
    assert in_issue(text, *edits) == text


def test_keys_and_values_marked_as_such() -> None:
    text = "? 甲\n: - 乙\n  - 丙\n? 丁\n: 戊: 己\n"
    assert changed(text, (("甲", 0), None), (("甲", 2), "庚"), (("丁", "戊"), "辛")) == (
        "? 甲\n: - 丙\n  - 庚\n? 丁\n: 戊: 辛\n"
    )
    assert changed(text, (("甲",), "庚"), (("丁",), None)) == "? 甲\n: 庚\n"


def test_top_of_a_file() -> None:
    text = "# 一\n\n巡视: {名称: 甲}\n# 二\n"
    assert changed(text, (("问题清单",), ["乙"])) == "# 一\n\n问题清单:\n  - 乙\n巡视: {名称: 甲}\n# 二\n"
    assert changed(text, (("巡视",), None)) == "# 一\n\n# 二\n"
    assert changed("# 一", (("问题清单", 0, "序号"), "1")) == "# 一\n问题清单:\n  - 序号: 1\n"
    assert changed("", (("问题清单",), [])) == "问题清单: []\n"
    assert changed("---\n{}\n", (("问题清单",), "甲")) == "---\n问题清单: 甲\n"
    assert changed("问题清单: 甲\n...\n", (("巡视",), "乙")) == "问题清单: 甲\n巡视: 乙\n...\n"


def test_flow_record_keeps_its_form() -> None:
    text = "问题清单:\n  - {序号: 1, '标题' : \"甲\", 备注: , 整改目标: 丁 }  # 一\n"
    new = in_issue(text, (("标题",), "乙, 丙"), (("备注",), "戊"), (("方面",), "己"), (("原因分析",), "一\n二"))
    assert new == (
        '问题清单:\n  - {序号: 1, 方面: 己, \'标题\' : "乙, 丙", 原因分析: "一\\n二", 备注: 戊, 整改目标: 丁 }  # 一\n'
    )
    assert (
        in_issue(text, (("序号",), None), (("整改目标",), None)) == "问题清单:\n  - {'标题' : \"甲\", 备注:  }  # 一\n"
    )
    assert in_issue(text, (("销号", "申请日期"), "2022-03-25")) == (
        "问题清单:\n  - {序号: 1, '标题' : \"甲\", 备注: , 整改目标: 丁, 销号: {申请日期: 2022-03-25} }  # 一\n"
    )


def test_flow_record_over_several_lines() -> None:
    text = "问题清单: [{\n    序号: 1,  # 一\n    标题: 甲,\n    备注: 乙  # 二\n  }]\n"
    assert in_issue(text, (("标题",), "丙")) == text.replace("甲", "丙")
    assert in_issue(text, (("标题",), None)) == "问题清单: [{\n    序号: 1,  # 一\n    备注: 乙  # 二\n  }]\n"
    assert plain(in_issue(text, (("序号",), None))) == {"问题清单": [{"标题": "甲", "备注": "乙"}]}
    assert "# 一" in in_issue(text, (("序号",), None))
    assert "# 一" in in_issue(text, (("标题",), None), (("备注",), None))


def test_whole_record_changes_only_where_it_differs() -> None:
    text = "问题清单:\n  - 序号: 1\n    销号:  # 一\n      '申请日期': '2022-03-25'\n      # 二\n      批准人: 甲\n"
    new = in_issue(text, (("销号",), {"销号日期": "2022-04-01", "申请日期": "2022-03-25", "批准人": "乙"}))
    assert new == (
        "问题清单:\n  - 序号: 1\n    销号:  # 一\n      '申请日期': '2022-03-25'\n      # 二\n"
        "      批准人: 乙\n      销号日期: 2022-04-01\n"
    )


def test_edits_of_a_record_and_below_it_together() -> None:
    edits = ((("销号", "批准人"), "乙"), (("销号",), {"申请日期": "2022-03-25"}))
    assert in_issue("问题清单:\n  - 序号: 1\n", *edits) == (
        "问题清单:\n  - 序号: 1\n    销号:\n      申请日期: 2022-03-25\n      批准人: 乙\n"
    )
