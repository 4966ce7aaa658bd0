"""More single faults: made in another part or by another means than those of mutations.py; `MUTATIONS` are all of both."""

from collections.abc import Callable

from lxml import etree

from tests.corpus.editing import Docx, W, text_of, w
from tests.corpus.mutations import MUTATIONS, Change, fault, faults

__all__ = ["MUTATIONS"]

STYLES, NUMBERS, DOCUMENT = (f"word/{name}.xml" for name in ("styles", "numbering", "document"))
AUTOMATIC, WORD_GRID = "upward: automatic numbers", "upward: Word's own grid"
DRAWN, BORDERED, BOXED = (
    "upward: red line drawn in DrawingML",
    "upward: imprint as bordered paragraphs",
    "upward: imprint in a text box",
)
SECOND = "市委把巡视整改作为"
"""How a paragraph of the body begins."""


def written(part: str, old: str, new: str, count: int = -1) -> Change:
    """A part of the package with some of its XML written otherwise."""

    def change(docx: Docx) -> None:
        xml = docx.files[part].decode()
        assert old in xml, f"{old} is not in {part}"
        docx.files[part] = xml.replace(old, new, count).encode()

    return change


def of_style(name: str, style: str, **values: str) -> Change:
    """One property of a paragraph style, in its pPr or rPr."""

    def change(docx: Docx) -> None:
        found = docx.part(STYLES).find(f"{w('style')}[@{w('styleId')}='{style}']")
        assert found is not None
        kind = "pPr" if name in ("ind", "jc", "spacing", "shd") else "rPr"
        holder = found.find(w(kind))
        holder = etree.SubElement(found, w(kind)) if holder is None else holder
        said = holder.find(w(name))
        said = etree.SubElement(holder, w(name)) if said is None else said
        for key, value in values.items():
            said.set(w(key), value)

    return change


def of_paragraph(start: str, name: str, **values: str) -> Change:
    return lambda docx: docx.shape(docx.paragraph(start), name, **values)


def of_runs(start: str, name: str, **values: str) -> Change:
    return lambda docx: docx.letters(docx.paragraph(start), name, **values)


def last(docx: Docx, text: str) -> etree._Element:
    """The last paragraph with just this text."""
    return [each for each in docx.paragraphs() if text_of(each).strip() == text][-1]


def footer_texts(docx: Docx, old: str, new: str) -> None:
    for _, root in docx.footers():
        for each in root.iter(w("t")):
            each.text = (each.text or "").replace(old, new)


def all_of(*changes: Callable[[Docx], object]) -> Change:
    def change(docx: Docx) -> None:
        for each in changes:
            each(docx)

    return change


faults("upward", ("5.2.1-margins",), {
    "moved_down_with_the_height_kept": lambda docx: docx.section("pgMar", top="2268", bottom="1814"),
    "left_and_right_margin_swapped": lambda docx: docx.section("pgMar", left="1474", right="1588"),
})  # fmt: skip
faults("downward", ("5.1-paper",), {
    "the_whole_document_across": lambda docx: docx.section("pgSz", w="16838", h="11906", orient="landscape"),
    "sixteenmo_paper": lambda docx: docx.section("pgSz", w="11055", h="15307"),
})  # fmt: skip
faults("upward", ("5.2.3-char-pitch",), {
    "two_columns": lambda docx: docx.section("cols", num="2", space="425"),
    "one_paragraph_narrowed": of_runs(SECOND, "w", val="80"),
})  # fmt: skip
faults(WORD_GRID, ("5.2.3-line-pitch",), {
    "grid_of_another_pitch": lambda docx: docx.section("docGrid", linePitch="312"),
    "long_paragraphs_not_on_the_grid": lambda docx: [
        docx.shape(each, "snapToGrid", val="0") for each in docx.paragraphs() if len(text_of(each)) > 40
    ],
})  # fmt: skip
faults("upward", ("6.1-clean",), {
    "shaded_by_a_pattern": of_paragraph(SECOND, "shd", val="pct15", color="auto", fill="FFFFFF"),
    "characters_in_a_border": of_runs(SECOND, "bdr", val="single", sz="4"),
    "page_in_a_border": lambda docx: docx.sections()[-1].append(etree.fromstring(
        f'<w:pgBorders xmlns:w="{W}"><w:top w:val="single" w:sz="12" w:space="24" w:color="auto"/></w:pgBorders>'
    )),
})  # fmt: skip
faults(AUTOMATIC, ("7.3.3-heading-place",), {
    "level_that_hangs": all_of(written(NUMBERS, 'w:left="0" w:firstLine="640"', 'w:left="1280" w:hanging="1280"'), lambda docx: [
        docx.shape(each, "ind") for each in docx.paragraphs() if each.find(f"{w('pPr')}/{w('numPr')}") is not None
    ]),
})  # fmt: skip
faults(AUTOMATIC, ("5.2.4-colour",), {
    "level_in_dark_red": written(NUMBERS, '<w:sz w:val="32"/>', '<w:color w:val="C00000"/><w:sz w:val="32"/>'),
})  # fmt: skip
faults("notice", ("7.3.3-indent",), {"style_one_character_in": of_style("ind", "BodyText", firstLineChars="100")})
faults("downward", ("7.2.5-number-place",), {
    "number_below_lowered_lines": lambda docx: docx.shape(docx.paragraph("示委〔2021〕").getprevious(), "spacing", line="240"),
})  # fmt: skip
faults(
    "downward",
    ("7.2.5-number-form",),
    {"number_before_its_year": lambda docx: docx.replace("示委〔2021〕36号", "示委36号〔2021〕")},
)
faults("upward", ("7.2.7-red-line",), {
    "red_line_dashed": written(DOCUMENT, 'w:val="single" w:sz="12" w:space="8"', 'w:val="dashed" w:sz="12" w:space="8"'),
    "red_line_above_the_number": written(DOCUMENT, '<w:bottom w:val="single" w:sz="12" w:space="8"', '<w:top w:val="single" w:sz="12" w:space="8"'),
})  # fmt: skip
faults(
    DRAWN,
    ("7.2.7-red-line",),
    {"drawn_line_far_below": written(DOCUMENT, "<wp:posOffset>440000", "<wp:posOffset>800000")},
)


@fault("upward", "7.3.2-recipients")
def recipients_with_the_body_behind_them(docx: Docx) -> None:
    body = docx.paragraph("按照省委统一部署")
    docx.paragraph("中共示例省委员会：").extend(body.findall(w("r")))
    docx.remove(body)


@fault("downward", "7.3.4-attachment-note")
def note_of_attachments_below_the_date(docx: Docx) -> None:
    date = last(docx, "2021年12月10日")
    date.addnext(docx.paragraph("2.任务清单"))
    date.addnext(docx.paragraph("附件：1."))


@fault("downward", "7.3.4-attachment-note")
def attachments_counted_in_chinese(docx: Docx) -> None:
    docx.replace("1.问题清单", "一、问题清单")
    docx.replace("2.任务清单", "二、任务清单")


@fault("downward", "7.3.7-attachment")
def labels_of_attachments_swapped(docx: Docx) -> None:
    docx.replace("附件1", "附件3", within="附件1")
    docx.replace("附件2", "附件1", within="附件2")
    docx.replace("附件3", "附件2", within="附件3")


@fault("upward", "7.3.6-note")
def note_in_square_brackets(docx: Docx) -> None:
    docx.replace("（联系人", "【联系人")
    docx.replace("0000-1234567）", "0000-1234567】")


@fault("upward", "7.4.3-printed")
def printing_line_above_the_copies(docx: Docx) -> None:
    copies, printed = list(docx.body.iter(w("tr")))[-2:]
    copies.addprevious(printed)


@fault("downward", "7.3.3-indent")
def paragraphs_parted_by_a_line_break(docx: Docx) -> None:
    run = docx.paragraph(SECOND).findall(w("r"))[-1]
    etree.SubElement(run, w("br"))
    etree.SubElement(run, w("t")).text = "要进一步强化责任落实，确保整改取得实效，推动各项任务全面完成。"


faults(
    "downward",
    ("7.3.5.4-date-form",),
    {"date_with_blanks": lambda docx: docx.replace("2021年12月10日", "2021 年 12 月 10 日", within="2021年")},
)
faults(
    "downward", ("7.4.2-copies",), {"copies_called_by_their_old_name": lambda docx: docx.replace("抄送：", "抄报：")}
)
faults("downward", ("7.4.1-imprint-lines",), {
    "imprint_without_its_middle_line": written(DOCUMENT, '<w:insideH w:val="single"', '<w:insideH w:val="nil"'),
    "imprint_closed_by_a_double_line": written(DOCUMENT, '<w:bottom w:val="single" w:sz="8"', '<w:bottom w:val="double" w:sz="8"'),
})  # fmt: skip
faults(
    BORDERED,
    ("7.4.1-imprint-lines",),
    {
        "imprint_opened_by_dots": written(
            DOCUMENT, '<w:bottom w:val="single" w:sz="8"', '<w:bottom w:val="dotted" w:sz="8"'
        )
    },
)
faults(BOXED, ("7.4.1-imprint-lines",), {"narrow_table_in_the_box": written(DOCUMENT, 'w:w="8845"', 'w:w="7000"')})
faults(
    "downward",
    ("7.5-page-number-form",),
    {"pages_counted_from_nought": lambda docx: docx.section("pgNumType", start="0")},
)
faults("report", ("7.5-page-number-form",), {
    "count_begun_anew_before_the_imprint": lambda docx: docx.sections()[-1].append(etree.Element(w("pgNumType"), {w("start"): "1"})),
})  # fmt: skip
faults("notice", ("7.5-page-number-form",), {"en_dashes_beside_the_number": lambda docx: footer_texts(docx, "—", "–")})
faults("plan", ("8-turned-number",), {
    "turned_number_at_the_other_side": lambda docx: [each.set(w("tblpX"), "15000") for each in docx.part("word/headerTurnedOdd.xml").iter(w("tblpPr"))],
    "turned_number_that_reads_across": lambda docx: [docx.remove(each) for each in list(docx.part("word/headerTurnedOdd.xml").iter(w("textDirection")))],
})  # fmt: skip
faults("report", ("5.2.1-outside",), {
    "words_beside_the_foot": lambda docx: docx.part("word/footerOdd.xml").append(
        etree.fromstring(f'<w:p xmlns:w="{W}"><w:r><w:t>示例市委办公室制</w:t></w:r></w:p>')
    ),
})  # fmt: skip
