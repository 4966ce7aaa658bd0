"""Parts of an official document that have a form of their own, right or nearly right; patterns see a key (role_wording)."""

import re

from reportgen.anatomy.role_wording import is_date, organ_before_date

_UNKNOWN = "Xx×*_"
_CHINESE = "〇○零一二三四五六七八九十"
_NUMBER = re.compile(
    r"(?:签发人?:?[一-鿿、]{2,20})?(?:(?:发文字号|文号|编号):)?"
    r"(?:[一-鿿]{0,15}[〔\[【(﹝「{<〈]+"
    rf"(?:\d{{2,4}}|[{_CHINESE}]{{4}}|[{_UNKNOWN}]{{2,4}})年?"
    rf"[〕\]】)﹞」}}>〉]+第?[\d{_CHINESE}百{_UNKNOWN}]{{0,6}}[号期]?"
    r"|[一-鿿]{1,15}\d{4}年?第?\d{1,4}号"
    r"|[一-鿿]{1,15}第?\d{1,4}号[〔\[【(]\d{4}年?[〕\]】)])"
    r"(?:\(?[签会]发?人.*)?"
)
_ORDER_NUMBER = re.compile(r"\(?(?:\d{4}年)?第[\d一二三四五六七八九十百]{1,5}[号期]\)?")
_SIGNATORY = re.compile(r"[签会]发?人(?::.*|.{2,12})")
_NAMES = re.compile(r"[一-鿿·]{2,12}")
_COPY_NUMBER = re.compile(r"(?:份号:?|编号:|no\.?|№)?\d{4,8}", re.IGNORECASE)
_CLASSIFICATION = re.compile(
    r"(?:密级(?:和保密期限)?:)?(?:绝密|机密|秘密|内部)(?:[★☆*·].{0,10}|\d{1,2}[年月天].{0,3}|长期|(?:特急|加急|平急))?"
)
_URGENCY = re.compile(r"(?:紧急程度:)?(?:特急|加急|平急|特提|急件|紧急)")
_ORDINAL = r"[\d一二三四五六七八九十]{0,3}"
_LABEL = re.compile(rf"[(【\[]?附件(?:之)?{_ORDINAL}[)】\]]?:?")
_LABEL_START = re.compile(rf"附件{_ORDINAL}(?:[:.、,]|(?=[一-鿿《])).{{2,}}")
_ATTACHMENT_NOTE = re.compile(r"附件?[\d一二三四五六七八九十]{0,2}:|附件\d{1,2}[.、]")
_LISTED_IN_CHINESE = re.compile(r"[二三四五六七八九十]{1,3}、.{2,40}(?<![。;])")
_CHINESE_NOTE = re.compile(r"附件:一、")
_LISTED = re.compile(r"(?:附件)?\d{1,2}[.、,:](?!\d{1,2}[^\d年])")
_ENTRY = re.compile(r"(?:附件?\d{0,2}[:.、]?(?:\d{1,2}[.、,]?)?|\d{1,2}[.、,])《?(?P<name>.{2,}?)》?[。;]?")
_NOTE = re.compile(r"\(.+\)?[。.]?|[\[【〔].+[\]】〕]|(?:联系人|此件).*")
_COPIES = re.compile(r"(?:抄[送报]|分送):")
_COPIES_UNMARKED = re.compile(r"(?:抄[送报]|分送)[^。]{3,}[。.]?")
_IMPRINT_RECIPIENTS = re.compile(r"主送:")
_PRINTED = re.compile(r"(?P<before>.*)印(?:发|制|刷)(?:\(?共印?\d*份\)?)?[。.]?")
_PAGE_NUMBER = re.compile(r"[—–―\-─━~·]+\d{0,4}[—–―\-─━~·]+|第?\d{1,4}页?(?:[/,，]?(?:共?\d{1,4}页?))?")
_DASHED_NUMBER = re.compile(r"[—–―\-─━]+\d{1,4}[—–―\-─━]+")
_DRAWN = re.compile(r"[—–―\-─━_=~*]{8,}")


def is_document_number(key: str) -> bool:
    """示委〔2021〕36号 with any brackets, 第 or zeros; 签发人 may stand before or after it."""
    return len(key) <= 80 and bool(_NUMBER.fullmatch(key))


def is_order_number(key: str) -> bool:
    """第3号, 第12期: below the mark of an order, minutes or a bulletin."""
    return bool(_ORDER_NUMBER.fullmatch(key))


def is_signatory(key: str) -> bool:
    """签发人：李某."""
    return len(key) <= 60 and bool(_SIGNATORY.fullmatch(key))


def is_names(key: str) -> bool:
    """One or more names and nothing else: further signatories."""
    return bool(_NAMES.fullmatch(key))


def is_copy_number(key: str) -> bool:
    """000001, with more or fewer digits."""
    return bool(_COPY_NUMBER.fullmatch(key))


def is_classification(key: str) -> bool:
    """机密★1年."""
    return bool(_CLASSIFICATION.fullmatch(key))


def is_urgency(key: str) -> bool:
    """特急."""
    return bool(_URGENCY.fullmatch(key))


def is_label(key: str) -> bool:
    """附件, 附件1, 附件： and nothing more."""
    return bool(_LABEL.fullmatch(key))


def begins_with_label(key: str) -> bool:
    """附件1 and the title of the attachment in one paragraph."""
    return len(key) <= 80 and bool(_LABEL_START.fullmatch(key))


def is_attachment_note(key: str) -> bool:
    """附件：1.……."""
    return bool(_ATTACHMENT_NOTE.match(key))


def is_listed(key: str) -> bool:
    """A further entry of a list of attachments: 2.……."""
    return len(key) <= 120 and bool(_LISTED.match(key))


def begins_chinese_list(key: str) -> bool:
    """附件：一、……: a list of attachments with numerals that the standard does not know."""
    return bool(_CHINESE_NOTE.match(key))


def is_listed_in_chinese(key: str) -> bool:
    """A further entry of such a list: 二、……."""
    return bool(_LISTED_IN_CHINESE.fullmatch(key))


def listed_names(key: str) -> tuple[str, ...]:
    """The name of an attachment, if the line is an entry of 附件说明."""
    found = _ENTRY.fullmatch(key) if len(key) <= 120 else None
    return (found["name"],) if found else ()


def is_note(key: str) -> bool:
    """（此件公开发布）, a parenthesis perhaps forgotten."""
    return bool(_NOTE.fullmatch(key))


def is_copies(key: str, unmarked: bool = False) -> bool:
    """抄送：…….; `unmarked` also without a colon."""
    return bool(_COPIES.match(key) or (unmarked and _COPIES_UNMARKED.fullmatch(key)))


def is_imprint_recipients(key: str) -> bool:
    """主送：……."""
    return bool(_IMPRINT_RECIPIENTS.match(key))


def is_printed(key: str) -> bool:
    """……2022年8月16日印发, nothing after it."""
    found = _PRINTED.fullmatch(key) if len(key) <= 80 else None
    return bool(found and (is_date(found["before"]) or organ_before_date(found["before"])))


def is_page_number(key: str) -> bool:
    """— 1 —, 1, 第1页 共3页; dashes alone where the number is a field without a stored result."""
    return bool(_PAGE_NUMBER.fullmatch(key))


def is_dashed_number(key: str) -> bool:
    """— 1 —."""
    return bool(_DASHED_NUMBER.fullmatch(key))


def is_drawn_with_signs(key: str) -> bool:
    """A line made of dashes."""
    return bool(_DRAWN.fullmatch(key))
