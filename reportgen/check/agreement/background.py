"""The inspection and the leading group, as documents name them."""

import re
from collections.abc import Iterator

from reportgen.check.agreement.book import Book
from reportgen.check.agreement.lines import Line
from reportgen.check.agreement.paper import Paper
from reportgen.check.agreement.statement import DATE as A_DATE
from reportgen.check.agreement.statement import NAME, ORDER, UNIT, Remark, Spot, Statement, shown
from reportgen.check.agreement.text import DATE, alike, found_date, items, one_character_apart, squeezed
from reportgen.model import LeadingGroup, SpecialGroup

ALIKE_GROUPS = 0.75
_PERIOD = re.compile(rf"{DATE}\s*(?:至|到|—|－|-)\s*(?:(\d{{4}})\s*年\s*)?(?:(\d{{1,2}})\s*月\s*)?(\d{{1,2}})\s*日")
_FEEDBACK = re.compile(
    rf"{DATE}[，,]?(?:(?!传达|研究|学习|部署|落实|针对|召开|印发)[^。；，]){{0,25}}?反馈(?:了|巡[视察]|意见(?=[。，；]))"
)
_TEAM = re.compile(r"(?:中央|[省市县区州盟旗]委)?第[一二三四五六七八九十百]+巡[视察]组")
_OTHER_TIME = re.compile(r"上一?轮|上次|历次|此前|另一|回头看")
_HEAD = re.compile(r"由([^。，；由]{2,20}?)(?:同志)?(?:担任|任)(?:[^。，；]{0,10}领导小组)?组长")
_GROUP = re.compile(r"\s*(?:(\d{1,2})[.．、]|（(\d{1,2})）)\s*([^。：，；]{4,30}组)\s*[。：]")
_PART = re.compile(r"(组长|副组长|牵头单位|成员(?:单位)?|职责)[：:]([^；]*)")


def background_findings(paper: Paper, book: Book) -> Iterator[Statement | Remark]:
    """Dates and names of the inspection; heads and members of the groups."""
    for line in paper.lines:
        if line.issue is None or line.last:
            if "巡视" in line.text or "巡察" in line.text:
                yield from _inspection(line, book)
            if "组长" in line.text or "专项整改组" in line.text:
                yield from _groups(line, book)


def _inspection(line: Line, book: Book) -> Iterator[Statement]:
    inspection = book.ledger.background.inspection
    for start, sentence in _sentences(line.text):
        if _OTHER_TIME.search(sentence):
            continue
        period = _PERIOD.search(sentence)
        told = bool(period and re.search(r"巡[视察]", sentence[period.end() :]))
        if period and told:
            first = found_date(period[1], period[2], period[3])
            last = found_date(period[4] or period[1], period[5] or period[2], period[6])
            spot = Spot(line.paragraph, start + period.start(), start + period.end())
            for about, day, due in (
                ("巡视开始日期", first, inspection.started_on),
                ("巡视结束日期", last, inspection.ended_on),
            ):
                yield Statement(A_DATE, about, shown(day) if day else squeezed(period[0]), shown(due), spot)
        feedback = _FEEDBACK.search(sentence, period.end() if period and told else 0)
        if feedback and re.search(r"巡[视察]|反馈了?意见", sentence):
            day = found_date(feedback[1], feedback[2], feedback[3])
            spot = Spot(line.paragraph, start + feedback.start(), start + feedback.end())
            said = shown(day) if day else squeezed(feedback[0])
            yield Statement(A_DATE, "巡视反馈日期", said, shown(inspection.feedback_date), spot)
        team = _TEAM.search(sentence)
        if team and (told or feedback):
            spot = Spot(line.paragraph, start + team.start(), start + team.end())
            said = team[0]
            right = inspection.inspection_team
            yield Statement(NAME, "巡视组", right if right.endswith(said) else said, right, spot)


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    for found in re.finditer(r"[^。；]+", text):
        yield found.start(), found[0]


def _groups(line: Line, book: Book) -> Iterator[Statement | Remark]:
    group = book.ledger.background.leading_group
    for found in _HEAD.finditer(line.text):
        around = line.text[max(found.start() - 40, 0) : found.end() + 20]
        if "领导小组" in around and "专项" not in found[0]:
            said = squeezed(found[1])
            if said in _posts(book) or alike(said, group.head) >= 0.5:
                yield Statement(
                    NAME, f"{group.name}组长", said, group.head, Spot(line.paragraph, found.start(1), found.end(1))
                )
    named = _GROUP.match(line.text)
    if named:
        yield from _special_group(line, named, book)
    elif line.text.startswith(f"{group.name}组长："):
        yield from _leading_group(line, group)


def _posts(book: Book) -> set[str]:
    group = book.ledger.background.leading_group
    return {group.head, *group.deputies, *group.members, *(special.head for special in group.special_groups)}


def _leading_group(line: Line, group: LeadingGroup) -> Iterator[Statement]:
    wanted = {"组长": (group.head,), "副组长": group.deputies, "成员": group.members}
    for part in _PART.finditer(line.text):
        name, rest = part[1], part[2].split("。", 1)[0]
        right = wanted.get(name, ())
        if right:
            said = squeezed(rest)
            agrees = said in (_joined(right, "，"), _joined(right, "、"))
            start = part.start(2)
            about = f"{group.name}{name}"
            shown_right = _joined(right, "，")
            yield Statement(
                NAME,
                about,
                shown_right if agrees else said,
                shown_right,
                Spot(line.paragraph, start, start + len(rest)),
            )
    office = re.search(r"办公室设在([^。，；]+)", line.text)
    if office and group.office:
        spot = Spot(line.paragraph, office.start(1), office.end(1))
        yield Statement(UNIT, f"{group.name}办公室", squeezed(office[1]), squeezed(group.office), spot)


def _special_group(line: Line, named: re.Match[str], book: Book) -> Iterator[Statement | Remark]:
    groups = book.ledger.background.leading_group.special_groups
    said = squeezed(named[3])
    place = int(named[1] or named[2])
    nearest = max(groups, key=lambda group: alike(said, group.name), default=None)
    if nearest is None:
        return
    right = groups.index(nearest) + 1
    in_place = right == place and alike(said, nearest.name) >= ALIKE_GROUPS
    if not (in_place or said == nearest.name or one_character_apart(said, nearest.name)):
        return
    yield Statement(
        UNIT,
        f"专项整改组“{nearest.name}”的名称",
        said,
        nearest.name,
        Spot(line.paragraph, named.start(3), named.end(3)),
    )
    if place != right:
        message = f"“{nearest.name}”的序号写的是{place}，台账中排第{right}；请核对"
        yield Remark(ORDER, message, Spot(line.paragraph, 0, named.end()), str(right), str(place))
    for part in _PART.finditer(line.text, named.end()):
        yield from _group_part(line, part, nearest)


def _group_part(line: Line, part: re.Match[str], group: SpecialGroup) -> Iterator[Statement]:
    said = squeezed(part[2]).rstrip("。")
    spot = Spot(line.paragraph, part.start(2), part.end(2))
    if part[1] == "组长":
        yield Statement(NAME, f"{group.name}组长", said, squeezed(group.head), spot)
    elif part[1] == "牵头单位" and group.lead_unit:
        yield Statement(UNIT, f"{group.name}牵头单位", said, squeezed(group.lead_unit), spot)
    elif part[1].startswith("成员") and group.members:
        right = "、".join(group.members)
        agrees = set(items(said)) == {squeezed(member) for member in group.members} or said in (
            right,
            right.replace("、", "，"),
        )
        yield Statement(UNIT, f"{group.name}成员", right if agrees else said, right, spot)


def _joined(names: tuple[str, ...], mark: str) -> str:
    return squeezed(mark.join(names))
