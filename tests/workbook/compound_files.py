"""OLE compound files made by hand: what .xls files and encrypted .xlsx files are wrapped in (MS-CFB, version 3)."""

import struct

SECTOR, SMALL, CUTOFF = 512, 64, 4096
FREE, END, TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
IN_HEADER = 109

Content = dict[str, "bytes | Content"]


class _Making:
    """Sectors and directory lines so far."""

    def __init__(self) -> None:
        self.sectors: list[bytes] = []
        self.table: list[int] = []
        self.small = b""
        self.small_table: list[int] = []
        self.lines: list[list[object]] = []

    def put(self, content: bytes) -> int:
        """Append sectors one after the other; the first one's number."""
        first, count = len(self.sectors), -(-len(content) // SECTOR)
        for place in range(count):
            self.sectors.append(content[place * SECTOR : (place + 1) * SECTOR].ljust(SECTOR, b"\0"))
            self.table.append(first + place + 1 if place + 1 < count else END)
        return first if count else END

    def put_small(self, content: bytes) -> int:
        first, count = len(self.small_table), -(-len(content) // SMALL)
        self.small += content.ljust(count * SMALL, b"\0")
        self.small_table += [first + place + 1 for place in range(count - 1)] + [END] * bool(count)
        return first if count else END

    def add(self, name: str, kind: int, start: int, size: int) -> int:
        self.lines.append([name, kind, FREE, FREE, start, size])
        return len(self.lines) - 1

    def fill(self, parent: int, content: Content) -> None:
        """Each entry the right neighbour of the one before."""
        last: int | None = None
        for name, held in content.items():
            if isinstance(held, dict):
                number = self.add(name, 1, 0, 0)
                self.fill(number, held)
            else:
                start = self.put(held) if len(held) >= CUTOFF else self.put_small(held)
                number = self.add(name, 2, start, len(held))
            if last is None:
                self.lines[parent][3] = number
            else:
                self.lines[last][2] = number
            last = number


def compound(content: Content) -> bytes:
    """A compound file with these streams; a dict within is a storage."""
    making = _Making()
    root = making.add("Root Entry", 5, 0, 0)
    making.fill(root, content)
    making.lines[root][4:] = [making.put(making.small), len(making.small)]
    small_table = making.put(_numbers(making.small_table))
    directory = making.put(b"".join(_line(*line) for line in making.lines))
    tables, index = _own_table(making)
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<IIIIIIIII", 0, len(tables), directory, 0, CUTOFF, small_table, 1, *index)
    header += _numbers((tables + [FREE] * IN_HEADER)[:IN_HEADER])
    return header + b"".join(making.sectors)


def _own_table(making: _Making) -> tuple[list[int], tuple[int, int]]:
    """The table of sectors, put behind all others, and where the list of its sectors goes on beyond the header."""
    before, per = len(making.sectors), SECTOR // 4
    count = extra = 0
    while count * per < before + count + extra:
        count += 1
        extra = -(-max(count - IN_HEADER, 0) // (per - 1))
    tables = list(range(before, before + count))
    lists = list(range(before + count, before + count + extra))
    numbers = making.table + [TABLE] * count + [FREE - 3] * extra
    making.sectors += _split(_numbers(numbers + [FREE] * (count * per - len(numbers))))
    rest = tables[IN_HEADER:]
    for place in range(extra):
        each = rest[place * (per - 1) : (place + 1) * (per - 1)]
        following = lists[place + 1] if place + 1 < extra else END
        making.sectors.append(_numbers([*each, *[FREE] * (per - 1 - len(each)), following]))
    return tables, (lists[0] if lists else END, extra)


def _line(name: str, kind: int, right: int, child: int, start: int, size: int) -> bytes:
    encoded = name.encode("utf-16-le")
    links = struct.pack("<HBBIII", len(encoded) + 2, kind, 1, FREE, right, child)
    return encoded.ljust(64, b"\0") + links + bytes(36) + struct.pack("<III", start, size, 0)


def _numbers(numbers: list[int]) -> bytes:
    return struct.pack(f"<{len(numbers)}I", *numbers)


def _split(content: bytes) -> list[bytes]:
    return [content[at : at + SECTOR] for at in range(0, len(content), SECTOR)]
