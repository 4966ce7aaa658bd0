"""What leftovers of a draft look like."""

import re
from dataclasses import dataclass

from reportgen.errors import Strength


@dataclass(frozen=True, slots=True)
class Leftover:
    """A kind of leftover: what it is called, how it looks, and how to be rid of it."""

    name: str
    pattern: re.Pattern[str]
    repair: str
    strength: Strength | None = None


_FILL = "请|待|此处|在此|需|拟|未"
_DO = "填写?|填入|补充|补录|补写|完善|核实|核对|核定|确认|确定|替换|插入|输入|修改|删除|更新|定稿|审定"
_PUT = "填写|填入|插入|替换|输入"
_LEFT, _RIGHT = r"[【\[［〔<＜{｛]", r"[】\]］〕>＞}｝]"
_CROSS = r"(?:[XxＸｘ]{2,}|[×✕✖]{2,}|[○◯]{2,}|[＊*]{2,})"
_NUMERAL = "一二三四五六七八九十〇○"

CROSSES = Leftover(
    "代替具体内容的“×”“X”",
    re.compile(
        rf"(?<![A-Za-z0-9Ａ-Ｚａ-ｚ×*＊{_NUMERAL}（(]){_CROSS}(?![A-Za-z0-9Ａ-Ｚａ-ｚ×*＊{_NUMERAL}]|染色体|型|码|[）)])"
        r"|(?<!\d)(?:19|20)(?:XX|xx|××|ＸＸ)(?=年|〕)|(?<![A-Za-z])[Xx×Ｘ]年[Xx×Ｘ]+月|[Xx×Ｘ]月[Xx×Ｘ]+日|〔[Xx×Ｘ]+〕"
    ),
    "请写明实际内容",
)  # fmt: skip
KINDS = (
    Leftover("没有处理的模板标记", re.compile(r"\{\{[^{}\n]*\}\}|\{[%#][^{}\n]*[%#]\}|\{\{|\}\}|\{[%#]|[%#]\}|｛｛|｝｝|«[^»]{1,30}»"), "请生成或填写后删去标记"),
    Leftover(
        "没有填写的占位内容",
        re.compile(
            rf"{_LEFT}(?:(?:{_FILL})(?:{_DO})|{_PUT})[^】\]］〕>＞}}｝\n]{{0,30}}{_RIGHT}|【(?:{_FILL})[^】\n]{{0,40}}】|【[XxＸ×…_]+】"
            r"|[（(](?:请|此处|待|在此)(?:填写?|填入|插入|输入|补充)[^（）()\n]{0,20}[）)]|[（(]此处[^（）()\n]{0,8}(?:待|需|请)[^（）()\n]{1,10}[）)]|此处(?:盖章|加盖|签章|插入|填写|省略)|(?:单击|点击)(?:或点击)?此处(?:输入|添加|填写)"
            r"|在此(?:处)?(?:输入|键入|填写)(?:文字|内容|标题|文本)"
        ),
        "请填写实际内容，或者删去",
    ),
    CROSSES,
    Leftover("待办标记", re.compile(r"(?<![A-Za-z])(?:TODO|TBD|FIXME)(?![A-Za-z])|(?i:lorem ipsum)"), "请处理后删去"),
    Leftover(
        "失效的域或公式",
        re.compile(r"错误[!！]\s*(?:未找到|未定义|文档中没有|不能|没有|使用|超链接)|Error!\s*(?:Reference|Bookmark|No text|Hyperlink)|#(?:REF!|N/A|VALUE!|DIV/0!|NAME\?|NUM!|NULL!)"),
        "请更新或重新插入引用",
    ),
    Leftover(
        "程序留下的空值",
        re.compile(
            r"(?:(?<=[一-龥，。：；、（“])|^)(?:None|NaN|nan|NULL|null|undefined|\[object Object\])(?=[一-龥，。；、）”%％]|$)|^(?:None|NaN|nan|NULL|null|undefined)(?=[一-龥，。；])"
        ),
        "请补上实际的值",
    ),
)  # fmt: skip
BLANKS = Leftover("没有填写的横线", re.compile(r"_{3,}|＿{2,}"), "请填写实际内容", "GEN")
HINT = re.compile(
    r"[{}｛｝【\[［〔<＜«XxＸｘ×✕✖○◯＊*#_＿]|此处|在此|[（(][请待]|错误[!！]|Error|TODO|TBD|FIXME|(?i:lorem|none|nan|null|undefined)"
)
_SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文温"
_AFTER_A_NAME = "，、。；：（）身涉等同的因在是党受被违"
_DESCRIBES_A_FORM = re.compile(r"编排方式|编[号码]规则|字样|格式为|[XxＸｘ×]代表")
_QUOTED = re.compile(r"“[^“”]*”")


def is_meant(kind: Leftover, text: str, found: re.Match[str]) -> bool:
    """“××＋” in quotation marks is a way of speaking, and rules for numbers describe their form with crosses."""
    if kind is not CROSSES:
        return False
    if _DESCRIBES_A_FORM.search(text):
        return True
    return any(quoted.start() < found.start() and found.end() < quoted.end() for quoted in _QUOTED.finditer(text))


def hides_a_name(text: str, start: int, end: int) -> bool:
    """“王××，” may be a person whose name is withheld on purpose."""
    return (
        end - start <= 2 and text[start - 1 : start] in _SURNAMES and (end == len(text) or text[end] in _AFTER_A_NAME)
    )
