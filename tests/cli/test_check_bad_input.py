"""check and export on what is no document, on folders that cannot be written, and on a LibreOffice that misbehaves."""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen.console.width import columns, wrapped
from tests.conftest import Ran
from tests.corpus.official import upward

Command = Callable[..., Ran]

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="pipes, and scripts as programs, are not there on Windows"
)


@pytest.fixture
def document(tmp_path: Path) -> Path:
    """A correct document with a blank and Chinese in its path."""
    folder = tmp_path / "来 文"
    folder.mkdir()
    (folder / "报告.docx").write_bytes(upward())
    return folder / "报告.docx"


@pytest.fixture
def soffice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Puts a program of this content in LibreOffice's place."""

    def install(content: str) -> None:
        (tmp_path / "bin").mkdir()
        (tmp_path / "bin/soffice").write_text(content, "utf-8")
        (tmp_path / "bin/soffice").chmod(0o755)
        monkeypatch.setenv("PATH", str(tmp_path / "bin"), prepend=os.pathsep)

    return install


RUBBISH = """#!/bin/bash
while [ $# -gt 0 ]; do
  case $1 in
    --outdir) out=$2; shift;;
    *.docx) mkdir -p "$out"; printf '%%PDF-1.7 cut off' > "$out/$(basename "$1" .docx).pdf";;
  esac
  shift
done
"""


def findings(ran: Ran) -> list[str]:
    return [finding["code"] for file in json.loads(ran.out)["files"] for finding in file["findings"]]


def test_a_pipe_is_refused_and_does_not_hang(reportgen: Command, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "管道.docx")
    ran = reportgen("check", str(tmp_path / "管道.docx"), "--no-render", "--json")
    assert (ran.code, findings(ran)) == (1, ["check-unreadable"])
    assert reportgen("export", str(tmp_path / "管道.docx")).code == 1


def test_a_file_larger_than_any_document_is_not_read(reportgen: Command, tmp_path: Path) -> None:
    with (tmp_path / "大.docx").open("wb") as file:
        file.truncate(6 << 30)
    assert findings(reportgen("check", str(tmp_path / "大.docx"), "--no-render", "--json")) == ["docx-too-large"]


def test_a_link_that_leads_to_itself_is_said_to_be_one(reportgen: Command, tmp_path: Path) -> None:
    (tmp_path / "圈.docx").symlink_to(tmp_path / "圈.docx")
    ran = reportgen("check", str(tmp_path / "圈.docx"), "--no-render")
    assert ran.code == 1
    assert "链接绕成了圈" in ran.out


def test_nothing_is_said_to_be_skipped_for_a_file_that_was_not_read(reportgen: Command, tmp_path: Path) -> None:
    ran = reportgen("check", str(tmp_path / "没有.docx"), "--no-render", "--json")
    assert [(file["checked"], file["skipped"]) for file in json.loads(ran.out)["files"]] == [([], [])]


def test_a_folder_for_pictures_that_cannot_be_made_is_a_problem(
    reportgen: Command, document: Path, tmp_path: Path
) -> None:
    (tmp_path / "文件").write_text("", "utf-8")
    ran = reportgen("check", str(document), "--pages", str(tmp_path / "文件/图"), "--json")
    assert (ran.code, json.loads(ran.out)["problems"][0]["code"]) == (1, "output-unwritable")


@pytest.mark.parametrize("program", ["not a program", RUBBISH, "#!/bin/sh\nkill -SEGV $$\n"])
def test_pages_are_skipped_with_the_reason_when_libreoffice_misbehaves(
    reportgen: Command, document: Path, soffice: Callable[[str], None], program: str
) -> None:
    soffice(program)
    file = json.loads(reportgen("check", str(document), "--json").out)["files"][0]
    why = {each["code"]: each["why"] for each in file["skipped"]}
    assert "pdf-5.1-paper" not in file["checked"]
    assert "5.1-paper" in file["checked"]
    assert "0.docx" not in why["pdf-5.1-paper"]


@pytest.mark.parametrize("program", ["not a program", RUBBISH, "#!/bin/sh\nkill -SEGV $$\n"])
def test_no_pdf_is_written_and_an_older_one_is_not_taken_for_it_when_libreoffice_misbehaves(
    reportgen: Command, document: Path, soffice: Callable[[str], None], program: str
) -> None:
    soffice(program)
    old = document.with_suffix(".pdf")
    old.write_bytes(b"%PDF-1.4 old %%EOF")
    ran = reportgen("export", str(document), "--json")
    assert (ran.code, json.loads(ran.out)["ok"]) == (1, False)
    assert old.read_bytes() == b"%PDF-1.4 old %%EOF"
    assert [path.name for path in document.parent.iterdir() if path.name.startswith(".")] == []


def test_an_empty_standard_yaml_changes_nothing(reportgen: Command, project: Path, document: Path) -> None:
    (project / "templates/standard.yaml").write_text("", "utf-8")
    assert json.loads(reportgen("check", str(document), "--no-render", "--json").out)["changes"] == []


def test_no_line_is_wider_than_asked_for_even_where_closing_marks_come_together() -> None:
    for width in range(20, 40):
        lines = wrapped("全面了解16个县（市、区）、“三重一大”（含《规定》）；pdf-5.1（见附件）。" * 9, width)
        assert max(map(columns, lines)) <= width
        assert not [line for line in lines if line[0] in "，。；、）”》" or line[-1] in "（“《"]
