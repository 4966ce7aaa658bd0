"""Workbooks of Excel before 2007 and of WPS (.xls, .et): BIFF records in an OLE compound file."""

from reportgen.workbook.xls.book import read_xls

__all__ = ["read_xls"]
