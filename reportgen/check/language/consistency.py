"""X1 and R-B4: one document says the same of its organs and dates wherever it names them."""

import re
from collections.abc import Iterator

from reportgen.anatomy import Paragraph
from reportgen.check.language.letter import Letter, letter_of
from reportgen.check.language.organs import is_organ, organ_key, same_organ
from reportgen.check.language.short_names import used_before_declared
from reportgen.check.language.timeline import dates_out_of_order
from reportgen.check.rule import Case, Flaw, Rule, place_of

_ASIDE = re.compile(r"[（(][^（）()]*[）)]")
_FIXED_ENDS = ("委员会", "人民政府", "办公室", "办公厅", "领导小组")
_SHORTEST_NAME = 6


def _signed_by(letter: Letter) -> tuple[tuple[Paragraph, str], ...]:
    """The names in the signature; a line may hold several."""
    found: list[tuple[Paragraph, str]] = []
    for paragraph in letter.signatures:
        bare = _ASIDE.sub("", paragraph.text).strip()
        pieces = re.split(r"\s{2,}|\t|、", bare)
        names = pieces if all(is_organ(piece) and len(piece) > 2 for piece in pieces) else ["".join(bare.split())]
        found += [(paragraph, name) for name in names]
    return tuple(found)


def _title_and_signature(case: Case) -> Iterator[Flaw]:
    """R-B4: an organ that the title names and nobody signed for."""
    letter = letter_of(case.document)
    signed = _signed_by(letter)
    if not signed:
        return
    for organ in letter.title_organs:
        if not any(same_organ(organ, name) for _, name in signed):
            paragraph, name = signed[0]
            yield Flaw(
                f"标题的发文机关“{organ}”与署名“{name}”不一致；请核对，改成同一机关的全称或规范化简称。",
                place_of(paragraph), expected=organ, measured=name,
            )  # fmt: skip
            return


def _disagreements(case: Case) -> Iterator[Flaw]:
    """X1."""
    letter = letter_of(case.document)
    yield from _mark(letter)
    yield from _slips(letter)
    yield from used_before_declared(letter)
    yield from dates_out_of_order(letter, case.document)


def _mark(letter: Letter) -> Iterator[Flaw]:
    """A mark that agrees with neither title nor signature; where those two differ, R-B4 speaks."""
    named = (*letter.title_organs, *(name for _, name in _signed_by(letter)))
    marks = letter.mark_organs
    if not named or not marks or any(_of_one_organ(mark, name) for mark in marks for name in named):
        return
    yield Flaw(
        f"发文机关标志的机关“{marks[0]}”与标题、署名的“{named[0]}”不一致；请核对，改成同一机关的全称或规范化简称。",
        place_of(letter.marks[0]), expected=named[0], measured=marks[0],
    )  # fmt: skip


def _of_one_organ(mark: str, name: str) -> bool:
    """A party group uses the mark of its office."""
    return same_organ(mark, name) or same_organ(mark.removesuffix("党组"), name.removesuffix("党组"))


def _slips(letter: Letter) -> Iterator[Flaw]:
    """The issuing organ's full name with a character doubled, swapped or missing."""
    for name in dict.fromkeys(name for _, name in _signed_by(letter) if len(name) >= _SHORTEST_NAME):
        wrong = re.compile("|".join(map(re.escape, _misspelt(name))) + "(?!议)")
        for paragraph in letter.paragraphs:
            if found := wrong.search(paragraph.text):
                yield Flaw(
                    f"机关名称有误：“{found[0]}”应为“{name}”。",
                    place_of(paragraph, *found.span()), expected=name, measured=found[0],
                )  # fmt: skip


def _misspelt(name: str) -> list[str]:
    """Slips of a name that can be no other organ's name."""
    swapped = (name[:at] + name[at + 1] + name[at] + name[at + 2 :] for at in range(len(name) - 1))
    doubled = (name[:at] + name[at] + name[at:] for at in range(1, len(name) - 1))
    end = next((end for end in _FIXED_ENDS if name.endswith(end)), "")
    stem = name.removesuffix(end)
    shortened = (stem + end[:at] + end[at + 1 :] for at in range(len(end) - 1)) if end else ()
    slips = dict.fromkeys((*swapped, *doubled, *shortened))
    return [slip for slip in slips if slip not in name and name not in slip and organ_key(slip) != organ_key(name)]


RULES: tuple[Rule[Case], ...] = (
    Rule(
        "X1", "《党政机关公文处理工作条例》第九条", "MUST", "发文机关、简称、日期在一件公文里前后一致", _disagreements
    ),
    Rule("R-B4", "《党政机关公文处理工作条例》第九条", "MUST", "标题中的发文机关与署名一致", _title_and_signature),
)
