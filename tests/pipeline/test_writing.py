"""Writing: all or none, hand edits never lost, one build at a time, the same bytes every time."""

import hashlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pytest

from reportgen.pipeline.lock import locked

NAMES = ("整改方案.docx", "整改进展情况报告.docx", "整改进展情况通报.docx")


class Ran(Protocol):
    """What a command did."""

    code: int
    out: str
    err: str


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.name: path.read_bytes() for path in folder.iterdir() if not path.name.startswith(".") and path.is_file()
    }


def test_builds_in_other_processes_time_zones_and_hash_orders_give_the_same_bytes(project: Path) -> None:
    found = []
    for seed, zone in (("1", "UTC"), ("2", "Asia/Shanghai")):
        out = project / f"out{seed}"
        command = [sys.executable, "-m", "reportgen", "build", "-q", "--project", str(project), "--out", str(out)]
        subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone})
        found.append(contents(out))
    assert found[0] == found[1]


def test_the_manifest_says_what_was_built_from_what(reportgen: Callable[..., Ran], project: Path) -> None:
    reportgen("build")
    manifest = json.loads((project / "out/manifest.json").read_text("utf-8"))
    assert [entry["path"] for entry in manifest["documents"]] == sorted(NAMES)
    entry = manifest["documents"][0]
    assert set(entry) == {"kind", "as_of", "path", "sha256", "inputs"}
    assert "data/issues.yaml" in entry["inputs"]
    assert "templates/plan/template.docx" in entry["inputs"]


def test_building_one_kind_keeps_what_the_manifest_says_of_the_others(
    reportgen: Callable[..., Ran], project: Path
) -> None:
    reportgen("build")
    reportgen("build", "plan")
    manifest = json.loads((project / "out/manifest.json").read_text("utf-8"))
    assert len(manifest["documents"]) == 3


def test_a_document_edited_by_hand_is_not_overwritten(reportgen: Callable[..., Ran], project: Path) -> None:
    reportgen("build")
    edited = project / "out" / NAMES[1]
    edited.write_bytes(b"by hand")
    ran = reportgen("build")
    assert ran.code == 1
    assert "被改过" in ran.err
    assert edited.read_bytes() == b"by hand"


def test_force_overwrites_and_keeps_every_copy(reportgen: Callable[..., Ran], project: Path) -> None:
    reportgen("build")
    edited = project / "out" / NAMES[1]
    for words in (b"first", b"second"):
        edited.write_bytes(words)
        assert reportgen("build", "--force").code == 0
    copies = sorted(path.read_bytes() for path in (project / "out/backup").iterdir())
    assert copies == [b"first", b"second"]
    assert edited.read_bytes()[:2] == b"PK"


def test_a_changed_ledger_overwrites_what_the_last_build_wrote(
    reportgen: Callable[..., Ran], edit: Callable[[str, str, str], None]
) -> None:
    reportgen("build")
    edit("issues.yaml", "标题: 省委指出的", "标题: 改过的")
    assert reportgen("build").code == 0


def test_a_failed_build_leaves_earlier_outputs_whole(
    reportgen: Callable[..., Ran], project: Path, edit: Callable[[str, str, str], None]
) -> None:
    reportgen("build")
    before = contents(project / "out")
    edit("issues.yaml", "标题: 省委指出的", "标题: 改过的")
    (project / "templates/notice/template.docx").write_bytes(b"broken")
    assert reportgen("build").code == 1
    assert contents(project / "out") == before


def test_a_read_only_output_stops_the_build_and_nothing_changes(
    reportgen: Callable[..., Ran], project: Path, edit: Callable[[str, str, str], None]
) -> None:
    reportgen("build")
    before = contents(project / "out")
    (project / "out" / NAMES[2]).chmod(0o444)
    edit("issues.yaml", "标题: 省委指出的", "标题: 改过的")
    ran = reportgen("build")
    assert ran.code == 1
    assert "只读" in ran.err
    assert contents(project / "out") == before


@pytest.mark.skipif(sys.platform == "win32", reason="file size limits are a POSIX facility")
def test_a_disk_that_takes_no_more_leaves_everything_as_it_was(
    reportgen: Callable[..., Ran], project: Path, edit: Callable[[str, str, str], None]
) -> None:
    """A limit on file size fails in the middle of a document, as a full disk does."""
    reportgen("build")
    before = contents(project / "out")
    edit("issues.yaml", "标题: 省委指出的", "标题: 改过的")
    script = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000));"
        "from reportgen.cli.entry import run; sys.exit(run(sys.argv[1:]))"
    )
    command = [sys.executable, "-B", "-c", script, "build", "--project", str(project)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "磁盘满了" in done.stderr
    assert contents(project / "out") == before
    assert not list((project / "out").glob(".*.tmp"))


def test_one_build_at_a_time(reportgen: Callable[..., Ran], project: Path) -> None:
    with locked(project / "out"):
        ran = reportgen("build")
    assert ran.code == 1
    assert "另一个 reportgen 命令正在写这个项目" in ran.err
    assert reportgen("build").code == 0


def test_a_killed_build_leaves_whole_files_and_the_next_one_goes_through(project: Path) -> None:
    command = [sys.executable, "-m", "reportgen", "build", "-q", "--project", str(project)]
    subprocess.run(command, check=True)
    before = contents(project / "out")
    path = project / "data/issues.yaml"
    path.write_text(path.read_text("utf-8").replace("标题: 省委指出的", "标题: 改过的", 1), "utf-8")
    for delay in (0.3, 0.6, 0.9):
        process = subprocess.Popen(command)
        time.sleep(delay)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        after = contents(project / "out")
        assert set(after) >= set(before)
        assert all(content[:2] == b"PK" for name, content in after.items() if name.endswith(".docx"))
    subprocess.run(command, check=True)
    assert not list((project / "out").glob(".*.tmp"))


def test_a_build_killed_between_two_renames_is_not_taken_for_a_hand_edit(
    reportgen: Callable[..., Ran], project: Path, edit: Callable[[str, str, str], None]
) -> None:
    """The state that a kill leaves: one document renamed, the manifest not, the journal still there."""
    reportgen("build")
    edit("issues.yaml", "标题: 省委指出的", "标题: 改过的")
    reportgen("build", "--out", str(project / "new"))
    renamed = (project / "new" / NAMES[0]).read_bytes()
    (project / "out" / NAMES[0]).write_bytes(renamed)
    journal = json.dumps({NAMES[0]: hashlib.sha256(renamed).hexdigest()})
    (project / "out/.reportgen-writing.json").write_text(journal)
    edit("issues.yaml", "标题: 改过的", "标题: 又改过的")
    assert reportgen("build").code == 0


def test_a_folder_in_the_place_of_a_document(reportgen: Callable[..., Ran], project: Path) -> None:
    (project / "out" / NAMES[0] / "x").mkdir(parents=True)
    assert reportgen("build").code == 1
    ran = reportgen("build", "--force")
    assert ran.code == 1
    assert "写不进去" in ran.err


def test_an_output_folder_that_is_a_file(reportgen: Callable[..., Ran], tmp_path: Path) -> None:
    (tmp_path / "文件").write_text("x")
    ran = reportgen("build", "--out", str(tmp_path / "文件" / "out"))
    assert ran.code == 1
    assert "写不进去" in ran.err
