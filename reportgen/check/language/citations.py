"""Document numbers where other documents are cited: 示办〔2022〕15号 (GB/T 9704-2012 7.2.5)."""

import re
from collections.abc import Iterator

from reportgen.anatomy import Role
from reportgen.check.language.prose import HAN, LAYOUT, Line, flaw, gathered
from reportgen.check.rule import Case, Flaw, Rule

_YEAR = r"(?:19|20)\d{2}"
_NUMBER = re.compile(rf"([\[［【（(〔])\s?({_YEAR})(年?)\s?([\]］】）)〕])\s?(第?)\s?(\d{{1,5}})\s?号")
_SHORT_YEAR = re.compile(rf"(?<=[{HAN}])〔(\d{{2}})〕(\d{{1,5}})号")
_NUMBER_FIRST = re.compile(rf"(?<![（(、，）)])([{HAN}]{{2,8}}〔{_YEAR}〕\d+号)(?:文件|文)?《([^《》]{{4,60}})》")
_NUMBER_BARE = re.compile(rf"》((?!和|与|及|以及|以|按|根据|的|或|等|并|中|由|经)[{HAN}]{{1,6}}〔{_YEAR}〕\d+号)")
_LEADS_TO_CODE = re.compile(
    r"(?:根据|按照|依据|落实|贯彻|执行|依照|对照|参照|印发|转发)?(?:(?:省|市|县|区)(?:委|政府)(?=[一-鿿]{2}))?"
)
_OWN = frozenset({Role.DOCUMENT_NUMBER, Role.SIGNATORY})


def cited_numbers(case: Case) -> Iterator[Flaw]:
    """P11: 〔〕 around a full year, a plain number, and the number in （） behind the title."""
    for line in case.lines:
        if line.role not in _OWN and "号" in line.text:
            yield from _forms(line)
            if "〔" in line.text and not line.in_table:
                yield from _order(line)


def _forms(line: Line) -> Iterator[Flaw]:
    for found in _NUMBER.finditer(line.text):
        opened, year, extra, closed, ordinal, number = found.groups()
        if not re.match(f"[{HAN}]", line.text[max(found.start() - 1, 0) : found.start()]) and opened in "（(【":
            continue
        if extra and opened in "（(":
            continue  # （2022年）第3号: an issue of a periodical
        faults = [
            "年份要用六角括号〔〕括起" if (opened, closed) != ("〔", "〕") else "",
            "年份后面不写“年”" if extra else "",
            "序号前面不加“第”" if ordinal else "",
            "序号不编虚位" if number.startswith("0") else "",
        ]
        if any(faults):
            right = f"〔{year}〕{number.lstrip('0') or number}号"
            yield _told(line, found, "，".join(fault for fault in faults if fault), right)
    for found in _SHORT_YEAR.finditer(line.text):
        yield _told(line, found, "年份要写全", f"〔20{found[1]}〕{found[2]}号")


def _told(line: Line, found: re.Match[str], fault: str, right: str) -> Flaw:
    return flaw(line, found.start(), found.end(), f"发文字号“{found[0]}”不规范：{fault}，改为“{right}”", right)


def _order(line: Line) -> Iterator[Flaw]:
    for found in _NUMBER_FIRST.finditer(line.text):
        start = found.start() + len(_LEADS_TO_CODE.match(found[1])[0])  # type: ignore[index] # matches anything
        number = line.text[start : found.end(1)]
        right = f"《{found[2]}》（{number}）"
        message = f"引用公文先引标题、后引发文字号，改为“《……》（{number}）”"
        yield flaw(line, start, found.end(), message, right, strength="GEN")
    for found in _NUMBER_BARE.finditer(line.text):
        right = f"》（{found[1]}）"
        message = f"引用公文的发文字号放在标题后面的括号里，改为“{right}”"
        yield flaw(line, found.start(), found.end(), message, right, strength="GEN")


RULES: tuple[Rule[Case], ...] = (
    Rule(
        "P11",
        f"{LAYOUT} 7.2.5",
        "MUST",
        "发文字号的年份用六角括号〔〕、写全四位，序号不加“第”、不编虚位；引用公文先引标题、后引发文字号。",
        lambda case: gathered(cited_numbers(case)),
    ),
)
