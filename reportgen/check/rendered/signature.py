"""署名 and 成文日期: GB/T 9704-2012, clause 7.3.5, on printed pages."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from reportgen.anatomy import HEADINGS, Role
from reportgen.check.rendered.printed import Print, Printed, least, mm
from reportgen.check.rule import Flaw, Rule
from reportgen.pages import Line

_CENTRED_MM = 2.0
_SHIFT_MM = 2.8
_TAIL = (Role.SIGNATURE, Role.DATE_OF_ISSUE, Role.NOTE, Role.COPIES, Role.PRINTED, Role.IMPRINT_RECIPIENTS)
_TEXT = (Role.BODY, *HEADINGS, Role.ATTACHMENT_NOTE, Role.TABLE_TEXT, Role.TABLE_HEAD)


class _Signed(NamedTuple):
    """A signature with the date that follows it on the page."""

    name: Printed
    date: Printed


def signature(subject: Print) -> Iterator[Flaw]:
    """Sealed: the name centred over a date 4 characters from the right; unsealed: 2 characters, the date 2 further in."""
    for signed in _signed(subject):
        if not (_is_unsealed(subject, signed) or _is_clipped(subject, signed)):
            yield from _sealed(subject, signed)


def _signed(subject: Print) -> Iterator[_Signed]:
    """Names of one organ alone; several organs and seals of persons are laid out otherwise (7.3.5.3)."""
    lines = subject.of_role(Role.SIGNATURE, Role.DATE_OF_ISSUE)
    for index, date in enumerate(lines):
        if date.role is not Role.DATE_OF_ISSUE or index == 0 or date.page.landscape:
            continue
        name = lines[index - 1]
        alone = index < 2 or lines[index - 2].role is not Role.SIGNATURE
        below = 0 < date.line.baseline - name.line.baseline < 4 * subject.line_mm
        written = name.is_as_written and date.is_as_written
        if name.role is Role.SIGNATURE and alone and below and written and name.page is date.page:
            yield _Signed(name, date)


def _is_unsealed(subject: Print, signed: _Signed) -> bool:
    char = subject.char_mm
    shift = signed.date.line.left - signed.name.line.left
    ends = (_off_the_edge(subject, printed, 2) for printed in signed)
    return abs(shift - 2 * char) <= _SHIFT_MM and any(abs(end) <= char for end in ends)


def _off_the_edge(subject: Print, printed: Printed, chars: float) -> float:
    """How much more than so many characters a line keeps from the right edge, in millimetres."""
    return least(area.right - printed.line.right - chars * subject.char_mm for area in subject.areas(printed.page))


def _is_clipped(subject: Print, signed: _Signed) -> bool:
    """A name so long that centred over the date it would leave the type area: it ends at its edge."""
    name, date = signed.name.line, signed.date.line
    too_long = (name.right - name.left) - (date.right - date.left) > 8 * subject.char_mm - _CENTRED_MM
    return too_long and abs(_off_the_edge(subject, signed.name, 0)) <= subject.char_mm


def _sealed(subject: Print, signed: _Signed) -> Iterator[Flaw]:
    name, date = signed.name.line, signed.date.line
    mark = signed.date.page.mark_of(name, date)
    off = name.centre - date.centre
    end = 4 + _off_the_edge(subject, signed.date, 4) / subject.char_mm
    if abs(off) > _CENTRED_MM + _widened(date) / 2:
        yield Flaw(
            f"署名与成文日期的位置不合：署名中心比日期中心偏{'右' if off > 0 else '左'}{mm(abs(off))}。"
            "请按一种方式编排：加盖印章的，日期右空四字、署名以日期为准居中；不加盖印章的，署名右空二字、日期首字比署名首字右移二字。",
            signed.date.place,
            expected="署名以成文日期为准居中",
            measured=f"偏{mm(abs(off))}",
            mark=mark,
        )
    elif abs(end - 4) > 1:
        yield Flaw(
            f"成文日期右空约{max(end, 0):.1f}字；加盖印章的公文一般右空四字。请调整日期的右缩进，署名以日期为准居中。",
            signed.date.place,
            expected="右空四字",
            measured=f"{end:.1f}字",
            strength="GEN",
            mark=mark,
        )


def _widened(line: Line) -> float:
    """Millimetres between the letters of a line: LibreOffice puts a quarter 字 between figures and Chinese, also where it
    is told not to, and a date that is held at its right end has its centre further left by half of that."""
    return sum(max(after.left - before.right, 0) for before, after in pairwise(line.glyphs))


def lone_signature(subject: Print) -> Iterator[Flaw]:
    """The page of the signature shows text above it."""
    for signed in _signed(subject):
        page = signed.name.page
        above = [printed for printed in subject.by_page[page.number] if printed.line.baseline < signed.name.line.top]
        if page.number > 1 and all(printed.role in _TAIL for printed in above):
            yield Flaw(
                f"署名和成文日期独自落在第{page.number}页，这一页没有正文。请调整行距、字距，使这一页至少有一行正文，不要写“此页无正文”。",
                signed.name.place,
                mark=page.mark_of(signed.name.line, signed.date.line),
            )


RULES: tuple[Rule[Print], ...] = (
    Rule(
        "pdf-7.3.5-signature",
        "GB/T 9704-2012 7.3.5",
        "MUST",
        "加盖印章的，成文日期一般右空四字，署名以日期为准居中；不加盖印章的，署名右空二字，日期首字比署名首字右移二字。",
        signature,
    ),
    Rule(
        "pdf-7.3.5.5-lone-signature",
        "GB/T 9704-2012 7.3.5.5",
        "GEN",
        "署名和成文日期不单独成页，可调整行距、字距解决。",
        lone_signature,
    ),
)
