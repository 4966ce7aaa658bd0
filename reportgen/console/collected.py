"""What came back from units as a clerk reads it: by unit what goes in, what conflicts, what is held back."""

from collections.abc import Sequence
from typing import Protocol

from reportgen.console.changes import Shown, changes_text, clipped, where_they_part
from reportgen.console.width import wrapped

_VALUE = 60


class Conflicting(Protocol):
    """A conflict as it is shown."""

    @property
    def change(self) -> Shown: ...
    @property
    def was_sent(self) -> str: ...


class OfUnit(Protocol):
    """What one unit brings."""

    @property
    def unit(self) -> str: ...
    @property
    def changes(self) -> Sequence[Shown]: ...
    @property
    def conflicts(self) -> Sequence[Conflicting]: ...


def collected_text(
    merged: Sequence[OfUnit], held: Sequence[Shown], width: int, everything: bool, *, quiet: bool = False
) -> str:
    """Unit by unit; units that bring nothing are not listed. If `quiet`, only what does not go in."""
    blocks = []
    for each in merged:
        if each.changes and not quiet:
            blocks.append(
                f"【{each.unit}】采用 {len(each.changes)} 处\n{changes_text(each.changes, width, everything)}"
            )
        if each.conflicts:
            lines = [f"【{each.unit}】冲突 {len(each.conflicts)} 处，没有动台账；请核对后在台账里改"]
            lines += [line for conflict in each.conflicts for line in _conflict(conflict, width, everything)]
            blocks.append("\n".join(lines))
    if held:
        blocks.append(f"【暂不采用】采用后台账会出错，改好表再汇总\n{changes_text(held, width, everything)}")
    return "\n\n".join(blocks)


def _conflict(conflict: Conflicting, width: int, everything: bool) -> Sequence[str]:
    change = conflict.change
    values = [conflict.was_sent, change.was, change.comes]
    shown = values if everything else where_they_part(*values, width=_VALUE)
    lines = [
        clipped(f"问题 {change.target.number}  {change.target.title}", width),
        f"  {change.field}（{change.where}）",
    ]
    for name, value in zip(("下发时", "台账现在", "交回"), shown, strict=True):
        lines += [f"    {row}" for row in wrapped(f"{name}：{value}", width - 4)]
    return lines
