"""Rules on the pages as they are printed."""

from reportgen.check.rendered import (
    attachments,
    grid,
    imprint,
    masthead,
    numbers,
    sheet,
    signature,
    text,
    title,
    turned,
)
from reportgen.check.rendered.printed import Print
from reportgen.check.rule import Rule

RULES: tuple[Rule[Print], ...] = (
    *sheet.RULES,
    *grid.RULES,
    *masthead.RULES,
    *title.RULES,
    *text.RULES,
    *signature.RULES,
    *attachments.RULES,
    *imprint.RULES,
    *numbers.RULES,
    *turned.RULES,
)

__all__ = ["RULES", "Print"]
