"""Three-way merge: what was sent, what the ledger says now, what came back; cell by cell."""

import copy
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.exchange.columns import MAIN, SUB_ISSUES
from reportgen.exchange.merging import Merged
from reportgen.exchange.values import as_yaml
from reportgen.model import Ledger
from reportgen.workbook.grid import Cell, Workbook
from tests.exchange.filling import (
    HEADER_ROW,
    all_marks,
    columns,
    fill_in,
    mark,
    merge_all,
    row_of,
    send,
    sheet,
    typed,
    with_rows,
)
from tests.ledgers import ledger_of

UNITS = ["一局", "二局"]
ISSUES: tuple[dict[str, Any], ...] = (
    {"标题": "甲", "责任单位": ["一局", "二局"], "整改状态": "正在整改", "进展情况": "旧", "佐证材料": ["单"],
     "整改措施": [{"内容": "甲一"}, {"内容": "甲二", "责任单位": ["二局"]}],
     "子问题": [{"标题": "甲子", "进展情况": "子旧"}]},
    {"标题": "乙", "责任单位": ["一局"], "整改状态": "已完成", "完成日期": "2022-03-01", "佐证材料": ["单", "据"],
     "整改措施": [{"内容": "乙一", "完成日期": "2022-02-01"}]},
    {"标题": "丙", "责任单位": ["二局"], "备注": "注"},
)  # fmt: skip
LEDGER = ledger_of(ISSUES, units=UNITS)
SENT = send(LEDGER)
A, B, C = LEDGER.issues


def ledger(*changes: Mapping[str, Any]) -> Ledger:
    """The ledger with other values in its issues, in their order."""
    issues = [{**issue, **change} for issue, change in zip(ISSUES, (*changes, {}, {}, {}), strict=False)]
    return ledger_of(issues, units=UNITS)


def merged(now: Ledger = LEDGER, **books: Workbook) -> tuple[Merged, ...]:
    """What comes of workbooks, those of other units being as they were sent."""
    return merge_all(now, SENT.dispatch, {**SENT.books, **books})


def changes(found: tuple[Merged, ...]) -> list[tuple[str, int, str, object]]:
    return [
        (each.unit, change.target.number, change.field, as_yaml(change.new))
        for each in found
        for change in each.changes
    ]


def conflicts(found: tuple[Merged, ...]) -> list[tuple[str, int, str, object, object, object]]:
    return [
        (conflict.unit, change.target.number, change.field, *map(as_yaml, (conflict.sent, change.old, change.new)))
        for each in found
        for conflict in each.conflicts
        for change in [conflict.change]
    ]


def codes(found: tuple[Merged, ...]) -> list[tuple[str, str | None]]:
    return [(problem.code, problem.place.cell) for each in found for problem in each.problems]


def test_what_comes_back_as_it_was_sent_brings_nothing():
    found = merged()
    assert (changes(found), conflicts(found), codes(found)) == ([], [], [])


VALUES = {"无": None, "旧": "旧", "新": "新", "别的": "别的"}


@pytest.mark.parametrize("came", VALUES.values(), ids=lambda value: f"came-{value}")
@pytest.mark.parametrize("now", VALUES.values(), ids=lambda value: f"now-{value}")
@pytest.mark.parametrize("was", ["旧", None], ids=lambda value: f"was-{value}")
def test_every_case_of_the_rule(was, now, came):
    before = {key: value for key, value in ISSUES[2].items() if key != "备注"} | ({"备注": was} if was else {})
    sent = send(ledger_of([before], units=UNITS))
    current = ledger_of([{**before, "备注": now}], units=UNITS)
    row = mark(current.issues[0])
    found = merge_all(current, sent.dispatch, {"二局": fill_in(sent.books["二局"], row, "备注", came)})
    if came in (was, now):
        assert (changes(found), conflicts(found)) == ([], [])
    elif now == was:
        assert (changes(found), conflicts(found)) == ([("二局", 1, "备注", came)], [])
    else:
        assert (changes(found), conflicts(found)) == ([], [("二局", 1, "备注", was, now, came)])


@pytest.mark.parametrize(
    ("heading", "typed_in", "field", "value"),
    [
        ("整改状态", "基本完成", "整改状态", "基本完成"),
        ("整改状态", "整改中", None, None),
        ("完成日期", date(2022, 6, 30), "完成日期", "2022-06-30"),
        ("完成日期", "2022.6.30", "完成日期", "2022-06-30"),
        ("进展情况", "一段\n二段", "进展情况", "一段\n二段"),
        ("进展情况", "=1+1", "进展情况", "=1+1"),
        ("进展情况", " 旧 \n", None, None),
        ("进展情况", None, "进展情况", None),
        ("佐证材料", "单、据", "佐证材料", ["单", "据"]),
        ("佐证材料", None, "佐证材料", None),
        ("措施完成日期", "2022年5月底", "措施 1 完成日期", "2022-05-31"),
    ],
)
def test_cells_of_every_kind(heading, typed_in, field, value):
    found = merged(一局=fill_in(SENT.books["一局"], mark(A, measure=0), heading, typed_in))
    assert changes(found) == ([("一局", 1, field, value)] if field else [])
    assert (conflicts(found), codes(found)) == ([], [])


def test_a_sub_issue_is_filled_in_on_its_own_sheet():
    found = merged(二局=fill_in(SENT.books["二局"], mark(A, sub=0), "进展情况", "子新"))
    assert changes(found) == [("二局", 1, "子问题 1 进展情况", "子新")]


def test_two_units_that_say_the_same_bring_it_once():
    books = {unit: fill_in(SENT.books[unit], mark(A), "进展情况", "新") for unit in UNITS}
    assert changes(merged(**books)) == [("一局", 1, "进展情况", "新")]


def test_two_units_that_say_different_things_are_in_conflict():
    books = {unit: fill_in(SENT.books[unit], mark(A), "进展情况", f"{unit}说") for unit in UNITS}
    found = merged(**books)
    assert changes(found) == []
    assert conflicts(found) == [
        ("一局", 1, "进展情况", "旧", "旧", "一局说"),
        ("二局", 1, "进展情况", "旧", "旧", "二局说"),
    ]


def test_one_unit_that_says_something_and_one_that_says_nothing_are_not_in_conflict():
    found = merged(二局=fill_in(SENT.books["二局"], mark(A), "进展情况", "新"))
    assert (changes(found), conflicts(found)) == ([("二局", 1, "进展情况", "新")], [])


def test_what_one_unit_brought_before_is_in_conflict_with_what_another_brings_later():
    found = merged(ledger({"进展情况": "一局说"}), 二局=fill_in(SENT.books["二局"], mark(A), "进展情况", "二局说"))
    assert conflicts(found) == [("二局", 1, "进展情况", "旧", "一局说", "二局说")]


def test_a_record_that_has_moved_is_still_found():
    now = ledger_of([ISSUES[2], {"标题": "新的"}, {**ISSUES[0], "整改措施": ISSUES[0]["整改措施"][::-1]}], units=UNITS)
    book = fill_in(SENT.books["一局"], mark(A), "备注", "新")
    found = merged(now, 一局=fill_in(book, mark(A, measure=0), "措施完成日期", date(2022, 5, 1)))
    assert changes(found) == [("一局", 3, "备注", "新"), ("一局", 3, "措施 2 完成日期", "2022-05-01")]
    assert [code for code, _ in codes(found)] == ["sheet-row-lost"]


@pytest.mark.parametrize(
    "now", [[{**ISSUES[0], "标题": "甲（改写）"}, *ISSUES[1:]], ISSUES[1:]], ids=["rewritten", "removed"]
)
def test_an_issue_that_was_rewritten_or_removed_since_is_reported_row_by_row(now):
    books = {unit: fill_in(SENT.books[unit], mark(A), "进展情况", "新") for unit in UNITS}
    found = merged(ledger_of(now, units=UNITS), **books)
    assert (changes(found), conflicts(found)) == ([], [])
    rows_of_both_units = 2 + 1 + 2 + 1
    assert [code for code, _ in codes(found)] == ["sheet-row-lost"] * rows_of_both_units


def test_a_measure_that_was_rewritten_takes_nothing_from_its_issue():
    measures = [{"内容": "甲一（改写）"}, ISSUES[0]["整改措施"][1]]
    book = fill_in(SENT.books["二局"], mark(A), "进展情况", "新")
    book = fill_in(book, mark(A, measure=1), "措施完成日期", date(2022, 5, 1))
    found = merged(ledger({"整改措施": measures}), 二局=book)
    assert changes(found) == [("二局", 1, "进展情况", "新"), ("二局", 1, "措施 2 完成日期", "2022-05-01")]


def test_two_measures_with_the_same_words_are_told_apart_by_their_place():
    twins = ledger_of([{"标题": "甲", "责任单位": ["一局"], "整改措施": [{"内容": "同"}, {"内容": "同"}]}], units=UNITS)
    sent = send(twins)
    book = sent.books["一局"]
    for place, day in enumerate((date(2022, 5, 1), date(2022, 6, 1))):
        row = HEADER_ROW + 1 + place
        book = typed(book, MAIN, row, "措施完成日期", day)
    found = merge_all(twins, sent.dispatch, {"一局": book})
    assert changes(found) == [
        ("一局", 1, "措施 1 完成日期", "2022-05-01"),
        ("一局", 1, "措施 2 完成日期", "2022-06-01"),
    ]


def test_of_two_that_were_alike_and_one_of_which_is_gone_nothing_is_guessed():
    pair = [{"标题": "同", "责任单位": ["一局"]}, {"标题": "同", "责任单位": ["一局"], "备注": "二"}]
    sent = send(ledger_of(pair, units=UNITS))
    book = typed(sent.books["一局"], MAIN, HEADER_ROW + 2, "进展情况", "第二个的进展")
    found = merge_all(ledger_of(pair[:1], units=UNITS), sent.dispatch, {"一局": book})
    assert changes(found) == []
    assert "collect-row-unclear" in [code for code, _ in codes(found)]


@pytest.mark.parametrize(
    "heading", ["反馈问题", "整改目标", "整改措施", "措施时限", "牵头单位", "整改时限", "公开表述", "销号日期"]
)
def test_a_locked_cell_that_was_changed_is_named_and_not_taken(heading):
    row = row_of(sheet(SENT.books["一局"], MAIN), mark(A, measure=0))
    found = merged(一局=typed(SENT.books["一局"], MAIN, row, heading, "改了"))
    assert (changes(found), conflicts(found)) == ([], [])
    ((code, cell),) = codes(found)
    assert code == "collect-locked"
    assert cell is not None
    assert cell.endswith(str(row))


def test_a_cell_that_another_unit_fills_in_is_locked():
    book = fill_in(SENT.books["一局"], mark(A, measure=1), "措施完成日期", date(2022, 5, 1))
    found = merged(一局=book)
    assert (changes(found), [code for code, _ in codes(found)]) == ([], ["collect-locked"])


def test_a_locked_cell_that_cannot_be_read_is_no_more_than_locked():
    row = row_of(sheet(SENT.books["一局"], MAIN), mark(A, measure=0))
    found = merged(一局=typed(SENT.books["一局"], MAIN, row, "整改时限", "改天"))
    assert [code for code, _ in codes(found)] == ["collect-locked"]


def test_a_locked_cell_that_the_ledger_changed_since_is_no_fault_of_the_unit():
    assert codes(merged(ledger({"整改目标": "新的目标"}))) == []


@pytest.mark.parametrize("value", ["差不多了", "已完成，部分待办"])
def test_a_value_that_no_rule_reads_is_reported_with_its_cell(value):
    found = merged(一局=fill_in(SENT.books["一局"], mark(A), "整改状态", value))
    assert (changes(found), codes(found)) == ([], [("sheet-cell", "N4")])


@pytest.mark.parametrize("cell", [Cell(None, "P4", uncached_formula=True), Cell(None, "P4", error="#REF!")])
def test_a_formula_without_a_value_is_reported_and_not_taken_for_empty(cell):
    main = sheet(SENT.books["一局"], MAIN)
    column = columns(main)["备注"]
    book = with_rows(SENT.books["一局"], MAIN, {**main.rows, 4: {**main.rows[4], column: cell}})
    found = merged(一局=book)
    assert (changes(found), codes(found)) == ([], [("sheet-cell", "P4")])


def test_a_row_that_was_added_is_named_and_not_taken():
    main = sheet(SENT.books["一局"], MAIN)
    added = {2: Cell("1", "B9"), 6: Cell("新的措施", "F9")}
    found = merged(一局=with_rows(SENT.books["一局"], MAIN, {**main.rows, 9: added}))
    assert (changes(found), codes(found)) == ([], [("collect-row-new", "B9")])


def test_a_row_that_was_deleted_is_named_and_its_issue_stays():
    main = sheet(SENT.books["一局"], MAIN)
    row = row_of(main, mark(B))
    kept = {at: cells for at, cells in main.rows.items() if at != row}
    found = merged(一局=with_rows(SENT.books["一局"], MAIN, kept))
    assert (changes(found), codes(found)) == ([], [("collect-row-missing", None)])
    assert "问题 2 " in found[0].problems[0].message


def test_without_its_marks_nothing_is_taken_from_a_table():
    main = sheet(SENT.books["一局"], MAIN)
    bare = {at: {column: cell for column, cell in cells.items() if column != 1} for at, cells in main.rows.items()}
    found = merged(一局=typed(with_rows(SENT.books["一局"], MAIN, bare), MAIN, HEADER_ROW + 1, "进展情况", "新"))
    assert changes(found) == []
    assert "collect-no-marks" in [code for code, _ in codes(found)]


def test_a_merged_cell_that_was_parted_says_what_one_of_its_rows_says():
    main = sheet(SENT.books["一局"], MAIN)
    apart = SENT.books["一局"]
    lower = row_of(main, mark(A, measure=1))
    parted = [each if each.name != MAIN else type(each)(each.name, True, each.rows) for each in apart.sheets]
    book = Workbook(apart.name, tuple(parted))
    book = typed(typed(book, MAIN, row_of(main, mark(A)), "备注", None), MAIN, lower, "备注", "新")
    assert changes(merged(一局=book)) == [("一局", 1, "备注", "新")]
    book = typed(book, MAIN, row_of(main, mark(A)), "备注", "另一个")
    found = merged(一局=book)
    assert (changes(found), [code for code, _ in codes(found)]) == ([], ["sheet-rows-differ"])


def test_a_sheet_that_is_gone_is_missed():
    book = SENT.books["二局"]
    kept = Workbook(book.name, tuple(each for each in book.sheets if each.name != SUB_ISSUES))
    assert codes(merged(二局=kept)) == [("collect-row-missing", None)]
    without_main = Workbook(book.name, tuple(each for each in book.sheets if each.name != MAIN))
    assert "sheet-none" in [code for code, _ in codes(merged(二局=without_main))]


@given(
    text=st.text(st.characters(exclude_categories=["Cs"]), max_size=30),
    heading=st.sampled_from(["备注", "进展情况", "佐证材料"]),
)
def test_any_text_goes_in_once_or_is_reported(text, heading):
    book = fill_in(SENT.books["一局"], mark(B), heading, text)
    found = merged(一局=book)
    if codes(found):
        assert [code for code, _ in codes(found)] == ["sheet-cell"]
        assert changes(found) == []
        return
    assert conflicts(found) == []
    for _, number, field, new in changes(found):
        assert (number, field) == (2, heading)
        again = merged(ledger({}, {heading: new or []}), 一局=book)
        assert (changes(again), conflicts(again), codes(again)) == ([], [], [])


# What follows holds random edits against the rule itself, written down a second time.

FIELDS = {
    "issue": ("整改状态", "完成日期", "进展情况", "佐证材料", "备注"),
    "measure": ("措施完成日期",),
    "sub_issue": ("进展情况",),
}
POOL: dict[str, tuple[Any, ...]] = {
    "整改状态": (None, "未启动", "正在整改", "已完成"),
    "完成日期": (None, "2022-03-01", "2022-06-30"),
    "措施完成日期": (None, "2022-02-01", "2022-05-31"),
    "佐证材料": (None, ["单"], ["单", "据"], ["“甲、乙”表"]),
    "进展情况": (None, "旧", "新", "一\n二", "@甲"),
    "备注": (None, "注", "=1"),
}
MARKS = tuple(all_marks(LEDGER))
CELLS = [(row, level, field) for row, _, level in MARKS for field in FIELDS[level]]
Edits = dict[int, Any]


def edits_of_cells() -> st.SearchStrategy[Edits]:
    """Other values for some of the cells, by index."""
    return st.lists(st.integers(0, len(CELLS) - 1), unique=True, max_size=12).flatmap(
        lambda chosen: st.fixed_dictionaries({index: st.sampled_from(POOL[CELLS[index][2]]) for index in chosen})
    )


STRUCTURES = {
    "as it was": lambda issues: issues,
    "moved": lambda issues: issues[::-1],
    "one more in front": lambda issues: [{"标题": "新增"}, *issues],
    "first removed": lambda issues: issues[1:],
    "second rewritten": lambda issues: [issues[0], {**issues[1], "标题": "乙（改写）"}, issues[2]],
    "measures turned": lambda issues: [{**issues[0], "整改措施": issues[0]["整改措施"][::-1]}, *issues[1:]],
    "a measure rewritten": lambda issues: [
        {**issues[0], "整改措施": [issues[0]["整改措施"][0], {**issues[0]["整改措施"][1], "内容": "甲二（改写）"}]},
        *issues[1:],
    ],
}


def record_of(issues: list[dict[str, Any]], row: str) -> dict[str, Any]:
    """The record of a mark among issues that stand as they were sent."""
    place = next(place for place, (found, _, _) in enumerate(MARKS) if found == row)
    issue = issues[LEDGER.issues.index(MARKS[place][1])]
    if "|m" in row:
        return issue["整改措施"][int(row.split("|m")[1][0])]
    return issue["子问题"][int(row.split("|s")[1][0])] if "|s" in row else issue


def edited(edits: Edits) -> list[dict[str, Any]]:
    issues = copy.deepcopy(list(ISSUES))
    for index, value in edits.items():
        row, _, field = CELLS[index]
        key = field.removeprefix("措施")
        record = record_of(issues, row)
        record.pop(key, None)
        if value is not None:
            record[key] = value
    return issues


def value_in(issues: list[dict[str, Any]], index: int) -> Any:
    row, _, field = CELLS[index]
    return record_of(issues, row).get(field.removeprefix("措施"))


def typed_as(field: str, value: Any) -> Any:
    if isinstance(value, list):
        return "\n".join(value)
    return date.fromisoformat(value) if value and field.endswith("日期") else value


def is_there(structure: str, index: int) -> bool:
    row, level, _ = CELLS[index]
    if structure == "first removed":
        return not row.startswith("1-")
    if structure == "second rewritten":
        return not row.startswith("2-")
    return not (structure == "a measure rewritten" and level == "measure" and row == mark(A, measure=1))


def named(issues: list[dict[str, Any]], index: int) -> tuple[int, str]:
    """序号 and field of a cell in the ledger as it stands now."""
    row, level, field = CELLS[index]
    title = next(issue.title for found, issue, _ in MARKS if found == row)
    number = next(place for place, issue in enumerate(issues, 1) if issue["标题"] == title)
    if level == "issue":
        return number, field
    if level == "sub_issue":
        return number, f"子问题 1 {field}"
    content = record_of(list(ISSUES), row)["内容"]
    place = next(place for place, each in enumerate(issues[number - 1]["整改措施"], 1) if each["内容"] == content)
    return number, f"措施 {place} {field.removeprefix('措施')}"


@settings(max_examples=150)
@given(
    now_edits=edits_of_cells(),
    came_edits=st.fixed_dictionaries({unit: edits_of_cells() for unit in UNITS}),
    structure=st.sampled_from(list(STRUCTURES)),
)
def test_the_merge_is_the_rule_for_any_edits(now_edits, came_edits, structure):
    sent, changed = edited({}), edited(now_edits)
    issues = STRUCTURES[structure](changed)
    books = {}
    for unit in UNITS:
        books[unit] = SENT.books[unit]
        for index, value in came_edits[unit].items():
            row, _, field = CELLS[index]
            books[unit] = fill_in(books[unit], row, field, typed_as(field, value))
    expected, clashes = [], []
    for index in range(len(CELLS)):
        if not is_there(structure, index):
            continue
        was, now = value_in(sent, index), value_in(changed, index)
        fills = [unit for unit in UNITS if CELLS[index][0] in SENT.dispatch.filled[unit]]
        came = {unit: came_edits[unit].get(index, was) for unit in fills}
        brought = {unit: value for unit, value in came.items() if value not in (was, now)}
        number, field = named(issues, index)
        if brought and now == was and len({repr(value) for value in brought.values()}) == 1:
            expected.append((number, field, next(iter(brought.values()))))
        else:
            clashes += [(unit, number, field, was, now, value) for unit, value in brought.items()]
    found = merge_all(ledger_of(issues, units=UNITS), SENT.dispatch, books)
    assert sorted(map(repr, ((n, f, v) for _, n, f, v in changes(found)))) == sorted(map(repr, expected))
    assert sorted(map(repr, conflicts(found))) == sorted(map(repr, clashes))
