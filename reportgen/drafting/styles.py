"""The named styles: what every paragraph of an official document looks like, in one table.

A clerk who wants another look changes a style, not paragraphs. Clause numbers are those of GB/T 9704-2012.
"""

from dataclasses import dataclass

from reportgen.drafting.markup import Shape, Type
from reportgen.drafting.tables import table_styles
from reportgen.standard import (
    FONTS,
    GRID,
    IMPRINT,
    MARK_BEFORE_TW,
    MARK_LINE_TW,
    PAGE,
    PAGE_NUMBER,
    RED,
    RED_LINE,
    SIGNATURE,
    SIZES,
    TITLE_LINE_TW,
)

CHAR = GRID.char_tw
AS_NORMAL, NO_SHAPE = Type(), Shape()
_NUMBER_TW = SIGNATURE.digit_tw + 75  # “1.” in front of the name of an attachment: a digit and a full stop


@dataclass(frozen=True, slots=True)
class Style:
    """A named style. `ident` is what paragraphs refer to, `name` what Word and WPS show."""

    ident: str
    name: str
    type: Type = AS_NORMAL
    shape: Shape = NO_SHAPE
    following: str | None = None
    based_on: str = "Normal"

    def xml(self) -> str:
        following = f'<w:next w:val="{self.following}"/>' if self.following else ""
        return (
            f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{self.ident}"><w:name w:val="{self.name}"/>'
            f'<w:basedOn w:val="{self.based_on}"/>{following}<w:qFormat/>{self.shape.xml()}{self.type.xml()}</w:style>'
        )


def _body(half_pt: int = SIZES.body_half_pt, spacing_tw: int = GRID.char_spacing_tw) -> Type:
    return Type(FONTS.body, FONTS.western, half_pt, spacing_tw)


def _hei(half_pt: int | None = None) -> Type:
    return Type(FONTS.hei, half_pt=half_pt)


BODY = Shape(line_tw=GRID.line_tw, first_tw=2 * CHAR, first_chars=200, align="both")
LINE = GRID.line_tw
_TITLE = Type(FONTS.title, half_pt=SIZES.title_half_pt, spacing_tw=0)
_MARK = Type(FONTS.title, half_pt=SIZES.mark_half_pt, spacing_tw=0, colour=RED)
_RED_LINE = (RED_LINE.weight_eighths, RED_LINE.border_space_pt)
_SEALED_LEFT_TW = PAGE.text_width_tw - 2 * round(SIGNATURE.centre_from_right_tw)
_SEALED = Shape(keep_next=True, line_tw=LINE, left_tw=_SEALED_LEFT_TW, align="center")
_PAGE_NUMBER = Type(FONTS.song, half_pt=SIZES.page_number_half_pt, spacing_tw=0)
_IMPRINT = _body(SIZES.imprint_half_pt, 0)
_TABLE = _body(SIZES.table_half_pt, 0)
_TABLE_LINE_TW = 280


def _heading(level: int) -> Shape:
    return Shape(keep_next=True, line_tw=LINE, first_tw=2 * CHAR, first_chars=200, align="both", level=level)


def _unsealed(right_chars: int, chars: int) -> Shape:
    """7.3.5.2 for a name of so many characters; the program sets the left indent when the name is known."""
    left = PAGE.text_width_tw - (right_chars + chars) * CHAR
    return Shape(keep_next=True, line_tw=LINE, left_tw=left, align="left")


def _listed(first_chars: int, label_tw: int) -> Shape:
    """附件说明 (7.3.4): turn-over lines align with the first character of the name."""
    left = first_chars * CHAR + label_tw
    return Shape(keep_next=True, line_tw=LINE, left_tw=left, first_tw=-label_tw, align="left")


STYLES: tuple[Style, ...] = (
    Style("Blank", "空行", shape=Shape(line_tw=LINE)),
    Style("BlankKept", "空行（与下段同页）", shape=Shape(keep_next=True, line_tw=LINE)),
    Style("SectionEnd", "分节", Type(half_pt=2), Shape(line_tw=14)),
    # 7.2 版头
    Style("CopyNumber", "份号", shape=Shape(line_tw=LINE, align="left")),
    Style("Classification", "密级", _hei(), Shape(line_tw=LINE, align="left")),
    Style("Urgency", "紧急程度", _hei(), Shape(line_tw=LINE, align="left")),
    Style("Mark", "发文机关标志", _MARK, Shape(before_tw=MARK_BEFORE_TW, line_tw=MARK_LINE_TW, align="center")),
    Style("Number", "发文字号", shape=Shape(red_line=_RED_LINE, line_tw=LINE, align="center")),
    Style(
        "NumberUpward",
        "发文字号（上行文）",
        shape=Shape(
            red_line=_RED_LINE,
            tabs=(("left", CHAR), ("right", PAGE.text_width_tw - CHAR)),
            line_tw=LINE,
            align="left",
        ),
    ),
    # 7.3 主体
    Style("Headline", "公文标题", _TITLE, Shape(keep_next=True, line_tw=TITLE_LINE_TW, align="center"), "Blank"),
    Style(
        "HeadlineNewPage",
        "公文标题（另页）",
        shape=Shape(keep_next=True, page_break_before=True, line_tw=TITLE_LINE_TW, align="center"),
        following="Blank",
        based_on="Headline",
    ),
    Style("Recipients", "主送机关", shape=Shape(line_tw=LINE, align="both"), following="BodyText"),
    Style("BodyText", "公文正文", shape=BODY),
    Style(
        "BodyKept",
        "公文正文（与下段同页）",
        shape=Shape(keep_next=True, line_tw=LINE, first_tw=2 * CHAR, first_chars=200, align="both"),
        based_on="BodyText",
    ),
    Style("Heading1", "一级标题", _hei(), _heading(0), "BodyText"),
    Style("Heading2", "二级标题", Type(FONTS.kai, FONTS.western), _heading(1), "BodyText"),
    Style("Heading3", "三级标题", shape=_heading(2), following="BodyText"),
    Style("AttachmentsOnly", "附件说明（单项）", shape=_listed(2, 3 * CHAR)),
    Style("AttachmentsFirst", "附件说明（首项）", shape=_listed(2, 3 * CHAR + _NUMBER_TW)),
    Style("AttachmentsNext", "附件说明（次项）", shape=_listed(5, _NUMBER_TW)),
    Style("SignatureSealed", "署名（盖章）", shape=_SEALED),
    Style("DateSealed", "成文日期（盖章）", shape=_SEALED),
    Style("SignatureUnsealed", "署名（不盖章）", shape=_unsealed(2, 8)),
    Style("DateUnsealed", "成文日期（不盖章）", shape=_unsealed(0, 8)),
    Style("Note", "附注", shape=Shape(line_tw=LINE, first_tw=2 * CHAR, first_chars=200, align="both")),
    Style(
        "AttachmentLabel", "附件标识", _hei(), Shape(True, page_break_before=True, line_tw=LINE, align="left"), "Blank"
    ),
    Style(
        "AttachmentLabelFirst",
        "附件标识（节首）",
        shape=Shape(True, line_tw=LINE, align="left"),
        based_on="AttachmentLabel",
    ),
    Style(
        "AttachmentTitle", "附件标题", _TITLE, Shape(True, line_tw=TITLE_LINE_TW, align="center", level=0), "BodyText"
    ),
    # tables
    Style(
        "TableHead",
        "表头",
        Type(FONTS.hei, half_pt=SIZES.table_half_pt, spacing_tw=0),
        Shape(line_tw=_TABLE_LINE_TW, align="center"),
    ),
    Style("TableText", "表格正文", _TABLE, Shape(line_tw=_TABLE_LINE_TW, align="left")),
    Style("TableCentre", "表格居中", _TABLE, Shape(line_tw=_TABLE_LINE_TW, align="center")),
    # 7.4 版记
    Style(
        "Copies",
        "抄送",
        _IMPRINT,
        Shape(
            line_tw=IMPRINT.line_tw,
            left_tw=IMPRINT.margin_tw + IMPRINT.hanging_tw,
            right_tw=IMPRINT.margin_tw,
            first_tw=-IMPRINT.hanging_tw,
            align="left",
        ),
    ),
    Style(
        "Printed",
        "印发",
        _IMPRINT,
        Shape(
            tabs=(("right", IMPRINT.width_tw - IMPRINT.margin_tw),),
            line_tw=IMPRINT.line_tw,
            left_tw=IMPRINT.margin_tw,
            align="left",
        ),
    ),
    # 7.5 页码
    Style(
        "PageOdd",
        "页码（单）",
        _PAGE_NUMBER,
        Shape(line_tw=PAGE_NUMBER.line_tw, right_tw=PAGE_NUMBER.edge_tw, align="right"),
    ),
    Style(
        "PageEven",
        "页码（双）",
        _PAGE_NUMBER,
        Shape(line_tw=PAGE_NUMBER.line_tw, left_tw=PAGE_NUMBER.edge_tw, align="left"),
    ),
    Style("PageTurnedOdd", "页码（横排单）", _PAGE_NUMBER, Shape(line_tw=PAGE_NUMBER.line_tw, align="right")),
    Style("PageTurnedEven", "页码（横排双）", _PAGE_NUMBER, Shape(line_tw=PAGE_NUMBER.line_tw, align="left")),
)

_CHARACTER_STYLES = (
    ("RunInHeading", "段内二级标题", Type(FONTS.kai, FONTS.western)),
    ("Signatory", "签发人姓名", Type(FONTS.kai, FONTS.western)),
)

_NORMAL_SHAPE = (
    '<w:pPr><w:widowControl w:val="0"/><w:kinsoku/><w:overflowPunct/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
    f'<w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="{LINE}" w:lineRule="exact"/>'
    '<w:jc w:val="both"/></w:pPr>'
)

_TABLE_STYLES = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
    '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
)


def styles_xml() -> str:
    """The part word/styles.xml."""
    normal_type = _body().xml()
    language = '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
    defaults = normal_type.replace("</w:rPr>", f"{language}</w:rPr>")
    characters = "".join(
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{ident}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/>{kind.xml()}</w:style>'
        for ident, name, kind in _CHARACTER_STYLES
    )
    return (
        f"<w:docDefaults><w:rPrDefault>{defaults}</w:rPrDefault><w:pPrDefault>{_NORMAL_SHAPE}</w:pPrDefault>"
        '</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        f"<w:qFormat/>{_NORMAL_SHAPE}{normal_type}</w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
        f"{_TABLE_STYLES}{table_styles()}{''.join(style.xml() for style in STYLES)}{characters}"
    )
