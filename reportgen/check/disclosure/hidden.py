"""What is in a document and not on its pages: tracked changes, comments, hidden text."""

import re
from collections.abc import Iterator, Sequence

from reportgen.anatomy import Paragraph
from reportgen.check.disclosure.passages import Passage, all_paragraphs
from reportgen.check.disclosure.search import Search
from reportgen.check.rule import Flaw, place_of
from reportgen.errors import Place

_CHANGE = re.compile(
    rb"<w:(?:ins|del|moveFrom|moveTo|cellIns|cellDel|rPrChange|pPrChange|sectPrChange|tblPrChange)[ />]"
)
_COMMENT = re.compile(rb"<w:comment[ >]")
_SMALLEST_HALF_PT = 4


def judge_hidden(search: Search) -> Iterator[Flaw]:
    """A document that leaves the house is final: nothing tracked, noted or hidden is left in it."""
    paragraphs = all_paragraphs(search.document)
    yield from _changes(search, paragraphs)
    yield from _comments(search, paragraphs)
    yield from _invisible(paragraphs)


def _changes(search: Search, paragraphs: Sequence[Paragraph]) -> Iterator[Flaw]:
    changed = [each for each in paragraphs if any(run.change and run.text.strip() for run in each.runs)]
    if changed:
        text = f"文中留有修订痕迹（{len(changed)}段），删去的文字别人仍能看到；请在“审阅”里接受或拒绝全部修订后再保存"
        yield Flaw(text, _changed_place(changed[0]))
        return
    for name, content in search.document.parts.items():
        if name.startswith("word/") and name.endswith(".xml") and _CHANGE.search(content):
            text = "文中留有修订痕迹（格式或段落的修订）；请在“审阅”里接受或拒绝全部修订后再保存"
            yield Flaw(text, Place(part=name), strength="GEN")
            return


def _changed_place(paragraph: Paragraph) -> Place:
    run = next(run for run in paragraph.runs if run.change and run.text.strip())
    state = "修订中删除的文字" if run.change == "deleted" else "修订中插入的文字"
    return Passage(run.text, paragraph=paragraph, state=state).place(0, len(run.text))


def _comments(search: Search, paragraphs: Sequence[Paragraph]) -> Iterator[Flaw]:
    noted = [each for each in paragraphs if each.story == "批注"]
    counts = (len(_COMMENT.findall(content)) for name, content in search.document.parts.items() if "comments" in name)
    count = max((*counts, len(noted) and 1), default=0)
    if count:
        place = place_of(noted[0]) if noted else Place(part="批注")
        yield Flaw(f"文中留有批注（{count}条）；请在“审阅”里删除文档中的所有批注后再保存", place)


def _invisible(paragraphs: Sequence[Paragraph]) -> Iterator[Flaw]:
    hidden = [(each, run) for each in paragraphs for run in each.runs if run.letters.hidden and run.text.strip()]
    if hidden:
        paragraph, run = hidden[0]
        text = f"文中有隐藏文字（{len(hidden)}处）；请全选后在“字体”里取消“隐藏”，把不该留的删去"
        yield Flaw(text, Passage(run.text, paragraph=paragraph, state="隐藏文字").place(0, len(run.text)))
    faint = [
        (each, run)
        for each in paragraphs
        for run in each.shown_runs()
        if run.text.strip()
        and (
            _is_white(run.letters.color, run.letters.shading, run.letters.highlight, each)
            or run.letters.size_half_pt <= _SMALLEST_HALF_PT
        )
    ]
    if faint:
        paragraph, run = faint[0]
        text = f"文中有看不见的文字（白色或极小的字，{len(faint)}处）；请删去，或改成正常的颜色和字号"
        yield Flaw(
            text, Passage(run.text, paragraph=paragraph, state="看不见的文字").place(0, len(run.text)), strength="GEN"
        )


def _is_white(color: str, shading: str | None, highlight: str | None, paragraph: Paragraph) -> bool:
    """White letters on white paper; in a box or a table cell the ground may be dark."""
    on_paper = shading is None and highlight is None and paragraph.shape.shading is None
    return color == "FFFFFF" and on_paper and paragraph.box is None and paragraph.cell is None
