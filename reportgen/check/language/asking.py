"""R-B2: a 报告 asks its reader for nothing."""

import re
from collections.abc import Iterator

from reportgen.anatomy import Role
from reportgen.check.language.letter import Letter, letter_of
from reportgen.check.language.organs import listed_organs, organ_key
from reportgen.check.language.stories import without_quotations
from reportgen.check.rule import Case, Flaw, Rule, place_of

_GRANTS = "批准|审批|批示|批复|审定|核准|批转|支持|解决|同意|协调解决|帮助|拨付|拨款|增拨|补助"
_START = (
    r"(?:^|(?<=[。；，！：]))(?:为此|对此|鉴此|因此|据此|现|特|并|同时|建议并|以上报告|以上情况|上述问题|上述事项)?，?"
)
_POLITE = r"(?:恳|敬|特|谨|务|亦|现)?请(?:求)?"
_FORMULA = re.compile(
    rf"(?:妥否|当否|可否|是否妥当|如无不妥|以上(?:报告|意见|请求)?(?:如?无不妥|妥否|当否|可否)?)[，,]?{_POLITE}(?:予以?|即|尽快|尽早)?(?:批示|审批|批准|批复|核准|指示|批转|审定)"
)
_PLAIN = re.compile(rf"{_START}{_POLITE}(?:尽快|尽早|一并)?(?:予以?|给予|准予)(?:大力|尽快)?(?:{_GRANTS})")
_BARE = re.compile(rf"{_START}{_POLITE}(?:批示|批复|批准|审批|核准)(?=[。！；]|$)")
_USUAL_SUPERIORS = (
    "上级党委",
    "上级党组织",
    "上级部门",
    "上级机关",
    "上级",
    "各位领导",
    "领导",
    "贵委",
    "贵部",
    "贵厅",
    "贵局",
    "贵办",
)
_LEVEL = re.compile(r"([省市县区州盟旗国](?:委|政府|务院).*)$")


def _asks(case: Case) -> Iterator[Flaw]:
    letter = letter_of(case.document)
    if letter.genre != "报告" or not letter.title.endswith("报告") or not _goes_up(letter):
        return
    to_superior = _patterns_for(_superiors(letter))
    for paragraph in letter.running_text:
        text = without_quotations(paragraph.text)
        for pattern in (_FORMULA, _PLAIN, _BARE, *to_superior):
            if found := pattern.search(text):
                start, end = found.span()
                yield Flaw(
                    f"报告中夹带请示事项：“{paragraph.text[start:end]}”；报告不得请求批复或支持，请删去，需要请示的另用“请示”行文。",
                    place_of(paragraph, start, end), expected="不含请示事项", measured=paragraph.text[start:end],
                )  # fmt: skip
                break


def _goes_up(letter: Letter) -> bool:
    return bool(letter.of_role(Role.RECIPIENTS, Role.IMPRINT_RECIPIENTS)) or letter.has_masthead


def _superiors(letter: Letter) -> tuple[str, ...]:
    """What the addressee may be called in the text."""
    names: list[str] = []
    for paragraph in letter.of_role(Role.RECIPIENTS, Role.IMPRINT_RECIPIENTS):
        for _, name in listed_organs(paragraph.text):
            key = organ_key(name)
            level = _LEVEL.search(key)
            names += [name, key, *([level[1]] if level else [])]
    return (*_USUAL_SUPERIORS, *names)


def _patterns_for(superiors: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    whom = "|".join(re.escape(name) for name in sorted(set(superiors), key=len, reverse=True) if len(name) > 1)
    asked = rf"(?:{_START}(?:恳|敬|特|谨|务)?请(?:求)?|[恳敬]请|请求)(?:{whom})[^。；，]{{0,24}}(?:{_GRANTS})"
    hoped = rf"{_START}(?:希望|恳望|盼望|期望|望)(?:{whom})[^。；，]{{0,24}}(?:{_GRANTS})"
    return re.compile(asked), re.compile(hoped)


RULES: tuple[Rule[Case], ...] = (
    Rule("R-B2", "《党政机关公文处理工作条例》第十五条", "MUST", "报告不夹带请示事项", _asks),
)
