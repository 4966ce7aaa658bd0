"""More correct documents: other forms of official documents, and the markup of other programs."""

from collections.abc import Callable

from lxml import etree

from tests.corpus.editing import Docx, W, w
from tests.corpus.official import NAMES, Dialect, Writer, downward, packed, upward

DIRECT = Dialect(formatting="direct")
CENTRED = '|<w:jc w:val="center"/>'
SAID = (
    "各责任单位要对照反馈意见逐条研究，明确整改目标、整改措施和完成时限，做到件件有着落、事事有回音。",
    "对责任落实不到位的单位进行约谈提醒，督促举一反三、完善制度，防止同类问题反复发生。",
)


def headed(writer: Writer, number: str, *title: str, to: str) -> str:
    """Masthead, title and recipients."""
    opening = writer.masthead(number, None) + writer.blank(2) + writer.headline(*title) + writer.blank()
    return opening + (writer.paragraph(writer.run(to)) if to else "")


def talk(writer: Writer) -> str:
    """A body with two chapters."""
    parts = (
        writer.heading(0, label, name) + writer.indented(SAID[1])
        for label, name in (("一、", "总体要求"), ("二、", "有关要求"))
    )
    return writer.indented(SAID[0]) + "".join(parts)


def ending(writer: Writer) -> str:
    signed = writer.signed("中共示例市委员会", "2022年7月29日")
    return signed + writer.imprint("抄送：省纪委监委机关。", "中共示例市委办公室", "2022年7月29日")


def classified_and_urgent() -> bytes:
    """份号, 密级 and 紧急程度 in the first three lines."""
    writer = Writer(DIRECT)
    opening = headed(writer, "示委〔2022〕9号", "中共示例市委员会", "关于做好整改工作的通知", to="各县（市、区）委：")
    above = writer.blank(3)
    assert opening.startswith(above)
    notices = (("000012", "body"), ("机密★3年", "hei"), ("特急", "hei"))
    top = "".join(writer.paragraph(writer.run(text, kind)) for text, kind in notices)
    return packed(writer, top + opening[len(above) :] + talk(writer) + ending(writer))


def joint_unsealed() -> bytes:
    """Two issuers, one below the other, unsealed."""
    writer = Writer(Dialect(formatting="direct", sealed=False))
    title = ("中共示例市委员会", "示例市人民政府", "关于做好整改工作的通知")
    opening = headed(writer, "示委〔2022〕9号", *title, to="各县（市、区）委、人民政府：")
    left = 8844 - 630 - 8 * 315
    signed = ((title[0], left), (title[1], left), ("2022年7月29日", left + 630))
    lines = "".join(
        writer.paragraph(writer.run(text), more=f'|<w:ind w:left="{at}"/><w:jc w:val="left"/>') for text, at in signed
    )
    return packed(writer, opening + talk(writer) + writer.blank() + lines)


def minutes() -> bytes:
    """纪要 (10.3): a number without 机关代字, no recipients, no signature, those present at the end."""
    writer = Writer(DIRECT)
    opening = writer.masthead("〔2022〕9号", None).replace("中共示例市委员会文件", "示例市委常委会会议纪要")
    present = "".join(
        writer.paragraph(writer.run(label, "hei") + writer.run(names), more='|<w:ind w:left="1600" w:hanging="960"/>')
        for label, names in (("出席：", "王示例，李示例，赵示例"), ("请假：", "孙示例"), ("列席：", "周示例，吴示例"))
    )
    imprint = writer.imprint("分送：市委常委，市人大常委会、市政府办公室。", "中共示例市委办公室", "2022年7月29日")
    return packed(writer, opening + writer.blank(2) + talk(writer) + writer.blank() + present + imprint)


def order() -> bytes:
    """命令 (10.2): the mark 20 mm below the type area's edge, 第…号, signed in a hand."""
    writer = Writer(DIRECT)
    frame = (
        '<w:framePr w:w="8844" w:wrap="notBeside" w:vAnchor="margin" w:hAnchor="margin" w:xAlign="center" w:y="1134"/>'
    )
    mark = writer.paragraph(writer.run("示例市人民政府令", "mark"), "mark", frame + CENTRED, 1000)
    number = writer.paragraph(writer.run("第12号"), more=CENTRED)
    text = writer.indented("《示例市城市管理办法》已经市人民政府第8次常务会议通过，现予公布，自2022年9月1日起施行。")
    signed = "".join(
        writer.paragraph(writer.run(line), more='|<w:ind w:right="1260"/><w:jc w:val="right"/>')
        for line in ("市　长　王示例", "2022年7月29日")
    )
    return packed(writer, mark + writer.blank(4) + number + writer.blank(2) + text + writer.blank(2) + signed)


def recipients_in_the_imprint() -> bytes:
    """主送 above 抄送 in the imprint, with no line between (7.4.2)."""
    writer = Writer(DIRECT)
    opening = headed(writer, "示委〔2022〕9号", "中共示例市委员会", "关于做好整改工作的通知", to="")
    hanging = '|<w:ind w:left="1120" w:right="280" w:hanging="840"/>'
    copies = writer.paragraph(writer.run("抄送：省纪委监委机关。", "imprint"), "imprint", hanging, 500)
    imprint = writer.imprint("主送：各县（市、区）委，市委各部委。", "中共示例市委办公室", "2022年7月29日")
    cell, closing, rest = imprint.partition("</w:tc>")
    signed = writer.signed("中共示例市委员会", "2022年7月29日")
    return packed(writer, opening + talk(writer) + signed + cell + copies + closing + rest)


def page_number_in_a_frame() -> bytes:
    """The page number framed at the outer edge, as Word's own command puts it."""
    writer, docx = Writer(DIRECT), Docx(upward(DIRECT))
    frame = '<w:pPr><w:framePr w:wrap="around" w:vAnchor="text" w:hAnchor="margin" w:xAlign="outside" w:y="1"/>'
    for name, side in (("footer1", "right"), ("footer2", "left")):
        number = writer.page_number(side).replace("<w:pPr>", frame, 1)
        docx.files[f"word/{name}.xml"] = f"<w:ftr {NAMES}>{number}<w:p/></w:ftr>".encode()
    return docx.saved()


def mirrored_with_a_gutter() -> bytes:
    """28 mm at the spine as a margin and a gutter, turned about on even pages."""
    docx = Docx(downward(DIRECT))
    docx.section("pgMar", left="1304", gutter="284")
    docx.part("word/settings.xml").insert(0, etree.Element(w("mirrorMargins")))
    return docx.saved()


def markup_of_word() -> bytes:
    """Revision ids, bookmarks, proofing marks, smart tags and content controls wherever Word puts them."""
    docx = Docx(upward(DIRECT))
    for number, paragraph in enumerate(list(docx.paragraphs())):
        paragraph.set(w("rsidR"), "00A1B2C3")
        runs = paragraph.findall(w("r"))
        if runs:
            runs[0].addprevious(etree.Element(w("bookmarkStart"), {w("id"): str(number), w("name"): f"_Toc{number}"}))
            runs[-1].addnext(etree.Element(w("bookmarkEnd"), {w("id"): str(number)}))
            runs[0].addprevious(etree.Element(w("proofErr"), {w("type"): "spellStart"}))
            _wrapped(runs[0], _WRAPPERS[number % len(_WRAPPERS)])
    return docx.saved()


_WRAPPERS = (
    f'<w:smartTag xmlns:w="{W}" w:uri="urn:schemas" w:element="date"/>',
    f'<w:sdt xmlns:w="{W}"><w:sdtPr><w:text/></w:sdtPr><w:sdtContent/></w:sdt>',
    f'<w:hyperlink xmlns:w="{W}" w:anchor="_Toc1"/>',
)


def _wrapped(run: etree._Element, wrapper: str) -> None:
    outer = etree.fromstring(wrapper)
    run.addprevious(outer)
    (outer.find(w("sdtContent")) if outer.tag == w("sdt") else outer).append(run)


MORE: dict[str, Callable[[], bytes]] = {
    "classified and urgent": classified_and_urgent,
    "joint document unsealed": joint_unsealed,
    "minutes": minutes,
    "order": order,
    "recipients in the imprint": recipients_in_the_imprint,
    "page number in a frame": page_number_in_a_frame,
    "mirrored margins with a gutter": mirrored_with_a_gutter,
    "markup of Word": markup_of_word,
}
"""Each by what it shows."""
