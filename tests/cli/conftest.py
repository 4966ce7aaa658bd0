"""A round of workbooks that was sent out: made once for each way to split, copied for each test."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen.cli.entry import run
from tests.cli.rounds import Round, Run, shorten
from tests.conftest import ROOT
from tests.sharing import once

WAYS = ("牵头单位", "责任单位", "专项整改组")
ISSUES = 6


@pytest.fixture(scope="session")
def rounds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a project of a few issues for each way, its workbooks in “下发”, untouched."""

    def make(folder: Path) -> None:
        for by in WAYS:
            for name in ("data", "templates"):
                shutil.copytree(ROOT / name, folder / by / name)
            (folder / by / "out").mkdir()
            shorten(folder / by, ISSUES)
            arguments = ["--by", by, "--on", "2022-07-01", "-q", "--project", str(folder / by)]
            assert run(["ledger", "split", str(folder / by / "下发"), *arguments]) == 0

    return once(tmp_path_factory, "rounds", make)


@pytest.fixture
def sent_by(rounds: Path, project: Path, reportgen: Run) -> Callable[[str], Round]:
    """The project after a round by 牵头单位, 责任单位 or 专项整改组."""

    def make(by: str) -> Round:
        shutil.rmtree(project)
        shutil.copytree(rounds / by, project)
        return Round(project, project / "下发", reportgen)

    return make


@pytest.fixture
def sent(sent_by: Callable[[str], Round]) -> Round:
    """The project after a round by 牵头单位."""
    return sent_by("牵头单位")
