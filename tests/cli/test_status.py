"""`reportgen status`: how far the rectification has come, on the terminal and as JSON, and where a figure comes from."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, Protocol

import pytest

from reportgen.console.width import columns

LONG = "<script>alert(1)</script> & “两个维护” [red]方括号[/red] 👩‍👩‍👧 𠮷 " + "没有标点的很长的标题" * 12
KEYS = ["ok", "as_of", "total", "by_status", "rate", "overdue", "due_soon", "dated_by", "within", "by_aspect", "by_unit",
        "by_group", "time_limits", "close_out", "next_document", "problems"]  # fmt: skip


class Ran(Protocol):
    """What a command did."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]
Edit = Callable[[str, str, str], None]


def status_process(project: Path, *arguments: str, **environment: str) -> "subprocess.CompletedProcess[bytes]":
    """A real process, for what only a process shows."""
    return subprocess.run(
        [sys.executable, "-m", "reportgen", "status", "--project", str(project), *arguments],
        capture_output=True,
        env={**os.environ, **environment},
        check=False,
    )


def as_json(ran: Ran) -> Any:
    return json.loads(ran.out)


def test_json_has_the_fixed_keys_first_and_the_figures_of_the_sample(reportgen: Run) -> None:
    ran = reportgen("status", "--as-of", "2022-07-29", "--json")
    found = as_json(ran)
    assert (ran.code, list(found)) == (0, KEYS)
    assert (found["ok"], found["as_of"], found["total"], found["rate"]) == (True, "2022-07-29", 28, 0.6429)
    assert found["by_status"] == {"已完成": 18, "基本完成": 3, "正在整改": 3, "未启动": 1, "长期坚持": 3}
    assert (found["overdue"], found["due_soon"]) == ([], [])
    assert (found["dated_by"], found["within"]) == ("--as-of", 15)


def test_what_is_late_and_what_is_due_stands_in_the_order_of_the_ledger(reportgen: Run) -> None:
    found = as_json(reportgen("status", "--as-of", "2022-12-20", "--within", "30", "--json"))
    assert (found["overdue"], found["due_soon"]) == ([1, 4], [13, 23, 25])
    assert as_json(reportgen("status", "--as-of", "2022-12-20", "--within", "10", "--json"))["due_soon"] == []
    assert as_json(reportgen("status", "--as-of", "2022-12-20", "--within", "11", "--json"))["due_soon"] == [13, 23, 25]


def test_rows_of_aspects_units_and_groups_add_up(reportgen: Run) -> None:
    found = as_json(reportgen("status", "--as-of", "2022-07-29", "--json"))
    for key, rows in (("by_aspect", 4), ("by_unit", 16), ("by_group", 8)):
        table = found[key]
        assert len(table) == rows
        assert sum(row["问题数"] for row in table) == 28
        assert sum(row["已完成数"] for row in table) == 18
    assert found["by_aspect"][0]["名称"] == "整改任务落实"
    assert found["by_aspect"][0]["完成率"] == 0.75


def test_time_limits_have_their_end_and_their_source(reportgen: Run) -> None:
    limits = as_json(reportgen("status", "--as-of", "2022-05-01", "--json"))["time_limits"]
    assert [(limit["事项"], limit["到期日"], limit["剩余天数"]) for limit in limits] == [
        ("报送整改方案", "2021-12-11", -141),
        ("集中整改", "2022-05-11", 10),
        ("报送集中整改进展情况报告", "2022-06-11", 41),
    ]
    assert all(limit["依据"].startswith("省委巡视办") for limit in limits)


def test_a_limit_that_cannot_be_reckoned_says_why(reportgen: Run, edit: Edit) -> None:
    edit("inspection.yaml", "期限: 7个月", "期限: 3000个工作日")
    text = reportgen("status", "--as-of", "2022-05-01").out
    assert "不能确定" in text
    assert "放假安排没有收录" in text
    limit = as_json(reportgen("status", "--as-of", "2022-05-01", "--json"))["time_limits"][2]
    assert limit["到期日"] is None
    assert "放假安排没有收录" in limit["不能确定"]


def test_steps_of_close_out_are_counted_as_of_the_date(reportgen: Run) -> None:
    def steps(day: str) -> object:
        return as_json(reportgen("status", "--as-of", day, "--json"))["close_out"]

    assert steps("2022-12-20") == {"申请": 18, "复核": 18, "批准": 18, "销号": 18}
    assert steps("2021-12-26") == {"申请": 2, "复核": 1, "批准": 1, "销号": 1}


@pytest.mark.parametrize(
    ("day", "kind"),
    [
        ("2021-11-30", "plan"),
        ("2021-12-10", "report"),
        ("2022-07-28", "report"),
        ("2022-07-29", "notice"),
        ("2022-08-16", None),
    ],
)
def test_the_next_document_is_the_first_whose_date_is_to_come(reportgen: Run, day: str, kind: str | None) -> None:
    document = as_json(reportgen("status", "--as-of", day, "--json"))["next_document"]
    assert (document and document["kind"]) == kind


def test_when_all_dates_have_passed_it_is_said(reportgen: Run) -> None:
    assert "各文书的成文日期都已过" in reportgen("status", "--as-of", "2022-08-16").out
    assert "数据齐全" in reportgen("status", "--as-of", "2022-07-29").out


def test_what_the_next_document_lacks_is_shown_with_its_place(reportgen: Run, edit: Edit) -> None:
    edit("documents.yaml", "  成文日期: 2022-08-16\n", "")
    ran = reportgen("status", "--as-of", "2022-12-20")
    assert ran.code == 0
    assert "成文日期还没有填写；数据还不齐" in ran.out
    assert "整改进展情况通报：公文要素缺“成文日期”；请补上" in ran.out
    document = as_json(reportgen("status", "--as-of", "2022-12-20", "--json"))["next_document"]
    assert document["成文日期"] is None
    (lacking,) = document["missing"]
    assert (lacking["code"], lacking["file"]) == ("kind-needs", "data/documents.yaml")
    assert lacking["line"]


def test_the_terminal_says_date_counts_and_lists(reportgen: Run) -> None:
    text = reportgen("status", "--as-of", "2022-12-20", "--within", "30").out
    assert "示例市委巡视整改进度  截至2022年12月20日（--as-of）" in text
    assert "28 个问题，完成率 67.86%；逾期 2 个，30 天之内到期 3 个。" in text
    assert "已完成 19 个、基本完成 3 个、正在整改 2 个、未启动 1 个、长期坚持 3 个。" in text
    late = text[text.index("逾期 2 个\n") : text.index("临期 3 个（30 天之内到期）")].splitlines()
    assert late[1].split() == ["序号", "整改时限", "逾期天数", "牵头单位", "标题"]
    *cells, title = late[3].split()
    assert cells == ["1", "2022-09-30", "81", "市住房城乡建设局"]
    assert title.startswith("省委指出的部分项目问题")
    assert title.endswith("…")
    assert "已完成而没有销号的 1 个" in text


def test_without_a_date_it_is_today_and_says_so(reportgen: Run) -> None:
    before = date.today()
    text = reportgen("status").out
    days = {before, date.today()}
    assert any(f"截至{day.year}年{day.month}月{day.day}日（今天）" in text for day in days)


def test_columns_of_nothing_but_zeros_are_left_out(reportgen: Run) -> None:
    def headings(day: str) -> list[str]:
        lines = reportgen("status", "--as-of", day).out.splitlines()
        return next(line.split() for line in lines if line.startswith("方面"))

    assert "逾期" not in headings("2022-07-29")
    assert "逾期" in headings("2022-12-20")


@pytest.mark.parametrize("arguments", [(), ("-v",), ("--explain", "问题总数"), ("--explain", "资金合计", "-v")])
def test_nothing_is_wider_than_80_columns(
    reportgen: Run, edit: Edit, project: Path, arguments: tuple[str, ...]
) -> None:
    edit("issues.yaml", "标题: 省委指出的部分项目问题整改后未见底，仍留有尾巴", f"标题: '{LONG}'")
    for sheet in (project / "data/inspection.yaml", project / "data/issues.yaml"):
        renamed = sheet.read_text("utf-8").replace("综合协调专项整改组", "综合协调以及其他各项没有归口的事项专项整改组")
        sheet.write_text(renamed, "utf-8")
    ran = reportgen("status", "--as-of", "2022-12-20", "--within", "30", *arguments)
    assert ran.code == 0
    assert max(map(columns, ran.out.splitlines())) <= 80


def test_markup_in_a_title_is_text(reportgen: Run, edit: Edit) -> None:
    edit("issues.yaml", "标题: 省委指出的部分项目问题整改后未见底，仍留有尾巴", "标题: '[red]甲[/red] :smile:'")
    assert "[red]甲[/red] :smile:" in reportgen("status", "--as-of", "2022-12-20").out


def test_twenty_rows_unless_all_are_asked_for(reportgen: Run, project: Path) -> None:
    path = project / "data/issues.yaml"
    head, first, *_ = path.read_text("utf-8").split("  - 序号: ")
    text = head + "".join(f"  - 序号: {number}\n{first.split(chr(10), 1)[1]}" for number in range(1, 26))
    path.write_text(text, "utf-8")
    sheet = project / "data/inspection.yaml"
    sheet.write_text(
        sheet.read_text("utf-8").replace("  问题数: ", "  # 问题数: ").replace("    # 问题数: ", "    # "), "utf-8"
    )
    (project / "data/activities.yaml").write_text("会议: []\n", "utf-8")
    (project / "data/journal.yaml").unlink(missing_ok=True)
    short, long = (reportgen("status", "--as-of", "2022-12-20", *flag).out for flag in ((), ("-v",)))
    assert "（还有 5 个，加 -v 列出全部）" in short
    assert "加 -v 列出全部" not in long
    assert (short.count("2022-09-30"), long.count("2022-09-30")) == (20, 25)


def test_quiet_shows_what_is_overdue_and_nothing_else(reportgen: Run) -> None:
    assert reportgen("status", "--as-of", "2022-07-29", "-q").out == ""
    lines = reportgen("status", "--as-of", "2022-12-20", "-q").out.splitlines()
    assert (lines[0], len(lines)) == ("逾期 2 个", 5)


def test_overdue_is_a_fact_and_fails_only_with_strict(reportgen: Run) -> None:
    assert reportgen("status", "--as-of", "2022-12-20").code == 0
    ran = reportgen("status", "--as-of", "2022-12-20", "--strict", "--json")
    assert (ran.code, as_json(ran)["ok"]) == (1, False)


def test_a_warning_of_the_ledger_fails_with_strict(reportgen: Run, edit: Edit) -> None:
    edit("issues.yaml", "整改目标: 对遗留项目", "整改目标: 对 #遗留项目")
    ran = reportgen("status", "--as-of", "2022-07-29")
    assert ran.code == 0
    assert "个提醒，加 -v 列出" in ran.err
    assert reportgen("status", "--as-of", "2022-07-29", "--strict").code == 1
    assert "data-lost-comment" in reportgen("status", "--as-of", "2022-07-29", "--json").out


def test_a_ledger_with_errors_shows_them_and_no_figures(reportgen: Run, edit: Edit) -> None:
    edit("issues.yaml", "整改状态: 基本完成", "整改状态: 差不多")
    ran = reportgen("status", "--as-of", "2022-07-29")
    assert (ran.code, ran.out) == (1, "")
    assert "整改状态“差不多”不在规定的范围内" in ran.err.replace("\n      ", "")
    assert "错误改好以后才能看进度" in ran.err
    found = as_json(reportgen("status", "--as-of", "2022-07-29", "--json"))
    assert (found["ok"], list(found)) == (False, ["ok", "problems"])


def test_before_the_feedback_there_is_no_status(reportgen: Run) -> None:
    ran = reportgen("status", "--as-of", "2021-11-10", "--json")
    assert ran.code == 1
    assert "as-of-before-feedback" in ran.out


def test_a_rate_is_explained_by_its_parts(reportgen: Run) -> None:
    text = reportgen("status", "--as-of", "2022-07-29", "--explain", "完成率").out
    assert text.startswith("完成率：64.29%\n截至  2022年7月29日（--as-of）\n")
    assert "18 ÷ 28" in text
    assert "已完成数 18，问题总数 28" in text


def test_a_count_is_explained_by_its_records_with_their_lines(reportgen: Run, project: Path) -> None:
    found = as_json(reportgen("status", "--as-of", "2022-12-20", "--explain", "逾期数", "--json"))
    assert list(found) == ["ok", "name", "meaning", "formula", "value", "entries", "parts"]
    assert (found["name"], found["value"]) == ("逾期数", 2)
    lines = (project / "data/issues.yaml").read_text("utf-8").splitlines()
    entries = found["entries"]
    assert [entry["file"] for entry in entries] == ["data/issues.yaml"] * 2
    assert [lines[entry["line"] - 1].strip() for entry in entries] == ["- 序号: 1", "- 序号: 4"]
    text = reportgen("status", "--as-of", "2022-12-20", "--explain", "逾期数").out
    assert "data/issues.yaml 里的 2 条记录" in text
    assert f"{entries[0]['line']}  基本完成，整改时限 2022-09-30  问题 1 省委指出的部分项目问题整改后" in text


def test_sums_of_money_show_what_each_record_adds(reportgen: Run) -> None:
    found = as_json(reportgen("status", "--as-of", "2022-07-29", "--explain", "资金合计", "--json"))
    assert found["value"] == 4902500
    assert sum(entry["weight"] for entry in found["entries"]) == 4902500
    assert {entry["file"] for entry in found["entries"]} == {"data/activities.yaml"}
    assert "490.25万元" in reportgen("status", "--as-of", "2022-07-29", "--explain", "资金合计").out


def test_more_than_forty_records_are_cut(reportgen: Run, project: Path) -> None:
    meetings = "".join(f"  - 日期: 2022-03-{day:02d}\n    类型: 市委常委会\n    议题: 第{n}项\n"
                       for n, day in enumerate([*range(1, 29), *range(1, 29)]))  # fmt: skip
    (project / "data/activities.yaml").write_text(f"会议类型: [市委常委会]\n会议:\n{meetings}", "utf-8")
    short, long = (
        reportgen("status", "--as-of", "2022-07-29", "--explain", "会议总数", *flag).out for flag in ((), ("-v",))
    )
    assert "（只列出前 40 条，加 -v 列出全部）" in short
    assert (short.count("2022-03-"), long.count("2022-03-")) == (40, 56)


def test_a_figure_that_is_not_there_names_the_nearest(reportgen: Run) -> None:
    ran = reportgen("status", "--explain", "完成律")
    assert ran.code == 2
    assert "没有“完成律”这个数" in ran.err
    assert "“完成率”" in ran.err
    found = as_json(reportgen("status", "--explain", "完成律", "--json"))
    assert found["problems"][0]["code"] == "status-unknown-figure"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--within", "很快"), "天数“很快”不对，请写 0 到 3650 之间的整数"),
        (("--within", "-1"), "请写 0 到 3650 之间的整数"),
        (("--within", "3651"), "请写 0 到 3650 之间的整数"),
        (("--explain", "完成率", "--html", "a.html"), "--explain 和 --html 不能同时用"),
        (("--html", "issues.yaml"), "以 .html 结尾"),
    ],
)
def test_a_wrong_call_says_what_to_write(reportgen: Run, arguments: tuple[str, ...], says: str) -> None:
    ran = reportgen("status", *arguments)
    assert ran.code == 2
    assert says in ran.err.replace("\n      ", "")


def test_the_page_is_written_and_named(reportgen: Run, tmp_path: Path) -> None:
    page = tmp_path / "进度 页.html"
    ran = reportgen("status", "--as-of", "2022-07-29", "--html", str(page))
    assert ran.code == 0
    assert "已写入" in ran.out
    first = page.read_bytes()
    reportgen("status", "--as-of", "2022-07-29", "--html", str(page))
    assert page.read_bytes() == first
    assert sorted(path.name for path in tmp_path.iterdir()) == ["整改 项目", "进度 页.html"]


def test_a_page_that_cannot_be_written_is_a_problem_and_the_old_one_stays(reportgen: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("旧页面", "utf-8")
    page.chmod(0o444)
    ran = reportgen("status", "--as-of", "2022-07-29", "--html", str(page))
    assert ran.code == 1
    assert "写不进去" in ran.err
    assert page.read_text("utf-8") == "旧页面"
    folder = tmp_path / "文件夹.html"
    folder.mkdir()
    assert "写不进去" in reportgen("status", "--as-of", "2022-07-29", "--html", str(folder)).err


@pytest.mark.parametrize("encoding", ["gbk", "ascii"])
def test_a_console_without_all_characters_stops_nothing(project: Path, encoding: str) -> None:
    path = project / "data/issues.yaml"
    path.write_text(path.read_text("utf-8").replace("标题: 省委指出的部分项目", f"标题: '{LONG}' #"), "utf-8")
    done = status_process(project, "--as-of", "2022-12-20", "--within", "30", PYTHONIOENCODING=encoding)
    assert done.returncode == 0
    if encoding == "gbk":
        lines = done.stdout.decode("gbk").splitlines()
        assert "截至2022年12月20日" in lines[0]
        assert max(map(columns, lines)) <= 80
        assert "…" not in "".join(lines)


def on_a_terminal(project: Path, **environment: str) -> str:
    """What a command shows on a real terminal."""
    pty = pytest.importorskip("pty", reason="this system has no pseudo-terminals")
    leader, follower = pty.openpty()
    command = [sys.executable, "-m", "reportgen", "status", "--as-of", "2022-12-20", "--project", str(project)]
    clean = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "TERM")}
    running = subprocess.Popen(command, stdout=follower, stderr=subprocess.DEVNULL, env={**clean, **environment})
    os.close(follower)
    shown = b""
    try:
        while chunk := os.read(leader, 65536):
            shown += chunk
    except OSError:
        pass  # the end of a pseudo-terminal is an error on Linux
    os.close(leader)
    assert running.wait() == 0
    return shown.decode("utf-8")


def test_colours_only_on_a_terminal_that_wants_them(project: Path, reportgen: Run) -> None:
    assert "\x1b[" in on_a_terminal(project, TERM="xterm", PYTHONIOENCODING="utf-8")
    assert "\x1b[" not in on_a_terminal(project, TERM="xterm", NO_COLOR="1", PYTHONIOENCODING="utf-8")
    assert "\x1b[" not in reportgen("status", "--as-of", "2022-12-20").out
