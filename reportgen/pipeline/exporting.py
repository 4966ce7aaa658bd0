"""What `export` does: PDFs in one LibreOffice run, and what of them cannot be trusted to look as in Word."""

import errno
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportgen import export
from reportgen.anatomy import Document
from reportgen.anatomy.reader import read
from reportgen.errors import Misuse, Place, Problem, ReportgenError, os_reason
from reportgen.pipeline.opening import content_of


@dataclass(frozen=True, slots=True)
class Exported:
    """One PDF. `substituted` maps faces of the document to those that were drawn; `regridded` says that Word's grid was converted."""

    path: Path
    pdf: Path
    substituted: Mapping[str, str]
    regridded: bool

    def as_dict(self) -> dict[str, object]:
        """One file of `export --json`."""
        return {
            "path": str(self.path),
            "pdf": str(self.pdf),
            "substituted": dict(self.substituted),
            "regridded": self.regridded,
        }


def export_documents(files: Sequence[Path], out: Path | None, *, pdfa: bool) -> tuple[Exported, ...]:
    """PDFs of all files, in `out` or beside each; all in one run for each target folder.

    Raises ReportgenError for files that are no .docx and for what LibreOffice cannot do; Misuse where two files would
    give the same PDF.
    """
    targets = [(out or path.parent) / f"{path.stem}.pdf" for path in files]
    _refuse_doubles(files, targets)
    documents = _documents(files)
    for folder in dict.fromkeys(target.parent for target in targets):
        here = [path for path, target in zip(files, targets, strict=True) if target.parent == folder]
        _to_pdf(here, folder, pdfa)
    stand_ins = export.substitutions(sorted({face for document in documents for face in faces(document)}))
    return tuple(
        Exported(
            path,
            target,
            {face: stand_ins[face] for face in sorted(faces(document)) if face in stand_ins},
            on_word_grid(document),
        )
        for path, target, document in zip(files, targets, documents, strict=True)
    )


def _to_pdf(files: Sequence[Path], folder: Path, pdfa: bool) -> None:
    try:
        export.to_pdf(files, folder, pdfa=pdfa)
    except OSError as error:
        code = "output-disk-full" if error.errno == errno.ENOSPC else "output-unwritable"
        message = f"PDF 写不进去（{os_reason(error)}）；请检查权限和磁盘，关闭打开着的 PDF，或用 --out 换一个文件夹"
        raise ReportgenError([Problem(code, message, Place(file=str(folder)))]) from None


def faces(document: Document) -> set[str]:
    """The faces that the printed text of a document names."""
    return {
        face
        for paragraph in document.paragraphs
        for run in paragraph.shown_runs()
        if run.text.strip()
        for face in _faces_of(run.text, run.letters.faces)
    }


def on_word_grid(document: Document) -> bool:
    """Whether it uses the grid of characters that LibreOffice shows wrongly."""
    return any(section.grid in ("linesAndChars", "snapToChars") for section in document.sections)


def _faces_of(text: str, named: Mapping[str, str]) -> set[str]:
    """Western faces count only where there is western text."""
    slots = ("eastAsia", "ascii", "hAnsi") if any(character.isascii() for character in text) else ("eastAsia",)
    return {named[slot] for slot in slots if slot in named}


def _documents(files: Sequence[Path]) -> list[Document]:
    documents: list[Document] = []
    problems: list[Problem] = []
    for path in files:
        try:
            documents.append(read(str(path), content_of(path)))
        except ReportgenError as error:
            problems += error.problems
    if problems:
        raise ReportgenError(problems)
    return documents


def _refuse_doubles(files: Sequence[Path], targets: Sequence[Path]) -> None:
    for number, target in enumerate(targets):
        if target in targets[:number]:
            message = f"{files[number]} 和 {files[targets.index(target)]} 会转成同一个 PDF；请分两次转换，或用 --out 存到不同的文件夹"
            raise Misuse([Problem("export-double", message, Place(file=str(files[number])))])
