"""整改进展情况报告: upward, with 签发人, the ledger attached, 版记 on a last page."""

from reportgen.drafting.markup import paragraph, run
from reportgen.drafting.notice import OPENING
from reportgen.drafting.package import Document
from reportgen.drafting.paragraphs import (
    attachment_head,
    attachments,
    body,
    chapter,
    each,
    heading,
    headline,
    mark,
    recipients,
    signature,
    when,
)
from reportgen.drafting.sections import PARTS, landscape, portrait, section_end
from reportgen.drafting.tables import Column, imprint, listing

_LEDGER = "{{ 被巡视党组织.地区 }}巡视反馈意见整改台账"


def report() -> Document:
    return Document(
        _masthead()
        + headline()
        + recipients()
        + body(OPENING)
        + chapter("引言")
        + heading("一、整改工作总体情况")
        + chapter("总体情况")
        + heading("二、逐项整改落实情况")
        + _issues()
        + heading("三、移交线索处置和追责问责情况")
        + chapter("线索处置")
        + heading("四、存在的不足")
        + chapter("存在不足")
        + heading("五、下一步打算")
        + chapter("下一步打算")
        + paragraph("BodyKept", "特此报告。")
        + attachments(_LEDGER)
        + signature()
        + _note_and_section_end()
        + attachment_head("附件", _LEDGER, first=True)
        + listing(_COLUMNS, ("问题 in 问题清单",))
        + section_end(landscape())
        + imprint()
        + portrait(),
        PARTS,
    )


def _masthead() -> str:
    """发文字号 left and 签发人 right on one line above the red line (7.2.5, 7.2.6)."""
    number = run("\t{{ 公文.发文字号 }}\t签发人：")
    return mark() + paragraph("NumberUpward", number, run("{{ 公文.签发人|join('　') }}", "Signatory"))


def _note_and_section_end() -> str:
    note = paragraph("Note", "（{{ 公文.附注 }}）")
    return when("公文.附注", note) + section_end(portrait())


def _issues() -> str:
    """Every issue in the order of the feedback: measures, result, state."""
    state = "整改状态：{{ 问题.整改状态 }}{% if 问题.完成日期 %}（{{ 问题.完成日期|公文日期 }}完成）{% endif %}。"
    sub_issue = "（{{ 子问题.序号 }}）关于“{{ 子问题.标题|引号内 }}”问题。{% if 子问题.进展情况 %}{{ 子问题.进展情况 }}{% endif %}"
    issue = each(
        "问题 in 方面.问题清单",
        paragraph("Heading3", "{{ 问题.序号 }}.关于“{{ 问题.标题|引号内 }}”问题"),
        when("问题.措施内容", body("整改措施：{{ 问题.措施内容|一是二是 }}")),
        when("问题.进展情况", body("整改结果：{{ 问题.进展情况 }}")),
        each("子问题 in 问题.子问题", body(sub_issue)),
        body(state),
    )
    title = paragraph("Heading2", "（{{ 方面.序号|汉字数字 }}）关于“{{ 方面.名称|引号内 }}”方面")
    return each("方面 in 方面清单", title, issue)


_COLUMNS = (
    Column("序号", 480, "{{ 问题.序号 }}", centred=True),
    Column("反馈问题", 1400, "{{ 问题.标题 }}"),
    Column("整改措施", 3160, "{{ 问题.措施内容|一是二是|或横线 }}"),
    Column("责任领导", 900, "{{ 问题.责任领导|或横线 }}"),
    Column("牵头单位", 960, "{{ 问题.牵头单位|或横线 }}"),
    Column("责任单位", 1260, "{{ 问题.责任单位|或横线 }}"),
    Column("整改时限", 1300, "{{ 问题.整改时限|公文日期|或横线 }}", centred=True),
    Column("整改状态", 760, "{{ 问题.整改状态 }}", centred=True),
    Column("完成日期", 1300, "{{ 问题.完成日期|公文日期|或横线 }}", centred=True),
    Column("佐证材料", 1236, "{{ 问题.佐证材料|或横线 }}"),
)
