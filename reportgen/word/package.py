"""The template file as a package: is it a Word document, is it harmless; and zips that are the same every time."""

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from reportgen.errors import Place, Problem, os_reason

UNPACKED_LIMIT_BYTES = 100 * 1024 * 1024
DOCUMENT = "word/document.xml"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_FIELD = re.compile(r"\b(?:INCLUDEPICTURE|INCLUDETEXT|LINK|DDE|DDEAUTO|IMPORT)\b[^<]{0,60}")
_HARMLESS_TARGET = re.compile(r"(https?://|mailto:)", re.IGNORECASE)
_APPLICATION = "docProps/app.xml"
_APPLICATION_XML = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="'
    b'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>reportgen</Application>'
    b"</Properties>"
)


def read_template(path: Path, shown: str) -> tuple[bytes | None, tuple[Problem, ...]]:
    """The bytes of a template, or why it cannot be used; nothing of it is run or followed."""
    place = Place(file=shown)
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return None, (Problem("template-missing", "没有找到模板；请从“reportgen init”生成的样例中复制一份", place),)
    except OSError as error:
        message = f"模板打不开（{os_reason(error)}）；请检查权限，或关闭正在使用它的程序"
        return None, (Problem("template-unreadable", message, place),)
    fault = _fault(raw)
    if fault:
        return None, (Problem(*fault, place),)
    return raw, ()


def _fault(raw: bytes) -> tuple[str, str] | None:
    if not zipfile.is_zipfile(io.BytesIO(raw)):
        old = "它是旧格式（.doc）或加了密码；" if raw[:4] == b"\xd0\xcf\x11\xe0" else ""
        return "template-not-docx", f"模板不是 Word 文档（.docx）；{old}请在 WPS 或 Word 里另存为 .docx"
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as package:
            return _package_fault(package)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, ValueError):
        return "template-damaged", "模板文件损坏；请从备份恢复，或从样例中复制一份"


def _package_fault(package: zipfile.ZipFile) -> tuple[str, str] | None:
    if sum(entry.file_size for entry in package.infolist()) > UNPACKED_LIMIT_BYTES:
        limit = UNPACKED_LIMIT_BYTES >> 20
        return "template-too-large", f"模板解压后超过 {limit} MB，不像是公文模板；请删除其中的大图片"
    names = package.namelist()
    if DOCUMENT not in names:
        return "template-not-docx", "模板不是 Word 文档（.docx）；请在 WPS 或 Word 里另存为 .docx"
    types = package.read("[Content_Types].xml") if "[Content_Types].xml" in names else b""
    if b"macroEnabled" in types or any(name.lower().endswith("vbaproject.bin") for name in names):
        return "template-macro", "模板带有宏；请另存为不带宏的 .docx"
    for name in names:
        if name.endswith((".rels", ".xml")):
            fault = _part_fault(name, package.read(name))
            if fault:
                return fault
    return None


def _part_fault(name: str, content: bytes) -> tuple[str, str] | None:
    """Entities, parts in an encoding that hides them, relationships and fields that lead outside."""
    entities = "template-entities", "模板里有外部实体定义，可能有害；请用 WPS 或 Word 重新保存"
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return entities
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        return entities
    outside = list(_outside(text)) if name.endswith(".rels") else _FIELD.findall(_instructions(text))
    if outside:
        message = f"模板引用了外部文件“{outside[0][:60]}”；请断开链接，或把内容粘贴进模板"
        return "template-external", message
    return None


def _instructions(xml: str) -> str:
    """What the fields of a part do; Word may split one instruction over runs."""
    simple = re.findall(r'\bw:instr="([^"]*)"', xml)
    return "".join(re.findall(r"<w:instrText\b[^>]*>([^<]*)<", xml)) + " ".join(simple)


def _outside(relationships: str) -> Iterator[str]:
    """Targets outside the package, but for ordinary hyperlinks."""
    try:
        root = etree.fromstring(relationships.encode("utf-8"), etree.XMLParser(resolve_entities=False))
    except etree.XMLSyntaxError:
        return
    for relationship in root.iter("{*}Relationship"):
        target = relationship.get("Target") or ""
        harmless = (relationship.get("Type") or "").endswith("/hyperlink") and _HARMLESS_TARGET.match(target)
        if relationship.get("TargetMode") == "External" and not harmless:
            yield target


def same_every_time(raw: bytes) -> bytes:
    """The same parts in a fixed order with a fixed time, so that equal content is equal bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as package, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as fixed:
        for name in sorted(package.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            fixed.writestr(entry, _APPLICATION_XML if name == _APPLICATION else package.read(name))
    return out.getvalue()
