"""templates/standard.yaml: the rules that an office does without, and the values that it sets over the national ones."""

import difflib
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from reportgen.check.norm import NATIONAL, Norm
from reportgen.errors import Finding, Place, Problem
from reportgen.reading.places import Node
from reportgen.reading.text import read_text
from reportgen.reading.yaml_tree import parse_tree

FILE = "standard.yaml"
OFF, VALUES = "停用", "数值"
HOUSE_RULE = "本单位规定"


_SHEET = ("5.2.1-margins", "5.2.1-table-width", "8-turned-margins", "pdf-5.2.1-type-area")
_BODY = ("5.2.2-body-face", "5.2.2-body-size", "5.2.2-part-letters", "7.2.5-number-letters", "7.3.3-heading-face")
_LABELS = ("7.2.2-classification", "7.2.3-urgency", "7.3.3-heading-face", "7.3.7-attachment")
_IMPRINT = ("7.4.2-copies", "7.4.3-printed")


@dataclass(frozen=True, slots=True)
class _Value:
    """One value that an office may set: its field in Norm, the rules that measure against it, its unit and sane bounds.

    Faces have no unit.
    """

    field: str
    codes: tuple[str, ...]
    unit: str = ""
    least: float = 0
    most: float = 0


ADJUSTABLE: dict[str, _Value] = {
    "天头": _Value("top_mm", _SHEET, "毫米", 5, 100),
    "订口": _Value("left_mm", _SHEET, "毫米", 5, 100),
    "版心宽": _Value("type_width_mm", _SHEET, "毫米", 50, 210),
    "版心高": _Value("type_height_mm", _SHEET, "毫米", 50, 297),
    "允许误差": _Value("tolerance_mm", _SHEET, "毫米", 0.1, 10),
    "每面行数": _Value("lines", ("5.2.3-line-pitch", "pdf-5.2.3-lines"), "行", 5, 60),
    "每行字数": _Value("chars", ("5.2.3-char-pitch", "pdf-5.2.3-chars"), "字", 5, 60),
    "发文机关标志距版心": _Value("mark_top_mm", ("7.2.4-mark-place", "pdf-7.2.4-mark-top"), "毫米", 0, 150),
    "版头线距发文字号": _Value("red_line_gap_mm", ("7.2.7-red-line", "pdf-7.2.7-red-line"), "毫米", 0, 30),
    "页码距版心": _Value("page_number_gap_mm", ("7.5-page-number-place", "pdf-7.5-page-number"), "毫米", 0, 30),
    "正文字号": _Value("body_pt", _BODY, "磅", 5, 72),
    "标题字号": _Value("title_pt", ("7.3.1-title-face",), "磅", 5, 72),
    "版记字号": _Value("imprint_pt", _IMPRINT, "磅", 5, 72),
    "页码字号": _Value("page_number_pt", ("7.5-page-number-face",), "磅", 5, 72),
    "正文字体": _Value("body_faces", (*_BODY, *_IMPRINT)),
    "楷体": _Value("kai_faces", ("7.2.6-signatory", "7.3.3-heading-face")),
    "黑体": _Value("hei_faces", _LABELS),
    "宋体": _Value("song_faces", ("7.5-page-number-face",)),
    "标题字体": _Value("title_faces", ("7.2.4-mark-style", "7.3.1-title-face")),
    "西文字体": _Value("western_faces", _BODY),
}
"""What `数值` may hold, by its Chinese name."""

SIZE_NAMES = {"初号": 42, "小初": 36, "一号": 26, "小一": 24, "二号": 22, "小二": 18, "三号": 16, "小三": 15,
              "四号": 14, "小四": 12, "五号": 10.5, "小五": 9}  # fmt: skip


def office_norm(templates: Path, codes: Collection[str]) -> tuple[Norm, tuple[Problem, ...]]:
    """The norm of a project, and what is wrong with its standard.yaml; the national one where there is no such file.

    `codes` are those of all rules.
    """
    path, shown = templates / FILE, f"{templates.name}/{FILE}"
    if not path.exists():
        return NATIONAL, ()
    text, problems = read_text(path, shown)
    tree, more = parse_tree(text, shown) if text is not None else (None, ())
    problems = tuple(each for each in (*problems, *more) if each.code != "data-empty")
    if tree is None:
        return NATIONAL, problems
    reading = _Reading(shown, codes)
    norm = reading.norm(tree)
    return norm, (*problems, *reading.problems)


def by_its_source(finding: Finding, norm: Norm) -> Finding:
    """The finding as what it is: one that measures against a value of the office does not cite the national standard."""
    return replace(finding, clause=HOUSE_RULE) if finding.code in norm.of_the_office else finding


class _Reading:
    """One standard.yaml; gathers what is wrong with it."""

    def __init__(self, shown: str, codes: Collection[str]) -> None:
        self._shown, self._codes = shown, codes
        self.problems: list[Problem] = []

    def norm(self, tree: Node) -> Norm:
        if not isinstance(tree.value, dict):
            self._problem("data-not-mapping", f"这里应当是“{OFF}:”和“{VALUES}:”；请对照 docs/checks.md 改写", tree)
            return NATIONAL
        self._unknown(tree.value, (OFF, VALUES))
        off, values = tree.value.get(OFF), tree.value.get(VALUES)
        codes = tuple(self._off(off)) if off is not None and off.value is not None else ()
        said = dict(self._values(values)) if values is not None and values.value is not None else {}
        changes = (*(_change(name, value) for name, value in said.items()), *(f"停用 {code}" for code in codes))
        changed: dict[str, Any] = {ADJUSTABLE[name].field: value for name, value in said.items()}
        own = frozenset(code for name in said for code in ADJUSTABLE[name].codes)
        return replace(NATIONAL, **changed, switched_off=frozenset(codes), of_the_office=own, changes=changes)

    def _off(self, node: Node) -> Iterator[str]:
        for child in node.value if isinstance(node.value, list) else [node]:
            code = child.value.strip() if isinstance(child.value, str) else ""
            if code in self._codes:
                yield code
            else:
                near = difflib.get_close_matches(code, self._codes, n=1, cutoff=0.4)
                hint = f"是不是“{near[0]}”？" if near else "全部代码见 docs/checks.md"
                self._problem("standard-unknown-code", f"没有“{code}”这条规则；{hint}", child)

    def _values(self, node: Node) -> Iterator[tuple[str, Any]]:
        if not isinstance(node.value, dict):
            self._problem("data-not-mapping", f"“{VALUES}”下面应当是“名称: 值”，例如“天头: 37”", node)
            return
        self._unknown(node.value, tuple(ADJUSTABLE))
        for name, child in node.value.items():
            if name in ADJUSTABLE:
                value = self._faces(child) if not ADJUSTABLE[name].unit else self._number(name, child)
                if value is not None:
                    yield name, value

    def _faces(self, node: Node) -> tuple[str, ...] | None:
        items = node.value if isinstance(node.value, list) else [node]
        faces = tuple(item.value.strip() for item in items if isinstance(item.value, str) and item.value.strip())
        if not faces:
            self._problem("data-not-list", "请写字体的名称，有几种就写成列表，例如 [仿宋_GB2312, 仿宋]", node)
        return faces or None

    def _number(self, name: str, node: Node) -> float | None:
        value = ADJUSTABLE[name]
        text = unicodedata.normalize("NFKC", node.value).strip() if isinstance(node.value, str) else ""
        for unit in ("毫米", "mm", "磅", "pt", "行", "字"):
            text = text.removesuffix(unit).strip()
        try:
            number = float(SIZE_NAMES.get(text, text)) if value.unit == "磅" else float(text)
        except ValueError:
            number = float("nan")
        if value.least <= number <= value.most:
            return int(number) if value.unit in ("行", "字") else number
        example = "，或者字号，例如 三号" if value.unit == "磅" else ""
        message = f"“{name}”要写 {value.least:g} 到 {value.most:g} 之间的数（{value.unit}）{example}"
        self._problem("standard-value", message, node)
        return None

    def _unknown(self, keys: dict[str, Node], known: tuple[str, ...]) -> None:
        for key, node in keys.items():
            if key not in known:
                near = difflib.get_close_matches(key, known, n=1, cutoff=0.4)
                hint = f"是不是“{near[0]}”？" if near else f"这里可以写：{'、'.join(known)}"
                self._problem("data-unknown-key", f"不认识“{key}”；{hint}", node)

    def _problem(self, code: str, message: str, node: Node) -> None:
        self.problems.append(Problem(code, message, Place(self._shown, *(node.key or node.mark))))


def _change(name: str, value: Any) -> str:
    """“天头：37 毫米改为 35 毫米”."""
    national = {field.name: getattr(NATIONAL, field.name) for field in fields(Norm)}[ADJUSTABLE[name].field]
    unit = ADJUSTABLE[name].unit
    if not unit:
        return f"{name}：改为{'、'.join(value)}"
    return f"{name}：{national:g} {unit}改为 {value:g} {unit}"
