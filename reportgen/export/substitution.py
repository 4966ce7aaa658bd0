"""Which faces of a document are drawn by another one when LibreOffice renders it here."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from reportgen.export.fonts import LOOK_ALIKES, installed_families, write_configuration

UNKNOWN = "不知道"
"""The stand-in where there is no fontconfig to ask."""

_STAND_INS = {like.face.lower(): like.stand_in for like in LOOK_ALIKES}


def substitutions(faces: Iterable[str]) -> Mapping[str, str]:
    """Each face that is not installed, with the face that stands in for it, in the order given.

    A face that has no look-alike is drawn by whatever fontconfig thinks nearest. Without fontconfig every face has
    the stand-in UNKNOWN.
    """
    named = tuple(dict.fromkeys(face.strip() for face in faces if face and face.strip()))
    families = installed_families()
    if families is None:
        return dict.fromkeys(named, UNKNOWN)
    absent = [face for face in named if face.lower() not in families]
    known = {face: _STAND_INS[face.lower()] for face in absent if _STAND_INS.get(face.lower(), "").lower() in families}
    nearest = _nearest([face for face in absent if face not in known])
    return {face: known.get(face) or nearest[face] for face in absent}


def _nearest(faces: list[str]) -> dict[str, str]:
    """What fontconfig takes for each face."""
    program = shutil.which("fc-match")
    if not faces or program is None:
        return dict.fromkeys(faces, UNKNOWN)
    with tempfile.TemporaryDirectory(prefix="reportgen-") as folder:
        environment = {**os.environ, "FONTCONFIG_FILE": str(write_configuration(Path(folder)))}
        return {face: _matched(program, face, environment) for face in faces}


def _matched(program: str, face: str, environment: Mapping[str, str]) -> str:
    escaped = "".join(f"\\{char}" if char in "\\-:," else char for char in face)
    command = [program, "--format=%{family[0]}", f"{escaped}:lang=zh-cn"]
    found = subprocess.run(
        command, env=environment, capture_output=True, encoding="utf-8", errors="replace", check=False
    )
    return found.stdout.strip() or UNKNOWN
