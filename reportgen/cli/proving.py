"""check and export: finished documents are judged, and turned into PDF."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportgen.cli.commands import cli
from reportgen.cli.options import FOLDER, WIDTH, common, near
from reportgen.console.problems import json_text
from reportgen.errors import Misuse

if TYPE_CHECKING:
    from reportgen.pipeline.checking import Checked
    from reportgen.pipeline.exporting import Exported
    from reportgen.pipeline.project import Project

_FILES = click.argument("files", metavar="[文件]…", nargs=-1, type=click.Path(path_type=Path))


@cli.command()
@_FILES
@click.option(
    "--against",
    type=click.Choice(["社会", "党内"]),
    metavar="社会|党内",
    help="按公开文书或党内文书审查（默认：看文书种类）",
)
@click.option("--no-render", is_flag=True, help="不排版，只查文件")
@click.option("--pages", "pictures", type=FOLDER, metavar="文件夹", help="把标出问题的页面存成图片")
@common
def check(
    files: tuple[Path, ...], against: str | None, no_render: bool, pictures: Path | None, project: Path | None,
    as_json: bool, strict: bool, quiet: bool, verbose: bool,
) -> int:  # fmt: skip
    """检查文书的格式、文字、三文一致和公开审查；不写文件就检查 out 里的。"""
    from reportgen.console.progress import Progress
    from reportgen.pipeline.checking import Order, finished
    from reportgen.pipeline.checking import check as run_check

    home = _home(project, needed=not files)
    progress = Progress(loud=verbose, quiet=quiet or as_json)
    wanted = files or finished(home.out if home else Path())
    try:
        checked = run_check(Order(wanted, home, against, not no_render, pictures), progress)  # type: ignore[arg-type] # one of the two choices
    finally:
        progress.done()
    failed = checked.fails(strict)
    if as_json:
        found = {
            "ok": not failed,
            "files": [each.as_dict() for each in checked.files],
            "changes": list(checked.changes),
        }
        click.echo(json_text(found, sys.stdout.encoding))
    else:
        _show_checked(checked, quiet=quiet, verbose=verbose, pictures=pictures)
    return int(failed)


@cli.command()
@_FILES
@click.option("--out", type=FOLDER, metavar="文件夹", help="PDF 存到哪里（默认：文书所在的文件夹）")
@click.option("--pdfa", is_flag=True, help="存成适合归档的 PDF/A")
@common
def export(
    files: tuple[Path, ...], out: Path | None, pdfa: bool, project: Path | None,
    as_json: bool, strict: bool, quiet: bool, verbose: bool,
) -> int:  # fmt: skip
    """把文书转成 PDF（用 LibreOffice）；不写文件就转换 out 里的。"""
    from reportgen.console.progress import Progress
    from reportgen.pipeline.checking import finished
    from reportgen.pipeline.exporting import export_documents

    home = _home(project, needed=not files)
    wanted = files or finished(home.out if home else Path())
    progress = Progress(loud=verbose, quiet=quiet or as_json)
    progress("转换 PDF")
    try:
        exported = export_documents(wanted, out, pdfa=pdfa)
    finally:
        progress.done()
    if as_json:
        click.echo(json_text({"ok": True, "files": [each.as_dict() for each in exported]}, sys.stdout.encoding))
    elif not quiet:
        _show_exported(exported)
    return int(strict and any(each.substituted for each in exported))


def _home(given: Path | None, *, needed: bool) -> "Project | None":
    """The project; files that are named can be judged without one."""
    from reportgen.pipeline.project import find_project

    try:
        return find_project(Path.cwd(), given)
    except Misuse:
        if needed or given is not None:
            raise
        return None


def _show_checked(checked: "Checked", *, quiet: bool, verbose: bool, pictures: Path | None) -> None:
    from reportgen.console.findings import judged_text, summary_text

    for each in checked.files:
        if not quiet or each.of_severity("error"):
            shown = replace(each, path=near(Path(each.path)))
            click.echo(judged_text(shown, WIDTH, everything=verbose, only_errors=quiet) + "\n")
    if not quiet:
        click.echo(summary_text(checked.files, checked.changes))
        if pictures is not None and any(code.startswith("pdf-") for each in checked.files for code in each.checked):
            click.echo(f"标出问题的页面在 {pictures}。")


def _show_exported(exported: "tuple[Exported, ...]") -> None:
    from reportgen.console.width import wrapped

    for each in exported:
        click.echo(f"已转换 {near(each.pdf)}")
        if each.substituted:
            named = "、".join(f"{face}（用 {stand_in}）" for face, stand_in in each.substituted.items())
            for row in wrapped(f"这台机器没有 {named}，PDF 里的字形和断行可能与 Word 不同。", WIDTH - 2):
                click.echo(f"  {row}")
        if each.regridded:
            click.echo("  文档用 Word 的字符网格，LibreOffice 排不准，转换时换算成了行距和字距。")
