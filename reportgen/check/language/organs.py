"""Names of organs: which are the same organ written in full or short, and how lists of them are taken apart."""

import re
from collections.abc import Iterator

_SHORTER = (
    ("中国共产党", ""),
    ("中共", ""),
    ("中国人民政治协商会议", "政协"),
    ("人民政府", "政府"),
    ("纪律检查委员会", "纪委"),
    ("监察委员会", "监委"),
    ("人民代表大会", "人大"),
    ("常务委员会", "常委会"),
    ("工作委员会", "工委"),
    ("委员会", "委"),
    ("党委", "委"),
    ("办公厅", "办"),
    ("办公室", "办"),
    ("工作领导小组", "领导小组"),
    ("和", ""),
)
_POLITICAL_CONFERENCE = re.compile(r"政协(.+?)委(?!.*政协)")
_SPACE = re.compile(r"\s+")
_ASIDE = re.compile(r"[（(][^（）()]*[）)]")
_SEPARATOR = re.compile(r"[、，,；;。\s]+(?![^（(]*[）)])")
_ORGAN = re.compile(
    r"(?:委员会|[省市县区州盟旗乡镇党工纪监]委|[编经计革]委|党组|政府|[部局厅办处署科所站社院会团组队馆台行]|室|中心|公司|集团|大学|学院|学校|医院|支部|总支|政协|人大|法院|检察院|管委会)$"
)


def organ_key(name: str) -> str:
    """What is the same for the full name of an organ and its standard short form."""
    key = _ASIDE.sub("", _SPACE.sub("", name)).strip("：:。")
    for full, short in _SHORTER:
        key = key.replace(full, short)
    return _POLITICAL_CONFERENCE.sub(r"\1政协", key)


def same_organ(one: str, other: str) -> bool:
    """Whether two names can mean one organ: equal in short, or one leaves out the place before it."""
    left, right = organ_key(one), organ_key(other)
    if left == right:
        return True
    shorter, longer = sorted((left, right), key=len)
    return len(shorter) > 1 and longer.endswith(shorter)


def is_organ(name: str) -> bool:
    """Whether a name ends as names of organs do."""
    return bool(_ORGAN.search(_ASIDE.sub("", name.strip())))


def listed_organs(text: str) -> Iterator[tuple[int, str]]:
    """The names in a list such as “省委组织部、宣传部，市纪委：”, each with its place; brackets stay with their name."""
    start = 0
    for separator in (*_SEPARATOR.finditer(text), None):
        end = separator.start() if separator else len(text)
        name = text[start:end].strip("：: ")
        if name:
            yield start, name
        start = separator.end() if separator else end


def title_organs(text: str) -> tuple[str, ...]:
    """The organs before “关于” in a title; line breaks may fall between them or into their names."""
    before, about, _ = text.partition("关于")
    if not about or re.search(r"转发|批转|印发|、?等", before):
        return ()
    pieces = [piece for piece in re.split(r"[\s、]+", before) if piece]
    if len(pieces) > 1 and not all(len(piece) > 3 and is_organ(piece) for piece in pieces):
        pieces = ["".join(pieces)]
    return tuple(piece for piece in pieces if is_organ(piece))
