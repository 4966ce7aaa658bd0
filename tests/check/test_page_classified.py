"""Classified documents: 份号 and the period of secrecy."""

import pytest

from reportgen.anatomy import Role
from reportgen.check.page.classified import RULES
from tests.check.building import findings, paragraph
from tests.check.test_page_masthead import headed

COPY = paragraph(Role.COPY_NUMBER, "000012")


def told(**parts: object) -> list[tuple[str, str, str | None]]:
    return [(each.code, each.severity, each.measured) for each in findings(RULES, headed(**parts))]


def test_a_classified_document_without_a_copy_number_is_an_error() -> None:
    secret = paragraph(Role.CLASSIFICATION, "秘密★1年")
    assert told(copy_number=paragraph(Role.BLANK, ""), classification=secret) == [
        ("7.2.2-classified", "error", "没有份号")
    ]


@pytest.mark.parametrize(("text", "years"), [("秘密★40年", "40 年"), ("机密★25年", "25 年"), ("绝密★31年", "31 年")])
def test_a_period_longer_than_the_class_allows_is_an_error(text: str, years: str) -> None:
    secret = paragraph(Role.CLASSIFICATION, text)
    assert told(copy_number=COPY, classification=secret) == [("7.2.2-classified", "error", years)]


@pytest.mark.parametrize("text", ["秘密★10年", "机密★6个月", "绝密", "绝密★30年", "绝密★长期"])
def test_a_numbered_document_with_an_allowed_period_is_right(text: str) -> None:
    assert told(copy_number=COPY, classification=paragraph(Role.CLASSIFICATION, text)) == []


def test_a_document_that_is_not_classified_needs_no_copy_number() -> None:
    assert told() == []
