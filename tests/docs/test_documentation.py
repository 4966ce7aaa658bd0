"""What is generated is fresh, and what is documented is all there is."""

import re
from pathlib import Path

import pytest

from reportgen.check.judge import CODES, GROUPS
from reportgen.check.reference import reference as checks_reference
from reportgen.compose.reference import FILTER_MEANINGS, reference
from reportgen.exchange.reference import reference as excel_reference
from reportgen.ledger.load import MODELS
from reportgen.ledger.schema import schema_text
from reportgen.wording import FILTERS

ROOT = Path(__file__).resolve().parents[2]
CODE = re.compile(r'(?:Problem|Fault|problem|refuse|_problem|_fault)\(\s*"([a-z]+(?:-[a-z0-9]+)+)"')


@pytest.mark.parametrize("file", MODELS)
def test_the_schema_in_the_project_is_that_of_the_model(file: str) -> None:
    stored = ROOT / "data/schema" / f"{Path(file).stem}.schema.json"
    assert stored.read_text("utf-8") == schema_text(file), "run: python -m reportgen.ledger.schema data/schema"


def test_the_field_reference_is_that_of_the_code() -> None:
    stored = (ROOT / "docs/fields.md").read_text("utf-8")
    assert stored == reference(), "run: python -m reportgen.compose.reference docs/fields.md"


def test_the_reference_of_rules_is_that_of_the_code() -> None:
    stored = (ROOT / "docs/checks.md").read_text("utf-8")
    assert stored == checks_reference(), "run: python -m reportgen.check.reference docs/checks.md"


def test_the_reference_of_excel_is_that_of_the_code() -> None:
    stored = (ROOT / "docs/excel.md").read_text("utf-8")
    assert stored == excel_reference(), "run: python -m reportgen.exchange.reference docs/excel.md"


def test_every_rule_has_a_code_of_its_own_and_says_what_it_asks_for() -> None:
    rules = [rule for group in GROUPS for rule in group.rules]
    assert len({rule.code for rule in rules}) == len(rules)
    assert all(rule.clause and rule.demand.rstrip("。") for rule in rules)


def test_every_rule_has_a_test_that_names_it() -> None:
    tests = "".join(path.read_text("utf-8") for path in (ROOT / "tests").rglob("*.py"))
    assert [code for code in CODES if f'"{code}"' not in tests] == []


def test_every_filter_is_in_the_reference() -> None:
    assert set(FILTER_MEANINGS) == set(FILTERS)


def test_every_code_of_a_problem_is_documented() -> None:
    documented = set(re.findall(r"[a-z]+(?:-[a-z0-9]+)+", (ROOT / "docs/problems.md").read_text("utf-8")))
    used = {code for path in (ROOT / "reportgen").rglob("*.py") for code in CODE.findall(path.read_text("utf-8"))}
    assert len(used) > 60
    assert used - documented == set()


def test_each_data_file_names_its_schema() -> None:
    for file in MODELS:
        first = (ROOT / "data" / file).read_text("utf-8").splitlines()[0]
        assert first == f"# yaml-language-server: $schema=schema/{Path(file).stem}.schema.json"


@pytest.mark.parametrize("folder", ["data", "templates", "docs", "reportgen", "tests"])
def test_chinese_text_has_full_width_punctuation(folder: str) -> None:
    """Commas, colons and the like between Chinese characters were not folded to ASCII."""
    folded = re.compile("[\u4e00-\u9fff”》）][,;!?][\u4e00-\u9fff“《（]|[\u4e00-\u9fff]:[\u4e00-\u9fff]")
    meant = {
        "test_stops.py",
        "test_lists.py",
        "test_titles.py",
        "test_writing_mistakes.py",
        "title_breaks.py",
        "stops.py",
        "test_roles_masthead.py",
        "test_roles_tail.py",
        "test_disclosure_wording.py",
        "test_language_halfwidth.py",
        "test_page_imprint.py",
        "test_page_attachment_note.py",
    }
    for path in (ROOT / folder).rglob("*"):
        if path.suffix in {".yaml", ".md", ".py"} and path.name not in meant:
            for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
                if 'r"' in line or 'rf"' in line or "re.compile(" in line:
                    continue  # a regular expression has question marks and colons of its own
                assert not folded.search(line), f"{path}:{number}: {line}"
