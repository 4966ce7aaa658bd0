"""What a document points to outside itself."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

_RELATIONSHIP = re.compile(r"<(?:[\w.-]{1,20}:)?Relationship\s([^<>]*)>")
_ATTRIBUTE = re.compile(r"""(\w{1,20})\s{0,9}=\s{0,9}(?:"([^"<>]*)"|'([^'<>]*)')""")
_PRIVATE_HOST = re.compile(
    r"^(?:\w{2,10}:)?//(?:[^/@]{0,80}@)?(?:10\.\d{1,3}\.\d{1,3}\.\d{1,3}|192\.168\.\d{1,3}\.\d{1,3}|172\.(?:1[6-9]|2\d|3[01])\.\d{1,3}\.\d{1,3}"
    r"|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|localhost|[\w-]+|[\w.-]+\.(?:local|lan|intra|intranet|corp|internal|oa|gov\.local))(?::\d+)?(?:[/?#]|$)",
    re.IGNORECASE,
)
_SHARE = re.compile(r"^(?:file:/{0,5})?(?:\\\\|//)(?![/\\])[\w.$-]+[\\/]|^file://[\w.-]+/", re.IGNORECASE)
_LOCAL = re.compile(
    r"^(?:file:/{0,3})?[A-Za-z]:[\\/]|^file:|^/(?:home|Users|mnt|Volumes)/|^(?!www\.)[^:]{1,200}\.(?:docx?|dotx?|dotm|xlsx?|pptx?|pdf|wps|et|ofd|rar|zip)$",
    re.IGNORECASE,
)
IN_TEXT = re.compile(
    r"(?:https?|ftp|smb|file)://[^\s\"'<>，。；、）】》”]+|\\\\[\w.$-]{1,60}\\[^\s\"'<>，。；、）】》”]*|(?<![A-Za-z])[A-Za-z]:\\{1,2}[^\s\"'<>|*?，。；）】》”]{3,}",
    re.IGNORECASE,
)

Nature = Literal["intranet", "share", "local", "outside"]


@dataclass(frozen=True, slots=True)
class Link:
    """A relationship to something outside: its kind (hyperlink, image, attachedTemplate …) and where it leads."""

    where: str
    kind: str
    target: str

    @property
    def nature(self) -> Nature:
        """What sort of place it is."""
        return nature(self.target)


def nature(target: str) -> Nature:
    """Whether an address lies within the house, on a server of files, on somebody's computer or outside."""
    address = target.strip()
    if _SHARE.match(address):
        return "share"
    if _LOCAL.match(address):
        return "local"
    return "intranet" if _PRIVATE_HOST.match(address) else "outside"


def links(markup: str, where: str) -> Iterator[Link]:
    """External relationships of one .rels part."""
    for found in _RELATIONSHIP.finditer(markup):
        said = {name: html.unescape(double or single) for name, double, single in _ATTRIBUTE.findall(found[1])}
        if said.get("TargetMode") == "External" and said.get("Target"):
            yield Link(where, said.get("Type", "").rpartition("/")[2], said["Target"])
