"""The ledger in Excel and back, whole processes: python bench/ledger.py [ISSUES] [RUNS]

The sample is repeated to so many issues (700), spread over 60 units. Medians of export, import with a change list of one
status an issue (dry run), split into 60 workbooks and collect of all of them, each with one status filled in.
"""

import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import openpyxl

ROOT = Path(__file__).resolve().parent.parent
UNITS = [f"示例单位{number:02d}" for number in range(1, 61)]
SHEET, HEADER_ROW = "整改台账", 3


def large_project(folder: Path, issues: int) -> None:
    """A project of so many issues, the sample's over and over; without a record of statuses but with units of its own."""
    for name in ("data", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    (folder / "out").mkdir()
    data = folder / "data"
    text = (data / "issues.yaml").read_text("utf-8")
    head, *entries = re.split(r"(?m)^(?=  - 序号: )", text)
    written = [head]
    for number in range(1, issues + 1):
        entry = re.sub(r"序号: \d+", f"序号: {number}", entries[(number - 1) % len(entries)], count=1)
        entry = re.sub(r"(?m)^    牵头单位: .*$", f"    牵头单位: {UNITS[number % len(UNITS)]}", entry)
        entry = re.sub(r"(?m)^        牵头单位: .*\n", "", entry)
        entry = re.sub(r"(?m)^    销号:\n(?:      .*\n)+", "", entry)
        written.append(re.sub(r"(?m)^(    标题: .*)$", rf"\g<1>（{number}）", entry, count=1))
    (data / "issues.yaml").write_text("".join(written), "utf-8")
    background = (data / "inspection.yaml").read_text("utf-8")
    background = re.sub(r"\n +问题数: \d+", "", background)
    (data / "inspection.yaml").write_text(
        background.replace("\n单位:\n", "\n单位:\n" + "".join(f"  - {unit}\n" for unit in UNITS)), "utf-8"
    )
    (data / "activities.yaml").unlink()
    (data / "journal.yaml").unlink()
    shutil.rmtree(data / "evidence")
    run(folder, "ledger", "record", "--why", "建立状态记录", "--on", "2022-07-15")


def run(folder: Path, *arguments: str, fails: bool = False) -> float:
    """Wall seconds of one command on a project."""
    begun = time.perf_counter()
    command = [sys.executable, "-m", "reportgen", *arguments, "--project", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if bool(done.returncode) != fails:
        raise SystemExit(f"{arguments}: {done.stdout[-1000:]}{done.stderr[-1000:]}")
    return time.perf_counter() - begun


def fill_in(path: Path, every: int) -> None:
    """Fill in a remark for every so many rows with a number, as a unit would."""
    book = openpyxl.load_workbook(path)
    sheet = book[SHEET]
    columns = {cell.value: cell.column for cell in sheet[HEADER_ROW]}
    numbered = [row for row in range(HEADER_ROW + 1, sheet.max_row + 1) if sheet.cell(row, columns["序号"]).value]
    for row in numbered[::every]:
        sheet.cell(row, columns["备注"]).value = "已核"
    book.save(path)


def main(issues: int, runs: int) -> None:
    """Print the medians."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "p"
        large_project(folder, issues)
        file = folder / "台账.xlsx"
        times = {"export": [run(folder, "ledger", "export", str(file), "--force") for _ in range(runs)]}
        times["import, no change"] = [run(folder, "ledger", "import", str(file)) for _ in range(runs)]
        fill_in(file, 1)
        times["import, one change an issue"] = [
            run(folder, "ledger", "import", str(file), "--dry-run") for _ in range(runs)
        ]
        sent = folder / "下发"
        times["split into 60"] = [run(folder, "ledger", "split", str(sent))]
        for path in sent.glob("*.xlsx"):
            fill_in(path, 5)
        times["collect 60"] = [run(folder, "ledger", "collect", str(sent), "--dry-run") for _ in range(runs)]
        times["collect 60, written"] = [run(folder, "ledger", "collect", str(sent), "--yes")]
        for what, seconds in times.items():
            print(f"{what:30} {statistics.median(seconds):6.2f} s  ({min(seconds):.2f} to {max(seconds):.2f})")


if __name__ == "__main__":
    given = [int(argument) for argument in sys.argv[1:]]
    main(*(given + [700, 3][len(given) :]))
