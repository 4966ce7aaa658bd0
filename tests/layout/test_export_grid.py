"""Word's document grid in the copy that LibreOffice is given."""

import io
import re
import zipfile

import pdfplumber
import pytest

from reportgen.export import portable_copy, to_pdf

pytestmark = pytest.mark.xdist_group("layout")

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
CHARACTERS = '<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-848"/>'
LINES = '<w:docGrid w:type="lines" w:linePitch="312"/>'


def package(body, styles="", **others):
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
        archive.writestr("word/styles.xml", f"<w:styles {W}>{styles}</w:styles>")
        for name, xml in others.items():
            archive.writestr(f"word/{name}.xml", xml)
    return raw.getvalue()


def part(raw, name="word/document.xml"):
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return re.sub(r' xmlns:\w+="[^"]*"', "", archive.read(name).decode())


def section(grid):
    return f"<w:sectPr>{grid}</w:sectPr>"


def text(properties="", run=""):
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>正文</w:t></w:r></w:p>"


@pytest.mark.parametrize(
    "grid", ["", '<w:docGrid w:linePitch="579"/>', '<w:docGrid w:type="default" w:linePitch="312"/>']
)
def test_a_document_without_a_grid_is_not_touched(grid):
    raw = package(text() + section(grid))
    assert portable_copy(raw) == (raw, False)


@pytest.mark.parametrize("raw", [b"", b"PK\x03\x04 not really", package("<w:p>").replace(b"</w:p>", b"")])
def test_what_cannot_be_read_comes_back_as_it_is(raw):
    assert portable_copy(raw) == (raw, False)


def test_a_package_without_a_document_comes_back_as_it_is():
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        archive.writestr("a.txt", "a")
    assert portable_copy(raw.getvalue()) == (raw.getvalue(), False)


def test_the_distance_between_letters_goes_to_the_defaults_rounded_down():
    copy, changed = portable_copy(package(text() + section(CHARACTERS)))
    assert changed
    assert '<w:rPrDefault><w:rPr><w:spacing w:val="-5"/></w:rPr></w:rPrDefault>' in part(copy, "word/styles.xml")
    assert '<w:docGrid w:linePitch="579"/>' in part(copy)


def test_letters_with_a_distance_of_their_own_get_it_added():
    styles = '<w:style w:type="paragraph" w:styleId="A"><w:rPr><w:spacing w:val="10"/></w:rPr></w:style>'
    copy, _ = portable_copy(package(text(run='<w:spacing w:val="20"/>') + section(CHARACTERS), styles))
    assert '<w:spacing w:val="15"/>' in part(copy)
    assert '<w:spacing w:val="5"/>' in part(copy, "word/styles.xml")


def test_paragraphs_off_the_grid_keep_their_letters_and_lines():
    off = '<w:snapToGrid w:val="0"/>'
    styles = f'<w:style w:type="paragraph" w:styleId="A"><w:pPr>{off}</w:pPr></w:style>'
    copy, _ = portable_copy(package(text(off) + section(CHARACTERS), styles))
    assert '<w:spacing w:val="0"/>' in part(copy)
    assert "w:lineRule" not in part(copy)
    assert '<w:rPr><w:spacing w:val="0"/></w:rPr>' in part(copy, "word/styles.xml")


def test_automatic_lines_become_exact_ones_of_the_grid():
    copy, _ = portable_copy(package(text() + section(CHARACTERS)))
    assert '<w:spacing w:line="579" w:lineRule="exact"/>' in part(copy)


@pytest.mark.parametrize(
    ("half_points", "line"), [(21, 312), (32, 624), (44, 624), (84, 1248)], ids=["五号", "三号", "二号", "初号"]
)
def test_large_letters_take_several_lines_of_the_grid(half_points, line):
    copy, _ = portable_copy(package(text(run=f'<w:sz w:val="{half_points}"/>') + section(LINES)))
    assert f'w:line="{line}"' in part(copy)


def test_size_and_height_of_lines_come_from_the_styles():
    styles = (
        '<w:style w:type="paragraph" w:styleId="B"><w:pPr><w:spacing w:line="360"/></w:pPr><w:rPr><w:sz w:val="20"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>'
    )
    copy, _ = portable_copy(package(text('<w:pStyle w:val="A"/>') + section(LINES), styles))
    assert 'w:line="468"' in part(copy)


def test_exact_lines_tables_and_pictures_stay_as_they_are():
    exact = text('<w:spacing w:line="560" w:lineRule="exact"/>')
    cell = f"<w:tbl><w:tr><w:tc>{text()}</w:tc></w:tr></w:tbl>"
    picture = "<w:p><w:r><w:drawing/></w:r></w:p>"
    copy, changed = portable_copy(package(exact + cell + picture + section(LINES)))
    assert changed
    assert part(copy).count("w:lineRule") == 1
    assert 'w:line="560"' in part(copy)


def test_each_section_has_the_lines_of_its_own_grid():
    first = f"<w:p><w:pPr>{section(LINES)}</w:pPr></w:p>"
    copy, _ = portable_copy(package(first + text() + section(CHARACTERS)))
    assert re.findall(r'w:line="(\d+)"', part(copy)) == ["312", "579"]


def test_styles_that_are_based_on_each_other_do_no_harm():
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{one}"><w:basedOn w:val="{other}"/></w:style>'
        for one, other in ("AB", "BA")
    )
    assert portable_copy(package(text('<w:pStyle w:val="A"/>') + section(LINES), styles))[1]


@pytest.mark.parametrize("size", [32, 28])
def test_an_indent_in_characters_alone_is_said_in_twips_too(size):
    run = f'<w:sz w:val="{size}"/>'
    copy, changed = portable_copy(
        package(text('<w:ind w:firstLineChars="200" w:rightChars="400"/>', run) + section(""))
    )
    assert changed
    assert f'w:firstLine="{size * 20}"' in part(copy)
    assert f'w:right="{size * 40}"' in part(copy)


def test_an_indent_in_characters_comes_from_the_style_and_goes_to_the_paragraph():
    styles = '<w:style w:type="paragraph" w:styleId="A"><w:pPr><w:ind w:firstLineChars="200"/></w:pPr><w:rPr><w:sz w:val="32"/></w:rPr></w:style>'
    copy, _ = portable_copy(package(text('<w:pStyle w:val="A"/>') + section(""), styles))
    assert '<w:pStyle w:val="A"/><w:ind w:firstLine="640"/>' in part(copy)


@pytest.mark.parametrize(
    "ind",
    [
        '<w:ind w:firstLineChars="200" w:firstLine="630"/>',
        '<w:ind w:firstLineChars="0"/>',
        '<w:ind w:leftChars="100" w:start="320"/>',
        '<w:ind w:firstLineChars="200" w:hanging="640"/>',
    ],
)
def test_an_indent_that_is_said_in_twips_is_not_touched(ind):
    raw = package(text(ind) + section(""))
    assert portable_copy(raw) == (raw, False)


def _as_word_makes_it(raw):
    """The sample with Word's own grid: nothing but the grid makes 22 lines of 28 characters."""
    copy = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as source, zipfile.ZipFile(copy, "w") as target:
        for name in source.namelist():
            xml = source.read(name)
            if name in ("word/document.xml", "word/styles.xml"):
                xml = xml.replace(b'<w:docGrid w:linePitch="579"/>', CHARACTERS.encode())
                xml = xml.replace(b'<w:snapToGrid w:val="0"/>', b"").replace(b'<w:spacing w:val="-5"/>', b"")
                xml = xml.replace(b'w:line="579" w:lineRule="exact"', b'w:line="240" w:lineRule="auto"')
            target.writestr(name, xml)
    return copy.getvalue()


def test_word_s_grid_is_shown_as_22_lines_of_28_characters(notice, tmp_path):
    path = tmp_path / "网格.docx"
    raw = _as_word_makes_it(notice.docx.read_bytes())
    path.write_bytes(raw)
    with pdfplumber.open(*to_pdf([path], tmp_path / "pdf")) as pdf:
        rows = [
            [glyph["text"] for glyph in row["chars"] if glyph["text"].strip()]
            for row in pdf.pages[2].extract_text_lines(strip=False)
            if row["top"] < 262 / 25.4 * 72
        ]
    assert len(rows) == 22
    full = [len(row) for row in rows if len(row) > 26 and not any(text.isascii() for text in row)]
    assert max(full) == 28
    assert path.read_bytes() == raw
