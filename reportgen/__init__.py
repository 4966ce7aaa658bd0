"""One ledger, one set of Word templates, three official documents that agree."""

__version__ = "0.1.0"
