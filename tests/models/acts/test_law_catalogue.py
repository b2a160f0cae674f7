"""A newer catalogue of laws comes into use by an act, and goes by another."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from models.acts.law_catalogue import revert_law_catalogue, update_law_catalogue
from models.acts.performing import NotPermittedError
from models.acts.refusals import FieldEmptyError, FutureDateError, ShippedCatalogueError
from models.queries.law_catalogue import kept_catalogue
from models.queries.record_check import differing_records
from models.queries.trail import trail_of, verify_trail
from models.register import Register
from review.law_files.changes import Manner
from review.law_files.updating import plan_update, stored_update
from review.laws.catalogue import LawStatus
from review.laws.catalogue_text import shipped_catalogue
from review.laws.office_catalogue import office_catalogue
from tests.models.office import ADMINISTRATOR, CLERK, TODAY, order

NEW_LAW = "云溪省停车场条例"


@pytest.fixture
def brought(tmp_path: Path) -> Path:
    """Return a file that names one law more than the shipped catalogue."""
    path = tmp_path / "新法.csv"
    path.write_text(f"名称,时效,公布日期\n{NEW_LAW},有效,2026-03-01\n", encoding="utf-8")
    return path


def update(register: Register, brought: Path, login: str = ADMINISTRATOR) -> int:
    """Bring the file into use."""
    planned = plan_update(brought, register.files)
    return update_law_catalogue(
        order(login), stored_update(planned, Manner.SUPPLEMENT, TODAY, register.files)
    )


def test_a_brought_catalogue_is_used_from_then_on(register: Register, brought: Path) -> None:
    assert office_catalogue(register.files) is shipped_catalogue()

    assert update(register, brought) == 1

    catalogue = office_catalogue(register.files)
    (law,) = catalogue.named(NEW_LAW)
    assert law.status is LawStatus.IN_FORCE
    assert (catalogue.as_of_date, catalogue.origin) == (TODAY, brought.name)
    assert len(catalogue.laws) == len(shipped_catalogue().laws) + 1


def test_the_trail_names_the_old_and_the_new_one(register: Register, brought: Path) -> None:
    update(register, brought)

    line = trail_of("register", 0)[-1]
    assert line.act == "update_law_catalogue"
    assert brought.name in str(line.facts)
    assert verify_trail(None).is_sound
    assert differing_records() == ()


def test_going_back_needs_a_reason_and_leaves_the_files(register: Register, brought: Path) -> None:
    update(register, brought)
    kept = kept_catalogue()
    assert kept is not None
    with pytest.raises(FieldEmptyError):
        revert_law_catalogue(order(ADMINISTRATOR), "")

    revert_law_catalogue(order(ADMINISTRATOR), "来源不可靠")

    assert office_catalogue(register.files) is shipped_catalogue()
    assert register.files.path_of(kept.sha256).exists()
    with pytest.raises(ShippedCatalogueError):
        revert_law_catalogue(order(ADMINISTRATOR), "再来一次")


def test_only_the_administrator_may(register: Register, brought: Path) -> None:
    with pytest.raises(NotPermittedError):
        update(register, brought, CLERK)
    assert kept_catalogue() is None


def test_a_catalogue_cannot_know_the_future(register: Register, brought: Path) -> None:
    planned = plan_update(brought, register.files)
    stored = stored_update(planned, Manner.SUPPLEMENT, TODAY, register.files)
    with pytest.raises(FutureDateError):
        update_law_catalogue(order(ADMINISTRATOR), replace(stored, as_of_date=date(2099, 1, 1)))
