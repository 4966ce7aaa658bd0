"""Quotation marks within quotation marks (GB/T 15834-2011, 4.8.3.3): inside “ ” stand ‘ ’, and so on in turn."""

_ONE_LEVEL_IN = str.maketrans("“”‘’", "‘’“”")


def within_quotes(text: str) -> str:
    """The text as it stands inside “ ”: “四种形态” becomes ‘四种形态’."""
    return text.translate(_ONE_LEVEL_IN)
