"""What the tests of amending share: a text changed and read back."""

from difflib import SequenceMatcher

from reportgen.amending import Edit, amended, key_order
from reportgen.model import IssuesFile
from reportgen.reading.places import Path
from reportgen.reading.yaml_tree import parse_tree

ISSUES = key_order(IssuesFile)


def changed(text: str, *edits: tuple[Path, object]) -> str:
    """A text of issues.yaml with edits, each a path and a value."""
    return amended(text, [Edit(path, value) for path, value in edits], ISSUES)


def in_issue(text: str, *edits: tuple[Path, object]) -> str:
    """The same for the first issue: paths begin below it."""
    return changed(text, *((("问题清单", 0, *path), value) for path, value in edits))


def plain(text: str) -> object:
    """What a text means to the reader, which must find nothing wrong with it."""
    tree, problems = parse_tree(text.removeprefix("\ufeff").replace("\r\n", "\n"), "data/issues.yaml")
    assert problems == ()
    return tree.plain() if tree else {}


def lines_changed(old: str, new: str) -> tuple[list[str], list[str]]:
    """The lines that went and the lines that came."""
    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    went, came = [], []
    for tag, first, last, begin, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            went += before[first:last]
            came += after[begin:end]
    return went, came
