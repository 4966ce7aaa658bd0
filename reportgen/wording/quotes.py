"""Running text that quotes a name: “先后召开市委常委会{{ 事实.市委常委会次数 }}次”.

Only a dotted name and filters may stand between the braces: no logic, no calls. That is all that
running text needs, and it cannot run code.
"""

import difflib
import re
from collections.abc import Callable, Iterator, Mapping

_QUOTE = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_NAME = re.compile(r"[\w（）]+(?:\.[\w（）]+)*")
_FILTER_MARK = re.compile(r"\s*[|｜]\s*")

Filters = Mapping[str, Callable[..., str]]


def quote(text: str, names: Mapping[str, object], filters: Filters) -> str:
    """The text with every quoted name replaced; a value that is None becomes nothing.

    `names` maps dotted names to plain values. The text must be free of `faults`.
    """
    if "{{" not in text:
        return text
    return _QUOTE.sub(lambda found: _value(found[1], names, filters), text)


def _value(expression: str, names: Mapping[str, object], filters: Filters) -> str:
    name, *steps = _FILTER_MARK.split(expression.strip())
    value = names[name]
    for step in steps:
        value = filters[step](value)
    return "" if value is None else str(value)


def faults(text: str, names: Mapping[str, object], filters: Filters) -> Iterator[str]:
    """What is wrong with the quotes in a text, each with its repair."""
    if "{" not in text and "}" not in text and "｛" not in text:
        return
    for found in _QUOTE.finditer(text):
        yield from _expression_faults(found[1].strip(), names, filters)
    rest = _QUOTE.sub("", text)
    single = re.search(r"\{\s*(?:事实|巡视|公文|领导小组|被巡视党组织)\.[^{}]*\}", rest)
    if single:
        yield f"“{single[0]}”少了一层花括号；引用要写成 {{{{ 事实.问题总数 }}}}"
    if "{{" in rest or "}}" in rest:
        yield "花括号没有配对；引用要写成 {{ 事实.问题总数 }}"
    if "｛｛" in rest or "｝｝" in rest:
        yield "用了全角花括号；引用要用半角花括号，写成 {{ 事实.问题总数 }}"
    if "{%" in rest or "{#" in rest:
        yield "行文里只能引用数据，不能写 {% %} 或 {# #}；请改成 {{ 事实.名称 }}"


def _expression_faults(expression: str, names: Mapping[str, object], filters: Filters) -> Iterator[str]:
    name, *steps = _FILTER_MARK.split(expression)
    if not _NAME.fullmatch(name):
        yield f"“{{{{ {expression} }}}}”看不懂；引用要写成 {{{{ 事实.问题总数 }}}}"
    elif name not in names:
        yield f"没有“{name}”这个数据；{_nearest(name, names, '可以引用的名称见 docs/fields.md')}"
    for step in steps:
        if step not in filters:
            yield f"没有“{step}”这个过滤器；{_nearest(step, filters, '可以用的过滤器见 docs/fields.md')}"
    if name in names and all(step in filters for step in steps):
        try:
            _value(expression, names, filters)
        except (ValueError, TypeError) as error:
            yield f"“{{{{ {expression} }}}}”不能这样用：{error}"


def _nearest(name: str, known: Mapping[str, object], otherwise: str) -> str:
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
    return f"是不是“{near[0]}”？" if near else otherwise
