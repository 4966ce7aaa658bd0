"""The way in: one call, one exit code, no traceback for anything a user did."""

import sys
from collections.abc import Sequence

import click

from reportgen.cli.chinese import usage_message
from reportgen.cli.commands import cli
from reportgen.console.problems import problems_text
from reportgen.errors import Misuse, Problem, ReportgenError

OK, PROBLEMS, MISUSE = 0, 1, 2


def main() -> None:
    """Run the command line and exit."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="replace")  # a GBK console lacks some characters; none may stop a command
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run one command; the exit code: 0 clean, 1 problems or findings, 2 misuse."""
    try:
        result = cli.main(args=list(arguments), prog_name="reportgen", standalone_mode=False)
    except click.UsageError as error:
        where = f"\n用法见 {error.ctx.command_path} --help" if error.ctx else ""
        return _fail(usage_message(error) + where, MISUSE)
    except click.Abort:
        return _fail("已中断，没有写入任何文件", PROBLEMS)
    except Misuse as misuse:
        return _fail(_text(misuse.problems), MISUSE)
    except ReportgenError as error:
        return _fail(_text(error.problems), PROBLEMS)
    return int(result or OK)


def _text(problems: Sequence[Problem]) -> str:
    return problems_text(problems, width=80)


def _fail(message: str, code: int) -> int:
    click.echo(message, err=True)
    return code
