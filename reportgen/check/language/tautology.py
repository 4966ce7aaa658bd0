"""Words that say the same of a number twice, or what a number cannot be."""

import re
from collections.abc import Iterator

from reportgen.check.language.prose import flaw, gathered
from reportgen.check.rule import Case, Flaw, Rule

_NUMBER = (
    r"(?:\d[\d,]*(?:\.\d+)?[%％]?[万亿千百]*|[一二三四五六七八九十百千万亿两]{1,6}|半数|百分之[一二三四五六七八九十]+)"
)
_UNIT = r"(?:个百分点|个工作日|平方公里|平方米|立方米|[一-鿿]{0,3}?)"
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
    (
        re.compile(rf"(?<![最附邻])近\d[\d,]*(?:\.\d+)?[%％]?[万亿]?(?!年){_UNIT}(?<!年)以上"),
        "“近”和“以上”矛盾，只留一个",
    ),
    (
        re.compile(r"(?:至少|最少|不少于)[一-鿿]{1,8}\d+(?:余|多)?(?:次|个|名|人|家|件|项|天|小时)以上"),
        "前后意思重复，去掉“以上”或前面的词",
    ),
    (re.compile(rf"(?:不超过|至多|最多){_NUMBER}{_UNIT}(?:以内|之内)"), "前后意思重复，去掉“以内”或前面的词"),
    (re.compile(rf"(?:超过|至少|不足|不少于){_NUMBER}{_UNIT}(?:左右|上下)"), "前后意思矛盾，只留一个"),
    (
        re.compile(r"(?:大约|大概)约|约大约|(?:大约|大概|(?<![公条合契节制预特违简签])约)近(?=\d)"),
        "前后意思重复，只留一个",
    ),
    (
        re.compile(
            r"(?:(?<![最附邻])近|(?<![公条合契节制预特违简签邀相隐誓盟婚缔毁履要])约)\d[\d,]*[万亿]?[多余](?=[个件名人家项起户次条份处元万亿吨亩])"
        ),
        "“近”“约”和“多”“余”矛盾，只留一个",
    ),
    (re.compile(r"截至到|截止到目前为止|截[至止]目前为止|截[至止][^，。；：]{1,16}为止"), "前后意思重复，改为“截至……”"),
)
_TAILS = "以上|以下|左右|上下|以内|之内"
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
    if wrong.startswith("近") and wrong.endswith("以上"):
        return f"{wrong[:-2]}或{wrong[1:]}"
    return re.sub(rf"(?:{_TAILS})$", "", wrong) if re.search(rf"(?:{_TAILS})$", wrong) else "只留一个"


RULES: tuple[Rule[Case], ...] = (
    Rule(
        "N4",
        "《党政机关公文处理工作条例》第十九条",
        "GEN",
        "不写“超过……以上”“约……左右”“减少……倍”“截至……为止”。",
        lambda case: gathered(tautologies(case)),
    ),
)
