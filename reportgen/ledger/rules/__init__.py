"""Rules that span records. Each is a function from the ledger to faults; none knows about files or lines."""

from collections.abc import Iterator

from reportgen.ledger.rules.activities import activities_belong_to_the_rectification
from reportgen.ledger.rules.agreement import reported_figures_match_the_records
from reportgen.ledger.rules.arithmetic import reported_figures_add_up
from reportgen.ledger.rules.dates import dates_are_in_order
from reportgen.ledger.rules.discipline import outcomes_fit_their_form
from reportgen.ledger.rules.journal import statuses_are_on_record
from reportgen.ledger.rules.numbering import numbers_run_from_one
from reportgen.ledger.rules.publicity import public_wordings_are_whole
from reportgen.ledger.rules.references import names_are_known
from reportgen.ledger.rules.status import statuses_agree_with_the_record
from reportgen.model import Ledger
from reportgen.reading.places import Fault

RULES = (
    numbers_run_from_one,
    names_are_known,
    statuses_agree_with_the_record,
    statuses_are_on_record,
    public_wordings_are_whole,
    dates_are_in_order,
    activities_belong_to_the_rectification,
    outcomes_fit_their_form,
    reported_figures_add_up,
    reported_figures_match_the_records,
)


def check(ledger: Ledger) -> Iterator[Fault]:
    """Every fault that shows only when records are seen together."""
    for rule in RULES:
        yield from rule(ledger)
