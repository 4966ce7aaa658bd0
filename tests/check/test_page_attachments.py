"""7.3.7: 附件."""

from typing import Any

import pytest

from reportgen.anatomy import Document, Paragraph, Role
from reportgen.check.page.attachments import RULES
from tests.check.building import blank, body, codes, document, findings, paragraph, section
from tests.check.building_body import flaws


def label(text: str, **changes: Any) -> Paragraph:
    return paragraph(Role.ATTACHMENT_LABEL, text, **changes)


def title(text: str, **changes: Any) -> Paragraph:
    return paragraph(Role.ATTACHMENT_TITLE, text, **changes)


def note(text: str) -> Paragraph:
    return paragraph(Role.ATTACHMENT_NOTE, text)


def attached(*second: Paragraph, names: tuple[str, ...] = ("附件：1.问题清单", "2.任务清单")) -> Document:
    usual = (label("附件2"), blank(), title("任务清单"))
    notes = tuple(note(name) for name in names)
    first = (label("附件1"), blank(), title("问题清单"), blank(), body())
    return document(body(), blank(), *notes, *first, *(second or usual), blank(), body())


def test_attachments_on_pages_of_their_own_are_right() -> None:
    assert codes(RULES, attached()) == []


def test_a_page_break_in_the_text_before_is_as_good() -> None:
    assert codes(RULES, attached(body("\f"), label("附件2", page_break_before=False), blank(), title("任务清单"))) == []


def test_a_section_that_begins_a_page_is_as_good() -> None:
    parts = (body(), blank(section=1), label("附件", page_break_before=False, section=2), blank(section=2))
    sections = (section(), section(number=2))
    judged = document(note("附件：问题清单"), *parts, title("问题清单", section=2), sections=sections)
    assert codes(RULES, judged) == []


@pytest.mark.parametrize(
    "wrong",
    [
        label("附件2："), label("附件二"), label("附件2", align="center"), label("附件2", first_tw=640), label("　　附件2"),
        label("附件2", page_break_before=False), label("附件2", face="仿宋_GB2312"), label("附件2", size_half_pt=28),
    ],
)  # fmt: skip
def test_a_label_of_another_form_face_or_place_is_an_error(wrong: Paragraph) -> None:
    [found] = findings(RULES, attached(wrong, blank(), title("任务清单")))
    assert (found.code, found.severity) == ("7.3.7-attachment", "error")


def test_a_label_below_an_empty_line_of_its_page_is_an_error() -> None:
    lower = (
        blank(page_break_before=True),
        blank(),
        label("附件2", page_break_before=False),
        blank(),
        title("任务清单"),
    )
    assert "第一行" in flaws(RULES, attached(*lower))[0].message


@pytest.mark.parametrize("blanks", [0, 2])
def test_a_title_that_is_not_in_the_third_line_is_an_error(blanks: int) -> None:
    assert (
        "第三行"
        in flaws(RULES, attached(label("附件2"), *(blank() for _ in range(blanks)), title("任务清单")))[0].message
    )


def test_a_title_that_is_not_centred_is_an_error() -> None:
    assert "居中" in flaws(RULES, attached(label("附件2"), blank(), title("任务清单", align="left")))[0].message


def test_a_title_in_other_words_than_the_note_is_an_error() -> None:
    [found] = findings(RULES, attached(label("附件2"), blank(), title("任务分工表")))
    assert (found.severity, found.measured) == ("error", "任务分工表")


def test_a_title_that_only_says_more_than_the_note_is_a_warning() -> None:
    [found] = findings(RULES, attached(label("附件2"), blank(), title("任务清单及分工")))
    assert (found.severity, found.measured) == ("warning", "任务清单及分工")


def test_labels_in_another_order_than_in_the_note_are_an_error() -> None:
    found = findings(RULES, attached(label("附件3"), blank(), title("任务清单")))
    assert [(each.severity, each.measured) for each in found] == [("error", "附件3")]


def test_title_marks_and_line_breaks_make_no_difference() -> None:
    assert (
        codes(
            RULES, attached(label("附件2"), blank(), title("任务\n清单"), names=("附件：1.《问题清单》", "2.任务清单"))
        )
        == []
    )


def test_numbers_that_skip_are_a_warning() -> None:
    assert "不连续" in flaws(RULES, attached(label("附件3"), blank(), title("任务清单")))[0].message


@pytest.mark.parametrize("names", [("附件：1.问题清单",), ("附件：1.问题清单", "2.任务清单", "3.责任清单"), ()])
def test_a_note_that_names_more_or_fewer_attachments_is_a_warning(names: tuple[str, ...]) -> None:
    assert [found.severity for found in findings(RULES, attached(names=names))] == ["warning"]


def test_attachments_in_files_of_their_own_are_let_be() -> None:
    assert codes(RULES, document(body(), blank(), note("附件：问题清单"))) == []
    assert codes(RULES, document(label("附件1"), blank(), title("问题清单"), body())) == []
