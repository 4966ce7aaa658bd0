"""R-B3 and R-B5 to R-B7: to whom a document may go."""

import re
from collections.abc import Iterator

from reportgen.anatomy import Paragraph, Role
from reportgen.check.language.letter import Letter, letter_of
from reportgen.check.language.organs import listed_organs, organ_key
from reportgen.check.rule import Case, Flaw, Rule, place_of

_REGULATION = "《党政机关公文处理工作条例》"
_UPWARD = ("报告", "请示")
_SIGNATORY = re.compile(r"签\s*发\s*人\s*[：:]?\s*(.*)", re.S)
_SUBORDINATES = re.compile(
    r"各(?:县|区|乡|镇|街道|村|社区|党支部|支部|党总支|科|处室|股|下属|直属|所属|基层|二级|院系|分公司|子公司|车间)"
    r"|(?:市|县|区|州|局|委|本)[属直]各|[所下直]属各?单位|机关各(?:科|处|股)室"
)
_PERSON = re.compile(
    r"(?:书记|省长|市长|县长|区长|州长|部长|厅长|局长|主席|组长|院长|校长|董事长|总经理|秘书长|主任|同志|先生|女士|领导)$"
)
_LABEL = re.compile(r"^\s*(?:抄\s*送|主\s*送)\s*[：:]")
_SECRECY = re.compile(r"(?:绝密|机密|秘密)(?:★.*)?")
_PUBLIC_NOTE = re.compile(r"此件(?:主动|依法|公开|可)?(?:公开|发布|登报|见报)")
_FOR_THE_PUBLIC = ("公告", "通告", "公报")
_FIRST_PARAGRAPHS = 12


def _upward(case: Case) -> Iterator[Flaw]:
    """R-B3."""
    letter = letter_of(case.document)
    if letter.genre in _UPWARD and letter.has_masthead:
        yield from _signatory(letter)
        yield from _one_recipient(letter, case)
        yield from _copies(case)


def _signatory(letter: Letter) -> Iterator[Flaw]:
    found = next(((one, match) for one in letter.paragraphs if (match := _SIGNATORY.search(one.text))), None)
    anchor = letter.first(Role.DOCUMENT_NUMBER) or letter.titles[0]
    if found is None:
        yield Flaw(
            f"上行文（{letter.genre}）没有签发人；请在发文字号的同一行右侧标注“签发人：”和姓名。",
            place_of(anchor), expected="签发人：姓名", measured="没有签发人",
        )  # fmt: skip
    elif not found[1][1].strip() and not any(
        one.role is Role.SIGNATORY and one is not found[0] for one in letter.paragraphs
    ):
        yield Flaw("“签发人：”后面没有姓名；请补上。", place_of(found[0]), expected="签发人：姓名", measured="空")


def _one_recipient(letter: Letter, case: Case) -> Iterator[Flaw]:
    paragraphs = _main_recipients(letter, case)
    names = [(one, start, name) for one in paragraphs for start, name in _names(one)]
    if len(names) > 1:
        paragraph, start, name = names[1]
        yield Flaw(
            f"上行文有{len(names)}个主送机关；原则上只主送一个上级机关，其他相关上级机关用抄送。",
            place_of(paragraph, start, start + len(name)), "1个", f"{len(names)}个", "GEN",
        )  # fmt: skip
    elif not names:
        yield Flaw(
            f"{letter.genre}没有主送机关；请在标题下一行顶格写明主送的上级机关。",
            place_of(letter.titles[-1]),
            "1个",
            "没有",
            "GEN",
        )


def _copies(case: Case) -> Iterator[Flaw]:
    for paragraph in case.document.of_role(Role.COPIES):
        for start, name in _names(paragraph):
            if _SUBORDINATES.search(name):
                yield Flaw(
                    f"上行文抄送了下级机关：“{name}”；请删去，上行文不抄送下级机关。",
                    place_of(paragraph, start, start + len(name)), expected="不抄送下级机关", measured=name,
                )  # fmt: skip


def _main_recipients(letter: Letter, case: Case) -> tuple[Paragraph, ...]:
    """主送机关, under the title or in the imprint."""
    return (*letter.of_role(Role.RECIPIENTS), *case.document.of_role(Role.IMPRINT_RECIPIENTS))


def _names(paragraph: Paragraph) -> Iterator[tuple[int, str]]:
    label = _LABEL.match(paragraph.text)
    offset = label.end() if label else 0
    for start, name in listed_organs(paragraph.text[offset:]):
        yield start + offset, name


def _secret_in_public(case: Case) -> Iterator[Flaw]:
    """R-B5: only where the document itself says that it is public."""
    letter = letter_of(case.document)
    if not _is_public(letter):
        return
    for paragraph in letter.paragraphs[:_FIRST_PARAGRAPHS]:
        if paragraph.role in (Role.CLASSIFICATION, Role.COPY_NUMBER) or _SECRECY.fullmatch(paragraph.text.strip()):
            yield Flaw(
                f"公开发布的文件带有密级或份号：“{paragraph.text.strip()}”；请先按规定解密，再删去这一项。",
                place_of(paragraph), expected="没有密级和份号", measured=paragraph.text.strip(),
            )  # fmt: skip


def _is_public(letter: Letter) -> bool:
    if letter.genre in _FOR_THE_PUBLIC:
        return True
    if any(_PUBLIC_NOTE.search(paragraph.text) for paragraph in letter.of_role(Role.NOTE)):
        return True
    announced = any("予以公布" in paragraph.text or "向社会公" in paragraph.text for paragraph in letter.running_text)
    return letter.genre == "通报" and not letter.has_masthead and announced


def _twice(case: Case) -> Iterator[Flaw]:
    """R-B6."""
    letter = letter_of(case.document)
    seen: dict[str, str] = {}
    for paragraph in (*_main_recipients(letter, case), *case.document.of_role(Role.COPIES)):
        for start, name in _names(paragraph):
            key = organ_key(name)
            if key in seen:
                yield Flaw(
                    f"主送、抄送中同一机关出现两次：“{seen[key]}”和“{name}”；请只保留一处。",
                    place_of(paragraph, start, start + len(name)), expected="1次", measured="2次",
                )  # fmt: skip
            seen.setdefault(key, name)


def _to_a_person(case: Case) -> Iterator[Flaw]:
    """R-B7."""
    letter = letter_of(case.document)
    if letter.genre not in _UPWARD:
        return
    for paragraph in _main_recipients(letter, case):
        for start, name in _names(paragraph):
            if _PERSON.search(name):
                yield Flaw(
                    f"{letter.genre}主送给了个人：“{name}”；除上级机关负责人直接交办的事项外，应当主送上级机关。",
                    place_of(paragraph, start, start + len(name)), expected="上级机关", measured=name,
                )  # fmt: skip


RULES: tuple[Rule[Case], ...] = (
    Rule(
        "R-B3", f"{_REGULATION}第九条、第十五条", "MUST", "上行文标注签发人，主送一个上级机关，不抄送下级机关", _upward
    ),
    Rule("R-B5", f"{_REGULATION}第三十一条", "MUST", "公开发布的文件没有密级和份号", _secret_in_public),
    Rule("R-B6", f"{_REGULATION}第九条", "GEN", "主送、抄送中同一机关只出现一次", _twice),
    Rule("R-B7", f"{_REGULATION}第十五条", "MUST", "报告、请示不主送个人", _to_a_person),
)
