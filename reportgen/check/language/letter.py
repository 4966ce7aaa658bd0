"""An official document by its parts: what its title, masthead, addressees and signatures say."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from reportgen.anatomy import HEADINGS, Document, Paragraph, Role
from reportgen.check.language.organs import is_organ, title_organs
from reportgen.check.language.stories import main_paragraphs

GENRES = (
    "决议", "决定", "命令", "令", "公报", "公告", "通告", "意见", "通知", "通报", "报告", "请示", "批复", "议案", "函", "纪要",
)  # fmt: skip
"""The fifteen kinds of 《党政机关公文处理工作条例》 article 8; 令 is short for 命令."""

_ASIDE_AT_END = re.compile(r"(?:[（(][^（）()]*[）)])+$")
_MARK_END = re.compile(r"(?:文件|[（(]?函[）)]?)$")
_RUNNING_TEXT = frozenset({Role.BODY, Role.OTHER, *HEADINGS})


@dataclass(frozen=True, slots=True)
class Letter:
    """The parts of the document before its attachments. `title` is without blanks and line breaks."""

    paragraphs: tuple[Paragraph, ...]
    titles: tuple[Paragraph, ...]
    marks: tuple[Paragraph, ...]
    signatures: tuple[Paragraph, ...]

    @property
    def title(self) -> str:
        """The words of the title in one line, without a mark that has no business at its end (P9)."""
        return re.sub(r"\s+", "", "".join(paragraph.text for paragraph in self.titles)).rstrip("。．.，,；;：:、！!")

    @property
    def genre(self) -> str | None:
        """文种: the last word of the title, if it is one of the fifteen."""
        bare = _ASIDE_AT_END.sub("", self.title)
        return next((genre for genre in GENRES if bare.endswith(genre)), None)

    @property
    def title_organs(self) -> tuple[str, ...]:
        """The organs that the title names."""
        return title_organs("\n".join(paragraph.text for paragraph in self.titles))

    @property
    def mark_organs(self) -> tuple[str, ...]:
        """The organs of the 发文机关标志, without “文件”; marks of another form say nothing."""
        names = (_MARK_END.sub("", re.sub(r"\s+", "", paragraph.text)) for paragraph in self.marks)
        return tuple(name for name in names if is_organ(name))

    @property
    def has_masthead(self) -> bool:
        """Whether it has a 发文机关标志 or a 发文字号."""
        return bool(self.marks) or self.first(Role.DOCUMENT_NUMBER) is not None

    @property
    def running_text(self) -> tuple[Paragraph, ...]:
        """Headings and body outside tables."""
        return tuple(one for one in self.paragraphs if one.role in _RUNNING_TEXT and one.cell is None and one.text)

    def of_role(self, *roles: Role) -> tuple[Paragraph, ...]:
        """Its paragraphs with one of these roles."""
        return tuple(paragraph for paragraph in self.paragraphs if paragraph.role in roles)

    def first(self, role: Role) -> Paragraph | None:
        """Its first paragraph with a role."""
        return next((paragraph for paragraph in self.paragraphs if paragraph.role is role), None)


def letter_of(document: Document) -> Letter:
    """The parts of a document; what it lacks is empty."""
    paragraphs = main_paragraphs(document)
    marks = tuple(one for one in paragraphs if one.role is Role.ISSUER_MARK and one.text.strip() not in ("", "文件"))
    signatures = tuple(one for one in paragraphs if one.role is Role.SIGNATURE and is_organ(one.text))
    return Letter(paragraphs, _first_run(paragraphs), marks, signatures)


def _first_run(paragraphs: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    """The title's paragraphs: the first of that role and those right after it."""
    found: list[Paragraph] = []
    for paragraph in paragraphs:
        if paragraph.role is Role.TITLE:
            found.append(paragraph)
        elif found:
            break
    return tuple(found)
