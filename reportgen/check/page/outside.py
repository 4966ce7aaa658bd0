"""What stands outside the type area: page numbers and nothing else (5.2.1)."""

from collections.abc import Iterator

from reportgen.anatomy import Border, Document, Paragraph, Role
from reportgen.check.page.colour import is_red
from reportgen.check.page.gather import gathered
from reportgen.check.page.kinds_of_form import is_special
from reportgen.check.page.page_numbers import is_number, pages_of
from reportgen.check.rule import Case, Flaw, Rule, place_of

_HEAD_PARTS = (Role.ISSUER_MARK, Role.DOCUMENT_NUMBER, Role.COPY_NUMBER, Role.CLASSIFICATION, Role.URGENCY)


def judge(case: Case) -> Iterator[Flaw]:
    """Headers have neither text nor a line, footers nothing but the number; letters have their lines there (10.1)."""
    if not is_special(case.document):
        yield from gathered(_outside(case.document), 1)


def _outside(document: Document) -> Iterator[Flaw]:
    seen: set[tuple[str, int]] = set()
    for section in document.sections:
        for pages in pages_of(document, section):
            for stories, where in ((section.headers, "页眉"), (section.footers, "页脚")):
                for paragraph in stories.get(pages, ()):
                    key = (paragraph.part, paragraph.number)
                    if key not in seen and paragraph.role not in _HEAD_PARTS:
                        seen.add(key)
                        yield from _of(paragraph, where)


def _of(paragraph: Paragraph, where: str) -> Iterator[Flaw]:
    text = "".join(run.text for run in paragraph.shown_runs()).strip()
    if any(character.isalpha() for character in text) and not is_number(paragraph):
        message = f"{where}里有文字；版心之外除页码外不编排别的内容，请删去"
        yield Flaw(message, place_of(paragraph), "只有页码", text[:20])
    elif where == "页眉" and any(_is_drawn(border) for border in paragraph.shape.borders.values()):
        message = "页眉里有一条横线；版心之外除页码外不编排别的内容，请去掉页眉的段落边框"
        yield Flaw(message, place_of(paragraph), "没有横线", "有横线")


def _is_drawn(border: Border) -> bool:
    return border.style not in ("nil", "none") and border.eighths > 0 and not is_red(border.color)


RULES = (Rule("5.2.1-outside", "GB/T 9704-2012 5.2.1", "GEN", "版心之外除页码外不编排别的内容", judge),)
