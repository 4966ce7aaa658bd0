"""One value of the ledger as a cell, and one cell as a value of the ledger."""

from datetime import date, datetime, time

from reportgen.exchange.columns import Column
from reportgen.exchange.reading import Known, Read, Reading, Unread, folded, says_nothing
from reportgen.exchange.reading_dates import read_day, read_deadline
from reportgen.exchange.reading_words import read_number, read_status, read_texts, read_units, read_word
from reportgen.exchange.values import Value
from reportgen.reading.text import control_message, first_control
from reportgen.workbook.grid import Cell, CellValue

_YEARS = range(2000, 2100)
_MIDNIGHT = time(0)


def written(value: Value) -> str | date | None:
    """What export writes: text (lists one a line, numbers as text), real dates, or nothing."""
    if isinstance(value, tuple):
        return "\n".join(value)
    return str(value) if isinstance(value, int) else value


def says(cell: Cell | None, value: Value, *, epoch_1904: bool = False) -> bool:
    """Whether a cell still says what export writes for a value."""
    planned, found = written(value), None if cell is None else cell.value
    if cell is not None and (cell.uncached_formula or cell.error):
        return False
    if isinstance(planned, date):
        read = read_day(found, epoch_1904)
        return isinstance(read, Read) and read.value == planned
    if isinstance(planned, str) and isinstance(found, str):
        return found == planned or folded(found) == folded(planned)
    return found == planned or (planned is None and isinstance(found, str) and says_nothing(found))


def is_empty(cell: Cell | None) -> bool:
    """Whether a cell says nothing; a formula without a value or in error says something that cannot be read."""
    if cell is None:
        return True
    if cell.uncached_formula or cell.error is not None:
        return False
    return cell.value is None or (isinstance(cell.value, str) and says_nothing(cell.value))


def read_cell(cell: Cell, column: Column, known: Known, now: Value = None) -> Reading:
    """The value of a cell that is not empty, by the rules of its column; `now` is what the ledger says there."""
    if cell.uncached_formula:
        return Unread("公式没有算出的值；请在 Excel 或 WPS 里打开、保存一次，或改成数值")
    if cell.error is not None:
        return Unread(f"公式出错（{cell.error}）；请改成文字或日期")
    value = cell.value
    if isinstance(value, str) and (character := first_control(folded(value).replace("\n", ""))):
        return Unread(control_message(character))
    if column.form == "number":
        return read_number(value)
    if column.form in ("day", "deadline"):
        read = read_day if column.form == "day" else read_deadline
        return _of_our_time(read(value, known.epoch_1904))
    return _words(value, column, known, now)


def _of_our_time(reading: Reading) -> Reading:
    """A number that got a date format by accident is a day in 1900."""
    if isinstance(reading, Read) and isinstance(reading.value, date) and reading.value.year not in _YEARS:
        return Unread(f"日期 {reading.value} 不像是整改的日期；请核对年份")
    return reading


def _words(value: CellValue, column: Column, known: Known, now: Value) -> Reading:
    text = _text(value)
    if column.form == "status":
        return read_status(text)
    if column.form == "word":
        return read_word(text, column.choice or "", known)
    if column.form == "units":
        return read_units(text, known)
    if column.form in ("texts", "lines"):
        kept = now if isinstance(now, tuple) else ()
        return read_texts(text, "\n", kept) if column.form == "lines" else read_texts(text, kept=kept)
    said = _one_line(text) if column.path[-1] == "标题" else folded(text)
    return Read(said, None if isinstance(value, str) else f"这一格是数或日期，读作文字“{said}”")


def _one_line(text: str) -> str:
    """A title that was broken over lines of the cell is one line."""
    return "".join(line.strip() for line in folded(text).split("\n"))


def _text(value: CellValue) -> str:
    """What a cell says where text is wanted: numbers without needless decimals, dates to the day or the second."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return str(value.date() if value.time() == _MIDNIGHT else value)
    return "" if value is None else str(value)
