"""How sentences end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.wording import ensure_stop

MARKS = st.text(alphabet="。；，、;.：！？!?… ", max_size=3)
TEXTS = st.builds(
    lambda *parts: "".join(parts),
    st.text(alphabet="甲乙丙3。；，“（《", max_size=8),
    MARKS,
    st.text(alphabet="”）》", max_size=2),
    MARKS,
)


@pytest.mark.parametrize(
    ("text", "ended"),
    [
        ("甲", "甲。"),
        ("甲。", "甲。"),
        ("甲。。", "甲。"),
        ("甲；", "甲。"),
        ("甲;", "甲。"),
        ("甲，", "甲。"),
        ("甲. ", "甲。"),
        ("甲！", "甲！"),
        ("甲?", "甲？"),
        ("甲……", "甲……"),
        ("他说：“好。”", "他说：“好。”"),
        ("他说：“好。”。", "他说：“好。”"),
        ("坚定“四个自信”", "坚定“四个自信”。"),
        ("“四个自信”；", "“四个自信”。"),
        ("出台《办法》", "出台《办法》。"),
        ("学习《为什么？》", "学习《为什么？》。"),
        ("坚持“三严……”", "坚持“三严……”。"),
        ("甲。（见附件。）", "甲。（见附件。）"),
        ("做法如下：", "做法如下："),
        ("第3.5", "第3.5。"),
        ("", ""),
        (" ；", ""),
        ("……", "……"),
    ],
)
def test_a_sentence_gets_exactly_one_stop(text, ended):
    assert ensure_stop(text) == ended


@given(TEXTS)
def test_ending_a_sentence_twice_changes_nothing(text):
    assert ensure_stop(ensure_stop(text)) == ensure_stop(text)


@given(TEXTS)
def test_ending_a_sentence_keeps_every_word(text):
    assert [char for char in ensure_stop(text) if char in "甲乙丙3"] == [char for char in text if char in "甲乙丙3"]
