"""docxtpl, with every fault of a template as a value and nothing dropped in silence."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from docxtpl import DocxTemplate
from jinja2 import TemplateError, TemplateSyntaxError
from lxml import etree

from reportgen.errors import Problem
from reportgen.word.blocks import crowded_tags
from reportgen.word.faults import Source, leftover_problems, name_problem, part_name, runtime_problem, syntax_problem
from reportgen.word.grammar import refuse_computing
from reportgen.word.sandbox import StrictEnvironment

RENDERED_LIMIT_CHARACTERS = 400_000_000
_BRACES = re.compile("[{}｛｝]")


class RenderFailed(Exception):
    """The template cannot be filled; carries every problem that was found."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems


class StrictTemplate(DocxTemplate):  # type: ignore[misc] # docxtpl ships no types
    """A docxtpl template that reports where it is wrong and keeps what the data says.

    docxtpl drops malformed XML when it repairs tables, and rewrites `{_{` in data; here the first
    is a problem and the second does not happen.
    """

    def __init__(self, file: BinaryIO, shown: str) -> None:
        super().__init__(file)
        self.shown = shown
        self.problems: list[Problem] = []

    def render_xml_part(self, src_xml: str, part: Any, context: Mapping[str, Any], jinja_env: StrictEnvironment) -> str:
        """Render one part; problems are gathered, and the part rendered as far as it goes."""
        if not _BRACES.search(src_xml):
            return src_xml
        lines = re.sub(r"<w:p([ >])", r"\n<w:p\1", src_xml)
        source = Source(self.shown, str(part.partname), lines)
        self.problems += leftover_problems(source, jinja_env)
        known = len(jinja_env.misses.found)
        try:
            parsed = jinja_env.parse(lines)
            refuse_computing(parsed)
            rendered = _limited(jinja_env.from_string(parsed).generate(context))
        except TemplateSyntaxError as error:
            self.problems.append(syntax_problem(error, source))
            raise RenderFailed(tuple(self.problems)) from None
        except (TemplateError, TypeError, ValueError, KeyError) as error:
            self.problems.append(runtime_problem(error, source))
            raise RenderFailed(tuple(self.problems)) from None
        self.problems += [name_problem(miss, source) for miss in list(jinja_env.misses.found.values())[known:]]
        rendered = re.sub(r"\n<w:p([ >])", r"<w:p\1", rendered)
        result: str = self.resolve_listing(rendered)
        self._must_be_whole(result, source)
        return result

    def patch_xml(self, src_xml: str) -> str:
        """Before docxtpl takes elements away: whatever would vanish with them is a problem."""
        part = etree.fromstring(src_xml.encode("utf-8"))
        crowded = tuple(crowded_tags(part, self.shown, part_name(etree.QName(part).localname)))
        if crowded:
            raise RenderFailed((*self.problems, *crowded))
        patched: str = super().patch_xml(src_xml)
        return patched

    def render_properties(self, context: Mapping[str, Any], jinja_env: StrictEnvironment | None = None) -> None:
        """Properties without tags stay as they are."""
        properties = self.docx.core_properties
        if any(_BRACES.search(getattr(properties, name) or "") for name in ("title", "subject", "author", "comments")):
            super().render_properties(context, jinja_env)

    def _must_be_whole(self, xml: str, source: Source) -> None:
        try:
            etree.fromstring(xml.encode("utf-8"))
        except etree.XMLSyntaxError:
            message = (
                "标签放的位置不对，生成的文档不完整；请检查 {%p … %} 是否独占一段，{%tr … %} 是否独占一行，"
                "循环和条件的开头、结尾是否在同一层"
            )
            self.problems.append(source.problem("template-structure", message, None))
            raise RenderFailed(tuple(self.problems)) from None


def _limited(pieces: Iterator[str]) -> str:
    """The pieces joined; loops within loops may not go on for ever."""
    found: list[str] = []
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > RENDERED_LIMIT_CHARACTERS:
            raise ValueError("循环套得太多，生成的文档大得不合理；请检查模板里的循环")
        found.append(piece)
    return "".join(found)
