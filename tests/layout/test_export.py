"""Word to PDF: what LibreOffice says is not believed."""

import os

import pytest

from reportgen.errors import ReportgenError
from reportgen.export import available, missing_faces, soffice, to_pdf
from reportgen.export import fonts as export_fonts

pytestmark = pytest.mark.xdist_group("layout")

needs_libreoffice = pytest.mark.skipif(
    not available() and not os.environ.get("REPORTGEN_NEED_LIBREOFFICE"), reason="LibreOffice is not installed"
)


def _codes(caught):
    return [problem.code for problem in caught.value.problems]


def test_no_file_needs_no_libreoffice(tmp_path):
    assert to_pdf([], tmp_path) == ()


@needs_libreoffice
def test_a_missing_file_and_random_bytes_are_told_and_nothing_is_written(tmp_path):
    noise = tmp_path / "噪声.docx"
    noise.write_bytes(bytes(range(256)) * 8)
    with pytest.raises(ReportgenError) as caught:
        to_pdf([tmp_path / "没有.docx", noise], tmp_path / "pdf")
    assert _codes(caught) == ["export-failed", "export-failed"]
    assert [problem.place.file for problem in caught.value.problems] == [str(tmp_path / "没有.docx"), str(noise)]
    assert not (tmp_path / "pdf").exists()


@needs_libreoffice
def test_the_time_limit_holds(rendered, tmp_path):
    with pytest.raises(ReportgenError) as caught:
        to_pdf([rendered["plan"].docx], tmp_path, timeout_s=0.05)
    assert _codes(caught) == ["export-timeout"]


def test_without_libreoffice_the_command_that_installs_it_is_named(monkeypatch, tmp_path):
    monkeypatch.setattr(soffice, "PROGRAMS", ("no-such-program",))
    monkeypatch.setattr(soffice, "WINDOWS_FOLDERS", ())
    with pytest.raises(ReportgenError) as caught:
        to_pdf([tmp_path / "a.docx"], tmp_path)
    assert _codes(caught) == ["export-no-libreoffice"]
    assert "apt install libreoffice-writer" in str(caught.value)
    assert not available()


def test_an_earlier_pdf_is_replaced(rendered):
    assert all(document.pdf.stat().st_size > 1000 for document in rendered.values())


def test_a_face_without_stand_in_is_reported(monkeypatch):
    monkeypatch.setattr(export_fonts, "installed_families", lambda: frozenset({"fandolfang", "liberation serif"}))
    assert "黑体" in missing_faces()
    assert "仿宋_GB2312" not in missing_faces()
