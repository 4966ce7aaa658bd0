"""Rules on printed pages, on pages that are written down here, in millimetres."""

import dataclasses

import pytest

from reportgen.anatomy import Document, Drawing, Frame, Paragraph, Role, Section, Settings, Shape
from reportgen.check.norm import NATIONAL
from reportgen.check.rendered import RULES, Print
from reportgen.check.rule import apply
from reportgen.pages import Glyph, Line, Page, Rule, Type

EM = 15.75 / 72 * 25.4
SECTION = Section(1, 11906, 16838, 2098, 1474, 1984, 1588)
ROW = 225 / 22


def line(text, left, baseline, size=16.0, color="000000"):
    """Letters of a full width each, digits of half of it; the ink fills 0.84 of the size above the baseline."""
    glyphs, edge, em = [], left, EM * size / 16
    kind = Type("FandolFang", size, color)
    for letter in text:
        width = em / 2 if letter.isascii() else em
        top = baseline - 0.84 * size / 72 * 25.4
        if letter == "—":
            glyphs.append(
                Glyph(letter, edge, edge + width, baseline, edge, baseline - 1.5, edge + width, baseline - 1.4, kind)
            )
        else:
            glyphs.append(Glyph(letter, edge, edge + width, baseline, edge, top, edge + width, baseline, kind))
        edge += width
    return Line(tuple(glyphs))


def centred(text, baseline, size=16.0, color="000000"):
    width = sum(0.5 if letter.isascii() else 1 for letter in text) * EM * size / 16
    return line(text, 106 - width / 2, baseline, size, color)


def foot(number):
    """A page number in its right place."""
    text = f"—{number}—"
    width = (2 + len(str(number)) / 2) * EM * 14 / 16
    return line(text, 184 - 4.94 - width if number % 2 else 28 + 4.94, 270.45, 14)


def sheet(number, *lines, **others):
    every = tuple(sorted((*lines, foot(number)), key=lambda each: each.baseline))
    return page_of(number, *every, **others)


def page_of(number, *lines, turned=(), landscape=False, **others):
    width, height = (297, 210) if landscape else (210, 297)
    glyphs = tuple(glyph for each in (*lines, *turned) for glyph in each.glyphs)
    return Page(number, width, height, lines=tuple(lines), turned_lines=tuple(turned), glyphs=glyphs, **others)


def turned_foot(number, x=28.15):
    """A number that reads downwards, its dash 7 mm beyond the type area; odd ones at the lower end."""
    kind = Type("FandolSong", 14, "000000", turned=True)
    top = 184 - 4.94 - 15 if number % 2 else 28 + 4.94
    places = [(top, top + 5, "—"), (top + 5, top + 10, str(number)), (top + 10, top + 15, "—")]
    return Line(tuple(Glyph(text, x - 2, x + 2, low, x - 0.1, high, x + 0.1, low, kind) for high, low, text in places))


def judge(pages, *paragraphs, **norm):
    """Findings; paragraphs are (role, text) or Paragraph."""
    made = tuple(
        each if isinstance(each, Paragraph) else Paragraph(index, (), Shape(), role=each[0], text=each[1])
        for index, each in enumerate(paragraphs, 1)
    )
    document = Document("文.docx", made, (), (), (), (SECTION,), Settings(), {})
    values = dataclasses.replace(NATIONAL, **norm)
    return list(apply(RULES, Print(document, tuple(pages), values), values.switched_off))


def codes(findings):
    return [finding.code for finding in findings]


MARK = centred("示例市人民政府文件", 84.6, 42, "FF0000")
NUMBER = centred("示政发〔2026〕8号", 117)
BODY = line("现将有关事项通知如下。", 28 + 2 * 16 / 72 * 25.4, 200)


def red(width=156.0, y=117 + 4.1, left=28.0):
    return Rule(left, y, left + width, y, 0.5, "FF0000")


RED = red()


def head(*lines, rules=(RED,)):
    return sheet(1, *lines, rules=tuple(rules))


TITLE = centred("关于做好有关工作的通知", 117 + 4 + 2 * ROW + 10, 22)
HEAD = (
    (Role.ISSUER_MARK, "示例市人民政府文件"),
    (Role.DOCUMENT_NUMBER, "示政发〔2026〕8号"),
    (Role.TITLE, "关于做好有关工作的通知"),
    (Role.BODY, "现将有关事项通知如下。"),
)


def test_a_right_first_page_has_no_findings():
    assert judge([head(MARK, NUMBER, TITLE, BODY)], *HEAD) == []


@pytest.mark.parametrize("pages", [[], [page_of(1)], [page_of(1), page_of(2), page_of(3)]])
def test_a_document_without_anything_has_nothing_to_be_said_of_but_blank_pages(pages):
    assert set(codes(judge(pages))) <= {"pdf-blank-page"}


def test_pages_that_show_nothing_of_the_document_raise_nothing_but_the_number():
    assert codes(judge([page_of(1, line("别的文字", 40, 100)), page_of(2, line("别的文字", 40, 100))], *HEAD)) == [
        "pdf-7.5-page-number"
    ]


class TestMasthead:
    def test_a_red_line_with_a_star_in_its_middle_is_one_line(self):
        pieces = (red(70), red(70, left=114))
        assert judge([head(MARK, NUMBER, TITLE, BODY, rules=pieces)], *HEAD) == []

    def test_a_missing_red_line_is_told(self):
        assert codes(judge([head(MARK, NUMBER, TITLE, BODY, rules=())], *HEAD)) == ["pdf-7.2.7-red-line"]

    def test_a_red_line_that_may_be_a_picture_is_not_missed(self):
        from reportgen.pages import Picture

        page = sheet(1, MARK, NUMBER, TITLE, BODY, pictures=(Picture(28, 120, 184, 122),))
        assert judge([page], *HEAD) == []

    @pytest.mark.parametrize(
        ("gap", "severity"), [(4.5, None), (5.2, "info"), (2.9, "info"), (6.5, "error"), (1, "error")]
    )
    def test_the_red_line_lies_4_mm_below_the_number(self, gap, severity):
        found = judge([head(MARK, NUMBER, TITLE, BODY, rules=(red(y=117 + gap + 0.25),))], *HEAD)
        assert [finding.severity for finding in found] == ([severity] if severity else [])

    def test_an_upward_document_measures_from_the_lowest_signer(self):
        signer = line("签发人：张三", 130, 127)
        title = centred("关于做好有关工作的通知", 155, 22)
        found = judge(
            [head(MARK, NUMBER, signer, title, BODY, rules=(red(y=131.3),))], *HEAD, (Role.SIGNATORY, "签发人：张三")
        )
        assert found == []

    def test_the_mark_of_an_order_stands_20_mm_below_the_type_area_s_top(self):
        order = centred("示例市人民政府令", 57 + 12.4, 42, "FF0000")
        assert (
            judge(
                [sheet(1, order, BODY)], (Role.ISSUER_MARK, "示例市人民政府令"), (Role.BODY, "现将有关事项通知如下。")
            )
            == []
        )

    def test_a_letter_has_its_own_places_and_no_number_on_page_1(self):
        mark = centred("示例市人民政府", 42.4, 42, "FF0000")
        number = line("示政函〔2026〕8号", 130, 58)
        double = (Rule(20, 47, 190, 47, 0.7, "FF0000"), Rule(20, 277, 190, 277, 0.7, "FF0000"))
        page = page_of(1, mark, number, centred("关于有关工作的函", 85, 22), BODY, rules=double)
        found = judge(
            [page], (Role.ISSUER_MARK, "示例市人民政府"), (Role.DOCUMENT_NUMBER, "示政函〔2026〕8号"),
            (Role.TITLE, "关于有关工作的函"), (Role.BODY, "现将有关事项通知如下。"),
        )  # fmt: skip
        assert found == []

    def test_a_stand_in_with_tall_lines_does_not_move_the_mark(self):
        lowered = [
            glyph._replace(type=glyph.type._replace(face="NotoSerifCJKjp-Bold"))
            for glyph in centred("示例市人民政府文件", 88.9, 42, "FF0000").glyphs
        ]
        number = centred("示政发〔2026〕8号", 121)
        title = centred("关于做好有关工作的通知", 155, 22)
        page = sheet(1, Line(tuple(lowered)), number, title, BODY, rules=(red(y=125.2),))
        assert judge([page], *HEAD) == []

    def test_one_line_of_170_mm_is_a_red_line_too_long_and_no_letter(self):
        found = judge([head(MARK, NUMBER, TITLE, BODY, rules=(red(170, left=21),))], *HEAD)
        assert [(finding.code, finding.measured) for finding in found] == [("pdf-7.2.7-red-line", "170.0 mm")]


class TestTitle:
    @pytest.mark.parametrize(
        ("rows", "severity"),
        [
            (["关于工作的通知"], None),
            (["示例市人民政府关于", "做好工作的通知"], None),
            (["示例市人民政府", "关于做好有关重要工作", "情况的通知"], None),
            (["示例市人民政府关于做好", "有关工作", "情况和意见建议的通知"], "warning"),
            (["示例市人民政府", "做好工作的通知"], "info"),
        ],
    )
    def test_several_lines_make_a_trapezoid_or_a_diamond(self, rows, severity):
        lines = [centred(row, 140 + 11 * index, 22) for index, row in enumerate(rows)]
        found = judge([sheet(1, *lines, BODY)], (Role.TITLE, "".join(rows)), HEAD[3])
        assert [finding.severity for finding in found] == ([severity] if severity else [])


class TestGrid:
    def pages(self, rows, pitch=ROW):
        """Two pages of one long paragraph, so many full lines each."""
        full = "中" * 28
        sheets = [sheet(number, *(line(full, 28, 45.2 + pitch * row) for row in range(rows))) for number in (1, 2)]
        return sheets, (Role.BODY, full * rows * 2)

    @pytest.mark.parametrize("rows", [1, 2, 5, 22])
    def test_short_and_full_pages_of_the_right_pitch_are_right(self, rows):
        sheets, text = self.pages(rows)
        assert [code for code in codes(judge(sheets, text)) if "5.2.3" in code] == []

    def test_a_page_that_is_not_full_says_nothing_of_how_many_lines_it_holds(self):
        sheets, text = self.pages(15)
        assert [code for code in codes(judge(sheets, text)) if "5.2.3" in code] == []

    @pytest.mark.parametrize(("pitch", "measured"), [(30 / 72 * 25.4, "21行"), (26 / 72 * 25.4, "24行")])
    def test_another_pitch_holds_another_number_of_lines(self, pitch, measured):
        sheets, text = self.pages(12, pitch)
        assert [finding.measured for finding in judge(sheets, text) if finding.code == "pdf-5.2.3-lines"] == [measured]

    def test_lines_of_digits_and_letters_are_not_counted(self):
        mixed = "2026年" * 8 + "中" * 4
        page = sheet(1, *(line(mixed, 28, 45.2 + ROW * row) for row in range(22)))
        assert "pdf-5.2.3-chars" not in codes(judge([page], (Role.BODY, mixed * 22)))


class TestText:
    def test_text_over_the_right_edge_is_outside_but_a_hanging_mark_is_not(self):
        text = "一" * 25
        inside = line(text + "。", 28 + 2 * EM + 0.2, 100)
        assert judge([sheet(1, inside)], (Role.OTHER, text + "。")) == []
        outside = line(text + "二三", 28 + 2 * EM, 100)
        assert codes(judge([sheet(1, outside)], (Role.OTHER, text + "二三"))) == ["pdf-5.2.1-type-area"]

    @pytest.mark.parametrize(("left", "wrong"), [(39.3, False), (38.7, False), (28, True), (33.6, True), (44.9, True)])
    def test_a_paragraph_begins_two_characters_in(self, left, wrong):
        found = judge([sheet(1, line("现将有关事项通知如下。", left, 100))], HEAD[3])
        assert codes(found) == (["pdf-7.3.3-indent"] if wrong else [])

    def test_the_indent_counts_from_the_margin_that_the_section_has(self):
        document = Paragraph(1, (), Shape(), role=Role.BODY, text="现将有关事项通知如下。")
        shifted = dataclasses.replace(SECTION, left_tw=1800)
        subject = Print(
            Document("文.docx", (document,), (), (), (), (shifted,), Settings(), {}),
            (sheet(1, line("现将有关事项通知如下。", 31.75 + 11.3, 100)),),
            NATIONAL,
        )
        assert "pdf-7.3.3-indent" not in codes(apply(RULES, subject))

    def test_an_indent_that_is_right_in_the_file_is_no_fault_of_the_document(self):
        right = Paragraph(1, (), Shape(first_tw=640), role=Role.BODY, text="现将有关事项通知如下。")
        assert judge([sheet(1, line("现将有关事项通知如下。", 28, 100))], right) == []

    def test_items_without_a_stop_and_centred_lines_are_not_held_to_the_indent(self):
        centre = Paragraph(1, (), Shape(align="center"), role=Role.BODY, text="第一章总则。")
        assert judge([sheet(1, line("第一章总则。", 90, 100))], centre) == []
        assert judge([sheet(1, line("姓名", 28, 100))], (Role.BODY, "姓名")) == []

    def test_a_heading_with_its_text_in_one_paragraph_may_end_a_page(self):
        run_in = Paragraph(1, (), Shape(), role=Role.HEADING_2, level=2, heading_length=6, text="（一）标题。正文")
        pages = [sheet(1, line("（一）标题。正文", 39.3, 255)), sheet(2, line("后面的正文。", 39.3, 45))]
        assert judge(pages, run_in, (Role.BODY, "后面的正文。")) == []

    def test_a_heading_that_goes_on_on_the_next_page_is_not_alone(self):
        heading = Paragraph(
            1, (), Shape(), role=Role.HEADING_1, level=1, heading_length=10, text="一、很长的标题还有下半"
        )
        pages = [sheet(1, line("一、很长的标题", 39.3, 255)), sheet(2, line("还有下半", 28, 45))]
        assert judge(pages, heading) == []

    def test_the_blank_page_before_the_imprint_is_right_and_both_have_no_number(self):
        imprint = line("示例市人民政府办公室2026年3月6日印发", 33, 260, 14)
        rules = (Rule(28, 253, 184, 253, 0.35, "000000"), Rule(28, 262, 184, 262, 0.35, "000000"))
        pages = [sheet(1, BODY), page_of(2), page_of(3, imprint, rules=rules)]
        assert judge(pages, HEAD[3], (Role.PRINTED, "示例市人民政府办公室2026年3月6日印发")) == []

    def test_any_other_blank_page_is_told(self):
        pages = [sheet(1, BODY), sheet(2), sheet(3, line("下文。", 39.3, 45)), sheet(4, line("下文。", 39.3, 45))]
        found = judge(pages, HEAD[3], (Role.BODY, "下文。"), (Role.BODY, "下文。"))
        assert [(finding.code, finding.mark.page) for finding in found] == [("pdf-blank-page", 2)]


NAME, DATE = "示例市人民政府", "2026年3月5日"
SIGNED = (HEAD[3], (Role.SIGNATURE, NAME), (Role.DATE_OF_ISSUE, DATE))
DATE_WIDTH = (6 / 2 + 3) * EM


class TestSignature:
    def page(self, name_left, date_left, name=NAME):
        above = line("现将有关事项通知如下。", 39.3, 80)
        return sheet(1, above, line(name, name_left, 100), line(DATE, date_left, 100 + ROW))

    def test_a_sealed_name_is_centred_over_a_date_four_characters_in(self):
        left = 184 - 4 * EM - DATE_WIDTH
        assert judge([self.page(left + DATE_WIDTH / 2 - 3.5 * EM, left)], *SIGNED) == []

    def test_an_unsealed_date_begins_two_characters_further_in(self):
        left = 184 - 2 * EM - 7 * EM
        assert judge([self.page(left, left + 2 * EM)], *SIGNED) == []

    def test_an_unsealed_date_longer_than_the_name_ends_two_characters_in(self):
        left = 184 - 2 * EM - DATE_WIDTH
        short = (SIGNED[0], (Role.SIGNATURE, "市政府"), SIGNED[2])
        assert judge([self.page(left - 2 * EM, left, "市政府")], *short) == []

    def test_a_sealed_name_too_long_for_its_place_ends_at_the_edge(self):
        name = "示例市推进重点领域改革和经济社会高质量发展领导小组"
        left = 184 - 4 * EM - DATE_WIDTH
        long = (SIGNED[0], (Role.SIGNATURE, name), SIGNED[2])
        assert judge([self.page(184 - len(name) * EM, left, name)], *long) == []

    @pytest.mark.parametrize(
        ("name_left", "date_left", "severity"),
        [
            (184 - 7 * EM, 184 - DATE_WIDTH, "error"),
            (28, 28, "error"),
            (106 - 3.5 * EM, 106 - DATE_WIDTH / 2, "warning"),
            (184 - 9 * EM, 184 - 9 * EM, "error"),
        ],
        ids=["both at the edge", "both at the left", "both in the middle", "beginning together"],
    )
    def test_any_other_place_is_wrong(self, name_left, date_left, severity):
        found = judge([self.page(name_left, date_left)], *SIGNED)
        assert [(finding.code, finding.severity) for finding in found] == [("pdf-7.3.5-signature", severity)]

    def test_names_of_several_organs_are_left_to_the_eye(self):
        above = line("现将有关事项通知如下。", 39.3, 80)
        page = sheet(1, above, line("示例市财政局", 50, 100), line(NAME, 120, 110), line(DATE, 150, 120))
        joint = (SIGNED[0], (Role.SIGNATURE, "示例市财政局"), *SIGNED[1:])
        assert judge([page], *joint) == []

    def test_a_signature_below_a_note_of_attachments_is_not_alone(self):
        left = 184 - 4 * EM - DATE_WIDTH
        listed = line("附件：任务分工表", 39.3, 60)
        second = sheet(2, listed, line(NAME, left + DATE_WIDTH / 2 - 3.5 * EM, 100), line(DATE, left, 100 + ROW))
        assert judge([sheet(1, BODY), second], HEAD[3], (Role.ATTACHMENT_NOTE, "附件：任务分工表"), *SIGNED[1:]) == []


class TestAttachments:
    @pytest.mark.parametrize(
        ("label", "title", "wrong"),
        [(45, 45 + 2 * ROW, False), (45, 45 + ROW, True), (45, 45 + 3 * ROW, True), (65, 65 + 2 * ROW, True)],
    )
    def test_the_label_stands_on_row_1_and_the_title_on_row_3(self, label, title, wrong):
        second = sheet(2, line("附件1", 28, label), centred("任务分工表", title, 22))
        found = judge(
            [sheet(1, BODY), second], HEAD[3], (Role.ATTACHMENT_LABEL, "附件1"), (Role.ATTACHMENT_TITLE, "任务分工表")
        )
        assert codes(found) == (["pdf-7.3.7-attachment-rows"] if wrong else [])

    def test_a_label_below_text_does_not_begin_a_page(self):
        page = sheet(1, line("现将有关事项通知如下。", 39.3, 45), line("附件1", 28, 60))
        assert codes(judge([page], HEAD[3], (Role.ATTACHMENT_LABEL, "附件1"))) == ["pdf-7.3.7-attachment-rows"]


class TestImprint:
    TEXT = (Role.PRINTED, "示例市人民政府办公室2026年3月6日印发")

    def last(self, y=262.0, rules=True, number=2):
        drawn = (Rule(28, y - 9, 184, y - 9, 0.35, "000000"), Rule(28, y, 184, y, 0.35, "000000")) if rules else ()
        return sheet(number, line(self.TEXT[1], 33, y - 2.5, 14), rules=drawn)

    @pytest.mark.parametrize(
        ("y", "severity"), [(262, None), (261, None), (260, "info"), (255, "error"), (120, "error")]
    )
    def test_the_last_line_coincides_with_the_foot_of_the_type_area(self, y, severity):
        found = judge([sheet(1, BODY), self.last(y)], HEAD[3], self.TEXT)
        assert [finding.severity for finding in found] == ([severity] if severity else [])

    def test_the_imprint_stands_on_the_last_page(self):
        pages = [sheet(1, BODY), self.last(), sheet(3, line("下文。", 39.3, 45))]
        found = judge(pages, HEAD[3], self.TEXT, (Role.BODY, "下文。"))
        assert codes(found) == ["pdf-7.4.1-imprint-bottom"]
        assert found[0].expected == "第3页"

    def test_lines_in_two_pieces_side_by_side_are_as_wide_as_one(self):
        assert judge([sheet(1, BODY), self.last()], HEAD[3], self.TEXT) == []


class TestPageNumbers:
    def test_a_single_page_without_a_number_is_a_warning(self):
        found = judge([page_of(1, BODY)], HEAD[3])
        assert [(finding.code, finding.severity) for finding in found] == [("pdf-7.5-page-number", "warning")]

    @pytest.mark.parametrize("text", ["1", "第1页", "1/15", "-1", "·1·"])
    def test_other_forms_of_numbers_lack_their_dashes(self, text):
        found = judge(
            [page_of(1, BODY, line(text, 170, 270.45, 14)), sheet(2, line("下文。", 39.3, 45))],
            HEAD[3],
            (Role.BODY, "下文。"),
        )
        assert "一字线" in next(finding.message for finding in found if finding.measured == text)

    def test_numbers_may_begin_with_another_than_1_but_not_leap(self):
        pages = [page_of(number, line("文字。", 39.3, 45), foot(number + 4)) for number in (1, 2, 3)]
        assert judge(pages, *[(Role.BODY, "文字。")] * 3) == []
        pages[2] = page_of(3, line("文字。", 39.3, 45), foot(9))
        assert codes(judge(pages, *[(Role.BODY, "文字。")] * 3)) == ["pdf-7.5-page-number"]

    @pytest.mark.parametrize(("align", "found"), [("outside", []), ("center", ["pdf-7.5-page-number"])])
    def test_a_number_in_a_box_that_goes_by_the_side_of_the_sheet_is_not_judged_by_its_side(self, align, found):
        box = Drawing(1, "textbox", 1, "word/footer1.xml", "页脚", Frame(x_align=align))
        paragraph = Paragraph(1, (), Shape(), role=Role.BODY, text="现将有关事项通知如下。")
        document = Document("文.docx", (paragraph,), (), (), (box,), (SECTION,), Settings(), {})
        page = page_of(1, BODY, line("—1—", 100, 270.45, 14))
        assert codes(apply(RULES, Print(document, (page,), NATIONAL))) == found

    def test_a_turned_sheet_keeps_its_number_and_the_count_goes_on(self):
        table = page_of(2, line("表", 40, 60), turned=(turned_foot(2),), landscape=True)
        pages = [sheet(1, BODY), table, sheet(3, line("下文。", 39.3, 45))]
        assert judge(pages, HEAD[3], (Role.TABLE_TEXT, "表"), (Role.BODY, "下文。")) == []

    @pytest.mark.parametrize("x", [20.0, 40.0])
    def test_a_turned_number_elsewhere_is_wrong(self, x):
        table = page_of(2, line("表", 40, 60), turned=(turned_foot(2, x),), landscape=True)
        assert codes(judge([sheet(1, BODY), table], HEAD[3], (Role.TABLE_TEXT, "表"))) == ["pdf-8-turned-number"]

    def test_an_ordinary_footer_on_a_turned_sheet_is_wrong(self):
        table = page_of(2, line("表", 40, 60), line("—2—", 140, 190, 14), landscape=True)
        assert codes(judge([sheet(1, BODY), table], HEAD[3], (Role.TABLE_TEXT, "表"))) == ["pdf-8-turned-number"]


def test_values_of_the_office_hold_instead_of_the_national_ones():
    page = head(
        centred("示例市人民政府文件", 99.6, 42, "FF0000"),
        centred("示政发〔2026〕8号", 132),
        BODY,
        rules=(red(y=136.2),),
    )
    assert judge([page], *HEAD[:2], HEAD[3], mark_top_mm=50) == []
    assert codes(judge([page], *HEAD[:2], HEAD[3])) == ["pdf-7.2.4-mark-top"]


def test_rules_that_the_office_does_without_are_silent():
    page = page_of(1, BODY)
    assert judge([page], HEAD[3], switched_off=frozenset({"pdf-7.5-page-number"})) == []


def test_codes_are_unlike_each_other_and_say_that_pages_were_measured():
    every = [rule.code for rule in RULES]
    assert len(set(every)) == len(every)
    assert all(code.startswith("pdf-") for code in every)
