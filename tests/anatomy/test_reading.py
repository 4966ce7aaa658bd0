"""A .docx → paragraphs, tables, sections and drawings with the formatting that takes effect."""

import io
import zipfile

import pytest

from reportgen.anatomy import Document, Letters, Paragraph
from reportgen.anatomy.reader import read
from reportgen.errors import ReportgenError

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATED = "http://schemas.openxmlformats.org/package/2006/relationships"


def packed(body: str, **parts: str) -> bytes:
    """A .docx of raw XML; `parts` are styles, numbering, settings, theme, header1, footer1, … by name."""
    files = {"word/document.xml": f"<w:document {NAMES}><w:body>{body}</w:body></w:document>"}
    roots = {
        "styles": "styles",
        "numbering": "numbering",
        "settings": "settings",
        "footnotes": "footnotes",
        "comments": "comments",
    }
    related = []
    for name, content in parts.items():
        kind = name.rstrip("0123456789")
        root = roots.get(kind, {"header": "hdr", "footer": "ftr"}.get(kind, ""))
        files[f"word/{name}.xml"] = f"<w:{root} {NAMES}>{content}</w:{root}>" if root else content
        related.append(f'<Relationship Id="{name}" Type="{KINDS}/{kind}" Target="{name}.xml"/>')
    files["word/_rels/document.xml.rels"] = f'<Relationships xmlns="{RELATED}">{"".join(related)}</Relationships>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, content in files.items():
            package.writestr(name, content)
    return out.getvalue()


def document(body: str, **parts: str) -> Document:
    return read("试.docx", packed(body, **parts))


def paragraph(body: str, **parts: str) -> Paragraph:
    return document(body, **parts).paragraphs[0]


def letters(body: str, **parts: str) -> Letters:
    return paragraph(body, **parts).runs[0].letters


def style(style_id: str, content: str, kind: str = "paragraph", more: str = "") -> str:
    return f'<w:style w:type="{kind}" w:styleId="{style_id}" {more}><w:name w:val="{style_id}"/>{content}</w:style>'


TEXT = "<w:r><w:t>文</w:t></w:r>"
DEFAULTS = '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:eastAsia="宋体" w:ascii="Calibri"/><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>'


# Letters


def test_document_defaults_hold_where_nothing_else_is_said() -> None:
    found = letters(f"<w:p>{TEXT}</w:p>", styles=DEFAULTS)
    assert (found.face_of("文"), found.face_of("a"), found.size_half_pt) == ("宋体", "Calibri", 21)


def test_a_style_takes_what_it_does_not_say_from_the_style_it_is_based_on() -> None:
    styles = DEFAULTS + style("A", '<w:rPr><w:rFonts w:eastAsia="黑体"/><w:sz w:val="32"/></w:rPr>')
    styles += style("B", '<w:basedOn w:val="A"/><w:rPr><w:sz w:val="28"/></w:rPr>')
    found = letters(f'<w:p><w:pPr><w:pStyle w:val="B"/></w:pPr>{TEXT}</w:p>', styles=styles)
    assert (found.face_of("文"), found.size_half_pt) == ("黑体", 28)


def test_styles_based_on_each_other_in_a_circle_are_read() -> None:
    styles = style("A", '<w:basedOn w:val="B"/><w:rPr><w:b/></w:rPr>') + style("B", '<w:basedOn w:val="A"/>')
    assert letters(f'<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr>{TEXT}</w:p>', styles=styles).bold


def test_a_paragraph_without_style_has_the_default_style() -> None:
    styles = style("Body", '<w:rPr><w:sz w:val="32"/></w:rPr>', more='w:default="1"')
    assert letters(f"<w:p>{TEXT}</w:p>", styles=styles).size_half_pt == 32


def test_direct_formatting_goes_before_character_style_and_paragraph_style() -> None:
    styles = style("P", '<w:rPr><w:sz w:val="20"/><w:color w:val="111111"/></w:rPr>')
    styles += style("C", '<w:rPr><w:sz w:val="30"/><w:color w:val="222222"/></w:rPr>', kind="character")
    run = '<w:r><w:rPr><w:rStyle w:val="C"/><w:sz w:val="44"/></w:rPr><w:t>文</w:t></w:r>'
    found = letters(f'<w:p><w:pPr><w:pStyle w:val="P"/></w:pPr>{run}</w:p>', styles=styles)
    assert (found.size_half_pt, found.color) == (44, "222222")


def test_bold_in_paragraph_style_and_character_style_is_not_bold() -> None:
    styles = style("P", "<w:rPr><w:b/></w:rPr>") + style("C", "<w:rPr><w:b/></w:rPr>", kind="character")
    run = '<w:r><w:rPr><w:rStyle w:val="C"/></w:rPr><w:t>文</w:t></w:r>'
    assert not letters(f'<w:p><w:pPr><w:pStyle w:val="P"/></w:pPr>{run}</w:p>', styles=styles).bold


def test_a_theme_face_is_resolved_by_the_script_of_the_language() -> None:
    theme = (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme name="x">'
        '<a:majorFont><a:latin typeface="Arial"/><a:ea typeface=""/><a:font script="Hans" typeface="黑体"/></a:majorFont>'
        '<a:minorFont><a:latin typeface="Calibri"/><a:ea typeface="仿宋"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>'
    )
    run = '<w:r><w:rPr><w:rFonts w:eastAsiaTheme="{}" w:eastAsia="楷体"/></w:rPr><w:t>文</w:t></w:r>'
    assert letters(f"<w:p>{run.format('majorEastAsia')}</w:p>", theme=theme).face_of("文") == "黑体"
    assert letters(f"<w:p>{run.format('minorEastAsia')}</w:p>", theme=theme).face_of("文") == "仿宋"


def test_a_face_that_nothing_names_is_none() -> None:
    assert (
        letters('<w:p><w:r><w:rPr><w:rFonts w:ascii="Arial"/></w:rPr><w:t>文</w:t></w:r></w:p>').face_of("文") is None
    )


def test_quotation_marks_take_the_east_asian_face_when_the_run_hints_at_it() -> None:
    faces = 'w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋"'
    hinted = letters(f'<w:p><w:r><w:rPr><w:rFonts w:hint="eastAsia" {faces}/></w:rPr><w:t>“文”</w:t></w:r></w:p>')
    plain = letters(f"<w:p><w:r><w:rPr><w:rFonts {faces}/></w:rPr><w:t>“文”</w:t></w:r></w:p>")
    assert (hinted.face_of("“"), plain.face_of("“"), plain.face_of("文")) == ("仿宋", "Times New Roman", "仿宋")


# Paragraphs


def test_indents_in_characters_count_before_twips_and_are_as_wide_as_the_letters() -> None:
    found = paragraph(
        '<w:p><w:pPr><w:ind w:firstLineChars="200" w:firstLine="420"/></w:pPr>'
        '<w:r><w:rPr><w:sz w:val="32"/></w:rPr><w:t>文</w:t></w:r></w:p>'
    )
    assert found.shape.first_tw == 640


def test_a_hanging_indent_puts_an_end_to_the_first_line_indent_of_the_style() -> None:
    styles = style("P", '<w:pPr><w:ind w:firstLine="640"/></w:pPr>')
    found = paragraph(
        f'<w:p><w:pPr><w:pStyle w:val="P"/><w:ind w:left="1600" w:hanging="960"/></w:pPr>{TEXT}</w:p>', styles=styles
    )
    assert (found.shape.left_tw, found.shape.first_tw) == (1600, -960)


def test_spacing_is_joined_attribute_by_attribute() -> None:
    styles = style("P", '<w:pPr><w:spacing w:line="579" w:lineRule="exact" w:after="200"/></w:pPr>')
    found = paragraph(
        f'<w:p><w:pPr><w:pStyle w:val="P"/><w:spacing w:after="0"/></w:pPr>{TEXT}</w:p>', styles=styles
    ).shape
    assert (found.line_tw, found.line_rule, found.after_tw) == (579, "exact", 0)


def test_a_border_that_is_taken_away_is_gone() -> None:
    line = '<w:pBdr><w:bottom w:val="{}" w:sz="12" w:space="8" w:color="ff0000"/></w:pBdr>'
    styles = style("P", f"<w:pPr>{line.format('single')}</w:pPr>")
    kept = paragraph(f'<w:p><w:pPr><w:pStyle w:val="P"/></w:pPr>{TEXT}</w:p>', styles=styles).shape.borders
    gone = paragraph(
        f'<w:p><w:pPr><w:pStyle w:val="P"/>{line.format("nil")}</w:pPr>{TEXT}</w:p>', styles=styles
    ).shape.borders
    assert (kept["bottom"].color, kept["bottom"].eighths, kept["bottom"].space_pt) == ("FF0000", 12, 8)
    assert gone == {}


def test_a_table_style_formats_paragraphs_in_its_cells() -> None:
    styles = style("T", '<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:sz w:val="18"/></w:rPr>', kind="table")
    table = f'<w:tbl><w:tblPr><w:tblStyle w:val="T"/></w:tblPr><w:tr><w:tc><w:p>{TEXT}</w:p></w:tc></w:tr></w:tbl>'
    found = paragraph(table, styles=styles)
    assert (found.shape.align, found.runs[0].letters.size_half_pt) == ("center", 18)


# Numbers


LIST = (
    '<w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/>'
    '<w:pPr><w:ind w:firstLine="640"/></w:pPr><w:rPr><w:rFonts w:eastAsia="黑体"/></w:rPr></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
)


def numbered(level: int, number: int = 1) -> str:
    return f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>{TEXT}</w:p>'


def test_automatic_numbers_are_counted_and_lower_levels_restart() -> None:
    body = "".join(numbered(level) for level in (0, 1, 1, 0, 1))
    found = document(body, numbering=LIST).paragraphs
    assert [each.text for each in found] == ["一、文", "（一）文", "（二）文", "二、文", "（一）文"]


def test_the_number_has_the_face_of_its_level_and_the_paragraph_its_indent() -> None:
    found = document(numbered(0), numbering=LIST).paragraphs[0]
    assert found.label_letters is not None
    assert (found.label_letters.face_of("一"), found.shape.first_tw) == ("黑体", 640)


def test_a_list_with_a_start_of_its_own_begins_there() -> None:
    found = document(numbered(0) + numbered(0, 2) + numbered(0, 2), numbering=LIST).paragraphs
    assert [each.label for each in found] == ["一、", "五、", "六、"]


# Runs


def test_neighbouring_runs_of_one_formatting_are_one_run() -> None:
    assert len(paragraph("<w:p><w:r><w:t>整改</w:t></w:r><w:r><w:t>方案</w:t></w:r></w:p>").runs) == 1


def test_deleted_and_hidden_text_is_kept_in_the_runs_and_left_out_of_the_text() -> None:
    found = paragraph(
        '<w:p><w:r><w:t>甲</w:t></w:r><w:del w:author="x"><w:r><w:delText>乙</w:delText></w:r></w:del>'
        "<w:ins><w:r><w:t>丙</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>丁</w:t></w:r></w:p>"
    )
    assert found.text == "甲丙"
    assert [(run.text, run.change, run.letters.hidden) for run in found.runs] == [
        ("甲", None, False), ("乙", "deleted", False), ("丙", "inserted", False), ("丁", None, True),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "field",
    [
        '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>',
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PA</w:instrText></w:r>'
        '<w:r><w:instrText>GE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        '<w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
    ],
)
def test_a_field_is_its_result_with_its_instruction(field: str) -> None:
    found = paragraph(f"<w:p><w:r><w:t>— </w:t></w:r>{field}<w:r><w:t> —</w:t></w:r></w:p>")
    assert found.text == "— 1 —"
    assert [run.field and run.field.strip() for run in found.runs] == [None, "PAGE", None]


@pytest.mark.parametrize(
    "field",
    [
        '<w:fldSimple w:instr="PAGE"/>',
        '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType="end"/></w:r>',
        "<w:r><w:pgNum/></w:r>",
    ],
)
def test_a_page_field_without_a_result_is_still_seen(field: str) -> None:
    assert [run.field for run in paragraph(f"<w:p>{field}</w:p>").runs] == ["PAGE"]


def test_line_breaks_tabs_and_page_breaks_stand_in_the_text() -> None:
    found = paragraph(
        '<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t><w:br w:type="page"/></w:r></w:p>'
    )
    assert found.text == "甲\n乙\t丙\f"


def test_text_in_links_content_controls_and_smart_tags_is_read() -> None:
    body = (
        '<w:p><w:hyperlink r:id="x"><w:r><w:t>甲</w:t></w:r></w:hyperlink><w:sdt><w:sdtContent><w:r><w:t>乙</w:t></w:r></w:sdtContent>'
        "</w:sdt><w:smartTag><w:r><w:t>丙</w:t></w:r></w:smartTag></w:p>"
    )
    found = paragraph(body)
    assert (found.text, found.runs[0].link) == ("甲乙丙", "x")


# Tables, drawings, sections


def test_cells_are_placed_by_the_grid() -> None:
    cell = '<w:tc><w:tcPr><w:gridSpan w:val="{}"/></w:tcPr><w:p>' + TEXT + "</w:p></w:tc>"
    table = f"<w:tbl><w:tr>{cell.format(2)}{cell.format(1)}</w:tr><w:tr>{cell.format(1)}{cell.format(1)}</w:tr></w:tbl>"
    found = document(table)
    assert [(each.cell.row, each.cell.column) for each in found.paragraphs if each.cell] == [
        (1, 1),
        (1, 3),
        (2, 1),
        (2, 2),
    ]


def test_a_table_in_a_cell_is_a_table_of_its_own() -> None:
    inner = f"<w:tbl><w:tr><w:tc><w:p>{TEXT}</w:p></w:tc></w:tr></w:tbl><w:p/>"
    found = document(f"<w:tbl><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl>")
    assert [each.cell.table for each in found.paragraphs if each.cell] == [2, 1]
    assert (found.tables[0].cells[1, 1], found.tables[1].cells[1, 1]) == ((2,), (1,))


def test_lines_of_a_table_come_from_its_style_and_its_own_words() -> None:
    styles = style(
        "T",
        '<w:tblPr><w:tblBorders><w:top w:val="single" w:sz="8"/><w:bottom w:val="single" w:sz="8"/></w:tblBorders></w:tblPr>',
        "table",
    )
    table = (
        '<w:tbl><w:tblPr><w:tblStyle w:val="T"/><w:tblpPr w:vertAnchor="margin" w:tblpYSpec="bottom"/><w:tblW w:w="8845" w:type="dxa"/>'
        f'<w:tblBorders><w:bottom w:val="nil"/></w:tblBorders></w:tblPr><w:tr><w:tc><w:p>{TEXT}</w:p></w:tc></w:tr></w:tbl>'
    )
    found = document(table, styles=styles).tables[0]
    assert (set(found.borders), found.width_tw) == ({"top"}, 8845)
    assert found.frame is not None
    assert (found.frame.y_from, found.frame.y_align) == ("margin", "bottom")


BOX = "<w:txbxContent><w:p><w:r><w:t>框中</w:t></w:r></w:p></w:txbxContent>"


def test_a_text_box_is_read_once_after_the_paragraph_that_anchors_it() -> None:
    drawing = (
        '<w:drawing><wp:anchor><wp:positionV relativeFrom="margin"><wp:align>bottom</wp:align></wp:positionV>'
        '<wp:extent cx="5616000" cy="360000"/><wp:docPr id="1" name="版记"/><a:graphic><a:graphicData><wps:wsp>'
        f"<wps:txbx>{BOX}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )
    old = f'<w:pict><v:shape style="position:absolute;width:442pt"><v:textbox>{BOX}</v:textbox></v:shape></w:pict>'
    run = f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'>{drawing}</mc:Choice><mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
    found = document(f"<w:p>{run}<w:r><w:t>锚</w:t></w:r></w:p><w:p>{TEXT}</w:p>")
    assert [(each.text, each.story) for each in found.paragraphs] == [
        ("锚", "正文"),
        ("框中", "文本框"),
        ("文", "正文"),
    ]
    assert (found.drawings[0].kind, found.drawings[0].frame.y_align, found.paragraphs[1].box) == (
        "textbox",
        "bottom",
        1,
    )
    assert found.drawings[0].frame.width_tw == pytest.approx(8844, abs=1)


@pytest.mark.parametrize(
    "line",
    [
        '<w:pict><v:line from="0,0" to="442pt,0" style="position:absolute" strokecolor="red" strokeweight="1.5pt"/></w:pict>',
        '<w:drawing><wp:anchor><wp:extent cx="5613400" cy="0"/><a:graphic><a:graphicData><wps:wsp><wps:cNvCnPr/><wps:spPr>'
        '<a:prstGeom prst="line"/><a:ln w="19050"><a:solidFill><a:srgbClr val="ff0000"/></a:solidFill></a:ln></wps:spPr></wps:wsp>'
        "</a:graphicData></a:graphic></wp:anchor></w:drawing>",
    ],
)
def test_a_drawn_line_has_width_colour_and_weight(line: str) -> None:
    found = document(f"<w:p><w:r>{line}</w:r></w:p>").drawings[0]
    assert (found.kind, found.line_color, found.line_pt) == ("line", "FF0000", 1.5)
    assert found.frame.width_tw == pytest.approx(8840, abs=1)


def test_sections_have_their_sheets_and_paragraphs_know_theirs() -> None:
    turned = '<w:pPr><w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr></w:pPr>'
    last = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:left="1587"/><w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-848"/></w:sectPr>'
    found = document(f"<w:p>{turned}{TEXT}</w:p><w:p>{TEXT}</w:p>{last}")
    assert [(each.width_tw, each.landscape) for each in found.sections] == [(16838, True), (11906, False)]
    assert [each.section for each in found.paragraphs] == [1, 2]
    assert (found.sections[1].grid, found.sections[1].char_space, found.sections[1].top_tw) == (
        "linesAndChars",
        -848,
        2098,
    )


def test_a_section_without_a_footer_has_that_of_the_section_before() -> None:
    first = '<w:pPr><w:sectPr><w:footerReference w:type="default" r:id="footer1"/></w:sectPr></w:pPr>'
    found = document(f"<w:p>{first}</w:p><w:p/><w:sectPr/>", footer1="<w:p><w:r><w:t>页脚</w:t></w:r></w:p>")
    assert [each.footers["default"][0].text for each in found.sections] == ["页脚", "页脚"]


def test_footnotes_and_comments_are_read_apart_from_the_body() -> None:
    notes = '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote><w:footnote w:id="1"><w:p><w:r><w:t>注</w:t></w:r></w:p></w:footnote>'
    found = document(
        "<w:p/>", footnotes=notes, comments='<w:comment w:id="0"><w:p><w:r><w:t>批</w:t></w:r></w:p></w:comment>'
    )
    assert [(each.story, each.text) for each in found.others] == [("脚注", "注"), ("批注", "批")]


def test_the_strict_variant_of_the_format_is_read() -> None:
    strict = packed(f"<w:p><w:pPr><w:spacing w:before='12pt'/></w:pPr>{TEXT}</w:p>").decode("latin-1")
    changed = strict.replace(
        "schemas.openxmlformats.org/wordprocessingml/2006/main", "purl.oclc.org/ooxml/wordprocessingml/main"
    )
    assert changed != strict
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(strict.encode("latin-1"))) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name).replace(
                b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                b"http://purl.oclc.org/ooxml/wordprocessingml/main",
            )
            new.writestr(name, content)
    found = read("试.docx", out.getvalue()).paragraphs[0]
    assert (found.text, found.shape.before_tw) == ("文", 240)


# What is no .docx


def refusal(raw: bytes) -> str:
    with pytest.raises(ReportgenError) as caught:
        read("坏.docx", raw)
    return caught.value.problems[0].code


def zipped(**parts: str | bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


BODY = f"<w:document {NAMES}><w:body><w:p/></w:body></w:document>"


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "docx-not-word"),
        (b"plain text", "docx-not-word"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "docx-not-word"),
        (zipped(**{"xl/workbook.xml": "<x/>"}), "docx-not-word"),
        (zipped(**{"word/document.xml": "<w:document"}), "docx-damaged"),
        (zipped(**{"word/document.xml": f"<w:document {NAMES}/>"}), "docx-damaged"),
        (zipped(**{"word/document.xml": BODY})[:-40], "docx-not-word"),
        (zipped(**{"word/document.xml": BODY, "../../evil": "x"}), "docx-unsafe"),
        (zipped(**{"word/document.xml": BODY, "/etc/evil": "x"}), "docx-unsafe"),
        (zipped(**{"word/document.xml": BODY, "C:\\evil": "x"}), "docx-unsafe"),
        (zipped(**{"word/document.xml": BODY, "word/a.bin": bytes(9 << 20)}), "docx-too-large"),
        (zipped(**{"word/document.xml": f'<!DOCTYPE x [<!ENTITY a "b">]>{BODY}'}), "docx-entities"),
        (zipped(**{"word/document.xml": f'<?xml version="1.0" encoding="utf-16"?><!DOCTYPE x>{BODY}'.encode("utf-16")}), "docx-entities"),
    ],
)  # fmt: skip
def test_what_is_no_document_or_may_do_harm_is_refused(raw: bytes, code: str) -> None:
    assert refusal(raw) == code


def test_very_deep_nesting_is_read_as_far_as_it_is_sane() -> None:
    body = "<w:sdt><w:sdtContent>" * 60 + f"<w:p>{TEXT}</w:p>" + "</w:sdtContent></w:sdt>" * 60
    assert document(f"<w:p>{TEXT}</w:p>{body}").paragraphs[0].text == "文"
