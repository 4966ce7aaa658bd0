"""What the tests of figures share."""

from collections.abc import Callable

import pytest

from reportgen.model import Ledger
from tests import ledgers


@pytest.fixture(scope="session")
def ledger_of() -> Callable[..., Ledger]:
    """Issues (what they do not say is filled in), activities, changes of status and rules → a ledger."""
    return ledgers.ledger_of
