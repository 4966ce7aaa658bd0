"""整改方案: issued by a 通知, the plan behind it, three lists attached, 版记 on a last page."""

from reportgen.drafting.markup import paragraph
from reportgen.drafting.package import Document
from reportgen.drafting.paragraphs import (
    attachment_head,
    attachments,
    blank,
    body,
    chapter,
    each,
    heading,
    headline,
    mark,
    optional_chapter,
    recipients,
    signature,
    when,
)
from reportgen.drafting.sections import PARTS, landscape, portrait, section_end
from reportgen.drafting.tables import Column, imprint, listing

LISTS = ("巡视反馈问题清单", "整改任务清单", "整改责任清单")


def plan() -> Document:
    return Document(_notice() + _plan() + _lists() + imprint() + portrait(), PARTS)


def _notice() -> str:
    """The 通知 by which the plan is issued."""
    return (
        mark()
        + paragraph("Number", "{{ 公文.发文字号 }}")
        + headline()
        + recipients()
        + chapter("通知正文", kept_end=True)
        + signature()
        + when("公文.附注", paragraph("Note", "（{{ 公文.附注 }}）"))
    )


def _plan() -> str:
    return (
        paragraph("HeadlineNewPage", "{{ 公文.印发文件标题 }}")
        + blank()
        + heading("一、总体要求")
        + chapter("总体要求")
        + heading("二、组织领导")
        + chapter("组织领导")
        + _leading_group()
        + heading("三、整改任务和措施")
        + optional_chapter("任务引言")
        + _issues()
        + heading("四、工作要求")
        + chapter("工作要求")
        + attachments(*LISTS)
        + section_end(portrait())
    )


def _leading_group() -> str:
    """Who leads, and the special groups; names of posts hold 、 themselves, so they are joined as organs are."""
    leaders = (
        "{{ 领导小组.名称 }}组长：{{ 领导小组.组长 }}"
        "{% if 领导小组.副组长 %}；副组长：{{ 领导小组.副组长|机关 }}{% endif %}"
        "{% if 领导小组.成员 %}；成员：{{ 领导小组.成员|机关 }}{% endif %}。"
        "{% if 领导小组.办公室 %}领导小组办公室设在{{ 领导小组.办公室 }}。{% endif %}"
    )
    group = (
        "{{ 组.序号 }}.{{ 组.名称 }}。组长：{{ 组.组长 }}"
        "{% if 组.牵头单位 %}；牵头单位：{{ 组.牵头单位 }}{% endif %}"
        "{% if 组.成员 %}；成员：{{ 组.成员|机关 }}{% endif %}"
        "{% if 组.职责 %}；职责：{{ 组.职责|句号 }}{% else %}。{% endif %}"
    )
    return body(leaders) + each("组 in 领导小组.专项整改组", body(group))


def _issues() -> str:
    """Every issue with target, measures and who answers for it; a measure says so itself where it differs."""
    duty = (
        "责任领导：{{ 问题.责任领导|或横线 }}；牵头单位：{{ 问题.牵头单位|或横线 }}；"
        "责任单位：{{ 问题.责任单位|或横线 }}；整改时限：{{ 问题.整改时限|公文日期|或横线 }}。"
    )
    own_duty = "{% if 措施.另有分工 %}（{{ 措施.另有分工 }}）{% endif %}"
    issue = each(
        "问题 in 方面.问题清单",
        paragraph("Heading3", "{{ 问题.序号 }}.关于“{{ 问题.标题|引号内 }}”问题"),
        when("问题.子问题", body("其中：{{ 问题.子问题标题|一是二是 }}")),
        when("问题.整改目标", body("整改目标：{{ 问题.整改目标|句号 }}")),
        each("措施 in 问题.整改措施", body("（{{ 措施.序号 }}）{{ 措施.内容|句号 }}" + own_duty)),
        body(duty),
    )
    title = paragraph("Heading2", "（{{ 方面.序号|汉字数字 }}）关于“{{ 方面.名称|引号内 }}”方面")
    return each("方面 in 方面清单", title, issue)


def _lists() -> str:
    """The three lists on turned pages."""
    one_row_a_measure = ("问题 in 问题清单", "措施 in 问题.整改措施")
    tables = (
        listing(_ISSUES, ("问题 in 问题清单",)),
        listing(_TASKS, one_row_a_measure),
        listing(_DUTIES, one_row_a_measure),
    )
    attached = (
        attachment_head(f"附件{number}", title, first=number == 1) + table
        for number, (title, table) in enumerate(zip(LISTS, tables, strict=True), 1)
    )
    return "".join(attached) + section_end(landscape())


_ISSUES = (
    Column("序号", 560, "{{ 问题.序号 }}", centred=True),
    Column("反馈方面", 1500, "{{ 问题.方面 }}"),
    Column("问题编号", 620, "{{ 问题.编号 }}", centred=True),
    Column(
        "反馈问题（原文）", 3000, "{{ 问题.标题 }}{% if 问题.子问题 %}。其中：{{ 问题.子问题标题|一是二是 }}{% endif %}"
    ),
    Column("具体表现", 3266, "{{ 问题.具体表现|或横线 }}"),
    Column("重点关注情形", 1400, "{{ 问题.重点关注|或横线 }}"),
    Column("整改类型", 1010, "{{ 问题.整改类型|或横线 }}", centred=True),
    Column("问题来源", 1400, "{{ 问题.问题来源|或横线 }}", centred=True),
)
_TASKS = (
    Column("问题编号", 600, "{{ 问题.编号 }}", centred=True, merged=True),
    Column("反馈问题", 1900, "{{ 问题.标题 }}", merged=True),
    Column("整改目标", 1760, "{{ 问题.整改目标|或横线 }}", merged=True),
    Column("措施编号", 980, "{{ 措施.编号 }}", centred=True),
    Column("整改措施", 2800, "{{ 措施.内容 }}"),
    Column("措施类型", 1000, "{{ 措施.措施类型|或横线 }}", centred=True),
    Column("完成时限", 1840, "{{ 措施.整改时限|公文日期|或横线 }}", centred=True),
    Column("集中整改期完成", 1000, "{{ 措施.集中整改期完成|或横线 }}", centred=True),
    Column("常态化坚持", 876, "{{ 措施.常态化坚持|或横线 }}", centred=True),
)
_DUTIES = (
    Column("问题编号", 600, "{{ 问题.编号 }}", centred=True, merged=True),
    Column("反馈问题", 2380, "{{ 问题.标题 }}", merged=True),
    Column("措施编号", 980, "{{ 措施.编号 }}", centred=True),
    Column("责任领导", 1450, "{{ 措施.责任领导|或横线 }}"),
    Column("牵头单位", 1450, "{{ 措施.牵头单位|或横线 }}"),
    Column("责任单位", 1796, "{{ 措施.责任单位|或横线 }}"),
    Column("配合单位", 1450, "{{ 措施.配合单位|或横线 }}"),
    Column("责任人", 1350, "{{ 问题.责任人|或横线 }}"),
    Column("督办单位", 1300, "{{ 问题.督办单位|或横线 }}"),
)
