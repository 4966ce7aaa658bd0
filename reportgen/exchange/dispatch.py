"""What was sent to whom: kept in data/dispatch/, so that what comes back is held against it."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from reportgen.exchange.columns import MAIN_COLUMNS, SUB_COLUMNS, Column
from reportgen.exchange.identity import mark_of
from reportgen.exchange.shares import By, Share
from reportgen.exchange.values import Holder, as_yaml, value_of
from reportgen.model import Issue, Ledger

FOLDER = "dispatch"
BATCH, UNIT = "批次", "单位"
Sent = Mapping[str, object]
"""Values of one record as they were sent, by heading: text, a list of texts, or nothing."""


@dataclass(frozen=True, slots=True)
class Dispatch:
    """One round of workbooks: its number, the file of each unit, the marks of the records that each fills in, and every
    value that was sent, by mark and heading.

    `adopted` holds values that were collected since: from then on they are what a workbook is held against, so that what
    the office has corrected afterwards is not collected again. `batch` is the name of the round that its workbooks
    carry: number and digest of what was sent to whom.
    """

    number: int
    sent_on: date
    by: str
    due: date | None
    files: Mapping[str, str]
    filled: Mapping[str, tuple[str, ...]]
    values: Mapping[str, Sent]
    adopted: Mapping[str, Sent] = field(default_factory=dict)
    batch: str = field(init=False)

    def __post_init__(self) -> None:
        sent = [self.number, self.by, self.files, self.filled, self.values]
        said = json.dumps(sent, ensure_ascii=False, sort_keys=True)
        object.__setattr__(self, "batch", f"{self.number}-{hashlib.sha256(said.encode()).hexdigest()[:10]}")

    @property
    def file_name(self) -> str:
        """The file that keeps it."""
        return f"{self.number:04d}.json"

    def as_json(self) -> str:
        """The file's text."""
        content = {
            BATCH: self.batch,
            "次数": self.number,
            "下发日期": self.sent_on.isoformat(),
            "按": self.by,
            "报送时限": self.due.isoformat() if self.due else None,
            "工作簿": {unit: {"文件": file, "填报": self.filled[unit]} for unit, file in self.files.items()},
            "底稿": self.values,
            "已采用": self.adopted,
        }
        return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def dispatch_of(ledger: Ledger, shares: tuple[Share, ...], number: int, sent_on: date, by: By, due: date | None,
                files: Mapping[str, str]) -> Dispatch:  # fmt: skip
    """The round that these shares make."""
    indexes = sorted({index for share in shares for index in share.rows})
    values = {mark: sent for index in indexes for mark, sent in _values(ledger.issues[index])}
    filled = {share.unit: tuple(_filled(ledger, share)) for share in shares}
    return Dispatch(number, sent_on, by, due, dict(files), filled, values)


def _filled(ledger: Ledger, share: Share) -> Iterator[str]:
    """The marks of the records whose open cells a unit fills in."""
    for index in sorted(share.rows):
        issue = ledger.issues[index]
        if index in share.fillable.issues:
            yield mark_of(issue)
            yield from (mark_of(issue, sub_issue=sub) for sub in issue.sub_issues)
        for place, measure in enumerate(issue.measures):
            if (index, place) in share.fillable.measures:
                yield mark_of(issue, measure)


def _values(issue: Issue) -> Iterator[tuple[str, Sent]]:
    yield mark_of(issue), _sent(issue, "issue", MAIN_COLUMNS)
    for measure in issue.measures:
        yield mark_of(issue, measure), _sent(measure, "measure", MAIN_COLUMNS)
    for sub in issue.sub_issues:
        yield mark_of(issue, sub_issue=sub), _sent(sub, "sub_issue", SUB_COLUMNS)


def _sent(record: Holder, level: str, columns: tuple[Column, ...]) -> Sent:
    found = {column.heading: as_yaml(value_of(record, column)) for column in columns if column.level == level}
    return {heading: value for heading, value in found.items() if value is not None}


def parse_dispatch(text: str) -> Dispatch:
    """A file that `as_json` wrote. Raises ValueError, KeyError, TypeError or AttributeError where it was changed since."""
    content = json.loads(text)
    due = content["报送时限"]
    found = Dispatch(
        number=int(content["次数"]),
        sent_on=date.fromisoformat(content["下发日期"]),
        by=str(content["按"]),
        due=date.fromisoformat(due) if due else None,
        files={str(unit): str(book["文件"]) for unit, book in content["工作簿"].items()},
        filled={str(unit): tuple(map(str, book["填报"])) for unit, book in content["工作簿"].items()},
        values={str(mark): dict(sent) for mark, sent in content["底稿"].items()},
        adopted={str(mark): dict(sent) for mark, sent in content.get("已采用", {}).items()},
    )
    if found.batch != content[BATCH]:
        raise ValueError("the record does not say what was sent")
    return found
