"""版记 (7.4): 主送, 抄送, 印发机关和印发日期, wherever they stand and however they are enclosed."""

from collections.abc import Mapping, Sequence

from reportgen.anatomy.model import Role
from reportgen.anatomy.role_line import Line
from reportgen.anatomy.role_patterns import is_copies, is_imprint_recipients, is_label, is_printed
from reportgen.anatomy.role_wording import is_date, is_organ, organ_before_date

_ITEMS = (Role.IMPRINT_RECIPIENTS, Role.COPIES, Role.PRINTED)
_REACH = 4
_BODY_CHARS = 30


def imprint_roles(lines: Sequence[Line], body_pt: float) -> Mapping[int, Role]:
    """The roles of the imprint's lines, by position in `lines`."""
    roles: dict[int, Role] = {}
    begun = False
    for position, line in enumerate(lines):
        role = _role(line, position, lines, begun, body_pt)
        if role:
            roles[position] = role
        begun = begun or (len(line.key) > _BODY_CHARS and line.key.endswith("。")) or is_date(line.key)
    for position in tuple(roles):
        roles.update(_following(lines, position, roles))
        before = position - 1
        if roles[position] is Role.PRINTED and before >= 0 and before not in roles and _is_cell_before(lines, before):
            roles[before] = Role.PRINTED
    return roles or _unmarked(lines, body_pt)


def _is_cell_before(lines: Sequence[Line], before: int) -> bool:
    """印发机关 in a cell of its own."""
    return _same_group(lines[before], lines[before + 1]) and is_organ(lines[before].key)


def _role(line: Line, position: int, lines: Sequence[Line], begun: bool, body_pt: float) -> Role | None:
    small = line.enclosed or line.bordered or line.size_pt < body_pt or line.hint in _ITEMS
    if is_copies(line.key) or (begun and small and is_copies(line.key, unmarked=True)):
        return Role.COPIES
    if is_imprint_recipients(line.key) and begun:
        return Role.IMPRINT_RECIPIENTS
    if is_printed(line.key) and (begun or line.enclosed):
        return Role.PRINTED
    if line.hint in _ITEMS and begun and not _is_long_text(line, position, lines):
        return line.hint
    return None


def _is_long_text(line: Line, position: int, lines: Sequence[Line]) -> bool:
    """Whether a style of the imprint ran on into text that is none."""
    return line.hint is Role.PRINTED and len(line.key) > 60 and position + 1 < len(lines)


def _following(lines: Sequence[Line], position: int, roles: Mapping[int, Role]) -> Mapping[int, Role]:
    """Turn-over lines typed as paragraphs of their own, and 印发 without its word or in a second cell."""
    found: dict[int, Role] = {}
    first = lines[position]
    for here in range(position + 1, min(position + 1 + _REACH, len(lines))):
        line = lines[here]
        if here in roles:
            near = roles[here] is Role.PRINTED and roles[position] is not Role.PRINTED
            return found if near or _same_group(first, line) else _enclosed(found, lines, first)
        if is_label(line.key) or line.opens_page or line.key.startswith("("):
            break
        if _is_printed_unmarked(line, first):
            found[here] = Role.PRINTED
        elif roles[position] is Role.COPIES and Role.PRINTED not in found.values():
            found[here] = Role.COPIES
        else:
            break
    if Role.PRINTED in found.values():
        last = max(here for here, role in found.items() if role is Role.PRINTED)
        return {here: role for here, role in found.items() if here <= last}
    return _enclosed(found, lines, first)


def _is_printed_unmarked(line: Line, first: Line) -> bool:
    """印发机关 and 印发日期 in one line; one of them alone only where the imprint is enclosed, for it may be a signature."""
    key = line.key.removesuffix("印发")
    organ = organ_before_date(key)
    alone = _same_group(first, line) and (is_date(key) or is_organ(key))
    return alone or bool(organ and is_organ(organ))


def _enclosed(found: Mapping[int, Role], lines: Sequence[Line], first: Line) -> Mapping[int, Role]:
    return {here: role for here, role in found.items() if _same_group(first, lines[here])}


def _same_group(one: Line, other: Line) -> bool:
    return one.group is not None and one.group == other.group


def _unmarked(lines: Sequence[Line], body_pt: float) -> Mapping[int, Role]:
    """The last line, if it is 印发机关 and 印发日期 without the word 印发."""
    if len(lines) < 2:
        return {}
    last = lines[-1]
    organ = organ_before_date(last.key)
    placed = last.enclosed or last.bordered or last.size_pt < body_pt
    return {len(lines) - 1: Role.PRINTED} if placed and organ and is_organ(organ) else {}
