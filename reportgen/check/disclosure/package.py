"""What the file itself tells: properties, embedded files, pictures, links."""

import re
from collections.abc import Iterator

from reportgen.check.disclosure.contents import Property
from reportgen.check.disclosure.links import IN_TEXT, Link, nature
from reportgen.check.disclosure.passages import Passage
from reportgen.check.disclosure.search import MOST_FLAWS, Search, gathered, within
from reportgen.check.rule import Flaw
from reportgen.errors import Place, Strength

_PERSONAL = {"creator": "作者", "lastModifiedBy": "最后保存者", "Manager": "主管", "Company": "单位"}
_PATHS = {"Template": "模板", "HyperlinkBase": "超链接基础"}
_PROGRAMS = re.compile(
    r"^(?:python-docx|openpyxl|docxtpl|docx4j|Apache POI|Aspose.*|reportgen|LibreOffice.*|OpenOffice.*|WPS Office.*|Microsoft(?: Office)?(?: User| Corporation)?|"
    r"Administrator|admin|user|root|Windows User|Windows 用户|pandoc|docx|Un-?named|unknown|China|微软中国|微软用户|\W*)$",
    re.IGNORECASE,
)
_PATH = re.compile(r"[A-Za-z]:\\|\\\\[\w.$-]+\\|^file:|^/(?:home|Users)/", re.IGNORECASE)
_USUAL_TEMPLATES = frozenset({"Normal", "Normal.dot", "Normal.dotm", "Normal.dotx", "Normal.wpt"})
_NATURES = {"intranet": "内网地址", "share": "文件服务器路径", "local": "本机路径", "outside": "外部地址"}


def judge_properties(search: Search) -> Iterator[Flaw]:
    """Author, company, manager, paths of templates in the properties of the file."""
    if not search.exposure.public:
        return
    for each in search.contents.properties[: 10 * MOST_FLAWS]:
        text = _property_flaw(each)
        if text:
            yield Flaw(text, Place(part=f"文档属性（{each.part}）", text=each.value[:60]), measured=each.value[:60])


def _property_flaw(said: Property) -> str | None:
    if said.name in _PERSONAL and not _PROGRAMS.match(said.value):
        return (
            f"文档属性写着{_PERSONAL[said.name]}“{said.value[:40]}”；对外发布前请在“文件—信息—检查文档”里删除个人信息"
        )
    if _PATH.search(said.value):
        what = _PATHS.get(said.name, f"“{said.name}”")
        return f"文档属性的{what}里有路径，会透露本单位电脑和人员的名称；请在“文件—信息—检查文档”里删除"
    return None


def judge_embedded(search: Search) -> Iterator[Flaw]:
    """Embedded files carry more than they show: a chart brings its whole workbook."""
    strength: Strength = "GEN" if search.exposure.public else "PRAC"
    found = search.contents
    if found.embedded:
        more = f"（共{len(found.embedded)}个）" if len(found.embedded) > 1 else ""
        text = f"文中嵌有文件{more}，图表和对象会带出全部原始数据；请把它们换成图片或表格"
        yield Flaw(text, Place(part=found.embedded[0]), strength=strength)
    if found.macros:
        yield Flaw("文中带有宏；请另存为不带宏的 .docx", Place(part=found.macros[0]), strength=strength)


def judge_pictures(search: Search) -> Iterator[Flaw]:
    """Pictures that tell where, by whom or with what words they were taken."""
    if not search.exposure.public:
        return
    notes = dict.fromkeys((note.where, note.kind) for note in search.contents.notes)
    for where, kind in list(notes)[:MOST_FLAWS]:
        told = next(note.text for note in search.contents.notes if (note.where, note.kind) == (where, kind))
        what = "拍摄地点" if kind == "位置" else f"附带信息“{told[:40]}”"
        yield Flaw(
            f"图片里存有{what}；请用看图软件另存一份不带附带信息的图片，再换进文中", Place(part=where, text=told[:60])
        )


def judge_links(search: Search) -> Iterator[Flaw]:
    """Links, pictures and templates that lie in the house or on somebody's computer; anything fetched from outside."""
    for link in search.contents.links[: 10 * MOST_FLAWS]:
        flaw = _link_flaw(link, search.exposure.public)
        if flaw:
            yield flaw
    if search.exposure.public:
        yield from _addresses_in_text(search)


def _link_flaw(link: Link, public: bool) -> Flaw | None:
    what = {
        "hyperlink": "超链接",
        "image": "链接的图片",
        "attachedTemplate": "所附模板",
        "oleObject": "链接的对象",
    }.get(link.kind, "外部引用")
    if (link.kind == "hyperlink" and link.nature == "outside") or link.target in _USUAL_TEMPLATES:
        return None
    grave = public and link.nature != "outside" and not (link.kind == "attachedTemplate" and link.nature == "local")
    text = f"{what}指向{_NATURES[link.nature]}；请取消链接，图片改为嵌入，模板改回默认模板"
    return Flaw(
        text,
        Place(part=link.where, text=link.target[:120]),
        measured=link.target[:120],
        strength=None if grave else "GEN",
    )


def _addresses_in_text(search: Search) -> Iterator[Flaw]:
    found = ((passage, hit[0], hit.span()) for passage in search.passages for hit in IN_TEXT.finditer(passage.folded))
    inner = ((passage, (address, span)) for passage, address, span in found if _is_inner(passage, address))
    for passage, (address, span), more in gathered(inner, lambda one: one[0]):
        text = f"{within(passage)}写有{_NATURES[nature(address)]}；请删去{more}"
        yield Flaw(text, passage.place(*span), measured=address[:120])


def _is_inner(passage: Passage, address: str) -> bool:
    """An address within the house; those of properties and of links are reported with these."""
    return (
        nature(address) != "outside" and "docProps/" not in passage.where and not passage.where.startswith("外部链接")
    )
