"""Numbers that belong to a person: identity cards, mobile telephones, bank cards; in any width, spaced or dashed."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from reportgen.anatomy import Role
from reportgen.check.disclosure.chains import Chain, chains
from reportgen.check.disclosure.passages import Passage
from reportgen.check.disclosure.search import Search, gathered, within
from reportgen.check.rule import Flaw
from reportgen.errors import Strength

_MOBILE = re.compile(r"(?:(?:00)?86)?(1[3-9]\d{9})")
_MOBILE_GROUPS = {
    tuple(map(int, groups))
    for groups in ["344", "335", "434", "443", "38", "74", "353", "32222", "3233", "3422", "222221", "122222"]
}
_COUNTED = re.compile(r"\s*(?:[元万亿吨个人件次名户亩度米里年页字克张份%‰]|平方|立方|标箱|千瓦|公斤|公里)")
_PROVINCES = frozenset(
    [
        "11",
        "12",
        "13",
        "14",
        "15",
        "21",
        "22",
        "23",
        "31",
        "32",
        "33",
        "34",
        "35",
        "36",
        "37",
        "41",
        "42",
        "43",
        "44",
        "45",
        "46",
        "50",
        "51",
        "52",
        "53",
        "54",
        "61",
        "62",
        "63",
        "64",
        "65",
        "71",
        "81",
        "82",
        "83",
    ]
)
_CARD_GROUPS = {
    (6, 8, 4),
    (3, 3, 4, 4, 4),
    (4, 4, 4, 4, 2),
    (6, 4, 4, 4),
    (6, 4, 2, 2, 4),
    (6, 12),
    (14, 4),
    (6, 8, 3, 1),
}
_ON_A_CARD = re.compile(r"(?:身份证|公民身份|身份号码|证件号)[^\d]{0,12}$")
_ISSUED_BY_BANKS = re.compile(r"62\d{14,17}|(?:9558|60|69)\d+|(?:4\d|5[1-5]|35)\d{14}")
_OF_A_BANK = re.compile(r"(?:银行|账号|帐号|账户|帐户|卡号|户头|开户行|银联|储蓄卡|信用卡)[^\d]{0,16}$")
_CONTACT_NOTE = re.compile(r"^[（(]?(?:联系人|联系电话|联系方式)")


@dataclass(frozen=True, slots=True)
class PersonalNumber:
    """A number found: its digits, where it stands in the passage, and how surely it is one."""

    digits: str
    start: int
    end: int
    strength: Strength
    doubt: str = ""


def judge_identity(search: Search) -> Iterator[Flaw]:
    """18 digits with a date of birth and a check digit; 15 digits where the text says that it is a card."""
    return _flaws(search, _identity, "{where}出现身份证号码{doubt}；请删去，对内、对外的文书都不应写出完整号码")


def judge_mobile(search: Search) -> Iterator[Flaw]:
    """Eleven digits from 13 to 19, other than a published contact."""
    return _flaws(search, _mobile, "{where}出现手机号码{doubt}；请删去，对外只能公布审定的监督电话")


def judge_bank(search: Search) -> Iterator[Flaw]:
    """16 to 19 digits of a card that pass Luhn's test; any account number that the text calls so."""
    return _flaws(search, _bank, "{where}出现银行卡号或账号{doubt}；请删去")


Find = Callable[[Chain], PersonalNumber | None]


def _flaws(search: Search, find: Find, message: str) -> Iterator[Flaw]:
    found = (
        (passage, number)
        for passage in search.passages
        for chain in chains(passage)
        for number in _numbers(chain, find)
    )
    for passage, number, more in gathered(found, lambda number: number.digits):
        if search.exposure.contact is None or not search.exposure.contact.has_number(number.digits):
            strength = "GEN" if _is_contact_note(search, passage) else number.strength
            text = message.format(where=within(passage), doubt=number.doubt) + more
            yield Flaw(
                text, passage.place(number.start, number.end), measured=_masked(number.digits), strength=strength
            )


def _numbers(chain: Chain, find: Find) -> Iterator[PersonalNumber]:
    """The chain as one number; if it is none, those among its parts."""
    whole = find(chain)
    yield from (whole,) if whole else filter(None, map(find, chain.parts()))


def _is_contact_note(search: Search, passage: Passage) -> bool:
    """附注 of the party's own documents names who may be asked."""
    if search.exposure.public or passage.paragraph is None:
        return False
    return passage.paragraph.role is Role.NOTE or bool(_CONTACT_NOTE.match(passage.text))


def _masked(digits: str) -> str:
    """The number so that it can be recognised, not read."""
    return digits[:3] + "*" * (len(digits) - 7) + digits[-4:]


def _mobile(chain: Chain) -> PersonalNumber | None:
    found = _MOBILE.fullmatch(chain.digits)
    if found is None or _COUNTED.match(chain.after) or chain.of_a_thing:
        return None
    sizes = chain.sizes[1:] if chain.groups[0] in ("86", "0086") else chain.sizes
    if not (chain.whole or len(sizes) == 1 or sizes == (3, 4, 4) or chain.in_groups(_MOBILE_GROUPS)):
        return None
    return PersonalNumber(found[1], chain.starts[0], chain.end, "MUST")


def _identity(chain: Chain) -> PersonalNumber | None:
    digits = chain.digits.upper()
    named = _ON_A_CARD.search(chain.before) is not None
    usual = chain.whole or chain.in_groups(_CARD_GROUPS)
    if len(digits) == 18 and _could_be_card(digits, digits[6:14]):
        if (usual or chain.spaced) and _check_digit_right(digits):
            return PersonalNumber(digits, chain.starts[0], chain.end, "MUST")
        if usual and not chain.of_a_thing:
            doubt = "（校验码不对，请核对是不是身份证号码）"
            return PersonalNumber(digits, chain.starts[0], chain.end, "MUST" if named else "GEN", doubt)
    if len(digits) == 15 and named and digits.isdecimal() and _could_be_card(digits, f"19{digits[6:12]}"):
        return PersonalNumber(digits, chain.starts[0], chain.end, "MUST", "（15位旧号码）")
    return None


def _could_be_card(digits: str, born: str) -> bool:
    if digits[:2] not in _PROVINCES or not born.isdecimal() or not digits[:-1].isdecimal():
        return False
    try:
        return 1900 <= date(int(born[:4]), int(born[4:6]), int(born[6:])).year <= 2099
    except ValueError:
        return False


def _check_digit_right(digits: str) -> bool:
    from stdnum.cn.ric import calc_check_digit  # slow to import, seldom needed

    return bool(calc_check_digit(digits) == digits[-1])


def _bank(chain: Chain) -> PersonalNumber | None:
    digits = chain.digits
    if not digits.isdecimal() or chain.dotted or _identity(chain):
        return None
    named = _OF_A_BANK.search(chain.before) is not None
    together = chain.whole or chain.spaced or all(size == 4 for size in chain.sizes[:-1])
    if not together or chain.of_a_thing:
        return None
    if 16 <= len(digits) <= 19 and (named or _ISSUED_BY_BANKS.fullmatch(digits)) and _passes_luhn(digits):
        return PersonalNumber(digits, chain.starts[0], chain.end, "MUST")
    if named and 12 <= len(digits) <= 22:
        return PersonalNumber(digits, chain.starts[0], chain.end, "GEN", "（请核对是不是账号）")
    return None


def _passes_luhn(digits: str) -> bool:
    from stdnum.luhn import is_valid  # slow to import, seldom needed

    return len(set(digits)) > 1 and bool(is_valid(digits))
