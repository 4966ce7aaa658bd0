"""X1: a short form stands only after “（以下简称…）” has declared it."""

import re
from collections.abc import Iterator

from reportgen.anatomy import Paragraph
from reportgen.check.language.letter import Letter
from reportgen.check.rule import Flaw, place_of

_DECLARATION = re.compile(
    r"[（(][^（）()]{0,10}?以下(?:统一)?(?:简称|统称)为?[：:]?\s*([“《]?)([^“”《》（）()，。；、]{2,20})[”》]?[）)]"
)
_ORGAN = re.compile(r"(?:领导小组|委员会|办公室|办公厅|专班|指挥部|[委办局厅部组]|公司|中心|集团)$")
_STANDS_ALONE = r"(?:^|(?<=[，。；：、（“由向对和与及经请在报为]))"
_SHORTEST = 3
_FULL_NAME = 60


def used_before_declared(letter: Letter) -> Iterator[Flaw]:
    """Short forms that the body uses before it declares them; only names of organs and documents, which can be nothing else."""
    text = letter.running_text
    for index, paragraph in enumerate(text):
        for declared in _DECLARATION.finditer(paragraph.text):
            earlier = _first_use(_quoted(declared), declared, (*text[:index], paragraph))
            if earlier:
                where, start = earlier
                yield Flaw(
                    f"简称“{declared[2]}”在这里已经使用，到后文才写“以下简称”；请在第一次出现全称的地方说明简称。",
                    place_of(where, start, start + len(declared[2])), strength="GEN",
                )  # fmt: skip


def _quoted(declared: re.Match[str]) -> str:
    """How the short form looks in the text: book titles keep their marks, quotation marks fall away."""
    return f"《{declared[2]}》" if declared[1] == "《" else declared[2]


def _first_use(short: str, declared: re.Match[str], paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, int] | None:
    own = paragraphs[-1]
    if not (short.startswith("《") or _ORGAN.search(short)):
        return None
    full_name = own.text[max(declared.start() - _FULL_NAME, 0) : declared.start()]
    if len(short) < _SHORTEST or (short in full_name and not short.startswith("《")):
        return None
    pattern = re.compile((_STANDS_ALONE if not short.startswith("《") else "") + re.escape(short))
    for paragraph in paragraphs:
        end = max(declared.start() - _FULL_NAME, 0) if paragraph is own else len(paragraph.text)
        if found := pattern.search(paragraph.text, 0, end):
            return paragraph, found.start()
    return None
