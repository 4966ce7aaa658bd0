"""`reportgen ledger export` and `ledger import` on the command line."""

import contextlib
import json
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from reportgen.cli.entry import run
from reportgen.console.width import columns
from reportgen.pipeline.lock import locked
from tests.exchange.conftest import small as _small
from tests.exchange.offices import FIRST_ROW, column_of

small = _small

CHANGE = ["issue", "field", "old", "new", "rule", "file", "sheet", "cell"]
PROBLEM = ["code", "severity", "message", "file", "line", "column", "sheet", "cell", "part", "paragraph", "table", "row", "col", "text"]  # fmt: skip


@dataclass(frozen=True)
class Ran:
    """What a command did."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]
Filled = Callable[..., Path]


def process(*arguments: str, **environment: str) -> "subprocess.CompletedProcess[bytes]":
    """A real process, for what only a process shows."""
    command = [sys.executable, "-m", "reportgen", "ledger", *arguments]
    return subprocess.run(command, capture_output=True, env={**os.environ, **environment}, check=False)


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def ledger(small: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command of `ledger` on the project of three issues; an import is agreed to beforehand."""

    def call(*arguments: str) -> Ran:
        agreed = ["--yes"] if arguments[0] == "import" else []
        code = run(["ledger", *arguments, *agreed, "--project", str(small)])
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return call


@pytest.fixture
def filled(tmp_path: Path, ledger: Run) -> Filled:
    """The exported ledger with values typed into it: {(heading, row): value}, rows counted from 1 below the header."""

    def fill(values: Mapping[tuple[str, int], Any]) -> Path:
        file = tmp_path / "交回 台账.xlsx"
        ledger("export", str(file), "--force", "-q", "--as-of", "2022-07-29")
        book = openpyxl.load_workbook(file)
        for (heading, row), value in values.items():
            book["整改台账"].cell(FIRST_ROW - 1 + row, column_of(book["整改台账"], heading)).value = value
        book.save(file)
        return file

    return fill


def add_issues(small: Path, count: int) -> None:
    """Issues from 4 on."""
    with (small / "data/issues.yaml").open("a", encoding="utf-8") as file:
        for number in range(4, 4 + count):
            file.write(f"\n  - {{序号: {number}, 方面: 新发现问题, 标题: 第{number}个问题}}\n")


ONE = {("备注", 1): "加快"}
DOUBTFUL = {("备注", 1): "加快", ("整改状态", 1): "差不多"}


# --- export -----------------------------------------------------------------------------------------------------------


def test_export_says_what_was_written_and_as_of_when(ledger: Run, tmp_path: Path) -> None:
    file = tmp_path / "台账.xlsx"
    ran = ledger("export", str(file), "--as-of", "2022-07-29")
    assert (ran.code, ran.out, ran.err) == (0, f"已导出 {file}，统计截至 2022-07-29。\n", "")
    assert openpyxl.load_workbook(file).sheetnames[:3] == ["整改台账", "统计", "三个清单"]
    assert "（今天）" in ledger("export", str(tmp_path / "又.xlsx")).out
    assert ledger("export", str(tmp_path / "静.xlsx"), "-q").out == ""


def test_export_json_is_one_object(ledger: Run, tmp_path: Path) -> None:
    file = tmp_path / "台账.xlsx"
    ran = ledger("export", str(file), "--json", "--as-of", "2022-07-29")
    assert json.loads(ran.out) == {"ok": True, "path": str(file), "as_of": "2022-07-29", "problems": []}


def test_export_gives_the_same_bytes_each_time(ledger: Run, tmp_path: Path) -> None:
    for name in ("一.xlsx", "二.xlsx"):
        ledger("export", str(tmp_path / name), "--as-of", "2022-07-29")
    assert (tmp_path / "一.xlsx").read_bytes() == (tmp_path / "二.xlsx").read_bytes()


def test_export_overwrites_what_may_have_been_filled_in_only_by_force(ledger: Run, tmp_path: Path) -> None:
    file = tmp_path / "台账.xlsx"
    file.write_bytes(b"by hand")
    ran = ledger("export", str(file))
    assert (ran.code, file.read_bytes()) == (2, b"by hand")
    assert "--force" in ran.err
    assert ledger("export", str(file), "--force").code == 0
    assert file.read_bytes()[:2] == b"PK"


@pytest.mark.parametrize(("name", "says"), [("台账.xls", "台账.xlsx"), ("台账", "台账.xlsx"), ("台账.et", "台账.xlsx")])
def test_export_writes_xlsx_alone(ledger: Run, tmp_path: Path, name: str, says: str) -> None:
    ran = ledger("export", str(tmp_path / name))
    assert (ran.code, (tmp_path / name).exists()) == (2, False)
    assert says in ran.err


def test_export_of_a_ledger_with_errors_writes_nothing(ledger: Run, small: Path, tmp_path: Path) -> None:
    path = small / "data/issues.yaml"
    path.write_text(path.read_text("utf-8").replace("整改状态: 正在整改", "整改状态: 差不多"), "utf-8")
    ran = ledger("export", str(tmp_path / "台账.xlsx"), "--json")
    assert (ran.code, (tmp_path / "台账.xlsx").exists()) == (1, False)
    assert json.loads(ran.out)["problems"][0]["code"] == "data-choice"


def test_export_to_where_nothing_can_be_written(ledger: Run, tmp_path: Path) -> None:
    (tmp_path / "文件").write_text("x")
    ran = ledger("export", str(tmp_path / "文件" / "台账.xlsx"))
    assert ran.code == 1
    assert "写不进去" in ran.err


# --- import -----------------------------------------------------------------------------------------------------------


def test_import_shows_issue_field_old_and_new_and_then_writes(ledger: Run, small: Path, filled: Filled) -> None:
    ran = ledger("import", str(filled({**ONE, ("整改时限", 1): "2022年6月底", ("整改措施", 2): "全面检查"})))
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "问题 1  项目整改不彻底",
        "  整改时限：2022-05-31 → 2022-06-30",
        "    （整改台账 M4，“2022年6月底”按最后一天读作 2022-06-30）",
        "  备注：（空） → 加快",
        "    （整改台账 R4）",
        "  措施 2 内容：开展检查 → 全面检查",
        "    （整改台账 F5）",
        f"共 3 处改动，已写入台账；原文件存为 {small / 'data/backup/issues.yaml'}。",
    ]
    assert "    备注: 加快\n" in (small / "data/issues.yaml").read_text("utf-8")


def test_long_values_are_cut_where_they_begin_to_differ(ledger: Run, small: Path, filled: Filled) -> None:
    long = "已建立台账，逐项核对，" + "每周调度一次，" * 12 + "按月通报。"
    path = small / "data/issues.yaml"
    path.write_text(path.read_text("utf-8").replace("已建立台账。", long), "utf-8")
    file = filled({("进展情况", 1): f"{long}另有一处正在办理。"})
    assert (
        "  进展情况：…，按月通报。 → …，按月通报。另有一处正在办理。\n" in ledger("import", str(file), "--dry-run").out
    )
    assert long in ledger("import", str(file), "--dry-run", "-v").out.replace("\n    ", "")


def test_json_is_one_object_with_the_fixed_keys(ledger: Run, filled: Filled) -> None:
    found = json.loads(ledger("import", str(filled(ONE)), "--json").out)
    assert list(found) == ["ok", "written", "changes", "absent", "problems"]
    assert (found["ok"], found["written"], found["absent"], found["problems"]) == (True, True, [], [])
    assert [list(change) for change in found["changes"]] == [CHANGE]
    assert found["changes"][0] == {
        "issue": 1, "field": "备注", "old": None, "new": "加快", "rule": None,
        "file": "交回 台账.xlsx", "sheet": "整改台账", "cell": "R4",
    }  # fmt: skip


def test_problems_in_json_have_every_key_sheet_and_cell(ledger: Run, filled: Filled) -> None:
    ran = ledger("import", str(filled(DOUBTFUL)), "--json")
    found = json.loads(ran.out)
    (problem,) = found["problems"]
    assert (ran.code, found["ok"], found["written"], list(problem)) == (1, False, False, PROBLEM)
    assert (problem["file"], problem["sheet"], problem["cell"]) == ("交回 台账.xlsx", "整改台账", "N4")


def test_an_error_stops_everything_and_stands_with_its_cell(ledger: Run, small: Path, filled: Filled) -> None:
    file = filled(DOUBTFUL)
    before = bytes_of(small / "data")
    ran = ledger("import", str(file))
    assert ran.code == 1
    assert "备注：（空） → 加快" in ran.out
    assert "“整改台账”N4" in ran.err
    assert ran.err.endswith("1 个错误，台账没有改动。\n")
    assert bytes_of(small / "data") == before


def test_dry_run_lists_and_writes_nothing(ledger: Run, small: Path, filled: Filled) -> None:
    file = filled(ONE)
    before = bytes_of(small)
    ran = ledger("import", str(file), "--dry-run")
    assert (ran.code, ran.out.splitlines()[-1]) == (0, "共 1 处改动，没有写入（--dry-run）。")
    assert bytes_of(small) == before


def test_nothing_to_change_is_said(ledger: Run, small: Path, filled: Filled) -> None:
    file = filled({})
    before = bytes_of(small / "data")
    assert ledger("import", str(file)).out == "没有改动。\n"
    assert bytes_of(small / "data") == before


def test_quiet_shows_errors_alone(ledger: Run, filled: Filled) -> None:
    ran = ledger("import", str(filled(ONE)), "-q")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    ran = ledger("import", str(filled(DOUBTFUL)), "-q")
    assert (ran.code, ran.out) == (1, "")
    assert "差不多" in ran.err


def test_warnings_keep_a_workbook_out_only_when_strict(ledger: Run, small: Path, filled: Filled) -> None:
    file = filled(ONE)
    book = openpyxl.load_workbook(file)
    sheet = book["整改台账"]
    sheet.cell(FIRST_ROW - 1, sheet.max_column + 1).value = "我的列"
    book.save(file)
    before = bytes_of(small / "data")
    ran = ledger("import", str(file), "--strict")
    assert ran.code == 1
    assert "我的列" in ran.err
    assert bytes_of(small / "data") == before
    assert ledger("import", str(file)).code == 0


def test_a_long_list_is_cut_and_says_what_is_left_out(ledger: Run, small: Path, filled: Filled) -> None:
    add_issues(small, 70)
    new = {("备注", row): "已核" for row in range(4, 70)} | {("整改措施", row): "建立清单" for row in range(60, 70)}
    file = filled(new)
    cut = ledger("import", str(file), "--dry-run").out
    whole = ledger("import", str(file), "--dry-run", "-v").out
    assert cut.count("→") == 60
    assert "（只列出前 60 处，还有 16 处没有列出：备注 8 处、措施 内容 8 处；加 -v 列出全部）" in cut.replace("\n", "")
    assert whole.count("→") == 76


def test_issues_that_the_table_does_not_mention_are_named(ledger: Run, small: Path, tmp_path: Path) -> None:
    add_issues(small, 20)
    book = openpyxl.Workbook()
    book.active.append(["序号", "反馈问题", "备注"])
    book.active.append([1, "项目整改不彻底", "急"])
    book.save(tmp_path / "一条.xlsx")
    out = ledger("import", str(tmp_path / "一条.xlsx"), "--dry-run").out
    assert "表里没有提到问题 2、3、4、5、6、7、8、9、10、11、12、13 等 22 个，台账里的没有动。" in out


@pytest.mark.parametrize("command", [["export", "台账.xlsx"], ["import", "台账.xlsx"]])
def test_outside_of_a_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["ledger", *command]) == 2
    assert "reportgen init" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["import"], ["export"], ["import", "a.xlsx", "--on", "2022.5.1"], ["imprt"]])
def test_misuse_ends_with_two(ledger: Run, arguments: list[str]) -> None:
    assert ledger(*arguments).code == 2


def test_files_that_are_no_workbooks(ledger: Run, tmp_path: Path) -> None:
    (tmp_path / "台账.xlsx").write_text("a,b", "utf-8")
    for name, says in (("没有.xlsx", "没有这个文件"), ("台账.xlsx", "CSV"), (".", "文件夹")):
        ran = ledger("import", str(tmp_path / name))
        assert (ran.code, says in ran.err) == (1, True)


def test_help_is_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("export", "import"):
        assert run(["ledger", command, "--help"]) == 0
        lines = capsys.readouterr().out.splitlines()
        assert lines[0].startswith(f"用法：reportgen ledger {command} [选项] 文件")
        assert max(map(columns, lines)) <= 80
        assert not {"Usage", "Options"} & set(" ".join(lines).split())


def test_nothing_is_wider_than_eighty_columns(ledger: Run, filled: Filled) -> None:
    long = "没有标点的很长的文字" * 30
    file = filled({
        ("备注", 1): long, ("反馈问题", 1): long, ("整改措施", 2): "https://example.gov.cn/zgtz 制定办法",
        ("责任单位", 1): "市财政局\n市委办公室", ("整改状态", 4): long, ("整改时限", 4): long,
    })  # fmt: skip
    for more in ([], ["-v"]):
        ran = ledger("import", str(file), "--dry-run", *more)
        assert max(map(columns, (ran.out + ran.err).splitlines())) <= 80


def test_a_console_in_gbk_stops_nothing(small: Path, filled: Filled) -> None:
    file = filled({("备注", 1): "𠮷👩 ⏎"})
    for arguments in (["--dry-run"], ["--dry-run", "--json"]):
        done = process("import", str(file), "--project", str(small), *arguments, PYTHONIOENCODING="gbk")
        assert (done.returncode, done.stderr) == (0, b"")
        assert "备注" in (done.stdout.decode("gbk") if "--json" not in arguments else json.loads(done.stdout)["changes"][0]["field"])  # fmt: skip


# --- a terminal -------------------------------------------------------------------------------------------------------


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are a POSIX facility")
@pytest.mark.parametrize(
    ("typed", "code", "written"),
    [("是\n", 0, True), ("否\n", 0, False), ("\n", 0, False), ("\x04", 1, False)],
)
def test_whoever_sits_at_a_terminal_is_asked(small: Path, filled: Filled, typed: str, code: int, written: bool) -> None:
    file = filled(ONE)
    before = bytes_of(small / "data")
    done, said = at_terminal(typed, "import", str(file), "--project", str(small))
    assert "共 1 处改动，写入台账吗？（是/否）" in said
    assert done == code
    assert (bytes_of(small / "data") != before) is written


def test_where_nobody_can_be_asked_nothing_is_written_without_yes(small: Path, filled: Filled) -> None:
    file = filled(ONE)
    before = bytes_of(small / "data")
    for answer in (b"", "是\n".encode()):
        command = [sys.executable, "-m", "reportgen", "ledger", "import", str(file), "--project", str(small)]
        done = subprocess.run(command, input=answer, capture_output=True, check=False)
        assert done.returncode == 2
        assert "加 --yes" in done.stderr.decode().replace("\n      ", "")
    done = subprocess.run([*command, "--json"], capture_output=True, check=False)
    assert (done.returncode, json.loads(done.stdout)["written"]) == (0, False)
    assert bytes_of(small / "data") == before


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are a POSIX facility")
def test_yes_is_not_asked(small: Path, filled: Filled) -> None:
    done, said = at_terminal("", "import", str(filled(ONE)), "--project", str(small), "--yes")
    assert (done, "写入台账吗" in said, "已写入台账" in said) == (0, False, True)


def at_terminal(typed: str, *arguments: str) -> tuple[int, str]:
    """The exit code and what was shown, where standard input and output are a terminal into which was typed."""
    import pty

    leader, follower = pty.openpty()
    command = [sys.executable, "-m", "reportgen", "ledger", *arguments]
    child = subprocess.Popen(command, stdin=follower, stdout=follower, stderr=follower, start_new_session=True, preexec_fn=own_terminal)  # fmt: skip
    os.close(follower)
    said = b""
    with contextlib.suppress(OSError):  # the terminal is gone when the command is
        while select.select([leader], [], [], 60)[0] and (part := os.read(leader, 4096)):
            said += part
            if typed and "（是/否）".encode() in said:
                os.write(leader, typed.encode())
                typed = ""
    os.close(leader)
    try:
        return child.wait(30), said.decode()
    except subprocess.TimeoutExpired:
        child.kill()
        raise


def own_terminal() -> None:
    """Make standard input the terminal that controls the process."""
    import fcntl
    import termios

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


# --- when writing fails -----------------------------------------------------------------------------------------------


def test_while_another_command_writes(ledger: Run, small: Path, filled: Filled) -> None:
    file = filled(ONE)
    before = bytes_of(small / "data")
    with locked(small / "out"):
        ran = ledger("import", str(file))
    assert (ran.code, bytes_of(small / "data")) == (1, before)
    assert ledger("import", str(file)).code == 0


def test_a_read_only_ledger_stays_as_it_was_and_gets_no_copy(ledger: Run, small: Path, filled: Filled) -> None:
    file = filled(ONE)
    (small / "data/issues.yaml").chmod(0o444)
    before = bytes_of(small / "data")
    ran = ledger("import", str(file))
    assert ran.code == 1
    assert "只读" in ran.err
    assert bytes_of(small / "data") == before


@pytest.mark.skipif(sys.platform == "win32", reason="file size limits are a POSIX facility")
def test_a_disk_that_takes_no_more_leaves_everything_as_it_was(small: Path, filled: Filled) -> None:
    """A limit on file size fails in the middle of a file, as a full disk does."""
    file = filled(ONE)
    before = bytes_of(small / "data")
    script = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (500, 500));"
        "from reportgen.cli.entry import run; sys.exit(run(sys.argv[1:]))"
    )
    command = [sys.executable, "-B", "-c", script, "ledger", "import", str(file), "--yes", "--project", str(small)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "磁盘满了" in done.stderr
    assert bytes_of(small / "data") == before


@pytest.mark.skipif(sys.platform == "win32", reason="nothing is killed so on Windows")
def test_a_killed_import_leaves_the_old_ledger_or_the_new_one(small: Path, filled: Filled) -> None:
    file = filled(ONE)
    path = small / "data/issues.yaml"
    old = path.read_text("utf-8")
    new = old.replace("整改时限: 2022-03-31\n", "整改时限: 2022-03-31\n    备注: 加快\n")
    command = [sys.executable, "-m", "reportgen", "ledger", "import", str(file), "--yes", "--project", str(small), "-q"]
    for delay in (0.3, 0.6, 0.9):
        child = subprocess.Popen(command)
        time.sleep(delay)
        child.send_signal(signal.SIGKILL)
        child.wait()
        assert path.read_text("utf-8") in (old, new)
    assert subprocess.run(command, check=False).returncode == 0
    assert path.read_text("utf-8") == new
