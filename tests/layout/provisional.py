"""A made-up ledger, just enough to fill the templates while the pipeline is not there yet."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jinja2
from docxtpl import DocxTemplate

DIGITS = "零一二三四五六七八九"
LONG = (
    "各级党组织坚持把巡视整改作为重大政治任务，逐项对照、逐条分析、逐一销号，压实主体责任和监督责任，"
    "健全制度机制，强化跟踪问效，推动问题整改见底到位，切实把整改成果转化为推动高质量发展的实际成效。"
)
ASPECTS = {
    "党的理论和路线方针政策贯彻落实": 9,
    "全面从严治党责任落实": 7,
    "领导班子和干部人才队伍建设": 6,
    "巡视整改任务落实": 6,
}


def chinese_number(value: int) -> str:
    tens, units = divmod(int(value), 10)
    head = "" if tens == 0 else "十" if tens == 1 else f"{DIGITS[tens]}十"
    return head + (DIGITS[units] if units or not tens else "")


def official_date(value: str | None) -> str:
    if value and value[:4].isdigit():
        year, month, day = (int(part) for part in value.split("-"))
        return f"{year}年{month}月{day}日"
    return value or ""


def listed(items: list[str]) -> str:
    return "；".join(f"{chinese_number(number)}是{item}" for number, item in enumerate(items, 1)) + (
        "。" if items else ""
    )


def or_dash(value: object) -> str:
    if not value:
        return "—"
    return "、".join(value) if isinstance(value, list) else str(value)


FILTERS: dict[str, Any] = {
    "汉字数字": chinese_number,
    "公文日期": official_date,
    "一是二是": listed,
    "顿号": "、".join,
    "和": lambda items: "和".join(filter(None, ["、".join(items[:-1]), items[-1]])),
    "机关": lambda items: ("，" if any("、" in item for item in items) else "、").join(items),
    "或横线": or_dash,
}


def measure(issue: int, number: int, position: str) -> dict[str, Any]:
    return {
        "序号": number,
        "编号": f"{position}-{number}",
        "内容": (LONG[:35] + "。", LONG[20:86], LONG)[(issue + number) % 3],
        "措施类型": ("建章立制", "专项整治", "举一反三")[number % 3],
        "责任领导": "市委副书记、市长",
        "牵头单位": "市委办公室",
        "责任单位": ["市发展和改革委员会", "市财政局", "各县（市、区）党委"][: 1 + issue % 3],
        "整改时限": ("2022-05-31", "立行立改", "长期坚持")[issue % 3],
        "集中整改期完成": "是",
        "常态化坚持": "否",
    }


def issue(number: int, aspect: str, position: str) -> dict[str, Any]:
    measures = [measure(number, index, position) for index in range(1, {1: 7, 2: 2}.get(number, 2 + number % 3))]
    state = ("已完成", "正在整改", "长期坚持")[number % 3]
    return {
        "序号": number,
        "编号": position,
        "方面": aspect,
        "标题": LONG[number % 20 : number % 20 + 14 + number].rstrip("，、。"),
        "具体表现": LONG if number % 2 else LONG[:30],
        "重点关注": "群众反映强烈" if number % 5 == 0 else None,
        "问题来源": "巡视反馈",
        "整改目标": "健全制度机制，年底前问题全部整改到位。",
        "责任领导": "市委副书记、市长",
        "牵头单位": "市委办公室",
        "责任单位": ["市发展和改革委员会", "市财政局"],
        "配合单位": ["市审计局"],
        "责任人": "市委办公室主任",
        "督办单位": "市委督查室",
        "整改时限": ("2022-05-31", "立行立改", "长期坚持")[number % 3],
        "整改类型": ("限期整改", "立行立改", "长期坚持")[number % 3],
        "整改状态": state,
        "完成日期": "2022-05-20" if state == "已完成" else None,
        "进展情况": LONG,
        "佐证材料": ["实施方案", "会议纪要"],
        "整改措施": measures,
        "措施内容": [item["内容"].rstrip("。") for item in measures],
        "公开段落": [LONG, LONG[:50] + "。"] if number % 2 else [LONG],
        "子问题": [{"序号": 1, "标题": "制度不健全", "进展情况": LONG[:60], "公开段落": [LONG[:60]]}]
        if number == 4
        else [],
    }


def aspects() -> list[dict[str, Any]]:
    found, number = [], 0
    for place, (name, count) in enumerate(ASPECTS.items(), 1):
        issues = []
        for position in range(1, count + 1):
            number += 1
            issues.append(issue(number, name, f"{place}-{position}"))
        found.append({"序号": place, "名称": name, "问题清单": issues})
    return found


def chapter(titles: int, plain: int = 0) -> list[dict[str, Any]]:
    items = [{"序号": 0, "标题": None, "内容": LONG * 2} for _ in range(plain)]
    names = ("提高政治站位", "强化责任担当、坚持以上率下", "健全长效机制", "严格督促检查")
    return items + [{"序号": n, "标题": names[n - 1], "内容": LONG * 2} for n in range(1, titles + 1)]


NARRATIVE = {
    "plan": {
        "通知正文": [
            {
                "序号": 1,
                "标题": None,
                "内容": "《中共示例市委员会关于落实省委巡视反馈意见的整改方案》已经市委常委会会议审议通过，现印发给你们，请结合实际认真贯彻落实。",
            }
        ],
        "总体要求": chapter(3),
        "组织领导": chapter(0, 1),
        "任务引言": [{"序号": 1, "标题": None, "内容": "对照反馈意见，共梳理4个方面28个问题，逐项制定整改措施。"}],
        "工作要求": chapter(4),
    },
    "report": {
        "引言": chapter(0, 1),
        "总体情况": chapter(3),
        "线索处置": chapter(0, 1),
        "存在不足": chapter(0, 1),
        "下一步打算": chapter(3),
    },
    "notice": {
        "责任落实": chapter(3, 1),
        "成效引言": chapter(0, 1),
        "线索处置": chapter(0, 1),
        "下一步打算": chapter(3, 1),
        "监督方式": [
            {"序号": 1, "标题": None, "内容": "欢迎广大干部群众对巡视整改落实情况进行监督。如有意见建议，请及时反映。"}
        ],
    },
}
ELEMENTS: dict[str, dict[str, Any]] = {
    "plan": {
        "发文机关标志": "中共示例市委员会文件",
        "发文字号": "示委〔2021〕36号",
        "标题": "中共示例市委员会关于印发《落实省委\n巡视反馈意见整改方案》的通知",
        "印发文件标题": "中共示例市委员会关于落实\n省委巡视反馈意见的整改方案",
        "主送机关": ["各县（市、区）委", "市委各部委", "市直各部门党组（党委）", "各人民团体党组"],
        "抄送机关": [
            "省委巡视工作领导小组办公室",
            "省纪委监委",
            "省委组织部",
            "市人大常委会党组",
            "市政府党组",
            "市政协党组",
        ],
        "署名": "中共示例市委员会",
        "加盖印章": True,
        "成文日期": "2021-12-10",
        "印发机关": "中共示例市委办公室",
        "印发日期": "2021-12-10",
        "附注": None,
    },
    "report": {
        "发文机关标志": "中共示例市委员会文件",
        "发文字号": "示委〔2022〕18号",
        "签发人": ["张某某"],
        "标题": "中共示例市委员会\n关于巡视整改进展情况的报告",
        "主送机关": ["中共某某省委员会"],
        "抄送机关": [],
        "署名": "中共示例市委员会",
        "加盖印章": True,
        "成文日期": "2022-08-16",
        "印发机关": "中共示例市委办公室",
        "印发日期": "2022-08-16",
        "附注": "联系人：市委整改办综合组；联系电话：0000-0000000",
    },
    "notice": {
        "标题": "中共示例市委员会\n关于省委巡视整改进展情况的通报",
        "署名": "中共示例市委员会",
        "加盖印章": False,
        "成文日期": "2022-08-16",
        "联系方式": {"电话": "0000-0000000", "邮政信箱": "示例市0号信箱", "电子邮箱": "jiandu@example.invalid"},
    },
}
ABSENT = ("份号", "密级", "紧急程度", "附注", "印发文件标题", "发文机关标志")


def context(kind: str) -> dict[str, Any]:
    listed_aspects = aspects()
    elements = dict.fromkeys(ABSENT) | ELEMENTS[kind]
    for name in ("标题", "印发文件标题"):
        elements[f"{name}全文"] = (elements[name] or "").replace("\n", "")
    groups = [
        {
            "序号": n,
            "名称": f"第{chinese_number(n)}专项整改组",
            "组长": "市委常委、秘书长",
            "牵头单位": "市委办公室",
            "成员": [],
            "职责": LONG[:40],
        }
        for n in range(1, 5)
    ]
    return {
        "公文": elements,
        "巡视": {
            "名称": "省委第九轮巡视",
            "巡视组": "省委第十一巡视组",
            "上级党委": "省委",
            "开始日期": "2021-09-01",
            "结束日期": "2021-09-30",
            "反馈日期": "2021-11-11",
        },
        "被巡视党组织": {"全称": "中共示例市委员会", "简称": "示例市委", "地区": "示例市"},
        "领导小组": {
            "名称": "市委巡视整改工作领导小组",
            "组长": "市委书记",
            "副组长": ["市委副书记、市长", "市委副书记"],
            "成员": ["市委常委", "市政府副市长"],
            "办公室": "市委办公室",
            "专项整改组": groups,
        },
        "方面清单": listed_aspects,
        "问题清单": [item for aspect in listed_aspects for item in aspect["问题清单"]],
        "行文": NARRATIVE[kind],
        "事实": {"专项整改组数": 4},
    }


def fill(template: Path, target: Path, values: Mapping[str, Any]) -> Path:
    """The template filled as the program fills it, unsealed signatures placed apart."""
    environment = jinja2.Environment(undefined=jinja2.StrictUndefined, autoescape=True)
    environment.filters.update(FILTERS)
    document = DocxTemplate(template)
    document.render(dict(values), jinja_env=environment)
    document.save(target)
    return target
