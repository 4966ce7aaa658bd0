"""密级 marks, and numbers of papers that were not made for society."""

import re
from collections.abc import Iterator

from reportgen.anatomy import Role
from reportgen.check.disclosure.folding import bare
from reportgen.check.disclosure.passages import Passage
from reportgen.check.disclosure.search import Search, gathered, within
from reportgen.check.rule import Flaw

_STARRED = re.compile(r"(?:绝\s*密|机\s*密|秘\s*密)\s*[★☆*✭✩⭐]\s*(?:\d{1,2}\s*(?:年|个月|天)|长期|启用前|解密)?")
_ALONE = re.compile(
    r"\s*[(【\[〔]?\s*(?:绝\s*密|机\s*密|秘\s*密|内\s*部)\s*(?:级|件|文件|资料)?\s*[)】\]〕]?\s*(?:\d{1,2}年)?\s*"
)
_NAMED = re.compile(r"(?:密级(?:和保密期限)?|涉密等级|保密期限)\s*[:：]\s*(?:绝密|机密|秘密|内部|\d{1,2}\s*年|长期)")
_INTERNAL = re.compile(
    r"内部(?:资料|文件|材料|参考|使用|传阅|刊物)[,，、;；:：\s]{0,3}(?:注意|请勿|严禁|不得|禁止|妥善|不准|切勿)[^。]{0,8}|(?:注意保存|阅后(?:即焚|销毁|收回)|不得外传|严禁外传|请勿外传|禁止外传|仅供内部|供内部(?:使用|参考)|不得(?:公开|翻印|复制)(?:传播|散发)?)"
)
_INTERNAL_ALONE = re.compile(
    r"\s*[(【\[〔《]?\s*(?:内部(?:资料|文件|材料|参考|使用|传阅)|注意保存|党内文件|涉密文件|涉密资料)[,，、;；\s]*(?:注意保存|注意保密|请勿外传)?\s*[)】\]〕》]?\s*"
)
_COPY_NUMBER = re.compile(r"\s*(?:份\s*号\s*[:：]?\s*)?\d{6}\s*")
_COPY_NUMBER_NAMED = re.compile(r"份\s*号\s*[:：]\s*\d{1,8}")
_PAPER = re.compile(r"[\u4e00-\u9fffA-Za-z]{0,10}[〔\[【(﹝]\s*(?:19|20)\d{2}\s*[〕\]】)﹞]\s*(?:第\s*)?\d{1,5}\s*号")
_FIRST_PARAGRAPHS = 4


def judge_classification(search: Search) -> Iterator[Flaw]:
    """密级, 份号 and notes such as “内部资料 注意保存”."""
    if not search.exposure.public:
        return
    found = ((passage, hit) for passage in search.passages for hit in _marks(passage))
    for passage, hit, more in gathered(found, lambda hit: bare(hit[0])):
        said = _as_written(passage, hit)
        text = f"{within(passage)}带有“{said}”字样，公开的文书不得标注密级、份号或内部字样；涉密的先按程序解密，再删去标注{more}"
        yield Flaw(text, passage.place(*hit.span()), measured=said)


def _as_written(passage: Passage, hit: re.Match[str]) -> str:
    """The words of a mark in their own width, without the brackets around it."""
    return passage.text[hit.start() : hit.end()].strip(" 　（）()")


def _marks(passage: Passage) -> Iterator[re.Match[str]]:
    text = passage.folded
    if len(text) <= 24:
        alone = (
            _ALONE.fullmatch(text)
            or _INTERNAL_ALONE.fullmatch(text)
            or (_is_copy_number(passage) and _COPY_NUMBER.fullmatch(text))
        )
        if alone:
            yield alone
            return
    for pattern in (_STARRED, _NAMED, _COPY_NUMBER_NAMED, _INTERNAL):
        yield from pattern.finditer(text)


def _is_copy_number(passage: Passage) -> bool:
    paragraph = passage.paragraph
    if paragraph is None or paragraph.cell is not None:
        return False
    return paragraph.role is Role.COPY_NUMBER or (paragraph.story == "正文" and paragraph.number <= _FIRST_PARAGRAPHS)


def judge_papers(search: Search) -> Iterator[Flaw]:
    """文号 of internal papers and numbers of clues; other 文号 that nothing cleared are asked about."""
    if not search.exposure.public:
        return
    internal = dict(search.exposure.papers)
    met = ((passage, hit) for passage in search.passages for hit in _internal_papers(passage, internal))
    for passage, (number, start, end), more in gathered(met, lambda hit: hit[0]):
        text = f"{within(passage)}写出了{internal[number]}，内部文件的文号不对社会公布；请删去文号，只写文件名称{more}"
        yield Flaw(text, passage.place(start, end), measured=passage.text[start:end])
    yield from _unknown_papers(search, internal)
    yield from _clues(search, internal)


def _internal_papers(passage: Passage, internal: dict[str, str]) -> Iterator[tuple[str, int, int]]:
    """Numbers of internal papers, where no digit before or behind makes them another number."""
    for number in internal:
        at = passage.bare.text.find(number)
        if at < 0:
            continue
        start, end = passage.bare.stretch(at, at + len(number))
        around = passage.folded[max(start - 1, 0) : start] + passage.folded[end : end + 1]
        if not any(character.isdigit() for character in around):
            yield number, start, end


def _unknown_papers(search: Search, internal: dict[str, str]) -> Iterator[Flaw]:
    own = {bare(paragraph.text) for paragraph in search.document.of_role(Role.DOCUMENT_NUMBER)}
    cleared = "\n".join((*search.exposure.cleared, *own))
    found = (
        (passage, hit)
        for passage in search.passages
        if passage.paragraph is None or passage.paragraph.role is not Role.DOCUMENT_NUMBER
        for hit in _PAPER.finditer(passage.folded)
        if not any(number in bare(hit[0]) for number in internal) and _number(hit[0]) not in cleared
    )
    for passage, hit, more in gathered(found, lambda hit: bare(hit[0])):
        said = _LEADS_TO_CODE.sub("", hit[0].strip())
        text = f"{within(passage)}引用了文号“{said}”；请核对这份文件是否已经公开，没有公开的删去文号{more}"
        yield Flaw(
            text,
            passage.place(*hit.span()),
            measured=said,
            strength="GEN" if search.exposure.from_ledger else "PRAC",
        )


def _clues(search: Search, internal: dict[str, str]) -> Iterator[Flaw]:
    """Numbers of clues and cases, of whatever form."""
    found = (
        (passage, hit)
        for passage in search.passages
        for hit in _CLUE.finditer(passage.folded)
        if bare(hit[1]) not in internal
    )
    for passage, hit, more in gathered(found, lambda hit: bare(hit[1])):
        text = f"{within(passage)}写出了问题线索编号“{hit[1]}”；线索编号不对社会公布，请删去{more}"
        yield Flaw(text, passage.place(*hit.span()), measured=hit[1])


_CLUE = re.compile(
    r"线索(?:编号|号码|号|代码)\s*[:为是]?\s*([A-Za-z\u4e00-\u9fff]{0,6}[-(〔\[]?\d[\dA-Za-z〕\])_-]*号?)"
)
_LEADS_TO_CODE = re.compile(r"^(?:根据|按照|依据|落实|贯彻|执行|依照|对照|参照|印发|转发|按|据)")
_BRACKETED = re.compile(r"[\u4e00-\u9fffA-Za-z]{0,2}[〔\[【(﹝].*")


def _number(said: str) -> str:
    """The number with the last two characters of its organ's code: what comes before may belong to the sentence."""
    found = _BRACKETED.search(said)
    return bare(found[0] if found else said)
