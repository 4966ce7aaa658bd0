"""Items changed, added and taken away; lists in each of their forms."""

import pytest

from tests.amending.changing import changed, in_issue


def test_new_issue_comes_behind_the_last_as_others_do() -> None:
    text = "问题清单:\n\n- 序号: 1\n  标题: 甲\n\n# 二\n- 序号: 2\n  标题: 乙\n\n# 完\n"
    new = changed(text, (("问题清单", 2), {"标题": "丙", "序号": "3"}))
    assert new == text.replace("\n# 完\n", "\n- 序号: 3\n  标题: 丙\n\n# 完\n")


def test_several_new_items_and_keys_below_them() -> None:
    text = "问题清单:\n  - 序号: 1\n"
    edits = (
        (("问题清单", 2, "销号", "申请日期"), "2022-03-25"),
        (("问题清单", 1), {"序号": "2"}),
        (("问题清单", 2), {"序号": "3"}),
    )
    assert changed(text, *edits) == (
        "问题清单:\n  - 序号: 1\n  - 序号: 2\n  - 序号: 3\n    销号:\n      申请日期: 2022-03-25\n"
    )
    assert changed(text, (("问题清单", 1), {"序号": "2"}), (("问题清单", 1), {"序号": "3"})) == (
        "问题清单:\n  - 序号: 1\n  - 序号: 2\n  - 序号: 3\n"
    )


def test_items_added_and_taken_away_by_the_indexes_before() -> None:
    text = "问题清单:\n  - 序号: 1\n\n  - 序号: 2\n    备注: 乙\n\n  # 三\n  - 序号: 3\n"
    new = changed(
        text,
        (("问题清单", 3), {"序号": "4"}),
        (("问题清单", 2, "备注"), "丙"),
        (("问题清单", 1), None),
        (("问题清单", 0, "备注"), "甲"),
    )
    assert new == "问题清单:\n  - 序号: 1\n    备注: 甲\n\n\n  # 三\n  - 序号: 3\n    备注: 丙\n\n  - 序号: 4\n"


def test_every_item_gone() -> None:
    assert changed(
        "问题清单:  # 一\n  - 序号: 1\n  # 二\n  - 序号: 2\n", (("问题清单", 0), None), (("问题清单", 1), None)
    ) == ("问题清单: []  # 一\n# 二\n")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("整改措施:\n      - 甲\n", "整改措施:\n      - 甲\n      - 乙\n"),
        ("整改措施:\n    - 甲\n", "整改措施:\n    - 甲\n    - 乙\n"),
        ("整改措施: # 一\n        # 二\n        - 甲 # 三\n        # 四\n", "整改措施: # 一\n        # 二\n        - 甲 # 三\n        - 乙\n        # 四\n"),
        ("整改措施:\n    -\n      甲\n", "整改措施:\n    -\n      甲\n    - 乙\n"),
        ("整改措施: [甲]\n", "整改措施: [甲, 乙]\n"),
        ("整改措施: [\n      甲,  # 一\n    ]\n", "整改措施: [\n      甲, 乙,  # 一\n    ]\n"),
    ],
)  # fmt: skip
def test_item_added_in_the_form_of_the_list(old: str, new: str) -> None:
    text = "问题清单:\n  - 序号: 1\n    "
    assert in_issue(text + old, (("整改措施", 1), "乙")) == text + new


@pytest.mark.parametrize("old", ["整改措施: []", "整改措施:", "整改措施: ~", "整改措施: [ ]"])
def test_first_item(old: str) -> None:
    text = f"问题清单:\n  - 序号: 1\n    {old}  # 待补\n"
    assert in_issue(text, (("整改措施", 0), {"内容": "甲"})) == (
        "问题清单:\n  - 序号: 1\n    整改措施:  # 待补\n      - 内容: 甲\n"
    )
    flow = "  - 责任单位: [甲]\n"
    assert in_issue(text.replace("整改措施", "责任单位") + flow, (("责任单位", 0), "甲, 乙")) == (
        '问题清单:\n  - 序号: 1\n    责任单位: ["甲, 乙"]  # 待补\n' + flow
    )


def test_units_in_brackets_stay_in_brackets() -> None:
    text = "问题清单:\n  - 序号: 1\n    责任单位: [市财政局, '市审计局' ,市国资委]  # 一\n"
    assert in_issue(text, (("责任单位",), ["市财政局", "市审计局", "市 a: b", "[甲]"])) == (
        '问题清单:\n  - 序号: 1\n    责任单位: [市财政局, \'市审计局\' ,"市 a: b", "[甲]"]  # 一\n'
    )
    assert in_issue(text, (("责任单位",), ["市审计局"])) == "问题清单:\n  - 序号: 1\n    责任单位: ['市审计局']  # 一\n"
    assert in_issue(text, (("责任单位",), ["甲", "乙"])) == "问题清单:\n  - 序号: 1\n    责任单位: [甲, 乙]  # 一\n"
    assert in_issue(text, (("责任单位", 0), "责任单位：甲")) == text.replace("市财政局", "责任单位：甲")
    assert in_issue(text, (("责任单位", 0), "内容：甲")) == text.replace("市财政局", '"内容：甲"')


def test_new_list_of_units_looks_like_others_of_its_key() -> None:
    in_brackets = "问题清单:\n  - 序号: 1\n  - 序号: 2\n    责任单位: [甲]\n    佐证材料:\n    - 乙\n    子问题:\n    - 标题: 甲\n"
    assert in_issue(in_brackets, (("责任单位",), ["丙", "丁"]), (("佐证材料",), ["戊"]), (("配合单位",), ["己"])) == (
        "问题清单:\n  - 序号: 1\n    责任单位: [丙, 丁]\n    配合单位:\n    - 己\n    佐证材料:\n    - 戊\n"
        "  - 序号: 2\n    责任单位: [甲]\n    佐证材料:\n    - 乙\n    子问题:\n    - 标题: 甲\n"
    )


def test_list_over_several_lines() -> None:
    text = "问题清单:\n  - 责任单位: [\n      甲,  # 一\n      乙,\n      # 二\n      丙, # 三\n    ]\n"
    assert in_issue(text, (("责任单位", 1), "丁")) == text.replace("乙", "丁")
    assert in_issue(text, (("责任单位", 2), None), (("责任单位", 1), "丁")) == (
        "问题清单:\n  - 责任单位: [\n      甲,  # 一\n      丁,\n      # 二\n       # 三\n    ]\n"
    )


def test_whole_list_changes_only_where_it_differs() -> None:
    text = """\
问题清单:
  - 佐证材料:
      - '甲'  # 一
      # 二
      - |
        乙
      - 丙

      - 丁
"""
    new = in_issue(text, (("佐证材料",), ["零", "甲", "乙\n", "丁", "戊"]))
    assert (
        new
        == """\
问题清单:
  - 佐证材料:
      - 零

      - '甲'  # 一
      # 二
      - |
        乙

      - 丁

      - 戊
"""
    )


def test_measures_changed_one_by_one_in_a_whole_list() -> None:
    text = "问题清单:\n  - 整改措施:\n      - 内容: 甲  # 一\n        措施类型: 其他\n      - 乙\n"
    measures = [{"内容": "甲", "措施类型": "建章立制"}, "乙", "丙"]
    assert in_issue(text, (("整改措施",), measures)) == text.replace("其他", "建章立制") + "      - 丙\n"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("- 制定办法。\n", "- 内容: 制定办法。\n        完成日期: 2022-03-25\n"),
        ("- 制定办法。  # 一\n", "- 内容: 制定办法。  # 一\n        完成日期: 2022-03-25\n"),
        ("- 制定办法。 #一\n", '- 内容: "制定办法。" #一\n        完成日期: 2022-03-25\n'),
        ("- '制定\n        办法。' # 一\n", "- 内容: 制定 办法。 # 一\n        完成日期: 2022-03-25\n"),
        ("- |\n        制定\n        办法。\n", "- 内容: |\n          制定\n          办法。\n        完成日期: 2022-03-25\n"),
        ("-   制定办法。\n", "-   内容: 制定办法。\n          完成日期: 2022-03-25\n"),
        ("-\n        制定办法。\n", "-\n        内容: 制定办法。\n        完成日期: 2022-03-25\n"),
    ],
)  # fmt: skip
def test_measure_written_as_bare_text_becomes_a_record(old: str, new: str) -> None:
    text, behind = "问题清单:\n  - 整改措施:\n      ", "      - 乙\n"
    assert in_issue(text + old + behind, (("整改措施", 0, "完成日期"), "2022-03-25")) == text + new + behind


def test_measure_in_brackets_becomes_a_record() -> None:
    assert in_issue("问题清单:\n  - 整改措施: [制定办法。, 乙]\n", (("整改措施", 0, "完成日期"), "2022-03-25")) == (
        "问题清单:\n  - 整改措施: [{内容: 制定办法。, 完成日期: 2022-03-25}, 乙]\n"
    )


def test_single_unit_becomes_a_list() -> None:
    assert in_issue("问题清单:\n  - 责任单位: 甲  # 一\n", (("责任单位", 1), "乙")) == (
        "问题清单:\n  - 责任单位:  # 一\n      - 甲\n      - 乙\n"
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("公开表述: 甲  # 一\n", "公开表述:  # 一\n      公开标题: 题\n      内容: 甲\n"),
        ("公开表述: |-\n      甲\n      乙\n", "公开表述:\n      公开标题: 题\n      内容: |-\n        甲\n        乙\n"),
        ("公开表述: >-  # 一\n      甲\n      乙\n", "公开表述:  # 一\n      公开标题: 题\n      内容: 甲 乙\n"),
        (
            "公开表述:  # 一\n      - 甲  \n      # 二\n      - 乙\n",
            "公开表述:  # 一\n      公开标题: 题\n      分述:\n        - 甲\n        - 乙\n    # 二\n",
        ),
        ("公开表述: [甲, 乙]\n", "公开表述:\n      公开标题: 题\n      分述:\n        - 甲\n        - 乙\n"),
        ("公开表述: {内容: 甲}\n", "公开表述: {公开标题: 题, 内容: 甲}\n"),
        ("公开表述:\n      甲\n", "公开表述:\n      公开标题: 题\n      内容: 甲\n"),
        ("公开表述:\n      甲  # 一\n", "公开表述:\n        # 一\n      公开标题: 题\n      内容: 甲\n"),
    ],
)  # fmt: skip
def test_public_wording_in_a_shorter_form_becomes_a_record(old: str, new: str) -> None:
    text = "问题清单:\n  - 序号: 1\n    "
    assert in_issue(text + old, (("公开表述", "公开标题"), "题")) == text + new


@pytest.mark.parametrize(
    ("old", "value", "new"),
    [
        ("公开表述: 甲  # 一\n", ["乙", "丙\n丁"], "公开表述:  # 一\n      - 乙\n      - |-\n        丙\n        丁\n"),
        ("公开表述: # 一\n      # 二\n      - 甲 # 三\n      # 四\n", "乙", "公开表述: 乙 # 一\n      # 二\n      # 四\n"),
        ("公开表述: #一\n      - 甲\n      # 二\n      - 丙\n", "乙", '公开表述: "乙" #一\n    # 二\n'),
        ("公开表述: #一\n      - 甲\n", "乙\n丙", "公开表述: |- #一\n      乙\n      丙\n"),
        ("公开表述:\n      - 甲\n      # 二\n      - 乙\n", {"内容": "丙"}, "公开表述:\n      内容: 丙\n    # 二\n"),
        ("公开表述:\n      内容: 丙\n", ["甲"], "公开表述:\n      - 甲\n"),
    ],
)  # fmt: skip
def test_another_kind_of_value(old: str, value: object, new: str) -> None:
    text = "问题清单:\n  - 序号: 1\n    "
    assert in_issue(text + old, (("公开表述",), value)) == text + new


def test_list_in_a_list() -> None:
    text = "表:\n  - - 甲\n    - 乙\n  - - 丙\n"
    edits = ((("表", 0, 0), None), (("表", 0, 2), "丁"), (("表", 1, 0), "戊"), (("表", 2), ["己", "庚"]))
    assert changed(text, *edits) == "表:\n  - - 乙\n    - 丁\n  - - 戊\n  - - 己\n    - 庚\n"
    assert changed(text, (("表", 0), ["零", "甲", "乙"])) == "表:\n  - - 零\n    - 甲\n    - 乙\n  - - 丙\n"
