"""Whatever is done in whatever order: the ledger stays right, or the command refuses and changes nothing."""

import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from reportgen.errors import ProblemsFound, errors_of
from reportgen.ledger.load import load
from reportgen.ledger.rules.journal import may_follow
from reportgen.pipeline.closing import close, record
from reportgen.pipeline.project import Project
from reportgen.revision.closing import ALL_STEPS, Order, Step
from tests.revision.projects import (
    EVIDENCE,
    bytes_of,
    evidence_of,
    issues_of,
    journal_of,
    make_project,
    state_written,
    write_issues,
)

FIRST = date(2022, 1, 1)
NUMBERS = (1, 2, 3)
days = st.integers(0, 6).map(lambda count: FIRST + timedelta(days=count))
words = st.sampled_from([None, "市委督查室"])
STATUSES = ("未启动", "正在整改", "基本完成", "已完成", "长期坚持")


NEXT: dict[str, Step] = {"已完成": "申请", "申请": "复核", "复核": "批准", "批准": "销号"}
BACK: dict[str, Step] = {"申请": "退回", "复核": "退回", "批准": "退回", "销号": "重开"}


def refused(command: Callable[[], object]) -> bool:
    """Whether a command says, in Chinese, that it will not."""
    try:
        command()
    except ProblemsFound as found:
        said = [problem.message for problem in found.problems]
    else:
        return False
    assert said
    assert all(any("\u4e00" <= character <= "\u9fff" for character in message) for message in said)
    return True


class Office(RuleBasedStateMachine):
    """A clerk who takes steps and writes in the ledger by hand, in any order and on any day."""

    @initialize(status=st.sampled_from(STATUSES), with_record=st.booleans())
    def begin(self, status: str, with_record: bool) -> None:
        self._folder = tempfile.TemporaryDirectory()
        done = {"完成日期": "2022-01-01", "佐证材料": [EVIDENCE]}
        first = {"整改状态": status, **(done if status == "已完成" else {})}
        issues: list[dict[str, Any]] = [first, {}, {"整改状态": "已完成", **done}]
        root = Path(self._folder.name) / "项目"
        self.project: Project = make_project(root, issues, "状态记录: []\n" if with_record else None)
        self.record_by_hand(FIRST, {})
        assert {issue["序号"]: state_written(issue) for issue in issues_of(self.project)}["1"] == status

    def teardown(self) -> None:
        if hasattr(self, "_folder"):
            self._folder.cleanup()

    @rule(step=st.sampled_from(ALL_STEPS), numbers=st.lists(st.sampled_from([*NUMBERS, 4]), min_size=1, max_size=3),
          on=days, by=words, why=words)  # fmt: skip
    def take_a_step(self, step: Any, numbers: list[int], on: date, by: str | None, why: str | None) -> None:
        before, lines = bytes_of(self.project), journal_of(self.project)
        if refused(lambda: close(self.project, numbers, Order(step, on, by=by, why=why))):
            assert bytes_of(self.project) == before
            return
        added = journal_of(self.project)[len(lines) :]
        assert journal_of(self.project)[: len(lines)] == lines
        assert {line["问题序号"] for line in added} == set(map(str, numbers))
        assert {(line["日期"], line["来源"]) for line in added} == {(on.isoformat(), "命令行")}

    @rule(number=st.sampled_from(NUMBERS), steps=st.integers(1, 4), back=st.booleans())
    def take_steps_in_their_turn(self, number: int, steps: int, back: bool) -> None:
        for _ in range(steps):
            self.take_the_step_that_comes_next(number, back=False, there=True)
        if back:
            self.take_the_step_that_comes_next(number, back=True, there=False)

    @rule(number=st.sampled_from(NUMBERS), back=st.booleans(), there=st.booleans())
    def take_the_step_that_comes_next(self, number: int, back: bool, there: bool) -> None:
        state = state_written(issues_of(self.project)[number - 1])
        step = BACK.get(state) if back else NEXT.get(state)
        if step is None:
            return
        lines = journal_of(self.project)
        self.lose_or_restore_evidence(number, there)
        order = Order(step, FIRST + timedelta(days=7), by="市委督查室", why="理由")
        lacks_evidence = not back and not there
        assert refused(lambda: close(self.project, [number], order)) == lacks_evidence
        assert len(journal_of(self.project)) == len(lines) + (not lacks_evidence)

    @rule(number=st.sampled_from(NUMBERS), status=st.sampled_from(STATUSES), day=days, evidence=st.booleans(), on=days)
    def write_a_status_and_record_it(self, number: int, status: str, day: date, evidence: bool, on: date) -> None:
        fields: dict[str, Any] = {"整改状态": status}
        if status == "已完成":
            fields["完成日期"] = day.isoformat()
        if evidence:
            fields["佐证材料"] = [EVIDENCE]
        self.write_by_hand(number, fields)
        self.record_by_hand(on, {number: status})

    @rule(number=st.sampled_from(NUMBERS), keys=st.sets(st.sampled_from(["申请日期", "复核日期", "批准人", "销号日期"])),
          day=days, on=days)  # fmt: skip
    def write_steps_and_record_them(self, number: int, keys: set[str], day: date, on: date) -> None:
        issue = issues_of(self.project)[number - 1]
        steps = {key: "市委书记" if key == "批准人" else day.isoformat() for key in sorted(keys)}
        kept = {key: value for key, value in issue.items() if key not in ("序号", "方面", "标题", "销号")}
        self.write_by_hand(number, {**kept, **({"销号": steps} if steps else {})})
        self.record_by_hand(on, {})

    @rule(number=st.sampled_from(NUMBERS), there=st.booleans())
    def lose_or_restore_evidence(self, number: int, there: bool) -> None:
        evidence = evidence_of(self.project, number)
        if there:
            evidence.write_bytes(b"evidence")
        else:
            evidence.unlink(missing_ok=True)

    def write_by_hand(self, number: int, fields: dict[str, Any]) -> None:
        self.before_hand = bytes_of(self.project)
        issues = issues_of(self.project)
        issues[number - 1] = fields
        write_issues(self.project, [self.without_names(issue) for issue in issues])

    def without_names(self, issue: dict[str, Any]) -> dict[str, Any]:
        return {key: value for key, value in issue.items() if key not in ("序号", "方面", "标题")}

    def record_by_hand(self, on: date, expected: dict[int, str]) -> None:
        """Record what was written, or take it back as a clerk would who reads the message."""
        written, lines = bytes_of(self.project), journal_of(self.project)
        if refused(lambda: record(self.project, "调度", on)):
            assert bytes_of(self.project) == written
            (self.project.data / "issues.yaml").write_bytes(self.before_hand["issues.yaml"])
            return
        assert journal_of(self.project)[: len(lines)] == lines
        assert bytes_of(self.project)["issues.yaml"] == written["issues.yaml"]
        assert all(state_written(issues_of(self.project)[number - 1]) == state for number, state in expected.items())

    @invariant()
    def the_ledger_is_right(self) -> None:
        if hasattr(self, "project"):
            assert errors_of(load(self.project.data).problems) == ()

    @invariant()
    def every_chain_is_unbroken(self) -> None:
        if not hasattr(self, "project"):
            return
        states, dates = dict.fromkeys(map(str, NUMBERS), "未启动"), dict.fromkeys(map(str, NUMBERS), "")
        for line in journal_of(self.project):
            number = line["问题序号"]
            assert line["原状态"] == states[number]
            assert may_follow(line["原状态"], line["新状态"])
            assert line["日期"] >= dates[number]
            assert line["事由"]
            assert line["来源"]
            assert ("佐证材料" in line) == (line["新状态"] == "申请")
            states[number], dates[number] = line["新状态"], line["日期"]
        assert states == {issue["序号"]: state_written(issue) for issue in issues_of(self.project)}

    @invariant()
    def comments_are_kept(self) -> None:
        if hasattr(self, "project"):
            text = (self.project.data / "issues.yaml").read_text("utf-8")
            assert all(f"  # 第 {number} 个\n" in text for number in NUMBERS)


TestOffice = Office.TestCase
TestOffice.settings = settings(max_examples=30, stateful_step_count=15)
