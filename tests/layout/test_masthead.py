"""版头, 标题, 主送机关: clauses 7.2, 7.3.1 and 7.3.2, on rendered pages."""

import pytest

pytestmark = pytest.mark.xdist_group("layout")

LINE = 10.21  # 28.95 pt in mm
CHAR = 15.75 / 72 * 25.4
MASTHEADS = ("plan", "report")


def _mark(document):
    return next(line for line in document.sheets[0].lines if line.size == 42)


def _titles(document):
    return [line for line in document.sheets[0].lines if line.size == 22]


@pytest.mark.parametrize("kind", MASTHEADS)
def test_mark_begins_35_mm_below_the_type_area_s_top_and_is_centred(rendered, kind):
    sheet, mark = rendered[kind].sheets[0], _mark(rendered[kind])
    left, top, right, _ = sheet.ink_of(mark)
    assert top == pytest.approx(72, abs=1)
    assert (left + right) / 2 == pytest.approx(106, abs=1)
    assert {tuple(glyph["non_stroking_color"]) for glyph in mark.glyphs} == {(1, 0, 0)}


@pytest.mark.parametrize("kind", MASTHEADS)
def test_number_stands_two_lines_below_the_mark(rendered, kind):
    sheet, mark = rendered[kind].sheets[0], _mark(rendered[kind])
    number = sheet.lines[sheet.lines.index(mark) + 1]
    gap = sheet.ink_of(number)[1] - sheet.ink_of(mark)[3]
    assert 2 * LINE < gap < 3 * LINE
    assert number.size == 16


def test_downward_number_is_centred(plan):
    _, number = plan.line("示委〔")
    assert number.centre == pytest.approx(106, abs=1)


def test_upward_number_and_signatory_share_a_line_one_character_in(report):
    _, line = report.line("示委〔")
    assert "签发人：" in line.text
    assert line.left == pytest.approx(28 + CHAR, abs=0.5)
    assert line.right == pytest.approx(184 - CHAR, abs=0.5)
    name = line.glyphs[line.text.index("签发人：") + 4 :]
    assert {glyph["fontname"].partition("+")[2] for glyph in name} == {"FandolKai-Regular"}


@pytest.mark.parametrize("kind", MASTHEADS)
def test_red_line_is_4_mm_below_the_number_and_as_wide_as_the_type_area(rendered, kind):
    sheet = rendered[kind].sheets[0]
    _, number = rendered[kind].line("示委〔")
    (rule,) = [rule for rule in sheet.rules if rule.red]
    bottom = sheet.ink(28, number.baseline - 5, 184, number.baseline + 2.5)[3]
    assert rule.y - rule.weight / 2 - bottom == pytest.approx(4, abs=0.5)
    assert rule.right - rule.left == pytest.approx(156, abs=0.5)
    assert rule.left == pytest.approx(28, abs=0.5)


@pytest.mark.parametrize("kind", MASTHEADS)
def test_title_stands_two_lines_below_the_red_line(rendered, kind):
    sheet = rendered[kind].sheets[0]
    (rule,) = [rule for rule in sheet.rules if rule.red]
    gap = sheet.ink_of(_titles(rendered[kind])[0])[1] - rule.y
    assert 2 * LINE < gap < 3 * LINE


def test_title_without_masthead_stands_below_two_empty_lines(notice):
    top = notice.sheets[0].ink_of(_titles(notice)[0])[1]
    assert 37 + 2 * LINE < top < 37 + 3 * LINE


@pytest.mark.parametrize("kind", ["plan", "report", "notice"])
def test_title_is_centred_in_size_two_and_breaks_where_the_data_breaks(rendered, kind):
    titles = _titles(rendered[kind])
    assert len(titles) >= 2
    for line in titles:
        assert line.fonts == {"NotoSerifCJKjp-Bold-VKana"}
        left, _, right, _ = rendered[kind].sheets[0].ink_of(line)
        assert (left + right) / 2 == pytest.approx(106, abs=1.5)  # a closing 》 is half empty


@pytest.mark.parametrize("kind", MASTHEADS)
def test_recipients_stand_one_line_below_the_title_flush_left_with_a_colon(rendered, kind):
    sheet, title = rendered[kind].sheets[0], _titles(rendered[kind])[-1]
    first = sheet.lines[sheet.lines.index(title) + 1]
    gap = sheet.ink_of(first)[1] - sheet.ink_of(title)[3]
    assert LINE < gap < 2 * LINE
    assert first.left == pytest.approx(28, abs=0.5)
    end = next(line for line in sheet.lines[sheet.lines.index(first) :] if line.text.endswith("："))
    assert end.left == pytest.approx(28, abs=0.5)


def test_the_plan_begins_on_a_page_of_its_own_without_a_number(plan):
    number, sheet = next(
        (place, sheet) for place, sheet in enumerate(plan.sheets) if place and sheet.lines[0].size == 22
    )
    assert number >= 1
    assert sheet.lines[0].centre == pytest.approx(106, abs=1)
    assert sheet.ink_of(sheet.lines[0])[1] < 37 + LINE
    assert not any(rule.red for rule in sheet.rules)
