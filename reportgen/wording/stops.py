"""How a sentence ends: one stop, and on the right side of a closing quote (GB/T 15834-2011)."""

import re
from dataclasses import dataclass

_MARKS = "。．.，,、；;：:！!？?…"
_CLOSERS = '”’）」』】〕》〉)"'
_END = re.compile(rf"(?P<inner>[{_MARKS}\s]*)(?P<closers>[{_CLOSERS}]*)(?P<outer>[{_MARKS}\s]*)\Z")
_CALLS = str.maketrans("!?", "！？")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A text parted from what it ends with.

    `body` carries closing quotes and, where a quoted sentence ends inside them, its own stop.
    `mark` is "！", "？" or "……" where the text ends so, else "".
    `closed` says that the body ends with a stop inside closing quotes and takes none after them.
    """

    body: str
    mark: str
    closed: bool

    @property
    def blank(self) -> bool:
        """Whether it says nothing: no words, and no mark that means something alone."""
        return not self.body and not self.mark

    @property
    def ended(self) -> bool:
        """Whether no mark may follow: it already ends with a stop that is not a plain 。."""
        return self.closed or self.mark != ""

    @property
    def stopped(self) -> str:
        """The text with exactly one stop at its end; nothing stays nothing."""
        if self.blank or self.closed:
            return self.body
        return self.body + (self.mark or "。")


def parted(text: str) -> Sentence:
    """A text parted from its last marks: “甲；” and “甲。。” both have the body “甲”."""
    found = _END.search(text)
    assert found is not None  # every part of the pattern may be empty
    start, inner = text[: found.start()].lstrip(), found["inner"]
    closers, outer = found["closers"], found["outer"]
    if not closers:
        return Sentence(start, _strong(inner + outer), closed=False)
    quoted = re.search(r"[。！？!?]", inner) and not closers.startswith(("》", "〉"))
    kept = _strong(inner, otherwise="。" if quoted else "")
    if quoted and kept != "……":
        return Sentence(start + kept + closers, "", closed=True)
    return Sentence(start + kept + closers, _strong(outer), closed=False)


def ensure_stop(text: str) -> str:
    """The text with exactly one stop at its end: “甲” and “甲；” become “甲。”, “他说：‘好。’” stays.

    ！, ？ and …… are stops of their own. A colon stays: it leads on to what follows. Blank stays blank.
    """
    if re.search(r"[：:]\s*\Z", text):
        return text.strip()
    return parted(text).stopped


def _strong(marks: str, otherwise: str = "") -> str:
    """The mark among several that says more than a full stop does, written full-width."""
    found = re.search(r"[！!？?]", marks)
    if found:
        return found[0].translate(_CALLS)
    return "……" if "…" in marks else otherwise
