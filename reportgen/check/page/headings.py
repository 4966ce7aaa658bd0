"""Headings of the body: clause 7.3.3."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from reportgen.anatomy import HEADINGS, Document, Letters, Paragraph, Role
from reportgen.check.norm import Norm
from reportgen.check.page.body import first_line_flaw
from reportgen.check.page.flow import Flow, flow_of
from reportgen.check.page.gather import gathered
from reportgen.check.page.kinds_of_form import first_label, is_file
from reportgen.check.page.lengths import size_text
from reportgen.check.page.stretches import Stretch, has_han, section_of, stretches
from reportgen.check.page.typeface import is_one_of
from reportgen.check.rule import Case, Flaw, Rule, place_of
from reportgen.errors import Strength

_NAMES = {1: "一级标题", 2: "二级标题", 3: "三级标题", 4: "四级标题"}
_FACES = {1: "黑体", 2: "楷体", 3: "仿宋体", 4: "仿宋体"}
_LONG_RUN_IN = 30
"""A numbered sentence longer than this is a clause of the text and no heading."""
_PRINTERS_SIZE_PT = 0.25
_ORNAMENTS: Mapping[str, Callable[[Letters], bool]] = {
    "倾斜": lambda letters: letters.italic,
    "加下划线": lambda letters: letters.underline is not None,
    "加删除线": lambda letters: letters.strike,
    "加着重号": lambda letters: "em" in letters.effects,
}


def _accepted(norm: Norm) -> Mapping[int, tuple[str, ...]]:
    return {1: norm.hei_faces, 2: norm.kai_faces, 3: norm.body_faces, 4: norm.body_faces}


def _headings(case: Case) -> Iterator[tuple[Paragraph, int]]:
    """Headings in the flow with their length: those of their own, and those that run into their paragraph."""
    flow = flow_of(case.document)
    for paragraph in case.document.paragraphs:
        if paragraph.level in _NAMES and paragraph.role in (*HEADINGS, Role.BODY) and _judged_alone(flow, paragraph):
            length = paragraph.heading_length or (len(paragraph.text) if paragraph.role in HEADINGS else 0)
            if length and not (_runs_in(paragraph, length) and length > _LONG_RUN_IN):
                yield paragraph, length


def _judged_alone(flow: Flow, paragraph: Paragraph) -> bool:
    return flow.in_line(paragraph) and bool(paragraph.text.strip())


def _chinese(paragraph: Paragraph, length: int) -> Sequence[Stretch]:
    """Chinese stretches of a heading, its automatic number among them."""
    return [
        one
        for one in stretches(paragraph)
        if one.start < length and has_han(paragraph.text[one.start : min(one.end, length)])
    ]


def judge_face(case: Case) -> Iterator[Flaw]:
    """Level 1 黑体, 2 楷体, 3 and 4 仿宋, all of the body's size; a number that Word writes itself too."""
    headings = list(_headings(case))
    set_off = {paragraph.level for paragraph, length in headings if _is_set_off(paragraph, length, case.norm)}
    judged = (one for one in headings if one[0].level in set_off or not _is_as_body(*one, case.norm))
    yield from gathered(flaw for paragraph, length in judged for flaw in _faces(paragraph, length, case.norm))


def _runs_in(paragraph: Paragraph, length: int) -> bool:
    return paragraph.role is Role.BODY or length < len(paragraph.text.rstrip())


def _is_set_off(paragraph: Paragraph, length: int, norm: Norm) -> bool:
    """Whether a heading that runs into its paragraph has the face of its level: then the document means such headings."""
    chinese = _chinese(paragraph, length)
    return _runs_in(paragraph, length) and any(
        is_one_of(one.letters.faces.get("eastAsia"), _accepted(norm)[paragraph.level]) for one in chinese
    )


def _is_as_body(paragraph: Paragraph, length: int, norm: Norm) -> bool:
    """Whether a numbered sentence is set as the body is: it may be a clause of the text and no heading."""
    chinese = _chinese(paragraph, length)
    faces = [one.letters.faces.get("eastAsia") for one in chinese]
    return _runs_in(paragraph, length) and all(is_one_of(face, norm.body_faces) for face in faces)


def _faces(paragraph: Paragraph, length: int, norm: Norm) -> Iterator[Flaw]:
    accepted, name = _accepted(norm)[paragraph.level], _NAMES[paragraph.level]
    chinese = _chinese(paragraph, length)
    for one in chinese:
        face = one.letters.faces.get("eastAsia")
        if face is not None and not is_one_of(face, accepted):
            what = f"{name}的自动编号" if _is_label(one) else name
            message = f"{what}用了{face}，一般用{_FACES[paragraph.level]}；请改为{accepted[0]}"
            yield Flaw(message, one.place, accepted[0], face)
            break
    for one in chinese:
        points = one.letters.size_half_pt / 2
        if not -_PRINTERS_SIZE_PT <= points - norm.body_pt <= 0:
            message = f"{name}字号是{size_text(points)}，一般用{size_text(norm.body_pt)}；请改正"
            yield Flaw(message, one.place, size_text(norm.body_pt), size_text(points))
            break


def _is_label(stretch: Stretch) -> bool:
    return stretch.end <= len(stretch.paragraph.label)


def judge_bold(case: Case) -> Iterator[Flaw]:
    """The standard asks nowhere for bold letters; a word made bold within a paragraph is let be."""
    yield from gathered(_bold(case))


def _bold(case: Case) -> Iterator[Flaw]:
    judged: set[int] = set()
    for paragraph, length in _headings(case):
        judged.add(paragraph.number)
        chinese = _chinese(paragraph, length)
        if chinese and all(one.letters.bold for one in chinese):
            message = f"{_NAMES[paragraph.level]}加粗了；国家标准只用字体区分层次，没有要求加粗"
            yield Flaw(message, chinese[0].place, "不加粗", "加粗")
    flow = flow_of(case.document)
    for paragraph in case.document.of_role(Role.BODY):
        if paragraph.number not in judged and flow.in_line(paragraph):
            chinese = [one for one in stretches(paragraph) if has_han(one.text)]
            if chinese and all(one.letters.bold for one in chinese):
                yield Flaw("正文整段加粗了；国家标准没有要求加粗", place_of(paragraph), "不加粗", "加粗")
            for name, is_so in _ORNAMENTS.items():
                if chinese and all(is_so(one.letters) for one in chinese):
                    yield Flaw(f"正文整段{name}了；国家标准没有这样的要求", place_of(paragraph), f"不{name}", name)


def judge_place(case: Case) -> Iterator[Flaw]:
    """Headings are paragraphs like others: two 字 in."""
    yield from gathered(_places(case))


def _places(case: Case) -> Iterator[Flaw]:
    flow = flow_of(case.document)
    for paragraph in case.document.of_role(*HEADINGS):
        section = section_of(case.document, paragraph)
        if section is None or not flow.in_line(paragraph):
            continue
        if paragraph.shape.align == "center":
            message = f"{paragraph.role.value}居中了，应当同正文一样左空二字；请改为两端对齐、首行缩进2字符"
            yield Flaw(message, place_of(paragraph), "左空二字", "居中", _how_surely(case.document, paragraph))
        elif paragraph.shape.align == "right":
            message = f"{paragraph.role.value}右对齐了，应当同正文一样左空二字；请改为两端对齐、首行缩进2字符"
            yield Flaw(message, place_of(paragraph), "左空二字", "右对齐")
        else:
            yield from first_line_flaw(paragraph, section, case.norm, paragraph.role.value)


def _how_surely(document: Document, paragraph: Paragraph) -> Strength | None:
    """Headings of attachments and of papers without a masthead are centred here and there."""
    label = first_label(document)
    attached = label is not None and paragraph.number > label.number
    return None if is_file(document) and paragraph.level and not attached else "GEN"


RULES = (
    Rule(
        "7.3.3-heading-face", "GB/T 9704-2012 7.3.3", "GEN",
        "一般第一层用黑体字、第二层用楷体字、第三层和第四层用仿宋体字标注", judge_face,
    ),
    Rule("7.3.3-bold", "GB/T 9704-2012 7.3.3", "PRAC", "国家标准没有要求标题或正文加粗", judge_bold),
    Rule("7.3.3-heading-place", "GB/T 9704-2012 7.3.3", "MUST", "标题同正文一样，每个自然段左空二字", judge_place),
)  # fmt: skip
