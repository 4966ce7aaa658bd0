"""The shipped templates themselves: what a clerk opens in Word or WPS."""

import re
import zipfile

import pytest
from lxml import etree

from reportgen.drafting.__main__ import TEMPLATES
from reportgen.drafting.styles import STYLES

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(params=TEMPLATES)
def template(request, pytestconfig):
    return pytestconfig.rootpath / "templates" / request.param / "template.docx"


@pytest.fixture
def body(template):
    with zipfile.ZipFile(template) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def test_drafting_twice_gives_the_same_bytes():
    for draft in TEMPLATES.values():
        assert draft().to_bytes() == draft().to_bytes()


def test_shipped_templates_are_those_that_drafting_writes(pytestconfig):
    """python -m reportgen.drafting templates/ was run after the last change."""
    for kind, draft in TEMPLATES.items():
        assert (pytestconfig.rootpath / "templates" / kind / "template.docx").read_bytes() == draft().to_bytes()


def test_template_is_a_valid_word_file(template):
    from openxml_audit import OpenXmlValidator

    assert OpenXmlValidator().validate(template).errors == []


def test_filled_documents_are_valid_word_files(rendered):
    from openxml_audit import OpenXmlValidator

    for document in rendered.values():
        assert OpenXmlValidator().validate(document.docx).errors == []


def test_formatting_stands_in_styles_alone(body):
    names = {style.ident for style in STYLES} | {"RunInHeading", "Signatory", "Listing", "Imprint", "TableNormal"}
    for properties in body.iter(f"{W}pPr"):
        assert {child.tag for child in properties} <= {f"{W}pStyle", f"{W}sectPr"}
        assert properties.find(f"{W}pStyle").get(f"{W}val") in names
    for properties in body.iter(f"{W}rPr"):
        assert {child.tag for child in properties} <= {f"{W}rStyle", f"{W}rFonts"}
        assert all(set(fonts.attrib) == {f"{W}hint"} for fonts in properties.iter(f"{W}rFonts"))


def test_every_tag_stands_in_one_run(body):
    for text in body.iter(f"{W}t"):
        shown = text.text or ""
        assert shown.count("{{") == shown.count("}}")
        assert shown.count("{%") == shown.count("%}")


def test_chinese_text_has_full_width_marks(body):
    for paragraph in body.iter(f"{W}p"):
        text = "".join(piece.text or "" for piece in paragraph.iter(f"{W}t"))
        shown = re.sub(r"\{\{.*?\}\}|\{%.*?%\}", "字", text)
        assert not re.search(r"[一-鿿][,:;()?!]|[,;()?!][一-鿿]", shown), shown


def test_no_field_but_the_page_number_and_nobody_s_name(template):
    with zipfile.ZipFile(template) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    fields = {field for part in parts.values() for field in re.findall(r'w:instr="([^"]*)"', part)}
    assert fields == {" PAGE "}
    assert "instrText" not in "".join(parts.values())
    assert "updateFields" not in parts["word/settings.xml"]
    assert "<w:evenAndOddHeaders/>" in parts["word/settings.xml"]
    assert not re.search(r"creator|lastModifiedBy|Company", parts["docProps/core.xml"] + parts["docProps/app.xml"])
