"""Documents for rules to judge, made by hand: everything is right by GB/T 9704-2012 until a test changes it."""

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from typing import Any

from reportgen.anatomy import Border, Document, Drawing, Letters, Paragraph, Role, Run, Section, Settings, Shape, Table
from reportgen.check.norm import NATIONAL, Norm
from reportgen.check.rule import Case, Rule, apply
from reportgen.errors import Finding
from reportgen.standard import (
    FONTS,
    GRID,
    IMPRINT,
    LANDSCAPE,
    MARK_BEFORE_TW,
    MARK_LINE_TW,
    PAGE,
    RED,
    RED_LINE,
    SIGNATURE,
    SIZES,
    TITLE_LINE_TW,
)

CHAR, LINE = GRID.char_tw, GRID.line_tw
SENTENCE = "各责任单位要对照反馈意见逐条研究，明确整改目标、整改措施和完成时限，确保条条要整改、件件有着落。"


def letters(face: str = FONTS.body, western: str = FONTS.western, **changes: Any) -> Letters:
    """Letters of the body: 三号仿宋, black, set so that 28 go into a line."""
    faces = {"eastAsia": face, "ascii": western, "hAnsi": western, "cs": western}
    usual: dict[str, Any] = {"faces": faces, "size_half_pt": SIZES.body_half_pt, "spacing_tw": GRID.char_spacing_tw}
    return Letters(**(usual | changes))


_RED_LINE = {"bottom": Border("single", RED_LINE.weight_eighths, RED, RED_LINE.border_space_pt)}
_BODY = Shape("公文正文", "both", first_tw=2 * CHAR, line_tw=LINE, line_rule="exact", snap_to_grid=False)
_PLAIN = replace(_BODY, align="left", first_tw=0)
_CENTRED = replace(_PLAIN, align="center")
_TABLE = replace(_PLAIN, line_tw=280)
_SEALED = replace(_CENTRED, left_tw=PAGE.text_width_tw - 2 * round(SIGNATURE.centre_from_right_tw))
_IMPRINT = replace(_PLAIN, line_tw=IMPRINT.line_tw, left_tw=IMPRINT.margin_tw, right_tw=IMPRINT.margin_tw)
_TITLE = letters(FONTS.title, size_half_pt=SIZES.title_half_pt, spacing_tw=0)
_SMALL = letters(size_half_pt=SIZES.imprint_half_pt, spacing_tw=0)
_CELL = letters(size_half_pt=SIZES.table_half_pt, spacing_tw=0)

USUAL: dict[Role, tuple[Shape, Letters]] = {
    Role.COPY_NUMBER: (_PLAIN, letters()),
    Role.CLASSIFICATION: (_PLAIN, letters(FONTS.hei)),
    Role.URGENCY: (_PLAIN, letters(FONTS.hei)),
    Role.ISSUER_MARK: (
        replace(_CENTRED, before_tw=MARK_BEFORE_TW, line_tw=MARK_LINE_TW),
        letters(FONTS.title, size_half_pt=SIZES.mark_half_pt, spacing_tw=0, color=RED),
    ),
    Role.DOCUMENT_NUMBER: (replace(_CENTRED, borders=_RED_LINE), letters()),
    Role.TITLE: (replace(_CENTRED, line_tw=TITLE_LINE_TW), _TITLE),
    Role.RECIPIENTS: (replace(_PLAIN, align="both"), letters()),
    Role.HEADING_1: (_BODY, letters(FONTS.hei)),
    Role.HEADING_2: (_BODY, letters(FONTS.kai)),
    Role.ATTACHMENT_NOTE: (replace(_PLAIN, left_tw=5 * CHAR, first_tw=-3 * CHAR), letters()),
    Role.SIGNATURE: (_SEALED, letters()),
    Role.DATE_OF_ISSUE: (_SEALED, letters()),
    Role.ATTACHMENT_LABEL: (replace(_PLAIN, page_break_before=True), letters(FONTS.hei)),
    Role.ATTACHMENT_TITLE: (replace(_CENTRED, line_tw=TITLE_LINE_TW), _TITLE),
    Role.COPIES: (_IMPRINT, _SMALL),
    Role.IMPRINT_RECIPIENTS: (_IMPRINT, _SMALL),
    Role.PRINTED: (_IMPRINT, _SMALL),
    Role.TABLE_HEAD: (replace(_TABLE, align="center"), letters(FONTS.hei, size_half_pt=21, spacing_tw=0)),
    Role.TABLE_TEXT: (_TABLE, _CELL),
    Role.BLANK: (_PLAIN, letters()),
    Role.RED_LINE: (replace(_PLAIN, borders=_RED_LINE), letters()),
}
"""Shape and letters of each part of a document; a part that is missing here looks like the body."""

_LETTERS = {field.name for field in fields(Letters)} - {"shading"}
_SHAPE = {field.name for field in fields(Shape)}


def paragraph(role: Role, content: str | Iterable[Run] = "", /, **changes: Any) -> Paragraph:
    """A paragraph of a role. `changes` are fields of Letters, Shape or Paragraph (shading is that of the Shape), or `face`."""
    shape, usual = USUAL.get(role, (_BODY, letters()))
    face = changes.pop("face", None)
    of_letters = {name: changes.pop(name) for name in tuple(changes) if name in _LETTERS}
    of_shape = {name: changes.pop(name) for name in tuple(changes) if name in _SHAPE}
    if face is not None:
        of_letters["faces"] = {**usual.faces, "eastAsia": face}
    look = replace(usual, **of_letters)
    runs = (Run(content, look),) if isinstance(content, str) and content else tuple(content or ())  # type: ignore[arg-type]
    made = Paragraph(0, runs, replace(shape, **of_shape), mark_letters=look, role=role, **changes)
    shown = made.label + "".join(run.text for run in made.shown_runs())
    return made if "text" in changes else replace(made, text=shown)


def run(text: str, face: str = FONTS.body, **changes: Any) -> Run:
    """A run in the letters of the body; `changes` are fields of Letters."""
    return Run(text, letters(face, **changes))


def body(content: str | Iterable[Run] = SENTENCE, /, **changes: Any) -> Paragraph:
    """A paragraph of the body."""
    return paragraph(Role.BODY, content, **changes)


def blank(**changes: Any) -> Paragraph:
    """An empty line."""
    return paragraph(Role.BLANK, **changes)


def masthead(**changed: Paragraph | None) -> tuple[Paragraph, ...]:
    """份号 to 发文字号 with the red line. Put another paragraph for copy_number, classification, urgency, mark or number."""
    usual: dict[str, Paragraph | None] = {
        "copy_number": paragraph(Role.COPY_NUMBER, "000012"),
        "classification": paragraph(Role.CLASSIFICATION, "秘密★1年"),
        "urgency": paragraph(Role.URGENCY, "加急"),
        "mark": paragraph(Role.ISSUER_MARK, "中共示例市委员会文件"),
        "first_blank": blank(),
        "second_blank": blank(),
        "number": paragraph(Role.DOCUMENT_NUMBER, "示例委〔2022〕15号"),
    }
    return tuple(part for part in (usual | changed).values() if part is not None)


def main_part(*content: Paragraph) -> tuple[Paragraph, ...]:
    """标题 to 成文日期 around some content; a sentence where none is given."""
    return (
        blank(),
        blank(),
        paragraph(Role.TITLE, "关于巡视反馈意见整改落实情况的报告"),
        blank(),
        paragraph(Role.RECIPIENTS, "省委："),
        *(content or (body(),)),
        blank(),
        blank(),
        paragraph(Role.SIGNATURE, "中共示例市委员会"),
        paragraph(Role.DATE_OF_ISSUE, "2022年8月16日"),
    )


def section(**changes: Any) -> Section:
    """A section of upright pages."""
    usual: dict[str, Any] = {
        "number": 1,
        "width_tw": PAGE.width_tw,
        "height_tw": PAGE.height_tw,
        "top_tw": PAGE.top_tw,
        "right_tw": PAGE.right_tw,
        "bottom_tw": PAGE.bottom_tw,
        "left_tw": PAGE.left_tw,
        "header_tw": PAGE.header_tw,
        "footer_tw": PAGE.footer_tw,
        "line_pitch_tw": LINE,
    }
    return Section(**(usual | changes))


def turned(**changes: Any) -> Section:
    """A section of turned pages (clause 8)."""
    sheet = {
        "width_tw": LANDSCAPE.width_tw,
        "height_tw": LANDSCAPE.height_tw,
        "top_tw": LANDSCAPE.top_tw,
        "right_tw": LANDSCAPE.right_tw,
        "bottom_tw": LANDSCAPE.bottom_tw,
        "left_tw": LANDSCAPE.left_tw,
        "landscape": True,
    }
    return section(**(sheet | changes))


def document(
    *paragraphs: Paragraph,
    sections: Iterable[Section] | None = None,
    tables: Iterable[Table] = (),
    drawings: Iterable[Drawing] = (),
    others: Iterable[Paragraph] = (),
    settings: Settings | None = None,
    parts: Mapping[str, bytes] | None = None,
) -> Document:
    """A document of these paragraphs, which are numbered from 1."""
    return Document(
        "公文.docx",
        tuple(replace(one, number=number) for number, one in enumerate(paragraphs, 1)),
        tuple(others),
        tuple(tables),
        tuple(drawings),
        tuple(sections) if sections is not None else (section(),),
        settings or Settings(even_and_odd=True),
        parts or {},
    )


def official(*content: Paragraph, **changes: Any) -> Document:
    """A whole official document around some content of the body; `changes` as for `document`."""
    return document(*masthead(), *main_part(*content), **changes)


def findings(rules: Iterable[Rule[Case]], judged: Document, norm: Norm = NATIONAL) -> list[Finding]:
    """What the rules find in a document."""
    return list(apply(tuple(rules), Case(judged, norm), norm.switched_off))


def codes(rules: Iterable[Rule[Case]], judged: Document, norm: Norm = NATIONAL) -> list[str]:
    """The codes of what the rules find in a document."""
    return [finding.code for finding in findings(rules, judged, norm)]
