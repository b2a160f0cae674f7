"""Rules about what the register knows: bodies, titles, numbers, letters issued before, totals."""

from collections.abc import Iterator

from review.letters.letter_model import Table
from review.letters.preflight.case import Case, Value
from review.letters.preflight.findings import Finding, found
from review.letters.preflight.rule_table import rule_table

_NAMES = ("addressee", "copy_to", "escalation_body")


def unknown_bodies(case: Case) -> Iterator[Finding]:
    """A letter goes to a body the register knows under this name."""
    if case.kind_id in rule_table().to_persons:
        return
    for one in _bodies(case):
        name = str(one.value).strip()
        if name in case.facts.ended_bodies:
            successor = case.facts.ended_bodies[name]
            yield found("ended_body", one.place, field=one.name, value=name, other=successor)
        elif name and name not in case.facts.bodies:
            yield found("unknown_body", one.place, field=one.name, value=name)


def copied_twice(case: Case) -> Iterator[Finding]:
    """Nobody gets a letter twice."""
    seen = {case.letter.addressee.strip()}
    for one in case.values:
        if one.identifier == "copy_to" and isinstance(one.value, str):
            name = one.value.strip()
            if name in seen:
                yield found("copied_twice", one.place, value=name)
            seen.add(name)


def differing_record(case: Case) -> Iterator[Finding]:
    """Title and numbers are those of the record."""
    for identifier, kept in case.facts.record.items():
        written = case.of(identifier)
        if written is None or not isinstance(written.value, str):
            continue
        if written.value.strip() != kept.strip():
            yield found("differs", identifier, field=written.name, value=written.value, other=kept)


def shared_number(case: Case) -> Iterator[Finding]:
    """A document's number is its own."""
    number = case.of("document_number")
    if number is None:
        return
    for title in case.facts.sharing:
        yield found(
            "number_shared", number.place, field=number.name, value=number.value, other=title
        )


def taken_number(case: Case) -> Iterator[Finding]:
    """The number the letter would get has not been given."""
    if case.facts.number_taken:
        yield found("number_taken", "letter_number", value=case.facts.number_taken)


def issued_before(case: Case) -> Iterator[Finding]:
    """The same matter was not told to the same body before."""
    for earlier in case.facts.earlier:
        yield found(
            "issued_before",
            "addressee",
            day=earlier.letter_date,
            value=earlier.addressee,
            other=earlier.letter_number,
        )


def broken_positions(case: Case) -> Iterator[Finding]:
    """Rows are numbered from 1 without a gap."""
    numbered: dict[str, list[Value]] = {}
    for one in case.values:
        if one.identifier == "position":
            numbered.setdefault(one.place.partition("[")[0], []).append(one)
    for rows in numbered.values():
        if [one.value for one in rows] != list(range(1, len(rows) + 1)):
            yield found("position", rows[0].place, field=rows[0].name)


def wrong_totals(case: Case) -> Iterator[Finding]:
    """The last row of a table adds up the rows above it."""
    for block in case.model.blocks:
        if isinstance(block, Table) and len(block.rows) > 1:
            yield from _wrong_totals_of(block)


def _wrong_totals_of(table: Table) -> Iterator[Finding]:
    *rows, last = table.rows
    if not any(last[0].text.startswith(word) for word in rule_table().total_words):
        return
    column = last[0].span
    for cell in last[1:]:
        above = [_number_at(row, column) for row in rows]
        if cell.text.strip().isdigit() and None not in above:
            right = sum(number or 0 for number in above)
            if int(cell.text) != right:
                yield found("total", value=cell.text.strip(), other=right)
        column += cell.span


def _number_at(row: tuple[object, ...], column: int) -> int | None:
    place = 0
    for cell in row:
        if place == column:
            text = str(getattr(cell, "text", "")).strip()
            return int(text) if text.isdigit() else None
        place += int(getattr(cell, "span", 1))
    return None


def _bodies(case: Case) -> Iterator[Value]:
    for one in case.values:
        if one.identifier in _NAMES and isinstance(one.value, str):
            yield one
