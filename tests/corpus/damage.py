"""Documents damaged at random, in their bytes and in their XML; the same seed damages in the same way."""

import io
import random
import zipfile
from collections.abc import Callable

from lxml import etree

Parts = dict[str, bytes]
ODD_VALUES = (
    "",
    "-1",
    "0",
    "99999999999999999999",
    "1e308",
    "nan",
    "abc",
    "１２",
    "0x10",
    "\u202e",
    "％",
    "true",
    "-2147483649",
    "3.5mm",
    "{{ x }}",
    "黑体" * 500,
)


def damaged(raw: bytes, seed: int) -> bytes:
    """A document with one to four random damages."""
    dice = random.Random(seed)
    if dice.random() < 0.25:
        return _damaged_bytes(raw, dice)
    with zipfile.ZipFile(io.BytesIO(raw)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for _ in range(dice.randint(1, 4)):
        dice.choice(DAMAGES)(parts, dice)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def _damaged_bytes(raw: bytes, dice: random.Random) -> bytes:
    content = bytearray(raw)
    kind = dice.randint(0, 3)
    if kind == 0:
        return bytes(content[: dice.randint(0, len(content))])
    if kind == 1:
        start = dice.randint(0, len(content))
        return bytes(content[:start] + content[start + dice.randint(1, 400) :])
    for _ in range(dice.randint(1, 30)):
        content[dice.randrange(len(content))] = dice.randrange(256)
    return bytes(content)


def _flip(parts: Parts, dice: random.Random) -> None:
    name = dice.choice(list(parts))
    content = bytearray(parts[name])
    for _ in range(dice.randint(1, 5)):
        if content:
            content[dice.randrange(len(content))] = dice.randrange(256)
    parts[name] = bytes(content)


def _drop_part(parts: Parts, dice: random.Random) -> None:
    parts.pop(dice.choice(list(parts)))
    parts.setdefault("word/left.xml", b"<x/>")


def _swap_parts(parts: Parts, dice: random.Random) -> None:
    one, other = dice.choice(list(parts)), dice.choice(list(parts))
    parts[one], parts[other] = parts[other], parts[one]


def _in_tree(
    change: Callable[[etree._Element, list[etree._Element], random.Random], None],
) -> Callable[[Parts, random.Random], None]:
    """A change to a random part that is XML."""

    def damage(parts: Parts, dice: random.Random) -> None:
        name = dice.choice([name for name in parts if name.endswith(".xml")] or list(parts))
        try:
            root = etree.fromstring(parts[name])
        except etree.XMLSyntaxError:
            return
        elements = [each for each in root.iter() if isinstance(each.tag, str) and each is not root]
        if elements:
            change(root, elements, dice)
            parts[name] = etree.tostring(root)

    return damage


def _remove(_: etree._Element, elements: list[etree._Element], dice: random.Random) -> None:
    for each in dice.sample(elements, min(len(elements), dice.randint(1, 8))):
        parent = each.getparent()
        if parent is not None:
            parent.remove(each)


def _odd_attributes(_: etree._Element, elements: list[etree._Element], dice: random.Random) -> None:
    for each in dice.sample(elements, min(len(elements), dice.randint(1, 20))):
        if each.attrib:
            each.set(dice.choice(list(map(str, each.attrib))), dice.choice(ODD_VALUES))


def _move(_: etree._Element, elements: list[etree._Element], dice: random.Random) -> None:
    one, other = dice.choice(elements), dice.choice(elements)
    if one is not other and one not in list(other.iterancestors()):
        other.append(one)


def _double(_: etree._Element, elements: list[etree._Element], dice: random.Random) -> None:
    each = dice.choice(elements)
    for _ in range(dice.randint(1, 30)):
        each.addnext(etree.fromstring(etree.tostring(each, with_tail=False)))


def _rename(_: etree._Element, elements: list[etree._Element], dice: random.Random) -> None:
    each, other = dice.choice(elements), dice.choice(elements)
    each.tag = other.tag


def _odd_text(_: etree._Element, elements: list[etree._Element], dice: random.Random) -> None:
    texts = [each for each in elements if each.text]
    for each in dice.sample(texts, min(len(texts), 5)):
        each.text = dice.choice(ODD_VALUES) + (each.text or "")[: dice.randint(0, 40)]


def _nest(_: etree._Element, elements: list[etree._Element], dice: random.Random) -> None:
    each = dice.choice(elements)
    for _ in range(dice.randint(1, 60)):
        inner = etree.SubElement(each, each.tag)
        each = inner


DAMAGES: tuple[Callable[[Parts, random.Random], None], ...] = (
    _flip,
    _drop_part,
    _swap_parts,
    *map(_in_tree, (_remove, _remove, _odd_attributes, _odd_attributes, _move, _double, _rename, _odd_text, _nest)),
)
