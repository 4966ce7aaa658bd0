"""status: how far the rectification has come, on the terminal, as JSON, as a page; and where a figure comes from."""

import os
import re
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportgen.cli.commands import cli
from reportgen.cli.options import DAY, WIDTH, common, near
from reportgen.console.problems import json_text, problems_text, summary
from reportgen.errors import Misuse, Problem, ProblemsFound

if TYPE_CHECKING:
    from reportgen.console.tables import Screen
    from reportgen.dashboard import Overview
    from reportgen.pipeline.status import Known

_FURTHEST_DAYS = 3650


class _Days(click.ParamType):  # type: ignore[type-arg] # generic only for the type checker, and only since click 8.3
    """A number of days."""

    name = "天数"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        if isinstance(value, int):
            return value
        known = re.fullmatch(r"\d{1,4}", value, re.ASCII) and int(value) <= _FURTHEST_DAYS
        wrong = f"天数“{value}”不对，请写 0 到 {_FURTHEST_DAYS} 之间的整数"
        return int(value) if known else self.fail(wrong, param, ctx)


@cli.command()
@click.option("--as-of", type=DAY, metavar="日期", help="截至哪一天（默认：今天）")
@click.option("--within", type=_Days(), default=15, metavar="天数", help="几天之内到期算临期（默认：15）")
@click.option("--explain", "figure", metavar="名称", help="说明一个数怎样算出，例如 完成率，并列出记录")
@click.option("--html", "page", type=click.Path(path_type=Path), metavar="文件", help="存成一个网页，可以打印")
@common
def status(
    as_of: date | None, within: int, figure: str | None, page: Path | None, project: Path | None,
    as_json: bool, strict: bool, quiet: bool, verbose: bool,
) -> int:  # fmt: skip
    """整改进度：各状态、各方面、各单位的问题数，逾期、临期，时限，下一份文书还缺什么。"""
    from reportgen.pipeline.project import find_project
    from reportgen.pipeline.status import known, standing

    if figure is not None and page is not None:
        raise Misuse([Problem("usage", "--explain 和 --html 不能同时用；请分两次运行")])
    home = find_project(Path.cwd(), project)
    try:
        what = known(home, as_of)
    except ProblemsFound as found:
        return _failed(found, as_json, verbose)
    day, dated_by = (as_of, "--as-of") if as_of else (date.today(), "今天")
    if figure is not None:
        return _explain(what, figure, (day, dated_by), as_json, _screen(verbose))
    overview = standing(what, day, dated_by, within)
    if page is not None:
        _write(page, overview)
    failed = strict and bool(overview.overdue or what.warnings)
    if as_json:
        from reportgen.console.status_json import status_json

        click.echo(json_text(status_json(overview, what.warnings, ok=not failed), sys.stdout.encoding))
    else:
        _show(overview, what, page, quiet, _screen(verbose))
    return int(failed)


def _screen(everything: bool) -> "Screen":
    from reportgen.console.tables import Screen

    coloured = sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return Screen(WIDTH, coloured, "utf" in (sys.stdout.encoding or "").lower(), everything)


def _failed(found: ProblemsFound, as_json: bool, everything: bool) -> int:
    if as_json:
        problems = [problem.as_dict() for problem in found.problems]
        click.echo(json_text({"ok": False, "problems": problems}, sys.stdout.encoding))
    else:
        click.echo(problems_text(found.problems, WIDTH, everything), err=True)
        click.echo(f"\n{summary(found.problems)}；错误改好以后才能看进度。", err=True)
    return 1


def _explain(what: "Known", name: str, dated: tuple[date, str], as_json: bool, screen: "Screen") -> int:
    from reportgen.pipeline.status import explained
    from reportgen.wording import official_date

    as_of, dated_by = dated
    explanation, records = explained(what, as_of, name)
    if as_json:
        from reportgen.console.status_json import explanation_json

        click.echo(json_text(explanation_json(explanation, records), sys.stdout.encoding))
    else:
        from reportgen.console.explanation import explanation_text

        click.echo(explanation_text(explanation, records, f"{official_date(as_of)}（{dated_by}）", screen))
    return 0


def _write(path: Path, overview: "Overview") -> None:
    from reportgen.dashboard.page import page
    from reportgen.pipeline.status import write_page

    write_page(path, page(overview))


def _show(overview: "Overview", what: "Known", page: Path | None, quiet: bool, screen: "Screen") -> None:
    from reportgen.console.status import headline_text, overdue_text, status_text

    if quiet:
        late = overdue_text(overview, screen)
        if late:
            click.echo(late)
    elif page is not None:
        click.echo(headline_text(overview, screen))
        click.echo(f"已写入 {near(page)}，用浏览器打开，可以直接打印。")
    else:
        click.echo(status_text(overview, screen))
    if what.warnings and not quiet:
        _warn(what, screen)


def _warn(what: "Known", screen: "Screen") -> None:
    if screen.everything:
        click.echo("\n" + problems_text(what.warnings, WIDTH, everything=True), err=True)
    else:
        click.echo(f"\n台账有 {summary(what.warnings)}，加 -v 列出。", err=True)
