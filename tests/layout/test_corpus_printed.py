"""Correct documents as they are printed: nothing is called an error there either."""

from pathlib import Path

import pytest

from reportgen.anatomy.reader import read
from reportgen.check.norm import NATIONAL
from reportgen.check.rendered import RULES, Print
from reportgen.check.rule import apply
from reportgen.export import to_pdf
from reportgen.pages import measure
from tests.corpus.correct import correct
from tests.sharing import once

pytestmark = [pytest.mark.xdist_group("layout"), pytest.mark.usefixtures("rendered")]

# An imprint in the flow comes to the foot of the page by blank lines alone, which no generator can count.
IN_THE_FLOW = "imprint as bordered paragraphs"
NAMES = [name for name in correct() if not name.startswith("sample") and IN_THE_FLOW not in name]


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All of them as Word files and as PDF, converted in one run."""
    return once(tmp_path_factory, "corpus", _print_all)


def _print_all(folder: Path) -> None:
    for number, name in enumerate(NAMES):
        (folder / f"{number}.docx").write_bytes(correct()[name]())
    to_pdf(sorted(folder.glob("*.docx")), folder, timeout_s=300)


@pytest.mark.parametrize("number", range(len(NAMES)), ids=NAMES)
def test_a_correct_document_has_no_errors_as_it_is_printed(number: int, folder: Path) -> None:
    document = read(f"{number}.docx", (folder / f"{number}.docx").read_bytes())
    found = apply(RULES, Print(document, measure(folder / f"{number}.pdf"), NATIONAL))
    assert [(each.code, each.message) for each in found if each.severity == "error"] == []
