"""Roles outside the body: headers, footers, footnotes."""

import re
from dataclasses import replace

from reportgen.anatomy.model import Paragraph, Role, Section
from reportgen.anatomy.role_patterns import is_page_number
from reportgen.anatomy.role_wording import key_of

_PAGE = re.compile(r"\bPAGE\b", re.IGNORECASE)

Paragraphs = tuple[Paragraph, ...]


def with_roles(paragraphs: Paragraphs) -> Paragraphs:
    """Paragraphs that are not part of the body, with their roles."""
    return tuple(replace(paragraph, role=_role(paragraph), level=0, heading_length=0) for paragraph in paragraphs)


def _role(paragraph: Paragraph) -> Role:
    if paragraph.story in ("脚注", "尾注"):
        return Role.FOOTNOTE
    header = paragraph.story == "页眉" or "header" in paragraph.part
    if not header and paragraph.story != "页脚" and "footer" not in paragraph.part:
        return Role.OTHER
    if any(run.field and _PAGE.search(run.field) for run in paragraph.runs) or _is_page_number(paragraph.text):
        return Role.PAGE_NUMBER
    return Role.HEADER if header else Role.FOOTER


def _is_page_number(text: str) -> bool:
    return len(text) <= 40 and is_page_number(key_of(text))


def sections_with_roles(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """Sections with roles in their headers and footers; what sections share is done once."""
    done: dict[int, Paragraphs] = {}

    def once(paragraphs: Paragraphs) -> Paragraphs:
        if id(paragraphs) not in done:
            done[id(paragraphs)] = with_roles(paragraphs)
        return done[id(paragraphs)]

    return tuple(
        replace(
            section,
            headers={kind: once(paragraphs) for kind, paragraphs in section.headers.items()},
            footers={kind: once(paragraphs) for kind, paragraphs in section.footers.items()},
        )
        for section in sections
    )
