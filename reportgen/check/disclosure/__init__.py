"""What an audience must not see: names, numbers and wording that were not cleared, in every part of the package."""

from reportgen.check.disclosure.exposure import Audience, Exposure, exposure
from reportgen.check.disclosure.rules import RULES, judge

__all__ = ["RULES", "Audience", "Exposure", "exposure", "judge"]
