"""Which kinds a command means."""

import difflib
from collections.abc import Iterator, Sequence
from datetime import date

from reportgen.errors import Misuse, Problem
from reportgen.kinds.kind import Kind
from reportgen.model import Ledger
from reportgen.reading.files import DOCUMENTS, NARRATIVE
from reportgen.reading.places import Fault, Sources


def chosen(kinds: Sequence[Kind], names: Sequence[str]) -> tuple[Kind, ...]:
    """The kinds named by id or Chinese name; all if none is named. Raises Misuse for an unknown name."""
    if not names:
        return tuple(kinds)
    by_name = {name: kind for kind in kinds for name in (kind.id, kind.name)}
    unknown = [name for name in names if name not in by_name]
    if unknown:
        raise Misuse([_unknown(name, tuple(by_name)) for name in unknown])
    return tuple({by_name[name].id: by_name[name] for name in names}.values())


def _unknown(name: str, known: tuple[str, ...]) -> Problem:
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.4)
    hint = f"是不是“{near[0]}”？" if near else f"可以写：{'、'.join(known)}"
    return Problem("kind-unknown", f"没有“{name}”这种文书；{hint}")


def as_of_problems(as_of: date | None, ledger: Ledger, kinds: Sequence[Kind]) -> Iterator[Problem]:
    """A date given on the command line that no document can have: before the feedback, or after it was issued."""
    if as_of is None:
        return
    feedback = ledger.background.inspection.feedback_date
    if as_of < feedback:
        message = f"--as-of {as_of} 早于反馈日期 {feedback}，那时还没有整改数据；请改用反馈之后的日期"
        yield Problem("as-of-before-feedback", message)
        return
    for kind in kinds:
        elements = ledger.documents.get(kind.name)
        if elements and elements.date_of_issue and as_of > elements.date_of_issue:
            message = f"{kind.name}的成文日期是 {elements.date_of_issue}，数据却截至 {as_of}；印发前请改用一致的日期"
            yield Problem("as-of-after-issue", message, severity="warning")


def unknown_document_kinds(ledger: Ledger, sources: Sources, kinds: Sequence[Kind]) -> tuple[Problem, ...]:
    """Keys of documents.yaml and narrative.yaml that name no kind: misspelt, they would be silently left out."""
    names = tuple(kind.name for kind in kinds)
    found = []
    for file, keys in ((DOCUMENTS, ledger.documents), (NARRATIVE, ledger.narrative)):
        for key in keys:
            if key not in names:
                fault = Fault("kind-unknown", (file, key), _unknown(key, names).message)
                found.append(sources.problem(fault))
    return tuple(found)
