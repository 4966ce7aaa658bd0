"""A browser, if there is one; and the page of a ledger that makes it hard."""

import os
from datetime import date
from pathlib import Path

import pytest

from reportgen.dashboard.page import page
from reportgen.pipeline.project import Project
from reportgen.pipeline.status import known, standing
from tests.dashboard.chromium import Chromium, installed

AS_OF = date(2022, 12, 20)
LONG = {
    "标题: 省委指出的部分项目问题整改后未见底，仍留有尾巴": "标题: '<script>alert(1)</script> & "
    + "没有标点的很长的标题" * 15
    + "'",
    "标题: 由此及彼、以点带面的整改意识不强": "标题: " + "Unbroken" * 24,
    "综合协调专项整改组": "综合协调以及其他各项没有归口的事项专项整改组",
    "  成文日期: 2022-08-16\n": "",
}


@pytest.fixture
def chromium(tmp_path: Path) -> Chromium:
    """Skips without a browser and says so; where there must be one (.ci/run), fails."""
    command = installed()
    if command is None:
        if os.environ.get("REPORTGEN_NEED_CHROMIUM"):
            pytest.fail("Chromium is not installed")
        pytest.skip("Chromium is not installed")
    return Chromium(command, tmp_path)


@pytest.fixture
def sample_page(project: Path, tmp_path: Path) -> Path:
    """The page of the sample."""
    return _page(project, tmp_path)


@pytest.fixture
def hard_page(project: Path, tmp_path: Path) -> Path:
    """The page of a ledger with long names, long titles, markup in them, and a document that is not ready."""
    for file in (project / "data").glob("*.yaml"):
        text = file.read_text("utf-8")
        for old, new in LONG.items():
            text = text.replace(old, new)
        file.write_text(text, "utf-8")
    return _page(project, tmp_path)


def _page(project: Path, folder: Path) -> Path:
    path = folder / "进度.html"
    path.write_bytes(page(standing(known(Project(project), AS_OF), AS_OF, "今天", 30)))
    return path
