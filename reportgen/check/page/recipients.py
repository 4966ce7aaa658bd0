"""主送机关: clause 7.3.2."""

import re
from collections.abc import Iterator, Sequence

from reportgen.anatomy import Document, Paragraph, Role, Section
from reportgen.check.page.flow import Flow, blocks, flow_of
from reportgen.check.page.lines import leading_blanks
from reportgen.check.page.stretches import section_of
from reportgen.check.rule import Case, Flaw, Rule, place_of

_SLACK_TW = 160
_ONE_LINE = (0.5, 1.6)
_RUN_IN = re.compile(r"([^。！？；：\s]{2,120})：(?=.{10})")
_ORGANS = re.compile(r"^[^。！？；：:]{1,200}(委|政府|局|党组|党委|党工委|部门|办公室|委员会|单位|公司|院|厅)$")


def judge(case: Case) -> Iterator[Flaw]:
    """7.3.2: one empty line below the title, flush left, with a full-width colon at the end."""
    document, flow = case.document, flow_of(case.document)
    block = next(blocks(document.paragraphs, Role.RECIPIENTS), None) or _without_colon(document, flow)
    if not block:
        yield from _run_in(document, flow)
    if not block or not flow.in_line(block[0]):
        return
    yield from _gap(flow, block[0])
    for paragraph in block:
        section = section_of(document, paragraph)
        if section:
            yield from _not_flush(paragraph, section)
    yield from _wrong_end(block[-1])
    yield from _gap_to_body(flow, block[-1])


def _without_colon(document: Document, flow: Flow) -> tuple[Paragraph, ...]:
    """The paragraph under the title, where it can be nothing but recipients that lack their colon."""
    for paragraph in document.paragraphs:
        if paragraph.role in (Role.BODY, Role.OTHER) and flow.in_line(paragraph) and paragraph.text.strip():
            above = flow.gap_above(paragraph).before
            flush = paragraph.shape.first_tw < _SLACK_TW and paragraph.shape.left_tw < _SLACK_TW
            is_list = flush and not leading_blanks(paragraph) and _ORGANS.match(paragraph.text.strip())
            return (paragraph,) if is_list and above is not None and above.role is Role.TITLE else ()
    return ()


def _run_in(document: Document, flow: Flow) -> Iterator[Flaw]:
    found = next((one for one in document.of_role(Role.BODY) if run_in_recipients(one, flow)), None)
    if found is not None:
        end = found.text.index("：") + 1
        message = "主送机关后面接排了正文；请在冒号后另起一段，正文左空二字"
        yield Flaw(message, place_of(found, 0, end), "主送机关单独成行", "接排正文")


def run_in_recipients(paragraph: Paragraph, flow: Flow) -> bool:
    """Whether a paragraph under the title begins flush left with recipients and goes on with the body."""
    shape, named = paragraph.shape, _RUN_IN.match(paragraph.text)
    if named is None or shape.first_tw >= _SLACK_TW or shape.left_tw >= _SLACK_TW or not _ORGANS.match(named[1]):
        return False
    above = flow.gap_above(paragraph).before
    return above is not None and above.role is Role.TITLE


def _gap(flow: Flow, first: Paragraph) -> Iterator[Flaw]:
    gap = flow.gap_above(first)
    if gap.before is None or gap.before.role is not Role.TITLE or gap.page_begins:
        return
    if not _ONE_LINE[0] <= gap.lines <= _ONE_LINE[1]:
        message = f"主送机关编排于标题下空一行位置，现在空了{gap.lines:.0f}行；请在标题与主送机关之间留一个空行"
        yield Flaw(message, place_of(first), "空一行", f"空{gap.lines:.0f}行")


def _not_flush(paragraph: Paragraph, section: Section) -> Iterator[Flaw]:
    shape = paragraph.shape
    start = shape.left_tw + shape.first_tw
    typed = leading_blanks(paragraph).strip("\n\f")
    if shape.align in ("center", "right"):
        measured = "居中" if shape.align == "center" else "右对齐"
    elif typed or abs(start) > _SLACK_TW:
        measured = f"左空{start / 320 + len(typed):.0f}字"
    elif abs(shape.left_tw) > _SLACK_TW and len(paragraph.text) * 320 > section.text_width_tw:
        measured = f"回行左空{shape.left_tw / 320:.1f}字"
    else:
        return
    yield Flaw("主送机关应当居左顶格，回行时仍顶格；请去掉缩进和空格", place_of(paragraph), "顶格", measured)


def _wrong_end(last: Paragraph) -> Iterator[Flaw]:
    text = last.text.rstrip()
    if text and not text.endswith("："):
        end = len(text)
        measured = "半角冒号" if text.endswith(":") else f"“{text[-1]}”"
        message = "最后一个主送机关名称后应当标全角冒号；请改为“：”"
        yield Flaw(message, place_of(last, end - 1, end), "“：”", measured)


def _gap_to_body(flow: Flow, last: Paragraph) -> Iterator[Flaw]:
    body = next((one for one in flow.below(last) if one.text.strip()), None)
    if body is None or body.role not in (Role.BODY, Role.HEADING_1) or not flow.in_line(body):
        return
    gap = flow.gap_above(body)
    if gap.before is last and gap.lines > 0.7 and not gap.page_begins:
        message = "正文编排于主送机关名称下一行，中间不空行；请删去空行"
        yield Flaw(message, place_of(body), "不空行", f"空{gap.lines:.0f}行")


RULES: Sequence[Rule[Case]] = (
    Rule(
        "7.3.2-recipients", "GB/T 9704-2012 7.3.2", "MUST",
        "主送机关编排于标题下空一行位置，居左顶格，回行时仍顶格，最后一个机关名称后标全角冒号", judge,
    ),
)  # fmt: skip
