"""A document's running text: the paragraphs that are read as Chinese, with what is not prose blotted out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.anatomy import Document, Paragraph, Role

HAN = "一-鿿〇"
"""Chinese characters, for use in a character class."""

CHINESE = re.compile(f"[{HAN}]")

_FOREIGN = re.compile(
    r"(?:https?|ftp|file)://[^\s，。；、（）()《》“”]+"
    r"|www\.[^\s，。；、（）()《》“”]+"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|`[^`]*`"
    r"|\{[{%#].*?[}%#]\}"
    r"|[A-Za-z]:\\[^\s，。；、（）《》“”]*",
    re.ASCII,
)
_ENDINGS = r"\.(?:docx?|xlsx?|pptx?|pdf|wps|et|ofd|zip|rar|txt|csv|ya?ml|jpe?g|png)\b"
_FILE_ENDING = re.compile(_ENDINGS, re.I | re.A)
_FILE_NAME = re.compile(r"[^\s，。；：、“”《》/\\]{1,60}" + _ENDINGS, re.I | re.A)
_FOREIGN_SIGNS = ("://", "www.", "@", "`", "{", ":\\")
_NOT_PROSE = frozenset({Role.PAGE_NUMBER, Role.RED_LINE, Role.BLANK, Role.HEADER, Role.FOOTER})


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph with Chinese in it. `text` is as long as the paragraph's; addresses, file names and code in it are blotted out."""

    paragraph: Paragraph
    text: str

    @property
    def in_table(self) -> bool:
        """Whether it stands in a table, where less is asked of punctuation."""
        return self.paragraph.cell is not None

    @property
    def role(self) -> Role:
        """The role of the paragraph."""
        return self.paragraph.role


def lines(document: Document) -> Iterator[Line]:
    """The paragraphs that are read as Chinese text, in reading order, then footnotes and endnotes."""
    for paragraph in (*document.paragraphs, *document.others):
        if paragraph.story != "批注" and paragraph.role not in _NOT_PROSE and CHINESE.search(paragraph.text):
            yield Line(paragraph, _readable(paragraph.text))


def _readable(text: str) -> str:
    if any(sign in text for sign in _FOREIGN_SIGNS):
        text = _FOREIGN.sub(_blot, text)
    if "." in text and _FILE_ENDING.search(text):
        text = _FILE_NAME.sub(_blot, text)
    return text


def _blot(found: re.Match[str]) -> str:
    return "\ue000" * len(found[0])
