"""附件: clause 7.3.7."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from reportgen.anatomy import Document, Paragraph, Role
from reportgen.check.norm import Norm
from reportgen.check.page.attachment_note import items_of, notes
from reportgen.check.page.flow import Flow, begins_page, blocks, flow_of
from reportgen.check.page.lengths import size_text
from reportgen.check.page.lines import leading_blanks
from reportgen.check.page.stretches import has_han, section_of, stretches
from reportgen.check.page.typeface import is_one_of
from reportgen.check.rule import Case, Flaw, Rule, place_of
from reportgen.errors import Strength

_LABEL = re.compile(r"附\s*件\s*([0-9]*)")
_NUMBER = re.compile(r"[0-9]+")
_CHINESE_NUMBER = re.compile(r"^[一二三四五六七八九十]{1,3}、")
_WORDING = re.compile(r"[^\w]|_")
_SLACK_TW = 160
_ONE_LINE = (0.5, 1.6)
_MANY_BLANKS = 3
"""So many empty lines may fill up the page before: then a file does not tell where the label comes to stand."""


def _labels(document: Document) -> tuple[Paragraph, ...]:
    return document.of_role(Role.ATTACHMENT_LABEL)


def _judge_label(case: Case) -> Iterator[Flaw]:
    """附件 with its number stands flush left in the first line of a new page, without a colon."""
    document, flow = case.document, flow_of(case.document)
    for label in _labels(document):
        yield from _form(label)
        section = section_of(document, label)
        if section and flow.in_line(label):
            yield from _not_flush(label)
            yield from _not_on_top(flow, label)


def _form(label: Paragraph) -> Iterator[Flaw]:
    text = label.text.strip()
    if _LABEL.fullmatch(text) or len(text) > 12:
        return
    if text.endswith(("：", ":")):
        message = "附件标识后不加冒号；请删去"
    elif re.search(r"[一二三四五六七八九十]", text):
        message = "附件顺序号用阿拉伯数字；请改为“附件1”的形式"
    else:
        message = "附件标识只写“附件”二字和顺序号；请改正"
    yield Flaw(message, place_of(label), "附件或附件1", text)


def _not_flush(label: Paragraph) -> Iterator[Flaw]:
    shape, typed = label.shape, leading_blanks(label).strip("\n\f")
    if shape.align in ("center", "right"):
        measured = "居中" if shape.align == "center" else "右对齐"
    elif typed or abs(shape.left_tw + shape.first_tw) > _SLACK_TW:
        measured = f"左空{(shape.left_tw + shape.first_tw) / 320 + len(typed):.0f}字"
    else:
        return
    yield Flaw("“附件”二字及顺序号应当顶格编排在版心左上角；请去掉缩进和空格", place_of(label), "顶格", measured)


def _not_on_top(flow: Flow, label: Paragraph) -> Iterator[Flaw]:
    gap = flow.gap_above(label)
    if gap.page_begins:
        if gap.lines >= 0.5 and not begins_page(label) and gap.before is not None:
            message = "“附件”二字及顺序号应当编排在第一行；请删去上面的空行"
            yield Flaw(message, place_of(label), "第一行", f"第{gap.lines + 1:.0f}行")
    elif (gap.before is not None or gap.after_table) and gap.lines < _MANY_BLANKS:
        message = "附件应当另面编排；请在附件标识前插入分页符，或设段前分页"
        yield Flaw(message, place_of(label), "另面编排", "没有分页")


def _judge_label_face(case: Case) -> Iterator[Flaw]:
    """附件 and its number: 三号黑体."""
    for label in _labels(case.document):
        yield from _label_face(label, case.norm)


def _label_face(label: Paragraph, norm: Norm) -> Iterator[Flaw]:
    chinese = [one for one in stretches(label) if has_han(one.text)]
    for one in chinese:
        face = one.letters.faces.get("eastAsia")
        if face is not None and not is_one_of(face, norm.hei_faces):
            message = f"附件标识用了{face}，应当用三号黑体；请改为{norm.hei_faces[0]}"
            yield Flaw(message, one.place, norm.hei_faces[0], face)
            break
    for one in chinese:
        points = one.letters.size_half_pt / 2
        if abs(points - norm.body_pt) > 0.3:
            message = f"附件标识字号是{size_text(points)}，应当用{size_text(norm.body_pt)}；请改正"
            yield Flaw(message, one.place, size_text(norm.body_pt), size_text(points))
            break


def _judge_title(case: Case) -> Iterator[Flaw]:
    """The title of an attachment is centred in the third line: one empty line below its label."""
    document, flow = case.document, flow_of(case.document)
    for block in blocks(document.paragraphs, Role.ATTACHMENT_TITLE):
        for paragraph in block:
            section = section_of(document, paragraph)
            if section and flow.in_line(paragraph):
                yield from _off_centre(paragraph)
        yield from _not_third(flow, block[0])


def _off_centre(title: Paragraph) -> Iterator[Flaw]:
    shape = title.shape
    shift = (shape.left_tw + shape.first_tw - shape.right_tw) / 2
    if shape.align in ("left", "both", "right") and not leading_blanks(title):
        yield Flaw(
            "附件标题应当居中；请设为居中对齐",
            place_of(title),
            "居中",
            "右对齐" if shape.align == "right" else "左对齐",
        )
    elif shape.align == "center" and abs(shift) > _SLACK_TW:
        yield Flaw("附件标题没有居中；请清除缩进", place_of(title), "居中", f"偏{abs(shift) / 320:.1f}字")


def _not_third(flow: Flow, title: Paragraph) -> Iterator[Flaw]:
    gap = flow.gap_above(title)
    if gap.before is None or gap.before.role is not Role.ATTACHMENT_LABEL or gap.page_begins:
        return
    if not _ONE_LINE[0] <= gap.lines <= _ONE_LINE[1]:
        message = f"附件标题应当编排在版心第三行，现在与附件标识之间空了{gap.lines:.0f}行；请留一个空行"
        yield Flaw(message, place_of(title), "第三行", f"第{gap.lines + 2:.0f}行")


def _judge_agreement(case: Case) -> Iterator[Flaw]:
    """Numbers and titles of the attachments agree with the note; an attachment may be a file of its own."""
    document, labels = case.document, _labels(case.document)
    blocks_of_notes = list(notes(document))
    if not labels or len(blocks_of_notes) > 1 or _is_attachment_alone(document, labels[0]):
        return
    yield from _count_on(labels)
    if not blocks_of_notes:
        message = "有附件而没有附件说明；请在正文下空一行左空二字编排附件说明"
        yield Flaw(message, place_of(labels[0]), "有附件说明", "没有", "GEN")
        return
    yield from _against_note(document, labels, blocks_of_notes[0])


def _is_attachment_alone(document: Document, first: Paragraph) -> bool:
    return not any(one.text.strip() for one in takewhile(lambda one: one is not first, document.paragraphs))


def _number(label: Paragraph) -> int | None:
    found = _NUMBER.search(label.text)
    return int(found.group()) if found else None


def _count_on(labels: Sequence[Paragraph]) -> Iterator[Flaw]:
    if len(labels) == 1:
        return
    for expected, label in enumerate(labels, 1):
        number = _number(label)
        if number != expected and not re.search(r"[一二三四五六七八九十]", label.text):
            measured = "无序号" if number is None else f"附件{number}"
            yield Flaw(
                f"附件顺序号不连续，这里应当是附件{expected}；请改正", place_of(label), f"附件{expected}", measured
            )
            return


def _against_note(document: Document, labels: Sequence[Paragraph], note: Sequence[Paragraph]) -> Iterator[Flaw]:
    items = items_of(note)
    if any(item.paragraph.label for item in items) or not items:
        return
    numbered = [item for item in items if item.number is not None]
    count = len(numbered) or len(items)
    if count != len(labels):
        message = f"附件说明列了{count}个附件，文件里有{len(labels)}个；请核对（附件另行装订的除外）"
        yield Flaw(message, place_of(note[0]), f"{count}个", f"{len(labels)}个", "GEN")
        return
    if count == 1 and numbered == [] and _number(labels[0]) is not None:
        message = "附件说明没有编序号，附件标识编了；请改为一致，只有一个附件时不编序号"
        yield Flaw(message, place_of(labels[0]), "附件", labels[0].text.strip(), "GEN")
    if len(items) != count:
        return
    flow = flow_of(document)
    for item, label in zip(items, labels, strict=True):
        title = _title_below(flow, label)
        if title and _worded(title) != _worded(item.name):
            message = f"附件标题与附件说明不一致：附件说明写的是“{item.name}”；请改为一致"
            place = place_of(_first_below(flow, label) or label)
            yield Flaw(message, place, item.name, title, _how_surely(title, item.name))


def _how_surely(title: str, name: str) -> Strength:
    """A title that only says more or less than the note may have a part that is none of its title."""
    titled, named = _worded(title), _worded(name)
    return "GEN" if titled in named or named in titled else "MUST"


def _first_below(flow: Flow, label: Paragraph) -> Paragraph | None:
    below = (one for one in flow.below(label) if one.text.strip())
    found = next(below, None)
    return found if found is not None and found.role is Role.ATTACHMENT_TITLE else None


def _title_below(flow: Flow, label: Paragraph) -> str:
    """The whole title of the attachment with this label; empty where there is none."""
    below = (one for one in flow.below(label) if one.text.strip())
    return "".join(one.text for one in takewhile(lambda one: one.role is Role.ATTACHMENT_TITLE, below))


def _worded(name: str) -> str:
    """A title's bare characters: marks, blanks and line breaks do not count."""
    return _WORDING.sub("", _CHINESE_NUMBER.sub("", name))


def judge(case: Case) -> Iterator[Flaw]:
    """7.3.7: place, form and face of the labels, the titles, and what the note says of them."""
    yield from _judge_label(case)
    yield from _judge_label_face(case)
    yield from _judge_title(case)
    yield from _judge_agreement(case)


RULES = (
    Rule(
        "7.3.7-attachment", "GB/T 9704-2012 7.3.7", "MUST",
        "附件应当另面编排；“附件”二字及附件顺序号用三号黑体字顶格编排在版心左上角第一行，附件标题居中编排在第三行，与附件说明的表述一致",
        judge,
    ),
)  # fmt: skip
