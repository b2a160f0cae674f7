"""How an act is performed: once, by one who may, in one transaction that writes the audit trail."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar, get_type_hints
from uuid import uuid4

import msgspec
from peewee import DatabaseError, InterfaceError, OperationalError

from models.acts.bulk_insert import insert_rows
from models.database import DATABASE, unit_of_work
from models.domain.audit_chain import GENESIS_HASH, ChainLine, canonical_json, hash_of
from models.domain.clock import legal_day, present_instant
from models.domain.roles import ActName, Role, may
from models.errors import FaultError, InputError, RuleError
from models.tables.audit import AuditLine, Operation
from models.tables.office import Person, PersonRole

Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")


class UnknownPersonError(InputError):
    """Nobody with this login works with the register."""

    code = "person.unknown"
    facts = ("login",)


class NotPermittedError(RuleError):
    """The person's roles do not allow the act."""

    code = "person.not_permitted"
    facts = ("name", "act")


class OperationReusedError(FaultError):
    """One operation id was used for two different requests."""

    code = "machine.operation_reused"
    facts = ("op_id",)


class NotCommittedError(FaultError):
    """The database failed and the act was not performed."""

    code = "machine.not_committed"
    facts = ("act", "detail")


class OutcomeUnknownError(FaultError):
    """The database was lost while it committed the act: it may have happened or not."""

    code = "machine.outcome_unknown"
    facts = ("act", "detail")


class DatabaseDamagedError(FaultError):
    """The database file is broken."""

    code = "machine.database_damaged"
    facts = ("detail",)


class RegisterBusyError(FaultError):
    """Another writer held the register for too long."""

    code = "machine.register_busy"
    facts = ("act",)


@dataclass(frozen=True)
class Order:
    """Who asks for an act, under which operation id, and when.

    Repeating an act with the same order gives the first answer again and changes nothing.
    """

    login: str
    op_id: str = field(default_factory=lambda: uuid4().hex)
    at: datetime = field(default_factory=present_instant)


@dataclass(frozen=True)
class Deed:
    """An act being performed: handed to the procedure in place of the order."""

    act: ActName
    op_id: str
    person_id: int
    login: str
    at: datetime

    @property
    def today(self) -> date:
        """The legal day of the act."""
        return legal_day(self.at)

    def record(self, subject_kind: str, subject_id: int, **facts: object) -> None:
        """Append a line to the audit trail; values may be dates, enums and dataclasses."""
        self.record_all(subject_kind, ((subject_id, facts),))

    def record_all(
        self, subject_kind: str, lines: Iterable[tuple[int, Mapping[str, object]]]
    ) -> None:
        """Append a line for each of many records, in their order."""
        payloads = (
            (subject_id, canonical_json(msgspec.to_builtins(facts, str_keys=True)))
            for subject_id, facts in lines
        )
        _append_lines(self, subject_kind, payloads)


def act(
    name: ActName,
) -> Callable[
    [Callable[Concatenate[Deed, Parameters], Result]],
    Callable[Concatenate[Order, Parameters], Result],
]:
    """Make a procedure an act: called with an order, it runs once, whole or not at all.

    The act raises what its procedure raises, and besides:

    Raises:
        UnknownPersonError: the login is not known or no longer active.
        NotPermittedError: the person's roles do not allow it.
        OperationReusedError: the operation id belongs to another request.
        RegisterBusyError: another writer held the register for 30 seconds.
        NotCommittedError: the database failed and the act did not happen.
        DatabaseDamagedError: the database file is broken.
        OutcomeUnknownError: it failed at the commit and cannot be asked; only the same order,
            sent again, tells whether the act happened.
    """

    def declare(
        procedure: Callable[Concatenate[Deed, Parameters], Result],
    ) -> Callable[Concatenate[Order, Parameters], Result]:
        @wraps(procedure)
        def perform(
            order: Order, /, *arguments: Parameters.args, **named: Parameters.kwargs
        ) -> Result:
            request = _digest([name, arguments, named])
            answer: type[Result] = get_type_hints(procedure)["return"]
            is_committing = False
            try:
                with unit_of_work():
                    done = _answer_given(order, request)
                    if done is not None:
                        return msgspec.json.decode(done, type=answer)
                    deed = _admit(order, name)
                    result = procedure(deed, *arguments, **named)
                    _keep_answer(deed, request, result)
                    is_committing = True
            except (OperationalError, InterfaceError) as error:
                DATABASE.close()
                if not is_committing:
                    raise _refusal(name, error) from error
                return msgspec.json.decode(_settle(order, name, request, error), type=answer)
            except DatabaseError as error:
                # The class itself, not one of its children, is how SQLite reports a broken file.
                if type(error) is DatabaseError:
                    raise DatabaseDamagedError(detail=str(error)) from error
                raise
            return result

        return perform

    return declare


def _digest(request: object) -> str:
    encoder = msgspec.json.Encoder(enc_hook=_name_of, order="deterministic")
    return hashlib.sha256(encoder.encode(request)).hexdigest()


def _name_of(part: object) -> str:
    """A tool handed to an act (the press of a letter) is no part of what was asked for."""
    return type(part).__name__


def _answer_given(order: Order, request: str) -> str | None:
    operation = Operation.get_or_none(Operation.op_id == order.op_id)
    if operation is None:
        return None
    if operation.request_digest != request:
        raise OperationReusedError(op_id=order.op_id)
    return str(operation.result)


def _admit(order: Order, name: ActName) -> Deed:
    person = Person.get_or_none(Person.login == order.login, Person.is_active)
    if person is None:
        raise UnknownPersonError(login=order.login)
    held = PersonRole.select(PersonRole.role).where(PersonRole.person == person)
    roles = frozenset(Role(row.role) for row in held)
    if not may(roles, name):
        raise NotPermittedError(name=person.name, act=name)
    return Deed(name, order.op_id, int(person.id), order.login, order.at)


def _keep_answer(deed: Deed, request: str, result: object) -> None:
    Operation.insert(
        op_id=deed.op_id,
        act=deed.act,
        person=deed.person_id,
        request_digest=request,
        result=msgspec.json.encode(result).decode(),
        performed_at=deed.at,
    ).execute()


def _refusal(name: ActName, error: Exception) -> FaultError:
    if "locked" in str(error):
        return RegisterBusyError(act=name)
    return NotCommittedError(act=name, detail=str(error))


def _settle(order: Order, name: ActName, request: str, error: Exception) -> str:
    """After a failed commit: reconnect and see whether the act happened all the same."""
    try:
        # A server may still be committing for the connection that was lost: wait for its lock.
        with unit_of_work():
            done = _answer_given(order, request)
    except (OperationalError, InterfaceError) as lost:
        raise OutcomeUnknownError(act=name, detail=str(lost)) from error
    if done is None:
        raise _refusal(name, error) from error
    return done


def _append_lines(deed: Deed, subject_kind: str, payloads: Iterable[tuple[int, str]]) -> None:
    last = (
        AuditLine.select(AuditLine.sequence, AuditLine.hash)
        .order_by(AuditLine.sequence.desc())
        .limit(1)
        .tuples()
        .first()
    )
    sequence, previous_hash = last or (0, GENESIS_HASH)
    at = deed.at.astimezone(UTC).isoformat(timespec="microseconds")
    lines: list[ChainLine] = []
    for subject_id, payload in payloads:
        sequence += 1
        line = ChainLine(
            sequence=sequence,
            at=at,
            login=deed.login,
            act=deed.act,
            subject_kind=subject_kind,
            subject_id=subject_id,
            payload=payload,
            op_id=deed.op_id,
            previous_hash=previous_hash,
            hash="",
        )
        previous_hash = hash_of(line)
        lines.append(replace(line, hash=previous_hash))
    insert_rows(AuditLine, [vars(line) for line in lines])
