"""Whether two names mean the same face."""

from collections.abc import Iterable
from functools import lru_cache

_KINDS = (
    ("仿宋", "fangsong", "fandolfang", "cesi_fs"),
    ("楷体", "kaiti", "fandolkai", "cesi_kt"),
    ("黑体", "simhei", "fandolhei", "cesi_ht"),
    ("小标宋", "xiaobiaosong", "cesi_xbs"),
)
"""What in a name tells the kind of a face, whichever foundry made it."""


@lru_cache(maxsize=256)
def plain_name(face: str) -> str:
    """A face's name for comparison: the first of a list, in small letters, without blanks."""
    return "".join(face.split(";")[0].casefold().split()).lstrip("@")


def is_one_of(face: str | None, accepted: tuple[str, ...]) -> bool:
    """Whether a face is one of those accepted, or of the same kind as one of them (方正仿宋_GB18030 is a 仿宋)."""
    return face is not None and _is_one_of(plain_name(face), accepted)


@lru_cache(maxsize=1024)
def _is_one_of(name: str, accepted: tuple[str, ...]) -> bool:
    names = [plain_name(one) for one in accepted]
    return name in names or any(_has(name, kind) and any(_has(one, kind) for one in names) for kind in _KINDS)


def _has(name: str, kind: Iterable[str]) -> bool:
    return any(word in name for word in kind)
