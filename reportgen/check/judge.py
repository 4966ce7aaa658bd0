"""All rules, and what they say of one document from its file."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from reportgen.anatomy import Document
from reportgen.check import agreement, disclosure, language, page, rendered
from reportgen.check.norm import Norm
from reportgen.check.rule import Case, Rule, apply
from reportgen.errors import Finding


@dataclass(frozen=True, slots=True)
class Group:
    """Rules of one sort, under the heading that the reference of rules gives them."""

    heading: str
    rules: tuple[Rule[Any], ...]

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes, in order."""
        return tuple(rule.code for rule in self.rules)


PAGE = Group("版面：从文件查", page.RULES)
RENDERED = Group("版面：从排出的页面查", rendered.RULES)
LANGUAGE = Group("语言文字", language.RULES)
AGREEMENT = Group("三文一致", agreement.RULES)
DISCLOSURE = Group("公开审查", disclosure.RULES)

GROUPS = (PAGE, RENDERED, LANGUAGE, AGREEMENT, DISCLOSURE)
CODES = tuple(code for group in GROUPS for code in group.codes)


def file_findings(document: Document, norm: Norm) -> Iterator[Finding]:
    """What page and language rules find in the file; nothing is rendered, no ledger is needed."""
    case = Case(document, norm)
    yield from apply(PAGE.rules, case, norm.switched_off)
    yield from apply(LANGUAGE.rules, case, norm.switched_off)
