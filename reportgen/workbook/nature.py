"""What a file is, by its first bytes, whatever its name says."""

import re
from typing import Final, Literal

from reportgen.workbook.refusing import Refused, empty, not_a_workbook

Nature = Literal["zip", "compound"]

ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEAD_BYTES = 4096
_SAVE = "请用 WPS 或 Excel 打开它，核对无误后另存为 .xlsx"
_ASK = "请填报单位提供 .xlsx 文件"
_BY_BYTES: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", " PDF 文件", _ASK),
    (b"{\\rtf", " RTF 文档", _ASK),
    (b"Rar!", "压缩包（RAR）", "请解压后使用里面的 .xlsx 文件"),
    (b"7z\xbc\xaf", "压缩包（7z）", "请解压后使用里面的 .xlsx 文件"),
    (b"\x89PNG", "图片", _ASK),
    (b"\xff\xd8\xff", "图片", _ASK),
    (b"\x09\x00\x04\x00", " Excel 2.0 的旧格式", _SAVE),
    (b"\x09\x02\x06\x00", " Excel 3.0 的旧格式", _SAVE),
    (b"\x09\x04\x06\x00", " Excel 4.0 的旧格式", _SAVE),
    (b"\x09\x08", " Excel 5.0 的旧格式", _SAVE),
)
_BY_TEXT: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (re.compile(r"<\?xml.*urn:schemas-microsoft-com:office:spreadsheet", re.DOTALL), " XML 表格（2003 格式）", _SAVE),
    (
        re.compile(r"<\?xml.*<(?:\w+:)?html\b|<(?:!doctype )?\w[^<]*>|<!--|MIME-Version:", re.DOTALL | re.IGNORECASE),
        "网页（HTML）",
        _SAVE,
    ),
    (re.compile(r"<\?xml.*opendocument", re.DOTALL), " XML 格式的 ODF 表格", _SAVE),
    (re.compile(r"<\?xml"), " XML 文件", _ASK),
    (re.compile(r".*[,\t;，；]"), "文本表格（CSV）", _SAVE),
    (re.compile(""), "纯文本", _ASK),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f]")


def nature_of(raw: bytes) -> Nature:
    """Whether a workbook can be in it. Refused: workbook-empty, workbook-not-xlsx with what it is and what to do."""
    if not raw:
        raise empty()
    if raw.startswith(ZIP):
        return "zip"
    if raw.startswith(COMPOUND):
        return "compound"
    raise _something_else(raw[:_HEAD_BYTES])


def _something_else(head: bytes) -> Refused:
    for mark, what, repair in _BY_BYTES:
        if head.startswith(mark):
            return not_a_workbook(what, repair)
    text = _text(head)
    if text is None:
        return not_a_workbook(
            "认不出的文件", "它可能已损坏，或被单位的加密软件加密；请用 WPS 或 Excel 打开，另存为 .xlsx 再试"
        )
    return next(not_a_workbook(what, repair) for pattern, what, repair in _BY_TEXT if pattern.match(text))


def _text(head: bytes) -> str | None:
    """The head as text in whatever encoding office programs write, None if it is none."""
    encodings = ("utf-16",) if head.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig", "gb18030")
    for encoding in encodings:
        text = head.decode(encoding, "ignore")
        if not _CONTROL.search(text) and len(text.encode(encoding, "ignore")) >= len(head) - 8:
            return text.lstrip()
    return None
