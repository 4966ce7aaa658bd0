"""check and export on the command line, with LibreOffice."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran
from tests.corpus.editing import Docx
from tests.corpus.mutations import MUTATIONS
from tests.corpus.official import Dialect, upward
from tests.layout.conftest import Rendered

pytestmark = pytest.mark.xdist_group("layout")


@pytest.mark.usefixtures("rendered")  # LibreOffice and the faces are there
def test_findings_name_their_page_and_are_marked_on_it_and_each_fault_is_told_once(
    reportgen: Callable[..., Ran], tmp_path: Path
) -> None:
    changed = Docx(upward())
    for mutation in MUTATIONS:
        if mutation.name in ("date_with_zeros", "page_numbers_in_the_middle"):
            mutation.change(changed)
    (tmp_path / "来文.docx").write_bytes(changed.saved())
    ran = reportgen("check", str(tmp_path / "来文.docx"), "--pages", str(tmp_path / "页"), "--json")
    file = json.loads(ran.out)["files"][0]
    pages = {
        finding["code"]: finding["place"]["page"] for finding in file["findings"] if finding["severity"] == "error"
    }
    assert (pages["7.3.5.4-date-form"], pages["7.5-page-number-place"]) == (5, 1)
    assert "pdf-7.5-page-number" not in pages
    assert "pdf-7.5-page-number" in file["checked"]
    assert sorted(path.name for path in (tmp_path / "页").iterdir()) == ["来文-第01页.png", "来文-第05页.png"]
    assert all(path.read_bytes().startswith(b"\x89PNG") for path in (tmp_path / "页").iterdir())


def test_exporting_says_which_faces_were_substituted_and_that_words_grid_was_converted(
    reportgen: Callable[..., Ran], tmp_path: Path, rendered: dict[str, Rendered]
) -> None:
    (tmp_path / "来文.docx").write_bytes(upward(Dialect(grid="word"), chapters=0))
    (tmp_path / "通报.docx").write_bytes(rendered["notice"].docx.read_bytes())
    ran = reportgen("export", str(tmp_path / "来文.docx"), str(tmp_path / "通报.docx"), "--json")
    found = json.loads(ran.out)
    assert (ran.code, found["ok"]) == (0, True)
    assert [Path(file["pdf"]).read_bytes()[:5] for file in found["files"]] == [b"%PDF-"] * 2
    assert [file["regridded"] for file in found["files"]] == [True, False]
    assert all(file["substituted"].get("仿宋_GB2312", "FandolFang") == "FandolFang" for file in found["files"])
