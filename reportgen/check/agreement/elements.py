"""公文要素 against documents.yaml."""

import re
from collections.abc import Iterator
from datetime import date

from reportgen.anatomy import Paragraph, Role
from reportgen.check.agreement.paper import Paper
from reportgen.check.agreement.statement import DATE as A_DATE
from reportgen.check.agreement.statement import ELEMENT, TITLE, Remark, Spot, Statement, shown
from reportgen.check.agreement.text import DATE, alike, folded, found_date, squeezed
from reportgen.model import Contact

_NUMBER = re.compile(r"[\u4e00-\u9fa5]+[〔\[【（(]\s*\d{4}\s*[〕\]】）)]\s*\d+\s*号")
_SIGNATORY = re.compile(r"签发人\s*[：:]\s*(.+)$", re.DOTALL)
_DAY = re.compile(DATE)
_MARKS = re.compile(r"[、，,；;。：:\s]")
_ENCLOSED = re.compile(r"《([^《》]*(?:《[^《》]*》[^《》]*)*)》")
_CONTACTS = (
    ("telephone", "联系电话", re.compile(r"(?:联系电话|电话)[：:]?\s*([\d][\d\-－— ]{5,18}\d)")),
    ("mailbox", "邮政信箱", re.compile(r"邮政信箱[：:]?\s*([^；;。，\s]+)")),
    ("email", "电子邮箱", re.compile(r"(?:电子)?邮箱[：:]?\s*([\w.+-]+@[\w.-]+\w)")),
)
ALIKE = 0.7


def element_statements(paper: Paper) -> Iterator[Statement | Remark]:
    """Number, signatories, titles, recipients, signature, dates, imprint, note and contact."""
    if paper.kind is None:
        return
    elements, document = paper.elements, paper.document
    yield from _titles(paper)
    yield from _matched("发文字号", elements.document_number, document.of_role(Role.DOCUMENT_NUMBER), _NUMBER)
    upward = document.of_role(Role.SIGNATORY, Role.DOCUMENT_NUMBER)
    yield from _matched("签发人", "".join(elements.signatory), upward, _SIGNATORY)
    yield from _whole("发文机关标志", elements.issuer_mark, document.of_role(Role.ISSUER_MARK))
    yield from _whole("主送机关", "，".join(elements.main_recipients), document.of_role(Role.RECIPIENTS))
    copies = document.of_role(Role.COPIES)
    yield from _whole("抄送机关", "，".join(elements.copy_recipients), copies, "抄送")
    yield from _whole("署名", elements.signature, document.of_role(Role.SIGNATURE))
    yield from _day("成文日期", elements.date_of_issue, document.of_role(Role.DATE_OF_ISSUE))
    printed = document.of_role(Role.PRINTED)
    yield from _day("印发日期", elements.printed_on, printed)
    yield from _printing_office(elements.printing_office, printed)
    yield from _whole("附注", elements.note, document.of_role(Role.NOTE))
    if elements.contact:
        yield from _contact(elements.contact, paper)


def _titles(paper: Paper) -> Iterator[Statement]:
    """Each title against the one of the two it is nearest to; titles set in several paragraphs are put together."""
    elements = paper.elements
    titles = [
        (name, squeezed(title))
        for name, title in (("标题", elements.title), ("印发文件标题", elements.enclosed_title))
        if title
    ]
    heads = _joined(paper.titles)
    for spot, said in heads:
        name, right = max(titles, key=lambda known: alike(said, known[1]), default=("", ""))
        if right and alike(said, right) >= ALIKE:
            yield Statement(TITLE, f"公文{name}", said, right, spot, shared=False)
    if elements.enclosed_title:
        yield from _enclosed(squeezed(elements.enclosed_title), paper)


def _joined(spots: tuple[Spot, ...]) -> list[tuple[Spot, str]]:
    joined: list[tuple[Spot, str]] = []
    last = -1
    for spot in spots:
        text = squeezed(spot.paragraph.text)
        if joined and spot.paragraph.number == last + 1:
            joined[-1] = (joined[-1][0], joined[-1][1] + text)
        else:
            joined.append((spot, text))
        last = spot.paragraph.number
    return joined


def _enclosed(right: str, paper: Paper) -> Iterator[Statement]:
    """《……整改方案》 in running text: the name of what is issued."""
    for line in paper.lines:
        for found in _ENCLOSED.finditer(line.text):
            said = squeezed(found[1])
            if said != right and alike(said, right) >= 0.8 and line.paragraph.role is not Role.TITLE:
                spot = Spot(line.paragraph, found.start(1), found.end(1))
                yield Statement(TITLE, "印发文件的标题", said, right, spot, shared=False)


def _matched(
    about: str, right: str | None, paragraphs: tuple[Paragraph, ...], pattern: re.Pattern[str]
) -> Iterator[Statement]:
    for paragraph in paragraphs if right else ():
        found = pattern.search(folded(paragraph.text))
        if found and right:
            group = found.lastindex or 0
            said, wanted = squeezed(found[group]), squeezed(right)
            spot = Spot(paragraph, found.start(group), found.end(group))
            yield Statement(
                ELEMENT, about, wanted if _plain(said) == _plain(wanted) else said, wanted, spot, shared=False
            )
            return


def _plain(text: str) -> str:
    """Without marks, and with one kind of brackets: how they are written is for other rules."""
    return _MARKS.sub("", squeezed(text)).translate(str.maketrans("[【(〔]】)〕", "（（（（））））"))


def _whole(about: str, right: str | None, paragraphs: tuple[Paragraph, ...], lead: str = "") -> Iterator[Statement]:
    """The whole text of paragraphs of a role, marks apart."""
    if not right or not paragraphs:
        return
    said = "".join(squeezed(paragraph.text) for paragraph in paragraphs).removeprefix(lead)
    said, wanted = _unwrapped(said), _unwrapped(squeezed(right))
    agrees = _plain(said) == _plain(wanted)
    yield Statement(ELEMENT, about, wanted if agrees else said, wanted, Spot(paragraphs[0]), shared=False)


def _unwrapped(text: str) -> str:
    """Without the marks at its ends and the brackets around the whole."""
    bare = text.strip("：:。")
    return bare[1:-1] if bare[:1] in "（(" and bare[-1:] in "）)" else bare


def _day(about: str, right: date | None, paragraphs: tuple[Paragraph, ...]) -> Iterator[Statement]:
    for paragraph in paragraphs[:1] if right else ():
        found = _DAY.search(folded(paragraph.text))
        if found and right:
            day = found_date(found[1], found[2], found[3])
            spot = Spot(paragraph, found.start(), found.end())
            said = shown(day) if day else squeezed(found[0])
            yield Statement(A_DATE, about, said, shown(right), spot, shared=False)


def _printing_office(right: str | None, printed: tuple[Paragraph, ...]) -> Iterator[Statement]:
    for paragraph in printed[:1] if right else ():
        found = _DAY.search(folded(paragraph.text))
        said = squeezed(paragraph.text[: found.start()]) if found else ""
        if said and right:
            yield Statement(ELEMENT, "印发机关", said, squeezed(right), Spot(paragraph), shared=False)


def _contact(contact: Contact, paper: Paper) -> Iterator[Statement]:
    """The channels of supervision that a notice publishes."""
    for line in paper.lines:
        if line.issue is not None and not line.last:
            continue
        for field, about, pattern in _CONTACTS:
            right = getattr(contact, field)
            found = pattern.search(line.text) if right else None
            if found:
                said, wanted = squeezed(found[1]), squeezed(right)
                same = _as_dialled(said) == _as_dialled(wanted)
                spot = Spot(line.paragraph, found.start(1), found.end(1))
                yield Statement(ELEMENT, about, wanted if same else said, wanted, spot, shared=False)


def _as_dialled(text: str) -> str:
    """A number without its dashes, an address in small letters: how they are written does not matter."""
    return re.sub(r"[-－—–‑]", "", text).lower()
