"""Page numbers: their face and form, and that every page has one (7.5)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportgen.anatomy import Document, Drawing, Frame, Paragraph, Role, Run, Section
from reportgen.check.page.flow import begins_page, table_of
from reportgen.check.page.gather import gathered
from reportgen.check.page.kinds_of_form import has_masthead, is_file, is_special
from reportgen.check.page.lengths import size_text
from reportgen.check.page.typeface import is_one_of
from reportgen.check.rule import Case, Flaw, Rule, place_of
from reportgen.errors import Place, Strength
from reportgen.standard import PAGE_NUMBER

_PAGE = re.compile(r"^\s*PAGE\b(?P<switches>.*)$", re.IGNORECASE | re.DOTALL)
_OTHER_DIGITS = re.compile(
    r"\\\*\s*(roman|alphabetic|chinesenum\w*|arabicdash|cardtext|ordtext|circlenum|dbchar)", re.IGNORECASE
)
_LITERAL = re.compile(r"^\s*(第\s*)?[-–—―─－]?\s*[0-9０-９]{1,3}\s*[-–—―─－]?(\s*页.*)?\s*$")
_DASHES = (PAGE_NUMBER.dash, "―", "─", "⸺")
_LINES_OF_A_PAGE, _CHARS_OF_A_LINE = 22, 28


@dataclass(frozen=True, slots=True)
class Number:
    """A paragraph with the page number: in which section, for which pages ("default", "first", "even"), foot or head."""

    paragraph: Paragraph
    field: Run
    section: Section
    pages: str
    in_footer: bool
    frame: Frame | None
    floats: bool
    in_cell: bool


def numbers_of(document: Document) -> tuple[Number, ...]:
    """Every page number that takes effect, by section, pages and place."""
    return tuple(
        number
        for section in document.sections
        for pages in pages_of(document, section)
        for number in _of(document, section, pages)
    )


def pages_of(document: Document, section: Section) -> tuple[str, ...]:
    """The kinds of pages that have headers and footers of their own in a section."""
    kinds = ["default"]
    if document.settings.even_and_odd:
        kinds.append("even")
    if section.title_page:
        kinds.append("first")
    return tuple(kinds)


def _of(document: Document, section: Section, pages: str) -> Iterator[Number]:
    for story, in_footer in ((section.footers, True), (section.headers, False)):
        for paragraph in story.get(pages, ()):
            field = next((run for run in paragraph.shown_runs() if run.field and _PAGE.match(run.field)), None)
            if field is not None:
                frame, floats = _frame(document, paragraph)
                yield Number(paragraph, field, section, pages, in_footer, frame, floats, paragraph.cell is not None)


def _frame(document: Document, paragraph: Paragraph) -> tuple[Frame | None, bool]:
    """Where the paragraph floats, and whether it does."""
    if paragraph.box is not None:
        return _frame_of_box(document.drawings, paragraph), True
    table = table_of(document, paragraph)
    frame = table.frame if table is not None else paragraph.shape.frame
    return frame, frame is not None


def _frame_of_box(drawings: Sequence[Drawing], paragraph: Paragraph) -> Frame | None:
    found = (one for one in drawings if one.number == paragraph.box and one.part == paragraph.part)
    return next((one.frame for one in found), None)


def is_number(paragraph: Paragraph) -> bool:
    """Whether a paragraph of a header or footer is the page number, by a field or as typed digits."""
    fields = any(run.field and _PAGE.match(run.field) for run in paragraph.shown_runs())
    return fields or bool(_LITERAL.match(paragraph.text))


def judge_face(case: Case) -> Iterator[Flaw]:
    """四号 half-width 宋体 digits."""
    yield from gathered(_faces(case), 1)


def _faces(case: Case) -> Iterator[Flaw]:
    for number in _once(numbers_of(case.document)):
        face, points = number.field.letters.face_of("1"), number.field.letters.size_half_pt / 2
        if face is not None and not is_one_of(face, case.norm.song_faces):
            message = f"页码用了{face}，一般用四号半角宋体阿拉伯数字；请改为{case.norm.song_faces[0]}"
            strength: Strength | None = "PRAC" if is_one_of(face, case.norm.western_faces) else None
            yield Flaw(message, place_of(number.paragraph), case.norm.song_faces[0], face, strength)
        if points != case.norm.page_number_pt:
            usual, measured = size_text(case.norm.page_number_pt), size_text(points)
            yield Flaw(f"页码字号是{measured}，一般用{usual}；请改正", place_of(number.paragraph), usual, measured)


def _once(numbers: Sequence[Number]) -> Iterator[Number]:
    """Numbers without those that several sections share."""
    seen: set[tuple[str, int]] = set()
    for number in numbers:
        key = (number.paragraph.part, number.paragraph.number)
        if key not in seen:
            seen.add(key)
            yield number


def judge_form(case: Case) -> Iterator[Flaw]:
    """An Arabic number that counts by itself, with one 一字线 at either side, on every page and without a new start."""
    yield from gathered(_forms(case), 1)
    yield from _presence(case)


def _forms(case: Case) -> Iterator[Flaw]:
    numbers = numbers_of(case.document)
    for number in _once(numbers):
        before, after = _beside(number)
        shown = f"{before}1{after}"
        if _kind_of_digits(number):
            message = "页码应当用半角阿拉伯数字，两边的一字线直接键入；请把页码编号格式改为“1，2，3…”"
            yield Flaw(
                message, place_of(number.paragraph), "— 1 —", number.section.page_number_format or number.field.field
            )
        elif before is not None and not (before in _DASHES and after in _DASHES):
            message = "页码数字左右应当各放一条一字线；请改为“— 1 —”的形式"
            yield Flaw(message, place_of(number.paragraph), "— 1 —", shown)
    yield from _literal(case.document, numbers)


def _beside(number: Number) -> tuple[str | None, str]:
    """What stands before and after the number, without blanks; None where several fields make one number."""
    runs = number.paragraph.shown_runs()
    at = [index for index, run in enumerate(runs) if run.field and _PAGE.match(run.field)]
    if at != list(range(at[0], at[-1] + 1)):
        return None, ""
    before, after = ("".join(run.text for run in part) for part in (runs[: at[0]], runs[at[-1] + 1 :]))
    return "".join(before.split()), "".join(after.split())


def _kind_of_digits(number: Number) -> bool:
    """Whether the number is set to be other than plain Arabic."""
    switches = _PAGE.match(number.field.field or "")
    plain = number.section.page_number_format in (None, "decimal", "none", "decimalHalfWidth")
    return bool(switches and _OTHER_DIGITS.search(switches["switches"])) or not plain


def _literal(document: Document, numbers: Sequence[Number]) -> Iterator[Flaw]:
    numbered = {(number.section.number, number.pages) for number in numbers}
    for section in document.sections:
        for pages in pages_of(document, section):
            if (section.number, pages) in numbered:
                continue
            for paragraph in section.footers.get(pages, ()):
                if _LITERAL.match(paragraph.text) and any(character.isdigit() for character in paragraph.text):
                    message = "页码是直接键入的数字，每一面都会相同；请改为插入页码域"
                    yield Flaw(message, place_of(paragraph), "页码域", paragraph.text.strip())
                    return


def _presence(case: Case) -> Iterator[Flaw]:
    """Every page has its number; the sections after the first numbered one go on (7.5)."""
    document, numbers = case.document, numbers_of(case.document)
    if not numbers:
        if not any(_literal(document, numbers)) and _has_several_pages(document):
            yield Flaw("没有页码；请插入页码，置于版心下边缘之下", Place(), "有页码", "没有")
        return
    numbered = {(number.section.number, number.pages) for number in numbers}
    first = 1 if has_masthead(document) else min(section for section, _ in numbered)
    if any(_literal(document, numbers)):
        return
    for section in document.sections:
        if section.number >= first and section.width_tw <= section.height_tw:
            yield from _missing(document, section, {pages for at, pages in numbered if at == section.number})
    yield from _restarts(document, first)


def _missing(document: Document, section: Section, pages: set[str]) -> Iterator[Flaw]:
    text = _text_of(document, section)
    if not text:
        return
    if "default" not in pages and not ("even" in pages or "first" in pages):
        yield Flaw(
            "这一节没有页码，附件与正文一起装订时页码应当连续编排；请补上页码", place_of(text[0]), "有页码", "没有"
        )
    elif "default" not in pages:
        yield Flaw("单页没有页码；请在单页页脚补上页码", place_of(text[0]), "有页码", "没有")
    elif document.settings.even_and_odd and "even" not in pages:
        yield Flaw("双页没有页码；请在双页页脚补上页码", place_of(text[0]), "有页码", "没有")
    if section.title_page and pages and "first" not in pages and _opens_with_file(document, section):
        yield Flaw("首页没有页码；请在首页页脚补上页码，或取消“首页不同”", place_of(text[0]), "有页码", "没有")


def _opens_with_file(document: Document, section: Section) -> bool:
    return section.number == 1 and is_file(document) and not is_special(document)


def _text_of(document: Document, section: Section) -> list[Paragraph]:
    """What is printed in a section beside the imprint, whose page may go without a number."""
    imprint = (Role.COPIES, Role.PRINTED, Role.IMPRINT_RECIPIENTS)
    return [one for one in document.in_section(section.number) if one.text.strip() and one.role not in imprint]


def _restarts(document: Document, first: int) -> Iterator[Flaw]:
    opening = document.sections[first - 1] if first <= len(document.sections) else None
    if opening is not None and opening.page_number_start == 0 and (text := _text_of(document, opening)):
        message = "页码从0开始，单双页也跟着反了；请把起始页码改为1"
        yield Flaw(message, place_of(text[0]), "起始页码1", "起始页码0")
    for section in document.sections:
        text = [one for one in document.in_section(section.number) if one.text.strip()]
        if section.number > first and section.page_number_start in (0, 1) and text:
            message = "页码在这一节重新编号了；正文和附件一起装订时页码应当连续编排，请设为“续前节”"
            yield Flaw(message, place_of(text[0]), "续前节", f"起始页码{section.page_number_start}")


def _has_several_pages(document: Document) -> bool:
    """Whether the text cannot go on one page."""
    lines = 0.0
    for paragraph in document.paragraphs:
        if paragraph.cell is None and paragraph.box is None:
            lines += max(1, len(paragraph.text) / _CHARS_OF_A_LINE / 1.3)
        if paragraph.text.strip() and lines > 2 and (begins_page(paragraph) or "\f" in paragraph.text.strip("\f")):
            return True
    return lines > 1.5 * _LINES_OF_A_PAGE


RULES = (
    Rule("7.5-page-number-face", "GB/T 9704-2012 7.5", "GEN", "页码一般用四号半角宋体阿拉伯数字", judge_face),
    Rule(
        "7.5-page-number-form", "GB/T 9704-2012 7.5", "MUST",
        "每一面编排页码，数字左右各放一条一字线；附件与正文一起装订时，页码连续编排", judge_form,
    ),
)  # fmt: skip
