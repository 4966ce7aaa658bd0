"""Options that commands share."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import click

FOLDER = click.Path(file_okay=False, path_type=Path)
WIDTH = 80
_NOT_WRITTEN = {"Cc", "Cs", "Zl", "Zp"}  # control characters, undecodable bytes, line and paragraph ends
_WRONG_DAY = "日期“{}”的写法不对，请写成 2022-07-29"


class _Day(click.ParamType):  # type: ignore[type-arg] # generic only for the type checker, and only since click 8.3
    """A date on the command line."""

    name = "日期"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        found = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", value) if isinstance(value, str) else None
        try:
            return date(*map(int, found.groups())) if found else self.fail(_WRONG_DAY.format(value), param, ctx)
        except ValueError:
            self.fail(f"日期“{value}”不存在，请核对年月日", param, ctx)


def common(command: Callable[..., Any]) -> Callable[..., Any]:
    """Options that every command on a project has."""
    options = (
        click.option("--project", type=FOLDER, metavar="文件夹", help="项目文件夹（默认：当前或上级文件夹）"),
        click.option("--json", "as_json", is_flag=True, help="在标准输出打印一个 JSON 对象"),
        click.option("--strict", is_flag=True, help="有提醒也算不通过"),
        click.option("-q", "--quiet", is_flag=True, help="只显示错误"),
        click.option("-v", "--verbose", is_flag=True, help="显示每一步，列出全部问题"),
    )
    for option in reversed(options):
        command = option(command)
    return command


class _Words(click.ParamType):  # type: ignore[type-arg] # as above
    """Words on the command line that are kept in a data file."""

    name = "文字"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        words = str(value).strip()
        if not words:
            self.fail("是空的，请写上内容", param, ctx)
        if any(unicodedata.category(character) in _NOT_WRITTEN for character in words):
            self.fail("里面有换行或看不见的字符，请写成一行", param, ctx)
        return words


DAY = _Day()
WORDS = _Words()


def day_or_today(given: date | None) -> date:
    """The day that something is recorded on. Raises BadParameter for one that is still to come."""
    today = date.today()
    if given is not None and given > today:
        raise click.BadParameter(f"{given} 还没有到；状态变动只能记在今天或以前", param_hint="--on")
    return given or today


AS_OF = click.option("--as-of", type=DAY, metavar="日期", help="数据截至日期（默认：各文书的截至日期或成文日期）")


def near(path: Path) -> str:
    """A path as seen from the current folder, where it lies below."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)
