"""Text and attributes of an XML part, whatever its vocabulary; damaged markup yields what can be read.

Only searched, never parsed: entities stay as they are and nothing is fetched.
"""

import html
import re
from collections.abc import Iterator

_ATTRIBUTE = re.compile(r"""(?<=[\s"'])([A-Za-z_][\w:.-]{0,60})\s{0,9}=\s{0,9}(?:"([^"<>]*)"|'([^'<>]*)')""")
_WORTH_READING = re.compile(r"[^\x00-\x7f]|[@\\]|\d{7}|://|&#")
_BRACKETS = (("<!--", "-->", "comment"), ("<![CDATA[", "]]>", "text"))
_NAME = re.compile(r"[/?]?(?:[\w.-]{0,60}:)?([\w.-]{0,60})")
_INSIDE_A_LINE = frozenset(
    {"t", "r", "delText", "instrText", "delInstrText", "rPr", "span", "b", "i", "font", "a", "phoneticPr", "rPh"}
)
_NAMES_OF_SOURCES = re.compile(r"xmlns|schemaLocation|Requires|uri$|^Id$|Type$|Namespace", re.IGNORECASE)


def decoded(content: bytes) -> str:
    """The markup as text."""
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig")):
        if content.startswith(mark):
            return content.decode(encoding, "replace")
    found = re.match(rb"<\?xml[^>]{0,80}?encoding=[\"'](gb\w+)", content, re.IGNORECASE)
    return content.decode("gb18030" if found else "utf-8", "replace")


def lines(markup: str) -> Iterator[str]:
    """Texts between the tags; what runs on within a paragraph or cell is joined."""
    line: list[str] = []
    for kind, said in _tokens(markup):
        if kind == "text":
            line.append(said)
        elif kind == "comment":
            yield from _closed([said])
        elif _NAME.match(said).group(1) not in _INSIDE_A_LINE:  # type: ignore[union-attr] # matches anything
            yield from _closed(line)
    yield from _closed(line)


def _tokens(markup: str) -> Iterator[tuple[str, str]]:
    """Texts, tags and comments in their order. A bracket that nothing closes is text."""
    at, closed = 0, -1
    while at < len(markup):
        opened = markup.find("<", at)
        if opened != at:
            yield "text", html.unescape(markup[at:] if opened < 0 else markup[at:opened])
            if opened < 0:
                return
        for start, end, kind in _BRACKETS:
            found = markup.find(end, opened) if markup.startswith(start, opened) else -1
            if found >= 0:
                yield kind, markup[opened + len(start) : found]
                at = found + len(end)
                break
        else:
            closed = markup.find(">", opened) if closed < opened else closed
            following = markup.find("<", opened + 1)
            if closed < 0:
                return
            at = closed + 1 if following < 0 or closed < following else following
            if at == closed + 1:
                yield "tag", markup[opened + 1 : closed]


def _closed(line: list[str]) -> Iterator[str]:
    text = "".join(line).strip()
    line.clear()
    if text:
        yield text


def attributes(markup: str) -> Iterator[tuple[str, str]]:
    """Names and values of the attributes that hold more than a plain switch or measure."""
    for found in _ATTRIBUTE.finditer(markup):
        value = found[2] or found[3] or ""
        if _WORTH_READING.search(value) and not _NAMES_OF_SOURCES.search(found[1]):
            yield found[1].rpartition(":")[2], html.unescape(value)


def elements(markup: str, name: str) -> Iterator[str]:
    """What stands within elements of a qualified name, markup included; they are taken not to be nested."""
    opening, closing = f"<{name}", f"</{name}>"
    at = markup.find(opening)
    while at >= 0:
        start, end = markup.find(">", at) + 1, markup.find(closing, at)
        if start == 0 or end < 0:
            return
        if markup[at + len(opening)] in " >\t\r\n" and start <= end:
            yield markup[start:end]
        at = markup.find(opening, end)
