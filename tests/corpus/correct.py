"""Correct documents: those of the sample project, and official ones in the dialects of other programs and offices."""

import io
import shutil
from collections.abc import Callable
from datetime import date
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory

import docx

from reportgen.check.judged import Judged
from reportgen.check.norm import NATIONAL
from reportgen.pipeline.build import Request, build
from reportgen.pipeline.checking import background_of
from reportgen.pipeline.judging import Background, judged, subject
from reportgen.pipeline.project import Project
from tests.corpus.more_official import MORE
from tests.corpus.official import GBK, WINDOWS, Dialect, downward, upward

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = {"plan": "整改方案.docx", "report": "整改进展情况报告.docx", "notice": "整改进展情况通报.docx"}


@cache
def sample() -> dict[str, bytes]:
    """The three documents of the sample project, by the id of their kind."""
    with TemporaryDirectory() as folder:
        for name in ("data", "templates"):
            shutil.copytree(ROOT / name, Path(folder) / name)
        built = build(Project(Path(folder)), Request((), Path(folder) / "out", date(2022, 8, 16)), lambda _: None)
        return {document.kind.id: document.path.read_bytes() for document in built.documents}


@cache
def background() -> Background:
    """The ledger and the kinds of the sample project."""
    return background_of(Project(ROOT))


def saved_by_python_docx(raw: bytes) -> bytes:
    """The same document as python-docx writes it."""
    out = io.BytesIO()
    docx.Document(io.BytesIO(raw)).save(out)
    return out.getvalue()


DIALECTS: dict[str, Dialect] = {
    "formatting by styles": Dialect(),
    "formatting at every run": Dialect(formatting="direct"),
    "formatting in the document defaults": Dialect(formatting="defaults"),
    "faces of GBK": Dialect(faces=GBK),
    "faces of Windows": Dialect(faces=WINDOWS),
    "digits in Fang Song": Dialect(western=""),
    "Word's own grid": Dialect(grid="word"),
    "red line as a paragraph": Dialect(red_line="paragraph"),
    "red line drawn in VML": Dialect(red_line="vml"),
    "red line drawn in DrawingML": Dialect(red_line="drawing"),
    "automatic numbers": Dialect(numbering="automatic"),
    "indents in characters": Dialect(indent="characters"),
    "unsealed": Dialect(sealed=False),
    "imprint in a text box": Dialect(imprint="box"),
    "imprint as bordered paragraphs": Dialect(imprint="borders"),
    "simple page fields": Dialect(field="simple"),
    "page numbers without blanks": Dialect(dash="—{}—"),
    "title in three paragraphs": Dialect(title="paragraphs"),
    "runs split at will": Dialect(split_runs=True),
    "mark in a frame": Dialect(mark="frame"),
    "all at once": Dialect(GBK, "", "direct", "word", "drawing", "automatic", "characters", False, "box", "simple", "—{}—", "paragraphs", True),
}  # fmt: skip


def correct() -> dict[str, Callable[[], bytes]]:
    """Every correct document by its description; written when it is asked for."""
    written: dict[str, Callable[[], bytes]] = {f"sample {kind}": partial(base, kind) for kind in SAMPLE}
    makers: tuple[Callable[[Dialect], bytes], ...] = (upward, downward)
    for name, dialect in DIALECTS.items():
        written |= {f"{maker.__name__}: {name}": partial(maker, dialect) for maker in makers}
    direct = Dialect(formatting="direct")
    written["upward: saved by python-docx"] = lambda: saved_by_python_docx(upward(direct))
    return written | MORE


@cache
def base(document: str) -> bytes:
    """The document a mutation starts from."""
    makers: dict[str, Callable[[], bytes]] = {"upward": upward, "downward": downward}
    if document in makers:
        return makers[document]()
    return sample()[document] if document in SAMPLE else correct()[document]()


def judge(document: str, raw: bytes) -> Judged:
    """A document judged from its file; those of the sample project also against their ledger."""
    shown = SAMPLE.get(document.removeprefix("sample "), f"{document}.docx")
    known = background() if shown in SAMPLE.values() else Background()
    return judged([subject(shown, raw, known)], known, NATIONAL)[0]
