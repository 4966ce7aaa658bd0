"""Workbooks of today: .xlsx, a zip of XML parts, read without trusting any of it."""

from reportgen.workbook.xlsx.book import read_xlsx

__all__ = ["read_xlsx"]
