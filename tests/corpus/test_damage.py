"""2,000 damaged documents: each is judged or refused with a problem, none in more than five seconds, none by a crash."""

import time

import pytest

from reportgen.check.norm import NATIONAL
from reportgen.pipeline.judging import judged, subject
from tests.corpus.correct import SAMPLE, background, base
from tests.corpus.damage import damaged

CHUNKS, CHUNK = 40, 50
DOCUMENTS = ("upward", "downward", "notice", "upward")
LIMIT_S = 5


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_damaged_documents_are_judged_or_refused(chunk: int) -> None:
    for seed in range(chunk * CHUNK, (chunk + 1) * CHUNK):
        document = DOCUMENTS[seed % len(DOCUMENTS)]
        raw = damaged(base(document), seed)
        begun = time.perf_counter()
        found = judged([subject(SAMPLE.get(document, "试.docx"), raw, background())], background(), NATIONAL)[0]
        assert time.perf_counter() - begun < LIMIT_S, f"seed {seed}"
        assert found.findings or found.checked, f"seed {seed}"
