"""A PDF as measured pages."""

import pytest

from reportgen.errors import ReportgenError
from reportgen.pages import available, foot_of, measure, number_in, turned_foot_of
from reportgen.pages import pdfium as pages_pdfium


def _only(paper, *content):
    (page,) = measure(paper(list(content)))
    return page


def test_a_page_tells_its_number_and_size_in_millimetres(paper, pen):
    pages = measure(paper([pen["words"]("one", 28, 50)], []))
    assert [page.number for page in pages] == [1, 2]
    assert (pages[0].width_mm, pages[0].height_mm) == pytest.approx((210, 297), abs=0.01)
    assert not pages[0].landscape
    assert pages[1].lines == ()


def test_letters_on_one_baseline_are_a_line_without_blanks(paper, pen):
    page = _only(paper, pen["words"]("to the", 60, 50), pen["words"]("Send", 28, 50), pen["words"]("below", 28, 60))
    assert [line.text for line in page.lines] == ["Sendtothe", "below"]
    assert page.lines[0].left == pytest.approx(28, abs=0.01)
    assert page.lines[0].baseline == pytest.approx(50, abs=0.01)


def test_size_face_and_colour_are_those_that_are_printed(paper, pen):
    (line,) = _only(paper, pen["words"]("Red", 28, 50, size=22, color="1 0 0")).lines
    assert line.size_pt == 22
    assert line.color == "FF0000"
    assert line.faces == {"Helvetica"}


def test_size_counts_the_scale_of_the_text(paper, pen):
    (line,) = _only(paper, pen["words"]("Big", 28, 50, size=1, turn="16 0 0 16")).lines
    assert line.size_pt == 16


def test_the_ink_of_a_capital_stands_on_the_baseline_and_is_lower_than_its_size(paper, pen):
    (line,) = _only(paper, pen["words"]("H", 28, 50, size=72)).lines
    assert line.bottom == pytest.approx(50, abs=0.1)
    assert line.top == pytest.approx(50 - 0.72 * 25.4, abs=0.5)


def test_turned_text_is_told_from_upright_text(paper, pen):
    page = _only(paper, pen["words"]("3", 20, 50, turn="0 -1 1 0"), pen["words"]("up", 28, 50))
    assert [line.text for line in page.lines] == ["up"]
    assert [line.text for line in page.turned_lines] == ["3"]


def test_drawn_lines_have_ends_height_weight_and_colour(paper, pen):
    page = _only(paper, pen["stroke"](28, 122, 184, weight_pt=1.5), pen["bar"](28, 261.9, 156, 0.35))
    red, black = page.rules
    assert (red.left, red.right, red.y) == pytest.approx((28, 184, 122), abs=0.02)
    assert red.weight == pytest.approx(1.5 * 25.4 / 72, abs=0.01)
    assert red.color == "FF0000"
    assert (black.y, black.weight, black.color) == (
        pytest.approx(262.07, abs=0.02),
        pytest.approx(0.35, abs=0.01),
        "000000",
    )


def test_a_line_drawn_in_pieces_or_twice_is_one_line(paper, pen):
    pieces = [pen["stroke"](28, 100, 80), pen["stroke"](80, 100, 184), pen["stroke"](28, 100, 184)]
    (rule,) = _only(paper, *pieces).rules
    assert (rule.left, rule.right) == pytest.approx((28, 184), abs=0.02)


def test_a_gap_parts_two_lines_and_a_thick_box_is_no_line(paper, pen):
    page = _only(paper, pen["stroke"](28, 100, 100), pen["stroke"](112, 100, 184), pen["bar"](28, 120, 156, 10))
    assert [round(rule.width) for rule in page.rules] == [72, 72]


def test_vertical_lines_part_the_cells_of_a_table(paper, pen):
    words, stroke = pen["words"], pen["stroke"]
    page = _only(
        paper, words("left", 30, 50), words("right", 62, 50), stroke(60, 40, 60, end=55), words("under", 30, 70)
    )
    assert [line.text for line in page.lines] == ["left", "right", "under"]
    assert len(page.verticals) == 1


def test_the_lowest_line_of_digits_is_the_page_number(paper, pen):
    page = _only(paper, pen["words"]("text", 28, 50), pen["words"]("- 12 -", 165, 270))
    foot = foot_of(page)
    assert foot is page.lines[-1]
    assert number_in(foot) == 12


@pytest.mark.parametrize("text", ["2022.8.16", "see page 3", "end"])
def test_a_line_of_text_at_the_foot_is_no_page_number(paper, pen, text):
    assert foot_of(_only(paper, pen["words"](text, 28, 270))) is None


def test_digits_in_the_text_are_no_page_number(paper, pen):
    page = _only(paper, pen["words"]("3", 28, 100))
    assert foot_of(page) is None
    assert turned_foot_of(page) is None


def test_a_damaged_file_is_told_in_words(tmp_path):
    path = tmp_path / "坏.pdf"
    path.write_bytes(b"%PDF-1.7 not really")
    with pytest.raises(ReportgenError) as caught:
        measure(path)
    assert [problem.code for problem in caught.value.problems] == ["pages-unreadable"]
    assert "坏.pdf" in str(caught.value)


def test_without_the_library_the_command_that_installs_it_is_named(monkeypatch, tmp_path):
    assert available()
    monkeypatch.setattr(pages_pdfium.importlib.util, "find_spec", lambda _: None)
    assert not available()
    with pytest.raises(ReportgenError) as caught:
        measure(tmp_path / "a.pdf")
    assert "python -m pip install pypdfium2 Pillow" in str(caught.value)
