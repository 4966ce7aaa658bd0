"""The people of the ledger's lists: names and posts, taken apart as clerks write them together."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reportgen.check.disclosure.folding import bare
from reportgen.model import Issue, Ledger

OFFICES = (
    "书记|常委|局长|主任|部长|市长|县长|区长|州长|省长|镇长|乡长|院长|检察长|行长|总经理|经理|董事长|秘书长|校长|处长|科长|股长|所长|站长|台长|社长|"
    "主席|会长|大队长|支队长|队长|组长|厅长|司长|主编|总编|专员|委员|巡视员|调研员|总工程师|总会计师|组员|干部|院士|教授|警长|政委|司令员|村长|园长|馆长|团长"
)
_COMPOUND = "欧阳|司马|上官|诸葛|夏侯|司徒|皇甫|尉迟|长孙|慕容|令狐|宇文|东方|南宫|端木|公孙|轩辕|呼延|赫连|澹台|拓跋|独孤|阿不|买买"
_SINGLE = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊"
    "金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄"
    "辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑"
    "邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙薄伏岑习胥保和蔺肖闫付阚代仝丰尚冶邝亓"
)
_NAME = re.compile(
    rf"(?:{_COMPOUND})[\u4e00-\u9fff]{{1,2}}|[{_SINGLE}][\u4e00-\u9fff]{{1,2}}|[\u4e00-\u9fff]{{1,8}}·[\u4e00-\u9fff]{{1,8}}"
)
_POST = re.compile(rf"[\u4e00-\u9fff]*(?:{OFFICES})")
_POST_AND_NAME = re.compile(rf"([\u4e00-\u9fff]*(?:{OFFICES}))({_NAME.pattern})(?:同志)?")
_NAME_AND_POST = re.compile(rf"({_NAME.pattern})(?:同志)?((?:常务)?副?(?:{OFFICES}))")
_NEVER_IN_A_NAME = re.compile(r"[委务局部办监府院会组长党厅室团副处科]")
_BLANK_IN_A_NAME = re.compile(r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff])[ \u3000]+([\u4e00-\u9fff])(?![\u4e00-\u9fff])")
_SEPARATORS = re.compile(r"[、，,；;/|（）()【】：:\s\u3000]+")
_NOT_A_NAME = re.compile(
    r"分管|负责|联系|主管|协管|协助|牵头|市|县|省|区|各|全[市县省]|第[一二三四五六七八九十]|常委|管委"
)
_SHORTEST_POST, _SHORTEST_PART = 4, 6


@dataclass(frozen=True, slots=True)
class Person:
    """A name or a post, bare, as it may turn up in a document; `shown` is how the ledger writes it."""

    text: str
    shown: str
    is_name: bool


def persons(ledger: Ledger) -> tuple[Person, ...]:
    """Everyone on the ledger's lists: leading groups, responsible people, approvers, signatories."""
    units = {bare(unit) for unit in ledger.background.units}
    found: dict[str, Person] = {}
    for entry in dict.fromkeys(_entries(ledger)):
        for person in _taken_apart(entry, units):
            found.setdefault(person.text, person)
    return tuple(found.values())


def _entries(ledger: Ledger) -> Iterator[str]:
    group = ledger.background.leading_group
    yield from (group.head, *group.deputies, *group.members)
    for special in group.special_groups:
        yield from (special.head, *special.members)
    for issue in ledger.issues:
        yield from filter(None, _of_issue(issue))
    for elements in ledger.documents.values():
        yield from elements.signatory


def _of_issue(issue: Issue) -> Iterable[str | None]:
    leaders = (measure.responsible_leader for measure in issue.measures)
    approver = issue.close_out.approver if issue.close_out else None
    return (issue.responsible_leader, issue.responsible_person, approver, *leaders)


def _taken_apart(entry: str, units: set[str]) -> Iterator[Person]:
    if bare(entry) in units:
        return
    written_together = _BLANK_IN_A_NAME.sub(r"\1\2", entry)
    parts = [part for part in _SEPARATORS.split(written_together) if part and bare(part) not in units]
    names = [name for part in parts for name in _names(part)]
    yield from (Person(bare(name), name, True) for name in names)
    posts = [post for post in map(_without_name, parts) if _POST.fullmatch(post)]
    if posts and not names and len(bare(entry)) >= _SHORTEST_POST:
        yield Person(bare(entry), entry, False)
    shortest = _SHORTEST_PART if len(posts) > 1 else _SHORTEST_POST
    yield from (Person(bare(post), post, False) for post in posts if len(post) >= shortest)


def _names(part: str) -> Iterator[str]:
    beside = _POST_AND_NAME.fullmatch(part)
    before = _NAME_AND_POST.fullmatch(part)
    name = beside[2] if beside else before[1] if before else part.removesuffix("同志")
    if _NAME.fullmatch(name) and not _NEVER_IN_A_NAME.search(name) and not _NOT_A_NAME.match(name):
        yield name


def _without_name(part: str) -> str:
    beside = _POST_AND_NAME.fullmatch(part)
    before = _NAME_AND_POST.fullmatch(part)
    if before and not _NEVER_IN_A_NAME.search(before[1]):
        return before[2]
    return beside[1] if beside else part
