"""A data file changed so that only the lines of the changed values change.

Not a round trip of the whole file, which would wrap, quote and indent other lines anew: the marks of the parse say where
a value stands, and the new one is put there.
"""

from reportgen.amending.amend import amended, appended_lines
from reportgen.amending.edits import Edit
from reportgen.amending.key_order import KeyOrder, key_order

__all__ = ["Edit", "KeyOrder", "amended", "appended_lines", "key_order"]
