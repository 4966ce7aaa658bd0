"""LibreOffice, and the fonts it needs: the only place that starts it."""

from reportgen.export.fonts import missing_faces
from reportgen.export.soffice import available, to_pdf

__all__ = ["available", "missing_faces", "to_pdf"]
