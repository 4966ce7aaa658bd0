"""Each planted fault is found by the right rule; in correct documents nothing is called an error."""

from functools import cache

import pytest

from reportgen.errors import Finding
from tests.corpus.correct import base, correct, judge
from tests.corpus.editing import Docx
from tests.corpus.more_mutations import MUTATIONS
from tests.corpus.mutations import Mutation


def key(finding: Finding) -> tuple[str, str, str | None]:
    return (finding.code, finding.message, finding.place.text)


@cache
def known(document: str) -> frozenset[tuple[str, str, str | None]]:
    """What is said of a document before anything is changed in it."""
    return frozenset(key(finding) for finding in judge(document, base(document)).findings)


def found_by(mutation: Mutation) -> list[Finding]:
    """What is found in the changed document and not in the one it was made from."""
    changed = Docx(base(mutation.document))
    mutation.change(changed)
    return [
        finding
        for finding in judge(mutation.document, changed.saved()).findings
        if key(finding) not in known(mutation.document)
    ]


def test_there_are_enough_faults_and_each_has_a_name_of_its_own() -> None:
    assert len(MUTATIONS) >= 60
    assert len({mutation.name for mutation in MUTATIONS}) == len(MUTATIONS)


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.name)
def test_a_planted_fault_is_found_by_the_right_rule(mutation: Mutation) -> None:
    codes = {finding.code for finding in found_by(mutation)}
    assert codes & set(mutation.codes), f"found only {sorted(codes)}"


@pytest.mark.parametrize("name", list(correct()))
def test_a_correct_document_has_no_errors_and_no_warnings(name: str) -> None:
    found = judge(name, correct()[name]()).findings
    assert [
        (finding.code, finding.message, finding.place.text) for finding in found if finding.severity != "info"
    ] == []
