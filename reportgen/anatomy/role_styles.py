"""What the name of a style says of a paragraph: evidence, never proof."""

import re

from reportgen.anatomy.model import Role

_NAMES: dict[str, Role] = {
    "份号": Role.COPY_NUMBER,
    "密级": Role.CLASSIFICATION,
    "密级和保密期限": Role.CLASSIFICATION,
    "紧急程度": Role.URGENCY,
    "发文机关标志": Role.ISSUER_MARK,
    "红头": Role.ISSUER_MARK,
    "发文字号": Role.DOCUMENT_NUMBER,
    "文号": Role.DOCUMENT_NUMBER,
    "签发人": Role.SIGNATORY,
    "版头线": Role.RED_LINE,
    "公文标题": Role.TITLE,
    "文件标题": Role.TITLE,
    "大标题": Role.TITLE,
    "标题": Role.TITLE,
    "title": Role.TITLE,
    "主送机关": Role.RECIPIENTS,
    "主送": Role.RECIPIENTS,
    "salutation": Role.RECIPIENTS,
    "称呼": Role.RECIPIENTS,
    "公文正文": Role.BODY,
    "正文文本": Role.BODY,
    "bodytext": Role.BODY,
    "附件说明": Role.ATTACHMENT_NOTE,
    "署名": Role.SIGNATURE,
    "发文机关署名": Role.SIGNATURE,
    "落款": Role.SIGNATURE,
    "signature": Role.SIGNATURE,
    "签名": Role.SIGNATURE,
    "成文日期": Role.DATE_OF_ISSUE,
    "日期": Role.DATE_OF_ISSUE,
    "date": Role.DATE_OF_ISSUE,
    "附注": Role.NOTE,
    "附件标识": Role.ATTACHMENT_LABEL,
    "附件标题": Role.ATTACHMENT_TITLE,
    "版记主送": Role.IMPRINT_RECIPIENTS,
    "抄送": Role.COPIES,
    "抄送机关": Role.COPIES,
    "印发": Role.PRINTED,
    "印发机关": Role.PRINTED,
    "印发机关和印发日期": Role.PRINTED,
    "页码": Role.PAGE_NUMBER,
    "表头": Role.TABLE_HEAD,
    "caption": Role.OTHER,
    "题注": Role.OTHER,
    "subtitle": Role.OTHER,
    "副标题": Role.OTHER,
    "目录": Role.OTHER,
}
_LEVELS = {"1": Role.HEADING_1, "2": Role.HEADING_2, "3": Role.HEADING_3, "4": Role.HEADING_4}
_CHINESE = str.maketrans("一二三四", "1234")
_HEADING = re.compile(r"(?:heading|标题|公文标题)([1-4])(?:char)?|(?:公文)?([一二三四1-4])级标题|标题([一二三四])")
_CONTENTS = re.compile(r"(?:toc|目录)(?:\d|heading|标题)")
_VARIANT = re.compile(r"[（(][^（）()]*[）)]$")


def role_of_style(name: str) -> Role | None:
    """The role that a style is named for; None where its name says nothing (Normal, 正文, a client's own name)."""
    plain = _VARIANT.sub("", name.strip()).replace(" ", "").replace("　", "").lower()
    if found := _NAMES.get(plain):
        return found
    if heading := _HEADING.fullmatch(plain):
        return _LEVELS[next(group for group in heading.groups() if group).translate(_CHINESE)]
    return Role.OTHER if _CONTENTS.match(plain) else None
