"""The page in a real browser, without a window, without a network."""

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_QUIET = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
          "--disable-background-networking", "--disable-component-update", "--enable-logging=stderr")  # fmt: skip
_PATIENCE_S = 120


def installed() -> str | None:
    """The browser's command."""
    return next((found for name in _NAMES if (found := shutil.which(name))), None)


@dataclass(frozen=True)
class Chromium:
    """A browser; `home` is an empty folder for what it keeps."""

    command: str
    home: Path

    def dom(self, page: Path, width: int = 1100, height: int = 1400) -> str:
        """The document after it was shown. AssertionError where the console has something to say."""
        return self._run(page, "--dump-dom", f"--window-size={width},{height}")

    def printed(self, page: Path, pdf: Path) -> Path:
        """The page as it is printed."""
        self._run(page, f"--print-to-pdf={pdf}", "--no-pdf-header-footer")
        return pdf

    def _run(self, page: Path, *wanted: str) -> str:
        profile = self.home / "profile"
        shutil.rmtree(profile, ignore_errors=True)
        command = [self.command, *_QUIET, f"--user-data-dir={profile}", *wanted, page.as_uri()]
        done = subprocess.run(command, capture_output=True, check=True, timeout=_PATIENCE_S)
        said = [line for line in done.stderr.decode("utf-8", "replace").splitlines() if ":CONSOLE" in line]
        assert said == []
        return done.stdout.decode("utf-8")
