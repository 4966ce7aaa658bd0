"""check and export on the command line."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran
from tests.corpus.editing import Docx, w
from tests.corpus.mutations import MUTATIONS
from tests.corpus.official import upward

Command = Callable[..., Ran]


@pytest.fixture
def no_libreoffice(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A machine without LibreOffice."""
    monkeypatch.setenv("PATH", str(tmp_path))


def edited(path: Path, old: str, new: str) -> None:
    """Text changed in a finished document, as by hand."""
    changed = Docx(path.read_bytes())
    changed.replace(old, new)
    path.write_bytes(changed.saved())


def codes(ran: Ran) -> set[str]:
    return {finding["code"] for file in json.loads(ran.out)["files"] for finding in file["findings"]}


def test_without_documents_the_command_says_what_to_run_first(reportgen: Command) -> None:
    ran = reportgen("check")
    assert ran.code == 2
    assert "请先运行 reportgen build" in ran.err.replace("\n      ", "")


def test_a_fresh_build_passes_and_every_rule_is_checked_or_said_to_be_skipped(reportgen: Command) -> None:
    assert reportgen("build").code == 0
    ran = reportgen("check", "--no-render", "--json")
    found = json.loads(ran.out)
    assert (ran.code, found["ok"]) == (0, True)
    assert [Path(file["path"]).name for file in found["files"]] == [
        "整改方案.docx",
        "整改进展情况报告.docx",
        "整改进展情况通报.docx",
    ]
    for file in found["files"]:
        skipped = {each["code"]: each["why"] for each in file["skipped"]}
        assert not skipped.keys() & set(file["checked"])
        assert {"5.2.1-margins", "P1", "R-B2", "A-count", "D-field"} <= set(file["checked"])
        assert skipped["pdf-5.1-paper"] == "没有排版（--no-render）"


def test_a_finding_has_the_fields_of_the_contract(reportgen: Command, project: Path) -> None:
    reportgen("build")
    edited(project / "out/整改进展情况报告.docx", "整改措施89条", "整改措施98条")
    found = json.loads(reportgen("check", "--no-render", "--json").out)
    finding = next(each for each in found["files"][1]["findings"] if each["code"] == "A-count")
    assert set(finding) == {"code", "severity", "clause", "strength", "message", "place", "expected", "measured"}
    assert (finding["severity"], finding["strength"]) == ("error", "MUST")
    assert "98" in finding["place"]["text"]


def test_a_document_changed_by_hand_is_checked_as_it_is(reportgen: Command, project: Path) -> None:
    reportgen("build")
    edited(project / "out/整改进展情况报告.docx", "已完成18个", "已完成19个")
    ran = reportgen("check", "--no-render")
    assert ran.code == 1
    assert "A-count" in ran.out
    assert "已完成19个" in ran.out.replace("\n        ", "")


def test_warnings_fail_only_with_strict(reportgen: Command, project: Path) -> None:
    reportgen("build")
    changed = Docx((project / "out/整改进展情况通报.docx").read_bytes())
    changed.face(changed.paragraph("一、"), "仿宋_GB2312")
    (project / "out/整改进展情况通报.docx").write_bytes(changed.saved())
    assert reportgen("check", "--no-render").code == 0
    assert reportgen("check", "--no-render", "--strict").code == 1


def test_a_file_that_is_no_document_is_said_so_and_the_others_are_checked(
    reportgen: Command, project: Path, tmp_path: Path
) -> None:
    reportgen("build")
    (tmp_path / "坏.docx").write_bytes(b"not a document")
    good = project / "out/整改进展情况通报.docx"
    ran = reportgen("check", str(tmp_path / "坏.docx"), str(tmp_path / "没有.docx"), str(good), "--no-render", "--json")
    assert ran.code == 1
    files = json.loads(ran.out)["files"]
    assert [[each["code"] for each in file["findings"]] for file in files] == [
        ["docx-not-word"],
        ["check-unreadable"],
        [],
    ]
    assert "5.1-paper" in files[2]["checked"]


def test_a_document_of_another_office_is_judged_outside_any_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from reportgen.cli.entry import run

    monkeypatch.chdir(tmp_path)
    Path("来文.docx").write_bytes(upward())
    assert run(["check", "来文.docx", "--no-render", "--json"]) == 0
    file = json.loads(capsys.readouterr().out)["files"][0]
    skipped = {each["code"]: each["why"] for each in file["skipped"]}
    assert "没有台账" in skipped["A-count"]
    assert "--against" in skipped["D-mobile"]


def test_the_plan_held_against_the_public_rules_shows_what_must_not_be_seen(reportgen: Command, project: Path) -> None:
    reportgen("build", "plan")
    ran = reportgen("check", str(project / "out/整改方案.docx"), "--against", "社会", "--no-render", "--json")
    assert ran.code == 1
    assert {"D-field", "D-person"} <= codes(ran)


def test_a_document_of_another_committee_is_not_held_against_this_ledger(reportgen: Command, tmp_path: Path) -> None:
    foreign = Docx(upward())
    for text in foreign.body.iter(w("t")):
        text.text = (text.text or "").replace("示例", "青山").replace("示委", "青委")
    (tmp_path / "来文.docx").write_bytes(foreign.saved())
    file = json.loads(reportgen("check", str(tmp_path / "来文.docx"), "--no-render", "--json").out)["files"][0]
    skipped = {each["code"]: each["why"] for each in file["skipped"]}
    assert "看不出这份文书属于本台账" in skipped["A-count"]
    assert [each["code"] for each in file["findings"] if each["code"].startswith("A-")] == []


def test_what_the_office_changed_is_shown_in_every_report(reportgen: Command, project: Path) -> None:
    reportgen("build")
    (project / "templates/standard.yaml").write_text("停用: [P9]\n数值:\n  天头: 40\n", "utf-8")
    ran = reportgen("check", "--no-render")
    assert ran.code == 1
    assert "5.2.1-margins（本单位规定，必须）" in ran.out
    assert "天头：37 毫米改为 40 毫米；停用 P9" in ran.out.replace("\n", "")


def test_a_mistake_in_standard_yaml_is_a_problem_with_its_place(reportgen: Command, project: Path) -> None:
    reportgen("build")
    (project / "templates/standard.yaml").write_text("数值:\n  天头: 三十七\n", "utf-8")
    ran = reportgen("check", "--no-render")
    assert ran.code == 1
    assert "templates/standard.yaml 第 2 行" in ran.err


@pytest.mark.usefixtures("no_libreoffice")
def test_without_libreoffice_rules_on_pages_are_skipped_with_the_reason(reportgen: Command) -> None:
    reportgen("build", "notice")
    ran = reportgen("check", "--json")
    skipped = {each["code"]: each["why"] for each in json.loads(ran.out)["files"][0]["skipped"]}
    assert ran.code == 0
    assert "没有安装 LibreOffice" in skipped["pdf-5.1-paper"]
    assert "apt install libreoffice-writer" in skipped["pdf-7.4.1-imprint-bottom"]


@pytest.mark.usefixtures("no_libreoffice")
def test_export_without_libreoffice_says_what_to_install(reportgen: Command) -> None:
    reportgen("build", "notice")
    ran = reportgen("export")
    assert ran.code == 1
    assert "没有找到 LibreOffice" in ran.err
    assert "apt install libreoffice-writer" in ran.err.replace("\n      ", "")


def test_two_files_that_would_give_one_pdf_are_refused(reportgen: Command, tmp_path: Path) -> None:
    for folder in ("甲", "乙"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "文.docx").write_bytes(upward())
    ran = reportgen("export", str(tmp_path / "甲/文.docx"), str(tmp_path / "乙/文.docx"), "--out", str(tmp_path))
    assert ran.code == 2
    assert "会转成同一个 PDF" in ran.err.replace("\n      ", "")


# build checks what it writes


def test_a_build_shows_what_the_checker_says_and_does_not_fail(reportgen: Command, project: Path) -> None:
    (project / "templates/standard.yaml").write_text("数值:\n  天头: 40\n", "utf-8")
    ran = reportgen("build", "notice")
    assert ran.code == 0
    assert "5.2.1-margins" in ran.err
    assert (project / "out/整改进展情况通报.docx").exists()


def test_a_strict_build_writes_nothing_that_does_not_pass(reportgen: Command, project: Path) -> None:
    (project / "templates/standard.yaml").write_text("数值:\n  天头: 40\n", "utf-8")
    ran = reportgen("build", "notice", "--strict", "--json")
    found = json.loads(ran.out)
    assert (ran.code, found["ok"]) == (1, False)
    assert [each["code"] for each in found["problems"]] == ["output-findings"]
    assert "5.2.1-margins" in {each["code"] for each in found["files"][0]["findings"]}
    assert not (project / "out/整改进展情况通报.docx").exists()


def test_the_json_of_a_build_holds_its_findings(reportgen: Command) -> None:
    found = json.loads(reportgen("build", "notice", "--json").out)
    assert found["files"][0]["path"].endswith("整改进展情况通报.docx")
    assert found["files"][0]["findings"] == []


def test_findings_fit_into_80_columns_and_are_worst_first(
    reportgen: Command, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from reportgen.console.width import columns

    monkeypatch.chdir(project)
    mutation = next(each for each in MUTATIONS if each.name == "word_standard_margins")
    changed = Docx(upward())
    mutation.change(changed)
    changed.face(changed.paragraph("一、"), "仿宋_GB2312")
    (project / "out/来文.docx").write_bytes(changed.saved())
    ran = reportgen("check", "--no-render")
    assert max(map(columns, ran.out.splitlines())) <= 80
    labels = [line.split()[0] for line in ran.out.splitlines() if line.startswith(("  错误", "  提醒", "  说明"))]
    assert labels == sorted(labels, key=["错误", "提醒", "说明"].index)
    assert "错误" in labels
    assert "提醒" in labels
