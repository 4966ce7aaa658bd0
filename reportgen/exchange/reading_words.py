"""整改状态, words of a list, units, lists of texts and numbers as people type them."""

import difflib
import re
from collections.abc import Container

from reportgen.exchange.reading import Known, Read, Reading, Unread, folded, narrow, parts_of
from reportgen.model import Status

_STATUS_WORDS = {
    Status.NOT_STARTED: ("未启动", "尚未启动", "未开始", "未启动整改", "尚未开始"),
    Status.IN_PROGRESS: ("正在整改", "整改中", "正在推进", "推进中", "进行中", "正在进行", "正在整改中", "正在落实"),
    Status.BASICALLY_DONE: ("基本完成", "基本完成整改", "整改基本完成", "已基本完成", "基本整改完成"),
    Status.DONE: ("已完成", "完成", "完成整改", "整改完成", "已完成整改", "已整改完成", "整改已完成", "已整改到位", "已销号", "办结", "已办结"),
    Status.ONGOING: ("长期坚持", "长期整改", "持续整改", "长期坚持整改", "坚持长期整改"),
}  # fmt: skip
STATUS_WORDS = {said: status for status, said_as in _STATUS_WORDS.items() for said in said_as}
"""What is written for each of the five statuses."""

_DAY_SAID = r"(?:\d{4}[年./-])?\d{1,2}(?:月|[./-])(?:\d{1,2}日?)?(?:底|末)?"
HARMLESS = (
    "长效机制已建立", "已建立长效机制", "建立长效机制", "持续推进", "持续巩固", "并持续推进", "并持续巩固", "按计划推进",
    "正按计划推进", "按时间节点推进", "有序推进", "已销号", "已办结", "整改到位", "已整改到位", "已通过验收",
)  # fmt: skip
"""What may follow a status: it takes nothing of it back. A day may follow, too."""
_AFTER_STATUS = re.compile(rf"[(,;。、\s\-—:]+(?:{_DAY_SAID}(?:完成|办结|销号)?|{'|'.join(HARMLESS)})[)。]*")
_NUMBERING = re.compile(r"^(?:[（(]?[一二三四五六七八九十\d]+[)）]?[、.．]?)")
UNIT_MARKS, TEXT_MARKS = "、；;，,\n", "、；;\n"


def read_status(text: str) -> Reading:
    """整改状态: one of its words, alone or followed by a day or by words that take nothing of it back."""
    typed, said = _one_line(folded(text)), narrow(text).rstrip("。；;,，.")
    if said in STATUS_WORDS:
        status = STATUS_WORDS[said]
        return Read(str(status), None if said == status else f"“{typed}”读作“{status}”")
    for word in sorted(STATUS_WORDS, key=len, reverse=True):
        rest = said.removeprefix(word)
        if rest != said and _AFTER_STATUS.fullmatch(rest):
            return Read(str(STATUS_WORDS[word]), f"“{typed}”读作“{STATUS_WORDS[word]}”，后面的话没有录入")
    return Unread(f"整改状态“{typed}”看不懂；请写 {'、'.join(Status)} 之一")


def read_word(text: str, name: str, known: Known) -> Reading:
    """A word of the list called `name`; a list that is empty takes any."""
    said, words = folded(text).replace("\n", ""), known.lists.get(name, ())
    if not words or said in words:
        return Read(said)
    by_narrow = {narrow(word): word for word in words}
    if narrow(said) in by_narrow:
        return Read(by_narrow[narrow(said)], f"“{said}”读作“{by_narrow[narrow(said)]}”")
    bare = _NUMBERING.sub("", narrow(said))
    if bare in by_narrow:
        return Read(by_narrow[bare], f"“{said}”去掉序号，读作“{by_narrow[bare]}”")
    return Unread(_unknown(said, name, words))


def read_units(text: str, known: Known) -> Reading:
    """Units one below the other or parted by 、；， ; by blanks only where every part is a known unit."""
    said, units = folded(text), known.lists.get("单位", ())
    if said in units:
        return Read((said,))
    found = parts_of(said, UNIT_MARKS)
    if not found:
        return Unread(f"“{_one_line(said)}”里没有名称；请改写")
    if units and not all(unit in units for unit in found):
        spaced = tuple(part for unit in found for part in unit.split())
        if all(unit in units for unit in spaced):
            return Read(spaced, f"“{_one_line(said)}”按空格分开读作{'、'.join(spaced)}")
        unknown = next(unit for unit in found if unit not in units)
        return Unread(_unknown(unit=unknown, name="单位", words=units))
    return Read(found, None if len(found) < 2 or said == "\n".join(found) else f"分开读作{'、'.join(found)}")


def read_texts(text: str, marks: str = TEXT_MARKS, kept: Container[str] = ()) -> Reading:
    """Several texts, one below the other or parted by 、； outside of brackets; lines that are in `kept` stay whole."""
    said = folded(text)
    found = tuple(part for line in said.split("\n") for part in ((line,) if line in kept else parts_of(line, marks)))
    if not found:
        return Unread(f"“{_one_line(said)}”里没有内容；请改写")
    return Read(found, None if said == "\n".join(found) or len(found) < 2 else f"分开读作{'、'.join(found)}")


def read_number(value: object) -> Reading:
    """序号: a whole number from 1 on, also with brackets, 第…号, a mark after it, or full-width digits."""
    typed = f"{value:g}" if isinstance(value, float) else _one_line(folded(str(value)))
    said = narrow(typed)
    found = re.fullmatch(r"(?:第|问题)?[(]?0*([1-9]\d{0,5})(?:\.0)?[)]?(?:号|[、.,])?", said)
    if not found or isinstance(value, bool):
        return Unread(f"序号“{typed}”不是整数；请改成 1、2、3……")
    return Read(int(found[1]), None if typed == found[1] else f"“{typed}”读作 {found[1]}")


def _unknown(unit: str, name: str, words: tuple[str, ...]) -> str:
    near = difflib.get_close_matches(unit, words, n=1, cutoff=0.5)
    repair = f"是不是“{near[0]}”？" if near else f"请写 {'、'.join(words[:8])}{' 等' if len(words) > 8 else ''} 之一"
    return f"“{name}”名单里没有“{_one_line(unit)}”；{repair}"


def _one_line(text: str) -> str:
    return " ".join(text.split())
