"""Sixty workbooks of seven hundred issues come back in one go."""

import time
from pathlib import Path

from bench.ledger import UNITS, large_project
from tests.cli.rounds import Round, Run, issues_in

LIMIT_S = 20.0


def test_sixty_workbooks_are_collected_in_time(tmp_path: Path, project: Path, reportgen: Run) -> None:
    large = tmp_path / "大台账"
    large_project(large, 700)
    project.rename(tmp_path / "样例")
    large.rename(project)
    sent = Round(project, project / "下发", reportgen)
    assert reportgen("ledger", "split", str(sent.folder), "-q").code == 0
    for unit in UNITS[:6]:
        for issue in issues_in(sent.book(unit))[:2]:
            sent.fill(unit, issue, "备注", "已核")
    begun = time.process_time()
    ran = sent.collect("--on", "2022-08-01")
    seconds = time.process_time() - begun
    assert (ran.code, "应交 60 份，收到 60 份；采用 12 处改动；已写入台账" in ran.out) == (0, True)
    assert seconds < LIMIT_S
