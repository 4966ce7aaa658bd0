"""Correct official documents in many dialects: what offices with other programs and habits hand in.

`upward()` and `downward()` write whole .docx files in plain WordprocessingML; a `Dialect` says how, never what. All
obey GB/T 9704-2012, so nothing in them may be called an error.
"""

import io
import zipfile
from dataclasses import dataclass
from typing import Literal
from xml.sax.saxutils import escape

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"


@dataclass(frozen=True)
class Faces:
    """The faces of an office's machines."""

    title: str = "方正小标宋简体"
    body: str = "仿宋_GB2312"
    kai: str = "楷体_GB2312"
    hei: str = "黑体"
    song: str = "宋体"


GBK = Faces("方正小标宋_GBK", "方正仿宋_GBK", "方正楷体_GBK", "方正黑体_GBK", "方正书宋_GBK")
WINDOWS = Faces(body="仿宋", kai="楷体")


@dataclass(frozen=True)
class Dialect:
    """How a program or an office writes what the standard asks for."""

    faces: Faces = Faces()
    western: str = "Times New Roman"
    formatting: Literal["styles", "direct", "defaults"] = "styles"
    grid: Literal["exact", "word"] = "exact"
    red_line: Literal["border", "paragraph", "vml", "drawing"] = "border"
    numbering: Literal["typed", "automatic"] = "typed"
    indent: Literal["twips", "characters"] = "twips"
    sealed: bool = True
    imprint: Literal["table", "box", "borders"] = "table"
    field: Literal["simple", "complex"] = "complex"
    dash: str = "— {} —"
    title: Literal["breaks", "paragraphs"] = "breaks"
    split_runs: bool = False
    mark: Literal["spaced", "frame"] = "spaced"


@dataclass(frozen=True)
class Type:
    """The letters of one kind of paragraph."""

    face: str
    size: int
    color: str | None = None


class Writer:
    """Writes paragraphs in one dialect."""

    def __init__(self, dialect: Dialect) -> None:
        self.dialect = dialect
        faces = dialect.faces
        self.types = {
            "body": Type(faces.body, 32), "title": Type(faces.title, 44), "hei": Type(faces.hei, 32), "kai": Type(faces.kai, 32),
            "mark": Type(faces.title, 84, "FF0000"), "imprint": Type(faces.body, 28), "page": Type(faces.song, 28),
        }  # fmt: skip
        self.spacing = 0 if dialect.grid == "word" else -5

    def letters(self, kind: str) -> str:
        """The rPr of a run, as the dialect has it."""
        made = self.types[kind]
        if self.dialect.formatting == "styles" or (self.dialect.formatting == "defaults" and kind == "body"):
            return "" if kind in ("body", "title", "mark", "imprint", "page") else self._letters(made)
        return self._letters(made)

    def _letters(self, made: Type) -> str:
        western = self.dialect.western or made.face
        color = f'<w:color w:val="{made.color}"/>' if made.color else ""
        spacing = f'<w:spacing w:val="{self.spacing}"/>' if made.size == 32 and self.spacing else ""
        return (
            f'<w:rPr><w:rFonts w:hint="eastAsia" w:ascii="{western}" w:hAnsi="{western}" w:eastAsia="{made.face}"/>'
            f'{color}{spacing}<w:sz w:val="{made.size}"/><w:szCs w:val="{made.size}"/></w:rPr>'
        )

    def run(self, text: str, kind: str = "body") -> str:
        """Text in the letters of a kind; tabs and line breaks as such."""
        pieces = [text[:1], text[1:]] if self.dialect.split_runs and len(text) > 1 else [text]
        return "".join(f"<w:r>{self.letters(kind)}{_content(piece)}</w:r>" for piece in pieces)

    def paragraph(
        self, runs: str, kind: str = "body", more: str = "", line: int = 579, style: str | None = None
    ) -> str:
        """A paragraph; `more` is what its pPr says besides lines."""
        named = {"title": "Headline", "mark": "Mark", "imprint": "Imprint", "page": "PageNumber"}.get(style or kind, "")
        styled = f'<w:pStyle w:val="{named}"/>' if self.dialect.formatting == "styles" and named else ""
        exact = f'<w:spacing w:before="0" w:after="0" w:line="{line}" w:lineRule="exact"/>'
        if self.dialect.grid == "word" and line == 579:
            exact = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
        before, between = _split(more)
        return f"<w:p><w:pPr>{styled}{before}{exact}{between}</w:pPr>{runs}</w:p>"

    def blank(self, count: int = 1) -> str:
        """Empty lines."""
        mark = f"<w:rPr>{self.letters('body')[7:-8]}</w:rPr>" if self.letters("body") else ""
        rule = "auto" if self.dialect.grid == "word" else "exact"
        line = 240 if rule == "auto" else 579
        return (
            f'<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="{line}" w:lineRule="{rule}"/>{mark}</w:pPr></w:p>'
            * count
        )

    def indented(
        self, text: str, *, runs: str | None = None, number: tuple[int, int] | None = None, kind: str = "body"
    ) -> str:
        """A paragraph indented two 字; `number` is (list level, list) for automatic numbers."""
        two = (
            '<w:ind w:firstLineChars="200" w:firstLine="420"/>'
            if self.dialect.indent == "characters"
            else '<w:ind w:firstLine="640"/>'
        )
        listed = f'<w:numPr><w:ilvl w:val="{number[0]}"/><w:numId w:val="{number[1]}"/></w:numPr>' if number else ""
        return self.paragraph(runs or self.run(text, kind), more=f"{listed}|{two}")

    def heading(self, level: int, label: str, text: str) -> str:
        """A heading with a typed or an automatic number."""
        kind = ("hei", "kai", "body")[level]
        if self.dialect.numbering == "automatic":
            return self.indented(text, number=(level, 1), kind=kind)
        return self.indented(label + text, kind=kind)

    def masthead(self, number: str, signatory: str | None) -> str:
        """Mark, number and red line."""
        frame = '<w:framePr w:w="8844" w:wrap="notBeside" w:vAnchor="margin" w:hAnchor="margin" w:xAlign="center" w:y="1984"/>|'
        framed = self.dialect.mark == "frame"
        mark = self.paragraph(
            self.run("中共示例市委员会文件", "mark"),
            "mark",
            (frame if framed else "|") + '<w:jc w:val="center"/>',
            1000,
        )
        above = self.blank(5) if framed else self.blank(3)
        if not framed:
            mark = mark.replace('w:before="0"', 'w:before="163"', 1)
        border = (
            '<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="8" w:color="FF0000"/></w:pBdr>'
            if self.dialect.red_line == "border"
            else ""
        )
        if signatory:
            tabs = '<w:tabs><w:tab w:val="left" w:pos="320"/><w:tab w:val="right" w:pos="8524"/></w:tabs>'
            line = self.run(f"\t{number}\t签发人：") + self.run(signatory, "kai")
            shown = self.paragraph(line, more=f'{border}{tabs}|<w:jc w:val="left"/>')
        else:
            shown = self.paragraph(self.run(number), more=f'{border}|<w:jc w:val="center"/>')
        return (mark + above if framed else above + mark + self.blank(2)) + self._with_line(shown)

    def _with_line(self, number: str) -> str:
        """The number with the red line as the dialect draws it."""
        if self.dialect.red_line == "vml":
            line = '<w:r><w:pict><v:line id="红线" from="0,35pt" to="442.2pt,35pt" style="position:absolute" strokecolor="red" strokeweight="1.5pt"/></w:pict></w:r>'
            return number.replace("</w:p>", f"{line}</w:p>")
        if self.dialect.red_line == "drawing":
            return number.replace("</w:p>", f"<w:r>{_DRAWN_LINE}</w:r></w:p>")
        if self.dialect.red_line == "paragraph":
            return number + (
                '<w:p><w:pPr><w:pBdr><w:bottom w:val="single" w:sz="12" w:space="1" w:color="FF0000"/></w:pBdr>'
                '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="exact"/></w:pPr></w:p>'
            )
        return number

    def headline(self, *lines: str) -> str:
        """The title."""
        if self.dialect.title == "paragraphs":
            return "".join(
                self.paragraph(self.run(line, "title"), "title", '|<w:jc w:val="center"/>', 660) for line in lines
            )
        return self.paragraph(self.run("\n".join(lines), "title"), "title", '|<w:jc w:val="center"/>', 660)

    def signed(self, name: str, date: str) -> str:
        """署名 and 成文日期, sealed or not."""
        digits = sum(letter.isdigit() for letter in date)
        date_width = (len(date) - digits) * 315 + digits * 155
        if self.dialect.sealed:
            right = round(1260 + (date_width - len(name) * 315) / 2)
            return self.blank() * 2 + self._right(name, max(right, 0)) + self._right(date, 1260)
        left = 8844 - 630 - len(name) * 315
        return self.blank() + self._left(name, left) + self._left(date, left + 630)

    def _right(self, text: str, indent: int) -> str:
        return self.paragraph(self.run(text), more=f'|<w:ind w:right="{indent}"/><w:jc w:val="right"/>')

    def _left(self, text: str, indent: int) -> str:
        return self.paragraph(self.run(text), more=f'|<w:ind w:left="{indent}"/><w:jc w:val="left"/>')

    def imprint(self, copies: str, office: str, date: str) -> str:
        """版记, at the foot of the last page where the dialect can say so."""
        hanging = '|<w:ind w:left="1120" w:right="280" w:hanging="840"/>'
        sides = '<w:tabs><w:tab w:val="right" w:pos="8564"/></w:tabs>|<w:ind w:left="280" w:right="280"/>'
        first, last = self.run(copies, "imprint"), self.run(f"{office}\t{date}印发", "imprint")
        if self.dialect.imprint == "borders":
            above, below = (
                self.paragraph(runs, "imprint", more, 500) for runs, more in ((first, hanging), (last, sides))
            )
            return _ruled(8) + above + _ruled(6) + below + _ruled(8)
        rows = "".join(
            f'<w:tr><w:tc><w:tcPr><w:tcW w:w="8845" w:type="dxa"/></w:tcPr>{each}</w:tc></w:tr>'
            for each in (self.paragraph(first, "imprint", hanging, 500), self.paragraph(last, "imprint", sides, 500))
        )
        place = '<w:tblpPr w:vertAnchor="margin" w:horzAnchor="page" w:tblpX="1587" w:tblpYSpec="bottom"/>'
        table = (
            f'<w:tbl><w:tblPr>{place if self.dialect.imprint == "table" else ""}<w:tblW w:w="8845" w:type="dxa"/><w:tblBorders>'
            '<w:top w:val="single" w:sz="8" w:space="0" w:color="000000"/><w:bottom w:val="single" w:sz="8" w:space="0" w:color="000000"/>'
            '<w:insideH w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:tblBorders><w:tblCellMar><w:left w:w="0" w:type="dxa"/>'
            f'<w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w="8845"/></w:tblGrid>{rows}</w:tbl>'
        )
        if self.dialect.imprint == "table":
            return f"{table}{self.blank()}"
        return f"<w:p><w:r>{_BOX.format(table)}</w:r></w:p>"

    def page_number(self, side: str) -> str:
        """A footer with the page number at the outer side."""
        before, after = self.dialect.dash.split("{}")
        letters = self.letters("page")
        if self.dialect.field == "simple":
            field = f'<w:fldSimple w:instr=" PAGE "><w:r>{letters}<w:t>1</w:t></w:r></w:fldSimple>'
        else:
            marks = ['<w:fldChar w:fldCharType="begin"/>', '<w:instrText xml:space="preserve"> PAGE  \\* MERGEFORMAT </w:instrText>',
                     '<w:fldChar w:fldCharType="separate"/>', "<w:t>1</w:t>", '<w:fldChar w:fldCharType="end"/>']  # fmt: skip
            field = "".join(f"<w:r>{letters}{mark}</w:r>" for mark in marks)
        runs = self.run(before, "page") + field + self.run(after, "page")
        return self.paragraph(runs, "page", f'|<w:ind w:{side}="280"/><w:jc w:val="{side}"/>', 320)


def _ruled(eighths: int) -> str:
    """An empty paragraph that is nothing but a line as wide as the type area."""
    return (
        f'<w:p><w:pPr><w:pBdr><w:bottom w:val="single" w:sz="{eighths}" w:space="0" w:color="000000"/></w:pBdr>'
        '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>'
    )


def _split(more: str) -> tuple[str, str]:
    """What stands before w:spacing in a pPr, and what after it."""
    before, bar, after = more.partition("|")
    return (before, after) if bar else (more, "")


def _content(text: str) -> str:
    pieces = []
    for number, line in enumerate(text.split("\n")):
        pieces += ["<w:br/>"] if number else []
        for place, part in enumerate(line.split("\t")):
            pieces += ["<w:tab/>"] if place else []
            pieces += [f'<w:t xml:space="preserve">{escape(part)}</w:t>'] if part else []
    return "".join(pieces)


_DRAWN_LINE = (
    '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
    'relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
    '<wp:positionH relativeFrom="margin"><wp:align>center</wp:align></wp:positionH><wp:positionV relativeFrom="paragraph">'
    '<wp:posOffset>440000</wp:posOffset></wp:positionV><wp:extent cx="5616000" cy="0"/><wp:wrapNone/><wp:docPr id="9" name="红线"/>'
    '<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
    '<wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="5616000" cy="0"/></a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
    '<a:ln w="19050"><a:solidFill><a:srgbClr val="FF0000"/></a:solidFill></a:ln></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>'
    "</wp:anchor></w:drawing></mc:Choice></mc:AlternateContent>"
)
_BOX = (
    '<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0" '
    'layoutInCell="1" allowOverlap="0"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="margin"><wp:align>center</wp:align></wp:positionH>'
    '<wp:positionV relativeFrom="margin"><wp:align>bottom</wp:align></wp:positionV><wp:extent cx="5616000" cy="1000000"/><wp:wrapTopAndBottom/>'
    '<wp:docPr id="10" name="版记"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
    '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="5616000" cy="1000000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
    '</a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr><wps:txbx><w:txbxContent>{}<w:p><w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr></w:p></w:txbxContent></wps:txbx>'
    '<wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="b"/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>'
)

_BODY = (
    "按照省委统一部署，省委第七巡视组于2021年9月1日至9月30日对示例市开展了巡视，11月11日反馈了巡视意见。市委坚决扛起整改主体责任，"
    "逐项研究、逐项落实，整改工作取得阶段性成效。",
    "市委把巡视整改作为重大政治任务，先后召开市委常委会5次、书记专题会17次，研究部署整改工作，推动解决重点难点问题。",
    "坚持问题导向，对反馈的28个问题建立台账、挂账销号，明确责任领导、责任单位和完成时限，做到件件有着落、事事有回音。",
    "对责任落实不到位的单位进行约谈提醒，督促举一反三、完善制度，防止同类问题反复发生。",
)


def _text(writer: Writer, chapters: int) -> str:
    """The body: two chapters with headings of three levels, on more than one page."""
    text = writer.indented(_BODY[0])
    for chapter, (label, name) in enumerate((("一、", "整改工作总体情况"), ("二、", "下一步打算"))[:chapters]):
        text += writer.heading(0, label, name)
        for part, (mark, title) in enumerate((("（一）", "提高政治站位"), ("（二）", "压实整改责任"))):
            text += writer.heading(1, mark, title)
            for item in range(1, 3):
                text += writer.heading(2, f"{item}.", ("加强组织领导", "健全工作机制")[item - 1])
                text += "".join(
                    writer.indented(_BODY[(chapter + part + item + turn) % 4])
                    for turn in range(2 if part and item == 2 else 3)
                )
    return text


def upward(dialect: Dialect = Dialect(), chapters: int = 2) -> bytes:
    """A 报告 with 签发人, one 主送机关, 附注 and 版记."""
    writer = Writer(dialect)
    body = writer.masthead("示委〔2022〕15号", "王示例") + writer.blank(2)
    body += writer.headline("中共示例市委员会", "关于省委巡视反馈意见", "整改进展情况的报告") + writer.blank()
    body += writer.paragraph(writer.run("中共示例省委员会：")) + _text(writer, chapters) + writer.indented("特此报告。")
    body += writer.signed("中共示例市委员会", "2022年7月29日")
    body += writer.paragraph(
        writer.run("（联系人：市委整改办；联系电话：0000-1234567）"), more='|<w:ind w:left="640"/>'
    )
    body += writer.imprint(
        "抄送：省委巡视工作领导小组办公室，省纪委监委机关，省委组织部。", "中共示例市委办公室", "2022年7月29日"
    )
    return packed(writer, body)


def downward(dialect: Dialect = Dialect(), chapters: int = 2) -> bytes:
    """A 通知 with two attachments."""
    writer = Writer(dialect)
    body = writer.masthead("示委〔2021〕36号", None) + writer.blank(2)
    body += writer.headline("中共示例市委员会", "关于做好省委巡视反馈意见整改工作的通知") + writer.blank()
    body += writer.paragraph(writer.run("各县（市、区）委，市委各部委，市直各单位党组（党委）："))
    body += _text(writer, chapters) + writer.blank()
    body += writer.paragraph(writer.run("附件：1.问题清单"), more='|<w:ind w:left="1920" w:hanging="1280"/>')
    body += writer.paragraph(writer.run("2.任务清单"), more='|<w:ind w:left="1920" w:hanging="320"/>')
    body += writer.signed("中共示例市委员会", "2021年12月10日")
    for number, name in ((1, "问题清单"), (2, "任务清单")):
        body += writer.paragraph(writer.run(f"附件{number}", "hei"), more="<w:pageBreakBefore/>|") + writer.blank()
        body += writer.headline(name) + writer.blank()
        body += "".join(writer.indented(_BODY[turn]) for turn in (2, 3))
    body += writer.imprint("抄送：省委巡视工作领导小组办公室，省纪委监委机关。", "中共示例市委办公室", "2021年12月10日")
    return packed(writer, body)


def packed(writer: Writer, body: str) -> bytes:
    """The parts as a .docx."""
    grid = (
        '<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-848"/>'
        if writer.dialect.grid == "word"
        else '<w:docGrid w:linePitch="579"/>'
    )
    section = (
        '<w:sectPr><w:footerReference w:type="default" r:id="odd"/><w:footerReference w:type="even" r:id="even"/>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1440" '
        f'w:gutter="0"/>{grid}</w:sectPr>'
    )
    related = "".join(
        f'<Relationship Id="{name}" Type="{KINDS}/{kind}" Target="{file}"/>'
        for name, kind, file in (("styles", "styles", "styles.xml"), ("settings", "settings", "settings.xml"), ("numbering", "numbering", "numbering.xml"),
                                 ("odd", "footer", "footer1.xml"), ("even", "footer", "footer2.xml"))
    )  # fmt: skip
    types = "".join(
        f'<Override PartName="/word/{file}.xml" ContentType="{MAIN}.{kind}+xml"/>'
        for file, kind in (("document", "document.main"), ("styles", "styles"), ("settings", "settings"), ("numbering", "numbering"),
                           ("footer1", "footer"), ("footer2", "footer"))
    )  # fmt: skip
    files = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="main" Type="{KINDS}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{related}</Relationships>',
        "word/document.xml": f"<w:document {NAMES}><w:body>{body}{section}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {NAMES}>{_styles(writer)}</w:styles>",
        "word/settings.xml": f'<w:settings {NAMES}><w:evenAndOddHeaders/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>',
        "word/numbering.xml": f"<w:numbering {NAMES}>{_numbering(writer)}</w:numbering>",
        "word/footer1.xml": f"<w:ftr {NAMES}>{writer.page_number('right')}</w:ftr>",
        "word/footer2.xml": f"<w:ftr {NAMES}>{writer.page_number('left')}</w:ftr>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            package.writestr(name, content)
    return out.getvalue()


def _styles(writer: Writer) -> str:
    """Styles as far as the dialect puts formatting there."""
    body = writer._letters(writer.types["body"]) if writer.dialect.formatting != "direct" else ""
    normal = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:pPr><w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:jc w:val="both"/></w:pPr>{}</w:style>'
    defaults = (
        f"<w:docDefaults><w:rPrDefault>{body}</w:rPrDefault></w:docDefaults>"
        if writer.dialect.formatting == "defaults"
        else "<w:docDefaults/>"
    )
    named = {
        "Headline": ("公文标题", "title"),
        "Mark": ("发文机关标志", "mark"),
        "Imprint": ("版记", "imprint"),
        "PageNumber": ("页码", "page"),
    }
    styles = "".join(
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{each}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>{writer._letters(writer.types[kind])}</w:style>'
        for each, (name, kind) in named.items()
    )
    return (
        defaults
        + normal.format(body if writer.dialect.formatting == "styles" else "")
        + (styles if writer.dialect.formatting == "styles" else "")
    )


def _numbering(writer: Writer) -> str:
    levels = (
        ("chineseCountingThousand", "%1、", "hei"),
        ("chineseCountingThousand", "（%2）", "kai"),
        ("decimal", "%3.", "body"),
    )
    written = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val="nothing"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="0" w:firstLine="640"/></w:pPr>{writer._letters(writer.types[kind])}</w:lvl>'
        for depth, (form, text, kind) in enumerate(levels)
    )
    return f'<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{written}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
