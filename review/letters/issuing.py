"""A letter is issued after the pre-flight, alone or in one go with others (发出文书)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from hashlib import sha256

from models.acts.letters import IssuedLetter, Press, issue_letter
from models.acts.performing import Order
from models.domain.audit_chain import canonical_json
from models.domain.clock import legal_day
from models.domain.terms import LetterSeries
from models.errors import AppError, RuleError
from models.queries.letter_facts import withdrawn_count
from models.queries.trail import is_performed
from review.letters.drafting.proposed_letter import ProposedLetter
from review.letters.letter_data import data_of
from review.letters.preflight.findings import Finding
from review.letters.preflight.preflight import values_preflight


class MustChangeError(RuleError):
    """The pre-flight found what a letter cannot be issued with."""

    code = "letter.must_change"
    facts = ("count", "findings")


class LookAgainError(RuleError):
    """The pre-flight found what somebody must look at first, and nobody has."""

    code = "letter.look_again"
    facts = ("count", "findings")


@dataclass(frozen=True)
class IssuedBatch:
    """What became of letters that were to be issued in one go.

    Attributes:
        issued: The letters that went out, in their order.
        stopped_at: The letter that was refused, after which nothing more was issued.
        refusal: Why it was refused.
    """

    issued: tuple[IssuedLetter, ...]
    stopped_at: ProposedLetter | None = None
    refusal: AppError | None = None


def issue_checked(
    order: Order,
    proposed: ProposedLetter,
    press: Press,
    looked_at: Iterable[str] = (),
    batch_id: str = "",
) -> IssuedLetter:
    """Issue a letter that the pre-flight lets through.

    Args:
        order: Who asks, and when; sent again it gives the first answer.
        proposed: The letter.
        press: Prints it.
        looked_at: Codes of findings that somebody has looked at; the trail keeps them.
        batch_id: The batch it is issued with, if any.

    Raises:
        MustChangeError: something must be changed first.
        LookAgainError: something must be looked at first.
    """
    looked = tuple(sorted(looked_at))
    if not is_performed(order.op_id):
        # The press sets the paper inside the act, and refuses it there.
        _refuse_found(values_preflight(proposed, legal_day(order.at)), frozenset(looked))
    return issue_letter(order, proposed.as_draft(looked, batch_id), press)


def issue_in_one_go(
    order: Order,
    letters: tuple[ProposedLetter, ...],
    press_for: Callable[[LetterSeries], Press],
    looked_at: Iterable[str] = (),
    told: Callable[[int, int], None] | None = None,
) -> IssuedBatch:
    """Issue letters one after the other, each an act of its own, until one is refused.

    Sent again with the same letters on the same day, after a crash too, it issues none twice:
    what was issued answers again, and the rest follows.

    Args:
        order: The order of the whole; its person and instant are those of every letter.
        letters: The letters in their order.
        press_for: Gives the press of a kind.
        looked_at: Codes of findings that somebody has looked at.
        told: Hears how many of how many were issued; may raise to stop before the next one.
    """
    batch_id = _name_of("".join(_operation(order, one) for one in letters))
    looked = tuple(looked_at)
    issued: list[IssuedLetter] = []
    for position, proposed in enumerate(letters):
        if told is not None:
            told(position, len(letters))
        one = replace(order, op_id=_operation(order, proposed))
        press = press_for(proposed.kind)
        try:
            issued.append(issue_checked(one, proposed, press, looked, batch_id))
        except AppError as refusal:
            return IssuedBatch(tuple(issued), proposed, refusal)
    return IssuedBatch(tuple(issued))


def _operation(order: Order, letter: ProposedLetter) -> str:
    """Name the issue of a letter by what it holds, so that the same one begun again is known.

    A letter that was withdrawn since is another one when it is issued anew.
    """
    content = {
        "login": order.login,
        "kind": letter.kind.value,
        "data": data_of(letter.letter),
        "about": [letter.document_id, letter.filing_id, letter.review_id, *letter.document_ids],
        "replaces": letter.replaces_id,
        "withdrawn": withdrawn_count(letter.kind, letter.letter.addressee),
    }
    return _name_of(canonical_json(content))


def _name_of(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:32]


def _refuse_found(findings: tuple[Finding, ...], looked: frozenset[str]) -> None:
    serious = [one.words for one in findings if one.is_serious]
    if serious:
        raise MustChangeError(count=len(serious), findings="".join(serious))
    unseen = [one.words for one in findings if one.code not in looked]
    if unseen:
        raise LookAgainError(count=len(unseen), findings="".join(unseen))
