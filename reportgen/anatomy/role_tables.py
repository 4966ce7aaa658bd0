"""Tables: those that hold data, and those that only put a masthead, a signature or an imprint in its place."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from reportgen.anatomy.formats import Border, Letters
from reportgen.anatomy.model import Document, Paragraph, Role, Table
from reportgen.anatomy.role_line import is_red
from reportgen.anatomy.role_patterns import (
    is_copies,
    is_document_number,
    is_imprint_recipients,
    is_printed,
    is_signatory,
)
from reportgen.anatomy.role_styles import role_of_style
from reportgen.anatomy.role_wording import is_date, is_organ, key_of

_LAYOUT_PARAGRAPHS = 40
_HEAD_PARAGRAPHS = 60  # a masthead stands among so many first paragraphs of the document
_MASTHEAD_ROWS, _SIGNATURE_ROWS = 6, 8
_MARK_HALF_PT = 52
_HEAD_CHARS = 15

Members = Sequence[tuple[int, Paragraph]]  # index and paragraph, in order


def roles_in_tables(document: Document) -> Mapping[int, Role]:
    """The roles of paragraphs in tables of data, by index; paragraphs of other tables are not in it."""
    members: dict[int, list[tuple[int, Paragraph]]] = defaultdict(list)
    for index, paragraph in enumerate(document.paragraphs):
        if paragraph.cell is not None:
            members[paragraph.cell.table].append((index, paragraph))
    part = document.paragraphs[0].part if document.paragraphs else ""
    tables = {table.number: table for table in document.tables if table.part == part}
    roles: dict[int, Role] = {}
    for number, group in members.items():
        table = tables.get(number)
        if table is None or not _only_places(table, group):
            roles.update(_roles_of_data(table, group))
    return roles


def _only_places(table: Table, group: Members) -> bool:
    visible = [(index, paragraph) for index, paragraph in group if paragraph.text.strip()]
    if not visible or len(visible) > _LAYOUT_PARAGRAPHS:
        return not _is_lined(table) and table.columns <= 1
    keys = [key_of(paragraph.text) for _, paragraph in visible]
    if any(is_copies(key) or is_imprint_recipients(key) or is_printed(key) for key in keys):
        return True
    if _is_lined(table):
        return False
    return table.columns <= 1 or _is_masthead(table, visible, keys) or _is_signature(table, keys)


def _is_masthead(table: Table, visible: Members, keys: Sequence[str]) -> bool:
    if visible[0][0] > _HEAD_PARAGRAPHS or table.rows > _MASTHEAD_ROWS:
        return False
    return any(is_document_number(key) or is_signatory(key) or key.endswith("文件") for key in keys) or any(
        _looks_like_a_mark(paragraph) for _, paragraph in visible
    )


def _looks_like_a_mark(paragraph: Paragraph) -> bool:
    if role_of_style(paragraph.shape.style) is Role.ISSUER_MARK:
        return True
    return any(is_red(run.letters.color) and run.letters.size_half_pt >= _MARK_HALF_PT for run in paragraph.runs)


def _is_signature(table: Table, keys: Sequence[str]) -> bool:
    return (
        table.rows <= _SIGNATURE_ROWS
        and any(is_date(key) for key in keys)
        and all(is_date(key) or is_organ(key) for key in keys)
    )


def _is_lined(table: Table) -> bool:
    """Whether lines part its cells or close it at the sides."""
    borders: list[Mapping[str, Border]] = [table.borders, *table.row_borders.values()]
    sides = ("insideH", "insideV", "left", "right", "start", "end")
    return any(each[side].style not in ("none", "nil") for each in borders for side in sides if side in each)


def _roles_of_data(table: Table | None, group: Members) -> Iterator[tuple[int, Role]]:
    heads = _head_rows(table, group)
    for index, paragraph in group:
        row = paragraph.cell.row if paragraph.cell else 0
        if not paragraph.text.strip():
            yield index, Role.BLANK
        elif row <= heads or role_of_style(paragraph.shape.style) is Role.TABLE_HEAD:
            yield index, Role.TABLE_HEAD
        else:
            yield index, Role.TABLE_TEXT


def _head_rows(table: Table | None, group: Members) -> int:
    """How many rows head the table: those that are repeated, else the first if it looks like it."""
    if table is not None and table.header_rows:
        return table.header_rows
    rows: dict[int, list[Paragraph]] = defaultdict(list)
    for _, paragraph in group:
        if paragraph.cell is not None and paragraph.text.strip():
            rows[paragraph.cell.row].append(paragraph)
    numbers = sorted(rows)[:3]
    above = int(len(numbers) == 3 and len(rows[numbers[0]]) == 1)
    if len(numbers) < 2 + above:
        return 0
    first, second = rows[numbers[above]], rows[numbers[above + 1]]
    return numbers[above] if _heads(first, second) else 0


def _heads(first: Sequence[Paragraph], second: Sequence[Paragraph]) -> bool:
    keys = [key_of(paragraph.text) for paragraph in first]
    if len(keys) < 2 or len(set(keys)) < len(keys):
        return False
    if any(len(key) > _HEAD_CHARS or key.isnumeric() or is_date(key) or key.endswith(("。", ":")) for key in keys):
        return False
    if len(keys) >= 3 and len(second) >= len(keys) - 1:
        return True
    return _stands_out(first) and not _stands_out(second)


def _stands_out(paragraphs: Sequence[Paragraph]) -> bool:
    return all(any(_is_strong(run.letters) for run in paragraph.runs) for paragraph in paragraphs)


def _is_strong(letters: Letters) -> bool:
    return letters.bold or "黑" in letters.faces.get("eastAsia", "")
