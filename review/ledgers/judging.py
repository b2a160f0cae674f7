"""The dry run: every row becomes a document that can be imported, or says why not."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from models.domain.document_number import normalise
from models.domain.imports import ImportedDocument, KnownDocuments
from models.domain.number_grammar import parse
from models.domain.records import DocumentEntry, DuplicateHandling, Sameness
from models.domain.titles import title_key
from review.ledgers.columns import LedgerField
from review.ledgers.problems import Problem, ProblemKind, Verdict, worst
from review.ledgers.row_entry import RegisterFacts, enter_row
from review.ledgers.table import LedgerTable, TableRow
from review.ledgers.understanding import Understanding

_ROWS_BETWEEN_REPORTS = 500


@dataclass(frozen=True)
class JudgedRow:
    """A row, what becomes of it, and the document it would be; None where it cannot be one."""

    row: TableRow
    verdict: Verdict
    problems: tuple[Problem, ...]
    document: ImportedDocument | None

    @property
    def is_imported(self) -> bool:
        """Tell whether the row comes into the register."""
        return self.document is not None and self.verdict is not Verdict.ERROR


def judge(
    table: LedgerTable,
    understanding: Understanding,
    facts: RegisterFacts,
    told: Callable[[int, int], None] | None = None,
) -> tuple[JudgedRow, ...]:
    """Judge every row; ``told`` hears how many of how many rows are done, and may stop it."""
    judge_row = _Judge(understanding, facts)
    judged = []
    for done, row in enumerate(table.rows):
        if told and done % _ROWS_BETWEEN_REPORTS == 0:
            told(done, len(table.rows))
        judged.append(judge_row.judge(table, row))
    return tuple(judged)


class _Judge:
    """Judges rows one after the other: a later row may be a double of an earlier one."""

    def __init__(self, understanding: Understanding, facts: RegisterFacts) -> None:
        self._understanding = understanding
        self._facts = facts
        self._here = KnownDocuments()
        self._titles: dict[str, str] = {}
        self._unified: dict[str, str] = {}

    def judge(self, table: LedgerTable, row: TableRow) -> JudgedRow:
        """Judge one row."""
        entered = enter_row(table, row, self._understanding, self._facts)
        problems, document = tuple(entered.cells.problems), entered.document
        if document is not None:
            problems += self._unified_problems(document.unified_number)
            problems += self._doubles(document.entry, entered.issuer_name)
        verdict = worst(problems)
        if verdict is Verdict.ERROR or (
            verdict is Verdict.DUPLICATE and not self._understanding.takes_doubles
        ):
            return JudgedRow(row, verdict, problems, None)
        if document is not None:
            if verdict is Verdict.DUPLICATE:
                document = replace(document, handling=DuplicateHandling.REGISTER_ALL_THE_SAME)
            self._remember(document, entered.issuer_name)
        return JudgedRow(row, verdict, problems, document)

    def _doubles(self, entry: DocumentEntry, issuer: str) -> tuple[Problem, ...]:
        what = (entry.title, entry.document_number, issuer)
        there = self._facts.known.double_of(*what)
        if there is not None:
            return (
                Problem(ProblemKind.DOUBLE_IN_REGISTER, _field_of(there[0]), entry.title, there[1]),
            )
        here = self._here.double_of(*what)
        if here is None:
            return ()
        kind, field, raw = ProblemKind.DOUBLE_IN_FILE, _field_of(here[0]), entry.title
        if field is LedgerField.DOCUMENT_NUMBER:
            raw = entry.document_number
            if self._titles[normalise(raw)] != title_key(entry.title):
                kind = ProblemKind.NUMBER_TWICE
        return (Problem(kind, field, raw, here[1]),)

    def _unified_problems(self, number: str) -> tuple[Problem, ...]:
        if not number:
            return ()
        field, key = LedgerField.UNIFIED_NUMBER, normalise(number)
        if all(parse(scheme, number) is None for scheme in self._facts.schemes):
            return (Problem(ProblemKind.UNIFIED_UNREADABLE, field, number),)
        if key in self._facts.unified_numbers:
            return (
                Problem(ProblemKind.UNIFIED_TAKEN, field, number, self._facts.unified_numbers[key]),
            )
        if key in self._unified:
            return (Problem(ProblemKind.UNIFIED_TWICE, field, number, self._unified[key]),)
        return ()

    def _remember(self, document: ImportedDocument, issuer: str) -> None:
        entry, label = document.entry, str(document.row_number)
        self._here.add(entry.title, entry.document_number, issuer, label)
        if entry.document_number:
            self._titles.setdefault(normalise(entry.document_number), title_key(entry.title))
        if document.unified_number:
            self._unified[normalise(document.unified_number)] = label


def _field_of(sameness: Sameness) -> LedgerField:
    is_number = sameness is Sameness.DOCUMENT_NUMBER
    return LedgerField.DOCUMENT_NUMBER if is_number else LedgerField.TITLE
