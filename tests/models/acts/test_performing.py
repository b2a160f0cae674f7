"""How an act is performed: once, whole or not at all, also when a commit is uncertain."""

from datetime import UTC, datetime

import pytest
from peewee import Database, OperationalError

from models.acts.issuing_bodies import add_issuing_body
from models.acts.people import add_person, change_person
from models.acts.performing import (
    DatabaseDamagedError,
    NotCommittedError,
    Order,
    RegisterBusyError,
    UnknownPersonError,
)
from models.acts.refusals import BodyNameTakenError, LastAdministratorError, LoginTakenError
from models.database import DATABASE, sqlite_database
from models.domain.audit_chain import FaultKind
from models.domain.roles import PERMISSIONS, ActName, Role, may
from models.queries.bodies import issuing_bodies
from models.queries.office import people, person_by_login
from models.queries.trail import verify_trail
from models.register import DATABASE_FILE, Register
from tests.models.office import ADMINISTRATOR, CLERK, GOVERNMENT, HEAD, LABOUR, TOWN, order

TWO_PAGES = 2 * 4096


class FailingCommit:
    """Let the next commit of the database in use fail, before or after it reached the disk."""

    def __init__(self, database: Database, *, reaches_disk: bool) -> None:
        self.database = database
        self.commit = database.commit
        self.reaches_disk = reaches_disk
        database.commit = self.fail  # type: ignore[method-assign]

    def fail(self) -> None:
        """Fail once, then be as before."""
        self.database.commit = self.commit  # type: ignore[method-assign]
        if self.reaches_disk:
            self.commit()
        raise OperationalError("disk I/O error")


def bodies() -> list[str]:
    """Name the bodies in the register."""
    return [row.name for row in issuing_bodies()]


@pytest.mark.usefixtures("sqlite_register")
def test_an_act_whose_commit_failed_after_it_reached_the_disk_is_done_and_says_so() -> None:
    # Given a commit that succeeds but reports a fault, as a failing fsync does
    FailingCommit(DATABASE.obj, reaches_disk=True)
    # When the act is performed, then its answer is that of the committed act
    body_id = add_issuing_body(order(), GOVERNMENT)
    assert [row.id for row in issuing_bodies()] == [body_id]
    assert verify_trail().is_sound


@pytest.mark.usefixtures("sqlite_register")
def test_an_act_whose_commit_failed_is_not_done_and_can_be_repeated() -> None:
    # Given a commit that fails
    FailingCommit(DATABASE.obj, reaches_disk=False)
    same = order()
    # When the act is performed it is refused and nothing is left of it
    with pytest.raises(NotCommittedError):
        add_issuing_body(same, GOVERNMENT)
    assert bodies() == []
    # And the same order, sent again, performs it once
    add_issuing_body(same, GOVERNMENT)
    add_issuing_body(same, GOVERNMENT)
    assert bodies() == ["云溪县人民政府"]


def test_a_broken_database_file_is_told_and_not_written_any_further(
    sqlite_register: Register,
) -> None:
    # Given a register whose file was overwritten behind its first pages
    sqlite_register.close()
    file = sqlite_register.folder / DATABASE_FILE
    size = file.stat().st_size
    with file.open("r+b") as stream:
        stream.seek(TWO_PAGES)
        stream.write(b"\xff" * (size - TWO_PAGES))
    broken = file.read_bytes()
    # When a clerk acts, then the fault is named and the file stays as it is
    with pytest.raises(DatabaseDamagedError):
        add_issuing_body(order(), GOVERNMENT)
    assert file.read_bytes() == broken


def test_an_act_that_waits_too_long_for_another_writer_says_that_the_register_is_busy(
    sqlite_register: Register,
) -> None:
    # Given another program that holds the register, and little patience
    DATABASE.execute_sql("PRAGMA busy_timeout = 50")
    other = sqlite_database(sqlite_register.folder / DATABASE_FILE)
    other.connect()
    other.execute_sql("BEGIN IMMEDIATE")
    # When a clerk acts
    with pytest.raises(RegisterBusyError):
        add_issuing_body(order(), GOVERNMENT)
    # Then nothing happened, and once the other is done it works
    other.execute_sql("ROLLBACK")
    other.close()
    add_issuing_body(order(), GOVERNMENT)
    assert bodies() == ["云溪县人民政府"]


@pytest.mark.usefixtures("register")
def test_a_stranger_does_nothing() -> None:
    with pytest.raises(UnknownPersonError):
        add_issuing_body(Order("stranger"), GOVERNMENT)


@pytest.mark.usefixtures("register")
def test_who_has_left_does_nothing_more() -> None:
    change_person(order(ADMINISTRATOR), CLERK, "许知禾", frozenset({Role.CLERK}), is_active=False)
    with pytest.raises(UnknownPersonError):
        add_issuing_body(order(), GOVERNMENT)


@pytest.mark.usefixtures("register")
def test_a_refused_act_leaves_no_line_in_the_trail() -> None:
    add_issuing_body(order(), GOVERNMENT)
    before = verify_trail()
    with pytest.raises(BodyNameTakenError):
        add_issuing_body(order(), GOVERNMENT)
    assert verify_trail() == before


@pytest.mark.usefixtures("register")
def test_the_trail_of_many_acts_by_many_people_is_one_sound_chain() -> None:
    for login, body in ((CLERK, GOVERNMENT), (HEAD, LABOUR), (ADMINISTRATOR, TOWN)):
        add_issuing_body(order(login), body)
    verdict = verify_trail()
    assert verdict.is_sound
    # One line founded the register, three added the staff.
    assert verdict.count == 1 + 3 + 3
    assert verify_trail(verdict.anchor).is_sound
    assert FaultKind.TRUNCATED not in {fault.kind for fault in verdict.faults}


@pytest.mark.usefixtures("register")
def test_a_login_belongs_to_one_person() -> None:
    with pytest.raises(LoginTakenError):
        add_person(order(ADMINISTRATOR), CLERK, "另一人", frozenset())


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize(
    ("roles", "is_active"), [((Role.HEAD,), True), ((Role.ADMINISTRATOR,), False)]
)
def test_the_last_administrator_stays(roles: tuple[Role, ...], is_active: bool) -> None:  # noqa: FBT001 - a case
    with pytest.raises(LastAdministratorError):
        change_person(
            order(ADMINISTRATOR), ADMINISTRATOR, "方若川", frozenset(roles), is_active=is_active
        )
    administrator = person_by_login(ADMINISTRATOR)
    assert administrator is not None
    assert administrator.may(ActName.ADD_PERSON)


@pytest.mark.usefixtures("register")
def test_one_person_may_hold_several_roles() -> None:
    add_person(order(ADMINISTRATOR), "both", "兼岗人", frozenset({Role.CLERK, Role.REVIEWER}))
    assert people()[-1].roles == {Role.CLERK, Role.REVIEWER}


@pytest.mark.parametrize("name", ActName)
def test_every_act_is_somebody_s_and_nobody_s_without_a_role(name: ActName) -> None:
    assert PERMISSIONS[name]
    assert not may(frozenset(), name)


def test_administration_and_business_are_kept_apart() -> None:
    business = set(ActName) - {
        ActName.FOUND_REGISTER,
        ActName.CHANGE_SETTING,
        ActName.ADD_PERSON,
        ActName.CHANGE_PERSON,
        ActName.ADD_ISSUING_BODY,
        ActName.SUCCEED_ISSUING_BODY,
        ActName.CORRECT_ISSUING_BODY,
        ActName.UPDATE_LAW_CATALOGUE,
        ActName.REVERT_LAW_CATALOGUE,
        ActName.KEEP_CITATIONS,
        ActName.CHANGE_EVALUATION_CRITERIA,
        ActName.CHANGE_WORDING,
        ActName.RESTORE_WORDING,
    }
    assert not any(may(frozenset({Role.ADMINISTRATOR}), name) for name in business)
    everyone_else = frozenset({Role.CLERK, Role.REVIEWER, Role.HEAD})
    assert not may(everyone_else, ActName.CHANGE_SETTING)


def test_an_order_made_now_has_an_instant_with_a_zone_and_an_id_of_its_own() -> None:
    first, second = Order(CLERK), Order(CLERK)
    assert first.op_id != second.op_id
    assert first.at.tzinfo is UTC
    assert first.at <= datetime.now(UTC)
