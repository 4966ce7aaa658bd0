"""Spreadsheets: any that comes in as plain data, and planned ones as files. Knows nothing of ledgers."""
