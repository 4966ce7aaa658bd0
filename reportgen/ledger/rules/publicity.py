"""公开表述 and 不公开: what is said to the public must be whole, and not be both said and withheld."""

from collections.abc import Iterator

from reportgen.model import Ledger, PublicWording
from reportgen.model.issues import TWO_SIDED
from reportgen.reading.files import ISSUES
from reportgen.reading.places import Fault, Path


def public_wordings_are_whole(ledger: Ledger) -> Iterator[Fault]:
    """Withheld without a reason, withheld and yet worded, wordings that say nothing or not two sides."""
    for index, issue in enumerate(ledger.issues):
        here = (ISSUES, "问题清单", index)
        who, withheld = f"问题 {issue.number}", issue.withheld
        if withheld and withheld.to_society is None and withheld.within_party is None:
            message = f"{who}的“不公开”没有写理由；请在“社会”或“党内”后面写明理由"
            yield Fault("withheld-without-reason", (*here, "不公开"), message)
        worded = bool(issue.public_wording) or any(sub.public_wording for sub in issue.sub_issues)
        if withheld and withheld.within_party and not withheld.to_society and worded:
            message = f"{who}不在党内公开，却有“公开表述”要向社会公开；请在“不公开”里补写“社会”的理由，或删除“党内”"
            yield Fault("withheld-and-public", (*here, "不公开"), message)
        if withheld and withheld.to_society and worded:
            message = f"{who}既有“公开表述”，又写明不向社会公开；请删除其中一项"
            yield Fault("withheld-and-public", (*here, "不公开"), message)
        if issue.public_wording:
            yield from _wording(issue.public_wording, (*here, "公开表述"), who)
        for row, sub in enumerate(issue.sub_issues):
            if sub.public_wording:
                yield from _wording(sub.public_wording, (*here, "子问题", row, "公开表述"), f"{who}的子问题 {row + 1}")


def _wording(wording: PublicWording, path: Path, who: str) -> Iterator[Fault]:
    if not (wording.content or wording.points or wording.lead_in):
        yield Fault("public-wording-empty", path, f"{who}的“公开表述”没有正文；请写“内容”或“分述”")
    if wording.pattern == TWO_SIDED and len(wording.points) != 2:
        message = f"{who}的句式是“{TWO_SIDED}”，“分述”应当正好两项，现在是 {len(wording.points)} 项；请改正"
        yield Fault("two-sided-points", (*path, "分述"), message)
