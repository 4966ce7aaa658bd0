"""Names that Excel takes for sheets."""

import re
from collections.abc import Iterator

from reportgen.errors import Place, Problem
from reportgen.workbook.cells import ILLEGAL

LONGEST_NAME = 31
_FORBIDDEN = re.compile("[\\\\*?:/\\[\\]\t\n\r]|^'|'$")


def name_faults(names: list[str]) -> Iterator[Problem]:
    """Names that are empty, too long, hold what Excel forbids, or stand twice, in whatever case."""
    seen: set[str] = set()
    for name in names:
        why = _fault(name) or ("与另一张工作表重名" if name.casefold() in seen else None)
        seen.add(name.casefold())
        if why:
            message = f"“{name}”不能作工作表的名称：{why}；请改用 {LONGEST_NAME} 个字以内、不含特殊符号、互不相同的名称"
            yield Problem("workbook-sheet-name", message, Place(sheet=name))


def _fault(name: str) -> str | None:
    if not name.strip():
        return "名称是空的"
    if len(name.encode("utf-16-le")) // 2 > LONGEST_NAME:
        return f"超过 {LONGEST_NAME} 个字"
    if _FORBIDDEN.search(name) or ILLEGAL.search(name):
        return "含有 \\ * ? : / [ ] 等 Excel 不允许的符号"
    return None
