"""How running text words the figures of a ledger. Only wordings that can mean nothing else.

In a pattern N is a figure or a Chinese numeral, M a sum of money with its unit, R a percentage.
"""

import re
from dataclasses import dataclass

from reportgen.check.agreement.text import NUMERAL

_N = rf"\s*{NUMERAL}\s*(?![余多几])"
_M = r"\s*((?<![\d.])\d+(?:\.\d+)?\s*(?:亿元|万元|元))"
_R = r"\s*((?<![\d.])\d+(?:\.\d+)?\s*%)"
_QUANTIFIER = r"(?<![约近超过逾])"

PARTIAL = r"各[级县单部地]|班子|全市|专项检查|专项巡视|专项巡察|选人用人|责任制|上一?轮|上次|历次|往年|审计|督察|其中|牵头|涉及|查摆|自查|征求|子问题|”方面"
"""Words that say a total is one of something else."""

ABOUT_CLUES = r"线索|四种形态|追责|问责|监督执纪|移交"
AT_LARGE = r"大以来|年以来|[春夏秋冬]|上半年|下半年|全[省市县区州]|各[级县区市]|立案|机关共|累计立|年度"
ABOUT_ISSUES = r"个(?:具体|反馈)?问题|整改完成率|问题完成率"
OTHER_MATTERS = r"项目|工程|任务|事项|案件|投资|信访件"


@dataclass(frozen=True, slots=True)
class Wording:
    """A pattern and the facts its groups give; `needs` must stand in the paragraph, `never` not before it in the sentence."""

    facts: tuple[str, ...]
    pattern: re.Pattern[str]
    needs: re.Pattern[str] | None = None
    never: re.Pattern[str] | None = None


def _wording(facts: str, pattern: str, needs: str = "", never: str = "") -> Wording:
    written = re.sub(r"[NMR]", lambda mark: {"N": _QUANTIFIER + _N, "M": _QUANTIFIER + _M, "R": _R}[mark[0]], pattern)
    conditions = [re.compile(words) if words else None for words in (needs, never)]
    return Wording(tuple(facts.split()), re.compile(written), *conditions)


_STATUS = r"(?:的)?(?:问题)?(?:有|共)?N个"
_STATUS_FOLLOWS = r"(?=[，,、；;。：:（(\s]|$)"

TOTALS = (
    _wording("方面数 问题总数", r"N个方面[、，,]?(?:的|共)?N个(?:具体|反馈)?问题", never=PARTIAL),
    _wording(
        "问题总数",
        r"反馈(?:意见)?(?:指出|提出)?的?N个(?:具体)?问题(?!已(?!全部认领)|正在|基本|仍|尚|未|由|涉及|需|属)",
        never=PARTIAL,
    ),
    _wording("问题总数", r"(?:共|共计|总共)(?:反馈|梳理出?|指出)(?:具体)?问题N个", never=PARTIAL),
    _wording("措施总数", r"(?:制定|提出|细化|明确|形成|落实)(?:具体)?(?:整改)?措施(?:共)?N[条项]", never=PARTIAL),
    _wording("措施总数", r"(?:制定|提出|细化|明确|形成)(?:了)?N[条项](?:具体)?(?:整改)?措施", never=PARTIAL),
    _wording("专项整改组数", r"(?:下设|成立|设立|组建|分设|设置)[^。；，]{0,25}?N个专项整改(?:工作)?小?组"),
    _wording("公开问题数", r"(?:逐项|逐条|逐一|现)(?:公布|公开)(?:问题)?N个", never="其中"),
    _wording("不公开问题数", r"另有N个(?:问题)?(?:[^。；，]{0,12})(?:不予|不宜|不)公开"),
)

STATUSES = (
    _wording("已完成数", rf"(?:已|全部)完成(?:整改)?{_STATUS}{_STATUS_FOLLOWS}", ABOUT_ISSUES, OTHER_MATTERS),
    _wording(
        "基本完成数",
        rf"(?<!完成和)(?<!完成、)(?<!完成或)基本完成(?:整改)?{_STATUS}{_STATUS_FOLLOWS}",
        ABOUT_ISSUES,
        OTHER_MATTERS,
    ),
    _wording("正在整改数", rf"(?:正在|持续)整改{_STATUS}{_STATUS_FOLLOWS}", ABOUT_ISSUES, OTHER_MATTERS),
    _wording("未启动数", rf"(?:未|尚未)启动{_STATUS}{_STATUS_FOLLOWS}", ABOUT_ISSUES, OTHER_MATTERS),
    _wording("长期坚持数", rf"长期坚持{_STATUS}{_STATUS_FOLLOWS}", ABOUT_ISSUES, OTHER_MATTERS),
    _wording("立行立改数", rf"立行立改{_STATUS}{_STATUS_FOLLOWS}", ABOUT_ISSUES, OTHER_MATTERS),
    _wording("限期整改数", rf"限期整改{_STATUS}{_STATUS_FOLLOWS}", ABOUT_ISSUES, OTHER_MATTERS),
    _wording("未完成数", r"(?:仍有|尚有|还有)N个问题(?:尚?未|没有)完成", never="方面|其中|牵头"),
    _wording("已完成数", r"N个问题(?:已经?)?(?:全部)?完成整改(?=[，。；、的]|$)", never="方面|其中|牵头|反馈的?$"),
    _wording(
        "完成率", r"(?:(?<=[。，；、：）])|\A|整改|问题)完成率(?:为|达到?|是)?R(?!的)", "问题|整改", OTHER_MATTERS
    ),
    _wording(
        "逾期数", r"(?:逾期|超过整改时限|超过时限|超期)(?:仍|尚)?(?:未|没有)(?:能)?完成(?:整改)?的?问题(?:有|为|共)?N个"
    ),
    _wording(
        "逾期数", r"(?:有|，|。)N个问题(?:逾期|超过整改时限|超过时限|超期)(?:仍|尚)?(?:未|没有)完成", never="方面|牵头"
    ),
    _wording("逾期数", r"逾期(?:的)?问题(?:有|为|共)?N个"),
)

RULES_MADE = (
    _wording(
        "新建制度数 修订制度数",
        r"新建(?:制度)?(?:文件)?N[件项个部][、，,和]?(?:修订|修改)(?:完善)?(?:制度)?(?:文件)?N[件项个部]",
        "制度",
    ),
    _wording(
        "制度文件数",
        r"(?:印发|出台|制定|建立|健全|完善|新建和修订|修订完善|制定修订|共)(?:完善|修订|各项|各类)?(?:规章)?制度(?:文件)?N[件项个部](?!修订)",
        never="其中|领域",
    ),
    _wording("新建制度数", r"新建(?:规章)?制度(?:文件)?N[件项个部]"),
    _wording("修订制度数", r"(?<!和)(?<!、)修订(?:完善)?(?:规章)?制度(?:文件)?N[件项个部]", never="新建和|新建、"),
)

CLUES = (
    _wording("问题线索数", r"办结(?:省委|中央|市委)?(?:巡视|巡察)?(?:移交|反馈)?(?:的)?问题线索N[件条个]"),
    _wording("处理人数", r"(?<!组织)(?<!理)(?:共|共计|累计)?处理N人", ABOUT_CLUES, AT_LARGE),
    _wording("党纪政务处分人数", r"党纪政务处分N人", ABOUT_CLUES, AT_LARGE),
    _wording("党纪政务处分人数", r"(?:给予|共|，|处理、)处分N人", ABOUT_CLUES, AT_LARGE),
    _wording("党纪政务处分人数", r"给予N人党纪政务处分", ABOUT_CLUES, AT_LARGE),
    _wording("党纪处分人数", r"党纪处分N人", ABOUT_CLUES, AT_LARGE),
    _wording("政务处分人数", r"(?<!党纪)政务处分N人", ABOUT_CLUES, AT_LARGE),
    _wording("组织处理人数", r"组织处理N人", ABOUT_CLUES, AT_LARGE),
    _wording("诫勉谈话人数", r"诫勉(?:谈话)?N人", ABOUT_CLUES, AT_LARGE),
    _wording("移送司法人数", r"移送司法(?:机关)?(?:处理)?N人", ABOUT_CLUES, AT_LARGE),
    *(_wording(f"第{place}种形态人数", rf"第{place}种形态(?:处理)?N人", ABOUT_CLUES, AT_LARGE) for place in "一二三四"),
)

SUMS = (
    _wording("追缴资金", r"(?<![、和])追缴(?:违[纪规法]+)?(?:资金|款)?M"),
    _wording("清退资金", r"(?<![、和])清退(?:违[纪规法]+)?(?:资金|款)?M"),
    _wording("挽回资金", r"(?<![、和])挽回(?:经济)?(?:损失|资金)?M"),
    _wording("资金合计", r"(?:追缴|清退|挽回)[^。；]*(?:合计|共计)M"),
)

WORDINGS = TOTALS + STATUSES + RULES_MADE + CLUES + SUMS


def meeting_wordings(kind: str) -> tuple[Wording, ...]:
    """How text counts the meetings of a kind: “召开市委常委会5次”, “5次召开市委常委会会议”."""
    name, fact = re.escape(kind), f"{kind}次数"
    ends = r"(?=[，,、；;。和（(\s]|$)"
    return (
        _wording(fact, rf"{name}(?:会议)?N次{ends}", "召开|会议"),
        _wording(fact, rf"N次(?:主持)?召开{name}"),
        _wording(fact, rf"召开(?:了)?N次{name}"),
    )
