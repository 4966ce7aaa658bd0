"""The workbook that one unit is sent: a cover, and its rows with open cells where it fills in."""

from datetime import date

from reportgen.exchange.book import main_sheet, sub_sheet
from reportgen.exchange.columns import COVER, MAIN_COLUMNS
from reportgen.exchange.dispatch import BATCH, UNIT, Dispatch
from reportgen.exchange.ours import lists_of, marks_of
from reportgen.exchange.shares import Share
from reportgen.model import Ledger
from reportgen.wording import official_date
from reportgen.workbook.plan import CoverPlan, SheetPlan, WorkbookPlan

_FILLED = "、".join(column.heading for column in MAIN_COLUMNS if column.filled)


def unit_book(ledger: Ledger, share: Share, dispatch: Dispatch, due_days: int) -> WorkbookPlan:
    """What a unit is sent in one round."""
    inspection, name = ledger.background.inspection, ledger.background.inspected.short_name
    title = f"{name}落实{inspection.name}反馈意见整改台账"
    note = f"填报单位：{share.unit}" + (f"    报送时限：{official_date(dispatch.due)}" if dispatch.due else "")
    sheets: list[SheetPlan] = [main_sheet(ledger, share.rows, title, note, due_days, share.fillable)]
    with_subs = [index for index in share.rows if index in share.fillable.issues and ledger.issues[index].sub_issues]
    if with_subs:
        sheets.append(sub_sheet(ledger, with_subs, share.fillable))
    marks = marks_of(ledger, **{BATCH: dispatch.batch, UNIT: share.unit})
    return WorkbookPlan(
        f"{title}（{share.unit}）", tuple(sheets), lists_of(ledger), marks, _cover(ledger, share, dispatch)
    )


def _cover(ledger: Ledger, share: Share, dispatch: Dispatch) -> CoverPlan:
    inspection = ledger.background.inspection
    lines = [
        ("填报单位", share.unit),
        ("下发单位", f"{ledger.background.leading_group.name}办公室"),
        ("下发日期", official_date(dispatch.sent_on)),
        ("报送时限", official_date(dispatch.due) if dispatch.due else "按通知要求"),
        (
            "填报内容",
            f"{inspection.name}反馈问题 {len(share.rows)} 个，其中由本单位填写状态和进展的 {len(share.fillable.issues)} 个",
        ),
    ]
    return CoverPlan(COVER, "巡视整改进展填报表", tuple(lines), _instructions(dispatch.due))


def _instructions(due: date | None) -> tuple[str, ...]:
    until = f"请在{official_date(due)}前" if due else "请按通知要求的时间"
    return (
        f"只填有底色的单元格：{_FILLED}。其余已经锁定，有不同意见请另行说明，不要改表。",
        "“整改状态”从下拉列表里选；写“已完成”的，要同时写“完成日期”和“佐证材料”。",
        "日期写到日，例如 2022-05-31；几项佐证材料一行写一项，名称与交来的文件一致。",
        "“进展情况”写已经做了什么、取得什么结果，可以分段；不写打算和过程。",
        "不要增删行、列和工作表，不要改文件里隐藏的标记；可以改文件名。",
        f"{until}用原来的电子表格交回，不要另行制表，也不要转成图片或 PDF。",
    )
