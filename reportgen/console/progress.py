"""A line on standard error for a stage that takes longer than a second."""

import sys
import threading

PATIENCE_S = 1.0


class Progress:
    """Told each stage as it begins; says so at once with `loud`, after a second otherwise, never with `quiet`."""

    def __init__(self, *, loud: bool = False, quiet: bool = False) -> None:
        self._loud, self._quiet = loud, quiet
        self._timer: threading.Timer | None = None

    def __call__(self, stage: str) -> None:
        """A stage begins; the one before it has ended."""
        self.done()
        if self._quiet:
            return
        if self._loud:
            _print(stage)
            return
        self._timer = threading.Timer(PATIENCE_S, _print, [stage])
        self._timer.daemon = True
        self._timer.start()

    def done(self) -> None:
        """The last stage has ended."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None


def _print(stage: str) -> None:
    print(f"{stage}……", file=sys.stderr, flush=True)
