"""Headings of aspects and issues in running text: titles, numbers, order, and what is missing."""

from collections.abc import Callable, Iterator
from itertools import pairwise

from reportgen.check.agreement.book import Book, titles_of
from reportgen.check.agreement.headings import Heading, sub_titles
from reportgen.check.agreement.paper import Paper
from reportgen.check.agreement.statement import MISSING, ORDER, TITLE, Remark, Spot, Statement
from reportgen.check.agreement.structure import aspect_findings, measure_counts, misplaced
from reportgen.check.agreement.text import alike, bare
from reportgen.model import Issue

FEWEST = 3
SHOWN = 40


def listing_findings(paper: Paper, book: Book) -> Iterator[Statement | Remark]:
    """Everything the headings of a document say; nothing of a text that does not go through the issues."""
    mains = [heading for heading in paper.headings if heading.sub is None]
    known = [heading for heading in mains if heading.issue is not None]
    listed = {heading.issue.number for heading in known if heading.issue}
    if not listed or len(listed) < min(FEWEST, len(book.ledger.issues)):
        return
    for heading in paper.headings:
        yield from _title(heading, paper)
        yield from _sub_number(heading)
    for heading in mains:
        if heading.issue is None:
            yield _extra(heading)
    yield from _doubled(known)
    yield from _withheld(known, paper)
    yield from _order(known, book)
    yield from _numbers(known, paper, book)
    yield from _missing(known, paper, book)
    yield from aspect_findings(paper, book)
    yield from misplaced(known, paper)
    yield from measure_counts(paper)


def _title(heading: Heading, paper: Paper) -> Iterator[Statement]:
    issue = heading.issue
    if issue is None:
        return
    titles, about = titles_of(issue), f"第{issue.number}个问题的标题"
    one = len(titles) == 1
    if heading.sub is not None:
        titles, about = sub_titles(issue, heading.sub), f"第{issue.number}个问题第{heading.sub + 1}个子问题的标题"
        one = len(titles) == 1
    elif not paper.public:
        titles = titles[:1]
    right = next((known for known in titles if bare(known) == bare(heading.title)), None)
    if right is None:
        right = max(titles, key=lambda known: alike(bare(known), bare(heading.title)))
        said = heading.title
    else:
        said = right
    spot = Spot(heading.paragraph, heading.start, heading.end)
    yield Statement(TITLE, about, said, right, spot, shared=one)


def _sub_number(heading: Heading) -> Iterator[Remark]:
    """The number of a 子问题, counted among all or among those that may be published."""
    if heading.issue is None or heading.sub is None or heading.number is None:
        return
    subs = heading.issue.sub_issues
    right = heading.sub + 1
    among_public = sum(bool(sub.public_wording) for sub in subs[:right])
    if heading.number not in (right, among_public):
        message = f"子问题“{heading.title[:SHOWN]}”的序号写的是{heading.number}，应为{right}；请改正序号"
        yield Remark(ORDER, message, Spot(heading.paragraph, 0, heading.start), str(right), str(heading.number))


def _extra(heading: Heading) -> Remark:
    title = heading.title[:SHOWN]
    message = f"台账里没有“{title}”这个问题；请核对标题，或者在台账中补上"
    return Remark(MISSING, message, Spot(heading.paragraph, heading.start, heading.end), "台账中的问题", title)


def _doubled(known: list[Heading]) -> Iterator[Remark]:
    seen: dict[int, Heading] = {}
    for heading in known:
        if heading.issue is None:
            continue
        if heading.issue.number in seen:
            message = f"第{heading.issue.number}个问题“{heading.issue.title[:SHOWN]}”写了两次；请删去一处"
            yield Remark(MISSING, message, Spot(heading.paragraph, heading.start, heading.end), "一次", "两次")
        seen[heading.issue.number] = heading


def _withheld(known: list[Heading], paper: Paper) -> Iterator[Remark]:
    for heading in known:
        issue = heading.issue
        if paper.public and issue and issue.withheld and issue.withheld.to_society:
            message = (
                f"第{issue.number}个问题台账写明不向社会公开，却列入了{paper.kind or '通报'}；请删去，或者更正台账"
            )
            yield Remark(MISSING, message, Spot(heading.paragraph, heading.start, heading.end), "不列入", "列入")


def _order(known: list[Heading], book: Book) -> Iterator[Remark]:
    places = {issue.number: place for place, issue in enumerate(book.ordered)}
    for before, heading in pairwise(known):
        if before.issue and heading.issue and places[heading.issue.number] < places[before.issue.number]:
            message = (
                f"第{heading.issue.number}个问题排在第{before.issue.number}个之后，与台账的顺序不一致；请按台账排列"
            )
            yield Remark(ORDER, message, Spot(heading.paragraph, heading.start, heading.end))
            return


def _numbers(known: list[Heading], paper: Paper, book: Book) -> Iterator[Remark]:
    """Numbers before titles, by the way of numbering that fits most of them."""
    numbered = [heading for heading in known if heading.number is not None]
    ways = [_by_ledger(), _by_aspect(book)]
    if paper.public:
        ways = [_through(book.public), *ways]
    if not numbered:
        return
    way = max(ways, key=lambda way: sum(way(heading.issue) == heading.number for heading in numbered if heading.issue))
    wrong = [heading for heading in numbered if heading.issue and way(heading.issue) != heading.number]
    if len(wrong) * 2 > len(numbered):
        return
    for heading in wrong:
        right = way(heading.issue) if heading.issue else None
        if right is not None:
            message = f"问题“{heading.title[:SHOWN]}”的序号写的是{heading.number}，应为{right}；请改正序号"
            yield Remark(ORDER, message, Spot(heading.paragraph, 0, heading.start), str(right), str(heading.number))


def _by_ledger() -> Callable[[Issue | None], int | None]:
    return lambda issue: issue.number if issue else None


def _through(issues: tuple[Issue, ...]) -> Callable[[Issue | None], int | None]:
    places = {issue.number: place for place, issue in enumerate(issues, 1)}
    return lambda issue: places.get(issue.number) if issue else None


def _by_aspect(book: Book) -> Callable[[Issue | None], int | None]:
    places = {number: int(code.split("-")[1]) for number, code in book.codes().items()}
    return lambda issue: places.get(issue.number) if issue else None


def _missing(known: list[Heading], paper: Paper, book: Book) -> Iterator[Remark]:
    listed = {heading.issue.number for heading in known if heading.issue}
    wanted = book.public if paper.public else book.ordered
    missing = [issue for issue in wanted if issue.number not in listed]
    if not missing or len(listed) * 2 < len(wanted):
        return
    names = "、".join(f"第{issue.number}个“{issue.title[:SHOWN]}”" for issue in missing[:3])
    more = f"等{len(missing)}个" if len(missing) > 3 else ""
    message = f"文中逐项写了问题，少了台账中的{names}{more}；请补上，或者核对台账"
    place = _before(known, missing[0], book)
    yield Remark(MISSING, message, place, f"{len(wanted)}个问题", f"{len(wanted) - len(missing)}个问题")


def _before(known: list[Heading], missing: Issue, book: Book) -> Spot:
    """The heading after which the missing issue should stand."""
    places = {issue.number: place for place, issue in enumerate(book.ordered)}
    earlier = [heading for heading in known if heading.issue and places[heading.issue.number] < places[missing.number]]
    heading = earlier[-1] if earlier else known[0]
    return Spot(heading.paragraph, heading.start, heading.end)
