"""Numbers from before the register: entered as they are, and counters confirmed to follow them."""

from models.acts.allot_number import Allotment
from models.acts.ledger import NumberSubject, enter_number, keep_count
from models.acts.lookup import fetch, profile_in_force
from models.acts.performing import Deed, act
from models.acts.refusals import NumberTakenError, NumberUnreadableError, RecordMissingError
from models.domain.document_number import normalise
from models.domain.number_grammar import NumberScheme, ParsedNumber, parse, scope_key
from models.domain.profile import Profile
from models.domain.records import Origin
from models.domain.roles import ActName
from models.domain.terms import NumberKind
from models.tables.documents import Document
from models.tables.numbers import NumberCount, NumberCounter, NumberEntry


@act(ActName.ENTER_HISTORIC_NUMBER)
def enter_historic_number(deed: Deed, document_id: int, printed: str) -> Allotment:
    """Give a historic document the unified number it has on paper; no counter moves.

    Raises:
        RecordMissingError: no such historic document.
        NumberUnreadableError: no series of the profile, old or new, reads the number.
        NumberTakenError: the ledger has it, whatever dashes and brackets it was typed with.
    """
    document = fetch(Document, document_id)
    if document.origin != Origin.HISTORIC or document.unified_number is not None:
        raise RecordMissingError(record="historic_document", id=document_id)
    taken = NumberEntry.kind == NumberKind.UNIFIED_NUMBER
    if NumberEntry.select().where(taken, NumberEntry.number_key == normalise(printed)).exists():
        raise NumberTakenError(number=printed)
    scheme, parsed = read_historic_number(profile_in_force(deed), printed)
    subject = NumberSubject(document_id=document_id)
    entry_id = enter_number(deed, scheme, printed, parsed.fields.year, subject, is_back_entry=True)
    for rule in scheme.counters:
        count = parsed.counts[rule.token.value]
        keep_count(entry_id, scheme, rule, scope_key(rule, parsed.fields), count)
    Document.update(
        unified_number=printed,
        unified_number_key=normalise(printed),
        revision=Document.revision + 1,
    ).where(Document.id == document_id).execute()
    deed.record("document", document_id, historic_number=printed, scheme=scheme.id)
    return Allotment(entry_id, printed)


@act(ActName.CONFIRM_COUNTER)
def confirm_counter(deed: Deed, scheme_id: str, token: str, scope: str) -> int:
    """Let a counter follow the highest number entered from the past, and return that count.

    Raises:
        RecordMissingError: no number of this scope stands in the ledger.
    """
    highest = (
        NumberCount.select(NumberCount.count)
        .where(
            NumberCount.scheme_id == scheme_id,
            NumberCount.token == token,
            NumberCount.scope == scope,
        )
        .order_by(NumberCount.count.desc())
        .first()
    )
    if highest is None:
        raise RecordMissingError(record="counter", id=scope)
    where = (
        (NumberCounter.scheme_id == scheme_id)
        & (NumberCounter.token == token)
        & (NumberCounter.scope == scope)
    )
    last = int(highest.count)
    if not NumberCounter.update(last_count=last).where(where).execute():
        NumberCounter.insert(
            scheme_id=scheme_id, token=token, scope=scope, last_count=last
        ).execute()
    deed.record("register", 0, scheme=scheme_id, token=token, scope=scope, last_count=last)
    return last


def read_historic_number(profile: Profile, printed: str) -> tuple[NumberScheme, ParsedNumber]:
    """Return the series that reads a number, today's or an old one, and its parts.

    Raises:
        NumberUnreadableError: none does.
    """
    for scheme in profile.schemes_of(NumberKind.UNIFIED_NUMBER):
        parsed = parse(scheme, printed)
        if parsed is not None:
            return scheme, parsed
    raise NumberUnreadableError(number=printed)
