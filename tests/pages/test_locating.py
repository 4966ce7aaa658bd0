"""Paragraphs found on pages by their text."""

import pytest

from reportgen.pages import Glyph, Line, Page, Type, locate_all, spots

FANGSONG = Type("FandolFang", 16, "000000")
EM = 5.6


def page(number, *rows):
    """A page whose lines stand 10 mm apart from 50 mm on, in full-width letters; (text, left, baseline) elsewhere."""
    lines = []
    for index, row in enumerate(rows):
        text, left, baseline = row if isinstance(row, tuple) else (row, 28, 50 + 10 * index)
        glyphs = (
            Glyph(
                letter, left + EM * place, left + EM * (place + 1), baseline,
                left + EM * place, baseline - 5, left + EM * (place + 1), baseline, FANGSONG,
            )
            for place, letter in enumerate(text)
        )  # fmt: skip
        lines.append(Line(tuple(glyphs)))
    return Page(number, 210, 297, lines=tuple(lines), glyphs=tuple(glyph for line in lines for glyph in line.glyphs))


def test_a_paragraph_over_two_lines_is_boxed_whole():
    (mark,) = locate_all([page(1, "一二三四", "五六")], ["二三四五六"])
    assert (mark.page, mark.left_mm, mark.top_mm, mark.right_mm, mark.bottom_mm) == pytest.approx(
        (1, 28, 45, 28 + 4 * EM, 60)
    )


def test_blanks_and_line_breaks_in_the_document_do_not_matter():
    (mark,) = locate_all([page(1, "中共示例市委员会")], ["中共\u3000示例市\n 委员会"])
    assert mark is not None


def test_the_same_words_are_found_one_after_the_other():
    first, second = locate_all([page(1, "特此通知", "特此通知")], ["特此通知", "特此通知"])
    assert (first.bottom_mm, second.bottom_mm) == (50, 60)


def test_a_paragraph_over_two_pages_is_found_behind_the_page_number():
    pages = [page(1, "上半", ("—1—", 165, 270)), page(2, "下半")]
    (spot,) = spots(pages, ["上半下半"])
    assert (spot.page, spot.last_page) == (1, 2)
    assert spot.mark.page == 1
    assert ["".join(glyph.text for glyph in glyphs) for _, glyphs in spot.pieces] == ["上半", "下半"]


def test_an_interrupted_paragraph_is_found_by_its_beginning():
    pages = [page(1, "甲乙丙丁戊己庚辛壬癸子丑寅卯"), page(2, "表头", "辰巳午未")]
    (spot,) = spots(pages, ["甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未"])
    assert "".join(glyph.text for _, glyphs in spot.pieces for glyph in glyphs) == "甲乙丙丁戊己庚辛壬癸子丑"


def test_what_floats_ahead_of_the_text_does_not_spoil_what_follows():
    pages = [page(1, "版记在文件里先写出来的文字", "第一段", "第二段")]
    marks = locate_all(pages, ["第一段", "第二段", "版记在文件里先写出来的文字"])
    assert [mark.bottom_mm for mark in marks] == [60, 70, 50]


def test_a_short_text_far_away_does_not_carry_the_search_off():
    pages = [page(number, *["很长的正文内容" * 3] * 20) for number in range(1, 9)]
    pages = [page(0, "第一段", "第三段"), *pages, page(9, "第二段")]
    marks = locate_all(pages, ["第一段", "第二段", "第三段"])
    assert [mark.page for mark in marks] == [0, 9, 0]


def test_empty_and_unprinted_text_is_nowhere():
    assert locate_all([page(1, "正文")], ["", "  ", "没有印出来"]) == [None, None, None]
    assert locate_all([], ["正文"]) == [None]


def test_many_paragraphs_are_found_in_one_pass():
    rows = [f"第{number}段的文字" for number in range(2000)]
    pages = [page(index + 1, *rows[index * 20 : index * 20 + 20]) for index in range(100)]
    marks = locate_all(pages, rows)
    assert [mark.page for mark in marks if mark] == [index // 20 + 1 for index in range(2000)]
