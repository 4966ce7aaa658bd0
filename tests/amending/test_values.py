"""One value changed: its line changes, and every other byte stays."""

import pytest

from tests.amending.changing import changed, in_issue, plain

STATUS = ("问题清单", 0, "整改状态")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # quotes go where they are not needed
        ("    整改状态: 正在整改\n", "    整改状态: 已完成\n"),
        ("    整改状态: '正在整改'\n", "    整改状态: 已完成\n"),
        ('    整改状态: "正在整改"\n', "    整改状态: 已完成\n"),
        ('    "整改状态": 正在整改\n', '    "整改状态": 已完成\n'),
        ("    整改状态:    正在整改\n", "    整改状态:    已完成\n"),
        ("    整改状态 : 正在整改\n", "    整改状态 : 已完成\n"),
        # comments stay
        ("    整改状态: 正在整改  # 待核\n", "    整改状态: 已完成  # 待核\n"),
        ("    整改状态: '正在整改'  # 待核\n", "    整改状态: 已完成  # 待核\n"),
        ("    整改状态:  # 待核\n      正在整改\n", "    整改状态:  # 待核\n      已完成\n"),
        # nothing, or as good as nothing
        ("    整改状态:\n", "    整改状态: 已完成\n"),
        ("    整改状态:   \n", "    整改状态: 已完成\n"),
        ("    整改状态: ~\n", "    整改状态: 已完成\n"),
        ("    整改状态: # 待核\n", "    整改状态: 已完成 # 待核\n"),
        ("    整改状态: ''\n", "    整改状态: 已完成\n"),
        # text over several lines
        ("    整改状态: 正在\n      整改  # 待核\n", "    整改状态: 已完成  # 待核\n"),
        ("    整改状态: '正在\n\n      整改'\n", "    整改状态: 已完成\n"),
        ('    整改状态: "正在\\\n      整改" # 待核\n', "    整改状态: 已完成 # 待核\n"),
        ("    整改状态: |\n      正在\n\n      整改\n", "    整改状态: 已完成\n"),
        ("    整改状态: >-  # 待核\n      正在\n      整改\n", "    整改状态: 已完成  # 待核\n"),
        ("    整改状态: |2-\n        正在\n      整改\n", "    整改状态: 已完成\n"),
        ("    整改状态:\n      |-\n      正在\n", "    整改状态:\n      已完成\n"),
        ("    整改状态: ! 正在整改\n", "    整改状态: 已完成\n"),
        ("    ? 整改状态\n    : 正在整改\n", "    ? 整改状态\n    : 已完成\n"),
    ],
)
def test_one_value(old: str, new: str) -> None:
    before, behind = "# 台账\n\n问题清单:\n  - 序号: '1' # 一\n    标题:  甲 \n", "\n    # 以下待补\n    备注:   \n"
    assert changed(before + old + behind, (STATUS, "已完成")) == before + new + behind


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("2022-05-31", "2022-05-31"),
        ("002", "002"),
        ("no", "no"),
        ("3.10", "3.10"),
        ("1:2", "1:2"),
        ("12:30:00", "12:30:00"),
        ("是", "是"),
        ("-5%", "-5%"),
        ("张三、李四；王五（牵头）", "张三、李四；王五（牵头）"),
        ("建立“一张网”——《办法》", "建立“一张网”——《办法》"),
        ("说“标题：甲”", "说“标题：甲”"),
        ("责任单位：甲", "责任单位：甲"),
        ("http://example.org/a#b", "http://example.org/a#b"),
        ("a, b [c] {d}", "a, b [c] {d}"),
        ("", '""'),
        ("~", '"~"'),
        ("null", '"null"'),
        ("- 甲", '"- 甲"'),
        ("-", '"-"'),
        ("甲: 乙", '"甲: 乙"'),
        ("甲:", '"甲:"'),
        ("示例小区 #3楼", '"示例小区 #3楼"'),
        ("示例小区\u3000#3楼", '"示例小区\u3000#3楼"'),
        ("#3楼", '"#3楼"'),
        ("{{ 事实.问题总数 }}个", '"{{ 事实.问题总数 }}个"'),
        ("[甲]", '"[甲]"'),
        ("@甲", '"@甲"'),
        ("%甲", '"%甲"'),
        ("&甲", '"&甲"'),
        ("!甲", '"!甲"'),
        ("'甲'", "\"'甲'\""),
        ('"甲"', "'\"甲\"'"),
        ("他说: \"甲\" 'b'", "'他说: \"甲\" ''b'''"),
        ('"甲" #3楼', '"\\"甲\\" #3楼"'),
        ("路径: C:\\甲", "'路径: C:\\甲'"),
        (" 甲", '" 甲"'),
        ("甲 ", '"甲 "'),
        ("𠮷野家 😀", "𠮷野家 😀"),
        ("甲\ufeff乙", '"甲\\uFEFF乙"'),
        ("甲" * 3000, "甲" * 3000),
        ("甲 " * 300 + "乙: 丙", '"' + "甲 " * 300 + '乙: 丙"'),
    ],
)
def test_text_is_plain_where_the_reader_reads_it_back(value: str, written: str) -> None:
    text = "问题清单:\n  - 序号: 1\n    备注: 旧\n    整改目标: 丙\n"
    new = in_issue(text, (("备注",), value))
    assert new == f"问题清单:\n  - 序号: 1\n    备注: {written}\n    整改目标: 丙\n"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("    备注: 旧\n", "    备注: |-\n      一\n\n        二: 2\n"),
        ("    备注: 旧  # 待核\n", "    备注: |-  # 待核\n      一\n\n        二: 2\n"),
        ("    备注:\n", "    备注: |-\n      一\n\n        二: 2\n"),
        ("    备注: |  # 待核\n        旧\n        文\n", "    备注: |-  # 待核\n        一\n\n          二: 2\n"),
        ("    备注: >\n      旧\n\n\n", "    备注: |-\n      一\n\n        二: 2\n\n\n"),
        ("    备注: '旧\n      文'\n", "    备注: |-\n      一\n\n        二: 2\n"),
        ("    备注: [旧, 文]\n", "    备注: |-\n      一\n\n        二: 2\n"),
        ("    备注:\n      - 旧\n", "    备注: |-\n      一\n\n        二: 2\n"),
        # a comment that is further in would become part of the text
        ("    备注: 旧\n        # 待核\n", "    备注: |-\n         一\n\n           二: 2\n        # 待核\n"),
        (
            "    备注:\n         # 待核\n      - 旧\n",
            "    备注: |-\n          一\n\n            二: 2\n         # 待核\n",
        ),
    ],
)
def test_several_lines_of_text_come_below_their_key(old: str, new: str) -> None:
    before, behind = "问题清单:\n  - 序号: 1\n", "    整改目标: 丙\n"
    assert in_issue(before + old + behind, (("备注",), "一\n\n  二: 2")) == before + new + behind


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("一\n二\n", "|\n      一\n      二\n"),
        ("一\n\n", '"一\\n\\n"\n'),
        ("一\n", '"一\\n"\n'),
        ("\n一", '"\\n一"\n'),
        (" 一\n二", '" 一\\n二"\n'),
        ("\n", '"\\n"\n'),
        ("一\n ", '"一\\n "\n'),
        ("标题：甲\n方面：乙", "|-\n      标题：甲\n      方面：乙\n"),
        ("# 一\n- 二", "|-\n      # 一\n      - 二\n"),
        # the reader would take this for a comment that was not meant
        ("见说明: 附件 #3\n二", '"见说明: 附件 #3\\n二"\n'),
        ("一\n\u2029".replace("\u2029", "\ufeff二"), '"一\\n\\uFEFF二"\n'),
    ],
)
def test_text_that_cannot_stand_below_its_key_is_quoted(value: str, written: str) -> None:
    text = "问题清单:\n  - 序号: 1\n    备注: 旧\n"
    assert in_issue(text, (("备注",), value)) == f"问题清单:\n  - 序号: 1\n    备注: {written}"


def test_last_value_of_a_file_without_a_last_line_end() -> None:
    assert in_issue("问题清单:\n  - 备注: 旧", (("备注",), "新")) == "问题清单:\n  - 备注: 新"
    assert in_issue("问题清单:\n  - 备注: 旧", (("备注",), "一\n二")) == "问题清单:\n  - 备注: |-\n      一\n      二\n"
    assert in_issue("问题清单:\n  - 备注: |\n      旧", (("备注",), "新")) == "问题清单:\n  - 备注: 新\n"


def test_windows_line_ends_and_bom_stay() -> None:
    text = "\ufeff# 台账\r\n问题清单:\r\n  - 序号: 1\r\n    备注: 旧\r\n    整改目标: 丙\r\n"
    new = in_issue(text, (("备注",), "一\n二"), (("标题",), "甲"))
    assert new == (
        "\ufeff# 台账\r\n问题清单:\r\n  - 序号: 1\r\n    标题: 甲\r\n"
        "    备注: |-\r\n      一\r\n      二\r\n    整改目标: 丙\r\n"
    )


def test_mixed_line_ends_stay_as_they_are() -> None:
    text = "问题清单:\r\n  - 序号: 1\n    备注: 旧\r\n    整改目标: 丙\r\n    原因分析: 丁"
    new = in_issue(text, (("备注",), "新"), (("标题",), "甲"))
    assert new == "问题清单:\r\n  - 序号: 1\n    标题: 甲\r\n    备注: 新\r\n    整改目标: 丙\r\n    原因分析: 丁"


def test_no_edit_and_no_change_leave_the_text_as_it_is() -> None:
    text = '\ufeff问题清单: \r\n - "序号":   "1"\n   标题:   甲  \r\n'
    assert changed(text) == text
    assert in_issue(text, (("序号",), "1"), (("标题",), "甲"), (("备注",), None)) == text


def test_value_that_comes_to_stand_before_a_doubtful_comment_is_quoted() -> None:
    # “备注: 新  #待补” would be pointed out as text that is lost; “标题: 示例小区 #3楼” already is.
    text = "问题清单:\n  - 标题: 示例小区 #3楼\n    备注:  #待补\n"
    new = in_issue(text, (("备注",), "新"), (("标题",), "另一小区"))
    assert new == '问题清单:\n  - 标题: 另一小区 #3楼\n    备注: "新"  #待补\n'


def test_status_that_prints_as_text_is_text() -> None:
    from reportgen.model import Status

    new = changed("问题清单:\n- 序号: 1\n", (STATUS, Status.DONE))
    assert plain(new) == {"问题清单": [{"序号": "1", "整改状态": "已完成"}]}
