"""Sentences of the ledger's own running text, recognised again in a document whatever figures stand there now."""

import re
from dataclasses import dataclass
from itertools import zip_longest

from reportgen.check.agreement.text import figures, sentences
from reportgen.model import Ledger

_QUOTE = re.compile(r"\{\{\s*(.*?)\s*\}\}")
_FACT = re.compile(r"事实\.([\w（）]+)\s*(?:[|｜]\s*(?:百分比|金额))?\s*")


@dataclass(frozen=True, slots=True)
class Quoted:
    """Sentences with # for figures → the fact that each figure is, None for one that is none."""

    facts: dict[str, tuple[str | None, ...]]

    def in_text(self, text: str) -> list[tuple[str, int, int]]:
        """Facts in a text, with where their figures stand."""
        found = []
        for start, sentence in sentences(text):
            skeleton, figured = figures(sentence)
            for fact, figure in zip(self.facts.get(skeleton, ()), figured, strict=False):
                if fact:
                    found.append((fact, start + figure.start(), start + figure.end()))
        return found


def quoted_figures(kind: str | None, ledger: Ledger) -> Quoted:
    """The sentences of a kind's running text that quote facts; of every kind where the kind is not known."""
    chosen = [ledger.narrative[kind]] if kind in ledger.narrative else list(ledger.narrative.values())
    facts: dict[str, tuple[str | None, ...]] = {}
    for chapters in chosen:
        for paragraphs in chapters.values():
            for paragraph in paragraphs:
                facts |= _of_text(paragraph.content)
    return Quoted(facts)


def _of_text(content: str) -> dict[str, tuple[str | None, ...]]:
    facts: dict[str, tuple[str | None, ...]] = {}
    for _, sentence in sentences(content):
        quotes = _QUOTE.findall(sentence)
        if quotes and all(quote.startswith("事实.") for quote in quotes):
            skeletons, names = [], []
            for part, quote in zip_longest(_QUOTE.split(sentence)[::2], quotes):
                skeleton, literal = figures(part)
                skeletons.append(skeleton)
                names += [None] * len(literal) + ([_fact(quote)] if quote else [])
            facts["#".join(skeletons)] = tuple(names)
    return facts


def _fact(quote: str) -> str | None:
    """The fact that is quoted as it is; None for a date."""
    found = _FACT.fullmatch(quote)
    return found[1] if found else None
