"""处理结果 and 形态 of people handled must fit each other (regulations.md, section d: Q6)."""

from collections.abc import Iterator

from reportgen.model import Ledger, PeopleHandled
from reportgen.model.activities import FORMS, HEAVY_PARTY, HEAVY_STATE
from reportgen.reading.files import ACTIVITIES
from reportgen.reading.places import Fault


def outcomes_fit_their_form(ledger: Ledger) -> Iterator[Fault]:
    """The form of each record against its heaviest outcome; records that say no outcome; headcounts of none."""
    for index, clue in enumerate(ledger.activities.clues):
        for row, people in enumerate(clue.people):
            path = (ACTIVITIES, "问题线索处置", index, "处理人员", row)
            if people.headcount < 1:
                yield Fault("headcount", (*path, "人数"), "“人数”至少是 1；没有受处理的人就删除这一条")
            least = _least_form(people)
            if FORMS.index(people.form) + 1 < least:
                message = f"按处理结果至少是{FORMS[least - 1]}，却归入{people.form}；请核对"
                yield Fault("outcome-form", (*path, "形态"), message)
            elif _only_admonished(people) and people.form != FORMS[0]:
                yield Fault("outcome-form", (*path, "形态"), f"只有诫勉谈话的应归入{FORMS[0]}；请核对")
            elif people.form == FORMS[3] and not people.transferred:
                yield Fault(
                    "outcome-form", (*path, "形态"), f"归入{FORMS[3]}的应有移送司法；请补上“移送司法: 是”，或改正形态"
                )


def _least_form(people: PeopleHandled) -> int:
    """The lightest form (1 to 4) that the heaviest outcome allows."""
    if people.transferred:
        return 4
    if people.party_sanction in HEAVY_PARTY or people.state_sanction in HEAVY_STATE:
        return 3
    if people.party_sanction or people.state_sanction:
        return 2
    return 1 if people.organisational in (None, "其他") else 2


def _only_admonished(people: PeopleHandled) -> bool:
    return people.admonished and not (
        people.party_sanction or people.state_sanction or people.organisational or people.transferred
    )
