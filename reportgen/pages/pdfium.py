"""The PDF library, an extra of this package: whether it is there, and opening a file with it."""

import importlib.util
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from reportgen.errors import Place, Problem, ReportgenError

HINT = "python -m pip install pypdfium2 Pillow"
"""The command that installs what this package needs."""


def available() -> bool:
    """Whether pages can be measured and drawn: pypdfium2 and Pillow are installed."""
    return all(importlib.util.find_spec(name) for name in ("pypdfium2", "PIL"))


@contextmanager
def opened(pdf: Path) -> Iterator[Any]:
    """The PDF as a pypdfium2 document. Raises ReportgenError: pages-not-installed, pages-unreadable."""
    if not available():
        raise ReportgenError([Problem("pages-not-installed", f"没有安装读取 PDF 页面的组件，请运行：{HINT}。")])
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(pdf)
    except (pypdfium2.PdfiumError, OSError):
        message = f"读不懂这个 PDF：{pdf.name}。请重新导出后再试。"
        raise ReportgenError([Problem("pages-unreadable", message, Place(file=str(pdf)))]) from None
    try:
        yield document
    finally:
        document.close()
