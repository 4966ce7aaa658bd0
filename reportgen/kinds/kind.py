"""One kind of document, read from templates/<id>/kind.yaml. Starts without pydantic and docx."""

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reportgen.errors import Place, Problem
from reportgen.reading.names import safe_file_name
from reportgen.reading.places import Node
from reportgen.reading.text import read_text
from reportgen.reading.yaml_tree import parse_tree

MANIFEST, TEMPLATE = "kind.yaml", "template.docx"
AUDIENCES = ("党内", "社会")
_KEYS = ("名称", "文种", "受众", "文件名", "必填", "行文")
_NEEDED = _KEYS[:4]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document.

    `id` is the folder's name (fixed: plan, report, notice), `name` the Chinese name that data files
    use, `required` the Chinese paths that must have a value, `chapters` chapter → meaning.
    """

    id: str
    name: str
    genre: str
    audience: str
    file_name: str
    required: tuple[str, ...]
    chapters: dict[str, str]
    folder: Path

    @property
    def template(self) -> Path:
        """The Word template."""
        return self.folder / TEMPLATE

    @property
    def public(self) -> bool:
        """Whether it goes to society, so that only 公开表述 may be used."""
        return self.audience == "社会"


def load_kinds(folder: Path) -> tuple[tuple[Kind, ...], tuple[Problem, ...]]:
    """Every kind below `folder`, in the order plan, report, notice, then by name; and what is wrong with them."""
    found: list[Kind] = []
    problems: list[Problem] = []
    manifests = sorted(folder.glob(f"*/{MANIFEST}"), key=lambda path: (_rank(path.parent.name), path.parent.name))
    if not manifests:
        message = "没有找到文书种类；请确认模板文件夹里有“种类/kind.yaml”"
        problems.append(Problem("kind-none", message, Place(file=folder.name)))
    for manifest in manifests:
        kind, faults = _read(manifest, f"{folder.name}/{manifest.parent.name}/{MANIFEST}")
        problems += faults
        if kind is not None:
            problems += _doubles(kind, found, folder.name)
            found.append(kind)
    return tuple(found), tuple(problems)


def _rank(kind_id: str) -> int:
    order = ("plan", "report", "notice")
    return order.index(kind_id) if kind_id in order else len(order)


def _doubles(kind: Kind, found: list[Kind], shown: str) -> list[Problem]:
    place = Place(file=f"{shown}/{kind.id}/{MANIFEST}")
    same = [(what, value) for other in found for what, value in (("名称", kind.name), ("文件名", kind.file_name))
            if value in (other.name, other.file_name)]  # fmt: skip
    return [Problem("kind-double", f"{what}“{value}”与另一种文书相同；请改成不同的", place) for what, value in same]


def _read(manifest: Path, shown: str) -> tuple[Kind | None, tuple[Problem, ...]]:
    text, problems = read_text(manifest, shown)
    tree, more = parse_tree(text, shown) if text is not None else (None, ())
    problems = (*problems, *more)
    if tree is None or any(problem.severity == "error" for problem in problems):
        return None, problems
    faults = _faults(tree, shown)
    if faults:
        return None, (*problems, *faults)
    plain = tree.plain()
    assert isinstance(plain, dict)
    kind = Kind(
        id=manifest.parent.name,
        name=plain["名称"],
        genre=plain["文种"],
        audience=plain["受众"],
        file_name=plain["文件名"],
        required=tuple(plain.get("必填", ())),
        chapters=dict(plain.get("行文", {})),
        folder=manifest.parent,
    )
    return kind, problems


def _faults(tree: Node, shown: str) -> list[Problem]:
    if not isinstance(tree.value, dict):
        return [_problem("data-not-mapping", "这里应当是“键: 值”；请对照样例改写", tree, shown)]
    return [*_key_faults(tree.value, tree, shown), *_value_faults(tree.value, shown)]


def _problem(code: str, message: str, node: Node, shown: str) -> Problem:
    return Problem(code, message, Place(shown, *(node.key or node.mark)))


def _key_faults(keys: dict[str, Node], tree: Node, shown: str) -> Iterator[Problem]:
    for key, node in keys.items():
        if key not in _KEYS:
            near = difflib.get_close_matches(key, _KEYS, n=1, cutoff=0.4)
            hint = f"是不是“{near[0]}”？" if near else f"这里可以写：{'、'.join(_KEYS)}"
            yield _problem("data-unknown-key", f"不认识“{key}”；{hint}", node, shown)
    for key in _NEEDED:
        child = keys.get(key)
        if child is None or not _text(child):
            yield _problem("data-missing-field", f"缺少“{key}”；请补上这一项", child or tree, shown)


def _value_faults(keys: dict[str, Node], shown: str) -> Iterator[Problem]:
    required, chapters, audience, file_name = (keys.get(key) for key in ("必填", "行文", "受众", "文件名"))
    if required and not (isinstance(required.value, list) and all(map(_text, required.value))):
        yield _problem("data-not-list", "“必填”应当是一个列表，每项一行，以“- ”开头", required, shown)
    if chapters and not (isinstance(chapters.value, dict) and all(map(_text, chapters.value.values()))):
        yield _problem("data-not-mapping", "“行文”下面应当是“章节名: 说明”", chapters, shown)
    if audience and _text(audience) not in ("", *AUDIENCES):
        message = f"受众“{_text(audience)}”不在规定的范围内；请写 党内 或 社会"
        yield _problem("data-choice", message, audience, shown)
    if file_name and _text(file_name) and not safe_file_name(_text(file_name), ".docx"):
        message = f'文件名“{_text(file_name)}”不能用；请写以 .docx 结尾的名称，不带路径、.. 和 \\ / : * ? " < > |'
        yield _problem("kind-file-name", message, file_name, shown)


def _text(node: Node) -> str:
    return node.value.strip() if isinstance(node.value, str) else ""
