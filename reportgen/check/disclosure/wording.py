"""Texts of the ledger that were not cleared for the audience: fields, and issues that are withheld."""

import re
from collections.abc import Iterator

from reportgen.check.disclosure.echoes import Echo
from reportgen.check.disclosure.search import Search, gathered, within
from reportgen.check.rule import Flaw
from reportgen.errors import Strength

_CALLED_BY_NUMBER = re.compile(
    r"(?:编号|问题)[:：]?\s?(?P<code>\d{1,2}-\d{1,3})(?![\d-])"
    r"|(?:(?:问题|台账)(?:序号|编号)|(?<!第)问题)[:：]?\s?(?:第\s?)?(?P<number>\d{1,4})(?![\d.．、个项条件年月日-])"
    r"|(?<![\d-])(?P<named>\d{1,4})号问题"
)
_SURE = 16
"""Agreeing characters from which likeness is no chance."""


def judge_fields(search: Search) -> Iterator[Flaw]:
    """Internal fields, word for word or with small changes."""
    found = ((echo.passage, echo) for echo in search.echoes if not echo.secret.withheld)
    for passage, echo, more in gathered(found, lambda echo: (echo.secret.issue, echo.secret.field, echo.secret.text)):
        whose = f"问题{echo.secret.issue}的“{echo.secret.field}”" if echo.secret.issue else f"“{echo.secret.field}”"
        manner = "照录了" if echo.verbatim else "略改字句写出了"
        text = f"{within(passage)}{manner}{whose}，这不是审定公开的文字；请改用“公开表述”里的写法，或删去{more}"
        yield Flaw(text, passage.place(echo.start, echo.end), measured=_measured(echo), strength=_strength(echo))


def _strength(echo: Echo) -> Strength:
    doubtful = echo.agreeing < _SURE and (echo.secret.minor or not echo.verbatim)
    return "GEN" if doubtful else "MUST"


def _measured(echo: Echo) -> str:
    return f"{'连续' if echo.verbatim else '共'}{echo.agreeing}字相同"


def judge_withheld(search: Search) -> Iterator[Flaw]:
    """Anything of an issue that is withheld: its title, any of its texts, its number."""
    audience = "向社会" if search.exposure.public else "在党内"
    found = ((echo.passage, echo) for echo in search.echoes if echo.secret.withheld)
    for passage, echo, more in gathered(found, lambda echo: (echo.secret.issue, echo.secret.field, echo.secret.text)):
        manner = "出现" if echo.verbatim else "出现与之相近的"
        text = f"问题{echo.secret.issue}按规定不{audience}公开，{within(passage)}却{manner}它的“{echo.secret.field}”；请整条删去{more}"
        doubtful = not echo.verbatim and not echo.secret.is_title and echo.agreeing < _SURE
        strength: Strength = "GEN" if doubtful else "MUST"
        yield Flaw(text, passage.place(echo.start, echo.end), measured=_measured(echo), strength=strength)
    yield from _numbers(search, audience)


def _numbers(search: Search, audience: str) -> Iterator[Flaw]:
    """Withheld issues called by their number; whether it is theirs, only a reader can tell."""
    codes = dict(search.exposure.codes)
    numbers = {code: number for number, code in codes.items()}
    if not codes:
        return
    hits = (
        (passage, (number, found))
        for passage in search.passages
        for found in _CALLED_BY_NUMBER.finditer(passage.folded)
        if (number := numbers.get(found["code"] or "") or int(found["number"] or found["named"] or 0)) in codes
    )
    for passage, (number, found), more in gathered(hits, lambda hit: hit[0]):
        text = (
            f"{within(passage)}提到台账的问题{number}（编号{codes[number]}），这个问题按规定不{audience}公开；"
            f"请核对，属实就删去{more}"
        )
        yield Flaw(text, passage.place(*found.span()), strength="GEN")
