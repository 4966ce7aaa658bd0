"""`reportgen ledger split`: each unit its own workbook, with nothing open in it but what the unit fills in."""

import json
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
import yaml

from reportgen.console.width import columns
from tests.cli.rounds import HEADER_ROW, MAIN, SUB_ISSUES, Round, Run, column_of, issues_in, rows_of, shorten

DATED = ("--on", "2022-07-01", "--due", "2022-07-22")
OPEN = ["措施完成日期", "整改状态", "完成日期", "进展情况", "佐证材料", "备注"]


@pytest.fixture
def project(project: Path) -> Path:
    """A project with the first issues of the sample."""
    shorten(project, 6)
    return project


def issues(project: Path) -> list[dict[str, object]]:
    return list(yaml.safe_load((project / "data/issues.yaml").read_text("utf-8"))["问题清单"])


@pytest.mark.parametrize(
    ("by", "units_of"),
    [
        ("牵头单位", lambda record: [record.get("牵头单位")]),
        ("责任单位", lambda record: record.get("责任单位", [])),
        ("专项整改组", lambda record: [record.get("专项整改组")]),
    ],
)
def test_each_workbook_holds_the_rows_of_its_unit_and_no_others(
    project: Path, reportgen: Run, by: str, units_of: Callable[[dict[str, object]], list[str]]
) -> None:
    folder = project / "下发"
    assert reportgen("ledger", "split", str(folder), "--by", by, *DATED).code == 0
    wanted: dict[str, set[int]] = {}
    for issue in issues(project):
        for record in (issue, *(each for each in issue["整改措施"] if isinstance(each, dict))):  # type: ignore[attr-defined]
            for unit in filter(None, units_of(record)):
                wanted.setdefault(unit, set()).add(int(str(issue["序号"])))
    assert {path.stem: set(issues_in(path)) for path in folder.iterdir()} == wanted


def test_a_unit_that_leads_one_measure_sees_that_measure_alone(sent: Round) -> None:
    sheet = openpyxl.load_workbook(sent.folder / "市行政审批局.xlsx")[MAIN]
    (row,) = rows_of(sheet, 1)
    assert str(sheet.cell(row, column_of(sheet, "整改措施")).value).startswith("对手续不全的项目实行集中会审")
    locked = {heading: sheet.cell(row, column_of(sheet, heading)).protection.locked for heading in OPEN}
    assert locked == {heading: heading != "措施完成日期" for heading in OPEN}


def test_everything_is_locked_but_the_cells_to_fill_in(sent: Round) -> None:
    for path in sent.folder.iterdir():
        book = openpyxl.load_workbook(path)
        for sheet in book.worksheets:
            assert sheet.protection.sheet or sheet.sheet_state != "visible", (path.name, sheet.title)
            headings = {cell.column: cell.value for cell in sheet[HEADER_ROW]}
            for row in sheet.iter_rows():
                for cell in row:
                    fills = (
                        sheet.title in (MAIN, SUB_ISSUES) and cell.row > HEADER_ROW and headings[cell.column] in OPEN
                    )
                    assert cell.protection.locked or fills, (path.name, sheet.title, cell.coordinate)


def test_who_leads_an_issue_can_fill_in_all_that_is_open_of_it(sent: Round) -> None:
    sheet = openpyxl.load_workbook(sent.folder / "市国资委.xlsx")[MAIN]
    top = rows_of(sheet, 2)[0]
    assert [heading for heading in OPEN if sheet.cell(top, column_of(sheet, heading)).protection.locked] == []
    dates = column_of(sheet, "措施完成日期")
    assert not any(sheet.cell(row, dates).protection.locked for row in rows_of(sheet, 2))


def test_the_measure_of_an_issue_that_another_unit_leads_is_locked(sent: Round) -> None:
    sheet = openpyxl.load_workbook(sent.folder / "市住房城乡建设局.xlsx")[MAIN]
    dates = column_of(sheet, "措施完成日期")
    assert [sheet.cell(row, dates).protection.locked for row in rows_of(sheet, 1)] == [False, True, False]


def test_a_merged_cell_holds_its_value_once(sent: Round) -> None:
    """What stood below it would stay when a unit types into it, and contradict what was typed."""
    from reportgen.workbook.reading import read_workbook

    sheet = next(sheet for sheet in read_workbook(sent.folder / "市国资委.xlsx").sheets if sheet.name == MAIN)
    covered = [
        (row, column)
        for area in sheet.merged
        for row in range(area.top, area.bottom + 1)
        for column in range(area.left, area.right + 1)
        if (row, column) != (area.top, area.left) and sheet.cell(row, column)
    ]
    assert covered == []


def test_the_cover_says_for_whom_until_when_and_how(project: Path, reportgen: Run) -> None:
    assert reportgen("ledger", "split", str(project / "下发"), *DATED).code == 0
    book = openpyxl.load_workbook(project / "下发/市国资委.xlsx")
    cover = book.worksheets[0]
    text = "\n".join(str(cell.value) for row in cover.iter_rows() for cell in row if cell.value)
    assert cover.title == "填报说明"
    for said in ("市国资委", "2022年7月1日", "2022年7月22日", *OPEN, "请在2022年7月22日前用原来的电子表格交回"):
        assert said in text, said


def test_without_a_deadline_the_cover_says_so(project: Path, reportgen: Run) -> None:
    reportgen("ledger", "split", str(project / "下发"))
    cover = openpyxl.load_workbook(project / "下发/市国资委.xlsx").worksheets[0]
    assert "按通知要求" in [cell.value for row in cover.iter_rows() for cell in row]


def test_statuses_are_chosen_from_a_list(sent: Round) -> None:
    book = openpyxl.load_workbook(sent.folder / "市国资委.xlsx")
    sheet = book[MAIN]
    top = rows_of(sheet, 2)[0]
    cell = sheet.cell(top, column_of(sheet, "整改状态")).coordinate
    (choice,) = [each for each in sheet.data_validations.dataValidation if cell in each.sqref]
    name, area = choice.formula1.split("!")
    offered = [row[0].value for row in book[name.strip("'")][area.replace("$", "")]]
    assert offered == ["未启动", "正在整改", "基本完成", "已完成", "长期坚持"]


def test_sub_issues_are_sent_to_who_fills_them_in(sent: Round) -> None:
    assert issues_in(sent.folder / "市住房城乡建设局.xlsx", SUB_ISSUES) == [4]
    assert SUB_ISSUES not in openpyxl.load_workbook(sent.folder / "市行政审批局.xlsx").sheetnames


def test_it_says_how_many_went_where(project: Path, reportgen: Run) -> None:
    folder = project / "下发"
    ran = reportgen("ledger", "split", str(folder), *DATED)
    assert ran.code == 0
    assert "已按牵头单位下发 9 个工作簿" in ran.out
    assert "第 1 次" in ran.out
    assert "reportgen ledger collect" in ran.out


def test_json_names_the_round_and_every_file(project: Path, reportgen: Run) -> None:
    folder = project / "下发"
    found = json.loads(reportgen("ledger", "split", str(folder), *DATED, "--json").out)
    assert list(found) == ["ok", "batch", "by", "files", "problems"]
    assert (found["ok"], found["by"], found["problems"]) == (True, "牵头单位", [])
    assert found["batch"].startswith("1-")
    assert {"unit": "市国资委", "path": str(folder / "市国资委.xlsx")} in found["files"]
    assert all(Path(each["path"]).is_file() for each in found["files"])


def test_quiet_says_nothing(project: Path, reportgen: Run) -> None:
    ran = reportgen("ledger", "split", str(project / "下发"), "-q")
    assert (ran.code, ran.out, ran.err) == (0, "", "")


def test_the_ledger_stays_as_it_is(project: Path, reportgen: Run) -> None:
    before = {path: path.read_bytes() for path in (project / "data").rglob("*") if path.is_file()}
    reportgen("ledger", "split", str(project / "下发"))
    after = {path: path.read_bytes() for path in (project / "data").rglob("*") if path.is_file()}
    assert {path.name for path in after.keys() - before.keys()} == {"0001.json"}
    assert all(after[path] == content for path, content in before.items())


def test_the_same_round_is_written_in_the_same_bytes(project: Path, reportgen: Run, tmp_path: Path) -> None:
    for name in ("一", "二"):
        reportgen("ledger", "split", str(tmp_path / name), *DATED)
        (project / "data/dispatch/0001.json").unlink()
    first = {path.name: path.read_bytes() for path in (tmp_path / "一").iterdir()}
    assert {path.name: path.read_bytes() for path in (tmp_path / "二").iterdir()} == first


def test_rounds_are_counted_and_a_new_one_ends_the_last(project: Path, reportgen: Run) -> None:
    said = [reportgen("ledger", "split", str(project / name)).out for name in ("一", "二", "三")]
    assert ["以前下发的表不再收" in each for each in said] == [False, True, True]
    assert sorted(path.name for path in (project / "data/dispatch").iterdir()) == [
        "0001.json",
        "0002.json",
        "0003.json",
    ]


def test_a_folder_with_something_in_it_is_refused_and_left_alone(sent: Round) -> None:
    before = {path.name: path.read_bytes() for path in sent.folder.iterdir()}
    ran = sent.run("ledger", "split", str(sent.folder))
    assert ran.code == 2
    assert "没有覆盖" in ran.err
    assert {path.name: path.read_bytes() for path in sent.folder.iterdir()} == before
    assert len(list((sent.project / "data/dispatch").iterdir())) == 1


def test_an_empty_folder_is_used(project: Path, reportgen: Run) -> None:
    (project / "空的").mkdir()
    assert reportgen("ledger", "split", str(project / "空的")).code == 0


@pytest.mark.parametrize("name", ["市委/市政府", "CON", "市委:B", "..", "甲" * 80, "市委办公室."])
def test_a_unit_whose_name_can_be_no_file_name_is_a_problem(project: Path, reportgen: Run, name: str) -> None:
    for file in ("issues.yaml", "inspection.yaml"):
        path = project / "data" / file
        path.write_text(path.read_text("utf-8").replace("市国资委", f"'{name}'"), "utf-8")
    text = (project / "data/issues.yaml").read_text("utf-8")
    (project / "data/issues.yaml").write_text(text.replace(f"'{name}'主任", "主任"), "utf-8")
    ran = reportgen("ledger", "split", str(project / "下发"), "--json")
    found = json.loads(ran.out)
    assert (ran.code, [problem["code"] for problem in found["problems"]]) == (1, ["split-name"])
    assert f"“{name}”" in found["problems"][0]["message"]
    assert not (project / "下发").exists()
    assert not (project / "data/dispatch").exists()


def test_names_that_windows_cannot_tell_apart_are_a_problem(project: Path, reportgen: Run) -> None:
    path = project / "data/issues.yaml"
    text = path.read_text("utf-8").replace("牵头单位: 市国资委", "牵头单位: ABC集团")
    path.write_text(text.replace("牵头单位: 市信访局", "牵头单位: abc集团"), "utf-8")
    names = project / "data/inspection.yaml"
    names.write_text(names.read_text("utf-8").replace("\n单位:\n", "\n单位:\n  - ABC集团\n  - abc集团\n"), "utf-8")
    ran = reportgen("ledger", "split", str(project / "下发"), "--json")
    assert [problem["code"] for problem in json.loads(ran.out)["problems"]] == ["split-name"] * 2


def test_an_issue_without_a_unit_is_named_and_fails_only_with_strict(
    project: Path, reportgen: Run, edit: Callable[[str, str, str], None]
) -> None:
    edit("issues.yaml", "    牵头单位: 市国资委\n", "")
    ran = reportgen("ledger", "split", str(project / "下发"))
    assert ran.code == 0
    assert "问题 2 没有写“牵头单位”，没有下发" in ran.err
    assert reportgen("ledger", "split", str(project / "再下发"), "--strict").code == 1


def test_with_nobody_to_send_to_nothing_is_sent(project: Path, reportgen: Run) -> None:
    path = project / "data/issues.yaml"
    kept = [line for line in path.read_text("utf-8").splitlines() if not line.strip().startswith("专项整改组:")]
    path.write_text("\n".join(kept) + "\n", "utf-8")
    ran = reportgen("ledger", "split", str(project / "下发"), "--by", "专项整改组")
    assert ran.code == 1
    assert "没有写“专项整改组”" in ran.err


def test_a_record_that_cannot_be_kept_leaves_no_workbooks(project: Path, reportgen: Run) -> None:
    (project / "data/dispatch").write_text("这里是一个文件", "utf-8")
    assert reportgen("ledger", "split", str(project / "下发")).code == 1
    assert not list((project / "下发").glob("*"))


def test_a_ledger_with_errors_is_not_sent(project: Path, reportgen: Run, edit: Callable[[str, str, str], None]) -> None:
    edit("issues.yaml", "整改状态: 基本完成", "整改状态: 差不多")
    ran = reportgen("ledger", "split", str(project / "下发"))
    assert (ran.code, (project / "下发").exists()) == (1, False)
    assert "差不多" in ran.err


@pytest.mark.parametrize("by", ["配合单位", "单位", ""])
def test_other_ways_to_split_are_misuse(project: Path, reportgen: Run, by: str) -> None:
    ran = reportgen("ledger", "split", str(project / "下发"), "--by", by)
    assert (ran.code, (project / "下发").exists()) == (2, False)


def test_nothing_is_wider_than_80_columns(project: Path, reportgen: Run) -> None:
    names = ("issues.yaml", "inspection.yaml")
    for name in names:
        path = project / "data" / name
        path.write_text(path.read_text("utf-8").replace("市国资委", "市人民政府国有资产监督管理委员会" * 3), "utf-8")
    ran = reportgen("ledger", "split", str(project / "很长的文件夹名称" / ("下发" * 30)))
    assert max(columns(line) for line in (ran.out + ran.err).splitlines()) <= 80
