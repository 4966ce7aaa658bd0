"""Where a title may break, and how good each place is.

A cost per place between two characters, the lower the better; costs of one place add up. The words
are those of titles in this line of work; a title that none of them fits is broken by its author with
a line break.
"""

import re

BEST, GOOD, FAIR, WEAK, POOR, WITHIN_WORD, WITHIN_LONG_QUOTE, NEVER = -4, 1, 2, 3, 12, 30, 40, 10_000

_NOT_FIRST = "的和、，。；：！？》〉）】〕”’…—％%,.;:!?)"
_NOT_LAST = "《〈（【〔“‘("
_SPANS = re.compile(
    rf"(?:《[^《》]*(?:《[^《》]*》[^《》]*)*》|“[^“”]*”|（[^（）]*）|〔[^〔〕]*〕)[{re.escape(_NOT_FIRST)}]*"
)
_UNBROKEN = re.compile(r"[A-Za-z0-9.%〇○-]+[年月日号个项件次人条名％]?")
_ORGAN = r"(?:委员会|人民政府|政府|[省市县区州盟旗党]委(?!员)|党组|纪委监委|办公室|领导小组|巡[视察]组)"
_WORDS = re.compile(
    rf"中共.{{1,10}}?(?:委员会|[省市县区州盟旗]委(?!员))|{_ORGAN}办公室"
    rf"|(?:[省市县区]委)?第[一二三四五六七八九十百]+(?:轮巡[视察]|巡[视察]组|[轮批次届])|[省市县区]委巡[视察]|{_ORGAN}"
    r"|关于|贯彻|落实|印发|转发|开展|进行|做好|加强|巡视|巡察|反馈(?:意见|问题)?|集中|整改|专项(?:检查|整治)?|选人用人"
    r"|(?:进展|落实)?情况|(?:实施|工作|整改)方案|方案|工作|通知|通报|报告|请示|批复|意见|办法|规定|制度|清单|问题"
    r"|任务|责任|措施|民主生活会|全面从严治党|主体责任|监督责任|公告|决定|决议|复函|纪要"
)
_TAILS = ("情况", "进展情况", "落实情况", "工作", "方案", "通知", "通报", "报告", "办法", "规定", "意见", "整改方案")
_ENDS_ORGAN = re.compile(rf"{_ORGAN}\Z")


def break_costs(title: str, limit: int) -> list[int]:
    """The cost of breaking before each character of the title; that of the first is never used."""
    spans, words = _inside(_SPANS, title), _inside(_WORDS, title)
    unbroken = _inside(_UNBROKEN, title)
    costs = [NEVER]
    for place in range(1, len(title)):
        cost = WITHIN_WORD if place in words else _by_neighbours(title, place, words)
        if place in spans:
            cost += WITHIN_LONG_QUOTE if spans[place] > limit else NEVER
        if place in unbroken or title[place] in _NOT_FIRST or title[place - 1] in _NOT_LAST:
            cost += NEVER
        costs.append(cost)
    return costs


def _inside(pattern: re.Pattern[str], title: str) -> dict[int, int]:
    """Places inside a match → how long the match is, in characters."""
    found = pattern.finditer(title)
    return {place: len(match[0]) for match in found for place in range(match.start() + 1, match.end())}


def _by_neighbours(title: str, place: int, words: dict[int, int]) -> int:
    """The cost of a place that is inside no known word."""
    before, after = title[:place], title[place:]
    if before.endswith("关于"):
        return POOR
    if after.startswith("关于"):
        return BEST
    if before.endswith("》") or after.startswith("《") or _ENDS_ORGAN.search(before):
        return GOOD
    if before.endswith("的") or after.startswith(_TAILS):
        return FAIR
    return WEAK if place - 1 in words or place + 1 in words else POOR
