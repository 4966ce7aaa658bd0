"""The columns of the ledger in Excel: the one table that export, import, split and collect go by."""

from dataclasses import dataclass
from typing import Literal

from reportgen.terms import chinese, term

Level = Literal["issue", "measure", "sub_issue"]
Form = Literal["number", "text", "texts", "lines", "units", "day", "deadline", "status", "word"]
"""How a cell is read: whole number, text, several texts (`lines`: one a line), units, date, 整改时限, 整改状态, a word."""

MAIN, SUB_ISSUES = "整改台账", "子问题"
"""The sheets that are read back."""

COVER, STATISTICS, THREE_LISTS, CITED = "填报说明", "统计", "三个清单", "引用数字"
"""The sheets that are there to be looked at."""

IDENTITY = "行标识"
ASPECTS, UNITS, GROUPS, STATUSES, MEASURE_TYPES, PATTERNS = "方面", "单位", "专项整改组", "整改状态", "措施类型", "句式"
"""Names of the lists behind drop-downs."""


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """One column: its heading, where its value stands below the record of its level, how it is read and shown.

    A column is the same only as itself. `width` counts half-width characters; `printed` columns make the A4 page; `filled` ones are those that a unit
    fills in; `choice` names the list behind its drop-down; `aliases` are other headings that mean the same.
    """

    heading: str
    level: Level
    path: tuple[str, ...]
    form: Form
    width: float = 12
    printed: bool = False
    filled: bool = False
    choice: str | None = None
    aliases: tuple[str, ...] = ()


def _column(level: Level, english: str, form: Form, width: float = 12, *, printed: bool = False, filled: bool = False,
            choice: str | None = None, heading: str | None = None, below: str | None = None) -> Column:  # fmt: skip
    """A column named by the vocabulary; `below` is the record that holds the value."""
    word = term(english)
    path = (chinese(below), word.chinese) if below else (word.chinese,)
    names = (word.chinese, *word.aliases)
    if english == "content" and level == "measure":
        names = (term("measures").chinese, *term("measures").aliases, "措施内容")
    elif level == "measure" and english != "measure_type":
        names = (f"措施{word.chinese}", *(f"措施{name}" for name in word.aliases))
    elif below == "public_wording":
        names = (heading or word.chinese, *word.aliases)
    return Column(heading or names[0], level, path, form, width, printed, filled, choice, names)


def _issue(english: str, form: Form, width: float = 12, **more: object) -> Column:
    return _column("issue", english, form, width, **more)  # type: ignore[arg-type] # passed on as given


def _measure(english: str, form: Form, width: float = 12, **more: object) -> Column:
    return _column("measure", english, form, width, **more)  # type: ignore[arg-type] # passed on as given


def _sub_issue(english: str, form: Form, width: float = 12, **more: object) -> Column:
    return _column("sub_issue", english, form, width, **more)  # type: ignore[arg-type] # passed on as given


def _public(level: Level) -> tuple[Column, ...]:
    """公开表述, part by part."""
    return (
        _column(level, "public_title", "text", 24, below="public_wording"),
        _column(level, "content", "text", 60, below="public_wording", heading="公开表述"),
        _column(level, "lead_in", "text", 24, below="public_wording", heading="公开引语"),
        _column(level, "pattern", "word", 14, below="public_wording", heading="公开句式", choice=PATTERNS),
        _column(level, "points", "lines", 60, below="public_wording", heading="公开分述"),
        _column(level, "closing", "text", 24, below="public_wording", heading="公开结语"),
    )


NUMBER = _issue("number", "number", 5, printed=True)
ASPECT = _issue("aspect", "word", 8, printed=True, choice=ASPECTS)
TITLE = _issue("title", "text", 18, printed=True, heading="反馈问题")
CONTENT = _measure("content", "text", 30, printed=True, heading="整改措施")

MAIN_COLUMNS: tuple[Column, ...] = (
    NUMBER,
    ASPECT,
    TITLE,
    _issue("target", "text", 18, printed=True),
    CONTENT,
    _measure("measure_type", "word", 8, printed=True, choice=MEASURE_TYPES),
    _measure("deadline", "deadline", 10.5, printed=True, heading="措施时限"),
    _measure("completed_on", "day", 12, printed=True, filled=True),
    _issue("responsible_leader", "text", 10, printed=True),
    _issue("lead_unit", "word", 10, printed=True, choice=UNITS),
    _issue("responsible_units", "units", 13, printed=True, choice=UNITS),
    _issue("deadline", "deadline", 10.5, printed=True),
    _issue("status", "status", 8, printed=True, filled=True, choice=STATUSES),
    _issue("completed_on", "day", 10.5, printed=True, filled=True),
    _issue("progress", "text", 28, printed=True, filled=True),
    _issue("evidence", "texts", 30, filled=True),
    _issue("remark", "text", 20, filled=True),
    _issue("manifestation", "text", 40),
    _issue("key_concern", "text", 14),
    _issue("origin", "text", 14),
    _issue("cause", "text", 40),
    _issue("special_group", "word", 16, choice=GROUPS),
    _issue("supporting_units", "units", 20, choice=UNITS),
    _issue("responsible_person", "text", 14),
    _issue("supervising_unit", "word", 14, choice=UNITS),
    _measure("responsible_leader", "text", 14),
    _measure("lead_unit", "word", 14, choice=UNITS),
    _measure("responsible_units", "units", 16, choice=UNITS),
    *_public("issue"),
    _issue("to_society", "text", 20, below="withheld", heading="不公开（社会）"),
    _issue("within_party", "text", 20, below="withheld", heading="不公开（党内）"),
    _issue("applied_on", "day", 11, below="close_out"),
    _issue("reviewing_unit", "word", 14, below="close_out", choice=UNITS),
    _issue("reviewed_on", "day", 11, below="close_out"),
    _issue("review_opinion", "text", 20, below="close_out"),
    _issue("approver", "text", 14, below="close_out"),
    _issue("closed_on", "day", 11, below="close_out"),
)

SUB_COLUMNS: tuple[Column, ...] = (
    NUMBER,
    _sub_issue("title", "text", 34, printed=True, heading="子问题"),
    _sub_issue("manifestation", "text", 40, printed=True),
    _sub_issue("progress", "text", 50, printed=True, filled=True),
    *_public("sub_issue"),
)
SUB_TITLE = SUB_COLUMNS[1]

SHEETS: dict[str, tuple[Column, ...]] = {MAIN: MAIN_COLUMNS, SUB_ISSUES: SUB_COLUMNS}
"""The sheets that are read back, with their columns."""
