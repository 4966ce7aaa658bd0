"""Tags that take their paragraph, row or cell away with them must stand there alone.

docxtpl removes the whole element around {%p …%}, {%tr …%} and {%tc …%}; whatever else stands in it
would vanish without a word.
"""

import re
from collections.abc import Iterator
from typing import Any

from reportgen.errors import Place, Problem
from reportgen.word.xml import text_of, w

_WHOLE = re.compile(r"[{]%(p|tr|tc)\s.*?%[}]|[{][{](p|tr|tc)\s.*?[}][}]|[{]#(p|tr|tc)\s.*?#[}]", re.DOTALL)
_RICH = re.compile(r"[{][{](r|p)\s|[{]%\s*(cellbg|colspan)\b|[{]%r\s")
_COMPLETE = re.compile(r"[{][{](?:(?![{][{%#]).)*?[}][}]|[{]%(?:(?![{][{%#]).)*?%[}]|[{]#.*?#[}]", re.DOTALL)
_OPEN = re.compile(r"[{][{%#]")
_ELEMENTS = {"p": ("p", "独占一段"), "tr": ("tr", "独占一行"), "tc": ("tc", "独占一个单元格")}
_SHOWN_CHARACTERS = 40


def crowded_tags(body: Any, shown: str, part: str) -> Iterator[Problem]:
    """Every such tag that does not stand alone, and tags for which there are no values."""
    for number, paragraph in enumerate(body.iter(w("p")), 1):
        text = text_of(paragraph)
        place = Place(file=shown, part=part, paragraph=number, text=text[:_SHOWN_CHARACTERS])
        if _OPEN.search(_COMPLETE.sub("", text)):
            message = "标签没有写完整，后面的内容会被当作标签的一部分丢掉；每个 {{、{% 都要在同一段里有 }}、%} 结尾"
            yield Problem("template-braces", message, place)
            continue
        if _RICH.search(text):
            message = "{{r …}}、{{p …}}、{% cellbg %}、{% colspan %} 在这里不能用；文字请写成 {{ 名称 }}，格式用样式"
            yield Problem("template-tag", message, place)
            continue
        found = _WHOLE.search(text)
        if found:
            kind = next(group for group in found.groups() if group)
            element, alone = _ELEMENTS[kind]
            holder = _ancestor(paragraph, element)
            if holder is None:
                message = f"“{found[0]}”不在表格里；它要放在表格的一行中，并且{alone}"
                yield Problem("template-structure", message, place)
            elif _words(holder).strip() != found[0].strip():
                message = f"“{found[0]}”旁边还有别的文字，生成时会一起消失；请让它{alone}"
                yield Problem("template-structure", message, place)


def _ancestor(paragraph: Any, element: str) -> Any:
    """The nearest element of that name around the paragraph, or itself."""
    node = paragraph
    while node is not None and node.tag != w(element):
        node = node.getparent()
    return node


def _words(element: Any) -> str:
    """All the text within, paragraphs joined."""
    return "".join(text_of(element).split("\n"))
