"""The sample project: its notice may be published, its plan and report may not, and whatever is slipped in is found."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from reportgen.anatomy.reader import read
from reportgen.check.disclosure import Audience, exposure, judge
from reportgen.compose import compose
from reportgen.errors import Finding
from reportgen.kinds.kind import load_kinds
from reportgen.ledger.load import load
from reportgen.model import Ledger
from reportgen.word import fill
from tests.check.disclosed import codes, errors

ROOT = Path(__file__).resolve().parents[2]
NOTICE, REPORT, PLAN = "整改进展情况通报", "整改进展情况报告", "整改方案"


@pytest.fixture(scope="module")
def sample() -> Ledger:
    ledger = load(ROOT / "data").ledger
    assert ledger is not None
    return ledger


@pytest.fixture(scope="module")
def built(sample: Ledger) -> Mapping[str, bytes]:
    """The documents of the sample by the name of their kind."""
    made = {}
    for kind in load_kinds(ROOT / "templates")[0]:
        dated = sample.documents[kind.name].date_of_issue
        assert dated is not None
        content = fill(kind.template, kind.name, compose(kind, sample, dated, "成文日期").values, dated).content
        assert content is not None
        made[kind.name] = content
    return made


def judged(raw: bytes, ledger: Ledger | None, audience: Audience, kind: str | None) -> list[Finding]:
    return list(judge(read("公文.docx", raw), exposure(ledger, audience, kind), frozenset()))


def with_text(raw: bytes, old: str, new: str) -> bytes:
    """The document with one stretch of its text replaced."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as source, zipfile.ZipFile(buffer, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "word/document.xml":
                text = content.decode()
                assert old in text, old
                content = text.replace(old, new, 1).encode()
            target.writestr(name, content)
    return buffer.getvalue()


@pytest.mark.parametrize("kind", [NOTICE, None])
def test_notice_may_be_published(built: Mapping[str, bytes], sample: Ledger, kind: str | None) -> None:
    assert judged(built[NOTICE], sample, "社会", kind) == []
    assert judged(built[NOTICE], None, "社会", kind) == []


@pytest.mark.parametrize("kind", [PLAN, REPORT, NOTICE])
def test_all_three_may_circulate_within_the_party(built: Mapping[str, bytes], sample: Ledger, kind: str) -> None:
    assert judged(built[kind], sample, "党内", kind) == []


@pytest.mark.parametrize("kind", [PLAN, REPORT])
def test_plan_and_report_may_not_be_published(built: Mapping[str, bytes], sample: Ledger, kind: str) -> None:
    findings = judged(built[kind], sample, "社会", NOTICE)
    assert errors(findings) >= {"D-field", "D-withheld", "D-person"}
    assert len(findings) > 40


def test_every_internal_text_of_every_issue_is_found_when_it_is_slipped_in(
    built: Mapping[str, bytes], sample: Ledger
) -> None:
    against = exposure(sample, "社会", NOTICE)
    missed = {}
    for issue in sample.issues:
        said = (
            issue.progress,
            issue.manifestation,
            issue.cause,
            issue.target,
            *(each.content for each in issue.measures),
        )
        texts = [text for text in said if text]
        raw = with_text(built[NOTICE], "整改工作离不开", f"{'。'.join(texts)}整改工作离不开")
        findings = list(judge(read("公文.docx", raw), against, frozenset()))
        about = [each for each in findings if f"问题{issue.number}" in each.message and each.severity == "error"]
        missed[issue.number] = len(texts) - len(about)
    assert {number: count for number, count in missed.items() if count > 0} == {}


@pytest.mark.parametrize(
    ("slipped_in", "code"),
    [
        ("巡视移交问题线索办理节奏偏慢", "D-withheld"),
        ("将未办结的线索纳入专门台账，逐件明确包办领导和承办人员", "D-withheld"),
        ("个别乡镇边沟、坑塘长期积存污水，雨后水体发黑且有异味，周边群众反复反映", "D-field"),
        ("现场复核水体清洁，管护责任已公示，同意销号", "D-field"),
        ("责任人为市住房城乡建设局局长", "D-person"),
        ("联系人电话１３８ ００１３ ８０００", "D-mobile"),
        ("身份证号11010519491231002X", "D-id-number"),
        ("按照示办发〔2021〕42号文件", "D-number"),
        ("秘密★1年", "D-classification"),
        ("办公电话0317-8765432", "D-contact"),
    ],
)
def test_one_leak_in_the_notice_gives_that_error_and_no_other(
    built: Mapping[str, bytes], sample: Ledger, slipped_in: str, code: str
) -> None:
    raw = with_text(built[NOTICE], "整改工作离不开", f"{slipped_in}。整改工作离不开")
    assert errors(judged(raw, sample, "社会", NOTICE)) == {code}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("手续补办已经完成", "手续补办全部完成"),
        ("分设2个工作专班", "设立3个工作专班"),
        ("建立滚动排查处置办法", "出台滚动排查处置办法"),
        ("把遗留事项按手续、资金、管护三类造册登记，", ""),
        ("整改工作离不开", "本市将于近期召开新闻发布会，公布后续安排。整改工作离不开"),
        ("省委巡视反馈的28个问题", "巡视反馈的28个问题"),
    ],
)
def test_small_edits_of_cleared_wording_are_no_leak(
    built: Mapping[str, bytes], sample: Ledger, old: str, new: str
) -> None:
    assert codes(judged(with_text(built[NOTICE], old, new), sample, "社会", NOTICE)) == set()


def test_rules_can_be_switched_off(built: Mapping[str, bytes], sample: Ledger) -> None:
    off = frozenset({"D-field", "D-withheld"})
    found = codes(list(judge(read("公文.docx", built[PLAN]), exposure(sample, "社会", NOTICE), off)))
    assert "D-person" in found
    assert not found & off


def test_nothing_is_found_in_a_document_without_anything(sample: Ledger) -> None:
    from tests.check.building import document

    assert list(judge(document(sections=()), exposure(sample, "社会", NOTICE), frozenset())) == []
