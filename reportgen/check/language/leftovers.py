"""X4: what belongs to the draft and not to the document: placeholders, template tags, dead fields, tracked changes."""

import re
from collections.abc import Iterator, Sequence

from reportgen.anatomy import Document, Paragraph, Role
from reportgen.check.language.placeholders import BLANKS, CROSSES, HINT, KINDS, Leftover, hides_a_name, is_meant
from reportgen.check.language.stories import main_paragraphs, printed_paragraphs
from reportgen.check.rule import Case, Flaw, Rule, place_of
from reportgen.errors import Strength

_SEAL_WORD = re.compile(r"[（(](?:盖章|印章|公章|签章|签字盖章|加盖公章|章)[）)]\s*$")
_DRAFT_NAME = re.compile(r"[（(](?:初稿|草稿|讨论稿|送审稿|征求意见稿|修改稿|代拟稿|审议稿)[）)]$")
_SHOWN = 20


def _leftovers(case: Case) -> Iterator[Flaw]:
    document = case.document
    main = {id(paragraph) for paragraph in main_paragraphs(document)}
    suspects = [paragraph for paragraph in printed_paragraphs(document) if HINT.search(paragraph.text)]
    for kind in (*KINDS, BLANKS):
        yield from _gathered(kind, suspects, main)
    yield from _words_of_the_draft(document)
    yield from _tracked_changes(document)
    yield from _comments(document)
    yield from _hidden_text(document)


def _gathered(kind: Leftover, suspects: Sequence[Paragraph], main: set[int]) -> Iterator[Flaw]:
    """The first places each for itself, the rest by their number; forms among the attachments may hold blanks."""
    places = [
        (paragraph, *found.span())
        for paragraph in suspects
        if kind is not BLANKS or (id(paragraph) in main and paragraph.cell is None)
        for found in kind.pattern.finditer(paragraph.text)
        if not is_meant(kind, paragraph.text, found)
    ]
    for index, (paragraph, start, end) in enumerate(places[:_SHOWN], 1):
        more = f"（同类问题共{len(places)}处）" if index == _SHOWN and len(places) > _SHOWN else ""
        doubtful = kind is CROSSES and (id(paragraph) not in main or hides_a_name(paragraph.text, start, end))
        strength: Strength | None = "GEN" if doubtful else kind.strength
        yield Flaw(
            f"留有{kind.name}：“{paragraph.text[start:end]}”{more}；{kind.repair}。",
            place_of(paragraph, start, end), measured=paragraph.text[start:end], strength=strength,
        )  # fmt: skip


def _words_of_the_draft(document: Document) -> Iterator[Flaw]:
    numbered = any(paragraph.role is Role.DOCUMENT_NUMBER for paragraph in document.paragraphs)
    for paragraph in main_paragraphs(document):
        text = paragraph.text.strip()
        if paragraph.role is Role.SIGNATURE and (found := _SEAL_WORD.search(text)):
            yield Flaw(
                f"署名后面留有“{found[0].strip()}”；正式公文盖印章，不写这几个字，请删去。",
                place_of(paragraph), measured=found[0].strip(),
            )  # fmt: skip
        if numbered and paragraph.role is Role.TITLE and (found := _DRAFT_NAME.search(text)):
            yield Flaw(
                f"标题留有“{found[0]}”，文件却已编发文字号；定稿后请删去。",
                place_of(paragraph), measured=found[0], strength="GEN",
            )  # fmt: skip


def _tracked_changes(document: Document) -> Iterator[Flaw]:
    changed = [one for one in _every(document) if any(run.change and run.text for run in one.runs)]
    if changed:
        yield Flaw(
            f"有没有处理的修订（{len(changed)}段）；请逐处接受或拒绝修订后定稿。",
            place_of(changed[0]), expected="没有修订", measured=f"{len(changed)}段",
        )  # fmt: skip


def _comments(document: Document) -> Iterator[Flaw]:
    comments = [one for one in document.others if one.story == "批注" and any(run.text.strip() for run in one.runs)]
    if comments:
        yield Flaw(
            f"有没有删除的批注（{len(comments)}段）；请处理后删除。",
            place_of(comments[0]), expected="没有批注", measured=f"{len(comments)}段",
        )  # fmt: skip


def _hidden_text(document: Document) -> Iterator[Flaw]:
    for paragraph in _every(document):
        hidden = "".join(run.text for run in paragraph.runs if run.letters.hidden and run.change != "deleted").strip()
        if hidden:
            yield Flaw(
                f"有隐藏文字：“{hidden[:20]}”；请删去，或者取消隐藏。",
                place_of(paragraph),
                expected="没有隐藏文字",
                measured=hidden[:40],
            )


def _every(document: Document) -> Iterator[Paragraph]:
    yield from document.paragraphs
    yield from (paragraph for paragraph in document.others if paragraph.story != "批注")
    for section in document.sections:
        for paragraphs in (*section.headers.values(), *section.footers.values()):
            yield from paragraphs


RULES: tuple[Rule[Case], ...] = (
    Rule("X4", "公文定稿要求（不留起草痕迹）", "MUST", "定稿不留占位内容、模板标记、修订、批注和隐藏文字", _leftovers),
)
