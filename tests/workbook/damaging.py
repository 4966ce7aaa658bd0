"""Damage done to a workbook, by seed: bytes changed, cut or swapped, in the file or in a part of it."""

import random
import re

from tests.workbook.packing import packed, unpacked

_ATTRIBUTE = re.compile(rb'\s[\w:]+="[^"]*"')
_TAG = re.compile(rb"<[^<>]+>")
_WORTHLESS = (
    b"",
    b"0",
    b"-1",
    b"1e9",
    b"99999999999",
    b"abc",
    b"A0",
    b"ZZZZ1",
    b"\xff\xfe",
    "“错”".encode(),
    b"&amp;",
    b"nan",
)


def damaged_file(raw: bytes, seed: int) -> bytes:
    """Some bytes of the file changed, taken out, put in, or its end cut off."""
    dice = random.Random(seed)
    content = bytearray(raw)
    for _ in range(dice.choice((1, 1, 2, 8))):
        at = dice.randrange(max(len(content), 1))
        kind = dice.random()
        if kind < 0.5:
            content[at : at + 1] = bytes([dice.randrange(256)])
        elif kind < 0.65:
            content[at : at + 4] = dice.choice(
                (b"\xff\xff\xff\xff", b"\0\0\0\0", b"\xff\xff\xff\x7f", b"\xfe\xff\xff\xff")
            )
        elif kind < 0.8:
            del content[at : at + dice.randrange(1, 40)]
        elif kind < 0.95:
            content[at:at] = dice.randbytes(dice.randrange(1, 40))
        else:
            del content[max(at, 16) :]
    return bytes(content)


def damaged_part(raw: bytes, seed: int) -> bytes:
    """One part of an .xlsx changed where it matters: an attribute, an element, the end, the whole part."""
    dice = random.Random(seed)
    content = unpacked(raw)
    name = dice.choice([name for name in sorted(content) if name.endswith((".xml", ".rels"))])
    part = content[name]
    kind = dice.random()
    if kind < 0.05:
        del content[name]
    else:
        content[name] = _edited(part, kind, dice)
    return packed(dict(content))


def _edited(part: bytes, kind: float, dice: random.Random) -> bytes:
    places = list((_ATTRIBUTE if kind < 0.5 else _TAG).finditer(part))
    if kind < 0.1 or not places:
        return part[: dice.randrange(len(part) + 1)]
    found = dice.choice(places)
    before, this, after = part[: found.start()], found.group(), part[found.end() :]
    if kind < 0.4:
        return before + this.partition(b'"')[0] + b'"' + dice.choice(_WORTHLESS) + b'"' + after
    if kind < 0.5:
        return before + after
    other = dice.choice(places).group()
    return before + dice.choice((b"", this + this, other, this + dice.choice(_WORTHLESS))) + after
