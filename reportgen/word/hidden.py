"""What a reader of the template does not see, and a reader of the document's file would: it must be gone first."""

import re

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from lxml import etree

from reportgen.errors import Place, Problem

_PARTS = (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER, RELATIONSHIP_TYPE.FOOTNOTES)
_TRACES = (
    ("ins|del|moveFrom|moveTo", "没有接受或拒绝的修订", "在“审阅”里接受或拒绝全部修订"),
    ("commentRangeStart|commentReference", "批注", "删除全部批注"),
    ("vanish", "隐藏的文字", "取消隐藏，或删除这些文字"),
)


def hidden_traces(document: Document, shown: str) -> tuple[Problem, ...]:
    """Tracked changes, comments and hidden text: their text would go out with the document."""
    parts = [etree.tostring(document.element)]
    parts += [rel.target_part.blob for rel in document.part.rels.values() if rel.reltype in _PARTS]
    text = b"".join(parts).decode("utf-8", "replace")
    return tuple(
        Problem("template-traces", f"模板里有{what}，会留在文书里；请{repair}", Place(file=shown))
        for names, what, repair in _TRACES
        if re.search(rf"<w:(?:{names})[ />]", text)
    )
