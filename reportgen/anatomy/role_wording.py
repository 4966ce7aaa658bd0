"""How lines of an official document are worded, right or nearly right: dates, organs, titles, addressees.

Patterns are matched on a key: the text without white space, full-width signs folded to ASCII (NFKC). So （一） and (一),
： and : are the same here; which one stands in the document is for the rules to judge.
"""

import re
import unicodedata

_SPACE = re.compile(r"\s+")
_NUMERAL = "〇○零一二三四五六七八九十廿"
_UNKNOWN = "Xx×*_"
_DAY = rf"[\d{_NUMERAL}元{_UNKNOWN}]"
DATE = (
    rf"(?:[\d{_NUMERAL}oO{_UNKNOWN}]{{2,4}}年{_DAY}{{0,3}}月{_DAY}{{0,3}}[日号]|\d{{4}}[./-]\d{{1,2}}[./-]\d{{1,2}}日?)"
)

_DATE = re.compile(rf"{DATE}[。.]?")
_LOOSE_DATE = re.compile(rf"[\d{_NUMERAL}]{{2,4}}年{_DAY}{{1,3}}月|{_DAY}{{1,3}}月{_DAY}{{1,3}}[日号]")
_ORGAN_AND_DATE = re.compile(rf"(?P<organ>.{{2,45}}?){DATE}[。.]?")
_CLOSING = re.compile(
    r"请|特此|此[复令致页]|望|以上|现[将就予把]|为|根据|按照|专此|妥否|当否|可否|联系|附|注:|备注|说明|通过|关于|抄|报送"
)
_ORGAN = re.compile(
    r"[^,。;:!?“”《》=%]*"
    r"(?:委员会|[党省市县区工纪监]委|党组|政府|[厅局部院会组处室署行社台站所馆校园队府团办委]"
    r"|公司|集团|中心|大学|学[校院]|街道|[市县区乡镇村]|支部)"
)
_SEAL = re.compile(r"\([^()]{0,4}[盖印公代]?章\)$")
_NOT_AN_ORGAN = re.compile(r".*(?:全部|大会|机会|社会|内部|外部|部分|会上|[的了着]).?")
_GENRE = re.compile(
    r".*(?:决议|决定|命令|令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要|方案|办法|规定|规则|细则|条例|章程|计划|规划"
    r"|要点|总结|清单|台账|预案|措施|汇报|讲话|说明|情况|名单|目录|表|制度|标准|指南|提纲|建议|倡议书?|简报|汇编|[一二三四五六七八九十\d]+条)(?:\([^()]*\))?"
)
_SALUTATION = re.compile(r"同志们|各位|女士|先生|尊敬|朋友|代表们|大家|[你您]们?好")
_LEADS_IN = re.compile(
    r".*(?:如下|下列|以下|通知|报告|通报|汇报|说明|公布|公告|情况)|(?:根据|按照|依照|为|现|经|近|自|截至|联系|电话|地址|注|备注|单位|时间|地点)[^、]*"
)
_PARTY = re.compile(
    r"各.*|.*(?:[委会府局部厅办室组院位司校所处团园区县市乡镇站馆社行学体构门]|中心|同志|书记|[省市县区部厅局处组校院]长|主任|主席|公司|集团)"
)
_IN_PARENTHESES = re.compile(r"\([^()]*\)")
_PARTING = re.compile(r"[,、;]")
_PARTY_CHARS = 30
_STOPS = ("。", ";", ":", ",", "!", "?", "、")


def key_of(text: str) -> str:
    """The text as patterns see it."""
    return unicodedata.normalize("NFKC", _SPACE.sub("", text))


def is_date(key: str, loosely: bool = False) -> bool:
    """A date alone, in any writing: 2022年8月16日, 二〇二二年八月十六日, 2022.8.16, 2022年 月 日; loosely also 2022年8月."""
    return bool(_DATE.fullmatch(key) or (loosely and _LOOSE_DATE.fullmatch(key)))


def organ_before_date(key: str) -> str | None:
    """What stands before a date at the end of a line."""
    found = _ORGAN_AND_DATE.fullmatch(key) if len(key) <= 60 else None
    return found["organ"] if found else None


def is_organ(key: str) -> bool:
    """Whether a line can be the name of an organ, and nothing else."""
    name = _SEAL.sub("", key)
    if not 3 <= len(name) <= 45 or _CLOSING.match(name) or _NOT_AN_ORGAN.fullmatch(name):
        return False
    return bool(_ORGAN.fullmatch(name))


def is_closing(key: str) -> bool:
    """Whether a short line is said by the body: 特此报告, 妥否请批示, 联系电话……."""
    return bool(_CLOSING.match(key))


def ends_like_a_title(key: str) -> bool:
    """Whether a line ends with a genre or a usual name of a document: ……的通知, ……整改方案, ……清单（征求意见稿）."""
    return len(key) <= 120 and bool(_GENRE.fullmatch(key))


def leads_in(key: str) -> bool:
    """Whether a line that ends with a colon is said by the body: 现将有关情况报告如下：, 同志们：."""
    bare = key.rstrip(":")
    return bool(_SALUTATION.match(bare) or _LEADS_IN.fullmatch(bare))


def is_addressed(key: str) -> bool:
    """Whether a line before the body names those whom the document is sent to."""
    bare = _IN_PARENTHESES.sub("", key.rstrip(":,、;"))
    if "。" in key or not bare or leads_in(bare):
        return False
    parties = _PARTING.split(bare)
    return all(len(party) <= _PARTY_CHARS and _PARTY.fullmatch(party) for party in parties)


def ends_with_stop(key: str) -> bool:
    """Whether a sentence or part of one ends here."""
    return key.endswith(_STOPS)
