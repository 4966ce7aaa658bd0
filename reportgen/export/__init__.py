"""LibreOffice, and the fonts it needs: the only place that starts it."""

from reportgen.export.fonts import missing_faces
from reportgen.export.grid import portable_copy
from reportgen.export.soffice import available, to_pdf
from reportgen.export.substitution import substitutions

__all__ = ["available", "missing_faces", "portable_copy", "substitutions", "to_pdf"]
