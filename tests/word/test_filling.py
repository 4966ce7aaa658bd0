"""Filling: everything the data says arrives, as real paragraphs, and nothing else does."""

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from hypothesis import given
from hypothesis import strategies as st

from reportgen.word import fill

DATED = date(2022, 8, 16)


def template(folder: Path, *paragraphs: str) -> Path:
    """A template with these paragraphs."""
    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    path = folder / "template.docx"
    document.save(str(path))
    return path


def filled_texts(path: Path, values: dict[str, object]) -> list[str]:
    filled = fill(path, "t.docx", values, DATED)
    assert filled.problems == ()
    assert filled.content is not None
    return [paragraph.text for paragraph in Document(io.BytesIO(filled.content)).paragraphs]


# Line ends are paragraphs (below); surrogates and non-characters are no XML, the reader refuses them.
text_of_any_kind = st.text(
    st.characters(
        min_codepoint=0x20, blacklist_categories=["Cs", "Cc"], blacklist_characters="\ufffe\uffff\u2028\u2029"
    ),
    min_size=1,
)


@given(text=text_of_any_kind)
def test_any_text_arrives_unchanged(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = template(tmp_path_factory.mktemp("t"), "前{{ 标题 }}后")
    assert filled_texts(path, {"标题": text}) == [f"前{text}后"]


@pytest.mark.parametrize(
    "text",
    ["关于<甲>&乙的问题", "{{ 事实.没有 }}", "{% for %}", "{_{ x }_}", "“引号”'\"", "喆赟龘𠮷", "a]]>b", "&amp;lt;"],
)
def test_text_that_looks_like_markup_or_tags_stays_text(tmp_path: Path, text: str) -> None:
    assert filled_texts(template(tmp_path, "{{ 标题 }}"), {"标题": text}) == [text]


def test_a_new_paragraph_is_a_real_one_in_the_same_style(tmp_path: Path) -> None:
    path = tmp_path / "template.docx"
    document = Document()
    document.add_paragraph("整改结果：{{ 进展 }}", style="List Bullet")
    document.save(str(path))
    filled = fill(path, "t.docx", {"进展": "第一段。\a第二段。"}, DATED)
    assert filled.content is not None
    paragraphs = Document(io.BytesIO(filled.content)).paragraphs
    assert [(paragraph.text, paragraph.style and paragraph.style.name) for paragraph in paragraphs] == [
        ("整改结果：第一段。", "List Bullet"),
        ("第二段。", "List Bullet"),
    ]


def test_loops_and_conditions_leave_no_empty_paragraphs(tmp_path: Path) -> None:
    path = template(
        tmp_path,
        "{%p for 问题 in 清单 %}",
        "{{ 问题.标题 }}",
        "{%p if 问题.备注 %}",
        "备注",
        "{%p endif %}",
        "{%p endfor %}",
    )
    issues = [{"标题": "甲", "备注": None}, {"标题": "乙", "备注": "有"}]
    assert filled_texts(path, {"清单": issues}) == ["甲", "乙", "备注"]


def test_a_tag_that_word_split_over_runs_works(tmp_path: Path) -> None:
    path = tmp_path / "template.docx"
    document = Document()
    paragraph = document.add_paragraph()
    for piece in ("{", "{ 公", "文.标", "题 }", "}"):
        paragraph.add_run(piece)
    document.save(str(path))
    assert filled_texts(path, {"公文": {"标题": "通知"}}) == ["通知"]


def test_an_absent_value_prints_nothing(tmp_path: Path) -> None:
    assert filled_texts(template(tmp_path, "（{{ 附注 }}）"), {"附注": None}) == ["（）"]


def test_equal_input_gives_equal_bytes_and_no_trace_of_who_made_the_template(tmp_path: Path) -> None:
    path = template(tmp_path, "{{ 标题 }}")
    made = Document(str(path))
    for name in ("author", "category", "comments", "keywords", "last_modified_by", "subject"):
        setattr(made.core_properties, name, "张三的内部说明")
    made.save(str(path))
    first, second = (fill(path, "t.docx", {"标题": "通知"}, DATED).content for _ in range(2))
    assert first is not None
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as package:
        assert not any("张三".encode() in package.read(name) for name in package.namelist())
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    properties = Document(io.BytesIO(first)).core_properties
    assert (properties.modified, properties.revision) == (properties.created, 1)
    assert properties.created is not None
    assert properties.created.date() == DATED


NUMBERED = (
    "<w:p {ns}><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr>"
    "<w:r><w:t>{text}</w:t></w:r></w:p>"
)


def test_automatic_numbers_start_again_below_each_heading(tmp_path: Path) -> None:
    path = tmp_path / "template.docx"
    document = Document()
    document.add_paragraph("{%p for 问题 in 清单 %}")
    document.add_paragraph("{{ 问题.标题 }}", style="Heading 1")
    document.add_paragraph("{%p for 措施 in 问题.措施 %}")
    document.element.body[-1].addprevious(parse_xml(NUMBERED.format(ns=nsdecls("w"), text="{{ 措施 }}")))
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{%p endfor %}")
    document.save(str(path))
    issues = [{"标题": "甲", "措施": ["一", "二"]}, {"标题": "乙", "措施": ["三", "四"]}]
    content = fill(path, "t.docx", {"清单": issues}, DATED).content
    assert content is not None
    filled = Document(io.BytesIO(content))
    lists = [p._p.pPr.numPr.numId.val for p in filled.paragraphs if p._p.pPr is not None and p._p.pPr.numPr is not None]
    assert lists[0] == lists[1]
    assert lists[2] == lists[3]
    assert lists[0] != lists[2]
    new = [n for n in filled.part.numbering_part.element.num_lst if n.numId == lists[2]]
    assert new[0].xpath("w:lvlOverride/w:startOverride/@w:val") == ["1"]


def test_bookmarks_that_a_loop_copies_get_ids_and_names_of_their_own(tmp_path: Path) -> None:
    path = tmp_path / "template.docx"
    document = Document()
    document.add_paragraph("{%p for 问题 in 清单 %}")
    marked = (
        f"<w:p {nsdecls('w')}><w:bookmarkStart w:id='7' w:name='问题'/><w:r><w:t>{{{{ 问题 }}}}</w:t></w:r>"
        "<w:bookmarkEnd w:id='7'/></w:p>"
    )
    document.element.body[-1].addprevious(parse_xml(marked))
    document.add_paragraph("{%p endfor %}")
    document.save(str(path))
    content = fill(path, "t.docx", {"清单": ["甲", "乙"]}, DATED).content
    assert content is not None
    body = Document(io.BytesIO(content)).element.body
    starts, ends = body.xpath("//w:bookmarkStart"), body.xpath("//w:bookmarkEnd")
    assert [start.get(qn("w:id")) for start in starts] == ["1", "2"]
    assert [end.get(qn("w:id")) for end in ends] == ["1", "2"]
    assert len({start.get(qn("w:name")) for start in starts}) == 2
