"""Single faults planted in correct documents, each with the rules of which one must find it.

`upward` and `downward` are the documents of official.py; `plan`, `report` and `notice` those of the sample project.
"""

from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from tests.corpus.editing import Docx, w

Change = Callable[[Docx], object]


@dataclass(frozen=True)
class Mutation:
    """One fault: what it is, in which document, how it is made, and the codes of which one must be found."""

    name: str
    document: str
    change: Change
    codes: tuple[str, ...]


MUTATIONS: list[Mutation] = []


def fault(document: str, *codes: str) -> Callable[[Change], Change]:
    """Registers a change as a mutation."""

    def register(change: Change) -> Change:
        MUTATIONS.append(Mutation(change.__name__, document, change, codes))
        return change

    return register


def faults(document: str, codes: tuple[str, ...], changes: dict[str, Change]) -> None:
    """Registers changes of one sort."""
    MUTATIONS.extend(Mutation(name, document, change, codes) for name, change in changes.items())


def setting(element: etree._Element, **values: str) -> None:
    for key, value in values.items():
        element.set(w(key), value)


# Sheet and grid

faults("upward", ("5.2.1-margins",), {
    "top_margin_25_mm": lambda docx: docx.section("pgMar", top="1417"),
    "top_margin_39_mm": lambda docx: docx.section("pgMar", top="2211"),
    "left_margin_32_mm": lambda docx: docx.section("pgMar", left="1814"),
    "right_margin_20_mm": lambda docx: docx.section("pgMar", right="1134"),
    "bottom_margin_25_mm": lambda docx: docx.section("pgMar", bottom="1417"),
    "gutter_of_1_cm": lambda docx: docx.section("pgMar", gutter="567"),
    "word_standard_margins": lambda docx: docx.section("pgMar", top="1440", bottom="1440", left="1800", right="1800"),
})  # fmt: skip
faults("report", ("5.2.1-margins",), {
    "report_with_a_top_margin_of_35_mm": lambda docx: docx.section("pgMar", top="1984"),
    "report_with_a_left_margin_of_26_mm": lambda docx: docx.section("pgMar", left="1474"),
})  # fmt: skip
faults("upward", ("5.1-paper",), {
    "letter_paper": lambda docx: docx.section("pgSz", w="12240", h="15840"),
    "sixteen_mo_paper": lambda docx: docx.section("pgSz", w="10433", h="14742"),
})  # fmt: skip


def _line(value: str, rule: str = "exact") -> Change:
    def change(docx: Docx) -> None:
        docx.everywhere(
            "spacing", lambda each: setting(each, line=value, lineRule=rule) if each.get(w("line")) == "579" else None
        )

    return change


faults("upward", ("5.2.3-line-pitch",), {
    "lines_of_30_pt": _line("600"),
    "lines_of_29_pt": _line("580"),
    "lines_of_33_pt": _line("660"),
    "one_and_a_half_lines": _line("360", "auto"),
})  # fmt: skip
faults("notice", ("5.2.3-line-pitch",), {"notice_with_lines_of_30_pt": _line("600")})


@fault("upward", "5.2.3-char-pitch")
def no_squeezed_characters(docx: Docx) -> None:
    docx.everywhere("spacing", lambda each: setting(each, val="0") if each.get(w("val")) else None)


@fault("upward", "5.2.3-paragraph-gap")
def space_after_every_paragraph(docx: Docx) -> None:
    docx.everywhere("spacing", lambda each: setting(each, after="156") if each.get(w("after")) else None)


# Faces, sizes, colours


def _everywhere_face(old: str, new: str) -> Change:
    def change(docx: Docx) -> None:
        docx.everywhere("rFonts", lambda each: setting(each, eastAsia=new) if each.get(w("eastAsia")) == old else None)

    return change


def _size(start: str, half_points: str) -> Change:
    def change(docx: Docx) -> None:
        docx.letters(docx.paragraph(start), "sz", val=half_points)

    return change


def _face(start: str, face: str) -> Change:
    return lambda docx: docx.face(docx.paragraph(start), face)


faults("upward", ("5.2.2-body-face",), {
    "body_in_song": _everywhere_face("仿宋_GB2312", "宋体"),
    "one_paragraph_in_kai": _face("按照省委统一部署", "楷体_GB2312"),
    "one_paragraph_in_a_screen_face": _face("市委把巡视整改", "微软雅黑"),
})  # fmt: skip
faults("notice", ("5.2.2-body-face",), {"notice_body_in_song": _everywhere_face("仿宋_GB2312", "宋体")})
faults("upward", ("5.2.2-body-size",), {
    "one_paragraph_in_small_three": _size("按照省委统一部署", "30"),
    "one_paragraph_in_four": _size("市委把巡视整改", "28"),
})  # fmt: skip


@fault("upward", "5.2.2-body-size")
def body_in_small_three(docx: Docx) -> None:
    for part in ("word/document.xml", "word/styles.xml"):
        for each in docx.part(part).iter(w("sz")):
            if each.get(w("val")) == "32":
                each.set(w("val"), "30")


faults("upward", ("5.2.4-colour",), {
    "blue_paragraph": lambda docx: docx.letters(docx.paragraph("按照省委"), "color", val="0000FF"),
    "grey_paragraph": lambda docx: docx.letters(docx.paragraph("市委把巡视"), "color", val="595959"),
    "red_title": lambda docx: docx.letters(docx.paragraph("中共示例市委员会\n"), "color", val="FF0000"),
})  # fmt: skip
faults("upward", ("6.1-clean",), {
    "highlighted_text": lambda docx: docx.letters(docx.paragraph("按照省委"), "highlight", val="yellow"),
    "shaded_paragraph": lambda docx: docx.shape(docx.paragraph("按照省委"), "shd", val="clear", fill="D9D9D9"),
    "shadowed_title": lambda docx: docx.letters(docx.paragraph("中共示例市委员会\n"), "shadow", val="1"),
})  # fmt: skip

# Masthead

faults("upward", ("7.2.4-mark-style",), {
    "black_mark": lambda docx: docx.everywhere("color", lambda each: setting(each, val="000000")),
    "mark_in_song": _face("中共示例市委员会文件", "宋体"),
})  # fmt: skip
faults("upward", ("7.2.4-mark-place",), {
    "mark_at_the_left": lambda docx: docx.shape(docx.paragraph("中共示例市委员会文件"), "jc", val="left"),
    "mark_two_lines_higher": lambda docx: [docx.remove(each) for each in list(docx.paragraphs())[:2]],
    "mark_a_line_lower": lambda docx: docx.shape(docx.paragraph("中共示例市委员会文件"), "spacing", before="740"),
})  # fmt: skip


def _number(new: str) -> Change:
    return lambda docx: docx.replace("〔2022〕15号", new)


faults("upward", ("7.2.5-number-form", "P11"), {
    "number_in_square_brackets": _number("[2022]15号"),
    "number_in_black_brackets": _number("【2022】15号"),
    "number_in_round_brackets": _number("（2022）15号"),
    "number_with_ordinal": _number("〔2022〕第15号"),
    "number_with_leading_zero": _number("〔2022〕015号"),
    "number_with_short_year": _number("〔22〕15号"),
    "number_without_its_last_word": _number("〔2022〕15"),
})  # fmt: skip
faults("downward", ("7.2.5-number-place",), {
    "number_at_the_left": lambda docx: docx.shape(docx.paragraph("示委〔2021〕36号"), "jc", val="left"),
    "one_line_above_the_number": lambda docx: docx.remove(docx.paragraph("示委〔2021〕36号").getprevious()),
})  # fmt: skip
faults("upward", ("7.2.6-signatory", "P1", "R-B3"), {
    "signatory_with_a_half_width_colon": lambda docx: docx.replace("签发人：", "签发人:"),
})  # fmt: skip
faults("upward", ("7.2.6-signatory",), {
    "signatory_in_fang_song": lambda docx: docx.face(docx.paragraph("示委〔2022〕15号"), "仿宋_GB2312"),
    "two_signatories_with_a_mark_between": lambda docx: docx.replace("王示例", "王示例、李示例"),
})  # fmt: skip


@fault("upward", "R-B3")
def no_signatory(docx: Docx) -> None:
    docx.replace("签发人：", "")
    docx.replace("王示例", "")


def _red_line(change: Callable[[etree._Element], object]) -> Change:
    return lambda docx: [change(each) for each in list(docx.body.iter(w("pBdr")))]


faults("downward", ("7.2.7-red-line",), {
    "no_red_line": _red_line(lambda each: each.getparent().remove(each)),  # type: ignore[union-attr] # it has one
    "black_line": _red_line(lambda each: setting(each[0], color="000000")),
    "line_too_near": _red_line(lambda each: setting(each[0], space="1")),
    "short_line": lambda docx: docx.shape(docx.paragraph("示委〔2021〕36号"), "ind", left="1000", right="1000"),
})  # fmt: skip

# Title, recipients, body

faults("upward", ("7.3.1-title-face",), {
    "title_in_hei": _face("中共示例市委员会\n", "黑体"),
    "title_in_small_two": _size("中共示例市委员会\n", "36"),
    "title_in_one": _size("中共示例市委员会\n", "52"),
})  # fmt: skip


@fault("upward", "7.3.1-title-face")
def title_made_bold(docx: Docx) -> None:
    docx.letters(docx.paragraph("中共示例市委员会\n"), "b", val="1")


def _title(*lines: str) -> Change:
    def change(docx: Docx) -> None:
        paragraph = docx.paragraph("中共示例市委员会\n")
        texts = list(paragraph.iter(w("t")))
        assert len(texts) == len(lines)
        for element, line in zip(texts, lines, strict=True):
            element.text = line

    return change


faults("upward", ("7.3.1-title-shape",), {
    "title_like_an_hourglass": _title("中共示例市委员会关于省委", "巡视反馈意见", "整改进展情况的报告"),
    "title_line_too_long": _title("中共示例市委员会", "关于省委巡视反馈意见整改工作和下一步打算进展情况等事项", "的报告"),
})  # fmt: skip
faults("upward", ("7.3.1-title-place",), {
    "title_at_the_left": lambda docx: docx.shape(docx.paragraph("中共示例市委员会\n"), "jc", val="left"),
    "one_line_above_the_title": lambda docx: docx.remove(docx.paragraph("中共示例市委员会\n").getprevious()),
    "three_lines_above_the_title": lambda docx: docx.insert_after(
        docx.paragraph("示委〔2022〕15号"), '<w:p><w:pPr><w:spacing w:line="579" w:lineRule="exact"/></w:pPr></w:p>'
    ),
})  # fmt: skip
faults("upward", ("7.3.2-recipients",), {
    "recipients_without_colon": lambda docx: docx.replace("中共示例省委员会：", "中共示例省委员会"),
    "recipients_indented": lambda docx: docx.shape(docx.paragraph("中共示例省委员会："), "ind", firstLine="640"),
    "no_line_above_recipients": lambda docx: docx.remove(docx.paragraph("中共示例省委员会：").getprevious()),
})  # fmt: skip
faults("upward", ("7.3.2-recipients", "P1"), {
    "recipients_with_a_half_width_colon": lambda docx: docx.replace("中共示例省委员会：", "中共示例省委员会:"),
})  # fmt: skip


def _all_indents(**values: str) -> Change:
    def change(docx: Docx) -> None:
        for each in docx.body.iter(w("ind")):
            if each.get(w("firstLine")) == "640":
                each.attrib.pop(w("firstLine"))
                setting(each, **values)

    return change


faults("upward", ("7.3.3-indent",), {
    "no_indents": _all_indents(firstLine="0"),
    "indents_of_one_character": _all_indents(firstLine="320"),
    "indents_of_a_screen_habit": _all_indents(firstLine="420"),
    "one_paragraph_without_indent": lambda docx: docx.shape(docx.paragraph("市委把巡视整改"), "ind", firstLine="0"),
    "one_paragraph_indented_as_a_whole": lambda docx: docx.shape(docx.paragraph("市委把巡视整改"), "ind", left="640"),
})  # fmt: skip
faults("upward", ("7.3.3-heading-face",), {
    "first_level_in_fang_song": _face("一、整改", "仿宋_GB2312"),
    "second_level_in_hei": _face("（一）提高", "黑体"),
    "second_level_in_fang_song": _face("（二）压实", "仿宋_GB2312"),
    "third_level_in_kai": _face("1.加强", "楷体_GB2312"),
    "first_level_in_two": _size("一、整改", "44"),
})  # fmt: skip
faults("upward", ("7.3.3-bold",), {
    "second_level_in_bold": lambda docx: docx.letters(docx.paragraph("（一）提高"), "b", val="1"),
})  # fmt: skip

# Attachments

faults("downward", ("7.3.4-attachment-note",), {
    "attachment_with_a_full_stop": lambda docx: docx.replace("1.问题清单", "1.问题清单。"),
    "attachment_with_a_semicolon": lambda docx: docx.replace("1.问题清单", "1.问题清单；"),
    "attachment_note_not_indented": lambda docx: docx.shape(docx.paragraph("附件：1."), "ind", left="0", hanging="0", firstLine="0"),
    "no_line_above_the_attachment_note": lambda docx: docx.remove(docx.paragraph("附件：1.").getprevious()),
})  # fmt: skip
faults("downward", ("7.3.4-attachment-note", "P1"), {
    "attachment_with_a_half_width_colon": lambda docx: docx.replace("附件：", "附件:"),
})  # fmt: skip
faults("downward", ("7.3.4-attachment-note", "P2"), {
    "attachment_number_with_a_pause_mark": lambda docx: docx.replace("1.问题清单", "1、问题清单"),
})  # fmt: skip
faults("downward", ("7.3.7-attachment",), {
    "attachment_label_in_fang_song": _face("附件1", "仿宋_GB2312"),
    "attachment_label_in_the_middle": lambda docx: docx.shape(docx.paragraph("附件1"), "jc", val="center"),
    "attachment_label_with_a_colon": lambda docx: docx.replace("附件1", "附件1：", within="附件1"),
    "attachment_not_on_a_new_page": lambda docx: docx.shape(docx.paragraph("附件2"), "pageBreakBefore"),
    "attachment_title_not_as_noted": lambda docx: docx.replace("任务清单", "任务安排清单", within="任务清单"),
    "attachment_numbers_that_skip": lambda docx: docx.replace("附件2", "附件3", within="附件2"),
})  # fmt: skip

# Signature and date


def _date(new: str) -> Change:
    return lambda docx: docx.replace("2022年7月29日", new, within="2022年7月29日")


faults("upward", ("7.3.5.4-date-form",), {
    "date_in_chinese_numerals": _date("二〇二二年七月二十九日"),
    "date_with_zeros": _date("2022年07月29日"),
    "date_with_hyphens": _date("2022-07-29"),
    "date_with_points": _date("2022.7.29"),
    "date_that_does_not_exist": _date("2022年6月31日"),
    "date_in_everyday_words": _date("2022年7月29号"),
    "date_with_a_short_year": _date("22年7月29日"),
    "date_in_full_width_figures": _date("２０２２年７月２９日"),
})  # fmt: skip
faults("upward", ("7.3.5-signature-place",), {
    "date_at_the_margin": lambda docx: docx.shape(docx.paragraph("2022年7月29日"), "ind", right="0"),
    "date_at_the_left": lambda docx: (docx.shape(docx.paragraph("2022年7月29日"), "ind", right="0"), docx.shape(docx.paragraph("2022年7月29日"), "jc", val="left")),
    "date_in_the_middle": lambda docx: (docx.shape(docx.paragraph("2022年7月29日"), "ind", right="0"), docx.shape(docx.paragraph("2022年7月29日"), "jc", val="center")),
    "no_date": lambda docx: docx.remove(docx.paragraph("2022年7月29日")),
})  # fmt: skip
faults("notice", ("7.3.5-signature-place",), {
    "unsealed_date_under_the_name": lambda docx: docx.shape(docx.paragraph("2022年8月16日"), "ind", right="0", left="0"),
})  # fmt: skip
faults("notice", ("7.3.5.4-date-form",), {
    "notice_dated_in_chinese_numerals": lambda docx: docx.replace("2022年8月16日", "二〇二二年八月十六日", within="2022年8月16日"),
})  # fmt: skip


@fault("upward", "7.3.5.5-no-text-page")
def a_page_said_to_be_without_text(docx: Docx) -> None:
    docx.insert_after(docx.paragraph("特此报告"), "<w:p><w:r><w:t>（此页无正文）</w:t></w:r></w:p>")


faults("upward", ("7.3.6-note", "P1"), {
    "note_in_half_width_brackets": lambda docx: (docx.replace("（联系人", "(联系人"), docx.replace("1234567）", "1234567)")),
})  # fmt: skip
faults("upward", ("7.3.6-note",), {
    "note_not_indented": lambda docx: docx.shape(docx.paragraph("（联系人"), "ind", left="0"),
})  # fmt: skip

# Imprint


def _imprint_lines(side: str, **values: str) -> Change:
    def change(docx: Docx) -> None:
        for table in docx.body.iter(w("tblBorders")):
            element = table.find(w(side))
            assert element is not None
            setting(element, **values)

    return change


faults("upward", ("7.4.1-imprint-lines",), {
    "no_last_imprint_line": _imprint_lines("bottom", val="nil"),
    "no_first_imprint_line": _imprint_lines("top", val="nil"),
    "thin_outer_imprint_line": _imprint_lines("bottom", sz="4"),
    "thick_middle_imprint_line": _imprint_lines("insideH", sz="18"),
})  # fmt: skip
faults("upward", ("7.4.2-copies",), {
    "copies_without_full_stop": lambda docx: docx.replace("省委组织部。", "省委组织部"),
    "copies_in_three": _size("抄送：", "32"),
    "copies_not_indented": lambda docx: docx.shape(docx.paragraph("抄送："), "ind", left="0", right="0", hanging="0"),
    "copies_in_hei": _face("抄送：", "黑体"),
})  # fmt: skip
faults("upward", ("7.4.2-copies", "P1"), {
    "copies_with_a_half_width_colon": lambda docx: docx.replace("抄送：", "抄送:"),
})  # fmt: skip
faults("upward", ("7.4.3-printed",), {
    "printed_without_its_word": lambda docx: docx.replace("29日印发", "29日", within="中共示例市委办公室"),
    "printed_in_three": _size("中共示例市委办公室", "32"),
    "printed_in_everyday_words": lambda docx: docx.replace("29日印发", "29号印发", within="中共示例市委办公室"),
    "printed_with_zeros": lambda docx: docx.replace("7月29日印发", "07月29日印发", within="中共示例市委办公室"),
})  # fmt: skip
faults("upward", ("X1",), {
    "printed_before_it_was_signed": lambda docx: docx.replace("29日印发", "9日印发", within="中共示例市委办公室"),
    "signed_by_another_organ": lambda docx: docx.replace("中共示例市委员会文件", "中共样板市委员会文件"),
})  # fmt: skip
faults("upward", ("R-B6",), {
    "the_same_copy_twice": lambda docx: docx.replace("省纪委监委机关，省委组织部。", "省委组织部，省委组织部。"),
})  # fmt: skip


# Page numbers


def _footers(change: Callable[[etree._Element], object]) -> Change:
    def apply(docx: Docx) -> None:
        for _, root in docx.footers():
            change(root)

    return apply


def _literal(root: etree._Element) -> None:
    for run in list(root.iter(w("r"))):
        if run.find(w("fldChar")) is not None or run.find(w("instrText")) is not None:
            parent = run.getparent()
            assert parent is not None
            parent.remove(run)


def _texts(root: etree._Element, change: Callable[[str], str]) -> None:
    for each in root.iter(w("t")):
        each.text = change(each.text or "")


faults("upward", ("7.5-page-number-place",), {
    "page_numbers_in_the_middle": _footers(lambda root: [setting(each, val="center") for each in root.iter(w("jc"))]),
    "page_numbers_at_the_very_edge": _footers(lambda root: [each.getparent().remove(each) for each in list(root.iter(w("ind")))]),  # type: ignore[union-attr] # it has one
    "page_numbers_too_low": lambda docx: docx.section("pgMar", footer="850"),
    "page_numbers_too_high": lambda docx: docx.section("pgMar", footer="1700"),
    "even_pages_as_odd_ones": lambda docx: docx.remove(docx.part("word/settings.xml").find(w("evenAndOddHeaders"))),  # type: ignore[arg-type] # it is there
})  # fmt: skip
faults("upward", ("7.5-page-number-form",), {
    "page_numbers_as_literal_digits": _footers(_literal),
    "page_numbers_between_hyphens": _footers(lambda root: _texts(root, lambda text: text.replace("—", "-"))),
    "page_numbers_in_words": _footers(lambda root: _texts(root, lambda text: text.replace("— ", "第").replace(" —", "页"))),
    "page_numbers_without_dashes": _footers(lambda root: _texts(root, lambda text: text.replace("—", ""))),
    "no_page_numbers": lambda docx: [docx.remove(each) for each in list(docx.body.iter(w("footerReference")))],
})  # fmt: skip
faults("upward", ("7.5-page-number-face",), {
    "page_numbers_in_five": _footers(lambda root: [setting(run.find(w("rPr")) if run.find(w("rPr")) is not None else etree.SubElement(run, w("rPr"))) or etree.SubElement(run.find(w("rPr")), w("sz")).set(w("val"), "21") for run in root.iter(w("r"))]),  # type: ignore[arg-type] # it was just made
})  # fmt: skip

# Numbers, marks, words

faults("upward", ("P3",), {
    "first_level_skips_a_number": lambda docx: docx.replace("二、下一步", "三、下一步"),
    "second_level_skips_a_number": lambda docx: docx.replace("（二）压实", "（三）压实"),
    "third_level_counts_twice": lambda docx: docx.replace("2.健全", "1.健全"),
})  # fmt: skip
faults("upward", ("P2", "P1"), {
    "second_level_in_half_width_brackets": lambda docx: docx.replace("（一）提高", "(一)提高"),
    "second_level_with_a_pause_mark": lambda docx: docx.replace("（一）提高", "（一）、提高"),
    "first_level_with_a_point": lambda docx: docx.replace("一、整改", "一.整改"),
    "third_level_with_a_pause_mark": lambda docx: docx.replace("1.加强", "1、加强"),
})  # fmt: skip
faults("upward", ("P1",), {
    "half_width_comma": lambda docx: docx.replace("开展了巡视，", "开展了巡视,"),
    "half_width_semicolon": lambda docx: docx.replace("开展了巡视，", "开展了巡视;"),
    "straight_quotation_marks": lambda docx: docx.replace("逐项研究", '"逐项研究"'),
    "half_width_brackets": lambda docx: docx.replace("逐项研究", "(逐项研究)"),
})  # fmt: skip
faults("upward", ("P4",), {
    "quotation_without_end": lambda docx: docx.replace("逐项研究", "“逐项研究"),
    "title_mark_without_end": lambda docx: docx.replace("逐项研究", "按照《方案逐项研究"),
    "bracket_without_end": lambda docx: docx.replace("逐项研究", "（逐项研究"),
})  # fmt: skip
faults(
    "upward",
    ("P6",),
    {"pause_mark_before_etc": lambda docx: docx.replace("责任单位和完成时限", "责任单位、完成时限、等")},
)
faults("upward", ("P8",), {
    "full_stop_twice": lambda docx: docx.replace("反馈了巡视意见。", "反馈了巡视意见。。"),
    "three_points": lambda docx: docx.replace("逐项研究", "逐项研究..."),
})  # fmt: skip
faults("upward", ("P7", "N3"), {
    "years_with_a_hyphen": lambda docx: docx.replace("逐项研究", "2021-2023年逐项研究"),
    "percentages_with_one_sign": lambda docx: docx.replace("逐项研究", "增长10～15%"),
})  # fmt: skip
faults("upward", ("P9",), {"title_with_a_full_stop": lambda docx: docx.replace("情况的报告", "情况的报告。")})
faults(
    "upward",
    ("P10",),
    {"heading_with_a_full_stop": lambda docx: docx.replace("整改工作总体情况", "整改工作总体情况。")},
)
faults(
    "upward",
    ("P11",),
    {
        "cited_number_in_square_brackets": lambda docx: docx.replace(
            "按照省委统一部署", "按照《关于整改的通知》（示委[2021]3号）要求"
        )
    },
)
faults("upward", ("N2",), {
    "short_year_in_the_body": lambda docx: docx.replace("2021年9月1日", "21年9月1日"),
    "zero_in_a_date": lambda docx: docx.replace("2021年9月1日", "2021年09月01日"),
    "full_width_figures": lambda docx: docx.replace("28个问题", "２８个问题"),
    "everyday_word_for_day": lambda docx: docx.replace("9月30日", "9月30号"),
})  # fmt: skip
faults("upward", ("N4",), {"more_than_and_above": lambda docx: docx.replace("逐项研究", "完成率超过90%以上")})
faults("report", ("N5", "A-count"), {
    "parts_that_do_not_add_up": lambda docx: docx.replace("已完成18个，基本完成3个", "已完成17个，基本完成3个"),
})  # fmt: skip
faults("upward", ("X3",), {
    "misspelt_deploy": lambda docx: docx.replace("统一部署", "统一布署"),
    "misspelt_as_of": lambda docx: docx.replace("逐项研究", "截止目前，逐项研究"),
    "misspelt_ledger": lambda docx: docx.replace("建立台账", "建立台帐"),
    "misspelt_supervise": lambda docx: docx.replace("防止同类问题", "既使没有人监督也要防止同类问题"),
})  # fmt: skip
faults("upward", ("X4",), {
    "crosses_left": lambda docx: docx.replace("2021年9月1日", "XXXX年X月X日"),
    "brackets_left_to_fill": lambda docx: docx.replace("逐项研究", "【待补充】"),
    "template_tag_left": lambda docx: docx.replace("28个问题", "{{ 事实.问题总数 }}个问题"),
    "tracked_insertion": lambda docx: docx.insert_after(docx.paragraph("特此报告"), '<w:p><w:ins w:id="9" w:author="甲"><w:r><w:t>补充一句。</w:t></w:r></w:ins></w:p>'),
    "hidden_text": lambda docx: docx.insert_after(docx.paragraph("特此报告"), "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>内部掌握。</w:t></w:r></w:p>"),
})  # fmt: skip
faults("upward", ("R-B2", "X2"), {
    "report_with_a_request": lambda docx: docx.replace("特此报告。", "以上报告，请予批准。"),
    "report_asking_for_support": lambda docx: docx.replace("特此报告。", "恳请省委在资金上给予支持。"),
})  # fmt: skip
faults("upward", ("R-B1", "X2"), {"plan_with_a_masthead": lambda docx: docx.replace("情况的报告", "情况方案")})
faults(
    "upward",
    ("R-B3",),
    {"two_recipients_upward": lambda docx: docx.replace("中共示例省委员会：", "中共示例省委员会、示例省人民政府：")},
)
faults(
    "upward",
    ("R-B4", "X1"),
    {
        "signature_of_another_organ": lambda docx: (
            docx.replace("中共示例市委员会", "中共样板市委员会", within="中共示例市委员会\n")
            or docx.replace("样板", "样板")
        )
    },
)
faults("upward", ("R-B7",), {"report_to_a_person": lambda docx: docx.replace("中共示例省委员会：", "王书记：")})

# Tables and turned sheets


@fault("report", "8-turned-number")
def turned_sheet_with_an_ordinary_footer(docx: Docx) -> None:
    upright, turned = None, None
    for section in docx.sections():
        size = section.find(w("pgSz"))
        assert size is not None
        if size.get(w("orient")) == "landscape":
            turned = section
        else:
            upright = section
    assert upright is not None
    assert turned is not None
    relation = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
    footers = {each.get(w("type")): each.get(relation) for each in upright.iter(w("footerReference"))}
    for each in turned.iter(w("footerReference")):
        each.set(relation, footers[each.get(w("type"))] or "")


# Agreement and disclosure

faults("report", ("A-count",), {
    "another_count_of_measures": lambda docx: docx.replace("整改措施89条", "整改措施98条"),
    "another_count_of_meetings": lambda docx: docx.replace("市委常委会5次", "市委常委会6次"),
})  # fmt: skip
faults("report", ("A-status",), {"another_status": lambda docx: docx.replace("整改状态：基本完成", "整改状态：已完成")})
faults(
    "report",
    ("A-title",),
    {"another_wording_of_an_issue": lambda docx: docx.replace("水污染防治力度不足", "水污染治理力度不足")},
)
faults(
    "report",
    ("A-date",),
    {"another_date_of_feedback": lambda docx: docx.replace("2021年11月11日反馈", "2021年11月12日反馈")},
)
faults("notice", ("A-missing", "A-count", "P3"), {"an_issue_left_out": lambda docx: docx.remove(docx.paragraph("3."))})
faults(
    "notice", ("D-mobile",), {"mobile_number": lambda docx: docx.replace("0000-1234567", "0000-1234567，138 0013 8000")}
)
faults(
    "notice",
    ("D-id-number",),
    {"identity_number": lambda docx: docx.replace("0000-1234567", "0000-1234567，11010519491231002X")},
)
faults("notice", ("D-field",), {
    "internal_wording": lambda docx: docx.insert_after(
        docx.paragraph("1."), "<w:p><w:r><w:t>项目涉及部门多、历史资料不全，牵头单位统筹协调不够，销号时对实际效果核查不严。</w:t></w:r></w:p>"
    ),
})  # fmt: skip
faults(
    "notice",
    ("D-classification",),
    {"classified": lambda docx: docx.insert_after(docx.paragraph("1."), "<w:p><w:r><w:t>秘密★1年</w:t></w:r></w:p>")},
)
