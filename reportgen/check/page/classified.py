"""What a classified document must bear: article 9 of 《党政机关公文处理工作条例》, and how long it may be kept secret."""

import re
from collections.abc import Iterator

from reportgen.anatomy import Role
from reportgen.check.page.masthead import masthead_of
from reportgen.check.rule import Case, Flaw, Rule, place_of

_MARK = re.compile(r"(绝密|机密|秘密)\s*(?:★\s*(\d+)\s*年)?")
_LONGEST_YEARS = {"绝密": 30, "机密": 20, "秘密": 10}


def classified(case: Case) -> Iterator[Flaw]:
    """A 密级 calls for a 份号, and for a period that its class allows."""
    above = masthead_of(case.document).above
    numbered = any(paragraph.role is Role.COPY_NUMBER and paragraph.text.strip() for paragraph in above)
    for paragraph in above:
        found = _MARK.search(paragraph.text) if paragraph.role is Role.CLASSIFICATION else None
        if found is None:
            continue
        if not numbered:
            yield Flaw("涉密公文应当标注份号；请在密级上一行顶格写 6 位份号", place_of(paragraph), "000001", "没有份号")
        years, longest = int(found[2] or 0), _LONGEST_YEARS[found[1]]
        if years > longest:
            message = f"{found[1]}的保密期限最长 {longest} 年，现为 {years} 年；请核对"
            yield Flaw(message, place_of(paragraph, *found.span()), f"不超过 {longest} 年", f"{years} 年")


RULES = (
    Rule(
        "7.2.2-classified",
        "《党政机关公文处理工作条例》第九条",
        "MUST",
        "涉密公文标注份号、密级和保密期限，保密期限不超过绝密 30 年、机密 20 年、秘密 10 年",
        classified,
    ),
)
