"""R-B1 and X2: the kind of a document (文种) and the words that go with it."""

import re
from collections.abc import Iterator

from reportgen.anatomy import Role
from reportgen.check.language.letter import Letter, letter_of
from reportgen.check.language.stories import without_quotations
from reportgen.check.rule import Case, Flaw, Rule, place_of
from reportgen.errors import Place

_REGULATION = "《党政机关公文处理工作条例》"
_OTHER_MASTHEAD = re.compile(r"(?:纪要|令|公报|公告|简报|通报|电报|明电|专报|动态|信息|情况)\W*$")
_NO_GENRE = re.compile(r"(?:方案|总结|清单|台账|台帐|计划|规划|要点|汇报|说明|预案|申请|公示|启事|小结)$")
_BY_LAW = re.compile(r"(?:规定|办法|细则|条例|规则|准则|章程|制度|党章)$")
_ASIDE_AT_END = re.compile(r"(?:[（(][^（）()]*[）)])+$")
_MERGED = re.compile(r"(请示报告|报告请示|请示的报告|报告的请示|申请报告|请示函)$")
_ASKING_REPORT = re.compile(r"关于(?:请求|恳请|申请|请予|请批准)[^《》]*的报告$")
_SEVERAL = re.compile(
    r"(?:以上|上述)[两二三四五几各]?(?:项|件|个|点)?(?:事项|请求|问题)?[^。]{0,8}(?:分别|一并|逐项)(?:予以)?(?:批复|批示|批准|审批|研究)"
)
_ASKS = re.compile(
    r"请(?:予|示|批|核|审|指|研究|给予|省|市|县|上级|贵|领导|国|党)|批示|批复|批准|审批|审定|妥否|当否|可否"
)
_CLOSING = re.compile(
    r"(?:^|[。，；])(?:此致，)?特此(通知|报告|通报|公告|通告|函告|函复|函达|批复|请示|决定)(?=[。！，]|$)"
)
_OPENING = re.compile(r"现(?:就|将|对|把)?[^。；]{0,40}?(通知|通报|报告|请示|公告|通告)如下")
_LETTERS = frozenset({"函告", "函复", "函达"})
_OPENING_PARAGRAPHS = 4


def _not_a_genre(case: Case) -> Iterator[Flaw]:
    """R-B1."""
    letter = letter_of(case.document)
    if not letter.titles or letter.genre or not letter.has_masthead:
        return
    if any(_OTHER_MASTHEAD.search(mark.text) for mark in letter.marks):
        return
    bare = _ASIDE_AT_END.sub("", letter.title)
    place = place_of(letter.titles[-1])
    if found := _NO_GENRE.search(bare):
        word = found[0]
        yield Flaw(
            f"“{word}”不是法定文种，不能直接作为正式公文印发；请用“通知”印发（或用“报告”报送），把{word}作为附件。",
            place, expected="15种法定文种之一", measured=word,
        )  # fmt: skip
    elif not _BY_LAW.search(bare):
        yield Flaw(
            "标题末尾没有写明文种；请按“发文机关＋事由＋文种”拟写标题，例如以“的通知”“的报告”结尾。",
            place, expected="15种法定文种之一", measured=bare[-6:], strength="GEN",
        )  # fmt: skip


def _wrong_words_of_genre(case: Case) -> Iterator[Flaw]:
    """X2."""
    letter = letter_of(case.document)
    if letter.titles and letter.genre:
        mixed = tuple(_title_mixes_genres(letter))
        yield from mixed or _phrases_of_another_genre(letter)
        yield from _request_without_request(letter)
        yield from _report_without_ending(letter)


def _title_mixes_genres(letter: Letter) -> Iterator[Flaw]:
    if merged := _MERGED.search(_ASIDE_AT_END.sub("", letter.title)):
        yield Flaw(
            f"标题把两个文种合在一起：“{merged[0]}”；请示和报告不能合写，需要上级答复的用“请示”，否则用“报告”。",
            place_of(letter.titles[-1]), expected="请示或者报告", measured=merged[0],
        )  # fmt: skip
    elif _ASKING_REPORT.search(letter.title):
        yield Flaw(
            "标题是请求事项，文种却用了“报告”；请改用“请示”。",
            place_of(letter.titles[-1]),
            expected="请示",
            measured="报告",
        )


def _phrases_of_another_genre(letter: Letter) -> Iterator[Flaw]:
    text = letter.running_text
    for index, paragraph in enumerate(text):
        said = without_quotations(paragraph.text)
        last = index >= len(text) - _OPENING_PARAGRAPHS
        if last and (found := _CLOSING.search(said)) and not _fits(letter, found[1]):
            yield _mismatch(letter, f"特此{found[1]}", place_of(paragraph, *found.span(1)))
        if index < _OPENING_PARAGRAPHS and (found := _OPENING.search(said)) and not _fits(letter, found[1]):
            yield _mismatch(letter, f"{found[1]}如下", place_of(paragraph, *found.span(1)))


def _fits(letter: Letter, word: str) -> bool:
    genre = letter.genre
    if genre in ("决定", "决议", "意见", "令", "命令", "纪要", "议案", "公报"):
        return True
    return word == genre or (genre in ("函", "批复") and word in _LETTERS)


def _mismatch(letter: Letter, phrase: str, place: Place) -> Flaw:
    return Flaw(
        f"本文的文种是“{letter.genre}”，这里却写“{phrase}”；请改成与文种一致的用语。",
        place, expected=letter.genre, measured=phrase, strength="GEN",
    )  # fmt: skip


def _request_without_request(letter: Letter) -> Iterator[Flaw]:
    """请示: one matter, and words that ask for the answer."""
    if letter.genre != "请示" or _MERGED.search(letter.title):
        return
    text = letter.running_text
    for paragraph in text:
        if found := _SEVERAL.search(paragraph.text):
            yield Flaw(
                "请示应当一文一事，这里一并请示几个事项；请分开行文。",
                place_of(paragraph, *found.span()),
                strength="GEN",
            )
            return
    if text and not any(_ASKS.search(paragraph.text) for paragraph in text):
        yield Flaw("请示的结尾没有请求批复的话；一般写“妥否，请批示。”", place_of(text[-1]), strength="PRAC")


def _report_without_ending(letter: Letter) -> Iterator[Flaw]:
    if letter.genre != "报告" or letter.first(Role.RECIPIENTS) is None:
        return
    text = letter.running_text
    said = ("特此报告", "报告如下", "汇报如下", "专此报告", "此报告", "请审阅", "请审议", "以上报告")
    if text and not any(phrase in paragraph.text for paragraph in text for phrase in said):
        yield Flaw("报告一般以“特此报告。”结尾。", place_of(text[-1]), strength="PRAC")


RULES: tuple[Rule[Case], ...] = (
    Rule(
        "X2", f"{_REGULATION}第十五条", "MUST", "文种与内容、用语相符，不合写文种，请示一文一事", _wrong_words_of_genre
    ),
    Rule("R-B1", f"{_REGULATION}第八条", "MUST", "正式公文用15种法定文种之一", _not_a_genre),
)
