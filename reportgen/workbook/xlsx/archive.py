"""The zip: its parts by name, refused where it would harm or exhaust."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from reportgen.workbook.refusing import Refused, damaged, locked, not_a_workbook, too_large, unsafe

UNPACKED_LIMIT_BYTES: Final = 150 * 1024 * 1024
SWELLING_BYTES, SWELLING_RATIO = 8 * 1024 * 1024, 150
PARTS_LIMIT: Final = 5000
TYPES: Final = "[Content_Types].xml"
CHUNK_BYTES: Final = 1 << 20
_ENTRY, _ENTRIES_LIMIT = b"PK\x01\x02", 4 * PARTS_LIMIT  # with those of files that lie in it unpacked
_UNSAFE_NAME = re.compile(r"(^|/)\.\.(/|$)|^/|^[A-Za-z]:|\x00")
_ENCRYPTED = 0x1
_READABLE = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_FAULTS = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError, ValueError)
_FROM_UNIT = "请填报单位提供 .xlsx 文件"
_OTHER_ZIPS = (
    (re.compile(r"word/"), "Word 文档", _FROM_UNIT),
    (re.compile(r"ppt/"), "演示文稿", _FROM_UNIT),
    (re.compile(r"xl/workbook\.bin$"), "二进制工作簿（.xlsb）", "请用 WPS 或 Excel 打开，另存为 .xlsx 再试"),
)


@dataclass(frozen=True, slots=True)
class Archive:
    """The parts of a workbook. Names are compared without regard to case, as the format wants."""

    _zip: zipfile.ZipFile
    _entries: Mapping[str, zipfile.ZipInfo]

    @property
    def names(self) -> tuple[str, ...]:
        """All parts, in lower case."""
        return tuple(self._entries)

    def has(self, part: str) -> bool:
        """Whether there is such a part."""
        return part.lower() in self._entries

    def chunks(self, part: str) -> Iterator[bytes]:
        """What a part holds, a megabyte at a time. Refused: workbook-damaged."""
        entry = self._entries.get(part.lower())
        if entry is None:
            raise damaged(f"缺少 {part}")
        try:
            with self._zip.open(entry) as file:
                while chunk := file.read(CHUNK_BYTES):
                    yield chunk
        except _FAULTS:
            raise damaged(f"{part} 解压出错") from None

    def read(self, part: str) -> bytes:
        """What a part holds, whole."""
        return b"".join(self.chunks(part))


def open_archive(raw: bytes) -> Archive:
    """The parts of a workbook given as bytes.

    Refused: workbook-damaged, workbook-unsafe, workbook-too-large, workbook-password, workbook-not-xlsx.
    """
    if raw.count(_ENTRY) > _ENTRIES_LIMIT:
        raise _swollen()
    try:
        package = zipfile.ZipFile(io.BytesIO(raw))
    except _FAULTS:
        raise damaged("压缩包不完整") from None
    entries = [entry for entry in package.infolist() if not entry.filename.endswith(("/", "\\"))]
    _refuse_unsafe(entries)
    archive = Archive(package, {_name(entry): entry for entry in entries})
    _refuse_foreign(archive)
    _refuse_swollen(entries)
    return archive


def _name(entry: zipfile.ZipInfo) -> str:
    return entry.filename.replace("\\", "/").lower()  # old .NET writes backslashes


def _refuse_unsafe(entries: list[zipfile.ZipInfo]) -> None:
    names = [_name(entry) for entry in entries]
    if any(_UNSAFE_NAME.search(name) for name in names) or len(set(names)) < len(names):
        raise unsafe()
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise locked()
    if any(entry.compress_type not in _READABLE for entry in entries):
        raise damaged("压缩方式不认识")


def _refuse_foreign(archive: Archive) -> None:
    for begins, what, repair in _OTHER_ZIPS:
        if any(begins.match(name) for name in archive.names):
            raise not_a_workbook(what, repair)
    if archive.has("mimetype") and archive.has("content.xml"):
        raise not_a_workbook("ODF 文档（.ods 等）", "请用 WPS 或 LibreOffice 打开，另存为 .xlsx 再试")
    if not any(name.startswith("xl/") for name in archive.names) and not archive.has(TYPES):
        raise not_a_workbook("压缩包", "请解压后使用里面的 .xlsx 文件")


def _refuse_swollen(entries: list[zipfile.ZipInfo]) -> None:
    if (
        sum(entry.file_size for entry in entries) > UNPACKED_LIMIT_BYTES
        or len(entries) > PARTS_LIMIT
        or any(
            entry.file_size > SWELLING_BYTES and entry.file_size > SWELLING_RATIO * max(entry.compress_size, 1)
            for entry in entries
        )
    ):
        raise _swollen()


def _swollen() -> Refused:
    limit = UNPACKED_LIMIT_BYTES >> 20
    repair = "请核对是不是拿错了文件；如果表格下方有大量只有格式的空行，请选中它们删除，保存后再试"
    return too_large(f"文件解压后过大（上限 {limit} MB）或膨胀异常", repair)
