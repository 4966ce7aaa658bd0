"""Which faces stand in for those that GB/T 9704 names, told to LibreOffice by a private fontconfig file.

The machine's own configuration is included and not touched. A look-alike is taken only where the real face is not
installed. What is missing altogether is reported by `missing_faces`, never passed over.
"""

import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

from reportgen.standard import FONTS

SYSTEM_CONFIGURATION = "/etc/fonts/fonts.conf"


class LookAlike(NamedTuple):
    """A face that the standard or Word names, its stand-in, and whether the stand-in's bold cut is meant."""

    face: str
    stand_in: str
    bold: bool = False


_FAMILIES: dict[str, tuple[str, ...]] = {
    "FandolFang": (
        FONTS.body, "仿宋", "FangSong", "FangSong_GB2312", "方正仿宋_GBK", "方正仿宋简体", "方正仿宋_GB2312", "方正仿宋_GB18030",
        "华文仿宋", "STFangsong", "FZFangSong-Z02S", "FZFangSong-Z02",
    ),
    "FandolKai": (
        FONTS.kai, "楷体", "KaiTi", "KaiTi_GB2312", "方正楷体_GBK", "方正楷体简体", "方正楷体_GB2312", "方正楷体_GB18030",
        "华文楷体", "STKaiti", "FZKai-Z03S", "FZKai-Z03",
    ),
    "FandolHei": (
        FONTS.hei, "SimHei", "方正黑体_GBK", "方正黑体简体", "方正黑体_GB18030", "华文黑体", "STHeiti", "FZHei-B01S", "FZHei-B01",
    ),
    "FandolSong": (
        FONTS.song, "SimSun", "新宋体", "NSimSun", "方正书宋_GBK", "方正书宋简体", "华文宋体", "STSong", "FZShuSong-Z01S", "FZShuSong-Z01",
    ),
}  # fmt: skip
_TITLE_FACES = (
    FONTS.title, "方正小标宋_GBK", "方正小标宋_GB18030", "方正小标宋", "小标宋", "华文小标宋", "文鼎小标宋简", "汉仪小标宋简",
    "创艺简标宋", "长城小标宋体", "FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05",
)  # fmt: skip

LOOK_ALIKES: tuple[LookAlike, ...] = (
    *(LookAlike(face, stand_in) for stand_in, faces in _FAMILIES.items() for face in faces),
    *(LookAlike(face, "Noto Serif CJK SC", bold=True) for face in _TITLE_FACES),
    LookAlike(FONTS.western, "Liberation Serif"),
)

_ALIAS = """\
  <match target="pattern">
    <test name="family" compare="eq"><string>{face}</string></test>
    <edit name="family" mode="append" binding="same"><string>{stand_in}</string></edit>{weight}
  </match>
"""
_BOLD = '\n    <edit name="weight" mode="assign" binding="strong"><const>bold</const></edit>'


def installed_families() -> frozenset[str] | None:
    """Every family name fontconfig knows, in lower case; None where there is no fontconfig to ask (Windows)."""
    if shutil.which("fc-list") is None:
        return None
    listed = subprocess.run(["fc-list", ":", "family"], capture_output=True, encoding="utf-8", check=False)
    return frozenset(name.strip().lower() for line in listed.stdout.splitlines() for name in line.split(","))


def missing_faces() -> tuple[str, ...]:
    """Faces of the standard for which neither the real one nor the look-alike is installed.

    Pages rendered without them cannot be trusted. Where there is no fontconfig, nothing can be said: empty.
    """
    families = installed_families()
    if families is None:
        return ()
    named = {FONTS.title, FONTS.body, FONTS.kai, FONTS.hei, FONTS.song, FONTS.western}
    return tuple(
        like.face
        for like in LOOK_ALIKES
        if like.face in named and not families & {like.face.lower(), like.stand_in.lower()}
    )


def write_configuration(folder: Path) -> Path:
    """A fontconfig file in `folder` with the look-alikes behind the real faces; for FONTCONFIG_FILE."""
    families = installed_families() or frozenset()
    aliases = "".join(
        _ALIAS.format(
            face=escape(like.face),
            stand_in=escape(like.stand_in),
            weight=_BOLD if like.bold and like.face.lower() not in families else "",
        )
        for like in LOOK_ALIKES
    )
    path = folder / "fonts.conf"
    path.write_text(
        '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">\n<fontconfig>\n'
        f'{aliases}  <include ignore_missing="yes">{SYSTEM_CONFIGURATION}</include>\n'
        "</fontconfig>\n",
        encoding="utf-8",
    )
    return path
