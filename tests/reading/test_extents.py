"""Where values end in the file and how they are written."""

import pytest

from reportgen.reading.places import Mark
from reportgen.reading.yaml_tree import parse_tree


@pytest.mark.parametrize(
    ("value", "style", "end"),
    [
        ("𠮷 乙  # 注", "", (1, 7)),
        ("甲\n  乙", "", (2, 4)),
        ("'甲'", "'", (1, 7)),
        ('"甲\n  乙"', '"', (2, 5)),
        ("|\n  甲\n\n丙: 丁", "|", (4, 1)),
        (">-\n  甲", ">", (2, 4)),
        ("[甲,\n  乙]  # 注", "[", (2, 5)),
        ("{甲: 乙}", "{", (1, 10)),
        ("", "", (1, 3)),
        ("\n  - 甲", "", (2, 3)),
        ("\n  甲: 乙", "", (2, 3)),
    ],
)
def test_end_and_style(value: str, style: str, end: Mark) -> None:
    tree, _ = parse_tree(f"键: {value}".rstrip(" "), "f")
    node = tree.child("键") if tree else None
    assert node is not None
    assert (node.style, node.end) == (style, end)
