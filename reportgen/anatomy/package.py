"""A .docx as its parts: opened without trusting it.

Nothing is run, followed or written; names that lead out of the package, entities, and files that swell when unpacked
are refused.
"""

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from lxml import etree

from reportgen.anatomy.names import Element, transitional
from reportgen.errors import Place, Problem, ReportgenError

UNPACKED_LIMIT_BYTES = 150 * 1024 * 1024
SWELLING_BYTES, SWELLING_RATIO = 8 * 1024 * 1024, 150
PARTS_LIMIT = 5000
MARKUP_LIMIT_BYTES, TAGS_LIMIT = 80 * 1024 * 1024, 4_000_000
_ENTRY, _ENTRIES_LIMIT = b"PK\x01\x02", 4 * PARTS_LIMIT  # with those of files that lie in it unpacked
_OLD_FORMAT = b"\xd0\xcf\x11\xe0"
_UNSAFE_NAME = re.compile(r"(^|[\\/])\.\.([\\/]|$)|^[\\/]|\\|^[A-Za-z]:|\x00")
_ENTITIES = (b"<!DOCTYPE", b"<!ENTITY", "<!DOCTYPE".encode("utf-16-le"), "<!DOCTYPE".encode("utf-16-be"))
_RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MAIN = re.compile(r"/officeDocument/?$")


@dataclass(frozen=True, slots=True)
class Relationship:
    """What a part refers to: another part (`target` is its name), or something outside."""

    kind: str
    target: str
    outside: bool = False


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a .docx by name."""

    name: str
    parts: Mapping[str, bytes]

    def parse(self, part: str) -> Element | None:
        """The root element of a part; None where the part is absent. Raises ReportgenError for a damaged one."""
        content = self.parts.get(part)
        if content is None:
            return None
        if content.count(b"<") > TAGS_LIMIT:
            raise too_large(self.name)
        try:
            root = etree.fromstring(transitional(content), _harmless_parser())
        except (etree.XMLSyntaxError, ValueError, LookupError):
            raise _refused(
                "docx-damaged", f"文件损坏（{part} 读不懂）；请用 WPS 或 Word 打开后另存", self.name
            ) from None
        if getattr(root.getroottree().docinfo, "doctype", None):  # written so that the search of bytes missed it
            raise _refused(*_WITH_ENTITIES, self.name)
        return root

    def relationships(self, part: str) -> Mapping[str, Relationship]:
        """What a part refers to, by id."""
        folder, _, file = part.rpartition("/")
        root = self.parse(posixpath.join(folder, "_rels", f"{file}.rels"))
        if root is None:
            return {}
        found = {}
        for each in root.iter(_RELATIONSHIPS):
            target, outside = each.get("Target") or "", each.get("TargetMode") == "External"
            if not outside:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[each.get("Id") or ""] = Relationship(each.get("Type") or "", target, outside)
        return found

    def main_part(self) -> str:
        """The part that holds the text. Raises ReportgenError where there is none."""
        for each in self.relationships("").values():
            if _MAIN.search(each.kind) and not each.outside and each.target in self.parts:
                return each.target
        if "word/document.xml" in self.parts:
            return "word/document.xml"
        raise _refused(*_NO_WORD, self.name)


def open_package(name: str, raw: bytes) -> Package:
    """The parts of a .docx given as bytes; `name` is shown in messages.

    Raises ReportgenError: docx-not-word, docx-damaged, docx-too-large, docx-unsafe or docx-entities.
    """
    if raw[:4] == _OLD_FORMAT:
        message = "这不是 .docx 文件：它是旧格式（.doc、.wps）或加了密码；请在 WPS 或 Word 里去掉密码，另存为 .docx"
        raise _refused("docx-not-word", message, name)
    if not zipfile.is_zipfile(io.BytesIO(raw)):
        raise _refused(*_NO_WORD, name)
    if raw.count(_ENTRY) > _ENTRIES_LIMIT:
        raise too_large(name)
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as package:
            parts = _parts(package, name)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError, ValueError):
        raise _refused("docx-damaged", "文件损坏，压缩包读不出来；请从备份恢复，或请对方重新发送", name) from None
    return Package(name, MappingProxyType(parts))


def _parts(package: zipfile.ZipFile, name: str) -> dict[str, bytes]:
    entries = [entry for entry in package.infolist() if not entry.is_dir()]
    _refuse_unsafe(entries, name)
    parts = {entry.filename: package.read(entry) for entry in entries}
    _refuse_swollen(parts, name)
    if any(mark in content for part, content in parts.items() if _is_xml(part) for mark in _ENTITIES):
        raise _refused(*_WITH_ENTITIES, name)
    return parts


def _refuse_unsafe(entries: list[zipfile.ZipInfo], name: str) -> None:
    names = [entry.filename for entry in entries]
    if any(_UNSAFE_NAME.search(each) for each in names) or len(set(names)) < len(names):
        raise _refused("docx-unsafe", "文件内部的路径不正常（指向文件之外，或有重名），可能有害，没有打开", name)
    if (
        sum(entry.file_size for entry in entries) > UNPACKED_LIMIT_BYTES
        or len(entries) > PARTS_LIMIT
        or any(
            entry.file_size > SWELLING_BYTES and entry.file_size > SWELLING_RATIO * max(entry.compress_size, 1)
            for entry in entries
        )
    ):
        raise too_large(name)


def _refuse_swollen(parts: Mapping[str, bytes], name: str) -> None:
    """Markup takes many times its size once it is read."""
    markup = [content for part, content in parts.items() if _is_xml(part)]
    if sum(map(len, markup)) > MARKUP_LIMIT_BYTES or sum(content.count(b"<") for content in markup) > TAGS_LIMIT:
        raise too_large(name)


def _harmless_parser() -> etree.XMLParser:
    """No entities, no DTD, no network, no more depth than libxml2 allows by itself."""
    return etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)


def _is_xml(part: str) -> bool:
    return part.lower().endswith((".xml", ".rels", ".vml"))


_TOO_LARGE = (
    "docx-too-large",
    f"文件解压后过大（上限 {UNPACKED_LIMIT_BYTES >> 20} MB）或膨胀异常，不像是公文，没有打开；请核对是不是拿错了文件",
)
_NO_WORD = "docx-not-word", "这不是 Word 文档（.docx）；请在 WPS 或 Word 里打开后另存为 .docx"
_WITH_ENTITIES = "docx-entities", "文件里有实体定义（DOCTYPE），可能有害，没有打开；请用 WPS 或 Word 重新保存"


def too_large(name: str) -> ReportgenError:
    """A document that would take more memory than any real one."""
    return _refused(*_TOO_LARGE, name)


def _refused(code: str, message: str, name: str) -> ReportgenError:
    return ReportgenError([Problem(code, message, Place(file=name))])
