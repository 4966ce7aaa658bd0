"""Text written as YAML: plain where the reader reads the same back, else in quotes."""

import re
import sys
from io import StringIO
from typing import Any, Literal, TypeAlias

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedSeq
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, SingleQuotedScalarString

from reportgen.reading.yaml_tree import parse_tree

Where: TypeAlias = Literal["key", "value", "item", "flow"]
"""What a text is: the key or the value of a record, an item of a list, or anything inside [ ] and { }."""

# Needs no second look anywhere, and most texts are of this kind.
_EVIDENT = re.compile(r"(?!(?:null|Null|NULL)\Z)[^\W_][\w（）《》〈〉【】〔〕“”‘’、，。；！？…—·%．./+ -]*(?<! )")
# Behind a blank, # begins a comment (to the reader also behind a full-width one, which it points out).
_NEVER_PLAIN = re.compile(r"\n|\s#|: ")
_IN_DOUBLE = re.compile(r"\n|\s#")
_LOST = re.compile(r": .*\s#\S")

_PROBES = {
    "key": "{0}: 值\n",
    "value": "键: {0}\n",
    "item": "- {0}\n",
    "flow": "[{0}, {{{0}: {0}}}, {{ {0} : {0} }}]\n",
}


class _AllText(VersionedResolver):
    """Resolves nothing: everything in a data file is text, 002 and 2022-05-31 too."""

    @property
    def versioned_resolver(self) -> dict[str, Any]:
        return {}


class Pen:
    """Writes the texts of one file."""

    def __init__(self) -> None:
        self._yaml = YAML()
        self._yaml.Resolver = _AllText
        self._yaml.width = sys.maxsize

    def inline(self, text: str, where: Where, quoted: bool = False) -> str:
        """The text on one line; `quoted` keeps it from being plain."""
        if not quoted and _EVIDENT.fullmatch(text):
            return text
        if not quoted and not _NEVER_PLAIN.search(text):
            written = self._dumped(text, where)
            if written == text and _reads_back(text, where):
                return written
        # " is for what the reader would otherwise take for a comment, and for line ends; ' spares backslashes.
        single = not {'"', "\\"}.isdisjoint(text) and not _IN_DOUBLE.search(text)
        return self._dumped((SingleQuotedScalarString if single else DoubleQuotedScalarString)(text), where)

    def _dumped(self, text: str, where: Where) -> str:
        stream = StringIO()
        if where == "flow":
            items = CommentedSeq([text])
            items.fa.set_flow_style()
            self._yaml.dump(items, stream)
            return stream.getvalue()[1:-2]
        self._yaml.dump({"键": text}, stream)
        return stream.getvalue()[3:-1]


def _reads_back(text: str, where: Where) -> bool:
    """Whether the reader takes the plain text for what it is, without a word."""
    tree, problems = parse_tree(_PROBES[where].format(text), "")
    read = tree.plain() if tree and not problems else None
    return read in ({text: "值"}, {"键": text}, [text], [text, {text: text}, {text: text}])


def suits_block(text: str) -> bool:
    """Whether a text can stand as it is below `|` or `|-`, a line of text on a line of the file."""
    lines = text.removesuffix("\n").split("\n")
    return (
        len(lines) > 1
        and "\ufeff" not in text
        and not lines[0].startswith(" ")
        and all(line.strip(" ") for line in (lines[0], lines[-1]))
        and not any(_LOST.search(line) for line in lines)
    )
