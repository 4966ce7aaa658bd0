"""Packages with something in them that should not be there, and a ledger that says what."""

import io
import zipfile
from collections.abc import Mapping
from html import escape
from typing import Any

from reportgen.anatomy.reader import read
from reportgen.check.disclosure import Exposure, exposure, judge
from reportgen.errors import Finding
from reportgen.model import Activities, DocumentElements, InspectionFile, Issue, Ledger

NOTICE = "整改进展情况通报"
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

PROGRESS = "个别乡镇边沟坑塘积存污水，雨后水体发黑有异味，周边群众多次反映，牵头单位已逐处登记造册。"
WITHHELD_TITLE = "巡视移交问题线索办理节奏偏慢，部分线索超过时限仍未办结"
PUBLIC = "对检查中指出的黑臭水体采用接管、转运等办法即查即清，处置后经检测消除异味。"

ISSUES: tuple[dict[str, Any], ...] = (
    {
        "序号": 1,
        "方面": "整改任务落实",
        "标题": "水污染防治力度不足，部分乡镇沟渠仍有黑臭水体",
        "具体表现": "农村污水收集设施存在明显短板，日常巡查偏重主干河道。",
        "原因分析": "小微水体管护责任人长期不明确，部门之间相互推诿。",
        "整改目标": "同类水体全面排查整治，建立日常巡查管护机制并长期运行。",
        "责任领导": "市委常委、常务副市长",
        "责任人": "市生态环境局局长赵明远",
        "进展情况": PROGRESS,
        "整改措施": ["对点名水体立即截污清淤，暂不具备条件的转运至污水处理厂处理。"],
        "公开表述": PUBLIC,
        "销号": {"复核意见": "现场复核水体清洁，管护责任已经公示，同意销号。", "批准人": "市委常委、常务副市长"},
        "备注": "该企业负责人与原分管领导系亲属关系，另案调查处理。",
    },
    {
        "序号": 2,
        "方面": "整改任务落实",
        "标题": WITHHELD_TITLE,
        "具体表现": "个别线索在承办部门之间流转时间较长，核查力量不足。",
        "不公开": {"社会": "涉及问题线索的具体办理情况，不宜向社会公开。"},
    },
)


def ledger(*issues: Mapping[str, Any], **documents: Mapping[str, Any]) -> Ledger:
    """A ledger of two issues, one of them withheld; or of the issues given."""
    elements: dict[str, Mapping[str, Any]] = {
        NOTICE: {
            "标题": "关于巡视整改进展情况的通报",
            "联系方式": {"电话": "0317-2345678", "邮政信箱": "示例市第100号信箱", "电子邮箱": "zgb@shilishi.example"},
        },
        "整改方案": {"发文字号": "示委〔2021〕36号"},
        **documents,
    }
    return Ledger(
        InspectionFile.model_validate(
            {
                "巡视": {
                    "名称": "省委第九轮巡视",
                    "巡视组": "省委第七巡视组",
                    "上级党委": "省委",
                    "开始日期": "2021-09-01",
                    "结束日期": "2021-09-30",
                    "反馈日期": "2021-11-11",
                },
                "被巡视党组织": {"全称": "中共示例市委员会", "简称": "示例市委"},
                "领导小组": {
                    "名称": "市委巡视整改领导小组",
                    "组长": "市委书记",
                    "副组长": ["市委副书记、市长", "高峰"],
                },
                "方面": ["整改任务落实"],
            }
        ),
        tuple(Issue.model_validate(issue) for issue in issues or ISSUES),
        Activities.model_validate(
            {
                "制度文件": [
                    {"名称": "《巡查管护办法》", "文号": "示办发〔2021〕42号", "印发日期": "2021-12-15", "方式": "新建"}
                ],
                "问题线索处置": [{"线索编号": "XS2021-0077", "办结日期": "2022-03-01"}],
            }
        ),
        {kind: DocumentElements.model_validate(each) for kind, each in elements.items()},
        {},
    )


def public(*issues: Mapping[str, Any]) -> Exposure:
    """What society must not see of a ledger."""
    return exposure(ledger(*issues), "社会", NOTICE)


def paragraph(text: str, properties: str = "") -> str:
    """A paragraph of one run."""
    return f'<w:p><w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def package(
    body: str = "", parts: Mapping[str, str | bytes] | None = None, links: Mapping[str, tuple[str, str]] | None = None
) -> bytes:
    """A .docx with a body (paragraphs in markup), more parts, and relationships of the document: id → (kind, target).

    A target that is none of the parts is outside.
    """
    more = dict(parts or {})
    related = "".join(
        _relationship(name, kind, target, f"word/{target}" not in more)
        for name, (kind, target) in (links or {}).items()
    )
    every: dict[str, str | bytes] = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": _rels(
            f'<Relationship Id="d" Type="{_RELATIONSHIPS}/officeDocument" Target="word/document.xml"/>'
        ),
        "word/_rels/document.xml.rels": _rels(related),
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}<w:sectPr/></w:body></w:document>",
        **more,
    }
    return zipped(every)


def _relationship(name: str, kind: str, target: str, outside: bool) -> str:
    mode = ' TargetMode="External"' if outside else ""
    return f'<Relationship Id="{name}" Type="{_RELATIONSHIPS}/{kind}" Target="{escape(target)}"{mode}/>'


def _rels(entries: str) -> str:
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{entries}</Relationships>'
    )


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip file of parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def found(raw: bytes, against: Exposure | None = None) -> list[Finding]:
    """What is found in a package; without an exposure, for society and without a ledger."""
    return list(judge(read("公文.docx", raw), against or exposure(None, "社会", None), frozenset()))


def in_text(*texts: str, against: Exposure | None = None) -> list[Finding]:
    """What is found in plain paragraphs."""
    return found(package("".join(map(paragraph, texts))), against)


def codes(findings: list[Finding]) -> set[str]:
    """Their codes."""
    return {finding.code for finding in findings}


def errors(findings: list[Finding]) -> set[str]:
    """The codes of errors among them."""
    return {finding.code for finding in findings if finding.severity == "error"}
