"""Face and place of the title: clause 7.3.1."""

from collections.abc import Iterator, Sequence

from reportgen.anatomy import Document, Paragraph, Role, Section
from reportgen.check.norm import Norm
from reportgen.check.page.flow import Flow, blocks, flow_of
from reportgen.check.page.kinds_of_form import is_special
from reportgen.check.page.lengths import mm, mm_text, size_text
from reportgen.check.page.lines import line_box
from reportgen.check.page.stretches import Stretch, has_han, section_of, stretches
from reportgen.check.page.typeface import is_one_of
from reportgen.check.rule import Case, Flaw, Rule, place_of

_OFF_CENTRE_TW = 160
_UNDER_BORDER = (1.5, 2.6)
_UNDER_DRAWN_LINE = (1.4, 3.6)
"""A drawn red line may or may not take an empty line of its own."""
_ALIGNED = {"left": "左对齐", "right": "右对齐", "both": "两端对齐"}
_MASTHEAD = (Role.DOCUMENT_NUMBER, Role.SIGNATORY, Role.RED_LINE, Role.ISSUER_MARK)


def titles(document: Document) -> Iterator[tuple[Paragraph, ...]]:
    """Each title with all its paragraphs: the document's own, and that of a text it issues."""
    yield from blocks(document.paragraphs, Role.TITLE)


def judge_face(case: Case) -> Iterator[Flaw]:
    """7.3.1: 二号小标宋, not made bold; the titles of attachments are set alike (7.3.7)."""
    for block in blocks(case.document.paragraphs, Role.TITLE, Role.ATTACHMENT_TITLE):
        what = block[0].role.value
        chinese = [stretch for paragraph in block for stretch in stretches(paragraph) if has_han(stretch.text)]
        yield from _wrong_face(chinese, what, case.norm)
        yield from _wrong_size(chinese, what, case.norm)
        bold = next((stretch for stretch in chinese if stretch.letters.bold), None)
        if bold:
            yield Flaw(f"{what}加粗了；小标宋体本身已够粗，请取消加粗", bold.place, "不加粗", "加粗")


def _wrong_face(chinese: Sequence[Stretch], what: str, norm: Norm) -> Iterator[Flaw]:
    for stretch in chinese:
        face = stretch.letters.faces.get("eastAsia")
        if face is not None and not is_one_of(face, norm.title_faces):
            usual = norm.title_faces[0]
            yield Flaw(f"{what}用了{face}，一般用小标宋体；请改为{usual}", stretch.place, usual, face)
            return


def _wrong_size(chinese: Sequence[Stretch], what: str, norm: Norm) -> Iterator[Flaw]:
    for stretch in chinese:
        points = stretch.letters.size_half_pt / 2
        if points != norm.title_pt and not _is_side_line(stretch.paragraph):
            usual, measured = size_text(norm.title_pt), size_text(points)
            yield Flaw(f"{what}字号是{measured}，一般用{usual}；请改正", stretch.place, usual, measured)
            return


def _is_side_line(paragraph: Paragraph) -> bool:
    """A subtitle, or the note in brackets under the title of a resolution or draft."""
    return paragraph.text.strip().startswith(("—", "（", "(", "〔"))


def judge_place(case: Case) -> Iterator[Flaw]:
    """7.3.1: centred, and two empty lines below the red line where there is one."""
    document, flow = case.document, flow_of(case.document)
    for block in titles(document):
        for paragraph in block:
            section = section_of(document, paragraph)
            if section and flow.in_line(paragraph):
                yield from _off_centre(paragraph, section)
    yield from _gap_to_red_line(document, flow)


def _off_centre(paragraph: Paragraph, section: Section) -> Iterator[Flaw]:
    shape, message = paragraph.shape, "标题没有居中；请设为居中对齐，并清除缩进和前面的空格"
    if shape.align == "distribute" or "\t" in paragraph.text:
        return
    if shape.align != "center":
        box = line_box(paragraph, section)
        if box is None or not box.centre.near(section.text_width_tw / 2, 2 * _OFF_CENTRE_TW):
            yield Flaw(message, place_of(paragraph), "居中", _ALIGNED.get(shape.align))
        return
    shift = (shape.left_tw + shape.first_tw - shape.right_tw) / 2
    if abs(shift) > _OFF_CENTRE_TW:
        measured = f"偏{'右' if shift > 0 else '左'} {mm_text(mm(abs(shift)))}"
        yield Flaw(message, place_of(paragraph), "居中", measured)


def _gap_to_red_line(document: Document, flow: Flow) -> Iterator[Flaw]:
    title = document.first(Role.TITLE)
    if title is None or not flow.in_line(title):
        return
    gap = flow.gap_above(title)
    if gap.before is None or gap.before.role not in _MASTHEAD or gap.page_begins:
        return
    drawn = "bottom" not in gap.before.shape.borders or is_special(document)
    least, most = _UNDER_DRAWN_LINE if drawn else _UNDER_BORDER
    if not least <= gap.lines <= most:
        message = f"标题编排在红色分隔线下空二行位置，现在空了{gap.lines:.0f}行；请在红线与标题之间留两个空行"
        yield Flaw(message, place_of(title), "空二行", f"空{gap.lines:.0f}行")


RULES = (
    Rule("7.3.1-title-face", "GB/T 9704-2012 7.3.1", "GEN", "标题一般用二号小标宋体字", judge_face),
    Rule(
        "7.3.1-title-place", "GB/T 9704-2012 7.3.1", "MUST", "标题编排于红色分隔线下空二行位置，居中排布", judge_place
    ),
)
