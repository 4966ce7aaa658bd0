"""A data file as text: size, encoding and characters, before anyone looks at its structure."""

import re
import unicodedata
from pathlib import Path

from reportgen.errors import Place, Problem, os_reason

SIZE_LIMIT_BYTES = 64 * 1024 * 1024
_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
_LOST_COMMENT = re.compile(r"^\s*(?:- )?[^\s#\"'|>\[{][^#\"'|>]*?: [^\s\"'|>\[{#][^\"]*?\s(#\S.*)$")
CONTROL_NAMES = {"\t": "制表符（Tab）", "\x0b": "垂直制表符", "\x0c": "换页符", "\x00": "空字符"}


def read_text(path: Path, shown: str) -> tuple[str | None, tuple[Problem, ...]]:
    """The text of a data file in UTF-8 (with or without BOM), or None and what is wrong with it.

    `shown` is the file's name in messages.
    """
    try:
        if path.exists() and not path.is_file():
            return None, (_problem("data-unreadable", shown, "这里不是普通文件；请删除它，换成数据文件"),)
        if path.stat().st_size > SIZE_LIMIT_BYTES:
            return None, (
                _problem(
                    "data-too-large", shown, f"文件超过 {SIZE_LIMIT_BYTES >> 20} MB，不像是台账；请检查是不是放错了文件"
                ),
            )
        raw = path.read_bytes()
    except FileNotFoundError:
        return None, (_problem("data-missing", shown, "没有这个文件；请从“reportgen init”生成的样例中复制一份再改"),)
    except OSError as error:
        return None, (
            _problem("data-unreadable", shown, f"文件打不开（{os_reason(error)}）；请检查权限，或关闭正在使用它的程序"),
        )
    return text_of(raw, shown)


def text_of(raw: bytes, shown: str) -> tuple[str | None, tuple[Problem, ...]]:
    """The text of a data file's bytes, or None and what is wrong with them."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, (_encoding_problem(raw, error, shown),)
    text = text.replace("\r\n", "\n")
    if not text.strip():
        return None, (_problem("data-empty", shown, "文件是空的；请填写内容，或从样例中复制一份再改"),)
    return text, tuple(_lost_comments(text, shown))


def _problem(code: str, shown: str, message: str, line: int | None = None, column: int | None = None) -> Problem:
    return Problem(code, message, Place(file=shown, line=line, column=column))


def _encoding_problem(raw: bytes, error: UnicodeDecodeError, shown: str) -> Problem:
    line = raw.count(b"\n", 0, error.start) + 1
    try:
        raw.decode("gb18030")
        name = "GBK（ANSI）"
    except UnicodeDecodeError:
        name = "UTF-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "未知编码"
    return _problem("data-encoding", shown, f"文件是{name}编码，读不了；请在编辑器里用“另存为”选择 UTF-8 编码", line)


def control_problems(text: str, shown: str) -> tuple[Problem, ...]:
    """One problem per control character (tabs that indent are left to the YAML reader)."""
    problems = []
    for found in _CONTROL.finditer(text):
        line_start = text.rfind("\n", 0, found.start()) + 1
        if found[0] == "\t" and not text[line_start : found.start()].strip(" \t-"):
            continue
        line = text.count("\n", 0, found.start()) + 1
        problems.append(
            _problem("data-control-character", shown, control_message(found[0]), line, found.start() - line_start + 1)
        )
    return tuple(problems)


def first_control(text: str) -> str | None:
    """The first control character of a value (it may have come from an escape), or None."""
    found = _CONTROL.search(text)
    return found[0] if found else None


def control_message(character: str) -> str:
    """What to say of a control character."""
    name = CONTROL_NAMES.get(character) or unicodedata.name(character, f"U+{ord(character):04X}")
    return f"文字里有看不见的控制字符：{name}；请删除它，再重新输入这一处"


def _lost_comments(text: str, shown: str) -> list[Problem]:
    problems = []
    for number, line in enumerate(text.split("\n"), 1):
        found = "#" in line and _LOST_COMMENT.match(line)
        if found:
            message = f"“{found[1][:20]}”前面有空格，会被当作注释丢掉；如果它是正文，请给整段文字加上引号"
            place = Place(file=shown, line=number, column=found.start(1) + 1)
            problems.append(Problem("data-lost-comment", message, place, "warning"))
    return problems
