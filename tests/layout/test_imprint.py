"""版记 and 页码: clauses 7.4, 7.5 and 8, on rendered pages."""

import pytest

pytestmark = pytest.mark.xdist_group("layout")

CHAR = 14 / 72 * 25.4  # one 字 of 四号
ONE = 320 / 1440 * 25.4  # one 字 as the page number keeps it from the edge


@pytest.mark.parametrize("kind", ["plan", "report"])
def test_imprint_ends_at_the_foot_of_the_type_area_of_the_last_page(rendered, kind):
    sheet = rendered[kind].sheets[-1]
    first, middle, last = sheet.rules
    assert last.y == pytest.approx(262, abs=1)
    assert [rule.left for rule in sheet.rules] == pytest.approx([28] * 3, abs=0.5)
    assert [rule.right - rule.left for rule in sheet.rules] == pytest.approx([156] * 3, abs=0.5)
    assert [first.weight, middle.weight, last.weight] == pytest.approx([0.35, 0.25, 0.35], abs=0.03)
    assert all(line.size == 14 for line in sheet.lines)


@pytest.mark.parametrize("kind", ["plan", "report"])
def test_imprint_keeps_one_character_at_either_side(rendered, kind):
    sheet = rendered[kind].sheets[-1]
    copies = next(line for line in sheet.lines if line.text.startswith("抄送："))
    printed = next(line for line in sheet.lines if line.text.endswith("印发"))
    assert copies.left == pytest.approx(28 + CHAR, abs=0.5)
    assert printed.left == pytest.approx(28 + CHAR, abs=0.5)
    assert printed.right == pytest.approx(184 - CHAR, abs=0.5)
    above = sheet.lines[sheet.lines.index(printed) - 1]
    assert above.text.endswith("。")
    if above is not copies:
        assert above.left == pytest.approx(copies.glyphs[3]["x0"] / 72 * 25.4, abs=0.5)


def test_notice_has_no_imprint_and_no_masthead(notice):
    assert not any(sheet.rules for sheet in notice.sheets)


@pytest.mark.parametrize("kind", ["plan", "report", "notice"])
def test_page_number_stands_7_mm_below_the_type_area_odd_right_even_left(rendered, kind):
    for sheet in rendered[kind].upright:
        number = sheet.lines[-1]
        assert number.text == f"—{sheet.number}—"
        assert number.fonts == {"FandolSong-Regular"}
        assert number.size == 14
        if sheet.number % 2:
            assert number.right == pytest.approx(184 - ONE, abs=0.5)
        else:
            assert number.left == pytest.approx(28 + ONE, abs=0.5)


@pytest.mark.parametrize("kind", ["plan", "report", "notice"])
def test_dash_of_the_page_number_is_7_mm_below_the_type_area(rendered, kind):
    for sheet in rendered[kind].upright[:2]:
        number = sheet.lines[-1]
        _, top, _, bottom = sheet.ink(number.left - 1, 264, number.left + 4.5, 275)
        assert (top + bottom) / 2 == pytest.approx(262 + 7, abs=0.5)


@pytest.mark.parametrize("kind", ["plan", "report"])
def test_number_of_a_turned_page_keeps_its_place_on_the_sheet(rendered, kind):
    """Turned clockwise: the portrait foot is the landscape left, the portrait right the landscape bottom (8)."""
    for sheet in rendered[kind].turned[:4]:
        glyphs = sheet.turned_glyphs
        assert "".join(glyph["text"] for glyph in sorted(glyphs, key=lambda glyph: glyph["top"])) == f"—{sheet.number}—"
        left, top, right, bottom = sheet.ink(22, 28, 34, 184)
        dash_left, _, dash_right, _ = sheet.ink(22, top, 34, top + 3)
        assert (dash_left + dash_right) / 2 == pytest.approx(35 - 7, abs=0.5)
        assert right < 35
        assert left > 22
        if sheet.number % 2:
            assert bottom == pytest.approx(184 - ONE, abs=1)
        else:
            assert top == pytest.approx(28 + ONE, abs=1)
