"""What stands in a paragraph: its runs, with fields, links and tracked changes told apart, and what is anchored in it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from reportgen.anatomy.formats import Letters, Run
from reportgen.anatomy.names import ALTERNATIVES, MATH, Element, children, local, namespace, r, w

Change = Literal["inserted", "deleted"] | None
LettersOf = Callable[[Element | None], Letters]
"""The formatting that takes effect for a run with this rPr."""

DEEPEST = 40
"""Nesting below this is not read: no program writes it, and a damaged file must not exhaust the stack."""

_CHANGES: dict[str, Change] = {"ins": "inserted", "moveTo": "inserted", "del": "deleted", "moveFrom": "deleted"}
_WRAPPERS = frozenset({"smartTag", "customXml", "sdtContent", "dir", "bdo", "ruby", "rubyBase", "oMath", "oMathPara"})
_SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": ""}
_ANCHORED = frozenset({"drawing", "pict", "object"})


@dataclass
class Fields:
    """Fields that are open; a field may run over several paragraphs."""

    open: list[list[str | bool]] = field(default_factory=list)  # [instruction, whether its result has begun]

    def mark(self, kind: str | None) -> None:
        """A fldChar: begin, separate or end."""
        if kind == "begin":
            if len(self.open) >= DEEPEST:
                del self.open[0]
            self.open.append(["", False])
        elif kind == "separate" and self.open:
            self.open[-1][1] = True
        elif kind == "end" and self.open:
            self.open.pop()

    def instruct(self, text: str) -> None:
        """A piece of the instruction of the innermost field."""
        if self.open and not self.open[-1][1]:
            self.open[-1][0] = f"{self.open[-1][0]}{text}"

    @property
    def in_instruction(self) -> bool:
        """Whether text that comes now is part of an instruction and not printed."""
        return any(not begun for _, begun in self.open)

    @property
    def instruction(self) -> str | None:
        """The instruction of the innermost field whose result is being read."""
        return str(self.open[-1][0]).strip() if self.open else None


@dataclass
class Inline:
    """What was found in one paragraph; empty fields (a PAGE field without a result) give a run without text."""

    letters_of: LettersOf
    fields: Fields
    runs: list[Run] = field(default_factory=list)
    anchored: list[Element] = field(default_factory=list)

    def read(self, parent: Element, change: Change = None, link: str | None = None, depth: int = 0) -> None:
        """Everything below `parent`."""
        if depth > DEEPEST:
            return
        for child in children(parent):
            name = local(child)
            if name == "r":
                self._run(child, change, link)
            elif name == "fldSimple":
                self._simple_field(child, change, link, depth)
            elif name == "hyperlink":
                self.read(child, change, child.get(r("id")) or child.get(w("anchor")) or "", depth + 1)
            elif name in _CHANGES:
                self.read(child, change if change == "deleted" else _CHANGES[name], link, depth + 1)
            else:
                for inner in _within(child, name):
                    self.read(inner, change, link, depth + 1)

    def _simple_field(self, element: Element, change: Change, link: str | None, depth: int) -> None:
        before, outer = len(self.runs), len(self.fields.open)
        self.fields.open.append([element.get(w("instr")) or "", True])
        self.read(element, change, link, depth + 1)
        if len(self.runs) == before:
            self._add("", self.letters_of(None), change, link)
        del self.fields.open[outer:]

    def _run(self, element: Element, change: Change, link: str | None) -> None:
        letters = self.letters_of(element.find(w("rPr")))
        if namespace(element) == MATH:
            self._add("".join(map(str, element.itertext())), letters, change, link)
            return
        text = ""
        for child in children(element):
            name = local(child)
            if name == "fldChar":
                self._add(text, letters, change, link)
                text = ""
                self._field_mark(child, letters, change, link)
            elif name == "instrText":
                self.fields.instruct(child.text or "")
            elif name in _ANCHORED:
                self.anchored.append(child)
            elif name == "AlternateContent":
                self.anchored.extend(found for chosen in alternatives(child) for found in children(chosen))
                text += "".join(sign(each) for chosen in alternatives(child) for each in children(chosen))
            elif name == "pgNum":
                self.fields.open.append(["PAGE", True])
                self._add("", letters, change, link)
                self.fields.open.pop()
            elif name == "ruby":
                self.read(child, change, link, 1)
            elif not self.fields.in_instruction:
                text += sign(child)
        self._add(text, letters, change, link)

    def _field_mark(self, element: Element, letters: Letters, change: Change, link: str | None) -> None:
        kind = element.get(w("fldCharType"))
        if kind == "end" and self.fields.open and not self._has_result():
            self.fields.open[-1][1] = True
            self._add("", letters, change, link)
        self.fields.mark(kind)

    def _has_result(self) -> bool:
        instruction = self.fields.instruction
        return bool(self.runs) and self.runs[-1].field == instruction and bool(self.fields.open[-1][1])

    def _add(self, text: str, letters: Letters, change: Change, link: str | None) -> None:
        instruction = self.fields.instruction
        if text or (instruction is not None and not self.fields.in_instruction):
            self.runs.append(Run(text, letters, change, instruction, link))


def _within(element: Element, name: str) -> Iterator[Element]:
    """The content of an element that only wraps runs."""
    if name == "sdt":
        yield from element.iterchildren(w("sdtContent"))
    elif name == "AlternateContent":
        yield from alternatives(element)
    elif name in _WRAPPERS:
        yield element


def sign(element: Element) -> str:
    """The text of one element of a run."""
    name = local(element)
    if name in ("t", "delText"):
        return element.text or ""
    if name == "br":
        return {"page": "\f", "column": "\f"}.get(element.get(w("type"), ""), "\n")
    if name == "sym":
        try:
            character = chr(int(element.get(w("char"), ""), 16))
        except (ValueError, OverflowError):
            return ""
        return (
            character if character.isprintable() or "\ue000" <= character <= "\uf8ff" else ""
        )  # signs of fonts lie in the private area
    return _SIGNS.get(name, "")


def alternatives(element: Element) -> Iterator[Element]:
    """The branch of an AlternateContent that modern programs show."""
    chosen = element.find(f"{{{ALTERNATIVES}}}Choice")
    if chosen is None or len(chosen) == 0:
        chosen = element.find(f"{{{ALTERNATIVES}}}Fallback")
    if chosen is not None:
        yield chosen
