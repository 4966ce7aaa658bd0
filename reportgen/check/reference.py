"""docs/checks.md, written from the rules themselves: python -m reportgen.check.reference docs/checks.md"""

import sys
from collections.abc import Iterator
from pathlib import Path

from reportgen.check.judge import GROUPS
from reportgen.check.norm import NATIONAL
from reportgen.check.office import ADJUSTABLE, OFF, VALUES
from reportgen.check.rule import STRENGTHS

_INTRODUCTION = """\
# 检查规则

`reportgen check` 的每条规则都有一个固定的代码。本页由程序生成。

| 强度 | 意思 | 不符合时 |
|---|---|---|
| 必须 | 标准或条例写明的 | 错误，`check` 不通过 |
| 一般、推荐 | 标准写“一般”“推荐”的 | 提醒，加 `--strict` 才不通过 |
| 可以、推算、惯例 | 标准写“可以”的，由其他条文推算的，或者只是通行做法、标准没有写的 | 说明，不影响通过 |

同一条规则里，有的情形比规则本身轻，以报告里写的为准。
没有条件检查的规则列为“未查”，并写明缺什么；未查的不算通过。
代码以 `pdf-` 开头的规则看排出来的页面，需要 LibreOffice、公文字体（或替代字体）和 `python -m pip install pypdfium2 Pillow`。
同一处毛病，文件里已经查出原因的，不再从页面上重复报告。
"""
_OFFICE = """\
## 本单位的调整

在 `templates/standard.yaml` 里可以停用规则、调整数值；每次检查都会列出改了什么。例如：

```yaml
{off}: [P5, 7.3.3-bold]
{values}:
  天头: 35
  正文字体: [方正仿宋_GBK, 仿宋_GB2312]
```

| 名称 | 国家标准 |
|---|---|
"""


def reference() -> str:
    """The whole page."""
    return "".join([_INTRODUCTION, *_groups(), "\n", _OFFICE.format(off=OFF, values=VALUES), *_values()])


def _groups() -> Iterator[str]:
    for group in GROUPS:
        yield f"\n## {group.heading}\n\n| 代码 | 依据 | 强度 | 要求 |\n|---|---|---|---|\n"
        for rule in group.rules:
            yield f"| {rule.code} | {rule.clause} | {STRENGTHS[rule.strength]} | {rule.demand} |\n"


def _values() -> Iterator[str]:
    for name, value in ADJUSTABLE.items():
        national = getattr(NATIONAL, value.field)
        shown = (
            "、".join(national[:3]) + ("等" if len(national) > 3 else "")
            if not value.unit
            else f"{national:g} {value.unit}"
        )
        yield f"| {name} | {shown} |\n"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(reference(), encoding="utf-8")
