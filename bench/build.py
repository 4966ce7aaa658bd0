"""`reportgen build` against a bare docxtpl script on the same templates, whole processes, in pairs.

`python bench/build.py [RUNS]` prints medians and ratios; bench/README.md keeps the last figures.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from reportgen.compose import compose
from reportgen.kinds.kind import load_kinds
from reportgen.ledger.load import load
from reportgen.pipeline.build import as_of_for

ROOT = Path(__file__).resolve().parent.parent


def ready_values(file: Path) -> None:
    """What the bare script is given: the values of all three documents, as JSON."""
    kinds, _ = load_kinds(ROOT / "templates")
    ledger = load(ROOT / "data").ledger
    assert ledger is not None
    values = {kind.id: compose(kind, ledger, *as_of_for(kind, ledger, None, date.today())).values for kind in kinds}
    file.write_text(json.dumps(values, ensure_ascii=False), "utf-8")


def measured(command: list[str]) -> tuple[float, float]:
    """Wall seconds and peak MB of one process."""
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{command} failed")
    return time.perf_counter() - started, usage.ru_maxrss / 1024


def main(runs: int) -> None:
    """Pairs of runs, first one of each not counted."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ready_values(folder / "values.json")
        ours = [
            sys.executable,
            "-m",
            "reportgen",
            "build",
            "-q",
            "--force",
            "--project",
            str(ROOT),
            "--out",
            str(folder / "o"),
        ]
        bare = [sys.executable, str(ROOT / "bench/bare.py"), str(ROOT / "templates"), str(folder / "values.json"), name]
        pairs = [(measured(ours), measured(bare)) for _ in range(runs + 1)][1:]
    times = [(mine[0], theirs[0]) for mine, theirs in pairs]
    print(f"reportgen build  {statistics.median(mine for mine, _ in times):.3f} s")
    print(f"bare docxtpl     {statistics.median(theirs for _, theirs in times):.3f} s")
    ratios = sorted(mine / theirs for mine, theirs in times)
    print(f"ratio            {statistics.median(ratios):.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f}, {runs} pairs)")
    print(
        f"peak memory      {max(mine[1] for mine, _ in pairs):.0f} MB (bare: {max(bare[1] for _, bare in pairs):.0f} MB)"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
