"""A script that runs in a process of its own: a .xls file in, what calamine reads of it out as JSON.

On a damaged file calamine may ask for more memory than there is and take its process with it; this one can be spared.
It starts in a tenth of a second because it imports nothing of this package.
"""

import contextlib
import io
import json
import sys
from datetime import date, time, timedelta

MEMORY_LIMIT_BYTES = 1 << 30


def main() -> None:
    """Read standard input, write standard output. Anything that goes wrong ends the process with another code than 0."""
    with contextlib.suppress(ImportError):  # Windows has no such limits
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT_BYTES, MEMORY_LIMIT_BYTES))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    import python_calamine

    workbook = python_calamine.load_workbook(io.BytesIO(sys.stdin.buffer.read()))
    sheets = []
    for place, listed in enumerate(workbook.sheets_metadata):
        cells = listed.typ == type(listed.typ).WorkSheet
        sheet = workbook.get_sheet_by_index(place) if cells else None
        sheets.append(
            {
                "name": listed.name,
                "visible": listed.visible == type(listed.visible).Visible,
                "cells": cells,
                "start": sheet and sheet.start,
                "values": sheet.to_python(skip_empty_area=True) if sheet else [],
                "merged": (sheet and sheet.merged_cell_ranges) or [],
            }
        )
    sys.stdout.write(json.dumps(sheets, default=_as_object))  # json.dump writes piece by piece, ten times slower


def _as_object(value: object) -> dict[str, str | float]:
    if isinstance(value, timedelta):
        return {"seconds": value.total_seconds()}
    if isinstance(value, time):
        return {"time": value.isoformat()}
    if isinstance(value, date):
        return {"date": value.isoformat()}
    raise TypeError(type(value))


if __name__ == "__main__":
    main()
