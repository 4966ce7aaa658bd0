"""Records added to a list of records, each on a line of its own."""

import pytest

from reportgen.amending import appended_lines
from tests.amending.changing import plain

ENTRY = {"日期": "2022-03-25", "问题序号": "2", "原状态": "已完成", "新状态": "申请", "事由": "制度, 已印发"}
LINE = '{日期: 2022-03-25, 问题序号: 2, 原状态: 已完成, 新状态: 申请, 事由: "制度, 已印发"}'


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("状态记录:\n  - {日期: 2022-01-01}\n", "状态记录:\n  - {日期: 2022-01-01}\n  - LINE\n"),
        ("状态记录:\n- {日期: 2022-01-01}  # 一\n\n# 二\n", "状态记录:\n- {日期: 2022-01-01}  # 一\n- LINE\n\n# 二\n"),
        (
            "状态记录:\n    -   日期: 2022-01-01\n        事由: |\n            甲\n\n",
            "状态记录:\n    -   日期: 2022-01-01\n        事由: |\n            甲\n    -   LINE\n\n",
        ),
        ("状态记录:\n  - {日期: 2022-01-01}", "状态记录:\n  - {日期: 2022-01-01}\n  - LINE\n"),
        ("状态记录:\r\n- {日期: 2022-01-01}\r\n", "状态记录:\r\n- {日期: 2022-01-01}\r\n- LINE\r\n"),
        ("# 一\n状态记录: []  # 二\n# 三\n", "# 一\n状态记录:  # 二\n  - LINE\n# 三\n"),
        ("状态记录: [ ]", "状态记录:\n  - LINE\n"),
        ("状态记录:\n", "状态记录:\n  - LINE\n"),
        ("状态记录:", "状态记录:\n  - LINE\n"),
        ("# 一\n\n# 二\n", "# 一\n\n# 二\n状态记录:\n  - LINE\n"),
        ("# 一", "# 一\n状态记录:\n  - LINE\n"),
        ("\ufeff# 一\r\n", "\ufeff# 一\r\n状态记录:\r\n  - LINE\r\n"),
        ("", "状态记录:\n  - LINE\n"),
        ("甲: 乙\n", "甲: 乙\n状态记录:\n  - LINE\n"),
        ("状态记录: [{日期: 2022-01-01}]\n", "状态记录: [{日期: 2022-01-01}, LINE]\n"),
    ],
)
def test_record_is_added_as_one_line(old: str, new: str) -> None:
    assert appended_lines(old, "状态记录", [ENTRY]) == new.replace("LINE", LINE)


def test_several_records_with_records_inside() -> None:
    entry = {"日期": "2022-03-25", "佐证材料": [{"文件": "甲 #1.pdf", "sha256": "0f" * 32}], "事由": "一\n二：{三}"}
    new = appended_lines("状态记录: []\n", "状态记录", [entry, {"日期": "null"}])
    files = '[{文件: "甲 #1.pdf", sha256: ' + "0f" * 32 + "}]"
    assert new == (
        f'状态记录:\n  - {{日期: 2022-03-25, 佐证材料: {files}, 事由: "一\\n二：{{三}}"}}\n  - {{日期: "null"}}\n'
    )
    assert plain(new) == {"状态记录": [entry, {"日期": "null"}]}


def test_nothing_to_add_changes_nothing() -> None:
    assert appended_lines("状态记录: [ ]\r\n", "状态记录", []) == "状态记录: [ ]\r\n"
