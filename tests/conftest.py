"""What all tests share: a project of their own, and the command line without a new process."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parent.parent

# The same examples on every machine; to look for new ones: pytest --hypothesis-profile explore
settings.register_profile("house", derandomize=True, deadline=None)
settings.register_profile("explore", max_examples=1000, deadline=None)
settings.load_profile("house")


@dataclass(frozen=True)
class Ran:
    """What a command did."""

    code: int
    out: str
    err: str


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the sample project, in a folder whose name has a blank and Chinese in it."""
    folder = tmp_path / "整改 项目"
    for name in ("data", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    (folder / "out").mkdir()
    return folder


@pytest.fixture
def reportgen(project: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Runs a command on the project."""
    from reportgen.cli.entry import run

    def call(command: str, *arguments: str) -> Ran:
        code = run([command, *arguments, "--project", str(project)])
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return call


@pytest.fixture
def edit(project: Path) -> Callable[[str, str, str], None]:
    """Replaces one piece of text in a data file, which must be there exactly as given."""

    def replace(file: str, old: str, new: str) -> None:
        path = project / "data" / file
        text = path.read_text("utf-8")
        assert text.count(old) >= 1, f"{old!r} is not in {file}"
        path.write_text(text.replace(old, new, 1), "utf-8")

    return replace
