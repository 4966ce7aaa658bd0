"""YAML's own errors, said in Chinese with the repair."""

import re

import yaml

from reportgen.errors import Place, Problem
from reportgen.terms import TERMS

_KEYS = {term.chinese for term in TERMS}
_COLON_KEY = re.compile(r"^\s*(?:- )?\s*([^\s：:#]{1,12})\s*：")

_COLON_LIKE = r"expected ':'|mapping values|expected '-'|expected <block end>|expected key"

# What libyaml says → what the clerk can do; the first match counts.
_SAID = (
    (r"maximum nesting depth", "yaml-depth", "层次太多；请检查方括号、花括号和缩进"),
    (r"unexpected end of stream", "yaml-quote", "引号没有配对；请检查这一行之前的引号是否成对"),
    (r"cannot start any token", "yaml-start", "文字以 @、`、% 等符号开头时要加引号"),
    (
        r"mapping values are not allowed",
        "yaml-colon-space",
        "冒号用得不对：键的冒号后面要空一格；正文里如果有“: ”，请给整段文字加引号；也请检查上下行的缩进",
    ),
    (r"expected ',' or|flow node|expected node content", "yaml-bracket", "方括号或花括号没有配对；请检查这一行和上一行"),
    (r"could not find expected ':'", "yaml-colon", "这里少了冒号，或者缩进没有对齐；键要写成“键: 值”"),
    (r"expected '-' indicator|expected <block end>|<document start>|did not find expected key", "yaml-indent",
     "缩进没有对齐；同一层的键要左对齐，列表项以“- ”开头"),
    (r"special characters are not allowed|control characters", "data-control-character", "文字里有看不见的控制字符；请删除"),
    (r"found duplicate|alias|anchor", "yaml-alias", "以 & 或 * 开头的写法（锚点、别名）不能用；如果是正文，请加上引号"),
)  # fmt: skip


def say_syntax_error(error: yaml.MarkedYAMLError, text: str, shown: str) -> tuple[Problem, ...]:
    """What stopped the reader; where full-width colons or indenting tabs did, every one of them."""
    said = f"{error.context or ''} {error.problem or ''}"
    if "tab character" in said or "cannot start any token" in said:
        tabs = _tabs(text, shown)
        if tabs:
            return tabs
    colons = fullwidth_colons(text, shown) if re.search(_COLON_LIKE, said) else ()
    if colons:
        return colons
    mark = error.problem_mark or error.context_mark
    place = Place(shown, mark.line + 1, mark.column + 1) if mark else Place(shown)
    for pattern, code, message in _SAID:
        if re.search(pattern, said):
            return (Problem(code, message, place),)
    return (Problem("yaml-syntax", "这里的 YAML 写法有误；请对照样例检查缩进、冒号和引号", place),)


def fullwidth_colons(text: str, shown: str) -> tuple[Problem, ...]:
    """Known keys followed by a full-width colon."""
    problems = []
    for number, line in enumerate(text.split("\n"), 1):
        found = _COLON_KEY.match(line)
        if found and found[1] in _KEYS:
            problems.append(Problem("yaml-fullwidth-colon", colon_message(found[1]), Place(shown, number, found.end())))
    return tuple(problems)


def swallowed_key(lines: list[str]) -> str | None:
    """The known key that a full-width colon turned into part of the text above it, or None."""
    for line in lines:
        found = _COLON_KEY.match(line)
        if found and found[1] in _KEYS:
            return found[1]
    return None


def colon_message(key: str) -> str:
    """What to say of a key followed by a full-width colon."""
    return f"“{key}”后面用了全角冒号“：”；请改成半角冒号加一个空格“{key}: ”"


def _tabs(text: str, shown: str) -> tuple[Problem, ...]:
    return tuple(
        Problem("yaml-tab", "这一行用了制表符（Tab）缩进；请改用空格", Place(shown, number, line.index("\t") + 1))
        for number, line in enumerate(text.split("\n"), 1)
        if re.match(r" *(- *)?\t", line)
    )
