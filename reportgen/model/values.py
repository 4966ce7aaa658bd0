"""The kinds of value a clerk types, and what is said when one is typed wrongly.

Everything arrives as text (the YAML reader resolves no types), so that `002`, `no` and `3.10`
mean what was typed; each type here decides for itself what it accepts.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any

from pydantic import (
    AliasGenerator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    WithJsonSchema,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from reportgen.terms import chinese

DATE_PATTERN = r"^\d{4}-\d{1,2}-\d{1,2}$"
_CHINESE_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")


class Record(BaseModel):
    """A frozen record with Chinese keys that refuses keys it does not know."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        alias_generator=AliasGenerator(alias=chinese),
        str_strip_whitespace=True,
        hide_input_in_errors=True,
    )


class Word(str, Enum):
    """A word from a closed list that prints as itself (enum.StrEnum came with Python 3.11)."""

    __str__ = str.__str__


class Status(Word):
    """整改状态: how far an issue has come (design, section 3)."""

    NOT_STARTED = "未启动"
    IN_PROGRESS = "正在整改"
    BASICALLY_DONE = "基本完成"
    DONE = "已完成"
    ONGOING = "长期坚持"


class DeadlineWord(Word):
    """A 整改时限 that is not a date."""

    IMMEDIATE = "立行立改"
    ONGOING = "长期坚持"


@dataclass(frozen=True, slots=True)
class Money:
    """A sum with the unit it was written in (元, 万元 or 亿元); `figure` keeps the decimals as typed."""

    figure: Decimal
    unit: str

    @property
    def yuan(self) -> Decimal:
        """The same sum in 元."""
        return self.figure * {"元": 1, "万元": 10_000, "亿元": 100_000_000}[self.unit]

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(_parse_money)


def _ascii(value: str) -> str:
    """Full-width digits and letters folded to half width."""
    return unicodedata.normalize("NFKC", value).strip()


def _suggested_date(text: str) -> str:
    """“请写成” the ISO date a clerk probably meant, or an example."""
    digits = _ascii(text).translate(_CHINESE_DIGITS)
    digits = re.sub(r"(?<!\d)(\d?)十(\d?)(?!\d)", lambda m: f"{m[1] or 1}{m[2] or 0}", digits)
    found = re.search(r"(\d{4})\D+(\d{1,2})\D+(\d{1,2})", digits) or re.fullmatch(r"(\d{4})(\d\d)(\d\d)", digits)
    if not found:
        return "请写到日，例如 2022-05-31"
    year, month, day = (int(part) for part in found.groups())
    try:
        return f"请写成 {date(year, month, day).isoformat()}"
    except ValueError:
        return "请核对年月日，例如 2022-05-31"


def parse_date(value: object) -> object:
    """A `date` from YYYY-MM-DD (one-digit month and day accepted); anything else says what to write."""
    if not isinstance(value, str):
        return value
    text = _ascii(value)
    if not re.match(DATE_PATTERN, text):
        raise PydanticCustomError(
            "date_format",
            "日期“{given}”的写法不对，{suggestion}",
            {"given": value, "suggestion": _suggested_date(value)},
        )
    try:
        return date(*(int(part) for part in text.split("-")))
    except ValueError:
        raise PydanticCustomError("date_unreal", "日期“{given}”不存在，请核对年月日", {"given": value}) from None


def _parse_deadline(value: object) -> object:
    if not isinstance(value, str):
        return value
    text = value.strip()
    if text in tuple(DeadlineWord):
        return DeadlineWord(text)
    if re.fullmatch(r"[\d.]+", _ascii(text)) and not re.fullmatch(r"\d{8}|\d{4}\.\d+\.\d+", _ascii(text)):
        raise PydanticCustomError(
            "deadline_number",
            "整改时限“{given}”是一个数，看不出是哪一天；请写成日期（2022-05-31）、立行立改 或 长期坚持",
            {"given": value},
        )
    if not re.search(r"\d|年", _ascii(text)):
        raise PydanticCustomError(
            "deadline_word", "整改时限“{given}”看不懂；请写成日期（2022-05-31）、立行立改 或 长期坚持", {"given": value}
        )
    return parse_date(value)


def _parse_count(value: object) -> object:
    if not isinstance(value, str):
        return value
    text = _ascii(value)
    if not re.fullmatch(r"\d{1,9}", text):
        raise PydanticCustomError("count", "“{given}”不是一个整数，请写阿拉伯数字，例如 28", {"given": value})
    return int(text)


def _parse_yes(value: object) -> object:
    answers = {"是": True, "否": False, "true": True, "false": False}
    if isinstance(value, str):
        if value.strip().lower() not in answers:
            raise PydanticCustomError("yes_no", "“{given}”看不懂，请写 是 或 否", {"given": value})
        return answers[value.strip().lower()]
    return value


def _parse_decimal(value: object) -> object:
    if not isinstance(value, str):
        return value
    text = _ascii(value).removesuffix("%")
    if not re.fullmatch(r"\d+(\.\d+)?", text):
        raise PydanticCustomError("decimal", "“{given}”不是一个数，请写阿拉伯数字，例如 98.71", {"given": value})
    return Decimal(text)


def _parse_money(value: object) -> Money:
    if isinstance(value, Money):
        return value
    if not isinstance(value, str):
        raise PydanticCustomError("money", "金额应当写成一个数和单位，例如 66.57万元，不能是列表")
    found = re.fullmatch(r"(\d+(?:\.\d{1,2})?)\s*(元|万元|亿元)", _ascii(value).replace(",", ""))
    if not found:
        raise PydanticCustomError(
            "money", "金额“{given}”的写法不对，请写阿拉伯数字（小数不超过两位）和单位，例如 66.57万元", {"given": value}
        )
    return Money(Decimal(found[1]), found[2])


class AlsoAs:
    """A shorter way to write a value: `expand` makes the full form of it, and editors are told of its JSON types."""

    def __init__(self, expand: Callable[[object], object], *json_types: str) -> None:
        self.expand, self.json_types = expand, json_types

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self.expand, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"anyOf": [handler(schema), *({"type": name} for name in self.json_types)]}


def as_list(value: object) -> object:
    """One item may be written without a list."""
    return [value] if isinstance(value, str | dict) else value


class OneOf:
    """Marks a text that must be one of `words`; the message names the field by its Chinese name."""

    def __init__(self, english: str, *words: str) -> None:
        self.name, self.words = chinese(english), words

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self._check, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": "string", "enum": list(self.words)}

    def _check(self, value: object) -> object:
        if not isinstance(value, str) or value.strip() in self.words:
            return value.strip() if isinstance(value, str) else value
        raise PydanticCustomError(
            "choice",
            "{name}“{given}”不在规定的范围内，请写 {words} 之一",
            {"name": self.name, "given": value, "words": "、".join(self.words)},
        )


Text = Annotated[str, Field(min_length=1)]
Day = Annotated[date, BeforeValidator(parse_date), WithJsonSchema({"type": "string", "format": "date"})]
Count = Annotated[int, BeforeValidator(_parse_count), WithJsonSchema({"type": ["integer", "string"]})]
YesNo = Annotated[bool, BeforeValidator(_parse_yes), WithJsonSchema({"enum": ["是", "否"]})]
Figure = Annotated[Decimal, BeforeValidator(_parse_decimal), WithJsonSchema({"type": ["number", "string"]})]
Sum = Annotated[Money, WithJsonSchema({"type": "string"})]
Texts = Annotated[tuple[Text, ...], AlsoAs(as_list, "string")]
Deadline = Annotated[
    date | DeadlineWord,
    BeforeValidator(_parse_deadline),
    WithJsonSchema({"anyOf": [{"type": "string", "format": "date"}, {"enum": [str(word) for word in DeadlineWord]}]}),
]
StatusWord = Annotated[Status, OneOf("status", *Status)]
