"""附件: GB/T 9704-2012, clause 7.3.7, on printed pages."""

from collections.abc import Iterator

from reportgen.anatomy import Role
from reportgen.check.rendered.printed import Print, Printed, least, mm
from reportgen.check.rule import Flaw, Rule

_FIRST_ROW = 1.5  # so many lines below the upper edge its baseline ends


def rows(subject: Print) -> Iterator[Flaw]:
    """“附件” stands on the first line of a page, the title of the attachment on the third."""
    for index, printed in enumerate(subject.lines):
        if printed.role is not Role.ATTACHMENT_LABEL:
            continue
        if not _is_on_the_first_row(subject, printed):
            yield Flaw(
                f"“{printed.line.text[:10]}”不在页面第一行；附件应另面编排，“附件”二字及顺序号顶格编排在版心左上角第一行。"
                "请在它前面分页，并删去多余的空行。",
                printed.place,
                expected="版心第一行",
                mark=printed.mark,
            )
        following = subject.lines[index + 1] if index + 1 < len(subject.lines) else None
        if following and following.role is Role.ATTACHMENT_TITLE and following.page is printed.page:
            yield from _title(subject, printed, following)


def _is_on_the_first_row(subject: Print, printed: Printed) -> bool:
    down = least(printed.line.baseline - area.top for area in subject.areas(printed.page))
    return subject.by_page[printed.page.number][0] is printed and down < _FIRST_ROW * subject.line_mm


def _title(subject: Print, label: Printed, title: Printed) -> Iterator[Flaw]:
    distance = title.line.baseline - label.line.baseline
    row = 1 + distance / subject.line_mm
    if not 2.5 <= row <= 3.7:
        yield Flaw(
            f"附件标题“{title.line.text[:15]}”约在第{row:.0f}行，应居中编排在版心第三行。请在“附件”与标题之间空一行。",
            title.place,
            expected=f"第三行（“附件”之下约{mm(2 * subject.line_mm)}）",
            measured=mm(distance),
            mark=title.mark,
        )


RULES: tuple[Rule[Print], ...] = (
    Rule(
        "pdf-7.3.7-attachment-rows",
        "GB/T 9704-2012 7.3.7",
        "MUST",
        "附件另面编排，“附件”及顺序号在版心左上角第一行，附件标题居中编排在版心第三行。",
        rows,
    ),
)
