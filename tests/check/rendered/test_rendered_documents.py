"""Rules on printed pages, on documents that LibreOffice printed: right ones, and ones with one thing made wrong."""

import pytest

pytestmark = pytest.mark.xdist_group("printed")

FOUND = {
    "letter-paper": {"pdf-5.1-paper", "pdf-5.2.3-chars"},
    "word-margins": {"pdf-5.2.1-type-area", "pdf-5.2.3-chars", "pdf-5.2.3-lines"},
    "narrow-left": {"pdf-5.2.1-type-area"},
    "low-top": {"pdf-5.2.1-type-area"},
    "running-head": {"pdf-5.2.1-type-area"},
    "30-points": {"pdf-5.2.3-lines"},
    "29-points": {"pdf-5.2.3-lines"},
    "space-after-paragraphs": {"pdf-5.2.3-lines"},
    "no-spacing": {"pdf-5.2.3-chars"},
    "no-indent": {"pdf-7.3.3-indent"},
    "one-paragraph-flush": {"pdf-7.3.3-indent"},
    "title-left": {"pdf-7.3.1-title-shape"},
    "title-with-a-waist": {"pdf-7.3.1-title-shape"},
    "unsealed-date-too-far": {"pdf-7.3.5-signature"},
    "number-centred": {"pdf-7.5-page-number"},
    "number-always-right": {"pdf-7.5-page-number"},
    "number-without-dashes": {"pdf-7.5-page-number"},
    "number-too-low": {"pdf-7.5-page-number"},
    "no-number": {"pdf-7.5-page-number"},
    "number-starts-again": {"pdf-7.5-page-number"},
    "mark-10-mm-lower": {"pdf-7.2.4-mark-top"},
    "mark-2-mm-lower": {"pdf-7.2.4-mark-top"},
    "mark-left": {"pdf-7.2.4-mark-centred"},
    "one-row-under-the-mark": {"pdf-7.2.5-number-rows"},
    "red-line-far": {"pdf-7.2.7-red-line"},
    "red-line-indented": {"pdf-7.2.7-red-line"},
    "red-line-black": {"pdf-7.2.7-red-line"},
    "one-row-above-the-title": {"pdf-7.3.1-title-shape"},
    "no-body-on-page-1": {"pdf-7.3.3-first-page-body"},
    "name-not-over-the-date": {"pdf-7.3.5-signature"},
    "date-at-the-edge": {"pdf-7.3.5-signature"},
    "signature-alone": {"pdf-7.3.5.5-lone-signature"},
    "attachment-title-on-row-2": {"pdf-7.3.7-attachment-rows"},
    "attachment-label-on-row-3": {"pdf-7.3.7-attachment-rows"},
    "imprint-in-the-flow": {"pdf-7.4.1-imprint-bottom"},
    "imprint-narrow": {"pdf-7.4.1-imprint-bottom"},
    "imprint-without-lines": {"pdf-7.4.1-imprint-bottom"},
    "ordinary-footer-on-turned-sheets": {"pdf-8-turned-number"},
    "no-number-on-turned-sheets": {"pdf-8-turned-number"},
    "heading-at-the-foot": {"pdf-orphan-heading"},
    "blank-page": {"pdf-blank-page"},
}


@pytest.mark.parametrize("name", FOUND)
def test_what_was_made_wrong_is_found_and_nothing_else(printed, name):
    assert printed[name].codes == FOUND[name]


@pytest.mark.parametrize(
    "name", ["plan", "report", "notice", "word-grid", "exact-lines-on-word-s-usual-grid", "gbk-faces"]
)
def test_a_right_document_has_no_findings(printed, name):
    assert printed[name].findings == ()


@pytest.mark.parametrize("name", FOUND)
def test_findings_have_a_box_on_a_page_and_name_the_repair(printed, name):
    judged = printed[name]
    for finding in judged.findings:
        assert finding.mark is not None
        assert 1 <= finding.mark.page <= len(judged.subject.pages)
        assert finding.mark.left_mm < finding.mark.right_mm
        assert finding.mark.top_mm < finding.mark.bottom_mm
        assert "请" in finding.message
        assert finding.clause


@pytest.mark.parametrize(
    ("name", "code", "expected", "measured"),
    [
        ("letter-paper", "pdf-5.1-paper", "210×297 mm", "216×279 mm"),
        ("30-points", "pdf-5.2.3-lines", "22行", "21行"),
        ("29-points", "pdf-5.2.3-lines", "22行", "21行"),
        ("no-spacing", "pdf-5.2.3-chars", "28字", "27字"),
        ("mark-10-mm-lower", "pdf-7.2.4-mark-top", "35 mm", "45.0 mm"),
        ("red-line-indented", "pdf-7.2.7-red-line", "156 mm", "145.1 mm"),
        ("number-starts-again", "pdf-7.5-page-number", "4", "1"),
        ("title-with-a-waist", "pdf-7.3.1-title-shape", "梯形或菱形", "8、6、10字"),
    ],
)
def test_findings_tell_what_is_wanted_and_what_was_measured(printed, name, code, expected, measured):
    finding = printed[name][code]
    assert (finding.expected, finding.measured) == (expected, measured)


@pytest.mark.parametrize(
    ("name", "severity"),
    [
        ("mark-10-mm-lower", "error"),
        ("mark-2-mm-lower", "info"),
        ("30-points", "warning"),
        ("date-at-the-edge", "warning"),
        ("running-head", "warning"),
        ("heading-at-the-foot", "info"),
        ("blank-page", "info"),
    ],
)
def test_only_what_the_standard_states_flatly_is_an_error(printed, name, severity):
    assert {finding.severity for finding in printed[name].findings} == {severity}


def test_every_line_of_the_text_is_known_to_its_paragraph(printed):
    unknown = [line.line.text for line in printed["notice"].subject.lines if line.paragraph is None]
    assert unknown == []


def test_a_page_of_the_notice_has_22_lines_of_body_text(printed):
    lines = max(printed["notice"].subject.by_page.values(), key=len)
    assert len(lines) == 22
    assert {line.role.value for line in lines} <= {"正文", "一级标题", "二级标题", "三级标题"}
