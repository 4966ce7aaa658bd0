"""The commands."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportgen import __version__
from reportgen.cli.chinese import ChineseGroup
from reportgen.cli.options import AS_OF, FOLDER, WIDTH, common, near
from reportgen.console.problems import json_text, problems_text, summary
from reportgen.errors import Problem, ProblemsFound, errors_of

if TYPE_CHECKING:
    from reportgen.check.judged import Judged
    from reportgen.pipeline.build import Built


@click.group(cls=ChineseGroup)
@click.version_option(__version__, "--version", message="reportgen %(version)s", help="显示版本")
def cli() -> None:
    """一本台账，一套模板，生成整改方案、整改进展情况报告、整改进展情况通报。"""


@cli.command()
@click.argument("folder", metavar="文件夹", type=click.Path(path_type=Path))
def init(folder: Path) -> int:
    """新建一个项目文件夹，里面有样例台账和模板。"""
    from reportgen.pipeline.starter import start_project

    start_project(folder)
    click.echo(f"已新建 {folder}\n下一步：进入这个文件夹，运行 reportgen build，再把 data 里的样例换成自己的台账。")
    return 0


@cli.command()
@click.argument("kinds", metavar="[文书]…", nargs=-1)
@click.option("--out", type=FOLDER, metavar="文件夹", help="输出文件夹（默认：项目里的 out）")
@click.option("--force", is_flag=True, help="覆盖手工改过的文书（原文件存到 out/backup）")
@AS_OF
@common
def build(
    kinds: tuple[str, ...], out: Path | None, force: bool, as_of: date | None, project: Path | None,
    as_json: bool, strict: bool, quiet: bool, verbose: bool,
) -> int:  # fmt: skip
    """检查台账，生成文书；不写文书就生成全部（plan、report、notice）。"""
    from reportgen.console.progress import Progress
    from reportgen.pipeline.build import Request
    from reportgen.pipeline.build import build as run_build
    from reportgen.pipeline.project import find_project

    home = find_project(Path.cwd(), project)
    request = Request(kinds, out or home.out, date.today(), as_of, force, strict)
    progress = Progress(loud=verbose, quiet=quiet or as_json)
    try:
        built = run_build(home, request, progress)
    except ProblemsFound as found:
        progress.done()
        if as_json:
            click.echo(json_text(_failed_json(found), sys.stdout.encoding))
        else:
            _show_findings(getattr(found, "judged", ()), verbose)
            _show(found.problems, verbose)
            click.echo(f"\n{summary(found.problems)}，没有写入任何文件。", err=True)
        return 1
    progress.done()
    if as_json:
        click.echo(json_text(_built_json(built), sys.stdout.encoding))
    else:
        _say_built(built, quiet, verbose)
    return 0


@cli.command()
@click.argument("kinds", metavar="[文书]…", nargs=-1)
@AS_OF
@common
def validate(
    kinds: tuple[str, ...],
    as_of: date | None,
    project: Path | None,
    as_json: bool,
    strict: bool,
    quiet: bool,
    verbose: bool,
) -> int:
    """只检查台账；写了文书，再检查生成它还缺什么。"""
    from reportgen.pipeline.build import Request
    from reportgen.pipeline.build import validate as run_validate
    from reportgen.pipeline.project import find_project

    home = find_project(Path.cwd(), project)
    problems = run_validate(home, Request(kinds, home.out, date.today(), as_of))
    failed = bool(errors_of(problems) or (strict and problems))
    if as_json:
        click.echo(json_text({"ok": not failed, "problems": _dicts(problems)}, sys.stdout.encoding))
    else:
        _show(errors_of(problems) if quiet else problems, verbose)
        if not quiet:
            click.echo(f"{summary(problems)}。" if problems else "台账没有问题。")
    return int(failed)


@cli.command("kinds")
@common
def kinds_command(project: Path | None, as_json: bool, strict: bool, quiet: bool, verbose: bool) -> int:
    """列出可以生成的文书。"""
    from reportgen.console.width import padded
    from reportgen.kinds.kind import load_kinds
    from reportgen.pipeline.project import find_project

    kinds, problems = load_kinds(find_project(Path.cwd(), project).templates)
    if as_json:
        rows = [{"kind": kind.id, "名称": kind.name, "文种": kind.genre, "受众": kind.audience, "文件名": kind.file_name}
                for kind in kinds]  # fmt: skip
        click.echo(
            json_text({"ok": not errors_of(problems), "kinds": rows, "problems": _dicts(problems)}, sys.stdout.encoding)
        )
    elif not quiet:
        for kind in kinds:
            click.echo(
                f"{padded(kind.id, 10)}{padded(kind.name, 24)}{padded(kind.genre, 8)}{padded(kind.audience, 6)}{kind.file_name}"
            )
    if not as_json:
        _show(problems, verbose)
    return int(bool(errors_of(problems) or (strict and problems)))


def _dicts(problems: tuple[Problem, ...]) -> list[dict[str, object]]:
    return [problem.as_dict() for problem in problems]


def _show(problems: tuple[Problem, ...], everything: bool) -> None:
    if problems:
        click.echo(problems_text(problems, WIDTH, everything), err=True)


def _show_findings(judged: Sequence["Judged"], everything: bool) -> None:
    """What the checker says of each document; nothing where it says nothing."""
    from reportgen.console.findings import faults_text

    for each in judged:
        text = faults_text(replace(each, path=near(Path(each.path))), WIDTH, everything=everything)
        if text:
            click.echo(text, err=True)


def _failed_json(found: ProblemsFound) -> dict[str, object]:
    judged: Sequence[Judged] = getattr(found, "judged", ())
    proven = {"files": [each.as_dict() for each in judged]} if judged else {}
    return {"ok": False, "documents": [], "problems": _dicts(found.problems), **proven}


def _built_json(built: "Built") -> dict[str, object]:
    documents = [{"kind": document.kind.id, "path": str(document.path), "sha256": document.sha256}
                 for document in built.documents]  # fmt: skip
    proven = [each.as_dict() for each in built.judged]
    return {"ok": True, "documents": documents, "problems": _dicts(built.warnings), "files": proven}


def _say_built(built: "Built", quiet: bool, verbose: bool) -> None:
    from reportgen.console.width import columns, padded
    from reportgen.wording.dates import official_date

    if quiet:
        return
    _show(built.warnings, verbose)
    click.echo(f"已生成 {len(built.documents)} 份文书：")
    shown = [(near(document.path), document) for document in built.documents]
    width = max((columns(path) for path, _ in shown), default=0) + 2
    for path, document in shown:
        click.echo(f"  {padded(path, width)}数据截至{official_date(document.as_of)}（{document.dated_by}）")
    _show_findings(built.judged, verbose)
    for copy in built.backups:
        click.echo(f"  改过的原文件已存为 {near(copy)}")
