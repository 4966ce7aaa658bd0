"""Sheet and margins: clauses 5.1 and 5.2.1, turned pages by clause 8."""

from collections.abc import Iterator

from reportgen.anatomy import Document, Role, Section
from reportgen.check.norm import Norm
from reportgen.check.page.gather import gathered
from reportgen.check.page.lengths import MM_TW, mm, mm_text
from reportgen.check.rule import Case, Flaw, Rule, place_of
from reportgen.errors import Place

_A4_MM = (210.0, 297.0)
_CUT_MM = 0.11
"""Word's own A4 differs from the true one by a twip or two; this is six."""
_ROUNDING_MM = 0.05
_OPENING = (Role.ISSUER_MARK, Role.DOCUMENT_NUMBER, Role.RECIPIENTS)


def _turned(section: Section) -> bool:
    return section.width_tw > section.height_tw


def _is_a4(section: Section) -> bool:
    sides = sorted((mm(section.width_tw), mm(section.height_tw)))
    return all(abs(side - right) <= _CUT_MM for side, right in zip(sides, _A4_MM, strict=True))


def _starts(document: Document) -> dict[int, Place]:
    """Where each section begins."""
    starts: dict[int, Place] = {}
    for paragraph in document.paragraphs:
        if paragraph.section not in starts:
            starts[paragraph.section] = place_of(paragraph)
    return starts


def judge_paper(case: Case) -> Iterator[Flaw]:
    """5.1: every sheet is A4, upright or turned."""
    starts = _starts(case.document)
    yield from gathered(
        Flaw(
            "纸张不是 A4：公文用纸幅面为 210 mm×297 mm，请在页面设置中改为 A4",
            starts.get(section.number, Place()),
            "210.0 mm×297.0 mm",
            f"{mm(section.width_tw):.1f} mm×{mm(section.height_tw):.1f} mm",
        )
        for section in case.document.sections
        if not _is_a4(section)
    )
    yield from _turned_text(case.document, starts)


def _turned_text(document: Document, starts: dict[int, Place]) -> Iterator[Flaw]:
    for number in sorted(turned_text(document)):
        message = "A4 纸横放了；公文只有横排表格可以横放，请在页面设置中把纸张方向改为纵向"
        yield Flaw(message, starts.get(number, Place()), "纵向", "横向")


def turned_text(document: Document) -> frozenset[int]:
    """Turned sections that the document itself opens in, not a table or a picture: only tables may lie across (8)."""
    filled = {table.section for table in document.tables if table.columns > 1}
    parts = {paragraph.number: paragraph.section for paragraph in document.paragraphs}
    pictures = (drawing for drawing in document.drawings if drawing.kind in ("picture", "chart", "ole"))
    filled |= {parts[drawing.paragraph] for drawing in pictures if drawing.paragraph in parts}
    text = {paragraph.section for paragraph in document.paragraphs if paragraph.role in _OPENING}
    across = (section.number for section in document.sections if _turned(section) and _is_a4(section))
    return frozenset(across) & (text - filled)


def judge_margins(case: Case) -> Iterator[Flaw]:
    """5.2.1: 天头, 订口 and 版心 of upright pages; what is off names the margin to put right."""
    starts = _starts(case.document)
    yield from gathered(
        Flaw(message, starts.get(section.number, Place()), expected, measured)
        for section in case.document.sections
        if not _turned(section)
        for message, expected, measured in _margin_faults(section, case.norm)
    )


def _margin_faults(section: Section, norm: Norm) -> Iterator[tuple[str, str, str]]:
    """Message, expected and measured value of each margin that is off, on A4. A gutter is part of 订口."""
    near, far = abs(section.top_tw), abs(section.bottom_tw)
    width, height = (mm(section.width_tw), mm(section.height_tw)) if _is_a4(section) else _A4_MM
    yield from _pair(
        norm,
        ("天头（上边距）", "下边距", "版心高"),
        height,
        mm(near),
        mm(far),
        norm.top_mm,
        norm.type_height_mm,
    )
    gutter = section.gutter_tw
    left = "订口（左边距加装订线）" if gutter else "订口（左边距）"
    yield from _pair(
        norm,
        (left, "右边距", "版心宽"),
        width,
        mm(section.left_tw + gutter),
        mm(section.right_tw),
        norm.left_mm,
        norm.type_width_mm,
    )


def _pair(
    norm: Norm, names: tuple[str, str, str], sheet: float, near: float, far: float, edge: float, extent: float
) -> Iterator[tuple[str, str, str]]:
    """The margin that the standard gives, and the opposite one, which follows from the type area."""
    tolerance = norm.tolerance_mm + _ROUNDING_MM
    near_name, far_name, extent_name = names
    measured, opposite = sheet - near - far, sheet - edge - extent
    near_wrong = abs(near - edge) > tolerance
    if near_wrong:
        message = f"{near_name}应为 {edge:g}±{norm.tolerance_mm:g} mm，现为 {mm_text(near)}，请在页面设置中改正"
        yield message, mm_text(edge), mm_text(near)
    if abs(measured - extent) > tolerance and not (near_wrong and abs(far - opposite) <= tolerance):
        message = (
            f"{extent_name}应为 {extent:g} mm，现为 {mm_text(measured)}；{far_name}现为 {mm_text(far)}，"
            f"请改为 {mm_text(sheet - extent - (edge if near_wrong else near))}"
        )
        yield message, mm_text(extent), mm_text(measured)


def judge_turned_margins(case: Case) -> Iterator[Flaw]:
    """8: turned pages have the type area of the upright ones, turned; odd and even pages may be set either way."""
    norm, starts, text = case.norm, _starts(case.document), turned_text(case.document)
    for section in case.document.sections:
        if section.number not in text and _turned(section) and _is_a4(section) and not _is_turned_right(section, norm):
            measured = (section.top_tw, section.bottom_tw, section.left_tw, section.right_tw)
            yield Flaw(
                "横排页的版心与竖排页不一致：按竖排页转过来，上边距 28 mm、下边距 26 mm（双页相反）、左边距 35 mm、右边距 37 mm",
                starts.get(section.number, Place()),
                f"版心 {norm.type_height_mm:g} mm×{norm.type_width_mm:g} mm",
                "上、下、左、右边距 " + "、".join(mm_text(mm(abs(each))) for each in measured),
            )


def _is_turned_right(section: Section, norm: Norm) -> bool:
    tolerance = (norm.tolerance_mm + _ROUNDING_MM) * MM_TW
    outer, foot = _A4_MM[0] - norm.left_mm - norm.type_width_mm, _A4_MM[1] - norm.top_mm - norm.type_height_mm

    def near(twips: float, *millimetres: float) -> bool:
        return any(abs(abs(twips) - each * MM_TW) <= tolerance for each in millimetres)

    return (
        abs(section.text_width_tw - norm.type_height_mm * MM_TW) <= tolerance
        and abs(section.height_tw - abs(section.top_tw) - abs(section.bottom_tw) - norm.type_width_mm * MM_TW)
        <= tolerance
        and near(section.top_tw, norm.left_mm, outer)
        and near(section.left_tw + section.gutter_tw, foot, norm.top_mm)
    )


RULES = (
    Rule("5.1-paper", "GB/T 9704-2012 5.1", "MUST", "公文用纸采用 A4 型纸，210 mm×297 mm", judge_paper),
    Rule(
        "5.2.1-margins", "GB/T 9704-2012 5.2.1", "MUST", "天头 37±1 mm，订口 28±1 mm，版心 156 mm×225 mm", judge_margins
    ),
    Rule("8-turned-margins", "GB/T 9704-2012 8", "CALC", "横排页的版心是竖排页的版心转过来的", judge_turned_margins),
)
