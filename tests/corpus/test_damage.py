"""2,000 damaged documents: each is judged or refused with a problem, none in more than five seconds, none by a crash."""

import time

import pytest

from reportgen.check.norm import NATIONAL
from reportgen.pipeline.judging import judged, subject
from tests.corpus.correct import SAMPLE, background
from tests.corpus.damage import damaged
from tests.corpus.official import Dialect, downward, upward

CHUNKS, CHUNK = 20, 100
DOCUMENTS = (  # short ones: it is the damage that counts; the second goes by the name of the notice, and so to all rules
    ("试.docx", upward(chapters=0)),
    (SAMPLE["notice"], downward(chapters=0)),
    ("试.docx", upward(Dialect(numbering="automatic", imprint="box", red_line="drawing"), chapters=1)),
)
LIMIT_S = 5


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_damaged_documents_are_judged_or_refused(chunk: int) -> None:
    for seed in range(chunk * CHUNK, (chunk + 1) * CHUNK):
        name, whole = DOCUMENTS[seed % len(DOCUMENTS)]
        raw = damaged(whole, seed)
        begun = time.perf_counter()
        found = judged([subject(name, raw, background())], background(), NATIONAL)[0]
        assert time.perf_counter() - begun < LIMIT_S, f"seed {seed}"
        assert found.findings or found.checked, f"seed {seed}"
