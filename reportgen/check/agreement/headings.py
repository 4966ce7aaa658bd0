"""Which heading names which aspect, issue or 子问题 of the ledger."""

import re
from dataclasses import dataclass

from reportgen.anatomy import HEADINGS, Paragraph
from reportgen.check.agreement.book import Book, titles_of
from reportgen.check.agreement.text import alike, bare, folded
from reportgen.model import Issue

NEAR, SAME_PLACE = 0.75, 0.5
LONGEST = 200
_NUMBERED = re.compile(r"\s*(?:(\d{1,3})\s*[.．、]|[（(](\d{1,3})[)）]|问题(\d{1,3})[：:.．])\s*")
_ISSUE = re.compile(r"关于[“\"](.+?)[”\"]\s*(?:的)?(?:突出)?问题(?:的整改.{0,10})?(?:$|[。：:，\s])")
_ASPECT = re.compile(r"\s*（[一二三四五六七八九十]+）\s*(?:关于)?[“\"]?(.+?)[”\"]?\s*方面(?:的?问题)?[。：:]?\s*$")
_CHAPTER = re.compile(r"\s*[一二三四五六七八九十]+、[^。]{1,40}。?\s*$")
_SECTION = re.compile(r"\s*（[一二三四五六七八九十]+）")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of an issue or 子问题. `issue` is None where the ledger has none like it."""

    paragraph: Paragraph
    title: str
    start: int
    number: int | None
    issue: Issue | None
    sub: int | None = None  # which 子问题, from 0

    @property
    def end(self) -> int:
        """Where the title ends."""
        return self.start + len(self.title)


def is_chapter(text: str) -> bool:
    """Whether a paragraph is a heading of the first level: “二、组织领导”."""
    return bool(_CHAPTER.match(text))


def is_section(text: str) -> bool:
    """Whether a paragraph begins as one of the second level does: “（一）”."""
    return bool(_SECTION.match(text))


def aspect_heading(text: str) -> tuple[str, int] | None:
    """The name of the aspect that a heading gives, and where it begins; None if it is no such heading."""
    found = _ASPECT.match(text)
    return (found[1], found.start(1)) if found and len(found[1]) <= 40 else None


def issue_heading(paragraph: Paragraph, book: Book, current: Issue | None) -> Heading | None:
    """The issue or 子问题 that a paragraph is the heading of; None where it is no such heading."""
    text = folded(paragraph.text)
    numbered = _NUMBERED.match(text)
    begin = numbered.end() if numbered else 0
    strict = _ISSUE.match(text, begin)
    if strict is None:
        return _by_title(paragraph, text, begin, numbered, book)
    title, start = strict[1], strict.start(1)
    number = _number(numbered)
    if current and numbered and numbered[2] and current.sub_issues:
        return _sub_heading(paragraph, title, start, number, current)
    if numbered and numbered[2]:
        return None
    return Heading(paragraph, title, start, number, nearest(title, book, number))


def nearest(title: str, book: Book, number: int | None) -> Issue | None:
    """The issue of this title or, changed a little, nearest to it; the one of the same number is trusted more."""
    exact = book.titled(title)
    if exact:
        return exact
    best, likeness = None, 0.0
    for issue in book.ledger.issues:
        ratio = max(alike(bare(title), bare(known)) for known in titles_of(issue))
        if ratio > likeness and ratio >= (SAME_PLACE if issue.number == number else NEAR):
            best, likeness = issue, ratio
    return best


def _number(numbered: re.Match[str] | None) -> int | None:
    return int(numbered[1] or numbered[2] or numbered[3]) if numbered else None


def _sub_heading(paragraph: Paragraph, title: str, start: int, number: int | None, issue: Issue) -> Heading:
    ratios = [alike(bare(title), bare(_public(issue, sub) or issue.sub_issues[sub].title)) for sub in _subs(issue)]
    ratios = [max(ratio, alike(bare(title), bare(issue.sub_issues[sub].title))) for sub, ratio in enumerate(ratios)]
    best = max(_subs(issue), key=lambda sub: ratios[sub])
    return Heading(paragraph, title, start, number, issue, best if ratios[best] >= SAME_PLACE else None)


def _subs(issue: Issue) -> range:
    return range(len(issue.sub_issues))


def _public(issue: Issue, sub: int) -> str | None:
    wording = issue.sub_issues[sub].public_wording
    return wording.public_title if wording else None


def sub_titles(issue: Issue, sub: int) -> tuple[str, ...]:
    """The titles that a 子问题 may have."""
    public = _public(issue, sub)
    return (issue.sub_issues[sub].title, public) if public else (issue.sub_issues[sub].title,)


def _by_title(
    paragraph: Paragraph, text: str, begin: int, numbered: re.Match[str] | None, book: Book
) -> Heading | None:
    """A heading in another form, known only by the exact title: “1.巩固整改成果的长效机制尚未完全建立”."""
    heading = paragraph.role in HEADINGS or numbered is not None
    if not heading or len(text) > LONGEST:
        return None
    body = text[begin:].strip().rstrip("。：:")
    for title in (body, body.removesuffix("问题").removesuffix("的").removeprefix("关于").strip("“”")):
        issue = book.titled(title)
        if issue:
            return Heading(paragraph, title, text.index(title), _number(numbered), issue)
    return None
