"""标题: GB/T 9704-2012, clause 7.3.1, on printed pages."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from reportgen.anatomy import Role
from reportgen.check.page import title_shape
from reportgen.check.rendered.printed import Print, Printed, least, mm
from reportgen.check.rule import Case, Flaw, Rule

_CENTRED_MM = 1.5
_ONE_CHAR_MM = 22 / 72 * 25.4


def shape(subject: Print) -> Iterator[Flaw]:
    """A title is centred, in the shape of a trapezoid or a diamond, below two empty lines under the red line."""
    for lines in _titles(subject):
        yield from _centred(subject, lines)
        if not (_is_broken_by_hand(lines) and _is_right_in_the_file(subject)):
            yield from _outline(lines)
    yield from _rows_below_red_line(subject)


def _titles(subject: Print) -> Iterator[list[Printed]]:
    """Lines of each title: neighbours on one page."""
    for _, group in groupby(
        enumerate(subject.lines), key=lambda pair: (pair[1].role is Role.TITLE, pair[1].page.number)
    ):
        lines = [printed for _, printed in group]
        if lines[0].role is Role.TITLE and not lines[0].page.landscape:
            yield lines


def _centred(subject: Print, lines: Sequence[Printed]) -> Iterator[Flaw]:
    for printed in lines:
        line = printed.line
        centres = [area.centre for area in subject.areas(printed.page)]
        off = least(middle - centre for middle in (line.centre, line.ink_centre) for centre in centres)
        if abs(off) > _CENTRED_MM:
            side = "右" if off > 0 else "左"
            yield Flaw(
                f"标题“{line.text[:15]}”没有居中，偏{side}{mm(abs(off))}。请把标题设为居中，并去掉缩进和空格。",
                expected="居中",
                measured=f"偏{side}{mm(abs(off))}",
                mark=printed.mark,
            )
            return


def _is_broken_by_hand(lines: Sequence[Printed]) -> bool:
    """Whether the file itself says where the title breaks."""
    paragraphs = [printed.paragraph for printed in lines if printed.paragraph]
    return any("\n" in paragraph.text.strip() for paragraph in paragraphs) or len(set(map(id, paragraphs))) > 1


def _is_right_in_the_file(subject: Print) -> bool:
    """Whether the rule on the file, which knows of joint issuers, lets the shape be."""
    case = Case(subject.document, subject.norm)
    return not any(True for rule in title_shape.RULES for _ in rule.judge(case))


def _outline(lines: Sequence[Printed]) -> Iterator[Flaw]:
    """Flawed are only clear cases: a waist, and lines that all have one length."""
    widths = [printed.line.right - printed.line.left for printed in lines]
    if len(widths) < 2:
        return
    mark = lines[0].page.mark_of(*(printed.line for printed in lines))
    steps = [after - before for before, after in pairwise(widths) if abs(after - before) > 0.7 * _ONE_CHAR_MM]
    if any(before < 0 < after for before, after in pairwise(steps)):
        yield Flaw(
            "标题各行两头长、中间短，应排成梯形或菱形。请重新断行，并保持词意完整。",
            expected="梯形或菱形",
            measured="、".join(str(len(printed.line.text)) for printed in lines) + "字",
            strength="GEN",
            mark=mark,
        )
    elif max(widths) - min(widths) < 0.2 * _ONE_CHAR_MM:
        yield Flaw(
            "标题各行一样长，排成了长方形；多行标题应排成梯形或菱形。请重新断行，并保持词意完整。",
            expected="梯形或菱形",
            measured="、".join(str(len(printed.line.text)) for printed in lines) + "字",
            strength="PRAC",
            mark=mark,
        )


def _rows_below_red_line(subject: Print) -> Iterator[Flaw]:
    titles = [printed for printed in subject.of_role(Role.TITLE) if printed.page.number == 1]
    if not titles or subject.is_letter or not subject.of_role(Role.DOCUMENT_NUMBER):
        return
    above = [rule for rule in subject.red_rules if rule.y < titles[0].line.top]
    if not above:
        return
    gap = titles[0].line.top - above[-1].y
    rows = gap / subject.line_mm
    if not 1.6 <= rows <= 3.4:
        yield Flaw(
            f"标题与红色分隔线之间约空{max(rows - 0.4, 0):.0f}行，应空二行。请在红线与标题之间保留两个空行。",
            expected="空二行",
            measured=mm(gap),
            mark=titles[0].mark,
        )


RULES: tuple[Rule[Print], ...] = (
    Rule(
        "pdf-7.3.1-title-shape",
        "GB/T 9704-2012 7.3.1",
        "MUST",
        "标题编排于红色分隔线下空二行位置，分一行或多行居中排布，多行时使用梯形或菱形。",
        shape,
    ),
)
