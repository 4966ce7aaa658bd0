"""Formulas that get their value from outside the workbook."""

import re

_TOKEN = re.compile(
    r'"[^"]*"'  # text, passed over
    r"|'(?P<name>[^']*(?:''[^']*)*)'(?P<leads>[!#])?"  # a sheet, or 'C:\folder\[other.xlsx]Sheet 1'!A1
    r"|(?P<outside>\[[^\[\]']+\][\w.?\\]*(?::[\w.?\\]+)?!"  # [1]Sheet1!A1, [other.xlsx]Sheet1!A1, [1]!name
    r"|\w\|['\w]"  # program|'topic'!item
    r"|\b(?:WEBSERVICE|RTD|DDE|CALL|REGISTER\.ID|IMAGE)\s*\()",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:file|https?|ftp|smb):", re.IGNORECASE)


def leads_outside(formula: str) -> bool:
    """Whether a formula refers to another file, another program or the network. Names of table columns do not."""
    for token in _TOKEN.finditer(formula):
        name = token["name"]
        if token["outside"] or (name and token["leads"] and ("[" in name or _ADDRESS.match(name))):
            return True
    return False
