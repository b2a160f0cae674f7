"""The ends of terms are counted by unit and month, on both databases."""

from datetime import date

import pytest

from models.acts.document_effects import end_document
from models.acts.life_events import Effect
from models.domain.validity import EndingKind
from models.queries.expiry_months import expiry_months
from tests.models.office import TODAY, add_body, order
from tests.models.queries.test_due import ROADS, ending


@pytest.mark.usefixtures("register")
def test_ends_are_counted_by_unit_and_month_the_largest_unit_first() -> None:
    body_id = add_body()
    ending(date(2026, 3, 31), 1, body_id, "云溪县农业农村局")
    ending(date(2026, 5, 1), 2, body_id)
    ending(date(2026, 5, 31), 3, body_id)
    ending(date(2026, 6, 1), 4, body_id)
    gone = ending(date(2026, 5, 2), 5, body_id)
    end_document(order(), gone, EndingKind.REPEALED, Effect(TODAY, "废止决定"))

    found = expiry_months(TODAY, 3)

    assert found.months == (date(2026, 3, 1), date(2026, 4, 1), date(2026, 5, 1))
    assert [(one.unit, one.counts) for one in found.units] == [
        (ROADS, (0, 0, 2)),
        ("云溪县农业农村局", (1, 0, 0)),
    ]
