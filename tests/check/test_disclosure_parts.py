"""Every part of a package is searched, and none of them can harm the search."""

import struct
import zlib
from collections.abc import Callable

import pytest

from reportgen.check.disclosure import exposure
from tests.check.disclosed import NAMESPACES, PROGRESS, codes, errors, found, package, paragraph, public, zipped

MOBILE = "13800138000"
W = NAMESPACES
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/">{}</cp:coreProperties>'
)
SHEET = '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>{}</t></si></sst>'


def story(element: str, text: str) -> str:
    return f"<w:{element} {W}>{paragraph(text)}</w:{element}>"


def header(text: str) -> bytes:
    body = f'{paragraph("正文。")}<w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="h"/></w:sectPr></w:pPr></w:p>'
    return package(body, {"word/header1.xml": story("hdr", text)}, {"h": ("header", "header1.xml")})


def notes(kind: str, item: str) -> Callable[[str], bytes]:
    def build(text: str) -> bytes:
        content = f'<w:{kind} {W}><w:{item} w:id="2">{paragraph(text)}</w:{item}></w:{kind}>'
        return package(paragraph("正文。"), {f"word/{kind}.xml": content}, {"n": (kind, f"{kind}.xml")})

    return build


def with_part(name: str, template: str = "{}") -> Callable[[str], bytes]:
    return lambda text: package(paragraph("正文。"), {name: template.replace("{}", text)})


def within(markup: str) -> Callable[[str], bytes]:
    return lambda text: package(f"{paragraph('正文。')}<w:p>{markup.replace('{}', text)}</w:p>")


def workbook(text: str) -> bytes:
    inner = zipped({"xl/sharedStrings.xml": SHEET.replace("{}", text)})
    return package(paragraph("正文。"), {"word/embeddings/data.xlsx": inner})


def document_in_workbook(text: str) -> bytes:
    inner = zipped({"word/document.xml": f"<w:document {W}><w:body>{paragraph(text)}</w:body></w:document>"})
    return package(paragraph("正文。"), {"word/embeddings/data.xlsx": zipped({"xl/embeddings/inner.docx": inner})})


def archive_in_compound_file(text: str) -> bytes:
    inner = zipped({"xl/sharedStrings.xml": SHEET.replace("{}", text)})
    return package(
        paragraph("正文。"),
        {"word/embeddings/oleObject1.bin": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + inner},
    )


def old_workbook(text: str) -> bytes:
    return package(
        paragraph("正文。"),
        {
            "word/embeddings/oleObject1.bin": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
            + bytes(504)
            + text.encode("utf-16-le")
            + bytes(64)
        },
    )


def png(text: str) -> bytes:
    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    note = chunk(b"iTXt", b"Comment\x00\x00\x00\x00\x00" + text.encode())
    picture = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", bytes(13)) + note + chunk(b"IEND", b"")
    return package(paragraph("正文。"), {"word/media/image1.png": picture})


def exif(text: str = "", gps: bool = False) -> bytes:
    """A JPEG whose EXIF block has a description and, if asked, a position."""
    raw = text.encode().ljust(5) + b"\x00"
    entries = [struct.pack("<HHII", 0x010E, 2, len(raw), 100)]
    if gps:
        entries.append(struct.pack("<HHII", 0x8825, 4, 1, 60))
    table = struct.pack("<H", len(entries)) + b"".join(entries) + bytes(4)
    place = struct.pack("<H", 1) + struct.pack("<HHII", 2, 5, 3, 90) + bytes(4)
    block = (b"II*\x00" + struct.pack("<I", 8) + table).ljust(60, b"\x00") + place
    segment = b"Exif\x00\x00" + block.ljust(100, b"\x00") + raw
    return b"\xff\xd8\xff\xe1" + struct.pack(">H", len(segment) + 2) + segment + b"\xff\xda\x00\x02\xff\xd9"


def jpeg(text: str) -> bytes:
    return package(paragraph("正文。"), {"word/media/image1.jpg": exif(text)})


BOX = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>'
    "<w:p><w:r><w:t>{}</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
    "</mc:AlternateContent></w:r>"
)
PLACES: dict[str, Callable[[str], bytes]] = {
    "body": lambda text: package(paragraph(text)),
    "table cell": lambda text: package(
        f"<w:tbl><w:tr><w:tc>{paragraph(text)}</w:tc></w:tr></w:tbl>{paragraph('正文。')}"
    ),
    "text box": within(BOX),
    "branch for old programs": within(
        "<w:r><mc:AlternateContent><mc:Choice/><mc:Fallback><w:pict><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    ),
    "content control": within(
        "<w:sdt><w:sdtPr><w:alias w:val='名'/></w:sdtPr><w:sdtContent><w:r><w:t>{}</w:t></w:r></w:sdtContent></w:sdt>"
    ),
    "header": header,
    "header that no section uses": with_part(
        "word/header9.xml", f"<w:hdr {W}><w:p><w:r><w:t>{{}}</w:t></w:r></w:p></w:hdr>"
    ),
    "footnote": notes("footnotes", "footnote"),
    "endnote": notes("endnotes", "endnote"),
    "comment": notes("comments", "comment"),
    "comment nothing refers to": with_part(
        "word/comments.xml",
        f"<w:comments {W}><w:comment w:id='1'><w:p><w:r><w:t>{{}}</w:t></w:r></w:p></w:comment></w:comments>",
    ),
    "inserted text": within("<w:ins w:id='1' w:author='x'><w:r><w:t>{}</w:t></w:r></w:ins>"),
    "deleted text": within("<w:del w:id='1' w:author='x'><w:r><w:delText>{}</w:delText></w:r></w:del>"),
    "moved text": within("<w:moveFrom w:id='1' w:author='x'><w:r><w:t>{}</w:t></w:r></w:moveFrom>"),
    "hidden text": within("<w:r><w:rPr><w:vanish/></w:rPr><w:t>{}</w:t></w:r>"),
    "field code": within(
        "<w:r><w:fldChar w:fldCharType='begin'/><w:instrText>QUOTE \"{}\"</w:instrText><w:fldChar w:fldCharType='end'/></w:r>"
    ),
    "simple field": within("<w:fldSimple w:instr='QUOTE \"{}\"'><w:r><w:t>1</w:t></w:r></w:fldSimple>"),
    "alternative text": within(
        "<w:r><w:drawing><wp:inline><wp:docPr id='1' name='图片' descr='{}'/></wp:inline></w:drawing></w:r>"
    ),
    "title of a picture": within(
        "<w:r><w:drawing><wp:inline><wp:docPr id='1' name='图片' title='{}'/></wp:inline></w:drawing></w:r>"
    ),
    "watermark": within("<w:r><w:pict><v:shape><v:textpath string='{}'/></v:shape></w:pict></w:r>"),
    "bookmark": within("<w:bookmarkStart w:id='1' w:name='{}'/>"),
    "tip of a link": within("<w:hyperlink w:tooltip='{}'><w:r><w:t>链接</w:t></w:r></w:hyperlink>"),
    "title of the file": with_part("docProps/core.xml", CORE.format("<dc:title>{}</dc:title>")),
    "keywords of the file": with_part("docProps/core.xml", CORE.format("<cp:keywords>{}</cp:keywords>")),
    "remarks of the file": with_part("docProps/core.xml", CORE.format("<dc:description>{}</dc:description>")),
    "own property": with_part(
        "docProps/custom.xml",
        "<Properties xmlns='http://schemas.openxmlformats.org/officeDocument/2006/custom-properties'><property name='说明'><lpwstr>{}</lpwstr></property></Properties>",
    ),
    "document variable": with_part(
        "word/settings.xml", f"<w:settings {W}><w:docVars><w:docVar w:name='v' w:val='{{}}'/></w:docVars></w:settings>"
    ),
    "custom XML": with_part("customXml/item1.xml", "<数据><项>{}</项></数据>"),
    "attribute of custom XML": with_part("customXml/item1.xml", "<data value='{}'/>"),
    "cache of a chart": with_part(
        "word/charts/chart1.xml", "<c:chartSpace xmlns:c='urn:c'><c:pt><c:v>{}</c:v></c:pt></c:chartSpace>"
    ),
    "diagram": with_part(
        "word/diagrams/data1.xml",
        "<dgm:dataModel xmlns:dgm='urn:d' xmlns:a='urn:a'><a:p><a:r><a:t>{}</a:t></a:r></a:p></dgm:dataModel>",
    ),
    "building block": with_part(
        "word/glossary/document.xml",
        f"<w:glossaryDocument {W}><w:p><w:r><w:t>{{}}</w:t></w:r></w:p></w:glossaryDocument>",
    ),
    "workbook": workbook,
    "document in a workbook": document_in_workbook,
    "archive in an OLE object": archive_in_compound_file,
    "old workbook": old_workbook,
    "text file": lambda text: package(paragraph("正文。"), {"word/afchunk.txt": text.encode("gbk")}),
    "web page": with_part("word/afchunk.htm", "<html><body><p>{}</p></body></html>"),
    "XML comment": with_part("customXml/item1.xml", "<a><!-- {} --></a>"),
    "comment of a PNG": png,
    "description of a JPEG": jpeg,
}


@pytest.mark.parametrize("place", PLACES)
def test_number_is_found_in_every_part(place: str) -> None:
    assert "D-mobile" in errors(found(PLACES[place](f"联系{MOBILE}办理")))


@pytest.mark.parametrize("place", [place for place in PLACES if place != "bookmark"])
def test_internal_wording_is_found_in_every_part(place: str) -> None:
    assert "D-field" in errors(found(PLACES[place](PROGRESS), public()))


@pytest.mark.parametrize("place", PLACES)
def test_mark_of_secrecy_is_found_in_every_part(place: str) -> None:
    assert "D-classification" in errors(found(PLACES[place]("秘密★10年")))


@pytest.mark.parametrize(
    "place", ["body", "table cell", "header", "title of the file", "alternative text", "custom XML", "bookmark"]
)
def test_harmless_text_is_harmless_in_every_part(place: str) -> None:
    assert codes(found(PLACES[place]("整改进展情况"), public())) == set()


@pytest.mark.parametrize(
    ("place", "named"),
    [
        ("header", "页眉"),
        ("title of the file", "文档属性（docProps/core.xml）"),
        ("workbook", "嵌入文件（word/embeddings/data.xlsx） › xl/sharedStrings.xml"),
        ("custom XML", "自定义XML（customXml/item1.xml）"),
        ("deleted text", "修订中删除的文字"),
        ("hidden text", "隐藏文字"),
        ("comment", "批注"),
        ("cache of a chart", "图表（word/charts/chart1.xml）"),
        ("comment of a PNG", "图片（word/media/image1.png）"),
    ],
)
def test_finding_says_in_which_part(place: str, named: str) -> None:
    finding = next(finding for finding in found(PLACES[place](MOBILE)) if finding.code == "D-mobile")
    assert named in (finding.place.part or "")


@pytest.mark.parametrize("audience", ["社会", "党内"])
@pytest.mark.parametrize(
    "place", ["inserted text", "deleted text", "moved text", "hidden text", "comment", "comment nothing refers to"]
)
def test_what_is_tracked_noted_or_hidden_is_an_error_for_every_audience(place: str, audience: str) -> None:
    assert errors(found(PLACES[place]("随便什么"), exposure(None, audience, None))) == {"D-hidden"}  # type: ignore[arg-type]


def test_tracked_formatting_alone_is_a_warning() -> None:
    raw = package(
        "<w:p><w:r><w:rPr><w:b/><w:rPrChange w:id='1' w:author='x'><w:rPr/></w:rPrChange></w:rPr><w:t>正文。</w:t></w:r></w:p>"
    )
    assert [(each.code, each.severity) for each in found(raw)] == [("D-hidden", "warning")]


def test_white_letters_on_paper_are_a_warning_and_in_a_table_they_are_not() -> None:
    white = paragraph("看不见", '<w:rPr><w:color w:val="FFFFFF"/></w:rPr>')
    assert [(each.code, each.severity) for each in found(package(white))] == [("D-hidden", "warning")]
    assert found(package(f"<w:tbl><w:tr><w:tc>{white}</w:tc></w:tr></w:tbl>")) == []


def test_hidden_paragraph_mark_and_empty_comments_are_nothing() -> None:
    raw = package(
        f"{paragraph('正文。')}<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr></w:p>",
        {"word/comments.xml": f"<w:comments {W}/>"},
    )
    assert found(raw) == []


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("docProps/core.xml", CORE.format("<dc:creator>王小明</dc:creator>")),
        ("docProps/core.xml", CORE.format("<cp:lastModifiedBy>整改办王小明</cp:lastModifiedBy>")),
        ("docProps/app.xml", "<Properties><Company>示例市委办公室</Company></Properties>"),
        ("docProps/app.xml", "<Properties><Manager>李主任</Manager></Properties>"),
        ("docProps/app.xml", "<Properties><Template>C:\\Users\\wang\\整改.dotx</Template></Properties>"),
    ],
)
def test_traces_of_people_in_the_properties_are_warnings_for_society(part: str, content: str) -> None:
    raw = package(paragraph("正文。"), {part: content})
    assert [(each.code, each.severity) for each in found(raw)] == [("D-properties", "warning")]
    assert found(raw, exposure(None, "党内", None)) == []


@pytest.mark.parametrize(
    ("part", "content"),
    [
        (
            "docProps/core.xml",
            CORE.format(
                "<dc:creator>python-docx</dc:creator><cp:lastModifiedBy></cp:lastModifiedBy><cp:revision>3</cp:revision>"
            ),
        ),
        ("docProps/core.xml", CORE.format("<dc:creator>Administrator</dc:creator>")),
        (
            "docProps/app.xml",
            "<Properties><Template>Normal.dotm</Template><Application>WPS Office_11.1.0.12345</Application><Company></Company></Properties>",
        ),
    ],
)
def test_traces_of_programs_are_nothing(part: str, content: str) -> None:
    assert found(package(paragraph("正文。"), {part: content})) == []


def test_person_of_the_list_in_the_properties_is_an_error() -> None:
    raw = package(paragraph("正文。"), {"docProps/core.xml": CORE.format("<dc:creator>赵明远</dc:creator>")})
    assert errors(found(raw, public())) == {"D-person"}


def test_embedded_file_is_a_warning_for_society_and_information_for_the_party() -> None:
    raw = workbook("季度数据")
    assert [(each.code, each.severity) for each in found(raw)] == [("D-embedded", "warning")]
    assert [(each.code, each.severity) for each in found(raw, exposure(None, "党内", None))] == [("D-embedded", "info")]


def test_macros_are_a_warning() -> None:
    raw = package(paragraph("正文。"), {"word/vbaProject.bin": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)})
    assert [(each.code, each.severity) for each in found(raw)] == [("D-embedded", "warning")]


@pytest.mark.parametrize("told", [exif("", gps=True), exif("张三拍摄于办公室")])
def test_what_a_picture_tells_beside_itself_is_a_warning(told: bytes) -> None:
    raw = package(paragraph("正文。"), {"word/media/image1.jpeg": told})
    assert [(each.code, each.severity) for each in found(raw)] == [("D-image", "warning")]


@pytest.mark.parametrize(
    "picture",
    [
        b"",
        b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xff\xda",
        exif("Created with GIMP"),
        exif("x" * 9)[:40],
        b"\x89PNG\r\n\x1a\n\xff\xff",
        b"GIF89a",
    ],
)
def test_plain_and_damaged_pictures_tell_nothing(picture: bytes) -> None:
    raw = package(paragraph("正文。"), {"word/media/a.jpg": picture, "word/media/b.png": picture})
    assert found(raw) == []


@pytest.mark.parametrize(
    ("kind", "target", "severity"),
    [
        ("hyperlink", "http://10.1.2.3/oa", "error"),
        ("hyperlink", "http://192.168.0.8:8080/x", "error"),
        ("hyperlink", "http://oaserver/index.html", "error"),
        ("hyperlink", "https://oa.shilishi.intra/x", "error"),
        ("hyperlink", "file:///C:/Users/wang/整改.docx", "error"),
        ("hyperlink", "\\\\filesrv\\整改\\清单.xlsx", "error"),
        ("hyperlink", "附件1.xlsx", "error"),
        ("image", "file://filesrv/share/logo.png", "error"),
        ("image", "https://example.com/logo.png", "warning"),
        ("attachedTemplate", "file:///C:\\Users\\wang\\公文.dotx", "warning"),
        ("attachedTemplate", "\\\\filesrv\\模板\\公文.dotx", "error"),
    ],
)
def test_links_into_the_house_are_reported(kind: str, target: str, severity: str) -> None:
    raw = package(paragraph("正文。"), links={"x": (kind, target)})
    assert [(each.code, each.severity) for each in found(raw)] == [("D-external", severity)]
    assert [each.severity for each in found(raw, exposure(None, "党内", None))] == ["warning"]


@pytest.mark.parametrize(
    "target", ["https://www.gov.cn/zhengce", "http://www.ccdi.gov.cn", "#_Toc1", "http://sjwz.example.gov.cn:8080/x"]
)
def test_links_to_public_pages_are_fine(target: str) -> None:
    assert found(package(paragraph("正文。"), links={"x": ("hyperlink", target)})) == []


def test_address_of_a_mail_link_is_a_contact() -> None:
    raw = package(paragraph("联系我们"), links={"x": ("hyperlink", "mailto:wang@shilishi.example")})
    assert errors(found(raw, public())) == {"D-contact"}


@pytest.mark.parametrize(
    "written", ["详见http://10.1.2.3/oa/doc。", "保存在\\\\filesrv\\整改\\清单.xlsx。", "见D:\\整改办\\台账.xlsx。"]
)
def test_paths_and_addresses_of_the_house_in_the_text_are_errors(written: str) -> None:
    assert errors(found(package(paragraph(written)))) == {"D-external"}
    assert found(package(paragraph("详见https://www.gov.cn/zhengce。"))) == []


def test_archives_are_opened_three_deep_and_no_deeper() -> None:
    def nested(levels: int) -> bytes:
        inner = zipped({"a.xml": f"<a>{MOBILE}</a>"})
        for _ in range(levels - 1):
            inner = zipped({"inner.zip": inner})
        return package(paragraph("正文。"), {"word/embeddings/a.zip": inner})

    assert "D-mobile" in codes(found(nested(3)))
    assert "D-mobile" not in codes(found(nested(12)))


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04",
        b"PK\x03\x04" + b"\xff" * 999,
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1PK\x03\x04",
        bytes(5000),
        b"\xff\xfe\x00",
    ],
)
def test_damaged_embedded_files_do_no_harm(content: bytes) -> None:
    raw = package(
        paragraph("正文。"), {"word/embeddings/a.xlsx": content, "customXml/item1.xml": content, "word/x.bin": content}
    )
    assert errors(found(raw)) == set()


@pytest.mark.parametrize(
    "content",
    [
        "<" * 100_000,
        "<a " * 50_000,
        "<!--" * 50_000,
        '<a b="' * 50_000,
        "字" * 300_000,
        "1 " * 100_000,
        "<w:instrText>" * 20_000,
        "a@" * 100_000,
        "a=" * 100_000,
    ],
)
def test_damaged_markup_takes_no_longer_than_its_length_allows(content: str) -> None:
    raw = package(paragraph("正文。"), {"customXml/item1.xml": content, "word/header7.xml": content})
    assert errors(found(raw, public())) == set()


def test_card_over_line_breaks_and_number_above_a_word_are_found() -> None:
    broken = "<w:p><w:r><w:t>身份证110105</w:t><w:br/><w:t>19491231</w:t><w:br/><w:t>002X</w:t></w:r></w:p>"
    assert "D-id-number" in errors(found(package(broken)))
    ruby = "<w:p><w:r><w:ruby><w:rt><w:r><w:t>13800138000</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>电话</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>"
    assert "D-mobile" in errors(found(package(ruby)))


def test_rich_text_is_read() -> None:
    told = "".join(f"\\u{ord(letter) if ord(letter) < 0x8000 else ord(letter) - 0x10000}?" for letter in PROGRESS)
    rich = ("{\\rtf1\\ansi " + told + "\\par}").encode()
    assert "D-field" in codes(found(package(parts={"word/chunk.rtf": rich}), public()))


def test_the_usual_template_is_no_trace() -> None:
    linked = package(links={"t": ("attachedTemplate", "Normal.dotm")})
    assert "D-external" not in codes(found(linked))
