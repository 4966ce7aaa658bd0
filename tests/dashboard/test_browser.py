"""The page in a headless Chromium: nothing complains, nothing is loaded, nothing overlaps, nothing is cut on A4."""

import json
import re
from pathlib import Path

import pypdfium2
import pytest
from lxml import etree
from PIL import ImageChops

from tests.dashboard.chromium import Chromium

pytestmark = pytest.mark.xdist_group("chromium")
A4 = (595.28, 841.89)
DPI = 96
MEASURE = """
<script>
const box = node => { const r = node.getBoundingClientRect(); return [r.left, r.top, r.right, r.bottom] };
const labels = [...document.querySelectorAll('.course .label')].map(box);
const apart = (a, b) => a[2] <= b[0] || b[2] <= a[0] || a[3] <= b[1] + 2 || b[3] <= a[1] + 2;
const inside = [...document.querySelectorAll('.bars text')].every(text => {
  const drawn = box(text), bar = box(text.previousElementSibling);
  return bar[0] <= drawn[0] + 1 && drawn[2] <= bar[2] + 1;
});
document.body.dataset.measured = JSON.stringify({
  wider: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  overlapping: labels.filter((a, i) => labels.some((b, j) => i < j && !apart(a, b))).length,
  outside: [...document.querySelectorAll('svg.course text')].map(box).filter(r => r[0] < 0 || r[2] > innerWidth).length,
  inside: inside,
  loaded: performance.getEntriesByType('resource').filter(entry => !entry.name.startsWith('data:')).length,
});
</script>
"""


def figures(dom: str, path: str) -> list[str]:
    tree = etree.fromstring(dom.encode("utf-8"), etree.HTMLParser(encoding="utf-8"))
    return ["".join(each.itertext()).strip() for each in tree.xpath(path)]


def test_what_is_shown_is_what_was_counted(chromium: Chromium, sample_page: Path) -> None:
    dom = chromium.dom(sample_page)
    assert figures(dom, "//dl/div/dd[1]") == ["28个", "19个", "67.86%", "9个", "2个", "3个"]
    assert figures(dom, "//table[@class='statuses']/tbody/tr/td[1]") == ["19", "3", "2", "1", "3"]
    assert figures(dom, "//svg[@class='ring']/text")[0] == "67.86%"
    bars = [re.sub(r"\s", "", counts) for counts in figures(dom, "(//table[@class='bars'])[1]//svg")]
    assert bars == ["62", "411", "71", "21111"]
    assert figures(dom, "(//section[contains(@class,'lists')])[1]//tbody/tr/td[4]") == ["81", "50"]


@pytest.mark.parametrize("width", [1100, 700, 400])
def test_nothing_overlaps_and_nothing_is_loaded(
    chromium: Chromium, hard_page: Path, tmp_path: Path, width: int
) -> None:
    """Measured by a script in a copy of the page, which itself has none."""
    html = hard_page.read_text("utf-8")
    assert "<script" not in html
    copy = tmp_path / "measured.html"
    policy = re.compile(r"<meta http-equiv=\"Content-Security-Policy\"[^>]*>")
    copy.write_text(policy.sub("", html).replace("</body>", f"{MEASURE}</body>"), "utf-8")
    found = re.search(r"data-measured=\"([^\"]*)\"", chromium.dom(copy, width))
    assert found
    measured = json.loads(found[1].replace("&quot;", '"'))
    if width < 760:
        measured.pop("outside")  # charts are moved sideways there
    expected = {"wider": 0, "overlapping": 0, "outside": 0, "inside": True, "loaded": 0}
    assert measured == {key: expected[key] for key in measured}


def texts_and_ink(path: Path) -> tuple[list[str], list[tuple[float, ...]]]:
    """The text of each page without blanks, and the box around its ink in millimetres."""
    document = pypdfium2.PdfDocument(path)
    texts, boxes = [], []
    for number in range(len(document)):
        page = document[number]
        assert page.get_size() == pytest.approx(A4, abs=1.5)
        texts.append(re.sub(r"\s", "", page.get_textpage().get_text_range()))
        ink = ImageChops.invert(page.render(scale=DPI / 72).to_pil().convert("L")).getbbox()
        assert ink
        boxes.append(tuple(edge / DPI * 25.4 for edge in ink))
    document.close()
    return texts, boxes


def test_print_is_a4_with_everything_inside_its_margins(chromium: Chromium, hard_page: Path, tmp_path: Path) -> None:
    texts, boxes = texts_and_ink(chromium.printed(hard_page, tmp_path / "page.pdf"))
    assert 2 <= len(texts) <= 4
    for left, top, right, bottom in boxes:
        assert left >= 14.5
        assert top >= 15.5
        assert right <= 210 - 14.5
        assert bottom <= 297 - 14.5
    for shown in (
        "没有标点的很长的标题" * 2,
        "2022年9月30日",
        "综合协调以及其他各项",
        "公文要素缺“成文日期”",
    ):
        assert shown in "".join(texts)


def test_a_table_stays_on_one_page(chromium: Chromium, sample_page: Path, tmp_path: Path) -> None:
    texts, _ = texts_and_ink(chromium.printed(sample_page, tmp_path / "page.pdf"))
    for heading, last in (("整改状态", "长期坚持310.71%"), ("各方面", "新发现问题"), ("各专项整改组", "生态民生专项整改组"),
                          ("各牵头单位", "个牵头单位没有列出"), ("临期的问题", "群众增收拉动不够")):  # fmt: skip
        assert [heading in text for text in texts] == [last in text for text in texts]
