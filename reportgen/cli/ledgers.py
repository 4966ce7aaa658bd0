"""ledger: the ledger in Excel and back, split among units and collected, steps of 销号."""

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportgen.cli.chinese import ChineseGroup
from reportgen.cli.commands import cli
from reportgen.cli.options import AS_OF, DAY, FOLDER, WIDTH, WORDS, common, day_or_today, near
from reportgen.console.problems import json_text, problems_text, summary
from reportgen.console.width import wrapped
from reportgen.errors import Misuse, Problem, errors_of

if TYPE_CHECKING:
    from reportgen.exchange.changes import Change
    from reportgen.pipeline.closing import Closed
    from reportgen.pipeline.collecting import Collected
    from reportgen.pipeline.revising import Written

_FILE = click.Path(path_type=Path)
_ON = click.option(
    "--on", type=DAY, metavar="日期", help="状态变动记在哪一天（默认：今天；完成、销号各步有自己日期的记自己的）"
)
_WITHIN = click.option(
    "--within", type=click.IntRange(0, 3650), default=15, metavar="天数", help="几天内到期算临期（默认：15）"
)
_YES = click.option("-y", "--yes", is_flag=True, help="不再询问，直接写入")
_DRY = click.option("--dry-run", is_flag=True, help="只列出改动，不写入")


@cli.group(cls=ChineseGroup)
def ledger() -> None:
    """台账与 Excel 互转、下发和汇总、销号。"""


@ledger.command("export")
@click.argument("file", metavar="文件.xlsx", type=_FILE)
@click.option("--force", is_flag=True, help="覆盖已有的文件")
@_WITHIN
@AS_OF
@common
def export_command(
    file: Path, force: bool, within: int, as_of: date | None, project: Path | None,
    as_json: bool, strict: bool, quiet: bool, verbose: bool,
) -> int:  # fmt: skip
    """把台账存成 Excel：台账、统计、三个清单。"""
    from reportgen.console.progress import Progress
    from reportgen.pipeline.ledger_export import export_ledger
    from reportgen.pipeline.project import find_project

    progress = Progress(loud=verbose, quiet=quiet or as_json)
    dated = as_of or date.today()
    try:
        done = export_ledger(find_project(Path.cwd(), project), file, dated, within, force=force, say=progress)
    finally:
        progress.done()
    if as_json:
        _print_json({"ok": True, "path": str(done), "as_of": dated.isoformat(), "problems": []})
    elif not quiet:
        click.echo(f"已导出 {near(done)}，统计截至 {dated}{'' if as_of else '（今天）'}。")
    return 0


@ledger.command("import")
@click.argument("file", metavar="文件", type=_FILE)
@_DRY
@_YES
@click.option("--why", metavar="事由", help="记在状态记录里的事由（默认：导入文件名）")
@_ON
@common
def import_command(
    file: Path, dry_run: bool, yes: bool, why: str | None, on: date | None, project: Path | None,
    as_json: bool, strict: bool, quiet: bool, verbose: bool,
) -> int:  # fmt: skip
    """从 Excel 读回台账：先列出改动，再写入；原文件留一份。"""
    from reportgen.console.progress import Progress
    from reportgen.pipeline.exchanging import prepare_import, write_import
    from reportgen.pipeline.project import find_project
    from reportgen.pipeline.revising import Written

    home = find_project(Path.cwd(), project)
    progress = Progress(loud=verbose, quiet=quiet or as_json)
    try:
        prepared = prepare_import(home, file, day_or_today(on), why, progress)
    finally:
        progress.done()
    stopped = prepared.stopped or bool(strict and prepared.problems)
    written: Written = Written()
    if not as_json:
        _show_changes(prepared.changes, quiet=quiet, verbose=verbose)
        _show(errors_of(prepared.problems) if quiet else prepared.problems, verbose)
        if prepared.absent and not quiet:
            click.echo(f"表里没有提到问题 {_numbers(prepared.absent)}，台账里的没有动。")
    goes_on = not (stopped or dry_run or prepared.revised is None) and _agreed(
        len(prepared.changes), yes=yes, as_json=as_json
    )
    if goes_on:
        written = write_import(home, prepared)
    if as_json:
        _print_json({
            "ok": not stopped, "written": bool(written.files),
            "changes": [change.as_dict() for change in prepared.changes],
            "absent": list(prepared.absent), "problems": [problem.as_dict() for problem in prepared.problems],
        })  # fmt: skip
    elif not quiet or stopped:
        click.echo(
            _ended(len(prepared.changes), prepared.problems, written, stopped=stopped, dry_run=dry_run), err=stopped
        )
    return int(stopped)


@ledger.command("split")
@click.argument("folder", metavar="文件夹", type=FOLDER)
@click.option("--by", type=click.Choice(["牵头单位", "责任单位", "专项整改组"]), default="牵头单位",
              metavar="牵头单位|责任单位|专项整改组", help="按什么分（默认：牵头单位）")  # fmt: skip
@click.option("--due", type=DAY, metavar="日期", help="报送时限，写在填报说明里")
@_WITHIN
@_ON
@common
def split_command(
    folder: Path, by: str, due: date | None, within: int, on: date | None, project: Path | None,
    as_json: bool, strict: bool, quiet: bool, verbose: bool,
) -> int:  # fmt: skip
    """下发：每个单位一个工作簿，只有它的行，只能填该填的格。"""
    from reportgen.console.progress import Progress
    from reportgen.pipeline.dispatching import SplitOrder, split
    from reportgen.pipeline.project import find_project

    progress = Progress(loud=verbose, quiet=quiet or as_json)
    order = SplitOrder(folder, by, day_or_today(on), due, within)  # type: ignore[arg-type] # one of the three choices
    try:
        done = split(find_project(Path.cwd(), project), order, progress)
    finally:
        progress.done()
    warnings = tuple(
        Problem("split-unsent", f"问题 {number} 没有写“{by}”，没有下发；请补上", severity="warning")
        for number in done.unsent
    )
    if as_json:
        _print_json({
            "ok": not (strict and warnings), "batch": done.dispatch.batch, "by": by,
            "files": [{"unit": unit, "path": str(folder / name)} for unit, name in done.dispatch.files.items()],
            "problems": [problem.as_dict() for problem in warnings],
        })  # fmt: skip
    elif not quiet:
        _show(warnings, verbose)
        _say(f"已按{by}下发 {len(done.files)} 个工作簿到 {near(folder)}（第 {done.dispatch.number} 次）。")
        earlier = "以前下发的表不再收。" if done.dispatch.number > 1 else ""
        click.echo(f"收回后放在一个文件夹里，运行 reportgen ledger collect 文件夹。{earlier}")
    return int(bool(strict and warnings))


@ledger.command("collect")
@click.argument("folder", metavar="文件夹", type=FOLDER)
@_DRY
@_YES
@_ON
@common
def collect_command(
    folder: Path, dry_run: bool, yes: bool, on: date | None, project: Path | None,
    as_json: bool, strict: bool, quiet: bool, verbose: bool,
) -> int:  # fmt: skip
    """汇总：读单位交回的工作簿，没有争议的写入台账，冲突列出来。"""
    from reportgen.console.collected import collected_text
    from reportgen.console.progress import Progress
    from reportgen.pipeline.collecting import prepare_collect, write_collected
    from reportgen.pipeline.project import find_project
    from reportgen.pipeline.revising import Written

    home = find_project(Path.cwd(), project)
    progress = Progress(loud=verbose, quiet=quiet or as_json)
    try:
        collected = prepare_collect(home, folder, day_or_today(on), progress)
    finally:
        progress.done()
    failed = bool(collected.conflicts or errors_of(collected.problems) or (strict and collected.problems))
    written: Written = Written()
    if not as_json:
        shown = collected_text(collected.merged, collected.held, WIDTH, verbose, quiet=quiet)
        click.echo(f"{shown}\n" if shown else "", err=quiet, nl=bool(shown))
        _show(errors_of(collected.problems) if quiet else collected.problems, verbose)
    goes_on = (
        not dry_run and collected.revised is not None and _agreed(len(collected.changes), yes=yes, as_json=as_json)
    )
    if goes_on:
        written = write_collected(home, collected)
    if as_json:
        _print_json({"ok": not failed, "written": bool(written.files), **collected.as_dict()})
    elif not quiet:
        _say(_collected(collected, written, dry_run=dry_run))
    return int(failed)


@ledger.command("close")
@click.argument("step", metavar="申请|复核|批准|销号|退回|重开",
                type=click.Choice(["申请", "复核", "批准", "销号", "退回", "重开"]))  # fmt: skip
@click.argument("numbers", metavar="序号…", nargs=-1, required=True, type=click.IntRange(1))
@click.option("--by", metavar="谁", type=WORDS, help="复核单位，或批准人的职务")
@click.option("--opinion", metavar="意见", type=WORDS, help="复核意见")
@click.option("--why", metavar="理由", type=WORDS, help="退回、重开的理由；其他步骤可不写")
@_ON
@common
def close_command(
    step: str, numbers: tuple[int, ...], by: str | None, opinion: str | None, why: str | None, on: date | None,
    project: Path | None, as_json: bool, strict: bool, quiet: bool, verbose: bool,
) -> int:  # fmt: skip
    """销号：申请、复核、批准、销号，或退回、重开；每一步都记在状态记录里。"""
    from reportgen.pipeline.closing import close
    from reportgen.pipeline.project import find_project
    from reportgen.revision.closing import Order

    order = Order(step, day_or_today(on), by, opinion, why)  # type: ignore[arg-type] # one of the six choices
    return _recorded(close(find_project(Path.cwd(), project), numbers, order), as_json=as_json, quiet=quiet)


@ledger.command("record")
@click.option("--why", metavar="事由", type=WORDS, required=True, help="为什么变动")
@_ON
@common
def record_command(
    why: str, on: date | None, project: Path | None, as_json: bool, strict: bool, quiet: bool, verbose: bool
) -> int:
    """把在台账里直接改过的状态补记到状态记录里。"""
    from reportgen.pipeline.closing import record
    from reportgen.pipeline.project import find_project

    return _recorded(record(find_project(Path.cwd(), project), why, day_or_today(on)), as_json=as_json, quiet=quiet)


def _recorded(closed: "Closed", *, as_json: bool, quiet: bool) -> int:
    if as_json:
        changes = [
            {"issue": change.issue_number, "date": change.date.isoformat(), "from": change.before, "to": change.after}
            for change in closed.changes
        ]
        _print_json({"ok": True, "changes": changes, "problems": []})
    elif not quiet:
        for change in closed.changes:
            click.echo(f"{change.date}  问题 {change.issue_number}：{change.before} → {change.after}")
        click.echo(f"已记录 {len(closed.changes)} 次状态变动。" if closed.changes else "状态都已记录，没有要补的。")
        _show_copies(closed.written)
    return 0


def _show_changes(changes: "tuple[Change, ...]", *, quiet: bool, verbose: bool) -> None:
    from reportgen.console.changes import changes_text

    if changes and not quiet:
        click.echo(changes_text(changes, WIDTH, verbose))


def _agreed(count: int, *, yes: bool, as_json: bool) -> bool:
    """Ask whoever sits at a terminal; a program says --yes beforehand. Raises Misuse where nobody can be asked."""
    if yes or as_json:
        return yes
    if not sys.stdin.isatty():
        message = f"共 {count} 处改动，没有写入：这里不能询问；确认要写入，请加 --yes，只想看看请加 --dry-run"
        raise Misuse([Problem("not-confirmed", message)])
    answer = click.prompt(f"共 {count} 处改动，写入台账吗？（是/否）", default="否", show_default=False)
    return answer in ("是", "y", "Y", "yes")


def _ended(count: int, problems: tuple[Problem, ...], written: "Written", *, stopped: bool, dry_run: bool) -> str:
    if stopped:
        return f"\n{summary(problems)}，台账没有改动。"
    if not count:
        return "没有改动。"
    if not written.files:
        return f"共 {count} 处改动，没有写入{'（--dry-run）' if dry_run else ''}。"
    copies = "、".join(near(copy) for copy in written.copies)
    return f"共 {count} 处改动，已写入台账；原文件存为 {copies}。"


def _collected(collected: "Collected", written: "Written", *, dry_run: bool) -> str:
    back, all_units = len(collected.returned), len(collected.dispatch.files)
    parts = [f"采用 {len(collected.changes)} 处改动"]
    parts += [f"{len(collected.conflicts)} 处冲突没有动"] if collected.conflicts else []
    parts += [f"{len(collected.held)} 处暂不采用"] if collected.held else []
    end = "已写入台账" if written.files else f"台账没有改动{'（--dry-run）' if dry_run else ''}"
    copies = "、".join(near(copy) for copy in written.copies)
    kept = f"；原文件存为 {copies}" if copies else ""
    return f"应交 {all_units} 份，收到 {back} 份；{'，'.join(parts)}；{end}{kept}。"


def _say(sentence: str) -> None:
    click.echo("\n".join(wrapped(sentence, WIDTH)))


def _show_copies(written: "Written") -> None:
    if written.copies:
        _say(f"原文件存为 {'、'.join(near(copy) for copy in written.copies)}。")


def _numbers(numbers: tuple[int, ...]) -> str:
    shown = "、".join(map(str, numbers[:12]))
    return shown if len(numbers) <= 12 else f"{shown} 等 {len(numbers)} 个"


def _show(problems: tuple[Problem, ...], everything: bool) -> None:
    if problems:
        click.echo(problems_text(problems, WIDTH, everything), err=True)


def _print_json(value: object) -> None:
    click.echo(json_text(value, sys.stdout.encoding))
