"""Which faces are drawn by others, and PDF for the archive."""

import re

import pytest

from reportgen.errors import ReportgenError
from reportgen.export import missing_faces, soffice, substitution, substitutions, to_pdf
from reportgen.export.fonts import LOOK_ALIKES

pytestmark = pytest.mark.xdist_group("layout")


@pytest.fixture
def installed(monkeypatch):
    def set_families(*families):
        monkeypatch.setattr(
            substitution, "installed_families", lambda: frozenset(family.lower() for family in families)
        )

    return set_families


def test_an_installed_face_is_drawn_by_itself(installed):
    installed("仿宋_GB2312", "Times New Roman")
    assert substitutions(["仿宋_GB2312", "times new roman"]) == {}


@pytest.mark.parametrize(
    ("face", "stand_in"),
    [
        ("仿宋_GB2312", "FandolFang"), ("方正仿宋_GBK", "FandolFang"), ("华文仿宋", "FandolFang"),
        ("方正楷体_GBK", "FandolKai"), ("华文楷体", "FandolKai"), ("方正黑体_GBK", "FandolHei"), ("宋体", "FandolSong"),
        ("方正小标宋_GBK", "Noto Serif CJK SC"), ("小标宋", "Noto Serif CJK SC"), ("Times New Roman", "Liberation Serif"),
    ],
)  # fmt: skip
def test_usual_faces_have_their_look_alikes(installed, face, stand_in):
    installed(*(like.stand_in for like in LOOK_ALIKES))
    assert substitutions([face]) == {face: stand_in}


def test_faces_are_told_once_and_in_their_order(installed):
    installed("FandolFang", "FandolKai")
    assert list(substitutions(["楷体", "仿宋", "", "楷体", " 仿宋 "])) == ["楷体", "仿宋"]


def test_a_face_nobody_knows_is_told_with_what_is_drawn_instead(installed, monkeypatch):
    installed("FandolFang")
    monkeypatch.setattr(substitution, "_nearest", lambda faces: dict.fromkeys(faces, "DejaVu Sans"))
    assert substitutions(["某某手写体"]) == {"某某手写体": "DejaVu Sans"}


def test_a_look_alike_that_is_not_installed_is_not_promised(installed, monkeypatch):
    installed("DejaVu Sans")
    monkeypatch.setattr(substitution, "_nearest", lambda faces: dict.fromkeys(faces, "DejaVu Sans"))
    assert substitutions(["仿宋_GB2312"]) == {"仿宋_GB2312": "DejaVu Sans"}


def test_without_fontconfig_nothing_is_known(monkeypatch):
    monkeypatch.setattr(substitution, "installed_families", lambda: None)
    assert substitutions(["仿宋_GB2312"]) == {"仿宋_GB2312": "不知道"}


def test_without_the_program_that_matches_faces_an_unknown_one_stays_unknown(installed, monkeypatch):
    installed("FandolFang")
    monkeypatch.setattr(substitution.shutil, "which", lambda _: None)
    assert substitutions(["某某手写体"]) == {"某某手写体": "不知道"}


def test_more_names_of_faces_do_not_make_more_of_them_missing():
    assert set(missing_faces()) <= {"方正小标宋简体", "仿宋_GB2312", "楷体_GB2312", "黑体", "宋体", "Times New Roman"}


def test_a_pdf_for_the_archive_says_so_and_an_ordinary_one_does_not(notice, tmp_path):
    (pdf,) = to_pdf([notice.docx], tmp_path, pdfa=True)
    raw = pdf.read_bytes()
    assert re.search(rb"<pdfaid:part>2</pdfaid:part>", raw)
    assert re.search(rb"<pdfaid:conformance>B</pdfaid:conformance>", raw)
    assert b"pdfaid" not in notice.pdf.read_bytes()


def test_a_pdf_that_is_not_for_the_archive_is_not_passed_off_as_one(rendered, monkeypatch, tmp_path):
    monkeypatch.setattr(soffice, "PDF_A_FILTER", soffice.PDF_FILTER)
    with pytest.raises(ReportgenError) as caught:
        to_pdf([rendered["notice"].docx], tmp_path / "pdf", pdfa=True)
    assert [problem.code for problem in caught.value.problems] == ["export-no-pdfa"]
    assert not (tmp_path / "pdf").exists()
