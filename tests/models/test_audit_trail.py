"""Whoever edits, deletes, reorders, cuts or rewrites the trail is found, line by line."""

from dataclasses import replace

import pytest

from models.database import DATABASE
from models.domain.audit_chain import (
    GENESIS_HASH,
    Anchor,
    AnchorFormatError,
    ChainLine,
    FaultKind,
    hash_of,
    parse_anchor,
    verify,
)
from models.queries.trail import trail_line, verify_trail
from tests.models.office import number_one, register_one

LINES = 12


def chain(length: int = LINES) -> list[ChainLine]:
    """Return a sound chain."""
    lines: list[ChainLine] = []
    head = GENESIS_HASH
    for sequence in range(1, length + 1):
        line = ChainLine(
            sequence, "2026-03-16T04:00:00+00:00", "xu", "allot_number", "document", sequence,
            f'{{"unified_number":"{sequence}"}}', f"op{sequence}", head, "",
        )  # fmt: skip
        line = replace(line, hash=hash_of(line))
        lines.append(line)
        head = line.hash
    return lines


def rehashed(lines: list[ChainLine], start: int) -> list[ChainLine]:
    """Give all lines from an index on the hashes they would have had."""
    head = lines[start - 1].hash if start else GENESIS_HASH
    for index in range(start, len(lines)):
        line = replace(lines[index], sequence=index + 1, previous_hash=head)
        lines[index] = replace(line, hash=hash_of(line))
        head = lines[index].hash
    return lines


def faults(lines: list[ChainLine], anchor: Anchor | None = None) -> set[tuple[FaultKind, int]]:
    """Return the faults of a chain."""
    return {(fault.kind, fault.sequence) for fault in verify(lines, anchor).faults}


ANCHOR = verify(chain()).anchor


def test_a_sound_chain_has_no_fault_and_keeps_to_its_anchor() -> None:
    assert verify(chain(), ANCHOR).is_sound


def test_a_chain_that_grew_keeps_to_an_older_anchor() -> None:
    assert verify(chain(LINES + 5), ANCHOR).is_sound


@pytest.mark.parametrize(
    "field",
    ["at", "login", "act", "subject_kind", "subject_id", "payload", "op_id"],
)
@pytest.mark.parametrize("sequence", [1, 7, LINES])
def test_an_edited_line_is_named(field: str, sequence: int) -> None:
    lines = chain()
    changed = 99 if field == "subject_id" else "2031-01-01"
    lines[sequence - 1] = replace(lines[sequence - 1], **{field: changed})  # type: ignore[arg-type]
    assert faults(lines) == {(FaultKind.EDITED, sequence)}


def test_an_edited_line_with_a_hash_of_its_own_is_named() -> None:
    lines = chain()
    forged = replace(lines[6], payload='{"unified_number":"999"}')
    lines[6] = replace(forged, hash=hash_of(forged))
    assert faults(lines) == {(FaultKind.EDITED, 7)}


@pytest.mark.parametrize("lost", [[1], [7], [4, 5, 6]])
def test_deleted_lines_are_named(lost: list[int]) -> None:
    lines = [line for line in chain() if line.sequence not in lost]
    assert faults(lines) == {(FaultKind.DELETED, sequence) for sequence in lost}


def test_swapped_lines_are_named() -> None:
    lines = chain()
    lines[3], lines[8] = replace(lines[8], sequence=4), replace(lines[3], sequence=9)
    found = faults(lines)
    assert {(FaultKind.REORDERED, 4), (FaultKind.REORDERED, 9)} <= found


def test_a_cut_tail_is_found_with_the_anchor_and_only_with_it() -> None:
    lines = chain()[:-3]
    assert faults(lines) == set()
    assert faults(lines, ANCHOR) == {(FaultKind.TRUNCATED, LINES - 2)}


@pytest.mark.parametrize("start", [0, 5, LINES - 1])
def test_a_rewritten_trail_is_found_with_the_anchor_and_only_with_it(start: int) -> None:
    lines = chain()
    lines[start] = replace(lines[start], login="somebody")
    rehashed(lines, start)
    assert faults(lines) == set()
    assert faults(lines, ANCHOR) == {(FaultKind.REWRITTEN, LINES)}


def test_a_deleted_line_whose_followers_were_rehashed_is_found_with_the_anchor() -> None:
    lines = chain()
    del lines[5]
    assert faults(rehashed(lines, 5), ANCHOR) == {(FaultKind.TRUNCATED, LINES)}


def test_an_anchor_is_read_as_it_is_printed_and_typed() -> None:
    typed = f" {ANCHOR.count} － {ANCHOR.head.upper()} "
    assert parse_anchor(str(ANCHOR)) == ANCHOR
    assert parse_anchor(typed) == ANCHOR


@pytest.mark.parametrize("text", ["", "12", "12-xyz", "12-0123456789abcde", "-0123456789abcdef"])
def test_what_is_no_anchor_is_refused(text: str) -> None:
    with pytest.raises(AnchorFormatError):
        parse_anchor(text)


@pytest.fixture
def open_trail() -> None:
    """Let the owner of the file take away the triggers, as nobody can forbid."""
    number_one(register_one())
    for trigger in ("audit_line_no_update", "audit_line_no_delete"):
        DATABASE.execute_sql(f"DROP TRIGGER IF EXISTS {trigger} {_on_table()}")
    DATABASE.execute_sql(f"DROP TRIGGER IF EXISTS audit_line_no_change {_on_table()}")


def _on_table() -> str:
    return "ON audit_line" if "Postgres" in type(DATABASE.obj).__name__ else ""


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize(
    "statement",
    ["UPDATE audit_line SET login = 'somebody'", "DELETE FROM audit_line"],
)
def test_the_database_itself_refuses_to_change_the_trail(statement: str) -> None:
    with pytest.raises(Exception, match="the audit trail only grows"):
        DATABASE.execute_sql(statement)


@pytest.mark.usefixtures("register", "open_trail")
def test_an_edit_behind_the_back_of_the_program_is_found() -> None:
    DATABASE.execute_sql("UPDATE audit_line SET login = 'somebody' WHERE sequence = 6")
    assert [(one.kind, one.sequence) for one in verify_trail().faults] == [(FaultKind.EDITED, 6)]
    line = trail_line(6)
    assert line is not None
    assert line.login == "somebody"


@pytest.mark.usefixtures("register", "open_trail")
def test_a_deletion_behind_the_back_of_the_program_is_found() -> None:
    DATABASE.execute_sql("DELETE FROM audit_line WHERE sequence = 5")
    assert [(one.kind, one.sequence) for one in verify_trail().faults] == [(FaultKind.DELETED, 5)]
    assert trail_line(5) is None


@pytest.mark.usefixtures("register", "open_trail")
def test_a_cut_tail_behind_the_back_of_the_program_is_found_by_the_paper() -> None:
    anchor = verify_trail().anchor
    DATABASE.execute_sql(f"DELETE FROM audit_line WHERE sequence = {anchor.count}")
    assert verify_trail().is_sound
    assert [one.kind for one in verify_trail(anchor).faults] == [FaultKind.TRUNCATED]
