"""Word files to PDF through LibreOffice, many in one run, believing nothing but a fresh PDF.

LibreOffice exits with 0 for a missing file and "converts" random bytes, so its word is not taken. It works on copies,
with a profile of its own: a LibreOffice that the user has open is not disturbed, and no lock file is left beside
the documents.
"""

import os
import re
import shutil
import signal
import subprocess
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

from reportgen.errors import Place, Problem, ReportgenError
from reportgen.export.fonts import write_configuration
from reportgen.export.grid import portable_copy

PROGRAMS = ("soffice", "libreoffice")
WINDOWS_FOLDERS = ("C:/Program Files/LibreOffice/program", "C:/Program Files (x86)/LibreOffice/program")
PDF_HEAD, PDF_END, PDF_TAIL_BYTES = b"%PDF-", b"%%EOF", 1024
PDF_FILTER = "pdf:writer_pdf_Export"
PDF_A_FILTER = PDF_FILTER + ':{"SelectPdfVersion":{"type":"long","value":"2"}}'
PDF_A_MARK = re.compile(rb"<pdfaid:part>2</pdfaid:part>|pdfaid:part=[\"']2[\"']")


def to_pdf(docs: Sequence[Path], out_dir: Path, *, timeout_s: float = 120, pdfa: bool = False) -> tuple[Path, ...]:
    """Convert `docs` into `out_dir` (made if need be), each under its own name with .pdf; the paths, in order.

    `pdfa` asks for PDF/A-2b. Raises ReportgenError: export-no-libreoffice, export-timeout, export-no-pdfa, or
    export-failed for each file without a PDF. Nothing is written to `out_dir` unless every file was converted.
    """
    if not docs:
        return ()
    program = _program()
    if program is None:
        raise ReportgenError([_no_libreoffice()])
    with tempfile.TemporaryDirectory(prefix="reportgen-", ignore_cleanup_errors=True) as scratch:
        made = _convert(program, docs, Path(scratch), timeout_s, PDF_A_FILTER if pdfa else PDF_FILTER)
        failed = [_failed(doc) for doc, pdf in zip(docs, made, strict=True) if not (_is_word(doc) and _is_pdf(pdf))]
        if failed:
            raise ReportgenError(failed)
        if pdfa and not all(PDF_A_MARK.search(pdf.read_bytes()) for pdf in made):
            raise ReportgenError([_no_pdfa()])
        out_dir.mkdir(parents=True, exist_ok=True)
        targets = tuple(out_dir / f"{doc.stem}.pdf" for doc in docs)
        for pdf, target in zip(made, targets, strict=True):
            _put(pdf, target)
    return targets


def available() -> bool:
    """Whether there is a LibreOffice to call."""
    return _program() is not None


def _program() -> str | None:
    """LibreOffice on the path, or where Windows puts it."""
    found = (shutil.which(name) for name in PROGRAMS)
    installed = (shutil.which("soffice", path=folder) for folder in WINDOWS_FOLDERS)
    return next((path for path in (*found, *installed) if path), None)


def _convert(program: str, docs: Sequence[Path], scratch: Path, timeout_s: float, pdf_filter: str) -> tuple[Path, ...]:
    """Run LibreOffice on numbered copies with a grid it can show; where each PDF should be now."""
    copies = [scratch / f"{index}.docx" for index in range(len(docs))]
    for doc, copy in zip(docs, copies, strict=True):
        if doc.is_file():
            copy.write_bytes(portable_copy(doc.read_bytes())[0])
    made = scratch / "pdf"
    profile = (scratch / "profile").as_uri()
    command = [program, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--nolockcheck"]
    command += ["--convert-to", pdf_filter, "--outdir", str(made), *map(str, copies)]
    environment = {**os.environ, "FONTCONFIG_FILE": str(write_configuration(scratch))}
    _run(command, environment, docs, timeout_s)
    return tuple(made / f"{copy.stem}.pdf" for copy in copies)


def _run(command: list[str], environment: dict[str, str], docs: Sequence[Path], timeout_s: float) -> None:
    """Run to the end or to the time limit; LibreOffice starts children, so the whole group is stopped."""
    process = subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        process.wait(timeout_s)
    except subprocess.TimeoutExpired:
        raise ReportgenError([_timeout(docs, timeout_s)]) from None
    finally:
        _stop(process)


def _stop(process: "subprocess.Popen[bytes]") -> None:
    """End a run that is still going, with its children where the system has process groups."""
    if process.poll() is not None:
        return
    if os.name == "posix":
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()


def _is_word(path: Path) -> bool:
    """Whether it can be a .docx at all: LibreOffice takes anything else for plain text and "converts" it."""
    return path.is_file() and zipfile.is_zipfile(path)


def _is_pdf(path: Path) -> bool:
    """Whether LibreOffice really wrote a PDF there."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        begun = file.read(len(PDF_HEAD)) == PDF_HEAD
        file.seek(max(path.stat().st_size - PDF_TAIL_BYTES, 0))
        return begun and PDF_END in file.read()  # one that was cut off by a full disk has no end


def _put(pdf: Path, target: Path) -> None:
    """Move into place, whole or not at all, also from another file system."""
    part = target.with_name(f".{target.name}.part")
    try:
        shutil.move(pdf, part)
        part.replace(target)
    except OSError:
        part.unlink(missing_ok=True)
        raise


def _no_libreoffice() -> Problem:
    return Problem(
        "export-no-libreoffice",
        "没有找到 LibreOffice，不能导出 PDF。Debian、统信、麒麟系统请运行：sudo apt install libreoffice-writer；"
        "Windows 请安装 LibreOffice。也可以在 Word 或 WPS 中打开文书，另存为 PDF。",
    )


def _no_pdfa() -> Problem:
    return Problem(
        "export-no-pdfa", "这个版本的 LibreOffice 不能导出 PDF/A-2b。请升级到 7.4 以上，或者不用 --pdfa 导出普通 PDF。"
    )


def _timeout(docs: Sequence[Path], timeout_s: float) -> Problem:
    names = "、".join(doc.name for doc in docs)
    return Problem(
        "export-timeout", f"LibreOffice 用了 {timeout_s:g} 秒还没有转换完，已经停止：{names}。请一次少导几个文件再试。"
    )


def _failed(doc: Path) -> Problem:
    if not doc.is_file():
        return Problem("export-failed", f"没有这个文件：{doc}。请先运行 reportgen build。", Place(file=str(doc)))
    message = f"LibreOffice 没有转换出 PDF：{doc.name}。请用 Word 或 WPS 打开这个文件，看它是否完好。"
    return Problem("export-failed", message, Place(file=str(doc)))
