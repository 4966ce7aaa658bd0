"""Why a workbook is not read: each reason one Problem with its repair. The file's name is added by the reader."""

from typing import Final

from reportgen.errors import Place, Problem

FILE_LIMIT_BYTES: Final = 64 * 1024 * 1024
ROWS_LIMIT: Final = 20_000
COLUMNS_LIMIT: Final = 500
CELLS_LIMIT: Final = 600_000
"""Of all sheets together: a ledger of 5,000 issues has a third of it."""
MERGED_LIMIT: Final = 300_000
"""Entries by which merged ranges are looked up, of one sheet."""

_SAVE_AGAIN = "请用 WPS 或 Excel 打开，另存为 .xlsx 再试"


class Refused(Exception):
    """The workbook is not read, for one reason."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(problem.message)


def unreadable(reason: str) -> Refused:
    """The system does not give the file, or it is none."""
    message = f"文件打不开（{reason}）；请核对文件名，或关闭正在使用它的程序"
    return Refused(Problem("workbook-unreadable", message))


def not_a_workbook(what: str, repair: str) -> Refused:
    """Something else, whatever its name says."""
    return Refused(Problem("workbook-not-xlsx", f"这不是 Excel 工作簿，是{what}；{repair}"))


def empty() -> Refused:
    """No bytes at all."""
    return Refused(Problem("workbook-empty", "文件是空的（0 字节），可能没有传完；请让填报单位重新发送"))


def locked() -> Refused:
    """Encrypted as a whole."""
    message = "文件加了密码，读不了；请用 WPS 或 Excel 打开，去掉打开密码，另存为 .xlsx 再试"
    return Refused(Problem("workbook-password", message))


def damaged(where: str = "", sheet: str | None = None, cell: str | None = None) -> Refused:
    """Not what it should be inside; `where` is a short text on what could not be read."""
    found = f"（{where}）" if where else ""
    message = f"文件损坏{found}，读不出来；{_SAVE_AGAIN}，打不开就请填报单位重新发送"
    return Refused(Problem("workbook-damaged", message, Place(sheet=sheet, cell=cell)))


def macros() -> Refused:
    """Programs inside."""
    message = "文件带有宏，没有读；请用 WPS 或 Excel 打开，另存为不带宏的 .xlsx 再试"
    return Refused(Problem("workbook-macro", message))


def external(formula: str | None = None, sheet: str | None = None, cell: str | None = None) -> Refused:
    """Values that come from other files or from the network; `formula` is the first such formula, if one was found."""
    what = f"公式“{formula[:60]}”引用了别的文件" if formula else "工作簿里留有指向别的文件的链接"
    repair = "请在“数据”的“编辑链接”里断开链接，或把公式粘贴成数值，保存后再试"
    return Refused(
        Problem("workbook-external", f"{what}，数值核对不了，没有读；{repair}", Place(sheet=sheet, cell=cell))
    )


def too_many_rows(sheet: str) -> Refused:
    """More rows with content than any ledger has."""
    message = f"这张表有内容的行超过 {ROWS_LIMIT:,} 行，不像是台账，没有读；请核对是不是拿错了文件，或删除多余的行"
    return Refused(Problem("workbook-too-many-rows", message, Place(sheet=sheet)))


def too_many_columns(sheet: str) -> Refused:
    """More columns with content than any ledger has."""
    message = f"这张表有内容的列超过 {COLUMNS_LIMIT} 列，不像是台账，没有读；请核对是不是拿错了文件，或删除多余的列"
    return Refused(Problem("workbook-too-many-columns", message, Place(sheet=sheet)))


def too_large(why: str, repair: str = "请核对是不是拿错了文件") -> Refused:
    """More than a ledger can be, on disk, unpacked, or in cells."""
    return Refused(Problem("workbook-too-large", f"{why}，不像是台账，没有读；{repair}"))


def too_many_cells() -> Refused:
    """More cells than a ledger has, in all sheets together."""
    return too_large(f"工作簿里有内容的单元格超过 {CELLS_LIMIT:,} 个")


def too_many_merged() -> Refused:
    """More merged ranges than side by side there can be, or nearly."""
    return too_large("合并单元格过多或互相重叠")


def entities() -> Refused:
    """A DOCTYPE, which no office program writes."""
    message = "文件里有实体定义（DOCTYPE），可能有害，没有读；请用 WPS 或 Excel 打开，另存为 .xlsx 再试"
    return Refused(Problem("workbook-entities", message))


def unsafe() -> Refused:
    """Names inside the zip that lead out of it, or that stand for two things."""
    message = f"文件内部的路径不正常（指向文件之外，或有重名），可能有害，没有读；{_SAVE_AGAIN}"
    return Refused(Problem("workbook-unsafe", message))


def needs_calamine() -> Refused:
    """Old formats are read by a library that is not always installed."""
    message = (
        '读取 .xls、.et 需要另装组件，请运行：python -m pip install "reportgen[xls]"；'
        "也可以用 WPS 或 Excel 打开，另存为 .xlsx 再试"
    )
    return Refused(Problem("workbook-needs-calamine", message))
