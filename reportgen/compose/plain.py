"""Records → dicts, lists and text with Chinese keys, as templates see them."""

from datetime import date

from reportgen.model import Record

NEW_PARAGRAPH = "\a"
"""Stands in text where a new paragraph starts; the filling engine makes it a real one."""


def paragraphs(text: str) -> str:
    """Lines become paragraphs; blank lines and the clerk's own indents go."""
    lines = (line.strip() for line in text.split("\n"))
    return NEW_PARAGRAPH.join(line for line in lines if line)


def one_line(text: str) -> str:
    """A title or name that was typed over several lines, as one."""
    return paragraphs(text).replace(NEW_PARAGRAPH, "")


def plain(value: object) -> object:
    """Dates as ISO text, records as dicts with Chinese keys, line breaks as paragraphs (none in titles)."""
    if isinstance(value, Record):
        fields = type(value).model_fields
        found = {info.alias or name: plain(getattr(value, name)) for name, info in fields.items()}
        title = found.get("标题")
        return {**found, "标题": title.replace(NEW_PARAGRAPH, "")} if isinstance(title, str) else found
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    return paragraphs(str(value)) if isinstance(value, str) else value


def plain_record(record: Record) -> dict[str, object]:
    """One record as a dict."""
    found = plain(record)
    assert isinstance(found, dict)
    return found
