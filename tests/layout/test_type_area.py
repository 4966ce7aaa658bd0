"""Paper, type area and grid: GB/T 9704-2012, clauses 5.1 and 5.2, on rendered pages."""

import collections
import re

import docx
import pytest

pytestmark = pytest.mark.xdist_group("layout")

KINDS = ("plan", "report", "notice")
MARKS = "，。、；：！？”’）》"


@pytest.mark.parametrize("kind", KINDS)
def test_every_page_is_a4(rendered, kind):
    for sheet in rendered[kind].sheets:
        assert sorted((sheet.page.width, sheet.page.height)) == pytest.approx([595.3, 841.9], abs=1)


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_full_of_text_has_22_lines_28_95_pt_apart(rendered, kind):
    full = [sheet.text_lines for sheet in rendered[kind].upright if len(sheet.text_lines) >= 22]
    assert len(full) >= 5
    for lines in full:
        assert len(lines) == 22
        pitch = (lines[-1].baseline - lines[0].baseline) / 21 / 25.4 * 72
        assert pitch == pytest.approx(28.95, abs=0.03)


@pytest.mark.parametrize("kind", KINDS)
def test_a_full_line_has_28_characters_from_28_to_184_mm(rendered, kind):
    full = [
        line
        for sheet in rendered[kind].upright
        for line in sheet.text_lines
        if line.size == 16 and line.left < 28.6 and line.text[-1] not in MARKS and not re.search(r"[ -~]", line.text)
    ]
    full = [line for line in full if line.right > 183.5]
    assert len(full) >= 10
    lengths = [len(line.text) for line in full]
    assert max(lengths) == 28  # fewer only where a mark may not begin the next line
    assert lengths.count(28) > len(lengths) / 2
    for line in full:
        assert line.left == pytest.approx(28.05, abs=0.3)
        assert line.right == pytest.approx(184.1, abs=0.5)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_but_the_page_number_leaves_the_type_area(rendered, kind):
    for sheet in rendered[kind].upright:
        for line in sheet.text_lines:
            assert line.baseline > 40
            assert line.left > 27.9
            assert line.right < 184.7, line.text
    for sheet in rendered[kind].turned:
        for line in sheet.lines:
            assert line.left > 34.8, line.text
            assert line.right < 260.5
            assert 28 < line.baseline < 184.2


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_of_the_word_file_is_missing_on_the_pages(rendered, kind):
    document = docx.Document(rendered[kind].docx)
    written = collections.Counter(
        "".join("".join(text.text or "" for text in document.element.body.iter(f"{_W}t")).split())
    )
    printed = collections.Counter(
        glyph["text"] for sheet in rendered[kind].sheets for glyph in sheet.page.chars if glyph["text"].strip()
    )
    assert {char: (count, printed[char]) for char, count in written.items() if printed[char] < count} == {}


@pytest.mark.parametrize("kind", KINDS)
def test_only_the_look_alikes_of_the_standard_are_used(rendered, kind):
    fonts = {font for sheet in rendered[kind].sheets for line in sheet.lines for font in line.fonts}
    families = {re.split(r"[-]", font)[0] for font in fonts}
    assert families <= {"FandolFang", "FandolKai", "FandolHei", "FandolSong", "LiberationSerif", "NotoSerifCJKjp"}


@pytest.mark.parametrize("kind", KINDS)
def test_only_mark_and_red_line_are_red(rendered, kind):
    for sheet in rendered[kind].sheets:
        coloured = {glyph["text"] for glyph in sheet.page.chars if any(glyph["non_stroking_color"] or ())}
        assert not coloured or (sheet.number == 1 and kind != "notice")
        assert coloured <= set("中共示例市委员会文件")


_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
