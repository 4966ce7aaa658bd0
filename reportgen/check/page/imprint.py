"""What stands in the imprint: 抄送机关, 印发机关 and 印发日期 (7.4.2, 7.4.3)."""

import re
from collections.abc import Iterator

from reportgen.anatomy import Document, Paragraph, Role, Section
from reportgen.check.norm import Norm
from reportgen.check.page.dates import date_in, fault_of
from reportgen.check.page.flow import table_of
from reportgen.check.page.imprint_lines import imprint_of, is_as_wide, is_plain_form
from reportgen.check.page.kinds_of_form import is_file
from reportgen.check.page.lengths import size_text
from reportgen.check.page.lines import BLANKS, Span, leading_blanks, starts_at, width_of, wraps_for_certain
from reportgen.check.page.stretches import has_han, section_of, stretches
from reportgen.check.page.typeface import is_one_of
from reportgen.check.rule import Case, Flaw, Rule, place_of

_COPIES = re.compile(r"\s*(抄\s*送|主\s*送)\s*(机关|单位)?([：:]?)")
_OLD_LABEL = re.compile(r"\s*(抄\s*[报发致])\s*[：:]")
_SUBJECT_WORDS = re.compile(r"\s*主\s*题\s*词\s*[：:]")
_TYPED_GAP = re.compile(r"[ \u3000\u00a0]{2,}")
_TYPED_SLACK_CHARS = 2
_SLACK_CHARS = 0.65
_ORGAN = re.compile(r"[\u4e00-\u9fff]{4,}")


def judge_copies(case: Case) -> Iterator[Flaw]:
    """四号仿宋, one 字 at either side, “抄送：” with a full-width colon, a full stop at the end."""
    for paragraph in case.document.of_role(Role.COPIES, Role.IMPRINT_RECIPIENTS):
        yield from _letters(paragraph, case.norm)
        yield from _lead(paragraph)
        yield from _inset(case, paragraph)
    for role in (Role.IMPRINT_RECIPIENTS, Role.COPIES):
        parts = case.document.of_role(role)
        if parts:
            yield from _full_stop(parts[-1])


def _letters(paragraph: Paragraph, norm: Norm) -> Iterator[Flaw]:
    for one in stretches(paragraph):
        face, points = one.letters.faces.get("eastAsia"), one.letters.size_half_pt / 2
        if has_han(one.text) and face is not None and not is_one_of(face, norm.body_faces):
            yield Flaw(
                f"版记用了{face}，一般用四号仿宋体；请改为{norm.body_faces[0]}", one.place, norm.body_faces[0], face
            )
            return
        if abs(points - norm.imprint_pt) > 0.01:
            usual, measured = size_text(norm.imprint_pt), size_text(points)
            yield Flaw(f"版记字号是{measured}，一般用{usual}；请改正", one.place, usual, measured)
            return


def _lead(paragraph: Paragraph) -> Iterator[Flaw]:
    found = _COPIES.match(paragraph.text.lstrip(BLANKS))
    if found and found[3] != "：":
        message = f"“{found[1]}”后应当标全角冒号；请改为“{found[1]}：”"
        yield Flaw(message, place_of(paragraph, 0, 4), f"{found[1]}：", found.group().strip())
    if old := _OLD_LABEL.match(paragraph.text):
        message = f"版记中只有“抄送”，不再分“{old[1]}”；请改为“抄送：”"
        yield Flaw(message, place_of(paragraph, 0, old.end()), "抄送：", old.group().strip())


def _full_stop(last: Paragraph) -> Iterator[Flaw]:
    text = last.text.rstrip()
    if text and not text.endswith("。"):
        message = "最后一个抄送机关名称后应当标句号；请补上“。”"
        yield Flaw(message, place_of(last, len(text) - 1, len(text)), "“。”", f"“{text[-1]}”")


def _inset(case: Case, paragraph: Paragraph) -> Iterator[Flaw]:
    section = section_of(case.document, paragraph)
    if section is None or (paragraph.cell is not None and paragraph.cell.column > 1):
        return
    char, start = case.norm.imprint_pt * 20, starts_at(paragraph, section)
    if start is None or paragraph.box is not None:
        return
    if not start.near(char, _SLACK_CHARS * char):
        measured = f"左空{start.middle / char:.1f}字"
        yield Flaw("版记各要素左空一字编排；请调整左缩进", place_of(paragraph), "左空1字", measured)
    elif paragraph.role is Role.COPIES and _COPIES.match(paragraph.text) and paragraph.text.count("\n") == 0:
        yield from _turn_over(paragraph, section, char)


def _turn_over(paragraph: Paragraph, section: Section, char: float) -> Iterator[Flaw]:
    wanted = paragraph.shape.left_tw + paragraph.shape.first_tw + 3 * char
    if wraps_for_certain(paragraph, section) and abs(paragraph.shape.left_tw - wanted) > _SLACK_CHARS * char:
        message = "抄送机关回行时，应当与冒号后的首字对齐；请设悬挂缩进3字符"
        measured = f"回行左空{paragraph.shape.left_tw / char:.1f}字"
        yield Flaw(message, place_of(paragraph), f"回行左空{wanted / char:.0f}字", measured)


def judge_printed(case: Case) -> Iterator[Flaw]:
    """四号仿宋; the organ one 字 from the left, the date with 印发 one 字 from the right."""
    parts = case.document.of_role(Role.PRINTED)
    for paragraph in parts:
        yield from _letters(paragraph, case.norm)
    dated = next((one for one in reversed(parts) if date_in(one.text)), None)
    if dated is not None:
        yield from _date(dated)
        yield from _date_place(case, dated)
        yield from _order(case.document, dated)
    organ = next((one for one in parts if _ORGAN.match(one.text.strip())), None)
    if organ is not None and _ORGAN.match(organ.text.strip()):
        yield from _inset(case, organ)


def _date(dated: Paragraph) -> Iterator[Flaw]:
    written, text = date_in(dated.text) or "", "".join(dated.text.split())
    fault = fault_of(written)
    if fault:
        yield Flaw(f"印发日期：{fault}，如“2022年7月29日印发”", place_of(dated), "2022年7月29日印发", written)
    elif not text.endswith("印发"):
        yield Flaw("印发日期后应当加“印发”二字；请补上", place_of(dated), f"{written}印发", text[-12:])


def _order(document: Document, dated: Paragraph) -> Iterator[Flaw]:
    """印发机关和印发日期 stand above the last line: below 主送 and 抄送."""
    below = [one for one in document.of_role(Role.IMPRINT_RECIPIENTS, Role.COPIES) if one.number > dated.number]
    if below:
        message = "印发机关和印发日期应当编排在末条分隔线之上，即抄送机关之下；请调换"
        yield Flaw(message, place_of(dated), "抄送机关之下", "抄送机关之上")


def _date_place(case: Case, dated: Paragraph) -> Iterator[Flaw]:
    room = _room(case.document, dated, case.norm)
    if room is None or dated.box is not None:
        return
    blank = _blank_right(dated, room)
    char = case.norm.imprint_pt * 20
    if blank is not None and abs(blank - char) > _SLACK_CHARS * char:
        message = "印发日期右空一字编排；请调整右缩进或制表位"
        yield Flaw(message, place_of(dated), "右空1字", f"右空{blank / char:.1f}字")
    typed = _typed_right(case.document, dated, room) if blank is None else None
    if typed is not None and not typed.near(char, _TYPED_SLACK_CHARS * char):
        message = "印发日期右空一字编排，用空格排不齐；请改用右对齐的制表位"
        yield Flaw(message, place_of(dated), "右空1字", f"右空{typed.middle / char:.1f}字")


def _typed_right(document: Document, dated: Paragraph, room: float) -> Span | None:
    """What is left free at the right of organ and date that only blanks part; None where that is not so."""
    shape, section = dated.shape, section_of(document, dated)
    text = dated.text.strip()
    parted = _TYPED_GAP.search(text) and "\t" not in dated.text and "\n" not in text
    if section is None or not parted or shape.align not in ("left", "both"):
        return None
    left = Span.of(room - shape.left_tw - shape.first_tw)
    blank = left - width_of(dated, section)
    return blank if blank.low > 0 else None


def _room(document: Document, paragraph: Paragraph, norm: Norm) -> float | None:
    """Width of what the paragraph stands in; a cell beside another has no width that is known."""
    section, table = section_of(document, paragraph), table_of(document, paragraph)
    if table is not None:
        if table.columns != 1 or table.width_tw is None or section is None:
            return None
        return table.width_tw if is_as_wide(table.width_tw, section, norm) else None
    return section.text_width_tw if section and paragraph.shape.frame is None else None


def _blank_right(dated: Paragraph, room: float) -> float | None:
    """What is left free at the right, where a tab stop or the alignment says it."""
    shape, text = dated.shape, dated.text.strip(BLANKS)
    if dated.text != dated.text.rstrip(BLANKS):
        return None
    if shape.align == "right" and "\t" not in text:
        return shape.right_tw
    stops = [stop for stop in shape.tabs if stop.alignment in ("right", "end")]
    if text.strip("\t").count("\t") == 1 and len(shape.tabs) == 1 and stops and not leading_blanks(dated):
        return room - stops[0].position_tw
    return None


def judge_presence(case: Case) -> Iterator[Flaw]:
    """The standard describes the imprint's parts where they are used; an issued document usually has one."""
    document = case.document
    for paragraph in document.paragraphs:
        if old := _SUBJECT_WORDS.match(paragraph.text):
            message = "2012 年的标准已取消主题词；请删去这一行"
            yield Flaw(message, place_of(paragraph, 0, old.end()), "没有主题词", "主题词")
    if is_file(document) and is_plain_form(document) and not imprint_of(document):
        mark = document.of_role(Role.ISSUER_MARK)[0]
        yield Flaw("没有版记；正式印发的公文一般有印发机关和印发日期", place_of(mark), "有版记", "没有")


RULES = (
    Rule(
        "7.4.2-copies",
        "GB/T 9704-2012 7.4.2",
        "GEN",
        "抄送机关一般用四号仿宋体字，左右各空一字，“抄送”后加全角冒号，最后标句号",
        judge_copies,
    ),
    Rule(
        "7.4.3-printed",
        "GB/T 9704-2012 7.4.3",
        "GEN",
        "印发机关左空一字，印发日期右空一字，标全年、月、日，后加“印发”二字",
        judge_printed,
    ),
    Rule("7.4.3-imprint", "GB/T 9704-2012 7.4.3", "PRAC", "正式印发的公文一般有版记，版记中没有主题词", judge_presence),
)
