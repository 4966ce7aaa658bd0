"""Which kinds a command means."""

import difflib
from collections.abc import Sequence

from reportgen.errors import Misuse, Problem
from reportgen.kinds.kind import Kind
from reportgen.ledger.files import DOCUMENTS, NARRATIVE
from reportgen.ledger.load import Loaded
from reportgen.reading.places import Fault


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


def unknown_document_kinds(loaded: Loaded, kinds: Sequence[Kind]) -> tuple[Problem, ...]:
    """Keys of documents.yaml and narrative.yaml that name no kind: misspelt, they would be silently left out."""
    if loaded.ledger is None:
        return ()
    names = tuple(kind.name for kind in kinds)
    found = []
    for file, keys in ((DOCUMENTS, loaded.ledger.documents), (NARRATIVE, loaded.ledger.narrative)):
        for key in keys:
            if key not in names:
                fault = Fault("kind-unknown", (file, key), _unknown(key, names).message)
                found.append(loaded.sources.problem(fault))
    return tuple(found)
