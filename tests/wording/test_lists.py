"""Lists in sentences."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.wording import FILTERS, firstly_secondly, listed, listed_with_and, on_either_hand, or_dash, organs

ENDS = ["", "。", "；", "，", "、", ";", ".", " ", "。。", "……", "！", "？", "。”", "”", "”。", "。）", "》", "；\n"]
ITEMS = st.lists(
    st.builds(str.__add__, st.sampled_from(["甲乙", "丙，丁", "戊。己", "庚；辛", "出台“壬"]), st.sampled_from(ENDS)),
    max_size=13,
)
DOUBLED = re.compile(r"[。；，、！？;.,][。；，、;.,]|……[。；，、]|[。！？][”）][。；，、]")
STOP = re.compile(r"(?:[。！？]|……)[”）]?\Z")


@pytest.mark.parametrize(
    ("items", "sentence"),
    [
        (["甲", "乙"], "一是甲；二是乙。"),
        (["甲；", "乙。"], "一是甲；二是乙。"),
        (["甲。", "乙、", "丙 "], "一是甲；二是乙；三是丙。"),
        (["甲。详情", "乙"], "一是甲。详情。二是乙。"),
        (["甲", "乙。详情。"], "一是甲。二是乙。详情。"),
        (["甲；详情", "乙"], "一是甲；详情。二是乙。"),
        (["他说：“好。”", "乙"], "一是他说：“好。”二是乙。"),
        (["坚定“四个自信”", "乙"], "一是坚定“四个自信”；二是乙。"),
        (["甲！", "乙"], "一是甲！二是乙。"),
        (["甲", "等等……"], "一是甲；二是等等……"),
        (["甲"], "甲。"),
        (["一是甲"], "甲。"),
        ([], ""),
        (None, ""),
        (["", " ", None, "甲"], "甲。"),
        ("甲", "甲。"),
    ],
)
def test_points_are_joined_by_firstly_and_secondly(items, sentence):
    assert firstly_secondly(items) == sentence


def test_an_ordinal_that_is_already_written_is_not_written_twice():
    assert firstly_secondly(["一是甲", "二是，乙", "丙"]) == "一是甲；二是乙；三是丙。"


def test_an_ordinal_of_another_place_or_form_is_the_item_s_own():
    assert firstly_secondly(["（1）甲", "三是乙"]) == "一是（1）甲；二是三是乙。"


def test_the_eleventh_point_is_counted_in_chinese():
    assert firstly_secondly(["甲"] * 11).endswith("；十是甲；十一是甲。")


def test_two_sides_are_set_against_each_other():
    assert on_either_hand(["甲；", "乙"]) == "一方面甲；另一方面乙。"


def test_two_sides_that_hold_sentences_are_parted_by_a_full_stop():
    assert on_either_hand(["甲。详情", "另一方面，乙"]) == "一方面甲。详情。另一方面乙。"


@pytest.mark.parametrize("items", [[], ["甲"], ["甲", "乙", "丙"]])
def test_two_sides_must_be_two(items):
    with pytest.raises(ValueError, match=f"要正好两项，现有 {len(items)} 项"):
        on_either_hand(items)


@given(ITEMS)
def test_joined_points_end_with_one_stop_and_double_no_mark(items):
    sentence = firstly_secondly(items)
    assert not DOUBLED.search(sentence)
    assert bool(STOP.search(sentence)) == bool(items)


@given(ITEMS)
def test_joining_points_loses_no_word(items):
    words = re.sub(r"[^甲-龥]", "", firstly_secondly(items))
    assert all(re.sub(r"[^甲-龥]", "", item) in words for item in items)


@given(ITEMS.filter(lambda items: len(items) == 2))
def test_two_sides_end_with_one_stop_and_double_no_mark(items):
    sentence = on_either_hand(items)
    assert not DOUBLED.search(sentence)
    assert STOP.search(sentence)


def test_a_list_is_joined_by_the_enumeration_comma():
    assert listed(["市委办公室", "市委组织部；", "", "市委宣传部"]) == "市委办公室、市委组织部、市委宣传部"


def test_titles_and_quoted_words_stand_side_by_side_without_a_comma():
    assert listed(["《甲办法》", "《乙办法》", "丙"]) == "《甲办法》《乙办法》、丙"
    assert listed(["“三严”", "“三实”"]) == "“三严”“三实”"


@pytest.mark.parametrize(
    ("items", "text"), [(["甲", "乙", "丙"], "甲、乙和丙"), (["甲", "乙"], "甲和乙"), (["甲"], "甲"), ([], "")]
)
def test_the_last_of_a_list_is_joined_by_and(items, text):
    assert listed_with_and(items) == text


def test_organs_of_one_kind_are_joined_by_the_enumeration_comma():
    assert organs(["市委办公室", "市委组织部："]) == "市委办公室、市委组织部"


def test_organs_that_hold_an_enumeration_are_joined_by_commas():
    assert organs(["各县（市、区）委", "市直各单位"]) == "各县（市、区）委，市直各单位"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "—"),
        ("", "—"),
        (" ", "—"),
        ([], "—"),
        ((), "—"),
        ([""], "—"),
        (["甲", "乙"], "甲、乙"),
        (0, "0"),
        ("甲", "甲"),
    ],
)
def test_an_empty_cell_shows_a_dash(value, text):
    assert or_dash(value) == text


def test_templates_find_every_filter_by_its_chinese_name():
    assert set(FILTERS) == {
        "汉字数字", "公文日期", "一是二是", "一方面另一方面", "顿号", "和", "机关", "句号", "引号内", "百分比", "金额", "或横线",
    }  # fmt: skip
