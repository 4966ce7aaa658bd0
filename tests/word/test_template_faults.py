"""What a clerk may do to a template: each fault is named with its place, all unknown names in one run."""

import zipfile
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from reportgen.errors import Problem
from reportgen.word import fill

VALUES: dict[str, object] = {
    "公文": {"标题": "通知", "附注": None},
    "清单": [{"标题": "甲"}, {"标题": "乙"}],
    "文字": "甲",
}


def problems_of(folder: Path, *paragraphs: str) -> tuple[Problem, ...]:
    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    path = folder / "template.docx"
    document.save(str(path))
    filled = fill(path, "templates/plan/template.docx", VALUES, date(2022, 8, 16))
    assert filled.content is None
    return filled.problems


def test_every_misspelt_name_is_found_in_one_run_with_the_nearest_known_one(tmp_path: Path) -> None:
    problems = problems_of(tmp_path, "正常", "{{ 公文.标提 }}", "{{ 公闻.标题 }}", "{{ 公文.附注 }}")
    assert [(problem.code, problem.place.paragraph) for problem in problems] == [
        ("template-name", 2),
        ("template-name", 3),
    ]
    assert "是不是“标题”？" in problems[0].message
    assert "是不是“公文”？" in problems[1].message
    assert problems[0].place.file == "templates/plan/template.docx"
    assert problems[0].place.part == "正文"


def test_a_misspelt_field_in_a_loop_is_named_once(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, "{%p for 问题 in 清单 %}", "{{ 问题.标头 }}", "{%p endfor %}")
    assert "“标头”" in problem.message


@pytest.mark.parametrize(
    ("paragraphs", "code"),
    [
        (["{{ 公文.标题|没有这个 }}"], "template-filter"),
        (["{%p for 问题 in 清单 %}", "{{ 问题.标题 }}"], "template-unclosed"),
        (["{{ 公文.标题 }}", "{%p endif %}"], "template-unclosed"),
        (["{%p 如果 公文 %}", "{%p endif %}"], "template-tag"),
        (["{{ 公文 标题 }}"], "template-tag"),
        (["{{ 公文.标题 }"], "template-braces"),
        (["公文.标题 }}"], "template-braces"),
        (["｛｛ 公文.标题 ｝｝"], "template-braces"),
        (["{{ 公文.标题|汉字数字 }}"], "template-run"),
    ],
)
def test_broken_tags_are_named(tmp_path: Path, paragraphs: list[str], code: str) -> None:
    problems = problems_of(tmp_path, "第一段", *paragraphs)
    assert problems[0].code == code
    assert any("\u4e00" <= character <= "\u9fff" for character in problems[0].message)


def test_a_loop_that_opens_in_a_table_and_closes_below_it_breaks_the_document(tmp_path: Path) -> None:
    document = Document()
    table = document.add_table(2, 1)
    table.cell(0, 0).text = "{%tr for 问题 in 清单 %}"
    table.cell(1, 0).text = "{{ 问题.标题 }}"
    document.add_paragraph("{%p endfor %}")
    path = tmp_path / "template.docx"
    document.save(str(path))
    assert code_of(path) == "template-structure"


@pytest.mark.parametrize(
    "attack",
    [
        "{{ 文字.__class__ }}",
        "{{ 文字.__class__.__mro__[1].__subclasses__() }}",
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{{ lipsum.__globals__['os'].popen('id').read() }}",
        "{{ self.__init__.__globals__ }}",
        "{{ ''.join.__self__ }}",
        "{{ 文字.format(1) }}",
        "{{ '{0.__class__}'.format(文字) }}",
        "{{ 清单.append(1) }}",
        "{{ 公文.update({'标题': '改'}) }}",
        "{{ '甲' * 999999999 }}",
        "{{ 2 ** 99999999 }}",
        "{{ range(999999999)|list }}",
        "{{ 文字|attr('__class__') }}",
        "{% include '/etc/passwd' %}",
        "{% import 'x' as y %}",
        "{% extends 'x' %}",
        "{{ '%999999999d' % 1 }}",
        "{{ joiner() }}",
    ],
)
def test_a_malicious_template_reaches_nothing(tmp_path: Path, attack: str) -> None:
    problems = problems_of(tmp_path, attack)
    assert problems
    assert all(problem.place.file for problem in problems)


def package_with(folder: Path, **extra: bytes) -> Path:
    """A sound template with further parts put in."""
    path = folder / "template.docx"
    Document().save(str(path))
    with zipfile.ZipFile(path, "a") as package:
        for name, content in extra.items():
            package.writestr(name.replace("__", "/"), content)
    return path


def code_of(path: Path) -> str:
    filled = fill(path, "t.docx", VALUES, date(2022, 8, 16))
    assert filled.content is None
    (problem,) = filled.problems
    return problem.code


EXTERNAL = b"<Relationships><Relationship Id='r1' Type='x/%s' Target='%s' TargetMode='External'/></Relationships>"


@pytest.mark.parametrize("kind", [b"attachedTemplate", b"image", b"oleObject"])
def test_a_template_that_refers_to_an_outside_file_is_refused(tmp_path: Path, kind: bytes) -> None:
    path = package_with(tmp_path, **{"word___rels__x.xml.rels": EXTERNAL % (kind, rb"file:///C:\x.dotm")})
    assert code_of(path) == "template-external"


def test_a_template_with_a_macro_is_refused(tmp_path: Path) -> None:
    assert code_of(package_with(tmp_path, **{"word__vbaProject.bin": b"x"})) == "template-macro"


def test_a_template_with_entities_is_refused(tmp_path: Path) -> None:
    bomb = b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"
    assert code_of(package_with(tmp_path, **{"customXml__item9.xml": bomb})) == "template-entities"


def test_a_template_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "template.docx"
    Document().save(str(path))
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/media/x.bin", b"\0" * (101 * 1024 * 1024))
    assert code_of(path) == "template-too-large"


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "template-not-docx"),
        (b"hello", "template-not-docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "template-not-docx"),
    ],
)
def test_a_file_that_is_no_docx_is_refused(tmp_path: Path, raw: bytes, code: str) -> None:
    path = tmp_path / "template.docx"
    path.write_bytes(raw)
    assert code_of(path) == code


def test_a_zip_that_is_no_word_document_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "template.docx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("a.txt", "x")
    assert code_of(path) == "template-not-docx"


def test_a_docx_cut_in_half_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "template.docx"
    Document().save(str(path))
    path.write_bytes(path.read_bytes()[:-2000])
    assert code_of(path) in {"template-not-docx", "template-damaged"}


def test_a_template_that_is_not_there(tmp_path: Path) -> None:
    assert code_of(tmp_path / "template.docx") == "template-missing"


def test_a_word_document_whose_xml_is_broken_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "template.docx"
    Document().save(str(path))
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["word/document.xml"] = parts["word/document.xml"][:-30]
    with zipfile.ZipFile(path, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    assert code_of(path) == "template-damaged"


@pytest.mark.parametrize(
    "paragraph",
    [
        "前文 {%p if 文字 %}",
        "{%p if 文字 %} 后文",
        "甲{#p 注 #}",
        "甲{{r 文字 }}乙",
        "{{p 文字 }}",
        "{%tr for 甲 in 清单 %}",
    ],
)
def test_a_tag_that_would_take_other_text_with_it_is_refused(tmp_path: Path, paragraph: str) -> None:
    problems = problems_of(tmp_path, "第一段", paragraph, "{%p endif %}")
    assert problems[0].code in {"template-structure", "template-tag"}
    assert problems[0].place.paragraph == 2


@pytest.mark.parametrize("slip", ["{{ 文字 }", "{{ 文字", "{% if 文字 %", "{% if 文字", "甲{{ 文字 }}乙{{ 文字 }"])
def test_a_tag_without_its_end_does_not_swallow_what_follows(tmp_path: Path, slip: str) -> None:
    (problem,) = problems_of(tmp_path, "第一段", slip, "后面的章节", "{{ 文字 }}")
    assert (problem.code, problem.place.paragraph, problem.place.text) == ("template-braces", 2, slip)


def test_words_beside_a_row_tag_are_not_lost_in_silence(tmp_path: Path) -> None:
    document = Document()
    table = document.add_table(3, 2)
    table.cell(0, 0).text = "{%tr for 问题 in 清单 %}"
    table.cell(0, 1).text = "这里有字"
    table.cell(1, 0).text = "{{ 问题.标题 }}"
    table.cell(2, 0).text = "{%tr endfor %}"
    path = tmp_path / "template.docx"
    document.save(str(path))
    assert code_of(path) == "template-structure"


@pytest.mark.parametrize(
    "attack",
    [
        "{{ 公文 }}",
        "{{ 清单 }}",
        "{{ 清单|length + 1 }}",
        "{{ 清单|length - 1 }}",
        "{{ -清单|length }}",
        "{% set a = 文字 ~ 文字 %}",
        "{{ 文字 ~ 文字 }}",
        "{% macro a() %}{% endmacro %}",
    ],
)
def test_templates_do_not_compute(tmp_path: Path, attack: str) -> None:
    assert problems_of(tmp_path, attack)[0].code == "template-run"


@pytest.mark.parametrize(
    ("xml", "what"),
    [
        ("<w:ins {ns} w:id='1' w:author='张三'><w:r><w:t>改</w:t></w:r></w:ins>", "修订"),
        ("<w:r {ns}><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r>", "隐藏"),
    ],
)
def test_what_a_reader_does_not_see_must_be_gone(tmp_path: Path, xml: str, what: str) -> None:
    document = Document()
    document.add_paragraph("{{ 文字 }}")._p.append(parse_xml(xml.format(ns=nsdecls("w"))))
    path = tmp_path / "template.docx"
    document.save(str(path))
    filled = fill(path, "t.docx", VALUES, date(2022, 8, 16))
    assert [problem.code for problem in filled.problems] == ["template-traces"]
    assert what in filled.problems[0].message


def test_an_outside_file_hidden_behind_an_entity_or_a_field_is_found(tmp_path: Path) -> None:
    hidden = EXTERNAL.replace(b"External", b"&#69;xternal") % (b"image", b"http://x/y.png")
    assert code_of(package_with(tmp_path, **{"word___rels__x.xml.rels": hidden})) == "template-external"
    document = Document()
    document.add_paragraph("LINK 在正文里只是文字")
    for piece in ("INCLUDE", 'PICTURE "http://x/y.png"'):
        run = f"<w:r {nsdecls('w')}><w:instrText>{piece}</w:instrText></w:r>"
        document.paragraphs[0]._p.append(parse_xml(run))
    path = tmp_path / "field.docx"
    document.save(str(path))
    assert code_of(path) == "template-external"


def test_a_table_without_widths_is_no_obstacle(tmp_path: Path) -> None:
    document = Document()
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "{{ 文字 }}"
    for cell in table._tbl.iter_tcs():
        cell.remove(cell.tcPr)
    row = table.rows[0]._tr.get_or_add_trPr()
    row.append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))
    path = tmp_path / "template.docx"
    document.save(str(path))
    assert fill(path, "t.docx", VALUES, date(2022, 8, 16)).content is not None
