"""Ledgers and their texts in any layout a clerk may have given them, each line with the value it belongs to."""

from dataclasses import dataclass

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from reportgen.reading.places import Path
from reportgen.reading.yaml_tree import parse_tree

# What XML 1.0 allows and a data file too: no control characters, no U+2028, U+2029, U+FFFE, U+FFFF.
_ANY = st.characters(min_codepoint=0x20, exclude_categories=["Cs", "Cc", "Zl", "Zp"], exclude_characters="\ufffe\uffff")
_MARKS = st.sampled_from("：:#-'\"[]{},&*!|>%@`?~\\/. \n\u3000\u00a0\ufeff甲0")
_WORDS = st.sampled_from(
    ["2022-05-31", "已完成", "002", "no", "null", "~", "- ", ": ", " #", "标题：", "内容：甲", "。", "市财政局", "\n", "{{ 事实 }}"]
)  # fmt: skip
WORD = st.sampled_from(["已完成", "市财政局", "2022-05-31", "002", "制定办法。"])
TEXT = (
    WORD
    | st.lists(_WORDS | _MARKS, min_size=1, max_size=6).map("".join)
    | st.text(_ANY | st.just("\n"), min_size=1, max_size=12)
)

MEASURE = st.dictionaries(st.sampled_from(["内容", "措施类型", "责任单位", "完成日期"]), TEXT, min_size=1)
PUBLIC = TEXT | st.lists(TEXT, min_size=1, max_size=3)
CLOSE_OUT = st.dictionaries(st.sampled_from(["申请日期", "复核单位", "复核意见", "批准人"]), TEXT, min_size=1)
_TEXTS = st.lists(TEXT, max_size=3)
_FIELDS = {
    "序号": WORD,
    "标题": TEXT,
    "责任单位": _TEXTS,
    "整改状态": WORD,
    "进展情况": TEXT,
    "佐证材料": _TEXTS,
    "整改措施": st.lists(TEXT | MEASURE, max_size=3),
    "公开表述": PUBLIC | st.fixed_dictionaries({"分述": _TEXTS}, optional={"公开标题": TEXT}),
    "不公开": st.just({}) | st.fixed_dictionaries({}, optional={"党内": TEXT, "社会": TEXT}),
    "销号": CLOSE_OUT,
    "备注": st.none() | TEXT,
}
ISSUE = st.lists(st.sampled_from(sorted(_FIELDS)), min_size=1, max_size=6, unique=True).flatmap(
    lambda keys: st.fixed_dictionaries({key: _FIELDS[key] for key in keys})
)
LEDGER = st.fixed_dictionaries(
    {"问题清单": st.lists(ISSUE, min_size=1, max_size=3)}, optional={"附": st.dictionaries(TEXT, TEXT, max_size=2)}
)


@dataclass(frozen=True)
class Line:
    """A line and the path of the value it belongs to. `whole`: the value begins on it, and none below has lines of its own."""

    text: str
    owner: Path
    whole: bool = True


@dataclass(frozen=True)
class Text:
    """The text of a file, and its lines with their owners."""

    raw: str
    lines: tuple[Line, ...]


@st.composite
def texts(draw: DrawFn) -> Text:
    """A ledger written down somehow."""
    writer = _Writer(draw)
    lines = [*writer.gap((), 0), *writer.record(draw(LEDGER), 0, ())]
    lines += [] if writer.keeps else writer.gap((), 0)
    line_end = draw(st.sampled_from(["\n", "\n", "\r\n"]))
    raw = line_end.join(line.text for line in lines) + draw(st.sampled_from([line_end, line_end, ""]))
    return Text(draw(st.sampled_from(["", "", "\ufeff"])) + raw, tuple(lines))


class _Writer:
    """Writes a ledger with the habits of one clerk."""

    def __init__(self, draw: DrawFn) -> None:
        self.draw = draw
        self.step = draw(st.integers(1, 4))
        self.dash = draw(st.integers(0, 4))
        self.space = draw(st.integers(1, 3))
        self.keeps = False
        self.in_block = False

    def one_in(self, number: int) -> bool:
        return self.draw(st.integers(1, number)) == number

    def gap(self, owner: Path, column: int) -> list[Line]:
        """Comments and blank lines between entries."""
        if not self.one_in(6):
            return []
        deeper = 0 if self.in_block else 3
        kinds = ["# 甲: 乙", "#- 丙", "# 'x"] if self.keeps else ["", "# 甲: 乙", "#- 丙", "", "# 'x"]
        lines = [self.draw(st.sampled_from(kinds)) for _ in range(self.draw(st.integers(1, 2)))]
        indents = [" " * self.draw(st.integers(0, column + deeper)) for _ in lines]
        return [
            Line((indent + line).rstrip(" "), owner, whole=False) for indent, line in zip(indents, lines, strict=True)
        ]

    def comment(self, doubtful: str = " #注") -> str:
        """A comment behind a value; a `doubtful` one is pointed out behind plain text."""
        return self.draw(st.sampled_from(["  # 注", doubtful, " # 'x: [", "   "])) if self.one_in(6) else ""

    def record(self, value: dict, column: int, path: Path) -> list[Line]:
        lines: list[Line] = []
        for key, item in value.items():
            if lines:
                lines += self.gap(path, column)
            lines += self.entry(key, item, column, (*path, key))
        return lines

    def entry(self, key: str, value: object, column: int, path: Path) -> list[Line]:
        name = " " * column + self.key(key) + ":"
        inline = self.inline(value, "value", column, self.step)
        if inline:
            head, *body = inline
            lines = [Line(f"{name}{' ' * self.draw(st.integers(1, 2)) if head else ''}{head}", path)]
            return self.ended(lines, body, path)
        head_line = Line(name + self.comment(), path, whole=False)
        self.in_block = self.keeps = False
        if isinstance(value, dict):
            return [head_line, *self.gap(path, column), *self.record(value, column + self.step, path)]
        assert isinstance(value, list)
        column += self.dash
        return [head_line, *self.gap(path, column), *self.items(value, column, path)]

    def items(self, value: list, column: int, path: Path) -> list[Line]:
        lines: list[Line] = []
        for index, item in enumerate(value):
            if lines:
                lines += self.gap(path, column)
            lines += self.item(item, column, (*path, index))
        return lines

    def item(self, value: object, column: int, path: Path) -> list[Line]:
        dash = " " * column + "-" + " " * self.space
        inline = self.inline(value, "item", column, self.space + 1)
        if inline:
            head, *body = inline
            return self.ended([Line(dash + head, path)], body, path)
        self.in_block = self.keeps = False
        assert isinstance(value, dict)
        inner = self.record(value, column + self.space + 1, path)
        if self.one_in(8):
            return [Line(dash.rstrip(" ") + self.comment(), path, whole=False), *self.gap(path, column), *inner]
        return [Line(dash + inner[0].text.lstrip(" "), inner[0].owner, inner[0].whole), *inner[1:]]

    def ended(self, lines: list[Line], body: list[str], path: Path) -> list[Line]:
        lines += [Line(line, path) for line in body]
        at = 0 if self.in_block else -1
        flow = lines[at].text.endswith(("]", "}"))
        lines[at] = Line(lines[at].text + (self.comment(" # 注") if flow else self.comment()), path)
        return lines

    def inline(self, value: object, where: str, column: int, step: int) -> list[str] | None:
        """A value that begins on the line of its key or dash; None for one that has lines of its own."""
        self.in_block = self.keeps = False
        if value is None:
            return [self.draw(st.sampled_from(["", "~"]))]
        if isinstance(value, str):
            return self.text(value, where, column, step)
        if not value or self.one_in(3):
            return self.flow(value, column)
        return None

    def key(self, key: str) -> str:
        plain = "\n" not in key and _reads(f"{key}: 甲\n", {key: "甲"})
        return key if plain and not self.one_in(8) else _double(key)

    def text(self, text: str, where: str, column: int, step: int) -> list[str]:
        form = self.draw(st.sampled_from(["plain", "plain", "single", "double", "broken", "|", ">"]))
        indent = self.draw(st.integers(1, 3))
        lines = _in_form(text, form, indent)
        lead, expected = ("键: ", {"键": text}) if where == "value" else ("- ", [text])
        if lines is None or not _reads(lead + "\n".join(lines) + "\n", expected):
            lines, form = [_double(text)], "double"
        self.in_block = form in "|>"
        self.keeps = self.in_block and "+" in lines[0]
        return [lines[0], *(" " * column + line if line else "" for line in lines[1:])]

    def flow(self, value: object, column: int) -> list[str]:
        pad = self.draw(st.sampled_from(["", " "]))
        opening, closing = "[]" if isinstance(value, list) else "{}"
        parts = self.flow_parts(value)
        if not parts or not self.one_in(4):
            return [opening + pad + f"{pad}, ".join(parts) + pad + closing]
        indent = " " * (column + self.draw(st.integers(1, 4)))
        last = self.draw(st.sampled_from(["", ","]))
        rows = [part + "," + self.comment(" # 注") for part in parts[:-1]]
        rows.append(parts[-1] + last + self.comment(" # 注"))
        return [opening, *(indent + row for row in rows), indent + closing]

    def flow_parts(self, value: object) -> list[str]:
        if isinstance(value, list):
            return [self.flow_value(item) for item in value]
        assert isinstance(value, dict)
        return [f"{self.flow_value(key)}: {self.flow_value(item)}" for key, item in value.items()]

    def flow_value(self, value: object) -> str:
        if value is None:
            return self.draw(st.sampled_from(["", "~"]))
        if isinstance(value, str):
            plain = "\n" not in value and _reads(
                f"[{value}, {{{value}: {value}}}, {{ {value} : {value} }}]\n", [value, *[{value: value}] * 2]
            )
            return value if plain and not self.one_in(4) else _double(value)
        opening, closing = "[]" if isinstance(value, list) else "{}"
        return opening + ", ".join(self.flow_parts(value)) + closing


def _reads(text: str, expected: object) -> bool:
    tree, problems = parse_tree(text, "")
    return not problems and tree is not None and tree.plain() == expected


def _double(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\ufeff", "\\ufeff")
    return f'"{escaped}"'


def _in_form(text: str, form: str, indent: int) -> list[str] | None:
    """A text in one of YAML's forms, below a column 0; it may not suit the text."""
    pad = " " * indent
    if form == "plain":
        return [text] if "\n" not in text else [line and pad + line for line in text.replace("\n", "\n\n").split("\n")]
    if form == "single":
        lines = ("'" + text.replace("'", "''") + "'").replace("\n", "\n\n").split("\n")
        return [lines[0], *(line and pad + line for line in lines[1:])]
    if form == "double":
        return [_double(text)]
    if form == "broken":
        quoted = _double(text)
        return [quoted[:2] + "\\", pad + "\\" * quoted.startswith(" ", 2) + quoted[2:]] if len(text) > 3 else None
    chomping = "-" if not text.endswith("\n") else "+" if text.endswith("\n\n") or text == "\n" else ""
    body = (text.removesuffix("\n") if chomping != "-" else text).split("\n")
    if form == ">":
        body = "\n\n".join(body).split("\n")
    hint = str(indent) if text[:1] in (" ", "\n") else ""
    return [form + hint + chomping, *(line and pad + line for line in body)]
