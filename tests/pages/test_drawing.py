"""Pages with findings marked on them."""

from PIL import Image

from reportgen.errors import Mark
from reportgen.pages import draw


def _red(path):
    with Image.open(path) as image:
        raw = image.convert("RGB").tobytes()
    return sum(red > 150 and green < 80 and blue < 80 for red, green, blue in zip(*[iter(raw)] * 3, strict=True))


def test_pages_with_findings_and_the_first_are_drawn(paper, pen, tmp_path):
    pdf = paper(*[[pen["words"](f"page {number}", 28, 50)] for number in range(4)])
    paths = draw(pdf, tmp_path / "图", [(Mark(3, 28, 45, 60, 52), "pdf-5.1-paper")], "整改方案")
    assert [path.name for path in paths] == ["整改方案-第01页.png", "整改方案-第03页.png"]
    with Image.open(paths[0]) as image:
        assert image.size == (1241, 1754)
    assert _red(paths[0]) == 0
    assert _red(paths[1]) > 500


def test_marks_beyond_the_sheet_and_the_last_page_do_no_harm(paper, pen, tmp_path):
    pdf = paper([pen["words"]("text", 28, 50)])
    marks = [
        (Mark(1, -50, -50, 500, 500), "a"),
        (Mark(1, 300, 300, 310, 310), "b"),
        (Mark(7, 0, 0, 9, 9), "c"),
        (Mark(1, 60, 60, 20, 20), "d"),
    ]
    assert len(draw(pdf, tmp_path, marks, "页")) == 1


def test_findings_of_one_place_stand_below_one_another(paper, pen, tmp_path):
    pdf = paper([pen["words"]("text", 28, 50)])
    box = Mark(1, 28, 100, 60, 110)
    (one,) = draw(pdf, tmp_path, [(box, "pdf-5.1-paper")], "一")
    (two,) = draw(pdf, tmp_path, [(box, "pdf-5.1-paper"), (box, "pdf-5.2.3-chars")], "二")
    assert _red(two) > _red(one)
