"""A ledger of three issues, how workbooks are filled and taken apart, and what import says of them."""

import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

INSPECTION = """\
巡视: {名称: 省委第九轮巡视, 巡视组: 省委第七巡视组, 上级党委: 省委, 开始日期: 2021-09-01, 结束日期: 2021-09-30, 反馈日期: 2021-11-11}
被巡视党组织: {全称: 中共示例市委员会, 简称: 示例市委, 地区: 示例市}
领导小组: {名称: 领导小组, 组长: 市委书记, 专项整改组: [{名称: 第一组, 组长: 市长}]}
单位: [市委办公室, 市财政局, 市审计局, 各县（市、区）党委]
方面: [整改任务落实, 新发现问题]
"""
ISSUES = """\
# 台账
问题清单:
  # 第一个
  - 序号: 1
    方面: 整改任务落实
    标题: 项目整改不彻底 # 原文
    牵头单位: 市财政局
    责任单位: [市财政局, 市审计局]
    整改时限: 2022-05-31
    整改状态: 正在整改
    进展情况: 已建立台账。
    佐证材料: [会议纪要、签到表, 项目清单]
    整改措施:
      - 制定办法
      - 内容: 开展检查
        措施类型: 专项整治
        整改时限: 2022-03-31

  - 序号: 2
    方面: 整改任务落实
    标题: 资金管理有漏洞
    整改状态: 未启动
    整改措施: [清理账户]
    子问题:
      - {标题: 账户过多, 进展情况: 已清理}
      - 标题: 对账不及时
    公开表述: 清理了账户。

  - 序号: 3
    方面: 新发现问题
    标题: 制度不健全
    备注: '无' # 待补
"""
JOURNAL = """\
状态记录:
  - {日期: 2021-12-10, 问题序号: 1, 原状态: 未启动, 新状态: 正在整改, 事由: 方案印发, 来源: 整改方案}
"""
Rows = Iterable[Sequence[Any]]


@dataclass(frozen=True)
class Imported:
    """What import did: changes as (issue, field, old, new), problems as (code, cell), issues that were not mentioned."""

    code: int
    said: Mapping[str, Any]

    @property
    def changes(self) -> list[tuple[int, str, Any, Any]]:
        return [(each["issue"], each["field"], each["old"], each["new"]) for each in self.said["changes"]]

    @property
    def news(self) -> list[tuple[int, str, Any]]:
        """The same without the old values."""
        return [(issue, field, new) for issue, field, _, new in self.changes]

    @property
    def rules(self) -> list[str | None]:
        return [each["rule"] for each in self.said["changes"]]

    @property
    def problems(self) -> list[tuple[str, str | None]]:
        return [(each["code"], each["cell"]) for each in self.said["problems"]]

    @property
    def messages(self) -> str:
        return "\n".join(each["message"] for each in self.said["problems"])


def fill(sheet: Any, rows: Rows, merged: Iterable[str] = ()) -> None:
    for row, values in enumerate(rows, 1):
        for col, value in enumerate(values, 1):
            if value is not None:
                sheet.cell(row, col).value = value
    for area in merged:
        sheet.merge_cells(area)


FIRST_ROW = 4
"""Below title, note and header."""


def column_of(sheet: Any, heading: str) -> int:
    return next(cell.column for cell in sheet[FIRST_ROW - 1] if cell.value == heading)


def with_xml(file: Path, change: Callable[[str], str]) -> Path:
    """The workbook with its sheets rewritten, for what openpyxl does not write."""
    with zipfile.ZipFile(file) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    for name in [name for name in parts if name.startswith(("xl/worksheets/", "xl/sharedStrings"))]:
        parts[name] = change(parts[name].decode()).encode()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in parts.items():
            new.writestr(name, content)
    return file


def data_of(project: Path) -> dict[str, bytes]:
    """Every file below data/."""
    return {
        str(path.relative_to(project)): path.read_bytes() for path in (project / "data").rglob("*") if path.is_file()
    }
