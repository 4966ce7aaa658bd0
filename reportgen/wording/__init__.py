"""Official Chinese: numerals, dates, lists, sums and titles. Pure functions on plain values.

`FILTERS` holds those that templates and running text may use, by their Chinese names.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from reportgen.wording.amounts import amount, percentage, rate
from reportgen.wording.dates import official_date, period
from reportgen.wording.lists import firstly_secondly, listed, listed_with_and, on_either_hand, or_dash, organs
from reportgen.wording.marks import within_quotes
from reportgen.wording.numerals import numeral, parse_numeral
from reportgen.wording.stops import ensure_stop
from reportgen.wording.titles import title_lines

FILTERS: Mapping[str, Callable[..., str]] = MappingProxyType(
    {
        "汉字数字": numeral,
        "公文日期": official_date,
        "一是二是": firstly_secondly,
        "一方面另一方面": on_either_hand,
        "顿号": listed,
        "和": listed_with_and,
        "机关": organs,
        "句号": ensure_stop,
        "引号内": within_quotes,
        "百分比": percentage,
        "金额": amount,
        "或横线": or_dash,
    }
)

__all__ = [
    "FILTERS",
    "amount",
    "ensure_stop",
    "firstly_secondly",
    "listed",
    "listed_with_and",
    "numeral",
    "official_date",
    "on_either_hand",
    "or_dash",
    "organs",
    "parse_numeral",
    "percentage",
    "period",
    "rate",
    "title_lines",
    "within_quotes",
]
