"""The command line as design, section 5, fixes it."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pytest

from reportgen.cli.entry import run
from reportgen.console.width import columns


class Ran(Protocol):
    """What a command did."""

    code: int
    out: str
    err: str


def process(*arguments: str, **environment: str) -> "subprocess.CompletedProcess[bytes]":
    """A real process, for what only a process shows."""
    return subprocess.run(
        [sys.executable, "-m", "reportgen", *arguments],
        capture_output=True,
        env={**os.environ, **environment},
        check=False,
    )


def test_build_writes_three_documents_and_says_their_dates(reportgen: Callable[..., Ran], project: Path) -> None:
    ran = reportgen("build")
    assert ran.code == 0
    names = {"整改方案.docx", "整改进展情况报告.docx", "整改进展情况通报.docx", "manifest.json"}
    assert {path.name for path in (project / "out").iterdir() if not path.name.startswith(".")} == names
    assert "2021年12月10日（成文日期）" in ran.out
    assert "2022年7月29日（成文日期）" in ran.out


def test_build_json_is_one_object_with_digests(reportgen: Callable[..., Ran]) -> None:
    import hashlib

    result = json.loads(reportgen("build", "--json").out)
    assert (result["ok"], result["problems"]) == (True, [])
    assert [document["kind"] for document in result["documents"]] == ["plan", "report", "notice"]
    for document in result["documents"]:
        assert hashlib.sha256(Path(document["path"]).read_bytes()).hexdigest() == document["sha256"]


@pytest.mark.parametrize("name", ["plan", "整改方案"])
def test_one_kind_by_id_or_by_name(reportgen: Callable[..., Ran], project: Path, name: str) -> None:
    assert reportgen("build", name).code == 0
    assert [path.name for path in (project / "out").glob("*.docx")] == ["整改方案.docx"]


def test_as_of_holds_for_every_document_and_is_said(reportgen: Callable[..., Ran]) -> None:
    ran = reportgen("build", "--as-of", "2022-08-31")
    assert ran.out.count("2022年8月31日（--as-of）") == 3


def test_validate_of_a_sound_ledger(reportgen: Callable[..., Ran]) -> None:
    assert (reportgen("validate").code, reportgen("validate").out) == (0, "台账没有问题。\n")
    assert json.loads(reportgen("validate", "--json").out) == {"ok": True, "problems": []}


def test_problem_objects_have_every_key(reportgen: Callable[..., Ran], edit: Callable[[str, str, str], None]) -> None:
    edit("issues.yaml", "整改状态: 基本完成", "整改状态: 差不多")
    (problem,) = json.loads(reportgen("validate", "--json").out)["problems"]
    assert list(problem) == [
        "code", "severity", "message", "file", "line", "column", "sheet", "cell",
        "part", "paragraph", "table", "row", "col", "text",
    ]  # fmt: skip
    assert problem["severity"] == "error"


def test_warnings_fail_only_with_strict(reportgen: Callable[..., Ran], edit: Callable[[str, str, str], None]) -> None:
    edit("narrative.yaml", "{{ 事实.专项整改组数 }}个专项整改组", "8个专项整改组")
    assert (reportgen("build").code, reportgen("build", "--strict").code) == (0, 1)
    assert "直接写了数字“8个”" in reportgen("validate").err.replace("\n      ", "")


def test_kinds_lists_the_three(reportgen: Callable[..., Ran]) -> None:
    lines = reportgen("kinds").out.splitlines()
    assert [line.split() for line in lines] == [
        ["plan", "整改方案", "通知", "党内", "整改方案.docx"],
        ["report", "整改进展情况报告", "报告", "党内", "整改进展情况报告.docx"],
        ["notice", "整改进展情况通报", "通报", "社会", "整改进展情况通报.docx"],
    ]


def test_init_makes_a_project_that_builds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "新 项目"
    assert run(["init", str(folder)]) == 0
    assert run(["build", "--project", str(folder)]) == 0
    assert len(list((folder / "out").glob("*.docx"))) == 3
    assert run(["init", str(folder)]) == 2
    assert "已经有文件了" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["build", "报告书"], "没有“报告书”这种文书"),
        (["build", "--as-of", "2022.8.1"], "请写成 2022-07-29"),
        (["build", "--as-of"], "后面要写上它的值"),
        (["build", "--没有"], "没有“--没有”这个选项"),
        (["built"], "没有这个命令；是不是 build？"),
        (["init"], "缺少参数"),
    ],
)
def test_misuse_ends_with_two_and_says_what_to_write(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: list[str], says: str
) -> None:
    monkeypatch.chdir(project)
    assert run(arguments) == 2
    assert says in capsys.readouterr().err


def test_outside_a_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["build"]) == 2
    assert "这里不是项目文件夹" in capsys.readouterr().err


def test_a_project_is_found_from_below(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project / "data")
    assert run(["validate"]) == 0


@pytest.mark.parametrize("arguments", [[], ["build"], ["validate"], ["kinds"], ["init"]])
def test_help_is_chinese_and_fits_80_columns(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    assert run([*arguments, "--help"]) == 0
    text = capsys.readouterr().out
    assert "用法：" in text
    assert "选项" in text
    for english in ("Usage", "Options", "Commands", "Show this", "COMMAND", "OPTIONS"):
        assert english not in text
    assert max(columns(line) for line in text.splitlines()) <= 80


def test_help_and_kinds_start_without_the_heavy_libraries(project: Path) -> None:
    script = (
        "import sys; from reportgen.cli.entry import run; code = run(sys.argv[1:]);"
        "print(code, sorted({'docx', 'docxtpl', 'pydantic', 'openpyxl', 'lxml'} & set(sys.modules)))"
    )
    for arguments in (["--help"], ["kinds", "--project", str(project)]):
        done = subprocess.run([sys.executable, "-c", script, *arguments], capture_output=True, text=True, check=True)
        assert done.stdout.splitlines()[-1] == "0 []"


def test_a_gbk_console_stops_nothing(project: Path) -> None:
    path = project / "data/issues.yaml"
    path.write_text(path.read_text("utf-8").replace("整改状态: 基本完成", "整改状态: 龘𠮷☃", 1), "utf-8")
    done = process("build", "--project", str(project), PYTHONIOENCODING="gbk")
    assert done.returncode == 1
    assert "整改状态" in done.stderr.decode("gbk")
    as_json = process("build", "--json", "--project", str(project), PYTHONIOENCODING="gbk")
    assert "龘𠮷☃" in json.loads(as_json.stdout.decode("gbk"))["problems"][0]["message"]


def test_an_ascii_console_stops_nothing(project: Path) -> None:
    done = process("kinds", "--project", str(project), PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert b"plan" in done.stdout
