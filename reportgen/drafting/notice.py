"""整改进展情况通报: published, so without masthead and imprint."""

from reportgen.drafting.markup import paragraph
from reportgen.drafting.package import Document
from reportgen.drafting.paragraphs import body, chapter, each, heading, headline, optional_chapter, signature, when
from reportgen.drafting.sections import UPRIGHT_PARTS, portrait

OPENING = (
    "根据{{ 巡视.上级党委 }}部署，{{ 巡视.起止日期 }}，"
    "{{ 巡视.巡视组 }}对{{ 被巡视党组织.地区 }}开展了巡视，{{ 巡视.反馈日期|公文日期 }}反馈了巡视意见。"
)
_CONTACT = (
    "联系方式：{% if 公文.联系方式.电话 %}电话{{ 公文.联系方式.电话 }}{% endif %}"
    "{% if 公文.联系方式.邮政信箱 %}{% if 公文.联系方式.电话 %}；{% endif %}"
    "邮政信箱{{ 公文.联系方式.邮政信箱 }}{% endif %}"
    "{% if 公文.联系方式.电子邮箱 %}{% if 公文.联系方式.电话 or 公文.联系方式.邮政信箱 %}；{% endif %}"
    "电子邮箱{{ 公文.联系方式.电子邮箱 }}{% endif %}。"
)


def notice() -> Document:
    return Document(
        headline()
        + body(OPENING)
        + chapter("引言")
        + heading("一、把巡视整改作为重大政治任务抓紧抓实")
        + chapter("责任落实")
        + heading("二、整改落实情况")
        + optional_chapter("成效引言")
        + _aspects()
        + optional_chapter("线索处置")
        + heading("三、下一步打算")
        + chapter("下一步打算")
        + chapter("监督方式")
        + when("公文.联系方式", paragraph("BodyKept", _CONTACT))
        + signature()
        + portrait(),
        UPRIGHT_PARTS,
    )


def _aspects() -> str:
    """What was cleared for publication, aspect by aspect."""
    sub_issues = each(
        "子问题 in 问题.子问题",
        body("（{{ 子问题.序号 }}）关于“{{ 子问题.标题|引号内 }}”问题。"),
        each("文字 in 子问题.公开段落", body("{{ 文字 }}")),
    )
    issues = each(
        "问题 in 方面.问题清单",
        paragraph("Heading3", "{{ 问题.序号 }}.关于“{{ 问题.标题|引号内 }}”问题。"),
        each("文字 in 问题.公开段落", body("{{ 文字 }}")),
        sub_issues,
    )
    title = paragraph("Heading2", "（{{ 方面.序号|汉字数字 }}）关于“{{ 方面.名称|引号内 }}”方面")
    return each("方面 in 方面清单", title, issues)
