"""What a template may say: choose, order, lay out. Anything else is refused before it runs."""

from jinja2 import nodes
from jinja2.exceptions import TemplateSyntaxError

_REFUSED: dict[type[nodes.Node], str] = {
    nodes.Add: "加法",
    nodes.Sub: "减法",
    nodes.Mul: "乘法",
    nodes.Div: "除法",
    nodes.FloorDiv: "除法",
    nodes.Mod: "取余",
    nodes.Pow: "乘方",
    nodes.Neg: "负号",
    nodes.Concat: "~ 拼接",
    nodes.Call: "调用",
    nodes.Assign: "set",
    nodes.AssignBlock: "set",
    nodes.Include: "include",
    nodes.Import: "import",
    nodes.FromImport: "import",
    nodes.Extends: "extends",
    nodes.Macro: "macro",
    nodes.CallBlock: "call",
    nodes.Block: "block",
    nodes.FilterBlock: "filter 块",
    nodes.With: "with",
}


def refuse_computing(template: nodes.Template) -> None:
    """Raise TemplateSyntaxError at the first thing that a template may not do: figures come from 事实."""
    for node in template.find_all(tuple(_REFUSED)):
        what = _REFUSED[type(node)]
        raise TemplateSyntaxError(f"模板里不能用{what}；数字一律取自台账或“事实”，文字直接写在模板里", node.lineno)
