"""The rules of disclosure, and the judgement of one document for one audience."""

from collections.abc import Iterator

from reportgen.anatomy import Document
from reportgen.check.disclosure.contacts import judge_contacts
from reportgen.check.disclosure.exposure import Exposure
from reportgen.check.disclosure.hidden import judge_hidden
from reportgen.check.disclosure.marks import judge_classification, judge_papers
from reportgen.check.disclosure.numbers import judge_bank, judge_identity, judge_mobile
from reportgen.check.disclosure.package import judge_embedded, judge_links, judge_pictures, judge_properties
from reportgen.check.disclosure.people import judge_people
from reportgen.check.disclosure.search import Search
from reportgen.check.disclosure.wording import judge_fields, judge_withheld
from reportgen.check.rule import Rule, apply
from reportgen.errors import Finding

_OPENNESS = "《中国共产党党务公开条例（试行）》第十五条"
_DECLASSIFY = "《党政机关公文处理工作条例》第三十一条"
_REVIEW = "《党政机关公文处理工作条例》第二十条、第二十五条"
_PRIVACY = "《个人信息保护法》"
_PRACTICE = "巡视整改公开惯例"

RULES: tuple[Rule[Search], ...] = (
    Rule("D-field", _OPENNESS, "MUST", "台账里没有审定公开的文字，不得写进公开的文书", judge_fields),
    Rule("D-withheld", _OPENNESS, "MUST", "按规定不公开的问题，不得出现在文书的任何部分", judge_withheld),
    Rule("D-person", _PRACTICE, "MUST", "公开的文书不写台账名单上的姓名和职务", judge_people),
    Rule("D-id-number", _PRIVACY, "MUST", "文书的任何部分不得有身份证号码", judge_identity),
    Rule("D-mobile", _PRIVACY, "MUST", "文书的任何部分不得有手机号码", judge_mobile),
    Rule("D-bank", _PRIVACY, "MUST", "文书的任何部分不得有银行卡号、账号", judge_bank),
    Rule("D-contact", _PRACTICE, "MUST", "公开的文书只公布一处审定的监督渠道", judge_contacts),
    Rule("D-classification", _DECLASSIFY, "MUST", "公开的文书不得带密级、份号和内部字样", judge_classification),
    Rule("D-number", _PRACTICE, "MUST", "公开的文书不写内部文件的文号和问题线索编号", judge_papers),
    Rule("D-hidden", _REVIEW, "MUST", "发出的文书不得留有修订、批注和隐藏文字", judge_hidden),
    Rule("D-properties", _PRACTICE, "GEN", "公开的文书，文档属性里不留个人和单位信息", judge_properties),
    Rule("D-embedded", _PRACTICE, "GEN", "发出的文书不嵌入文件，不带宏", judge_embedded),
    Rule("D-image", _PRACTICE, "GEN", "公开的文书，图片不带拍摄地点、作者等附带信息", judge_pictures),
    Rule("D-external", _PRACTICE, "MUST", "文书不得指向内网、文件服务器或本机路径", judge_links),
)


def judge(document: Document, exposure: Exposure, switched_off: frozenset[str] = frozenset()) -> Iterator[Finding]:
    """Everything in the package of a document that its audience must not see."""
    return apply(RULES, Search(document, exposure), switched_off)
