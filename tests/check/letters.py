"""Short official documents in which a test changes one part."""

from collections.abc import Iterable

from reportgen.anatomy import Document, Paragraph, Role
from reportgen.check.rule import Rule
from tests.check.building import body, document, findings, paragraph

REPORT = "中共示例市委员会关于巡视整改进展情况的报告"
TEXT = "根据省委部署，省委第七巡视组对示例市开展了巡视。现将整改进展情况报告如下。"
END = "特此报告。"


def letter(
    *text: str | Paragraph,
    title: str = REPORT,
    mark: str | None = "中共示例市委员会文件",
    number: str | None = "示委〔2022〕15号\t签发人：张三",
    to: str | None = "中共示例省委员会：",
    signed: Iterable[str] = ("中共示例市委员会",),
    day: str = "2022年7月29日",
    before: Iterable[Paragraph] = (),
    after: Iterable[Paragraph] = (),
    copies: str | None = "抄送：省委组织部、省纪委监委机关。",
    printed: str | None = "中共示例市委办公室\t2022年7月29日印发",
) -> Document:
    """An upward report of the city's committee; every part can be another, or None to leave it out."""
    parts = (
        *before,
        *_part(Role.ISSUER_MARK, mark),
        *_part(Role.DOCUMENT_NUMBER, number),
        paragraph(Role.TITLE, title),
        *_part(Role.RECIPIENTS, to),
        *(one if isinstance(one, Paragraph) else body(one) for one in text or (TEXT, END)),
        *(paragraph(Role.SIGNATURE, name) for name in signed),
        paragraph(Role.DATE_OF_ISSUE, day),
        *after,
        *_part(Role.COPIES, copies),
        *_part(Role.PRINTED, printed),
    )
    return document(*parts)


def _part(role: Role, text: str | None) -> tuple[Paragraph, ...]:
    return (paragraph(role, text),) if text is not None else ()


def notice(*text: str, **changes: object) -> Document:
    """A notification to subordinate organs."""
    usual: dict[str, object] = {
        "title": "中共示例市委员会关于做好巡视整改工作的通知",
        "number": "示委〔2021〕36号",
        "to": "各县（市、区）委，市委各部委：",
    }
    return letter(*(text or ("现就做好巡视整改工作通知如下。",)), **(usual | changes))  # type: ignore[arg-type]


def told(rules: tuple[Rule, ...], code: str, judged: Document) -> list[tuple[str, str | None]]:  # type: ignore[type-arg]
    """Severity and measured text of what a rule finds; information is left out."""
    return [
        (one.severity, one.measured) for one in findings(rules, judged) if one.code == code and one.severity != "info"
    ]
