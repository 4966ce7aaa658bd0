"""Names of files: made from data, never paths and writable on every system; of files that came in, as text."""

import os
import unicodedata
from pathlib import PurePath

# Windows refuses these as file names, with any extension.
_RESERVED = {"CON", "PRN", "AUX", "NUL", *(f"{name}{n}" for name in ("COM", "LPT") for n in range(1, 10))}
_FORBIDDEN = '\\/:*?"<>|'
_LONGEST_BYTES = 200


def safe_file_name(name: str, suffix: str) -> bool:
    """Whether a file name ends in `suffix`, stays in its folder and can be written on Windows too."""
    stem = name.removesuffix(suffix)
    device = name.split(".")[0].strip().upper()
    plain = not any(mark in name for mark in _FORBIDDEN) and ".." not in name and name == name.strip()
    return (
        plain
        and name.endswith(suffix)
        and bool(stem.strip(". "))
        and device not in _RESERVED
        and len(name.encode()) <= _LONGEST_BYTES
    )


def shown_name(path: PurePath) -> str:
    """A file's name as text that can be shown and kept in a data file.

    A name that is no UTF-8 is read as GBK, which older archives leave on disk; what cannot be shown becomes �.
    """
    raw = os.fsencode(path.as_posix())
    try:
        name = raw.decode("utf-8")
    except UnicodeDecodeError:
        name = raw.decode("gb18030", "replace")
    return "".join("�" if unicodedata.category(character) in ("Cc", "Cs") else character for character in name)
