"""Clauses 7.2.1 to 7.2.4: 份号, 密级, 紧急程度 and 发文机关标志."""

import pytest

from reportgen.anatomy import Cell, Drawing, Frame, Role
from reportgen.check.page import mark, opening
from tests.check.building import blank, codes, document, findings, main_part, masthead, official, paragraph, section

RULES = opening.RULES + mark.RULES
MM = 1440 / 25.4


def headed(**changed):
    return document(*masthead(**changed), *main_part())


def with_mark(text="中共示例市委员会文件", **changes):
    return headed(mark=paragraph(Role.ISSUER_MARK, text, **changes))


def bare(*above, **changes):
    """A masthead with nothing but what is given above the mark."""
    return document(*above, paragraph(Role.ISSUER_MARK, "示例市人民政府文件", **changes), *main_part())


def test_a_correct_masthead_has_no_finding():
    assert codes(RULES, official()) == []


def test_a_document_without_masthead_has_no_finding():
    assert codes(RULES, document(*main_part())) == []


@pytest.mark.parametrize("text", ["0012", "00001２", "№000012", "份号：000012"])
def test_a_copy_number_has_six_arabic_digits(text):
    found = findings(RULES, headed(copy_number=paragraph(Role.COPY_NUMBER, text)))
    assert [(each.code, each.severity) for each in found] == [("7.2.1-copy-number", "warning")]


def test_a_copy_number_stands_flush_left():
    for changes in ({"align": "right"}, {"align": "center"}, {"first_tw": 640}):
        document_ = headed(copy_number=paragraph(Role.COPY_NUMBER, "000012", **changes))
        assert codes(RULES, document_) == ["7.2.1-copy-number"]


@pytest.mark.parametrize("text", ["秘密★1年", "机密★6个月", "绝密", "机　密", "绝密★长期"])
def test_ways_to_write_the_classification_are_right(text):
    assert codes(RULES, headed(classification=paragraph(Role.CLASSIFICATION, text))) == []


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("秘密★一年", {}),
        ("秘密★1年", {"face": "宋体"}),
        ("秘密★1年", {"size_half_pt": 28}),
        ("秘密★1年", {"align": "right"}),
    ],
)
def test_a_wrong_classification_is_found(text, changes):
    found = findings(RULES, headed(classification=paragraph(Role.CLASSIFICATION, text, **changes)))
    assert [(each.code, each.severity) for each in found] == [("7.2.2-classification", "warning")]


@pytest.mark.parametrize("text", ["特急", "加急", "特　急", "平急"])
def test_urgencies_are_right(text):
    assert codes(RULES, headed(urgency=paragraph(Role.URGENCY, text))) == []


@pytest.mark.parametrize(
    ("text", "changes"), [("紧急", {}), ("加急", {"face": "楷体_GB2312"}), ("加急", {"left_tw": 640})]
)
def test_a_wrong_urgency_is_found(text, changes):
    assert codes(RULES, headed(urgency=paragraph(Role.URGENCY, text, **changes))) == ["7.2.3-urgency"]


def test_the_order_is_copy_number_classification_urgency():
    swapped = headed(copy_number=paragraph(Role.URGENCY, "特急"), urgency=paragraph(Role.COPY_NUMBER, "000012"))
    assert codes(RULES, swapped) == ["7.2.2-classification", "7.2.3-urgency"]


def test_a_mark_that_is_not_centred_is_an_error():
    for changes in ({"align": "left"}, {"align": "right"}, {"left_tw": 1200}):
        (found,) = findings(RULES, with_mark("示例市政府文件", **changes))
        assert (found.code, found.severity) == ("7.2.4-mark-place", "error")


def test_a_mark_spread_over_the_line_is_centred():
    assert codes(RULES, with_mark(align="distribute", left_tw=300, right_tw=300)) == []


@pytest.mark.parametrize("before_tw", [163 + 567, 730, 0 + 163 + 340])
def test_a_mark_too_low_is_an_error(before_tw):
    (found,) = findings(RULES, with_mark(before_tw=before_tw))
    assert (found.code, found.severity, found.expected) == ("7.2.4-mark-place", "error", "35.0 mm")


def test_a_mark_too_high_is_an_error():
    (found,) = findings(RULES, headed(urgency=None))
    assert found.measured == "约 24.8 mm"


AUTO = {"line_rule": "auto", "line_tw": 240}


@pytest.mark.parametrize(
    ("above", "changes"),
    [
        ((), {"before_tw": 1984, **AUTO}),
        ((blank(line_tw=1984),), {"before_tw": 0, **AUTO}),
        ((), {"frame": Frame("margin", "margin", None, 1984, "center"), "before_tw": 0}),
        ((), {"frame": Frame("page", "page", None, 1984 + 2098, "center"), "before_tw": 0}),
        ((blank(**AUTO),), {"before_tw": 1500, **AUTO}),
    ],
    ids=["space before", "an empty exact line", "frame on the margin", "frame on the page", "a line of single spacing"],
)
def test_other_ways_to_35_mm_are_right(above, changes):
    assert codes(RULES, bare(*above, **changes)) == []


@pytest.mark.parametrize(
    ("above", "changes"),
    [
        ((), {"before_tw": 1300, **AUTO}),
        ((blank(line_tw=1300),), {"before_tw": 0, **AUTO}),
        ((), {"frame": Frame("margin", "margin", None, 1417, "center"), "before_tw": 0}),
    ],
)
def test_the_same_ways_to_another_height_are_errors(above, changes):
    assert codes(RULES, bare(*above, **changes)) == ["7.2.4-mark-place"]


def test_a_mark_in_a_table_is_not_measured():
    assert codes(RULES, bare(cell=Cell(1, 1, 1), align="left", before_tw=0)) == []


def test_a_mark_in_a_text_box_is_measured_by_the_box():
    def boxed(y_tw):
        box = Drawing(1, "textbox", 1, frame=Frame("margin", "margin", 0, y_tw, width_tw=8844, height_tw=1400))
        mark_line = paragraph(Role.ISSUER_MARK, "示例市人民政府文件", box=1, story="文本框", before_tw=0, **AUTO)
        return document(blank(), mark_line, blank(), *main_part(), drawings=[box])

    assert codes(RULES, boxed(1950)) == []
    assert codes(RULES, boxed(1200)) == ["7.2.4-mark-place"]


def test_a_picture_above_the_mark_makes_the_height_unknown():
    emblem = Drawing(1, "picture", 1, frame=Frame(width_tw=1000, height_tw=1000))
    assert codes(RULES, document(blank(), *masthead(copy_number=None), *main_part(), drawings=[emblem])) == []


@pytest.mark.parametrize("text", ["示例市人民政府令", "示例市人民政府常务会议纪要"])
def test_orders_and_minutes_have_places_of_their_own(text):
    assert codes(RULES, with_mark(text, before_tw=0, line_tw=800)) == []


def test_a_black_mark_is_a_warning():
    (found,) = findings(RULES, with_mark(color="000000"))
    assert (found.code, found.severity, found.measured) == ("7.2.4-mark-style", "warning", "黑色")


@pytest.mark.parametrize("color", ["FF0000", "E60000", "C00000", "FF3333"])
def test_reds_are_red(color):
    assert codes(RULES, with_mark(color=color)) == []


def test_a_mark_in_another_face_is_a_warning():
    assert codes(RULES, with_mark(face="宋体")) == ["7.2.4-mark-style"]
    assert codes(RULES, with_mark(face="方正小标宋_GBK")) == []


def test_several_organs_may_stand_one_below_the_other():
    organs = [
        paragraph(Role.ISSUER_MARK, name, before_tw=before) for name, before in (("示例市委", 163), ("示例市政府", 0))
    ]
    lines = masthead(mark=organs[0], first_blank=organs[1])
    assert codes(RULES, document(*lines, *main_part())) == []


def test_strange_documents_do_no_harm():
    strange = paragraph(Role.ISSUER_MARK, "", section=9), paragraph(Role.ISSUER_MARK, " ", line_tw=-3)
    assert codes(RULES, document(*strange, sections=[])) == []
    assert codes(RULES, document(sections=[section()])) == []
