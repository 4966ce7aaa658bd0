"""Words that say the same of a number twice, or what a number cannot be."""

import re
from collections.abc import Iterator

from reportgen.check.language.prose import flaw, gathered
from reportgen.check.rule import Case, Flaw, Rule

_NUMBER = (
    r"(?:\d[\d,]*(?:\.\d+)?[%％]?[万亿千百]*|[一二三四五六七八九十百千万亿两]{1,6}|半数|百分之[一二三四五六七八九十]+)"
)
_UNIT = r"(?:个百分点|平方公里|平方米|立方米|[一-鿿]{0,3}?)"
_SAID_TWICE = (
    (
        re.compile(
            rf"(?:超过|超出|突破|高于|多于|逾|至少|不少于|不低于)(?:了|有)?{_NUMBER}{_UNIT}(?<!级)(?<!规模)以上"
        ),
        "前后意思重复，去掉“以上”或前面的词",
    ),
    (
        re.compile(rf"(?:至多|最多|不超过|低于|少于|不足)(?:了|有)?{_NUMBER}{_UNIT}以下"),
        "前后意思重复，去掉“以下”或前面的词",
    ),
    (
        re.compile(
            rf"(?:大约|(?<![公条合契节制预特违简签邀相隐誓盟婚缔毁履要])约|大概|(?<![最附邻])近|接近)(?:有|为)?{_NUMBER}{_UNIT}(?:左右|上下)"
        ),
        "前后意思重复，去掉“左右”“上下”或前面的词",
    ),
    (re.compile(rf"(?:超过|至少|不足|不少于){_NUMBER}{_UNIT}(?:左右|上下)"), "前后意思矛盾，只留一个"),
    (re.compile(r"(?:大约|大概)约|约大约|(?<=约)近(?=\d)"), "前后意思重复，只留一个“约”"),
    (
        re.compile(
            r"(?:(?<![最附邻])近|(?<![公条合契节制预特违简签邀相隐誓盟婚缔毁履要])约)\d[\d,]*[万亿]?[多余](?=[个件名人家项起户次条份处元万亿吨亩])"
        ),
        "“近”“约”和“多”“余”矛盾，只留一个",
    ),
    (re.compile(r"截至到|截止到目前为止|截[至止]目前为止|截[至止][^，。；：]{1,16}为止"), "前后意思重复，改为“截至……”"),
)
_TIMES_LESS = re.compile(
    r"(?:减少|降低|下降|缩短|缩小|压缩|减低|压减|回落)(?:了|到|为)?(?:近|约|超过)?(?:\d+(?:\.\d+)?|[一二三四五六七八九十百两]{1,3})倍"
)


def tautologies(case: Case) -> Iterator[Flaw]:
    """N4: 超过…以上, 约…左右, 减少…倍."""
    for line in case.lines:
        for pattern, why in _SAID_TWICE:
            for found in pattern.finditer(line.text):
                yield flaw(line, found.start(), found.end(), f"“{found[0]}”{why}", _repair(found[0]))
        for found in _TIMES_LESS.finditer(line.text) if "倍" in line.text else ():
            message = f"“{found[0]}”说不通：减少、下降不能用倍数，改为百分数或分数"
            yield flaw(line, found.start(), found.end(), message, "百分数或分数")


def _repair(wrong: str) -> str:
    """The shorter wording that keeps the first word."""
    if wrong.startswith("截"):
        return "截至" + re.sub(r"^截[至止]到?|为止$", "", wrong)
    return (
        re.sub(r"(?:以上|以下|左右|上下)$", "", wrong) if wrong[-2:] in ("以上", "以下", "左右", "上下") else "只留一个"
    )


RULES: tuple[Rule[Case], ...] = (
    Rule(
        "N4",
        "《党政机关公文处理工作条例》第十九条",
        "GEN",
        "不写“超过……以上”“约……左右”“减少……倍”“截至……为止”。",
        lambda case: gathered(tautologies(case)),
    ),
)
