"""Documents against each other: what they say of the same thing at the same time, and what can only grow."""

from collections.abc import Iterator, Sequence
from datetime import date

from reportgen.check.agreement.paper import Paper
from reportgen.check.agreement.statement import BETWEEN, Remark, Statement, shown

GROWING = ("已完成数", "会议总数", "制度文件数", "新建制度数", "修订制度数", "问题线索数", "处理人数", "党纪政务处分人数",
           "党纪处分人数", "政务处分人数", "组织处理人数", "诫勉谈话人数", "移送司法人数")  # fmt: skip
Spoken = Sequence[tuple[Paper, Sequence[Statement]]]


def between(spoken: Spoken) -> list[list[Remark]]:
    """For each document, where another says otherwise."""
    remarks: list[list[Remark]] = [[] for _ in spoken]
    firsts = [_firsts(statements) for _, statements in spoken]
    for mine in range(len(spoken)):
        for other in range(len(spoken)):
            if mine != other:
                remarks[mine] += _against(firsts[mine], firsts[other], spoken[other][0].name)
                remarks[mine] += _shrunk(firsts[mine], firsts[other], spoken[other][0].name)
    return remarks


def _firsts(statements: Sequence[Statement]) -> dict[tuple[str, date | None], list[Statement]]:
    found: dict[tuple[str, date | None], list[Statement]] = {}
    for statement in statements:
        if statement.shared:
            found.setdefault((statement.about, statement.as_of), []).append(statement)
    return found


Firsts = dict[tuple[str, date | None], list[Statement]]


def _against(mine: Firsts, others: Firsts, name: str) -> Iterator[Remark]:
    """The first place of each kind where the other document differs; of several, the one that is wrong."""
    for key, statements in mine.items():
        for other in others.get(key, ()):
            differing = next((statement for statement in statements if statement.said != other.said), None)
            if differing is not None:
                yield _remark(differing, other, name)
                break


def _remark(mine: Statement, other: Statement, name: str) -> Remark:
    where = other.spot.place
    when = f"（都截至{shown(mine.as_of)}）" if mine.as_of else ""
    message = f"{mine.about}{when}这里是“{mine.said}”，“{name}”第{where.paragraph}段是“{other.said}”；请核对后改成一致"
    return Remark(BETWEEN, message, mine.spot, other.said, mine.said)


def _shrunk(mine: Firsts, others: Firsts, name: str) -> Iterator[Remark]:
    """A count that can only grow, less in this later document than in an earlier one."""
    for (about, day), statements in mine.items():
        if day is None or not (about in GROWING or about.endswith("次数")):
            continue
        for (other_about, other_day), others_said in others.items():
            if other_about != about or other_day is None or other_day >= day:
                continue
            later, earlier = statements[0], others_said[0]
            if later.said.isdigit() and earlier.said.isdigit() and int(later.said) < int(earlier.said):
                message = (
                    f"{about}截至{shown(day)}是{later.said}，“{name}”第{earlier.spot.place.paragraph}段"
                    f"截至{shown(other_day)}已是{earlier.said}，只会增加的数反而减少了；请核对"
                )
                yield Remark(BETWEEN, message, later.spot, f"不少于{earlier.said}", later.said)
                break
