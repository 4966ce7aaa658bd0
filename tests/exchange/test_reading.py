"""What people really type in cells is read by a listed rule, or reported; nothing is guessed."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.exchange.measures import numbered_parts
from reportgen.exchange.reading import Known, Read, Unread, folded, parts_of, says_nothing
from reportgen.exchange.reading_dates import read_day, read_deadline
from reportgen.exchange.reading_words import read_number, read_status, read_texts, read_units, read_word

UNITS = ("市委办公室", "市财政局", "市审计局", "各县（市、区）党委")
KNOWN = Known({"单位": UNITS, "方面": ("整改任务落实", "新发现问题")})


def value(reading: object) -> object:
    assert isinstance(reading, Read), reading
    return reading.value


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        (datetime(2022, 5, 31), date(2022, 5, 31)),
        (date(2022, 5, 31), date(2022, 5, 31)),
        ("2022-05-31", date(2022, 5, 31)),
        ("2022.5.31", date(2022, 5, 31)),
        ("2022/5/31", date(2022, 5, 31)),
        ("2022年5月31日", date(2022, 5, 31)),
        ("2022年5月31日前", date(2022, 5, 31)),
        ("２０２２年５月３１日", date(2022, 5, 31)),
        (" 2022. 5. 31\xa0", date(2022, 5, 31)),
        ("20220531", date(2022, 5, 31)),
        (20220531, date(2022, 5, 31)),
        ("2022-05-31 00:00:00", date(2022, 5, 31)),
        ("2022年5月底", date(2022, 5, 31)),
        ("2022年5月底前", date(2022, 5, 31)),
        ("2024年2月末", date(2024, 2, 29)),
        ("2022.6月底", date(2022, 6, 30)),
        ("2022年底", date(2022, 12, 31)),
        ("2022年5月底前完成", date(2022, 5, 31)),
        ("2022年5月31日以前", date(2022, 5, 31)),
        ("2022年年底之前", date(2022, 12, 31)),
        (44712, date(2022, 5, 31)),
        (44712.0, date(2022, 5, 31)),
        ("44712", date(2022, 5, 31)),
    ],
)
def test_dates_as_people_type_them(typed, day):
    assert value(read_day(typed)) == day


def test_what_is_not_read_as_typed_says_how_it_was_read():
    assert read_day("2022-05-31") == Read(date(2022, 5, 31))
    assert read_day("2022.5.31") == Read(date(2022, 5, 31), "“2022.5.31”读作 2022-05-31")
    assert read_day("2022年5月底") == Read(date(2022, 5, 31), "“2022年5月底”按最后一天读作 2022-05-31")
    assert read_day(44712) == Read(date(2022, 5, 31), "数 44712 按 Excel 的日期序号读作 2022-05-31")


def test_serial_numbers_of_a_workbook_that_counts_from_1904():
    assert value(read_day(43250, epoch_1904=True)) == date(2022, 5, 31)


@pytest.mark.parametrize(
    "typed",
    ["2022年5月", "5月31日", "5.31", "5月底", "2022-02-30", "2022年13月底", "2022年上半年", "6月中旬", "已完成", 31, 5.31, True, "202205"],
)  # fmt: skip
def test_dates_that_leave_a_doubt_are_reported(typed):
    assert isinstance(read_day(typed), Unread)


@pytest.mark.parametrize(
    ("typed", "deadline"),
    [
        ("立行立改", "立行立改"),
        ("立即整改", "立行立改"),
        ("即行即改。", "立行立改"),
        ("长期坚持", "长期坚持"),
        ("长期 整改", "长期坚持"),
        ("常态化坚持", "长期坚持"),
        ("2022年6月底", date(2022, 6, 30)),
    ],
)
def test_deadlines_are_dates_or_words(typed, deadline):
    assert value(read_deadline(typed)) == deadline


@pytest.mark.parametrize("typed", ["尽快", "按要求", "立行立改，2022年6月底前完成", "持续整改中", "2022"])
def test_deadlines_that_leave_a_doubt_are_reported(typed):
    assert isinstance(read_deadline(typed), Unread)


@pytest.mark.parametrize(
    ("typed", "status"),
    [
        ("已完成", "已完成"),
        (" 已 完 成 ", "已完成"),
        ("已完成整改", "已完成"),
        ("已完成（3月25日）", "已完成"),
        ("已完成，长效机制已建立", "已完成"),
        ("已销号", "已完成"),
        ("基本完成", "基本完成"),
        ("整改中", "正在整改"),
        ("正在整改，按计划推进", "正在整改"),
        ("长期坚持、持续推进", "长期坚持"),
        ("尚未启动", "未启动"),
    ],
)
def test_statuses_with_other_and_extra_words(typed, status):
    assert value(read_status(typed)) == status


@pytest.mark.parametrize(
    "typed",
    ["未完成", "已完成80%", "已完成（部分）", "完成3/5", "已完成，未销号", "基本完成，已完成2项", "预计月底完成", "已完成？", "差不多了"],
)  # fmt: skip
def test_statuses_that_take_something_back_are_reported(typed):
    assert isinstance(read_status(typed), Unread)


def test_extra_words_after_a_status_are_said_not_to_be_kept():
    assert read_status("已完成（3月）") == Read("已完成", "“已完成（3月）”读作“已完成”，后面的话没有录入")


@pytest.mark.parametrize(
    ("typed", "units"),
    [
        ("市财政局", ("市财政局",)),
        ("市财政局、市审计局；市委办公室", ("市财政局", "市审计局", "市委办公室")),
        ("市财政局\n市审计局", ("市财政局", "市审计局")),
        ("市财政局\xa0\n市审计局，", ("市财政局", "市审计局")),
        ("各县（市、区）党委、市审计局", ("各县（市、区）党委", "市审计局")),
        ("市财政局 市审计局", ("市财政局", "市审计局")),
    ],
)
def test_units_are_parted_by_marks_outside_of_brackets(typed, units):
    assert value(read_units(typed, KNOWN)) == units


def test_a_unit_that_nobody_knows_is_reported_with_the_nearest():
    assert read_units("市财政局、市审计厅", KNOWN) == Unread("“单位”名单里没有“市审计厅”；是不是“市审计局”？")


def test_people_without_a_list_to_be_held_against():
    assert value(read_units("张三、李四；王五", Known({}))) == ("张三", "李四", "王五")


@pytest.mark.parametrize(
    "typed", ["整改任务落实", "（一）整改任务落实", "一、整改任务落实", "1.整改任务落实", "整改任务\n落实"]
)
def test_an_aspect_with_its_number_is_the_aspect(typed):
    assert value(read_word(typed, "方面", KNOWN)) == "整改任务落实"


def test_a_word_outside_its_list_is_reported():
    assert isinstance(read_word("整改责任", "方面", KNOWN), Unread)


def test_texts_keep_what_stands_in_book_title_marks_together():
    assert value(read_texts("《甲、乙办法》、会议纪要；照片")) == ("《甲、乙办法》", "会议纪要", "照片")


def test_lines_that_the_ledger_has_stay_whole():
    kept = ("会议纪要、签到表", "照片")
    assert value(read_texts("会议纪要、签到表\n照片、录像", kept=kept)) == ("会议纪要、签到表", "照片", "录像")
    assert value(read_texts("会议纪要、签到表")) == ("会议纪要", "签到表")


@pytest.mark.parametrize("typed", [3, 3.0, "3", "３", " 3 ", "3、", "（3）", "第3号", "问题3", "3.0", "03"])
def test_numbers_of_issues(typed):
    assert value(read_number(typed)) == 3


@pytest.mark.parametrize("typed", [3.5, "三", "1-3", "3a", "合计", "", 0, "0", -3, "-3", True, 1e9])
def test_what_is_no_number_of_an_issue_is_reported(typed):
    assert isinstance(read_number(typed), Unread)


def test_several_measures_in_one_cell_are_told_by_their_numbers():
    assert numbered_parts("1.制定办法。\n2.开展检查，\n逐项核对。\n3、建立台账") == (
        "制定办法。",
        "开展检查，\n逐项核对。",
        "建立台账",
    )
    assert numbered_parts("（1）制定办法\n（2）开展检查") == ("制定办法", "开展检查")
    assert numbered_parts("①制定办法\n②开展检查") == ("制定办法", "开展检查")
    assert numbered_parts("3.建立台账\n4.按月核对", 3) == ("建立台账", "按月核对")


@pytest.mark.parametrize("text", ["制定办法\n1.检查", "1.制定办法\n3.检查", "2.制定办法\n3.检查", "制定 1.0 版办法"])
def test_numbers_that_do_not_run_on_part_nothing(text):
    assert numbered_parts(text) in ((), ("制定办法",))


@given(st.text())
def test_folding_twice_is_folding_once(text):
    assert folded(folded(text)) == folded(text)


@given(st.text(st.sampled_from(" \t\n\r\u3000\u00a0\u200b\ufeff\u2028甲")))
def test_a_text_says_nothing_where_nothing_is_left_of_it(text):
    assert says_nothing(text) == (folded(text) == "")


@given(
    st.lists(
        st.text(st.characters(exclude_characters="、；;，,\n（(《“‘「【〔[）)》”’」】〕]"), min_size=1)
        .map(str.strip)
        .filter(bool),
        min_size=1,
    )
)
def test_texts_joined_by_any_mark_come_apart_again(texts):
    assert parts_of("、".join(texts), "、；\n") == tuple(texts)


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_every_way_of_writing_a_day_means_that_day(day):
    for text in (
        f"{day:%Y-%m-%d}",
        f"{day.year}.{day.month}.{day.day}",
        f"{day.year}年{day.month}月{day.day}日",
        f"{day:%Y%m%d}",
    ):
        assert value(read_day(text)) == day


@given(st.text())
def test_any_text_is_read_or_reported_and_never_a_crash(text):
    for reading in (read_day(text), read_deadline(text), read_status(text), read_number(text), read_texts(text)):
        assert isinstance(reading, Read | Unread)


@pytest.mark.parametrize(
    "typed",
    ["已完成（剩余2项）", "已完成（尚需巩固）", "已完成（存在反弹）", "已完成（缺验收材料）", "已完成（七成）", "已完成（正办理手续）",
     "未启动（已启动摸底）", "已完成，省里否决"],
)  # fmt: skip
def test_words_after_a_status_that_nobody_listed_are_reported(typed):
    assert isinstance(read_status(typed), Unread)
