"""How long the checker takes, on the public notice of the sample project (15 pages): python bench/check.py

File rules are timed in one process after the first run (start-up apart), rendered rules beside LibreOffice's own time;
the fuzz run judges 2,000 damaged documents and reports the slowest and the peak memory.
"""

import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from reportgen import export, pages
from reportgen.anatomy.reader import read
from reportgen.check.judge import RENDERED, file_findings
from reportgen.check.norm import NATIONAL
from reportgen.check.rendered import Print
from reportgen.check.rule import apply
from reportgen.pipeline.judging import judged, subject
from tests.corpus.correct import SAMPLE, background, base
from tests.corpus.damage import damaged

RUNS, DAMAGED = 9, 2000


def median_ms(work: Callable[[], object]) -> float:
    """Median time of a piece of work, after one run that does not count."""
    work()
    times = []
    for _ in range(RUNS):
        begun = time.perf_counter()
        work()
        times.append(time.perf_counter() - begun)
    return statistics.median(times) * 1000


def main() -> None:
    notice = base("notice")
    shown = SAMPLE["notice"]
    print(
        f"file rules, reading included: {median_ms(lambda: list(file_findings(read(shown, notice), NATIONAL))):.0f} ms"
    )
    everything = median_ms(lambda: judged([subject(shown, notice, background())], background(), NATIONAL))
    print(f"with agreement and disclosure: {everything:.0f} ms")
    with tempfile.TemporaryDirectory() as folder:
        docx = Path(folder) / "notice.docx"
        docx.write_bytes(notice)
        begun = time.perf_counter()
        (pdf,) = export.to_pdf([docx], Path(folder) / "pdf")
        print(f"LibreOffice: {time.perf_counter() - begun:.2f} s")
        document = read(shown, notice)
        rendered = median_ms(lambda: list(apply(RENDERED.rules, Print(document, pages.measure(pdf), NATIONAL))))
        print(f"rendered rules, measuring included: {rendered / 1000:.2f} s for {len(pages.measure(pdf))} pages")
    fuzz()


def fuzz() -> None:
    """Damaged documents: how many are judged and refused, the slowest, the peak memory of the process."""
    slowest, refused = 0.0, 0
    documents = ("upward", "downward", "notice")
    for seed in range(DAMAGED):
        document = documents[seed % len(documents)]
        raw = damaged(base(document), seed)
        begun = time.perf_counter()
        found = judged([subject(SAMPLE.get(document, "x.docx"), raw, background())], background(), NATIONAL)[0]
        slowest = max(slowest, time.perf_counter() - begun)
        refused += not found.checked
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{DAMAGED} damaged documents: {refused} refused, slowest {slowest:.2f} s, peak {peak:.0f} MB")


if __name__ == "__main__":
    main()
