"""Parts of the body, the imprint and the page numbers for rules to judge; right by GB/T 9704-2012 until a test changes them."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from reportgen.anatomy import Border, Document, Frame, Paragraph, Role, Run, Section, Table, TabStop
from reportgen.anatomy.model import Cell
from reportgen.check.norm import NATIONAL
from reportgen.check.rule import Case, Flaw, Rule
from reportgen.standard import FONTS, PAGE, PAGE_NUMBER
from tests.check.building import blank, body, document, letters, masthead, paragraph, section

UNSEALED_NAME_TW, UNSEALED_DATE_TW = 5705, 6335
BOTTOM = Frame(y_from="margin", y_align="bottom")
_THICK, _THIN = Border("single", 8, "000000"), Border("single", 6, "000000")


def messages(rules: Iterable[Rule[Case]], judged: Document) -> list[str]:
    """What the rules say of a document."""
    return [flaw.message for flaw in flaws(rules, judged)]


def flaws(rules: Iterable[Rule[Case]], judged: Document) -> list[Flaw]:
    """Every flaw the rules find."""
    return [flaw for rule in rules for flaw in rule.judge(Case(judged, NATIONAL))]


def titled(*titles: Paragraph, blanks: int = 2) -> Document:
    """A document whose title stands below the red line."""
    return document(*masthead(), *(blank() for _ in range(blanks)), *titles, blank(), body())


def headed(*paragraphs: Paragraph) -> Document:
    """Some paragraphs below a title without masthead."""
    return document(paragraph(Role.TITLE, "关于巡视整改进展情况的通报"), blank(), *paragraphs)


def heading(level: int, text: str, **changes: Any) -> Paragraph:
    """A heading of its own, in the face of its level."""
    role = (Role.HEADING_1, Role.HEADING_2, Role.HEADING_3, Role.HEADING_4)[level - 1]
    return paragraph(role, text, level=level, heading_length=len(text), **changes)


def run_in(text: str, rest: str, face: str = FONTS.kai, level: int = 2) -> Paragraph:
    """A paragraph that begins with its heading."""
    return body((Run(text, letters(face)), Run(rest, letters())), level=level, heading_length=len(text))


def unsealed(
    name: str = "中共示例市委员会", date: str = "2022年8月16日", **changes: Any
) -> tuple[Paragraph, Paragraph]:
    """署名 and 成文日期 without seal; `changes` are those of the date."""
    place = {"align": "left", "left_tw": UNSEALED_DATE_TW}
    return (
        paragraph(Role.SIGNATURE, name, align="left", left_tw=UNSEALED_NAME_TW),
        paragraph(Role.DATE_OF_ISSUE, date, **(place | changes)),
    )


def numbered_page(
    side: str = "right", text: str = "— {} —", part: str = "word/footer1.xml", **changes: Any
) -> Paragraph:
    """A footer with the page number."""
    before, _, after = text.partition("{}")
    look = letters(FONTS.song, FONTS.song, size_half_pt=28, spacing_tw=0)
    usual: dict[str, Any] = {
        "align": side, "first_tw": 0, f"{side}_tw": PAGE_NUMBER.edge_tw, "line_tw": PAGE_NUMBER.line_tw,
        "story": "页脚", "part": part, "number": 1,
    }  # fmt: skip
    usual |= changes
    number, field = usual.pop("number"), usual.pop("field", " PAGE ")
    runs = (Run(before, look), Run("1", look, field=field), Run(after, look))
    made = paragraph(Role.PAGE_NUMBER, (one for one in runs if one.text), **usual)
    return replace(made, number=number)


def numbered(odd: Paragraph | None = None, even: Paragraph | None = None, **changes: Any) -> Section:
    """A section with page numbers."""
    footers = {
        "default": (odd or numbered_page(),),
        "even": (even or numbered_page("left", part="word/footer2.xml"),),
    }
    return section(**({"footers": footers} | changes))


def imprint_paragraphs(
    copies: str = "抄送：省委组织部。", printed: str = "中共示例市委办公室\t2022年7月29日印发", **changes: Any
) -> tuple[Paragraph, ...]:
    """抄送 and 印发, as paragraphs of the flow; `changes` are those of both."""
    stops = (TabStop(PAGE.text_width_tw - 280, "right"),)
    return (
        paragraph(Role.COPIES, copies, left_tw=1120, first_tw=-840, **changes),
        paragraph(Role.PRINTED, printed, **({"right_tw": 0, "tabs": stops} | changes)),
    )


def imprint_table(**changes: Any) -> tuple[tuple[Paragraph, ...], Table]:
    """The imprint as a floating table at the foot of the type area; `changes` are fields of Table."""
    rows = tuple(replace(one, cell=Cell(1, row, 1)) for row, one in enumerate(imprint_paragraphs(), 1))
    usual: dict[str, Any] = {
        "borders": {"top": _THICK, "insideH": _THIN, "bottom": _THICK},
        "width_tw": PAGE.text_width_tw, "frame": BOTTOM,
    }  # fmt: skip
    return rows, Table(1, 2, 1, {(1, 1): (), (2, 1): ()}, **(usual | changes))


def with_imprint(*after: Paragraph, **changes: Any) -> Document:
    """A document that ends with the imprint table."""
    rows, table = imprint_table(**changes)
    return document(
        *masthead(), blank(), blank(), paragraph(Role.TITLE, "关于整改的报告"), body(), *rows, *after, tables=(table,)
    )
