"""The field reference: what a template may use, generated from the vocabulary and the facts.

`python -m reportgen.compose.reference docs/fields.md` writes it anew; a test fails when it is stale.
"""

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from reportgen.facts import LIST_MEANINGS, ROW_MEANINGS, fact_meanings
from reportgen.model import (
    DocumentElements,
    Inspected,
    Inspection,
    Issue,
    LeadingGroup,
    Measure,
    SpecialGroup,
    SubIssue,
)
from reportgen.model.values import Record
from reportgen.terms import term

FILTER_MEANINGS: Mapping[str, str] = {
    "汉字数字": "21 → 二十一",
    "公文日期": "2022-08-16 → 2022年8月16日；立行立改、长期坚持照原样",
    "一是二是": "几项连成“一是……；二是……。”",
    "一方面另一方面": "两项连成“一方面……；另一方面……。”",
    "顿号": "甲、乙、丙",
    "和": "甲、乙和丙",
    "机关": "主送、抄送机关相连：有顿号的用逗号隔开，否则用顿号",
    "句号": "末尾保证有且只有一个句号",
    "引号内": "放在“”里的文字，其中的“”改成‘’",
    "百分比": "0.76 → 76%",
    "金额": "以元计的数 → 66.57万元",
    "或横线": "没有值时印“—”，几项用顿号相连",
}
_COMPUTED = {
    "问题": {
        "编号": "方面序号-方面内序号，例如 1-3",
        "整改类型": "立行立改、限期整改、长期坚持",
        "集中整改期完成": "是、否；由时限规则里的“集中整改”推算",
        "常态化坚持": "是、否",
        "措施内容": "各条措施的内容，列表",
        "子问题标题": "各个子问题的标题，列表",
    },
    "措施": {
        "序号": "在问题内的序号",
        "配合单位": "问题的配合单位，不含本措施的牵头、责任单位",
        "另有分工": "与所属问题不同的责任和时限，连成一句，例如 牵头单位：市审计局；整改时限：2022年5月31日",
        "编号": "例如 1-3-2",
        "集中整改期完成": "是、否",
        "常态化坚持": "是、否",
    },
    "巡视": {"起止日期": "例如 2021年9月1日至9月30日"},
    "公文": {"标题全文": "标题，不分行", "印发文件标题全文": "印发文件标题，不分行"},
}
_PUBLIC_ISSUE = {
    "序号": "公开的问题连续编号",
    "标题": "公开标题，没有就是标题",
    "公开段落": "公开表述，已按句式连好，列表",
    "子问题": "同样只有序号、标题、公开段落",
}


def reference() -> str:
    """The whole reference as Markdown."""
    parts = [
        "# 字段一览\n\n模板里可以用的名称。本页由程序生成。\n",
        _section("公文（documents.yaml）", "公文", _fields(DocumentElements, "公文")),
        _section("巡视（inspection.yaml）", "巡视", _fields(Inspection, "巡视")),
        _section("被巡视党组织", "被巡视党组织", _fields(Inspected)),
        _section("领导小组", "领导小组", _fields(LeadingGroup)),
        _section("专项整改组：{%p for 组 in 领导小组.专项整改组 %}", "组", {"序号": "从 1 起", **_fields(SpecialGroup)}),
        _section("方面：{%p for 方面 in 方面清单 %}", "方面", {"序号": "从 1 起", "名称": "方面名称", "问题清单": "本方面的问题"}),
        _section("问题：{%p for 问题 in 方面.问题清单 %}，或 问题清单（党内文书）", "问题", _fields(Issue, "问题")),
        _section("措施：{%p for 措施 in 问题.整改措施 %}", "措施", _fields(Measure, "措施")),
        _section("子问题：{%p for 子 in 问题.子问题 %}", "子", {"序号": "从 1 起", **_fields(SubIssue)}),
        _section("问题（面向社会的文书，只有这些）", "问题", _PUBLIC_ISSUE),
        _section("行文（narrative.yaml）：{%p for 段 in 行文.总体要求 %}", "段",
                 {"序号": "从 1 起", "标题": "段首小标题，可能没有", "内容": "正文"}),
        _section("事实：截至文书的截至日期数出的数字", "事实", fact_meanings(["〔会议类型〕"])),
        _section("事实里的列表：{%tr for 行 in 事实.按方面 %}", "事实", LIST_MEANINGS),
        _section("列表的每一行", "行", ROW_MEANINGS),
        _table("过滤器", (("`|" + name + "`", meaning) for name, meaning in FILTER_MEANINGS.items())),
    ]  # fmt: skip
    return "\n".join(parts)


def _fields(record: type[Record], group: str = "") -> dict[str, str]:
    own = {str(info.alias): term(name).meaning for name, info in record.model_fields.items()}
    return {**own, **_COMPUTED.get(group, {})}


def _section(heading: str, group: str, meanings: Mapping[str, str]) -> str:
    return _table(heading, ((f"`{group}.{name}`", meaning) for name, meaning in meanings.items()))


def _table(heading: str, rows: Iterable[tuple[str, str]]) -> str:
    lines = "\n".join(f"| {name} | {meaning} |".replace("`|", "`\\|") for name, meaning in rows)
    return f"## {heading}\n\n| 写法 | 意思 |\n|---|---|\n{lines}\n"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(reference(), encoding="utf-8")
