"""Activities belong to the rectification: after the feedback, and each recorded once."""

from collections.abc import Iterator
from datetime import date

from reportgen.model import Ledger
from reportgen.reading.files import ACTIVITIES
from reportgen.reading.places import Fault, Path

Entry = tuple[date, str, Path]
"""When it was, what makes it the same as another (blank: nothing), where its date stands."""


def activities_belong_to_the_rectification(ledger: Ledger) -> Iterator[Fault]:
    """A date before the feedback is a slip of the pen and would be counted; so would a double entry."""
    feedback = ledger.background.inspection.feedback_date
    seen: set[tuple[object, ...]] = set()
    for day, same, path in _entries(ledger):
        if day < feedback:
            message = f"{path[1]}的日期 {day} 早于反馈日期 {feedback}，不属于整改；请核对年份，或删除这一条"
            yield Fault("activity-before-feedback", path, message)
        key = (path[1], same)
        if same and key in seen:
            yield Fault("activity-double", path, f"{path[1]}“{same}”登记了两遍，会重复计数；请删除一条", "warning")
        seen.add(key)


def _entries(ledger: Ledger) -> Iterator[Entry]:
    activities = ledger.activities
    for index, meeting in enumerate(activities.meetings):
        same = f"{meeting.date} {meeting.kind} {meeting.topic}" if meeting.topic else ""
        yield meeting.date, same, (ACTIVITIES, "会议", index, "日期")
    for index, rule in enumerate(activities.rule_documents):
        yield rule.printed_on, rule.name, (ACTIVITIES, "制度文件", index, "印发日期")
    for index, clue in enumerate(activities.clues):
        yield clue.concluded_on, clue.clue_number or "", (ACTIVITIES, "问题线索处置", index, "办结日期")
    for index, fund in enumerate(activities.funds):
        yield fund.date, "", (ACTIVITIES, "资金", index, "日期")
