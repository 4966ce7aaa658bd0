"""Faults of templates, said in Chinese with the place and the text around it."""

import re
from dataclasses import dataclass
from types import TracebackType

from jinja2 import TemplateSyntaxError

from reportgen.errors import Place, Problem
from reportgen.word.sandbox import StrictEnvironment, UnknownName

_SHOWN_CHARACTERS = 40
_PARTS = {"header": "页眉", "hdr": "页眉", "footer": "页脚", "ftr": "页脚", "footnotes": "脚注",
          "document": "正文", "body": "正文"}  # fmt: skip
_LEFTOVER = re.compile(r"\{\{|\}\}|\{%|%\}|｛｛|｝｝|｛％|％｝|｛%|%｝")
_SAID = (
    (r"No filter named '(.+?)'", "template-filter", "没有“{0}”这个过滤器；可以用的过滤器见 docs/fields.md"),
    (r"No test named '(.+?)'", "template-filter", "没有“{0}”这个判断；条件直接写名称，例如 {{%p if 公文.附注 %}}"),
    (r"looking for the following tags: .*'(endfor|endif)'", "template-unclosed", "少了“{{%p {0} %}}”；每个 for、if 都要有结尾"),
    (r"Encountered unknown tag '(end\w+)'", "template-unclosed", "“{0}”没有对应的开头，或者与开头交叉了；请检查"),
    (r"Encountered unknown tag '(\w+)'", "template-tag", "不认识“{0}”；块标签只有 for、if、elif、else、endfor、endif、set"),
    (r"Unexpected end of template", "template-unclosed", "有 for 或 if 没有结尾；请补上 {{%p endfor %}} 或 {{%p endif %}}"),
    (r"unexpected char '(.)'", "template-tag", "标签里有不能用的字符“{0}”；标签里要用半角标点"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Source:
    """One part of a template, with a line break before each paragraph."""

    shown: str
    partname: str
    text: str

    @property
    def part(self) -> str:
        """正文, 页眉, 页脚 …"""
        return part_name(re.sub(r"\d*\.xml$", "", self.partname.rsplit("/", 1)[-1]))

    def problem(self, code: str, message: str, line: int | None) -> Problem:
        """A problem at a line (from 1) of the part; the text of that paragraph goes with it."""
        if not line:
            return Problem(code, message, Place(file=self.shown, part=self.part))
        lines = self.text.split("\n")
        paragraph = max(sum(1 for above in lines[:line] if above.startswith("<w:p")), 1)
        text = re.sub(r"<[^>]+>", "", lines[line - 1]) if line <= len(lines) else ""
        place = Place(file=self.shown, part=self.part, paragraph=paragraph, text=text[:_SHOWN_CHARACTERS] or None)
        return Problem(code, message, place)


def part_name(stem: str) -> str:
    """What a clerk calls a part of the document."""
    return _PARTS.get(stem, stem)


def syntax_problem(error: TemplateSyntaxError, source: Source) -> Problem:
    """What Jinja could not read."""
    said = error.message or ""
    if re.search(r"[\u4e00-\u9fff]", said) and said.startswith("模板里"):
        return source.problem("template-run", said, error.lineno)
    for pattern, code, message in _SAID:
        found = re.search(pattern, said)
        if found:
            return source.problem(code, message.format(*found.groups()), error.lineno)
    return source.problem(
        "template-tag", "标签的写法有误；请检查花括号、百分号、引号是否成对，名称中间有没有空格", error.lineno
    )


def runtime_problem(error: Exception, source: Source) -> Problem:
    """What went wrong while filling: a refused operation, or a filter that was given the wrong thing."""
    said = str(error)
    if not re.search(r"[\u4e00-\u9fff]", said):
        said = "这里的写法不能用；模板里只能取数据、用过滤器，不能调用和计算"
    return source.problem("template-run", said, _line_of(error.__traceback__))


def _line_of(trace: TracebackType | None) -> int | None:
    """The innermost line of the template in a traceback (Jinja has rewritten it to template lines)."""
    line = None
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>" or "__jinja_template__" in trace.tb_frame.f_globals:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def name_problem(miss: UnknownName, source: Source) -> Problem:
    """A name that nobody gives."""
    hint = f"是不是“{miss.nearest}”？" if miss.nearest else "可以用的名称见 docs/fields.md"
    return source.problem("template-name", f"模板里的“{miss.name}”没有对应的数据；{hint}", miss.line)


def leftover_problems(source: Source, environment: StrictEnvironment) -> list[Problem]:
    """Braces in the template's own text that are no tags: broken, or typed full-width."""
    if not re.search(r"[｛｝％{}]", source.text):
        return []
    try:
        tokens = list(environment.lex(source.text))
    except TemplateSyntaxError:
        return []
    problems = []
    for line, kind, text in tokens:
        words = re.sub(r"<[^>]+>", "", text) if kind == "data" else ""
        found = _LEFTOVER.search(words)
        if found:
            wide = "用了全角花括号；" if found[0][0] in "｛｝％" or "％" in found[0] else "花括号没有配对；"
            at = line + text[: text.find(found[0])].count("\n") if found[0] in text else line
            problems.append(
                source.problem("template-braces", f"{wide}标签要写成半角的 {{{{ 名称 }}}} 或 {{%p … %}}", at)
            )
    return problems
