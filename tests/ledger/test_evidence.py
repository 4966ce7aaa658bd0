"""佐证材料 are found by name below data/evidence, recorded, and looked for again."""

from dataclasses import replace
from pathlib import Path

import pytest

from reportgen.ledger.evidence import evidence_files, evidence_is_as_recorded, recorded
from reportgen.model import Issue, Journal, Ledger
from tests.ledgers import ledger_of


def issue(*evidence: str) -> Issue:
    return Issue.model_validate({"序号": "3", "方面": "甲", "标题": "问题", "佐证材料": list(evidence)})


@pytest.fixture
def data(tmp_path: Path) -> Path:
    for name in (
        "evidence/03/验收单.pdf",
        "evidence/3/照片.jpg",
        "evidence/通报.docx",
        "evidence/04/别的.pdf",
        "秘密.txt",
    ):
        (tmp_path / "data" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "data" / name).write_text(name, "utf-8")
    return tmp_path / "data"


@pytest.mark.parametrize(
    ("entry", "file"),
    [
        ("验收单", "03/验收单.pdf"),
        ("验收单.pdf", "03/验收单.pdf"),
        ("03/验收单.pdf", "03/验收单.pdf"),
        ("照片", "3/照片.jpg"),
        ("通报", "通报.docx"),
    ],
)
def test_an_entry_names_a_file_with_or_without_extension_and_folder(data, entry, file):
    found, lacking = evidence_files(data, issue(entry))
    assert [path.relative_to(data / "evidence").as_posix() for path in found] == [file]
    assert lacking == ()


@pytest.mark.parametrize("entry", ["没有的", "别的", "../秘密.txt", "../../etc/passwd", "/etc/passwd", "..\\秘密.txt"])
def test_an_entry_without_a_file_or_outside_the_folder_is_lacking(data, entry):
    assert evidence_files(data, issue(entry)) == ((), (entry,))


def test_a_link_that_leads_out_of_the_folder_is_no_evidence(data):
    (data / "evidence/03/外面.txt").symlink_to(data / "秘密.txt")
    assert evidence_files(data, issue("外面.txt")) == ((), ("外面.txt",))


@pytest.fixture
def applied(data: Path) -> Ledger:
    """A ledger whose issue has applied for 销号 with one file on record."""
    state = {"整改状态": "已完成", "完成日期": "2022-03-25", "佐证材料": ["验收单"], "销号": {"申请日期": "2022-03-25"}}
    file = recorded(data, data / "evidence/03/验收单.pdf").model_dump(by_alias=True)
    line = {"日期": "2022-03-25", "问题序号": "1", "原状态": "已完成", "新状态": "申请", "事由": "申请", "来源": "台账"}
    journal = Journal.model_validate({"状态记录": [{**line, "佐证材料": [file]}]})
    return replace(ledger_of([state]), journal=journal.changes)


def codes(ledger: Ledger, data: Path, *, contents: bool) -> list[str]:
    return [fault.code for fault in evidence_is_as_recorded(ledger, data, contents=contents)]


def test_evidence_that_is_as_it_was(applied, data):
    assert codes(applied, data, contents=True) == []


def test_evidence_that_is_gone_is_missed(applied, data):
    (data / "evidence/03/验收单.pdf").unlink()
    assert codes(applied, data, contents=False) == ["evidence-missing"]


def test_evidence_of_the_same_size_that_was_exchanged_is_found_when_it_is_read(applied, data):
    path = data / "evidence/03/验收单.pdf"
    path.write_bytes(path.read_bytes()[::-1])
    assert codes(applied, data, contents=False) == []
    assert codes(applied, data, contents=True) == ["evidence-changed"]


def test_an_empty_file_is_no_evidence(data):
    (data / "evidence/03/空的.pdf").touch()
    assert evidence_files(data, issue("空的")) == ((), ("空的",))


def test_other_evidence_than_was_recorded_is_a_problem(applied, data):
    (only,) = applied.issues
    other = replace(applied, issues=(only.model_copy(update={"evidence": ("验收单", "补的材料")}),))
    assert codes(other, data, contents=False) == ["evidence-changed"]
