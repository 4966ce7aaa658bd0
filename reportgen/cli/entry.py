"""The way in: one call, one exit code, no traceback for anything a user did."""

import os
import signal
import sys
from collections.abc import Sequence

import click

from reportgen.cli import ledgers, proving, tracking  # noqa: F401 # they register their commands
from reportgen.cli.chinese import usage_message
from reportgen.cli.commands import cli
from reportgen.console.problems import json_text, problems_text
from reportgen.errors import Misuse, Place, Problem, ReportgenError, os_reason

OK, PROBLEMS, MISUSE = 0, 1, 2


def main() -> None:
    """Run the command line and exit."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="replace")  # a GBK console lacks some characters; none may stop a command
    signal.signal(signal.SIGTERM, _interrupt)
    sys.exit(run(sys.argv[1:]))


def _interrupt(*_: object) -> None:
    """Being ended is like Ctrl-C: LibreOffice is stopped and what it left is removed."""
    raise KeyboardInterrupt


def run(arguments: Sequence[str]) -> int:
    """Run one command; the exit code: 0 clean, 1 problems or findings, 2 misuse."""
    as_json = "--json" in arguments
    try:
        result = cli.main(args=list(arguments) or ["--help"], prog_name="reportgen", standalone_mode=False)
    except click.UsageError as error:
        where = f"；用法见 {error.ctx.command_path} --help" if error.ctx else ""
        return _fail([Problem("usage", usage_message(error) + where)], MISUSE, as_json)
    except (click.Abort, KeyboardInterrupt):
        return _fail([Problem("interrupted", "已中断；原有的文书没有改动")], PROBLEMS, as_json)
    except Misuse as misuse:
        return _fail(misuse.problems, MISUSE, as_json)
    except ReportgenError as error:
        return _fail(error.problems, PROBLEMS, as_json)
    except BrokenPipeError:
        return _reader_gone()
    except OSError as error:
        message = f"系统没有答应（{os_reason(error)}）；请检查权限、磁盘和路径"
        return _fail([Problem("system", message, Place(file=_named(error)))], PROBLEMS, as_json)
    return int(result or OK)


def _named(error: OSError) -> str | None:
    return None if error.filename is None else os.fsdecode(error.filename)


def _reader_gone() -> int:
    """Whoever read the output has closed it, as `head` does; nothing more can be said there."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return PROBLEMS


def _fail(problems: Sequence[Problem], code: int, as_json: bool) -> int:
    if as_json:
        found = {"ok": False, "problems": [problem.as_dict() for problem in problems]}
        click.echo(json_text(found, sys.stdout.encoding))
    else:
        click.echo(problems_text(problems, width=80), err=True)
    return code
